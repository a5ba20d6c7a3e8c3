"""What titles beside their times have in common where they have no style of their own line by line.

« 9h **Titre** », then « **Titre** (Salle 2) » below: the second is set as the first. So are
« 9h TITRE » and « TITRE », or « 9h « Titre » » and « « Titre » ».
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line
from pipeline.page.entries import LISTED, is_in_brackets, is_initial_name
from pipeline.page.line_ends import breaks_off_in_name, goes_on_below
from pipeline.page.look import Look
from pipeline.page.passages import HYPHENS, is_tied, same_block, starts_paragraph
from pipeline.page.people_lists import is_people
from pipeline.segment.anchor import Anchor
from pipeline.segment.kickers import find_kicker
from pipeline.segment.place_words import names_place
from pipeline.segment.rooms import MIN_REPEATS, end_of_room
from pipeline.segment.structure import is_in_capitals, style_at
from pipeline.segment.title_runs import is_same_title
from pipeline.times.hours import find_durations
from pipeline.wording import BULLETS, PARTICLE, find_marker, is_room, opens_person

# So many titles beside times must show a mark, and this part of them, before others are looked for.
MIN_SHOWN, SHARE = 3, 0.75
# Of the other lines no more than this part may have it too.
MAX_ELSEWHERE = 0.6
MAX_TITLE_LINES = 6
_OPEN, _CLOSE = '«“"', '»”"'
_BRACKETED = re.compile(r"\([^()]+\)")
_PLACE = re.compile(r"(?P<place>[^|•·:–—,(]{2,40}?)\s*(?:[|•·–—]|\s-)\s+(?=\w)")
# What parts people from the title behind them.
_PARTING = ("|", ":", "–", "—", "-", "/")
_SIGNS = f" \t–—-:|/>→.,{BULLETS}*"


class TitleMark(NamedTuple):
    """The look of titles, or None where it is that of the text; whether they are in capitals or quotation marks."""

    look: Look | None
    upper: bool
    quoted: bool

    def opens(self, line: Line) -> bool:
        """Whether a line begins as titles do."""
        listed = LISTED.match(line.text)
        text = line.text[listed.end() if listed else 0 :].lstrip(_SIGNS)
        start = len(line.text) - len(text)
        if (
            is_in_brackets(text)
            or is_initial_name(text)
            or (self.look is not None and not self.look.fits(style_at(line, start)))
        ):
            return False
        if self.quoted and text[:1] not in tuple(_OPEN):
            return False
        if self.upper and not is_in_capitals(_run_from(line, start, self.look)):
            return False
        return any(char.isalpha() for char in text) and (self.quoted or self.upper or not is_people(text))


def _run_from(line: Line, start: int, look: Look | None) -> str:
    """The words from an offset on that are set in a look, or the whole rest."""
    end = next((s.start for s in line.spans if look and s.start > start and not look.fits(s.style)), len(line.text))
    return line.text[start:end]


def title_mark(
    lines: Sequence[Line], anchors: Sequence[Anchor], free: Collection[int], body: Look, tracks: Collection[int] = ()
) -> TitleMark | None:
    """What most titles beside or right below times show and other lines do not; None when nothing tells them.

    The lines at `tracks` may stand between a time and its title.
    """
    places = _places_beside(anchors)
    shown = [found for anchor in anchors if (found := _beside(lines, anchor, free, tracks, places))]
    if len(shown) < MIN_SHOWN:
        return None
    plain, coloured = (_look_of_most(shown, with_color=with_color) for with_color in (False, True))
    own = plain if plain and _stands_out(plain, body) else None
    if coloured and coloured.color != body.color and (own is None or own.bold == body.bold):
        own = coloured
    runs = [_run_from(line, start, own) for line, start in shown]
    mark = TitleMark(
        own,
        sum(map(is_in_capitals, runs)) >= SHARE * len(runs),
        sum(run[:1] in tuple(_OPEN) for run in runs) >= SHARE * len(runs),
    )
    if mark == (None, False, False):
        return None
    known = {id(line) for line, _ in shown}
    others = [lines[index] for index in free if id(lines[index]) not in known]
    return mark if sum(map(mark.opens, others)) <= MAX_ELSEWHERE * len(others) else None


def _look_of_most(shown: Sequence[tuple[Line, int]], *, with_color: bool) -> Look | None:
    """The look of so many titles as must show a mark; None if no look has as many."""
    looks = Counter(Look.of(style_at(line, start), with_color=with_color) for line, start in shown)
    look, count = max(looks.items(), key=lambda item: (item[1], str(item[0])))
    return look if count >= SHARE * len(shown) else None


def _stands_out(look: Look, body: Look) -> bool:
    return (look.bold and not body.bold) or look.italic != body.italic or look.size > body.size + 0.4


def _beside(
    lines: Sequence[Line], anchor: Anchor, free: Collection[int], tracks: Collection[int], places: Collection[str]
) -> tuple[Line, int] | None:
    """The line of a title beside or below a time, and the offset where it begins; None for people and breaks."""
    if anchor.rest is not None and len(anchor.lines) == 1:
        line, start = anchor.lines[0], anchor.rest
    elif anchor.lead is not None and len(anchor.lines) == 1:
        line, start = anchor.lines[0], 0
    elif (
        anchor.rest is None
        and anchor.lead is None
        and (below := _title_below(lines, anchor, free, tracks)) is not None
    ):
        line, start = lines[below], 0
    else:
        return None
    text = line.text[start : anchor.lead].lstrip(_SIGNS)
    place = _PLACE.match(text)
    text = text[place.end() if place and place["place"].casefold() in places else end_of_room(text) or 0 :]
    if not text or opens_person(text) or is_room(text) or find_marker(text) or kind_of(text) is not Kind.SESSION:
        return None
    return line, len(line.text[: anchor.lead]) - len(text)


def _places_beside(anchors: Sequence[Anchor]) -> set[str]:
    """The places that stand right behind several times, before a sign: « 9h – Petit théâtre – Titre »."""
    told = (_PLACE.match(anchor.passage.text[anchor.rest :].lstrip(_SIGNS)) for anchor in anchors if anchor.rest)
    counts = Counter(found["place"].casefold() for found in told if found)
    return {place for place, count in counts.items() if count >= MIN_REPEATS and names_place(place)}


def _title_below(lines: Sequence[Line], anchor: Anchor, free: Collection[int], tracks: Collection[int]) -> int | None:
    """Where the title right below a time begins, behind what stands in small over it."""
    after = anchor.place + len(anchor.lines)
    after += after in tracks
    if after not in free or lines[after].page != anchor.lines[0].page:
        return None
    kicker = find_kicker(lines, [place for place in (after, after + 1) if place in free], anchor.lines[-1])
    return after if kicker is None else after + 1


def marked_titles(
    lines: Sequence[Line],
    places: Sequence[int],
    taken: Collection[int],
    mark: TitleMark,
    leading: float,
    inside: Collection[int] = (),
) -> list[list[int]]:
    """The further titles among the lines at `places`, each with all lines it takes.

    A title that shares its last line with people takes the rest of their paragraph too: headings are parted later.
    The lines at `inside` begin where no title goes on.
    """
    groups: list[list[int]] = []
    for index in places:
        line, before = lines[index], groups[-1][-1] if groups else None
        if index in taken:
            continue
        if (
            before == index - 1
            and len(groups[-1]) < MAX_TITLE_LINES
            and _goes_on(lines, groups[-1], line, mark, leading)
        ):
            groups[-1].append(index)
        elif (
            mark.opens(line)
            and not _lists_person(lines[index : index + 2])
            and not (
                (index - 1 in taken and index not in inside and _is_continued(lines[index - 1], line, mark, leading))
                or (index - 1 in places and _ends_title(lines[index - 1], line, mark, leading))
                or (index and _ends_name(lines[index - 1], line))
            )
        ):
            groups.append([index])
    return groups


def _ends_title(before: Line, line: Line, mark: TitleMark, leading: float) -> bool:
    """Whether a line is the rest of a title behind people: « Léa Durand - HABITER LA », « RIVE », or both in bold."""
    if not same_block(before, line) or starts_paragraph(before, line, leading=leading):
        return False
    look = mark.look if not LISTED.match(line.text) else None
    if look is not None and (_begins_behind_sign(before, look) or _breaks_name(before, line, look)):
        return True
    words = before.text.split()[-2:]
    return mark.upper and not mark.quoted and is_in_capitals(" ".join(words)) and not is_in_capitals(before.text)


def _lists_person(lines: Sequence[Line]) -> bool:
    """Whether a bullet stands before a name that goes on below: « → Léa du Pré- », « Durand (Brou) »."""
    first, *after = (line.text for line in lines)
    broken = LISTED.match(first) and first.endswith(HYPHENS)
    return bool(broken and after) and is_people(f"{first}{after[0]}")


def _ends_name(before: Line, line: Line) -> bool:
    """Whether a line ends the name that the one above broke off: « Présidence : **Léa** », « **Durand** (maire) ».

    Behind words that announce people, in one look with what follows, one word or a particle is no whole name.
    """
    if not same_block(before, line):
        return False
    broken = breaks_off_in_name(before.text) and (line.text[:1].islower() or goes_on_below(before.text, line.text))
    if broken or before.text.endswith(HYPHENS):
        return True
    marker = find_marker(before.text)
    if marker is None or len(before.spans) < 2 or Look.of(before.spans[-1].style) != Look.of(line.spans[0].style):
        return False
    words = before.text[marker.rest :].split()
    whole = len(words) > 1 and not PARTICLE.match(words[-1])
    return bool(words) and not whole and words[-1][-1:].isalpha() and words[0][:1].isupper()


def _breaks_name(before: Line, line: Line, look: Look) -> bool:
    """Whether a name set as titles are is broken over two lines: « par **Léa** » over « **Durand**, maire »."""
    fits = [look.fits(span.style) for span in before.spans]
    if len(fits) < 2 or not fits[-1] or fits[-2]:
        return False
    begun = before.text[before.spans[-1].start :].strip(_SIGNS)
    return breaks_off_in_name(begun) and opens_person(f"{begun} {line.text}")


def _begins_behind_sign(line: Line, look: Look) -> bool:
    """Whether a line begins in another look and ends in that of titles behind a sign: « éclusière | **Habiter** »."""
    start = line.spans[-1].start
    ahead, tail = line.text[:start].rstrip(), line.text[start:]
    signed = ahead.endswith(_PARTING) or (bool(ahead) and tail.lstrip().startswith(_PARTING))
    fits = [look.fits(span.style) for span in line.spans]
    return fits[-1] and not fits[0] and signed and not opens_person(tail.lstrip(_SIGNS))


def _is_continued(before: Line, line: Line, mark: TitleMark, leading: float) -> bool:
    """Whether a line may be the next of the title that ends with the line before; a time alone ends none."""
    if mark.look is not None and not any(mark.look.fits(span.style) for span in before.spans):
        return False
    tail = before.text[before.spans[-1].start :].lstrip(_SIGNS)
    ended = mark.look is not None and not mark.look.fits(before.spans[-1].style) and opens_person(tail)
    apart = ended or mark.quoted or starts_paragraph(before, line, leading=leading)
    return is_same_title(before, line) and not apart


def _goes_on(lines: Sequence[Line], group: Sequence[int], line: Line, mark: TitleMark, leading: float) -> bool:
    """Whether the paragraph of a title goes on with a line."""
    before = lines[group[-1]]
    apart = starts_paragraph(before, line, leading=leading) and not is_tied(before, line)
    if not same_block(before, line) or apart or find_marker(line.text):
        return False
    if any(length.end_offset == len(before.text.rstrip(" )].")) for length in find_durations(before.text)):
        return False  # « Titre – 10 min »
    text = " ".join(lines[index].text for index in group)
    if mark.quoted:
        begun = mark.opens(line)
        return not begun and not text.rstrip(" .,:–—-").endswith(tuple(_CLOSE))
    if mark.look is not None and not mark.look.fits(before.spans[-1].style):
        tail = before.text[before.spans[-1].start : before.spans[-1].end].strip()
        # People on the last line of the title go on, « (Salle 2) » and « , Salle 2 » do not.
        ended = (_BRACKETED.fullmatch(tail) and not opens_person(tail[1:])) or is_room(tail.strip(_SIGNS))
        return not mark.opens(line) and not ended
    if mark.look is not None:
        return mark.look.fits(line.spans[0].style) and not opens_person(line.text)
    return is_in_capitals(line.text)
