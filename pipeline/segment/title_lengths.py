"""How long something takes, for whom and at what price, behind its title: « Lire la rive (50 min), dès 6 ans »."""

import re
from collections.abc import Sequence

from pipeline.document import Kind, Segment
from pipeline.page.passages import cut

TIME = r"(?:\d\s?h(?:eures?)?(?:\s?\d{2})?|\d{1,3}\s?(?:min(?:utes?)?|mn))"
# In parentheses, or behind « durée »: « 40 min » alone may be what a title is about.
_LENGTH = re.compile(
    rf"(?:\s*[(\[](?:env(?:iron|\.)\s)?(?:dur[ée]e\s*:?\s*)?{TIME}\.?[)\]]|[\s,–—(-]+dur[ée]e\s*:?\s*{TIME}\)?)[\s,.]*$",
    re.I,
)
# Behind a title in quotation marks what it is and its length are no part of it: « Lire la rive », atelier de 30 mn.
_BEHIND_QUOTES = re.compile(
    rf"(?<=[»”])\s*[,–—-]\s*[^,;.«»“”]{{3,40}}?(?:\sde|\sd['’]une durée de)?\s{TIME}[\s,.]*(?=$|,)", re.I
)

# For whom something is and what it costs, behind a sign; its length too where one of these follows.
_SIGN = r"(?:\s*[,;(\[|•·/:]\s*|\s+[–—-]\s+)"
_AGES = r"(?:dès|à partir de|pour les|de)?\s*\d{1,2}(?:\s?(?:-|–|à|/)\s?\d{1,2})?\s?ans(?: et (?:plus|\+))?"
_FOR_WHOM = re.compile(
    rf"{_SIGN}(?:tou[ts] publics?|(?:jeune |public )(?:public|familial|adultes?|scolaire)|en famille|{_AGES}|"
    r"(?:entr[ée]e |acc[èe]s )?(?:libre|gratuite?)(?: et gratuite?)?|sur (?:inscription|r[ée]servation)|"
    r"(?:tarifs? ?:? ?)?\d{1,3}(?:[.,]\d{1,2})?\s?(?:€|euros?)(?=\W*$|\s*/|\s+pour\s).*)[\s.!)\]]*$",
    re.I | re.S,
)
_BARE_LENGTH = re.compile(rf"{_SIGN}{TIME}[\s,.)]*$", re.I)


def trim_lengths(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without lengths, publics and prices behind their titles; how long a break takes is all it says."""
    return [_trimmed(segment) if segment.kind is Kind.SESSION else segment for segment in segments]


def tells_for_whom(text: str) -> bool:
    """Whether a text says for whom something is or what it costs, and no more: « Dès 6 ans – sur inscription »."""
    rest = f", {text}"
    while told := _FOR_WHOM.search(rest):
        rest = rest[: told.start()]
    return not rest


def _trimmed(segment: Segment) -> Segment:
    text = segment.title.text
    while told := _FOR_WHOM.search(text):
        text = text[: told.start()]
    length = _LENGTH.search(text) or _behind_quotes(text)
    if length is None and len(text) < len(segment.title.text):
        length = _BARE_LENGTH.search(text)
    text = text[: length.start()] if length else text
    if text.count("(") > text.count(")"):
        return segment  # a parenthesis tells more: « Visite (facultatif, sur inscription) »
    return segment.model_copy(update={"title": cut(segment.title, 0, len(text))}) if text else segment


def _behind_quotes(text: str) -> re.Match[str] | None:
    found = _BEHIND_QUOTES.search(text)
    return found if found and found.end() == len(text) else None
