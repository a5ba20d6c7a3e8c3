"""People who object to being published: `oppositions.csv`, and whom of a run it means.

Columns: `nom`, and optionally `organisation` (to tell namesakes apart), `motif` and `date`, which are for whoever
keeps the file. Messages name the line, never the person.
"""

import csv
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.edition_key import is_below
from pipeline.editions.letters import fold_all
from pipeline.editions.name_finder import NameFinder
from pipeline.editions.name_forms import FormKind, forms_of, name_key, words_of
from pipeline.errors import OppositionsError
from pipeline.ids import key_of
from pipeline.programme import Person, Programme
from pipeline.user_tables import separator_of

OPPOSITIONS = "oppositions.csv"
# As alike as two names that may be misprints of one another.
_ALIKE = 90
_COLUMNS = ("nom", "organisation", "motif", "date")


class Objection(NamedTuple):
    """Somebody who objects; `where` is the file and line, for messages."""

    name: str
    organisation: str = ""
    where: str = ""


def find_oppositions(paths: Sequence[Path], given: Path | None, out: Path) -> list[Path]:
    """The files of oppositions: that given, and those beside the inputs.

    Raises:
        OppositionsError: the file given does not exist, or one lies in the folder to be published.
    """
    beside = [(path if path.is_dir() else path.parent) / OPPOSITIONS for path in paths]
    files = {path.resolve(): path for path in beside if path.is_file()}
    if given is not None:
        if not given.is_file():
            raise OppositionsError(f"{given} does not exist.")
        files[given.resolve()] = given
    for path in files.values():
        if is_below(path, out):
            raise OppositionsError(f"{path} lies in {out}, which is published: keep it elsewhere.")
    return [files[place] for place in sorted(files)]


def read_oppositions(file: Path) -> list[Objection]:
    """The objections in a file: UTF-8, comma or semicolon.

    Raises:
        OppositionsError: it cannot be read, lacks the column `nom`, has one that is unknown, or a row without name.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OppositionsError(f"{file}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise OppositionsError(f"{file}: not UTF-8 (byte {error.start}).") from error
    lines = csv.reader(text.splitlines(), delimiter=separator_of(text))
    columns = [name.strip().lower() for name in next(lines, [])]
    if "nom" not in columns or not set(columns) <= set(_COLUMNS):
        raise OppositionsError(
            f"{file}: the first line names the columns nom and, if known, {', '.join(_COLUMNS[1:])}."
        )
    return [
        _objection(cells, columns, f"{file}, line {lines.line_num}")
        for cells in lines
        if any(cell.strip() for cell in cells)
    ]


def _objection(cells: Sequence[str], columns: Sequence[str], where: str) -> Objection:
    if len(cells) > len(columns):
        raise OppositionsError(f"{where}: more cells than columns; put quotes around a name with a comma.")
    row = dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=False))
    if not words_of(row.get("nom", "")):
        raise OppositionsError(f"{where}: no name.")
    return Objection(row["nom"], row.get("organisation", ""), where)


def match_person(objection: Objection, spellings: Iterable[str]) -> bool:
    """Whether a person printed under these spellings may be who objects: same words, or initials for first names."""
    own, initials = name_key(objection.name), _initials(objection.name)
    for spelling in spellings:
        letters = fold_all("".join(words_of(spelling)))
        if name_key(spelling) == own:
            return True
        if letters in initials or fold_all("".join(words_of(objection.name))) in _initials(spelling):
            return True
    return False


def _initials(name: str) -> set[str]:
    return {form.letters for form in forms_of(name) if form.kind is FormKind.INITIAL}


def spellings_of(person: Person) -> list[str]:
    """All spellings under which a person was printed."""
    return [person.name, *filter(None, (person.variants or "").split("|"))]


def objectors_of(programmes: Iterable[Programme], objections: Sequence[Objection]) -> dict[int, set[str]]:
    """For each objection, by its number, the ids of the persons of a run whom it means."""
    spellings: dict[str, set[str]] = {}
    bodies: dict[str, set[str]] = {}
    if not objections:
        return {}
    for programme in programmes:
        for person in programme.persons:
            spellings.setdefault(person.person_id, set()).update(spellings_of(person))
        for item in (each for session in programme.sessions for each in session.interventions):
            if item.person_id:
                bodies.setdefault(item.person_id, set()).update(key_of(part.label) for part in item.affiliations)
    return {
        number: {
            person
            for person, names in spellings.items()
            if match_person(objection, names) and _is_of(objection.organisation, bodies.get(person, set()))
        }
        for number, objection in enumerate(objections)
    }


def _is_of(organisation: str, bodies: Iterable[str]) -> bool:
    key = key_of(organisation)
    return not key or any(f" {key} " in f" {body} " or f" {body} " in f" {key} " for body in bodies if body)


def spellings_by_objection(
    programmes: Iterable[Programme], objections: Sequence[Objection], meant: Mapping[int, set[str]]
) -> dict[str, set[str]]:
    """The spellings to be hidden for each objection, by its number as text: its own and those of whom it means."""
    found = {str(number): {objection.name} for number, objection in enumerate(objections)}
    for person in (person for programme in programmes for person in programme.persons):
        for number, persons in meant.items():
            if person.person_id in persons:
                found[str(number)].update(spellings_of(person))
    return found


def count_alike(programmes: Iterable[Programme], objection: Objection, hidden: Collection[str]) -> int:
    """How many persons who stay are spelt nearly like who objects: perhaps misprints, for a person to decide."""
    from rapidfuzz import fuzz, process

    stay = {
        name_key(person.name): person.person_id
        for programme in programmes
        for person in programme.persons
        if person.person_id not in hidden
    }
    key = name_key(objection.name)
    found = process.extract(key, list(stay), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
    return len({stay[name] for name, *_ in found if name != key})


def mentions_objector(text: str, objections: Sequence[Objection]) -> bool:
    """Whether a text names somebody who objects: what is kept between runs and does is to be thrown away."""
    finder = NameFinder({objection.name: [objection.name] for objection in objections})
    return bool(finder.find(text, any_case=True))
