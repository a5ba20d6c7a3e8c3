"""The look that titles have in the cells of grids, where something else stands over them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.wording import find_marker, is_room, opens_person

# This part of the cells with several lines has one in the look of titles.
SHARED_LOOK = 0.6


def _may_be_title(line: Line) -> bool:
    """Whether a line can show how titles are set: in one look, no name or marker that people have in common."""
    other = opens_person(line.text) or find_marker(line.text) is not None
    return len({Look.of(span.style) for span in line.spans}) == 1 and not other


def _looks_of(cell: Sequence[Line]) -> Iterable[Look]:
    """The looks in which a cell has what may be a title, each once, in the order of its lines."""
    return dict.fromkeys(Look.of(line.style) for line in cell if _may_be_title(line))


def title_look(cells: Sequence[Sequence[Line]]) -> Look | None:
    """The look most cells have a line in and that stands out in them, when it is not that of their first line.

    Cells with nothing but a title, as those of breaks, show its look: what stands below it larger is a subtitle.
    """
    many = [cell for cell in cells if len(cell) > 1]
    if len(many) < 2:
        return None
    common = Counter(look for cell in many for look in _looks_of(cell))
    named = Counter(look for cell in many for look in _looks_of([line for line in cell if not is_room(line.text)]))
    shared = [look for look in named if named[look] >= SHARED_LOOK * len(many)]
    if not shared:
        return None
    best = max(shared, key=lambda look: (look.size + 2 * look.bold, common[look], str(look)))
    others = [look for look in common if (look.size + 2 * look.bold) < (best.size + 2 * best.bold)]
    first = Counter(Look.of(cell[0].style) for cell in many)
    above = _look_alone(cells)
    if above not in (None, best) and first[above] >= SHARED_LOOK * len(many):
        return None
    return best if others and first[best] < SHARED_LOOK * len(many) else None


def _look_alone(cells: Sequence[Sequence[Line]]) -> Look | None:
    """The look of cells set in one, where there are two or more and most of them share it: « Pause », « Buffet »."""
    looks = [dict.fromkeys(Look.of(span.style) for line in cell for span in line.spans) for cell in cells]
    alone = Counter(look for held in looks if len(held) == 1 for look in held)
    return next((look for look, count in alone.most_common(1) if count > 1 and 2 * count > alone.total()), None)
