"""What changed between two editions: sessions added, removed, moved, renamed, and the people in them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from pipeline.columns import Record, column
from pipeline.comparison.pairs import Pairing, SessionPair, pair_editions, pair_equal, pair_symmetrically
from pipeline.matching import name_similarity, near_name, near_organisation, same_name, similarity
from pipeline.programme import Intervention, Programme, Session
from pipeline.tables import Table

COMPARISON_FILE = "comparaison.csv"


class ChangeKind(StrEnum):
    """What became of a session or of somebody in it."""

    ADDED = "ajoutée"
    REMOVED = "supprimée"
    MOVED = "déplacée"
    RENAMED = "renommée"
    EDITED = "modifiée"
    JOINED = "intervenant ajouté"
    LEFT = "intervenant retiré"
    ALTERED = "intervenant modifié"
    SAME = "inchangée"


class Change(Record):
    """One difference between two editions; the rows of one `groupe` are about one session."""

    group: int = column("groupe", "Groupe", "Numéro de la session comparée : le même sur toutes ses lignes.", 1, ge=1)
    kind: ChangeKind = column("changement", "Changement", "Ce qui a changé.", "déplacée")
    field: str | None = column(
        "champ", "Champ", "Colonne dont la valeur a changé ; vide pour un ajout ou un retrait.", "salle", default=None
    )
    before: str | None = column("avant", "Avant", "Valeur dans l'ancienne édition.", "Salle 2", default=None)
    after: str | None = column("apres", "Après", "Valeur dans la nouvelle édition.", "Salle 3", default=None)
    old_person: str | None = column(
        "intervenant_avant",
        "Intervenant avant",
        "Personne ou organisme concerné, tel que nommé dans l'ancienne édition.",
        "Léa Durand",
        default=None,
    )
    new_person: str | None = column(
        "intervenant_apres",
        "Intervenant après",
        "Personne ou organisme concerné, tel que nommé dans la nouvelle édition.",
        "Léa Durand",
        default=None,
    )
    old_title: str | None = column(
        "titre_avant",
        "Titre avant",
        "Titre dans l'ancienne édition ; vide pour une session ajoutée.",
        "Habiter la rive",
    )
    new_title: str | None = column(
        "titre_apres", "Titre après", "Titre dans la nouvelle édition ; vide pour une session supprimée.", "Habiter"
    )
    old_programme: str | None = column(
        "programme_avant", "Programme avant", "Programme de l'ancienne édition.", "forum-des-rives-2024"
    )
    new_programme: str | None = column(
        "programme_apres", "Programme après", "Programme de la nouvelle édition.", "forum-des-rives-2024-v2"
    )
    old_session: str | None = column(
        "session_avant",
        "Session avant",
        "Identifiant dans l'ancienne édition ; vide pour une session ajoutée.",
        "forum-des-rives-2024-5f2c81d09a3b",
    )
    new_session: str | None = column(
        "session_apres",
        "Session après",
        "Identifiant dans la nouvelle édition ; vide pour une session supprimée.",
        "forum-des-rives-2024-v2-0a77c3e1b2d4",
    )
    pairing: Pairing | None = column(
        "rapprochement",
        "Rapprochement",
        "Comment les deux sessions ont été reconnues pour la même : identifiant, ressemblance du titre et de "
        "l'horaire, ou ambigu quand une autre session convenait presque autant.",
        "identifiant",
        default=None,
    )
    old_rivals: str | None = column(
        "autres_avant",
        "Autres candidates avant",
        "Sessions de l'ancienne édition qui convenaient presque autant, séparées par « | ».",
        "forum-des-rives-2024-77a0b1c2d3e4",
        default=None,
    )
    new_rivals: str | None = column(
        "autres_apres",
        "Autres candidates après",
        "Sessions de la nouvelle édition qui convenaient presque autant, séparées par « | ».",
        "forum-des-rives-2024-v2-19f8e7d6c5b4",
        default=None,
    )


COMPARISON = Table(Change, "Comparaison", "Une différence entre deux éditions par ligne.")


class Difference(NamedTuple):
    """A value, or somebody, that is not the same on both sides."""

    kind: ChangeKind
    field: str | None = None
    before: str | None = None
    after: str | None = None
    old_person: str | None = None
    new_person: str | None = None


class Compared(NamedTuple):
    """A session of one or both editions with its differences; none for one that stayed as it was."""

    pair: SessionPair
    differences: tuple[Difference, ...]


_FIELDS = {
    **dict.fromkeys(("date", "start", "end", "room"), ChangeKind.MOVED),
    "title": ChangeKind.RENAMED,
    **dict.fromkeys(("subtitle", "kind", "format", "track", "status", "description"), ChangeKind.EDITED),
}
_PERSON_COLUMNS = ("nom", "collectif", "qualite", "fonction", "organisation", "provisoire")


def compare_editions(old: Sequence[Programme], new: Sequence[Programme]) -> list[Compared]:
    """Every session of both editions, once, with what changed in it.

    Example: `compare_editions(programmes, programmes)` → each session without any difference.
    """
    return [Compared(pair, tuple(_differences(pair))) for pair in pair_editions(old, new)]


def list_changes(compared: Sequence[Compared], unchanged: bool = False) -> list[Change]:
    """The rows of `comparaison.csv`; sessions that stayed as they were have one only with `unchanged`."""
    kept = [each for each in compared if each.differences or unchanged]
    return [
        _change(group, each.pair, difference)
        for group, each in enumerate(kept, 1)
        for difference in each.differences or (Difference(ChangeKind.SAME),)
    ]


def _change(group: int, pair: SessionPair, difference: Difference) -> Change:
    old, new = pair.old, pair.new
    return Change(
        group=group,
        **difference._asdict(),
        old_title=old.title if old else None,
        new_title=new.title if new else None,
        old_programme=old.programme_id if old else None,
        new_programme=new.programme_id if new else None,
        old_session=old.session_id if old else None,
        new_session=new.session_id if new else None,
        pairing=pair.pairing,
        old_rivals="|".join(pair.old_rivals) or None,
        new_rivals="|".join(pair.new_rivals) or None,
    )


def _differences(pair: SessionPair) -> Iterator[Difference]:
    if not pair.old or not pair.new:
        yield Difference(ChangeKind.REMOVED if pair.old else ChangeKind.ADDED)
        return
    for field, kind in _FIELDS.items():
        before, after = _shown(getattr(pair.old, field)), _shown(getattr(pair.new, field))
        if before != after:
            yield Difference(kind, Session.model_fields[field].alias, before, after)
    yield from sorted(_people(pair.old, pair.new), key=_readable_order)


def _readable_order(found: Difference) -> tuple[str | int, ...]:
    """By name, whichever side it is on, then by field."""
    names = sorted({found.old_person or "", found.new_person or ""} - {""})
    rank = _PERSON_COLUMNS.index(found.field) if found.field else -1
    return "|".join(names), rank, *sorted((found.before or "", found.after or ""))


def _shown(value: object) -> str | None:
    """A value as the tables print it; an empty text is as good as none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    return None if value is None else str(value) or None


class _Part(NamedTuple):
    """Somebody in a session: the values that are compared."""

    name: str | None
    collective: str | None
    capacity: str | None
    role: str | None
    organisation: str | None
    tentative: str | None

    @property
    def called(self) -> str | None:
        """The name, or the printed words of a body."""
        return self.name or self.collective


def _part(found: Intervention) -> _Part:
    return _Part(
        name=_shown(found.name),
        collective=_shown(found.collective),
        capacity=_shown(found.capacity),
        role=_shown(found.role),
        organisation="|".join(each.label for each in found.affiliations) or None,
        tentative=_shown(found.tentative),
    )


def _people(old: Session, new: Session) -> Iterator[Difference]:
    _, left, right = pair_equal(map(_part, old.interventions), map(_part, new.interventions), lambda each: each)
    for one, other in pair_symmetrically(left, right, _likeness, repr):
        if one and other:
            for name, before, after in zip(_PERSON_COLUMNS, one, other, strict=True):
                if before != after:
                    yield Difference(ChangeKind.ALTERED, name, before, after, one.called, other.called)
        elif one:
            yield Difference(ChangeKind.LEFT, old_person=one.called)
        elif other:
            yield Difference(ChangeKind.JOINED, new_person=other.called)


def _likeness(one: _Part, other: _Part) -> float:
    """Whether two parts are of one person or body, and how many of their values are the same."""
    same = sum(left == right for left, right in zip(one, other, strict=True)) / len(one)
    if one.name and other.name and near_name(one.name, other.name):
        return same + (2.0 if same_name(one.name, other.name) else name_similarity(one.name, other.name))
    if one.name or other.name:
        return 0.0
    left, right = one.called or "", other.called or ""
    return 1 + similarity(left, right) + same if near_organisation(left, right) else 0.0
