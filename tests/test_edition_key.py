"""The key of pseudonyms: from a file or the environment, long enough, never where it would be published."""

from pathlib import Path

import pytest

from pipeline.edition_key import KEY_VARIABLE, keyed_digest, read_key
from pipeline.errors import EditionKeyError

KEY = b"0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)


def key_file(folder: Path, content: bytes = KEY + b"\n") -> Path:
    path = folder / "key"
    path.write_bytes(content)
    return path


def test_the_key_is_what_the_file_holds_without_blanks(tmp_path: Path) -> None:
    assert read_key(key_file(tmp_path), tmp_path / "out") == KEY


def test_without_file_the_environment_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY.decode())
    assert read_key(None, tmp_path) == KEY


def test_without_either_the_remedy_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(EditionKeyError, match="openssl rand -hex 32"):
        read_key(None, tmp_path)


@pytest.mark.parametrize(
    ("content", "told"), [(KEY[:31], "31 bytes"), (b" " * 40, "0 bytes"), (b"ab" * 20, "repeats"), (b"", "0 bytes")]
)
def test_a_weak_key_is_refused_and_not_shown(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(EditionKeyError, match=told) as raised:
        read_key(key_file(tmp_path, content), tmp_path / "out")
    assert content.decode().strip() not in str(raised.value) or not content.strip()


def test_a_key_in_the_published_folder_is_refused_also_behind_a_link(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    inside = key_file(out)
    link = tmp_path / "link"
    link.symlink_to(inside)
    for path in (inside, link):
        with pytest.raises(EditionKeyError, match="published"):
            read_key(path, out)


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EditionKeyError, match="cannot be read"):
        read_key(tmp_path / "absent", tmp_path / "out")


def test_digests_depend_on_the_key_and_on_where_a_part_ends() -> None:
    assert keyed_digest(KEY, "a", "b") == keyed_digest(KEY, "a", "b")
    assert len({keyed_digest(KEY, "a", "b"), keyed_digest(KEY, "ab"), keyed_digest(KEY[::-1], "a", "b")}) == 3
