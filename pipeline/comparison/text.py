"""A comparison of two editions for people: lines of French text, or a table for the terminal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.comparison import ChangeKind, Compared, Difference
from pipeline.comparison.pairs import Pairing, SessionPair
from pipeline.export.readable import sound
from pipeline.programme import Intervention, Session

if TYPE_CHECKING:
    from rich.table import Table

_TITLES = {
    field.alias or name: (field.title or name).lower()
    for record in (Intervention, Session)
    for name, field in record.model_fields.items()
} | {"organisation": "organisation"}
# What is counted in the summary, in one and in several; a session may count several times.
_COUNTS: tuple[tuple[frozenset[ChangeKind], str, str], ...] = (
    (frozenset({ChangeKind.ADDED}), "ajoutée", "ajoutées"),
    (frozenset({ChangeKind.REMOVED}), "supprimée", "supprimées"),
    (frozenset({ChangeKind.MOVED}), "déplacée", "déplacées"),
    (frozenset({ChangeKind.RENAMED}), "renommée", "renommées"),
    (frozenset({ChangeKind.EDITED}), "modifiée", "modifiées"),
    (
        frozenset({ChangeKind.JOINED, ChangeKind.LEFT, ChangeKind.ALTERED}),
        "dont les intervenants changent",
        "dont les intervenants changent",
    ),
)


def summarise(compared: Sequence[Compared]) -> str:
    """One line of counts.

    Example: `"2 sessions changées (1 déplacée, 1 renommée), 40 sessions inchangées."`.
    """
    same = sum(not each.differences for each in compared)
    kept = f"{same} session{'s' * (same > 1)} inchangée{'s' * (same > 1)}"
    changed = len(compared) - same
    if not changed:
        return f"Aucune différence, {kept}."
    parts = []
    for kinds, one, several in _COUNTS:
        count = sum(any(found.kind in kinds for found in each.differences) for each in compared)
        parts += [f"{count} {several if count > 1 else one}"] if count else []
    doubtful = sum(each.pair.pairing is Pairing.AMBIGUOUS for each in compared)
    parts += [f"{doubtful} au rapprochement ambigu"] if doubtful else []
    plural = "s" * (changed > 1)
    return f"{changed} session{plural} changée{plural} ({', '.join(parts)}), {kept}."


def render_lines(compared: Sequence[Compared]) -> list[str]:
    """Each session that changed, with its changes below it, then the summary."""
    lines = []
    for each in compared:
        if each.differences:
            lines.append(_heading(each.pair))
            lines += [f"  {what}{' : ' if detail else ''}{detail}" for what, detail in _told(each)]
    return [*lines, summarise(compared)]


def render_table(compared: Sequence[Compared]) -> "Table":
    """The same as a table, with the summary below it."""
    from rich.table import Table
    from rich.text import Text

    table = Table("session", "changement", "détail", caption=Text(summarise(compared)), caption_justify="left")
    for each in compared:
        heading = _heading(each.pair) if each.differences else ""
        for what, detail in _told(each) if each.differences else ():
            table.add_row(Text(heading), Text(what), Text(detail))
            heading = ""
        table.add_section()
    return table


def _heading(pair: SessionPair) -> str:
    """The session as it stands in the new edition, or stood in the old one: `2024-05-14 10:00 « La rive »`."""
    session = pair.new or pair.old
    if session is None:
        raise ValueError("a pair has at least one session")
    start = session.start.isoformat(timespec="minutes") if session.start else ""
    words = (session.date.isoformat() if session.date else "sans date", start, f"« {_line(session.title)} »")
    return " ".join(word for word in words if word)


def _told(compared: Compared) -> Iterator[tuple[str, str]]:
    for found in compared.differences:
        yield str(found.kind), _detail(found)
    pair = compared.pair
    if pair.pairing is Pairing.AMBIGUOUS:
        rivals = [f"avant {name}" for name in pair.old_rivals] + [f"après {name}" for name in pair.new_rivals]
        yield "rapprochement ambigu", f"convenaient presque autant : {', '.join(rivals)}"


def _detail(found: Difference) -> str:
    name = found.new_person or found.old_person
    who = f"{_line(name)}" if name else ""
    if found.field is None:
        return who
    if found.field == "description":
        return _TITLES[found.field]
    told = f"{_TITLES[found.field]} {_value(found.before)} → {_value(found.after)}"
    return f"{who}, {told}" if who else told


def _value(text: str | None) -> str:
    return f"« {_line(text)} »" if text else "(rien)"


def _line(text: str) -> str:
    return " ".join(sound(text).split())
