"""Which lines a title takes above the time that ends it, and below people; the text around belongs to neither."""

from collections.abc import Sequence

from layouts import Put, line_of, lines, lines_of

from pipeline.document import TYPED, Line, Passage, Span
from pipeline.page.look import Look
from pipeline.page.passages import join_lines
from pipeline.segment.anchors import find_anchors
from pipeline.segment.setting import Setting, column_of
from pipeline.segment.title_lines import first_above, following, is_announced, paragraph_of, up_to_title


def told(*texts: str) -> list[int]:
    found = lines(*texts)

    def joined(group: Sequence[int]) -> Passage:
        return join_lines([found[index] for index in group], one_paragraph=True)

    return up_to_title(found, range(len(texts)), joined)


def test_people_on_several_lines_and_their_title_are_one() -> None:
    assert told("Léa Durand, directrice de", "Canal Sud, et Marc Petit,", "éclusier - Habiter la", "rive") == [
        0,
        1,
        2,
        3,
    ]


def test_the_text_below_a_title_is_no_part_of_it() -> None:
    text = "Une rive recule. La commune", "s'interroge sur la suite à donner."
    assert told("Léa Durand, directrice de", "Canal Sud - Habiter la rive", *text) == [0, 1]


def test_people_without_a_title_are_none() -> None:
    assert told("Léa Durand, directrice de", "Canal Sud, et Marc Petit") == []


def begins(*puts: Put) -> int:
    """The line with which the title of the last of some lines begins, in a column of 340 points."""
    found = lines_of(puts)
    setting = Setting(None, Look.of(found[0].style), frozenset(), {column_of(found[0]): 380.0})
    return first_above(found, set(range(1, len(found))), find_anchors(found)[0], setting)


def test_a_title_in_the_look_of_the_text_goes_on_from_a_full_line_only() -> None:
    title = Put("la commune [de 9h à 10h]")
    text = Put("Texte", width=340.0)
    assert begins(text, Put("Habiter la Rive de", width=330.0), Put("Vézac [de 9h à 10h]")) == 1
    assert begins(text, Put("Léa Durand, éclusière", width=120.0), Put("Un pont [de 9h à 10h]")) == 2
    assert begins(text, Put("Habiter la rive avec", width=120.0), title) == 1


def test_people_set_otherwise_than_the_title_they_lead_to_begin_its_item() -> None:
    puts = [
        Put("Texte", width=340.0),
        Put("Marc Petit, meunier, et", bold=True, gap=8.0),
        Put("Léa Durand, éclusière –", bold=True, width=120.0),
        Put("Habiter la rive, 9h – 10h", bold=True),
    ]
    found = lines_of(puts)
    (name,) = found[2].spans
    body = name.model_copy(
        update={"start": 10, "style": name.style.model_copy(update={"bold": False, "italic": True})}
    )
    found[2] = found[2].model_copy(update={"spans": (name.model_copy(update={"end": 10}), body)})
    setting = Setting(None, Look.of(found[0].style), frozenset(), {column_of(found[0]): 380.0})
    assert first_above(found, {1, 2, 3}, find_anchors(found)[0], setting) == 1


def test_people_set_otherwise_below_the_quoted_title_they_speak_to_are_of_its_item() -> None:
    quoted, people = Put("« Habiter la rive »."), Put("Léa Durand, éclusière, 9h – 10h", bold=True)
    assert begins(Put("Texte", width=340.0), quoted, people) == 1
    assert begins(Put("Texte", width=340.0), quoted, Put("Le moulin, 9h – 10h", bold=True)) == 2


def large_hour(hour: str, title: str) -> Line:
    """A line of 190 points, an hour set larger and the title beside it in its own size."""
    line = line_of(Put(f"{hour} | {title}", size=18.0, width=190.0), 1, 60.0)
    small = line.style.model_copy(update={"size": 11.0})
    spot = line.text.index(title)
    spans = (Span(start=0, end=spot, box=line.box, style=line.style),)
    last = Span(start=spot, end=len(line.text), box=line.box, style=small)
    return line.model_copy(update={"spans": (*spans, last)})


def test_an_hour_set_larger_widens_the_steps_of_the_title_beside_it() -> None:
    first = large_hour("9h – 10h", "Habiter la")
    more = [line_of(Put(text, size=11.0, width=180.0), 1, y) for text, y in (("Fabrique des rives de", 88.0),)]
    text = [line_of(Put("Une rive recule et la commune", size=9.0, width=190.0), 1, 105.0)]
    whole = [first, *more, *text]
    setting = Setting(None, Look.of(text[0].style), frozenset(), {column_of(first): 230.0})
    assert following(whole, [1, 2], first, 0, setting) == [1]
    plain = setting._replace(body=Look.of(more[0].style))
    assert following(whole, [1, 2], first, 0, plain) == []


def test_a_title_set_as_the_text_beside_a_larger_hour_goes_on_in_lower_case() -> None:
    first = large_hour("9h – 10h", "Habiter la")
    for text, taken in (("rive et ses bourgs", [1]), ("La rive recule et nous", [])):
        below = line_of(Put(text, size=11.0, width=180.0), 1, 88.0)
        setting = Setting(None, Look.of(below.style), frozenset(), {column_of(first): 230.0})
        assert following([first, below], [1], first, 0, setting) == taken


def goes_on(*puts: Put) -> list[int]:
    """The lines the first goes on with, in a column of 340 points."""
    found = lines_of(puts)
    setting = Setting(None, Look.of(found[0].style), frozenset(), {})
    return following(found, range(1, len(found)), found[0], 0, setting)


def test_a_title_in_capitals_ends_where_other_letters_begin() -> None:
    title = Put("HABITER LA RIVE ET SES DIGUES", width=330.0)
    assert goes_on(title, Put("PARTAGÉES"), Put("Une enquête")) == [1]
    assert goes_on(title, Put("Une enquête à Vézac et ses environs", width=330.0)) == []
    assert goes_on(title, Put("PARTAGÉES • Salle Loire")) == [1]
    assert goes_on(Put("HABITER LA RIVE ET SES DIGUES :", width=330.0), Put("Une enquête")) == [1]


def test_titles_led_wider_than_the_text_go_on_where_they_stand_nearer_to_each_other_than_to_it() -> None:
    title = Put("HABITER LA RIVE, ENTRE 1876 ET", width=340.0)
    people = Put("Ode Lorval, éclusière à Vézac", gap=8, width=300.0)
    assert goes_on(title, Put("LES DIGUES", gap=5), people) == [1]
    assert goes_on(title, Put("1993", gap=5), people) == [1]
    assert goes_on(title, Put("LES DIGUES", gap=5), people._replace(gap=4)) == []
    plain = title._replace(text="Habiter la rive et")
    assert goes_on(plain, Put("Les digues", gap=5), people) == []
    assert goes_on(plain, Put("Les digues", gap=5), people._replace(bold=True)) == [1]
    assert goes_on(plain, Put("– 1er étage"), people._replace(bold=True)) == []


def test_a_title_set_as_the_text_ends_above_a_paragraph_whose_lines_are_closer() -> None:
    title, text = Put("Habiter la rive et ses digues", width=330.0), Put("Une rive recule et nous", width=330.0)
    assert goes_on(title, text._replace(gap=1.0), Put("allons la voir", width=330.0, gap=-0.5)) == []
    assert goes_on(title, text, Put("allons la voir", width=330.0)) == [1, 2]


def test_people_that_fill_their_line_are_no_title_before_a_time_further_below() -> None:
    people = Put("Léa Durand, éclusière à Canal Sud", width=340.0)
    assert begins(Put("Par"), people, Put("Pause (9h – 10h)", gap=5.0)) == 2


def test_titles_set_as_such_may_be_led_a_little_wider_than_the_text() -> None:
    title = [Put("Habiter la rive et", bold=True, width=330.0), Put("Les digues", bold=True, gap=2.0)]
    found = lines_of([*title, Put("Léa Durand", gap=2.0)])
    setting = Setting(None, Look.of(line_of(Put("La rive"), 1, 0.0).style), frozenset(), {}, leading=1.2)
    assert following(found, [1], found[0], 0, setting) == [1]
    assert following(found, [1], found[0], 0, setting._replace(body=Look.of(found[0].style))) == []
    inside = lines_of([title[0], title[1]._replace(x=64.0), Put("Léa Durand", gap=2.0)])
    assert following(inside, [1], inside[0], 0, setting) == []
    bulleted = [title[0]._replace(text="• Habiter la rive et"), title[1]._replace(x=48.0)]
    listed = lines_of([*bulleted, Put("Léa Durand", gap=2.0)])
    assert following(listed, [1], listed[0], 0, setting) == [1]


def test_a_title_ends_above_a_line_that_announces_people() -> None:
    lines = lines_of(
        [Put("Habiter la rive et", width=330.0), Put("Oratrice : Léa Durand", size=6.0), Put("ses digues")]
    )
    setting = Setting(None, Look.of(lines[0].style), frozenset(), {})
    assert following(lines, [2], lines[0], 0, setting) == []
    assert is_announced(lines, 1, setting)


def test_a_title_goes_on_with_its_room_in_brackets_begun_above() -> None:
    assert goes_on(Put("Habiter la rive (Salle", width=330.0), Put("Salle Loire – 1er étage)")) == [1]
    assert goes_on(Put("Habiter la rive et", width=330.0), Put("Salle Loire – 1er étage")) == []


def test_the_last_word_of_a_title_is_no_marker() -> None:
    title = Put("Accueil des", width=330.0)
    assert goes_on(title, Put("participants")) == [1]
    assert goes_on(title, Put("Participants")) == []
    assert goes_on(title._replace(text="ACCUEIL DES"), Put("PARTICIPANTS")) == [1]
    assert goes_on(title._replace(text="Habiter la rive"), Put("intervenants")) == []
    bold = lines_of([Put("Deuxième", bold=True, width=330.0), Put("panel", bold=True), Put("Une enquête")])
    assert following(bold, [1, 2], bold[0], 0, Setting(None, Look.of(bold[2].style), frozenset(), {})) == [1]


def test_a_title_ends_above_a_name_with_a_function_behind_a_bar() -> None:
    title = Put("Habiter la rive avec les éclusiers", width=340.0)
    assert goes_on(title, Put("Léa DURAND | maire de Brou")) == []
    assert goes_on(title, Put("George Sand | une lecture")) == [1]


def test_a_title_ends_with_its_room_in_brackets() -> None:
    below = Put("Atelier animé par Léa Durand")
    assert goes_on(Put("Habiter la rive (Salle des cartes)", width=340.0), below) == []
    assert goes_on(Put("Habiter la rive (1876-1993)", width=340.0), below) == [1]
    assert goes_on(Put("Habiter la rive (Salle 2)", width=340.0), Put("et ses digues")) == [1]


def test_a_title_ends_with_people_in_brackets_over_a_sentence() -> None:
    text = Put("Cette rencontre revient sur la crue.")
    assert goes_on(Put("Habiter la rive ? (Léa Durand, INRAE)", width=340.0), text) == []
    assert goes_on(Put("Habiter la rive ? (1876-1993)", width=340.0), text) == [1]


def test_a_title_goes_on_below_a_word_that_leads_on_in_a_line_with_room_for_more() -> None:
    text, below = Put("Texte", width=340.0), Put("Rives en commun", width=100.0)
    assert goes_on(Put("Présentation de la charte des", width=120.0), below, text)[:1] == [1]
    assert goes_on(Put("Présentation de la charte", width=120.0), below, text) == []


def test_a_title_ends_above_what_the_public_must_know() -> None:
    title = Put("Petit déjeuner littéraire avec Léa Durand", width=340.0)
    assert goes_on(title, Put("Entrée libre", width=60.0)) == []
    assert goes_on(title, Put("Dès 12 ans, sur inscription", width=120.0)) == []
    assert goes_on(title, Put("Déjeuner", width=60.0)) == []
    assert goes_on(Put("Léa Durand (chanson", width=340.0), Put("jeune public)", width=60.0)) == [1]


def test_a_title_of_a_text_file_goes_on_from_the_longest_rows_only() -> None:
    found = lines_of([Put("Dîner des bateliers", width=150.0), Put("Réservé aux membres", width=120.0)])
    typed = [line.model_copy(update={"spans": tuple(map(_typed, line.spans))}) for line in found]
    for lines_, taken in ((found, [1]), (typed, [])):
        edges = {column_of(found[0]): 380.0}
        setting = Setting(None, Look.of(lines_[0].style), frozenset(), edges)
        assert following(lines_, [1], lines_[0], 0, setting) == taken


def _typed(span: Span) -> Span:
    return span.model_copy(update={"style": span.style.model_copy(update={"font": TYPED})})


def test_a_paragraph_of_people_goes_on_with_the_title_behind_a_dash_below_its_full_line() -> None:
    people = Put("Léa Durand, éclusière à Vézac", width=340.0)
    for first, taken in ((people, [1]), (people._replace(width=150.0), [])):
        found = lines_of([first, Put("– Habiter la rive")])
        setting = Setting(None, Look.of(found[0].style), frozenset(), {column_of(found[0]): 380.0})
        assert paragraph_of(found, [1], found[0], setting) == taken


def test_a_title_goes_on_with_the_people_it_leads_to_at_the_end_of_its_line() -> None:
    people = Put("Mme Léa Durand, éclusière", width=150.0)
    assert goes_on(Put("« Habiter la rive », par", width=340.0), people) == [1]
    assert goes_on(Put("« Habiter la rive »", width=340.0), people) == []


def test_a_full_title_ends_above_somebody_who_is_told() -> None:
    title = Put("Ce que la rive apprend aux communes", width=340.0)
    assert goes_on(title, Put("Léa Durand, agence des digues", width=150.0)) == []
    assert goes_on(title, Put("Ondine Hoshigawa, UVS, LRB", width=150.0)) == []


def paragraph(width: float, *texts: str) -> list[int]:
    found = lines_of([Put(text, width=width) for text in texts])
    setting = Setting(None, Look.of(found[0].style), frozenset(), {column_of(found[0]): width})
    return paragraph_of(found, range(1, len(found)), found[0], setting)


def test_people_and_their_title_take_many_lines_in_a_narrow_column_only() -> None:
    narrow = ["Léa Durand (éclusière),", *["Marc Petit (maire de", "Vézac, Canal Sud),"] * 7]
    wide = ["Léa Durand (éclusière à Vézac), Marc Petit (batelier), Anne Roux (maire de Vézac), Omar Vasseur,"] * 15
    assert len(paragraph(120.0, *narrow)) == len(narrow) - 1
    assert len(paragraph(400.0, *wide)) == 8


def test_a_title_goes_on_over_the_page_where_its_line_is_full() -> None:
    for width, taken in ((330.0, [2]), (120.0, [])):
        title, rest = Put("Habiter le bord", width=width), Put("de la rive")
        wide = line_of(Put("Une ligne large", width=335.0), 1, 40.0)
        held = [lines_of([title])[0], wide, lines_of([rest], page=2)[0]]
        setting = Setting(None, Look.of(wide.style), frozenset(), {})
        assert following(held, [2], held[0], 0, setting) == taken


def test_a_title_goes_on_at_the_top_of_the_next_column() -> None:
    bold = {"bold": True, "width": 180.0}
    first = lines_of([Put("Habiter la rive avec celles et", **bold), Put("ceux de Vézac et les", **bold)], top=500.0)  # type: ignore[arg-type]
    there = lines_of([Put("éclusières et", bold=True, x=240.0), Put("bateliers", bold=True, x=240.0)])
    text = lines_of([Put("Une rive recule.", x=240.0, size=8.0)], top=100.0)
    found = [*first, *there, *text]
    setting = Setting(None, Look.of(text[0].style), frozenset(), {column_of(first[0]): 225.0})
    assert following(found, range(1, 5), first[0], 0, setting) == [1, 2, 3]


def test_a_paragraph_whose_lines_are_set_in_ends_where_one_begins_at_its_edge() -> None:
    puts = [
        Put("■ 10h | Léa Durand (éclusière) | HABITER", width=340.0),
        Put("LA RIVE", x=52.0, width=200.0),
        Put("Le film dure une heure et se voit", width=340.0),
    ]
    for x, taken in ((40.0, [1]), (52.0, [1, 2])):
        found = lines_of([*puts[:2], puts[2]._replace(x=x)])
        setting = Setting(None, Look.of(found[0].style), frozenset(), {})
        assert paragraph_of(found, [1, 2], found[0], setting) == taken


def test_people_on_two_lines_go_on_with_their_title_in_italics() -> None:
    puts = [
        Put("Léa Durand, directrice de l'Office des rives, et"),
        Put("Marc Petit"),
        Put("Habiter la rive", italic=True),
    ]
    found = lines_of(puts)
    setting = Setting(None, Look.of(found[0].style), frozenset(), {})
    assert paragraph_of(found, [1, 2], found[0], setting, any_slant=True) == [1, 2]
    assert paragraph_of(found, [1, 2], found[0], setting) == [1]
