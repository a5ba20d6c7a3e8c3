"""Who is who over a run: one record where something proves it, a suggestion where it is only likely."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programmes import intervention, programme, session
from runs import CORPUS

from pipeline.identity.reference import KnownBody, KnownPerson, Reference, read_reference
from pipeline.identity.resolve import Resolution, resolve_identities
from pipeline.programme import Programme


def document(identifier: str, *mentions: str) -> Programme:
    """A programme of mentions « Nom @ Organisme | Organisme », the quote as it would be printed."""
    found = []
    for order, mention in enumerate(mentions, start=1):
        name, _, bodies = mention.partition(" @ ")
        found.append(intervention(f"{identifier}-1", order, name.strip() or None, *filter(None, bodies.split(" | "))))
    return programme(identifier, session(f"{identifier}-1", identifier, 1, "Une session", *found))


def resolve(*documents: Programme, reference: Reference = Reference()) -> Resolution:  # noqa: B008 (frozen)
    return resolve_identities(documents, reference)


def bodies(*labels: str) -> Resolution:
    """Each label in a document of its own."""
    return resolve(*(document(f"d{number}", f" @ {label}") for number, label in enumerate(labels)))


def body_groups(found: Resolution) -> set[frozenset[str]]:
    """The labels printed for each organisation."""
    groups: dict[str, set[str]] = {}
    for each in found.programmes:
        for part in (part for s in each.sessions for i in s.interventions for part in i.affiliations):
            groups.setdefault(part.organisation_id, set()).add(part.label)
    return {frozenset(labels) for labels in groups.values()}


def person_groups(found: Resolution) -> list[list[str]]:
    """The programmes and names of each person."""
    groups: dict[str, list[str]] = {}
    for each in found.programmes:
        for i in (i for s in each.sessions for i in s.interventions):
            groups.setdefault(str(i.person_id), []).append(f"{each.programme_id} {i.name}")
    return sorted(groups.values())


def reasons(found: Resolution) -> list[tuple[str, str]]:
    return [(" / ".join(sorted((row.first_label, row.second_label))), row.reason) for row in found.suggestions]


@pytest.mark.parametrize(
    "labels",
    [
        ["Institut des rives basses (IRB)", "IRB", "l'Institut des rives basses"],
        ["IRB (Institut des rives basses)", "IRB"],
        ["association Rivages", "Rivages", "RIVAGES"],
        ["laboratoire d'innovation Halage", "Halage"],
        ["Ville de Lens", "Lens", "mairie de Lens"],
        ["Nord", "Conseil départemental du Nord"],
        ["Équipe Horizon", "Horizon"],
    ],
)
def test_a_body_is_known_by_its_acronym_and_its_short_name(labels: list[str]) -> None:
    found = bodies(*labels)
    assert body_groups(found) == {frozenset(labels)}
    assert found.suggestions == ()


@pytest.mark.parametrize(
    "pair",
    [
        ("Lens", "Lille"),
        ("Ville de Lens", "Ville de Lille"),
        ("Nord", "Pas-de-Calais"),
        ("Département du Nord", "Département du Pas-de-Calais"),
        ("Université de Lille", "Université de Lens"),
        ("Université de Lens", "Lens"),
        ("Université Lyon 1", "Université Lyon 2"),
        ("Département de la Mayenne", "Ville de Mayenne"),
        ("Métropole de Lens", "Ville de Lens"),
        ("Métropole de Lens", "Lens"),
        ("INRAE", "INRIA"),
        ("Lot", "Lot-et-Garonne"),
        ("Syndicat A", "Syndicat B"),
        ("Direction des eaux", "Direction des digues"),
        ("Forum 2024", "Forum 2025"),
    ],
)
def test_other_bodies_are_apart_and_not_even_suggested(pair: tuple[str, str]) -> None:
    found = bodies(*pair)
    assert body_groups(found) == {frozenset({label}) for label in pair}
    assert found.suggestions == ()


@pytest.mark.parametrize(
    "pair",
    [
        ("Fabrique des rives", "Fabrique des rivves"),
        ("Canal Sud", "Canalsud"),
        ("Médiathèque de Brou", "Médiatèque de Brou"),
    ],
)
def test_misprints_of_a_body_are_suggested_and_never_merged(pair: tuple[str, str]) -> None:
    found = bodies(*pair)
    assert len(body_groups(found)) == 2
    assert reasons(found) == [(" / ".join(sorted(pair)), "graphies_proches")]
    assert found.suggestions[0].programmes == "d0|d1"
    assert found.suggestions[0].sessions.split("|") in (["d0-1", "d1-1"], ["d1-1", "d0-1"])


def test_an_acronym_of_two_bodies_is_given_to_neither() -> None:
    found = bodies("Archives du Nord (AN)", "Archives nationales (AN)", "AN")
    assert len(body_groups(found)) == 3
    assert {reason for _, reason in reasons(found)} == {"sigle_ambigu"}


def test_a_document_knows_its_own_acronyms() -> None:
    found = resolve(
        document("a", "Léa Durand @ Archives du Nord (AN)", "Omar Vasseur @ AN"),
        document("b", "Inès Roux @ Archives nationales (AN)", "Yann Morel @ AN"),
    )
    assert body_groups(found) == {
        frozenset({"Archives du Nord (AN)", "AN"}),
        frozenset({"Archives nationales (AN)", "AN"}),
    }


def test_a_short_name_of_two_bodies_is_given_to_neither() -> None:
    found = bodies("Ville de Mayenne", "Département de la Mayenne", "Mayenne")
    assert len(body_groups(found)) == 3
    assert {reason for _, reason in reasons(found)} == {"nom_ambigu"}


def test_a_part_knows_its_whole() -> None:
    one = document("a", "Léa Durand @ équipe Horizon | Ville de Lens")
    quote = "Léa Durand de l'équipe Horizon de la Ville de Lens"
    (meeting,) = one.sessions
    (found,) = meeting.interventions
    meeting = meeting.model_copy(update={"interventions": (found.model_copy(update={"quote": quote}),)})
    (resolved,) = resolve(one.model_copy(update={"sessions": (meeting,)})).programmes
    records = {record.label: record for record in resolved.organisations}
    assert records["équipe Horizon"].parent_id == records["Ville de Lens"].organisation_id
    assert records["Ville de Lens"].parent_id is None


def test_two_labels_of_one_body_become_one_affiliation() -> None:
    (resolved,) = resolve(
        document("a", "Léa Durand @ Institut des rives (IR) | Canal Sud | IR", "Omar Vasseur @ IR")
    ).programmes
    first = resolved.sessions[0].interventions[0]
    assert [part.order for part in first.affiliations] == [1, 2]
    assert {record.label: record.appearances for record in resolved.organisations} == {
        "Institut des rives": 2,
        "Canal Sud": 1,
    } or {record.appearances for record in resolved.organisations} == {2, 1}


# Persons.


def test_people_of_one_name_and_body_are_one_person() -> None:
    found = resolve(document("a", "Léa Durand @ Canal Sud"), document("b", "DURAND Léa @ canal-sud"))
    assert len(person_groups(found)) == 1
    assert found.suggestions == ()


def test_people_of_one_name_of_whom_nothing_differs_are_one_person() -> None:
    assert len(person_groups(resolve(document("a", "Léa Durand @ Canal Sud"), document("b", "Léa Durand")))) == 1


def test_homonyms_of_other_bodies_are_apart_and_flagged() -> None:
    found = resolve(document("a", "Léa Durand @ Canal Sud"), document("b", "Léa Durand @ Fabrique des rives"))
    assert len(person_groups(found)) == 2
    assert reasons(found) == [("Léa Durand / Léa Durand", "homonymes_possibles")]


def test_somebody_printed_with_both_bodies_once_is_one_person() -> None:
    found = resolve(
        document("a", "Léa Durand @ Canal Sud"),
        document("b", "Léa Durand @ Fabrique des rives"),
        document("c", "Léa Durand @ Fabrique des rives | Canal Sud"),
    )
    assert len(person_groups(found)) == 1


@pytest.mark.parametrize("short", ["J.-B. Manent", "JB Manent", "J. B. Manent", "J. Manent"])
def test_initials_join_the_one_person_of_the_same_body(short: str) -> None:
    found = resolve(document("a", "Jean-Baptiste Manent @ Canal Sud"), document("b", f"{short} @ Canal Sud"))
    assert len(person_groups(found)) == 1
    assert {record.name for each in found.programmes for record in each.persons} == {"Jean-Baptiste Manent"}


def test_initials_without_a_shared_body_are_suggested() -> None:
    found = resolve(
        document("a", "Jean-Baptiste Manent @ Canal Sud"), document("b", "JB Manent @ Fabrique des rives")
    )
    assert len(person_groups(found)) == 2
    assert reasons(found) == [("JB Manent / Jean-Baptiste Manent", "initiales")]


def test_initials_of_father_and_son_join_neither() -> None:
    found = resolve(document("a", "Jean Manent @ Canal Sud", "Jules Manent @ Canal Sud", "J. Manent @ Canal Sud"))
    assert len(person_groups(found)) == 3
    assert [reason for _, reason in reasons(found)].count("initiales") == 2


@pytest.mark.parametrize("pair", [("Jean Martin", "Jeanne Martin"), ("Léa Durand", "Léo Durand")])
def test_two_first_names_are_two_people(pair: tuple[str, str]) -> None:
    found = resolve(*(document(f"d{number}", name) for number, name in enumerate(pair)))
    assert len(person_groups(found)) == 2
    assert found.suggestions == ()


def test_misprints_of_a_person_are_suggested_and_never_merged() -> None:
    found = resolve(document("a", "Léa Pénicard", "Léa Pénicart"))
    assert len(person_groups(found)) == 2
    assert reasons(found) == [("Léa Pénicard / Léa Pénicart", "graphies_proches")]


# The reference.


def test_the_reference_gives_identifiers_and_joins_its_aliases() -> None:
    row = KnownBody.model_validate(
        {"libelle": "Canal Sud", "alias": "Radio du canal", "sigle": "CSX", "siren": "732829320", "type": "média"}
    )
    found = resolve(
        document("a", "Léa Durand @ Radio du canal"), document("b", "Omar Roux @ CSX"), reference=Reference((row,))
    )
    assert body_groups(found) == {frozenset({"Radio du canal", "CSX"})}
    (record,) = found.programmes[0].organisations
    assert (record.label, record.siren, record.type, record.acronym) == (
        "Radio du canal",
        "732829320",
        "média",
        "CSX",
    )


def test_the_reference_says_who_homonyms_are() -> None:
    one = document("a", "Léa Durand @ Canal Sud")
    other = document("b", "Léa Durand @ Fabrique des rives")
    row = KnownPerson.model_validate({"nom": "Léa Durand"})
    found = resolve(one, other, reference=Reference((), (row,)))
    assert len(person_groups(found)) == 1
    assert found.suggestions == ()


def test_the_reference_of_the_package_knows_public_bodies() -> None:
    found = resolve(
        document("a", "Léa Durand @ DINUM"),
        document("b", "Omar Roux @ direction interministérielle du numérique"),
        reference=read_reference(),
    )
    assert len(body_groups(found)) == 1


# Properties.

MENTIONS = st.sampled_from(
    [
        *("Léa Durand", "DURAND Léa @ Canal Sud", "Léa Durand @ Fabrique des rives", "L. Durand @ Canal Sud"),
        *("Léa Durant @ IRB", "Omar Vasseur @ Institut des rives basses (IRB)", "O. Vasseur @ IRB", " @ Lens"),
        *(" @ Ville de Lens", " @ association Rivages | Lens", " @ Rivages", "Jean Caradec @ équipe Horizon | Lens"),
        *("Jeanne Caradec @ Horizon", " @ Département de la Mayenne", " @ Mayenne", " @ Ville de Mayenne"),
    ]
)
RUNS = st.lists(st.lists(MENTIONS, min_size=1, max_size=4), min_size=1, max_size=4)


@given(RUNS, st.randoms(use_true_random=False))
def test_the_order_of_documents_has_no_influence(runs: list[list[str]], shuffle: st.DataObject) -> None:
    documents = [document(f"d{number}", *mentions) for number, mentions in enumerate(runs)]
    shuffled = list(documents)
    shuffle.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = resolve(*documents), resolve(*shuffled)
    assert one.suggestions == other.suggestions
    assert sorted(one.programmes, key=lambda each: each.programme_id) == sorted(
        other.programmes, key=lambda each: each.programme_id
    )


@given(RUNS)
def test_every_identifier_has_its_record_and_what_is_resolved_stays(runs: list[list[str]]) -> None:
    documents = [document(f"d{number}", *mentions) for number, mentions in enumerate(runs)]
    found = resolve(*documents)
    for each in found.programmes:
        interventions = [one for meeting in each.sessions for one in meeting.interventions]
        people = {one.person_id for one in interventions} - {None}
        parts = {part.organisation_id for one in interventions for part in one.affiliations}
        assert people == {record.person_id for record in each.persons}
        assert parts == {record.organisation_id for record in each.organisations}
    assert body_groups(resolve(*found.programmes)) == body_groups(found)


# The reference programme: what its day of 28 September prints for one body.

ONE_BODY = [
    ["CREDOC", "Crédoc"],
    ["DINUM", "direction interministérielle du numérique"],
    ["HUB Les Assembleurs", "Hub Les Assembleurs"],
    ["IGN", "Institut géographique national (IGN)"],
    ["Incubateur des territoires", "Incubateur des Territoires"],
    ["La Mednum", "la Mednum", "MEDNUM", "Mednum"],
    ["Métropole de Lyon", "métropole de Lyon", "Grand Lyon"],
    ["Loos-en-Gohelle", "ville de Loos en Gohelle"],
    ["Fréquence écoles", "Fréquence Écoles", "association Fréquence écoles"],
    ["OpenDataFrance", "OpendataFrance"],
    ["Pix", "PIX"],
    ["Erasme", "laboratoire d'innovation Erasme"],
    ["Eurométropole", "Strasbourg Métropole"],
    ["Agence nationale de lutte contre l'illettrisme (ANLCI)", "Agence nationale de lutte contre l'illettrisme"],
]
ALONE = [
    *("ANCT", "ADULLACT", "CNRS", "CREAD", "Conseil national du numérique", "Strasbourg", "Ville de Lyon"),
    *("Ville de Grenoble", "Ville d'Angers", "Nantes", "Villejuif", "mairie de Marseille", "équipe DUPLEX"),
    *("équipe DesignGouv", "Département du Calvados", "Département du Pas-de-Calais", "région Bretagne"),
    *("région Hauts-de-France", "Hub Hubik", "Hub Rhin'Occ", "Hub Bretagne pour un numérique inclusif"),
    *("Direction du numérique en santé", "Direction générale de la cohésion sociale", "Ville Internet"),
    *("centre Internet et Société", "association des maires Ville et Banlieue", "Métropole Européenne de Lille"),
    *(
        "bureau des minima sociaux",
        "Service observation et prospective",
        "projet Datami",
        "Centres Sociaux Connectés",
    ),
]


def test_the_bodies_of_the_reference_programme_are_told_apart() -> None:
    clusters = [*ONE_BODY, *([label] for label in ALONE)]
    labels = [label for cluster in clusters for label in cluster]
    part = "laboratoire d'innovation Erasme | métropole de Lyon"
    found = resolve(
        document("nec", *(f" @ {label}" for label in labels), f"Léa Roux @ {part}"),
        reference=read_reference(),
    )
    group = {label: number for number, labels in enumerate(body_groups(found)) for label in labels}
    true = {label: number for number, cluster in enumerate(clusters) for label in cluster}
    given = {pair for pair in combinations(sorted(labels), 2) if group[pair[0]] == group[pair[1]]}
    right = {pair for pair in combinations(sorted(labels), 2) if true[pair[0]] == true[pair[1]]}
    precision, recall = len(given & right) / len(given), len(given & right) / len(right)
    assert precision >= 0.99
    assert 2 * precision * recall / (precision + recall) >= 0.9


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_the_people_of_the_reference_programme_are_told_apart() -> None:
    from runs import model

    from pipeline.run import run_document

    read = run_document(CORPUS / "nec-2022" / "nec-2022.pdf", model())
    found = resolve(read)
    (resolved,) = found.programmes
    names = {record.name: record.variants for record in resolved.persons}
    assert names["Jean-Baptiste Manenti"] == "JB Manenti"
    assert len(resolved.persons) == len(read.persons) - 1
    assert {pair for pair, reason in reasons(found) if reason == "graphies_proches"} >= {
        "Soizic Pénicaud / Soizic Pénicaut",
        "Florian Guillanton / Florian Guillantou",
    }
