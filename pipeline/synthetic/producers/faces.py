"""Which font a character is set in, and how wide it is.

The base fonts (Helvetica, Times) are never embedded and know the letters of western Europe. Bitstream Vera, which
comes with reportlab, and Caladea, a package of its own, are embedded and know more; a letter that a font lacks is
taken from the next. « condensed » is a sans-serif set narrow.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pipeline.errors import ProducerError
from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.sheet import Ink

NARROW = 0.82
HELVETICA = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique")
TIMES = ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")
VERA = ("Vera", "VeraBd", "VeraIt", "VeraBI")
CALADEA = ("Caladea-Regular", "Caladea-Bold", "Caladea-Italic", "Caladea-BoldItalic")
EMBEDDED = frozenset((*VERA, *CALADEA))
# What no font here has is printed as what looks most like it.
ALIKE = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "‑": "-", "▪": "■", "▸": "›", "◦": "°"})
LIGATURES = {"fi": "ﬁ", "fl": "ﬂ"}
NO_LETTER = [("ZapfDingbats", b"n")]


class Piece(NamedTuple):
    """Characters of one font in one ink, and their width in points; `scale` narrows the letters."""

    text: str
    font: str
    scale: float
    ink: Ink
    width: float


def set_pieces(text: str, ink: Ink, making: Making) -> tuple[Piece, ...]:
    """Text in the fonts it is printed with.

    Raises:
        ProducerError: no font has one of the characters.
    """
    _register()
    shown = text.translate(ALIKE)
    if making.ligatures and _fonts(ink, making)[0] in EMBEDDED and not ink.spacing:
        for letters, glyph in LIGATURES.items():
            shown = shown.replace(letters, glyph)
    parts: list[tuple[str, str]] = []
    for character in shown:
        font = _font_of(character, _fonts(ink, making))
        if parts and parts[-1][0] == font:
            parts[-1] = (font, parts[-1][1] + character)
        else:
            parts.append((font, character))
    return tuple(_piece(part, font, ink) for font, part in parts)


def _piece(text: str, font: str, ink: Ink) -> Piece:
    scale = NARROW if ink.face == "condensed" else 1.0
    width = (pdfmetrics.stringWidth(text, font, ink.size) + ink.spacing * len(text)) * scale
    return Piece(text, font, scale, ink, width)


def _fonts(ink: Ink, making: Making) -> tuple[str, ...]:
    """The font of an ink, and those for letters it lacks."""
    families: tuple[tuple[str, ...], ...]
    if ink.face == "serif":
        families = (CALADEA, TIMES) if making.embedded else (TIMES, CALADEA)
    else:
        families = (VERA, CALADEA, HELVETICA) if making.embedded else (HELVETICA, VERA, CALADEA)
    return tuple(family[ink.bold + 2 * ink.italic] for family in families)


@cache
def _font_of(character: str, fonts: tuple[str, ...]) -> str:
    for font in fonts:
        if _has(font, character):
            return font
    raise ProducerError(f"No font of reportlab has the character « {character} » (U+{ord(character):04X}).")


def _has(name: str, character: str) -> bool:
    font = pdfmetrics.getFont(name)
    if name in EMBEDDED:
        return ord(character) in font.face.charToGlyph
    # For what neither the font nor the two symbol fonts have, reportlab would print a black square.
    coded = [
        (part.fontName, code) for part, code in pdfmetrics.unicode2T1(character, [font, *font.substitutionFonts])
    ]
    return coded != NO_LETTER or character == "■"


def _register() -> None:
    known = set(pdfmetrics.getRegisteredFontNames())
    for names, folder in (
        (VERA, Path(reportlab.__file__).parent / "fonts"),
        (CALADEA, files("font_caladea") / "files"),
    ):
        for name in (name for name in names if name not in known):
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
