"""People and title of a heading told apart by the style they are set in: « **Titre** Léa Durand, éclusière »."""

import re
from collections.abc import Sequence

from pipeline.document import Passage
from pipeline.lexicon import CIVILITY
from pipeline.segment.heading_forms import Cut, Form
from pipeline.wording import find_formats, match_head, match_role, opens_person

# Before a name that alone is bold stands how somebody is addressed: « Habiter la rive – Dr **Léa Durand** ».
_CIVIL_END = re.compile(rf"[\s,–—-](?P<civility>{CIVILITY})\s*$")


def by_style(title: Passage) -> list[Cut]:
    """People and title told apart by the style they are set in: one change of weight or slant in the heading."""
    changes = [
        piece.start + span.start - piece.offset
        for piece in title.pieces
        for span in piece.line.spans
        if piece.offset <= span.start < piece.offset + piece.end - piece.start
    ]
    styles = [
        (span.style.bold, span.style.italic)
        for piece in title.pieces
        for span in piece.line.spans
        if piece.offset < span.end and span.start < piece.offset + piece.end - piece.start
    ]
    starts = sorted({0, *changes})
    if len(starts) != len(styles):
        return []
    return [
        found
        for place in _style_changes(styles)
        if starts[place] > 0
        for found in _at_style(title, starts[place], _is_slanted(styles, place))
    ]


def _style_changes(styles: Sequence[tuple[bool, bool]]) -> list[int]:
    """The runs with which a heading may be parted: what begins or ends it is set as nothing else in it.

    Names may be bold and what the people do not: « **Léa Durand**, éclusière, et **Marc Petit** – *Titre* ».
    """
    changes = [n for n in range(1, len(styles)) if styles[n] != styles[n - 1]]
    return sorted({n for n in (*changes[:1], *changes[-1:]) if not {*styles[:n]} & {*styles[n:]}})


def _is_slanted(styles: Sequence[tuple[bool, bool]], place: int) -> bool:
    """Whether all that a heading ends with is in italics, and its beginning is not.

    In « Léa Durand, *éclusière* **Habiter la rive** » the title is what comes behind the italics.
    """
    return styles[place][1] and not styles[0][1] and len({*styles[place:]}) == 1


def _at_style(title: Passage, spot: int, slanted: bool) -> list[Cut]:
    """Title and people of a heading cut where its style changes (`slanted`: to italics), by a name in one."""
    if (civil := _CIVIL_END.search(title.text, 0, spot)) is not None:
        spot = civil.start("civility")
    first, last = title.text[:spot], title.text[spot:].lstrip(" –—-:,.(|/•·")
    after = len(title.text) - len(last)
    if _is_inside_name(title.text[:spot], last):
        return []
    comma = first.rstrip().endswith(",") or re.match(r"\s*[,(]", title.text[spot:])
    behind = opens_person(last) and not opens_person(first)  # « **Titre**, Léa Durand, éclusière »
    if (comma and not slanted and not behind) or match_role(last) or match_head(last) or first.rstrip().endswith("("):
        return []  # a name and what the person does
    if opens_person(first) and not opens_person(last) and len(last) > 5:
        return [Cut(Form.STYLE_LAST, (after, len(title.text)), (0, spot))]
    if opens_person(last) and not opens_person(first) and len(first.strip()) > 5:
        return [Cut(Form.STYLE_FIRST, (0, spot), (after, len(title.text)))]
    if len(first.split()) > 2 and len(last) > 5 and not opens_person(last) and not find_formats(first):
        return [Cut(Form.STYLE_BODY, (after, len(title.text)), (0, spot))]
    return []


def _is_inside_name(before: str, behind: str) -> bool:
    """Whether the style changes between first name and surname: « Conclusions, par Léa **DURAND** »."""
    first = re.search(r"([^\W\d_][\w'’-]*) $", before)
    return first is not None and not opens_person(behind) and opens_person(f"{first[1]} {behind}")
