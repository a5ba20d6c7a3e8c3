"""How far to the right the columns of a document reach."""

from collections.abc import Sequence

from pipeline.blocks import column_of
from pipeline.document import Box, Line

# Of so many lines in a column one may be a heading across several: it reaches further than all others by this part.
OUTLIERS, APART = 20, 0.25


def column_edges(lines: Sequence[Line]) -> dict[int, float]:
    """How far to the right the lines reach that begin in each column, but for a heading across several columns."""
    reached: dict[int, list[Box]] = {}
    for line in lines:
        reached.setdefault(column_of(line), []).append(line.box)
    return {column: _edge_of(boxes) for column, boxes in reached.items()}


def _edge_of(boxes: Sequence[Box]) -> float:
    """How far boxes reach to the right without the few that reach much further than all others."""
    ends = sorted((box.x1 for box in boxes), reverse=True)
    left = min(box.x0 for box in boxes)
    for place in range(len(ends) // OUTLIERS):
        if ends[place] - ends[place + 1] > APART * (ends[place] - left):
            return ends[place + 1]
    return ends[0]
