"""Contract: what we publish.

The one place where a published column is named, titled, described and exemplified: the attribute is
English, its alias is the French column name, and the schema, the data dictionary and the README table are
generated from here. A table's columns are the fields of its model that hold a single value; fields that
hold tuples of records are nested in the JSON and tables of their own in CSV. Persons and organisations
stand in `parties.py`.
"""

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from pipeline.columns import (
    Record,
    column,
    intervention_id_column,
    organisation_id_column,
    person_id_column,
    programme_id_column,
    session_id_column,
)
from pipeline.document import Capacity, Kind
from pipeline.parties import Organisation as Organisation
from pipeline.parties import Person as Person


class Status(StrEnum):
    """What the programme itself says about whether an item takes place."""

    ANNOUNCED = "annoncée"
    TENTATIVE = "provisoire"
    CANCELLED = "annulée"


class Gravity(StrEnum):
    """How much a finding matters: an error makes a value wrong or missing, a warning may."""

    ERROR = "erreur"
    WARNING = "avertissement"
    NOTICE = "information"


class Affiliation(Record):
    """An organisation somebody belongs to in one intervention."""

    intervention_id: str = intervention_id_column()
    order: int = column("ordre", "Ordre", "Rang de l'organisation, la plus précise d'abord.", 1, ge=1)
    organisation_id: str = organisation_id_column()
    label: str = column(
        "libelle",
        "Libellé",
        "Libellé de l'organisation.",
        "Fabrique des rives",
        json_schema_extra={"only": "json"},
    )


class Intervention(Record):
    """A person or a body taking part in a session."""

    intervention_id: str = intervention_id_column()
    session_id: str = session_id_column()
    order: int = column("ordre", "Ordre", "Rang dans la session, dans l'ordre de lecture.", 1, ge=1)
    capacity: Capacity = column(
        "qualite",
        "Qualité",
        "À quel titre : animation (« animé par »), intervention (« avec », « intervenants ») ou modération.",
        "animation",
    )
    person_id: str | None = person_id_column(required=False)
    name: str | None = column(
        "nom",
        "Nom",
        "Nom de la personne sans civilité, prénom d'abord ; vide pour un collectif.",
        "Léa Durand",
        default=None,
    )
    role: str | None = column(
        "fonction", "Fonction", "Fonction imprimée, sans l'organisation.", "directrice adjointe", default=None
    )
    collective: str | None = column(
        "collectif",
        "Collectif",
        "Mots imprimés quand un organisme est nommé sans personne ; vide pour une personne.",
        "l'équipe de la Fabrique des rives",
        default=None,
    )
    tentative: bool = column(
        "provisoire", "Provisoire", "Vrai pour « sous réserve », « et/ou », « à confirmer ».", False
    )
    quote: str = column(
        "texte_source",
        "Texte source",
        "Passage imprimé d'où viennent ces valeurs.",
        "Léa Durand, directrice adjointe de la Fabrique des rives",
    )
    affiliations: tuple[Affiliation, ...] = ()


class Participation(Record):
    """How many people of a body take part in a session, also where they are not named."""

    session_id: str = session_id_column()
    organisation_id: str | None = column(
        "organisation_id",
        "Organisation",
        "Organisation de ces personnes ; vide pour celles dont aucune n'est imprimée.",
        "orga-90ab12cd34",
        default=None,
    )
    people: int = column(
        "nb_personnes", "Nombre de personnes", "Personnes de cette organisation dans la session.", 2, ge=1
    )


class Session(Record):
    """An item of a programme: a session, a break or logistics."""

    session_id: str = session_id_column()
    programme_id: str = programme_id_column()
    order: int = column("ordre", "Ordre", "Rang dans le programme, dans l'ordre de lecture.", 1, ge=1)
    kind: Kind = column("genre", "Genre", "Session, pause (repas, café) ou logistique (accueil…).", "session")
    title: str = column(
        "titre",
        "Titre",
        "Titre tel qu'imprimé, lignes jointes et césures défaites, casse conservée.",
        "Habiter la rive",
        min_length=1,
    )
    subtitle: str | None = column(
        "sous_titre", "Sous-titre", "Sous-titre tel qu'imprimé.", "Récits d'élus et d'habitantes", default=None
    )
    readable_title: str = column(
        "titre_lisible",
        "Titre lisible",
        "Titre à lire : un titre tout en capitales est remis en casse courante.",
        "Habiter la rive",
        min_length=1,
        default_factory=lambda told: told["title"],
    )
    format: str | None = column(
        "format",
        "Format",
        "Format que le texte donne de lui-même, normalisé (atelier, table ronde…) ; vide s'il n'en dit rien.",
        "table ronde",
        default=None,
    )
    track: str | None = column("parcours", "Parcours", "Parcours ou thématique imprimés.", "Sobriété", default=None)
    room: str | None = column("salle", "Salle", "Salle ou lieu imprimés pour la session.", "Salle 2", default=None)
    date: dt.date | None = column("date", "Date", "Jour (AAAA-MM-JJ).", "2024-05-14", default=None)
    start: dt.time | None = column(
        "heure_debut", "Heure de début", "Heure de début imprimée, HH:MM.", "10:00", default=None
    )
    end: dt.time | None = column(
        "heure_fin", "Heure de fin", "Heure de fin imprimée, HH:MM ; jamais déduite.", "11:30", default=None
    )
    begins: dt.datetime | None = column(
        "debut",
        "Début",
        "Instant de début, ISO 8601 avec le décalage du lieu.",
        "2024-05-14T10:00:00+02:00",
        default=None,
    )
    ends: dt.datetime | None = column(
        "fin", "Fin", "Instant de fin, ISO 8601 avec le décalage du lieu.", "2024-05-14T11:30:00+02:00", default=None
    )
    minutes: int | None = column(
        "duree_minutes", "Durée", "Durée en minutes, quand début et fin sont imprimés.", 90, default=None, ge=0
    )
    half_day: Literal["matin", "après-midi", "soir"] | None = column(
        "demi_journee", "Demi-journée", "Demi-journée imprimée ou celle de l'heure de début.", "matin", default=None
    )
    description: str | None = column(
        "description",
        "Description",
        "Texte de présentation, paragraphes séparés par un saut de ligne.",
        "Comment habiter une rive qui recule ?",
        default=None,
    )
    status: Status = column(
        "statut",
        "Statut",
        "Ce que le programme en dit : annoncée, provisoire (« à confirmer ») ou annulée.",
        "annoncée",
    )
    first_page: int = column("page_debut", "Première page", "Page du fichier où commence la session.", 4, ge=1)
    last_page: int = column("page_fin", "Dernière page", "Page du fichier où finit la session.", 4, ge=1)
    printed_page: str | None = column(
        "page_imprimee", "Page imprimée", "Numéro imprimé sur la première page.", "6", default=None
    )
    interventions: tuple[Intervention, ...] = ()
    # Only where people themselves are not published: elsewhere they are counted from the interventions.
    participations: tuple[Participation, ...] = ()


class Provenance(Record):
    """Where a published cell was read."""

    table: str = column("table", "Table", "Table de la cellule.", "sessions")
    identifier: str = column(
        "identifiant", "Identifiant", "Clé de la ligne dans sa table.", "forum-des-rives-2024-5f2c81d09a3b"
    )
    field: str = column("champ", "Champ", "Colonne de la cellule.", "titre")
    page: int = column("page", "Page", "Page du fichier.", 4, ge=1)
    x0: float = column("x0", "Gauche", "Bord gauche, en points depuis le coin haut gauche.", 34.0)
    y0: float = column("y0", "Haut", "Bord haut, en points depuis le coin haut gauche.", 40.5)
    x1: float = column("x1", "Droite", "Bord droit, en points.", 250.0)
    y1: float = column("y1", "Bas", "Bord bas, en points.", 55.5)
    raw: str = column("texte_brut", "Texte brut", "Texte tel qu'il se trouve à cet endroit.", "HABITER LA")
    method: str = column("methode", "Méthode", "Ce qui a désigné ce texte.", "titre : style récurrent")


class Anomaly(Record):
    """Something a person should look at."""

    code: str = column("code", "Code", "Code de l'anomalie (liste dans le README).", "heure_absente")
    gravity: Gravity = column("gravite", "Gravité", "erreur, avertissement ou information.", "avertissement")
    programme_id: str = programme_id_column()
    session_id: str | None = column(
        "session_id",
        "Session",
        "Session concernée, s'il y en a une.",
        "forum-des-rives-2024-5f2c81d09a3b",
        default=None,
    )
    page: int | None = column("page", "Page", "Page du fichier, si elle est connue.", 4, default=None, ge=1)
    message: str = column("message", "Message", "Ce qui a été vu, en clair.", "Aucune heure lue.", min_length=1)


class Programme(Record):
    """A document: one event programme with all that was read from it."""

    programme_id: str = programme_id_column()
    title: str | None = column("titre", "Titre", "Titre de l'événement.", "Forum des rives 2024", default=None)
    start_date: dt.date | None = column("date_debut", "Premier jour", "Premier jour lu.", "2024-05-14", default=None)
    end_date: dt.date | None = column("date_fin", "Dernier jour", "Dernier jour lu.", "2024-05-15", default=None)
    place: str | None = column("lieu", "Lieu", "Lieu de l'événement, s'il a été précisé.", "Lens", default=None)
    timezone: str = column("fuseau_horaire", "Fuseau horaire", "Fuseau des heures.", "Europe/Paris")
    organiser: str | None = column(
        "organisateur",
        "Organisateur",
        "Organisateur, s'il a été précisé.",
        "Fabrique des rives",
        default=None,
    )
    licence: str | None = column(
        "licence", "Licence", "Licence des données, si elle a été précisée.", "etalab-2.0", default=None
    )
    language: str = column("langue", "Langue", "Langue du document, code ISO 639-1.", "fr")
    file: str = column("fichier", "Fichier", "Chemin du fichier dans le dossier lu.", "forum-des-rives-2024.pdf")
    sha256: str = column("sha256", "Empreinte", "SHA-256 du fichier lu.", "9f86d081884c7d65…")
    document_date: dt.date | None = column(
        "date_document",
        "Date du document",
        "Jour de création écrit dans le fichier ; vide s'il n'en dit rien.",
        "2024-03-02",
        default=None,
    )
    pages: int = column("pages", "Pages", "Nombre de pages.", 12, ge=1)
    session_count: int = column("nb_sessions", "Nombre de sessions", "Lignes dans sessions.csv.", 42, ge=0)
    intervention_count: int = column(
        "nb_interventions", "Nombre d'interventions", "Lignes dans interventions.csv.", 97, ge=0
    )
    anomaly_count: int = column("nb_anomalies", "Nombre d'anomalies", "Lignes dans anomalies.csv.", 3, ge=0)
    sessions: tuple[Session, ...] = ()
    persons: tuple[Person, ...] = Field(default=(), alias="personnes")
    organisations: tuple[Organisation, ...] = ()
    provenances: tuple[Provenance, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
