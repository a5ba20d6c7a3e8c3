"""Title, subtitle, room, description and blocks of one item."""

import pytest
from layouts import (
    HOURS,
    TEXTS,
    TITLES,
    Put,
    above_time,
    below_time,
    document,
    heading,
    hours,
    item_with,
    lines_of,
    paragraph,
)

from pipeline.document import Document, Kind, Segment, Span
from pipeline.page.look import Look
from pipeline.room_words import room_of
from pipeline.segment import split_sessions
from pipeline.segment.parts import split_parts
from pipeline.segment.setting import Setting

TEXT = " ".join(TEXTS[0])
OTHER = " ".join(TEXTS[1])


def first(document: Document) -> Segment:
    outline = split_sessions(document)
    assert outline.refusal is None
    return outline.segments[0]


def body(segment: Segment) -> list[str]:
    return [found.text for found in segment.body]


def blocks(segment: Segment) -> list[tuple[str, str, str]]:
    return [(block.capacity.value, block.marker, block.passage.text) for block in segment.blocks]


def with_inside(*inside: Put) -> Segment:
    return first(item_with(*inside))


def test_an_item_without_more_has_a_title_and_a_text() -> None:
    found = with_inside(*paragraph(*TEXTS[0]))
    assert (found.title.text, found.subtitle, found.room, body(found), blocks(found)) == (
        TITLES[0],
        None,
        None,
        [TEXT],
        [],
    )


def test_a_title_over_two_lines_is_joined() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            hours(HOURS[number], gap=30),
            heading(f"{TITLES[number]} et", gap=4),
            heading("tout le reste", gap=0),
            *paragraph(*TEXTS[number]),
        )
    ]
    assert first(document(puts)).title.text == "Habiter la digue et tout le reste"


def test_a_title_set_wider_than_the_text_goes_on_in_lower_case() -> None:
    pairs = [("Habiter la digue", "avec ses riverains"), ("Le moulin", "en partage"), ("Un pont", "de bois")]
    puts = [
        put
        for number, (above, below) in enumerate(pairs)
        for put in (
            Put(f"{9 + number}h – {above}", gap=20.0),
            Put(below, gap=3.5),
            *paragraph(*TEXTS[number]),
        )
    ]
    segments = split_sessions(document(puts)).segments
    assert [segment.title.text for segment in segments] == [" ".join(pair) for pair in pairs]


def test_people_right_below_a_title_beside_its_time_are_no_part_of_it() -> None:
    puts = [
        Put("Une rive recule et la commune s'interroge", width=340.0),
        *(
            put
            for number, title in enumerate(TITLES[:3])
            for put in (Put(f"{9 + number}h – {title}", gap=20.0), Put("Léa Durand (Canal Sud)"))
        ),
    ]
    assert [segment.title.text for segment in split_sessions(document(puts)).segments] == list(TITLES[:3])


def test_a_smaller_heading_below_the_title_is_the_subtitle() -> None:
    found = with_inside(Put("Récits de riverains", size=12, bold=True, gap=3), *paragraph(*TEXTS[0]))
    assert (found.subtitle and found.subtitle.text, body(found)) == ("Récits de riverains", [TEXT])


def test_a_subtitle_over_two_lines_is_joined() -> None:
    found = with_inside(
        Put("Récits de riverains et de", size=12, bold=True, gap=3),
        Put("leurs voisines", size=12, bold=True),
        *paragraph(*TEXTS[0]),
    )
    assert found.subtitle is not None
    assert found.subtitle.text == "Récits de riverains et de leurs voisines"


def test_five_lines_in_a_smaller_heading_are_a_paragraph_and_no_subtitle() -> None:
    found = with_inside(*(Put("Récits de riverains et de voisines", size=12, bold=True) for _ in range(5)))
    assert found.subtitle is None
    assert " ".join(body(found)).count("Récits") == 5


def test_an_italic_line_below_a_title_is_the_subtitle_in_the_size_of_the_text_too() -> None:
    found = with_inside(Put("Récits de riverains", italic=True, gap=3), *paragraph(*TEXTS[0]))
    assert (found.subtitle and found.subtitle.text, body(found)) == ("Récits de riverains", [TEXT])


@pytest.mark.parametrize(
    "text", ["Revue de la Digue", "Récits mis en voix par la troupe", "Table ronde | Grande halle"]
)
def test_an_italic_line_that_credits_a_work_or_names_a_body_or_format_is_no_subtitle(text: str) -> None:
    found = with_inside(Put(text, italic=True, gap=3), *paragraph(*TEXTS[0]))
    assert (found.subtitle, body(found)[0]) == (None, text)


def test_a_company_on_a_line_below_a_title_takes_part() -> None:
    found = with_inside(Put("Compagnie de la Digue", italic=True, gap=3), *paragraph(*TEXTS[0]))
    assert [block.passage.text for block in found.blocks] == ["Compagnie de la Digue"]


def test_a_sentence_larger_than_small_text_below_a_bold_title_is_no_subtitle() -> None:
    small = [Put(f"Léa Durand, éclusière, Canal Sud · Marc Petit, batelier, port n° {n}", size=7) for n in range(3)]
    found = with_inside(Put("La rive se raconte à plusieurs voix.", size=9, gap=3), *small)
    assert (found.subtitle, body(found)[0]) == (None, "La rive se raconte à plusieurs voix.")


def test_a_title_in_capitals_ends_where_lower_case_begins() -> None:
    puts = [
        put
        for number, title in enumerate(("HABITER LA DIGUE (et la suite en toutes lettres)", "LE MOULIN", "LA CRUE"))
        for put in (hours(HOURS[number], gap=30), heading(title, gap=4), *paragraph(*TEXTS[number]))
    ]
    found = first(document(puts))
    assert (found.title.text, found.subtitle and found.subtitle.text) == (
        "HABITER LA DIGUE",
        "(et la suite en toutes lettres)",
    )


@pytest.mark.parametrize("line", ["Salle 2", "Auditorium", "Amphithéâtre du Moulin", "Lieu : la Halle aux grains"])
def test_a_line_that_names_a_room_is_the_room(line: str) -> None:
    found = with_inside(Put(line, gap=3), *paragraph(*TEXTS[0]))
    assert (found.room and found.room.text, body(found)) == (line, [TEXT])


def test_a_room_between_time_and_title_is_the_room() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            hours(HOURS[number], gap=30),
            Put("Salle 2", gap=2),
            heading(TITLES[number], gap=4),
            *paragraph(*TEXTS[number]),
        )
    ]
    found = first(document(puts))
    assert (found.title.text, found.room and found.room.text) == (TITLES[0], "Salle 2")


def test_paragraphs_stay_apart_and_hyphenation_is_undone() -> None:
    found = with_inside(
        *paragraph("La commune s'interroge sur le déve-", "loppement du bac."), *paragraph(*TEXTS[1], gap=12)
    )
    assert body(found) == ["La commune s'interroge sur le développement du bac.", OTHER]


def test_marker_headings_open_blocks_that_go_on_to_the_next_one() -> None:
    found = with_inside(
        *paragraph(*TEXTS[0]),
        Put("ANIMÉ PAR", bold=True, gap=8),
        Put("Léa Durand, directrice de la Fabrique des rives"),
        Put("AVEC", bold=True, gap=8),
        Put("Marc Petit, éclusier"),
        Put("Aïcha Benali, maire de Port-Gabelle"),
    )
    assert body(found) == [TEXT]
    assert blocks(found) == [
        ("animation", "ANIMÉ PAR", "Léa Durand, directrice de la Fabrique des rives"),
        ("intervention", "AVEC", "Marc Petit, éclusier\nAïcha Benali, maire de Port-Gabelle"),
    ]


def test_a_marker_inside_a_line_gives_the_rest_of_its_paragraph() -> None:
    found = with_inside(
        Put("Intervenants : Léa Durand (Fabrique des rives), Marc Petit", gap=8),
        Put("(Syndicat des digues)"),
        *paragraph(*TEXTS[0], gap=12),
    )
    assert blocks(found) == [
        ("intervention", "Intervenants", "Léa Durand (Fabrique des rives), Marc Petit (Syndicat des digues)")
    ]
    assert body(found) == [TEXT]


def test_description_after_a_marker_inside_a_line_stays_description() -> None:
    found = with_inside(
        Put("Animé par Léa Durand, directrice de la Fabrique des rives", gap=8),
        *paragraph(*TEXTS[0], gap=12),
        *paragraph(*TEXTS[1], gap=12),
    )
    assert body(found) == [TEXT, OTHER]
    assert blocks(found) == [("animation", "Animé par", "Léa Durand, directrice de la Fabrique des rives")]


def test_description_set_otherwise_after_a_marker_heading_stays_description() -> None:
    found = with_inside(
        Put("ANIMÉ PAR", bold=True, gap=8),
        Put("Léa Durand, directrice de la Fabrique des rives", italic=True),
        *paragraph(*TEXTS[0], gap=12),
    )
    assert (body(found), blocks(found)[0][2]) == ([TEXT], "Léa Durand, directrice de la Fabrique des rives")


@pytest.mark.xfail(strict=True, reason="paragraphs below a marker heading in the style of its people are swallowed")
def test_description_in_the_same_style_after_a_marker_heading_stays_description() -> None:
    found = with_inside(
        Put("ANIMÉ PAR", bold=True, gap=8),
        Put("Léa Durand, directrice de la Fabrique des rives"),
        *paragraph(*TEXTS[0], gap=12),
    )
    assert (body(found), blocks(found)[0][2]) == ([TEXT], "Léa Durand, directrice de la Fabrique des rives")


def test_a_marker_said_twice_opens_one_block() -> None:
    found = with_inside(Put("ANIMÉ PAR", bold=True, gap=8), Put("Animé par Léa Durand, Fabrique des rives"))
    assert blocks(found) == [("animation", "Animé par", "Léa Durand, Fabrique des rives")]


@pytest.mark.parametrize(
    "text", ["Avec 4 écluses, la rivière reste navigable.", "Animé par l'envie d'en découdre, le bac repart."]
)
def test_a_marker_word_in_a_sentence_opens_no_block(text: str) -> None:
    found = with_inside(Put(text, gap=8))
    assert (body(found), blocks(found)) == ([text], [])


def test_people_without_a_marker_are_a_block() -> None:
    found = with_inside(*paragraph(*TEXTS[0]), Put("Léa Durand, directrice, Fabrique des rives", gap=8))
    assert body(found) == [TEXT]
    assert blocks(found) == [("intervention", "", "Léa Durand, directrice, Fabrique des rives")]


def test_a_parenthesis_that_holds_people_is_a_block_without_its_brackets() -> None:
    found = with_inside(Put("(Léa Durand, éclusière)", gap=8))
    assert (body(found), blocks(found)) == ([], [("intervention", "", "Léa Durand, éclusière")])


def test_a_sentence_about_a_person_is_no_block() -> None:
    text = "Léa Durand, directrice de la Fabrique des rives, raconte la crue."
    found = with_inside(Put(text, gap=8))
    assert (body(found), blocks(found)) == ([text], [])


def test_people_named_inside_a_sentence_are_a_block_and_stay_in_the_text() -> None:
    text = "Table ronde avec Léa Durand, directrice de la Fabrique des rives, et Marc Petit, éclusier."
    found = with_inside(Put(text, gap=8))
    assert body(found) == [text]
    assert [block[2] for block in blocks(found)] == [text.removeprefix("Table ronde avec ").removesuffix(".")]


def test_a_page_that_goes_on_belongs_to_the_item_before() -> None:
    people = [Put("AVEC", bold=True), Put("Marc Petit, éclusier"), Put("Aïcha Benali, maire de Port-Gabelle")]
    outline = split_sessions(document(above_time(0), people, above_time(1), above_time(2)))
    assert [found.pages for found in outline.segments] == [(1, 2), (3,), (4,)]
    assert blocks(outline.segments[0]) == [
        ("intervention", "AVEC", "Marc Petit, éclusier\nAïcha Benali, maire de Port-Gabelle")
    ]


def test_a_break_with_people_is_a_session() -> None:
    def kind(*inside: Put) -> Kind:
        items = [hours("9h", gap=30), heading("Accueil café", gap=4), *inside]
        items += [put for n in (1, 2) for put in (hours(HOURS[n], gap=30), heading(TITLES[n], gap=4))]
        return first(document(items)).kind

    assert kind() is Kind.BREAK
    assert kind(Put("Avec : Léa Durand, directrice", gap=8)) is Kind.SESSION


def test_every_part_reads_back_from_its_lines() -> None:
    found = with_inside(
        Put("Récits de riverains", size=12, bold=True, gap=3),
        Put("Salle 2", gap=3),
        *paragraph(*TEXTS[0]),
        Put("AVEC", bold=True, gap=8),
        Put("Marc Petit, éclusier"),
    )
    passages = [found.title, found.subtitle, found.room, found.hours, *found.body]
    for passage in [*passages, *(block.passage for block in found.blocks)]:
        assert passage is not None
        assert " ".join(place.raw for place in passage.places()) == passage.text


def test_people_one_to_a_line_stay_apart_when_the_first_is_the_longest() -> None:
    found = with_inside(Put("AVEC", bold=True, gap=4), Put("Augustine Durand", gap=4), Put("Marc Petit"))
    assert blocks(found)[0][2] == "Augustine Durand\nMarc Petit"


def test_people_without_a_marker_may_stand_above_their_function() -> None:
    found = with_inside(
        *paragraph(*TEXTS[0]),
        Put("Léa Durand", bold=True, gap=8),
        Put("directrice de la Fabrique des rives"),
        Put("Marc Petit", bold=True, gap=3),
        Put("éclusier"),
    )
    assert body(found) == [TEXT]


@pytest.mark.parametrize("title", ["Atelier nichoirs", "Projet de territoire et santé", "Mission castors"])
def test_a_title_beside_its_time_may_begin_with_the_noun_of_a_body(title: str) -> None:
    puts = [
        put for number in range(3) for put in (Put(f"{HOURS[number]} {title}", gap=30), *paragraph(*TEXTS[number]))
    ]
    assert first(document(puts)).title.text == title


@pytest.mark.parametrize("beside", ["Salle 2", "Espace Liberté"])
def test_a_room_beside_the_time_is_the_room(beside: str) -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            hours(f"{HOURS[number]} – {beside}", gap=30),
            heading(TITLES[number], gap=4),
            *paragraph(*TEXTS[number]),
        )
    ]
    found = first(document(puts))
    assert (found.room and found.room.text, blocks(found)) == (beside, [])


def test_a_format_beside_the_time_is_nobody() -> None:
    items = [[hours(f"{HOURS[n]} Atelier", gap=30), heading(TITLES[n], gap=4)] for n in range(3)]
    puts = [put for number, item in enumerate(items) for put in (*item, *paragraph(*TEXTS[number]))]
    assert blocks(first(document(puts))) == []


def test_a_title_beside_its_time_goes_on_below_the_time() -> None:
    puts = [
        put
        for hour, title in (("10h", "Habiter la digue et ses"), ("11h", "Le moulin"), ("14h", "La crue"))
        for put in (
            Put(hour, gap=20, bold=True),
            Put(title, x=60, width=320, beside=True),
            *((Put("environs", width=60),) if title.endswith("ses") else ()),
        )
    ]
    assert first(document(puts)).title.text == "Habiter la digue et ses environs"


def test_a_bulleted_line_below_a_title_is_no_subtitle() -> None:
    found = with_inside(Put("→ Les enjeux", bold=True, size=12, gap=4), *paragraph(*TEXTS[0]))
    assert found.subtitle is None


@pytest.mark.parametrize(("width", "goes_on"), [(340.0, True), (200.0, False)])
def test_credits_set_a_little_wider_than_the_text_go_on_after_a_full_line(width: float, goes_on: bool) -> None:
    found = with_inside(
        *paragraph(*TEXTS[0]),
        Put("Avec Léa Durand, directrice de la Fabrique des rives, et Omar", gap=8.0, width=width),
        Put("Vasseur, maire de Vézac", gap=1.6),
    )
    assert ("Vasseur" in blocks(found)[0][2]) is goes_on


def credited(people: str, title: str, *more: Put) -> tuple[str, list[str]]:
    """The title and people of the first of three items of a line of people and a line below it."""
    puts = [
        put
        for number, (name, about) in enumerate(
            [(people, title), *(("Anne Gautier, meunière", t) for t in TITLES[1:3])]
        )
        for put in (
            hours(HOURS[number], gap=24),
            Put(name, x=140, beside=True),
            Put(about, x=140),
            *(more if not number else ()),
        )
    ]
    found = first(document(puts))
    return found.title.text, [block.passage.text for block in found.blocks]


@pytest.mark.parametrize("people", ["Léa Durand, éclusière, Canal Sud", "Léa Durand et Omar Vasseur, Canal Sud"])
def test_the_line_below_a_whole_line_of_people_is_the_title(people: str) -> None:
    assert credited(people, "La crue : une histoire") == ("La crue : une histoire", [people])


def test_the_second_line_of_a_credit_is_no_title() -> None:
    title, _ = credited("Léa Durand, directrice de la", "Maison des rives")
    assert title == "Léa Durand, directrice de la Maison des rives"


def test_people_over_two_lines_above_a_title_say_all_of_it() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            Put(HOURS[number], gap=30),
            Put("Léa Durand (Canal Sud) et Omar Vasseur (Fabrique des rives de", gap=4, width=340),
            Put("Haute-Marne)"),
            Put(TITLES[number], italic=True),
        )
    ]
    found = first(document(puts))
    assert (found.title.text, [block.passage.text for block in found.blocks]) == (
        TITLES[0],
        ["Léa Durand (Canal Sud) et Omar Vasseur (Fabrique des rives de Haute-Marne)"],
    )


def test_a_title_that_begins_on_the_last_line_of_people_is_more_than_the_line_below() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            Put(HOURS[number], gap=30, width=60),
            Put("Léa Durand, éclusière, Canal Sud et", x=120, beside=True),
            Put("Omar Vasseur, maire de Vézac | OUVERTURE", x=120),
            Put("DU COLLOQUE", x=120),
        )
    ]
    found = first(document(puts))
    assert (found.title.text, [block.passage.text for block in found.blocks]) == (
        "OUVERTURE DU COLLOQUE",
        ["Léa Durand, éclusière, Canal Sud et Omar Vasseur, maire de Vézac"],
    )


def test_a_marker_set_as_a_title_is_the_title_where_only_people_stand_below() -> None:
    found = split_sessions(
        document(
            [
                *(hours("9h – 10h", gap=30), heading("Habiter la digue", size=10, gap=4), *paragraph("Une rive.")),
                *(hours("10h – 11h", gap=30), heading("Grand témoin", size=10, gap=4)),
                Put("Mme Léa Durand, éclusière, professeure à l'université des Rives", gap=0),
                *(hours("11h – 12h", gap=30), heading("Clore la digue", size=10, gap=4), *paragraph("Une vanne.")),
            ]
        )
    ).segments
    assert [item.title.text for item in found] == ["Habiter la digue", "Grand témoin", "Clore la digue"]
    assert [block.passage.text[:14] for block in found[1].blocks] == ["Mme Léa Durand"]


@pytest.mark.parametrize("beside", [True, False])
def test_who_speaks_is_the_title_where_there_is_no_other(beside: bool) -> None:
    announced = "Intervention de Léa Durand, maire de Vézac"
    second = (
        [hours(f"{HOURS[1]} {announced}", gap=30)] if beside else [hours(HOURS[1], gap=30), Put(announced, gap=4)]
    )
    items = [[hours(f"{hour} {title}", gap=30)] for hour, title in zip(HOURS, TITLES, strict=False)]
    found = split_sessions(document([put for item in (items[0], second, *items[2:4]) for put in item])).segments
    assert [item.title.text for item in found] == [TITLES[0], announced.split(",")[0], *TITLES[2:4]]
    assert [block.passage.text for block in found[1].blocks] == ["Léa Durand, maire de Vézac"]


def test_people_run_on_to_the_words_before_the_time_on_its_line() -> None:
    puts = [
        put
        for number, (title, names) in enumerate(zip(TITLES, ("Léa", "Anna", "Inès", "Rose"), strict=False))
        for put in (
            heading(title, gap=30),
            Put("– Omar Vasseur, éclusier à l'écluse du moulin de la rive haute, et Mme " + names, width=420),
            Put(f"Durand, maire – {HOURS[number]}"),
        )
    ]
    found = split_sessions(document(puts)).segments
    assert [block.passage.text[-17:] for item in found for block in item.blocks] == [
        f"e {names} Durand, maire"[-17:] for names in ("Léa", "Anna", "Inès", "Rose")
    ]


def test_a_marker_ends_the_paragraph_of_people_and_title() -> None:
    people = "Léa Durand, éclusière, Canal Sud et Omar"
    puts = [
        put
        for hour, title in zip(HOURS, TITLES, strict=False)
        for put in (
            Put(f"{hour} – {people}", gap=24, width=420),
            Put(f"Vasseur, maire de Vézac – {title.upper()}", width=380),
            Put("Modérateur : Marc Petit (Rivages)"),
        )
    ]
    found = split_sessions(document(puts)).segments
    assert all("Modérateur" not in item.title.text for item in found)
    assert {block.capacity.value for item in found for block in item.blocks} == {"intervention", "modération"}


def test_signs_of_a_web_page_and_rooms_with_pictures_are_read_without_them() -> None:
    puts = [
        hours("10h – 11h", gap=30.0),
        heading("− Habiter la digue", gap=4.0),
        Put("\ufffd Salle 2"),
        *paragraph(*TEXTS[0]),
    ]
    more = [hours("11h – 12h", gap=30.0), heading("▾ Un pont de bois", gap=4.0), *paragraph(*TEXTS[1])]
    found = split_sessions(document([*puts, *more])).segments
    assert [segment.title.text for segment in found] == ["Habiter la digue", "Un pont de bois"]
    assert room_of(found[0].room.text if found[0].room else "") == "Salle 2"


@pytest.mark.parametrize("room", [True, False])
def test_text_set_in_below_a_title_with_room_for_more_is_no_part_of_it(room: bool) -> None:
    puts = [Put("Mardi 14 mai 2024"), Put("9h – Habiter la rive", width=150 if room else 338)]
    puts += [Put("Éclusiers répondent.", x=52.0, width=100), *paragraph(*TEXTS[1])]
    puts += [Put("11h – Le moulin", gap=8), *paragraph(*TEXTS[0])]
    title = split_sessions(document(puts)).segments[0].title.text
    assert title == ("Habiter la rive" if room else "Habiter la rive Éclusiers répondent.")


@pytest.mark.parametrize(
    "time", ["9h – 12h (avec une pause entre 10h et 10h30) :", "9h30 (durée : 1h)", "à 9h30 précises :", "9h30 ;"]
)
def test_what_a_time_holds_besides_is_no_part_of_the_title_behind_it(time: str) -> None:
    puts = [Put("Mardi 4 mai 2027")]
    puts += [Put(f"{time} Habiter la rive", bold=True, gap=14)]
    puts += [Put(f"{hour}h : {title}", bold=True, gap=14) for hour, title in ((14, "Le moulin"), (15, "La crue"))]
    assert first(document(puts)).title.text == "Habiter la rive"


def test_a_line_of_a_paragraph_that_reads_as_a_room_is_text() -> None:
    found = with_inside(
        Put("Le port n'est plus ce qu'il a été pour la rive, et cet", gap=8.0, width=340.0),
        Put("espace libre", gap=0.0),
    )
    assert found.room is None
    assert found.body[0].text.endswith("et cet espace libre")


def test_a_room_may_take_most_of_the_last_line_of_a_title() -> None:
    title, last = lines_of([Put("Habiter la digue et", bold=True), Put("la rive Salle de la Digue", bold=True)])
    plain = last.style.model_copy(update={"bold": False})
    ends = ((0, 8, last.style), (8, len(last.text), plain))
    spans = tuple(Span(start=a, end=b, box=last.box_of(a, b), style=style) for a, b, style in ends)
    setting = Setting(Look.of(title.style), Look.of(plain), frozenset(), {})
    parts = split_parts([title, last.model_copy(update={"spans": spans})], 0, 2, [], setting, set())
    assert parts is not None
    assert parts.title.text.startswith("Habiter la digue et la rive")


def test_a_title_that_begins_beside_its_time_goes_on_below_where_others_stand_below_theirs() -> None:
    timed = [
        Put("13h – 14h : Ce que dit la crue", bold=True, gap=20.0),
        Put("de ceux qui habitent la rive", bold=True),
    ]
    items = [*below_time(0, size=10.0), *below_time(1, size=10.0), *below_time(2, size=10.0)]
    segments = split_sessions(document([*items, *timed, Put("Léa Durand, éclusière", gap=4.0)])).segments
    assert segments[-1].title.text == "Ce que dit la crue de ceux qui habitent la rive"


def test_a_bracket_that_a_marker_goes_on_with_is_no_part_of_the_title() -> None:
    puts = [
        Put("Mardi 14 mai 2024", gap=30),
        Put("9h30 – 10h : Les savoirs de la rive et de ses communes (atelier", gap=8, width=330.0),
        Put("animé par Léa Durand)"),
        Put("10h30 – 11h : Le moulin", gap=8),
        Put("11h30 – 12h : La crue", gap=8),
    ]
    found = first(document(puts))
    assert found.title.text == "Les savoirs de la rive et de ses communes"
    assert [text for _, _, text in blocks(found)] == ["Léa Durand)"]


@pytest.mark.parametrize(
    ("puts", "people"),
    [
        ([Put("Grand témoin")], []),
        ([Put("Grand témoin"), Put("Avec :"), Put("Léa Durand, éclusière")], ["Léa Durand, éclusière"]),
        ([Put("Grand témoin"), Put("Léa Durand, éclusière")], ["Léa Durand, éclusière"]),
        ([Put("Grand témoin – Léa Durand (maire"), Put("de Vézac)")], ["Léa Durand (maire de Vézac)"]),
    ],
)
def test_an_item_may_be_called_by_who_speaks(puts: list[Put], people: list[str]) -> None:
    items = [*below_time(0), hours(HOURS[1], gap=30.0), *puts, *below_time(2)]
    found = split_sessions(document([*items, *below_time(3)])).segments
    assert [item.title.text for item in found][1] == "Grand témoin"
    assert [block.passage.text for block in found[1].blocks] == people


def test_a_title_may_end_before_the_time_on_its_last_line() -> None:
    items = [
        (Put("Habiter la", bold=True, size=14, gap=20), Put("digue (9h)", bold=True, size=14)),
        (Put("Le moulin", bold=True, size=14, gap=20), Put("en partage (10h)", bold=True, size=14)),
        (Put("Ce que dit", bold=True, size=14, gap=20), Put("la crue (11h)", bold=True, size=14)),
    ]
    puts = [put for number, item in enumerate(items) for put in (*item, *paragraph(*TEXTS[number]))]
    found = split_sessions(document([Put("Mardi 14 mai 2024"), *puts])).segments
    assert [item.title.text for item in found] == ["Habiter la digue", "Le moulin en partage", "Ce que dit la crue"]


def test_half_a_day_below_a_title_is_no_subtitle() -> None:
    items = [*below_time(0), hours(HOURS[1], gap=30.0), heading("Pause", gap=4.0), Put("APRÈS-MIDI", bold=True)]
    found = split_sessions(document([*items, *below_time(2), *below_time(3)])).segments
    assert (found[1].title.text, found[1].subtitle) == ("Pause", None)


def test_the_last_word_of_somebodys_body_is_no_half_of_a_day() -> None:
    told = [Put("Avec : Léa Durand (association des marcheurs du petit", width=340.0), Put("matin")]
    found = split_sessions(document([*below_time(0), *below_time(1, *told), *below_time(2)])).segments
    assert [block.passage.text for block in found[1].blocks] == [
        "Léa Durand (association des marcheurs du petit matin"
    ]


def test_which_body_speaks_is_a_title_where_who_speaks_stands_below() -> None:
    puts = below_time(0, Put("Léa Durand, membre du bureau", gap=4))
    puts[1] = heading("Intervention de la fédération", gap=4)
    found = first(document([*puts, *below_time(1), *below_time(2)]))
    assert found.title.text == "Intervention de la fédération"
    assert [text for _, _, text in blocks(found)] == ["Léa Durand, membre du bureau"]


def test_which_body_speaks_is_a_title_too_where_titles_have_no_style_of_their_own() -> None:
    puts = [
        put
        for hour, title in zip(HOURS, (*TITLES[:2], "Intervention de la délégation de Vézac", TITLES[3]), strict=True)
        for put in (
            Put(hour, bold=True, gap=14),
            Put(title, x=140, beside=True),
            Put("Suit un débat de la salle", x=80),
        )
    ]
    found = split_sessions(document(puts)).segments
    assert found[2].title.text == "Intervention de la délégation de Vézac"


def test_a_marker_beside_a_time_is_the_title_where_people_are_all_that_follows() -> None:
    puts = [Put("Mardi 14 mai 2024", gap=30)]
    for hour, said in (("9h", "Habiter la rive"), ("10h", "Grand témoin : Léa Durand, éclusière"), ("11h", "Débat")):
        puts += [Put(f"{hour} : {said}", gap=12)]
    found = split_sessions(document(puts)).segments[1]
    assert (found.title.text, [block.passage.text for block in found.blocks]) == (
        "Grand témoin",
        ["Léa Durand, éclusière"],
    )
