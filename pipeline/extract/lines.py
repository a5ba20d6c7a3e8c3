"""Words to printed lines: same baseline, no gutter between."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median

from pipeline.document import WIDE_SPACE, Box, Line, Span
from pipeline.extract.glyphs import Word
from pipeline.extract.gutters import split_columns
from pipeline.extract.hour_columns import split_at_hours
from pipeline.extract.justified import join_justified
from pipeline.extract.wide_spaces import wide_spaces

# A gap wider than this many ems ends a line: the space of justified text stays below, a gutter above.
GUTTER_EMS = 1.2
# In stretched lines a gap must also be this many times the usual gap of the line, unless it is beyond stretching.
GUTTER_GAPS = 2.5
STRETCHED_EMS = 3.0
# So many single characters beside each other are a word set with wide letter-spacing.
MIN_LETTERS = 4
# Words of a row share at least this part of the height of the smaller with the tallest.
SHARED = 0.55
# Neighbours in a row share at least this part of the height of the smaller.
LEVEL = 0.3
# Words drawn one behind the other end on one level within this part of an em: boxes may be as tight as their letters.
SAME_LEVEL = 0.3
_Edges = tuple[float, float, float, float]  # x0, y0, x1, y1


def make_lines(words: list[Word], page: int) -> tuple[Line, ...]:
    """The lines of a page from its words, top to bottom and left to right; reading order is for later."""
    found = []
    for rotation in sorted({word.rotation for word in words}):
        upright = [_upright(word, rotation) if rotation else word for word in words if word.rotation == rotation]
        whole = [_join_letters(row) for row in _rows(upright)]
        rows = split_columns(whole)
        parts = list(split_at_hours(rows))
        runs = [run for part in parts for run in _split_at_gutters(part)]
        # What was cut at a column of hours stays apart from these.
        cut = {id(part[0]) for part in parts} - {id(row[0]) for row in rows}
        justified = join_justified(_beside(runs, {id(row[0]) for row in whole} | cut))
        whole = [run for row in justified for run in row]
        found += [_line(run, page, rotation, wide) for run, wide in zip(whole, wide_spaces(whole), strict=True)]
    return tuple(sorted(found, key=lambda line: (round(line.box.y0, 1), line.box.x0)))


def _beside(runs: Iterable[list[Word]], begins: set[int]) -> list[list[list[Word]]]:
    """The runs of each row, which begins with one of some words."""
    rows: list[list[list[Word]]] = []
    for run in runs:
        if id(run[0]) in begins:
            rows.append([run])
        else:
            rows[-1].append(run)
    return rows


def _upright(word: Word, rotation: int) -> Word:
    """The word as if its text ran left to right, so that one set of rules serves all directions."""
    match rotation:
        case 90:  # reads downwards
            return word._replace(x0=word.y0, x1=word.y1, y0=-word.x1, y1=-word.x0)
        case 180:
            return word._replace(x0=-word.x1, x1=-word.x0, y0=-word.y1, y1=-word.y0)
        case 270:  # reads upwards
            return word._replace(x0=-word.y1, x1=-word.y0, y0=word.x0, y1=word.x1)
        case _:
            return word


def _box(edges: _Edges, rotation: int) -> Box:
    """The box on the page of what reaches from x0, y0 to x1, y1 as if its text ran left to right."""
    x0, y0, x1, y1 = edges
    match rotation:
        case 90:
            x0, y0, x1, y1 = -y1, x0, -y0, x1
        case 180:
            x0, y0, x1, y1 = -x1, -y1, -x0, -y0
        case 270:
            x0, y0, x1, y1 = y0, -x1, y1, -x0
    return Box(x0=round(x0, 2), y0=round(y0, 2), x1=round(x1, 2), y1=round(y1, 2))


class _Row:
    """Words of one row, the tallest of them, and the heights that all of them share."""

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.tallest, self.top, self.bottom = word, word.y0, word.y1

    def add(self, word: Word) -> None:
        self.words.append(word)
        if self._is_as_tallest(word):
            return  # the heights all share are within those of the tallest
        if word.y1 - word.y0 > self.tallest.y1 - self.tallest.y0:
            self.tallest = word
        self.top, self.bottom = max(self.top, word.y0), min(self.bottom, word.y1)

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the row."""
        # The tallest word stands for the row, so that a row does not creep down a slanted page.
        if self._is_as_tallest(word):
            return self._is_level(word)  # as nearly all words of a row are: set alike on one baseline
        other = self.tallest
        shared = min(word.y1, other.y1) - max(word.y0, other.y0)
        smaller = min(word.y1 - word.y0, other.y1 - other.y0)
        return shared >= SHARED * smaller and not _stacked(word, other) and self._is_level(word)

    def _is_as_tallest(self, word: Word) -> bool:
        return word.y0 == self.tallest.y0 and word.y1 == self.tallest.y1

    def _is_level(self, word: Word) -> bool:
        """Whether a word shares some height with the nearest of the row: tall text beside two lines does not join."""
        if min(word.y1, self.bottom) - max(word.y0, self.top) > LEVEL * (word.y1 - word.y0):
            return True  # so it does with each of them
        near = min(self.words, key=lambda other: max(other.x0 - word.x1, word.x0 - other.x1))
        return min(word.y1, near.y1) - max(word.y0, near.y0) > LEVEL * min(word.y1 - word.y0, near.y1 - near.y0)


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words that share a baseline, within half the height of the smaller: superscripts stay with their line."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: ((word.y0 + word.y1) / 2, word.x0)):
        for row in reversed(rows[-6:]):
            if row.holds(word):
                row.add(word)
                break
        else:
            rows.append(_Row(word))
    return _with_runs_whole([sorted(row.words, key=lambda word: word.x0) for row in rows], words)


def _with_runs_whole(rows: list[list[Word]], words: list[Word]) -> list[list[Word]]:
    """The rows, none of which parts words drawn one behind the other on one level, as lines of another column may.

    Such words go to the row in which they begin, unless that has others in their place.
    """
    number_of = {id(word): number for number, row in enumerate(rows) for word in row}
    for before, word in pairwise(words):
        here, there = number_of[id(word)], number_of[id(before)]
        if here == there or not _goes_on(before, word):
            continue
        place = next(index for index, other in enumerate(rows[here]) if other is word)
        end = place + 1
        while end < len(rows[here]) and _is_near(rows[here][end - 1], rows[here][end]):
            end += 1
        run = rows[here][place:end]
        if not any(other.x0 < run[-1].x1 and other.x1 > run[0].x0 for other in rows[there]):
            del rows[here][place:end]
            rows[there] = sorted([*rows[there], *run], key=lambda other: other.x0)
            number_of.update({id(other): there for other in run})
    return [row for row in rows if row]


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a word stands right behind another, on its level."""
    size = min(before.style.size, word.style.size)
    behind = word.x0 - before.x1 > -SAME_LEVEL * size and _is_near(before, word)
    return behind and abs(before.y1 - word.y1) < SAME_LEVEL * size


def _is_near(before: Word, word: Word) -> bool:
    return word.x0 - before.x1 <= GUTTER_EMS * max(before.style.size, word.style.size)


def _stacked(word: Word, other: Word) -> bool:
    """Whether two words overlap in x as well: then they are lines of tight leading, not one line."""
    across = min(word.x1, other.x1) - max(word.x0, other.x0)
    apart = abs((word.y0 + word.y1) - (other.y0 + other.y1)) / 2
    return across > 0.3 * min(word.x1 - word.x0, other.x1 - other.x0) and apart > 0.25 * word.style.size


def _split_at_gutters(row: list[Word]) -> Iterable[list[Word]]:
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    # The lower quartile: in a row of a table the gutters may be as many as the spaces.
    usual = sorted(gaps)[len(gaps) // 4] if len(gaps) >= 4 else 0.0
    start = 0
    for index, gap in enumerate(gaps):
        em = max(row[index].style.size, row[index + 1].style.size)
        if gap > max(GUTTER_EMS * em, min(GUTTER_GAPS * usual, STRETCHED_EMS * em)):
            yield row[start : index + 1]
            start = index + 1
    yield row[start:]


def _join_letters(row: list[Word]) -> list[Word]:
    """« P R O G R A M M E » set with wide letter-spacing becomes one word again, « D U  1 0  M A I » three as one.

    Only runs of at least four single characters set alike and nearer than columns are joined.
    """
    if sum(len(word.text) == 1 for word in row) < MIN_LETTERS:
        return row
    runs: list[list[Word]] = []
    for word in row:
        if runs and _is_next_letter(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [word for run in runs for word in (_words_of_letters(run) if _are_letters(run) else run)]


def _are_letters(run: Sequence[Word]) -> bool:
    """Whether words of one character are letters set apart, not signs between words: « Habiter » | À 9h »."""
    return len(run) >= MIN_LETTERS and 2 * sum(word.text.isalnum() for word in run) > len(run)


def _is_next_letter(before: Word, word: Word) -> bool:
    alike = len(before.text) == len(word.text) == 1 and before.style == word.style
    return alike and word.x0 - before.x1 <= STRETCHED_EMS * word.style.size


def _words_of_letters(letters: list[Word]) -> list[Word]:
    """The words of letters set apart, as one; those further apart than a space may be stand in columns.

    A gap half as wide again as the usual one between letters parts two words.
    """
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    if median(gaps) > GUTTER_EMS * letters[0].style.size:
        return letters
    limit = max(1.5 * median(gaps), median(gaps) + 0.12 * letters[0].style.size)
    text = letters[0].text + "".join(
        f" {letter.text}" if gap > limit else letter.text for gap, letter in zip(gaps, letters[1:], strict=True)
    )
    top, bottom = min(letter.y0 for letter in letters), max(letter.y1 for letter in letters)
    last = letters[-1]
    return [letters[0]._replace(text=text, x1=last.x1, y0=top, y1=bottom, hyphenated=last.hyphenated)]


def _line(run: list[Word], page: int, rotation: int, wide: int) -> Line:
    """A line of words; before the one at the place `wide`, if not 0, is a wide space."""
    spans: list[Span] = []
    extents: list[_Edges] = []
    start = 0
    for style, words in groupby(run, key=attrgetter("style")):
        texts, x0, y0, x1, y1, *_ = zip(*words, strict=True)
        end = start + len(" ".join(texts))
        extents.append((min(x0), min(y0), max(x1), max(y1)))
        spans.append(Span(start=start, end=end, box=_box(extents[-1], rotation), style=style))
        start = end + 1
    box = spans[0].box
    if len(spans) > 1:
        x0, y0, x1, y1 = zip(*extents, strict=True)
        box = _box((min(x0), min(y0), max(x1), max(y1)), rotation)
    return Line(
        page=page,
        text=WIDE_SPACE.join(" ".join([word.text for word in part]) for part in (run[:wide], run[wide:]) if part),
        box=box,
        spans=tuple(spans),
        rotation=rotation,
        rank=min([word.rank for word in run]),
        hyphenated=run[-1].hyphenated,
    )
