"""Headings that hold a title and people: what proves itself, and what only a habit of the document tells."""

import pytest
from layouts import Put, line_of, lines_of, passage

from pipeline.document import Block, Box, Capacity, Kind, Passage, Segment, Span, Style
from pipeline.page.passages import join_lines
from pipeline.segment.credits import opens_credit
from pipeline.segment.headings import part_heading, split_headings


def segment(title: str | Passage, kind: Kind = Kind.SESSION) -> Segment:
    return Segment(pages=(1,), kind=kind, title=passage(title) if isinstance(title, str) else title)


def test_what_is_called_something_is_no_title() -> None:
    assert part_heading(passage("Léa Durand, directrice de Canal Sud, porteuse du projet « Relier »")) is None


def test_what_somebody_does_behind_their_body_is_no_title() -> None:
    assert part_heading(passage("Mme Léa Durand (UVS, A3R), Responsable des digues de la rive")) is None
    assert part_heading(passage("Léa Durand (Canal Sud), Habiter la rive")) is not None
    assert part_heading(passage("Léa Durand (Canal Sud) : Maire, un métier")) is not None


@pytest.mark.parametrize("kind", ["Débat", "Table ronde"])
def test_the_kind_of_session_behind_the_sign_that_ends_a_title_is_no_part_of_it(kind: str) -> None:
    assert told(f"Qui paie la crue ? {kind} animé par Léa Durand (Canal Sud)") == [
        ("Qui paie la crue ?", ["Léa Durand (Canal Sud)"])
    ]


def test_people_before_who_leads_are_told_too() -> None:
    title = "Table ronde « Rives » : Léa Durand (Canal Sud), Marc Petit (Inria) – modératrice : Anne Morel"
    assert told(title) == [("Table ronde « Rives »", ["Léa Durand (Canal Sud), Marc Petit (Inria)", "Anne Morel"])]


def test_the_body_somebody_has_a_function_in_is_no_title() -> None:
    for text in ("Léa DURAND, Directrice Générale - Canal Sud", "Léa Durand, maire – Ville de Vézac"):
        assert part_heading(passage(text)) is None
    assert part_heading(passage("Léa Durand, historienne – Les rives au Moyen Âge")) is not None


def told(*titles: str) -> list[tuple[str, list[str]]]:
    found = split_headings([segment(title) for title in titles])
    return [(item.title.text, [block.passage.text for block in item.blocks]) for item in found]


@pytest.mark.parametrize(
    ("heading", "title", "people"),
    [
        ("Le moulin en partage – Léa Durand (Canal Sud)", "Le moulin en partage", "Léa Durand (Canal Sud)"),
        (
            "Léa Durand (Canal Sud) et Marc Petit (Inria) : Le moulin en partage",
            "Le moulin en partage",
            "Léa Durand (Canal Sud) et Marc Petit (Inria)",
        ),
        ("« Le moulin en partage », Léa Durand, éclusière", "« Le moulin en partage »", "Léa Durand, éclusière"),
        (
            "Léa Durand, université de Brest : « Ce que dit la crue »",
            "« Ce que dit la crue »",
            "Léa Durand, université de Brest",
        ),
        (
            "Ce que dit la crue | Léa Durand, directrice du port",
            "Ce que dit la crue",
            "Léa Durand, directrice du port",
        ),
        (
            "« Ce que dit la crue » – les élèves du lycée de Brou ; Léa Durand, éclusière",
            "« Ce que dit la crue »",
            "les élèves du lycée de Brou ; Léa Durand, éclusière",
        ),
        ("Le moulin en partage, Mme Léa Durand, Canal Sud", "Le moulin en partage", "Mme Léa Durand, Canal Sud"),
        ("Atelier « Relier », animé par Léa Durand (Canal Sud)", "Atelier « Relier »", "Léa Durand (Canal Sud)"),
        (
            "Le moulin en partage / Léa de La Barre et Marc Petit du Centre de recherche sur les rives",
            "Le moulin en partage",
            "Léa de La Barre et Marc Petit du Centre de recherche sur les rives",
        ),
        (
            "Ce que dit la crue | Léa Durand, Rémy zu Erlen et Marc Petit (direction des eaux de Vézac)",
            "Ce que dit la crue",
            "Léa Durand, Rémy zu Erlen et Marc Petit (direction des eaux de Vézac)",
        ),
        (
            "Ce que dit la crue – 10 min Léa DURAND, directrice du port",
            "Ce que dit la crue",
            "Léa DURAND, directrice du port",
        ),
        (
            "« Ce que dit la crue ». Oluwaseun Adebiri de l'UR 3000 – 20 min",
            "« Ce que dit la crue »",
            "Oluwaseun Adebiri de l'UR 3000",
        ),
        ("Léa Durand de l'université de Brest : Vue d'en bas", "Vue d'en bas", "Léa Durand de l'université de Brest"),
        (
            "Léa Durand, maire de Vézac | « Ce que dit la crue »",
            "« Ce que dit la crue »",
            "Léa Durand, maire de Vézac",
        ),
        (
            "Léa Durand, association Canal Sud / Rivages et Marc Petit, meunier | La crue – regards croisés",
            "La crue – regards croisés",
            "Léa Durand, association Canal Sud / Rivages et Marc Petit, meunier",
        ),
        (
            "Léa Durand, directrice, association Canal Sud / service des eaux – Ce que dit la crue",
            "Ce que dit la crue",
            "Léa Durand, directrice, association Canal Sud / service des eaux",
        ),
        (
            "Léa Durand, éclusière, Canal Sud – La crue : ce qu'elle dit",
            "La crue : ce qu'elle dit",
            "Léa Durand, éclusière, Canal Sud",
        ),
        (
            "« Ils en parlent » : la crue (1855-2009). Léa DURAND, Université de Vézac",
            "« Ils en parlent » : la crue (1855-2009)",
            "Léa DURAND, Université de Vézac",
        ),
        ("Léa Durand, UXRB – Ce que dit la crue", "Ce que dit la crue", "Léa Durand, UXRB"),
        ("Léa Durand, UXRB et Canal Sud – Que dit-elle ?", "Que dit-elle ?", "Léa Durand, UXRB et Canal Sud"),
        (
            "LÉA DURAND, directrice de Canal Sud, OMAR VASSEUR (Rivages / Institut des eaux) – Ce que dit la crue",
            "Ce que dit la crue",
            "LÉA DURAND, directrice de Canal Sud, OMAR VASSEUR (Rivages / Institut des eaux)",
        ),
        (
            "Le moulin : un pléonasme, Léa Durand, maîtresse de conférences (Université de Vézac)",
            "Le moulin : un pléonasme",
            "Léa Durand, maîtresse de conférences (Université de Vézac)",
        ),
        (
            "La rive, outil de la crue, Léa Durand, éclusière, et Marc Petit, meunier",
            "La rive, outil de la crue",
            "Léa Durand, éclusière, et Marc Petit, meunier",
        ),
        (
            "Une rive (1910-1950). Léa Durand, éclusière, université de Vézac",
            "Une rive (1910-1950)",
            "Léa Durand, éclusière, université de Vézac",
        ),
        (
            "La farine et la crue. Léa Durand, éclusière, université de Vézac",
            "La farine et la crue",
            "Léa Durand, éclusière, université de Vézac",
        ),
        (
            "Le moulin – Animation : Léa Durand. Intervenants : Marc Petit (Canal Sud)",
            "Le moulin",
            "Léa Durand. Intervenants : Marc Petit (Canal Sud)",
        ),
        ("Le moulin - animation par Mademoiselle Léa Durand", "Le moulin", "Mademoiselle Léa Durand"),
        ("Séance 2 : les ponts - Chairman: Léa Durand", "Séance 2 : les ponts", "Léa Durand"),
        ("Le moulin – Léa Durand (Canal Sud) (sous réserve)", "Le moulin", "Léa Durand (Canal Sud) (sous réserve)"),
        ("Concert « Le chant du lavoir » par Léa Durand", "Concert « Le chant du lavoir »", "Léa Durand"),
        (
            "Mme Léa Durand, directrice du port - HABITER LA RIVE : UNE ENQUÊTE",
            "HABITER LA RIVE : UNE ENQUÊTE",
            "Mme Léa Durand, directrice du port",
        ),
        ("Léa Durand (Canal Sud / UVS) – HABITER LA RIVE", "HABITER LA RIVE", "Léa Durand (Canal Sud / UVS)"),
        ("les élèves du lycée des Rives – HABITER LA RIVE", "HABITER LA RIVE", "les élèves du lycée des Rives"),
    ],
)
def test_an_affiliation_or_quotation_marks_prove_who_is_who(heading: str, title: str, people: str) -> None:
    assert told(heading) == [(title, [people])]


@pytest.mark.parametrize(
    ("heading", "title", "capacity"),
    [
        ("Atelier « Relier », animé par Léa Durand", "Atelier « Relier »", "animation"),
        ("Débat modéré par Léa Durand (Canal Sud), Marc Petit (association Rives)", "Débat", "modération"),
        ("Session 2 présidée par Léa Durand (association Canal Sud)", "Session 2", "modération"),
        ("Visite guidée par Léa Durand, conservatrice", "Visite guidée", "intervention"),
    ],
)
def test_who_leads_what_a_title_names_leads_it(heading: str, title: str, capacity: str) -> None:
    [found] = split_headings([segment(heading)])
    assert (found.title.text, [block.capacity.value for block in found.blocks]) == (title, [capacity])


@pytest.mark.parametrize(
    "title",
    [
        "Marie Dubreuil : une vie",
        "Le moulin – le pont – la digue",
        "Ce que dit la crue, par temps sec",
        "Une relecture de Pierre Loti (1886)",
        "Accueillir, orienter, accompagner : quelle place pour chacun ?",
        "Léa Durand (Canal Sud), Marc Petit (Inria) et la Ville de Vézac",
        "Léa Durand (doctorante, Inria / PANIDE)",
        "Le pont de Saint-Claude ROUX (Canal Sud)",
        "La directrice de Canal Sud, Léa Durand, éclusière",
        "Le moulin de M. Marc Petit, éclusier",
        "Léa Durand, éclusière – sous réserve et des bateliers",
        "Ce que la crue a pris, Léa Durand le raconte",
        "« Ce que dit la crue » – les habitants de Brou racontent",
    ],
)
def test_a_title_with_a_name_or_a_dash_in_it_stays_whole(title: str) -> None:
    assert told(title, "Le pont de bois") == [(title, []), ("Le pont de bois", [])]


def lined(*texts: str) -> Passage:
    return join_lines(lines_of(Put(text, width=340.0) for text in texts), one_paragraph=True)


def test_people_with_a_function_or_body_on_the_next_line_are_no_title() -> None:
    found = split_headings([segment(lined("Ce que dit la crue", "Léa Durand (université de Brest)"))])[0]
    assert (found.title.text, found.blocks[0].passage.text) == (
        "Ce que dit la crue",
        "Léa Durand (université de Brest)",
    )


@pytest.mark.parametrize(
    "texts",
    [("Hommage à", "Pierre Loti, maire de Vézac"), ("Léa Durand (ville de Vézac) et Marc", "Petit (Canal Sud)")],
)
def test_the_end_of_a_line_inside_a_title_or_a_list_of_people_parts_nothing(texts: tuple[str, str]) -> None:
    assert split_headings([segment(lined(*texts))])[0].title.text == " ".join(texts)


def test_a_name_cut_at_its_hyphen_begins_before_it() -> None:
    found = split_headings([segment(lined("Ce que dit la crue - Marie-", "Noëlle Petit, maire de Vézac"))])[0]
    assert (found.title.text, found.blocks[0].passage.text) == (
        "Ce que dit la crue",
        "Marie-Noëlle Petit, maire de Vézac",
    )


def test_a_bare_name_after_a_dash_counts_when_the_document_does_so_again_and_again() -> None:
    titles = ("Habiter la digue – Léa Durand", "Ce que dit la crue – Marc Petit", "Un pont de bois – Anne Morel")
    assert [people for _, people in told(*titles)] == [["Léa Durand"], ["Marc Petit"], ["Anne Morel"]]


def test_people_before_titles_may_begin_with_a_body() -> None:
    people = "la ville de Vézac, Léa Durand (Canal Sud) et Marc Petit (Inria)"
    assert told(f"{people} – Habiter la rive", "Anne Morel, éclusière – Le moulin en partage") == [
        ("Habiter la rive", [people]),
        ("Le moulin en partage", ["Anne Morel, éclusière"]),
    ]


def test_quotation_marks_around_every_title_are_no_part_of_it() -> None:
    assert [title for title, _ in told("« Habiter la digue »", "« Un pont de bois »")] == [
        "Habiter la digue",
        "Un pont de bois",
    ]


def test_how_a_talk_is_given_behind_quotation_marks_is_no_part_of_its_title() -> None:
    found = told("« Habiter la rive »", "« Le moulin en partage » (en visioconférence)")
    assert [title for title, _ in found] == ["Habiter la rive", "Le moulin en partage"]


def test_a_sign_behind_quotation_marks_is_no_part_of_a_title() -> None:
    found = split_headings(
        [segment(title) for title in ("« Habiter la rive ».", "« Le moulin »", "Visite « La crue »,")]
    )
    assert [item.title.text for item in found] == ["Habiter la rive", "Le moulin", "Visite « La crue »"]


def test_quotation_marks_around_one_title_of_many_stay() -> None:
    titles = ("« Habiter la digue »", "Un pont de bois", "Ce que dit la crue", "Le moulin en partage")
    assert told(*titles)[0][0] == "« Habiter la digue »"


def test_a_break_is_never_parted() -> None:
    found = split_headings([segment("Pause – Léa Durand (Canal Sud)", Kind.BREAK)])
    assert found[0].title.text == "Pause – Léa Durand (Canal Sud)"


def test_a_change_of_style_parts_people_from_a_title() -> None:
    line = line_of(Put("Léa Durand – Le moulin en partage"), 1, 60.0)
    box = line.box
    upright, slanted = (Style(font="Serif", size=10, bold=False, italic=italic) for italic in (False, True))
    middle = box.x0 + 13 / 33 * box.width
    spans = (
        Span(start=0, end=13, box=Box(x0=box.x0, y0=box.y0, x1=middle, y1=box.y1), style=upright),
        Span(start=13, end=33, box=Box(x0=middle, y0=box.y0, x1=box.x1, y1=box.y1), style=slanted),
    )
    found = part_heading(join_lines([line.model_copy(update={"spans": spans})]))
    assert found is not None
    assert (found.title.text, found.people.text) == ("Le moulin en partage", "Léa Durand")


def styled(*runs: tuple[str, str]) -> Passage:
    """A heading of runs of text, each with « b » for bold or « i » for italics."""
    text = "".join(run for run, _ in runs)
    line = line_of(Put(text), 1, 60.0)
    spans, start = [], 0
    for run, how in runs:
        style = Style(font="Serif", size=10, bold=how == "b", italic=how == "i")
        spans.append(Span(start=start, end=start + len(run), box=line.box, style=style))
        start += len(run)
    return join_lines([line.model_copy(update={"spans": tuple(spans)})])


def test_a_surname_in_bold_behind_its_first_name_is_no_title() -> None:
    assert part_heading(styled(("Conclusions, par Léa ", ""), ("DURAND", "b"))) is None


def test_bold_names_among_what_people_do_leave_a_slanted_title_whole() -> None:
    heading = styled(
        ("Léa Durand", "b"), (", éclusière, et ", ""), ("Marc Petit", "b"), (", meunier – ", ""), ("La crue", "i")
    )
    found = part_heading(heading)
    assert found is not None
    assert (found.title.text, found.people.text) == ("La crue", "Léa Durand, éclusière, et Marc Petit, meunier")


def test_what_somebody_does_in_italics_is_no_title_where_another_style_follows() -> None:
    found = part_heading(styled(("Léa DURAND, ", ""), ("Canal Sud ", "i"), ("Pour une histoire des rives", "b")))
    assert found is not None
    assert (found.title.text, found.people.text) == ("Pour une histoire des rives", "Léa DURAND, Canal Sud")


def test_a_body_before_a_title_in_another_style_is_its_speaker_where_others_have_people_there() -> None:
    named = [styled((f"{name} Durand – ", ""), (f"Habiter la rive {name}", "i")) for name in ("Léa", "Marc")]
    body = styled(("Les passeurs de la rive – ", ""), ("Le moulin", "i"))
    assert [item.title.text for item in split_headings([segment(title) for title in (*named, body)])][
        2
    ] == "Le moulin"
    assert split_headings([segment(body)])[0].title.text == body.text


def test_a_title_may_begin_with_the_name_of_whom_it_is_about() -> None:
    found = split_headings([segment("Jean Vasseur et le droit de l'eau – Léa Durand, directrice")])[0]
    assert (found.title.text, [block.passage.text for block in found.blocks]) == (
        "Jean Vasseur et le droit de l'eau",
        ["Léa Durand, directrice"],
    )
    turned = split_headings([segment("Léa Durand, directrice – Jean Vasseur et l'eau de la rive")])[0]
    assert turned.title.text == "Jean Vasseur et l'eau de la rive"
    people = "Jean Vasseur, meunier – Léa Durand, directrice"
    assert split_headings([segment(people)])[0].title.text == people


def test_the_parts_can_be_read_back_from_the_page() -> None:
    found = split_headings([segment("Le moulin en partage – Léa Durand (Canal Sud)")])[0]
    assert [place.raw for place in found.blocks[0].passage.places()] == ["Léa Durand (Canal Sud)"]
    assert "titre, puis noms" in found.method


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Léa Durand, directrice", True),
        ("Léa Durand (université de Brest)", True),
        ("Léa Durand", False),
        ("Le pont, vu", False),
    ],
)
def test_a_credit_is_a_name_and_what_the_person_does(text: str, expected: bool) -> None:
    assert opens_credit(text) is expected


def test_a_title_that_only_names_a_format_leaves_its_place_to_the_talk_below() -> None:
    below = passage("Léa Durand (université de Brest), « Ce que dit la crue »")
    found = split_headings([segment("Conférence plénière").model_copy(update={"body": (below,)})])[0]
    assert (found.title.text, found.track.text if found.track else None) == (
        "« Ce que dit la crue »",
        "Conférence plénière",
    )
    assert [block.passage.text for block in found.blocks] == ["Léa Durand (université de Brest)"]
    assert found.body == ()


@pytest.mark.parametrize(
    ("below", "is_title"),
    [
        ("Habiter la digue : des partenariats à inventer", True),
        ("« Habiter la digue : qui décide ? »", True),
        ("La rive recule. Que faire ?", False),
        ("Atelier 1 – Habiter la digue", False),
    ],
)
def test_a_title_that_only_names_a_format_leaves_its_place_to_the_one_below(below: str, is_title: bool) -> None:
    title, text, people = lines_of([Put("TABLE RONDE", bold=True), Put(below), Put("Modération : Léa Durand")])
    block = Block(capacity=Capacity.MODERATION, marker="Modération", passage=join_lines([people]))
    told = segment(join_lines([title])).model_copy(update={"body": (join_lines([text]),), "blocks": (block,)})
    found = split_headings([told])[0]
    assert found == (
        told.model_copy(update={"title": join_lines([text]), "track": join_lines([title]), "body": ()})
        if is_title
        else told
    )


@pytest.mark.parametrize(
    ("title", "below", "is_title"),
    [
        ("SESSION PLENIERE", "Habiter la digue : des partenariats à inventer", True),
        ("Plénière d'ouverture", "Habiter la digue : des partenariats à inventer", False),
        ("SESSION PLENIERE", "Table ronde - Habiter la digue", False),
        ("SESSION PLENIERE", "Léa Durand", False),
        ("ATELIERS EN PARALLÈLE", "(au choix, sur inscription)", False),
    ],
)
def test_a_title_that_only_names_a_format_leaves_its_place_to_its_subtitle(
    title: str, below: str, is_title: bool
) -> None:
    found = split_headings([segment(title).model_copy(update={"subtitle": passage(below)})])[0]
    told = (found.title.text, found.track.text if found.track else None, found.subtitle)
    assert told == ((below, title, None) if is_title else (title, None, passage(below)))


def test_names_stand_before_a_comma_and_titles_where_a_document_does_so_again_and_again() -> None:
    talks = ("Léa Durand, Les rives au temps des crues", "Marc Petit, L'écluse et ses gardiens de nuit", "Discussion")
    assert told(*talks)[:2] == [
        ("Les rives au temps des crues", ["Léa Durand"]),
        ("L'écluse et ses gardiens de nuit", ["Marc Petit"]),
    ]
    assert told(talks[0], *(f"Discussion {number}" for number in range(6)))[0] == (talks[0], [])
    assert told("Léa Durand, La Poste", "Marc Petit, Les Amis du pont")[0][1] == []


def test_names_no_list_knows_stand_before_titles_where_other_talks_have_theirs() -> None:
    known = ["Léa Durand (Canal Sud) : Habiter la digue", "Marc Petit (Inria) : Ce que dit la crue"]
    strange = "Yuxhin Laobe (Gipsum) : Le moulin en partage"
    assert told(*known, strange)[2] == ("Le moulin en partage", ["Yuxhin Laobe (Gipsum)"])
    assert told(strange) == [(strange, [])]
    listed = ["DURAND Léa, éclusière | Habiter la digue", "PETIT Marc, Inria | Ce que dit la crue"]
    strange = "LAOBE Yuxhin, Gipsum | Le moulin en partage"
    assert told(*listed, strange)[2] == ("Le moulin en partage", ["LAOBE Yuxhin, Gipsum"])
    assert told(strange) == [(strange, [])]


@pytest.mark.parametrize(
    ("printed", "title", "track"),
    [
        (
            "Conférence plénière : Léa Durand (Inria), « Ce que dit la crue »",
            "« Ce que dit la crue »",
            "Conférence plénière",
        ),
        ("Atelier 3 : Tenir un moulin – Léa Durand (Inria)", "Atelier 3 : Tenir un moulin", None),
    ],
)
def test_a_format_before_people_is_no_part_of_the_title(printed: str, title: str, track: str | None) -> None:
    found = split_headings([segment(printed)])[0]
    assert (found.title.text, found.track.text if found.track else None) == (title, track)
    assert [block.passage.text for block in found.blocks] == ["Léa Durand (Inria)"]


def test_a_format_before_a_colon_on_a_line_of_its_own_is_no_part_of_the_title() -> None:
    def told(title: str) -> tuple[str, str | None]:
        lines = lines_of([Put("TABLE RONDE :", bold=True), Put(title, bold=True)])
        found = split_headings([segment(join_lines(lines, one_paragraph=True))])[0]
        return found.title.text, found.track.text if found.track else None

    assert told("Habiter la rive et la digue") == ("Habiter la rive et la digue", "TABLE RONDE")
    assert told("Les rives") == ("TABLE RONDE : Les rives", None)  # the column is no wider


def test_a_title_that_names_a_format_keeps_its_text() -> None:
    text = segment("Conférence plénière").model_copy(update={"body": (passage("La rive recule depuis dix ans."),)})
    assert split_headings([text]) == [text]


def test_people_behind_a_bold_title_and_a_comma_are_parted_from_it() -> None:
    found = part_heading(styled(("Le moulin en partage", "b"), (", Léa Durand, éclusière", "")))
    assert found is not None
    assert (found.title.text, found.people.text) == ("Le moulin en partage", "Léa Durand, éclusière")
    assert part_heading(styled(("Léa Durand", "b"), (", éclusière", ""))) is None


def test_a_title_in_capitals_below_people_is_parted_from_them() -> None:
    found = part_heading(lined("DURAND Léa, directrice du port", "HABITER LA RIVE"))
    assert found is not None
    assert (found.title.text, found.people.text) == ("HABITER LA RIVE", "DURAND Léa, directrice du port")
    assert part_heading(lined("LÉA DURAND ET LA RIVE", "HABITER LA RIVE")) is None


@pytest.mark.parametrize(
    "text", ["Léa DURAND – Directrice du port – CANAL SUD", "Marc PETIT | Ingénieur | MINOTERIE DES RIVES"]
)
def test_a_body_in_capitals_behind_one_more_of_the_same_sign_is_no_title(text: str) -> None:
    assert part_heading(lined(text)) is None


def test_a_title_in_capitals_behind_another_sign_than_the_function_stays_one() -> None:
    found = part_heading(lined("Léa Durand, directrice du port – HABITER LA RIVE"))
    assert found is not None
    assert found.title.text == "HABITER LA RIVE"


def test_a_talk_told_by_its_kind_and_whose_it_is_bears_what_stands_in_quotation_marks() -> None:
    assert told("Conférence de Léa Durand, éclusière « Habiter la rive »", "La crue")[0] == (
        "Habiter la rive",
        ["Léa Durand, éclusière"],
    )
    assert told("Lecture de la presse « au fil de l'eau »", "La crue")[0][1] == []


def test_a_talk_told_by_its_kind_and_whose_it_is_bears_what_stands_behind_a_colon() -> None:
    assert told("Conférence de Léa Durand (Canal Sud) : Habiter la rive", "La crue")[0] == (
        "Habiter la rive",
        ["Léa Durand (Canal Sud)"],
    )
    assert told("Lecture de la presse : l'eau qui monte", "La crue")[0][1] == []


def test_what_a_bold_name_is_addressed_with_is_no_end_of_a_title() -> None:
    found = part_heading(styled(("Le moulin en partage – Dr ", ""), ("Léa Durand (Lyon)", "b")))
    assert found is not None
    assert (found.title.text, found.people.text) == ("Le moulin en partage", "Dr Léa Durand (Lyon)")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Le point sur les crues Dr Léa Durand (Lyon), Pr Omar Vasseur (Brest)", "Le point sur les crues"),
        ("Ce que dit la crue – Léa Durand, Université de Brest", "Ce que dit la crue"),
        ("Léa Durand, Université de Brest Ce que dit la crue : récits", None),
        ("Hommage au Dr Léa Durand (Lyon)", None),
        ("Rencontre avec Mme Léa Durand (Lyon)", None),
    ],
)
def test_a_civility_or_a_dash_parts_a_title_from_people_with_their_bodies(heading: str, title: str | None) -> None:
    found = part_heading(passage(heading))
    assert (found.title.text if found else None) == title
