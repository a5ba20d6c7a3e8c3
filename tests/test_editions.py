"""What each edition publishes of people, and that its tables agree with one another."""

import logging
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from leaks import leaks, orders_of
from programmes import files_of, forum, intervention, programme, session

from pipeline.edition_mode import SOMEBODY, Edition
from pipeline.editions import restrict_edition, without_people
from pipeline.editions.oppositions import Objection
from pipeline.errors import EditionKeyError
from pipeline.export import Dataset, write_files
from pipeline.export.calendars import write_calendars
from pipeline.export.nested import write_programmes
from pipeline.export.tables import write_tables
from pipeline.ids import digest, key_of, organisation_id, person_id, session_id
from pipeline.programme import Anomaly, Gravity, Intervention, Programme, Provenance
from pipeline.tables import TABLES, Failure

KEY, OTHER = b"k" * 20 + b"0123456789ab", b"x" * 20 + b"0123456789ab"
RESTRICTED = (Edition.PSEUDONYMOUS, Edition.ANONYMOUS)


def restricted(dataset: Dataset, edition: Edition, *objections: Objection, key: bytes = KEY) -> Dataset:
    return restrict_edition(dataset, edition, key if edition is Edition.PSEUDONYMOUS else None, objections)


def row(table: str, identifier: str, field: str, raw: str) -> Provenance:
    return Provenance(
        table=table, identifier=identifier, field=field, page=1, x0=0, y0=0, x1=9, y1=9, raw=raw, method="liste"
    )


def anomaly(code: str, message: str, session_id: str | None = None) -> Anomaly:
    return Anomaly(
        code=code, gravity=Gravity.NOTICE, programme_id="rives", session_id=session_id, page=1, message=message
    )


def named(heading: str, **changes: Any) -> Programme:
    """A programme with one session of two people, identifiers made from what is printed as in a run."""
    identifier = session_id("rives", None, None, heading)
    items = []
    for order, (name, body) in enumerate([("Zoé Quéméner", "Cabinet Quéméner"), ("Omar Vasseur", "Syndicat")], 1):
        item = intervention(identifier, order, name, body)
        unique = f"{identifier}-{digest(key_of(name), length=8)}"
        parts = [part.model_copy(update={"intervention_id": unique}) for part in item.affiliations]
        changed = {"intervention_id": unique, "affiliations": tuple(parts), "person_id": person_id(name)}
        items.append(item.model_copy(update=changed))
    found = programme("rives", session(identifier, "rives", 1, heading, *items))
    persons = tuple(each.model_copy(update={"person_id": person_id(each.name)}) for each in found.persons)
    first = items[0].intervention_id
    rows = (
        row("sessions", identifier, "titre", heading),
        row("interventions", first, "texte_source", "L'équipe de Zoé"),
        row("interventions", first, "texte_source", "Quéméner, directrice"),
        row("affiliations", f"{first}#1", "organisation_id", "Cabinet Quéméner"),
    )
    return found.model_copy(update={"persons": persons, "provenances": rows, **changes})


TALK = named("Rencontre avec Zoé Quéméner", file="zoé-quemener.pdf", title="Les rives de Mme Quéméner")
NEEDLES = {*orders_of("Zoé Quéméner"), *orders_of("Omar Vasseur"), " quemener ", " vasseur "}


def test_the_public_edition_without_objection_is_what_was_read() -> None:
    dataset = Dataset((forum(), TALK))
    assert restrict_edition(dataset) == dataset


@pytest.mark.parametrize("edition", RESTRICTED)
def test_no_file_names_anybody(edition: Edition) -> None:
    failure = Failure(file="vasseur.pdf", error="E", exit_code=1, message="vasseur.pdf: Omar Vasseur", remedy="?")
    told = anomaly("personne_en_deux_lieux", "Zoé Quéméner / Omar Vasseur.")
    dataset = Dataset((TALK.model_copy(update={"anomalies": (told,)}),), (failure,))
    assert leaks(write_files(dataset, ["excel"]), NEEDLES)
    assert leaks(write_files(restricted(dataset, edition), ["excel"]), NEEDLES) == {}


def test_a_pseudonym_stands_wherever_the_person_stood() -> None:
    (found,) = restricted(Dataset((TALK,)), Edition.PSEUDONYMOUS).programmes
    talk = found.sessions[0]
    label = talk.interventions[0].person_id
    assert label is not None
    assert label.startswith("pers-")
    assert talk.title == f"Rencontre avec {label}"
    assert found.title == f"Les rives de Mme {label}"
    assert talk.interventions[0].name == label
    assert talk.interventions[0].affiliations[0].label == f"Cabinet {label}"
    assert {(each.person_id, each.name, each.first_name, each.variants) for each in found.persons} == {
        (item.person_id, item.name, None, None) for item in talk.interventions
    }
    assert [each.raw for each in found.provenances[1:3]] == [f"L'équipe de {label}", ", directrice"]


def test_one_key_gives_the_same_pseudonyms_over_runs_and_documents_and_another_others() -> None:
    other = TALK.model_copy(update={"programme_id": "autre", "file": "autre.pdf"})
    once = restricted(Dataset((TALK,)), Edition.PSEUDONYMOUS).programmes[0]
    again = restricted(Dataset((other, TALK)), Edition.PSEUDONYMOUS)
    assert once == again.programmes[1]
    assert once.persons == again.programmes[0].persons
    changed = restricted(Dataset((TALK,)), Edition.PSEUDONYMOUS, key=OTHER).programmes[0]
    assert {each.person_id for each in changed.persons} & {each.person_id for each in once.persons} == set()


def test_spellings_of_one_person_have_one_pseudonym() -> None:
    other = forum("autre")
    persons = tuple(each.model_copy(update={"name": each.name.upper()}) for each in other.persons)
    both = restricted(Dataset((forum(), other.model_copy(update={"persons": persons}))), Edition.PSEUDONYMOUS)
    first, second = both.programmes
    assert {each.person_id for each in first.persons} == {each.person_id for each in second.persons}


def test_namesakes_told_apart_stay_apart() -> None:
    found = forum()
    lea, omar = found.persons
    omar = omar.model_copy(update={"name": lea.name})
    (clean,) = restricted(
        Dataset((found.model_copy(update={"persons": (lea, omar)}),)), Edition.PSEUDONYMOUS
    ).programmes
    assert len({each.person_id for each in clean.persons}) == 2


def test_no_identifier_is_a_digest_that_names_can_be_tried_on() -> None:
    old = TALK.sessions[0]
    made = {
        digest(key_of("Zoé Quéméner"), length=8),
        person_id("Zoé Quéméner"),
        old.session_id,
        organisation_id(key_of("Cabinet Quéméner")),
    }
    for edition in RESTRICTED:
        files = write_files(restricted(Dataset((TALK,)), edition))
        assert [name for name, content in files.items() for each in made if each.encode() in content] == []


def test_a_title_without_name_keeps_its_session_in_the_edition_without_people() -> None:
    calm = named("Habiter la rive")
    (found,) = restricted(Dataset((calm,)), Edition.ANONYMOUS).programmes
    assert found.sessions[0].session_id == calm.sessions[0].session_id


def test_the_edition_without_people_counts_them() -> None:
    (found,) = restricted(Dataset((forum(),)), Edition.ANONYMOUS).programmes
    talk, workshop = found.sessions[:2]
    assert (found.persons, talk.interventions) == ((), ())
    assert [item.collective for item in workshop.interventions] == ["l'équipe"]
    assert found.intervention_count == 1
    assert {(each.organisation_id is None, each.people) for each in talk.participations} == {(True, 1), (False, 1)}
    assert {each.label for each in found.organisations} == {each.label for each in forum().organisations}
    full, less = (files_of(dataset)["participations.csv"] for dataset in (Dataset((forum(),)), Dataset((found,))))
    counts = [sorted(line.split(b",")[1:] for line in table.splitlines()) for table in (full, less)]
    assert counts[0] == counts[1]


def keys_hold(dataset: Dataset) -> None:
    """Every reference of every table leads to a row."""
    from pipeline.export.tables import gather_rows
    from pipeline.tables import columns_of

    rows = {name: list(found) for name, found in gather_rows(dataset).items()}
    for name, table in TABLES.items():
        attributes = {column: attribute for attribute, column in columns_of(table.model).items()}
        for column, target in table.references.items():
            (key,) = TABLES[target].key
            known = {
                getattr(each, {c: a for a, c in columns_of(TABLES[target].model).items()}[key])
                for each in rows[target]
            }
            assert {getattr(each, attributes[column]) for each in rows[name]} - {None} <= known, (name, column)
        for key in table.key if len(table.key) == 1 else ():
            values = [getattr(each, attributes[key]) for each in rows[name]]
            assert len(values) == len(set(values)), name
    identifiers = {each.identifier.partition("#")[0] for each in rows["provenances"]}  # type: ignore[attr-defined]
    items = [each.intervention_id for each in rows["interventions"]]  # type: ignore[attr-defined]
    assert identifiers <= {*items, *(each.session_id for each in rows["sessions"])}  # type: ignore[attr-defined]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("objections", [(), (Objection("Zoé Quéméner"), Objection("Léa Durand"))])
def test_all_references_hold(edition: Edition, objections: tuple[Objection, ...]) -> None:
    keys_hold(restricted(Dataset((TALK, forum(), forum("autre"))), edition, *objections))


def test_pseudonyms_need_a_key() -> None:
    with pytest.raises(EditionKeyError, match="needs a key"):
        restrict_edition(Dataset((forum(),)), Edition.PSEUDONYMOUS)


# Oppositions


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", ["Zoé Quéméner", "QUÉMÉNER Zoe", "zoé  quemener", "Mme Zoé QUÉMÉNER", "Z. Quéméner"])
def test_who_objects_is_in_no_edition(edition: Edition, name: str) -> None:
    told = anomaly("personne_en_deux_lieux", "Zoé Quéméner / Zoé Quéménet.")
    found = restricted(Dataset((TALK.model_copy(update={"anomalies": (told,)}),)), edition, Objection(name))
    assert found.objections == 1
    (clean,) = found.programmes
    assert len(clean.sessions[0].interventions) == (0 if edition is Edition.ANONYMOUS else 1)
    assert clean.sessions[0].title == f"Rencontre avec {SOMEBODY}"
    files = write_files(found, ["excel"])
    assert leaks(files, {*orders_of("Zoé Quéméner"), " quemener ", " zoe quemenet "}) == {}
    old = TALK.sessions[0].interventions[0]
    ids = {old.intervention_id, old.session_id, str(old.person_id), digest(key_of("Zoé Quéméner"), length=8)}
    assert [file for file, content in files.items() for each in ids if each.encode() in content] == []


def test_others_stay_as_they_are_when_somebody_objects() -> None:
    (found,) = restricted(Dataset((TALK,)), Edition.PUBLIC, Objection("Zoé Quéméner")).programmes
    (item,) = found.sessions[0].interventions
    assert (item.name, item.person_id, item.quote) == (
        "Omar Vasseur",
        person_id("Omar Vasseur"),
        "Omar Vasseur, Syndicat",
    )
    assert [each.name for each in found.persons] == ["Omar Vasseur"]
    assert [each.label for each in found.organisations] == ["Syndicat"]
    assert (found.intervention_count, found.anomaly_count) == (1, 0)
    calm = forum()
    assert restricted(Dataset((calm,)), Edition.PUBLIC, Objection("Zoé Abgrall")).programmes == (calm,)


def test_an_organisation_tells_namesakes_apart() -> None:
    of_hers = Objection("Léa Durand", "fabrique des RIVES")
    elsewhere = Objection("Léa Durand", "Ville de Lens")
    names = [
        [
            item.name
            for item in restricted(Dataset((forum(),)), Edition.PUBLIC, each).programmes[0].sessions[0].interventions
        ]
        for each in (of_hers, elsewhere)
    ]
    assert names == [["Omar Vasseur"], ["Léa Durand", "Omar Vasseur"]]


def test_somebody_only_a_text_names_may_object() -> None:
    found = forum()
    first = found.sessions[0].model_copy(update={"description": "Avec Zoé Abgrall\net Léa Durand"})
    dataset = Dataset((found.model_copy(update={"sessions": (first, *found.sessions[1:])}),))
    clean = restricted(dataset, Edition.PUBLIC, Objection("ABGRALL Zoé"))
    assert clean.programmes[0].sessions[0].description == f"Avec {SOMEBODY}\net Léa Durand"
    assert clean.objections == 1


def test_an_objection_that_meets_nobody_is_reported_by_its_line_alone(caplog: pytest.LogCaptureFixture) -> None:
    absent = Objection("Zoé Abgrall", where="oppositions.csv, line 3")
    with caplog.at_level(logging.WARNING):
        found = restricted(Dataset((forum(),)), Edition.PUBLIC, Objection("Léa Durand"), absent)
    assert [each.getMessage() for each in caplog.records] == [
        "oppositions.csv, line 3: meets nobody in these documents."
    ]
    assert found.objections == 1


def test_a_misprint_of_who_objects_is_reported_by_its_line_alone(caplog: pytest.LogCaptureFixture) -> None:
    restricted(Dataset((forum(),)), Edition.PUBLIC, Objection("Omar Vasseurs", where="line 2"))
    told = [each.getMessage() for each in caplog.records]
    assert any(text.startswith("line 2: 1 name(s) spelt nearly so") for text in told)
    assert "Vasseur" not in "".join(told)


def test_the_surname_of_who_stays_is_no_trace_of_who_objects() -> None:
    found = forum()
    first = found.sessions[0].model_copy(update={"description": "Selon Vasseur et Mme Vasseur"})
    dataset = Dataset((found.model_copy(update={"sessions": (first, *found.sessions[1:])}),))
    clean = restricted(dataset, Edition.PUBLIC, Objection("Anne Vasseur"))
    assert clean.programmes[0].sessions[0].description == f"Selon Vasseur et Mme {SOMEBODY}"


def test_a_programme_can_be_kept_without_some_people() -> None:
    clean = without_people(TALK, ["QUÉMÉNER Zoé"])
    assert leaks(files_of(Dataset((clean,))), {" quemener "}) == {}


def test_files_named_after_people_stay_apart() -> None:
    pair = [TALK, TALK.model_copy(update={"programme_id": "quemener", "file": "quemener-zoé.pdf"})]
    found = restricted(Dataset(tuple(pair)), Edition.ANONYMOUS)
    assert len({each.programme_id for each in found.programmes}) == len({each.file for each in found.programmes}) == 2
    keys_hold(Dataset(found.programmes[:1]))


GIVEN, FAMILY = (
    st.sampled_from(["Zoé", "Omar", "Jean-Loup", "Élise"]),
    st.sampled_from(["Quéméner", "du Vasseur", "Le Guivarch"]),
)
CASES = st.sampled_from([str, str.upper, str.lower])


@given(
    GIVEN,
    FAMILY,
    CASES,
    st.sampled_from(["{}", "Avec {}, maire", "« {} »\nsuite", "a {}"]),
    st.sampled_from(RESTRICTED),
)
@settings(max_examples=30)
def test_no_spelling_in_any_text_is_published(first: str, last: str, case: Any, frame: str, edition: Edition) -> None:
    name = f"{first} {last}"
    text = frame.format(case(name))
    identifier = "rives-1"
    item: Intervention = intervention(identifier, 1, name, text).model_copy(update={"quote": text, "role": text})
    talk = session(identifier, "rives", 1, text, item).model_copy(update={"description": text, "room": text})
    dataset = Dataset((programme("rives", talk).model_copy(update={"title": text, "place": text}),))
    found = restricted(dataset, edition)
    files = {**write_tables(found), **write_programmes(found), **write_calendars(found)}
    assert leaks(files, orders_of(name)) == {}
