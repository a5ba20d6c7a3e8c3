"""Titles told from the text by nothing but their capitals: « HABITER LA RIVE » over text in the same letters."""

import re
from collections.abc import Sequence

from pipeline.document import Line, Span
from pipeline.page.look import Look
from pipeline.segment.structure import is_in_capitals

_SMALL = re.compile(r"[a-zß-öø-ÿ]")
# What parts a title from the hour that ends its line: « HABITER LA RIVE | 10h30 ».
_BEFORE_HOUR = re.compile(r"\s[\s|•·–—:,(-]*\d{1,2}\s?[hH:]")
# A room in brackets behind a title: « HABITER LA RIVE (Salle A) | 10h30 ».
_BEFORE_ROOM = re.compile(r"\s*\((?=[^()]*[a-zß-öø-ÿ])")


def with_capitals_told(lines: Sequence[Line], body: Look) -> list[Line]:
    """The same lines; those in the letters of the text that are in capitals say so in their style."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found and found[-1].page == line.page else None
        goes_on = before is not None and before.style.capitals
        told = all(body.fits(span.style) for span in line.spans)
        found.append(_marked(line, _end_of_capitals(line.text, goes_on)) if told else line)
    return found


def _end_of_capitals(text: str, goes_on: bool) -> int:
    """Where a title in capitals ends on its line: at its end, before its hour or its room; 0 where there is none.

    What goes on below a line in capitals may be short: « 1848 ? ».
    """
    parted = (_BEFORE_HOUR.search(text), _BEFORE_ROOM.search(text))
    for end in (len(text), *(found.start() if found else 0 for found in parted)):
        if is_in_capitals(text[:end]) or (goes_on and end and not _SMALL.search(text[:end])):
            return end
    return 0


def _marked(line: Line, end: int) -> Line:
    """The line with a style that says that its text before `end` is in capitals."""
    spans: list[Span] = []
    for span in line.spans:
        spot = min(max(end, span.start), span.end)
        upper = span.style.model_copy(update={"capitals": True})
        spans += [
            Span(start=first, end=last, box=line.box_of(first, last), style=style)
            for first, last, style in ((span.start, spot, upper), (spot, span.end, span.style))
            if first < last
        ]
    return line.model_copy(update={"spans": tuple(spans)})
