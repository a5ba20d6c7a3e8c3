"""Corrections are replayed on what was read, with all that follows from them, or the run ends."""

import csv
import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from command import call
from hypothesis import given
from hypothesis import strategies as st
from runs import RAW

from pipeline.check import CODES
from pipeline.corrections.cells import SESSION_CELLS, parse_clock, parse_day
from pipeline.corrections.file import COLUMNS, Correction, find_corrections, read_corrections
from pipeline.corrections.replay import correct_programmes
from pipeline.document import Capacity, Kind
from pipeline.errors import CorrectionError
from pipeline.ids import person_id
from pipeline.programme import Intervention, Programme, Session
from pipeline.run import run_document
from pipeline.tagger import no_tagger

HEADER = ",".join(COLUMNS)
FORUM = "forum-des-rives-2024"
PERSON = "Anne-Laure Keriven"
LAST = "Inès Baradji"


@cache
def forum() -> Programme:
    return run_document(RAW / f"{FORUM}.pdf", no_tagger)


def session_of(programme: Programme, number: int = 0) -> Session:
    return programme.sessions[number]


def told(
    field: str,
    old: str,
    new: str,
    session: Session | None = None,
    item: Intervention | str | None = None,
    line: int = 2,
) -> Correction:
    identifier = item.intervention_id if isinstance(item, Intervention) else item or ""
    home = session.session_id if session else ""
    return Correction(
        FORUM, home, identifier, field, old, new, "rédaction", "erratum", f"corrections.csv, line {line}"
    )


def corrected(*corrections: Correction) -> Programme:
    (programme,) = correct_programmes([forum()], corrections)
    return programme


def named(programme: Programme, name: str) -> Intervention:
    return next(item for each in programme.sessions for item in each.interventions if item.name == name)


def home_of(programme: Programme, item: Intervention) -> Session:
    return next(each for each in programme.sessions if each.session_id == item.session_id)


def codes_of(programme: Programme, session: Session) -> set[str]:
    return {found.code for found in programme.anomalies if found.session_id == session.session_id}


# Sessions


def test_without_corrections_a_programme_is_left_as_it_is() -> None:
    assert correct_programmes([forum()], []) == (forum(),)


@pytest.mark.parametrize(
    ("field", "new", "value"),
    [
        ("sous_titre", "Sur la rive", "Sur la rive"),
        ("salle", " Salle   2 ", "Salle 2"),
        ("parcours", "Sobriété", "Sobriété"),
        ("format", "table ronde", "table ronde"),
        ("genre", "pause", Kind.BREAK),
        ("statut", "annulée", "annulée"),
        ("titre_lisible", "Habiter", "Habiter"),
        ("description", "Un.\n\n Deux. ", "Un.\nDeux."),
        ("page_imprimee", "6", "6"),
    ],
)
def test_a_cell_of_a_session_is_corrected_and_its_identifier_stays(field: str, new: str, value: object) -> None:
    session = session_of(forum())
    attribute = SESSION_CELLS[field].attribute
    old = getattr(session, attribute)
    after = session_of(corrected(told(field, str(old or ""), new, session)))
    assert getattr(after, attribute) == value
    assert after.session_id == session.session_id


def test_moments_and_length_follow_from_corrected_hours() -> None:
    session = session_of(forum())
    assert session.start and session.end and session.date
    after = session_of(
        corrected(
            told("heure_debut", session.start.isoformat("minutes"), "14h", session),
            told("heure_fin", session.end.isoformat("minutes"), "15:45", session, line=3),
            told("date", session.date.isoformat(), "16/05/2024", session, line=4),
        )
    )
    assert (after.date, after.start, after.end) == (dt.date(2024, 5, 16), dt.time(14), dt.time(15, 45))
    assert after.begins and after.begins.isoformat() == "2024-05-16T14:00:00+02:00"
    assert after.ends and after.ends.isoformat() == "2024-05-16T15:45:00+02:00"
    assert (after.minutes, after.half_day) == (105, "après-midi")


def test_an_evening_ends_the_day_after() -> None:
    session = session_of(forum())
    assert session.start and session.end
    after = session_of(
        corrected(
            told("heure_debut", f"{session.start:%H:%M}", "22h30", session),
            told("heure_fin", f"{session.end:%H:%M}", "1h", session, line=3),
        )
    )
    assert after.minutes == 150
    assert after.ends and after.begins and after.ends.date() == after.begins.date() + dt.timedelta(days=1)


def test_the_days_of_a_programme_follow_from_its_sessions() -> None:
    last = session_of(forum(), -1)
    assert corrected(told("date", str(last.date), "2024-06-01", last)).end_date == dt.date(2024, 6, 1)


def test_the_title_to_read_follows_from_the_title() -> None:
    session = session_of(forum(), 1)
    after = session_of(corrected(told("titre", session.title, "QUI PREND SOIN DU RGPD ?", session)), 1)
    assert (after.title, after.readable_title) == ("QUI PREND SOIN DU RGPD ?", "Qui prend soin du RGPD ?")


def test_a_removed_session_is_gone_with_its_findings_but_not_its_printed_text() -> None:
    session = next(each for each in forum().sessions if codes_of(forum(), each))
    after = corrected(told("titre", session.title, "", session))
    assert session.session_id not in {each.session_id for each in after.sessions}
    assert after.session_count == forum().session_count - 1
    assert after.intervention_count == forum().intervention_count - len(session.interventions)
    assert not codes_of(after, session)
    assert sorted(row.raw for row in after.provenances) == sorted(row.raw for row in forum().provenances)


def test_corrections_of_one_cell_are_chained_in_their_order() -> None:
    session = session_of(forum())
    after = corrected(
        told("salle", session.room or "", "Salle 2", session), told("salle", "Salle 2", "Salle 3", session, line=3)
    )
    assert session_of(after).room == "Salle 3"


def test_cells_of_the_programme_are_corrected() -> None:
    after = corrected(told("lieu", "", "Rivehaute"), told("titre", forum().title or "", "Forum des rives"))
    assert (after.place, after.title) == ("Rivehaute", "Forum des rives")


# People and bodies


def test_a_corrected_name_has_its_own_record() -> None:
    item = named(forum(), LAST)
    after = corrected(told("nom", LAST, "Inès Baradjy", home_of(forum(), item), item))
    found = named(after, "Inès Baradjy")
    assert (found.intervention_id, found.person_id) == (item.intervention_id, person_id("Inès Baradjy"))
    records = {person.person_id: person for person in after.persons}
    assert item.person_id not in records
    record = records[person_id("Inès Baradjy")]
    assert (record.name, record.first_name, record.last_name, record.appearances) == (
        "Inès Baradjy",
        "Inès",
        "Baradjy",
        1,
    )


def test_a_person_is_counted_where_a_correction_names_her_again() -> None:
    item = named(forum(), LAST)
    after = corrected(told("nom", LAST, PERSON, home_of(forum(), item), item))
    before = next(person for person in forum().persons if person.name == PERSON)
    assert next(p for p in after.persons if p.name == PERSON).appearances == before.appearances + 1


def test_another_spelling_of_a_name_is_published_and_the_read_one_stays_a_variant() -> None:
    item = named(forum(), LAST)
    after = corrected(told("nom", LAST, "Ines Baradji", home_of(forum(), item), item))
    record = next(person for person in after.persons if person.person_id == item.person_id)
    assert (record.name, record.variants, record.appearances) == ("Ines Baradji", LAST, 1)


def test_the_function_and_capacity_of_a_person_are_corrected() -> None:
    item = named(forum(), LAST)
    session = home_of(forum(), item)
    found = named(
        corrected(
            told("fonction", item.role or "", "", session, item),
            told("qualite", item.capacity, "modération", session, item),
            told("provisoire", "false", "VRAI", session, item),
        ),
        LAST,
    )
    assert (found.role, found.capacity, found.tentative) == (None, Capacity.MODERATION, True)


def test_corrected_organisations_have_records_and_those_left_without_anybody_go() -> None:
    item = named(forum(), LAST)
    (old,) = (each.label for each in item.affiliations)
    after = corrected(
        told("organisations", old, "Office des rives douces (ORD) | Ville de Lens", home_of(forum(), item), item)
    )
    found = named(after, LAST)
    assert [each.label for each in found.affiliations] == ["Office des rives douces", "Ville de Lens"]
    assert [each.order for each in found.affiliations] == [1, 2]
    records = {body.organisation_id: body for body in after.organisations}
    assert {each.organisation_id for each in found.affiliations} <= records.keys()
    assert records[found.affiliations[0].organisation_id].acronym == "ORD"
    assert old not in {body.label for body in after.organisations}
    assert all(body.appearances > 0 for body in after.organisations)


def test_somebody_is_added_without_a_place_and_can_be_described_by_the_next_lines() -> None:
    session = session_of(forum(), -1)
    first = corrected(told("nom", "", "Léa Durand", session))
    added = named(first, "Léa Durand")
    assert added.order == max(item.order for item in session.interventions) + 1
    assert (added.quote, first.intervention_count) == ("", forum().intervention_count + 1)
    assert {row.identifier for row in first.provenances} == {row.identifier for row in forum().provenances}
    after = corrected(
        told("nom", "", "Léa Durand", session),
        told("fonction", "", "maire", session, added.intervention_id),
        told("organisations", "", "Ville de Lens", session, added.intervention_id),
    )
    assert [each.label for each in named(after, "Léa Durand").affiliations] == ["Ville de Lens"]


def test_somebody_is_removed_and_the_finding_that_nobody_is_named_comes() -> None:
    session = next(each for each in forum().sessions if len(each.interventions) > 1)
    lines = [
        told("nom" if item.name else "collectif", item.name or item.collective or "", "", session, item)
        for item in session.interventions
    ]
    after = corrected(*lines)
    assert "sans_intervenant" in codes_of(after, session)
    assert len(after.persons) < len(forum().persons)


def test_a_body_alone_is_added_and_corrected() -> None:
    session = session_of(forum())
    first = corrected(told("collectif", "", "l'équipe du pont", session))
    (added,) = (item for item in session_of(first).interventions if item.collective == "l'équipe du pont")
    again = told("collectif", "l'équipe du pont", "l'équipe des ponts", session, added.intervention_id, line=3)
    after = session_of(corrected(told("collectif", "", "l'équipe du pont", session), again))
    assert after.interventions[-1].collective == "l'équipe des ponts"


# Findings


def test_an_hour_that_is_given_settles_the_finding_that_there_is_none() -> None:
    session = session_of(forum())
    assert session.start and session.end
    without = [
        told("heure_debut", f"{session.start:%H:%M}", "", session),
        told("heure_fin", f"{session.end:%H:%M}", "", session),
    ]
    assert "heure_absente" in codes_of(corrected(*without), session)
    (bare,) = correct_programmes([forum()], without)
    (after,) = correct_programmes([bare], [told("heure_debut", "", "9h30", session)])
    assert "heure_absente" not in codes_of(after, session)
    assert after.anomaly_count == len(after.anomalies)


def test_an_end_before_its_start_is_found() -> None:
    session = session_of(forum())
    assert session.end and session.start and session.start.hour > 8
    after = corrected(told("heure_fin", f"{session.end:%H:%M}", "08:30", session))
    assert "fin_avant_debut" in codes_of(after, session)
    assert (session_of(after).ends, session_of(after).minutes) == (None, None)


def test_findings_about_other_sessions_stay() -> None:
    session = next(each for each in forum().sessions if not codes_of(forum(), each))
    after = corrected(told("salle", session.room or "", "Salle 9", session))
    assert after.anomalies == forum().anomalies


def test_a_contact_in_a_correction_is_masked_and_told() -> None:
    session = session_of(forum())
    line = told("salle", session.room or "", "Salle 2, lea@rives.example", session)
    after = corrected(line)
    assert session_of(after).room == "Salle 2, [masqué]"
    assert "donnee_personnelle_masquee" in codes_of(after, session)
    assert line.row.new == "Salle 2, [masqué]"


def test_every_settled_code_is_one_of_the_codes() -> None:
    from pipeline import check

    assert set().union(*check._SETTLED.values(), check._RETOLD, check._RETOLD_OF_ALL) <= CODES.keys()


# Places


def test_a_corrected_cell_keeps_its_place_and_tells_who_corrected_it() -> None:
    session = session_of(forum())
    after = corrected(told("titre", session.title, "Habiter", session))
    rows = [row for row in after.provenances if (row.identifier, row.field) == (session.session_id, "titre")]
    before = [row for row in forum().provenances if (row.identifier, row.field) == (session.session_id, "titre")]
    assert {row.method for row in rows} == {"correction (rédaction)"}
    assert [row.raw for row in rows] == [row.raw for row in before]
    assert [(row.x0, row.y0) for row in rows] == [(row.x0, row.y0) for row in before]


def test_a_body_that_stays_takes_its_place_along_and_a_dropped_one_leaves_it_to_the_intervention() -> None:
    item = next(i for each in forum().sessions for i in each.interventions if len(i.affiliations) > 1)
    first, *rest = (each.label for each in item.affiliations)
    after = corrected(
        told("organisations", " | ".join([first, *rest]), " | ".join(rest), home_of(forum(), item), item)
    )
    key = item.intervention_id
    places = {
        (row.table, row.identifier, row.field): row for row in after.provenances if row.identifier.startswith(key)
    }
    assert places["affiliations", f"{key}#1", "organisation_id"].method == "texte après le nom"
    assert places["interventions", key, "organisations"].method == "correction (rédaction)"
    assert len(after.provenances) == len(forum().provenances)


# What does not fit


def refusal(*corrections: Correction) -> str:
    with pytest.raises(CorrectionError) as caught:
        corrected(*corrections)
    return str(caught.value)


def test_another_value_than_the_expected_one_ends_the_run() -> None:
    message = refusal(told("titre", "Autre titre", "Habiter", session_of(forum())))
    assert "corrections.csv, line 2" in message
    assert "« Autre titre » was expected" in message
    assert f"« {session_of(forum()).title} » stands there now" in message
    assert "mend or delete" in message


def test_contradictory_corrections_end_the_run_and_name_each_other() -> None:
    session = session_of(forum())
    old = session.room or ""
    message = refusal(told("salle", old, "A1", session), told("salle", old, "B2", session, line=3))
    assert "line 3" in message
    assert "« A1 » stands there now, by corrections.csv, line 2" in message


def test_a_cell_of_a_removed_session_ends_the_run_and_names_the_removal() -> None:
    session = session_of(forum())
    message = refusal(told("titre", session.title, "", session), told("salle", "", "A1", session, line=3))
    assert "corrections.csv, line 2 removes it" in message


@pytest.mark.parametrize(
    ("correction", "part"),
    [
        (told("titre", "a", "b")._replace(programme_id="autre"), "no programme « autre » in this run"),
        (told("titre", "a", "b")._replace(session_id="autre"), "no session « autre »"),
        (told("nom", "a", "b", session_of(forum()), "autre"), "no intervention « autre »"),
        (told("duree_minutes", "90", "80", session_of(forum())), "« duree_minutes » cannot be corrected here"),
        (told("heure_debut", "10:00", "25h", session_of(forum(), 1)), "« 25h » is no hour"),
        (told("date", "2024-05-14", "31/02/2024", session_of(forum(), 1)), "« 31/02/2024 » is no day"),
        (told("genre", "session", "atelier", session_of(forum())), "none of session, pause, logistique"),
        (told("statut", "annoncée", "", session_of(forum())), "none of annoncée"),
        (told("titre_lisible", session_of(forum()).readable_title, "", session_of(forum())), "cannot be empty"),
        (told("nom", "Léa Durand", "Léa Durant", session_of(forum())), "give its intervention_id"),
        (told("nom", "", PERSON, session_of(forum())), "already takes part"),
        (told("collectif", "", "x", session_of(forum()), named(forum(), PERSON)), "remove the one and add the other"),
    ],
)
def test_what_does_not_fit_is_told(correction: Correction, part: str) -> None:
    assert part in refusal(correction)


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)), st.dates(dt.date(1950, 1, 1)))
def test_hours_and_days_are_read_as_printed_and_as_written_in_french(time: dt.time, day: dt.date) -> None:
    assert parse_clock(f"{time:%H:%M}") == parse_clock(f"{time.hour}h{time:%M}") == time
    assert parse_day(day.isoformat()) == parse_day(f"{day.day}/{day.month:02}/{day.year:04}") == day


# Files


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("sign", [",", ";"])
def test_files_of_spreadsheets_are_read(tmp_path: Path, sign: str, encoding: str) -> None:
    lines = [HEADER.replace(",", sign), sign.join(["p", "s", "", "salle", "", " Salle 2 ", "Léa", ""]), sign * 7]
    (found,) = read_corrections([write(tmp_path / "c.csv", *lines, encoding=encoding)])
    assert found == Correction("p", "s", "", "salle", "", "Salle 2", "Léa", "", f"{tmp_path / 'c.csv'}, line 2")


def test_a_line_is_counted_in_lines_of_the_file(tmp_path: Path) -> None:
    lines = [HEADER, 'p,s,,description,"un', 'deux",trois,Léa,', "p,s,,salle,,A,Léa,"]
    first, second = read_corrections([write(tmp_path / "c.csv", *lines)])
    assert (first.old, first.place[-6:], second.place[-6:]) == ("un\ndeux", "line 2", "line 4")


@pytest.mark.parametrize(
    ("lines", "part"),
    [
        (["session_id,champ"], "its first line is not"),
        ([HEADER, "p,s,,salle,a"], "line 2: 5 cells where 8 are needed"),
        ([HEADER, "p,s,,salle,a,b,,"], "line 2: auteur is empty"),
        ([HEADER, "p,,i,nom,a,b,Léa,"], "intervention_id without session_id"),
        ([HEADER, 'p,s,,salle,"a,b,Léa,'], "line 2: not CSV"),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path: Path, lines: Sequence[str], part: str) -> None:
    with pytest.raises(CorrectionError, match=part):
        read_corrections([write(tmp_path / "c.csv", *lines)])


def test_an_empty_or_foreign_file_is_told(tmp_path: Path) -> None:
    for data, part in ((b"", "first line"), (b"\xff\xfe", "not UTF-8"), (b"a\0", "not a text")):
        (tmp_path / "c.csv").write_bytes(data)
        with pytest.raises(CorrectionError, match=part):
            read_corrections([tmp_path / "c.csv"])
    with pytest.raises(CorrectionError, match="cannot be read"):
        read_corrections([tmp_path / "absent.csv"])


def test_corrections_lie_directly_in_a_folder_that_is_given(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / ".hidden", tmp_path / "below"):
        folder.mkdir(exist_ok=True)
        write(folder / "corrections.csv", HEADER)
    named_file = write(tmp_path / "mine.csv", HEADER)
    assert find_corrections([tmp_path]) == [tmp_path / "corrections.csv"]
    assert find_corrections([tmp_path / "a.pdf"], [named_file]) == [named_file]
    assert find_corrections([tmp_path], [tmp_path / "below" / ".." / "corrections.csv"]) == [
        tmp_path / "corrections.csv"
    ]


# The command


def folder_with(tmp_path: Path, *lines: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / f"{FORUM}.pdf").write_bytes((RAW / f"{FORUM}.pdf").read_bytes())
    write(folder / "corrections.csv", HEADER, *lines)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_publishes_what_it_corrected_and_what_it_applied(tmp_path: Path) -> None:
    session = session_of(forum())
    line = f"{FORUM},{session.session_id},,salle,,Salle 2,rédaction,lea@rives.example"
    folder = folder_with(tmp_path, line)
    called = call("run", folder, "--out", tmp_path / "out", "--tagger", "none")
    assert called.code == 0, called.err
    assert rows(tmp_path / "out" / "sessions.csv")[0]["salle"] == "Salle 2"
    (applied,) = rows(tmp_path / "out" / "corrections.csv")
    assert list(applied.values()) == [*line.split(",")[:-1], "[masqué]"]


def test_a_run_with_a_correction_that_does_not_fit_writes_nothing(tmp_path: Path) -> None:
    session = session_of(forum())
    fits = f"{FORUM},{session.session_id},,salle,,Salle 2,rédaction,"
    folder = folder_with(tmp_path, fits, f"{FORUM},{session.session_id},,salle,,Salle 3,rédaction,")
    called = call("run", folder, "--out", tmp_path / "out", "--tagger", "none")
    assert called.code == CorrectionError.exit_code
    assert "line 3" in called.err
    assert not (tmp_path / "out").exists()


def test_corrections_can_be_named(tmp_path: Path) -> None:
    session = session_of(forum())
    first = write(tmp_path / "a.csv", HEADER, f"{FORUM},{session.session_id},,salle,,A1,rédaction,")
    second = write(tmp_path / "b.csv", HEADER, f"{FORUM},{session.session_id},,salle,A1,B2,rédaction,")
    sample = RAW / f"{FORUM}.pdf"
    options = ("--tagger", "none", "--corrections", first, "--corrections", second)
    called = call("run", sample, "--out", tmp_path / "out", *options)
    assert called.code == 0, called.err
    assert rows(tmp_path / "out" / "sessions.csv")[0]["salle"] == "B2"
