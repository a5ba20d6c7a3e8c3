"""People printed right above the titles of their items, where a document sets them so again and again."""

from collections.abc import Mapping, Sequence

from pipeline.document import Line
from pipeline.page.passages import join_lines
from pipeline.page.people_lists import is_people
from pipeline.segment.heading_joints import by_case
from pipeline.segment.reading import Reading
from pipeline.wording import is_bare_marker

# Lines of one block stand no further apart than this part of their height, and from others by so much more.
NEAR, APART = 0.4, 0.3
# So many titles must have people right above them.
MIN_HABIT = 2
# In close lines people are by this part nearer to their title than to what is above them, and so many show it.
NEARER, MIN_CLOSE = 0.1, 3
# They take no more lines.
MAX_LINES = 24


def people_over(reading: Reading, titles: Sequence[int]) -> dict[int, int]:
    """Where the people begin that stand right above titles, by the title, where a document sets them so.

    They are a paragraph with room above it and none below: « Léa Durand (Canal Sud) », « **Habiter la rive** »; or at
    least more room above than below.
    """
    apart = _over_each(reading, dict.fromkeys(titles, (NEAR, NEAR + APART)))
    if len(apart) >= MIN_HABIT:
        return apart
    steps = {title: min(NEAR, step_above(reading.lines, title) + NEARER) for title in titles}
    close = _over_each(reading, {title: (step, step) for title, step in steps.items()})
    return close if len(close) >= MIN_CLOSE else {}


def _over_each(reading: Reading, limits: Mapping[int, tuple[float, float]]) -> dict[int, int]:
    """Where people begin right above those titles that have some, by how near and how far apart they stand."""
    heads = {title: _people_above(reading, title, near, apart) for title, (near, apart) in limits.items()}
    return {title: head for title, head in heads.items() if head is not None}


def _people_above(reading: Reading, title: int, near: float, apart: float) -> int | None:
    """Where the people begin that stand right above a title, apart from what is above them; None if none do.

    Those below a marker are of the item above: « Oratrice : ».
    """
    lines, head = reading.lines, title
    while title - head < MAX_LINES and head - 1 in reading.free and 0 <= step_above(lines, head) < near:
        head -= 1
    announced = head > 0 and is_bare_marker(lines[head - 1].text)
    if head == title or announced or (head > 0 and 0 <= step_above(lines, head) < apart):
        return None
    above = join_lines(lines[head:title], reading.vocabulary, one_paragraph=True)
    # « Léa Durand, éclusière – LA RIVE » goes on below with « ET LA CRUE ».
    begun = above.text.count("«") > above.text.count("»") or by_case(above)
    return None if begun or not is_people(above.text) else head


def step_above(lines: Sequence[Line], place: int) -> float:
    """How far a line stands below the one before it, in its height; less than nothing in another column or page."""
    before, line = lines[place - 1], lines[place]
    return (line.box.y0 - before.box.y1) / line.box.height if before.page == line.page else -1.0
