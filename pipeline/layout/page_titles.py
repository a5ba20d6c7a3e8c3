"""Titles at the top of pages: the same one may stand there again and again, and is no running line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.document import Line, Page, Style
from pipeline.layout.places import SAME_PLACE
from pipeline.times import is_day_heading

# At the place of titles at least so many pages have one of their own.
MIN_OWN = 2

_Place = tuple[int, int, Style]


def title_places(pages: Iterable[Page]) -> frozenset[_Place]:
    """The places at which pages print a text each, most of them one of their own, larger than what follows.

    Example: « Communications orales » on pages 3, 5 and 6, « Mot de bienvenue » on page 2, « Les écluses » on page 4.
    """
    texts: defaultdict[_Place, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for page in pages:
        for line in _largest(page.lines):
            if not is_day_heading(line.text):
                texts[place_of(line)][line.text] += 1
    own = {place: sum(count == 1 for count in found.values()) for place, found in texts.items()}
    return frozenset(place for place, found in texts.items() if own[place] >= max(MIN_OWN, len(found) / 2))


def place_of(line: Line) -> _Place:
    """Where a line stands, and its style."""
    return round(line.box.y0 / SAME_PLACE), round(line.box.x0 / SAME_PLACE), line.style


def _largest(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page than which nothing is set larger, and some of it smaller."""
    sizes = {line.style.size for line in lines}
    return [line for line in lines if line.style.size == max(sizes)] if len(sizes) > 1 else []
