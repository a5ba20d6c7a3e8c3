"""Invented gold, and the programme a perfect reader of it publishes."""

from collections.abc import Sequence
from typing import Any

from pipeline.document import Capacity
from pipeline.evaluate import Score, Scores, score_sessions
from pipeline.evaluate.gold import KINDS, GoldCollective, GoldPerson, GoldSession, as_gold
from pipeline.programme import Affiliation, Intervention, Programme, Session, Status

FRENCH_KINDS = {english: french for french, english in KINDS.items()}
DAY, NEXT_DAY = "2031-05-14", "2031-05-15"


def item(title: str = "Habiter la rive", **values: Any) -> GoldSession:
    return GoldSession.model_validate({"title": title, **values})


def person(name: str = "Léa Vaubrun", *organisations: str, **values: Any) -> GoldPerson:
    return GoldPerson.model_validate({"name": name, "organisations": organisations, **values})


def body(organisation: str = "Rivages", **values: Any) -> GoldCollective:
    return GoldCollective.model_validate({"organisation": organisation, **values})


def published_intervention(one: GoldPerson | GoldCollective, session_id: str, order: int) -> Intervention:
    identifier = f"{session_id}-{order}"
    named = isinstance(one, GoldPerson)
    labels = one.organisations if isinstance(one, GoldPerson) else [one.organisation]
    return Intervention(
        intervention_id=identifier,
        session_id=session_id,
        order=order,
        capacity=one.capacity or Capacity.INTERVENTION,
        name=one.name if isinstance(one, GoldPerson) else None,
        role=one.role if isinstance(one, GoldPerson) else None,
        collective=one.label if isinstance(one, GoldCollective) else None,
        tentative=one.tentative,
        quote="…" if named else labels[0],
        affiliations=tuple(
            Affiliation(intervention_id=identifier, order=rank, organisation_id=f"orga-{rank}", label=label)
            for rank, label in enumerate(labels, 1)
        ),
    )


def published(number: int, gold: GoldSession) -> Session:
    """The record a perfect reader publishes for a gold session."""
    session_id = f"forum-{number}"
    everybody: list[GoldPerson | GoldCollective] = [*gold.people, *gold.collectives]
    shared = gold.model_dump(
        include={"title", "subtitle", "format", "track", "room", "date", "start", "end", "printed_page"}
    )
    return Session(
        session_id=session_id,
        programme_id="forum",
        order=number,
        kind=FRENCH_KINDS[gold.kind],
        status=Status.ANNOUNCED,
        first_page=1,
        last_page=1,
        interventions=tuple(published_intervention(one, session_id, at) for at, one in enumerate(everybody, 1)),
        **shared,
    )


def programme(sessions: Sequence[GoldSession]) -> Programme:
    return Programme(
        programme_id="forum",
        timezone="Europe/Paris",
        language="fr",
        file="forum.pdf",
        sha256="0" * 64,
        pages=1,
        session_count=len(sessions),
        intervention_count=0,
        anomaly_count=0,
        sessions=tuple(published(number, gold) for number, gold in enumerate(sessions, 1)),
    )


def score(gold: Sequence[GoldSession], found: Sequence[GoldSession]) -> Scores:
    """The scores of what a perfect reader of `found` publishes, against `gold`."""
    return score_sessions(gold, [as_gold(session) for session in programme(found).sessions])


def counts(found: Score) -> tuple[int, int, int]:
    return found.support, found.found, found.right
