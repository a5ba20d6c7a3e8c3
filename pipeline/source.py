"""What is known of a document from outside it: the optional sidecar `<name>.toml` beside the file."""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator

from pipeline.document import Capacity, Frozen, Style
from pipeline.errors import SidecarError
from pipeline.lexicon import Row

# Shorter words begin too many lines that name nobody.
MIN_MARKER_LETTERS = 3


class Minima(Frozen):
    """How many records a document is known to hold at least; fewer is an anomaly."""

    sessions: int = 0
    interventions: int = 0


def _marker(words: str) -> str:
    """The words of a marker without the colon or dash behind them."""
    words = " ".join(words.split()).rstrip(" :–—-")
    if sum(char.isalpha() for char in words) < MIN_MARKER_LETTERS:
        raise ValueError(f"a marker has at least {MIN_MARKER_LETTERS} letters, « {words} » has not")
    return words


Words = Annotated[str, AfterValidator(_marker)]


class Markers(Frozen):
    """The words under which a document names people, beyond those of the lexicon, by the capacity they give."""

    animation: tuple[Words, ...] = ()
    intervention: tuple[Words, ...] = ()
    moderation: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _one_capacity_each(self) -> "Markers":
        seen: set[str] = set()
        for row in self.rows:
            if row.words.casefold() in seen:
                raise ValueError(f"the marker « {row.yes[0]} » is given twice")
            seen.add(row.words.casefold())
        return self

    @property
    def rows(self) -> tuple[Row, ...]:
        """The markers as rows of the lexicon, longest words first: « Piloté par Mme » goes before « Piloté par »."""
        given = (
            (Capacity.ANIMATION, self.animation),
            (Capacity.INTERVENTION, self.intervention),
            (Capacity.MODERATION, self.moderation),
        )
        rows = [Row(_pattern(words), capacity, (words,), ()) for capacity, listed in given for words in listed]
        return tuple(sorted(rows, key=lambda row: -len(row.yes[0])))


def _pattern(words: str) -> str:
    """A pattern for words however they are set: any spacing and apostrophe, capitals with or without accents."""
    return "".join(map(_pattern_of, " ".join(words.split())))


def _pattern_of(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char in "'’":
        return "['’]"
    bare = unicodedata.normalize("NFD", char)[0]
    return re.escape(char) if bare == char else f"[{char}{bare}]"


class TitleStyle(Frozen):
    """How a document sets its titles; what is None may be any. Size in points, colour as #rrggbb."""

    size: float | None = Field(default=None, alias="taille", gt=0, le=500)
    bold: bool | None = Field(default=None, alias="gras")
    italic: bool | None = Field(default=None, alias="italique")
    font: str | None = Field(default=None, alias="police", min_length=1)
    color: str | None = Field(default=None, alias="couleur")

    @model_validator(mode="after")
    def _tells_something(self) -> "TitleStyle":
        if self == TitleStyle.model_construct():
            raise ValueError(f"tell at least one of {', '.join(_keys(TitleStyle))}")
        return self

    @field_validator("size")
    @classmethod
    def _half_points(cls, size: float | None) -> float | None:
        """Sizes are read to half a point."""
        return None if size is None else round(size * 2) / 2

    @field_validator("font")
    @classmethod
    def _without_subset(cls, font: str | None) -> str | None:
        """Without the letters PDF tools show before the name of an embedded font: « ABCDEF+Marianne »."""
        return None if font is None else re.sub(r"^[A-Z]{6}\+", "", font)

    @field_validator("color")
    @classmethod
    def _hexadecimal(cls, color: str | None) -> str | None:
        if color is not None and not re.fullmatch(r"#[0-9a-fA-F]{6}", color):
            raise ValueError(f"a colour is written #rrggbb, as in « #1a2b3c », not « {color} »")
        return color.lower() if color else None

    def fits(self, style: Style) -> bool:
        """Whether a run of text has all that is told."""
        return all(told in (None, getattr(style, name)) for name, told in self)

    def __str__(self) -> str:
        size = f"{self.size:g}" if self.size else None
        weight = {True: "gras", False: "non gras", None: None}[self.bold]
        slant = {True: "italique", False: "non italique", None: None}[self.italic]
        return " ".join(word for word in (self.font, size, weight, slant, self.color) if word)


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
    markers: Markers = Field(default=Markers(), alias="marqueurs")
    titles: TitleStyle | None = Field(default=None, alias="titres")

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
        return parse_source(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        raise SidecarError(f"{path.name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise SidecarError(f"{path.name}: not valid TOML ({error}).") from error


def parse_source(text: str, name: str) -> Source:
    """What the text of a sidecar says; `name` is how messages call it.

    Raises:
        SidecarError: the text is not TOML, or holds an unknown key or a value of the wrong type.
    """
    try:
        return Source.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SidecarError(f"{name}: not valid TOML ({error}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            known = ", ".join(_keys(_TABLES.get(first["loc"][0], Source)))
            raise SidecarError(f"{name}: unknown key « {where} »; known here: {known}.") from error
        raise SidecarError(f"{name}: key « {where} »: {first['msg'].removeprefix('Value error, ')}.") from error


_TABLES: dict[int | str, type[Frozen]] = {"minima": Minima, "marqueurs": Markers, "titres": TitleStyle}


def _keys(model: type[Frozen]) -> list[str]:
    """The keys a table of a sidecar may hold."""
    return [field.alias or name for name, field in model.model_fields.items()]


def find_source(document: Path) -> Source:
    """The sidecar beside `document` if there is one, else an empty `Source`."""
    path = document.with_suffix(".toml")
    return read_source(path) if path.is_file() else Source()
