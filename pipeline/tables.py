"""Which tables are published, and their columns: all taken from the records of `programme.py`."""

import copy
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_origin

from pipeline.columns import Record, column
from pipeline.document import Capacity, Kind
from pipeline.programme import (
    Affiliation,
    Anomaly,
    Intervention,
    Organisation,
    Participation,
    Person,
    Programme,
    Provenance,
    Session,
)


def _same(model: type[Record], attribute: str, alias: str | None = None) -> Any:
    """The column `attribute` of another record, under its own or another name; empty where there is none."""
    field = copy.copy(model.model_fields[attribute])
    if alias:
        field.alias = field.validation_alias = field.serialization_alias = alias
    return field


def _optional(model: type[Record], attribute: str, alias: str | None = None) -> Any:
    field = _same(model, attribute, alias)
    field.default = None
    return field


class FlatRow(Record):
    """Session × intervention × organisation: the one table to open first."""

    programme_id: str = _same(Session, "programme_id")
    session_id: str = _same(Session, "session_id")
    title: str = _same(Session, "title")
    subtitle: str | None = _same(Session, "subtitle")
    format: str | None = _same(Session, "format")
    kind: Kind = _same(Session, "kind")
    room: str | None = _same(Session, "room")
    date: dt.date | None = _same(Session, "date")
    start: dt.time | None = _same(Session, "start")
    end: dt.time | None = _same(Session, "end")
    first_page: int = _same(Session, "first_page")
    printed_page: str | None = _same(Session, "printed_page")
    order: int | None = _optional(Intervention, "order")
    capacity: Capacity | None = _optional(Intervention, "capacity")
    person: str | None = _same(Intervention, "name", "personne")
    role: str | None = _same(Intervention, "role")
    organisation: str | None = _optional(Organisation, "label", "organisation")
    tentative: bool | None = _optional(Intervention, "tentative")


class Failure(Record):
    """A file that could not be published, and why."""

    file: str = column("fichier", "Fichier", "Chemin du fichier dans le dossier lu.", "scan.pdf")
    error: str = column("erreur", "Erreur", "Classe de l'erreur.", "ImageOnlyPdfError")
    exit_code: int = column("code_retour", "Code de retour", "Code de retour de la commande pour ce cas.", 16)
    message: str = column("message", "Message", "Ce qui ne va pas, et où.", "scan.pdf has no text on its 3 pages.")
    remedy: str = column("remede", "Remède", "Que faire.", "Run an OCR tool over it first.")


class CorrectionRow(Record):
    """A correction somebody wrote down and this run applied."""

    programme_id: str = _same(Programme, "programme_id")
    session_id: str | None = _optional(Session, "session_id")
    intervention_id: str | None = _optional(Intervention, "intervention_id")
    field: str = column("champ", "Champ", "Cellule corrigée.", "heure_fin", min_length=1)
    old: str | None = column(
        "ancienne_valeur", "Ancienne valeur", "Valeur lue ; vide pour un ajout.", "17:00", default=None
    )
    new: str | None = column(
        "nouvelle_valeur", "Nouvelle valeur", "Valeur publiée ; vide pour un retrait.", "17:30", default=None
    )
    author: str = column("auteur", "Auteur", "Qui a corrigé.", "équipe éditoriale", min_length=1)
    reason: str | None = column("motif", "Motif", "Pourquoi.", "erratum du 12 mai", default=None)


# A spreadsheet takes text that begins so for a formula, or drops the sign and looks at the next.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class Suggestion(Record):
    """Two records that may be one person or one body: for a human to decide, never merged on a score."""

    nature: Literal["personne", "organisation"] = column(
        "nature", "Nature", "Ce que sont les deux fiches : personne ou organisation.", "personne"
    )
    first_id: str = column("identifiant_a", "Première fiche", "Identifiant de la première.", "pers-3b1f9c0de2")
    first_label: str = column("libelle_a", "Premier libellé", "Nom ou libellé de la première.", "Léa Pénin")
    second_id: str = column("identifiant_b", "Seconde fiche", "Identifiant de la seconde.", "pers-90ab12cd34")
    second_label: str = column("libelle_b", "Second libellé", "Nom ou libellé de la seconde.", "Léa Pénain")
    score: float = column(
        "score", "Score", "Ressemblance des deux noms, de 0 à 1 ; il ne décide de rien.", 0.95, ge=0, le=1
    )
    reason: Literal[
        "graphies_proches", "initiales", "homonymes_possibles", "nom_incomplet", "sigle_ambigu", "nom_ambigu"
    ] = column("motif", "Motif", "Pourquoi les deux sont rapprochées.", "graphies_proches")
    shared: str | None = column(
        "organisations_communes",
        "Organisations communes",
        "Organisations que les deux ont en commun, séparées par « | ».",
        "orga-90ab12cd34",
        default=None,
    )
    programmes: str = column(
        "programmes", "Programmes", "Programmes concernés, dix au plus, séparés par « | ».", "forum-des-rives-2024"
    )
    sessions: str = column(
        "sessions",
        "Sessions",
        "Sessions concernées, cinq au plus par fiche, séparées par « | ».",
        "forum-des-rives-2024-5f2c81d09a3b",
    )


class Table(NamedTuple):
    """A published table: its row model, its key, and the foreign keys (column → table)."""

    model: type[Record]
    title: str
    description: str
    key: tuple[str, ...] = ()
    references: Mapping[str, str] = MappingProxyType({})


TABLES: dict[str, Table] = {
    "programmes": Table(Programme, "Programmes", "Un document par ligne.", ("programme_id",)),
    "sessions": Table(
        Session,
        "Sessions",
        "Un élément de programme par ligne.",
        ("session_id",),
        {"programme_id": "programmes"},
    ),
    "interventions": Table(
        Intervention,
        "Interventions",
        "Une personne ou un organisme dans une session par ligne.",
        ("intervention_id",),
        {"session_id": "sessions", "personne_id": "personnes"},
    ),
    "affiliations": Table(
        Affiliation,
        "Affiliations",
        "Une organisation d'une intervention par ligne.",
        ("intervention_id", "ordre"),
        {"intervention_id": "interventions", "organisation_id": "organisations"},
    ),
    "participations": Table(
        Participation,
        "Participations",
        "Combien de personnes de chaque organisation par session, dans toutes les éditions.",
        (),
        {"session_id": "sessions", "organisation_id": "organisations"},
    ),
    "personnes": Table(Person, "Personnes", "Une personne par ligne, tous documents réunis.", ("personne_id",)),
    "organisations": Table(
        Organisation,
        "Organisations",
        "Une organisation par ligne, tous documents réunis.",
        ("organisation_id",),
        {"organisation_parente": "organisations"},
    ),
    "sessions_a_plat": Table(
        FlatRow,
        "Sessions à plat",
        "Une session, une intervention et une organisation par ligne ; fins de ligne vides s'il n'y en a pas.",
        (),
        {"programme_id": "programmes", "session_id": "sessions"},
    ),
    "provenances": Table(Provenance, "Provenances", "Où chaque cellule publiée a été lue."),
    "anomalies": Table(
        Anomaly,
        "Anomalies",
        "Ce qu'une personne devrait regarder.",
        (),
        {"programme_id": "programmes", "session_id": "sessions"},
    ),
    "corrections": Table(
        CorrectionRow,
        "Corrections",
        "Ce que des personnes ont corrigé, dans l'ordre d'application ; ce qui a été retiré n'a plus d'autre ligne.",
        (),
        {"programme_id": "programmes"},
    ),
    "suggestions": Table(
        Suggestion,
        "Suggestions",
        "Deux fiches qui sont peut-être une seule personne ou organisation, à vérifier.",
        ("nature", "identifiant_a", "identifiant_b"),
    ),
    "echecs": Table(Failure, "Échecs", "Fichiers qui n'ont pas pu être publiés, et pourquoi.", ("fichier",)),
}


def columns_of(model: type[Record]) -> dict[str, str]:
    """The fields of a record that are columns of its table: attribute → published name, in order.

    Left out are tuples of records and what only the nested JSON repeats for its readers.
    Example: `columns_of(Affiliation)` → `{"intervention_id": "intervention_id", "order": "ordre", …}`.
    """
    return {
        name: field.alias or name
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is not tuple and field.json_schema_extra != {"only": "json"}
    }
