"""Which of the printed days is that of an item: beside its time, over it, at the edge of its page."""

import pytest
from layouts import Put, lines, lines_of
from pages import line

from pipeline.document import Passage
from pipeline.page.passages import join_lines
from pipeline.segment.anchors import find_anchors
from pipeline.segment.day_headings import DayHeading, find_day_headings
from pipeline.segment.day_places import (
    day_around,
    day_beside,
    day_in_furniture,
    framed_day,
    heading_over,
    only_day,
)


def passage(text: str) -> Passage:
    return join_lines(lines(text))


def text_of(found: Passage | DayHeading | None) -> str | None:
    return found.passage.text if isinstance(found, DayHeading) else found.text if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mardi 4 mai, 10h à 11h", "Mardi 4 mai"),
        ("Samedi de 10h à 18h", "Samedi"),
        ("Habiter la digue – mardi 4 mai, 10h-11h", "mardi 4 mai"),
        ("Habiter la digue (le 4 mai, 10h-11h", "4 mai"),
        ("Le 14 juillet vu des rives 14h00 à 14h30", None),
        ("La nuit du 4 août 14h00 à 15h00", None),
        ("Habiter la digue 10h-11h", None),
    ],
)
def test_a_day_stands_beside_its_time_but_not_in_a_title(text: str, day: str | None) -> None:
    (anchor,) = find_anchors(lines(text))
    assert text_of(day_beside(anchor)) == day


COLUMNS = ["60 100 12 b Mardi 4 mai", "260 100 12 b Mercredi 5 mai", "460 100 12 b Jeudi 6 mai"]


@pytest.mark.parametrize(("x", "day"), [(55, "Mardi 4 mai"), (270, "Mercredi 5 mai"), (440, "Jeudi 6 mai")])
def test_days_side_by_side_head_what_stands_in_their_columns(x: int, day: str) -> None:
    placed = [line(row, rank=rank) for rank, row in enumerate([*COLUMNS, f"{x} 200 10 n 10h"])]
    assert text_of(heading_over(find_day_headings(placed), placed[-1], 3)) == day


def test_the_day_at_the_left_of_a_time_is_that_of_its_own_column() -> None:
    rows = ["40 194 30 b VEN 6", "311 181 30 b DIM 15", "420 214 9 n 9h"]
    placed = [line(row, rank=rank) for rank, row in enumerate(rows)]
    assert text_of(heading_over(find_day_headings(placed), placed[-1], 2)) == "DIM 15"


def test_heads_of_columns_that_stand_close_are_told_apart() -> None:
    placed = [line("60 100 12 b MARDI 4 MAI 2027 MERCREDI 5 MAI 2027"), line("190 200 10 n 10h", rank=1)]
    headings = find_day_headings(placed)
    assert [heading.passage.text for heading in headings] == ["MARDI 4 MAI 2027", "MERCREDI 5 MAI 2027"]
    assert text_of(heading_over(headings, placed[-1], 1)) == "MERCREDI 5 MAI 2027"


def headings_on(**pages: str) -> list[DayHeading]:
    """Day headings by page: `p2="Mardi 4 mai"`."""
    placed = [lines_of([Put(text)], page=int(page[1:]))[0] for page, text in pages.items()]
    return find_day_headings(placed)


@pytest.mark.parametrize(
    ("framed", "headings", "page", "day"),
    [
        ({3: "Mardi 4 mai"}, {}, 3, "Mardi 4 mai"),
        ({3: "Mardi 4 mai"}, {}, 4, "Mardi 4 mai"),
        ({4: "Mardi 4 mai"}, {}, 3, None),
        ({2: "Mardi 4 mai", 3: "Mercredi 5 mai"}, {"p1": "Mercredi 5 mai"}, 2, "Mardi 4 mai"),
        ({2: "Mardi 4 mai", 3: "Mardi 4 mai"}, {"p2": "Mercredi 5 mai"}, 3, None),
        ({3: "Mercredi 5 mai"}, {"p1": "Mardi 4 mai"}, 3, "Mercredi 5 mai"),
        ({3: "Mercredi 5 mai"}, {"p1": "Mardi 4 mai", "p3": "Mercredi 5 mai"}, 3, None),
    ],
    ids=[
        "its page",
        "a page before",
        "a page after",
        "an index before",
        "stale",
        "the next day",
        "first of the page",
    ],
)
def test_the_day_at_the_edge_of_a_page_gives_way_to_a_heading_that_tells_more(
    framed: dict[int, str], headings: dict[str, str], page: int, day: str | None
) -> None:
    found = headings_on(**headings)
    told: dict[int, Passage | None] = {number: passage(text) for number, text in framed.items()}
    assert text_of(framed_day(told, page, found[0] if found else None, found)) == day


@pytest.mark.parametrize(
    ("text", "known", "day"),
    [
        ("Mardi 4 mai", set(), "Mardi 4 mai"),
        ("Forum des rives – Mardi 4 mai", {(4, 5), (5, 5)}, "Mardi 4 mai"),
        ("La nuit du 4 août", {(4, 5), (5, 5)}, None),
        ("Forum des rives, 4 et 5 mai", set(), None),
    ],
)
def test_a_header_tells_one_day_of_the_event(text: str, known: set[tuple[int, int]], day: str | None) -> None:
    assert text_of(day_in_furniture(lines(text), known)) == day


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["Mardi 4 mai 2027", "Inscription avant le 15 avril."], "Mardi 4 mai 2027"),
        (["Inscription avant le 15 avril."], None),
        (["Rendez-vous à Lens, le 4 mai 2027"], "4 mai 2027"),
        (["4 - 6 mai 2027"], None),
        (["Rendez-vous le 4 mai 2027", "Programme prévisionnel au 24 mars 2027"], "4 mai 2027"),
        (["Rendez-vous le 4 mai 2027", "Version du 24 mars 2027"], "4 mai 2027"),
        (["Programme du mercredi 4 mai 2027"], "mercredi 4 mai 2027"),
        (["Initialement prévu le 24 mars 2027, il a été reporté au 4 mai 2027."], "4 mai 2027"),
    ],
)
def test_the_only_day_is_neither_a_deadline_nor_a_period(texts: list[str], day: str | None) -> None:
    assert text_of(only_day(lines(*texts))) == day


@pytest.mark.parametrize(
    ("texts", "first", "day"),
    [
        (["Mardi 4 mai 2027 – Halle aux grains", "10h", "La loi du 3 mars 2021"], 1, "Mardi 4 mai 2027"),
        (["La loi du 3 mars 2021", "Mardi 4 mai 2027, Brou", "10h", "Lire le 7 juin 2028"], 2, "Mardi 4 mai 2027"),
        (["Mardi 4 mai 2027, Brou", "Mercredi 5 mai 2027, Lens", "10h Ouverture"], 2, None),
        (["10h Ouverture", "La loi du 3 mars 2021", "Le décret du 4 juin 2022"], 0, None),
        (["Vézac, le 3 mars 2027", "Venez à la halle le 4 mai 2027.", "10h Ouverture"], 2, "4 mai 2027"),
        (["Vézac, le 3 mars 2027", "Nous lirons le mardi 4", "mai 2027 à Brou", "10h"], 3, "mardi 4 mai 2027"),
    ],
    ids=["above the first item", "with its weekday", "two above", "none above", "of a letter", "over two lines"],
)
def test_the_day_above_the_first_item_is_that_of_the_event(texts: list[str], first: int, day: str | None) -> None:
    assert text_of(only_day(lines(*texts), first)) == day


def test_a_weekday_alone_above_its_day_is_one_heading_with_it() -> None:
    found = find_day_headings(lines_of([Put("MERCREDI"), Put("28 SEPTEMBRE"), Put("Habiter la digue")]))
    assert [(heading.place, heading.passage.text) for heading in found] == [(1, "MERCREDI 28 SEPTEMBRE")]


def test_a_weekday_in_another_style_is_a_heading_of_its_own() -> None:
    found = find_day_headings(lines_of([Put("MERCREDI", size=20.0), Put("28 SEPTEMBRE")]))
    assert [heading.passage.text for heading in found] == ["MERCREDI", "28 SEPTEMBRE"]


@pytest.mark.parametrize(
    ("printed", "hour", "day"),
    [
        ("9h30 à 12h30", "10h Accueil", "18 juin 2024"),
        ("9h30 à 12h30", "14h Accueil", None),
        ("9h30", "14h Accueil", "18 juin 2024"),
        ("9h30", "9h Accueil", None),
    ],
)
def test_an_item_within_hours_printed_with_their_day_is_of_that_day(printed: str, hour: str, day: str | None) -> None:
    puts = [Put(f"18 juin 2024 – {printed}"), Put("Les rives", gap=20), Put(hour, gap=20)]
    found = lines_of(puts)
    anchors = find_anchors(found)
    assert text_of(day_around(anchors, found[-1], anchors[-1].place, anchors[-1])) == day


@pytest.mark.parametrize(
    ("talk", "day"),
    [
        (Put("Habiter la rive", x=60.0), "18 juin 2024"),
        (Put("• Habiter la rive"), "18 juin 2024"),
        (Put("Habiter la rive"), None),
    ],
    ids=["further in", "in a list", "beside"],
)
def test_a_talk_without_a_time_is_of_the_day_beside_the_time_of_its_session(talk: Put, day: str | None) -> None:
    found = lines_of([Put("18 juin 2024 – 9h30"), talk])
    assert text_of(day_around(find_anchors(found), found[1], 1, None)) == day


def test_a_day_before_a_time_that_is_broken_over_two_lines_is_beside_it() -> None:
    (anchor,) = find_anchors(lines_of([Put("JOUR 1 : MARDI 18 JUIN 2024 | À"), Put("partir de 9h")]))
    assert text_of(day_beside(anchor)) == "MARDI 18 JUIN 2024"


def test_the_day_at_the_left_of_an_hour_is_its_own_though_that_of_the_next_card_is_nearer() -> None:
    printed = [line("50 100 11 b Mer. 1er avril"), line("240 100 11 b 16h"), line("290 100 11 b Sam. 4 avril")]
    headings = find_day_headings(printed)
    assert text_of(heading_over(headings, printed[1], 3)) == "Mer. 1er avril"
