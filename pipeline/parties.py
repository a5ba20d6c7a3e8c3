"""Contract: the persons and organisations we publish, part of `programme.py`."""

from typing import Any

from pipeline.record import Record, column


def person_id_column(required: bool = True) -> Any:
    """The column that refers to a person."""
    text = "Identifiant de la personne, tiré de son nom : le même dans tous les documents."
    rules: dict[str, Any] = {} if required else {"default": None}
    return column("personne_id", "Personne", text, "pers-3b1f9c0de2", **rules)


def organisation_id_column() -> Any:
    """The column that refers to an organisation."""
    return column(
        "organisation_id",
        "Organisation",
        "Identifiant de l'organisation, tiré de son libellé : le même dans tous les documents.",
        "orga-90ab12cd34",
    )


def _variants() -> Any:
    return column(
        "variantes",
        "Variantes",
        "Autres graphies rencontrées, séparées par « | ».",
        "DURAND Léa|Léa DURAND",
        default=None,
    )


def _appearances() -> Any:
    return column("nb_interventions", "Nombre d'interventions", "Nombre d'interventions qui y renvoient.", 3, ge=0)


class Person(Record):
    """A person, over all documents of the run."""

    person_id: str = person_id_column()
    name: str = column("nom_complet", "Nom complet", "Nom dans l'ordre de lecture.", "Léa Durand", min_length=1)
    first_name: str | None = column("prenom", "Prénom", "Prénom, quand il se distingue.", "Léa", default=None)
    last_name: str | None = column(
        "nom_famille", "Nom de famille", "Nom de famille, quand il se distingue.", "Durand", default=None
    )
    variants: str | None = _variants()
    appearances: int = _appearances()


class Organisation(Record):
    """A body, over all documents of the run."""

    organisation_id: str = organisation_id_column()
    label: str = column(
        "libelle",
        "Libellé",
        "Nom tel qu'imprimé, sans article grammatical.",
        "Fabrique des rives",
        min_length=1,
    )
    acronym: str | None = column(
        "sigle", "Sigle", "Sigle, quand le document le donne avec le nom.", "FDR", default=None
    )
    type: str | None = column(
        "type",
        "Type",
        "Catégorie d'après le référentiel ou les mots du libellé ; vide quand rien ne l'assure.",
        "association",
        default=None,
    )
    parent_id: str | None = column(
        "organisation_parente",
        "Organisation parente",
        "Organisation dont celle-ci est une partie (équipe, service…), quand le texte le dit.",
        "orga-12ef56ab78",
        default=None,
    )
    siren: str | None = column(
        "siren",
        "SIREN",
        "Numéro SIREN (9 chiffres), quand un référentiel le donne.",
        "732829320",
        default=None,
        pattern=r"^[0-9]{9}$",
    )
    rna: str | None = column(
        "rna",
        "RNA",
        "Numéro au répertoire national des associations (W et 9 chiffres), quand un référentiel le donne.",
        "W123456789",
        default=None,
        pattern=r"^W[0-9]{9}$",
    )
    url: str | None = column(
        "url", "Site", "Site de l'organisation, quand un référentiel le donne.", "https://rives.example", default=None
    )
    variants: str | None = _variants()
    appearances: int = _appearances()
