"""Which lines are titles and on which side of them the time stands, told from the document alone."""

import itertools
from collections.abc import Sequence

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
    line_of,
    lines_of,
    paragraph,
)

from pipeline.document import Document, Line
from pipeline.page.look import Look
from pipeline.segment import split_sessions
from pipeline.segment.anchors import find_anchors
from pipeline.segment.index_pages import Entry
from pipeline.segment.larger_titles import are_subtitles
from pipeline.segment.structure import Order, Structure, body_look, find_structure
from pipeline.segment.title_runs import group_titles, is_same_title

PAIRS = list(zip(TITLES, HOURS, strict=True))
NUMBERS = range(len(TITLES))


def told(document: Document) -> list[tuple[str, str]]:
    outline = split_sessions(document)
    assert outline.refusal is None
    return [(found.title.text, found.hours.text if found.hours else "") for found in outline.segments]


def structure_of(lines: list[Line], entries: Sequence[Entry] = ()) -> Structure | None:
    anchors = find_anchors(lines)
    taken = {place for anchor in anchors for place in range(anchor.place, anchor.place + len(anchor.lines))}
    return find_structure(lines, anchors, set(range(len(lines))) - taken, body_look(lines), entries=entries)


def test_titles_that_an_index_names_tell_how_a_document_is_set() -> None:
    talks = {n: [heading(f"Exposé {n}")] if n % 2 else [Put("Léa Durand, éclusière")] for n in NUMBERS}
    lines = lines_of(chained(*([heading(TITLES[n]), hours(HOURS[n]), *talks[n]] for n in NUMBERS)))
    unsure, sure, other = (
        structure_of(lines, [Entry(6, title, 2) for title in told]) for told in ((), TITLES, ["Le canal", "L'écluse"])
    )
    assert unsure and sure and other == unsure
    assert (sure.order, unsure.order) == (Order.TITLE_FIRST, Order.TIME_FIRST)


def chained(*items: list[Put]) -> list[Put]:
    return list(itertools.chain(*items))


def test_a_time_at_the_page_foot_goes_with_the_title_above() -> None:
    assert told(document(*(above_time(number) for number in NUMBERS))) == PAIRS


def test_a_time_above_a_title_goes_with_the_title_below() -> None:
    assert told(document(chained(*(below_time(number) for number in NUMBERS)))) == PAIRS


def test_paragraphs_below_hours_are_text_where_titles_stand_above_though_talks_have_none() -> None:
    text = paragraph(*["Une rive recule. La commune attend"] * 8, gap=1)
    room = Put("Salle 2", gap=2)
    items = [[heading(title), room, heading(hour, gap=4), *text] for title, hour in PAIRS]
    talks = [heading(f"– {title}", gap=30) for title in ("Le gué", "La berge", "Le bac", "La crue")]
    structure = structure_of(lines_of(chained(*items, talks)))
    assert structure is not None
    assert structure.order is Order.TITLE_FIRST


def test_titles_of_talks_beside_their_hours_go_on_below_where_those_of_sessions_stand_over_theirs() -> None:
    talks = [
        [
            heading(f"{hour} La berge et ce qu'elle", gap=8, width=340.0),
            heading("devient", gap=1),
            Put("Ode Lorval, éclusière"),
        ]
        for hour in ("10h à 10h20", "10h20 à 10h45")
    ]
    pages = [
        [heading(title), *paragraph(*text), hours(hour, gap=60.0)]
        for (title, hour), text in zip(PAIRS, TEXTS, strict=True)
    ]
    found = told(document(pages[0], chained(*talks), *pages[1:]))
    title = "La berge et ce qu'elle devient"
    assert found == [PAIRS[0], (title, "10h à 10h20"), (title, "10h20 à 10h45"), *PAIRS[1:]]


def test_titles_in_capitals_of_the_letters_of_the_text_stand_over_their_times() -> None:
    def item(number: int) -> list[Put]:
        title, time = PAIRS[number]
        day = heading("Journée 1 – Lundi 9 mars 2026", size=10, gap=30)
        return [day, Put(title.upper(), gap=6), heading(time, size=10, gap=6), *paragraph(*TEXTS[number], gap=0)]

    found = told(document(chained(*(item(number) for number in NUMBERS))))
    assert found == [(title.upper(), time) for title, time in PAIRS]


def test_a_time_right_below_a_title_goes_with_it() -> None:
    items = [[heading(TITLES[n], gap=30), hours(HOURS[n], gap=4), *paragraph(*TEXTS[n])] for n in NUMBERS]
    assert told(document(chained(*items))) == PAIRS


def test_a_time_left_of_a_title_goes_with_it() -> None:
    items = [
        [
            hours(HOURS[n], gap=30),
            heading(TITLES[n], beside=True, x=140.0),
            *(put._replace(x=140.0) for put in paragraph(*TEXTS[n])),
        ]
        for n in NUMBERS
    ]
    assert told(document(chained(*items))) == PAIRS


def test_a_time_right_of_a_title_goes_with_it() -> None:
    items = [
        [heading(TITLES[n], gap=30), hours(HOURS[n], beside=True, x=300.0), *paragraph(*TEXTS[n])] for n in NUMBERS
    ]
    assert told(document(chained(*items))) == PAIRS


@pytest.mark.parametrize("joint", [" ", " : ", " – ", " | "])
def test_a_title_beside_its_time_needs_no_style(joint: str) -> None:
    assert told(document([Put(f"{time}{joint}{title}", gap=8) for title, time in PAIRS])) == PAIRS


def test_a_title_before_its_time_in_parentheses_needs_no_style() -> None:
    assert told(document([Put(f"{title} ({time})", gap=8) for title, time in PAIRS])) == PAIRS


def test_a_title_below_its_time_needs_no_style() -> None:
    items = [[hours(time, gap=20, bold=True), Put(title)] for title, time in PAIRS]
    assert told(document(chained(*items))) == PAIRS


def test_breaks_set_lighter_than_sessions_are_items_where_the_time_comes_first() -> None:
    pause = [hours("10h45 - 11h", gap=20), Put("Pause", gap=3)]
    lunch = [hours("12h - 14h", gap=20), Put("Déjeuner", gap=3)]
    found = told(document(chained(below_time(0), pause, below_time(1), lunch, below_time(2))))
    assert found == [PAIRS[0], ("Pause", "10h45 - 11h"), PAIRS[1], ("Déjeuner", "12h - 14h"), PAIRS[2]]


def test_breaks_set_lighter_than_sessions_do_not_shift_times_where_the_title_comes_first() -> None:
    def item(number: int) -> list[Put]:
        return [heading(TITLES[number], gap=20), hours(HOURS[number], gap=3), *paragraph(*TEXTS[number])]

    pause = [Put("Pause", gap=20), hours("10h45 - 11h", gap=3)]
    lunch = [Put("Déjeuner", gap=20), hours("12h - 14h", gap=3)]
    found = told(document(chained(item(0), pause, item(1), lunch, item(2))))
    assert [pair for pair in found if pair[0] in TITLES] == PAIRS[:3]


@pytest.mark.xfail(strict=True, reason="of the titles under one time only the first becomes an item, without a word")
def test_parallel_sessions_under_one_time_are_all_found() -> None:
    items = [
        [
            hours(HOURS[first], gap=20),
            *chained(*([heading(TITLES[n], gap=6), *paragraph(*TEXTS[n])] for n in (first, first + 1))),
        ]
        for first in (0, 2)
    ]
    assert [title for title, _ in told(document(chained(*items)))] == list(TITLES)


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5])
@pytest.mark.parametrize("font", ["Serif", "Sans"])
@pytest.mark.parametrize("color", ["#000000", "#d2691e"])
def test_other_sizes_fonts_and_colours_give_the_same_items(scale: float, font: str, color: str) -> None:
    def reset(put: Put) -> Put:
        shade = color if put.bold else put.color
        width = put.width and put.width * scale
        return put._replace(size=put.size * scale, gap=put.gap * scale, font=font, color=shade, width=width)

    for item in (above_time, below_time):
        original, other = (
            split_sessions(document(*([change(put) for put in item(number)] for number in NUMBERS)))
            for change in (lambda put: put, reset)
        )
        assert [
            (found.title.text, found.hours and found.hours.text, [text.text for text in found.body])
            for found in other.segments
        ] == [
            (found.title.text, found.hours and found.hours.text, [text.text for text in found.body])
            for found in original.segments
        ]


def test_a_title_coloured_otherwise_on_each_page_is_still_one_style() -> None:
    shades = ["#aa0000", "#00aa00", "#0000aa", "#aa00aa"]
    pages = (
        [put._replace(color=shades[number]) if put.bold else put for put in above_time(number)] for number in NUMBERS
    )
    assert told(document(*pages)) == PAIRS


def test_a_document_without_times_is_refused_with_the_reason() -> None:
    outline = split_sessions(document(chained(*(paragraph(*text) for text in TEXTS))))
    assert (outline.segments, outline.refusal) == ((), "Aucune heure imprimée ne se détache du texte.")


def test_a_document_with_times_in_sentences_only_is_refused_with_the_reason() -> None:
    minutes = paragraph(
        "La séance est ouverte : le bac part à 10h30 chaque matin, sauf le",
        "dimanche où il part à 11h15, dit le maire en sortant de la salle",
        "du conseil vers 18h45 pour rejoindre le pont.",
    )
    outline = split_sessions(document(minutes))
    assert (outline.segments, outline.refusal) == ((), "Aucune heure imprimée ne se détache du texte.")


def test_a_document_with_a_single_time_and_no_day_is_refused_with_the_reason() -> None:
    outline = split_sessions(document([heading("Vœux du maire"), hours("18h à 19h")]))
    assert outline.segments == ()
    assert outline.refusal == "Une seule heure imprimée, sans jour : ce n'est pas un programme."


def test_an_empty_document_is_refused() -> None:
    assert split_sessions(document([])).refusal is not None


def test_the_structure_tells_the_look_of_titles_the_order_and_how_sure_it_is() -> None:
    found = structure_of(lines_of(chained(*(below_time(number) for number in NUMBERS))))
    assert found is not None
    assert (found.order, str(found.look)) == (Order.TIME_FIRST, "Serif 16 gras")
    assert 0.9 < found.score <= 1.0
    assert 0 < found.margin < found.score


def test_lines_without_times_have_no_structure() -> None:
    assert structure_of(lines_of([heading("Habiter la digue"), *paragraph(*TEXTS[0])])) is None


def test_a_title_over_two_lines_is_one_run_and_a_page_break_ends_it() -> None:
    lines = [
        *lines_of([heading("Habiter"), heading("la digue", gap=0), *paragraph(*TEXTS[0]), heading("Un pont")], 1),
        *lines_of([heading("Le bois")], 2),
    ]
    look = Look.of(lines[0].style)
    assert group_titles(lines, set(range(len(lines))), look) == [[0, 1], [4], [5]]
    assert group_titles(lines, {1, 4}, look) == [[1], [4]]


def test_entries_with_dashes_are_titles_of_their_own_and_a_dash_inside_a_title_is_not() -> None:
    texts = ("– Habiter la digue", "– Un pont de bois à", "franchir", "– Le moulin", "Ce que dit", "– la crue")
    lines = lines_of([heading(text, gap=0 if number != 4 else 30) for number, text in enumerate(texts)])
    assert group_titles(lines, set(range(len(lines))), Look.of(lines[0].style)) == [[0], [1, 2], [3], [4, 5]]


def test_an_entry_with_a_dash_set_in_below_a_title_is_another_one() -> None:
    look = Look.of(lines_of([heading("Titre")])[0].style)
    for x, runs in ((70.0, [[0], [1]]), (40.0, [[0, 1]])):
        lines = lines_of([heading("Session 2 : les rives"), heading("– Un pont de bois", gap=0, x=x)])
        assert group_titles(lines, {0, 1}, look) == runs


def test_a_title_begins_where_its_row_does_also_behind_an_hour() -> None:
    look = Look.of(lines_of([heading("Titre")])[0].style)
    for gap, runs in ((8.0, [[1, 2]]), (60.0, [[1], [2]])):
        time = hours("9h15 / 10h30", width=80.0)
        beside = heading("Habiter la", x=120.0 + gap, beside=True, width=90.0)
        lines = lines_of([time, beside, heading("digue et ses bourgs", gap=0, width=240.0)])
        assert group_titles(lines, {1, 2}, look) == runs


def test_a_look_may_ignore_the_colour() -> None:
    lines = lines_of([heading("Habiter", color="#aa0000"), heading("Un pont", color="#0000aa")])
    assert Look.of(lines[0].style) != Look.of(lines[1].style)
    assert Look.of(lines[0].style, with_color=False) == Look.of(lines[1].style, with_color=False)


def closed(number: int, room: str) -> list[Put]:
    """An item that ends with its time, day and room right below its people."""
    people = Put("Animé par Léa Durand, présidente du moulin", gap=2.0)
    return [
        heading(TITLES[number], gap=14.0),
        *paragraph(*TEXTS[number]),
        people,
        Put(f"Vendredi 4 juin, {HOURS[number]}, {room}", bold=True),
    ]


def test_a_time_nearer_to_the_text_above_it_than_to_the_next_title_ends_its_item() -> None:
    days = Put("Vendredi 4 juin 2021")
    assert told(document([days, *chained(*(closed(number, "Salle 2") for number in NUMBERS))])) == PAIRS


def test_a_title_that_begins_beside_its_time_goes_on_below_in_the_same_look() -> None:
    rows = [
        [
            Put(f"{HOURS[number]} | Salle 2 | {TITLES[number].upper()} ET", bold=True, gap=8.0, width=340.0),
            Put("SES VOISINS", bold=True),
            Put("Animé par Léa Durand, présidente du moulin", x=60.0, gap=2.0),
        ]
        for number in NUMBERS
    ]
    found = split_sessions(document(chained(*rows))).segments
    assert [item.title.text for item in found] == [f"{title.upper()} ET SES VOISINS" for title in TITLES]
    assert {item.room.text if item.room else "" for item in found} == {"Salle 2"}


def test_a_title_that_breaks_off_goes_on_at_the_top_of_the_next_page() -> None:
    (before,), (after,) = lines_of([heading("Habiter la rive de")], 1), lines_of([heading("la Vézac")], 2)
    assert is_same_title(before, after)
    (whole,), (other,) = lines_of([heading("Habiter la rive")], 1), lines_of([heading("Le moulin")], 2)
    assert not is_same_title(whole, other)


def test_a_title_that_goes_on_in_lower_case_does_so_at_the_top_of_the_next_page() -> None:
    (before,), (after,) = lines_of([heading("Habiter la digue")], 1), lines_of([heading("et le moulin")], 2)
    assert is_same_title(before, after)


def test_a_time_with_its_room_below_a_title_ends_the_item_also_at_the_foot_of_a_column() -> None:
    def column(numbers: list[int], x: float) -> list[Put]:
        return chained(
            *(
                [Put(TITLES[n], gap=12.0, x=x), Put(f"{HOURS[n]} • Auditorium", bold=True, x=x, gap=-1.0)]
                for n in numbers
            )
        )

    left, right = lines_of(column([0, 1], 40.0)), lines_of(column([2, 3], 260.0))
    found = structure_of([*left, *right])
    assert found is not None
    assert (found.order, round(found.score, 2)) == (Order.TITLE_FIRST, 0.8)


@pytest.mark.parametrize(("bold", "shown"), [(3, True), (4, False)])
def test_titles_that_show_are_preferred_to_ends_of_blocks_unless_much_else_is_set_alike(
    bold: int, shown: bool
) -> None:
    def item(number: int) -> list[Put]:
        credit = Put("Animé par Léa Durand, éclusière.", bold=number < bold)
        end = Put(f"→ {HOURS[number]}, Salle {number}", x=160.0)
        return [Put(TITLES[number], bold=True, gap=20), *paragraph(*TEXTS[number]), credit, end]

    found = structure_of(lines_of(chained(*(item(number) for number in NUMBERS))))
    assert found is not None
    assert (found.order, found.look is not None) == (Order.TITLE_FIRST, shown)


def session_with_hours_below(number: int, talks: list[list[Put]]) -> list[Put]:
    """A session with talks inside, a break, and the hours of both below them, at the edge of their titles."""
    return [
        heading(f"Session {number}", gap=30),
        Put("Modération : Omar Vasseur, maire", gap=4),
        *chained(*talks),
        hours(f"{8 + 2 * number}h – {9 + 2 * number}h", gap=8, x=38.0),
        heading(f"Pause {number}", gap=30),
        hours(f"{9 + 2 * number}h – {10 + 2 * number}h", gap=4, x=38.0),
    ]


def test_hours_below_talks_that_have_times_beside_them_are_those_of_their_session() -> None:
    def talks(number: int) -> list[list[Put]]:
        return [
            [
                Put(f"{8 + 2 * number}h{minute}", gap=8, x=60.0),
                heading(f"Exposé {number}{minute}", gap=0, x=140.0, beside=True),
                Put("Léa Durand, éclusière", x=60.0, gap=4),
            ]
            for minute in ("10", "30")
        ]

    found = told(document(chained(*(session_with_hours_below(number, talks(number)) for number in (1, 2, 3)))))
    assert found[:4] == [
        ("Session 1", "10h – 11h"),
        ("Exposé 110", "10h10"),
        ("Exposé 130", "10h30"),
        ("Pause 1", "11h – 12h"),
    ]


@pytest.mark.parametrize(("dash", "x"), [("", 60.0), ("– ", 40.0)], ids=["further in", "with a dash"])
def test_hours_below_talks_without_any_are_those_of_their_session(dash: str, x: float) -> None:
    talks = [
        [heading(f"{dash}{title}", gap=8, x=x), Put("Léa Durand, éclusière", x=60.0, gap=4)] for title in TITLES[:2]
    ]
    found = told(document(chained(*(session_with_hours_below(number, talks) for number in (1, 2, 3)))))
    assert [(title.removeprefix(dash), hour) for title, hour in found[:4]] == [
        ("Session 1", "10h – 11h"),
        (TITLES[0], ""),
        (TITLES[1], ""),
        ("Pause 1", "11h – 12h"),
    ]


@pytest.mark.parametrize("end", [" – {}h", ""], ids=["with an end", "starts alone"])
def test_hours_below_talks_with_a_title_behind_their_times_are_those_of_their_session(end: str) -> None:
    def talks(number: int) -> list[Put]:
        return [
            put
            for minute in ("", "30")
            for put in (
                heading(f"{8 + 2 * number}h{minute} Exposé {number}{minute}", gap=8, x=60.0),
                Put("Avec Léa Durand, éclusière", x=60.0, gap=4),
            )
        ]

    def session(number: int) -> list[Put]:
        return [
            heading(f"Session {number}", gap=30),
            Put("Modération : Omar Vasseur, maire", gap=4),
            *talks(number),
            heading(f"{8 + 2 * number}h{end.format(9 + 2 * number)}", gap=8),
            heading(f"Pause {number}", gap=30),
            heading(f"{9 + 2 * number}h{end.format(10 + 2 * number)}", gap=4),
        ]

    found = told(document(*(session(number) for number in (1, 2, 3))))
    assert found[:4] == [
        ("Session 1", f"10h{end.format(11)}"),
        ("Exposé 1", "10h"),
        ("Exposé 130", "10h30"),
        ("Pause 1", f"11h{end.format(12)}"),
    ]
    assert len(found) == 12


def test_a_time_that_ends_an_item_on_the_next_page_is_that_of_the_title_before() -> None:
    def over_pages(number: int) -> list[list[Put]]:
        begun = [heading(TITLES[number], gap=40), *paragraph(*TEXTS[number])]
        return [begun, [Put("Une suite vient sur la page d'après."), hours(HOURS[number])]]

    (first, end), (second, last) = over_pages(0), over_pages(2)
    whole = [[heading(TITLES[n], gap=40), *paragraph(*TEXTS[n]), hours(HOURS[n])] for n in NUMBERS]
    assert told(document(first, [*end, *whole[1]], second, [*last, *whole[3]])) == PAIRS


def test_titles_with_hours_of_their_own_keep_them_above_others_further_in() -> None:
    items = [
        [heading(TITLES[n], gap=30, x=40.0 + 20 * (n % 2)), *paragraph(*TEXTS[n]), hours(HOURS[n], x=38.0)]
        for n in NUMBERS
    ]
    assert told(document(chained(*items))) == PAIRS


def test_entries_with_dashes_below_a_title_are_none_of_its_lines_but_a_single_one_may_be() -> None:
    session = lines_of([heading("SESSION 1"), heading("– LE MOULIN", gap=2, x=60), heading("– LA CRUE", gap=2, x=60)])
    alone = lines_of([heading("LE MOULIN"), heading("– EN PARTAGE", gap=2)])
    look = Look.of(session[0].style)
    assert group_titles(session, {0, 1, 2}, look) == [[0], [1], [2]]
    assert group_titles(alone, {0, 1}, look) == [[0, 1]]


def test_a_quotation_right_below_another_is_a_title_of_its_own() -> None:
    both = lines_of([heading("« Le moulin »"), heading("« La crue »", gap=2)])
    assert group_titles(both, {0, 1}, Look.of(both[0].style)) == [[0], [1]]


def test_talks_with_bullets_on_pages_without_a_time_do_not_hide_that_titles_come_before_times() -> None:
    talks = [put for n in range(4) for put in (heading(f"▪ {TITLES[n]}", gap=8), Put("Léa Durand, éclusière", gap=4))]
    pages = [
        page
        for n in (1, 2, 3)
        for page in ([heading(f"Session {n}"), Put("Salle 2"), hours(f"{8 + n}h – {9 + n}h", gap=300)], talks)
    ]
    found = told(document(*pages))
    assert [hour for title, hour in found if title.startswith("Session")] == ["9h – 10h", "10h – 11h", "11h – 12h"]
    assert len(found) == 15


def test_a_time_at_half_the_height_of_the_lines_beside_it_ends_nothing() -> None:
    def row(number: int) -> list[Put]:
        return [Put(TITLES[number], x=110.0, gap=20.0), *(Put("et la crue revient", x=110.0) for _ in range(7))]

    lines = lines_of(chained(*(row(number) for number in NUMBERS)))
    rows = [lines[8 * number : 8 * number + 8] for number in NUMBERS]
    times = [
        line_of(Put(HOURS[number]), 1, (row[0].box.y0 + row[-1].box.y1) / 2 - 5) for number, row in enumerate(rows)
    ]
    found = structure_of(list(itertools.chain(*([time, *row] for time, row in zip(times, rows, strict=True)))))
    assert found is not None
    assert found.order is Order.TIME_FIRST


def test_what_stands_below_larger_titles_that_others_share_is_a_subtitle() -> None:
    """Their look is that of other headings too, so that fewer of them have a time."""
    subtitles = ("Un premier bilan", "Trois regards sur la rive", "Et demain", "Table ronde")
    items = [
        [
            hours(HOURS[n], gap=30),
            heading(TITLES[n], size=22, gap=4),
            heading(subtitles[n], size=14, gap=2),
            *paragraph(*TEXTS[n]),
        ]
        for n in NUMBERS
    ]
    found = document(
        [heading("Avant de venir à la rive", size=22)], chained(*items), [heading("Se loger au village", size=22)]
    )
    assert told(found) == PAIRS


def test_below_a_number_in_large_figures_stand_titles() -> None:
    found = lines_of(put for n in NUMBERS for put in (heading(f"{n + 1}", size=30), heading(TITLES[n], gap=2)))
    assert not are_subtitles([[1], [3], [5], [7]], [[0], [2], [4], [6]], found)


def test_a_title_ends_before_a_line_with_an_arrow() -> None:
    before, after = lines_of([heading("Session 1"), heading("→ Les rives", gap=0)])
    assert not is_same_title(before, after)
    assert is_same_title(before, after.model_copy(update={"text": "Les rives"}))


def test_places_behind_times_below_titles_are_rooms_where_most_times_have_one() -> None:
    times, places = ("10:30", "14:30", "16:50"), ("Médiathèque", "Place Bellevue", "Théâtre du Môle")
    puts = [
        put
        for number, place in enumerate(places)
        for put in (
            Put(TITLES[number], gap=14.0),
            Put(f"ven 10 oct • {times[number]} • {place}", width=200.0),
            Put("La rive recule et ses habitants se demandent ce qu'il en restera demain.", width=380.0),
        )
    ]
    found = split_sessions(document([*puts, Put("10 octobre 2025", gap=30.0)])).segments
    assert [segment.title.text for segment in found] == list(TITLES[:3])
    assert [segment.room.text for segment in found if segment.room] == list(places)


def test_further_people_set_bold_as_titles_are_no_titles() -> None:
    def item(number: int, title: str) -> list[Put]:
        return [
            Put(f"{9 + number}h – {10 + number}h", gap=20),
            Put(title, bold=True),
            Put(("Une histoire de rive", "Ce que dit l’eau", "Le gué de demain")[number], italic=True),
            Put("Avec : Léa Durand", bold=True),
            Put("éclusière à Vézac"),
            Put("Marc Petit", bold=True),
            Put("directeur du port"),
        ]

    shown = document([put for number, title in enumerate(TITLES[:3]) for put in item(number, title)])
    assert [title for title, _ in told(shown)] == list(TITLES[:3])


def test_rooms_in_the_column_of_hours_set_as_titles_are_no_titles() -> None:
    def row(number: int) -> list[Put]:
        told = [Put(text, x=140.0) for text in TEXTS[number]]
        title = Put(TITLES[number], bold=True, x=140.0, gap=-22.0)
        return [hours(f"{9 + number}h", gap=20), Put("Salle du Gué", bold=True), title, *told]

    last = [Put("Salle du Moulin", bold=True, gap=8), Put("La grue", bold=True, x=140.0, beside=True)]
    rows = [*chained(*map(row, NUMBERS)), *last, Put("Léa Durand, éclusière", x=140.0)]
    found = split_sessions(document([heading("Mardi 14 mai 2024"), *rows])).segments
    rooms = [(each.title.text, each.room.text if each.room else None) for each in found]
    assert rooms == [*((title, "Salle du Gué") for title in TITLES), ("La grue", "Salle du Moulin")]


def test_names_in_a_list_below_words_that_announce_people_are_no_titles() -> None:
    names = [Put("▪ Léa Durand", bold=True), Put("éclusière"), Put("▪ Ulrike Brenn", bold=True), Put("meunière")]
    items = [
        [hours(f"{9 + n}h", gap=20), Put(TITLES[n], bold=True), Put("Participants :", gap=6), *names] for n in NUMBERS
    ]
    assert [title for title, _ in told(document(chained(*items)))] == list(TITLES)


def test_who_stands_below_a_title_beside_its_time_is_no_title() -> None:
    people = ("Léa Durand,", "Marc Petit,", "Anne Morel,", "Paul Roux,")
    puts = [Put("Mardi 14 mai 2024", size=14.0, bold=True)]
    for number, (title, person) in enumerate(zip(TITLES, people, strict=True)):
        puts += [Put(f"{9 + number}h • {title}", gap=10.0), Put(person, bold=True)]
        puts += [Put("éclusière à Brou", italic=True, x=100.0, beside=True)]
    found = split_sessions(document(puts)).segments
    assert [item.title.text for item in found] == list(TITLES)
    assert all(item.blocks[0].passage.text.startswith(person) for item, person in zip(found, people, strict=True))
