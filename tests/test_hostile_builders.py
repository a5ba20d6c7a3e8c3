"""The hostile files are what their names say; `hostile.py` is of no use to other tests otherwise."""

import io
from collections import Counter
from collections.abc import Callable

import hostile
import pdfplumber
import pypdfium2
import pytest

READABLE = [
    "owner_password",
    "no_text_page",
    "rotated_page",
    "cropped_page",
    "shuffled_order",
    "letter_spaced",
    "doubled_text",
    "ligatures",
    "soft_hyphens",
    "sideways_text",
    "crowded_page",
]
BROKEN = ["empty", "html", "truncated", "bit_flipped", "user_password", "zero_pages"]


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_texts(data: bytes, password: str | None = None) -> list[str]:
    with pypdfium2.PdfDocument(data, password=password) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


@pytest.mark.parametrize("build", hostile.HOSTILE.values(), ids=hostile.HOSTILE)
def test_two_builds_give_the_same_bytes(build: Callable[[], bytes]) -> None:
    assert build() == build()


def test_each_builder_says_in_one_line_what_is_wrong() -> None:
    assert all(build.__doc__ and "\n" not in build.__doc__ for build in hostile.HOSTILE.values())


def test_every_file_is_broken_or_readable_or_an_image() -> None:
    assert sorted([*READABLE, *BROKEN, "image_only"]) == sorted(hostile.HOSTILE)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_does_not_open(name: str) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        page_texts(hostile.HOSTILE[name]())


@pytest.mark.parametrize("name", READABLE)
def test_a_readable_file_opens_and_has_text(name: str) -> None:
    assert squeezed(page_texts(hostile.HOSTILE[name]())[0])


def test_the_user_password_opens_the_encrypted_file() -> None:
    text = page_texts(hostile.user_password(), hostile.USER_PASSWORD)[0]
    assert "L'ATELIER DES HORLOGES" in text


def test_the_empty_page_tree_is_well_formed() -> None:
    with pdfplumber.open(io.BytesIO(hostile.zero_pages())) as pdf:
        assert pdf.pages == []


def test_the_image_has_shapes_and_no_letter() -> None:
    with pdfplumber.open(io.BytesIO(hostile.image_only())) as pdf:
        page = pdf.pages[0]
        assert (page.chars, len(page.rects) > 100) == ([], True)


def test_only_the_middle_page_is_without_text() -> None:
    assert [bool(text) for text in page_texts(hostile.no_text_page())] == [True, False, True]


def test_the_rotated_page_is_turned_by_a_quarter() -> None:
    with pypdfium2.PdfDocument(hostile.rotated_page()) as pdf:
        assert pdf[0].get_rotation() == 90


def test_the_cropped_page_is_smaller_than_its_sheet() -> None:
    with pypdfium2.PdfDocument(hostile.cropped_page()) as pdf:
        assert pdf[0].get_cropbox() != pdf[0].get_mediabox()


def test_the_shuffled_page_has_every_line_once_and_in_another_order() -> None:
    with pypdfium2.PdfDocument(hostile.shuffled_order()) as pdf:
        lines = pdf[0].get_textpage().get_text_range().splitlines()
    expected = [text for _, text in hostile.LINES]
    assert Counter(lines) == Counter(expected)
    assert lines != expected


def test_the_doubled_page_has_each_letter_twice() -> None:
    with (
        pdfplumber.open(io.BytesIO(hostile.doubled_text())) as doubled,
        pdfplumber.open(io.BytesIO(hostile.good())) as once,
    ):
        assert len(doubled.pages[0].chars) == 2 * len(once.pages[0].chars)


@pytest.mark.parametrize(("name", "sign"), [("ligatures", "ﬁ"), ("ligatures", "ﬂ"), ("soft_hyphens", "\u00ad")])
def test_the_special_character_is_in_the_file(name: str, sign: str) -> None:
    with pdfplumber.open(io.BytesIO(hostile.HOSTILE[name]())) as pdf:
        assert any(char["text"] == sign for char in pdf.pages[0].chars)


def test_the_crowded_page_has_a_quarter_million_characters() -> None:
    assert len(page_texts(hostile.crowded_page())[0]) >= 250_000
