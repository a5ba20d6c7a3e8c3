"""Talks under the time of a session, each told by its length: « Léa Durand, éclusière : Titre 15 min »."""

import re

from pipeline.document import Passage
from pipeline.page.entries import is_listed, is_note
from pipeline.page.passages import join_lines, same_block, starts_paragraph
from pipeline.segment.credits import tells_people
from pipeline.segment.headings import part_heading
from pipeline.segment.marked_talks import MarkedTalk, people_ahead, places_of
from pipeline.segment.parts import Parts
from pipeline.segment.reading import Reading
from pipeline.segment.talks import bare
from pipeline.times.hours import find_durations

# So many lengths at the ends of paragraphs make them talks: one alone is that of the session, or of a film.
MIN_TALKS = 2
# No talk of a list is longer, in minutes, and none is announced in more lines.
MAX_MINUTES, MAX_LINES = 90, 8
# The lines of a talk begin within so many points of each other.
SAME_EDGE = 3.0

# What stands before a length: words and a sign, or a bracket alone.
_BEHIND_WORDS = re.compile(r"\w\W+$|^\s*[\[(]\s*$")
_PROSE = re.compile(r"[^\W\d_]{3}\.\s+[A-ZÀ-Þ]")


def timed_talks(
    reading: Reading, parts: Parts, start: int, end: int, skipped: set[int], *, in_brackets: bool = False
) -> list[MarkedTalk]:
    """The paragraphs in `lines[start:end]` that end with a length, below the title that `parts` found.

    What stands below one before the next is told of it, or of the next where all have people above. With
    `in_brackets` lengths in brackets count too.
    """
    lines = reading.lines
    title = max(places_of([parts.title], lines, start, end), default=start)
    floor = title + 1
    ends = [
        place
        for place in range(floor, end)
        if place in reading.free and ends_with_minutes(lines[place].text, in_brackets=in_brackets)
    ]
    # The marks of a list tell talks more surely than their lengths.
    others = any(place in skipped or is_listed(lines[place].text) for place in range(floor, end))
    if len(ends) < MIN_TALKS or others:
        return []
    groups = []
    for last in ends:
        first = last
        while first > floor and first - 1 in reading.free and _goes_on(reading, first, in_brackets):
            first -= 1
        groups.append(range(first, last + 1))
        floor = last + 1
    told = [bare(join_lines([lines[place] for place in group], one_paragraph=True)) for group in groups]
    if not all(len(group) <= MAX_LINES and _is_talk(text) for group, text in zip(groups, told, strict=True)):
        return []
    ahead = [] if any(map(part_heading, told)) else people_ahead(reading, groups, title, end)
    starts = [*(ahead or (group[0] for group in groups)), end]
    return [
        MarkedTalk(first, after, tuple(group), within=True)
        for group, first, after in zip(groups, starts, starts[1:], strict=False)
    ]


def bracketed_talks(reading: Reading, parts: Parts, start: int, end: int, skipped: set[int]) -> list[MarkedTalk]:
    """The talks told by lengths in brackets where they were taken for people, below « Présidence : Léa Durand »."""
    held = [piece.line.text for block in parts.blocks for piece in block.passage.pieces]
    if not any(ends_with_minutes(text, in_brackets=True) for text in held):
        return []
    return timed_talks(reading, parts, start, end, skipped, in_brackets=True)


def ends_with_minutes(text: str, *, in_brackets: bool = False) -> bool:
    """Whether a line ends with a length of some minutes: « Le moulin 15 min », or « [15’] » with `in_brackets`."""
    if is_note(text):
        return False  # « Discussion 5 min »
    end = len(text.rstrip(" .)]" if in_brackets else " ."))
    told = [length for length in find_durations(text) if length.end_offset == end and length.minutes <= MAX_MINUTES]
    return any(_BEHIND_WORDS.search(text[: length.start_offset]) for length in told)


def _goes_on(reading: Reading, place: int, in_brackets: bool) -> bool:
    """Whether the paragraph of the line before goes on with a line."""
    before, line = reading.lines[place - 1], reading.lines[place]
    near = same_block(before, line) and abs(before.box.x0 - line.box.x0) < SAME_EDGE
    apart = starts_paragraph(before, line, leading=reading.leading)
    ended = ends_with_minutes(before.text, in_brackets=in_brackets) or is_note(before.text)
    return near and not apart and not ended


def _is_talk(told: Passage) -> bool:
    """Whether a paragraph tells a title, or people and their title: people alone have their title above."""
    return not _PROSE.search(told.text) and (part_heading(told) is not None or not tells_people(told.text))
