"""Corrections a person wrote down: where their files lie, and what stands in them."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import CorrectionError
from pipeline.privacy import mask
from pipeline.tables import CorrectionRow, columns_of
from pipeline.user_tables import separator_of

CORRECTIONS_FILE = "corrections.csv"
COLUMNS = tuple(columns_of(CorrectionRow).values())


class Correction(NamedTuple):
    """One line of a file of corrections, its texts as the tables print them; `place` is file and line."""

    programme_id: str
    session_id: str
    intervention_id: str
    field: str
    old: str
    new: str
    author: str
    reason: str
    place: str

    @property
    def row(self) -> CorrectionRow:
        """What is published of it: no more contacts than anywhere else."""
        clean = {name: mask(value) or None for name, value in zip(COLUMNS, self[:-1], strict=True)}
        return CorrectionRow.model_validate(clean)


def find_corrections(paths: Sequence[Path], named: Sequence[Path] = ()) -> list[Path]:
    """The files of corrections: those that lie directly in the folders of `paths`, then those `named`, each once."""
    beside = [path / CORRECTIONS_FILE for path in paths if (path / CORRECTIONS_FILE).is_file()]
    found: dict[Path, Path] = {}
    for path in (*beside, *named):
        found.setdefault(path.resolve(), path)
    return list(found.values())


def read_corrections(paths: Sequence[Path]) -> tuple[Correction, ...]:
    """The corrections of some files, in their order.

    Raises:
        CorrectionError: a file cannot be read, has other columns, or a line lacks what every correction has.
    """
    return tuple(correction for path in paths for correction in _read(path))


def _read(path: Path) -> Iterator[Correction]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: not UTF-8 (byte {error.start}); save it as « CSV UTF-8 ».") from error
    if "\0" in text:
        raise CorrectionError(f"{path}: not a text.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    line = 1
    try:
        for cells in reader:
            if line == 1:
                _check_header(path, cells)
            elif any(cell.strip() for cell in cells):
                yield _correction(f"{path}, line {line}", cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise CorrectionError(f"{path}, line {line}: not CSV ({error}).") from error
    if line == 1:
        _check_header(path, [])


def _check_header(path: Path, cells: Sequence[str]) -> None:
    if tuple(cell.strip() for cell in cells) != COLUMNS:
        raise CorrectionError(f"{path}: its first line is not « {','.join(COLUMNS)} ».")


def _correction(place: str, cells: Sequence[str]) -> Correction:
    if len(cells) != len(COLUMNS):
        raise CorrectionError(f"{place}: {len(cells)} cells where {len(COLUMNS)} are needed.")
    # What a spreadsheet makes of line breaks, and spaces around a value, are no part of it.
    found = Correction._make([*(cell.replace("\r\n", "\n").strip() for cell in cells), place])
    for name, value in (("programme_id", found.programme_id), ("champ", found.field), ("auteur", found.author)):
        if not value:
            raise CorrectionError(f"{place}: {name} is empty.")
    if found.intervention_id and not found.session_id:
        raise CorrectionError(f"{place}: intervention_id without session_id.")
    return found
