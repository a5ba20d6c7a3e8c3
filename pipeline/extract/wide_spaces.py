"""Spaces wider than those between words, where a page sets one between the parts of its lines again and again.

« 10h15 / Salle Vienne   Les soins palliatifs », « Le pari de la nuance   Agora ».
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.glyphs import Word

# Such a space is wider than this part of an em, and so many times wider than the others of its line.
WIDE_EMS, WIDER = 0.5, 1.7
# It comes in so many lines of the page.
MIN_LINES = 3
# What stands before it has so many letters: bullets and numbers are set apart from their text so as well.
MIN_LETTERS = 3


def wide_spaces(runs: Sequence[list[Word]]) -> list[int]:
    """The place of the word behind the wide space of each run of words; 0 where it has none."""
    places = [_wide_space(run) for run in runs]
    shown = sum(place > 0 and len(run) > 2 for run, place in zip(runs, places, strict=True))
    return places if shown >= MIN_LINES else [0] * len(places)


def _wide_space(run: list[Word]) -> int:
    """The place of the word behind the one wide space of a run, set as the word before; 0 if there is none.

    Of two words none shows how wide the space between words is.
    """
    if len(run) < 2:
        return 0
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    widest = max(gaps)
    em = run[0].style.size
    if widest < WIDE_EMS * em:
        return 0
    place = gaps.index(widest) + 1
    others = gaps[: place - 1] + gaps[place:] or [0.0]
    if widest < WIDER * max(others):
        return 0
    letters = sum(char.isalpha() for word in run[:place] for char in word.text)
    alike = run[place - 1].style == run[place].style
    return place if alike and letters >= MIN_LETTERS and any(map(str.isalpha, run[place].text)) else 0
