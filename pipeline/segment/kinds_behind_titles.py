"""What kind of session it is, told behind a title that a sign ends: « Qui paie la crue ? Débat »."""

import re
from collections.abc import Sequence

from pipeline.document import Kind, Segment
from pipeline.page.passages import cut

_KIND = re.compile(
    r"(?<=[?!…»])\s+"
    r"(?P<kind>table[ -]ronde|(?:conf[ée]rence-)?d[ée]bat|conf[ée]rence|atelier|rencontre|entretien)\W*$",
    re.I,
)


def without_kinds(segments: Sequence[Segment]) -> list[Segment]:
    """The segments whose titles end with their sign, and the kind behind it as their track."""
    result = []
    for segment in segments:
        kind = _KIND.search(segment.title.text) if segment.kind is Kind.SESSION and segment.track is None else None
        if kind is not None:
            title, track = cut(segment.title, 0, kind.start()), cut(segment.title, *kind.span("kind"))
            segment = segment.model_copy(update={"title": title, "track": track})
        result.append(segment)
    return result
