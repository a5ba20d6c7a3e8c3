"""The persons and bodies of one document: spellings of one name have one record, whatever else may be one is left."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Capacity, Found, Mention
from pipeline.entities import Register, register_mentions
from pipeline.ids import person_id


def found(text: str) -> Found:
    return Found(text=text, places=())


def mention(person: str | None, *bodies: str) -> Mention:
    return Mention(
        capacity=Capacity.INTERVENTION,
        person=found(person) if person else None,
        collective=None if person else found("l'équipe"),
        role=None,
        organisations=tuple(map(found, bodies)),
        tentative=False,
        quote=found("…"),
    )


def register(persons: Iterable[str] = (), bodies: Iterable[str] = ()) -> Register:
    return register_mentions([[mention(name) for name in persons], [mention(None, label) for label in bodies]])


def labels(known: Register) -> list[str]:
    return sorted({record.label for record in known.organisations.values()})


def names(known: Register) -> list[str]:
    return sorted({record.name for record in known.persons.values()})


# « = » joins spellings of one record.

ONE_BODY = [
    "ville de Vézac = VILLE DE VÉZAC = la ville de Vézac = ville de Vezac = mairie de Vézac",
    "Fabrique des rives = FABRIQUE DES RIVES = fabrique des rives",
    "association Rivages = l'association Rivages = l’association Rivages",
    "Canal Sud = canal-sud",
    "Œuvre des digues = oeuvre des digues",
    "Les Deux Rives = Deux Rives = les Deux Rives",
    "La Fabrique des rives = Fabrique des rives",
    "L'Atelier = l'Atelier",
    "Institut des rives basses = Institut des rives basses (IRB) = IRB (Institut des rives basses)",
    "INRAE = l'INRAE",
    "conseil départemental du Nord = Département du Nord",
    "région Bretagne = Conseil régional de Bretagne = Région de Bretagne",
    "métropole de Brou = Brou Métropole",
]


@pytest.mark.parametrize("row", ONE_BODY)
def test_a_body_has_one_record_in_any_case_accent_or_article(row: str) -> None:
    spellings = row.split(" = ")
    known = register(bodies=spellings)
    (record,) = {id(record): record for record in map(known.organisation, spellings)}.values()
    assert labels(known) == [record.label]
    assert record.label in spellings
    assert record.appearances == len(spellings)
    assert set((record.variants or "").split("|")) == set(spellings) - {record.label}


@pytest.mark.parametrize(
    ("spellings", "label"),
    [
        (["CANAL SUD", "Canal Sud"], "Canal Sud"),
        (["Médiathèque de Brou", "Mediatheque de Brou"], "Médiathèque de Brou"),
        (["Fabrique des rives", "La Fabrique des rives"], "La Fabrique des rives"),
        (["Fabrique des rives", "fabrique des rives"], "Fabrique des rives"),
        (["ville de Vézac", "la ville de Vézac"], "ville de Vézac"),
    ],
)
def test_of_spellings_printed_as_often_the_best_is_the_label(spellings: list[str], label: str) -> None:
    assert labels(register(bodies=spellings)) == [label]
    assert labels(register(bodies=reversed(spellings))) == [label]


@pytest.mark.parametrize(
    "pair",
    [
        ("Institut des rives basses (IRB)", "IRB"),
        ("association Rivages", "Rivages"),
        ("Ville de Lens", "Lens"),
        ("Département de la Mayenne", "Ville de Mayenne"),
        ("Canal Sud", "Canalsud"),
    ],
)
def test_what_needs_more_than_the_name_is_left_to_the_whole_run(pair: tuple[str, str]) -> None:
    assert len(register(bodies=pair).organisations) == 2


def test_an_acronym_belongs_to_the_body_it_was_printed_with() -> None:
    record = register(bodies=["Institut des rives basses (IRB)"]).organisation("Institut des rives basses")
    assert (record.label, record.acronym, record.type) == (
        "Institut des rives basses",
        "IRB",
        "enseignement-recherche",
    )


def test_a_parenthesis_that_is_no_acronym_stays_in_the_label() -> None:
    assert labels(register(bodies=["Ville de Vézac (Lot)"])) == ["Ville de Vézac (Lot)"]


ONE_PERSON = [
    "Léa Durand = DURAND Léa = Léa DURAND = lea durand",
    "Jean-Marc Roux = Jean Marc Roux = ROUX Jean-Marc",
    "Maud d’Aubigny = Maud d'Aubigny = D'AUBIGNY Maud",
    "Émilie Durand Le Goff = DURAND LE GOFF Émilie = Emilie Durand Le Goff",
    "J.-B. Durand = J. B. Durand = JB Durand",
]


@pytest.mark.parametrize("row", ONE_PERSON)
def test_a_person_has_one_record_in_any_case_accent_or_order(row: str) -> None:
    spellings = row.split(" = ")
    known = register(persons=spellings)
    (name,) = names(known)
    record = known.person(spellings[-1])
    assert name in spellings
    assert record.appearances == len(spellings)
    assert set((record.variants or "").split("|")) == set(spellings) - {name}


def test_the_identifier_is_made_of_the_name() -> None:
    assert register(persons=["DURAND Léa"]).person("Léa Durand").person_id == person_id("Léa Durand")


@pytest.mark.parametrize(
    "pair",
    [
        *[("Léa Pénicaud", "Léa Pénicaut"), ("Jean Caradec", "Jeanne Caradec"), ("Léa Durand", "Léo Durand")],
        *[("Omar Vasseur", "O. Vasseur"), ("Léa Durand", "Inès Durand"), ("Roux", "Léa Roux")],
    ],
)
def test_other_persons_are_apart(pair: tuple[str, str]) -> None:
    assert names(register(persons=pair)) == sorted(pair)


def test_the_spelling_printed_most_is_the_label() -> None:
    known = register(
        persons=["LÉA DURAND", "Léa Durand", "Léa Durand"], bodies=["CANAL SUD", "CANAL SUD", "Canal Sud"]
    )
    assert (names(known), labels(known)) == (["Léa Durand"], ["CANAL SUD"])
    assert known.person("léa durand").variants == "LÉA DURAND"


def test_first_name_and_surname_are_told_apart() -> None:
    record = register(persons=["DURAND LE GOFF Émilie"]).person("Émilie Durand Le Goff")
    assert (record.name, record.first_name, record.last_name) == ("Émilie Durand Le Goff", "Émilie", "Durand Le Goff")


def test_initials_before_a_surname_that_is_a_first_name_stay_before_it() -> None:
    assert names(register(persons=["J.-B. Laurent"])) == ["J.-B. Laurent"]


def test_nothing_gives_an_empty_register() -> None:
    assert register() == Register({}, {})


SPELLINGS = [
    *("Léa Durand", "DURAND Léa", "Léo Durand", "Omar Vasseur", "VASSEUR Omar", "Jean Caradec", "Jeanne Caradec"),
    *("Ville de Vézac", "la ville de Vézac", "Institut des rives basses (IRB)", "IRB", "l'IRB", "Lens", "Lille"),
    *("Canal Sud", "Canalsud", "CANAL SUD", "…", "李"),
]
printed = st.lists(st.sampled_from(SPELLINGS) | st.text(min_size=1, max_size=12).filter(str.strip), max_size=10)


@given(printed, st.randoms(use_true_random=False))
def test_the_order_of_mentions_has_no_influence(texts: list[str], shuffle: st.DataObject) -> None:
    shuffled = list(texts)
    shuffle.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = register(texts, texts), register(shuffled, shuffled)
    assert (one.persons, one.organisations) == (other.persons, other.organisations)


@given(printed)
def test_every_printed_name_has_a_record_and_every_appearance_counts(texts: list[str]) -> None:
    known = register(texts, texts)
    people = {known.person(text).person_id: known.person(text) for text in texts}
    bodies = {known.organisation(text).organisation_id: known.organisation(text) for text in texts}
    assert sum(record.appearances for record in people.values()) == len(texts)
    assert sum(record.appearances for record in bodies.values()) == len(texts)
    assert len(people) == len({id(record) for record in known.persons.values()})
    assert len(bodies) == len({id(record) for record in known.organisations.values()})
