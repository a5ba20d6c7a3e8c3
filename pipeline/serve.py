"""A dataset in the browser: the review pages, and questions in SQL over its database, with Datasette as the engine.

Nothing can be changed: the database is opened as a file that never changes, and Datasette answers SELECT only.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import DatasetError, UsageError
from pipeline.export.datapackage import DESCRIPTOR, PACKAGE_NAME
from pipeline.export.schema import describe_columns
from pipeline.export.sqlite import DATABASE
from pipeline.tables import TABLES

if TYPE_CHECKING:
    from datasette.app import Datasette

PAGES_AT = "revue"
# Rows a page of a table shows, rows a question may give, and milliseconds it may take.
PAGE_ROWS, MOST_ROWS, MOST_TIME = 50, 10_000, 5_000

_QUESTIONS = {
    "programme": (
        "Le programme, jour par jour",
        "SELECT date, heure_debut, heure_fin, salle, titre, group_concat(DISTINCT personne) AS personnes"
        " FROM sessions_a_plat WHERE genre = 'session' GROUP BY session_id ORDER BY date, heure_debut, salle",
    ),
    "organisations": (
        "Les organisations, par nombre de sessions",
        "SELECT o.libelle, count(DISTINCT i.session_id) AS sessions FROM organisations o"
        " JOIN affiliations USING (organisation_id) JOIN interventions i USING (intervention_id)"
        " GROUP BY o.organisation_id ORDER BY sessions DESC, o.libelle",
    ),
    "ensemble": (
        "Qui intervient avec qui",
        "SELECT a.nom AS personne, b.nom AS avec, count(*) AS sessions FROM interventions a"
        " JOIN interventions b ON a.session_id = b.session_id AND a.personne_id < b.personne_id"
        " GROUP BY a.personne_id, b.personne_id ORDER BY sessions DESC, a.nom, b.nom",
    ),
    "a_regarder": (
        "Ce qu'une personne devrait regarder d'abord",
        "SELECT gravite, programme_id, page, code, message FROM anomalies"
        " ORDER BY CASE gravite WHEN 'erreur' THEN 0 WHEN 'avertissement' THEN 1 ELSE 2 END, programme_id, page",
    ),
}


def open_datasette(folder: Path, pages: Path | None = None) -> "Datasette":
    """Datasette over the database of a dataset folder; `.app()` is what a server runs.

    Args:
        folder: the dataset.
        pages: the folder of its review pages, served at `/revue/`.

    Raises:
        DatasetError: the folder holds no dataset with a database.
        UsageError: `pages` is no folder, or Datasette is not installed.
    """
    try:
        from datasette.app import Datasette
    except ImportError as error:
        raise UsageError("Serving needs Datasette: install programme-ouvert with the extra « serve ».") from error
    if not (folder / DATABASE).is_file():
        raise DatasetError(f"{folder} holds no dataset with a database ({DATABASE}).")
    if pages is not None and not pages.is_dir():
        raise UsageError(f"{pages} is not a folder of review pages.")
    return Datasette(
        immutables=[str(folder / DATABASE)],
        metadata=_describe(folder, pages is not None),
        static_mounts=[(PAGES_AT, str(pages))] if pages else [],
        settings={"default_page_size": PAGE_ROWS, "max_returned_rows": MOST_ROWS, "sql_time_limit_ms": MOST_TIME},
    )


def _describe(folder: Path, has_pages: bool) -> dict[str, Any]:
    """What Datasette says of the database: titles, columns and ready questions, in French."""
    try:
        package = json.loads((folder / DESCRIPTOR).read_bytes())
        title, description = str(package["title"]), str(package["description"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{folder / DESCRIPTOR} is not a descriptor that can be read.") from error
    pages = f"/{PAGES_AT}/index.html" if has_pages else None
    return {
        "title": title,
        "description": description,
        **({"source": "Pages de revue", "source_url": pages} if pages else {}),
        "databases": {
            PACKAGE_NAME: {
                "queries": {
                    name: {"title": heading, "sql": question} for name, (heading, question) in _QUESTIONS.items()
                },
                "tables": {
                    name: {
                        "title": table.title,
                        "description": table.description,
                        "columns": {column.name: column.description for column in describe_columns(table)},
                    }
                    for name, table in TABLES.items()
                },
            }
        },
    }
