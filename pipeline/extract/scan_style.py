"""Runs of seen words to words with a style: OCR tells no font, so what looks alike is made alike.

What follows the extraction tells titles from text by their style, and compares styles for equality. So runs whose
size, strokes and colour hardly differ in the whole document get one style.
"""

import math
from collections.abc import Sequence
from statistics import median

from pipeline.document import Style
from pipeline.extract.glyphs import Word
from pipeline.extract.scan_runs import BOLDER, Run, Seen, runs_of

FONT = "OCR"
# The box of a printed word, above and below the base line in sizes, as fonts tell it.
BOX_ABOVE, BOX_BELOW = 0.85, 0.25

# Two runs look alike when their sizes and strokes differ by less than this part and their colours by less than
# that distance in red, green and blue.
SAME_SIZE = 0.075
SAME_STROKE = 0.16
SAME_COLOR = 60.0
# A size measured on a word or two may be wrong by this many times more; then strokes and colour must tell.
UNSURE = 5.0
# Runs of fewer letters found no style of their own where one is near enough by so many times the usual.
FEW_LETTERS = 5
LAXER = 1.8
# A kind of so few sure runs is a slip of measure when a kind so many times larger has its strokes and colour.
STRAY_RUNS, LARGER = 2, 10
# Two kinds nearer than this part of what parts two runs are one.
SAME_KIND = 0.75
# Blur thickens thin strokes: by the root of the sum of squares with this many points.
BLUR = 0.35
# Base lines this near, in sizes, are one row.
SAME_ROW = 0.12


class _Kind:
    """Runs that look alike, and the mean of what was measured on them; `count` is how many were measured surely."""

    def __init__(self, run: Run) -> None:
        self.letters = self.count = 0
        self.size, self.stroke, self.color = run.size, run.stroke, run.color
        self.add(run)

    def add(self, run: Run) -> None:
        self.count += run.is_sure
        weight = max(1, run.letters)
        self.letters += weight
        part = weight / self.letters
        if run.is_sure:
            self.size += part * (run.size - self.size)
        self.stroke += part * (run.stroke - self.stroke)
        self.color = tuple(old + part * (new - old) for old, new in zip(self.color, run.color, strict=True))

    def weight(self) -> float:
        """The thickness of the strokes as part of the size, blur undone."""
        return math.sqrt(max(0.0, self.stroke**2 - BLUR**2)) / self.size


def style_words(pages: Sequence[Sequence[Seen]]) -> list[list[Word]]:
    """The words of each page with a style, and boxes as fonts have them rather than around the ink."""
    runs = [_level_rows(runs_of(page)) for page in pages]
    styles = iter(_styles([run for page in runs for run in page]))
    return [_words([(run, next(styles)) for run in page]) for page in runs]


def _distance(kind: _Kind, stroke: float, color: Sequence[float], size: float, sure: bool) -> float:
    """How far something is from looking like a kind: up to 1 it does."""
    sizes = abs(math.log(size / kind.size)) / (SAME_SIZE if sure else UNSURE * SAME_SIZE)
    strokes = abs(math.log(stroke / kind.stroke)) / SAME_STROKE if stroke and kind.stroke else 1.0
    return max(sizes, strokes, math.dist(color, kind.color) / SAME_COLOR)


def _styles(runs: Sequence[Run]) -> list[Style]:
    """One style a run: those measured best come first, each joins the kind it looks most like or founds one."""
    kinds: list[_Kind] = []
    chosen: dict[int, _Kind] = {}
    order = sorted(range(len(runs)), key=lambda number: (not runs[number].is_sure, -runs[number].letters, number))
    for number in order:
        run = runs[number]
        if not run.letters:
            continue
        near = {id(kind): _distance(kind, run.stroke, run.color, run.size, run.is_sure) for kind in kinds}
        best = min(kinds, key=lambda kind: (near[id(kind)], -kind.letters), default=None)
        if best is None or near[id(best)] > (LAXER if run.letters < FEW_LETTERS else 1.0):
            best = _Kind(run)
            kinds.append(best)
        else:
            best.add(run)
        chosen[number] = best
    usual = max(kinds, key=lambda kind: kind.letters).weight() if kinds else 0.0
    stands_for = _merged(kinds)
    found: list[Style] = []
    for number, run in enumerate(runs):
        if number in chosen:
            found.append(_style(stands_for[id(chosen[number])], run, usual))
        else:
            # A sign alone looks like nothing: it goes with what stands before it.
            alone = Style(font=FONT, size=max(4.0, round(run.size)), bold=False, italic=False)
            found.append(found[-1] if found else alone)
    return found


def _merged(kinds: Sequence[_Kind]) -> dict[int, _Kind]:
    """The kind that stands for each: small ones that were only measured apart from a larger one go with it.

    Of a stray kind the size counts little: strokes grow with the size, and where they agree it was measured wrong.
    """
    kept: list[_Kind] = []
    found: dict[int, _Kind] = {}
    for kind in sorted(kinds, key=lambda kind: -kind.letters):
        stray = kind.count <= STRAY_RUNS
        larger = [other for other in kept if not stray or other.letters > LARGER * kind.letters]
        near = {id(other): _distance(other, kind.stroke, kind.color, kind.size, not stray) for other in larger}
        best = min(larger, key=lambda other: near[id(other)], default=None)
        if best is not None and near[id(best)] <= (1.0 if stray else SAME_KIND):
            found[id(kind)] = best
        else:
            kept.append(kind)
            found[id(kind)] = kind
    return found


def _style(kind: _Kind, run: Run, usual: float) -> Style:
    color = "#{:02x}{:02x}{:02x}".format(*(min(255, round(channel)) for channel in kind.color))
    bold = usual > 0 and kind.weight() > BOLDER * usual
    return Style(font=FONT, size=max(1.0, round(kind.size * 2) / 2), bold=bold, italic=run.slanted, color=color)


def _level_rows(runs: list[Run]) -> list[Run]:
    """The runs with one base line where theirs hardly differ: what is printed as one row has one height."""
    rows: list[list[int]] = []
    for number in sorted(range(len(runs)), key=lambda number: runs[number].base):
        if rows and runs[number].base - runs[rows[-1][0]].base <= SAME_ROW * runs[number].size:
            rows[-1].append(number)
        else:
            rows.append([number])
    level = {number: median(runs[other].base for other in row) for row in rows for number in row}
    return [run._replace(base=level[number]) for number, run in enumerate(runs)]


def _words(runs: Sequence[tuple[Run, Style]]) -> list[Word]:
    found: list[Word] = []
    for run, style in runs:
        top, bottom = max(0.0, run.base - BOX_ABOVE * style.size), run.base + BOX_BELOW * style.size
        found += [
            Word(word.text, word.x0, top, word.x1, bottom, style, 0, len(found) + place)
            for place, word in enumerate(run.words)
        ]
    return found
