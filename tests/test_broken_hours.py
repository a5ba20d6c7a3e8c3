"""Hours broken over lines in a narrow column are one label; words of a text that lead to hours stay as they are."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.broken_hours import join_broken_hours


@pytest.mark.parametrize(
    "broken",
    [
        ("À partir", "de", "10h15"),
        ("À partir de", "10h15"),
        ("Dès", "9h"),
        ("de", "10h – 11h"),
        ("Mardi 3 mai à", "9h"),
    ],
)
def test_an_hour_under_the_words_that_lead_to_it_is_one_label(broken: tuple[str, ...]) -> None:
    lines = lines_of([Put(text, x=300.0) for text in broken])
    [joined] = join_broken_hours(lines)
    assert joined.text == " ".join(broken)


def test_the_label_is_as_high_as_its_first_line_and_its_words_keep_their_places() -> None:
    lines = lines_of([Put("À partir", x=300.0), Put("de", x=300.0), Put("10h15", x=300.0)])
    [joined] = join_broken_hours(lines)
    assert (joined.box.y0, joined.box.y1) == (lines[0].box.y0, lines[0].box.y1)
    assert joined.box_of(12, 17) == lines[2].box


def test_labels_may_be_set_to_the_right_or_in_the_middle() -> None:
    right = lines_of([Put("À partir de", x=300.0, width=60.0), Put("10h", x=345.0, width=15.0)])
    middle = lines_of([Put("À partir de", x=300.0, width=60.0), Put("10h", x=322.0, width=15.0)])
    assert [len(join_broken_hours(lines)) for lines in (right, middle)] == [1, 1]


@pytest.mark.parametrize(
    "puts",
    [
        [Put("dès", x=300.0), Put("le matin, à la gare", x=300.0)],
        [Put("À partir de", x=300.0), Put("10h15", x=100.0)],
        [Put("À partir de", x=300.0), Put("10h15", x=300.0, gap=40.0)],
        [Put("Atelier à partir de", x=300.0), Put("10h15", x=300.0)],
    ],
    ids=["no hour", "another column", "far below", "words of a title"],
)
def test_what_is_no_broken_label_stays_as_it_is(puts: list[Put]) -> None:
    lines = lines_of(puts)
    assert join_broken_hours(lines) == lines


@pytest.mark.parametrize(
    "broken",
    [
        ("10h", "jusqu’à 10h45"),
        ("17h45 à", "18h30"),
        ("8h30-", "9h30"),
        ("9h", "– 10h"),
        ("À 9h", "à 10h"),
        ("9h |", "10h"),
    ],
)
def test_the_end_of_a_time_under_its_start_is_part_of_it(broken: tuple[str, str]) -> None:
    start, end = (Put(text, x=20.0, width=40.0) for text in broken)
    title = Put("Habiter la digue et", x=120.0, beside=True)
    [joined, beside] = join_broken_hours(lines_of([start, title, end]))
    assert (joined.text, beside.text) == (" ".join(broken), title.text)


@pytest.mark.parametrize(
    "apart",
    [("9h", "10h"), ("9h – 10h", "à 11h"), ("10h", "à 9h"), ("9h", "à la gare"), ("9h Ouverture à", "10h")],
    ids=["two starts", "a whole range", "an end before its start", "no hour", "words behind the start"],
)
def test_two_hours_below_each_other_are_one_time_only_if_a_word_or_sign_says_so(apart: tuple[str, str]) -> None:
    lines = lines_of([Put(text, x=20.0) for text in apart])
    assert join_broken_hours(lines) == lines


@pytest.mark.parametrize("broken", [("Habiter la rive –", "11h25 / 11h45"), ("Habiter la rive", "– 10h / 10h40")])
def test_the_hours_under_a_title_that_a_sign_joins_to_it_are_on_its_line(broken: tuple[str, str]) -> None:
    [joined] = join_broken_hours(lines_of([Put(text, bold=True) for text in broken]))
    assert joined.text == " ".join(broken)


@pytest.mark.parametrize(
    "puts",
    [
        [Put("Habiter la rive"), Put("11h25 / 11h45")],
        [Put("Habiter la rive –", bold=True), Put("11h25 / 11h45")],
        [Put("Habiter la rive –"), Put("11h25 Le moulin")],
        [Put("Visites"), Put("- 10h / 11h"), Put("- 14h / 15h")],
    ],
    ids=["no sign", "set otherwise", "a title behind the hours", "a list of hours"],
)
def test_hours_under_a_title_stay_apart_without_a_sign_between_them(puts: list[Put]) -> None:
    lines = lines_of(puts)
    assert join_broken_hours(lines) == lines


@pytest.mark.parametrize("sign", ["–", "-", "à", "→", "›"])
def test_a_sign_alone_between_a_start_and_its_end_is_part_of_their_time(sign: str) -> None:
    start, middle, end = (Put(text, x=20.0, width=40.0) for text in ("10h00", sign, "10h45"))
    title = Put("Habiter la digue et", x=120.0, beside=True)
    [joined, beside] = join_broken_hours(lines_of([start, title, middle, end]))
    assert (joined.text, beside.text) == (f"10h00 {sign} 10h45", title.text)


@pytest.mark.parametrize("last", ["9h30", "Habiter la digue"], ids=["an earlier hour", "no hour"])
def test_a_sign_below_an_hour_that_leads_to_no_end_stays(last: str) -> None:
    lines = lines_of([Put("10h00", width=40.0), Put("–", width=40.0), Put(last, width=40.0)])
    assert join_broken_hours(lines) == lines


def test_an_end_below_its_start_is_found_in_boxes_as_low_as_figures() -> None:
    tight = [
        line.model_copy(update={"box": line.box.model_copy(update={"y0": line.box.y0 + 3.0})})
        for line in lines_of([Put("9h –", x=300.0), Put("10h", x=300.0, gap=2.5)])
    ]
    assert [line.text for line in join_broken_hours(tight)] == ["9h – 10h"]


def test_words_that_head_columns_of_hours_lead_to_none() -> None:
    puts = [Put("De"), Put("À", x=90.0, beside=True), Put("9h"), Put("10h", x=90.0, beside=True)]
    assert [line.text for line in join_broken_hours(lines_of(puts))] == ["De", "À", "9h", "10h"]


@pytest.mark.parametrize(
    "broken",
    [("9 h – 10 h", "35"), ("9 h 15 –", "10 h", "35"), ("14h", "05"), ("de 9 h 15 à 10", "h 35"), ("14", "h")],
    ids=["a range", "three lines", "a start", "before its sign", "no minutes"],
)
def test_minutes_below_their_hour_are_part_of_it(broken: tuple[str, ...]) -> None:
    [joined] = join_broken_hours(lines_of([Put(text, x=20.0, width=40.0) for text in broken]))
    assert joined.text == " ".join(broken)


@pytest.mark.parametrize(
    "below",
    [Put("35", x=20.0, width=40.0, italic=True), Put("72", x=20.0, width=40.0), Put("h 35", x=20.0, width=40.0)],
    ids=["set otherwise", "no minutes", "another hour"],
)
def test_a_number_below_an_hour_is_no_part_of_it_unless_it_may_be_its_minutes(below: Put) -> None:
    lines = lines_of([Put("9 h", x=20.0, width=40.0), below])
    assert join_broken_hours(lines) == lines


@pytest.mark.parametrize("broken", [("Samedi de 10h à 12h, dimanche de 14h à", "18h"), ("11h et", "15h")])
def test_the_last_time_of_a_row_under_the_others_is_on_their_line(broken: tuple[str, str]) -> None:
    [joined] = join_broken_hours(lines_of([Put(text) for text in broken]))
    assert joined.text == " ".join(broken)


@pytest.mark.parametrize(("size", "told"), [(11.0, "10h – 11h30"), (19.0, "10h 11h30")])
def test_an_end_in_smaller_figures_behind_its_start_makes_a_range(size: float, told: str) -> None:
    [whole] = lines_of([Put("10h 11h30", size=19.0)])
    start, end = (whole.spans[0].model_copy(update={"start": first, "end": last}) for first, last in ((0, 3), (4, 9)))
    end = end.model_copy(update={"style": end.style.model_copy(update={"size": size})})
    [found] = join_broken_hours([whole.model_copy(update={"spans": (start, end)})])
    assert found.text == told
    assert found.text[found.spans[1].start : found.spans[1].end] == "11h30"
