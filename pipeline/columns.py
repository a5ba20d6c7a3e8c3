"""What every published record is made of: its base, its columns, and the columns that several records share."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A published record: frozen, no unknown field, read and written under its French names."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )

    def model_post_init(self, _context: Any) -> None:
        """Share what pydantic notes for each record, the names of the fields it was given: nothing asks for them.

        A set for each would take more than half of the memory of a run.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _field_names(type(self)))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed."""
        copied = super().model_copy(update=update, deep=deep)
        copied.model_post_init(None)
        return copied


@cache
def _field_names(model: type[Record]) -> set[str]:
    return set(model.model_fields)


def column(alias: str, title: str, description: str, *examples: Any, **rules: Any) -> Any:
    """A published column: French name, title, description, examples; `rules` go to pydantic's Field."""
    return Field(alias=alias, title=title, description=description, examples=list(examples), **rules)


def programme_id_column() -> Any:
    """The programme a record belongs to."""
    return column(
        "programme_id",
        "Programme",
        "Identifiant du programme, tiré du nom du fichier.",
        "forum-des-rives-2024",
    )


def session_id_column() -> Any:
    """The session a record belongs to."""
    return column(
        "session_id",
        "Session",
        "Identifiant de la session, tiré de ce qui est imprimé (programme, date, heure, titre).",
        "forum-des-rives-2024-5f2c81d09a3b",
    )


def intervention_id_column() -> Any:
    """The intervention a record belongs to."""
    return column(
        "intervention_id",
        "Intervention",
        "Identifiant de l'intervention, tiré de la session et du nom imprimé.",
        "forum-des-rives-2024-5f2c81d09a3b-1c9e02b7",
    )


def person_id_column(required: bool = True) -> Any:
    """The person of a record; not `required` where it may be a body."""
    text = "Identifiant de la personne, tiré de son nom : le même dans tous les documents."
    rules: dict[str, Any] = {} if required else {"default": None}
    return column("personne_id", "Personne", text, "pers-3b1f9c0de2", **rules)


def organisation_id_column() -> Any:
    """The body of a record."""
    return column(
        "organisation_id",
        "Organisation",
        "Identifiant de l'organisation, tiré de son libellé : le même dans tous les documents.",
        "orga-90ab12cd34",
    )


def variants_column() -> Any:
    """The other spellings of a record."""
    return column(
        "variantes",
        "Variantes",
        "Autres graphies rencontrées, séparées par « | ».",
        "DURAND Léa|Léa DURAND",
        default=None,
    )


def appearances_column() -> Any:
    """How often a record is referred to."""
    return column("nb_interventions", "Nombre d'interventions", "Nombre d'interventions qui y renvoient.", 3, ge=0)
