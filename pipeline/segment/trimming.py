"""The signs around titles: those that part them from a time, a room or a bullet."""

import re

from pipeline.document import WIDE_SPACE, Passage
from pipeline.page.passages import cut
from pipeline.wording import BULLETS

# With the signs that open or close a part of a web page.
SEPARATORS = f" \t{WIDE_SPACE}|–—-−+:;·,.>/▸▾▼{BULLETS}"
# A compound that goes on below.
_HYPHENED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+-$")
# A picture before a title, also one whose sign the file does not tell: « ☕ Accueil ».
_PICTURES = "(?:[\u2600-\u2775\u2794-\u27bf\u2b00-\u2bff\ufe0f\ufffd\U0001f000-\U0001faff]\\s*)+"
_PICTURE, _LAST_PICTURES = re.compile(_PICTURES), re.compile(rf"\s{_PICTURES}\Z")


def trimmed(passage: Passage) -> Passage | None:
    """The passage without the signs that part it from a time, or the bracket that closes around both.

    Example: of « (9h-12h, salle du Gué) » what stands behind the time is « salle du Gué ».
    """
    start = _opening(passage.text, SEPARATORS + "\n")
    end = _end(passage.text, " \t|–—-/:;([,\n")
    if passage.text[start:end].endswith(")") and "(" not in passage.text[start:end]:
        end = _end(passage.text[: end - 1], " \t|–—-:;([,\n")
    if _HYPHENED.search(passage.text):
        end = len(passage.text)  # « …, Mme Marie- », and on the next line « Claude Roux »
    return cut(passage, start, end) if end > start else None


def without_lead(title: Passage) -> Passage:
    """The title without a dash or bullet before it, or the sign behind it that a time or room followed.

    Nor with the mark that closes a quotation which opens on the line of its time: « 9h : « » over « **La rive »** ».
    """
    lead = _opening(title.text, SEPARATORS)
    signs = " ,;|•–—/([" if _HYPHENED.search(title.text) else " ,;|•–—/([-"
    end = _end(title.text, signs)
    if title.text[lead:end].endswith("»") and "«" not in title.text:
        end = _end(title.text[: end - 1], signs)
    return cut(title, lead, end) if lead < end else title


def _opening(text: str, signs: str) -> int:
    """Where a text begins behind signs, pictures and the bracket that closes around a time."""
    start = len(text) - len(text.lstrip(f"{signs})]"))
    picture = _PICTURE.match(text, start)
    return picture.end() if picture else start


def _end(text: str, signs: str) -> int:
    """Where a text ends before signs and pictures: « Goûter 🍪 »."""
    return len(_LAST_PICTURES.sub("", text.rstrip(signs)).rstrip(signs))
