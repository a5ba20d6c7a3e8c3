"""Where lines stand on a page: at one place, at its edge, beside each other."""

from pipeline.document import Line, Page

# Lines stand at the same place within so many points.
SAME_PLACE = 4.0
# Its edges are this part of the height of a page, at the top and at the bottom: furniture stands there.
MARGIN = 0.15


def in_margin(line: Line, page: Page) -> bool:
    """Whether a line stands at the upper or lower edge of its page."""
    return line.box.y1 < MARGIN * page.height or line.box.y0 > (1 - MARGIN) * page.height


def stand_beside(line: Line, other: Line) -> bool:
    """Whether two lines share no stretch of the width of the page."""
    return other.box.x0 >= line.box.x1 or other.box.x1 <= line.box.x0
