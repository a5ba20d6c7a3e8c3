"""What recurs on the pages is set apart from them, but never an hour or a marker of people."""

import pytest
from pages import document, line, page, texts

from pipeline.document import Document, Line, Page
from pipeline.layout import arrange_pages

BODY = ("60 200 10 n Un cadran et son ombre", "60 230 10 n Trois pendules à remettre à l'heure")


def body(number: int) -> tuple[str, ...]:
    """Lines that no other page has."""
    return (f"60 200 10 n Un cadran et son ombre, {number}", f"60 230 10 n Pendules à l'heure {number}")


def arranged(*pages: tuple[str | Line, ...]) -> tuple[Page, ...]:
    """The pages, each with a body of its own."""
    found = document(*(page(*lines, *body(number)) for number, lines in enumerate(pages, start=1)))
    return arrange_pages(found).pages


def labels(*numbers: str | None, y: int = 770) -> list[str | None]:
    """The labels of pages that print these numbers at the bottom."""
    lines = ((f"290 {y} 9 n {text}",) if text else () for text in numbers)
    return [found.label for found in arranged(*lines)]


def test_a_running_header_is_furniture() -> None:
    pages = arranged(*[("60 30 9 n Festival des horloges",)] * 4)
    assert all(texts(found.furniture) == ["Festival des horloges"] for found in pages)
    assert all("Festival des horloges" not in texts(found.lines) for found in pages)


def test_what_a_browser_prints_around_a_page_is_neither_text_nor_furniture() -> None:
    (found,) = arranged(("30 12 8 n 22/11/2026 14:13", "30 815 8 n https://horloges.example/programme"))
    assert texts(found.lines) == [printed.split(" ", 4)[-1] for printed in body(1)]
    assert texts(found.furniture) == []


def test_a_running_footer_is_furniture() -> None:
    pages = arranged(*[("60 770 9 n www.horloges.example",)] * 4)
    assert all(texts(found.furniture) == ["www.horloges.example"] for found in pages)


def test_a_day_that_runs_over_the_pages_stays_in_the_furniture() -> None:
    pages = arranged(*[("60 30 12 b Jeudi 6 juin 2024",)] * 3)
    assert [texts(found.furniture) for found in pages] == [["Jeudi 6 juin 2024"]] * 3


def test_a_day_with_its_year_on_a_line_of_its_own_runs_over_the_pages_as_one() -> None:
    column = ("500 30 14 b Jeudi", "500 48 14 b 6 juin", "500 66 14 b 2024")
    pages = arranged(*[column] * 3)
    assert [texts(found.furniture) for found in pages] == [["Jeudi", "6 juin 2024"]] * 3


def test_rooms_side_by_side_head_columns_and_are_no_running_line() -> None:
    pages = arranged(*[("60 50 9 b Salle Loire", "250 50 9 b Salle Cher", "450 20 9 n Congrès")] * 2)
    assert [texts(found.furniture) for found in pages] == [["Congrès"]] * 2
    assert all({"Salle Loire", "Salle Cher"} < set(texts(found.lines)) for found in pages)


def test_a_title_that_stands_on_several_pages_where_others_have_theirs_is_no_running_line() -> None:
    titles = ("Mot de bienvenue", "Exposés", "Les sabliers", "Exposés", "Exposés", "Les cadrans")
    pages = arranged(*[(f"60 30 14 b {title}", "60 50 11 n 9h – 10h") for title in titles])
    assert [texts(found.lines)[0] for found in pages] == [*titles]


def test_what_stands_on_most_pages_or_is_no_larger_than_their_text_is_a_running_line() -> None:
    parts = ("Exposés", "Exposés", "Exposés", "Ateliers", "Ateliers", "Ateliers")
    assert all(texts(found.furniture) for found in arranged(*[(f"60 30 14 b {part}",) for part in parts]))
    small = ("Exposés", "Les sabliers", "Exposés", "Exposés", "Les cadrans")
    pages = arranged(*[(f"60 30 10 n {part}", f"60 50 14 b Pendule {part}") for part in small])
    assert "Exposés" in texts(pages[0].furniture)


def test_what_is_turned_along_a_side_of_all_pages_is_a_running_line() -> None:
    along = line("570 300 9 n Festival des horloges", rotation=90)
    assert all(texts(found.furniture) == ["Festival des horloges"] for found in arranged(*[(along,)] * 3))
    inside = line("300 300 9 n Festival des horloges", rotation=90)
    assert all("Festival des horloges" in texts(found.lines) for found in arranged(*[(inside,)] * 3))


def test_a_header_may_change_sides() -> None:
    left, right = ("60 30 9 n Festival des horloges",), ("400 30 9 n Festival des horloges",)
    assert all(texts(found.furniture) for found in arranged(left, right, left, right))


def test_a_header_may_miss_on_some_pages() -> None:
    header = ("60 30 9 n Festival des horloges",)
    pages = arranged(header, (), header, (), header)
    assert [len(found.furniture) for found in pages] == [1, 0, 1, 0, 1]


def test_a_text_on_two_of_many_pages_is_no_header() -> None:
    header = ("60 30 14 b Le cadran et son ombre",)
    assert all(found.furniture == () for found in arranged(header, header, (), (), ()))


def test_a_text_that_recurs_in_the_body_is_no_furniture() -> None:
    pages = arranged(*[("60 400 10 n Tout public",)] * 4)
    assert all("Tout public" in texts(found.lines) and found.furniture == () for found in pages)


def test_a_text_that_recurs_at_other_heights_is_no_furniture() -> None:
    pages = arranged(*[(f"60 {20 + 20 * rank} 10 n Tout public",) for rank in range(4)])
    assert all(found.furniture == () for found in pages)


def test_a_header_does_not_take_its_words_out_of_the_body() -> None:
    lines = ("60 30 9 n Festival des horloges", "60 400 9 n Festival des horloges")
    assert all(texts(found.lines).count("Festival des horloges") == 1 for found in arranged(*[lines] * 4))


@pytest.mark.parametrize("text", ["AVEC", "ANIMÉ PAR", "Intervenants :", "10h à 11h30", "14h30", "Jeudi 6 juin, 9h"])
def test_markers_and_hours_are_never_furniture(text: str) -> None:
    pages = arranged(*[(f"60 30 10 b {text}",)] * 4)
    assert all(text in texts(found.lines) and found.furniture == () for found in pages)


def test_a_room_on_the_row_of_hours_is_never_furniture() -> None:
    pages = arranged(*[(f"60 30 10 b {9 + number}h – 11h", "320 30 10 b Salle 2") for number in range(4)])
    assert all("Salle 2" in texts(found.lines) for found in pages)


def test_a_scale_of_hours_is_furniture_even_on_one_page() -> None:
    (found,) = arranged(("60 400 8 n 9h 10h 11h 12h 13h 14h",))
    assert texts(found.furniture) == ["9h 10h 11h 12h 13h 14h"]


@pytest.mark.parametrize("sign", ["h", ".00"])
def test_a_scale_of_hours_may_be_a_row_of_lines(sign: str) -> None:
    row = tuple(f"{60 + 80 * rank} 400 8 n {9 + rank}{sign}" for rank in range(6))
    (found,) = arranged(row)
    assert texts(found.furniture) == [f"{9 + rank}{sign}" for rank in range(6)]


@pytest.mark.parametrize(("height", "below", "furniture"), [(760, 400, 4), (300, 400, 0), (300, 240, 4)])
def test_whole_hours_with_their_minutes_are_a_scale_at_an_edge_or_below_all_text_and_heads_of_columns_above_some(
    height: int, below: int, furniture: int
) -> None:
    row = tuple(f"{60 + 80 * rank} {height} 8 n {9 + rank}h00" for rank in range(4))
    (found,) = arranged((*row, f"60 {below} 10 n Un sablier à retourner"))
    assert len(found.furniture) == furniture


def test_whole_hours_with_their_minutes_are_a_scale_where_one_page_prints_them_again() -> None:
    rows = tuple(f"{60 + 80 * rank} {height} 8 n {9 + rank}h00" for height in (300, 480) for rank in range(4))
    (found,) = arranged(rows)
    assert len(found.furniture) == 8


def test_hours_with_minutes_close_together_on_one_line_are_a_scale_anywhere() -> None:
    (found,) = arranged(("60 300 8 n 9h00 10h00 11h00 12h00",))
    assert texts(found.furniture) == ["9h00 10h00 11h00 12h00"]


@pytest.mark.parametrize(
    ("clock", "text", "furniture"),
    [
        (
            "60 280 16 b Mardi 4 mai – 8h30",
            "60 340 10 n Une rive recule, et la commune s'interroge sur toute la suite à donner",
            4,
        ),
        (
            "60 280 16 b Mardi 4 mai",
            "60 340 10 n Une rive recule, et la commune s'interroge sur toute la suite à donner",
            0,
        ),
        ("60 280 16 b Mardi 4 mai – 8h30", "60 340 10 n Un sablier", 0),
    ],
)
def test_hours_above_text_that_runs_through_them_are_a_scale_beside_the_hour_of_the_page(
    clock: str, text: str, furniture: int
) -> None:
    row = tuple(f"{60 + 80 * rank} 300 6 n {9 + rank}h00" for rank in range(4))
    (found,) = arranged((clock, *row, text))
    assert len(found.furniture) == furniture


def test_hours_one_under_the_other_are_no_scale() -> None:
    hours = tuple(f"60 {300 + 40 * rank} 8 n {9 + rank}h" for rank in range(6))
    (found,) = arranged(hours)
    assert found.furniture == ()


def test_furniture_has_the_place_it_is_printed_at() -> None:
    header = line("60 30 9 n Festival des horloges")
    pages = arranged(*[(header,)] * 3)
    assert [(found.furniture[0].box, found.furniture[0].page) for found in pages] == [
        (header.box, number) for number in (1, 2, 3)
    ]


def test_page_numbers_are_labels_and_furniture() -> None:
    pages = arranged(*((f"290 770 9 n {number}",) for number in (1, 2, 3)))
    assert [(found.label, texts(found.furniture)) for found in pages] == [("1", ["1"]), ("2", ["2"]), ("3", ["3"])]


def test_labels_may_run_ahead_of_the_pages() -> None:
    assert labels("17", "18", "19") == ["17", "18", "19"]


def test_a_cover_without_a_number_has_no_label() -> None:
    assert labels(None, "2", "3", None, "5") == [None, "2", "3", None, "5"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("1/3", "2/3", "3/3"), ["1", "2", "3"]),
        (("1 sur 3", "2 sur 3", "3 sur 3"), ["1", "2", "3"]),
        (("Page 7", "Page 8", "Page 9"), ["7", "8", "9"]),
        (("p. 7", "p. 8", "p. 9"), ["7", "8", "9"]),
        (("– 08 –", "– 09 –", "– 10 –"), ["8", "9", "10"]),
    ],
)
def test_labels_are_read_out_of_their_wording(printed: tuple[str, ...], expected: list[str]) -> None:
    assert labels(*printed) == expected


def test_labels_may_stand_at_the_top() -> None:
    assert labels("4", "5", y=20) == ["4", "5"]


def test_numbers_that_do_not_grow_are_no_labels() -> None:
    assert labels("2024", "2024", "2024") == [None, None, None]
    assert labels("75", "12", "31") == [None, None, None]


def test_a_number_on_one_page_of_several_is_no_label() -> None:
    assert labels(None, "2", None) == [None, None, None]


def test_numbers_in_the_body_are_no_labels() -> None:
    assert labels("1", "2", "3", y=400) == [None, None, None]


@pytest.mark.parametrize(("text", "label", "left"), [("1", "1", []), ("12", None, ["12"])])
def test_one_page_can_only_be_page_one(text: str, label: str | None, left: list[str]) -> None:
    (found,) = arranged((f"290 770 9 n {text}",))
    assert (found.label, [line for line in texts(found.lines) if line == text]) == (label, left)


def test_one_page_has_no_furniture() -> None:
    (found,) = arrange_pages(document(page("60 30 14 b Jeudi 6 juin", *BODY, "60 770 9 n Entrée libre"))).pages
    assert (len(found.lines), found.furniture) == (4, ())


def test_no_line_is_lost_or_doubled() -> None:
    before = [("60 30 9 n Festival", f"290 770 9 n {number}", "60 400 10 n 9h 10h 11h 12h") for number in (1, 2, 3)]
    for found in arranged(*before):
        assert sorted(line.rank for line in (*found.lines, *found.furniture)) == [0, 1, 2, 3, 4]


def test_lines_come_in_reading_order() -> None:
    (found,) = arranged(("60 260 10 n quatrième", "60 50 10 n premier"))
    assert [text.split()[0] for text in texts(found.lines)] == ["premier", "Un", "Pendules", "quatrième"]


def drawn(order: list[int]) -> Document:
    return document(page(*(f"60 {100 + 20 * rank} 10 n ligne {'abcdef'[rank]}" for rank in order)))


def test_the_order_is_doubtful_when_the_file_draws_another() -> None:
    (found,) = arrange_pages(drawn([5, 4, 3, 2, 1, 0])).pages
    assert found.doubts == ("ordre_de_lecture",)
    assert [text[-1] for text in texts(found.lines)] == [*"abcdef"]


def test_a_line_drawn_late_makes_no_doubt() -> None:
    (found,) = arrange_pages(drawn([1, 2, 3, 4, 5, 0])).pages
    assert found.doubts == ()


def test_earlier_doubts_are_kept() -> None:
    (before,) = drawn([5, 4, 3, 2, 1, 0]).pages
    whole = document(before.model_copy(update={"doubts": ("texte_sans_unicode",)}))
    assert arrange_pages(whole).pages[0].doubts == ("texte_sans_unicode", "ordre_de_lecture")


def test_a_page_without_text_stays_empty() -> None:
    pages = arrange_pages(document(page(*BODY), page(), page(*BODY))).pages
    assert (pages[1].lines, pages[1].furniture, pages[1].label) == ((), (), None)


def test_arranging_twice_changes_nothing() -> None:
    header = "60 30 9 n Festival des horloges"
    once = arrange_pages(document(*(page(header, *body(number)) for number in (1, 2, 3))))
    assert [found.lines for found in arrange_pages(once).pages] == [found.lines for found in once.pages]


def test_a_running_line_with_the_page_number_and_another_day_on_each_page_is_furniture() -> None:
    days = ("Mardi 4 mai", "Mercredi 5 mai", "Jeudi 6 mai")
    pages = arranged(*[(f"60 770 9 n Les horloges – {day} {number}",) for number, day in enumerate(days, start=1)])
    assert all(len(found.furniture) == 1 for found in pages)


def test_a_heading_that_counts_as_the_pages_do_is_no_furniture() -> None:
    pages = arranged(*[(f"60 60 18 b Atelier {number}",) for number in range(1, 5)])
    assert all(not found.furniture for found in pages)


def test_a_running_day_that_changes_is_furniture_with_its_page_number() -> None:
    days = (
        "Forum des rives – Mardi 4 mai | 1",
        "Forum des rives – Mardi 4 mai | 2",
        "Forum des rives – Mercredi 5 mai | 3",
    )
    pages = arranged(*[(f"60 30 9 n {text}",) for text in days])
    assert [texts(found.furniture) for found in pages] == [[text] for text in days]


def test_a_day_below_an_hour_at_the_top_of_its_page_is_no_header() -> None:
    pages = arranged(*[("60 30 10 n 18h Concert", f"60 70 12 b {text}") for text in ("Mardi 4 mai", "Jeudi 6 mai")])
    assert all(found.furniture == () for found in pages)


def test_days_side_by_side_head_columns_even_on_top_of_every_page() -> None:
    row = ("60 30 9 b Mardi 25/08", "250 30 9 b Mercredi 26/08", "450 30 9 b Jeudi 27/08")
    assert all(found.furniture == () for found in arranged(row, row, row))


def test_columns_above_a_day_across_the_page_are_read_before_it() -> None:
    left, right = ("60 {} 10 n Un cadran et son ombre, {}", "320 {} 10 n Trois pendules à remettre à l'heure, {}")
    rows = [side.format(y, y) for side in (left, right) for y in (100, 114, 128, 142, 300, 314, 328, 342)]
    (found,) = arrange_pages(document(page(*rows, "60 200 14 b Jeudi 6 juin"))).pages
    order = [(line.box.x0, line.box.y0) for line in found.lines]
    below = order.index((60, 200))
    assert {y for _, y in order[:below]} == {100, 114, 128, 142}
    assert {y for _, y in order[below + 1 :]} == {300, 314, 328, 342}


def test_a_day_in_one_of_two_columns_parts_only_that() -> None:
    left = [f"60 {y} 10 n Un cadran et son ombre, {y}" for y in range(100, 400, 12)]
    right = [f"320 {y} 10 n Trois pendules à l'heure, {y}" for y in (*range(100, 190, 12), *range(230, 400, 12))]
    (found,) = arrange_pages(document(page(*left, *right, "320 204 14 b Jeudi 6 juin"))).pages
    order = [(line.box.x0, line.box.y0) for line in found.lines]
    assert {x for x, _ in order[: len(left)]} == {60}


def test_days_in_a_column_that_another_begins_beside_part_only_their_own() -> None:
    left = [f"60 {y} 10 n Un cadran et son ombre, {y}" for y in range(130, 500, 12) if y not in (262, 370)]
    days = [
        f"60 {y} 14 b {day}" for y, day in ((110, "Jeudi 6 juin"), (260, "Vendredi 7 juin"), (368, "Samedi 8 juin"))
    ]
    right = [f"320 {y} 10 n Trois pendules à l'heure, {y}" for y in range(108, 200, 12)]
    (found,) = arrange_pages(document(page(*left, *right, *days))).pages
    order = [line.box.x0 for line in found.lines]
    assert order == sorted(order)


def test_a_label_at_the_right_of_the_first_day_begins_no_column() -> None:
    left, right = ("60 {} 10 n Un cadran et son ombre, {}", "320 {} 10 n Trois pendules à remettre à l'heure, {}")
    rows = [side.format(y, y) for side in (left, right) for y in (100, 114, 128, 142, 300, 314, 328, 342)]
    days = ("60 70 14 b Jeudi 6 juin", "60 200 14 b Vendredi 7 juin", "400 70 14 n Salle des cadrans")
    (found,) = arrange_pages(document(page(*rows, *days))).pages
    order = [(line.box.x0, line.box.y0) for line in found.lines]
    assert {y for _, y in order[: order.index((60, 200))]} == {70, 100, 114, 128, 142}


def test_a_label_of_a_format_at_the_top_of_pages_stays_with_the_title_under_it() -> None:
    pages = arranged(*[("60 30 8 n ATELIER", f"60 40 16 b Titre {number} de la journée") for number in "ABCD"])
    assert all("ATELIER" in texts(found.lines) for found in pages)


def test_a_format_that_runs_over_the_pages_alone_is_furniture() -> None:
    pages = arranged(*[("60 30 8 n ATELIERS",)] * 4)
    assert all(texts(found.furniture) == ["ATELIERS"] for found in pages)


def test_what_stands_again_further_down_labels_each_item_and_is_no_header() -> None:
    pages = arranged(*[("60 30 9 b Jeudi 6 juin", "60 400 9 b Jeudi 6 juin")] * 4)
    assert not any(found.furniture for found in pages)


def test_the_head_of_a_column_of_people_is_furniture_with_the_heads_beside_it() -> None:
    heads = ("60 30 9 b Horaires", "160 30 9 b Session", "260 30 9 b Intervenants")
    pages = arranged(*[heads] * 4)
    assert texts(pages[0].furniture) == ["Horaires", "Session", "Intervenants"]


def test_a_room_below_the_hours_at_the_top_of_each_page_is_no_furniture() -> None:
    def rooms(over: str) -> set[bool]:
        pages = [page(f"60 40 10 n {over}", "60 54 10 n Salle 2", f"60 300 10 n Rive {n}") for n in (1, 2, 3)]
        return {"Salle 2" in texts(found.lines) for found in arrange_pages(document(*pages)).pages}

    assert (rooms("9h – 10h"), rooms("Moulin Neuf")) == ({True}, {False})
