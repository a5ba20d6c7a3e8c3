"""Talks in a session told by nothing but their place: set further in than it, each a title with its people below."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line
from pipeline.page.line_ends import ends_open, is_bracket_open
from pipeline.page.passages import fills, is_tied, starts_paragraph
from pipeline.page.people_lists import is_people
from pipeline.segment.marked_talks import MarkedTalk
from pipeline.segment.parts import Parts
from pipeline.segment.prose_people import leads_to_people
from pipeline.segment.reading import Reading
from pipeline.segment.rooms import room_at_end
from pipeline.segment.setting import SAME_EDGE, column_of
from pipeline.segment.structure import is_in_capitals
from pipeline.wording import find_marker, is_bare_marker, is_room, match_head, match_role, opens_people

# Talks begin so many points further in than their session.
INDENT = 6.0
# So many titles with people below tell talks; a title takes no more lines.
MIN_TALKS, MAX_TITLE_LINES = 2, 4


def indented_talks(reading: Reading, parts: Parts, start: int, end: int, skipped: set[int]) -> list[MarkedTalk]:
    """The talks at the end of `lines[start:end]` that are set further in than the title which `parts` found."""
    first = _first_indented(reading, parts, start, end, skipped)
    if first is None:
        return []
    lines = reading.lines
    places = [place for place in range(first, end) if place not in skipped]
    upper = _is_upper(lines[first])
    edge = max(reading.edges.get(column_of(lines[place]), 0.0) for place in (start, first))
    people = _people_places(lines, places, upper, edge)
    titles = _titles(lines, places, people, upper)
    told = sum(bool(title) and title[-1] + 1 in people for title in titles)
    if told < MIN_TALKS or 2 * told < len(titles) or titles[0][0] != first:
        return []
    starts = [title[0] for title in titles]
    return [
        MarkedTalk(begin, stop, tuple(title))
        for title, (begin, stop) in zip(titles, pairwise([*starts, end]), strict=True)
    ]


def is_inside(line: Line, heading: Line) -> bool:
    """Whether a line is set further in than the heading of its item, on its page."""
    return line.page == heading.page and INDENT < line.box.x0 - heading.box.x0 < heading.box.width


def parted_inside(lines: Sequence[Line], run: Sequence[int], heading: Line, leading: float) -> list[list[int]]:
    """The titles of a run of lines: those set further in than their heading are parted by the room of a paragraph."""
    starts = [
        place
        for before, place in pairwise(run)
        if is_inside(lines[place], heading)
        and starts_paragraph(lines[before], lines[place], leading=leading)
        and not is_tied(lines[before], lines[place])
    ]
    return [
        [place for place in run if begin <= place < stop] for begin, stop in pairwise([run[0], *starts, run[-1] + 1])
    ]


def _first_indented(reading: Reading, parts: Parts, start: int, end: int, skipped: set[int]) -> int | None:
    """Where the lines begin that are set alike further in than the title, up to the end of the item."""
    heading = parts.title.pieces[0].line if parts.title.pieces else reading.lines[start]
    places = [place for place in range(start, end) if place not in skipped]
    inner: list[int] = []
    for place in reversed(places):
        line = reading.lines[place]
        edge = min(
            (reading.lines[other].box.x0 for other in inner if reading.lines[other].page == line.page), default=0
        )
        indent = line.box.x0 - heading.box.x0
        apart = line.page != heading.page or line.box.x0 > heading.box.x0 + INDENT
        if not apart or indent > heading.box.width or (edge and abs(line.box.x0 - edge) > SAME_EDGE):
            break
        inner.append(place)
    whole = inner and any(reading.lines[place].page == heading.page for place in inner)
    return inner[-1] if whole and inner[-1] > start else None


def _people_places(lines: Sequence[Line], places: Sequence[int], upper: bool, edge: float) -> set[int]:
    """The places of markers, of people, and of the lines these go on with; where titles are `upper` no such line."""
    found: set[int] = set()
    for before, place in pairwise([places[0], *places]):
        line = lines[place]
        if find_marker(line.text) or leads_to_people(line.text):
            found.add(place)
            continue
        if upper and _is_upper(line):
            continue
        named = is_people(line.text) or is_room(line.text)
        if named or (before in found and _goes_on(lines, before, place, found, edge)):
            found.add(place)
    return found


def _goes_on(lines: Sequence[Line], before: int, place: int, people: set[int], edge: float) -> bool:
    """Whether a line still tells of the people above it."""
    line, above = lines[place], lines[before]
    if is_bare_marker(above.text):
        return True
    first = before
    while first - 1 in people and not find_marker(lines[first].text):
        first -= 1
    text = " ".join(lines[index].text for index in range(first, before + 1))
    if ends_open(text) or is_bracket_open(text) or line.text[:1].islower() or line.text[:1] in "(,;–—-":
        return True
    told = opens_people(line.text) or match_role(line.text) or match_head(line.text)
    return bool(told) or fills(above, line, edge)


def _titles(lines: Sequence[Line], places: Sequence[int], people: set[int], upper: bool) -> list[list[int]]:
    """The runs of lines that may be titles."""
    runs: list[list[int]] = []
    for place in places:
        if place in people:
            continue
        if runs and runs[-1][-1] == place - 1 and not room_at_end(lines[place - 1].text):
            runs[-1].append(place)
        else:
            runs.append([place])
    kept = [[place for place in run if not upper or _is_upper(lines[place])] for run in runs]
    return [run for run in kept if run and _may_be_title([lines[place] for place in run])]


def _is_upper(line: Line) -> bool:
    """Whether a line is set in capitals, maybe with a room behind it that is not: « LA RIVE (Salle 2) »."""
    return is_in_capitals(line.text.split("(")[0])


def _may_be_title(run: Sequence[Line]) -> bool:
    text = " ".join(line.text for line in run)
    begun = text[:1].isupper() or text[:1].isdigit() or text[:1] in '«“"'
    return begun and len(run) <= MAX_TITLE_LINES and not text.endswith(".") and kind_of(text) is Kind.SESSION
