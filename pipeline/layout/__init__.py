"""Lines to pages as a reader takes them: reading order, and furniture set apart but kept as context.

Furniture is what recurs at the same place on several pages: headers, footers, page numbers, the scale of
hours under a time line. It is no text of a session, yet the day or the page number may stand only there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import permutations
from statistics import median

from pipeline.document import Box, Document, Line, Page
from pipeline.layout.bodies_over_people import with_bodies_read_behind
from pipeline.layout.broken_days import join_broken_days
from pipeline.layout.broken_hours import join_broken_hours
from pipeline.layout.broken_markers import join_broken_markers
from pipeline.layout.broken_rooms import join_broken_rooms
from pipeline.layout.broken_words import join_broken_words
from pipeline.layout.browser_marks import browser_marks
from pipeline.layout.cut_words import join_cut_words
from pipeline.layout.day_boxes import join_day_boxes
from pipeline.layout.days_across import day_by_day
from pipeline.layout.field_labels import field_labels
from pipeline.layout.hour_bars import hour_bars
from pipeline.layout.hour_scales import Row, hour_scale, scale_rows
from pipeline.layout.hours_beside_titles import settle_hours
from pipeline.layout.hours_of_headings import with_hours_of_headings
from pipeline.layout.leaders import with_leaders_read
from pipeline.layout.margin_notes import titles_before_notes
from pipeline.layout.page_titles import place_of, title_places
from pipeline.layout.people_rows import with_people_side_by_side
from pipeline.layout.people_tables import with_people_rows
from pipeline.layout.places import MARGIN, SAME_PLACE, in_margin, stand_beside
from pipeline.layout.stacked_ranges import join_stacked_ranges
from pipeline.layout.table_rows import heads_over_hours, stands_in_row
from pipeline.lexicon import Rows
from pipeline.page.format_labels import is_level, is_over_title, label_of
from pipeline.page.reading_order import agreement, order_lines
from pipeline.times import is_day_heading
from pipeline.times.days import MONTHS, WEEKDAYS, find_days
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker, is_bare_marker, is_room

# Below this agreement with the order in which the file draws its text, the reading order is doubtful.
DOUBTFUL_ORDER = 0.6

# Stands for a day in the wording of a line.
_DAY = "\0"

_PAGE_NUMBER = re.compile(r"^\W*(?:page|p\.?)?\s*(\d{1,4})\s*(?:(?:/|sur|of)\s*\d{1,4})?\W*$", re.I)
# A line that runs over the pages is no longer than this.
MAX_RUNNING = 120
_NUMBER_AT_END = re.compile(r"^(?P<text>.*\D)\b(?P<number>\d{1,3})$")
_NUMBER_AT_START = re.compile(r"^(?P<number>\d{1,3})\b(?P<text>\D.*)$")
# The day beside it changes with the pages.
_DAY_WORDS = re.compile(
    rf"\b(?:{'|'.join(name for names in (*WEEKDAYS, *MONTHS) for name in names)}|\d{{1,2}}(?:er)?)\b", re.I
)


def arrange_pages(document: Document, markers: Rows = ()) -> Document:
    """The same document with furniture set apart and the lines of each page in reading order.

    `markers` are those of the document beyond the lexicon: they are no furniture.
    """
    bare = tuple(map(_with_days, join_stacked_ranges(tuple(map(_without_browser_marks, document.pages)))))
    labels = field_labels(bare) | hour_bars(bare)
    recurring = _recurring(bare)
    numbers = _page_numbers(bare)
    scales = scale_rows(bare)
    arranged = []
    for page in bare:
        number = {numbers[page.number]} if page.number in numbers else set()
        arranged.append(_arrange(page, recurring | number, markers, scales, labels))
    pages = settle_hours(arranged)
    labelled = tuple(
        page.model_copy(update={"label": _number_in(numbers[page.number][1])}) if page.number in numbers else page
        for page in pages
    )
    return document.model_copy(update={"pages": labelled})


def _without_browser_marks(page: Page) -> Page:
    marks = {id(line) for line in browser_marks(page.lines)}
    kept = tuple(line for line in page.lines if id(line) not in marks)
    return page.model_copy(update={"lines": kept}) if marks else page


def _with_days(page: Page) -> Page:
    return page.model_copy(update={"lines": tuple(join_broken_days(join_day_boxes(join_cut_words(page.lines))))})


_Key = tuple[int, str, int, int]  # page (0: any), wording, place from the top, place from the left


def _key(line: Line, page: int = 0) -> _Key:
    return page, _wording(line.text), round(line.box.y0 / SAME_PLACE), round(line.box.x0 / SAME_PLACE)


@lru_cache(maxsize=4096)
def _wording(text: str) -> str:
    """What recurs of a text: all of it, but beside a day only the words, without that day and the page number.

    « Forum des rives – Mardi 4 mai | 3 » runs on as « Forum des rives – Mercredi 5 mai | 4 ».
    """
    days = find_days(text)
    if not days:
        return text
    for start, end in sorted({(day.start_offset, day.end_offset) for day in days}, reverse=True):
        text = f"{text[:start]} {_DAY} {text[end:]}"
    return " ".join(re.sub(rf"[^\w{_DAY}]|[0-9_]", " ", text).split())


def _arrange(page: Page, furniture: set[_Key], markers: Rows, scales: set[Row], labels: set[int]) -> Page:
    kept, apart = list[Line](), list[Line]()
    scale = hour_scale(page, scales)
    heads = _heads_of_columns(page.lines) | heads_over_hours(page.lines)
    near = [key for key in furniture if key[0] in (0, page.number)]
    recurs = [line for line in page.lines if any(_close(line, key) for key in near)]
    recurring = set(map(id, recurs))
    for line in page.lines:
        is_furniture = (
            id(line) in recurring
            and not (
                _is_vital(line, markers)
                or _labels_title(line, page.lines)
                or _stands_again(line, page)
                or _is_of_hours(line, page)
                or stands_in_row(line, page, recurring)
            )
            and line not in heads
        ) or line in scale
        is_furniture = is_furniture or (id(line) in recurring and _is_head(line, recurs)) or id(line) in labels
        (apart if is_furniture else kept).append(line)
    parted = with_hours_of_headings(join_broken_rooms(join_broken_hours(_with_people(kept))))
    whole = page.model_copy(update={"lines": tuple(parted)})
    ordered = day_by_day(titles_before_notes(order_lines(whole)), page.width)
    doubts = page.doubts
    if len(ordered) > 3:
        drawn = [line.rank for line in sorted(ordered, key=lambda line: line.rank)]
        if agreement([line.rank for line in ordered], drawn) < DOUBTFUL_ORDER:
            doubts += ("ordre_de_lecture",)
    return page.model_copy(update={"lines": tuple(ordered), "furniture": tuple(apart), "doubts": doubts})


def _with_people(lines: list[Line]) -> list[Line]:
    """The lines of a page with people in tables, rows and behind dots put together, and broken words whole."""
    read = with_bodies_read_behind(with_leaders_read(join_broken_markers(join_broken_words(lines))))
    return with_people_side_by_side(with_people_rows(read))


def _heads_of_columns(lines: Sequence[Line]) -> set[Line]:
    """The days or the rooms that stand side by side: they head columns, even where these heads recur page by page."""
    return {
        line
        for heads in (is_day_heading, is_room)
        for line, other in permutations([line for line in lines if heads(line.text)], 2)
        if stand_beside(line, other) and abs(line.box.y0 - other.box.y0) < SAME_PLACE
    }


def _close(line: Line, key: _Key) -> bool:
    return (
        key[1] == _wording(line.text)
        and abs(line.box.y0 / SAME_PLACE - key[2]) <= 1
        and (key[0] == 0 or abs(line.box.x0 / SAME_PLACE - key[3]) <= 1)
    )


def _is_vital(line: Line, markers: Rows) -> bool:
    """Clock times and markers of people recur at the same place too, but belong to their session."""
    return bool(find_hours(line.text)) or find_marker(line.text, markers) is not None


def _is_head(line: Line, recurs: Sequence[Line]) -> bool:
    """Whether the words that announce people head a column beside others: « Horaires | Session | Intervenants »."""
    if not is_bare_marker(line.text):
        return False
    return sum(stand_beside(line, other) and abs(line.box.y0 - other.box.y0) < SAME_PLACE for other in recurs) > 1


def _labels_title(line: Line, lines: Iterable[Line]) -> bool:
    """Whether a line only names a format and stands over a title: at the top of pages « Atelier » recurs too."""
    return label_of(line.text) is not None and any(is_over_title(line, other) for other in lines)


def _is_of_hours(line: Line, page: Page) -> bool:
    """Whether a line is a room or a mere sign of hours: with the first item of each page it recurs there.

    It stands right below them, or a room on their row: « 10h – 11h          Salle 2 ».
    """
    named = is_room(line.text)
    if named and any(other is not line and is_level(line, other) and find_hours(other.text) for other in page.lines):
        return True
    return (named or not any(map(str.isalnum, line.text))) and any(
        0 <= line.box.y0 - other.box.y0 < 2 * line.box.height
        and other is not line
        and other.box.x0 < line.box.x1
        and line.box.x0 < other.box.x1
        and bool(find_hours(other.text))
        for other in page.lines
    )


def _stands_again(line: Line, page: Page) -> bool:
    """Whether days are set alike further in on the page, beside its items: « Samedi 3 mai », and « Lundi 5 mai »."""
    return bool(find_days(line.text)) and any(
        (other.text == line.text or any(day.start_offset == 0 for day in find_days(other.text)))
        and other.style == line.style
        and abs(other.box.x0 - line.box.x0) < SAME_PLACE
        and not in_margin(other, page)
        for other in page.lines
        if other is not line
    )


def _inside(line: Line, page: Page, timed: Iterable[Box]) -> bool:
    """Whether hours stand between a line and the edge of its page: a day there heads what follows."""
    if line.box.y1 < MARGIN * page.height:
        return any(box.y1 <= line.box.y0 for box in timed)
    return any(box.y0 >= line.box.y1 for box in timed)


def _recurring(pages: tuple[Page, ...]) -> set[_Key]:
    """Texts at an edge of the page, at one height on at least three pages and a fifth of all, or on twelve.

    In a document of two or three pages, two are enough.
    """
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    keys: defaultdict[tuple[str, int], set[_Key]] = defaultdict(set)
    titles = title_places(pages)
    for page in pages:
        timed = [line.box for line in page.lines if find_hours(line.text)]
        for line in (line for line in page.lines if _may_run(line, page) and place_of(line) not in titles):
            if not (_DAY in _wording(line.text) and _inside(line, page, timed)):
                for place in {int(line.box.y0 // SAME_PLACE), round(line.box.y0 / SAME_PLACE)}:
                    seen[_wording(line.text), place].add(page.number)
                    keys[_wording(line.text), place].add(_key(line))
    needed = max(2 if len(pages) < 4 else 3, len(pages) // 5)
    running = {key for spot, where in seen.items() if len(where) >= min(needed, 12) for key in keys[spot]}
    return running | _running_numbers(pages, min(needed, 12))


def _may_run(line: Line, page: Page) -> bool:
    """Whether a line stands where running lines do: at the top, at the foot, or turned along a side of its page."""
    aside = line.box.x1 < MARGIN * page.width or line.box.x0 > (1 - MARGIN) * page.width
    return in_margin(line, page) or (line.rotation in (90, 270) and aside)


def _running_numbers(pages: tuple[Page, ...], needed: int) -> set[_Key]:
    """Running lines that end or begin with the number of their page: « Les journées du lin – 4 »."""
    seen: defaultdict[tuple[str, int, int], dict[int, _Key]] = defaultdict(dict)
    for page in pages:
        usual = median(line.style.size for line in page.lines) if page.lines else 0.0
        for line in page.lines:
            heading = line.style.size > usual or line.style.bold  # « Atelier 3 » on the third page is a title
            if heading or not in_margin(line, page) or len(line.text) > MAX_RUNNING:
                continue
            for found in (_NUMBER_AT_END.match(line.text), _NUMBER_AT_START.match(line.text)):
                if found:
                    shift = int(found["number"]) - page.number
                    day = _DAY_WORDS.sub("", found["text"].lower())
                    seen[day, shift, round(line.box.y0 / SAME_PLACE)][page.number] = _key(line, page.number)
    return {key for where in seen.values() if len(where) >= needed for key in where.values()}


def _page_numbers(pages: tuple[Page, ...]) -> dict[int, _Key]:
    """For each page the line that prints its number: numbers in the margin that grow with the pages."""
    candidates = [
        (page.number, int(_number_in(line.text) or 0), line)
        for page in pages
        for line in page.lines
        if in_margin(line, page) and _PAGE_NUMBER.match(line.text)
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
