"""Words that recur before names of people and that the lexicon does not know: what a sidecar may call markers."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from pipeline.document import Capacity, Document, Line
from pipeline.page.passages import starts_paragraph
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours
from pipeline.wording import (
    find_marker,
    find_prose_markers,
    is_room,
    match_head,
    match_role,
    names_somebody,
    opens_person,
    plain,
)

# Words that stand before names this often are no accident.
MIN_COUNT = 2
MAX_WORDS = 5
MIN_LETTERS = 3

# « Piloté par Léa Durand », also inside a line; « Avec la complicité de Léa Durand » only where it begins one.
_BY = re.compile(r"(?<![\w-])(?P<words>[^\W\d_]{4,}[ée](?:\(?[·.]?e\)?)?(?:[·.]?s)?\s+par)\s+(?=\S)", re.I)
_WITH = re.compile(r"^\W*(?P<words>(?:[^\W\d_]['’\w-]*\s+){1,4}(?:par|de|avec|d['’]))(?:\s+|(?<=['’]))(?=\S)", re.I)
_COLON = re.compile(r"^\W*(?P<words>[^\W\d_][^:;.,!?()«»]{1,40}?)\s*:\s*(?P<rest>\S.*)$")
_CAPACITIES = (
    (Capacity.ANIMATION, re.compile(r"anim|pilot|facilit|orchestr|men[ée]|conduit|accompagn|guid", re.I)),
    (Capacity.MODERATION, re.compile(r"mod[ée]r|pr[ée]sid|t[ée]moin|discut|rapport|arbitr|ma[iî]tre", re.I)),
)


class LeadIn(NamedTuple):
    """Words before names: how often, a page and the line as an example, the capacity they seem to give."""

    words: str
    times: int
    page: int
    example: str
    capacity: Capacity


class _Seen(NamedTuple):
    words: str
    page: int
    example: str


def find_lead_ins(document: Document, titles: Collection[str]) -> list[LeadIn]:
    """The lead-ins of a document, the most frequent first; `titles` are those of its items, which lead in nobody."""
    known = {plain(title) for title in titles}
    groups: dict[str, list[_Seen]] = defaultdict(list)
    for page in document.pages:
        for number, line in enumerate(page.lines):
            after = page.lines[number + 1] if number + 1 < len(page.lines) else None
            before = page.lines[number - 1] if number else None
            for seen in (*_in_line(line), *_as_heading(before, line, after)):
                if _may_lead(seen.words) and plain(seen.words) not in known:
                    groups[plain(seen.words)].append(seen)
    found = [
        LeadIn(listed[0].words, len(listed), listed[0].page, listed[0].example, _capacity(listed[0].words))
        for listed in groups.values()
        if len({seen.example for seen in listed}) >= MIN_COUNT
    ]
    return sorted(found, key=lambda lead: (-lead.times, plain(lead.words)))


def _in_line(line: Line) -> Iterable[_Seen]:
    """Words before a name on one line that are no marker yet."""
    if find_marker(line.text) or find_prose_markers(line.text):
        return
    found = [match for match in _BY.finditer(line.text) if names_somebody(line.text[match.end() :])]
    begins = _WITH.match(line.text)
    if begins and not found and opens_person(line.text[begins.end() :]):
        found = [begins]
    for match in found:
        yield _Seen(_spaced(match["words"]), line.page, _example(line.text[match.start("words") :], match))
    colon = _COLON.match(line.text)
    if colon and not found and opens_person(colon["rest"]):
        yield _Seen(_spaced(colon["words"]), line.page, _example(line.text[colon.start("words") :], colon))


def _as_heading(before: Line | None, line: Line, after: Line | None) -> Iterable[_Seen]:
    """A short line above a name that is set otherwise; right below a name it is somebody's function or body."""
    words = line.text.strip().rstrip(" :–—-")
    if after is None or not opens_person(after.text) or opens_person(line.text) or find_marker(line.text):
        return
    apart = line.style != after.style or line.text.rstrip().endswith(":")
    below = before is not None and opens_person(before.text) and not starts_paragraph(before, line)
    if apart and len(words.split()) <= MAX_WORDS and not below:
        yield _Seen(_spaced(words), line.page, f"{words} / {_name(after.text)}")


def _may_lead(words: str) -> bool:
    """Whether words can be a marker: no time, day, room, function, body or name."""
    return (
        sum(char.isalpha() for char in words) >= MIN_LETTERS
        and len(words.split()) <= MAX_WORDS
        and not re.search(r"\d|@|http", words)
        and not (find_hours(words) or find_days(words) or is_room(words))
        and not (match_role(words) or match_head(words) or opens_person(words))
    )


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _example(text: str, match: re.Match[str]) -> str:
    """The lead-in and the name behind it, without what follows the name."""
    lead = text[: match.end() - match.start("words")] if match.re is not _COLON else text[: text.index(":") + 1]
    return f"{_spaced(lead)} {_name(text[len(lead) :])}"


def _name(text: str) -> str:
    return _spaced(re.split(r"[,;:(@–—]|\s-\s", text.strip())[0])[:40]


def _capacity(words: str) -> Capacity:
    return next((capacity for capacity, pattern in _CAPACITIES if pattern.search(words)), Capacity.INTERVENTION)
