"""What a program puts into a file beside the page itself: how text is coded, which metadata it leaves."""

import datetime as dt
from random import Random
from typing import NamedTuple


class Making(NamedTuple):
    """How a PDF is made of a sheet; producers use what their program lets them choose.

    Attributes:
        embedded: Sans-serif text in an embedded font, not in one every reader brings along.
        ligatures: « fi » and « fl » as one character, where the font has it.
        by_word: Each word placed on its own, without spaces between.
        titled: The title of the sheet in the metadata.
        created: The day in the metadata; None leaves none, or a day long past where the program insists on one.
    """

    embedded: bool = True
    ligatures: bool = False
    by_word: bool = False
    titled: bool = True
    created: dt.date | None = None


PLAIN = Making()


def make_making(rng: Random, printed: dt.date | None = None) -> Making:
    """A making by chance; `printed` is the day the document may say it was created on."""
    return Making(
        embedded=rng.random() < 0.5,
        ligatures=rng.random() < 0.3,
        by_word=rng.random() < 0.2,
        titled=rng.random() < 0.6,
        created=printed if rng.random() < 0.7 else None,
    )
