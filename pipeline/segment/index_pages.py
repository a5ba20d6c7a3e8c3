"""Index pages: recognised by their entries, kept out of the sessions, compared with them afterwards."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from pipeline.document import Finding, Line, Page, Segment
from pipeline.garbage import CACHED_TEXTS
from pipeline.segment.anchors import is_day_heading
from pipeline.times.hours import find_hours
from pipeline.wording import plain

# A page is an index when this many entries make up this part of its paragraphs.
MIN_ENTRIES = 3
MIN_SHARE = 0.5
# Titles alike to this degree are the same session named twice.
SAME_TITLE = 0.72

_NUMBER_FIRST = re.compile(r"^\W*p(?:age|\.)?\s*(\d{1,4})\s*[—–:.\s-]+\s*(\S.*)$", re.I)
_NUMBER_LAST = re.compile(
    r"^\W*(\S.*?)\s*(?:\.{3,}|(?:\. ){3,}|…+|[—–-]\s*p(?:age|\.)\s*|\s{3,})\s*(?:p(?:age|\.)\s*)?(\d{1,4})\W*$", re.I
)


_EXPLICIT = re.compile(r"\bp(?:age|\.)\s*\d", re.I)


class Entry(NamedTuple):
    """An entry of an index: the page it names, the title it prints, where it stands."""

    target: int
    title: str
    page: int


def read_index(page: Page) -> list[Entry]:
    """The entries of a page if it is an index, else nothing."""
    rows = [text for text, _ in _rows(_without_programme(page.lines))]
    if sum(bool(find_hours(row)) for row in rows) >= MIN_ENTRIES:
        return []  # a timetable whose last column holds figures
    entries: list[Entry] = []
    others = 0
    for row in rows:
        entry = _entry(row, page.number)
        if entry:
            entries.append(entry)
        elif entries and not is_day_heading(row) and not others:
            last = entries[-1]
            entries[-1] = last._replace(title=f"{last.title} {row}")
            continue
        elif not is_day_heading(row) and len(row) > 25:
            others += 1
    enough = MIN_ENTRIES if others else 1
    if len(entries) >= enough and len(entries) >= MIN_SHARE * (len(entries) + others):
        explicit = all(_EXPLICIT.search(row) for row in rows if _entry(row, page.number))
        return entries if explicit or len(entries) >= MIN_ENTRIES else []
    return []


def below_index(page: Page) -> Page:
    """The page of an index without it: the programme may begin below the last entry."""
    return page.model_copy(update={"lines": page.lines[len(_without_programme(page.lines)) :]})


def _without_programme(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of an index, up to its last entry where times stand below that; else all."""
    rows = _rows(lines)
    last = max((end for text, end in rows if _entry(text, 0) and not find_hours(text)), default=len(lines))
    return lines[:last] if any(find_hours(line.text) for line in lines[last:]) else lines


def _rows(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """The texts of printed rows, lines side by side joined by wide space, and how many lines end with each."""
    rows: list[tuple[str, int]] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else line
        level = abs(before.box.y0 - line.box.y0) < 0.5 * line.box.height
        if rows and level and line.box.x0 > before.box.x1:
            rows[-1] = (f"{rows[-1][0]}    {line.text}", number + 1)
        else:
            rows.append((line.text, number + 1))
    return rows


def _entry(row: str, page: int) -> Entry | None:
    if found := _NUMBER_FIRST.match(row):
        return Entry(int(found[1]), found[2], page)
    if found := _NUMBER_LAST.match(row):
        return Entry(int(found[2]), found[1], page)
    return None


def reconcile(entries: Sequence[Entry], segments: Sequence[Segment]) -> tuple[list[Segment], list[Finding]]:
    """Segments with the title the index gives them, and what index and pages disagree about.

    Titles are matched first when they are the same, then by likeness, then by the page the index names; a
    page number alone never joins titles that have nothing in common.
    """
    entries = _titled(entries)
    if not entries:
        return list(segments), []
    pairs = _match(entries, segments)
    findings = [
        Finding(code="index_sans_session", page=entry.page, subject=entry.title)
        for number, entry in enumerate(entries)
        if number not in pairs.values()
    ]
    joined = []
    for number, segment in enumerate(segments):
        if number in pairs:
            joined.append(_compared(segment, entries[pairs[number]]))
        else:
            finding = Finding(code="absent_de_l_index", page=segment.pages[0], subject=segment.title.text)
            joined.append(segment.model_copy(update={"findings": (*segment.findings, finding)}))
    return joined, findings


def title_keys(entries: Sequence[Entry]) -> list[str]:
    """The titles of the entries of an index as they are compared, without those that have no words."""
    return [key for entry in _titled(entries) if (key := _key(entry.title))]


def _titled(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that name sessions, not days."""
    return [entry for entry in entries if not is_day_heading(entry.title)]


def share_named(keys: Sequence[str], titles: Iterable[str]) -> float:
    """The part of the titles of an index, as keys, that are among some titles, or begin as one of them."""
    if not keys:
        return 0.0
    told = sorted({_key(title) for title in titles} - {""})
    return sum(_begins_alike(key, told) for key in keys) / len(keys)


def _begins_alike(key: str, told: Sequence[str]) -> bool:
    """Whether one of some sorted titles begins with a key, or the key with one of them."""
    spot = bisect_left(told, key)
    if spot < len(told) and told[spot].startswith(key):
        return True
    begun = accumulate(key.split(), "{} {}".format)
    return any(told[bisect_left(told, part) : bisect_right(told, part)] for part in begun)


def _full_title(segment: Segment) -> str:
    return f"{segment.title.text} {segment.subtitle.text}" if segment.subtitle else segment.title.text


@lru_cache(maxsize=CACHED_TEXTS)
def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", plain(title)))


def _match(entries: Sequence[Entry], segments: Sequence[Segment]) -> dict[int, int]:
    """Segment number → entry number, best pairs first."""
    from rapidfuzz import fuzz

    scored = []
    keys = [_key(entry.title) for entry in entries]
    for number, segment in enumerate(segments):
        forms = {_key(segment.title.text), _key(_full_title(segment))}
        for other, key in enumerate(keys):
            likeness = max(fuzz.ratio(form, key) for form in forms) / 100
            same_page = segment.printed_page == str(entries[other].target)
            if likeness >= SAME_TITLE or (same_page and likeness >= 0.5):
                scored.append((likeness + 0.1 * same_page, -abs(number - other), number, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, other in sorted(scored, reverse=True):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return pairs


def _compared(segment: Segment, entry: Entry) -> Segment:
    findings = list(segment.findings)
    if _key(entry.title) not in (_key(segment.title.text), _key(_full_title(segment))):
        findings.append(Finding(code="index_titre_different", page=entry.page, subject=entry.title))
    if segment.printed_page is not None and segment.printed_page != str(entry.target):
        findings.append(
            Finding(code="index_page_differente", page=entry.page, subject=f"{entry.target} ≠ {segment.printed_page}")
        )
    return segment.model_copy(update={"index_title": entry.title, "findings": tuple(findings)})
