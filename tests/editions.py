"""Two editions of one invented programme, with identifiers made from what is printed as in a run."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from programmes import intervention, programme, session

from pipeline.ids import session_id
from pipeline.programme import Programme, Session

FORUM = "forum-des-rives-2024"
DAY = dt.date(2024, 5, 14)
PARIS = ZoneInfo("Europe/Paris")
TITLES = ("Habiter la rive", "Habiter la rive !", "Habiter les rives", "Déjeuner", "Mesurer l'eau", "***")
NAMES = (None, "Léa Durand", "Lea Durand", "Omar Vasseur")


def item(title: str, hour: str | None = "10:00", *people: Any, day: dt.date | None = DAY, **changes: Any) -> Session:
    """A session of the forum: `people` are names, or (name, body, …)."""
    start = dt.time.fromisoformat(hour) if hour else None
    identifier = session_id(FORUM, day, start, title)
    parts = [(who,) if isinstance(who, str | None) else who for who in people]
    made = session(
        identifier, FORUM, 1, title, *(intervention(identifier, n, *who) for n, who in enumerate(parts, 1))
    )
    begins = dt.datetime.combine(day, start, PARIS) if day and start else None
    return made.model_copy(update={"date": day, "start": start, "begins": begins, **changes})


def edition(*items: Session, identifier: str = FORUM, **changes: Any) -> Programme:
    """The forum with these sessions, in order; under another `identifier`, all ids are made from it."""
    renamed = [
        each.model_copy(
            update={
                "order": order,
                "programme_id": identifier,
                "session_id": each.session_id.replace(FORUM, identifier, 1),
            }
        )
        for order, each in enumerate(items, 1)
    ]
    return programme(identifier, *renamed).model_copy(update=changes)


@st.composite
def items(draw: st.DrawFn) -> Session:
    people = draw(st.lists(st.sampled_from(NAMES), max_size=2))
    return item(
        draw(st.sampled_from(TITLES)),
        draw(st.sampled_from((None, "10:00", "10:10", "14:00"))),
        *people,
        day=draw(st.sampled_from((None, DAY, DAY + dt.timedelta(1)))),
        room=draw(st.sampled_from((None, "Salle 1", "Salle 2"))),
    )


editions = st.lists(items(), max_size=7, unique_by=lambda each: each.session_id).map(lambda found: edition(*found))
