"""Items whose title only says who speaks: « Intervention de Léa Durand »."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.page.line_ends import ends_open
from pipeline.page.passages import cut, join_lines, same_block
from pipeline.page.people_lists import is_people
from pipeline.segment.setting import Setting
from pipeline.segment.title_lines import is_announced, paragraph_of
from pipeline.wording import Marker, find_marker, opens_person

# « Intervention de Léa Durand ».
_SPEECH_OF = re.compile(r"\W*(?:interventions?|allocutions?|communications?|pr[ée]sentation)\s+d(?:e|['’])$", re.I)

# « 12h10 Discussion animée par Léa Durand »: the marker says what the item is.
_WHAT_IS_LED = re.compile(r"\w+\s\S+\spar")
# Who speaks stands for the title, and is no marker with nobody below it.
_SPEAKER = re.compile(r"(?:le |la |les )?grande?s? t[ée]moins?", re.I)


def announced(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    """The lines below a time that only say who speaks, as the title of an item: « Intervention de Léa Durand »."""
    marker = find_marker(lines[free[0]].text, setting.markers) if free else None
    if marker is None or not _SPEECH_OF.match(marker.words):
        return []
    return [free[0], *paragraph_of(lines, free[1:], lines[free[0]], setting)]


def naming_nobody(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    """The lines without a marker of people, or with one of a body that speaks: « Intervention de la fédération »."""
    return [index for index in free if not _names_somebody(lines, index, setting)]


def _names_somebody(lines: Sequence[Line], index: int, setting: Setting) -> bool:
    text = lines[index].text
    marker = find_marker(text, setting.markers)
    if marker is None or not is_announced(lines, index, setting):
        return False
    return not (_SPEECH_OF.match(marker.words) and not opens_person(text[marker.rest :]))


class Spoken(NamedTuple):
    """An item called by who speaks: its title, the people named behind it or below, the lines of both."""

    title: Passage
    people: Passage | None
    lines: set[int]


def named_after_speaker(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> Spoken | None:
    """An item called by who speaks, where it names people and nothing else: « Grand témoin – Léa Durand, maire »."""
    marker = find_marker(lines[free[0]].text, setting.markers) if free else None
    if marker is None or not _SPEAKER.fullmatch(marker.words):
        return None
    near = takewhile(lambda pair: same_block(lines[pair[0]], lines[pair[1]]), pairwise(free))
    below = list(takewhile(lambda at: find_marker(lines[at].text, setting.markers) is None, (at for _, at in near)))
    whole = join_lines([lines[index] for index in free[: len(below) + 1]], setting.vocabulary, one_paragraph=True)
    title, behind = cut(whole, 0, len(marker.words)), cut(whole, marker.rest)
    if behind.text and not is_people(behind.text):
        return None
    return Spoken(title, behind if behind.text else None, {free[0], *below})


def goes_on_there(lines: Sequence[Line], place: int, free: Sequence[int]) -> bool:
    """Whether what could be a title goes on with the line above it (« …, directeur du »), or is told in brackets."""
    if place <= free[0]:
        return False
    above = lines[place - 1]
    broken = ends_open(above.text) and same_block(above, lines[place])
    return broken or bool(re.match(r"[a-zà-ÿ(]", lines[place].text))


def marker_beside(text: str, setting: Setting) -> Marker | None:
    """The marker beside a time; words that are a title with the name behind them are none: « Intervention de »."""
    marker = find_marker(text, setting.markers)
    return None if marker is not None and _SPEECH_OF.match(marker.words) else marker


def behind_marker(inline: Passage, marker: Marker | None) -> tuple[Passage, Passage | None, Passage | None]:
    """What stands behind a marker beside a time; all of it where that is what is led; the marker before a colon."""
    if marker is None:
        return inline, None, None
    said = inline if _WHAT_IS_LED.fullmatch(marker.words) else None
    return cut(inline, marker.rest), said, cut(inline, 0, len(marker.words)) if marker.colon else None
