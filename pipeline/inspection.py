"""One session for the eye: what is published of it, and for each value the place and the words it comes from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.export.tables import plain
from pipeline.matching import fold
from pipeline.programme import Anomaly, Programme, Provenance, Session
from pipeline.tables import columns_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

# Told elsewhere in the view, or of no use to the eye.
_UNSEEN = frozenset({"session_id", "programme_id", "titre", "description", "debut", "fin"})


def find_session(programme: Programme, wanted: str) -> Session:
    """The session of a rank (« 12 »), of an identifier, or the only one with these words in its title.

    Raises:
        UsageError: there is none, or there are several.
    """
    words = fold(wanted)
    found = [each for each in programme.sessions if wanted in (str(each.order), each.session_id)]
    found = found or [each for each in programme.sessions if words and words in fold(each.title)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"No session is « {wanted} »: give its rank (1 to {len(programme.sessions)}) or its title.")
    listed = "; ".join(f"{each.order} « {each.title} »" for each in found)
    raise UsageError(f"« {wanted} » may be {len(found)} sessions: {listed}. Give the rank of one.")


def render_session(programme: Programme, session: Session) -> "RenderableType":
    """Values, people, description, evidence and findings of a session, in this order."""
    from rich.console import Group
    from rich.text import Text

    mine = {session.session_id, *(each.intervention_id for each in session.interventions)}
    evidence = [each for each in programme.provenances if each.identifier.partition("#")[0] in mine]
    findings = [each for each in programme.anomalies if each.session_id == session.session_id]
    parts: list[RenderableType] = [Text(f"{session.order}. {session.title}", style="bold"), _values(session)]
    if session.interventions:
        parts += [Text("\nIntervenants", style="bold"), _people(session)]
    if session.description:
        parts += [Text("\nDescription", style="bold"), Text(session.description)]
    parts += [Text("\nProvenances", style="bold"), _evidence(evidence)]
    if findings:
        parts += [Text("\nAnomalies", style="bold"), _findings(findings)]
    return Group(*parts)


def _grid(*titles: str) -> "Table":
    from rich.table import Table

    table = Table(box=None, show_header=any(titles), padding=(0, 2, 0, 0))
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def _values(session: Session) -> "Table":
    table = _grid("", "")
    for attribute, name in columns_of(Session).items():
        value = plain(getattr(session, attribute), name)
        if name not in _UNSEEN and value not in (None, ""):
            table.add_row(name, str(value))
    return table


def _people(session: Session) -> "Table":
    table = _grid("qualité", "nom", "fonction", "organisations", "")
    for each in session.interventions:
        name, bodies = each.name or each.collective or "", " | ".join(part.label for part in each.affiliations)
        table.add_row(each.capacity, name, each.role or "", bodies, "provisoire" if each.tentative else "")
    return table


def _evidence(places: Iterable[Provenance]) -> "Table":
    table = _grid("champ", "page", "x0", "y0", "x1", "y1", "texte imprimé", "méthode")
    for each in places:
        corners = (f"{corner:.0f}" for corner in (each.x0, each.y0, each.x1, each.y1))
        table.add_row(each.field, str(each.page), *corners, each.raw, each.method)
    return table


def _findings(findings: Iterable[Anomaly]) -> "Table":
    table = _grid("gravité", "code", "message")
    for each in findings:
        table.add_row(each.gravity, each.code, each.message)
    return table
