"""What the law on personal data wants beside a dataset: information notice and register sheet, in French.

Both are made from the data and the types: how many people, which columns are about them in this edition. What only
the controller knows is left to be filled in.
"""

from collections.abc import Iterator

from pipeline.columns import Record
from pipeline.edition_mode import Edition
from pipeline.export.tables import Dataset, arrange_heads
from pipeline.programme import Intervention, Person, Programme
from pipeline.tables import TABLES, columns_of

NOTICE = "NOTICE-DONNEES-PERSONNELLES.md"
REGISTER = "REGISTRE-TRAITEMENT.md"
TO_FILL = "[à compléter]"

# The columns of a table that are about one person, by the attributes of its record.
_PERSONAL: dict[str, tuple[type[Record], tuple[str, ...]]] = {
    "personnes": (Person, ("person_id", "name", "first_name", "last_name", "variants", "appearances")),
    "interventions": (Intervention, ("name", "capacity", "role", "tentative", "quote")),
}
_EDITIONS = {
    Edition.PUBLIC: "Les personnes y figurent sous leur nom, tel que le programme l'imprime.",
    Edition.PSEUDONYMOUS: (
        "Les noms y sont remplacés par des pseudonymes, calculés avec une clé secrète (HMAC-SHA256) qui n'est dans "
        "aucun fichier. Ce sont encore des données personnelles : qui a la clé, ou le programme imprimé, peut "
        "retrouver les personnes."
    ),
    Edition.ANONYMOUS: (
        "Aucune personne n'y figure : seul leur nombre reste, par session et par organisation, et leurs noms sont "
        "masqués dans les textes. Un petit nombre, rapproché du programme imprimé, peut encore désigner quelqu'un."
    ),
}
_SECRET = "La clé des pseudonymes est gardée hors du jeu de données, par : " + TO_FILL + "."


def write_notices(dataset: Dataset) -> dict[str, bytes]:
    """The information notice for the people named, and the sheet for the register of processing activities."""
    programmes, people = arrange_heads(dataset), _people(dataset)
    return {
        NOTICE: "\n".join(_notice(dataset, programmes, people)).encode("utf-8"),
        REGISTER: "\n".join(_register(dataset, programmes, people)).encode("utf-8"),
    }


def _people(dataset: Dataset) -> str:
    """How many people the dataset holds, and how many it leaves out."""
    persons = {person.person_id for each in dataset.programmes for person in each.persons}
    kept = {
        Edition.PUBLIC: f"Personnes nommées : {len(persons)}.",
        Edition.PSEUDONYMOUS: f"Personnes sous pseudonyme : {len(persons)}.",
        Edition.ANONYMOUS: "Personnes nommées : 0.",
    }[dataset.edition]
    return f"{kept} Oppositions appliquées : {dataset.objections}."


def _columns(dataset: Dataset) -> Iterator[str]:
    """The columns about people that this edition fills, with what they hold."""
    if dataset.edition is Edition.ANONYMOUS:
        yield f"- `participations.csv` : {TABLES['participations'].description}"
        return
    hidden = {"first_name", "last_name", "variants"} if dataset.edition is Edition.PSEUDONYMOUS else set()
    for table, (model, attributes) in _PERSONAL.items():
        names = columns_of(model)
        told = [f"`{names[each]}` ({model.model_fields[each].title})" for each in attributes if each not in hidden]
        yield f"- `{table}.csv` : {', '.join(told)}."
    yield "- Par personne et par session : les organisations (`affiliations.csv`)."


def _sources(programmes: list[Programme]) -> Iterator[str]:
    for each in programmes:
        yield f"- `{each.programme_id}` ({each.pages} page{'s' if each.pages > 1 else ''})"


def _notice(dataset: Dataset, programmes: list[Programme], people: str) -> Iterator[str]:
    yield "# Notice d'information sur les données personnelles\n"
    yield "Pour les personnes citées dans les programmes publiés ici (articles 13 et 14 du RGPD). Les mentions"
    yield f"{TO_FILL} sont à remplir par le responsable du traitement avant la publication.\n"
    yield f"Édition « {dataset.edition} ». {_EDITIONS[dataset.edition]}\n"
    yield f"{people}\n"
    yield "## Qui publie\n"
    yield f"- Responsable du traitement : {TO_FILL}"
    yield f"- Contact, et délégué à la protection des données s'il y en a un : {TO_FILL}\n"
    yield "## Pourquoi, et sur quelle base\n"
    yield "- Finalité : publier en données ouvertes ce que des programmes d'événements annoncent."
    yield f"- Base légale : {TO_FILL}\n"
    yield "## Quelles données, et d'où elles viennent\n"
    yield from _columns(dataset)
    yield "\nAdresses électroniques, numéros de téléphone et profils personnels sont retirés de tous les fichiers."
    yield "Les données sont lues automatiquement dans ces documents ; elles peuvent comporter des erreurs :\n"
    yield from _sources(programmes) if programmes else ["- aucun document n'a été publié"]
    yield "\n## Destinataires et durée\n"
    yield "- Destinataires : toute personne, dès lors que le jeu de données est publié."
    yield f"- Durée de publication : {TO_FILL}\n"
    yield "## Vos droits\n"
    yield "Vous pouvez demander l'accès aux données qui vous concernent, leur rectification, leur effacement ou la"
    yield "limitation de leur traitement, et vous opposer à leur publication, en écrivant au contact ci-dessus. Une"
    yield "opposition est appliquée à tous les fichiers de la publication suivante, textes compris ; seul le nombre"
    yield "d'oppositions est publié. Les copies faites auparavant par d'autres relèvent de ceux qui les ont faites."
    yield "Vous pouvez aussi adresser une réclamation à la CNIL (https://www.cnil.fr/fr/plaintes).\n"


def _register(dataset: Dataset, programmes: list[Programme], people: str) -> Iterator[str]:
    yield "# Fiche de registre : publication de programmes d'événements\n"
    yield f"Article 30 du RGPD. Les mentions {TO_FILL} sont à remplir par le responsable du traitement.\n"
    rows = {
        "Responsable du traitement": TO_FILL,
        "Délégué à la protection des données": TO_FILL,
        "Finalité": "publier en données ouvertes ce que des programmes d'événements annoncent",
        "Base légale": TO_FILL,
        "Personnes concernées": "intervenantes et intervenants de programmes d'événements",
        "Nombre": people,
        "Édition": f"« {dataset.edition} » : {_EDITIONS[dataset.edition]}",
        "Source": f"{len(programmes)} document{'s' if len(programmes) > 1 else ''} : programmes rendus publics",
        "Données sensibles": f"aucune n'est recherchée ; un titre de session peut en laisser supposer : {TO_FILL}",
        "Destinataires": "toute personne (données ouvertes)",
        "Transferts hors de l'Union européenne": TO_FILL,
        "Durée de conservation": TO_FILL,
        "Exercice des droits": TO_FILL,
        "Oppositions": f"tenues dans oppositions.csv, hors du jeu de données ; appliquées : {dataset.objections}",
        "Mesures de sécurité": _SECRET if dataset.edition is Edition.PSEUDONYMOUS else TO_FILL,
        "Décision automatisée": "aucune ; la lecture des documents est automatique et peut comporter des erreurs",
        "Date de la fiche": TO_FILL,
    }
    yield "| rubrique | contenu |"
    yield "| --- | --- |"
    yield from (f"| {name} | {content} |" for name, content in rows.items())
    yield "\n## Catégories de données\n"
    yield from _columns(dataset)
    yield ""
