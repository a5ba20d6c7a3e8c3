"""The words invented people are made of: the lists of the package, or larger ones from a folder."""

import csv
import random
import re
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import UsageError
from pipeline.synthetic.people import rows_of

# Words the larger lists write in small letters inside a name.
_SMALL = frozenset("de du des la le les et en sur sous à au aux d l".split())
# A function longer than this is the description of a trade.
_MAX_ROLE, _MAX_BODY = 60, 90
# Lists of functions also hold mandates with their body, which is no part of the function.
_NAMES_A_BODY = re.compile(
    r" (?:d(?:u|e la|es) |de l['’]|d['’]une? )"
    r"(?:conseil|commun|syndicat|collectivité|établissement|métropole|assemblée)",
    re.I,
)


class Vocabulary(NamedTuple):
    """Words to draw from, the first ones of `first_names` and `last_names` being the most frequent.

    Every list but the last two is never empty; without a folder of lists, functions and bodies are all invented.
    """

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    towns: tuple[str, ...]
    roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The lists of the package, or those of a folder.

    Args:
        folder: holds prenoms.csv (prenom), noms.csv (nom), communes.csv (nom), fonctions.csv (libelle),
            organisations.csv (libelle, sigle) and sigles.csv (sigle), with a header each.

    Raises:
        UsageError: a list or a column is missing.
    """
    if folder is None:
        return Vocabulary(rows_of("prenoms.txt"), rows_of("noms.txt"), rows_of("communes.txt"))
    bodies = [_without_capitals(label) for label in _column(folder, "organisations.csv", "libelle")]
    return Vocabulary(
        first_names=tuple(_column(folder, "prenoms.csv", "prenom")),
        last_names=tuple(_capitalised(name) for name in _column(folder, "noms.csv", "nom")),
        towns=tuple(_column(folder, "communes.csv", "nom")),
        roles=tuple(
            role
            for role in _column(folder, "fonctions.csv", "libelle")
            if len(role) <= _MAX_ROLE and not _NAMES_A_BODY.search(role)
        ),
        bodies=(
            *(label for label in bodies if 2 < len(label) <= _MAX_BODY),
            *(label for label in _column(folder, "sigles.csv", "sigle") if len(label) > 2),
        ),
    )


def _column(folder: Path, file: str, column: str) -> list[str]:
    path = folder / file
    if not path.is_file():
        raise UsageError(f"The vocabulary {folder} has no {file}.")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        if column not in (rows.fieldnames or ()):
            raise UsageError(f"{path} has no column « {column} ».")
        found = dict.fromkeys(" ".join(row[column].split()) for row in rows)
    return [value for value in found if value]


def _capitalised(name: str) -> str:
    """« DE LA TOUR-PETIT » → « de la Tour-Petit »."""
    words = [word.lower() if word.lower() in _SMALL else word.title() for word in name.split()]
    return " ".join(words)


def _without_capitals(label: str) -> str:
    """A label in capitals as programmes write it: « MAISON DES JEUNES AUBIGNY » → « Maison des Jeunes Aubigny »."""
    if not label.isupper() or len(label.split()) < 2:
        return label
    words = re.split(r"([\s'’-]+)", label)
    cased = "".join(word.lower() if word.lower() in _SMALL else word.capitalize() for word in words)
    return cased[:1].upper() + cased[1:]


def draw_name(words: tuple[str, ...], rng: random.Random) -> str:
    """A word of a list that begins with the frequent ones: rare ones come up as well."""
    return words[int(len(words) * rng.random() ** 2.5)]
