"""A printed time that tells when an item takes place."""

from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.times.hours import Hours


class Anchor(NamedTuple):
    """A printed time that tells when an item takes place.

    `place` is the index of its first line, `lines` are the printed lines it takes, `hours` holds its offsets in
    `passage.text`; `rest` is the offset after which the passage goes on with something else (a title), or None;
    `lead` the same for text before it; `until` the end when it is printed by itself below the start.
    """

    place: int
    lines: tuple[Line, ...]
    passage: Passage
    hours: Hours
    rest: int | None
    lead: int | None
    until: Passage | None = None
