"""Lines to running text: nothing is lost but hyphenation, and every offset leads back to its line."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layouts import Put, lines_of
from pages import document, line, page

from pipeline.document import Line, Passage
from pipeline.page.leading import usual_leading
from pipeline.page.passages import (
    LEADING,
    ROOM,
    cut,
    fills,
    join_lines,
    opens_item,
    same_block,
    starts_paragraph,
    words_of,
)


def under(*found: str, pitch: float = 12, size: float = 10) -> list[Line]:
    """Lines one under the other."""
    return [line(f"50 {100 + pitch * rank} {size} n {text}") for rank, text in enumerate(found)]


def joined(*found: str, known: str = "", hyphenated: bool = False) -> str:
    lines = under(*found)
    lines[0] = lines[0].model_copy(update={"hyphenated": hyphenated})
    return join_lines(lines, frozenset(known.split())).text


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_reads_back(passage: Passage) -> None:
    end = 0
    for piece in passage.pieces:
        assert end <= piece.start < piece.end
        length = piece.end - piece.start
        assert passage.text[piece.start : piece.end] == piece.line.text[piece.offset : piece.offset + length]
        assert passage.text[end : piece.start].strip() == ""
        end = piece.end
    assert passage.text[end:].strip() == ""


words = st.text("abcéÉŒ-'’.,1 ", min_size=1, max_size=12).filter(str.strip)


@st.composite
def printed_lines(draw: st.DrawFn) -> list[Line]:
    """Lines with hyphens anywhere, on one or two pages, close together or apart."""
    found, y, number = [], 100.0, 1
    for text in draw(st.lists(words, min_size=1, max_size=6)):
        y += draw(st.sampled_from([12.0, 12.0, 30.0]))
        number += draw(st.sampled_from([0, 0, 0, 1]))
        letters = draw(st.sampled_from("nnnbi"))
        found.append(line(f"50 {y} 10 {letters} {text}", page=number, hyphenated=draw(st.booleans())))
    return found


vocabularies = st.frozensets(st.text("abcé", min_size=1, max_size=4), max_size=5)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("un déve-", "loppement", "un développement"),
        ("un cadran rémou-", "leur", "un cadran rémouleur"),
        ("de toutes les cou-", "leurs", "de toutes les couleurs"),
        ("une cha-", "leur douce", "une chaleur douce"),
        ("la musi-", "que, enfin", "la musique, enfin"),
    ],
)
def test_hyphenation_is_undone(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("où sont-", "ils ?", "où sont-ils ?"),
        ("que fait-", "elle ?", "que fait-elle ?"),
        ("y a-t-", "on pensé", "y a-t-on pensé"),
        ("y a-", "t-on pensé", "y a-t-on pensé"),
        ("dites-", "leur oui", "dites-leur oui"),
        ("allez-", "y", "allez-y"),
        ("puis-", "je", "puis-je"),
        ("la non-", "discrimination", "la non-discrimination"),
        ("la co-", "construction", "la co-construction"),
        ("un rendez-", "vous", "un rendez-vous"),
        ("peut-", "être", "peut-être"),
        ("un rez-de-", "chaussée", "un rez-de-chaussée"),
        ("lui-", "même", "lui-même"),
        ("à Notre-", "Dame", "à Notre-Dame"),
        ("LA DEMI-", "HEURE", "LA DEMI-HEURE"),
        ("à Vézac-", "sur-Vaubrun", "à Vézac-sur-Vaubrun"),
        ("à Brou-", "en-Val", "à Brou-en-Val"),
        ("à l'Île-", "d’Ormes", "à l'Île-d’Ormes"),
        ("une autrice-", "compositrice", "une autrice-compositrice"),
        ("Anne-", "Lise", "Anne-Lise"),
        ("de 10h-", "12h", "de 10h-12h"),
    ],
)
def test_the_hyphen_of_a_compound_is_kept(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected
    assert joined(first, second, hyphenated=True) == expected


def test_the_vocabulary_of_the_document_decides_first() -> None:
    assert joined("une porte-", "fenêtre") == "une porte-fenêtre"
    assert joined("un portail-", "fenêtre", known="portail-fenêtre") == "un portail-fenêtre"
    assert joined("l'auto-", "nomie") == "l'auto-nomie"
    assert joined("l'auto-", "nomie", known="autonomie") == "l'autonomie"
    assert joined("LE DÉVE-", "LOPPEMENT", known="développement") == "LE DÉVELOPPEMENT"


def test_a_soft_hyphen_disappears() -> None:
    assert joined("une pen-", "dule", hyphenated=True) == "une pendule"


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011"])
def test_a_hyphen_of_typesetters_is_one_too(hyphen: str) -> None:
    assert joined(f"un déve{hyphen}", "loppement") == "un développement"
    assert joined(f"où sont{hyphen}", "ils ?") == f"où sont{hyphen}ils ?"
    assert joined(f"Perrine Auclair {hyphen}", "horlogère") == f"Perrine Auclair {hyphen} horlogère"


def test_the_hyphen_of_typesetters_is_none_where_compounds_have_that_of_the_keyboard() -> None:
    broken = under("Vasseur, pré\u2010", "fecture de Brou")
    known = (("9 9 9 n vice-roi",), ("9 9 9 n vice-roi", "9 99 9 n mi\u2010nuit"))
    typed, mixed = (words_of(document(page(*broken, *texts))) for texts in known)
    assert join_lines(broken, typed).text == "Vasseur, préfecture de Brou"
    assert join_lines(broken, mixed).text == "Vasseur, pré\u2010fecture de Brou"


def test_the_words_of_a_document_have_one_kind_of_hyphen() -> None:
    assert words_of(document(page("50 50 10 n portail\u2010fenêtre"))) == {"portail-fenêtre"}


def test_a_dash_between_spaces_is_no_hyphen() -> None:
    assert joined("Perrine Auclair -", "horlogère") == "Perrine Auclair - horlogère"


def test_lines_are_joined_by_one_space() -> None:
    assert joined("un cadran", "et son ombre") == "un cadran et son ombre"


def test_the_words_of_a_document_are_in_lower_case_with_their_hyphens() -> None:
    found = words_of(document(page("50 50 10 n L'Atelier co-construit"), page("50 50 10 n 14h, PENDULE")))
    assert found == {"l'atelier", "co-construit", "h", "pendule", "-"}


def test_a_wider_gap_begins_a_paragraph() -> None:
    lines = [*under("un", "deux"), line("50 140 10 n trois"), line("50 152 10 n quatre")]
    passage = join_lines(lines)
    assert passage.text == "un deux\ntrois quatre"
    assert [passage.text[spot:] for spot in passage.paragraphs] == ["trois quatre"]
    assert [passage.text[spot:].split()[0] for spot in passage.breaks] == ["deux", "trois", "quatre"]


def test_widely_set_lines_are_one_paragraph_when_known_to_be() -> None:
    lines = under("un", "deux", "trois", pitch=40)
    assert join_lines(lines).text == "un\ndeux\ntrois"
    assert join_lines(lines, one_paragraph=True).text == "un deux trois"


def test_an_even_wide_pitch_is_read_from_the_lines_before() -> None:
    first, second, third = under("un", "deux", "trois", pitch=15)
    assert not starts_paragraph(second, third, first)
    assert starts_paragraph(second, line("50 149 10 n trois"), first)


def test_a_line_without_a_tall_letter_begins_lower_in_the_same_paragraph() -> None:
    first = line("50 100 10 n Graphes et")
    first = first.model_copy(update={"box": first.box.model_copy(update={"y1": 109.0})})
    for text, expected in (("aux rives", False), ("Les rives", True)):
        second = line(f"50 114 10 n {text}")
        second = second.model_copy(update={"box": second.box.model_copy(update={"y1": 118.6})})
        assert starts_paragraph(first, second) is expected


@pytest.mark.parametrize("text", ["• une pendule", "– une pendule", "1. une pendule", "2) une pendule"])
def test_a_bullet_begins_a_paragraph(text: str) -> None:
    assert joined("à voir", text) == f"à voir\n{text}"


@pytest.mark.parametrize("printed", ["50 112 10 i en italique", "50 112 14 n en grand"])
def test_another_slant_or_size_begins_a_paragraph(printed: str) -> None:
    assert starts_paragraph(line("50 100 10 n avant"), line(printed))


def test_bold_begins_no_paragraph() -> None:
    assert not starts_paragraph(line("50 100 10 n avant"), line("50 112 10 b en gras"))


@pytest.mark.parametrize(
    ("above", "below", "starts"),
    [
        ("Léa Durand", "Sur réservation", True),
        ("Jazz – 1h30 – dès 8 ans", "Léa Durand (piano)", True),
        ("Jazz – 1h30", "et plus si la pluie cesse", False),
        ("Le prix de la visite est de", "Gratuit pour les enfants", False),
    ],
)
def test_what_is_played_and_for_whom_is_a_paragraph(above: str, below: str, starts: bool) -> None:
    assert starts_paragraph(line(f"50 100 10 n {above}"), line(f"50 112 10 n {below}")) is starts


@pytest.mark.parametrize(("text", "expected"), [("la phrase finit.", True), ("la phrase continue", False)])
def test_across_pages_a_paragraph_begins_after_a_finished_sentence(text: str, expected: bool) -> None:
    assert starts_paragraph(line(f"50 700 10 n {text}"), line("50 50 10 n suite", page=2)) is expected


def test_across_pages_a_paragraph_begins_with_another_size() -> None:
    people, note = "Léa Durand, directrice du port", "Inscription obligatoire avant le 6 mai"
    assert starts_paragraph(line(f"50 700 10 n {people}"), line(f"50 50 8 n {note}", page=2))
    assert not starts_paragraph(line(f"50 700 10 n {people}"), line("50 50 10 n de Vézac", page=2))


def people() -> list[Line]:
    return under(
        "Perrine Auclair,",
        "horlogère, Maison du temps",
        "Anselme Diarra, gnomoniste à la Société",
        "Cadrans et ombres",
        "Lou Ferrand",
    )


def test_short_lines_end_an_item_when_asked() -> None:
    edge = max(line.box.x1 for line in people())
    assert join_lines(people(), item_edge=edge).text.split("\n") == [
        "Perrine Auclair, horlogère, Maison du temps",
        "Anselme Diarra, gnomoniste à la Société Cadrans et ombres",
        "Lou Ferrand",
    ]
    assert "\n" not in join_lines(people()).text


@pytest.mark.parametrize(
    "end",
    ["Perrine Auclair,", "Perrine Auclair, cheffe de", "Perrine Auclair et", "à l'", "Perrine Auclair et Mme"],
    ids=repr,
)
def test_a_short_line_that_cannot_end_goes_on(end: str) -> None:
    assert "\n" not in join_lines(under(end, "Maison du temps"), item_edge=400).text
    assert "\n" in join_lines(under(f"{end} Maison", "Lou Ferrand"), item_edge=400).text


def test_a_line_is_full_when_the_next_word_would_not_fit() -> None:
    before, after = under("Perrine Auclair", "gnomoniste")
    assert fills(before, after, edge=before.box.x1 + 10)
    assert not fills(before, after, edge=before.box.x1 + 100)


def test_a_word_needs_some_more_room_than_its_average_width() -> None:
    before, after = under("Perrine Auclair", "gnomoniste")
    width = after.box.width * (len(after.text) + 1) / len(after.text)
    assert fills(before, after, edge=before.box.x1 + 0.95 * ROOM * width)
    assert not fills(before, after, edge=before.box.x1 + 1.05 * ROOM * width)


def test_no_line_makes_an_empty_passage() -> None:
    assert join_lines([]) == Passage(text="", pieces=())


@given(printed_lines(), vocabularies, st.booleans(), st.none() | st.floats(50, 150))
def test_every_offset_of_a_passage_reads_back(
    lines: Sequence[Line], vocabulary: frozenset[str], one_paragraph: bool, edge: float | None
) -> None:
    passage = join_lines(lines, vocabulary, one_paragraph=one_paragraph, item_edge=edge)
    assert_reads_back(passage)
    assert [piece.line for piece in passage.pieces] == list(lines)


@given(printed_lines(), vocabularies)
def test_nothing_is_lost_but_hyphens_at_line_ends(lines: Sequence[Line], vocabulary: frozenset[str]) -> None:
    passage = join_lines(lines, vocabulary)
    printed = [squeezed(line.text) for line in lines]
    kept = [squeezed(passage.text[piece.start : piece.end]) for piece in passage.pieces]
    assert all(text in (whole, whole.removesuffix("-")) for text, whole in zip(kept, printed, strict=True))
    assert kept[-1] == printed[-1]


@given(printed_lines(), vocabularies)
def test_the_places_say_the_text_but_for_white_space(lines: Sequence[Line], vocabulary: frozenset[str]) -> None:
    passage = join_lines(lines, vocabulary)
    assert squeezed("".join(place.raw for place in passage.places())) == squeezed(passage.text)


@given(printed_lines())
def test_each_break_is_where_a_line_begins(lines: Sequence[Line]) -> None:
    passage = join_lines(lines)
    assert passage.breaks == tuple(piece.start for piece in passage.pieces[1:])
    assert set(passage.paragraphs) <= set(passage.breaks)


@given(printed_lines(), st.data())
def test_a_part_of_a_passage_still_reads_back(lines: Sequence[Line], data: st.DataObject) -> None:
    whole = join_lines(lines)
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    part = cut(whole, start, end)
    assert part.text == whole.text[start:end].strip()
    assert_reads_back(part)
    assert squeezed("".join(place.raw for place in part.places())) == squeezed(part.text)
    assert all(0 < spot < len(part.text) for spot in (*part.breaks, *part.paragraphs))


def test_a_part_keeps_the_breaks_inside_it() -> None:
    whole = join_lines([*under("un", "deux"), line("50 200 10 n trois")])
    part = cut(whole, 3)
    assert (part.text, part.breaks, part.paragraphs) == ("deux\ntrois", (5,), (5,))


def test_a_part_of_nothing_is_empty() -> None:
    assert cut(join_lines(under("un deux")), 2, 3) == Passage(text="", pieces=())


def test_boxes_as_low_as_their_letters_part_no_block() -> None:
    first, second, third = (
        each.model_copy(update={"box": each.box.model_copy(update={"y1": each.box.y0 + 7.3})})
        for each in (line("50 100 10 n un"), line("50 114.7 10 n deux"), line("50 133 10 n plus bas"))
    )
    assert same_block(first, second)
    assert not same_block(second, third)


def test_lines_directly_below_one_another_are_one_block() -> None:
    first, second = under("un", "deux")
    assert same_block(first, second)
    assert not same_block(first, line("50 140 10 n plus bas"))
    assert not same_block(first, line("300 112 10 n à côté"))
    assert not same_block(first, line("50 112 10 n ailleurs", page=2))


@pytest.mark.parametrize("left", [50, 64])
def test_second_lines_of_entries_tell_the_leading_of_a_short_list(left: int) -> None:
    entries = [
        line(f"{x} {y} 10 n {text}")
        for top in (100, 160, 220)
        for x, y, text in ((50, top, "• 10h : Habiter la digue et le moulin, avec"), (left, top + 18, "Léa Durand"))
    ]
    assert usual_leading(entries) == 1.5
    assert usual_leading(entries[:4]) == LEADING


@pytest.mark.parametrize(("step", "starts"), [(13.8, False), (17.0, True)])
def test_boxes_as_tight_as_their_letters_begin_no_paragraph(step: float, starts: bool) -> None:
    tight = [
        found.model_copy(update={"box": found.box.model_copy(update={"y1": found.box.y0 + 8.5})})
        for found in (line("50 100 12 n économiste,"), line(f"50 {100 + step} 12 n Université de"))
    ]
    assert starts_paragraph(tight[0], tight[1]) is starts


@pytest.mark.parametrize(("foot", "starts"), [(120.6, False), (125.0, True)])
def test_an_accent_that_makes_a_box_higher_begins_no_paragraph(foot: float, starts: bool) -> None:
    """The box of « École » begins above its neighbours: the feet of the lines tell how far apart they stand."""
    first, second, third = (
        found.model_copy(update={"box": found.box.model_copy(update={"y0": top, "y1": bottom})})
        for found, top, bottom in (
            (line("50 91 8.5 n Laboratoire des"), 90.8, 99.3),
            (line("50 100 8.5 n canaux, École"), 100, 109.9),
            (line("50 112 8.5 n d'architecture)"), foot - 8.5, foot),
        )
    )
    assert starts_paragraph(second, third, first) is starts


def test_lines_of_capitals_lower_than_the_text_are_one_paragraph() -> None:
    def low(printed: str) -> Line:
        whole = line(printed)
        return whole.model_copy(update={"box": whole.box.model_copy(update={"y1": whole.box.y0 + 7})})

    first = low("40 60 10 b HABITER LA DIGUE ET")
    assert not starts_paragraph(first, low("40 71.5 10 b SES ABORDS"), leading=1.21)
    assert starts_paragraph(first, low("40 82 10 b SES ABORDS"), leading=1.21)


def test_across_pages_a_bullet_begins_a_paragraph_as_it_does_on_one() -> None:
    assert starts_paragraph(line("50 700 10 n la rive"), line("50 50 10 n – Les gués", page=2))


def test_several_lines_made_one_begin_a_paragraph_as_one_does() -> None:
    text, people = line("40 60 10 n Une rive recule et la ville la suit."), line("40 84 10 n Léa Durand, éclusière")
    high = people.model_copy(update={"box": people.box.model_copy(update={"y1": people.box.y0 + 32})})
    assert starts_paragraph(text, people)
    assert starts_paragraph(text, high)


def test_a_line_of_white_space_fills_nothing_and_begins_nobody() -> None:
    text, blank = line("40 60 10 n Léa Durand, éclusière"), line("40 72 10 n x").model_copy(update={"text": "\r"})
    assert not fills(text, blank, 500.0)
    assert not opens_item(text, blank)
    assert not opens_item(blank, text)


def test_a_name_below_a_head_that_wants_one_opens_no_item() -> None:
    finished, open_head, below = under("archiviste au Canal Sud", "archiviste à l'Université", "Léa Durand, maire")
    assert opens_item(finished, below)
    assert not opens_item(open_head, below)


def test_a_dash_that_opens_a_line_below_a_full_one_begins_no_paragraph() -> None:
    full = Put("Omar Diallo, batelier ; Léa Durand", width=340.0)
    dashed = Put("– Canal Sud, à Vézac", width=200.0)
    assert join_lines(lines_of([full, dashed]), item_edge=380.0).text == f"{full.text} {dashed.text}"
    for before in (full._replace(width=200.0), full._replace(text="– Léa Durand"), full._replace(text="Avec :")):
        assert "\n" in join_lines(lines_of([before, dashed]), item_edge=380.0).text


def test_a_dash_inside_a_parenthesis_begins_no_paragraph() -> None:
    assert not starts_paragraph(line("50 100 10 n Léa Durand (Salle 2"), line("50 112 10 n – 1er étage)"))
    assert starts_paragraph(line("50 100 10 n Léa Durand (Canal Sud)"), line("50 112 10 n – Omar Vasseur"))


def test_full_lines_tell_the_leading_of_a_text_where_short_ones_are_paragraphs() -> None:
    full = [
        Put("Une rive recule et la commune s'interroge", width=340.0, gap=1.0 if row else 9.0) for row in range(9)
    ]
    short = [Put("Léa Durand, éclusière", width=100.0, gap=6.0) for _ in range(20)]
    assert usual_leading(lines_of([*full, *short])) == pytest.approx(1.3)


def test_a_dash_further_in_below_a_full_entry_of_a_list_begins_no_paragraph() -> None:
    entry = Put("• Le roman populaire de la rive et du moulin", width=340.0)
    dashed = Put("– Léa Durand, Canal Sud", x=52.0, width=200.0)
    assert join_lines(lines_of([entry, dashed]), edge=380.0).text == f"{entry.text} {dashed.text}"
    for before in (entry._replace(width=200.0), entry._replace(text="– Le roman populaire de la rive")):
        assert "\n" in join_lines(lines_of([before, dashed]), edge=380.0).text
    assert "\n" in join_lines(lines_of([entry, dashed])).text


def test_a_name_in_bold_begins_an_entry_though_the_line_above_wants_a_name() -> None:
    above, name = lines_of(
        [Put("Marc Petit, ancien maire de cette commune"), Put("Léa Durand, éclusière", bold=True)]
    )
    assert opens_item(above, name)
    plain = name.model_copy(update={"spans": lines_of([Put(name.text)])[0].spans})
    assert not opens_item(above, plain)
