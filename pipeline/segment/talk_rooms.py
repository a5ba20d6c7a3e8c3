"""The room of a session for the talks that are held in it: « 11h–12h Session 1 (Salle 2) », « 11h Titre »."""

from collections.abc import Sequence

from pipeline.document import Kind, Segment
from pipeline.segment.talks import is_session_heading
from pipeline.times import Hours, find_hours


def with_rooms_of_sessions(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, talks without a room in that of the session above them whose hours hold theirs."""
    found: list[Segment] = []
    session: Segment | None = None
    for segment in segments:
        inside = session is not None and _holds(session, segment)
        if inside and session and segment.room is None and segment.kind is Kind.SESSION:
            segment = segment.model_copy(update={"room": session.room})
        elif not inside:
            session = segment if segment.room is not None and is_session_heading(segment) else None
        found.append(segment)
    return found


def _holds(session: Segment, talk: Segment) -> bool:
    """Whether a talk begins and ends within the printed hours of a session of its day."""
    whole, part = _hours_of(session), _hours_of(talk)
    if whole is None or part is None or talk.day != session.day or is_session_heading(talk):
        return False
    if whole.start is None or whole.end is None or part.start is None:
        return False
    return whole.start <= part.start < whole.end and (part.end is None or part.end <= whole.end)


def _hours_of(segment: Segment) -> Hours | None:
    found = find_hours(segment.hours.text) if segment.hours else ()
    return found[0] if found else None
