"""Books, their publishers, and talks: « Léa Durand, Le Fleuve (Gallimard) » is an author, and a member of neither."""

import re
from collections.abc import Iterator, Sequence

from pipeline.people.bodies import Stretch
from pipeline.tagger import Entity
from pipeline.wording import match_head, match_role, opens_person, plain

# The houses that stand most often behind books in programmes of readings and book fairs.
_HOUSES = """
    Actes Sud · Albin Michel · Allia · Anamosa · Arléa · Autrement · Bayard · Belin · Calmann-Lévy · Casterman ·
    Cornélius · Dargaud · Delcourt · Denoël · Dupuis · Fayard · Flammarion · Futuropolis · Gallimard · Gallimard
    jeunesse · Gallimard BD · Glénat · Grasset · Hachette · Héloïse d'Ormesson · JC Lattès · Jean-Claude Lattès ·
    Julliard · Kana · L'Agrume · L'Association · L'Iconoclaste · L'Olivier · L'École des loisirs · La Découverte ·
    La Fabrique · La Martinière · La Pastèque · Lattès · Le Lombard · Le Rouergue · Le Seuil · Le Tripode · Les
    Arènes · Liana Levi · Libertalia · Lux · Mercure de France · Milan · Minuit · Métailié · P.O.L · POL · PUF ·
    Payot · Perrin · Philippe Picquier · Philippe Rey · Plon · Points · Robert Laffont · Rouergue · Rue de Sèvres
    · Rue de l'échiquier · Sabine Wespieser · Sarbacane · Seuil · Soleil · Stock · Tallandier · Thierry Magnier ·
    Tonkam · Verdier · Zoé · Zulma · Éditions de Minuit
""".split("·")
_PLAIN_HOUSES = frozenset(plain(" ".join(name.split())) for name in _HOUSES)
_BRACKETED = re.compile(r"\(\s*(?:[ée]d(?:itions?|\.)\s+)?(?P<house>[^(),;:]+?)\s*(?:,\s*\d{4})?\s*\)", re.I)
# « Léa Durand (Canal Sud) : « Habiter la rive » » gives a talk; two words behind a comma may be a body.
_TALK = re.compile(r"(?::\s?|,\s?(?=[«“]\s?(?:[\w'’-]{1,30}\s){2}\w))[«“]\s*(?P<title>[^«»“”\n]{2,160}?)\s*[»”]")
_BOOK = re.compile(r"(?:,\s*|\s+pour\s+(?=[A-ZÀ-Þ«“\"]))(?P<title>[^,;()\n]{2,80}?)\s*(?P<house>\([^()\n]{2,60}\))")
# « directrice de Canal Sud et autrice de Le Fleuve (Éditions du Pont) »: a work and whoever publishes it.
_WORK = re.compile(
    r"\s+et\s+(?:co-?)?(?:auteure?|autrice)\s+(?:de\s+|du\s+|d['’])(?=[A-ZÀ-Þ«])[^,;()\n]{2,80}(?:\([^()\n]{2,60}\)|$)"
)


def names_publisher(text: str) -> bool:
    """Whether a parenthesis holds a publisher and at most a year: « (Gallimard, 2024) »."""
    found = _BRACKETED.fullmatch(text)
    return found is not None and plain(found["house"]) in _PLAIN_HOUSES


def find_book(text: str, start: int, end: int) -> Stretch | None:
    """The first book or talk in what follows a name, from the sign or « et » before it.

    A book has a publisher behind it or is told a work; a talk is set in quotation marks.
    """
    if work := _WORK.search(text, start, end):
        return Stretch(*work.span())
    for found in _BOOK.finditer(text, start, end):
        if names_publisher(found["house"]) and not match_role(found["title"]):
            return Stretch(*found.span())
    return next((Stretch(*found.span()) for found in _find_talks(text, start, end)), None)


def without_books(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The labels of a model but those inside a book and its publisher, which may look like people."""
    books = [
        found.span("house" if opens_person(found["title"]) else 0)
        for found in _BOOK.finditer(text)
        if names_publisher(found["house"])
    ]
    books += [found.span("title") for found in _find_talks(text, 0, len(text))]
    return [each for each in entities if not any(start <= each.start < end for start, end in books)]


def _find_talks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The talks given in a stretch of a text (see `_TALK`), and no quoted word that is a function."""
    return (found for found in _TALK.finditer(text, start, end) if not match_head(found["title"]))
