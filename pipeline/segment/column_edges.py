"""How far to the right the columns of a document reach."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.document import Box, Line
from pipeline.segment.setting import column_of

# Of so many lines in a column one may be a heading across several: it reaches further than all others by this part.
OUTLIERS, APART = 20, 0.25
# Fewer points are enough where so many lines end together at the edge of the text.
CLEAR, CROWD = 20.0, 5
# Where text is justified, at least this part of its lines end within so many points of each other.
JUSTIFIED, SAME_END = 0.3, 2.0
# What is set in the middle of a cell tells nothing of the space at its edges.
MAX_PADDING = 12.0


def column_edges(lines: Sequence[Line], cells: Mapping[int, Sequence[Box]] | None = None) -> dict[int, float]:
    """How far to the right the lines reach that begin in each column, but for a heading across several columns.

    Args:
        lines: the lines of a document.
        cells: by page, the cells of tables: text in one reaches as far as the cell, less the space at its left.
    """
    reached: dict[int, list[tuple[float, float]]] = {}
    for line in lines:
        inside = min(
            (cell for cell in (cells or {}).get(line.page, ()) if cell.holds(line.box)),
            key=lambda cell: cell.width,
            default=line.box,
        )
        end = inside.x1 - min(line.box.x0 - inside.x0, MAX_PADDING)
        reached.setdefault(column_of(line), []).append((line.box.x0, max(line.box.x1, end)))
    return {column: _edge_of(extents) for column, extents in reached.items()}


def _edge_of(extents: Sequence[tuple[float, float]]) -> float:
    """How far extents reach to the right without the few that reach much further than all others."""
    ends = sorted((end for _, end in extents), reverse=True)
    flush, count = Counter(map(round, ends)).most_common(1)[0]
    if count >= JUSTIFIED * len(ends) and sum(end > flush + SAME_END for end in ends) * OUTLIERS <= len(ends):
        return next(end for end in ends if end <= flush + SAME_END)
    left = min(start for start, _ in extents)
    for place in range(len(ends) // OUTLIERS, 0, -1):
        gap = ends[place - 1] - ends[place]
        crowded = ends[place] - ends[min(place + CROWD, len(ends)) - 1] < SAME_END
        if gap > APART * (ends[place - 1] - left) or (gap > CLEAR and crowded):
            return ends[place]
    return ends[0]
