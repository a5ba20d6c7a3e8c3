"""The columns the review page shows: under which name, in which colour, and how each is corrected."""

from typing import NamedTuple

from pipeline.columns import Record
from pipeline.document import Capacity, Kind
from pipeline.lexicon import FORMATS
from pipeline.programme import Intervention, Programme, Session, Status

# A colour each, in the order of the legend: fields that are close to each other share one.
GROUPS = {
    "titre": "Titre",
    "moment": "Jour et heures",
    "lieu": "Salle et parcours",
    "personne": "Personne ou collectif",
    "fonction": "Fonction",
    "organisation": "Organisation",
    "texte": "Description",
    "source": "Texte source",
}


class Field(NamedTuple):
    """A column: its name in corrections.csv, its French title, its colour, and the editor that fits it."""

    name: str
    label: str
    group: str
    editor: str
    required: bool = False


def _field(model: type[Record], name: str, group: str, editor: str = "text", required: bool = False) -> Field:
    title = next(field.title for field in model.model_fields.values() if field.alias == name)
    return Field(name, title or name, group, editor, required)


PROGRAMME_FIELDS = tuple(_field(Programme, name, "") for name in ("titre", "lieu", "organisateur"))
SESSION_FIELDS = (
    _field(Session, "titre", "titre", "long", required=True),
    _field(Session, "sous_titre", "titre", "long"),
    _field(Session, "date", "moment", "date"),
    _field(Session, "heure_debut", "moment", "time"),
    _field(Session, "heure_fin", "moment", "time"),
    _field(Session, "salle", "lieu"),
    _field(Session, "parcours", "lieu"),
    _field(Session, "format", "", "format"),
    _field(Session, "genre", "", "genre", required=True),
    _field(Session, "statut", "", "statut", required=True),
    _field(Session, "description", "texte", "long"),
)
NAME = _field(Intervention, "nom", "personne", required=True)
COLLECTIVE = _field(Intervention, "collectif", "personne", required=True)
ORGANISATIONS = Field("organisations", "Organisations", "organisation", "text")
INTERVENTION_FIELDS = (
    _field(Intervention, "fonction", "fonction"),
    ORGANISATIONS,
    _field(Intervention, "qualite", "", "qualite", required=True),
    _field(Intervention, "provisoire", "", "provisoire", required=True),
)
QUOTE = _field(Intervention, "texte_source", "source", "none")

# A session and its programme both have a title; only the session needs one, which its page tells apart.
EDITED = (*PROGRAMME_FIELDS, *SESSION_FIELDS, NAME, COLLECTIVE, *INTERVENTION_FIELDS)

# Between the organisations of one intervention, in corrections.csv.
BETWEEN = " | "

# What may stand in a field that has a closed list; for a format they are suggestions.
CHOICES: dict[str, dict[str, str]] = {
    "genre": {kind.value: kind.value for kind in Kind},
    "statut": {status.value: status.value for status in Status},
    "qualite": {capacity.value: capacity.value for capacity in Capacity},
    "provisoire": {"false": "non", "true": "oui"},
    "format": {value: value for value in sorted({row.value for row in FORMATS})},
}

# Of a box: the colour of the column it was read for. Hours and days may share one box.
GROUP_OF = {field.name: field.group for field in (*SESSION_FIELDS, NAME, COLLECTIVE, *INTERVENTION_FIELDS, QUOTE)} | {
    "organisation_id": ORGANISATIONS.group
}
