"""The pages beside the sessions: image or text of each, the boxes of what was read, and what went nowhere."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Box, Document, Page
from pipeline.privacy import mask
from pipeline.programme import Programme, Provenance
from pipeline.review.cells import Key
from pipeline.review.fields import GROUP_OF
from pipeline.review.unused import Unused, find_unused

# Of a page that was not read again only the places are known: it ends this far beyond the last of them.
MARGIN = 24.0


class Mark(NamedTuple):
    """A box over a value: which one, and in which colour."""

    box: Box
    value: str
    group: str


class Text(NamedTuple):
    """Text drawn where it stands, on a page without image."""

    box: Box
    text: str


class Sheet(NamedTuple):
    """A page: its size in points, its image (data URI) or its text, the marks over it."""

    number: int
    width: float
    height: float
    image: str
    texts: tuple[Text, ...]
    marks: tuple[Mark, ...]
    unused: tuple[Unused, ...]


def lay_sheets(
    programme: Programme, marks: dict[Key, str], document: Document | None, images: Sequence[str]
) -> list[Sheet]:
    """The pages of a programme.

    Args:
        programme: what was read.
        marks: the mark of each cell that has a place.
        document: the pages as they were read; without it, pages hold the texts of the provenances only.
        images: one a page, or none at all.
    """
    places: dict[int, list[Provenance]] = {}
    for each in programme.provenances:
        places.setdefault(each.page, []).append(each)
    pages = {page.number: page for page in document.pages} if document else {}
    return [
        _sheet(number, places.get(number, []), marks, pages.get(number), images[number - 1] if images else "")
        for number in range(1, programme.pages + 1)
    ]


def _sheet(number: int, places: Sequence[Provenance], marks: dict[Key, str], page: Page | None, image: str) -> Sheet:
    width, height = _size(page, places)
    # Large boxes first: what lies over another can then be reached with the mouse.
    drawn = sorted((_mark(each, marks) for each in places), key=lambda mark: -mark.box.width * mark.box.height)
    return Sheet(
        number=number,
        width=round(width, 1),
        height=round(height, 1),
        image=image,
        texts=() if image else tuple(_texts(page, places)),
        marks=tuple(drawn),
        unused=tuple(
            part._replace(mark=f"u{number}-{rank}")
            for rank, part in enumerate(find_unused(page, places) if page else (), start=1)
        ),
    )


def _size(page: Page | None, places: Sequence[Provenance]) -> tuple[float, float]:
    """The size in points; for a page that is not known or cannot be read, enough for what stands on it."""
    if page and page.width and page.height:
        return page.width, page.height
    width, height = (max((getattr(each, side) for each in places), default=0.0) + MARGIN for side in ("x1", "y1"))
    return max(width, 200.0), max(height, 100.0)


def _mark(place: Provenance, marks: dict[Key, str]) -> Mark:
    box = Box(x0=place.x0, y0=place.y0, x1=place.x1, y1=place.y1)
    return Mark(box, marks[place.table, place.identifier, place.field], GROUP_OF.get(place.field, ""))


def _texts(page: Page | None, places: Sequence[Provenance]) -> list[Text]:
    if page:
        return [Text(line.box, mask(line.text)) for line in (*page.lines, *page.furniture)]
    found = {(each.x0, each.y0, each.x1, each.y1): each.raw for each in places if each.field != QUOTED}
    texts = [Text(Box(x0=x0, y0=y0, x1=x1, y1=y1), raw) for (x0, y0, x1, y1), raw in found.items()]
    # A name read in the middle of a description is written there already.
    return [text for text in texts if not any(_is_part(text, other) for other in texts)]


def _is_part(text: Text, other: Text) -> bool:
    return len(text.text) < len(other.text) and text.text in other.text and other.box.holds(text.box)


# The passage an intervention was read from: its parts stand there already.
QUOTED = "texte_source"
