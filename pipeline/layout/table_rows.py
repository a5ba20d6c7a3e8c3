"""Rows of drawn tables whose text is no furniture, though some of it recurs at the top of pages."""

from collections.abc import Collection

from pipeline.document import Line, Page


def stands_in_row(line: Line, page: Page, recurring: Collection[int]) -> bool:
    """Whether a line stands in a row of a drawn table with text that does not recur, as heads and running lines do.

    `recurring` are the ids of the lines that do: « Lundi 9 » recurs beside the first item of each page.
    """
    own = next((cell for cell in page.cells if cell.box.holds(line.box)), None)
    if own is None:
        return False
    row = [cell.box for cell in page.cells if (cell.table, cell.row) == (own.table, own.row)]
    return any(id(other) not in recurring and any(box.holds(other.box) for box in row) for other in page.lines)
