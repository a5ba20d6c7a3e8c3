"""Printed times that announce an item, told apart from times in a sentence; day headings."""

import datetime as dt

import pytest
from layouts import TITLES, Put, hours, line_of, lines, lines_of, paragraph

from pipeline.document import Line
from pipeline.page.passages import cut_line
from pipeline.segment.anchors import find_anchors, is_day_heading
from pipeline.segment.day_headings import find_day_headings, is_half_day


def told(*texts: str) -> list[str]:
    """Each anchor as « start-end », with what stands on its line before « < » and after « > » it."""
    found = []
    for anchor in find_anchors(lines(*texts)):
        start, end = (time.strftime("%H:%M") if time else "" for time in (anchor.hours.start, anchor.hours.end))
        lead = f"{anchor.passage.text[: anchor.lead]}<" if anchor.lead is not None else ""
        rest = f">{anchor.passage.text[anchor.rest :]}" if anchor.rest is not None else ""
        found.append(f"{lead}{start}-{end}{rest}")
    return found


ALONE = [
    ("10h", "10:00-"),
    ("10h à 11h", "10:00-11:00"),
    ("9h30-10h30", "09:30-10:30"),
    ("14 h 00 – 15 h 30", "14:00-15:30"),
    ("16h > 17h", "16:00-17:00"),
    ("de 9h à 10h", "09:00-10:00"),
    ("[10h-11h]", "10:00-11:00"),
    ("de 14h à minuit", "14:00-00:00"),
    ("À partir de 18h", "18:00-"),
    ("Jusqu'à 18h", "-18:00"),
    ("midi", "12:00-"),
    ("Horaire : 10h à 11h", "10:00-11:00"),
    ("Horaires : 9h-12h", "09:00-12:00"),
    ("Heure : 14h", "14:00-"),
    ("MATIN : 9h - 12h", "09:00-12:00"),
    ("Mardi 14 mai, 10h à 11h", "10:00-11:00"),
    ("Mardi 14 mai 2024 à 10h", "10:00-"),
    ("Samedi 14 et dimanche 15 juin, de 10h à 18h", "10:00-18:00"),
    ("Jour 1 – mardi 14 mai 2024 10h", "10:00-"),
]


@pytest.mark.parametrize(("text", "anchor"), ALONE)
def test_a_time_with_a_label_or_a_day_before_it_is_an_anchor(text: str, anchor: str) -> None:
    assert told(text) == [anchor]


def test_a_time_that_opens_a_sentence_is_none_where_the_others_stand_alone() -> None:
    alone = ("9h", "Habiter la rive", "10h", "Le gué", "11h", "Un pont de bois")
    assert told(*alone, "Dès 8h du matin, la file s'allonge") == ["09:00-", "10:00-", "11:00-"]
    assert told(*alone, "12h, accueil")[-1] == "12:00->, accueil"
    assert told("9h, la crue", "10h Habiter la rive")[0] == "09:00->, la crue"
    assert told("Dès 8h du matin, la file", "9h Habiter la rive") == ["09:00-> Habiter la rive"]


def test_a_lone_start_ends_a_title_where_the_others_end_with_hours_in_its_look() -> None:
    ranges = [f"{title} – {9 + number}h > {10 + number}h" for number, title in enumerate(TITLES)]
    assert told("Accueil – 8h45", *ranges)[0] == "Accueil – <08:45-"
    assert len(told("Accueil – 8h45", *ranges[:2])) == 2
    (welcome,) = lines_of([Put("Accueil – 8h45", size=8.0)])
    assert len(find_anchors([welcome, *lines(*ranges)])) == 4


def test_times_with_a_point_are_times_where_most_are_printed_so_and_rise() -> None:
    assert told("• 9.30 : Accueil", "• 10.15 : La digue", "• 11.00 : Le moulin") == [
        "09:30-> : Accueil",
        "10:15-> : La digue",
        "11:00-> : Le moulin",
    ]


def test_times_with_a_point_may_end_titles_or_stand_before_their_room() -> None:
    assert told("La digue | 9.30", "Le moulin ? | 10.15 • Petit bassin", "Le pont [11.00]") == [
        "La digue | <09:30-",
        "Le moulin ? | <10:15-",
        "Le pont [<11:00-",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("Menu du marinier | 10.50", "Menu du meunier | 8.50", "Café | 7.00"),
        ("10.50 – Menu du marinier", "8.50 – Menu du meunier", "7.00 – Café"),
        ("12.05 : La digue", "19.05 : Le moulin", "22.05 : Le pont"),
        ("9h : La digue", "10h : Le moulin", "11h : Le pont", "11.20 – Les tarifs"),
    ],
)
def test_prices_dates_and_numbers_with_a_point_are_no_times(texts: tuple[str, ...]) -> None:
    assert not any("." in anchor.passage.text for anchor in find_anchors(lines(*texts)))


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("10h-11h Habiter la digue", "10:00-11:00> Habiter la digue"),
        ("• 10h : Habiter la digue", "10:00-> : Habiter la digue"),
        ("20h30 Concert", "20:30-> Concert"),
        ("Midi : repas partagé", "12:00-> : repas partagé"),
    ],
)
def test_what_follows_a_time_on_its_line_is_kept_apart(text: str, anchor: str) -> None:
    assert told(text) == [anchor]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Habiter la digue (10h à 11h)", "Habiter la digue (<10:00-11:00"),
        ("Habiter la digue — 10h-11h", "Habiter la digue — <10:00-11:00"),
        ("Salle 2 | 10h-11h", "Salle 2 | <10:00-11:00"),
        ("Habiter la digue (de 10h à 11h)", "Habiter la digue (<10:00-11:00"),
        ("Habiter la digue – de 10h à 11h", "Habiter la digue – <10:00-11:00"),
    ],
)
def test_a_range_that_closes_a_line_after_a_sign_is_an_anchor(text: str, anchor: str) -> None:
    assert told(text) == [anchor]


@pytest.mark.parametrize(
    "text",
    [
        "Habiter la digue",
        "le bac part à 10h30 chaque matin",
        "Rendez-vous sur la digue mardi, de 10h à 11h",
        "On se retrouve (vers 10h) devant la halle",
        "Habiter la digue (10h)",
        "Atelier de 2h",
        "Durée : 1h30",
        "Atelier (1h30)",
        "9h 10h 11h 12h 13h",
        "9 10 11 12 13 14",
        "24h",
    ],
)
def test_a_time_in_a_sentence_a_length_and_a_scale_are_no_anchors(text: str) -> None:
    assert told(text) == []


def test_a_line_of_a_paragraph_that_happens_to_begin_with_a_time_is_no_anchor() -> None:
    assert (
        told("Le premier bac quitte la rive chaque matin vers", "10h30, le second attend que la brume se lève") == []
    )


FULL = "La barque attend au ponton et rentre avec ceux qui veulent"


def test_a_time_under_a_full_line_is_an_anchor_where_a_sign_and_a_title_follow() -> None:
    assert told(FULL, "10h15 – Discours des bateliers de la rive") == ["10:15-> – Discours des bateliers de la rive"]
    assert told(f"{FULL} à", "10h15 – Gare de Vézac, ou de la rejoindre") == []
    assert told(FULL, "10h15 : 1910, l'année de la crue") == ["10:15-> : 1910, l'année de la crue"]


@pytest.mark.parametrize("rest", ["Discussion", "pause", "« Les rives »", "déjeuner"])
def test_a_time_under_people_is_an_anchor_where_a_title_or_a_break_follows(rest: str) -> None:
    assert told("Léa Durand, université de Vézac", f"10h30 {rest}") == [f"10:30-> {rest}"]


def test_a_time_with_its_place_under_a_day_is_an_anchor() -> None:
    found = find_anchors(lines_of([Put("Jeudi 4 mai 2023", width=150.0), Put("De 9h à 11h, Agora", width=150.0)]))
    assert [anchor.place for anchor in found] == [1]


def test_a_number_and_a_day_lead_to_a_time_in_brackets() -> None:
    assert told("Atelier 2 – 14 novembre 2025 (9h-12h) : Habiter la rive") == ["09:00-12:00>) : Habiter la rive"]
    assert told("Atelier 2 – Habiter la rive (9h-12h) : et la suite") == []


def test_a_time_in_a_paragraph_goes_on_in_small_letters() -> None:
    assert told("Le premier bac quitte la rive chaque matin", "10h30 sonnées, et le second attend la brume") == []


def test_a_time_in_a_style_of_its_own_is_no_middle_of_a_sentence() -> None:
    above, timed = lines_of([Put(FULL), Put("10h15 les bateliers racontent la rive")])
    bold = timed.spans[0].style.model_copy(update={"bold": True})
    hour = timed.spans[0].model_copy(update={"end": 5, "style": bold})
    rest = timed.spans[0].model_copy(update={"start": 6})
    assert find_anchors([above, timed]) == []
    assert len(find_anchors([above, timed.model_copy(update={"spans": (hour, rest)})])) == 1


@pytest.mark.parametrize(
    ("first", "second", "anchor"),
    [
        ("17h45 à", "18h30", "17:45-18:30"),
        ("17h45 -", "18h30", "17:45-18:30"),
        ("10h", "à 10h45", "10:00-10:45"),
        ("de 10h", "à 11h", "10:00-11:00"),
        ("Mardi 14 mai, 10h", "à 11h", "10:00-11:00"),
        ("Habiter la digue (de 10h à", "11h)", "Habiter la digue (<10:00-11:00"),
    ],
)
def test_a_time_broken_over_two_lines_is_one_anchor(first: str, second: str, anchor: str) -> None:
    assert told(first, second) == [anchor]


def test_two_times_below_each_other_without_a_joining_word_stay_two() -> None:
    assert told("10h", "11h") == ["10:00-", "11:00-"]


def test_times_of_two_pages_are_not_joined() -> None:
    found = find_anchors([*lines_of([Put("17h45 à")], page=1), *lines_of([Put("18h30")], page=2)])
    assert [(anchor.hours.start is not None, anchor.hours.end) for anchor in found] == [(True, None), (True, None)]


def test_an_anchor_knows_its_lines_and_the_place_of_the_first() -> None:
    anchor = find_anchors(lines("Habiter la digue", "17h45 à", "18h30"))[0]
    assert (anchor.place, [line.text for line in anchor.lines]) == (1, ["17h45 à", "18h30"])
    assert anchor.passage.text[anchor.hours.start_offset : anchor.hours.end_offset] == "17h45 à 18h30"


def test_a_length_at_the_start_of_a_line_is_no_time_where_times_look_otherwise() -> None:
    ranges = [hours(f"{hour}h - {hour + 1}h") for hour in (9, 10, 11, 14)]
    found = find_anchors(lines_of([*ranges, Put("1h30. 12 participants", gap=8)]))
    assert [anchor.hours.start.hour for anchor in found if anchor.hours.start] == [9, 10, 11, 14]


def test_an_early_time_that_looks_as_the_others_stays() -> None:
    found = find_anchors(lines_of([hours(f"{hour}h") for hour in (20, 21, 22, 23)] + [hours("1h30 Fermeture")]))
    assert [anchor.hours.start.hour for anchor in found if anchor.hours.start] == [20, 21, 22, 23, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Mercredi 28 septembre",
        "Mercredi 28 septembre matin",
        "JEUDI 29 SEPTEMBRE 2022",
        "SAMEDI",
        "Journée 2 – mercredi 15 mai",
        "Programme du 14 mai 2024",
        "JEUDI 9 MAI 2024 / THURSDAY, MAY 9, 2024",
        "Jeudi 9 mai – Thursday, 9th May 2024",
        "Mercredi 28 septembre en détail",
    ],
)
def test_a_day_with_hardly_anything_beside_it_is_a_heading(text: str) -> None:
    assert is_day_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le 28 septembre, la ville se souvient",
        "Mercredi 28 septembre, 10h",
        "Habiter la digue",
        "Samedi des enfants",
        "Lens, le 14 mai 2024",
    ],
)
def test_a_day_in_a_sentence_or_beside_a_time_is_no_heading(text: str) -> None:
    assert not is_day_heading(text)


def test_a_line_with_two_days_heads_neither() -> None:
    puts = [Put("Mardi 14 et mercredi 15 mai"), Put("Mercredi 15 mai"), *paragraph("Une rive recule.")]
    assert [(heading.place, heading.passage.text) for heading in find_day_headings(lines_of(puts))] == [
        (1, "Mercredi 15 mai")
    ]


@pytest.mark.parametrize(
    ("first", "second", "anchor"),
    [("10h à", "11h30 – Salle 2", "10:00-11:30"), ("de 10h à", "11h Habiter la digue", "10:00-11:00")],
)
def test_a_broken_time_keeps_its_end_before_other_words(first: str, second: str, anchor: str) -> None:
    assert [found.split(">")[0] for found in told(first, second)] == [anchor]


@pytest.mark.parametrize(("second", "rest"), [("- 10h45", ""), ("– 10h45 – Habiter", "> – Habiter")])
def test_a_time_broken_before_its_dash_is_one_anchor(second: str, rest: str) -> None:
    assert told("10h", second) == [f"10:00-10:45{rest}"]


@pytest.mark.parametrize(
    "broken",
    [
        ("Habiter la digue [9.00", "– 10.45]"),
        ("Habiter la digue (9h", "à 10h45)"),
        ("Habiter la digue (9 h – 10", "h 45)"),
        ("Habiter la digue (9 h – 10 h", "45)"),
    ],
)
def test_a_time_whose_bracket_closes_on_the_next_line_is_one_anchor(broken: tuple[str, str]) -> None:
    [anchor] = find_anchors(lines(*broken))
    assert anchor.passage.text[: anchor.lead].startswith("Habiter la digue")
    assert anchor.hours.end == dt.time(10, 45) and len(anchor.lines) == 2


def test_a_room_behind_a_broken_time_that_ends_a_title_is_no_title() -> None:
    [anchor] = find_anchors(lines("Habiter la digue (9h /", "11h) Salle 1"))
    assert (anchor.hours.end, anchor.lead, anchor.rest) == (dt.time(11), 18, None)


def test_a_time_in_brackets_ends_the_title_above_it_where_most_titles_end_so() -> None:
    ended = ("La digue (9h-10h)", "Le moulin (10h-11h)", "Le pont (11h-12h)")
    assert told(*ended, "La rive et ses habitants • Petit bassin", "(14h-15h)")[3:] == [
        "La rive et ses habitants • Petit bassin <14:00-15:00"
    ]
    assert told(*ended[:2], "La rive et ses habitants • Petit bassin", "(14h-15h)")[2:] == ["14:00-15:00"]


def test_a_name_behind_a_time_in_brackets_leaves_it_an_anchor() -> None:
    texts = [
        f"{title} [À partir de {hour}h] / Agora" for title, hour in (("ACCUEIL", 9), ("ÉCLUSES", 10), ("QUAIS", 11))
    ]
    assert [anchor.passage.text[: anchor.lead].strip() for anchor in find_anchors(lines(*texts))] == [
        "ACCUEIL [",
        "ÉCLUSES [",
        "QUAIS [",
    ]


@pytest.mark.parametrize("text", ["Samedi de 10h à 18h", "Samedi à 14h"])
def test_a_weekday_alone_may_introduce_a_time(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", ["Habiter la digue 10h-11h", "ATELIER 10h-11h"])
def test_a_range_that_closes_a_line_after_a_space_is_an_anchor(text: str) -> None:
    assert len(told(text)) == 1


def test_the_second_range_of_a_line_is_no_text_after_the_first() -> None:
    assert told("10h-11h / 17h-18h") == ["10:00-11:00"]


@pytest.mark.parametrize(
    "text",
    ["Tous les jeudis de 10h à 12h", "Chaque mardi à 18h", "Les mercredis, 14h – 16h", "En continu de 9h à 16h"],
)
def test_days_that_come_back_lead_to_a_time(text: str) -> None:
    [anchor] = find_anchors(lines_of([Put(text)]))
    assert (anchor.rest, anchor.lead) == (None, None)


ITEMS = ("9h – 9h30 Accueil", "9h30 – 10h Ouverture", "10h – 11h Le moulin", "11h – 12h La digue")


def test_the_hours_beside_the_day_of_an_event_are_those_of_no_item() -> None:
    assert told("Mardi 18 mars 2025 – 9h15 > 17h00 | Maison des rives", *ITEMS) == told(*ITEMS)


def test_the_start_beside_the_day_of_an_event_is_that_of_its_first_item() -> None:
    assert told("le lundi 3 mars 2025 à partir de 9 h", *ITEMS) == told(*ITEMS)


def test_a_lone_hour_with_a_point_is_a_time_where_all_ranges_have_points() -> None:
    ranges = ("9.00–9.30 Accueil", "9.30–10.30 Le moulin", "10.30–11.30 La digue")
    assert told(*ranges, "19.30 Dîner")[-1] == "19:30-> Dîner"
    assert told(*ITEMS, "19.30 Dîner") == told(*ITEMS)


def test_an_end_set_smaller_right_below_its_start_is_that_of_the_item() -> None:
    puts = [
        put
        for start, end in (("10h00", "10h45"), ("11h00", "12h00"))
        for put in (Put(start, size=15.0, gap=30.0), Put(end), Put("Habiter la rive", x=120.0))
    ]
    found = find_anchors(lines_of(puts))
    assert [(anchor.passage.text, anchor.until.text if anchor.until else None) for anchor in found] == [
        ("10h00", "10h45"),
        ("11h00", "12h00"),
    ]


def test_a_range_between_the_day_and_the_address_is_that_of_the_event() -> None:
    def first(*below: str) -> str:
        texts = ("Mardi 14 mai 2024", "9h00 - 16h00", *below, "9h15 : Habiter la digue", "10h30 : Le moulin")
        anchors = find_anchors(lines_of([Put(text, gap=14) for text in texts]))
        return anchors[0].passage.text

    assert first("Maison des rives, 12 quai du Môle – 35000 Vézac") == "9h15 : Habiter la digue"
    assert first("Le pont en partage") == "9h00 - 16h00"


def test_the_name_of_half_a_day_may_have_brackets_behind_it() -> None:
    assert is_half_day("Après-midi (ateliers en parallèle)")
    assert not is_half_day("Un après-midi (très long) au moulin")


def test_half_days_may_be_numbered_beside_their_day() -> None:
    assert is_day_heading("2e demi-journée – jeudi 27 août – matin")


def parted(title: str, time: str, **how: float) -> Line:
    """A line in bold that ends with a time set otherwise."""
    whole = line_of(Put(f"{title} {time}", bold=True), 1, how.get("y", 60.0))
    first, last = (cut_line(whole, len(title) + 1)[place].spans[0] for place in (0, 1))
    plain = last.style.model_copy(update={"bold": False})
    moved = last.model_copy(update={"start": len(title) + 1, "end": len(whole.text), "style": plain})
    return whole.model_copy(update={"spans": (first, moved)})


def test_a_comma_parts_titles_from_their_times_where_it_does_so_again_and_again() -> None:
    titles = [parted(f"{title},", f"de {9 + n}h à {10 + n}h", y=60.0 + 40 * n) for n, title in enumerate(TITLES)]
    broken = [parted("Les rives du canal,", "de 14h à", y=260.0), line_of(Put("15h30"), 1, 272.0)]
    found = find_anchors([*titles, *broken])
    assert [anchor.passage.text[: anchor.lead] for anchor in found] == [
        *(f"{title}, " for title in TITLES),
        "Les rives du canal, ",
    ]
    assert found[-1].hours.end is not None
    assert not find_anchors(lines(*(f"Rendez-vous à la gare, de {n}h à {n + 1}h" for n in range(9, 13))))


def test_a_comma_parts_titles_set_as_their_times_where_these_rise() -> None:
    items = [f"{title}, à {9 + n}h" for n, title in enumerate(TITLES)]
    assert told(*items) == [f"{title}, <{9 + n:02}:00-" for n, title in enumerate(TITLES)]
    assert told(*items[:2]) == told(*reversed(items)) == []


def test_a_time_may_be_broken_behind_a_comma_and_with_points() -> None:
    found = find_anchors(lines("La digue, 8.30-9.15", "Le moulin, 9.15-", "9.45", "Le pont, 10.30-11.00"))
    assert [anchor.passage.text for anchor in found][1] == "Le moulin, 9.15-9.45"
    assert [found[1].hours.start, found[1].hours.end] == [dt.time(9, 15), dt.time(9, 45)]


def test_a_time_under_a_full_line_is_an_anchor_where_a_quoted_title_follows() -> None:
    assert told(FULL, "à 10h15 « Les bateliers de la rive »") == ["10:15-> « Les bateliers de la rive »"]
    assert told(FULL, "à 10h15 les bateliers de la rive") == []


def test_a_title_may_begin_with_an_hour_in_words() -> None:
    assert told("24 heures à quai (10h)", "La digue (11h)", "Le moulin (12h)")[0] == "24 heures à quai (<10:00-"


def test_a_time_may_be_broken_behind_its_first_word() -> None:
    assert told("La digue – à", "partir de 10h", "Le pont – à partir", "de 11h", "Le moulin – 14h") == [
        "La digue – <10:00-",
        "Le pont – <11:00-",
        "Le moulin – <14:00-",
    ]


def test_an_hour_that_begins_the_second_line_of_an_entry_with_a_bullet_is_in_a_sentence() -> None:
    entry = Put("• Léa Durand est éclusière et se lève chaque jour à", width=250.0)
    below = Put("4h30 pour écrire. Elle vit sur l'eau", x=48.0, gap=-1.5, width=240.0)
    assert not find_anchors(lines_of([entry, below]))


def test_a_day_with_its_course_is_a_heading() -> None:
    assert is_day_heading("Jeudi 27 août – Déroulé de la journée")
    assert not is_day_heading("Jeudi 27 août – Déroulé du concours de barques")


def test_a_lone_start_ends_a_title_behind_the_sign_that_ranges_do() -> None:
    ranged = [f"{title} ({start}h – {start + 1}h)" for start, title in enumerate(TITLES[:3], start=9)]
    assert told(*ranged, "Clôture (17h)")[-1] == "Clôture (<17:00-"
    assert len(told(*ranged, "Clôture | 17h")) == 3
