"""What a browser prints around a page it is told to print: when it was printed, the title, the address, the sheet."""

import re
from collections.abc import Sequence

from pipeline.document import Line

_PRINTED = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+(?:à\s)?\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[AP]M)?(?!\w)", re.I
)
_ADDRESS = re.compile(r"(?:https?|file)://\S", re.I)


def browser_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines of the first and the last row of a page that tell its address and when it was printed.

    That day and hour are none of the programme.
    """
    if not lines:
        return []
    edges = min(lines, key=lambda line: line.box.y0), max(lines, key=lambda line: line.box.y1)
    rows = [[line for line in lines if _is_level(line, edge)] for edge in edges]
    printed, addressed = (
        [any(sign.match(line.text.strip()) for line in row) for row in rows] for sign in (_PRINTED, _ADDRESS)
    )
    if not any(printed) or not any(addressed):
        return []
    return [line for row, *told in zip(rows, printed, addressed, strict=True) if any(told) for line in row]


def _is_level(line: Line, edge: Line) -> bool:
    return line.box.y0 < edge.box.y1 and edge.box.y0 < line.box.y1
