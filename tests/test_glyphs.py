"""Files written by hand: odd page boxes, odd characters, odd titles."""

import hostile
import pytest
from pages import texts

from pipeline.document import Page, Style
from pipeline.extract.glyphs import Word, touches, weight_and_slant
from pipeline.extract.pdf import read_pdf


def handmade(
    text: bytes = b"Perrine Auclair remonte la pendule", page: bytes = b"", tree: bytes = b"", **entries: bytes
) -> bytes:
    """A file written by hand: entries of its page, of its page tree, of its font (`font`), and its `title`."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % entries.get("font", b"")
    content = b"BT /F1 10 Tf 30 350 Td (%s) Tj ET" % text
    mapping = entries.get("mapping", b"")
    data = hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 %s >>" % tree,
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> %s >>" % page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font,
        b"<< /Title %s /CreationDate %s >>" % (entries.get("title", b"()"), entries.get("created", b"()")),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mapping), mapping),
    )
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R")


@pytest.mark.parametrize("where", ["page", "tree"])
def test_page_boxes_may_be_inherited_from_the_page_tree(where: str) -> None:
    boxes = b"/MediaBox [0 0 300 400] /CropBox [10 20 250 390]"
    found = read_pdf(handmade(page=boxes) if where == "page" else handmade(tree=boxes), "boxes.pdf").pages[0]
    assert (found.width, found.height) == (240, 370)
    assert found.lines[0].box.x0 == pytest.approx(20, abs=0.5)
    assert found.lines[0].box.y0 < 390 - 350 < found.lines[0].box.y1


def test_a_crop_box_does_not_reach_beyond_the_sheet() -> None:
    boxes = b"/MediaBox [0 0 300 400] /CropBox [-50 -50 900 900]"
    found = read_pdf(handmade(page=boxes), "boxes.pdf").pages[0]
    assert (found.width, found.height, round(found.lines[0].box.x0)) == (300, 400, 30)


def test_corners_of_a_box_may_be_swapped() -> None:
    found = read_pdf(handmade(page=b"/MediaBox [300 400 0 0]"), "boxes.pdf").pages[0]
    assert (found.width, found.height, round(found.lines[0].box.x0)) == (300, 400, 30)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (b"(Festival des horloges)", "Festival des horloges"),
        (b"(  Festival\\000 des\\nhorloges )", "Festival des horloges"),
        (b"<FEFF00E9007400E9>", "été"),
        (b"<FEFFD8000041>", None),
        (b"( )", None),
        (b"[1]", None),
    ],
)
def test_the_title_of_a_file_is_one_clean_line_or_none(title: bytes, expected: str | None) -> None:
    assert read_pdf(handmade(title=title), "title.pdf").title == expected


@pytest.mark.parametrize(
    ("created", "expected"),
    [
        (b"(D:20240606101500+02'00')", "2024-06-06"),
        (b"(D:202406)", "2024-06-01"),
        (b"(D:20240631)", None),
        (b"(6 juin 2024)", None),
    ],
)
def test_the_day_a_file_was_made_is_a_day_or_none(created: bytes, expected: str | None) -> None:
    found = read_pdf(handmade(created=created), "date.pdf").created
    assert (found.isoformat() if found else None) == expected


def mapped(text: bytes, **characters: str) -> Page:
    """A page whose font says itself which character each letter stands for."""
    rows = b"\n".join(
        b"<%02X> <%s>" % (ord(code), character.encode("utf-16-be", "surrogatepass").hex().encode())
        for code, character in characters.items()
    )
    mapping = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar\nendcmap end end" % (len(characters), rows)
    )
    return read_pdf(handmade(text, font=b"/ToUnicode 7 0 R", mapping=mapping), "mapped.pdf").pages[0]


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("\ufb03", "ffi"),
        ("\u200b", ""),
        ("\u202e", ""),
        ("\u2066", ""),
        ("e\u0301", "é"),
        ("\uf0b7", "•"),
        ("\U0001f570", "\U0001f570"),
        ("\u00a0", " "),
    ],
    ids=lambda text: text.encode("unicode-escape").decode(),
)
def test_characters_are_made_plain(character: str, expected: str) -> None:
    found = mapped(b"Perrine remXonte la pendule", X=character)
    assert texts(found.lines) == [f"Perrine rem{expected}onte la pendule"]
    assert found.doubts == ()


def test_a_character_beyond_the_first_plane_shifts_no_place() -> None:
    plain, clock = mapped(b"Xi Xi Xi Perrine Auclair", X="X"), mapped(b"Xi Xi Xi Perrine Auclair", X="\U0001f570")
    start, other = plain.lines[0].text.index("Perrine"), clock.lines[0].text.index("Perrine")
    assert (start, other) == (9, 9)
    assert clock.lines[0].box == plain.lines[0].box


def test_half_a_character_is_unreadable() -> None:
    assert texts(mapped(b"Perrine remXonte la pendule", X="\ud83d").lines) == ["Perrine rem\ufffdonte la pendule"]


def test_text_without_a_meaning_is_doubtful_and_never_private() -> None:
    found = mapped(b"eeeeeeee eeeeeeee Perrine Auclair", e="\ue001")
    assert found.doubts == ("texte_sans_unicode",)
    assert texts(found.lines)[0].startswith("\ufffd" * 8)


def letter(x0: float, x1: float, y: float = 100.0, size: float = 10.0) -> Word:
    style = Style(font="Serif", size=size, bold=False, italic=False, color=None)
    return Word("a", x0, y, x1, y + size, style, 0, 0)


def test_letters_of_a_word_touch_each_other_and_words_do_not() -> None:
    assert touches(letter(30, 35), letter(35, 40))
    assert touches(letter(30, 35), letter(34.6, 40))
    assert not touches(letter(30, 35), letter(37, 42))
    assert not touches(letter(30, 35), letter(35, 40, y=112))
    assert not touches(letter(30, 35), letter(35, 40, size=8))


# How far letters are set apart, in points at a size of 10; kerning moves every third less far.
@pytest.mark.parametrize("apart", [1.2, 1.5, 2.0, 2.5, 3.0])
@pytest.mark.parametrize(
    "printed", ["ATELIER DE VOILE AVEC LES TOUT-PETITS", "Salle Emile Littorel numero 2 du batiment des archives"]
)
def test_words_set_with_letters_apart_are_whole(apart: float, printed: str) -> None:
    steps = [0.6 * apart if place % 3 == 0 else apart for place in range(len(printed))]
    set_ = ") Tj ".join(f"{step:g} Tc ({char}" for step, char in zip(steps, printed, strict=True))
    found = read_pdf(handmade(f") Tj {set_}".encode()), "apart.pdf").pages[0]
    assert texts(found.lines) == [printed]


@pytest.mark.parametrize(
    "printed",
    [
        "Plan B ou plan C de la digue des Ormes",
        "De 9 h 30 a 12 h, la rive et ses riverains",
        "Les lettres A B C du jardin du presbytere",
    ],
)
def test_short_words_are_not_joined_where_letters_touch(printed: str) -> None:
    assert texts(read_pdf(handmade(printed.encode()), "short.pdf").pages[0].lines) == [printed]


def test_a_box_is_as_high_as_letters_may_be_where_the_font_does_not_tell() -> None:
    low = (
        b"/BaseFont /Rive /FontDescriptor << /Type /FontDescriptor /FontName /Rive /Flags 32 /Ascent 0 /Descent 0 "
        b"/ItalicAngle 0 /StemV 80 /FontBBox [0 0 1000 0] >> /FirstChar 32 /LastChar 33 /Widths [300 300]"
    )
    [line] = read_pdf(handmade(font=low), "low.pdf").pages[0].lines
    assert 11 < line.box.height < 13
    assert line.box.y0 < 792 - 350 - 8 < 792 - 350 < line.box.y1


BELOW = b"Perrine Auclair remonte la pendule) Tj ET BT %s Tm (L e  b a c) Tj ET BT ("


@pytest.mark.parametrize(
    ("set_", "expected"),
    [
        (b"/F1 10 Tf 1 0 0 1 30 300", ["Perrine Auclair remonte la pendule", "Le bac"]),
        (b"/F1 -10 Tf -1 0 0 -1 30 300", ["Perrine Auclair remonte la pendule", "Le bac"]),
        # Nobody sees letters without height, and numbers beyond all measure stand for none.
        (b"/F1 10 Tf 1 0 0 0 30 300", ["Perrine Auclair remonte la pendule"]),
        (b"/F1 0 Tf 1 0 0 1 30 300", ["Perrine Auclair remonte la pendule"]),
        (b"/F1 10 Tf 1 0 0 %d 30 300" % 10**45, ["Perrine Auclair remonte la pendule"]),
    ],
)
def test_letters_are_as_high_as_size_and_matrix_make_them(set_: bytes, expected: list[str]) -> None:
    lines = read_pdf(handmade(BELOW % set_), "set.pdf").pages[0].lines
    assert sorted(texts(lines), reverse=True) == expected
    assert {(line.style.size, line.rotation) for line in lines} == {(10, 0)}


def test_a_bracket_set_smaller_than_the_word_it_touches_is_apart_from_it() -> None:
    found = read_pdf(handmade(b"Perrine remonte) Tj /F1 6 Tf (\\(10 min\\)) Tj ("), "set.pdf").pages[0].lines
    assert texts(found) == ["Perrine remonte (10 min)"]
    assert [(span.start, span.style.size) for span in found[0].spans] == [(0, 10), (16, 6)]
    whole = read_pdf(handmade(b"la voisin\\(e\\) remonte"), "set.pdf").pages[0].lines
    assert texts(whole) == ["la voisin(e) remonte"]


@pytest.mark.parametrize(
    ("name", "weight", "bold", "italic"),
    [
        ("Craie-Oblique", 610, False, True),
        ("Craie-BoldOblique", 400, True, True),
        ("Craie", 610, True, False),
        ("Craie", 455, False, False),
    ],
)
def test_a_name_that_tells_only_the_slant_says_more_than_the_weight(
    name: str, weight: int, bold: bool, italic: bool
) -> None:
    assert weight_and_slant(name, weight) == (bold, italic)
