"""Facts about comparing sessions: what counts as right, missed or invented."""

from typing import Any

import pytest
from gold_builders import DAY, NEXT_DAY, body, counts, item, person, score

from pipeline.evaluate.gold import GoldCollective, GoldSession

# Sessions


def test_nothing_against_nothing_is_one_with_support_nought() -> None:
    scores = score([], [])
    assert {(each.strict, each.precision, each.recall, each.support) for each in scores.scores} == {(1, 1, 1, 0)}


def test_nothing_found_is_nought() -> None:
    sessions = score([item()], []).of("sessions")
    assert (sessions.strict, sessions.precision, sessions.recall) == (0, 0, 0)


def test_an_invented_session_costs_precision() -> None:
    sessions = score([item()], [item(), item("Sommaire")]).of("sessions")
    assert (sessions.precision, sessions.recall) == (0.5, 1)
    assert sessions.strict == pytest.approx(2 / 3)


def test_a_session_of_no_gold_is_invented() -> None:
    assert score([], [item()]).of("sessions").strict == 0


def test_a_misprinted_title_is_matched_and_softly_right() -> None:
    scores = score([item("Habiter la rive de l'Orne")], [item("HABITER LA RIVE DE L ORNNE")])
    assert scores.of("sessions").strict == 1
    assert (scores.of("title").strict, scores.of("title").soft) == (0, 1)


def test_a_title_half_alike_is_not_matched() -> None:
    assert score([item("Habiter la rive")], [item("Habiter la ville haute")]).of("sessions").strict == 0


def test_the_identical_title_goes_before_the_similar_one() -> None:
    gold = [item("Atelier du canal 1", room="A"), item("Atelier du canal 2", room="B")]
    found = [item("Atelier du canal 2", room="B"), item("Atelier du canal 1", room="A")]
    assert score(gold, found).of("room").strict == 1


def test_a_title_on_two_days_is_matched_by_date() -> None:
    gold = [item("Pause", date=DAY, room="Hall"), item("Pause", date=NEXT_DAY, room="Cour")]
    assert score(gold, gold[::-1]).of("room").strict == 1
    alone = score(gold, gold[1:])
    assert (alone.of("date").strict, alone.of("room").strict) == (1, 1)


def test_a_title_twice_a_day_is_matched_by_time() -> None:
    gold = [item("Pause", date=DAY, start="10:00", room="Hall"), item("Pause", date=DAY, start="15:00", room="Cour")]
    assert score(gold, gold[::-1]).of("room").strict == 1
    assert score(gold, gold[1:]).of("start").strict == 1


def test_a_title_held_in_parallel_is_matched_by_its_people() -> None:
    gold = [item("Atelier", people=[person("Léa Vaubrun")]), item("Atelier", people=[person("Yan Mirandol")])]
    assert score(gold, gold[::-1]).of("whole").strict == 1


def test_a_session_that_could_be_either_is_paired_the_same_in_any_order() -> None:
    gold = [
        item("Atelier", people=[person("Léa Vaubrun", "Rivages")]),
        item("Atelier", people=[person("Yan Mirandol", role="élu")]),
    ]
    found = [item("Atelier")]
    assert score(gold, found).scores == score(gold[::-1], found).scores


def test_a_day_without_gold_is_left_out() -> None:
    gold = [item("Accueil", date=DAY)]
    scores = score(gold, [*gold, item("Retour", date=NEXT_DAY), item("Sans jour")])
    assert counts(scores.of("sessions")) == (1, 2, 1)
    assert scores.left_out == 1


def test_a_year_misread_everywhere_costs_the_dates_and_not_the_sessions() -> None:
    scores = score([item(date=DAY)], [item(date="2030-05-14")])
    assert (scores.of("sessions").strict, scores.of("date").strict) == (1, 0)


# Fields of a session


def test_a_key_gold_does_not_have_is_not_scored() -> None:
    names = {each.name for each in score([item()], [item(room="A", subtitle="B", date=DAY)]).scores}
    assert not names & {"room", "subtitle", "date"}
    assert {"title", "kind", "people", "whole"} <= names


def test_a_value_where_gold_says_nothing_is_printed_is_wrong() -> None:
    ends = score([item(end=None)], [item(end="11:00")]).of("end")
    assert (ends.strict, counts(ends)) == (0, (0, 1, 0))


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("subtitle", "Récits", "Contes"),
        ("date", DAY, None),
        ("start", "10:00", "10:05"),
        ("end", "11:00", None),
        ("kind", "break", "logistics"),
        ("format", "atelier", "table ronde"),
        ("printed_page", 6, 7),
        ("room", "Salle 2", "Salle des fêtes"),
        ("track", "Eau", "Sel"),
    ],
)
def test_a_field_is_right_in_the_share_of_sessions_where_it_is(field: str, right: Any, wrong: Any) -> None:
    gold = [item("Accueil", **{field: right}), item("Retour", **{field: right})]
    assert score(gold, gold).of(field).strict == 1
    bad = score(gold, [gold[0], item("Retour", **({field: wrong} if wrong is not None else {}))]).of(field)
    assert (bad.support, bad.right) == (2, 1)
    assert bad.recall == 0.5


def test_an_unstated_kind_is_a_session() -> None:
    assert score([item()], [item(kind="break")]).of("kind").strict == 0


# People


def test_a_swapped_name_is_right() -> None:
    found = score([item(people=[person("Léa Vaubrun")])], [item(people=[person("VAUBRUN Léa")])])
    assert found.of("people").strict == 1


def test_a_name_without_its_accent_is_softly_right() -> None:
    found = score([item(people=[person("Léa Vaubrun")])], [item(people=[person("Lea Vaubrun")])]).of("people")
    assert (found.strict, found.soft) == (0, 1)


def test_people_of_an_invented_session_are_invented_and_those_of_a_missed_one_missed() -> None:
    gold = [item("Accueil", people=[person("Léa Vaubrun", "Rivages", role="élue")])]
    scores = score(gold, [item("Retour", people=[person("Léa Vaubrun", "Rivages", role="élue")])])
    assert counts(scores.of("people")) == (1, 1, 0)
    assert counts(scores.of("organisations")) == counts(scores.of("roles")) == (0, 0, 0)


def test_an_optional_person_is_right_if_found_and_no_miss_if_not() -> None:
    gold = [item(people=[person("Léa Vaubrun", "Rivages", optional=True)])]
    assert counts(score(gold, gold).of("people")) == (1, 1, 1)
    left_out = score(gold, [item()])
    assert counts(left_out.of("people")) == counts(left_out.of("organisations")) == (0, 0, 0)
    assert left_out.of("whole").strict == 1


def test_articles_and_generic_heads_of_an_organisation_are_ignored() -> None:
    gold = [item(people=[person("Léa Vaubrun", "la Fabrique (FAB)", "Ville de Brumeval")])]
    found = [item(people=[person("Léa Vaubrun", "association Fabrique", "mairie de Brumeval")])]
    assert score(gold, found).of("organisations").strict == 1


def test_part_of_an_organisation_is_softly_right() -> None:
    gold = [item(people=[person("Léa Vaubrun", "Office des canaux de l'Orne")])]
    found = score(gold, [item(people=[person("Léa Vaubrun", "Office des canaux")])]).of("organisations")
    assert (found.strict, found.soft) == (0, 1)


def test_an_organisation_given_to_somebody_else_is_missed_and_invented() -> None:
    gold = [item(people=[person("Léa Vaubrun", "Rivages"), person("Yan Mirandol")])]
    found = [item(people=[person("Léa Vaubrun"), person("Yan Mirandol", "Rivages")])]
    assert counts(score(gold, found).of("organisations")) == (1, 1, 0)


def test_a_role_is_right_at_six_tenths_of_its_words() -> None:
    gold = [item(people=[person(role="directrice adjointe")])]
    assert score(gold, [item(people=[person(role="directrice")])]).of("roles").strict == 1
    assert score(gold, [item(people=[person(role="élue")])]).of("roles").strict == 0
    assert counts(score(gold, [item(people=[person()])]).of("roles")) == (1, 0, 0)


@pytest.mark.parametrize(("field", "value"), [("capacity", "animation"), ("tentative", True)])
def test_capacity_and_tentative_are_scored_over_matched_people(field: str, value: Any) -> None:
    one, other = person("Léa Vaubrun", **{field: value}), person("Yan Mirandol", **{field: value})
    found = score([item(people=[one, other])], [item(people=[one, person("Ina Sorbier")])]).of(field)
    assert counts(found) == (1, 1, 1)
    assert score([item(people=[one])], [item(people=[person("Léa Vaubrun")])]).of(field).strict == 0


# Bodies


@pytest.mark.parametrize(
    "found",
    [body("Rivages"), body("RVG"), body("Bateau", label="le bateau porté par l'association Rivages")],
)
def test_a_body_is_right_under_any_accepted_form(found: GoldCollective) -> None:
    gold = [item(collectives=[body("Rivages", label="l'équipe de Rivages", accepted=["RVG"])])]
    assert score(gold, [item(collectives=[found])]).of("collectives").strict == 1


def test_another_body_is_wrong() -> None:
    gold = [item(collectives=[body("Rivages")])]
    assert counts(score(gold, [item(collectives=[body("Canaux")])]).of("collectives")) == (1, 1, 0)


def test_an_optional_body_is_right_if_found_and_no_miss_if_not() -> None:
    gold = [item(collectives=[body(optional=True)])]
    assert counts(score(gold, gold).of("collectives")) == (1, 1, 1)
    assert counts(score(gold, [item()]).of("collectives")) == (0, 0, 0)


def test_a_body_published_as_a_person_is_a_missed_body_and_an_invented_person() -> None:
    scores = score([item(collectives=[body("Rivages")])], [item(people=[person("Rivages")])])
    assert (counts(scores.of("collectives")), counts(scores.of("people"))) == ((1, 0, 0), (0, 1, 0))


# Whole sessions


@pytest.mark.parametrize(
    ("found", "strict", "soft"),
    [
        (item(date=DAY, start="10:00", people=[person("Léa Vaubrun", "Rivages")]), 1, 1),
        (item(date=DAY, start="10:00", people=[person("Léa Vaubrun", "Équipe des Rivages d'or")]), 1, 1),
        (item(date=DAY, start="10:00", people=[person("Lea Vaubrun", "Rivages")]), 0, 1),
        (item("Habiter la rives", date=DAY, start="10:00", people=[person("Léa Vaubrun", "Rivages")]), 0, 1),
        (item(date=DAY, start="10:00", people=[person("Léa Vaubrun", "Canaux")]), 0, 0),
        (item(date=DAY, start="10:00", people=[person("Léa Vaubrun", "Rivages", "Canaux")]), 0, 0),
        (item(date=DAY, start="10:00", people=[person("Léa Vaubrun")]), 0, 0),
        (item(date=DAY, start="10:15", people=[person("Léa Vaubrun", "Rivages")]), 0, 0),
        (item(date=DAY, start="10:00", people=[person("Léa Vaubrun", "Rivages"), person("Yan Mirandol")]), 0, 0),
        (item(date=DAY, start="10:00"), 0, 0),
    ],
)
def test_a_session_is_whole_only_if_all_of_it_is_right(found: GoldSession, strict: int, soft: int) -> None:
    gold = item(date=DAY, start="10:00", people=[person("Léa Vaubrun", "Rivages")])
    other = item("Accueil", date=DAY)
    whole = score([gold, other], [found, other]).of("whole")
    assert (whole.strict, whole.soft) == ((1 + strict) / 2, (1 + soft) / 2)
