"""Bodies set small over each of their people: « CANAL SUD » over « Léa Durand, éclusière », read behind them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from pipeline.document import Line
from pipeline.page.joined_lines import join_as_line
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.page.passages import same_block
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours
from pipeline.wording import find_formats, find_marker, is_room, is_told_person, match_role, opens_person

# So many people of a page with a line in one look over each, and hardly one in that look elsewhere, show the habit.
MIN_PEOPLE, SHARE = 3, 0.75
# The name of a body has no more words, is set smaller by so many points, and begins within so many of the name below.
MAX_WORDS, SMALLER, FLUSH = 8, 0.5, 3.0
# Somebody begins below the top of their body by less than so many of its heights.
REACH = 2.0


def with_bodies_read_behind(lines: Sequence[Line]) -> list[Line]:
    """The lines, each body that stands over somebody behind what is said of them; in their order."""
    ordered = sorted(lines, key=_top)
    tops = [_top(line) for line in ordered]

    def near(line: Line) -> Sequence[Line]:
        return ordered[bisect_right(tops, _top(line)) : bisect_left(tops, _top(line) + REACH * line.box.height)]

    pairs = {id(line): below for line in lines if (below := _person_below(line, near))}
    looks = Counter(Look.of(line.style) for line in lines)
    # Who plays stands below a genre too: « JAZZ » over « Léa Durand »; a function tells who is in a body.
    told_people = (line for line in lines if id(line) in pairs and is_told_person(pairs[id(line)][0].text))
    over = Counter(Look.of(line.style) for line in told_people)
    habits = {look for look, count in over.items() if count >= max(MIN_PEOPLE, SHARE * looks[look])}
    told = {id(line): pairs[id(line)] for line in lines if id(line) in pairs and Look.of(line.style) in habits}
    gone = {id(part) for parts in told.values() for part in parts}
    return [_as_one(line, told.get(id(line))) for line in lines if id(line) not in gone]


def _top(line: Line) -> float:
    return line.box.y0


def _person_below(line: Line, near: Callable[[Line], Sequence[Line]]) -> list[Line]:
    """The lines that tell somebody right below a line that may be a body: larger letters, flush with it.

    `near` gives the lines that begin little below another.
    """
    if len(line.spans) != 1 or not line.text[:1].isupper() or len(line.text.split()) > MAX_WORDS:
        return []
    text = line.text
    if opens_person(text) or match_role(text) or find_marker(text) or is_room(text) or is_day_heading(text):
        return []
    if find_formats(text) or find_hours(text) or text.rstrip().endswith((".", ":", "?", "!")):
        return []
    first = next((other for other in near(line) if _is_below(line, other)), None)
    if first is None or first.style.size < line.style.size + SMALLER or not opens_person(first.text):
        return []
    if any(sign in first.text for sign in ":«“"):
        return []  # « PARCOURS EAU » over « Léa Durand : Habiter la rive »
    found = [first]
    while after := next((other for other in near(found[-1]) if _goes_on(found[-1], other)), None):
        found.append(after)
    return found


def _is_below(line: Line, other: Line) -> bool:
    return abs(other.box.x0 - line.box.x0) < FLUSH and same_block(line, other)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether what is said of somebody goes on with the next line: set alike, and joined to it by its words."""
    joined = line.text[:1].islower() or ends_open(before.text)
    return joined and Look.of(before.style) == Look.of(line.style) and _is_below(before, line)


def _as_one(body: Line, people: Sequence[Line] | None) -> Line:
    """Somebody with the body behind them, where the name stands."""
    if not people:
        return body
    first, *more = people
    whole = join_as_line([("", first), *((" ", line) for line in more), (", ", body)])
    return whole.model_copy(update={"box": first.box})
