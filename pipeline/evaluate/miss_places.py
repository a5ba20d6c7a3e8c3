"""Where on the page the differences to gold stand, and a picture of the place."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.document import Box
from pipeline.evaluate.verdicts import Verdict
from pipeline.matching import NEAR_TITLE, fold, similarity
from pipeline.page.grid_cells import hull_of
from pipeline.programme import Programme, Provenance, Session

if TYPE_CHECKING:
    from PIL.Image import Image

# Fields of the scores and the columns that hold their values; all others stand under their French name or are texts.
_COLUMNS = {
    "title": ("titre",),
    "subtitle": ("sous_titre",),
    "date": ("date",),
    "start": ("heure_debut",),
    "end": ("heure_fin",),
    "room": ("salle",),
    "track": ("parcours",),
    "people": ("nom",),
    "roles": ("fonction",),
    "organisations": ("organisation_id",),
    "collectives": ("collectif",),
}
# What is drawn around a place, in points, and pixels a point.
MARGIN, SCALE = 12.0, 2.0


class Miss(NamedTuple):
    """A difference to gold with its place; without session there is none."""

    verdict: Verdict
    page: int | None
    box: Box | None


def place_misses(misses: Sequence[Verdict], programme: Programme) -> list[Miss]:
    """Each difference with the place to look at: that of the value, else of its session.

    Args:
        misses: differences, as `pipeline.evaluate.misses` gives them.
        programme: what was read.
    """
    places: dict[str, list[Provenance]] = {}
    for each in programme.provenances:
        places.setdefault(each.identifier.partition("#")[0], []).append(each)
    return [_place(each, programme.sessions, places) for each in misses]


def _place(miss: Verdict, sessions: Sequence[Session], places: dict[str, list[Provenance]]) -> Miss:
    likeness, session = max(
        ((_alike(miss.session, each.title), each) for each in sessions), key=lambda pair: pair[0], default=(0.0, None)
    )
    if session is None or likeness < NEAR_TITLE:
        return Miss(miss, None, None)
    owners = (session.session_id, *(each.intervention_id for each in session.interventions))
    mine = [each for owner in owners for each in places.get(owner, ())]
    of_value = [each for each in mine if each.field in _COLUMNS.get(miss.field, ()) and _speaks_of(each, miss)]
    shown = of_value or [each for each in mine if each.table == "sessions"]
    page = min((each.page for each in shown), default=session.first_page)
    boxes = [each for each in shown if each.page == page]
    return Miss(miss, page, _around(boxes) if boxes else None)


def _alike(one: str, other: str) -> float:
    return 1.0 if fold(one) == fold(other) else similarity(one, other)


def _speaks_of(place: Provenance, miss: Verdict) -> bool:
    """Whether the printed words of a place are in a value, or the value in them."""
    printed = fold(place.raw)
    return any(value and (printed in fold(value) or fold(value) in printed) for value in (miss.found, miss.expected))


def _around(places: Sequence[Provenance]) -> Box:
    return hull_of([Box(x0=each.x0, y0=each.y0, x1=each.x1, y1=each.y1) for each in places])


def draw_misses(misses: Sequence[Miss], path: Path) -> "Iterator[tuple[Miss, Image]]":
    """The differences that have a place, each with its picture cut out of the page.

    Raises:
        PdfiumError: the file does not open.
    """
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(path)
    try:
        for miss in misses:
            if miss.page and miss.box:
                yield miss, _cut(pdf[miss.page - 1], miss.box)
    finally:
        pdf.close()


def _cut(page: "pdfium.PdfPage", box: Box) -> "Image":  # type: ignore[name-defined]  # noqa: F821
    width, height = page.get_size()
    left, top = max(box.x0 - MARGIN, 0), max(box.y0 - MARGIN, 0)
    right, bottom = max(width - box.x1 - MARGIN, 0), max(height - box.y1 - MARGIN, 0)
    picture: Image = page.render(scale=SCALE, crop=(left, bottom, right, top)).to_pil()
    page.close()
    return picture
