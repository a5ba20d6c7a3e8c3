"""What the pieces of an invented programme are, found by laying its truth over its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from labeller_pieces import Piece

from pipeline.evaluate.gold import GoldSession
from pipeline.matching import fold
from pipeline.segment.anchors import is_day_heading
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker

# A piece of the people's block need not be printed as gold has it: « de l'Université » for « Université ».
SAME_WORDS = 82
# How many pieces without a label two of people may have between them and still be one block.
GAP = 3
# A piece this long without a label is running text.
SENTENCE = 45


class Label(IntEnum):
    """What a piece is; TALK is a title without a time of its own, MORE goes on with the title before it."""

    OTHER = 0
    TITLE = 1
    TALK = 2
    BREAK = 3
    MORE = 4
    SUBTITLE = 5
    HOURS = 6
    DAY = 7
    ROOM = 8
    PEOPLE = 9
    MARKER = 10
    TEXT = 11


class _Stream:
    """The letters of all pieces in one string, so that what is broken over lines is found."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        keys = [_key(piece.text) for piece in pieces]
        self.text = "".join(keys)
        self.owner = [index for index, key in enumerate(keys) for _ in key]
        self.starts = [0]
        for key in keys:
            self.starts.append(self.starts[-1] + len(key))
        self.bounds = frozenset(self.starts)

    def whole(self, needle: str) -> Iterator[range]:
        """The runs of pieces that hold a needle and nothing else."""
        for start in self.anywhere(needle):
            end = start + len(needle)
            if start in self.bounds and end in self.bounds:
                yield range(self.owner[start], self.owner[end - 1] + 1)

    def opening(self, needle: str) -> Iterator[range]:
        """The runs of pieces that begin with a needle, for a title whose end no sign tells."""
        for start in self.anywhere(needle) if len(needle) > 5 else ():
            if start in self.bounds:
                yield range(self.owner[start], self.owner[start + len(needle) - 1] + 1)

    def anywhere(self, needle: str) -> Iterator[int]:
        """Where a needle stands."""
        start = self.text.find(needle) if needle else -1
        while start >= 0:
            yield start
            start = self.text.find(needle, start + 1)


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))


def label_pieces(pieces: Sequence[Piece], truth: Sequence[GoldSession]) -> list[Label]:
    """The label of each piece, from the truth of its document."""
    stream = _Stream(pieces)
    labels: list[Label | None] = [None] * len(pieces)
    _label_titles(labels, stream, truth)
    _label_whole(labels, stream, (session.room for session in truth), Label.ROOM)
    times = {time for session in truth for time in (session.start, session.end) if time}
    for index, piece in enumerate(pieces):
        hours = find_hours(piece.text)
        if labels[index] is not None:
            continue
        if hours and hours[0].start in times and hours[0].end_offset - hours[0].start_offset > 0.5 * len(piece.text):
            labels[index] = Label.HOURS
        elif is_day_heading(piece.text):
            labels[index] = Label.DAY
    _label_people(labels, stream, pieces, truth)
    return [label if label is not None else _rest(piece) for label, piece in zip(labels, pieces, strict=True)]


def _label_titles(labels: list[Label | None], stream: _Stream, truth: Sequence[GoldSession]) -> None:
    """Titles and subtitles, the longest first, so that one inside another does not take its place."""
    for session in sorted(truth, key=lambda each: -len(each.title)):
        kind = Label.TITLE if session.start else Label.TALK
        kind = kind if session.kind == "session" else Label.BREAK
        runs = list(stream.whole(_key(session.title))) or list(stream.opening(_key(session.title)))
        for run in runs:
            if all(labels[index] is None for index in run):
                for index in run:
                    labels[index] = Label.MORE if index > run[0] else kind
    _label_whole(labels, stream, (session.subtitle for session in truth), Label.SUBTITLE)


def _label_whole(labels: list[Label | None], stream: _Stream, texts: Iterable[str | None], label: Label) -> None:
    for text in sorted({text for text in texts if text}, key=lambda text: (-len(text), text)):
        for run in stream.whole(_key(text)):
            for index in run:
                labels[index] = label if labels[index] is None else labels[index]


def _label_people(
    labels: list[Label | None], stream: _Stream, pieces: Sequence[Piece], truth: Sequence[GoldSession]
) -> None:
    """Names first, then what gold tells of those people near them, then what stands between."""
    from rapidfuzz import fuzz

    told: dict[str, str] = {}
    for session in truth:
        for person in session.people:
            words = person.name.split()
            blob = _key(f"{person.name} {person.role or ''} {' '.join(person.organisations)}")
            told.update({_key(" ".join([*words[cut:], *words[:cut]])): blob for cut in range(len(words))})
        for body in session.collectives:
            told[_key(body.printed)] = _key(f"{body.printed} {' '.join(body.names)}")
    near: dict[int, set[str]] = {}
    for name, blob in told.items():
        for start in stream.anywhere(name) if len(name) > 5 else ():
            for index in {stream.owner[start], stream.owner[start + len(name) - 1]}:
                if labels[index] is None and len(pieces[index].text) < 200:
                    labels[index] = Label.PEOPLE
                for other in range(index, min(index + 2 * GAP, len(pieces))):
                    near.setdefault(other, set()).add(blob)
    for index, piece in enumerate(pieces):
        if labels[index] is not None:
            continue
        marker, key = find_marker(piece.text), _key(piece.text)
        blobs = (blob for blob in near.get(index, ()) if 3 < len(key) <= len(blob))
        if marker and marker.rest >= len(piece.text.rstrip()):
            labels[index] = Label.MARKER
        elif any(fuzz.partial_ratio(key, blob) >= SAME_WORDS for blob in blobs):
            labels[index] = Label.PEOPLE
    known = [index for index, label in enumerate(labels) if label is Label.PEOPLE]
    for first, last in pairwise(known):
        if last - first <= GAP + 1 and all(labels[index] is None for index in range(first + 1, last)):
            labels[first + 1 : last] = [Label.PEOPLE] * (last - first - 1)


def _rest(piece: Piece) -> Label:
    return Label.TEXT if len(piece.line.text) >= SENTENCE else Label.OTHER
