"""The parts of what is said of somebody: « , cheffe du bureau X, Direction Y (sous réserve) »."""

from pipeline.people.bodies import Stretch, trim
from pipeline.people.listing_names import lists_on
from pipeline.people.universities import goes_on_behind


def parts_between(text: str, start: int, end: int) -> list[Stretch]:
    """The stretches between commas and semicolons; parentheses and quotes are parts of their own."""
    parts: list[Stretch] = []
    begin = start
    depth = 0
    quoted = False
    for spot in range(start, end):
        sign = text[spot]
        if quoted and sign in "()":
            continue  # « directrice de « Maison bleue (38) » »
        if sign == "(":
            if depth == 0:
                parts.append(Stretch(begin, spot))
                begin = spot
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
            if depth == 0:
                parts.append(Stretch(begin, spot + 1))
                begin = spot + 1
        elif sign in "«“":
            quoted = text.find("»" if sign == "«" else "”", spot, end) > 0
        elif sign in "»”":
            quoted = False
        elif depth == 0 and not quoted and (sign in ",;|" or (sign in "–—-/" and text[spot - 1 : spot] == " ")):
            if sign in "–—-" and goes_on_behind(text, begin, spot, end):
                continue
            if sign == "," and lists_on(text, begin, spot, end):
                continue
            parts.append(Stretch(begin, spot))
            begin = spot + 1
    parts.append(Stretch(begin, end))
    return [part for part in (trim(text, part) for part in parts) if part.end > part.start]
