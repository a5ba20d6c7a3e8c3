"""Items whose title only says who speaks: « Intervention de Léa Durand »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.segment.setting import Setting
from pipeline.segment.title_lines import paragraph_of
from pipeline.wording import Marker, find_marker

# « Intervention de Léa Durand ».
_SPEECH_OF = re.compile(r"\W*(?:interventions?|allocutions?|communications?|pr[ée]sentation)\s+d(?:e|['’])$", re.I)

# Who speaks stands for the title, and is no marker with nobody below it.
_SPEAKER = re.compile(r"(?:le |la |les )?grande?s? t[ée]moins?", re.I)


def announced(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    """The lines below a time that only say who speaks, as the title of an item: « Intervention de Léa Durand »."""
    marker = find_marker(lines[free[0]].text, setting.markers) if free else None
    if marker is None or not _SPEECH_OF.match(marker.words):
        return []
    return [free[0], *paragraph_of(lines, free[1:], lines[free[0]], setting)]


def named_after_speaker(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    """The first line of an item that calls it by who speaks, over nothing or another marker: « Grand témoin »."""
    if not free or not _SPEAKER.fullmatch(lines[free[0]].text.strip()):
        return []
    below = lines[free[1]].text if len(free) > 1 else ""
    return [free[0]] if not below or find_marker(below, setting.markers) else []


def goes_on_there(lines: Sequence[Line], place: int, free: Sequence[int]) -> bool:
    """Whether what could be a title goes on with the line above it, or is told in brackets: « (20 min) »."""
    return place > free[0] and bool(re.match(r"[a-zà-ÿ(]", lines[place].text))


def marker_beside(text: str, setting: Setting) -> Marker | None:
    """The marker beside a time; words that are a title with the name behind them are none: « Intervention de »."""
    marker = find_marker(text, setting.markers)
    return None if marker is not None and _SPEECH_OF.match(marker.words) else marker
