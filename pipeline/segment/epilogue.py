"""Where a programme ends and other matter begins: practical information, biographies, partners, a form."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from pipeline.document import Line, Segment
from pipeline.page.look import Look
from pipeline.segment.anchor import Anchor
from pipeline.segment.structure import body_look, is_in_capitals, style_at
from pipeline.times import is_day_heading

# A heading so much larger than the title of the last item is none of its parts.
LARGER = 1.15
# The title of the last item takes no more lines than these behind its time.
MAX_TITLE = 3
# Behind a heading of other matter stand no more times than these, and before it no fewer.
MAX_LATE, MIN_ITEMS = 3, 3
_HEADING = re.compile(
    r"\W*(?:les |nos |vos )?(?:infos?(?:rmations?)? (?:pratiques?|utiles?)|contacts?|renseignements|inscriptions?|"
    r"(?:bulletin|fiche) d['’]inscription|modalités (?:pratiques|d['’]inscription)|plan d['’]accès|accès|"
    r"(?:comment|pour) (?:venir|participer|s['’]inscrire|s['’]y rendre|nous rejoindre)|hébergement|partenaires|"
    r"venir (?:à|au|aux) [^.:]{2,30}|"
    r"sponsors|mécènes|remerciements|avec le soutien d\w+|comité (?:scientifique|d['’]organisation|de pilotage)|"
    r"(?:biographies?|bios?|présentation|portraits?) des (?:intervenant|orat|conférenci|participant|invité)\S*|"
    r"biographies?(?: des \w+)?|bibliographie|les intervenant\S*|crédits|"
    r"index des (?:intervenant|orat|conférenci|participant|auteur|autrice|nom|personne)\S*(?: et \w+)?)\W*",
    re.I,
)
# « Comité scientifique : Léa Durand, … », « Contact : … », « Infos pratiques — … » on one line.
_RUN_IN = re.compile(
    r"\W*(?:(?:comité (?:scientifique|d['’]organisation|de pilotage)|contacts?|renseignements|avec le soutien d\w+)"
    r"\s*:|"
    r"(?:infos?(?:rmations?)? (?:pratiques?|utiles?)|(?:en )?pratique)\s*(?::|[–—]\s))",
    re.I,
)


def names_other_matter(text: str) -> bool:
    """Whether a line is a heading of what stands behind programmes: « Informations pratiques », « Contact : … »."""
    return bool(_HEADING.fullmatch(text) or _RUN_IN.match(text))


def end_of_programme(lines: Sequence[Line], anchors: Sequence[Anchor], flow: Collection[int], body: Look) -> int:
    """The place of the first line behind the last item that belongs to no item any more; else behind all lines.

    Args:
        lines: the lines of the document in reading order.
        anchors: the times among them.
        flow: indices of the lines outside grids: behind the last of these in a grid nothing is looked for.
        body: the look of running text.
    """
    if not anchors:
        return len(lines)
    anchors = _before_other_matter(lines, anchors, body)
    last = anchors[-1]
    start = last.place + len(last.lines)
    if any(place not in flow for place in range(start, len(lines))):
        return len(lines)
    around = lines[max(0, last.place - MAX_TITLE) : start + MAX_TITLE]
    title = max(line.style.size for line in around if line.page <= last.lines[-1].page)
    beside = last.rest is not None or last.lead is not None
    for place in range(start if beside else start + 1, len(lines)):
        line = lines[place]
        if _opens_other_matter(line, body):
            return place
        if line.page > last.lines[-1].page and line.style.size > LARGER * title and any(map(str.isalpha, line.text)):
            return place
    return len(lines)


def without_other_matter(segments: Sequence[Segment]) -> list[Segment]:
    """The items but for headings of other matter without a time of their own, at the foot of a column of items."""
    return [
        segment
        for place, segment in enumerate(segments)
        if not (
            any(names_other_matter(piece.line.text) for piece in segment.title.pieces[:1])
            and (segment.hours is None or any(segment.hours == other.hours for other in segments[:place]))
        )
    ]


def heads_of_panels(lines: Sequence[Line]) -> list[int]:
    """The places of headings of other matter that begin a column or a page, as on the back of a leaflet."""
    body = body_look(lines)
    return [
        place
        for place, (before, line) in enumerate(pairwise(lines), start=1)
        if _is_heading(line, body) and _begins_column(before, line)
    ]


def lines_of_panels(lines: Sequence[Line], heads: Sequence[int], anchors: Sequence[Anchor]) -> set[int]:
    """The places of lines in columns of other matter (`heads_of_panels`), up to the end of a page without a time.

    A further column that tells a day is the cover of a leaflet.
    """
    found: set[int] = set()
    for head in heads:
        end = next((after for after in range(head, len(lines)) if lines[after].page != lines[head].page), len(lines))
        if any(head < anchor.place < end for anchor in anchors):
            continue
        begun = [place for place in range(head + 1, end) if _begins_column(lines[place - 1], lines[place])]
        for first, after in pairwise([head, *begun, end]):
            if first == head or not any(is_day_heading(line.text) for line in lines[first:after]):
                found |= set(range(first, after))
    return found


def _begins_column(before: Line, line: Line) -> bool:
    """Whether a line is the first of a page, or stands above the one read before it."""
    return before.page != line.page or line.box.y1 < before.box.y0


def _opens_other_matter(line: Line, body: Look) -> bool:
    return _is_heading(line, body) or bool(_RUN_IN.match(line.text))


def _is_heading(line: Line, body: Look) -> bool:
    apart = line.style.bold > body.bold or line.style.size > body.size or is_in_capitals(line.text)
    return apart and bool(_HEADING.fullmatch(line.text))


def _before_other_matter(lines: Sequence[Line], anchors: Sequence[Anchor], body: Look) -> Sequence[Anchor]:
    """The times before a heading of other matter behind which times are few and set otherwise than those of items.

    « Biographies », « journaliste, à la radio le samedi à 17 h »; « Pour venir », « Garderie de 9h à 18h ».
    """
    for number in range(max(MIN_ITEMS, len(anchors) - MAX_LATE), len(anchors)):
        between = lines[anchors[number - 1].place + len(anchors[number - 1].lines) : anchors[number].place]
        usual = {_look(anchor) for anchor in anchors[:number]}
        ended = any(_opens_other_matter(line, body) for line in between)
        if ended and not usual & {_look(anchor) for anchor in anchors[number:]}:
            return anchors[:number]
    return anchors


def _look(anchor: Anchor) -> tuple[float, bool, str]:
    style = style_at(anchor.lines[0], anchor.hours.start_offset)
    return style.size, style.bold, style.font
