"""Numbers of talks before their titles, which congresses print: « CO-01 – Titre », « CL2 : Titre »."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.document import Segment
from pipeline.page.passages import cut

_CODE = re.compile(r"(?P<letters>[A-Z]{1,2})[ -]?(?P<number>\d{1,3})\s*(?:[:–—|]|\.\s|-\s)\s*(?=\S)")
# Titles of so many numbers show that they are such: « CO2 : quel avenir ? » is none.
MIN_CODES = 2


def without_codes(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without the numbers that several titles begin with, the letters before them being the same."""
    codes = [_CODE.match(segment.title.text) for segment in segments]
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for code in codes:
        if code:
            numbers[code["letters"]].add(int(code["number"]))
    return [
        segment.model_copy(update={"title": cut(segment.title, code.end())})
        if code and len(numbers[code["letters"]]) >= MIN_CODES
        else segment
        for segment, code in zip(segments, codes, strict=True)
    ]
