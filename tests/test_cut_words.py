"""Words cut by the edge of a narrow column are whole again; what is no rest of one stays as it is."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.cut_words import join_cut_words


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (("5 septemb", "re 2019"), "5 septembre 2019"),
        (("MERC", "REDI 22 MARS"), "MERCREDI 22 MARS"),
        (("lundi 3 ju", "illet"), "lundi 3 juillet"),
        (("11h1", "5"), "11h15"),
        (("9 h – 10 h 3", "0"), "9 h – 10 h 30"),
    ],
)
def test_a_day_or_hour_cut_in_a_narrow_column_is_whole(cut: tuple[str, str], whole: str) -> None:
    lines = lines_of([Put(text, x=300.0, bold=True) for text in cut])
    [joined] = join_cut_words(lines)
    assert joined.text == whole
    assert joined.box_of(len(cut[0]), len(whole)) == lines[1].box
    assert joined.box.y1 == lines[0].box.y1


@pytest.mark.parametrize(
    "puts",
    [
        [Put("lundi 3 ju", bold=True), Put("illet")],
        [Put("lundi 3 ju"), Put("illettrisme")],
        [Put("lundi 3 ju"), Put("illet", gap=40.0)],
        [Put("Le 3 mai"), Put("mai et la rive")],
        [Put("11h15"), Put("5")],
        [Put("11h1"), Put("5 rives")],
        [Put("20 000 : 1"), Put("5")],
    ],
    ids=["two looks", "another word", "far below", "a whole month", "a whole hour", "a title", "a ratio"],
)
def test_what_is_no_rest_of_a_word_stays_as_it_is(puts: list[Put]) -> None:
    lines = lines_of(puts)
    assert join_cut_words(lines) == lines
