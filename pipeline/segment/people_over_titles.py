"""People printed right above the titles of their items, where a document sets them so again and again."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.passages import join_lines
from pipeline.page.people_lists import is_people
from pipeline.segment.reading import Reading

# Lines of one block stand no further apart than this part of their height, and from others by this part.
NEAR, APART = 0.4, 0.3
# So many titles must have people right above them.
MIN_HABIT = 2


def people_over(reading: Reading, titles: Sequence[int]) -> dict[int, int]:
    """Where the people begin that stand right above titles, by the title, where a document sets them so.

    They are a paragraph with room above it and none below: « Léa Durand (Canal Sud) », « **Habiter la rive** ».
    """
    heads = {title: _block_above(reading, title) for title in titles}
    found = {
        title: head
        for title, head in heads.items()
        if head < title and is_people(join_lines(reading.lines[head:title], reading.vocabulary).text)
    }
    return found if len(found) >= MIN_HABIT else {}


def _block_above(reading: Reading, title: int) -> int:
    """Where the lines begin that stand right above a title, apart from what is above them; the title if none do."""
    lines, place = reading.lines, title
    while place - 1 in reading.free and 0 <= step_above(lines, place) < NEAR:
        place -= 1
    apart = place == 0 or not 0 <= step_above(lines, place) < NEAR + APART
    return place if apart else title


def step_above(lines: Sequence[Line], place: int) -> float:
    """How far a line stands below the one before it, in its height; less than nothing in another column or page."""
    before, line = lines[place - 1], lines[place]
    return (line.box.y0 - before.box.y1) / line.box.height if before.page == line.page else -1.0
