"""How long something takes, printed behind its title: « Lire la rive (durée 50 min) »."""

import re
from collections.abc import Sequence

from pipeline.document import Kind, Segment
from pipeline.page.passages import cut

_TIME = r"(?:\d\s?h(?:eures?)?(?:\s?\d{2})?|\d{1,3}\s?(?:min(?:utes?)?|mn))"
# In parentheses, or behind « durée »: « 40 min » alone may be what a title is about.
_LENGTH = re.compile(
    rf"(?:\s*[(\[](?:env(?:iron|\.)\s)?(?:dur[ée]e\s*:?\s*)?{_TIME}\.?[)\]]|[\s,–—(-]+dur[ée]e\s*:?\s*{_TIME}\)?)[\s,.]*$",
    re.I,
)
# Behind a title in quotation marks what it is and its length are no part of it: « Lire la rive », atelier de 30 mn.
_BEHIND_QUOTES = re.compile(
    rf"(?<=[»”])\s*[,–—-]\s*[^,;.«»“”]{{3,40}}?(?:\sde|\sd['’]une durée de)?\s{_TIME}[\s,.]*(?=$|,)", re.I
)


def trim_lengths(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without the lengths behind their titles; how long a break takes is all it says."""
    found = [
        (_LENGTH.search(segment.title.text) or _behind_quotes(segment)) if segment.kind is Kind.SESSION else None
        for segment in segments
    ]
    return [
        segment.model_copy(update={"title": cut(segment.title, 0, length.start())})
        if length and length.start()
        else segment
        for segment, length in zip(segments, found, strict=True)
    ]


def _behind_quotes(segment: Segment) -> re.Match[str] | None:
    found = _BEHIND_QUOTES.search(segment.title.text)
    return found if found and found.end() == len(segment.title.text) else None
