"""Texts without the names of persons: what is found is replaced, also where a name is broken over several lines."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from pipeline.columns import Record
from pipeline.edition_mode import SOMEBODY
from pipeline.editions.letters import fold_all
from pipeline.editions.name_finder import NameFinder, find_prose_names
from pipeline.programme import Provenance

_Any = TypeVar("_Any", bound=Record)

# Made by this program or one of a few values: no person is named in them, or they are renamed by `edition_ids`.
_NO_TEXT = frozenset(
    "programme_id session_id intervention_id person_id organisation_id identifier sha256 table field code "
    "timezone language error remedy printed_page".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015'’.,]*")


class Own(NamedTuple):
    """What stands for a person where the text is about this person: each word of the name goes."""

    words: frozenset[str]
    label: str


class Span(NamedTuple):
    """A part of a text and what takes its place."""

    start: int
    end: int
    label: str


class Masker:
    """Replaces names: those a finder knows by the label of their person, others in prose if `prose`."""

    def __init__(self, finder: NameFinder, labels: Mapping[str, str], prose: bool = False) -> None:
        """Keep what to find, the label of each person (none: « [personne] »), and whether to look beyond."""
        self.finder, self.labels, self.prose = finder, labels, prose
        self.met: set[str] = set()
        self._known: dict[tuple[str, bool], str] = {}

    def spans(self, text: str, own: Own | None = None, any_case: bool = False) -> list[Span]:
        """What is to be replaced in a text, from left to right."""
        found = []
        for spot in self.finder.find(text, any_case):
            self.met.update(spot.who)
            (label,) = {self.labels.get(who, SOMEBODY) for who in spot.who} if len(spot.who) == 1 else {SOMEBODY}
            found.append(Span(spot.start, spot.end, label))
        if self.prose:
            found = _with(found, (Span(start, end, SOMEBODY) for start, end in find_prose_names(text)))
        if own is not None:
            words = _WORD.finditer(text)
            found = _with(found, (Span(*each.span(), own.label) for each in words if fold_all(each[0]) in own.words))
        return _joined(text, found)

    def mask(self, text: str, own: Own | None = None, any_case: bool = False) -> str:
        """The text without names."""
        if own is not None:
            return "".join(_replaced([text], self.spans(text, own, any_case)))
        if (text, any_case) not in self._known:
            self._known[text, any_case] = "".join(_replaced([text], self.spans(text, None, any_case)))
        return self._known[text, any_case]

    def mask_lines(self, lines: Sequence[str], own: Own | None = None) -> list[str]:
        """The lines of one text without names; one that is broken over lines is replaced in the first of them."""
        return _replaced(lines, self.spans("\n".join(lines), own))

    def mask_record(self, record: _Any, own: Own | None = None) -> _Any:
        """The record without names in the texts it holds itself; its own nested records are left alone."""
        changes: dict[str, Any] = {
            name: clean
            for name in text_fields(type(record))
            if type(value := getattr(record, name)) is str
            and (clean := self.mask(value, own, any_case=name == "file")) != value
        }
        return record.model_copy(update=changes) if changes else record

    def mask_provenances(
        self, rows: Iterable[Provenance], own_of: Callable[[Provenance], Own | None]
    ) -> list[Provenance]:
        """The rows without names; those of one cell, which are the lines of one text, are looked at together."""
        clean = []
        for _, group in groupby(rows, key=lambda row: (row.table, row.identifier, row.field)):
            lines = list(group)
            texts = self.mask_lines([line.raw for line in lines], own_of(lines[0]))
            for line, text in zip(lines, texts, strict=True):
                clean.append(line.model_copy(update={"raw": text, "method": self.mask(line.method)}))
        return clean


@cache
def text_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record that hold text from a document."""
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if field.annotation in (str, str | None) and name not in _NO_TEXT)


def _with(found: list[Span], more: Iterable[Span]) -> list[Span]:
    """The spans and those of `more` that overlap none of them."""
    taken = {place for span in found for place in range(span.start, span.end)}
    free = (span for span in more if taken.isdisjoint(range(span.start, span.end)))
    return sorted([*found, *free])


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans, those of one label side by side made one: « DURAND (Léa) » is one person."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last and last.label == span.label and _BETWEEN.fullmatch(text[last.end : span.start]):
            found[-1] = Span(last.start, span.end, span.label)
        else:
            found.append(span)
    return found


def _replaced(lines: Sequence[str], spans: Sequence[Span]) -> list[str]:
    """The lines with the spans of their joined text replaced, each on the line where it begins."""
    clean, begin, number = [], 0, 0
    for line in lines:
        end, parts, place = begin + len(line), [], begin
        while number < len(spans) and spans[number].start < end:
            span = spans[number]
            parts.append(line[max(0, place - begin) : max(0, span.start - begin)])
            parts += [span.label] if span.start >= begin else []
            place = span.end
            if span.end > end:
                break
            number += 1
        clean.append("".join([*parts, line[max(0, place - begin) :]]))
        begin = end + 1
        if number < len(spans) and spans[number].end <= begin:
            number += 1
    return clean
