"""What is known of bodies and persons beforehand: the reference files of the user and that of the package."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, NamedTuple, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from pipeline.document import Frozen
from pipeline.errors import ReferenceFileError
from pipeline.identity.keys import body_key, person_key
from pipeline.user_tables import separator_of

ORGANISATIONS_FILE = "referentiel_organisations.csv"
PERSONS_FILE = "referentiel_personnes.csv"


def luhn_holds(digits: str) -> bool:
    """Whether the check digit is right: every second digit from the right counts double, the sum ends in 0.

    Example: `luhn_holds("732829320")` → True.
    """
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _siren(text: str | None) -> str | None:
    """A SIREN without spaces. La Poste breaks the rule in its SIRET only."""
    if text is None:
        return None
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise ValueError(f"a SIREN has 9 digits, « {text} » has not")
    if not luhn_holds(digits) or not digits.strip("0"):
        raise ValueError(f"« {text} » is no SIREN: its check digit is wrong")
    return digits


def _rna(text: str | None) -> str | None:
    if text is None:
        return None
    number = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"W[0-9]{9}", number):
        raise ValueError(f"an RNA number is W and 9 digits, « {text} » is not")
    return number


def _url(text: str | None) -> str | None:
    if text is not None and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", text):
        raise ValueError(f"an address begins with http:// or https://, « {text} » does not")
    return text


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split("|") if part.strip())


Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class KnownBody(Frozen):
    """A row of the reference of bodies; `alias` holds other names, separated by « | »."""

    label: str = Field(alias="libelle", min_length=1)
    aliases: Names = Field(default=(), alias="alias")
    acronym: str | None = Field(default=None, alias="sigle")
    type: str | None = None
    siren: Annotated[str | None, AfterValidator(_siren)] = None
    rna: Annotated[str | None, AfterValidator(_rna)] = None
    url: Annotated[str | None, AfterValidator(_url)] = None
    parent: str | None = None

    def names(self) -> set[str]:
        """Its names, as they are compared."""
        return {body_key(name) for name in (self.label, *self.aliases, self.acronym) if name}


class KnownPerson(Frozen):
    """A row of the reference of persons: one person, of the bodies given if any, under these names."""

    name: str = Field(alias="nom", min_length=1)
    aliases: Names = Field(default=(), alias="alias")
    organisations: Names = ()

    def names(self) -> set[str]:
        """Its names, as they are compared."""
        return {person_key(name) for name in (self.name, *self.aliases)}


class Reference(NamedTuple):
    """What is known beforehand: bodies and persons."""

    bodies: tuple[KnownBody, ...] = ()
    persons: tuple[KnownPerson, ...] = ()


Row = TypeVar("Row", KnownBody, KnownPerson)


def read_reference(
    inputs: Iterable[Path] = (), organisations: Path | None = None, persons: Path | None = None
) -> Reference:
    """The reference of a run: the files given, else those beside the programmes, and after them that of the package.

    Args:
        inputs: folders that may hold `referentiel_organisations.csv` and `referentiel_personnes.csv`, or files that
            stand beside them.
        organisations: the file of bodies, in place of those in the folders.
        persons: the file of persons, likewise.

    Raises:
        ReferenceFileError: a file cannot be read, or a row of it is wrong.
    """
    listed = list(dict.fromkeys(path if path.is_dir() else path.parent for path in inputs))
    bodies = [row for path in _paths(organisations, listed, ORGANISATIONS_FILE) for row in _read(path, KnownBody)]
    people = [row for path in _paths(persons, listed, PERSONS_FILE) for row in _read(path, KnownPerson)]
    own = {key for row in bodies for key in row.names()}
    packaged = [row for row in packaged_bodies() if not row.names() & own]
    return Reference((*bodies, *packaged), tuple(people))


def _paths(given: Path | None, folders: Sequence[Path], name: str) -> list[Path]:
    return [given] if given else [folder / name for folder in folders if (folder / name).is_file()]


@cache
def packaged_bodies() -> tuple[KnownBody, ...]:
    """Public bodies that recur in programmes: those of the State, regions and departments."""
    text = files("pipeline").joinpath("data/organismes.csv").read_text(encoding="utf-8")
    return tuple(parse_rows(text, "organismes.csv", KnownBody))


def _read(path: Path, model: type[Row]) -> list[Row]:
    try:
        return parse_rows(path.read_text(encoding="utf-8-sig"), path.name, model)
    except OSError as error:
        raise ReferenceFileError(f"{path.name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise ReferenceFileError(f"{path.name}: not in UTF-8 ({error}).") from error


def parse_rows(text: str, name: str, model: type[Row]) -> list[Row]:
    """The rows of a reference file, separated by commas or semicolons; `name` is how messages call it.

    Raises:
        ReferenceFileError: a column is unknown or missing, a value wrong, or a name stands in two rows.
    """
    reader = csv.reader(io.StringIO(text), delimiter=separator_of(text))
    columns = [column.strip() for column in next(reader, [])]
    known = [field.alias or attribute for attribute, field in model.model_fields.items()]
    if known[0] not in columns or set(columns) - set(known) or len(set(columns)) < len(columns):
        raise ReferenceFileError(f"{name}, line 1: columns {columns}; known here: {', '.join(known)}.")
    rows: list[Row] = []
    lines: dict[str, int] = {}
    for cells in reader:
        where = f"{name}, line {reader.line_num}"
        if any(cell.strip() for cell in cells):
            row = _row(cells, columns, where, model)
            first = getattr(row, next(iter(model.model_fields)))
            if first in lines and model is KnownBody:
                raise ReferenceFileError(f"{where}: « {first} » stands in line {lines[first]} already.")
            lines[first] = reader.line_num
            rows.append(row)
    return rows


def _row(cells: Sequence[str], columns: Sequence[str], where: str, model: type[Row]) -> Row:
    if len(cells) != len(columns):
        raise ReferenceFileError(f"{where}: {len(cells)} cells for {len(columns)} columns.")
    values = {column: cell.strip() for column, cell in zip(columns, cells, strict=True) if cell.strip()}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(map(str, first["loc"]))
        raise ReferenceFileError(f"{where}, {column}: {first['msg'].removeprefix('Value error, ')}.") from error
