"""The cache of what OCR has read: by content and setting, whole or not at all, never trusted when damaged."""

import json
import logging
from pathlib import Path

import pytest
from scans import pale, readings

from pipeline.extract import ocr as reader
from pipeline.extract.ocr_cache import cache_folder, drop_entries, load_entry, save_entry
from pipeline.extract.ocr_options import READER_VERSION, Ocr
from pipeline.extract.pdf import read_pdf


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ocr:
    """A cache that holds the page of the scan, whose words only the cache can know."""
    monkeypatch.setattr(reader, "missing_part", lambda language: None)
    monkeypatch.setattr(reader, "tesseract_version", lambda: "5.3.0")
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: readings(96))
    ocr = Ocr(cache=tmp_path / "cache")
    read_pdf(pale(), "scan.pdf", ocr)
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: readings(40))
    return ocr


def sureness(ocr: Ocr, data: bytes | None = None) -> bool:
    """Whether the page is read as the cache of `kept` has it, not as tesseract would read it now."""
    page = read_pdf(data or pale(), "scan.pdf", ocr).pages[0]
    return "ocr_incertain" not in page.doubts


def test_a_page_read_once_is_taken_from_the_cache(kept: Ocr) -> None:
    assert sureness(kept)


def test_the_cached_page_is_the_page_that_was_read(kept: Ocr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: readings(96))
    assert read_pdf(pale(), "scan.pdf", kept) == read_pdf(pale(), "scan.pdf", Ocr())


def test_no_cache_is_used_unless_a_folder_is_given(kept: Ocr) -> None:
    assert not sureness(kept._replace(cache=None))


@pytest.mark.parametrize("other", [{"dpi": 200}, {"language": "fra+eng"}])
def test_another_setting_is_another_entry(kept: Ocr, other: dict[str, object]) -> None:
    assert not sureness(kept._replace(**other))  # type: ignore[arg-type]


def test_another_file_version_or_reader_is_another_entry(kept: Ocr, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not sureness(kept, pale() + b"\n")
    with monkeypatch.context() as patch:
        patch.setattr(reader, "tesseract_version", lambda: "5.4.0")
        assert not sureness(kept)
    monkeypatch.setattr(reader, "READER_VERSION", READER_VERSION + 1)
    assert not sureness(kept)


@pytest.mark.parametrize("damage", ["", "{", '{"key": 1}', "words", "\x00", "null"])
def test_a_damaged_entry_is_told_and_made_again(kept: Ocr, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    assert kept.cache is not None
    (entry,) = kept.cache.rglob("*.json")
    text = entry.read_text(encoding="utf-8")
    # « words »: an entry of the right shape with a word changed in it.
    entry.write_text(text.replace("Atelier", "Ateliers") if damage == "words" else damage, encoding="utf-8")
    assert not sureness(kept)
    assert "is damaged and is made again" in caplog.text
    caplog.clear()
    assert not sureness(kept)
    assert caplog.text == ""


def test_an_entry_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    save_entry(tmp_path, {"page": 1}, {"words": ["é"]})
    assert load_entry(tmp_path, {"page": 1}) == {"words": ["é"]}
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"]


def test_a_cache_that_cannot_be_written_costs_only_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with caplog.at_level(logging.WARNING):
        save_entry(blocked, {"page": 1}, [])
    assert "the cache cannot be written" in caplog.text


def test_the_cache_lies_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PROGRAMME_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache_folder() == tmp_path / ".cache/programme-ouvert"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == tmp_path / ".cache/programme-ouvert"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg/programme-ouvert"
    monkeypatch.setenv("PROGRAMME_CACHE", str(tmp_path / "named"))
    assert cache_folder() == tmp_path / "named"
    assert cache_folder(tmp_path / "chosen") == tmp_path / "chosen"


def test_an_entry_says_what_it_is_of(kept: Ocr) -> None:
    assert kept.cache is not None
    (entry,) = kept.cache.rglob("*.json")
    key = json.loads(entry.read_text(encoding="utf-8"))["key"]
    assert set(key) == {"sha256", "page", "tesseract", "language", "dpi", "reader"}


def test_entries_that_name_somebody_are_thrown_away_and_so_are_damaged_ones(tmp_path: Path) -> None:
    for number, words in enumerate([["Léa", "Durand"], ["Omar", "Vasseur"]]):
        save_entry(tmp_path, {"page": number}, {"words": [[word] for word in words], "confidence": 90})
    save_entry(tmp_path, {"page": 2}, "no page")
    assert drop_entries(tmp_path, lambda text: text == "Léa Durand") == 2
    assert [load_entry(tmp_path, {"page": number}) is not None for number in range(3)] == [False, True, False]
    assert drop_entries(tmp_path / "absent", lambda text: True) == 0
