"""From labelled pieces to items: the labels choose and bound the parts, the stages of the package read them."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from labeller_pieces import Piece
from labeller_truth import Label

from pipeline.breaks import kind_of
from pipeline.document import Block, Capacity, Document, Kind, Passage, Segment
from pipeline.page.passages import cut, join_lines, words_of
from pipeline.segment.stacked_hours import is_stacked
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker

HEADS = frozenset({Label.TITLE, Label.TALK, Label.BREAK})
_QUOTES = {"«": "»", "“": "”", '"': '"'}


class Part(NamedTuple):
    """Neighbouring pieces that make one part of an item: `pieces[start:end]`."""

    label: Label
    start: int
    end: int


def decode(document: Document, pieces: Sequence[Piece], labels: Sequence[Label]) -> list[Segment]:
    """The items of a document in reading order: one for each title, with the hours on the side the document has them.

    Args:
        document: the document the pieces were cut from.
        pieces: its pieces in reading order.
        labels: one for each piece.
    """
    parts = parts_of(pieces, labels)
    titles = [index for index, part in enumerate(parts) if part.label in HEADS]
    hours_last = _hours_last(pieces, parts, titles)
    starts = [_start(pieces, parts, title, hours_last) for title in titles]
    vocabulary = words_of(document)
    return [
        _segment(document, pieces, parts, title, range(start, end), hours_last, vocabulary)
        for title, (start, end) in zip(titles, pairwise([*starts, len(parts)]), strict=True)
    ]


def parts_of(pieces: Sequence[Piece], labels: Sequence[Label]) -> list[Part]:
    """Runs of one label; a title goes on in its MORE, a time goes on in the next if that ends its range."""
    parts: list[Part] = []
    for index, label in enumerate(labels):
        last = parts[-1] if parts else None
        goes_on = last is not None and (
            (label is Label.MORE and last.label in HEADS)
            or (label is last.label and label not in HEADS | {Label.HOURS, Label.MARKER, Label.DAY})
            or (label is last.label is Label.HOURS and _one_range(pieces, last, index))
        )
        if last is not None and goes_on and pieces[index].page.number - pieces[last.start].page.number < 2:
            parts[-1] = last._replace(end=index + 1)
        else:
            parts.append(Part(Label.TITLE if label is Label.MORE else label, index, index + 1))
    return parts


def _one_range(pieces: Sequence[Piece], last: Part, index: int) -> bool:
    """Whether two times after one another are the start and the end of one item."""
    if last.end - last.start > 1:
        return False
    first, second = pieces[last.start].part, pieces[index].part
    read = find_hours(f"{first.text} {second.text}")
    return is_stacked(first, second) or bool(len(read) == 1 and read[0].end and not find_hours(first.text)[0].end)


def _hours_last(pieces: Sequence[Piece], parts: Sequence[Part], titles: Sequence[int]) -> bool:
    """Whether the document prints the time of an item after its title: what most titles stand nearer to."""
    votes: Counter[bool] = Counter()
    for title in titles:
        if parts[title].label is Label.TALK:
            continue
        above = next((i for i in range(title - 1, -1, -1) if parts[i].label is Label.HOURS), None)
        below = next((i for i in range(title + 1, len(parts)) if parts[i].label is Label.HOURS), None)
        gaps = [
            (_gap(pieces, parts[title], parts[other]), abs(title - other)) if other is not None else (1e9, 0)
            for other in (above, below)
        ]
        if gaps[0] != gaps[1]:
            votes[gaps[1] < gaps[0]] += 1
    return votes[True] > votes[False]


def _gap(pieces: Sequence[Piece], title: Part, hours: Part) -> float:
    """How far the time of an item is from its title: nothing on the same line, else the way down in points."""
    one, other = pieces[title.start], pieces[hours.start]
    if one.page is not other.page:
        return 1e6
    last = pieces[title.end - 1]
    return max(0.0, one.part.box.y0 - other.part.box.y1, other.part.box.y0 - last.part.box.y1)


def _start(pieces: Sequence[Piece], parts: Sequence[Part], title: int, hours_last: bool) -> int:
    """Where the item of a title begins: at its time when that comes first, else at what shares the title's line."""
    line = pieces[parts[title].start].line
    start = title
    while start and parts[start - 1].label not in HEADS and pieces[parts[start - 1].end - 1].line is line:
        start -= 1
    if hours_last:
        return start
    for other in range(title - 1, -1, -1):
        if parts[other].label in HEADS:
            break
        if parts[other].label is Label.HOURS:
            return min(start, other)
    return start


def _segment(
    document: Document,
    pieces: Sequence[Piece],
    parts: Sequence[Part],
    title: int,
    inside: range,
    hours_last: bool,
    vocabulary: frozenset[str],
) -> Segment:
    def passage(part: Part) -> Passage:
        return join_pieces(pieces[part.start : part.end], vocabulary)

    printed = _bare(passage(parts[title]))
    page = pieces[parts[title].start].page.number
    own = [parts[index] for index in inside]
    subtitle = next((part for part in own if part.label is Label.SUBTITLE), None)
    room = next((part for part in own if part.label is Label.ROOM), None)
    hours = _hours(pieces, parts, title, inside, hours_last)
    whole = passage(hours) if hours else None
    stacked = (
        hours is not None and whole is not None and hours.end - hours.start > 1 and len(find_hours(whole.text)) > 1
    )
    return Segment(
        pages=tuple(sorted({pieces[part.start].page.number for part in own} | {page})),
        kind=_kind(parts[title], printed.text),
        title=printed,
        subtitle=passage(subtitle) if subtitle else None,
        body=tuple(passage(part) for part in own if part.label is Label.TEXT),
        blocks=_blocks(own, passage),
        day=_day(document, pieces, parts, inside.start, page),
        hours=whole,
        until=join_pieces(pieces[hours.end - 1 : hours.end], vocabulary) if hours and stacked else None,
        room=passage(room) if room else None,
        method="étiquettes apprises",
    )


def join_pieces(pieces: Sequence[Piece], vocabulary: frozenset[str]) -> Passage:
    """The running text of neighbouring pieces, with the signs between those of one line."""
    lines = [next(group) for _, group in groupby((piece.line for piece in pieces), key=id)]
    whole = join_lines(lines, vocabulary, one_paragraph=True)
    return cut(whole, pieces[0].start, whole.pieces[-1].start + pieces[-1].end)


def _bare(title: Passage) -> Passage:
    """A title without the signs that join it to what follows, nor quotation marks that hold it whole or only open."""
    title = cut(title, 0, len(title.text.rstrip(" ,;:")))
    title = cut(title, 0, len(title.text) - 1) if title.text.endswith(("».", "”.")) else title
    end = _QUOTES.get(title.text[:1])
    if end is None or end in title.text[1:-1] or len(title.text) < 3:
        return title
    return cut(title, 1, len(title.text) - title.text.endswith(end))


def _kind(title: Part, text: str) -> Kind:
    told = kind_of(text)
    if title.label is Label.BREAK:
        return Kind.BREAK if told is Kind.SESSION else told
    return Kind.SESSION


def _hours(
    pieces: Sequence[Piece], parts: Sequence[Part], title: int, inside: range, hours_last: bool
) -> Part | None:
    """The time of an item: on the line of its title, else on the document's side, where several may share it."""
    line = pieces[parts[title].start].line
    times = [index for index, part in enumerate(parts) if part.label is Label.HOURS]
    beside = [index for index in times if pieces[parts[index].start].line is line]
    after = [index for index in times if title < index < inside.stop]
    before = [index for index in times if index < title]
    chosen = beside or (after[:1] if hours_last else before[-1:])
    if parts[title].label is Label.TALK:  # a time right beside it speaks against the label
        chosen = [index for index in chosen if abs(index - title) == 1]
    return parts[chosen[0]] if chosen else None


def _blocks(own: Sequence[Part], passage: Callable[[Part], Passage]) -> tuple[Block, ...]:
    """The people of an item, in the capacity the marker before them gives."""
    blocks = []
    capacity, words = Capacity.INTERVENTION, ""
    for part in own:
        if part.label is Label.MARKER:
            found = find_marker(passage(part).text)
            capacity, words = (found.capacity, found.words) if found else (Capacity.INTERVENTION, "")
        elif part.label is Label.PEOPLE:
            blocks.append(Block(capacity=capacity, marker=words, passage=passage(part)))
        elif part.label in HEADS | {Label.TEXT}:
            capacity, words = Capacity.INTERVENTION, ""
    return tuple(blocks)


def _day(document: Document, pieces: Sequence[Piece], parts: Sequence[Part], start: int, page: int) -> Passage | None:
    """The day in the furniture of the page, else the last one printed before."""
    for line in document.pages[page - 1].furniture:
        if any(day.day is not None for day in find_days(line.text)):
            return join_lines([line])
    days = [part for part in parts[: start + 1] if part.label is Label.DAY]
    return join_lines([pieces[days[-1].start].part]) if days else None
