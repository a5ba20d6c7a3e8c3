"""A dataset folder as a portal should show it: title, description, licence, coverage and one resource per file."""

import csv
import datetime as dt
import hashlib
import io
import json
import re
from collections.abc import Sequence
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from pipeline.errors import DatasetError, UsageError
from pipeline.export.card import CARD, KINDS
from pipeline.export.datapackage import DESCRIPTOR
from pipeline.tables import TABLES

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{1,99}")
TAGS = ("evenement", "intervenants", "programme")
# What describes the data rather than being data.
DOCUMENTATION = (CARD, DESCRIPTOR, "run.json", "csv-metadata.json", "schemas/*")
_CARD_PURPOSE = "À lire d'abord : contenu, mode d'emploi, limites, mention à reproduire, dictionnaire des données."


class Frequency(StrEnum):
    """How often the data changes, in the words of udata."""

    PUNCTUAL = "punctual"
    IRREGULAR = "irregular"
    CONTINUOUS = "continuous"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUAL = "annual"
    BIENNIAL = "biennial"
    UNKNOWN = "unknown"


class Wording(NamedTuple):
    """What a person says of the dataset beyond what is in the folder; empty means: as the folder has it."""

    name: str | None = None
    title: str | None = None
    description: str | None = None
    organisation: str | None = None
    zones: tuple[str, ...] = ()
    frequency: Frequency = Frequency.PUNCTUAL


class Resource(NamedTuple):
    """One file of the folder. `content` is None where the file is missing or not as the descriptor says."""

    path: str
    title: str
    description: str
    format: str
    media_type: str
    documentation: bool
    content: bytes | None

    @property
    def file_name(self) -> str:
        """The name to upload it under: portals know no folders."""
        return self.path.replace("/", "-")


class Publication(NamedTuple):
    """What is to stand on the portal. `name` is how it is found again there; see `require_name`."""

    name: str
    title: str
    description: str
    licence: str | None
    start: dt.date | None
    end: dt.date | None
    places: tuple[str, ...]
    zones: tuple[str, ...]
    frequency: Frequency
    organisation: str | None
    resources: tuple[Resource, ...]


def read_publication(folder: Path, wording: Wording) -> Publication:
    """What a folder written by `programme run` is to become on a portal.

    Raises:
        DatasetError: the folder holds no dataset.
    """
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_bytes())
        text = (folder / "programmes.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        days = [dt.date.fromisoformat(row[key]) for row in rows for key in ("date_debut", "date_fin") if row[key]]
        return Publication(
            name=wording.name or (rows[0]["programme_id"] if len(rows) == 1 else ""),
            title=wording.title or (rows[0]["titre"] if len(rows) == 1 and rows[0]["titre"] else descriptor["title"]),
            description=(wording.description or _description(descriptor, rows)).strip(),
            licence=_only(row["licence"] for row in rows),
            start=min(days, default=None),
            end=max(days, default=None),
            places=tuple(sorted({row["lieu"] for row in rows if row["lieu"]})),
            zones=wording.zones,
            frequency=wording.frequency,
            organisation=wording.organisation,
            resources=_resources(folder, descriptor),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{folder} holds no dataset that can be read ({type(error).__name__}).") from error


def _only(values: Any) -> str | None:
    """The value that all have, if there is one."""
    found = set(values)
    return (found.pop() or None) if len(found) == 1 else None


def require_name(publication: Publication) -> None:
    """Make sure that a portal can tell this dataset from others.

    Raises:
        UsageError: the name is missing (several programmes have none of their own) or cannot be one.
    """
    if not publication.name:
        # Any name made up here could be that of another folder, whose dataset would be overwritten.
        raise UsageError("A dataset of several programmes needs a --name, by which the portal finds it again.")
    if not NAME.fullmatch(publication.name):
        raise UsageError(
            f"« {publication.name} » cannot be the --name: 2 to 100 small letters, digits, hyphens and underscores."
        )


def _description(descriptor: dict[str, Any], rows: Sequence[dict[str, str]]) -> str:
    lines = [
        ", ".join(
            filter(
                None,
                [
                    row["titre"] or row["programme_id"],
                    row["lieu"],
                    " – ".join(dict.fromkeys(filter(None, (row["date_debut"], row["date_fin"])))),
                    f"{row['nb_sessions']} éléments de programme",
                ],
            )
        )
        for row in rows
    ]
    head = f"{descriptor['description']} Lu automatiquement dans les documents ; voir {CARD}."
    return "\n".join([head, "", *(f"- {line}" for line in lines)])


def _resources(folder: Path, descriptor: dict[str, Any]) -> tuple[Resource, ...]:
    found = [_resource(folder, entry) for entry in descriptor["resources"]]
    own = {"path": DESCRIPTOR, "format": "json", "mediatype": "application/json"}
    return (*found, _resource(folder, own))


def _resource(folder: Path, entry: dict[str, Any]) -> Resource:
    path = PurePosixPath(entry["path"])
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{path} is not inside the folder")
    content = (folder / path).read_bytes() if (folder / path).is_file() else None
    digest = f"sha256:{hashlib.sha256(content or b'').hexdigest()}"
    if entry.get("hash", digest) != digest:
        content = None
    table = TABLES.get(path.stem) if path.suffix in (".csv", ".parquet") else None
    named = entry.get("title") or (table.title if table else None)
    return Resource(
        path=str(path),
        title=f"{named} – {path}" if named else str(path),
        description=table.description if table else _purpose(str(path)),
        format=entry["format"].lower(),
        media_type=entry["mediatype"],
        documentation=any(fnmatchcase(str(path), pattern) for pattern in DOCUMENTATION),
        content=content,
    )


def _purpose(path: str) -> str:
    if path == CARD:
        return _CARD_PURPOSE
    return next((purpose for pattern, purpose in KINDS.items() if fnmatchcase(path, pattern)), "")


def fingerprint(facts: object) -> str:
    """A digest of metadata, kept on the portal: what is sent again is what changed here, not what changed there.

    Example: `fingerprint({"title": "Forum"})` → `"6b…"` (64 hexadecimal digits).
    """
    return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


_DIGESTS = {32: "md5", 40: "sha1", 64: "sha256"}


def has_digest(content: bytes, digest: str | None) -> bool:
    """Whether a content has the digest a portal gives: « sha256:… », or bare MD5, SHA-1 or SHA-256."""
    value = (digest or "").rpartition(":")[2].strip().lower()
    algorithm = _DIGESTS.get(len(value))
    return algorithm is not None and hashlib.new(algorithm, content, usedforsecurity=False).hexdigest() == value
