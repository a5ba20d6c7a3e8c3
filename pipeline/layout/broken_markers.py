"""Markers broken over two lines of a narrow column: « En présence » over « de : »."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import right_under
from pipeline.page.joined_lines import join_as_line
from pipeline.wording import is_bare_marker

# No marker takes more characters.
MAX_MARKER = 40


def join_broken_markers(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each marker before a colon that is broken over two as one; all others as they are.

    Neither line is a marker by itself: « Avec la », « participation de : ».
    """
    ends = [line for line in lines if len(line.text) < MAX_MARKER and line.text.endswith(":")]
    ends = [line for line in ends if not is_bare_marker(line.text)]
    joined: dict[int, Line] = {}
    taken: set[int] = set()
    for line in lines:
        if len(line.text) > MAX_MARKER or is_bare_marker(line.text):
            continue
        under = (end for end in right_under(line, ends) if end.style == line.style)
        if end := next((end for end in under if is_bare_marker(f"{line.text} {end.text}")), None):
            joined[id(line)] = join_as_line((("", line), (" ", end)))
            taken.add(id(end))
    return [joined.get(id(line), line) for line in lines if id(line) not in taken]
