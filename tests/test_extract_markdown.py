"""Markdown: what its marks become, where its rows stand, and whole programmes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Document, Line
from pipeline.errors import EmptyFileError, InputError, TooLargeError, UnknownFormatError
from pipeline.extract import markdown, read_document
from pipeline.extract.grid import ADVANCE, PITCH
from pipeline.extract.markdown import read_markdown
from pipeline.programme import Programme
from pipeline.run import run_document
from pipeline.tagger import no_tagger


def read(text: str) -> Document:
    return read_markdown(text.encode(), "essai.md")


def lines(text: str) -> list[Line]:
    return list(read(text).pages[0].lines)


def printed(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def spans(line: Line) -> list[tuple[str, str]]:
    """The text of each span with « b » for bold, « i » for italic."""
    return [
        (line.text[span.start : span.end], "b" * span.style.bold + "i" * span.style.italic) for span in line.spans
    ]


def programme(tmp_path: Path, text: str) -> Programme:
    path = tmp_path / "essai.md"
    path.write_text(text, encoding="utf-8")
    return run_document(path, no_tagger)


def sessions(found: Programme) -> list[tuple[str, str, str, str]]:
    """Day, hours and title of each session."""
    return [
        (f"{s.date:%d/%m/%Y}", f"{s.start:%H:%M}", f"{s.end:%H:%M}" if s.end else "", s.title) for s in found.sessions
    ]


def people(found: Programme) -> list[list[tuple[str | None, str | None, list[str], str]]]:
    return [
        [(i.name, i.role, [body.label for body in i.affiliations], i.capacity.value) for i in session.interventions]
        for session in found.sessions
    ]


def test_headings_are_bold_and_the_larger_the_higher() -> None:
    found = lines("# Un\n\n## Deux\n\n### Trois\n\n#### Quatre\n\n##### Cinq\n\n###### Six\n\ntexte\n\nSept\n====")
    assert [line.text for line in found] == ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "texte", "Sept"]
    assert [line.style.size for line in found] == [20, 16, 14, 12, 11, 11, 10, 20]
    assert [line.text for line in found if not line.style.bold] == ["texte"]


def test_emphasis_becomes_spans() -> None:
    (line,) = lines("de **10h** à *midi* et __*demi*__, <b>ou</b> <em>peu</em> après")
    assert line.text == "de 10h à midi et demi, ou peu après"
    assert [(text, marks) for text, marks in spans(line) if marks] == [
        ("10h", "b"),
        ("midi", "i"),
        ("demi", "bi"),
        ("ou", "b"),
        ("peu", "i"),
    ]


def test_marks_that_print_nothing_are_left_out() -> None:
    text = "[La digue](https://exemple.fr) &amp; `le pont` ![logo](x.png)<!-- à relire --> 3 \\* 2 ~~bis~~ <https://a.fr>"
    assert printed(text) == ["La digue & le pont 3 * 2 bis https://a.fr"]


def test_blocks_of_comments_and_tags_are_left_out() -> None:
    assert printed("<!-- 9h\n\nAccueil -->\n\n10h\n\n<div class='a'>\nBal &eacute;t&eacute;<br>Salle 2\n</div>") == [
        "10h",
        "Bal été",
        "Salle 2",
    ]
    assert printed("<script>\nvar a = '9h';\n</script>\n\n10h") == ["10h"]
    assert printed("10h\n\n<!-- une remarque que rien ne ferme\n\n11h") == ["10h"]


def test_list_items_begin_with_a_bullet_or_their_number() -> None:
    found = lines("- un\n  suite\n- deux\n  - trois\n\n    quatre\n\n7. sept\n8. huit")
    assert [(line.text, line.box.x0 / ADVANCE) for line in found] == [
        ("• un", 0),
        ("suite", 2),
        ("• deux", 0),
        ("• trois", 2),
        ("quatre", 4),
        ("7. sept", 0),
        ("8. huit", 0),
    ]


def test_a_quotation_is_indented() -> None:
    assert [(line.text, line.box.x0 / ADVANCE) for line in lines("un\n\n> deux\n>\n> > trois")] == [
        ("un", 0),
        ("deux", 2),
        ("trois", 4),
    ]


def test_code_is_plain_text_in_columns() -> None:
    found = lines("```\n9h00    Accueil *libre*\n9h30    Bal\n```\n\n    10h00   Repas\n")
    assert [(line.text, line.box.x0 / ADVANCE) for line in found] == [
        ("9h00", 0),
        ("Accueil *libre*", 8),
        ("9h30", 0),
        ("Bal", 8),
        ("10h00", 0),
        ("Repas", 8),
    ]
    assert [line.box.y0 / PITCH for line in found] == [2, 2, 3, 3, 6, 6]


def test_a_line_stands_at_its_row_of_the_file() -> None:
    found = lines("---\ntitle: Bal\n---\n\n# Bal\n\nUne soirée\nde danse\n\n\n10h")
    assert [(line.text, line.box.y0 / PITCH) for line in found] == [
        ("Bal", 5),
        ("Une soirée", 7),
        ("de danse", 8),
        ("10h", 11),
    ]


def test_a_break_moves_what_follows_down() -> None:
    found = lines("10h<br>Salle 2\n\n11h<br>\nSalle 3\n\n12h")
    assert [(line.text, line.box.y0 / PITCH) for line in found] == [
        ("10h", 1),
        ("Salle 2", 2),
        ("11h", 4),
        ("Salle 3", 5),
        ("12h", 7),
    ]


TABLE = """| Heure | Titre | Salle |
|-------|:-----:|-------|
| 9h | **Lire** un cadastre<br>Rose Vidal | Salle 1 |
| 10h | Un \\| deux | |
"""


def test_a_table_gives_cells_that_hold_their_lines() -> None:
    page = read(TABLE).pages[0]
    assert [(cell.row, cell.column) for cell in page.cells] == [
        (row, column) for row in range(3) for column in range(3)
    ]
    held = {
        (cell.row, cell.column): [
            line.text
            for line in page.lines
            if cell.box.x0 <= line.box.x0
            and line.box.x1 <= cell.box.x1
            and cell.box.y0 <= line.box.y0
            and line.box.y1 <= cell.box.y1
        ]
        for cell in page.cells
    }
    assert [held[row, column] for row in range(3) for column in range(3)] == [
        ["Heure"],
        ["Titre"],
        ["Salle"],
        ["9h"],
        ["Lire un cadastre", "Rose Vidal"],
        ["Salle 1"],
        ["10h"],
        ["Un | deux"],
        [],
    ]


def test_the_head_of_a_table_is_bold() -> None:
    assert [line.text for line in lines(TABLE) if line.style.bold] == ["Heure", "Titre", "Salle"]


def test_two_tables_are_counted_apart() -> None:
    page = read(f"# Samedi\n\n{TABLE}\n# Dimanche\n\n{TABLE}").pages[0]
    assert [(cell.table, cell.row) for cell in page.cells if cell.column == 0] == [
        (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2),
    ]  # fmt: skip
    assert max(cell.box.y1 for cell in page.cells if cell.table == 0) < next(
        line.box.y0 for line in page.lines if line.text == "Dimanche"
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("---\ntitle: Le bal des ours\n---\n", "Le bal des ours"),
        ('---\nlang: fr\ntitre: "Bal : la suite"\n...\n', "Bal : la suite"),
        ("---\ntitle: |\n  Le bal\n---\n", None),
        ("---\nlang: fr\n---\n", None),
        ("# Le bal des ours\n\n", "Le bal des ours"),
        ("# Le bal\n\n# La polka\n\n", None),
    ],
)
def test_front_matter_or_the_only_first_heading_gives_the_title(head: str, title: str | None) -> None:
    document = read(f"{head}10h Polka")
    assert document.title == title
    assert document.pages[0].lines[-1].text == "10h Polka"


def test_a_rule_at_the_start_begins_no_front_matter() -> None:
    assert printed("---\n\n10h Polka\n\n---\n\n11h Valse") == ["10h Polka", "11h Valse"]
    assert printed("---\ntitle: jamais fermé\n") == ["title: jamais fermé"]


def test_a_form_feed_begins_a_page() -> None:
    assert [[line.text for line in page.lines] for page in read("# Un\n\f\n# Deux").pages] == [["Un"], ["Deux"]]


@pytest.mark.parametrize("text", ["---\ntitle: Bal\n---\n", "<!-- 9h Accueil -->", "![un logo](logo.png)"])
def test_what_prints_nothing_is_empty(text: str) -> None:
    with pytest.raises(EmptyFileError, match="prints nothing"):
        read(text)


def test_what_would_take_the_parser_minutes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LIMITS", {"[": 3})
    with pytest.raises(TooLargeError, match="4 signs « \\[ »; the limit is 3"):
        read("![a ![b ![c ![d")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnknownFormatError, match="a PDF"):
        read_markdown(b"%PDF-1.7", "essai.md")


@pytest.mark.parametrize("suffix", ["md", "MD", "markdown"])
def test_the_suffix_chooses_the_reader(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"bal.{suffix}"
    path.write_text("**10h** Polka", encoding="utf-8")
    assert [line.text for line in read_document(path).pages[0].lines] == ["10h Polka"]


def test_a_programme_with_a_heading_for_each_session(tmp_path: Path) -> None:
    found = programme(
        tmp_path,
        """---
title: "Rencontres de la vallée 2024"
---

# Rencontres de la vallée

## Jeudi 14 mars 2024

### Habiter la digue

**10h00 – 10h45**

Une rive recule et la commune s'interroge sur la suite à donner
aux [travaux engagés](https://exemple.fr/digue) depuis dix ans.

**Animé par :**

- Léa Durand, hydrologue à l'Observatoire des crues
- Marc Petit, maire de Sainte-Aure

### Ce que dit la crue

**11h – 12h15**

**Intervenants :** Inès Carpentier, géographe, université de Valmont ; Yann Le Goff, éclusier

### Déjeuner

**12h15 – 14h00**

## Vendredi 15 mars 2024

### Un pont de bois

**9h30 – 11h00**

Trois planches et beaucoup de patience.

**Modération :** Chloé Marchand, Compagnons du bois
""",
    )
    assert found.title == "Rencontres de la vallée 2024"
    assert sessions(found) == [
        ("14/03/2024", "10:00", "10:45", "Habiter la digue"),
        ("14/03/2024", "11:00", "12:15", "Ce que dit la crue"),
        ("14/03/2024", "12:15", "14:00", "Déjeuner"),
        ("15/03/2024", "09:30", "11:00", "Un pont de bois"),
    ]
    assert people(found) == [
        [
            ("Léa Durand", "hydrologue", ["Observatoire des crues"], "animation"),
            ("Marc Petit", "maire", ["Sainte-Aure"], "animation"),
        ],
        [
            ("Inès Carpentier", "géographe", ["université de Valmont"], "intervention"),
            ("Yann Le Goff", "éclusier", [], "intervention"),
        ],
        [],
        [("Chloé Marchand", None, ["Compagnons du bois"], "modération")],
    ]
    assert found.sessions[0].description == (
        "Une rive recule et la commune s'interroge sur la suite à donner aux travaux engagés depuis dix ans."
    )


def test_a_programme_as_a_table(tmp_path: Path) -> None:
    found = programme(
        tmp_path,
        """# Journée des ateliers

Samedi 8 juin 2024, à la Halle aux grains.

| Horaire | Atelier | Intervenants | Salle |
|:--------|---------|--------------|-------|
| 9h00 – 9h30 | Accueil | | Hall |
| 9h30 – 11h00 | **Réparer un vélo** | Sofia Blanc, mécanicienne<br>Paul Renaud, association Roue libre | Salle 1 |
| 11h15 – 12h30 | **Écrire à plusieurs mains** | Hugo Lambert, bibliothécaire | Salle 2 |
| 14h00 | **Cuisiner sans four** | Nadia Benali, cheffe | Cuisine |
""",
    )
    assert sessions(found) == [
        ("08/06/2024", "09:00", "09:30", "Accueil"),
        ("08/06/2024", "09:30", "11:00", "Réparer un vélo"),
        ("08/06/2024", "11:15", "12:30", "Écrire à plusieurs mains"),
        ("08/06/2024", "14:00", "", "Cuisiner sans four"),
    ]
    assert [[name for name, *_ in named] for named in people(found)] == [
        [],
        ["Sofia Blanc", "Paul Renaud"],
        ["Hugo Lambert"],
        ["Nadia Benali"],
    ]
    assert [session.room for session in found.sessions[:3]] == ["Hall", "Salle 1", "Salle 2"]


def test_a_programme_as_a_list(tmp_path: Path) -> None:
    found = programme(
        tmp_path,
        """# Matinée des archives – 5 novembre 2025

* **9h** : Accueil
* **9h30** : Ouverture
* **10h – 10h40** : Lire un cadastre
  * Intervenante : Jeanne Morel, archiviste
* **11h – 11h45** : Dater une carte
  * Intervenants : Karim Haddad, conservateur ; Rose Vidal, graveuse
""",
    )
    assert sessions(found) == [
        ("05/11/2025", "09:00", "", "Accueil"),
        ("05/11/2025", "09:30", "", "Ouverture"),
        ("05/11/2025", "10:00", "10:40", "Lire un cadastre"),
        ("05/11/2025", "11:00", "11:45", "Dater une carte"),
    ]
    assert [[(name, role) for name, role, *_ in named] for named in people(found)] == [
        [],
        [],
        [("Jeanne Morel", "archiviste")],
        [("Karim Haddad", "conservateur"), ("Rose Vidal", "graveuse")],
    ]


MARKS = st.sampled_from(
    [
        *"aÉ9 \n\f#*_|-`>[]()!<&",
        "10h",
        "\n\n",
        "**",
        "| a | b |\n|---|---|\n",
        "<br>",
        "<!--",
        "-->",
        "    ",
        "1. ",
        "---\n",
    ]
)


@given(st.one_of(st.binary(max_size=200), st.lists(MARKS, max_size=50).map(lambda marks: "".join(marks).encode())))
def test_any_bytes_give_a_document_or_an_input_error(data: bytes) -> None:
    try:
        document = read_markdown(data, "essai.md")
    except InputError:
        return
    for page in document.pages:
        assert len({line.rank for line in page.lines}) == len(page.lines)
        assert [line.box.y0 for line in page.lines] == sorted(line.box.y0 for line in page.lines) or page.cells
        for line in page.lines:
            assert line.text == line.text.strip() != ""
            assert 0 <= line.box.x0 < line.box.x1 <= page.width
            assert 0 < line.box.y0 < line.box.y1 <= page.height
            assert [span.end for span in line.spans][-1] == len(line.text)
