"""Plain text: which bytes are text, where a row stands, what is a heading, and whole programmes."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.batch import find_jobs
from pipeline.document import Line
from pipeline.errors import EmptyFileError, InputError, MissingInputError, TooLargeError, UnknownFormatError
from pipeline.extract import characters, read_document
from pipeline.extract.grid import ADVANCE, HEIGHT, PITCH, split_rows
from pipeline.extract.text import read_text
from pipeline.programme import Programme
from pipeline.run import run_document
from pipeline.tagger import no_tagger

FRENCH = "Été à la forêt : « l’œuvre » coûte 5 €"


def lines(text: str, page: int = 1) -> list[Line]:
    return list(read_text(text.encode(), "essai.txt").pages[page - 1].lines)


def printed(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def headings(text: str) -> list[tuple[float, str]]:
    return [(line.style.size, line.text) for line in lines(text) if line.style.bold]


def programme(tmp_path: Path, text: str, name: str = "essai.txt") -> Programme:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return run_document(path, no_tagger)


def sessions(found: Programme) -> list[tuple[str, str, str, str]]:
    """Day, hours and title of each session."""
    return [
        (f"{s.date:%d/%m/%Y}", f"{s.start:%H:%M}", f"{s.end:%H:%M}" if s.end else "", s.title) for s in found.sessions
    ]


def people(found: Programme) -> list[list[tuple[str | None, str | None]]]:
    return [[(i.name, i.role) for i in session.interventions] for session in found.sessions]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(FRENCH.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + FRENCH.encode(), id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), id="utf-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), id="utf-16, big end first"),
        pytest.param(codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), id="utf-32"),
        pytest.param(FRENCH.encode("cp1252"), id="windows-1252"),
    ],
)
def test_the_encoding_is_found(data: bytes) -> None:
    (line,) = read_text(data, "essai.txt").pages[0].lines
    assert line.text == FRENCH


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850"])
def test_letters_no_french_text_has_are_not_published(encoding: str) -> None:
    with pytest.raises(UnknownFormatError, match="save it as UTF-8"):
        read_text("Une forêt, été comme hiver, où l'âne brait".encode(encoding), "essai.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"10h Accueil\x00\x01", "zero byte at offset 11"),
        (b"\xff\xfe\x00", "begins as utf-16 and is not"),
        (b"\x01\x02\x03\x04 10h Accueil", "is no text: it begins with"),
        (b"%PDF-1.7 ...", "named like a text and is a PDF"),
        (b"PK\x03\x04...", "office document"),
        (b"{\\rtf1 10h Accueil}", "RTF"),
        (codecs.BOM_UTF8 + b"\n<!DOCTYPE html><p>10h Accueil", "HTML"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnknownFormatError, match=reason):
        read_text(data, "essai.txt")


@pytest.mark.parametrize("data", [b" \n\t\f\n", b"----\n****", codecs.BOM_UTF8])
def test_a_text_without_letters_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFileError):
        read_text(data, "essai.txt")


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [("MAX_CHARACTERS", 20, "characters"), ("MAX_LINES", 2, "4 lines"), ("MAX_LINE", 9, "line 2: 12 characters")],
)
def test_a_text_beyond_a_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, reason: str
) -> None:
    monkeypatch.setattr(characters, limit, value)
    with pytest.raises(TooLargeError, match=reason):
        read_text(b"Accueil\n9h Ouverture\nfin\nfin", "essai.txt")


def test_invisible_characters_and_ligatures_do_not_reach_a_value() -> None:
    assert printed("\ufeffAc\u00adcueil\u200b of\ufb01ciel\u00a0: e\u0301te\u0301\r\n") == ["Accueil officiel : été"]


def test_a_soft_hyphen_at_a_row_end_is_the_hyphen_printed_there() -> None:
    assert printed("une aventu\u00ad\nre") == ["une aventu-", "re"]


def test_a_place_leads_back_to_row_and_column() -> None:
    first, second = lines("Accueil\n\n\n      Ouverture du bal\n")
    assert (first.box.x0, first.box.y0) == (0, PITCH)
    assert (second.box.x0, second.box.y0, second.box.y1) == (6 * ADVANCE, 4 * PITCH, 4 * PITCH + HEIGHT)
    assert second.box.x1 == 22 * ADVANCE


def test_a_form_feed_begins_a_page() -> None:
    document = read_text(b"Accueil\n\fOuverture\n\f", "essai.txt")
    assert [(page.number, [line.text for line in page.lines]) for page in document.pages] == [
        (1, ["Accueil"]),
        (2, ["Ouverture"]),
    ]


def test_wide_gaps_tabs_and_bars_part_columns() -> None:
    assert printed("9h    Accueil   Hall") == ["9h", "Accueil", "Hall"]
    assert printed("9h\tAccueil\tHall") == ["9h", "Accueil", "Hall"]
    assert printed("+----+---------+\n| 9h | Accueil |\n+----+---------+") == ["9h", "Accueil"]


def test_two_spaces_part_columns_only_where_other_rows_begin_in_the_same_place() -> None:
    assert printed("Une phrase.  Une autre, puis  un mot") == ["Une phrase. Une autre, puis un mot"]
    rows = ["09h30  Ouverture du bal", "10h00  Danse  au sol", "10h30  Repas"]
    assert printed("\n".join(rows)) == ["09h30", "Ouverture du bal", "10h00", "Danse au sol", "10h30", "Repas"]


def test_cells_parted_by_tabs_stand_below_each_other() -> None:
    found = split_rows(["9h\tAccueil\tHall", "10h30 - 11h30\tUn atelier\tSalle 2", "\tsuite"])
    assert [[piece.column for piece in row] for row in found] == [[0, 15, 27], [0, 15, 27], [15]]


def test_tabs_set_by_eye_lead_to_every_eighth_column() -> None:
    found = split_rows(["9h\t\tAccueil", "10h30 - 11h\tAtelier"])
    assert [[piece.column for piece in row] for row in found] == [[0, 16], [0, 16]]


def test_letters_set_wide_are_a_word() -> None:
    assert printed("P R O G R A M M E   D U   B A L") == ["PROGRAMME DU BAL"]
    assert printed("de 9 h à 1 0 h") == ["de 9 h à 1 0 h"]


def test_headings_are_what_a_text_can_mark() -> None:
    text = """
Le grand bal
============

*** Samedi ***

## Le quadrille ##

LA VALSE DES OURS, XIXe SIÈCLE

La polka
--------
Une danse à deux temps, le CNRS l'a dit.
"""
    assert headings(text) == [
        (16, "Le grand bal"),
        (14, "Samedi"),
        (16, "Le quadrille"),
        (11, "LA VALSE DES OURS, XIXe SIÈCLE"),
        (14, "La polka"),
    ]


def test_an_underlined_heading_over_several_rows_is_one() -> None:
    text = """
Un premier paragraphe, aussi large que la page sur laquelle il est tapé

La haie vive : abri, brise-vent et garde-manger pour toute une année
entière
--------------------------------------------------------------------
Salle des fêtes
Le verger
---------
"""
    assert headings(text) == [
        (14, "La haie vive : abri, brise-vent et garde-manger pour toute une année"),
        (14, "entière"),
        (14, "Le verger"),
    ]


def test_a_rule_between_paragraphs_underlines_nothing() -> None:
    assert headings("On y parle\nde tout et de rien.\n----------------------------------------\nSuite") == []


def test_rules_are_not_printed() -> None:
    assert printed("-----\n9h Accueil\n* * *\n=====") == ["9h Accueil"]


def test_an_acronym_or_a_sentence_in_capitals_is_no_heading() -> None:
    assert headings("SNC\n" + "VENEZ TOUS " * 20) == []


def test_capitals_go_on_with_signs_and_acronyms_and_end_a_sentence_as_its_last_word() -> None:
    assert headings("LA RIVE, AVEC LE\nCNR\n?\nOn la lit.\n\n?") == [
        (11.0, "LA RIVE, AVEC LE"),
        (11.0, "CNR"),
        (11.0, "?"),
    ]
    assert headings("Nous en lirons le rapport\nGRIVE.\nPuis la suite.") == []
    assert headings("Nous en lirons le rapport.\nGRIVE") == [(11.0, "GRIVE")]


def test_a_heading_that_stands_alone_in_its_size_names_the_document() -> None:
    assert read_text(b"Le grand bal\n============\n\nLa polka\n--------\n", "bal.txt").title == "Le grand bal"
    assert read_text(b"Le bal\n======\n\nLa polka\n========\n", "bal.txt").title is None
    assert read_text(b"LE BAL\n\n10h Polka", "bal.txt").title is None


def test_footers_stand_at_the_bottom_of_pages_of_unlike_length() -> None:
    pages = ["Habiter la digue\n" * rows + "\n\nJeudi 14 mars        " + str(rows) for rows in (4, 9, 6)]
    document = read_text("\f".join(pages).encode(), "essai.txt")
    feet = [(line.text, line.box.y0) for page in document.pages for line in page.lines[-2:]]
    assert {y for _, y in feet} == {12 * PITCH}
    assert [text for text, _ in feet] == ["Jeudi 14 mars", "4", "Jeudi 14 mars", "9", "Jeudi 14 mars", "6"]


FORUM = """FORUM DES RIVES
Jeudi 14 mars 2024


HABITER LA DIGUE
10h00 - 10h45

Une rive recule et la commune s'interroge sur la suite à donner aux tra-
vaux engagés depuis dix ans, à deux pas du bourg.

Animé par : Léa Durand, hydrologue à l'Observatoire des crues, et Marc
Petit, maire de Sainte-Aure


CE QUE DIT LA CRUE
11h00 - 12h15

Une marque sur un mur suffit-elle pour savoir jusqu'où l'eau viendra ?

Intervenants :
- Inès Carpentier, géographe, université de Valmont
- Yann Le Goff, éclusier


DÉJEUNER
12h15 - 14h00
"""


def test_a_programme_with_titles_in_capitals(tmp_path: Path) -> None:
    found = programme(tmp_path, FORUM)
    assert sessions(found) == [
        ("14/03/2024", "10:00", "10:45", "HABITER LA DIGUE"),
        ("14/03/2024", "11:00", "12:15", "CE QUE DIT LA CRUE"),
        ("14/03/2024", "12:15", "14:00", "DÉJEUNER"),
    ]
    assert people(found) == [
        [("Léa Durand", "hydrologue"), ("Marc Petit", "maire")],
        [("Inès Carpentier", "géographe"), ("Yann Le Goff", "éclusier")],
        [],
    ]
    assert found.sessions[0].description == (
        "Une rive recule et la commune s'interroge sur la suite à donner aux travaux engagés depuis dix ans, à deux "
        "pas du bourg."
    )


def test_the_same_programme_from_an_old_windows_machine(tmp_path: Path) -> None:
    (tmp_path / "forum.txt").write_bytes(FORUM.replace("\n", "\r\n").encode("cp1252"))
    assert sessions(run_document(tmp_path / "forum.txt", no_tagger)) == sessions(programme(tmp_path, FORUM))


ATELIERS = """Journée des ateliers
====================

*** Samedi 8 juin 2024 ***

 9h00 - 9h30     Accueil
 9h30 - 11h00    Réparer un vélo
                 Sofia Blanc, mécanicienne
11h15 - 12h30    Écrire à plusieurs mains, ou comment
                 tenir un récit à six
                 Hugo Lambert, bibliothécaire
14h00            Cuisiner sans four
"""


def test_a_programme_with_hours_in_a_left_column(tmp_path: Path) -> None:
    found = programme(tmp_path, ATELIERS)
    assert found.title == "Journée des ateliers"
    assert sessions(found) == [
        ("08/06/2024", "09:00", "09:30", "Accueil"),
        ("08/06/2024", "09:30", "11:00", "Réparer un vélo"),
        ("08/06/2024", "11:15", "12:30", "Écrire à plusieurs mains, ou comment tenir un récit à six"),
        ("08/06/2024", "14:00", "", "Cuisiner sans four"),
    ]
    assert people(found)[1:3] == [[("Sofia Blanc", "mécanicienne")], [("Hugo Lambert", "bibliothécaire")]]


def test_a_programme_of_one_row_an_item(tmp_path: Path) -> None:
    hours = ["9h/9h30", "9h30/11h", "11h/12h", "12h/14h"]
    titles = ["Petit déjeuner", "Construire un moulin", "Nommer les rivières", "Essais sur la berge"]
    rows = [f"{hour:12}{title}" for hour, title in zip(hours, titles, strict=True)]
    found = programme(tmp_path, "\n".join(["Samedi 8 juin 2024", *rows]))
    assert [(start, title) for _, start, _, title in sessions(found)] == list(
        zip(["09:00", "09:30", "11:00", "12:00"], titles, strict=True)
    )


def test_a_programme_copied_from_a_spreadsheet(tmp_path: Path) -> None:
    found = programme(
        tmp_path,
        "Matinée des archives\nMercredi 5 novembre 2025\n\n"
        "9h\tAccueil\tHall\n10h - 10h40\tLire un cadastre\tSalle 1\n11h - 11h45\tDater une carte\tSalle 2\n"
        "12h\tRepas\tHall\n",
    )
    assert sessions(found) == [
        ("05/11/2025", "09:00", "", "Accueil"),
        ("05/11/2025", "10:00", "10:40", "Lire un cadastre"),
        ("05/11/2025", "11:00", "11:45", "Dater une carte"),
        ("05/11/2025", "12:00", "", "Repas"),
    ]
    assert [session.room for session in found.sessions] == ["Hall", "Salle 1", "Salle 2", "Hall"]


def test_a_programme_with_underlined_titles(tmp_path: Path) -> None:
    found = programme(
        tmp_path,
        "Rencontre des jardiniers, 3 mai 2025\n\n"
        "Semer tard, récolter tôt\n------------------------\nDe 9h à 10h\nAvec Lina Roche, maraîchère\n\n"
        "La haie vive\n------------\nDe 10h15 à 11h\nAvec Omar Sabri, pépiniériste\n\n"
        "Pause\n-----\nDe 11h à 11h15\n",
    )
    assert sessions(found) == [
        ("03/05/2025", "09:00", "10:00", "Semer tard, récolter tôt"),
        ("03/05/2025", "10:15", "11:00", "La haie vive"),
        ("03/05/2025", "11:00", "11:15", "Pause"),
    ]
    assert people(found) == [[("Lina Roche", "maraîchère")], [("Omar Sabri", "pépiniériste")], []]


def test_every_published_place_leads_back_to_the_rows_of_the_file(tmp_path: Path) -> None:
    rows = FORUM.split("\n")
    places = programme(tmp_path, FORUM).provenances
    assert {"titre", "heure_debut", "nom"} <= {place.field for place in places}
    for place in places:
        first, last = round(place.y0 / PITCH), round((place.y1 - HEIGHT) / PITCH)
        read = " ".join(rows[first - 1 : last])
        assert (place.page, [word for word in place.raw.split() if word not in read]) == (1, [])


def test_a_letter_is_no_programme(tmp_path: Path) -> None:
    found = programme(tmp_path, "Chère Anne,\n\nNous partons à la campagne et pensons à toi.\n\nBien à toi,\nPaul\n")
    assert found.sessions == ()
    assert [anomaly.code for anomaly in found.anomalies] == ["pas_un_programme"]


def test_the_suffix_chooses_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "bal.TXT"
    path.write_text("10h Polka", encoding="utf-8")
    assert [line.text for line in read_document(path).pages[0].lines] == ["10h Polka"]


def jobs_in(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).write_text("10h Polka", encoding="utf-8")
    return [job.name for job in find_jobs([folder])]


def test_in_a_folder_a_text_is_a_programme_where_its_sidecar_says_so(tmp_path: Path) -> None:
    names = ("forum.pdf", "README.md", "notes.txt", "bal.txt", "bal.toml", "Foire.MD", "Foire.toml")
    assert jobs_in(tmp_path, *names) == ["Foire.MD", "bal.txt", "forum.pdf"]


def test_in_a_folder_the_text_taken_from_a_pdf_is_not_read_beside_it(tmp_path: Path) -> None:
    assert jobs_in(tmp_path, "forum.pdf", "forum.txt", "forum.toml", "bal.PDF", "bal.md", "bal.toml") == [
        "bal.PDF",
        "forum.pdf",
    ]


def test_a_folder_of_texts_alone_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="where a sidecar stands beside"):
        jobs_in(tmp_path, "bal.txt")


def test_a_text_that_is_given_is_read_without_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "bal.txt").write_text("10h Polka", encoding="utf-8")
    assert [job.name for job in find_jobs([tmp_path / "bal.txt"])] == ["bal.txt"]


SIGNS = st.sampled_from([*"aÉ9h \t\n\f|-=*#_.•", "10h", "  ", "   ", "\u00ad", "\u00a0", "\r\n"])


@given(st.one_of(st.binary(max_size=200), st.lists(SIGNS, max_size=60).map(lambda signs: "".join(signs).encode())))
def test_any_bytes_give_a_document_or_an_input_error(data: bytes) -> None:
    try:
        document = read_text(data, "essai.txt")
    except InputError:
        return
    for page in document.pages:
        assert len({line.rank for line in page.lines}) == len(page.lines)
        for line in page.lines:
            assert line.text == line.text.strip() != ""
            assert 0 <= line.box.x0 < line.box.x1 <= page.width
            assert 0 < line.box.y0 < line.box.y1 <= page.height
            assert [span.end for span in line.spans][-1] == len(line.text)


@given(st.lists(SIGNS, max_size=60).map("".join))
def test_no_letter_of_a_text_is_lost(text: str) -> None:
    try:
        document = read_text(text.encode(), "essai.txt")
    except InputError:
        return
    kept = "".join(line.text for page in document.pages for line in page.lines)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]
