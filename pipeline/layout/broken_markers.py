"""Markers broken over two lines of a narrow column: « En présence » over « de : »."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import join_with_below
from pipeline.page.joined_lines import join_as_line
from pipeline.wording import is_bare_marker

# No marker takes more characters.
MAX_MARKER = 40


def join_broken_markers(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each marker before a colon that is broken over two as one; all others as they are.

    Neither line is a marker by itself: « Avec la », « participation de : ».
    """
    short = [line for line in lines if len(line.text) <= MAX_MARKER and not is_bare_marker(line.text)]
    ends = [line for line in short if line.text.endswith(":")]
    return join_with_below(lines, short, ends, _is_one, _whole)


def _is_one(line: Line, end: Line) -> bool:
    return end.style == line.style and is_bare_marker(f"{line.text} {end.text}")


def _whole(parts: Sequence[Line]) -> Line:
    """One line as high as all of a marker: what it announces begins below that."""
    return join_as_line((" ", part) for part in parts)
