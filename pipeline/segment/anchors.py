"""Where a document prints when things happen: time anchors and day headings, told apart from prose."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from pipeline.breaks import kind_of
from pipeline.document import WIDE_SPACE, Kind, Line, Style
from pipeline.garbage import CACHED_TEXTS
from pipeline.page.passages import join_lines, same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.before_hours import OPENING, behind_words, is_lead_in, parts_by_commas, title_end
from pipeline.segment.event_hours import without_opening
from pipeline.segment.rooms import people_behind
from pipeline.segment.stacked_hours import CONNECTOR_END, CONNECTOR_START, is_stacked
from pipeline.segment.trimming import SEPARATORS
from pipeline.times import is_day_heading as is_day_heading
from pipeline.times.hours import Hours, find_hours
from pipeline.times.rows import end_of_row, row_of_hours
from pipeline.wording import BULLETS, find_marker, is_room

_OPEN_END = re.compile(r"(?<!\w)(?:de|du|à|a|dès|des|vers|entre|jusqu['’]à|le|les|et)\s*$", re.I)
# What stands behind a time and a sign of its own: « Titre [9h] / Agora », « Titre | 9h • Grande scène ».
BESIDE = re.compile(r"(?:[\])]\s?|\s)(?:[/|•]|[–—-]\s)[^.!?]{2,40}")
# What begins as a title does behind a time, with or without a sign between them.
_TITLED = re.compile(rf"\s*(?:[–—:|{BULLETS}-]\s+\S|[A-ZÀ-Þ«“])")
# A bracket with figures that the line does not close.
_OPEN_BRACKET = re.compile(r"[\[(](?=[^\])]*\d)[^\])\w]*[\d.:h]{1,6}[^\])\w]*$", re.I)
# An hour cut at the end of a line, and how it goes on: « (15 h 30 – 16 », « h 05) », or « – 16 h », « 05) ».
_CUT_HOURS = (
    (re.compile(r"[\dhH]\s?[–—à-]\s?\d{1,2}$"), re.compile(r"[hH](?:\s?[0-5]\d)?(?!\w)")),
    (re.compile(r"[\dhH]\s?[–—à-]\s?\d{1,2}\s?[hH:]$"), re.compile(r"[0-5]\d(?=\s*[)\]]|\s*$)")),
)
_REMARK = re.compile(r"\s*\((?P<said>[a-zà-ÿ][^()]*)\)\W*")
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]+[)\]]\s*")

# What goes on behind a time in the sentence that it opens.
_MORNING = re.compile(r"\s*(?:du (?:matin|soir)|de l['’]apr[èe]s-midi)\s*,?\s+[a-zà-ÿ]")
_SENTENCE = re.compile(rf"{_MORNING.pattern}|\s*,\s+[a-zà-ÿ]")
# Where so large a part of the times stand alone, none opens a line of text.
ALONE = 0.7

# A lone time before this hour is a length as often as a time.
FIRST_HOUR = 6
# At least so many lines must end with a lone start before it is taken for that of an item.
MIN_ENDS = 3
# So many times must be set as a start above its end before two times below each other are one.
MIN_STACKED = 2
# So many lone times must be printed as « 9.30 » before they are times.
MIN_POINTED = 3
# The second line of an entry of a list is set in by less than this.
HANGING = 24.0
# Below a start and its end there is more room than between them, by this part of a line.
APART = 0.4


def find_anchors(lines: Sequence[Line]) -> list[Anchor]:
    """The time anchors among lines in reading order."""
    commas = parts_by_commas(lines)
    anchors = _anchors(lines, stacked=True, commas=commas)
    # Of a start with its end below there are many, or they are the starts of two short items.
    stacked = sum(_is_apart(anchor, after) for anchor, after in pairwise([*anchors, None]))
    if any(anchor.until for anchor in anchors) and (stacked < MIN_STACKED or 2 * stacked < len(anchors)):
        anchors = _anchors(lines, stacked=False, commas=commas)
    anchors = _with_titles_above(without_figures(anchors), lines)
    anchors = _without_lengths(_without_rare_ends(_without_sentences(_without_words(anchors))))
    return without_opening(anchors, lines)


def _with_titles_above(anchors: list[Anchor], lines: Sequence[Line]) -> list[Anchor]:
    """The times, each alone in brackets on the last line of a title as its end, where most times end a title so."""
    led = [anchor for anchor in anchors if anchor.lead is not None and anchor.hours.end is not None]
    if len(led) < MIN_ENDS or 2 * len(led) < len(anchors):
        return anchors
    return [_with_title_above(anchor, lines) for anchor in anchors]


def _with_title_above(anchor: Anchor, lines: Sequence[Line]) -> Anchor:
    line, before = anchor.lines[0], lines[anchor.place - 1] if anchor.place else None
    if before is None or not _IN_BRACKETS.fullmatch(anchor.passage.text) or not same_block(before, line):
        return anchor
    return with_line_above(anchor, before)


def with_line_above(anchor: Anchor, title: Line) -> Anchor:
    """A time together with the line above as its title, which ends where the line of the time began."""
    lines = (title, *anchor.lines)
    joined = join_lines(lines, one_paragraph=True)
    shift = len(joined.text) - len(anchor.passage.text)
    spots = {"start_offset": anchor.hours.start_offset + shift, "end_offset": anchor.hours.end_offset + shift}
    return Anchor(anchor.place - 1, lines, joined, anchor.hours.model_copy(update=spots), None, shift)


def without_figures(anchors: list[Anchor]) -> list[Anchor]:
    """Without lone « 9.30 » unless most times are printed so and rise: else they are prices, numbers or dates."""
    pointed = [anchor for anchor in anchors if anchor.hours.end is None and _printed(anchor).count(".") == 1]
    starts = [(anchor.hours.start.hour, anchor.hours.start.minute) for anchor in pointed if anchor.hours.start]
    starts = [start for start, _ in groupby(starts)]  # items side by side print the same time
    rising = sum(first < second for first, second in pairwise(starts))
    usual = len(pointed) >= MIN_POINTED and 2 * len(pointed) > len(anchors)
    ranges = [anchor for anchor in anchors if anchor.hours.end is not None]
    if len(ranges) >= MIN_POINTED and all(_printed(anchor).count(".") == 2 for anchor in ranges):
        return anchors  # « 9.00–9.30 » wherever there is an end: « 19.30 » is a time too
    # Dates of one month have one figure behind the point.
    told = usual and rising >= 0.7 * (len(starts) - 1) and len({minute for _, minute in starts}) > 1
    return anchors if told or not pointed else [anchor for anchor in anchors if anchor not in pointed]


def _printed(anchor: Anchor) -> str:
    return anchor.passage.text[anchor.hours.start_offset : anchor.hours.end_offset]


def _without_words(anchors: list[Anchor]) -> list[Anchor]:
    """Without « 20 heures » in a title where the document prints its times in figures."""

    def is_word(anchor: Anchor) -> bool:
        return "heure" in anchor.passage.text[anchor.hours.start_offset : anchor.hours.end_offset].lower()

    words = [anchor for anchor in anchors if is_word(anchor) and anchor.hours.end is None]
    return [anchor for anchor in anchors if anchor not in words] if 4 * len(words) < len(anchors) else anchors


def _without_sentences(anchors: list[Anchor]) -> list[Anchor]:
    """Without « Dès 8h du matin, la file s'allonge », and « 8h, la file … » where most times stand alone."""
    alone = sum(anchor.rest is None and anchor.lead is None for anchor in anchors)
    sentence = _SENTENCE if alone >= ALONE * len(anchors) else _MORNING

    def opens_sentence(anchor: Anchor) -> bool:
        behind = "" if anchor.rest is None else anchor.passage.text[anchor.hours.end_offset :]
        return bool(sentence.match(behind)) and kind_of(behind) is Kind.SESSION

    return [anchor for anchor in anchors if not opens_sentence(anchor)]


def _broken(lines: Sequence[Line], index: int) -> Anchor | None:
    """A time at the end of a title whose opening words stand on the line above: « Titre, à partir », « de 9h »."""
    opening = OPENING.search(lines[index].text)
    if opening is None or index + 1 == len(lines) or not same_block(lines[index], lines[index + 1]):
        return None
    joined = join_lines(lines[index : index + 2], one_paragraph=True)
    found = find_hours(joined.text)
    if not found or not opening.start() <= found[0].start_offset < len(lines[index].text) + 4:
        return None
    if re.search(r"\w{2}", joined.text[found[0].end_offset :]):
        return None
    start = min(opening.start(), found[0].start_offset)
    before = joined.text[:start]
    lead = start if re.search(r"\w", before) and not is_lead_in(before) else None
    hours = found[0].model_copy(update={"start_offset": start})
    return Anchor(index, (lines[index], lines[index + 1]), joined, hours, None, lead)


def _bracketed(lines: Sequence[Line], index: int) -> Anchor | None:
    """A time at the end of a title whose bracket closes on the line below: « Titre [9.00 », « – 10.45] »."""
    opening = _OPEN_BRACKET.search(lines[index].text)
    if opening is None or index + 1 == len(lines) or not same_block(lines[index], lines[index + 1]):
        return None
    joined = join_lines(lines[index : index + 2], one_paragraph=True)
    found = find_hours(joined.text)
    inside = [hours for hours in found if hours.start_offset >= opening.start()]
    if not inside or re.search(r"\w{2}", joined.text[inside[-1].end_offset :]):
        return None
    lead = opening.start() if re.search(r"\w", joined.text[: opening.start()]) else None
    return Anchor(index, (lines[index], lines[index + 1]), joined, inside[0], None, lead)


def _is_apart(anchor: Anchor | None, after: Anchor | None) -> bool:
    """Whether a time of two lines has more room below it than between them: « 9h » above « 10h », then the next."""
    if anchor is None or anchor.until is None:
        return False
    first, last = anchor.lines
    if after is None or after.lines[0].page != last.page:
        return True
    return after.lines[0].box.y0 - last.box.y1 > last.box.y0 - first.box.y1 + APART * last.box.height


def _anchors(lines: Sequence[Line], stacked: bool, commas: bool) -> list[Anchor]:
    anchors: list[Anchor] = []
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken or not _may_be_timed(line.text):
            continue
        anchor = _anchor_at(lines, index, stacked, commas)
        if anchor is not None:
            anchors.append(anchor)
            taken = index + len(anchor.lines) - 1
    return anchors


def _without_rare_ends(anchors: list[Anchor]) -> list[Anchor]:
    """Without lone starts at the end of a line (« Titre | 9h ») unless the document does so again and again.

    One set and parted from its title as the ranges that end most titles stays: « Rive (9h – 10h) », « Fin (17h) ».
    """
    ended = [anchor for anchor in anchors if anchor.lead is not None]
    ends = [anchor for anchor in ended if anchor.hours.end is None]
    if len(ends) >= MIN_ENDS:
        return anchors
    ranges = [(_style(anchor), _sign(anchor)) for anchor in ended if anchor.hours.end is not None]
    usual = ranges if len(ranges) >= MIN_ENDS and 2 * len(ended) > len(anchors) else []
    rare = [anchor for anchor in ends if (_style(anchor), _sign(anchor)) not in usual]
    return [anchor for anchor in anchors if anchor not in rare]


def _style(anchor: Anchor) -> Style:
    return anchor.lines[-1].spans[-1].style


def _sign(anchor: Anchor) -> str:
    """The sign that parts a time from the title before it: « ( », « | »; nothing where none does."""
    sign = anchor.passage.text[: anchor.lead].rstrip()[-1:]
    return "" if sign.isalnum() else sign


def _without_lengths(anchors: list[Anchor]) -> list[Anchor]:
    """Without what is rather a length: « 1h30. 12 participants » in a document whose times are set otherwise."""
    looks = Counter((anchor.lines[0].style.size, anchor.lines[0].style.bold) for anchor in anchors)
    if len(anchors) < 4:
        return anchors
    usual, count = looks.most_common(1)[0]

    def is_length(anchor: Anchor) -> bool:
        hours, style = anchor.hours, anchor.lines[0].style
        early = hours.start is not None and hours.start.hour < FIRST_HOUR
        return hours.end is None and early and (style.size, style.bold) != usual and count > len(anchors) / 2

    return [anchor for anchor in anchors if not is_length(anchor)]


@lru_cache(maxsize=CACHED_TEXTS)
def _may_be_timed(text: str) -> bool:
    words = text.lower()
    return any(map(str.isdigit, text)) or "midi" in words or "minuit" in words or bool(OPENING.search(text))


def _anchor_at(lines: Sequence[Line], index: int, stacked: bool, commas: bool) -> Anchor | None:
    line = lines[index]
    if stacked and index + 1 < len(lines) and is_stacked(line, lines[index + 1]):
        hours, until = find_hours(line.text)[0], join_lines([lines[index + 1]])
        return Anchor(index, (line, lines[index + 1]), join_lines([line]), hours, None, None, until)
    if index + 1 < len(lines) and _goes_on(line, lines[index + 1], commas):
        joined = join_lines(lines[index : index + 2], one_paragraph=True)
        found = find_hours(joined.text)
        if found and found[0].end is not None and found[0].end_offset > len(line.text):
            lead = title_end(joined.text[: found[0].start_offset], commas)
            ends = lead is not None and _ends_line(joined.text[found[0].end_offset :])
            rest = None if ends else _rest(joined.text, found)
            return Anchor(index, (line, lines[index + 1]), joined, found[0], rest, lead)
    found = find_hours(line.text)
    if not found:
        return _bracketed(lines, index) or _broken(lines, index)
    hours = behind_words(line.text, found, commas)
    before, after = line.text[: hours.start_offset], line.text[hours.end_offset :]
    passage = join_lines([line])
    rest = _rest(line.text, found[found.index(hours) :])
    if rest is not None:
        rest += people_behind(line.text[rest:]) or _behind_place(line.text[rest:])
    if is_lead_in(before):
        if rest is not None and index and _is_prose(lines[index - 1], line, hours):
            return None
        return Anchor(index, (line,), passage, hours, rest, None)
    lead = title_end(before, commas)
    titled = re.search(r"\s$", before) and before[:1].isupper() and not _OPEN_END.search(before)
    # « Titre | 9h » ends as « Titre (9h – 10h) » does, but only a sign before the time tells it from prose.
    last = lead is not None or (titled and hours.end is not None)
    if last and len(before) < 160 and _ends_line(after):
        return Anchor(index, (line,), passage, hours, None, hours.start_offset if lead is None else lead)
    return None


def _behind_place(text: str) -> int:
    """Where a title begins behind a place and a wide space; 0 if none does."""
    place, space, behind = text.partition(WIDE_SPACE)
    told = place.strip(SEPARATORS)
    named = is_room(told) or _IN_BRACKETS.fullmatch(told)
    return len(place) + len(space) if space and named and not is_room(behind) else 0


def _ends_line(after: str) -> bool:
    """Whether no more than a room stands behind the time at the end of a title."""
    return not re.search(r"\w{2}", after) or is_room(after.strip(" )]–—|•,/-")) or bool(BESIDE.fullmatch(after))


def _rest(text: str, found: Sequence[Hours]) -> int | None:
    """The offset after which a line says something else than its times: « 10h-11h / 17h-18h » says nothing else.

    No more does « 11h-12h (horaire exceptionnel) ».
    """
    end = end_of_row(text, row_of_hours(text, found))
    behind = text[end:]
    return end if re.search(r"\w{2}", behind) and not _is_remark(behind) else None


def _is_remark(behind: str) -> bool:
    """Whether what stands behind a time is said of it: « (horaire exceptionnel) », not « (pause) »."""
    found = _REMARK.fullmatch(behind)
    if found is None:
        return False
    said = found["said"]
    return not (is_room(said) or find_marker(said)) and kind_of(said) is Kind.SESSION


def _goes_on(line: Line, after: Line, commas: bool) -> bool:
    """Whether a time is broken over two lines: « 17h45 à », « 18h30 » or « 10h », « à 10h45 »."""
    near = after.page == line.page and abs(after.box.y0 - line.box.y1) < 1.5 * line.box.height
    if near and any(end.search(line.text) and start.match(after.text) for end, start in _CUT_HOURS):
        return True
    if not near or not find_hours(after.text):
        return False
    first, second = find_hours(line.text), find_hours(after.text)
    if not first:
        return False
    before = line.text[: first[0].start_offset]
    if not is_lead_in(before) and title_end(before, commas) is None:
        return False
    tail = line.text[first[-1].end_offset :].strip(" .,;")
    starts = CONNECTOR_START.match(after.text)
    ends = CONNECTOR_END.search(line.text)
    head = after.text[: second[0].start_offset]
    return bool((starts or ends) and (not tail or ends) and (not head.strip() or starts) and first[0].end is None)


def _is_prose(before: Line, line: Line, hours: Hours) -> bool:
    """Whether a line that begins with a time is the middle of a sentence."""
    same = (
        before.page == line.page
        and before.style == line.style
        and before.spans[-1].style == line.spans[0].style  # a time in a style of its own begins an item
        and (abs(before.box.x0 - line.box.x0) < 3 or _hangs(before, line))
        and -1 < line.box.y0 - before.box.y1 < 0.5 * line.box.height
    )
    listed = find_hours(before.text)
    if is_day_heading(before.text) or (listed and is_lead_in(before.text[: listed[0].start_offset])):
        return False  # a day over its first item, one short item a line
    if line.text[:1] in "([" and BESIDE.fullmatch(line.text, hours.end_offset):
        return False  # « (9h) • Salle 2 »
    if _heads_item(line.text[hours.end_offset :]) and not _OPEN_END.search(before.text):
        return False  # « 9h – Ouverture », « 10h pause »
    return (
        same
        and before.box.x1 > 0.9 * line.box.x1
        and not re.search(r"[.!?:;»)]\s*$", before.text)
        and (hours.end is None or line.text[:1].islower() or _goes_on_after(line.text, hours))
    )


def _heads_item(rest: str) -> bool:
    """Whether what stands behind a time is the title of an item or a break, not the rest of a sentence."""
    return bool(_TITLED.match(rest)) or kind_of(rest) is not Kind.SESSION


def _hangs(before: Line, line: Line) -> bool:
    """Whether a line stands below the words of an entry of a list, not below its bullet."""
    return before.text[:1] in BULLETS and 0 < line.box.x0 - before.box.x0 < HANGING


def _goes_on_after(text: str, hours: Hours) -> bool:
    return text[hours.end_offset : hours.end_offset + 2].strip()[:1] in tuple(",.")
