"""Small capitals drawn as letters of two sizes: lines set so are of the size of their capitals."""

from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line, Span, Style

# Small capitals are so much of the size of the capitals beside them.
LEAST, MOST = 0.55, 0.9
# So many lines of a page show them together: one alone may be a title with a word set smaller.
MIN_LINES = 2
# The next line of a title is no further away than this part of its size.
NEAR = 0.8


def with_small_capitals(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with those in small capitals in one size.

    Programs draw them as capitals of two sizes and give small letters as their text: « Quai du lin » has its
    « Quai » in 9 points and the rest in 6. A line without any capital is known by the one it goes on from.
    """
    styles = {id(line): style for line in lines if (style := _large_style(line)) is not None}
    seen = Counter(styles.values())
    styles = {key: style for key, style in styles.items() if seen[style] >= MIN_LINES}
    if not styles:
        return tuple(lines)
    for line in sorted(lines, key=lambda line: line.box.y0):
        if id(line) not in styles and (near := _goes_on_from(line, lines, styles)) is not None:
            styles[id(line)] = near
    return tuple(_set_in(line, styles[id(line)][0]) if id(line) in styles else line for line in lines)


def _large_style(line: Line) -> tuple[Style, float] | None:
    """The style of the capitals of a line, with the size of its other letters, if only these are smaller."""
    if len(line.spans) < 2:
        return None
    large = max(line.spans, key=lambda span: span.style.size, default=None)
    small = min((span.style.size for span in line.spans), default=0.0)
    if large is None or not LEAST * large.style.size <= small <= MOST * large.style.size:
        return None
    if any(span.style.model_copy(update={"size": large.style.size}) != large.style for span in line.spans):
        return None
    if not all(_begins(line, span, span.style.size < large.style.size) for span in line.spans):
        return None
    if not any(map(str.isupper, line.text)):
        return None  # « rives (9h – 10h) » has its hours set larger
    if not any(word[0].isalpha() for span in line.spans if span.style != large.style for word in _words(line, span)):
        return None  # « PAUSE | 11h45 » has them set smaller
    return large.style, small


def _begins(line: Line, span: Span, small: bool) -> bool:
    """Whether all words of a part of a line begin with a small letter, or none does."""
    return all(word[0].islower() is small for word in _words(line, span) if word[0].isalpha())


def _words(line: Line, span: Span) -> list[str]:
    return line.text[span.start : span.end].split()


def _goes_on_from(
    line: Line, lines: Sequence[Line], styles: dict[int, tuple[Style, float]]
) -> tuple[Style, float] | None:
    """The style of a line in small capitals right above or below, if a line is set in nothing but such letters."""
    if any(word[:1].isupper() for word in line.text.split()):
        return None
    for other in lines:
        style = styles.get(id(other))
        if style is None or line.style.model_copy(update={"size": style[0].size}) != style[0]:
            continue
        apart = max(line.box.y0, other.box.y0) - min(line.box.y1, other.box.y1)
        beside = min(line.box.x1, other.box.x1) <= max(line.box.x0, other.box.x0)
        if line.style.size == style[1] and not beside and apart < NEAR * style[0].size:
            return style
    return None


def _set_in(line: Line, style: Style) -> Line:
    return line.model_copy(update={"spans": (Span(start=0, end=len(line.text), box=line.box, style=style),)})
