"""Gold: what a person read in a programme, and the published sessions brought into the same shape.

A gold file is a JSON list of sessions in reading order, strings as printed:

    [{"title": "Habiter la rive", "subtitle": null, "kind": "session",
      "date": "2024-05-14", "start": "10:00", "end": "11:30", "room": "Salle 2",
      "track": null, "format": "table ronde", "printed_page": 6,
      "people": [{"name": "Léa Durand", "role": "directrice", "organisations": ["Fabrique des rives"],
                  "capacity": "animation", "tentative": false}],
      "collectives": [{"organisation": "Rivages", "label": "l'équipe de Rivages",
                       "accepted": ["Rivages"], "optional": true}]}]

Only `title` is required. A key that is absent is not scored; `null` says that nothing is printed.
`kind` is session (default), break or logistics. `accepted` are other right names of a body; what is
`optional` is right if found and no miss if not.
"""

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import Field, TypeAdapter, ValidationError

from pipeline.document import Capacity, Frozen, Kind
from pipeline.errors import DatasetError, GoldError
from pipeline.matching import fold
from pipeline.programme import Intervention, Programme, Session

GoldKind = Literal["session", "break", "logistics"]
KINDS: dict[Kind, GoldKind] = {Kind.SESSION: "session", Kind.BREAK: "break", Kind.LOGISTICS: "logistics"}


class GoldPerson(Frozen):
    """A person in a session; `organisations` from the most specific on."""

    name: str = Field(min_length=1)
    role: str | None = None
    organisations: tuple[str, ...] = ()
    capacity: Capacity | None = None
    tentative: bool = False
    optional: bool = False


class GoldCollective(Frozen):
    """A body that takes part without a named person; `label` is what is printed."""

    organisation: str
    label: str | None = None
    capacity: Capacity | None = None
    tentative: bool = False
    accepted: tuple[str, ...] = ()
    optional: bool = False

    @property
    def printed(self) -> str:
        """What stands on the page."""
        return self.label or self.organisation

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the body without the printed words around them."""
        return (self.organisation, *self.accepted)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form one of which suffices."""
        return self.names if self.label is None else (*self.names, self.label)


class GoldSession(Frozen):
    """An item of a programme as a person read it."""

    title: str = Field(min_length=1)
    subtitle: str | None = None
    kind: GoldKind = "session"
    date: dt.date | None = None
    half_day: str | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    printed_page: str | None = Field(default=None, coerce_numbers_to_str=True)
    index_title: str | None = None
    format: str | None = None
    room: str | None = None
    track: str | None = None
    people: tuple[GoldPerson, ...] = ()
    collectives: tuple[GoldCollective, ...] = ()
    page: int | None = None
    quote: str | None = None
    note: str | None = None


def read_gold(path: Path) -> tuple[GoldSession, ...]:
    """Read a gold file.

    Raises:
        GoldError: the file cannot be read, is no JSON list, or a session has an unknown key or a wrong value.
    """
    try:
        return TypeAdapter(tuple[GoldSession, ...]).validate_json(path.read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        number, *key = first["loc"] or ("",)
        place = f"session {number + 1}, " if isinstance(number, int) else ""
        named = f"key « {'.'.join(str(part) for part in key)} »: " if key else ""
        raise GoldError(f"{path}: {place}{named}{first['msg']}.") from error


def find_programme(gold: Path, folder: Path, programme_id: str | None = None, *, alone: bool = True) -> Path:
    """The programme of a dataset that a gold file belongs to.

    It is `programme_id` if given, else the only programme there is, else the one named like the gold file,
    else the one named like the folder the gold file is in.

    Args:
        gold: The gold file; `forum-2024/gold-mardi.json` belongs to the programme `forum-2024`.
        folder: The dataset folder, with `programmes/<id>.json`.
        programme_id: The id when names do not tell it.
        alone: Whether this is the only gold file; one programme cannot belong to several by default.

    Raises:
        DatasetError: there is no programme in the folder.
        GoldError: no programme has such a name; the message names those there are.
    """
    candidates = sorted((folder / "programmes").glob("*.json"))
    if not candidates:
        raise DatasetError(f"{folder}: no programme in « programmes ».")
    if programme_id is None and alone and len(candidates) == 1:
        return candidates[0]
    names = [programme_id] if programme_id is not None else [gold.stem, gold.resolve().parent.name]
    for name in names:
        for candidate in candidates:
            if fold(candidate.stem) == fold(name):
                return candidate
    asked, known = " or ".join(f"« {name} »" for name in names), ", ".join(path.stem for path in candidates)
    raise GoldError(f"{gold.name}: no programme {asked} in « {folder.name} »; there are: {known}.")


def read_sessions(path: Path) -> tuple[GoldSession, ...]:
    """The sessions of a published `programmes/<id>.json` in the shape of gold.

    Raises:
        DatasetError: the file cannot be read or is no published programme.
    """
    try:
        programme = Programme.model_validate_json(path.read_bytes())
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DatasetError(f"{path}: no published programme, « {where} »: {first['msg']}.") from error
    return tuple(as_gold(session) for session in programme.sessions)


def as_gold(session: Session) -> GoldSession:
    """A published session in the shape of gold, so that equals are compared."""
    return GoldSession(
        title=session.title,
        subtitle=session.subtitle,
        kind=KINDS[session.kind],
        date=session.date,
        start=session.start,
        end=session.end,
        printed_page=session.printed_page,
        format=session.format,
        room=session.room,
        track=session.track,
        people=tuple(_person(each, each.name) for each in session.interventions if each.name),
        collectives=tuple(_collective(each) for each in session.interventions if not each.name),
    )


def _person(intervention: Intervention, name: str) -> GoldPerson:
    return GoldPerson(
        name=name,
        role=intervention.role,
        organisations=tuple(affiliation.label for affiliation in intervention.affiliations),
        capacity=intervention.capacity,
        tentative=intervention.tentative,
    )


def _collective(intervention: Intervention) -> GoldCollective:
    labels = tuple(affiliation.label for affiliation in intervention.affiliations)
    printed = intervention.collective or intervention.quote
    return GoldCollective(
        organisation=labels[0] if labels else printed,
        label=intervention.collective,
        capacity=intervention.capacity,
        tentative=intervention.tentative,
        accepted=labels[1:],
    )
