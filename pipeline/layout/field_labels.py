"""Words beside or over the parts of an item that say what each is and nothing else: « QUAND », « OÙ », « Résumé »."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.document import Line, Page

# No word here can be the title of an item or announce people; the last stand over a text.
LABELS = (
    "quand",
    "où",
    "quoi",
    "horaires",
    "horaire",
    "heure",
    "lieu",
    "descriptif",
    "description",
    "résumé",
    "contenu",
)
_LABEL = re.compile(rf"\W*(?:{'|'.join(LABELS)}|ou(?=\s*\?))\s*[?:]?\s*", re.I)
# Words that head the columns of a table stand in one row; a label stands again with every item.
MIN_REPEATS = 3
SAME_ROW = 4.0


def field_labels(pages: Iterable[Page]) -> set[int]:
    """The ids of the lines that only label a part of an item, where the document has such again and again."""
    found = [line for page in pages for line in _labels(page.lines)]
    counts = Counter(line.text.casefold() for line in found)
    return {id(line) for line in found if counts[line.text.casefold()] >= MIN_REPEATS}


def _labels(lines: Sequence[Line]) -> list[Line]:
    labels = sorted((line for line in lines if _LABEL.fullmatch(line.text)), key=lambda line: line.box.y0)
    level = [pair for pair in pairwise(labels) if pair[1].box.y0 - pair[0].box.y0 < SAME_ROW]
    in_row = {id(line) for pair in level for line in pair}
    return [line for line in labels if id(line) not in in_row]
