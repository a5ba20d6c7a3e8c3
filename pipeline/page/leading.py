"""How far apart a document sets the lines of its paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.document import Line
from pipeline.page.passages import LEADING, fills

# Lines further apart than this are no paragraph; what is usual needs so many steps to be told.
MAX_LEADING, MIN_STEPS = 1.9, 8
# The second lines of entries are set in by no more points; so many, so much alike, tell what is usual.
MAX_INDENT, MIN_HANGING, HANGING_SPREAD = 40.0, 3, 0.15
# Short lines this many times further apart than full ones are paragraphs.
WIDER = 1.15
# Lines of a column begin within about so many points.
SAME_EDGE = 3.0
_LISTED_ENTRY = re.compile(r"^\W*\d{1,2}(?:\s?h|[:.]\d\d)|^\s*[•●▪■◆►▶▸→➔➤‣◦○✓✔*–—-]\s")


def usual_leading(lines: Sequence[Line]) -> float:
    """How far apart most lines stand that follow each other in one style and column, in heights of a line.

    Where those full to the edge of their column are much closer only these count: short ones may be paragraphs.
    """
    edges: dict[int, float] = {}
    for line in lines:
        place = round(line.box.x0 / SAME_EDGE)
        edges[place] = max(line.box.x1, edges.get(place, 0.0))
    told = [
        (round((line.box.y0 - before.box.y0) / before.box.height, 2), before, line)
        for before, line in pairwise(lines)
        if line.page == before.page
        and line.style == before.style
        and abs(line.box.x0 - before.box.x0) < SAME_EDGE
        and 1 <= (line.box.y0 - before.box.y0) / max(before.box.height, 1) < MAX_LEADING
        and before.box.width > 0.8 * line.box.width
    ]
    full = [step for step, before, line in told if fills(before, line, edges[round(before.box.x0 / SAME_EDGE)])]
    steps = sorted(step for step, _, _ in told)
    if len(full) >= MIN_STEPS and median(steps) > WIDER * median(full):
        steps = sorted(full)
    steps = steps if len(steps) >= MIN_STEPS else _second_line_steps(lines)
    return max(LEADING, steps[len(steps) // 2]) if steps else LEADING


def _second_line_steps(lines: Sequence[Line]) -> list[float]:
    """The steps from full first lines of entries of a list to their second lines, where all are much the same."""
    edge = max((line.box.x1 for line in lines), default=0.0)
    steps = sorted(
        round((line.box.y0 - before.box.y0) / before.box.height, 2)
        for before, line in pairwise(lines)
        if line.page == before.page
        and line.style == before.spans[-1].style
        and _LISTED_ENTRY.match(before.text)
        and not _LISTED_ENTRY.match(line.text)
        and -3 < line.box.x0 - before.box.x0 < MAX_INDENT
        and 1 <= (line.box.y0 - before.box.y0) / max(before.box.height, 1) < MAX_LEADING
        and fills(before, line, edge)
    )
    return steps if len(steps) >= MIN_HANGING and steps[-1] - steps[0] < HANGING_SPREAD else []
