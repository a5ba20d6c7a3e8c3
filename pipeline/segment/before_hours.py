"""What stands before a time on its line: nothing but words that lead to it, or a title that a sign closes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Line
from pipeline.page.entries import LABELLED
from pipeline.times import find_half_day
from pipeline.times.days import WEEKDAYS, find_days
from pipeline.times.hours import Hours, find_hours

_LABEL = (
    r"(?:de|du|à|a|dès|des|vers|entre|en continu|horaires?|heures?|quand|date|le|les|et|h|jour(?:née)?\s+\d{1,2}|"
    rf"tous|toutes|chaque|(?:{'|'.join(names[0] for names in WEEKDAYS)})s?)"
)
_BEFORE = re.compile(rf"^[\W_]*(?:{_LABEL}\b[\W_]*)*$", re.I)
OPENING = re.compile(r"(?:(?<=[,|–—:(•-]\s)|(?<=[(\[])|^\W*)(?:à(?: partir(?: de)?)?|dès|de|entre)\s*$", re.I)
# What stands between a title and its time: « Titre (9h – 10h) », « Titre | 9h ».
_CLOSED = re.compile(r"\w.*[(|•–—:,\[-]\s*$")
_LEADS_ON = re.compile(r"\b(?:de|dès|à(?: partir de)?|entre)\s*$", re.I)
# So many titles must be parted from their times by a comma; more where both are set alike.
MIN_COMMAS, MIN_ALIKE = 3, 4
# Times in sentences do not rise from each to the next, those of items mostly do.
RISING = 0.7


def parts_by_commas(lines: Sequence[Line]) -> bool:
    """Whether the document parts titles from their times by a comma: « **Titre**, de 9h à 10h », time and again.

    In a sentence (« Rendez-vous à la gare, de 9h à 10h ») the words before the comma are set as the time is. Items
    may be too: then each has words of its own, and their times end the line and rise.
    """
    apart, alike, titles = 0, [], set()
    for line in lines:
        found = find_hours(line.text) if "," in line.text else ()
        before = line.text[: found[0].start_offset] if found else ""
        opening = OPENING.search(before)
        title = before[: opening.start()].rstrip() if opening else ""
        if not title.endswith(",") or len(title) < 2 or find_days(title):
            continue
        if line.spans[0].style != line.spans[-1].style:
            apart += 1
        elif not re.search(r"\w", line.text[found[0].end_offset :]):
            alike.append(found[0].start)
            titles.add(title)
    rising = sum(bool(first and second and first <= second) for first, second in pairwise(alike))
    return apart >= MIN_COMMAS or (len(titles) >= MIN_ALIKE and rising >= RISING * (len(alike) - 1))


def title_end(before: str, commas: bool) -> int | None:
    """Where a title ends that a sign closes before its time: « Titre (de », « Titre | »; None if none does.

    A comma does only where the document parts titles from their times so.
    """
    opening = None if is_lead_in(before) else OPENING.search(before)
    title = before[: opening.start()] if opening else before
    if opening and title.rstrip().endswith(",") and not commas:
        return None  # « Rendez-vous le 4 juin, de 9h à 10h » is a sentence
    return len(title) if not is_lead_in(before) and _CLOSED.search(title) else None


def behind_words(text: str, found: Sequence[Hours], commas: bool) -> Hours:
    """The first time of a line, or the last behind a title that begins with one: « 24 heures à quai (10h) »."""
    first, last = found[0], found[-1]
    worded = "heure" in text[first.start_offset : first.end_offset].lower() and first.end is None
    return last if worded and title_end(text[: last.start_offset], commas) is not None else first


def is_lead_in(before: str) -> bool:
    """Whether what stands before a time is nothing but a label or a day.

    « Atelier 2 – 14 nov. 2025 (9h – 12h) », « Séance 1 : 10 octobre 2024, de 14h à 16h ».
    """
    days = find_days(before)
    for day in reversed(days):
        before = before[: day.start_offset] + before[day.end_offset :]
    if days and LABELLED.fullmatch(_LEADS_ON.sub("", before).strip(" –—-:|(,")):
        return True
    half = find_half_day(before)
    if half and len(before) < 24:
        return True
    return bool(_BEFORE.match(before))
