"""Titles in bold that run into text: « **9h. Habiter la rive.** Une lecture de Léa Durand », in one paragraph."""

import re
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.page.passages import cut, cut_line
from pipeline.wording import find_marker

# What follows is text, not one more word of the title in another weight.
MIN_WORDS = 3
_SENTENCE_ENDS = re.compile(r".*[^\W_]\s?[»”)]?\s*[.?!…]\s*$", re.S)
_BEGINS = re.compile(r"\s*[.]?\s*(?=[A-ZÀ-Þ«“])")


class RunIn(NamedTuple):
    """A title, and the line on which the text behind it begins, cut there."""

    title: Passage
    rest: Line


def split_run_in(title: Passage) -> RunIn | None:
    """The bold beginning of a title and what follows it in the same paragraph; None if it is not set so."""
    weights = [
        (piece.start + span.start - piece.offset, span.style.bold, piece.line, span.start)
        for piece in title.pieces
        for span in piece.line.spans
        if span.end > piece.offset and span.start < piece.offset + piece.end - piece.start
    ]
    if not weights or not weights[0][1]:
        return None
    plain = next((number for number, (_, bold, _, _) in enumerate(weights) if not bold), None)
    if plain is None or any(bold for _, bold, _, _ in weights[plain:]):
        return None
    spot, _, line, offset = weights[plain]
    begins = _BEGINS.match(title.text, spot)
    if begins is None or len(title.text[begins.end() :].split()) < MIN_WORDS or offset == 0:
        return None
    announced = find_marker(title.text[begins.end() :]) is not None  # « **Habiter la rive** Avec Léa Durand »
    if not (announced or _SENTENCE_ENDS.match(title.text[: begins.end()])):
        return None
    rest = cut_line(line, offset + begins.end() - spot)[1]
    # The text goes on below from the edge of its column.
    rest = rest.model_copy(update={"box": rest.box.model_copy(update={"x0": line.box.x0})})
    return RunIn(cut(title, 0, len(title.text[:spot].rstrip(" ."))), rest)
