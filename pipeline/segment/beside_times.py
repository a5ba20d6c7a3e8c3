"""What stands on the line of a time, before it or behind it, and the lines it goes on with."""

import re
from collections.abc import Sequence

from pipeline.document import Line, Passage
from pipeline.page.line_ends import ends_open, is_bracket_open
from pipeline.page.passages import cut, fills, join_lines
from pipeline.segment.anchor import Anchor
from pipeline.segment.credits import ends_credit, ends_people
from pipeline.segment.headings import may_part, part_heading
from pipeline.segment.names_in_titles import is_over_people, opens_participants
from pipeline.segment.setting import SAME_EDGE, Setting, column_of
from pipeline.segment.title_lines import following, paragraph_of, stands_out, up_to_title
from pipeline.segment.titles_within_people import holds_title
from pipeline.segment.trimming import trimmed

# « 15h – 18h (avec une pause à 16h30) : Habiter la rive », « 20h30 (durée : 1h) Titre », « à 14h précises : Titre »
_ASIDE = re.compile(
    r"(?:\s*\((?:avec|dont|y compris|hors|sauf)\s[^()]*\)\s*[:–—-]|"
    r"\s*\((?:dur[ée]e\s?:?\s?)?(?:\d{1,2}\s?h(?:\s?\d\d)?|\d{1,3}\s?(?:min|mn)\w*\.?)\)\s*[:–—-]?|"
    r"\s*(?:pr[ée]cises?|environ)\b\s*[:–—,-]?)\s*(?=\S)",
    re.I,
)


def said_beside(
    lines: Sequence[Line], free: Sequence[int], anchor: Anchor, inline: Passage, setting: Setting
) -> tuple[Passage, list[int], bool]:
    """What stands beside a time, with the lines it goes on with, and whether a title is in it: else people alone."""
    behind = [place for place in free if place > anchor.place]
    more = _continuation(lines, behind, anchor, setting)
    broken: list[int] = []
    named = opens_participants(inline.text)
    if named and anchor.rest is not None:
        paragraph = paragraph_of(lines, behind, anchor.lines[-1], setting)
        told = _whole(lines, paragraph, anchor, setting)
        if told and part_heading(told) is None:  # people alone: their title may follow in italics
            paragraph = paragraph_of(lines, behind, anchor.lines[-1], setting, any_slant=True)
        titled = up_to_title(lines, paragraph, lambda group: _whole(lines, group, anchor, setting))
        broken = _up_to_end(lines, paragraph, anchor, setting)
        more = max(more, titled, broken, key=len)
    whole = _whole(lines, more, anchor, setting) or inline
    last = more[-1] if more else anchor.place + len(anchor.lines) - 1
    below = [*more, *(place for place in behind if place == last + 1)]
    credited = _up_to_credit(lines, below, anchor, setting) if named else None
    named = named and not is_over_people(inline.text, [lines[index].text for index in free], setting.markers)
    people = _whole(lines, credited, anchor, setting) if credited is not None else None
    apart = more and ends_credit(inline.text, lines[more[0]].text)
    heading = part_heading(whole)
    proven = heading is not None and (people is None or len(heading.people.text) <= len(people.text))
    may_be = more and may_part(whole) and not (apart or people)
    if not named or proven or may_be or holds_title(whole.text):
        return whole, more, True
    if people is not None and credited is not None:
        return people, credited, False
    return (whole, broken, False) if broken == more else (inline, [], False)


def beside_time(anchor: Anchor) -> Passage | None:
    """What stands on the line of a time after it, or before it; what it holds besides is no part of it."""
    if anchor.rest is not None:
        aside = _ASIDE.match(anchor.passage.text, anchor.rest)
        return trimmed(cut(anchor.passage, aside.end() if aside else anchor.rest))
    if anchor.lead is not None:
        return trimmed(cut(anchor.passage, 0, anchor.lead))
    return None


def before_rest(anchor: Anchor) -> Passage | None:
    """What stands between a time and what follows it: « 10h (Salle 2) • Léa Durand, éclusière »."""
    if anchor.rest is None or anchor.rest <= anchor.hours.end_offset:
        return None
    return trimmed(cut(anchor.passage, anchor.hours.end_offset, anchor.rest))


def behind_time(anchor: Anchor) -> Passage | None:
    """What stands behind a time that ends the line of a title: « Titre | 9h – 10h Salle 2 »."""
    behind = anchor.passage.text[anchor.hours.end_offset :].lstrip(" )]")
    return trimmed(cut(anchor.passage, len(anchor.passage.text) - len(behind))) if anchor.lead is not None else None


def _continuation(lines: Sequence[Line], free: Sequence[int], anchor: Anchor, setting: Setting) -> list[int]:
    """The lines a title that begins beside its time goes on with."""
    if anchor.rest is None:
        return []
    more = following(lines, free, anchor.lines[-1], anchor.place, setting)
    return more if more and not _is_set_in(anchor, lines[more[0]], setting) else []


def _is_set_in(anchor: Anchor, line: Line, setting: Setting) -> bool:
    """Whether text begins at a place of its own though the line of its time had room for more.

    « 14h – Habiter la rive », and set in below it « Éclusiers et bateliers répondent. ».
    """
    time = anchor.lines[-1]
    if anchor.rest is None or len(anchor.lines) > 1 or not line.text[:1].isupper() or stands_out(line, setting):
        return False
    edge = max(setting.edges.get(column_of(each), 0.0) for each in (time, line))
    if fills(time, line, edge, room=1.0):
        return False
    middles = abs(line.box.x0 + line.box.x1 - time.box.x0 - time.box.x1) / 2
    title = time.box_of(anchor.rest, len(time.text))
    return min(middles, *(abs(line.box.x0 - spot) for spot in (time.box.x0, title.x0))) > SAME_EDGE


def _up_to_credit(lines: Sequence[Line], below: list[int], anchor: Anchor, setting: Setting) -> list[int] | None:
    """The lines people beside a time go on with, to one with room for more words, before what is none of theirs."""
    before = anchor.lines[-1]
    for count, place in enumerate(below):
        if not fills(before, lines[place], setting.edges.get(column_of(before), 0.0)):
            said = _whole(lines, below[:count], anchor, setting)
            return below[:count] if said and ends_people(said.text, lines[place].text) else None
        before = lines[place]
    return None


def _up_to_end(lines: Sequence[Line], paragraph: list[int], anchor: Anchor, setting: Setting) -> list[int]:
    """The lines with which people beside a time go on while these break off, in quotation marks or behind « à »."""
    count = 0
    while count < len(paragraph) and (said := _whole(lines, paragraph[:count], anchor, setting)):
        if not (ends_open(said.text) or is_bracket_open(said.text) or said.text.count("«") > said.text.count("»")):
            break
        count += 1
    return paragraph[:count]


def _whole(lines: Sequence[Line], more: Sequence[int], anchor: Anchor, setting: Setting) -> Passage | None:
    """What stands beside a time together with the lines it goes on with."""
    if anchor.lead is not None:
        return trimmed(cut(anchor.passage, 0, anchor.lead))
    joined = join_lines([*anchor.lines, *(lines[i] for i in more)], setting.vocabulary, one_paragraph=True)
    aside = _ASIDE.match(joined.text, anchor.rest) if anchor.rest is not None else None
    return trimmed(cut(joined, aside.end() if aside else anchor.rest or 0))
