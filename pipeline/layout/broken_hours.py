"""Hours broken over lines: « À partir de » over « 10h15 », « 9h » over « jusqu'à 10h », a title over its hours."""

import re
from collections.abc import Callable, Iterable, Sequence

from pipeline.document import Line
from pipeline.page.joined_lines import join_as_line
from pipeline.page.label_columns import EDGE, is_label
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours
from pipeline.times.rows import is_open_row

# Words that lead to an hour and stand on a line of their own.
_LEAD = re.compile(r"(?:à\s+partir(?:\s+de)?|à\s+compter(?:\s+de)?|dès|de|vers|entre)", re.I)
# The sign or word inside a range at which its lines part: behind the start, before the end, or between the two.
_OPEN = re.compile(r"(?:à|jusqu['’]à|[-–—>→/|])\s*$", re.I)
_CLOSING = re.compile(r"\s*(?:à|jusqu['’]à|[-–—>→/|])\s*\d", re.I)
_JOINT = re.compile(r"\s*(?:à|jusqu['’]à|[-–—>→›/|])\s*")
# The sign at the end of a title between it and its hours.
_JOINTS = "–—|•·-"
_TITLE_GOES_ON = re.compile(rf"[^\W\d_].*\s[{_JOINTS}]\s*$")
_SIGN = re.compile(r"\s*[–—|-]\s+\d")
# An hour may be broken itself: « 9 h – 10 h » over « 35 », « De 9 h à 10 » over « h 35 ».
_BROKEN = (
    (re.compile(r"\d ?[hH]$"), re.compile(r"[0-5]\d")),
    (re.compile(r"(?:^|\D)\d{1,2}$"), re.compile(r"[hH](?: ?[0-5]\d)?")),
)
# The next line of a label is no further below than this part of its height.
NEAR = 0.8


def join_broken_hours(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each hour that is broken over several as one; all others as they are, in their order."""
    lines = list(map(_with_sign_between, lines))
    leads = [line for line in lines if _leads(line.text) or _is_start(line.text)]
    leads = [line for line in leads if not _heads_column(line, lines)]
    leads += [line for line in lines if _rest_of_hour(line, lines)]
    leads += [line for line in lines if _goes_on(line.text) or is_open_row(line.text)] + _over_signed_hours(lines)
    if not leads:
        return list(lines)
    joined: dict[int, Line] = {}
    taken: set[int] = set()
    for lead in sorted(leads, key=lambda line: line.box.y0):
        if id(lead) in taken:
            continue
        parts = [lead]
        while _leads(parts[-1].text) and (below := _below(parts[-1], lines)):
            parts.append(below)
        if _is_start(parts[-1].text):
            parts += _end_of(parts[-1], lines)
        rest = _rest_of_hour(parts[-1], lines)
        parts += rest
        if parts == [lead] and (hours := _rest_of_row(lead, lines) or _hours_of_title(lead, lines)):
            parts.append(hours)
        if rest or (len(parts) > 1 and (is_label(parts[-1].text) or _CLOSING.match(parts[-1].text))):
            joined[id(lead)] = as_one(parts)
            taken.update(map(id, parts))
    return [joined.get(id(line), line) for line in lines if id(line) in joined or id(line) not in taken]


def _with_sign_between(line: Line) -> Line:
    """A line that holds a start and in smaller figures its end, and nothing else, as a range: « 10h 11h30 »."""
    found = find_hours(line.text) if len(line.spans) > 1 and is_label(line.text) else ()
    if len(found) != 2 or any(hours.start is None or hours.end for hours in found):
        return line
    (first, last), text = found, line.text
    sizes = [span.style.size for hours in found for span in line.spans if span.start <= hours.start_offset < span.end]
    between = text[first.end_offset : last.start_offset]
    if re.search(r"\w", text[: first.start_offset] + between + text[last.end_offset :]) or len(sizes) != 2:
        return line
    if (
        between.strip()
        or sizes[0] <= sizes[1]
        or not _is_range(whole := f"{text[: first.end_offset]} – {text[last.start_offset :]}")
    ):
        return line
    shift = len(whole) - len(text)
    spans = [
        span.model_copy(update={"start": span.start + shift, "end": span.end + shift})
        if span.start >= last.start_offset
        else span.model_copy(update={"end": min(span.end, first.end_offset)})
        for span in line.spans
        if span.start >= last.start_offset or span.start < first.end_offset
    ]
    return line.model_copy(update={"text": whole, "spans": tuple(spans)})


def _leads(text: str) -> bool:
    """Whether a line holds words that lead to an hour and no more than a day: « À partir de », « Jeudi 9 mai à »."""
    day, _, word = text.strip().rpartition(" ")
    if _LEAD.fullmatch(text.strip()):
        return True
    return bool(word == "à" or _LEAD.fullmatch(word)) and is_day_heading(day.rstrip(" ,"))


def _heads_column(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is the word « De » with « À » beside it: they head columns of hours, and lead to none."""
    return line.text.strip().lower() == "de" and any(
        other.text.strip().lower() == "à"
        and abs(line.box.y0 - other.box.y0) < line.box.height / 2
        and line.box.x1 < other.box.x0
        for other in lines
    )


def _goes_on(text: str) -> bool:
    """Whether a line is a title that ends with a sign; few do, and the pattern reads most lines from every letter."""
    return text.rstrip().endswith(tuple(_JOINTS)) and bool(_TITLE_GOES_ON.search(text))


def _is_start(text: str) -> bool:
    """Whether a line holds the start of something and nothing else: « 9h », « de 17h45 à »."""
    found = find_hours(text) if is_label(text) else ()
    if len(found) != 1 or found[0].start is None or found[0].end is not None:
        return False
    return not re.search(r"\w", _OPEN.sub("", text[found[0].end_offset :]))


def _end_of(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines under the start of a range that hold its end, where a sign or a word between them tells so."""
    for below in right_under(line, lines):
        if _JOINT.fullmatch(below.text) and not _OPEN.search(line.text):
            ends = [end for end in right_under(below, lines) if is_label(end.text)]
            if ends and _is_range(f"{line.text} {below.text} {ends[0].text}"):
                return [below, ends[0]]
        told = bool(_OPEN.search(line.text)) != bool(_CLOSING.match(below.text))
        if told and len(find_hours(below.text)) == 1 and _is_range(f"{line.text} {below.text}"):
            return [below]
    return []


def _rest_of_hour(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The line under a label that ends inside an hour, set alike, where it holds the rest of that."""
    rests = [rest for end, rest in _BROKEN if is_label(line.text) and end.search(line.text)]
    alike = [below for below in right_under(line, lines)[:1] if below.style == line.style] if rests else []
    return [below for below in alike if any(rest.fullmatch(below.text) for rest in rests)]


def _rest_of_row(line: Line, lines: Sequence[Line]) -> Line | None:
    """The time under a line of times that goes on: « Samedi de 14h à » over « 18h », « 11h et » over « 15h »."""
    if not is_open_row(line.text):
        return None
    style = line.spans[0].style
    return next((b for b in right_under(line, lines) if b.spans[0].style == style and _is_time(b.text)), None)


def _is_range(text: str) -> bool:
    """Whether a text is one range of hours and no other word behind it."""
    found = find_hours(text)
    if len(found) != 1 or found[0].end is None or found[0].problem:
        return False
    return not re.search(r"\w", text[found[0].end_offset :])


def _over_signed_hours(lines: Sequence[Line]) -> list[Line]:
    """The lines without hours over a sign and hours that are no list of such: « Titre » over « – 9h »."""
    signed = [line for line in lines if _SIGN.match(line.text) and _is_time(line.text)]
    alone = [line for line in signed if not right_under(line, signed)]
    return [line for line in lines if alone and not find_hours(line.text) and right_under(line, alone)]


def _hours_of_title(line: Line, lines: Sequence[Line]) -> Line | None:
    """The line under a title that ends with a sign, where it holds nothing but its hours: « Titre – » over « 9h »."""
    style = line.spans[-1].style
    under = (below for below in right_under(line, lines) if abs(below.box.x0 - line.box.x0) < EDGE)
    below = next((below for below in under if below.style == style and _is_time(below.text)), None)
    return below if below and _goes_on(line.text) != bool(_SIGN.match(below.text)) else None


def _is_time(text: str) -> bool:
    found = find_hours(text) if is_label(text) else ()
    return len(found) == 1 and not re.search(r"\w", text[found[0].end_offset :])


def _below(line: Line, lines: Sequence[Line]) -> Line | None:
    """The lead or the hour that stands right under a line."""
    under = right_under(line, lines)
    return next((other for other in under if _LEAD.fullmatch(other.text.strip()) or is_label(other.text)), None)


def right_under(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines that stand right under a line, at its left or right edge or in its middle, from the top."""
    height = line.box.height
    near = NEAR * max(height, line.spans[0].style.size)  # figures are lower than their line
    found = [
        other
        for other in lines
        if other.rotation == line.rotation == 0
        and abs(other.box.y0 - line.box.y1) < near
        and other.box.y0 > line.box.y0 + 0.5 * height
        and _aligned(line, other)
    ]
    return sorted(found, key=lambda other: other.box.y0)


def join_with_below(
    lines: Sequence[Line],
    heads: Iterable[Line],
    ends: Sequence[Line],
    is_one: Callable[[Line, Line], bool],
    join: Callable[[Sequence[Line]], Line],
) -> list[Line]:
    """The lines, each head as one with the first end right under it that it is one with; all others as they are."""
    joined: dict[int, Line] = {}
    taken: set[int] = set()
    for head in heads if ends else ():
        under = right_under(head, ends) if id(head) not in taken else []
        if end := next((end for end in under if id(end) not in taken and is_one(head, end)), None):
            joined[id(head)] = join((head, end))
            taken |= {id(head), id(end)}
    return [joined.get(id(line), line) for line in lines if id(line) in joined or id(line) not in taken]


def _aligned(line: Line, other: Line) -> bool:
    middles = (line.box.x0 + line.box.x1 - other.box.x0 - other.box.x1) / 2
    return min(abs(line.box.x0 - other.box.x0), abs(line.box.x1 - other.box.x1), abs(middles)) < EDGE


def as_one(parts: Sequence[Line], sign: str = " ") -> Line:
    """One line as high as the first, for what it labels begins beside that; its spans keep their places."""
    joined = join_as_line((sign, part) for part in parts)
    return joined.model_copy(update={"box": joined.box.model_copy(update={"y1": parts[0].box.y1})})
