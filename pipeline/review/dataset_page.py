"""The page of a dataset: figures, days, who takes part, and what to look at."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.export.tables import pool_records
from pipeline.programme import Programme, Session
from pipeline.review.network import link_organisations
from pipeline.review.render import render_page
from pipeline.review.timeline import draw_days
from pipeline.review.wording import count, hours, long_day
from pipeline.tables import TABLES

STYLES = ("ground.css", "dataset.css")
# How many people and organisations are listed; the tables have them all.
LISTED = 20
# How many pairs of organisations are told in words.
PAIRS = 15


class Ranked(NamedTuple):
    """Somebody, and in how many sessions."""

    label: str
    sessions: int


class Share(NamedTuple):
    """How many of the sessions have a value."""

    label: str
    filled: int


def render_dataset(programmes: Sequence[Programme], folder: Path, out: Path) -> bytes:
    """The index of the pages of a dataset.

    Args:
        programmes: those of the dataset.
        folder: where its tables lie.
        out: where the page will lie: links to the tables start from there.
    """
    items = [each for programme in programmes for each in programme.sessions]
    sessions = [each for each in items if each.kind == "session"]
    persons = pool_records([each for programme in programmes for each in programme.persons], "person_id", "name")
    bodies = pool_records(
        [each for programme in programmes for each in programme.organisations], "organisation_id", "label"
    )
    labels = {each.organisation_id: each.label for each in bodies}
    names = {each.person_id: each.name for each in persons}
    anomalies = Counter((each.gravity, each.code) for programme in programmes for each in programme.anomalies)
    return render_page(
        "dataset.html.j2",
        STYLES,
        (),
        programmes=programmes,
        titles={each.programme_id: each.title or each.file for each in programmes},
        figures=_figures(programmes, sessions, len(persons), len(bodies), sum(anomalies.values())),
        days=draw_days(items),
        undated=[each for each in items if each.date is None],
        people=_rank(([item.person_id for item in each.interventions] for each in items), names),
        organisations=_rank((_bodies(each) for each in items), labels),
        network=link_organisations((_bodies(each) for each in items), labels),
        pairs=PAIRS,
        quality=sorted(anomalies.items(), key=lambda item: (list(GRAVITIES).index(item[0][0]), -item[1], item[0][1])),
        shares=_shares(sessions),
        session_count=len(sessions),
        files=_files(programmes, folder, out),
        count=count,
        hours=hours,
        long_day=long_day,
    )


GRAVITIES = ("erreur", "avertissement", "information")


def _figures(
    programmes: Sequence[Programme], sessions: Sequence[Session], persons: int, bodies: int, anomalies: int
) -> list[tuple[int, str]]:
    days = {each.date for each in sessions if each.date}
    numbers = (len(programmes), len(days), len(sessions), sum(each.intervention_count for each in programmes))
    nouns = ("programme", "jour", "session", "intervention", "personne", "organisation", "anomalie")
    return [
        (number, noun + "s" * (number > 1))
        for number, noun in zip((*numbers, persons, bodies, anomalies), nouns, strict=True)
    ]


def _bodies(session: Session) -> list[str]:
    return [part.organisation_id for item in session.interventions for part in item.affiliations]


def _rank(sessions: Iterable[Iterable[str | None]], labels: dict[str, str]) -> list[Ranked]:
    """Those that appear in most sessions; each counts once a session."""
    found = Counter(key for present in sessions for key in set(present) if key)
    ranked = sorted(found.items(), key=lambda item: (-item[1], labels[item[0]]))
    return [Ranked(labels[key], number) for key, number in ranked[:LISTED]]


def _shares(sessions: Sequence[Session]) -> list[Share]:
    asked: dict[str, Any] = {
        "Jour": lambda each: each.date,
        "Heure de début": lambda each: each.start,
        "Heure de fin": lambda each: each.end,
        "Salle": lambda each: each.room,
        "Format": lambda each: each.format,
        "Description": lambda each: each.description,
        "Personne ou collectif": lambda each: each.interventions,
        "Organisation": _bodies,
    }
    return [Share(label, sum(bool(ask(each)) for each in sessions)) for label, ask in asked.items()]


def _files(programmes: Sequence[Programme], folder: Path, out: Path) -> list[tuple[str, str, str]]:
    """Tables, calendars and what describes them: address from the page, name, what it is; those that are there."""
    named = [(f"{name}.csv", table.description) for name, table in TABLES.items()]
    named += [
        (f"agendas/{each.programme_id}/programme.ics", f"Agenda : {each.title or each.file}") for each in programmes
    ]
    named += [
        ("programmes-evenements.sqlite", "Toutes les tables en une base SQLite."),
        ("LISEZMOI.md", "Présentation du jeu de données."),
        ("datapackage.json", "Description du jeu de données, lisible par une machine."),
    ]
    base = Path(os.path.relpath(folder.resolve(), out.resolve())).as_posix()
    return [(f"{base}/{name}", name, purpose) for name, purpose in named if (folder / name).is_file()]
