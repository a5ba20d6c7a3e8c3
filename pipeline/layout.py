"""Lines to pages as a reader takes them: reading order, and furniture set apart but kept as context.

Furniture is what recurs at the same place on several pages: headers, footers, page numbers, the scale of
hours under a time line. It is no text of a session, yet the day or the page number may stand only there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.clock import is_hour_scale
from pipeline.document import Document, Line, Page
from pipeline.hours import find_hours
from pipeline.reading_order import agreement, order_lines
from pipeline.wording import find_marker

# Furniture stands in this part of the height at the top or at the bottom of the page.
MARGIN = 0.15
# The same text counts as standing at the same place within this many points.
SAME_PLACE = 4.0
# Below this agreement with the order in which the file draws its text, the reading order is doubtful.
DOUBTFUL_ORDER = 0.6

_PAGE_NUMBER = re.compile(r"^\W*(?:page|p\.?)?\s*(\d{1,4})\s*(?:(?:/|sur|of)\s*\d{1,4})?\W*$", re.I)


def arrange_pages(document: Document) -> Document:
    """The same document with furniture set apart and the lines of each page in reading order."""
    recurring = _recurring(document.pages)
    numbers = _page_numbers(document.pages)
    pages = tuple(
        _arrange(page, recurring | ({numbers[page.number]} if page.number in numbers else set()))
        for page in document.pages
    )
    labelled = tuple(
        page.model_copy(update={"label": _number_in(numbers[page.number][1])}) if page.number in numbers else page
        for page in pages
    )
    return document.model_copy(update={"pages": labelled})


_Key = tuple[int, str, int, int]  # page (0: any), text, place from the top, place from the left


def _key(line: Line, page: int = 0) -> _Key:
    return page, line.text, round(line.box.y0 / SAME_PLACE), round(line.box.x0 / SAME_PLACE)


def _arrange(page: Page, furniture: set[_Key]) -> Page:
    kept: list[Line] = []
    apart: list[Line] = []
    scale = _hour_scale(page.lines)
    for line in page.lines:
        is_furniture = (
            not _is_vital(line) and any(_close(line, page.number, key) for key in furniture)
        ) or line in scale
        (apart if is_furniture else kept).append(line)
    ordered = order_lines(page.model_copy(update={"lines": tuple(kept)}))
    doubts = page.doubts
    if len(ordered) > 3:
        drawn = [line.rank for line in sorted(ordered, key=lambda line: line.rank)]
        if agreement([line.rank for line in ordered], drawn) < DOUBTFUL_ORDER:
            doubts += ("ordre_de_lecture",)
    return page.model_copy(update={"lines": tuple(ordered), "furniture": tuple(apart), "doubts": doubts})


def _close(line: Line, page: int, key: _Key) -> bool:
    return (
        key[0] in (0, page)
        and key[1] == line.text
        and abs(line.box.y0 / SAME_PLACE - key[2]) <= 1
        and (key[0] == 0 or abs(line.box.x0 / SAME_PLACE - key[3]) <= 1)
    )


def _is_vital(line: Line) -> bool:
    """Clock times and markers of people recur at the same place too, but belong to their session."""
    return bool(find_hours(line.text)) or find_marker(line.text) is not None


def _in_margin(line: Line, page: Page) -> bool:
    return line.box.y1 < MARGIN * page.height or line.box.y0 > (1 - MARGIN) * page.height


def _recurring(pages: tuple[Page, ...]) -> set[_Key]:
    """Texts that stand in the margin at the same height on at least three pages and a fifth of all, or on twelve.

    In a document of two or three pages, two are enough.
    """
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    keys: defaultdict[tuple[str, int], set[_Key]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _in_margin(line, page):
                for place in {int(line.box.y0 // SAME_PLACE), round(line.box.y0 / SAME_PLACE)}:
                    seen[line.text, place].add(page.number)
                    keys[line.text, place].add(_key(line))
    needed = max(2 if len(pages) < 4 else 3, len(pages) // 5)
    return {key for spot, where in seen.items() if len(where) >= min(needed, 12) for key in keys[spot]}


def _page_numbers(pages: tuple[Page, ...]) -> dict[int, _Key]:
    """For each page the line that prints its number: numbers in the margin that grow with the pages."""
    candidates = [
        (page.number, int(_number_in(line.text) or 0), line)
        for page in pages
        for line in page.lines
        if _in_margin(line, page) and _PAGE_NUMBER.match(line.text)
    ]
    shifts = Counter(value - number for number, value, _ in candidates)
    if not shifts:
        return {}
    shift, count = max(shifts.items(), key=lambda item: (item[1], -abs(item[0])))
    if count < 2 and len(pages) > 1:
        return {}
    if count < 2 and shift != 0:
        return {}
    places = {
        (round(line.box.y0 / SAME_PLACE), round(line.style.size * 2))
        for number, value, line in candidates
        if value - number == shift
    }
    found: dict[int, _Key] = {}
    for number, value, line in candidates:
        at_place = (round(line.box.y0 / SAME_PLACE), round(line.style.size * 2)) in places
        if at_place and (number not in found or value - number == shift):
            found[number] = _key(line, number)
    return found


def _number_in(text: str) -> str | None:
    found = _PAGE_NUMBER.match(text)
    return str(int(found[1])) if found else None


def _hour_scale(lines: Iterable[Line]) -> set[Line]:
    """The lines that together print a scale of hours, in one line or as one row of bare hours."""
    rows: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        rows[round(line.box.y0 / SAME_PLACE)].append(line)
    scale: set[Line] = set()
    for row in rows.values():
        in_order = sorted(row, key=lambda line: line.box.x0)
        if is_hour_scale(" ".join(line.text for line in in_order)):
            scale |= set(row)
        else:
            scale |= {line for line in row if is_hour_scale(line.text)}
    return scale
