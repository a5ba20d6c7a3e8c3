"""Further titles in one cell are told from what else it prints; those of talks have no hours of their own."""

import pytest
from layouts import Put, heading, lines_of

from pipeline.document import Line, Style
from pipeline.page.look import Look
from pipeline.page.passages import join_lines
from pipeline.segment.cell_titles import further_titles, heads_talks, is_talk

BODY = Look.of(Style(font="Serif", size=10.0, bold=False, italic=False, color="#000000"))


def title(text: str, gap: float = 0.0, x: float = 40.0) -> Put:
    return heading(text, size=10.0, gap=gap, x=x)


def found(*puts: Put) -> list[str]:
    lines = lines_of(puts)
    return [lines[place].text for place in further_titles(lines, join_lines(lines[:1]), len(lines), BODY)]


def test_a_line_set_as_the_title_below_other_text_is_a_further_title() -> None:
    puts = [title("Habiter la digue"), Put("Salle 1"), title("Le moulin"), title("en partage"), Put("Salle 2")]
    assert found(*puts) == ["Le moulin"]


def test_titles_with_room_between_them_are_several() -> None:
    assert found(title("Habiter la digue"), title("Le moulin", gap=8.0), title("en partage")) == ["Le moulin"]


def test_a_bullet_begins_a_title() -> None:
    puts = [title("Session 2"), title("■ Habiter la digue"), title("■ Le moulin"), title("en partage")]
    assert found(*puts) == ["■ Habiter la digue", "■ Le moulin"]


@pytest.mark.parametrize(
    "put",
    [
        Put("Une rive recule"),
        title("Léa Durand, directrice"),
        title("Salle 2"),
        title("Modération : Léa Durand"),
        title("Pause"),
        title("10h30"),
        title("et ses riverains"),
        title("On y revient. Puis on repart."),
    ],
    ids=["text", "person", "room", "marker", "break", "hour", "lower case", "sentences"],
)
def test_other_lines_are_no_titles(put: Put) -> None:
    assert found(title("Habiter la digue"), Put("Deux berges en vis-à-vis"), put) == []


def test_where_the_title_is_set_as_the_text_no_further_one_is_sought() -> None:
    assert found(Put("Habiter la digue"), Put("Le moulin", gap=8.0)) == []


@pytest.mark.parametrize(("put", "talk"), [(title("■ Le moulin"), True), (title("Le moulin"), False)])
def test_a_bullet_the_first_title_has_not_makes_a_talk(put: Put, talk: bool) -> None:
    first, line = lines_of([title("Session 2"), put])
    assert is_talk(line, first) is talk


def test_titles_set_as_the_text_stand_out_where_small_rooms_end_several() -> None:
    puts = [
        Put("Habiter la digue"),
        Put("Salle 1", size=7),
        Put("Le moulin"),
        Put("en partage"),
        Put("Salle 2", size=7),
    ]
    assert found(*puts) == ["Le moulin"]
    assert found(*puts[:-1]) == []


def test_lines_of_capitals_in_tight_boxes_are_one_title() -> None:
    style = Style(font="Serif", size=10.0, bold=True, italic=False, color="#000000")
    tops = (60.0, 71.5)
    lines = [
        line.model_copy(
            update={
                "box": line.box.model_copy(update={"y0": top, "y1": top + 7.0}),
                "spans": (line.spans[0].model_copy(update={"style": style}),),
            }
        )
        for line, top in zip(lines_of([title("HABITER LA DIGUE ET"), title("SES ABORDS")]), tops, strict=True)
    ]
    assert further_titles(lines, join_lines(lines[:1]), len(lines), BODY) == []


def test_a_room_in_a_style_of_its_own_ends_a_title_and_the_next_begins_below() -> None:
    first, other = lines_of([title("Habiter la digue – Petit théâtre"), title("Ce que dit la crue – Halle")])
    lines = [with_slant(first, "Petit"), with_slant(other, "Halle")]
    assert further_titles(lines, join_lines(lines[:1]), 2, BODY) == [1]
    assert further_titles([first, other], join_lines([first]), 2, BODY) == []


def with_slant(line: Line, word: str) -> Line:
    """A line set in italics from a word on."""
    place = line.text.index(word)
    slanted = line.style.model_copy(update={"italic": True})
    spans = (
        line.spans[0].model_copy(update={"end": place}),
        line.spans[0].model_copy(update={"start": place, "style": slanted}),
    )
    return line.model_copy(update={"spans": spans})


def talks(indent: float = 0.0) -> list[Put]:
    """A session whose talks are set as it is and as the text, each over its people, behind a little more room."""
    return [
        Put("Session 2"),
        Put("Habiter la digue", gap=3.0, x=40.0 + indent),
        Put("et ses abords", x=40.0 + indent),
        Put("Par : Léa Durand, éclusière", x=40.0 + indent),
        Put("Le moulin", gap=3.0, x=40.0 + indent),
        Put("Par : Marc Petit, meunier du", x=40.0 + indent),
        Put("moulin de la Rive", x=40.0 + indent),
    ]


@pytest.mark.parametrize("indent", [0.0, 12.0])
def test_titles_with_people_each_are_talks_though_they_are_set_as_the_text(indent: float) -> None:
    lines = lines_of(talks(indent))
    starts = further_titles(lines, join_lines(lines[:1]), len(lines), BODY)
    assert [lines[place].text for place in starts] == ["Habiter la digue", "Le moulin"]
    assert heads_talks(lines, join_lines(lines[:1]), starts, len(lines))


def test_a_talk_set_further_in_needs_no_people() -> None:
    extra = Put("Ce que dit la crue", gap=3.0, x=52.0)
    assert found(*talks(12.0), extra) == ["Habiter la digue", "Le moulin", "Ce que dit la crue"]


def test_in_quotes_each_title_is_its_own_without_room_between() -> None:
    puts = [
        Put("« Session 2 »"),
        Put("« Le moulin »"),
        Put("Par : Marc Petit"),
        Put("« La digue »"),
        Put("Par : Léa Roux"),
    ]
    assert found(*puts) == ["« Le moulin »", "« La digue »"]


def test_a_name_in_a_title_over_its_speaker_is_no_speaker() -> None:
    puts = [
        title("Session 2"),
        Put("Par : Léa Durand, éclusière"),
        title("Georges Morin et la digue", gap=3.0),
        Put("Par : Marc Petit"),
    ]
    assert found(*puts) == ["Georges Morin et la digue"]


def test_a_title_larger_than_the_people_below_it_may_begin_as_a_body_does() -> None:
    puts = [
        heading("Session 2", size=13.0),
        heading("Le journal de la rive", size=13.0, gap=3.0),
        Put("Léa Durand, éclusière"),
        heading("Le moulin", size=13.0, gap=3.0),
        Put("Marc Petit, meunier"),
    ]
    assert found(*puts) == ["Le journal de la rive", "Le moulin"]


def test_text_below_people_begins_no_title_without_people_of_its_own() -> None:
    puts = [Put("Habiter la digue"), Put("Par : Léa Durand"), Put("Deux berges en vis-à-vis", gap=3.0)]
    assert found(*puts) == []


def test_what_stands_nearer_than_other_titles_is_a_subtitle() -> None:
    people = Put("Par : Léa Durand, éclusière")
    puts = [Put("Habiter la digue"), Put("Deux berges", gap=2.0), people, Put("Le moulin", gap=8.0), people, people]
    assert found(*puts) == ["Le moulin"]


def test_a_number_with_a_point_and_a_figure_begins_no_entry_of_a_list() -> None:
    assert found(title("La digue (et le moulin"), title("4.0) : une rive en partage")) == []


def test_who_stands_right_below_a_marker_is_no_title_though_the_name_is_unknown() -> None:
    puts = [
        Put("Habiter la digue"),
        Put("Conférenciers :"),
        Put("Takumi Hoshigawa", gap=4.0),
        Put("Éclusier au syndicat"),
        Put("mixte de Vézac"),
        Put("Léa Durand"),
        Put("Canal Sud"),
    ]
    assert found(*puts) == []


def test_the_first_of_titles_set_further_in_than_their_session_is_no_subtitle() -> None:
    inside = [Put("La farine et ses", x=52.0, gap=2.0), Put("meules", x=52.0)]
    inside += [Put("Jules Verne et la", x=52.0, gap=5.0), Put("marée", x=52.0)]
    assert found(Put("Session 2 : le moulin"), *inside) == ["La farine et ses", "Jules Verne et la"]


def test_titles_set_as_most_text_of_the_document_stand_out_from_the_people_between_them() -> None:
    people = [Put("Modéré par : Léa Durand, éclusière"), Put("Marc Petit, Canal Sud")]
    lines = lines_of([Put("Habiter la digue", italic=True), *people, Put("Le moulin", italic=True), *people])
    assert further_titles(lines, join_lines(lines[:1]), len(lines), Look.of(lines[0].style)) == [3]


@pytest.mark.parametrize(
    ("below", "found"), [("LE MOULIN EN PARTAGE (Auditorium)", [2]), ("Le moulin en partage", []), ("RIVAGES", [])]
)
def test_titles_in_capitals_stand_out_from_people_in_their_letters(below: str, found: list[int]) -> None:
    texts = ("HABITER LA RIVE (Atelier 1)", "Animé par : Léa Durand", below, "Oratrice : Anne Brun")
    lines = lines_of(Put(text, italic=True) for text in texts)
    assert further_titles(lines, join_lines(lines[:1]), len(lines), Look.of(lines[0].style)) == found


def test_titles_right_over_rooms_are_further_ones_where_the_first_has_its_room_below() -> None:
    head = (Put("Habiter la rive"), Put("(Salle : Chapiteau)"), Put("Intervenante : Léa Durand, éclusière"))
    more = (Put("Axe 2 – Le moulin en"), Put("partage"), Put("(Salle : Agora)"), Put("Modération : Anne Brun"))
    assert found(*head, *more) == ["Axe 2 – Le moulin en"]
    assert found(*head[::2], *more) == []
    assert found(*head, Put("Omar Vasseur, meunier"), Put("(Salle : Agora)")) == []
    assert found(*head, Put("Des habitants de Brou"), Put("Studio")) == []  # no room set as the first
