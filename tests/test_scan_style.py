"""What scanned words look like: runs, sizes, weights, one style for what looks alike, accents of capitals, skew."""

import numpy as np
import pytest

from pipeline.extract.ocr_accents import restore_accents
from pipeline.extract.scan_image import Sheet, ink_of, skew_of
from pipeline.extract.scan_runs import ASCENDER, CAPITAL, DESCENDER, T_HEIGHT, X_HEIGHT, Seen, measure_run, runs_of
from pipeline.extract.scan_style import style_words

BLACK, RED = (30, 30, 30), (200, 20, 40)


def seen(
    text: str,
    x: float = 50,
    base: float = 100,
    size: float = 10,
    line: int = 0,
    stroke: float = 0.8,
    color: tuple[int, int, int] = BLACK,
    slant: float = -1.0,
    confidence: float = 95,
    marks: tuple[float, ...] = (),
) -> Seen:
    """A word of a font of the usual proportions, on a base line."""
    low = not any(char.isupper() or char.isdigit() for char in text)
    small = T_HEIGHT if "t" in text else X_HEIGHT
    top = base - size * (ASCENDER if set(text) & set("bdfhkl") else small if low else CAPITAL)
    bottom = base + size * (DESCENDER if set(text) & set("gjpqy,") else 0)
    width = 0.55 * size * len(text)
    return Seen(text, x, top, x + width, bottom, line, confidence, color, stroke, top, bottom, slant, marks)


def line_of(text: str, line: int, **how: object) -> list[Seen]:
    """Words of one line, a space apart."""
    size, words = float(how.get("size", 10)), []  # type: ignore[arg-type]
    x = float(how.pop("x", 50))  # type: ignore[arg-type]
    for word in text.split():
        words.append(seen(word, x=x, line=line, **how))  # type: ignore[arg-type]
        x = words[-1].x1 + 0.3 * size
    return words


def body() -> list[Seen]:
    return [word for row in range(6) for word in line_of("Un texte courant sur la page", row, base=200 + 14 * row)]


def texts(words: list[Seen]) -> list[str]:
    return [" ".join(word.text for word in run.words) for run in runs_of(words)]


def test_the_base_line_is_where_letters_stand_and_not_their_tails() -> None:
    assert measure_run(line_of("Manger un gros poisson", 0)).base == 100
    assert measure_run([seen("programme")]).base == pytest.approx(100)


@pytest.mark.parametrize("text", ["Atelier Couture", "ATELIER COUTURE", "9h30", "programme", "une mousse", "Quai"])
def test_the_size_is_measured_whatever_the_letters(text: str) -> None:
    assert measure_run(line_of(text, 0, size=12)).size == pytest.approx(12, rel=0.07)


def test_a_wide_gap_begins_another_run() -> None:
    words = [*line_of("9h30 Accueil", 0), *line_of("Salle bleue", 0, x=300)]
    assert texts(words) == ["9h30 Accueil", "Salle bleue"]


def test_a_line_that_begins_in_bold_is_two_runs() -> None:
    words = [*line_of("Grande salle", 0, stroke=1.4), *line_of("ouverte dès midi", 0, x=160)]
    assert texts(words) == ["Grande salle", "ouverte dès midi"]


def test_sizes_that_hardly_differ_are_one_style() -> None:
    titles = [
        word for number, size in enumerate((13.7, 14.0, 14.4), start=10)
        for word in line_of("Coudre ses Rideaux", number, base=400 + 30 * number, size=size, stroke=1.8)
    ]  # fmt: skip
    styles = {word.style for word in style_words([body() + titles])[0]}
    assert sorted((style.size, style.bold) for style in styles) == [(10, False), (14, True)]


def test_one_style_goes_for_all_pages() -> None:
    other = line_of("Un autre Texte courant", 0, size=10.3)
    first, second = style_words([body(), other])
    assert {word.style for word in first} == {word.style for word in second}


def test_another_colour_is_another_style() -> None:
    styles = {word.style.color for word in style_words([body() + line_of("Salle Rouge ici", 9, color=RED)])[0]}
    assert styles == {"#1e1e1e", "#c81428"}


def test_slanted_letters_are_italic() -> None:
    words = style_words([body() + line_of("Une visite Guidée", 9, slant=0.6)])[0]
    assert [word.text for word in words if word.style.italic] == ["Une", "visite", "Guidée"]


def test_a_size_measured_wrong_is_told_by_its_strokes() -> None:
    wrong = seen("commun.", line=9, size=13, stroke=0.8)
    assert {word.style.size for word in style_words([[*body(), wrong]])[0]} == {10}


def test_a_sign_alone_takes_the_style_before_it() -> None:
    words = style_words([[*body(), seen("!", line=9, size=4, stroke=2)]])[0]
    assert words[-1].style == words[-2].style


def test_the_words_of_a_row_stand_at_one_height() -> None:
    row = [*line_of("9h30", 0, base=100.4), *line_of("Accueil du Public", 1, x=200, base=100)]
    assert len({(word.y0, word.y1) for word in style_words([body() + row])[0][-4:]}) == 1


def test_a_page_without_words_has_none() -> None:
    assert style_words([[], body()])[0] == []


WITNESS = seen("médiathèque"), seen("état"), seen("numérique")


@pytest.mark.parametrize(
    ("read", "marks", "printed"),
    [
        ("MEDIATHEQUE", (0.14, 0.65), "MÉDIATHÈQUE"),
        ("L'ETAT", (0.3,), "L'ÉTAT"),
        ("A", (0.5,), "À"),
        ("ETAT", (), "ETAT"),  # printed without accent
        ("ETAT", (0.9,), "ETAT"),  # the speck is elsewhere
        ("MEDIATHEQUE", (0.14,), "MEDIATHEQUE"),  # one accent of two is seen
        ("RECRE", (0.3, 0.9), "RECRE"),  # no word of the document spells it
        ("Etat", (0.1,), "Etat"),
    ],
)
def test_accents_need_the_document_and_the_ink_as_witnesses(
    read: str, marks: tuple[float, ...], printed: str
) -> None:
    ((*_, word),) = restore_accents([[*WITNESS, seen(read, marks=marks)]])
    assert word.text == printed


def test_a_word_hard_to_read_is_no_witness() -> None:
    ((_, word),) = restore_accents([[seen("état", confidence=50), seen("ETAT", marks=(0.12,))]])
    assert word.text == "ETAT"


def bars(degrees: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Rows of print on a page that was laid askew."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (700, 900), 255)
    draw = ImageDraw.Draw(image)
    for row in range(100, 800, 30):
        for column in range(80, 620, 20):
            draw.rectangle((column, row, column + 12, row + 9), fill=0)
    return np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))


@pytest.mark.parametrize("degrees", [-3.0, -0.4, 0.0, 0.7, 4.0])
def test_skew_is_measured_to_a_twentieth_of_a_degree(degrees: float) -> None:
    assert skew_of(bars(degrees)) == pytest.approx(-degrees, abs=0.05)


def test_a_page_without_rows_is_not_turned() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (600, 500)).astype(np.uint8)
    assert skew_of(noise) == 0.0
    assert skew_of(np.full((600, 500), 255, np.uint8)) == 0.0


def sheet_of(ink: tuple[int, int, int], ground: tuple[int, int, int], width: int) -> Sheet:
    """A page with one upright stroke of `width` pixels, and a speck above it."""
    color = np.empty((120, 120, 3), np.uint8)
    color[:] = ground
    color[40:80, 50 : 50 + width] = ink
    color[33:37, 51:55] = ink
    gray = (color @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
    return Sheet(color, gray, 300, 0.0)


@pytest.mark.parametrize(("ink", "ground"), [(RED, (255, 255, 255)), ((255, 255, 255), (20, 30, 90))])
def test_colour_and_strokes_are_measured_dark_on_light_and_light_on_dark(
    ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    thin, thick = (ink_of(sheet_of(ink, ground, width), 46, 38, 70, 82) for width in (6, 9))
    assert thin.color == thick.color == ink
    assert thin.stroke == pytest.approx(6, rel=0.25)
    assert thick.stroke / thin.stroke == pytest.approx(1.5, rel=0.15)
    assert (thin.top, thin.bottom) == pytest.approx((40, 80), abs=1)


def test_a_speck_above_letters_is_a_mark() -> None:
    (mark,) = ink_of(sheet_of(BLACK, (255, 255, 255), 6), 46, 38, 70, 82).marks
    assert mark == pytest.approx((53 - 46) / (70 - 46), abs=0.1)


def test_a_box_without_ink_has_no_stroke() -> None:
    blank = Sheet(np.full((50, 50, 3), 240, np.uint8), np.full((50, 50), 240, np.uint8), 300, 0.0)
    assert ink_of(blank, 10, 10, 40, 40).stroke == 0
