"""Tables that users write by hand or in a spreadsheet."""


def separator_of(text: str) -> str:
    """What separates the cells of a table: the comma, or the semicolon that French spreadsheets write."""
    head = text.split("\n", 1)[0]
    return ";" if head.count(";") > head.count(",") else ","
