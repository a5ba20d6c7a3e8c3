"""What changed between two editions: each session told once, the same from both sides."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from command import call
from editions import DAY, FORUM, edition, editions, item
from hypothesis import given, settings
from programmes import datasets, forum

from pipeline.comparison import COMPARISON, Change, ChangeKind, compare_editions, list_changes
from pipeline.comparison.pairs import Pairing, pair_editions
from pipeline.comparison.text import render_lines, render_table, summarise
from pipeline.document import Kind
from pipeline.errors import DatasetError, OutputError
from pipeline.export import Dataset, write_dataset
from pipeline.programme import Programme, Session, Status
from pipeline.tables import columns_of


def told(old: Any, new: Any) -> list[tuple[str, ...]]:
    """The changes between two lists of sessions, without what is empty."""
    rows = list_changes(compare_editions([edition(*old)], [edition(*new)]))
    shown = [(row.kind, row.field, row.before, row.after) for row in rows]
    return [tuple(str(value) for value in row if value) for row in shown]


def paired(old: Any, new: Any) -> set[tuple[str | None, str | None, Pairing | None]]:
    """The rooms of the sessions that were paired, and what by."""
    found = pair_editions([edition(*old)], [edition(*new)])
    return {
        (each.old.room if each.old else None, each.new.room if each.new else None, each.pairing) for each in found
    }


# Sessions


def test_a_session_of_one_edition_alone_is_added_or_removed() -> None:
    rive, eau = item("Habiter la rive"), item("Mesurer l'eau", "14:00")
    assert told([rive], [rive, eau]) == [("ajoutée",)]
    assert told([rive, eau], [rive]) == [("supprimée",)]


def test_another_day_hour_or_room_is_a_move_for_each_value() -> None:
    old = item("Habiter la rive", "10:00", room="Salle 1")
    new = item("Habiter la rive", "10:30", day=DAY + dt.timedelta(1), room="Salle 2")
    assert told([old], [new]) == [
        ("déplacée", "date", "2024-05-14", "2024-05-15"),
        ("déplacée", "heure_debut", "10:00", "10:30"),
        ("déplacée", "salle", "Salle 1", "Salle 2"),
    ]


def test_a_title_of_near_words_is_a_new_name_wherever_it_stands() -> None:
    renamed = ("renommée", "titre", "Habiter la rive", "Habiter la rive !")
    assert told([item("Habiter la rive")], [item("Habiter la rive !")]) == [renamed]
    moved = ("déplacée", "heure_debut", "10:00", "16:00")
    assert told([item("Habiter la rive")], [item("Habiter la rive !", "16:00")]) == [moved, renamed]


def test_another_title_in_the_same_slot_is_a_new_name_when_the_people_are_the_same() -> None:
    old, new = item("Habiter la rive", "10:00", "Léa Durand"), item("Eaux vives", "10:00", "Léa Durand")
    assert told([old], [new]) == [("renommée", "titre", "Habiter la rive", "Eaux vives")]
    apart = [("ajoutée",), ("supprimée",)]
    assert sorted(told([old], [item("Eaux vives", "10:00", "Omar Vasseur")])) == apart
    assert sorted(told([old], [item("Eaux vives", "11:00", "Léa Durand")])) == apart


def test_what_is_said_of_a_session_is_an_edit() -> None:
    old = item("Habiter la rive")
    new = old.model_copy(update={"status": Status.CANCELLED, "description": "Que faire ?"})
    assert told([old], [new]) == [
        ("modifiée", "statut", "annoncée", "annulée"),
        ("modifiée", "description", "Que faire ?"),
    ]


def test_order_on_the_page_is_no_change() -> None:
    rive, eau = item("Habiter la rive"), item("Mesurer l'eau")
    assert told([rive, eau], [eau, rive]) == []


# Pairs


def test_the_identifier_goes_before_likeness() -> None:
    stays, moves = item("Déjeuner", "12:00", room="1"), item("Déjeuner", "13:00", room="2")
    moved = item("Déjeuner", "12:10", room="3")
    assert paired([stays, moves], [moved, stays]) == {("1", "1", Pairing.IDENTIFIER), ("2", "3", Pairing.LIKENESS)}


def test_titles_that_recur_are_told_apart_by_their_hours() -> None:
    old = [item("Pause", "10:30", room="1"), item("Pause", "15:30", room="2")]
    new = [item("Pause", "15:45", room="2"), item("Pause", "10:45", room="1")]
    assert paired(old, new) == {("1", "1", Pairing.LIKENESS), ("2", "2", Pairing.LIKENESS)}


def test_days_that_all_move_keep_their_rank() -> None:
    days = [dt.date(2024, 5, 14), dt.date(2024, 5, 15), dt.date(2025, 6, 3), dt.date(2025, 6, 4)]
    old_1, old_2, new_1, new_2 = (item("Pause", "10:30", day=day, room=str(day.day % 2)) for day in days)
    found = pair_editions([edition(old_1, old_2)], [edition(new_2, new_1)])
    assert [(each.old and each.old.date, each.new and each.new.date) for each in found] == [
        (days[0], days[2]),
        (days[1], days[3]),
    ]


def test_a_pair_that_might_be_another_is_told_as_ambiguous_with_the_others() -> None:
    old = item("Atelier", "10:00", room="1")
    here, there = item("Atelier", "10:30", room="2"), item("Atelier", "10:30", room="3")
    there = there.model_copy(update={"session_id": f"{there.session_id}-2"})
    rows = list_changes(compare_editions([edition(old)], [edition(here, there)]))
    moved = next(row for row in rows if row.kind is ChangeKind.MOVED)
    assert moved.pairing is Pairing.AMBIGUOUS
    assert {moved.new_session, moved.new_rivals} == {here.session_id, there.session_id}
    assert moved.old_rivals is None
    assert "rapprochement ambigu" in "".join(render_lines(compare_editions([edition(old)], [edition(here, there)])))


def test_a_file_with_another_name_is_the_same_programme_when_it_shares_its_sessions() -> None:
    rive, eau = item("Habiter la rive"), item("Mesurer l'eau", "14:00")
    assert list_changes(compare_editions([edition(rive, eau)], [edition(rive, eau, identifier="forum-v2")])) == []


def test_two_programmes_that_share_little_are_not_mixed() -> None:
    lunch = item("Déjeuner", "12:00", kind=Kind.BREAK)
    old = [edition(item("Habiter la rive"), lunch)]
    new = [edition(item("Coudre une voile"), lunch, identifier="autre")]
    rows = list_changes(compare_editions(old, new))
    assert [row.kind for row in rows].count(ChangeKind.ADDED) == 2
    assert [row.kind for row in rows].count(ChangeKind.REMOVED) == 2


# People


def people(old: Session, new: Session) -> list[tuple[str | None, ...]]:
    rows = list_changes(compare_editions([edition(old)], [edition(new)]))
    return [(row.kind, row.field, row.old_person, row.new_person, row.before, row.after) for row in rows]


def test_people_come_and_go() -> None:
    old, new = item("Rive", "10:00", "Léa Durand", None), item("Rive", "10:00", "Omar Vasseur", None)
    assert people(old, new) == [
        ("intervenant retiré", None, "Léa Durand", None, None, None),
        ("intervenant ajouté", None, None, "Omar Vasseur", None, None),
    ]


def test_function_body_and_spelling_of_a_person_change() -> None:
    old = item("Rive", "10:00", ("Léa Durand", "Fabrique des rives"))
    (part,) = item("Rive", "10:00", ("Lea Durand", "Syndicat des digues")).interventions
    new = old.model_copy(update={"interventions": (part.model_copy(update={"role": "présidente"}),)})
    who = ("Léa Durand", "Lea Durand")
    assert people(old, new) == [
        ("intervenant modifié", "nom", *who, "Léa Durand", "Lea Durand"),
        ("intervenant modifié", "fonction", *who, "directrice", "présidente"),
        ("intervenant modifié", "organisation", *who, "Fabrique des rives", "Syndicat des digues"),
    ]


# Properties


def mirrored(rows: list[Change]) -> set[tuple[Any, ...]]:
    """The rows with their sides exchanged."""
    turned = {
        ChangeKind.ADDED: ChangeKind.REMOVED,
        ChangeKind.REMOVED: ChangeKind.ADDED,
        ChangeKind.JOINED: ChangeKind.LEFT,
        ChangeKind.LEFT: ChangeKind.JOINED,
    }
    sides = {"before": "after", **{f"old_{name}": f"new_{name}" for name in ("person", "title", "programme")}}
    sides |= {"old_session": "new_session", "old_rivals": "new_rivals"}
    sides |= {other: one for one, other in sides.items()}
    found = []
    for row in rows:
        values = {sides.get(name, name): getattr(row, name) for name in Change.model_fields}
        found.append(Change(**{**values, "kind": turned.get(row.kind, row.kind)}))
    return plain(found)


def plain(rows: list[Change]) -> set[tuple[Any, ...]]:
    return {tuple(row.model_dump().values()) for row in rows}


@given(datasets())
@settings(max_examples=40)
def test_a_dataset_compared_with_itself_gives_nothing(dataset: Dataset) -> None:
    compared = compare_editions(dataset.programmes, dataset.programmes)
    assert list_changes(compared) == []
    assert len(render_lines(compared)) == 1


@given(editions, editions)
@settings(max_examples=150)
def test_the_other_way_round_is_the_mirror_image(old: Programme, new: Programme) -> None:
    there, back = compare_editions([old], [new]), compare_editions([new], [old])
    assert mirrored(list_changes(there, unchanged=True)) == plain(list_changes(back, unchanged=True))


@given(datasets(), datasets())
@settings(max_examples=20)
def test_any_two_datasets_mirror_each_other(old: Dataset, new: Dataset) -> None:
    there, back = (compare_editions(a.programmes, b.programmes) for a, b in ((old, new), (new, old)))
    assert mirrored(list_changes(there)) == plain(list_changes(back))


@given(editions, editions)
@settings(max_examples=100)
def test_every_session_of_both_editions_is_in_exactly_one_group(old: Programme, new: Programme) -> None:
    rows = list_changes(compare_editions([old], [new]), unchanged=True)
    groups = {(row.group, row.old_session, row.new_session) for row in rows}
    assert [group for group, *_ in sorted(groups, key=lambda each: each[0])] == list(range(1, len(groups) + 1))
    for side, programme in ((1, old), (2, new)):
        ids = sorted(each.session_id for each in programme.sessions)
        assert sorted(str(group[side]) for group in groups if group[side]) == ids


@given(editions, editions)
@settings(max_examples=50)
def test_the_order_of_sessions_in_the_files_has_no_influence(old: Programme, new: Programme) -> None:
    turned = new.model_copy(update={"sessions": new.sessions[::-1]})
    assert list_changes(compare_editions([old], [turned])) == list_changes(compare_editions([old], [new]))


# Text


def test_the_text_names_each_session_with_its_changes() -> None:
    old = [item("Habiter la rive", "10:00", "Léa Durand"), item("Déjeuner", "12:00"), item("Voile", "16:00")]
    new = [item("Habiter la rive", "10:30", "Léa Durand", "Omar Vasseur"), old[1], item("Mesurer\nl'eau", "17:00")]
    assert render_lines(compare_editions([edition(*old)], [edition(*new)])) == [
        "2024-05-14 10:30 « Habiter la rive »",
        "  déplacée : heure de début « 10:00 » → « 10:30 »",
        "  intervenant ajouté : Omar Vasseur",
        "2024-05-14 16:00 « Voile »",
        "  supprimée",
        "2024-05-14 17:00 « Mesurer l'eau »",
        "  ajoutée",
        "3 sessions changées (1 ajoutée, 1 supprimée, 1 déplacée, 1 dont les intervenants changent), "
        "1 session inchangée.",
    ]


def test_the_table_has_a_row_for_each_change_and_takes_nothing_for_markup() -> None:
    compared = compare_editions([edition(item("[red]Rive"))], [edition(item("[red]Rive", room="[b]"))])
    table = render_table(compared)
    assert table.row_count == 1
    assert str(next(iter(table.columns[0].cells))) == "2024-05-14 10:00 « [red]Rive »"
    assert str(table.caption) == summarise(compared)


# Command


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two dataset folders: in the second the talk is in another room."""
    head, *tail = forum().sessions
    moved = forum().model_copy(update={"sessions": (head.model_copy(update={"room": "Salle 2"}), *tail)})
    write_dataset(Dataset((forum(),)), tmp_path / "old")
    write_dataset(Dataset((moved,)), tmp_path / "new")
    return tmp_path / "old", tmp_path / "new"


def test_the_command_writes_the_documented_columns_and_tells_the_changes(folders: tuple[Path, Path]) -> None:
    out = folders[0].parent / "comparaison.csv"
    called = call("compare", *folders, "--out", out)
    assert (called.code, called.out.splitlines()[1:3]) == (
        0,
        ["  déplacée : salle (rien) → « Salle 2 »", "1 session changée (1 déplacée), 2 sessions inchangées."],
    )
    first = out.read_bytes()
    (row,) = csv.DictReader(io.StringIO(first.decode("utf-8"), newline=""))
    assert list(row) == list(columns_of(COMPARISON.model).values())
    assert (row["changement"], row["champ"], row["avant"], row["apres"]) == ("déplacée", "salle", "", "Salle 2")
    assert call("compare", *folders, "--out", out).code == 0
    assert out.read_bytes() == first


def test_sessions_that_did_not_change_have_a_row_when_asked_for(folders: tuple[Path, Path]) -> None:
    out = folders[0].parent / "all.csv"
    assert call("compare", *folders, "--out", out, "--unchanged").code == 0
    assert [line.split(",")[:2] for line in out.read_text(encoding="utf-8").splitlines()[1:]] == [
        ["1", "déplacée"],
        ["2", "inchangée"],
        ["3", "inchangée"],
    ]


def test_folders_of_datasets_are_compared_as_one(folders: tuple[Path, Path]) -> None:
    old, new = folders
    pooled = old.parent / "editions"
    pooled.mkdir()
    new.rename(pooled / "forum")
    write_dataset(Dataset((forum("autre"),)), pooled / "autre")
    called = call("compare", old, pooled, "--out", old.parent / "c.csv")
    assert "(3 ajoutées, 1 déplacée)" in called.out
    write_dataset(Dataset((forum("autre"),)), pooled / "encore")
    refused = call("compare", old, pooled, "--out", old.parent / "c.csv")
    assert refused.code == DatasetError.exit_code
    assert "« autre » twice" in refused.err


def test_a_folder_without_dataset_and_a_file_that_cannot_be_written_are_refused(folders: tuple[Path, Path]) -> None:
    assert call("compare", folders[0].parent / "absent", folders[1]).code == DatasetError.exit_code
    called = call("compare", *folders, "--out", folders[0].parent / "none" / "c.csv")
    assert called.code == OutputError.exit_code


def test_every_column_is_described() -> None:
    assert all(field.title and field.description and field.examples for field in Change.model_fields.values())
    assert FORUM in str(Change.model_fields["old_programme"].examples)
