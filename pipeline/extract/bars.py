"""Bars of colour behind single lines: the heading on one takes all its width, however short its words are."""

from collections.abc import Sequence

from pipeline.document import Box, Line

# A bar is at least so wide, and no higher than this many times its line; a page with more shapes is a picture.
MIN_WIDTH, MAX_HEIGHT = 80.0, 3.5
MAX_SHAPES = 600


def bars_behind(shapes: Sequence[Box], lines: Sequence[Line]) -> tuple[Box, ...]:
    """The boxes drawn on a page around one line each, wider than it is, where nothing else stands at that height.

    Example: « Scène extérieure » in white on a bar over two columns of items.
    """
    if len(shapes) > MAX_SHAPES:
        return ()
    found = []
    for shape in dict.fromkeys(shape for shape in shapes if shape.width >= MIN_WIDTH):
        level = [line for line in lines if shape.y0 <= line.box.middle_y <= shape.y1]
        if len(level) == 1 and _is_behind(shape, level[0]):
            found.append(shape)
    return tuple(found)


def _is_behind(shape: Box, line: Line) -> bool:
    """Whether a box is drawn behind a line, and goes on where the line ends."""
    high = line.box.height <= shape.height + 1 and shape.height <= MAX_HEIGHT * line.box.height
    return line.rotation == 0 and high and shape.holds(line.box) and shape.width > line.box.width
