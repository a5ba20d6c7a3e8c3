"""The subtitle of an item: what stands right below its title in a heading's style that is not that of the text."""

import re
from collections.abc import Sequence

from pipeline.document import Line, Passage
from pipeline.page.entries import LABELLED
from pipeline.page.format_labels import label_before, label_of
from pipeline.page.line_ends import is_bracket_open
from pipeline.page.look import Look
from pipeline.page.passages import cut, join_lines
from pipeline.page.people_lists import is_people
from pipeline.page.stage_credits import names_behind_credit
from pipeline.segment.genre_lines import are_players
from pipeline.segment.prose_people import leads_to_people
from pipeline.segment.session_headings import only_counts
from pipeline.segment.setting import Setting
from pipeline.segment.title_lengths import tells_for_whom
from pipeline.wording import (
    BULLETS,
    find_marker,
    is_room,
    match_head,
    names_somebody,
    opens_person,
)

# A subtitle has at most this many lines, else it is a paragraph set in a heading's style.
MAX_SUBTITLE_LINES = 4
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
# Two such lines are a list: « Atelier A », « Atelier B », or « – Les gués », « – Les bacs ».
_LISTED = re.compile(rf"{LABELLED.pattern}|[–—-]\s", re.I)
# « CONFÉRENCE | À quoi sert une rive ? »: the last capital begins what is not set in capitals.
_SENTENCE_START = re.compile(r"[|:–—-]\s*[^\W\d_]\s$")
# Signs that part people, bodies, places and lengths, and the words that credit somebody with a work.
_NO_SUBTITLE = re.compile(
    r"[|;•·→]|\d\s?(?:h|mn?|min|€)\b|\b(?:d['’]après|par|avec|compagnie|cie|mise en scène)\b", re.I
)
_CASE_SWITCH = re.compile(r"^(?P<title>[^a-zà-öø-ÿ]+\s)(?P<rest>\(?[a-zà-öø-ÿ][^A-ZÀ-Þ]{6,})$")


def find_subtitle(
    lines: Sequence[Line], free: Sequence[int], last: int, setting: Setting
) -> tuple[Passage | None, set[int]]:
    """The lines right below the last line of a title, in a heading's style that is not that of the text."""
    free = [index for index in free if index > last]
    if not free:
        return None, set()
    usual = setting.body.size
    look = setting.look if isinstance(setting.look, Look) else Look.of(lines[last].spans[-1].style)
    if not (look.bold or look.size > usual):
        return None, set()
    listed = sum(bool(_LISTED.match(lines[index].text)) for index in free) > 1
    group: list[int] = []
    for index in free:
        line = lines[index]
        if (
            index != last + 1 + len(group)
            or find_marker(line.text, setting.markers)
            or is_room(line.text)
            or _NUMBERED.match(line.text)
            or tells_for_whom(line.text)
            or line.text[:1] in BULLETS
            or (listed and _LISTED.match(line.text))
            or (not group and (is_people(line.text) or leads_to_people(line.text, setting.markers)))
            or are_players(line.text)
            or names_behind_credit(line.text) is not None
        ):
            break
        style = line.style
        slanted = style.italic and not setting.body.italic and not look.italic
        heading = style.bold or style.size > usual or slanted
        if not heading or style.size > look.size or (group and Look.of(style) != Look.of(lines[group[0]].style)):
            break
        group.append(index)
    if not group or len(group) > MAX_SUBTITLE_LINES:
        return None, set()
    subtitle = join_lines([lines[i] for i in group], setting.vocabulary, one_paragraph=True)
    style = lines[group[0]].style
    others = [lines[index] for index in free if index not in group and Look.of(lines[index].style) == Look.of(style)]
    again = any(line.text[:1].isupper() for line in others)
    if style.italic and style.size <= usual and (again or not _may_be_slanted(subtitle.text)):
        return None, set()  # « *La farine* », people, « *Le gué* », people: these are talks
    sentence = subtitle.text.endswith((".", "…")) and look.bold and not style.bold
    # The name of the first of several people may break off: « par Aurélie », « Le Goff et Marc Petit ».
    return (None, set()) if sentence or is_people(subtitle.text) else (subtitle, set(group))


def _may_be_slanted(text: str) -> bool:
    """Whether a text that only its slant sets apart may be a subtitle: no person, body, format, place or credit."""
    told = label_of(text) or label_before(text) or opens_person(text) or names_somebody(text) or match_head(text)
    return not told and len(text.split()) > 2 and not _NO_SUBTITLE.search(text)


def split_title(title: Passage) -> tuple[Passage, Passage | None]:
    """A title parted from the subtitle that goes on in it, told by the first line or by the change of case."""
    title, rest = _split_count(title)
    return (title, rest) if rest else _split_case(title)


def _split_count(title: Passage) -> tuple[Passage, Passage | None]:
    """« Première table ronde » over « Habiter la rive »: a first line that only counts parts has what is below it."""
    if not title.breaks or not only_counts(title.text[: title.breaks[0]]):
        return title, None
    end = len(title.text[: title.breaks[0]].rstrip())
    return cut(title, 0, end), cut(title, title.breaks[0])


def _split_case(title: Passage) -> tuple[Passage, Passage | None]:
    """« TITRE EN CAPITALES (et sa suite en minuscules) »: the change of case parts title and subtitle."""
    found = _CASE_SWITCH.match(title.text)
    if found is None or sum(char.isupper() for char in found["title"]) < 8 or _SENTENCE_START.search(found["title"]):
        return title, None
    if is_bracket_open(found["title"]):
        return title, None  # « ATELIERS (4 au choix) »
    end = len(title.text[: found.start("rest")].rstrip(" –—-:"))
    return cut(title, 0, end), cut(title, found.start("rest"))
