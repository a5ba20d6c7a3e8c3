"""Blocks of people and paragraphs: where a list of people begins, and where one person ends and the next begins."""

import pytest
from layouts import TEXTS, Put, document, heading, hours, item_with, lines_of, paragraph

from pipeline.page.look import Look
from pipeline.page.people_lists import is_group, is_people
from pipeline.segment import split_sessions
from pipeline.segment.blocks import split_blocks
from pipeline.segment.setting import Setting

ENDS = ("ier", "el", "eau", "and", "in", "on", "ac", "et", "ard")
LONG = ", ".join(f"Léa Durand{end} (laboratoire d'études des rives de Port-{end.title()})" for end in ENDS)


def blocks(*inside: Put) -> list[tuple[str, str]]:
    segment = split_sessions(item_with(*inside)).segments[0]
    return [(block.capacity.value, block.passage.text) for block in segment.blocks]


def test_a_sentence_that_ends_with_avec_opens_the_list_below_it() -> None:
    found = blocks(
        *paragraph(*TEXTS[0]),
        Put("Table ronde animée par Léa Durand, journaliste, avec :", gap=6),
        Put("Omar Vasseur, éclusier", x=60, gap=4),
        Put("Anne Gautier, présidente du moulin en partage de la rive", x=60),
    )
    assert found == [
        ("animation", "Léa Durand, journaliste"),
        ("intervention", "Omar Vasseur, éclusier\nAnne Gautier, présidente du moulin en partage de la rive"),
    ]


@pytest.mark.parametrize("note", ["Débat et vote", "Entrée libre", "Dès 12 ans, sur inscription"])
def test_people_end_above_what_names_nobody(note: str) -> None:
    people = Put("Présenté par Léa Durand, éclusière", gap=6)
    assert blocks(people, Put(note)) == [("intervention", "Léa Durand, éclusière")]


def test_a_list_with_bullets_ends_at_a_paragraph_without_one_in_other_letters() -> None:
    found = blocks(
        Put("Avec :", gap=6),
        Put("• Léa Durand, éclusière", gap=4),
        Put("Cité des rives – 5 rue du Bac, 56000 Vézac – tram 1, arrêt du Bac", size=8, color="#666666", gap=20),
    )
    assert found == [("intervention", "• Léa Durand, éclusière")]


def test_a_credit_that_ends_with_avec_opens_the_list_below_it() -> None:
    found = blocks(Put("Animée par Léa Durand, avec :", gap=6), Put("Omar Vasseur, éclusier", x=60, gap=4))
    assert found == [("animation", "Léa Durand"), ("intervention", "Omar Vasseur, éclusier")]


def test_two_short_lines_of_people_are_two_credits() -> None:
    found = blocks(
        Put("Léa Durand, présidente du moulin", gap=6),
        Put("Omar Vasseur, maire (sous réserve)"),
        *paragraph(*TEXTS[0], gap=20),
    )
    assert [text for _, text in found] == ["Léa Durand, présidente du moulin", "Omar Vasseur, maire (sous réserve)"]


def test_people_above_a_summary_in_smaller_type_are_a_block() -> None:
    found = blocks(
        Put("Léa Durand (Canal Sud)", color="#800000", gap=3),
        Put("Une rive recule et la commune s'interroge sur la suite", size=9, width=340),
        Put("à donner aux travaux engagés.", size=9),
    )
    assert found == [("intervention", "Léa Durand (Canal Sud)")]


def test_what_is_set_larger_below_people_tells_of_the_session() -> None:
    puts = (Put("Léa Durand (Canal Sud) et Marc Petit, batelier du port de Vézac", size=9, gap=3, width=340),)
    assert blocks(*puts, Put("Dix ans de crues", size=10, x=58)) == [("intervention", puts[0].text)]
    assert blocks(*puts, Put("Agence de la rive", size=10, x=58))[0][1].endswith("Agence de la rive")


def test_bold_people_whose_first_name_breaks_off_are_no_subtitle() -> None:
    found = blocks(Put("par Aurélie", bold=True, gap=3), Put("Roux et Marc Petit", bold=True))
    assert found == [("intervention", "Aurélie Roux et Marc Petit")]


def test_a_sentence_whose_line_begins_like_a_marker_names_nobody_who_takes_part() -> None:
    lines = paragraph("La loi des rives et des digues de toute la vallée a été", "présentée par Léa Durand en 1867.")
    assert blocks(*lines) == []


def test_surnames_in_capitals_end_names_though_they_are_first_names_too() -> None:
    found = blocks(Put("Omar MARTIN", x=90, gap=3), Put("Bénédicte LE GOFF", x=75))
    assert [text for _, text in found] == ["Omar MARTIN", "Bénédicte LE GOFF"]


def test_a_bold_person_below_a_title_is_no_subtitle() -> None:
    found = blocks(Put("Léa Durand, éclusière", size=12, bold=True, gap=3), *paragraph(*TEXTS[0]))
    assert found == [("intervention", "Léa Durand, éclusière")]


def test_words_of_a_marker_alone_beside_a_time_are_a_title() -> None:
    puts = [
        put
        for time, title in (
            ("9h – 9h30", "Accueil du public"),
            ("9h30 – 10h", "Grand témoin"),
            ("10h – 11h", "La crue"),
        )
        for put in (hours(f"{time} • {title}", gap=20), Put("Léa Durand, sociologue", gap=3))
    ]
    found = split_sessions(document(puts)).segments
    assert [(segment.title.text, len(segment.blocks)) for segment in found][1] == ("Grand témoin", 1)


def test_numbered_workshops_below_a_bold_title_are_no_subtitle() -> None:
    found = split_sessions(
        item_with(
            Put("Atelier A – Se loger", size=12, bold=True, gap=3),
            Put("Une porte, un toit et une clé.", gap=2),
            Put("Atelier B – Se nourrir", size=12, bold=True, gap=6),
            Put("Un champ, un four et une table.", gap=2),
        )
    ).segments[0]
    assert found.subtitle is None


def test_a_person_at_the_start_of_a_line_is_another_however_full_the_line_before() -> None:
    found = blocks(
        Put("Avec :", gap=6),
        Put("Omar Vasseur, président du moulin en partage de la rive"),
        Put("Anne Gautier, meunière"),
    )
    assert found == [
        ("intervention", "Omar Vasseur, président du moulin en partage de la rive\nAnne Gautier, meunière")
    ]


def test_a_person_below_the_one_who_leads_speaks() -> None:
    found = blocks(
        *paragraph(*TEXTS[0]),
        Put("Animation : Léa Durand, journaliste", gap=6),
        Put("Omar Vasseur, maire de Vézac"),
    )
    assert sorted(found) == [
        ("animation", "Léa Durand, journaliste"),
        ("intervention", "Omar Vasseur, maire de Vézac"),
    ]


def test_a_person_with_a_bullet_before_the_function_is_a_credit() -> None:
    assert blocks(Put("Léa Durand • Cheffe de projet, Canal Sud", gap=6)) == [
        ("intervention", "Léa Durand • Cheffe de projet, Canal Sud")
    ]


def test_a_person_in_the_look_of_titles_below_a_short_title_is_no_part_of_it() -> None:
    puts = [
        put
        for time, title in zip(
            ("9h", "10h", "11h"), ("Habiter", "Le moulin en partage de la rive", "La crue"), strict=True
        )
        for put in (
            hours(time, gap=30),
            Put(title, size=16, bold=True, gap=4),
            Put("Léa Durand", size=16, bold=True),
            *paragraph(*TEXTS[0]),
        )
    ]
    assert split_sessions(document(puts)).segments[0].title.text == "Habiter"


def test_a_format_with_a_colon_before_no_person_is_a_title_and_no_marker() -> None:
    puts = [
        put
        for time, title in (("9h", "Panel : Les rives en commun"), ("10h", "Habiter la digue"), ("11h", "La crue"))
        for put in (hours(time, gap=30), Put(title, size=16, bold=True, gap=4), *paragraph(*TEXTS[0]))
    ]
    assert split_sessions(document(puts)).segments[0].title.text == "Panel : Les rives en commun"


def test_people_below_the_last_line_of_a_text_are_a_block() -> None:
    found = blocks(*paragraph(*TEXTS[0]), Put("Léa Durand, cheffe de projet, Canal Sud"))
    assert found == [("intervention", "Léa Durand, cheffe de projet, Canal Sud")]


def test_a_body_broken_before_the_name_of_a_town_is_no_person() -> None:
    found = blocks(
        Put("Avec :", gap=6),
        Put("Omar Vasseur, chercheur au centre de sociologie de Sciences", width=340.0),
        Put("Léa Paris, rivages et moulins", gap=0),
    )
    assert found == [
        ("intervention", "Omar Vasseur, chercheur au centre de sociologie de Sciences Léa Paris, rivages et moulins")
    ]


def test_a_credit_goes_on_at_the_top_of_the_next_page_until_its_sentence_ends() -> None:
    first = [
        hours("10h", gap=30),
        Put("Habiter la digue", size=16, bold=True, gap=4),
        *paragraph(*TEXTS[0], gap=300),
        Put("Avec Léa Durand, éclusière au port de la", width=340.0, gap=6),
    ]
    after = [
        put
        for time in ("11h", "12h")
        for put in (hours(time, gap=30), Put("La crue", size=16, bold=True, gap=4), *paragraph(*TEXTS[1]))
    ]
    second = [Put("rive, Omar Vasseur, maire de Vézac."), *after]
    found = split_sessions(document(first, second)).segments[0]
    assert [block.passage.text for block in found.blocks] == [
        "Léa Durand, éclusière au port de la rive, Omar Vasseur, maire de Vézac."
    ]


def blocks_of(*puts: Put) -> list[str]:
    found = lines_of(puts)
    setting = Setting(None, Look.of(found[0].style), frozenset(), {7: 380.0})
    return [block.passage.text for block in split_blocks(found, setting)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Léa Durand (Canal Sud), Marc Petit, éclusier",
        "par Léa DURAND (Canal Sud)",
        "PAR Léa DURAND",
        "Lucien Roux du Centre de recherche sur les rives (CRR)",
        "Léa Durand de l'Université de Vézac et Sabine Marchand, chercheuse",
        "Léa Durand : politiste",
        "L. Durand, première adjointe au maire de Vézac",
        "Kiyomi Bataille, Marc Petit et Léa Durand (cellule des rives)",
        "Léa Durand, maire, région Grand Est",
        "Kiyomi Roche – directrice de cabinet, région Centre",
        "Kiyomi Kone Traoré (adjointe au maire de Vézac)",
        "Kiyomi Bataille – Rivages ; Léa Durand – Canal Sud",
        "Kiyomi Bataille, Takumi Roche et Léa Durand (Canal Sud)",
        "DURAND Léa de l'université de Vézac et PETIT Marc",
        "| Léa DURAND et Marc PETIT (Salle 2)",
        "L. Durand, P. Roux-Petit, A. Ben Amar – Service des rives, hôpital de Vézac",
        "Durand L., Petit M. (Vézac)",
        "Léa DURAND / psychologue scolaire / Collège Rive",
        "Victoire d'Ormesant : Responsable des fonds, Musée de la rive",
        "Tiphaine Roux, Dir. adjointe, Agence de la rive • Marc Petit, Resp. technique, Coop. de Brou",
        "Canal Sud – Confédération des rives (CSR), représentée par Léa Durand",
        "Chambre d'agriculture du Lot : Onfroy Petit, élu en charge de l'eau",
        "L. Durand (Vézac), M.-A. Petit (Brou), Z. de Rive (Lormont)",
        "Présidente de Vézac Agglo : Léa Durand",
        "Gérant de la ferme des rives : Léa Durand",
        "Photographe chez Canal Sud : LE GARVEZ Rajesh",
        "Directrice du Centre de lecture (CDL) de Vézac : Léa Durand",
        "Agence de la lecture – Léa Durand, directrice générale",
        "Mme Léa DURAND professeure de droit des canaux, université de Vézac",
        "par Léa Durand du Caravel de Vézac",
        "Léa Durand du LARIVE2 de Vézac",
        "Léa Durand du Caravel-Nord de l'université de Vézac",
        "Mme Léa Durand de Canal Sud et M. Marc Petit de Rives ouvertes",
        LONG,
    ],
)
def test_a_paragraph_of_people_needs_no_marker(text: str) -> None:
    assert is_people(text)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Les élèves du lycée agricole de Vézac", True),
        ("• Un représentant de l'Ordre des architectes", True),
        ("L'équipe de Canal Sud", True),
        ("/ les élèves du lycée de Vézac et Mme DURAND Léa, éclusière", True),
        ("Les élèves du lycée de Vézac jouent leur pièce", False),
        ("L'équipe de Canal Sud anime un atelier", False),
        ("Les habitants de Vézac et les canaux", False),
        ("Les habitants de Vézac, qui vivent au bord de l'eau", False),
        ("Les élèves du lycée de Vézac ouvrent la journée.", False),
        ("Canal Sud", False),
    ],
)
def test_people_of_a_body_alone_in_a_paragraph_take_part(text: str, alone: bool) -> None:
    assert is_group(text) is alone


@pytest.mark.parametrize(
    "text",
    [
        "Canal Sud – producteurs locaux",
        "Conférence de Matteo Roux, historien à l'université de Vézac",
        "Grands lacs, Marc Petit",
        "Canal Sud et rives",
        "Vitamine D, Vitamine C (Vézac)",
        "Canal Sud, une histoire de Léa Durand",
        "par ailleurs, la rive change",
        "Léa Durand : une vie au bord de l'eau",
        "Ville de demain : Léa Durand et les canaux",
        "Maison du canal : une histoire, trois éclusiers",
        "A. Moulin (Grande salle)",
        "Maire de village : une vocation",
        "Maison du canal – une histoire, trois éclusiers",
        "Gérant de ferme : Habiter Brou",
        "Léa Durand de l'association Rivages : Habiter la digue",
        "Léa Durand, dite la batelière, " + "remontait le canal avec ses chevaux pour livrer le bois " * 8,
    ],
)
def test_a_name_alone_makes_no_list(text: str) -> None:
    assert not is_people(text)


def test_people_below_who_leads_a_format_in_a_line_of_their_own_are_read_on() -> None:
    found = [Put("Débat modéré par Léa Durand"), Put("éclusière"), Put("Marc Petit"), Put("meunier")]
    assert blocks_of(*(put._replace(width=100.0) for put in found)) == ["Léa Durand éclusière\nMarc Petit meunier"]


def test_two_capitalised_words_behind_by_are_a_name() -> None:
    assert blocks_of(Put("Présidé par Kiyomi Bataille – Rivages.")) == ["Kiyomi Bataille – Rivages."]
    assert blocks_of(Put("Animé par son goût de la rive")) == []


def test_a_text_further_out_than_the_people_above_it_tells_of_none() -> None:
    people = [Put("Animé par", bold=True, x=50), Put("Léa Durand, éclusière", x=50), Put("Marc Petit, meunier", x=50)]
    text = Put("La Ville de Brou a ouvert ses quais.", gap=12)
    assert blocks_of(*people, text) == ["Léa Durand, éclusière\nMarc Petit, meunier"]
    assert len(blocks_of(*people, text._replace(x=50))[0].split("\n")) == 3


def test_numbered_talks_further_in_are_no_part_of_the_people_above() -> None:
    talks = [Put("1. Léa Durand (Canal Sud) - La crue", x=55), Put("2. Marc Petit (Rivages) - Le pont", x=55)]
    assert (
        blocks_of(Put("Séance présidée par"), Put("Omar Vasseur, éclusier"), *talks)[-1] == "Omar Vasseur, éclusier"
    )


def test_talks_further_in_below_the_sentence_of_a_chair_are_no_part_of_it() -> None:
    chair = Put("Modération : Omar Vasseur (Canal Sud).", width=338.0)
    talk = "Ce que la crue laisse – Léa Durand, éclusière"
    assert "Omar Vasseur (Canal Sud)." in blocks_of(chair, Put(talk, x=55))
    assert blocks_of(chair, Put("Marc Petit (Rivages)", x=55)) == ["Omar Vasseur (Canal Sud). Marc Petit (Rivages)"]


def test_an_entry_set_as_the_person_above_it_is_one_too() -> None:
    entries = [Put("• DURAND Léa | Canal Sud", gap=6), Put("• ROCHE Kiyomi | Rivages", gap=6)]
    assert blocks_of(*entries) == ["DURAND Léa | Canal Sud", "ROCHE Kiyomi | Rivages"]
    assert blocks_of(entries[0], Put("• Grand Large – une visite", gap=6)) == ["DURAND Léa | Canal Sud"]
    group = Put("• Un représentant du port", gap=6)
    assert blocks_of(Put("• Léa Durand, éclusière", gap=6), group) == [
        "Léa Durand, éclusière",
        "Un représentant du port",
    ]
    told = Put("• Un représentant du port qui raconte", gap=6)
    assert blocks_of(Put("• Léa Durand, éclusière", gap=6), told) == ["Léa Durand, éclusière"]
    assert blocks_of(entries[0], Put("• Canal Sud | la visite", gap=6, italic=True)) == ["DURAND Léa | Canal Sud"]


def test_by_in_small_letters_is_no_part_of_the_people() -> None:
    assert blocks_of(Put("par Léa Durand, éclusière")) == ["Léa Durand, éclusière"]


def test_a_line_that_opens_with_a_name_begins_an_entry_where_there_was_room_before() -> None:
    entries = [Put("Léa Durand, éclusière", width=110.0), Put("Marc Petit, batelier", width=100.0)]
    assert blocks_of(*entries) == ["Léa Durand, éclusière", "Marc Petit, batelier"]


def test_a_name_cut_at_its_hyphen_goes_on() -> None:
    entries = [Put("Léa Durand (Canal Sud), Jean-", width=110.0), Put("Rémi Petit, batelier", width=100.0)]
    assert blocks_of(*entries) == ["Léa Durand (Canal Sud), Jean-Rémi Petit, batelier"]


def test_text_right_below_people_is_no_part_of_them() -> None:
    people = Put("Léa Durand, éclusière", width=110.0)
    text = [Put("La crue revient chaque hiver. Elle est", width=338.0), Put("attendue sur la digue.", width=120.0)]
    assert blocks_of(people, *text) == ["Léa Durand, éclusière"]
    assert blocks_of(people._replace(width=338.0), *text) == []


def test_people_behind_a_colon_are_a_block() -> None:
    assert blocks_of(Put(": Léa Durand, Omar Vasseur, Anne Gautier")) == ["Léa Durand, Omar Vasseur, Anne Gautier"]


@pytest.mark.parametrize("credit", ["Léa Durand, France, 2021, 61 min", "Léa Durand (Belgique, 1998, 1h42)"])
def test_the_credit_of_a_film_names_nobody_who_takes_part(credit: str) -> None:
    assert not is_people(credit)


def test_each_credit_in_a_sentence_ends_where_the_next_begins() -> None:
    found = blocks(*paragraph("Une rencontre avec Léa Durand et Omar Vasseur, animée par Anne Gautier."))
    assert found == [("intervention", "Léa Durand et Omar Vasseur,"), ("animation", "Anne Gautier")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Le film est projeté en présence de Per Holmström.", ["Per Holmström"]),
        ("Un atelier pour dessiner avec l'illustratrice Lou Morvan.", ["l'illustratrice Lou Morvan"]),
        ("Un atelier pour dessiner avec la craie des Alpes.", []),
    ],
)
def test_people_in_a_sentence(text: str, people: list[str]) -> None:
    assert [named for _, named in blocks(*paragraph(text))] == people


def test_a_line_of_people_that_ends_with_a_dot_between_goes_on_below() -> None:
    found = blocks(
        Put("Animation Léa Durand (Canal Sud) · Omar Vasseur (Rivages) ·", gap=6, width=340),
        Put("Anne Gautier (Fabrique des rives)"),
    )
    assert found == [
        ("animation", "Léa Durand (Canal Sud) · Omar Vasseur (Rivages) · Anne Gautier (Fabrique des rives)")
    ]


def test_groups_set_as_text_are_items_with_the_people_below_each() -> None:
    groups = [
        Put("Atelier 1 – Facile à lire (salle Bleue)", gap=4),
        Put("Animé par Léa Durand et Omar Vasseur"),
        Put("Atelier 2 – Jouer au moulin (salle Verte)"),
        Put("Animé par Anna Keller, éclusière"),
    ]
    found = split_sessions(item_with(*groups)).segments[1:3]
    assert [(item.title.text, [block.passage.text for block in item.blocks]) for item in found] == [
        ("Atelier 1 – Facile à lire", ["Léa Durand et Omar Vasseur"]),
        ("Atelier 2 – Jouer au moulin", ["Anna Keller, éclusière"]),
    ]


def test_what_people_do_may_be_set_otherwise_below_their_names() -> None:
    found = blocks_of(
        Put("Animation :"),
        Put("Léa Durand"),
        Put("Directrice", italic=True),
        Put("Canal Sud", italic=True),
        Put("Omar Vasseur"),
        Put("Maire", italic=True),
        Put("La rive recule depuis dix ans, et la commune s'interroge."),
    )
    assert found == ["Léa Durand\nDirectrice\nCanal Sud\nOmar Vasseur\nMaire"]


def test_people_whose_line_must_go_on_do_so_though_the_next_stands_a_little_lower() -> None:
    lines = lines_of([Put("Animé par Léa Durand, éclusière à la", width=200.0), Put("DIREN", gap=6.0)])
    body, found = split_blocks(lines, Setting(None, Look(10, False, False, "Serif", None), frozenset(), {}))
    assert not body
    assert [block.passage.text.split() for block in found] == [["Léa", "Durand,", "éclusière", "à", "la", "DIREN"]]


def test_people_who_fill_their_lines_are_entries_of_their_own_by_their_names() -> None:
    found = blocks(
        *paragraph(*TEXTS[0]),
        Put("Hervé Jacquet, conservateur, Musée des moulins", gap=8, width=200),
        Put("Léa Durand, chargée de collections, Canal Sud", width=205),
    )
    assert found == [
        ("intervention", "Hervé Jacquet, conservateur, Musée des moulins"),
        ("intervention", "Léa Durand, chargée de collections, Canal Sud"),
    ]


def test_talks_with_who_gives_them_are_entries_though_set_as_one_paragraph() -> None:
    talks = ["Le moulin en partage – Léa Durand, architecte", "Ce que dit la crue – Marc Petit, éclusier"]
    puts = [Put("Mardi 14 mai 2024"), hours("9h – Habiter la digue"), hours("10h – Retours d'expérience")]
    puts += [Put(talks[0], gap=4), Put(talks[1]), hours("11h – Pause"), *paragraph(*TEXTS[0])]
    titles = [item.title.text for item in split_sessions(document(puts)).segments]
    assert titles[1:4] == ["Retours d'expérience", "Le moulin en partage", "Ce que dit la crue"]


def test_a_group_goes_on_where_its_line_is_full() -> None:
    groups = [
        Put("Atelier A. Le moulin – Léa Durand (Canal Sud) et Marc Petit", gap=8, width=340),
        Put("(Inria)"),
        Put("Atelier B. La crue – Anna Keller, éclusière", width=200),
    ]
    puts = [Put("Mardi 14 mai 2024"), hours("9h – Habiter la digue"), hours("10h – Ateliers au choix"), *groups]
    puts += [hours("11h – Pause"), *paragraph(*TEXTS[0])]
    items = split_sessions(document(puts)).segments
    found = {item.title.text: [block.passage.text for block in item.blocks] for item in items}
    assert found["Atelier A. Le moulin"] == ["Léa Durand (Canal Sud) et Marc Petit (Inria)"]
    assert found["Atelier B. La crue"] == ["Anna Keller, éclusière"]


def test_a_body_of_one_word_below_a_name_is_said_of_that_person() -> None:
    def person(name: str, said: str) -> list[Put]:
        return [Put(name, bold=True), Put(said, italic=True)]

    puts = [
        *person("Léa Durand", "Rivago"),
        *person("Omar Vasseur", "maire, Vézac"),
        *person("Inès Caradec", "Quaïna"),
    ]
    assert blocks(Put("Animé par", bold=True, gap=8), *puts) == [
        ("animation", "Léa Durand\nRivago\nOmar Vasseur\nmaire, Vézac\nInès Caradec\nQuaïna"),
    ]


def test_a_sentence_below_the_only_speaker_tells_of_the_session() -> None:
    found = blocks(
        Put("Intervenante : Léa Durand"),
        Put("Retour sur dix ans de crues et sur ce que les riverains en ont fait."),
    )
    assert found == [("intervention", "Léa Durand")]


def test_what_a_session_is_like_begins_below_its_people() -> None:
    people = Put("Animation : Léa Durand et Omar Vasseur – Rivages", width=340)
    assert blocks(people, Put("Cet atelier invite à relire la crue", width=340)) == [
        ("animation", "Léa Durand et Omar Vasseur – Rivages"),
    ]
    project = Put("Animation : Léa Durand et Omar Vasseur, auteurs de", width=340)
    assert blocks(project, Put("Cet atelier de la crue", width=340)) == [
        ("animation", "Léa Durand et Omar Vasseur, auteurs de Cet atelier de la crue"),
    ]


def test_a_dash_below_a_full_line_goes_on_with_its_people() -> None:
    people = Put("Animation : Omar Vasseur – port de Vézac, Léa Durand", width=340)
    assert blocks(people, Put("– Rivages, Inès Caradec – Canal Sud", width=300)) == [
        ("animation", "Omar Vasseur – port de Vézac, Léa Durand – Rivages, Inès Caradec – Canal Sud"),
    ]


def test_people_told_of_in_one_paragraph_are_parted_from_what_is_told() -> None:
    found = blocks(
        Put("Mme Léa Durand, éclusière, Canal Sud. Elle a publié deux récits de crue", gap=6, width=340),
        Put("et vit au bord de l'eau."),
        Put("M. Marc Petit, batelier, port de Vézac. Né sur un quai, il remonte la", width=340),
        Put("Sorne chaque été."),
    )
    assert [text for _, text in found] == [
        *("Mme Léa Durand, éclusière, Canal Sud", "M. Marc Petit, batelier, port de Vézac"),
    ]


def test_somebody_who_does_something_in_a_text_is_no_credit() -> None:
    first = Put("Léa Durand, éclusière, raconte la crue de la Sorne. Elle a tout noté", gap=6, width=340)
    assert blocks(first, Put("dans ses carnets.")) == []


def test_people_announced_inside_a_line_may_each_have_a_paragraph() -> None:
    found = blocks(
        *paragraph("Avec Léa Durand, éclusière au canal du Sud depuis vingt", "ans et autrice d'un livre."),
        *paragraph("Omar Vasseur, maire de Vézac, suit les travaux de la digue", "depuis dix ans."),
        *paragraph(*TEXTS[0]),
    )
    assert found == [
        (
            "intervention",
            "Léa Durand, éclusière au canal du Sud depuis vingt ans et autrice d'un livre.\n"
            "Omar Vasseur, maire de Vézac, suit les travaux de la digue depuis dix ans.",
        )
    ]


def test_a_list_with_numbers_behind_its_marker_goes_on_with_the_next_number() -> None:
    found = blocks(
        *paragraph("Avec : 1. Canal Sud propose une visite des écluses du port", "et de la digue."),
        *paragraph("2. Rives ouvertes prête des barques."),
        *paragraph("4. Ce que dit la crue."),
    )
    assert [text.split("\n")[-1] for _, text in found] == ["2. Rives ouvertes prête des barques."]


def test_a_source_below_people_is_none_of_them() -> None:
    found = blocks(
        heading("ANIMÉ PAR", size=11, gap=8),
        Put("Léa Durand, éclusière"),
        Put("* Source : Enquête Rivière pour le port", gap=8),
    )
    assert found == [("animation", "Léa Durand, éclusière")]


def test_bold_people_end_where_text_that_is_not_bold_begins_below() -> None:
    people = Put("Avec Léa Durand, Marc Petit et Inès Caradec", bold=True, gap=6, width=340)
    assert blocks(people, Put("Café et lectures au bord de l'eau, avant la marche des écluses.")) == [
        ("intervention", "Léa Durand, Marc Petit et Inès Caradec")
    ]
    assert blocks(people, Put("directrices de la Fabrique des rives.")) != [
        ("intervention", "Léa Durand, Marc Petit et Inès Caradec")
    ]


@pytest.mark.parametrize(
    ("below", "taken"),
    [("Désignation du bureau", False), ("Partage des récoltes", False), ("Fédération des écluses", True)],
)
def test_what_else_is_done_ends_the_people_above_it(below: str, taken: bool) -> None:
    for said in (
        "Animé par Léa Durand, membre de la maison",
        "Un débat introduit par Léa Durand, membre de la maison",
    ):
        (found,) = blocks(Put(said, gap=6, width=340), Put(below))
        assert (below in found[1]) == taken


def test_an_entry_of_a_list_begins_below_people_who_fill_their_line() -> None:
    puts = []
    for title in ("Mesurer une digue", "Qui garde le pont"):
        puts += [Put(f"– {title}", gap=1), Put("Oratrice : Léa Durand, éclusière", width=330.0)]
    lines = lines_of([*puts, Put("– directrice du moulin")])
    body, people = split_blocks(lines, Setting(None, Look.of(lines[0].style), frozenset(), {}))
    assert [passage.text for passage in body] == ["– Mesurer une digue", "– Qui garde le pont"]
    assert [block.passage.text for block in people] == [
        "Léa Durand, éclusière",
        "Léa Durand, éclusière – directrice du moulin",
    ]


def test_a_list_parted_by_dots_is_one_of_people_however_long() -> None:
    told = "chargée de mission au service des digues, des ponts et des écluses de la ville de Vézac"
    assert is_people(
        " · ".join(f"{name}, {told}" for name in ("Léa Durand", "Anne Roux", "Inès Petit", "Zoé Garnier"))
    )


def test_who_leads_is_told_to_the_end_of_a_body_that_breaks_off() -> None:
    found = blocks(
        Put("Animation : Léa Durand, adjointe, Service des Ponts et", gap=6),
        Put("Transformation des Rives, région Armor"),
    )
    assert [text for _, text in found] == [
        "Léa Durand, adjointe, Service des Ponts et Transformation des Rives, région Armor"
    ]


def test_avec_inside_the_sentence_of_who_leads_opens_no_block() -> None:
    found = blocks(
        Put("ANIMÉ PAR", bold=True, gap=6),
        Put("Léa Durand, directrice adjointe du canal de Vézac,", width=340),
        Put("avec Omar Vasseur (Canal Sud)."),
    )
    assert [capacity for capacity, _ in found] == ["animation"]


def test_people_behind_their_functions_begin_an_entry_on_each_line() -> None:
    told = ["Photographe chez Canal Sud : DURAND Léa", "Gérant de la ferme des rives : PETIT Marc"]
    found = lines_of([Put("Une rive recule depuis des années et la commune attend.", width=340.0), *map(Put, told)])
    setting = Setting(None, Look.of(found[0].style), frozenset(), {7: 380.0})
    assert [block.passage.text for block in split_blocks(found[1:], setting)[1]] == told


def test_bodies_with_who_is_there_for_them_are_people() -> None:
    entries = ("– Canal Sud : Léa DURAND", "– Association des rives : Omar VASSEUR", "– AGB : Anne ROUX, meunière")
    assert blocks_of(*(Put(entry, gap=2) for entry in entries)) == [entry.removeprefix("– ") for entry in entries]
    assert blocks_of(Put("– Canal Sud : Léa DURAND"), Put("– Lire la rive : Omar VASSEUR", gap=2)) == []


def test_several_people_below_the_one_a_session_is_led_by_speak() -> None:
    led = Put("Animée par Léa Durand, journaliste", gap=6)
    speakers = Put("Omar Vasseur, maire de Vézac"), Put("Anne Roux, meunière")
    assert sorted(blocks(*paragraph(*TEXTS[0]), led, *speakers)) == [
        ("animation", "Léa Durand, journaliste"),
        ("intervention", "Omar Vasseur, maire de Vézac\nAnne Roux, meunière"),
    ]
    assert len(blocks(*paragraph(*TEXTS[0]), led, speakers[0])) == 1


def test_what_stands_in_brackets_and_italics_below_a_name_tells_of_it() -> None:
    people = [Put("Avec : Léa Durand", gap=6), Put("(éclusière, Fabrique des rives)", italic=True)]
    assert blocks(*people) == [("intervention", "Léa Durand\n(éclusière, Fabrique des rives)")]


def test_people_behind_a_marker_may_have_what_they_do_below_them_in_italics() -> None:
    said = [Put("éclusière à Canal Sud", italic=True), Put("Marc Petit"), Put("maire de Brou", italic=True)]
    note = Put("Dix ans de crues", italic=True, gap=14)
    found = blocks(Put("Intervenants : Mme", italic=True, gap=6), Put("Léa Durand"), *said, note)
    assert [text.split("\n")[-4:] for _, text in found] == [
        ["Léa Durand", "éclusière à Canal Sud", "Marc Petit", "maire de Brou"]
    ]


def test_a_name_that_no_list_knows_is_told_by_the_function_behind_its_colon() -> None:
    assert is_people("Ruxu Lebrun : éclusière de la commune de Vézac")
    assert not is_people("Ruxu Lebrun : la rive au Moyen Âge")
