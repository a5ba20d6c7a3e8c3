"""People named in titles: those behind the end of the title are cut off, those it is with stay in it."""

import pytest
from layouts import Put, lines_of, passage

from pipeline.document import Block, Capacity, Kind, Segment
from pipeline.page.passages import join_lines
from pipeline.segment.title_credits import split_title_credits


def told(title: str, kind: Kind = Kind.SESSION) -> tuple[str, list[tuple[str, str]]]:
    [found] = split_title_credits([Segment(pages=(1,), kind=kind, title=passage(title))])
    return found.title.text, [(block.capacity.value, block.passage.text.strip()) for block in found.blocks]


@pytest.mark.parametrize(
    ("printed", "title", "people"),
    [
        (
            "Table ronde « Rives », animée par Léa Durand, avec Omar Vasseur",
            "Table ronde « Rives »",
            [("animation", "Léa Durand, avec Omar Vasseur")],
        ),
        ("Habiter la digue (modéré par Léa Durand)", "Habiter la digue", [("modération", "Léa Durand")]),
        ("Ouverture, Léa Durand et Omar Vasseur", "Ouverture", [("intervention", "Léa Durand et Omar Vasseur")]),
        ("Habiter la digue, intervention de Léa Durand", "Habiter la digue", [("intervention", "Léa Durand")]),
        ("Une lecture de Léa Durand", "Une lecture de Léa Durand", []),
        ("Visite du moulin, conduite par Léa Durand", "Visite du moulin", [("intervention", "Léa Durand")]),
        ("La digue conduite par Léa Durand", "La digue conduite par Léa Durand", []),
        ("Visite du pont sous la conduite de Léa Durand", "Visite du pont", [("intervention", "Léa Durand")]),
        ("Discours du maire, Léa Durand", "Discours du maire", [("intervention", "Léa Durand")]),
        ("Mot d'accueil du maire, Léa Durand", "Mot d'accueil", [("intervention", "du maire, Léa Durand")]),
        (
            "Ouverture de l'assemblée par le président, Omar Vasseur",
            "Ouverture de l'assemblée",
            [("intervention", "le président, Omar Vasseur")],
        ),
        ("Introduction Léa Durand, maire de Vézac", "Introduction", [("intervention", "Léa Durand, maire de Vézac")]),
        ("Introduction Rives, maires et canaux", "Introduction Rives, maires et canaux", []),
        ("Prises de parole : Léa Durand (maire)", "Prises de parole", [("intervention", "Léa Durand (maire)")]),
        ("Balade contée par Léa Durand, maire", "Balade contée", [("intervention", "Léa Durand, maire")]),
        ("Conclusions : Léa Durand et Omar Vasseur", "Conclusions", [("intervention", "Léa Durand et Omar Vasseur")]),
        (
            "Discours d'ouverture de M. Omar Vasseur, maire",
            "Discours d'ouverture",
            [("intervention", "M. Omar Vasseur, maire")],
        ),
        (
            "Tenir un moulin, avec Léa Durand, meunière",
            "Tenir un moulin",
            [("intervention", "Léa Durand, meunière")],
        ),
        (
            "Tenir un moulin, avec l'association Canal Sud",
            "Tenir un moulin",
            [("intervention", "l'association Canal Sud")],
        ),
        ("Tenir un moulin, avec ou sans eau", "Tenir un moulin, avec ou sans eau", []),
        ("Synthèse par M. le préfet du Lot", "Synthèse", [("intervention", "M. le préfet du Lot")]),
        ("Rencontre avec Léa Durand", "Rencontre avec Léa Durand", [("intervention", "Léa Durand")]),
        ("Un débat animé par l'envie de rire", "Un débat animé par l'envie de rire", []),
        ("Un matin avec Léa Durand", "Un matin avec Léa Durand", [("intervention", "Léa Durand")]),
        ("Rencontre avec les éclusiers", "Rencontre avec les éclusiers", []),
        ("Visite de la maison de Léa Durand", "Visite de la maison de Léa Durand", []),
        ("Ouverture, pause et visite", "Ouverture, pause et visite", []),
        ("Introduction : Léa Durand, éclusière", "Introduction", [("intervention", "Léa Durand, éclusière")]),
        ("Mot d'accueil de Mme Léa Durand", "Mot d'accueil", [("intervention", "Mme Léa Durand")]),
        ("Conclusion de la journée – Léa Durand", "Conclusion de la journée", [("intervention", "Léa Durand")]),
        ("Mot d'accueil par le maire de Vézac Léa Durand", "Mot d'accueil", [("intervention", "Léa Durand")]),
        (
            "Grand bal avec la marraine du lieu, Léa Durand",
            "Grand bal",
            [("intervention", "la marraine du lieu, Léa Durand")],
        ),
        ("Clôture par la maire, Léa Durand", "Clôture", [("intervention", "la maire, Léa Durand")]),
        (
            "Clôture par le maire de Vézac, Léa Durand",
            "Clôture",
            [("intervention", "le maire de Vézac, Léa Durand")],
        ),
        ("« La crue », de et par Léa Durand", "« La crue »", [("intervention", "Léa Durand")]),
        (
            "Discours de Léa Durand, maire de Vézac",
            "Discours de Léa Durand",
            [("intervention", "Léa Durand, maire de Vézac")],
        ),
        ("Habiter la digue, intervention par Léa Durand", "Habiter la digue", [("intervention", "Léa Durand")]),
        ("Visite guidée des quais par Léa Durand", "Visite guidée des quais", [("intervention", "Léa Durand")]),
        ("Bilan de la journée par Léa Durand", "Bilan de la journée", [("intervention", "Léa Durand")]),
        ("Les rives vues par Léa Durand", "Les rives vues par Léa Durand", []),
        ("Une digue menacée par la crue", "Une digue menacée par la crue", []),
        ("Lire la rive (Léa Durand, Canal Sud)", "Lire la rive", [("intervention", "Léa Durand, Canal Sud")]),
        ("« La rive » par la Cie des Ormes", "« La rive »", [("intervention", "la Cie des Ormes")]),
        (
            "Goûter avec la Cie des Ormes « La rive »",
            "Goûter avec la Cie des Ormes « La rive »",
            [("intervention", "la Cie des Ormes")],
        ),
        (
            "Partager la rive (Atelier animé par le Comité de pilotage)",
            "Partager la rive",
            [("animation", "le Comité de pilotage")],
        ),
        ("LES RIVES VOULUES POUR 2030 PAR LA VILLE DE BROU", "LES RIVES VOULUES POUR 2030 PAR LA VILLE DE BROU", []),
        ("Quelles rives demain par la Cie des Ormes ?", "Quelles rives demain par la Cie des Ormes ?", []),
        ("Ouverture du forum par l'UBV", "Ouverture du forum", [("intervention", "l'UBV")]),
        ("Écrire par l'ADN", "Écrire par l'ADN", []),
        ("Apprendre la rive par l'école", "Apprendre la rive par l'école", []),
        ("Lire la rive (version longue)", "Lire la rive (version longue)", []),
        (
            "Lire la rive avec Léa Durand et Omar Vasseur",
            "Lire la rive",
            [("intervention", "Léa Durand et Omar Vasseur")],
        ),
        (
            "Grand entretien avec Léa Durand, directrice",
            "Grand entretien avec Léa Durand",
            [("intervention", "Léa Durand, directrice")],
        ),
    ],
)
def test_people_of_a_title(printed: str, title: str, people: list[tuple[str, str]]) -> None:
    assert told(printed) == (title, people)


def test_a_break_names_nobody() -> None:
    assert told("Pause, animée par Léa Durand", Kind.BREAK) == ("Pause, animée par Léa Durand", [])


def test_a_title_that_is_a_person_with_a_civility_names_who_speaks() -> None:
    assert told("Mme Léa Durand, maire de Vézac") == (
        "Mme Léa Durand, maire de Vézac",
        [("intervention", "Mme Léa Durand, maire de Vézac")],
    )
    assert told("Léa Durand, éclusière") == ("Léa Durand, éclusière", [])


def test_words_at_the_end_of_a_title_lead_to_the_people_below_it() -> None:
    people = Block(capacity=Capacity.INTERVENTION, marker="", passage=passage("Léa Durand, éclusière"))
    title = passage("« Lire la rive », atelier animé par")
    led = passage("« Lire la rive », atelier, animé par")
    with_guests = passage("Habiter la digue, table ronde avec")
    for printed, kept, capacity in (
        (led, "« Lire la rive », atelier", "animation"),
        (title, title.text, "intervention"),
        (with_guests, "Habiter la digue", "intervention"),
    ):
        [found] = split_title_credits([Segment(pages=(1,), kind=Kind.SESSION, title=printed, blocks=(people,))])
        assert (found.title.text, [block.capacity.value for block in found.blocks]) == (kept, [capacity])


def test_a_function_on_the_row_of_a_speech_is_that_of_who_gives_it() -> None:
    title, told_below = (
        join_lines([line])
        for line in lines_of(
            [Put("Discours de Léa Durand", bold=True, width=120), Put("maire de Vézac", x=180, beside=True)]
        )
    )
    below = passage("maire de Vézac")
    for body, people in ((told_below, "Léa Durand maire de Vézac"), (below, "Léa Durand")):
        [found] = split_title_credits([Segment(pages=(1,), kind=Kind.SESSION, title=title, body=(body,))])
        assert [block.passage.text for block in found.blocks] == [people]


def test_a_civility_at_the_end_of_a_title_belongs_to_who_leads_it() -> None:
    block = Block(capacity=Capacity.INTERVENTION, marker="", passage=passage("Léa Durand, maire de Vézac"))
    title = passage("Table ronde : « Les rives », animée par Mme")
    [found] = split_title_credits([Segment(pages=(1,), kind=Kind.SESSION, title=title, blocks=(block,))])
    assert found.title.text == "Table ronde : « Les rives »"
    assert [each.capacity for each in found.blocks] == [Capacity.ANIMATION]


def test_a_last_sentence_of_a_title_may_lead_to_those_below_it() -> None:
    below = passage("l'association Rivages")
    segment = Segment(pages=(1,), kind=Kind.SESSION, title=passage("Tenir un moulin. Avec :"), body=(below,))
    [found] = split_title_credits([segment])
    assert (found.title.text, found.body) == ("Tenir un moulin.", ())
    assert [(block.marker, block.passage) for block in found.blocks] == [("Avec", below)]


def test_a_name_that_breaks_off_at_the_end_of_a_title_goes_on_in_the_people_below_it() -> None:
    people = Block(capacity=Capacity.INTERVENTION, marker="", passage=passage("LE GOFF, éclusière et Marc PETIT"))
    title = passage("Habiter la rive, par Anne-Lise")
    [found] = split_title_credits([Segment(pages=(1,), kind=Kind.SESSION, title=title, blocks=(people,))])
    assert found.title.text == "Habiter la rive"
    assert [block.passage.text for block in found.blocks] == ["Anne-Lise LE GOFF, éclusière et Marc PETIT"]


@pytest.mark.parametrize(
    ("title", "below", "whole"),
    [
        ("Habiter la digue / Mme", "Léa Durand, maire", "Mme Léa Durand, maire"),
        ("Habiter la digue – Anne-", "Laure Durand, maire", "Anne-Laure Durand, maire"),
        ("Habiter la digue, par Aurélie", "Durand, maire", "Aurélie Durand, maire"),
    ],
)
def test_a_title_leaves_the_name_that_it_begins_to_the_people_below(title: str, below: str, whole: str) -> None:
    people = Block(capacity=Capacity.INTERVENTION, marker="", passage=passage(below))
    segment = Segment(pages=(1,), kind=Kind.SESSION, title=passage(title), blocks=(people,))
    [found] = split_title_credits([segment])
    assert (found.title.text, [block.passage.text for block in found.blocks]) == ("Habiter la digue", [whole])
