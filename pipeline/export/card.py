"""LISEZMOI.md: the dataset card in French, with attribution and data dictionary, for who opens the folder."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from pipeline.edition_mode import Edition
from pipeline.export.catalogue import FILES as CATALOGUE
from pipeline.export.datapackage import DESCRIPTOR, PACKAGE_DESCRIPTION, PACKAGE_TITLE
from pipeline.export.notices import NOTICE, REGISTER
from pipeline.export.schema import data_dictionary
from pipeline.export.sqlite import DATABASE
from pipeline.export.tables import Dataset, arrange_heads
from pipeline.export.written import Files
from pipeline.programme import Gravity, Programme
from pipeline.tables import FORMULA_SIGNS, TABLES

CARD = "LISEZMOI.md"

# What each kind of file is for; a pattern stands for all files it matches. Tables have their own description.
KINDS: dict[str, str] = {
    "parquet/*.parquet": "Les mêmes tables, typées (jours, heures, instants avec fuseau) : pandas, DuckDB, R.",
    DATABASE: "Toutes les tables dans une base SQLite, avec clés et index : SQL, Datasette.",
    "*.xlsx": "Toutes les tables dans un classeur, une feuille par table : Excel, LibreOffice.",
    "programmes/*.json": "Un programme par fichier, tout ce qui lui appartient imbriqué, avec les provenances.",
    "evenements*.jsonld": "Événements pour les moteurs de recherche (schema.org) : tous, puis par programme.",
    "evenements.ttl": "Événements pour les portails européens (CPEV), en Turtle : qui intervient, à quel titre.",
    "agendas/*.ics": "Agendas (iCalendar), un événement par session : tout le programme, ou un jour.",
    "applications/*/schedule.json": "Programme pour les applications de conférence (frab, pretalx), en JSON.",
    "applications/*/schedule.xml": "Le même programme en XML.",
    DESCRIPTOR: "Description de tous les fichiers (Data Package 2) : colonnes, types, clés, empreintes, licence.",
    "run.json": "Avec quoi les documents ont été lus : version, modèle et son empreinte, sort de chaque fichier.",
    "csv-metadata.json": "Description des tables pour le web (CSVW, W3C).",
    "schemas/*.tableschema.json": "Schéma de chaque table (Table Schema), pour Validata par exemple.",
    "schemas/*.jsonschema.json": "Schéma des fichiers de `programmes/` (JSON Schema).",
    NOTICE: "Notice d'information des personnes citées (RGPD), à compléter par qui publie.",
    REGISTER: "Fiche pour le registre des traitements (RGPD), à compléter par qui publie.",
    "catalog.*": "Catalogue (DCAT-AP 3), en Turtle et en JSON-LD, que les portails de données moissonnent.",
}

_START = """\
`sessions_a_plat` est la table à ouvrir d'abord : une ligne par session, personne et organisation. Dans un tableur,
importez `sessions_a_plat.csv` (Données → À partir d'un fichier texte/CSV ; UTF-8, virgule), ou ouvrez le classeur
Excel s'il est là. Les autres tables donnent le détail, reliées par leurs identifiants.
"""

_EXAMPLES = f"""\
```python
import pandas as pd

sessions = pd.read_parquet("parquet/sessions.parquet")
```

```sql
-- DuckDB
SELECT date, heure_debut, titre, personne, organisation
FROM 'parquet/sessions_a_plat.parquet' WHERE genre = 'session' ORDER BY date, heure_debut;
```

```r
sessions <- arrow::read_parquet("parquet/sessions.parquet")
```

```sh
datasette {DATABASE}
```
"""

_PEOPLE = {
    Edition.PUBLIC: """\
Les personnes citées le sont dans des programmes rendus publics. Qui réutilise ces noms applique le droit des
  données personnelles (RGPD).""",
    Edition.PSEUDONYMOUS: """\
Édition « pseudonyme » : les noms des personnes sont remplacés par des pseudonymes, qui restent des données
  personnelles (RGPD).""",
    Edition.ANONYMOUS: """\
Édition « anonyme » : aucune personne n'est publiée, `participations.csv` les compte par session et organisation.""",
}
_MAKING = """\
Les valeurs sont lues automatiquement dans les documents : elles peuvent comporter des erreurs.

- Titres, noms et fonctions sont ceux qui sont imprimés. Une cellule vide veut dire que le document ne le dit pas :
  une heure de fin, par exemple, n'est jamais déduite. `titre_lisible` donne en casse courante un titre imprimé en
  capitales.
- `provenances.csv` donne la page, l'endroit et le texte d'où vient chaque valeur.
- `anomalies.csv` liste ce qu'une personne devrait vérifier{findings} ;
  `corrections.csv`, ce que des personnes ont corrigé.
- Les identifiants viennent de ce qui est imprimé et restent les mêmes d'une publication à l'autre.
- {people} Adresses électroniques, numéros de téléphone et profils personnels
  sont retirés de tous les fichiers.{objections}
- Les fichiers CSV (UTF-8, virgule) donnent le texte tel quel : dans un tableur, importez-les comme du texte, car
  une cellule peut commencer par {signs}. Dans le classeur Excel, s'il est là, une apostrophe précède ces cellules.
"""


def write_card(dataset: Dataset, files: Files) -> dict[str, bytes]:
    """The card of `files`, which were written from `dataset`."""
    programmes, held = arrange_heads(dataset), _count(dataset.programmes)
    parts = [
        f"# {PACKAGE_TITLE}\n\n{PACKAGE_DESCRIPTION} {_counts(held)}\n",
        f"## Programmes\n\n{_programmes(programmes, held)}{_failures(dataset)}",
        f"## Par où commencer\n\n{_START}\n{_EXAMPLES}",
        f"## Fichiers\n\n{_files({*files, DESCRIPTOR, *CATALOGUE} - {CARD})}",
        f"## Production et limites\n\n{_making(dataset, held)}",
        f"## Licence et attribution\n\n{_attribution(programmes)}",
        re.sub("^#", "##", data_dictionary(), flags=re.MULTILINE),
    ]
    return {CARD: "\n".join(parts).encode("utf-8")}


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [" | ".join(cells) for cells in (head, ["---"] * len(head), *rows)]
    return "".join(f"| {line} |\n" for line in lines)


def _literal(text: str | None) -> str:
    r"""A text of a document as Markdown that shows it and does nothing else: `a|b*` → `a\|b\*`."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", " ".join((text or "").split()))


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"


class _Held(NamedTuple):
    """What the programmes hold: how many sessions each, who and which bodies, how many findings of each gravity."""

    sessions: dict[str, int]
    people: set[str]
    bodies: set[str]
    findings: Counter[Gravity]


def _count(programmes: Iterable[Programme]) -> _Held:
    held = _Held({}, set(), set(), Counter())
    for programme in programmes:
        held.sessions[programme.programme_id] = len(programme.sessions)
        held.people.update(person.person_id for person in programme.persons)
        held.bodies.update(body.organisation_id for body in programme.organisations)
        held.findings.update(anomaly.gravity for anomaly in programme.anomalies)
    return held


def _counts(held: _Held) -> str:
    counts = [
        _plural(len(held.sessions), "programme"),
        _plural(sum(held.sessions.values()), "élément") + " de programme",
        _plural(len(held.people), "personne"),
        _plural(len(held.bodies), "organisation"),
    ]
    return f"Le jeu de données réunit {', '.join(counts[:-1])} et {counts[-1]}."


def _programmes(programmes: Sequence[Programme], held: _Held) -> str:
    if not programmes:
        return "Aucun programme n'a pu être lu.\n"
    head = ("événement", "jours", "lieu", "organisateur", "licence", "éléments", "document")
    rows = [
        (
            _literal(_name(programme)),
            _days(programme),
            _literal(programme.place),
            _literal(programme.organiser),
            _literal(programme.licence),
            str(held.sessions[programme.programme_id]),
            _literal(programme.file),
        )
        for programme in programmes
    ]
    return _table(head, rows)


def _name(programme: Programme) -> str:
    return programme.title or programme.programme_id


def _days(programme: Programme) -> str:
    days = [_french(day) for day in (programme.start_date, programme.end_date) if day]
    return " – ".join(dict.fromkeys(days))


def _french(day: dt.date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _failures(dataset: Dataset) -> str:
    if not dataset.failures:
        return ""
    count = len(dataset.failures)
    return f"\n{_plural(count, 'document')} non {'publiés' if count > 1 else 'publié'} : voir `echecs.csv`.\n"


def _files(names: Iterable[str]) -> str:
    """Each table, each kind of file and each file of no known kind, in this order, a row each."""
    left = set(names)
    rows: list[tuple[str, str]] = []
    for name, table in TABLES.items():
        if f"{name}.csv" in left:
            rows.append((f"`{name}.csv`", f"{table.title} : {table.description}"))
            left.discard(f"{name}.csv")
    for pattern, purpose in KINDS.items():
        found = sorted(name for name in left if fnmatchcase(name, pattern))
        left.difference_update(found)
        if found:
            rows.append((f"`{found[0] if len(found) == 1 else pattern}`", purpose))
    return _table(("fichier", "contenu"), [*rows, *((f"`{name}`", "") for name in sorted(left))])


def _making(dataset: Dataset, held: _Held) -> str:
    listed = ", ".join(_plural(held.findings[each], each) for each in Gravity if held.findings[each])
    names = {"\t": "une tabulation", "\r": "un retour chariot"}
    signs = [names.get(sign, f"`{sign}`") for sign in FORMULA_SIGNS]
    applied = (
        f"\n- {_plural(dataset.objections, 'opposition')} {_plural(dataset.objections, 'appliquée').split()[1]}."
    )
    return _MAKING.format(
        findings=f" ({listed})" if listed else "",
        signs=f"{', '.join(signs[:-1])} ou {signs[-1]}",
        people=_PEOPLE[dataset.edition],
        objections=applied if dataset.objections else "",
    )


def _attribution(programmes: Sequence[Programme]) -> str:
    if not programmes:
        return "Sans programme, il n'y a rien à attribuer.\n"
    lines = "".join(f"- {line}\n" for programme in programmes for line in _attribution_lines(programme))
    return f"Mention à reproduire avec toute réutilisation, programme par programme :\n\n{lines}"


def _attribution_lines(programme: Programme) -> Iterator[str]:
    source = ", ".join(filter(None, [_literal(programme.organiser), f"« {_literal(_name(programme))} »"]))
    days = f" ({_days(programme)})" if _days(programme) else ""
    licence = (
        f"licence {_literal(programme.licence)}"
        if programme.licence
        else "licence non précisée : à demander à l'organisateur avant toute réutilisation"
    )
    yield f"Source : {source}{days}, d'après {_literal(programme.file)} ; {licence}."
