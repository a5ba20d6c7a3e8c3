"""A file is replaced whole or stays as it was."""

from pathlib import Path

import pytest

from pipeline.aside import replace_file


def test_a_file_gets_its_content_and_its_folder(tmp_path: Path) -> None:
    replace_file(tmp_path / "a" / "b.txt", b"eau")
    replace_file(tmp_path / "a" / "b.txt", b"rive")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "a").iterdir()] == [("b.txt", b"rive")]


def test_a_failure_leaves_what_was_there_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "b.txt"
    replace_file(place, b"eau")

    def full(_self: Path, _target: Path) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        replace_file(place, b"rive")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b.txt", b"eau")]
