"""Contract: the persons and organisations we publish, part of `programme.py`."""

from pipeline.columns import (
    Record,
    appearances_column,
    column,
    organisation_id_column,
    person_id_column,
    variants_column,
)


class Person(Record):
    """A person, over all documents of the run."""

    person_id: str = person_id_column()
    name: str = column("nom_complet", "Nom complet", "Nom dans l'ordre de lecture.", "Léa Durand", min_length=1)
    first_name: str | None = column("prenom", "Prénom", "Prénom, quand il se distingue.", "Léa", default=None)
    last_name: str | None = column(
        "nom_famille", "Nom de famille", "Nom de famille, quand il se distingue.", "Durand", default=None
    )
    variants: str | None = variants_column()
    appearances: int = appearances_column()


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
    variants: str | None = variants_column()
    appearances: int = appearances_column()
