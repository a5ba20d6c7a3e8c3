"""Files that go wrong, or look as if they did: the right error, or the right text."""

import os
from collections.abc import Callable
from pathlib import Path

import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import texts

from pipeline import errors, extract
from pipeline.document import Document
from pipeline.errors import InputError
from pipeline.extract import pdf, read_document
from pipeline.extract.pdf import read_pdf
from pipeline.layout import arrange_pages
from pipeline.page.passages import join_lines

ERRORS: dict[str, type[InputError]] = {
    "empty": errors.EmptyFileError,
    "html": errors.NotAPdfError,
    "truncated": errors.DamagedPdfError,
    "bit_flipped": errors.DamagedPdfError,
    "user_password": errors.EncryptedPdfError,
    "zero_pages": errors.NoPagesError,
    "image_only": errors.ImageOnlyPdfError,
    "crowded_page": errors.TooLargeError,
}
PROGRAMME = [text for _, text in hostile.LINES]
TEXTS: dict[str, list[list[str]]] = {
    "owner_password": [PROGRAMME],
    "no_text_page": [PROGRAMME, [], PROGRAMME],
    "rotated_page": [PROGRAMME],
    "cropped_page": [PROGRAMME],
    "shuffled_order": [PROGRAMME],
    "letter_spaced": [PROGRAMME],
    "doubled_text": [PROGRAMME],
    "ligatures": [
        [*PROGRAMME[:2], "La fin des flux", "ANIMÉ PAR", "Sérafine Duflot, directrice de la Maison du temps."]
    ],
    "soft_hyphens": [
        [
            *PROGRAMME[:3],
            "Une pendule à l'heure et un cadran rémou-",
            "leur, voilà tout le programme.",
            "ANIMÉ PAR",
            "Perrine Auclair, horlogère.",
        ]
    ],
    "sideways_text": [[*PROGRAMME, "Salle du Balancier"]],
}


def file_of(folder: Path, name: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(hostile.HOSTILE[name]())
    return path


def read(name: str) -> Document:
    return read_pdf(hostile.HOSTILE[name](), f"{name}.pdf")


def test_every_hostile_file_has_an_expectation() -> None:
    assert sorted([*ERRORS, *TEXTS]) == sorted(hostile.HOSTILE)


@pytest.mark.parametrize(("name", "error"), ERRORS.items(), ids=ERRORS)
def test_a_bad_file_raises_its_error_with_name_and_remedy(name: str, error: type[InputError], tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_document(file_of(tmp_path, name))
    assert type(raised.value) is error
    assert f"{name}.pdf" in str(raised.value)
    assert error.remedy in str(raised.value)
    assert raised.value.exit_code == error.exit_code
    assert str(tmp_path) not in str(raised.value)


@pytest.mark.parametrize(("name", "expected"), TEXTS.items(), ids=TEXTS)
def test_a_readable_file_gives_its_text(name: str, expected: list[list[str]]) -> None:
    assert [texts(page.lines) for page in read(name).pages] == expected


@pytest.mark.parametrize("name", TEXTS)
def test_a_readable_file_is_in_order_without_doubts(name: str) -> None:
    pages = arrange_pages(read(name)).pages
    assert [page.doubts for page in pages] == [()] * len(pages)
    assert [texts((*page.furniture, *page.lines)) for page in pages] == TEXTS[name]


def test_a_turned_page_is_measured_as_it_is_displayed() -> None:
    upright, turned = read_pdf(hostile.good(), "good.pdf").pages[0], read("rotated_page").pages[0]
    assert (turned.width, turned.height) == pytest.approx((upright.width, upright.height))
    for line, expected in zip(turned.lines, upright.lines, strict=True):
        assert line.rotation == 0
        assert tuple(line.box.model_dump().values()) == pytest.approx(
            tuple(expected.box.model_dump().values()), abs=0.1
        )


def test_a_cropped_page_is_measured_from_its_visible_corner() -> None:
    whole, cropped = read_pdf(hostile.good(), "good.pdf").pages[0], read("cropped_page").pages[0]
    assert (cropped.width, cropped.height) == pytest.approx((hostile.WIDTH - 80, hostile.HEIGHT - 340))
    for line, expected in zip(cropped.lines, whole.lines, strict=True):
        assert (line.box.x0, line.box.y0) == pytest.approx((expected.box.x0 - 40, expected.box.y0 - 40), abs=0.1)


def test_a_line_up_the_margin_reads_upwards() -> None:
    *upright, sideways = read("sideways_text").pages[0].lines
    assert sideways.rotation == 270
    assert sideways.box.height > 4 * sideways.box.width
    assert {line.rotation for line in upright} == {0}


def test_a_printed_soft_hyphen_is_told_from_the_end_of_a_line() -> None:
    marked = [line.text for line in read("soft_hyphens").pages[0].lines if line.hyphenated]
    assert marked == ["Une pendule à l'heure et un cadran rémou-"]


def test_a_word_broken_by_a_soft_hyphen_is_whole_again() -> None:
    lines = arrange_pages(read("soft_hyphens")).pages[0].lines
    broken = next(rank for rank, line in enumerate(lines) if line.hyphenated)
    joined = join_lines(lines[broken : broken + 2], one_paragraph=True)
    assert joined.text == "Une pendule à l'heure et un cadran rémouleur, voilà tout le programme."


@pytest.mark.parametrize("before", ["user_password", "truncated"])
def test_the_error_of_one_file_does_not_depend_on_the_file_before(before: str) -> None:
    for name in (before, "zero_pages", before):
        with pytest.raises(ERRORS[name]):
            read(name)


@pytest.mark.parametrize(
    "catalogue", [b"<< /Type /Catalog >>", b"<< /Type /Catalog /Pages 7 0 R >>"], ids=["absent", "dangling"]
)
def test_a_page_tree_that_is_missing_has_no_page(catalogue: bytes) -> None:
    with pytest.raises(errors.NoPagesError, match=r"tree\.pdf"):
        read_pdf(hostile.assemble(catalogue), "tree.pdf")


def pages_of(*kids: int) -> bytes:
    """A file with one good page, object 3, and whatever other pages are named."""
    text = b"BT /F1 12 Tf 10 100 Td (Perrine Auclair remonte la pendule) Tj ET"
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    names = b" ".join(b"%d 0 R" % kid for kid in kids)
    return hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 300 400] >>" % (names, len(kids)),
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources %s >>" % font,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
    )


def test_a_page_that_cannot_be_loaded_is_marked_and_the_others_are_read() -> None:
    good, bad = read_pdf(pages_of(3, 9), "half.pdf").pages
    assert (texts(good.lines), good.doubts) == (["Perrine Auclair remonte la pendule"], ())
    assert (bad.lines, bad.doubts) == ((), ("page_illisible",))


def test_a_file_of_which_no_page_can_be_loaded_is_damaged() -> None:
    with pytest.raises(errors.DamagedPdfError, match=r"broken\.pdf: none of its 2 pages"):
        read_pdf(pages_of(8, 9), "broken.pdf")


def test_bytes_before_the_header_are_forgiven() -> None:
    assert texts(read_pdf(b"\n" * 300 + hostile.good(), "late.pdf").pages[0].lines) == PROGRAMME


def survives(data: bytes) -> None:
    try:
        found = read_pdf(data, "damaged.pdf")
    except InputError as error:
        assert "damaged.pdf" in str(error)
    else:
        assert found.pages


GOOD = hostile.good()


@settings(max_examples=60)
@given(st.integers(0, len(GOOD)))
def test_a_file_cut_anywhere_is_read_or_refused(end: int) -> None:
    survives(GOOD[:end])


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_file_with_wrong_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for spot, value in changes:
        data[spot] = value
    survives(bytes(data))


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "programme.docx"
    path.write_bytes(b"PK")
    with pytest.raises(errors.UnknownFormatError, match=r"programme\.docx.*\.docx.*\.pdf"):
        read_document(path)


def test_a_suffix_in_capitals_is_known(tmp_path: Path) -> None:
    path = tmp_path / "HORLOGES.PDF"
    path.write_bytes(GOOD)
    assert read_document(path).name == "HORLOGES.PDF"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingInputError, match=r"nowhere\.pdf cannot be read: No such file"):
        read_document(tmp_path / "nowhere.pdf")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "folder.pdf"
    path.mkdir()
    with pytest.raises(errors.MissingInputError, match=r"folder\.pdf cannot be read: not a regular file"):
        read_document(path)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    with pytest.raises(errors.MissingInputError, match=r"pipe\.pdf cannot be read: not a regular file"):
        read_document(path)


def test_a_file_without_permission_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = file_of(tmp_path, "owner_password")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(errors.MissingInputError, match=r"owner_password\.pdf cannot be read: Permission denied"):
        read_document(path)


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path, "owner_password")
    monkeypatch.setattr(extract, "MAX_BYTES", 100)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("read"))
    with pytest.raises(errors.TooLargeError, match=r"owner_password\.pdf"):
        read_document(path)


@pytest.mark.parametrize(
    ("limit", "value", "said"), [("MAX_PAGES", 2, "3 pages; the limit is 2"), ("MAX_CHARACTERS", 50, "page 1: ")]
)
def test_pages_and_characters_have_limits(limit: str, value: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, limit, value)
    with pytest.raises(errors.TooLargeError, match=said):
        read("no_text_page")


@pytest.mark.parametrize("build", [hostile.HOSTILE["empty"], hostile.HOSTILE["html"]])
def test_messages_use_the_name_they_are_given(build: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "download-17.pdf"
    path.write_bytes(build())
    with pytest.raises(InputError, match=r"^2024/horloges\.pdf "):
        read_document(path, "2024/horloges.pdf")
