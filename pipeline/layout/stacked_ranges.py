"""The start of an item set right above its end, « 10h » over « 11h30 », made one range where a document does so."""

import re
from collections.abc import Sequence

from pipeline.document import Line, Page
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.page.label_columns import begin_two_items, is_label, middle_of
from pipeline.times.hours import find_hours

# So many starts must stand above their ends, and more than elsewhere stand alone.
MIN_PAIRS = 3
# Between two such pairs there is more room than inside one, by this part of a line.
APART = 0.3
# What stands between the two once they are one line.
_SIGN = " – "

_SAID = re.compile(r"[\w>→/|–—-]")

Pair = tuple[Line, Line]


def join_stacked_ranges(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with each start and the end below it as one line, where most hours of the document are set so.

    Two short items may begin one below the other: then a paragraph of its own stands beside each of the two hours.
    A pair that ends when another begins is a range, whatever stands beside: « 9h », « 10h » over « 10h », « 11h ».
    """
    found = {page.number: _pairs(page) for page in pages}
    pairs = [(page, pair) for page in pages for pair in found[page.number]]
    if len(pairs) < MIN_PAIRS:
        return tuple(pages)
    starts = sum(_is_alone(line.text) for page in pages for line in page.lines)
    if 2 * len(pairs) <= starts - 2 * len(pairs):
        return tuple(pages)
    if 2 * sum(_is_followed(pair, found[page.number]) for page, pair in pairs) >= len(pairs):
        return tuple(_joined(page, found[page.number]) for page in pages)
    rest = {page.number: sorted(page.lines, key=middle_of) for page in pages}
    items = sum(begin_two_items(*pair, rest[page.number]) for page, pair in pairs)
    return tuple(pages) if 2 * items >= len(pairs) else tuple(_joined(page, found[page.number]) for page in pages)


def _pairs(page: Page) -> list[Pair]:
    """The hours of a page with another right below, and with more room above the first and below the second."""
    labels = [line for line in page.lines if line.rotation == 0 and _is_alone(line.text)]
    stacked = [(line, other) for line in labels for other in right_under(line, labels)[:1]]
    over = {id(pair[1]): pair for pair in sorted(stacked, key=lambda pair: pair[0].box.y0)}
    under = {id(pair[0]): pair for pair in stacked}
    return [
        pair
        for pair in stacked
        if pair[1].style.size <= pair[0].style.size and _rises(*pair)
        if all(
            _gap(near) > _gap(pair) + APART * pair[0].box.height
            for near in (over.get(id(pair[0])), under.get(id(pair[1])))
            if near
        )
    ]


def _gap(pair: Pair) -> float:
    return pair[1].box.y0 - pair[0].box.y1


def _is_alone(text: str) -> bool:
    """Whether a text is one start and nothing else: « 10h », not « 10h à » or « jusqu'à 11h »."""
    found = find_hours(text) if is_label(text) else ()
    if len(found) != 1 or found[0].start is None or found[0].end is not None:
        return False
    return not _SAID.search(text[: found[0].start_offset] + text[found[0].end_offset :])


def _rises(line: Line, after: Line) -> bool:
    first, last = (find_hours(each.text)[0].start for each in (line, after))
    return first is not None and last is not None and first < last


def _is_followed(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether another pair of the page begins when one ends."""
    return any(find_hours(start.text)[0].start == find_hours(pair[1].text)[0].start for start, _ in pairs)


def _joined(page: Page, pairs: Sequence[Pair]) -> Page:
    ends = {id(end) for _, end in pairs}
    whole = {id(start): as_one((start, end), _SIGN) for start, end in pairs}
    lines = tuple(whole.get(id(line), line) for line in page.lines if id(line) not in ends)
    return page.model_copy(update={"lines": lines})
