import errno
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from programmes import forum

from pipeline.errors import OutputError
from pipeline.export import Dataset, write_dataset
from pipeline.export.datapackage import PACKAGE_NAME
from pipeline.export.folder import fill_folder, replace_folder

Files = list[tuple[str, bytes]]


def dataset(*names: str, content: bytes = b"1") -> Files:
    """Files and the descriptor that lists them."""
    descriptor = {"name": PACKAGE_NAME, "resources": [{"path": name} for name in names]}
    return [*((name, content) for name in names), ("datapackage.json", json.dumps(descriptor).encode())]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def siblings(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path != out)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "processed"


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


# What is in place afterwards


def test_new_folder_holds_the_files_and_nothing_is_left_beside_it(out: Path) -> None:
    replace_folder(iter(dataset("a.csv", "programmes/b.json")), out)
    assert contents(out) == dict(dataset("a.csv", "programmes/b.json"))
    assert siblings(out) == []


def test_a_file_may_be_made_from_those_written_before(out: Path) -> None:
    def make(written: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        yield "sous/a.csv", b"1"
        assert (dict(written), len(written), "b.csv" in written) == ({"sous/a.csv": b"1"}, 1, False)
        yield "b.csv", written["sous/a.csv"] + b"2"
        yield from dataset(*written)[-1:]

    fill_folder(make, out)
    assert contents(out)["b.csv"] == b"12"
    assert json.loads(contents(out)["datapackage.json"])["resources"] == [{"path": "sous/a.csv"}, {"path": "b.csv"}]


def test_missing_parents_are_made(out: Path) -> None:
    replace_folder(dataset("a.csv"), out / "2024" / "mai")
    assert (out / "2024" / "mai" / "a.csv").read_bytes() == b"1"


def test_files_of_the_old_dataset_go(out: Path) -> None:
    replace_folder(dataset("a.csv", "programmes/old.json"), out)
    replace_folder(dataset("a.csv", content=b"2"), out)
    assert contents(out) == dict(dataset("a.csv", content=b"2"))
    assert not (out / "programmes").exists()
    assert siblings(out) == []


def test_files_that_are_not_of_the_dataset_survive(out: Path) -> None:
    replace_folder(dataset("a.csv", "programmes/old.json"), out)
    (out / "notes.txt").write_text("à relire")
    (out / "programmes" / "notes.txt").write_text("aussi")
    (out / ".git").mkdir()
    (out / ".git" / "HEAD").write_text("main")
    (out / "lien").symlink_to("nulle-part")
    replace_folder(dataset("a.csv"), out)
    kept = {name for name in contents(out) if name not in ("a.csv", "datapackage.json")}
    assert kept == {"notes.txt", "programmes/notes.txt", ".git/HEAD"}
    assert (out / "lien").readlink() == Path("nulle-part")


def test_files_survive_where_links_are_not_allowed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    replace_folder(dataset("a.csv"), out)
    (out / "notes.txt").write_text("à relire")
    monkeypatch.setattr(os, "link", refuse)
    replace_folder(dataset("a.csv"), out)
    assert (out / "notes.txt").read_text() == "à relire"


def test_hidden_files_in_an_otherwise_empty_folder_survive(out: Path) -> None:
    out.mkdir()
    (out / ".gitkeep").touch()
    replace_folder(dataset("a.csv"), out)
    assert set(contents(out)) == {".gitkeep", "a.csv", "datapackage.json"}


def test_permissions_of_the_folder_stay(out: Path) -> None:
    out.mkdir(mode=0o750)
    replace_folder(dataset("a.csv"), out)
    assert out.stat().st_mode & 0o777 == 0o750


def test_behind_a_symbolic_link_the_folder_is_replaced_and_the_link_stays(out: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    out.symlink_to("ailleurs")
    replace_folder(dataset("a.csv"), out)
    assert out.is_symlink()
    assert set(contents(tmp_path / "ailleurs")) == {"a.csv", "datapackage.json"}


def test_written_dataset_can_be_written_again(out: Path) -> None:
    write_dataset(Dataset((forum("a"), forum("b"))), out)
    write_dataset(Dataset((forum("a"),)), out)
    assert sorted(path.name for path in (out / "programmes").iterdir()) == ["a.json"]


# What is refused


def test_folder_with_other_files_is_not_touched(out: Path) -> None:
    out.mkdir()
    (out / "these.odt").write_text("trois ans de travail")
    with pytest.raises(OutputError, match=r"is not a dataset folder .*these\.odt.*; choose an empty folder"):
        replace_folder(dataset("a.csv"), out)
    assert contents(out) == {"these.odt": b"trois ans de travail"}
    assert siblings(out) == []


@pytest.mark.parametrize(
    ("descriptor", "reason"),
    [
        ('{"name": "budget", "resources": [{"path": "budget.csv"}]}', "another data package « budget »"),
        ('{"name": "budget"}', "not a descriptor that can be read"),
        ("{", "not a descriptor that can be read"),
        ("[]", "not a descriptor that can be read"),
    ],
)
def test_folder_with_the_descriptor_of_others_is_not_touched(descriptor: str, reason: str, out: Path) -> None:
    out.mkdir()
    (out / "datapackage.json").write_text(descriptor)
    (out / "budget.csv").write_text("1")
    with pytest.raises(OutputError, match=reason.replace("package «", r"package \(«")):
        replace_folder(dataset("a.csv"), out)
    assert set(contents(out)) == {"datapackage.json", "budget.csv"}


def test_file_of_the_user_is_not_overwritten_by_a_new_one(out: Path) -> None:
    replace_folder(dataset("a.csv"), out)
    (out / "b.csv").write_text("à moi")
    with pytest.raises(OutputError, match=r"b\.csv is not part of the dataset"):
        replace_folder(dataset("a.csv", "b.csv"), out)
    assert (out / "b.csv").read_text() == "à moi"


def test_a_file_in_place_of_the_folder_is_refused(out: Path) -> None:
    out.write_text("un fichier")
    with pytest.raises(OutputError, match="is not a folder"):
        replace_folder(dataset("a.csv"), out)
    with pytest.raises(OutputError, match=r"cannot be written \("):
        replace_folder(dataset("a.csv"), out / "dessous")
    assert out.read_text() == "un fichier"


@pytest.mark.parametrize("name", ["../a.csv", "programmes/../../a.csv", "/a.csv", "", ".", "a\\b", "a\0b"])
def test_names_that_lead_outside_are_refused(name: str, out: Path) -> None:
    with pytest.raises(OutputError, match="not the name of a file inside"):
        replace_folder([(name, b"1")], out)
    assert siblings(out) == []
    assert not out.exists()


def test_a_name_given_twice_is_refused(out: Path) -> None:
    with pytest.raises(OutputError, match="File exists"):
        replace_folder([("a.csv", b"1"), ("a.csv", b"2")], out)
    assert siblings(out) == []


# Failures on the way


def test_full_disk_leaves_the_old_folder_and_names_the_reason(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_folder(dataset("a.csv"), out)
    before = contents(out)
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OutputError, match="No space left"):
        replace_folder(dataset("a.csv", content=b"2"), out)
    assert contents(out) == before
    assert siblings(out) == []


def test_every_file_is_on_the_disk_before_the_swap(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: set[int] = set()
    monkeypatch.setattr(os, "fsync", lambda handle: synced.add(os.fstat(handle).st_ino))
    replace_folder(dataset("a.csv", "programmes/b.json"), out)
    assert {path.stat().st_ino for path in [out, *out.rglob("*")]} <= synced


def test_read_only_folder_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_folder(dataset("a.csv"), out)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="read-only"):
        replace_folder(dataset("a.csv", content=b"2"), out)
    assert (out / "a.csv").read_bytes() == b"1"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_interrupted_run_leaves_the_old_folder(error: type[BaseException], out: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "a.csv", b"2"
        raise error

    replace_folder(dataset("a.csv"), out)
    with pytest.raises(error):
        replace_folder(files(), out)
    assert contents(out) == dict(dataset("a.csv"))
    assert siblings(out) == []


def test_failure_of_the_second_rename_brings_the_old_folder_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.suffix == ".tmp":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(path, target)

    replace_folder(dataset("a.csv"), out)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError, match="Input/output error"):
        replace_folder(dataset("a.csv", content=b"2"), out)
    assert contents(out) == dict(dataset("a.csv"))
    assert siblings(out) == []


def test_mount_point_is_explained(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Path) -> Path:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    out.mkdir()
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError, match="choose a folder inside it"):
        replace_folder(dataset("a.csv"), out)
