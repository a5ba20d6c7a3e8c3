"""What is printed around a page and is none of its text: by a browser, when and from which address; the imprint."""

import re
from collections.abc import Sequence

from pipeline.document import Line

_PRINTED = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+(?:à\s)?\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[AP]M)?(?!\w)", re.I
)
_ADDRESS = re.compile(r"(?:https?|file)://\S", re.I)
_IMPRINT = re.compile(r"\W*(?:merci de )?ne (?:pas|rien) (?:me )?jeter sur la voie publique", re.I)


def browser_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines of the first and the last row of a page that tell its address and when it was printed, and imprints.

    That day and hour are none of the programme.
    """
    if not lines:
        return []
    imprint = [line for line in lines if _IMPRINT.match(line.text)]
    edges = min(lines, key=lambda line: line.box.y0), max(lines, key=lambda line: line.box.y1)
    rows = [[line for line in lines if _is_level(line, edge)] for edge in edges]
    printed, addressed = (
        [any(sign.match(line.text.strip()) for line in row) for row in rows] for sign in (_PRINTED, _ADDRESS)
    )
    if not any(printed) or not any(addressed):
        return imprint
    rows = [row for row, *told in zip(rows, printed, addressed, strict=True) if any(told)]
    return [*imprint, *(line for row in rows for line in row)]


def _is_level(line: Line, edge: Line) -> bool:
    return line.box.y0 < edge.box.y1 and edge.box.y0 < line.box.y1
