"""Lines that announce a day: alone on their line, in columns side by side, or broken over two lines."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.page.passages import cut, join_lines, same_block
from pipeline.page.themed_days import themed_days
from pipeline.times import find_half_day, is_day_heading
from pipeline.times.days import MONTH, PrintedDay, find_days

# The name of half a day alone on a line is shorter than this.
MAX_HALF_DAY = 16
_MONTH_ALONE = re.compile(rf"\W*{MONTH}(?:\s20\d\d)?\W*", re.I)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


class DayHeading(NamedTuple):
    """A line that announces a day, or the part of it that announces one of several in columns."""

    place: int
    passage: Passage
    day: PrintedDay

    @property
    def line(self) -> Line:
        """The line it stands in."""
        return self.passage.pieces[0].line

    @property
    def edges(self) -> tuple[float, float]:
        """How far it reaches from left to right."""
        line, piece = self.line, self.passage.pieces[0]
        sign = line.box.width / max(1, len(line.text))
        left = line.box.x0 + piece.offset * sign
        return left, left + (piece.end - piece.start) * sign


def find_day_headings(lines: Sequence[Line], timed: Collection[int] = ()) -> list[DayHeading]:
    """The lines that name one day and hardly anything else, or several with nothing but spaces between.

    A theme may stand behind a day that heads others (« Jeudi 9 mai – Journée des écoles »); `timed` are the places
    of items of tables, whose hours stand in cells of their own.
    """
    found: list[DayHeading] = []
    themed = themed_days(lines, timed)
    for index, line in enumerate(lines):
        days = find_days(line.text)
        if (day := themed.get(index)) is not None:
            found.append(DayHeading(index, cut(join_lines([line]), day.start_offset, day.end_offset), day))
            continue
        if not days or not is_day_heading(line.text):
            continue
        passage, spots = join_lines([line]), sorted({(day.start_offset, day.end_offset) for day in days})
        if len({(day.day, day.month, day.weekday) for day in days}) == 1:
            if found and found[-1].place == index - 1 and (whole := _broken_day(found[-1], line, days[0])):
                passage, days = whole, find_days(whole.text)
                found.pop()
            found.append(DayHeading(index, passage, days[0]))
        elif len(spots) == len(days) and line.text[: spots[0][0]] == "" and _are_columns(line.text, spots):
            found += [DayHeading(index, cut(passage, day.start_offset, day.end_offset), day) for day in days]
    return found


def _broken_day(above: DayHeading, line: Line, day: PrintedDay) -> Passage | None:
    """The day whose weekday stands alone on the line above: « MERCREDI », « 28 SEPTEMBRE »."""
    if not above.day.weekday_only or above.day.day is not None or day.weekday is not None:
        return None
    whole = join_lines([above.line, line], one_paragraph=True)
    return whole if above.line.style == line.style and same_block(above.line, line) else None


def _are_columns(text: str, spots: Sequence[tuple[int, int]]) -> bool:
    """« Mardi 4 mai Mercredi 5 mai »: heads of columns that stand close are one line."""
    return all(text[end:start].isspace() for (_, end), (start, _) in pairwise(spots))


def is_half_day(text: str) -> bool:
    """« MATIN » or « Après-midi (ateliers au choix) » alone on a line: a heading of the programme, no title."""
    bare = _IN_BRACKETS.sub("", text)
    return len(bare) < MAX_HALF_DAY and find_half_day(bare) is not None


def is_month(text: str) -> bool:
    """« DÉCEMBRE » or « Mars 2026 » alone on a line: a heading of the programme of a season, no part of an item."""
    return _MONTH_ALONE.fullmatch(text) is not None
