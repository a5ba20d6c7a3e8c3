"""What is known of a document from outside it: the optional sidecar `<name>.toml` beside the file."""

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError, field_validator

from pipeline.document import Frozen
from pipeline.errors import SidecarError


class Minima(Frozen):
    """How many records a document is known to hold at least; fewer is an anomaly."""

    sessions: int = 0
    interventions: int = 0


class Source(Frozen):
    """The keys of a sidecar. All are optional; a document without sidecar gets this model's defaults.

    Example: `titre = "Forum des rives"`, `annee = 2024`, `[minima]`, `sessions = 12`.
    """

    title: str | None = Field(default=None, alias="titre")
    year: int | None = Field(default=None, alias="annee", ge=1900, le=2200)
    place: str | None = Field(default=None, alias="lieu")
    organiser: str | None = Field(default=None, alias="organisateur")
    licence: str | None = None
    timezone: str = Field(default="Europe/Paris", alias="fuseau_horaire")
    skipped_pages: tuple[int, ...] = Field(default=(), alias="pages_ignorees")
    minima: Minima = Minima()

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, name: str) -> str:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"unknown time zone « {name} »") from error
        return name


def read_source(path: Path) -> Source:
    """Read a sidecar. Messages name the file without its folder: they are published.

    Raises:
        SidecarError: the file is not TOML, or holds an unknown key or a value of the wrong type.
    """
    try:
        return Source.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise SidecarError(f"{path.name}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SidecarError(f"{path.name}: not valid TOML ({error}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SidecarError(f"{path.name}: key « {where} »: {first['msg']}.") from error


def find_source(document: Path) -> Source:
    """The sidecar beside `document` if there is one, else an empty `Source`."""
    path = document.with_suffix(".toml")
    return read_source(path) if path.is_file() else Source()
