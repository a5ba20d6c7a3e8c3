"""Files at addresses: found and named as those of folders are, fetched, and datasets put there."""

from collections.abc import Iterator
from pathlib import Path

import fsspec
import hostile
import pytest
from command import SAMPLE, call
from runs import RAW, files_in

from pipeline.errors import InputError, MissingInputError, OutputError, PartialFailureError, TooLargeError, UsageError
from pipeline.extract import MAX_BYTES
from pipeline.running.jobs import find_jobs
from pipeline.running.places import Origin, fetch, find_origins, forget

QUIET = ("--tagger", "none")


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def programmes(memory: fsspec.AbstractFileSystem) -> str:
    """The samples in memory, with what a bucket holds besides."""
    for path in RAW.iterdir():
        if path.suffix in (".pdf", ".toml"):
            memory.pipe_file(f"/raw/2024/{path.name}", path.read_bytes())
    memory.pipe_file("/raw/notes.txt", b"10h00 a note")
    memory.pipe_file("/raw/.hidden/a.pdf", hostile.good())
    memory.pipe_file("/raw/vide.pdf", b"")
    return "memory://raw"


def names(places: list[str]) -> list[str]:
    return [origin.job.name for origin in find_origins(places)]


def test_files_below_an_address_are_those_of_the_same_folder(programmes: str, tmp_path: Path) -> None:
    fsspec.filesystem("memory").get("/raw", str(tmp_path / "raw"), recursive=True)
    here = [(job.name, job.programme_id) for job in find_jobs([tmp_path / "raw"])]
    there = [(origin.job.name, origin.job.programme_id) for origin in find_origins([programmes])]
    assert here == there
    assert len(here) == 4


def test_a_text_at_an_address_is_a_programme_where_a_sidecar_stands_beside(
    memory: fsspec.AbstractFileSystem, programmes: str
) -> None:
    memory.pipe_file("/raw/notes.toml", b"annee = 2024\n")
    assert "notes.txt" in names([programmes])
    memory.pipe_file("/raw/notes.pdf", hostile.good())
    assert "notes.txt" not in names([programmes])


def test_files_of_one_name_here_and_there_stay_apart(programmes: str, tmp_path: Path) -> None:
    (tmp_path / "vide.pdf").write_bytes(hostile.good())
    found = find_origins([programmes, str(tmp_path)])
    assert len({origin.job.programme_id for origin in found}) == len(found) == 5


def test_a_mark_changes_with_the_file_and_with_its_sidecar(
    memory: fsspec.AbstractFileSystem, programmes: str
) -> None:
    def marks() -> dict[str, str]:
        return {origin.job.name: origin.mark for origin in find_origins([programmes])}

    before = marks()
    memory.pipe_file("/raw/vide.toml", b"annee = 2024\n")
    memory.pipe_file("/raw/2024/forum-des-rives-2024.pdf", hostile.good())
    after = marks()
    assert {name for name in before if before[name] != after[name]} == {"vide.pdf", "2024/forum-des-rives-2024.pdf"}


def test_a_mark_of_a_path_is_that_of_its_content(tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(hostile.good())
    (before,) = find_origins([str(page)])
    page.write_bytes(hostile.good())
    assert find_origins([str(page)]) == [before]
    page.with_suffix(".toml").write_text("annee = 2024\n", encoding="utf-8")
    assert find_origins([str(page)])[0].mark != before.mark


def test_a_file_is_fetched_with_its_sidecar_and_forgotten(programmes: str, tmp_path: Path) -> None:
    origin = next(each for each in find_origins([programmes]) if each.sidecar)
    job = fetch(origin, tmp_path)
    assert job.path.read_bytes() == (RAW / Path(origin.job.name).name).read_bytes()
    assert job.path.with_suffix(".toml").is_file()
    assert (job.name, job.programme_id) == (origin.job.name, origin.job.programme_id)
    forget(origin, job)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_of_this_machine_is_read_where_it_lies(tmp_path: Path) -> None:
    (origin,) = find_origins([str(SAMPLE)])
    job = fetch(origin, tmp_path)
    forget(origin, job)
    assert job.path == SAMPLE
    assert SAMPLE.is_file()


def test_a_name_too_long_for_this_machine_is_fetched(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    memory.pipe_file(f"/long/{'é' * 300}.pdf", hostile.good())
    (origin,) = find_origins(["memory://long"])
    assert fetch(origin, tmp_path).path.read_bytes() == hostile.good()


def failure_of(origin: Origin, folder: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        fetch(origin, folder)
    return caught.value


def test_a_file_that_is_gone_or_too_large_is_an_error_of_that_file(
    memory: fsspec.AbstractFileSystem, programmes: str, tmp_path: Path
) -> None:
    origin = find_origins([programmes])[0]
    too_large = failure_of(origin._replace(size=MAX_BYTES + 1), tmp_path)
    memory.rm_file("/raw/" + origin.job.name)
    gone = failure_of(origin, tmp_path)
    assert (type(too_large), type(gone)) == (TooLargeError, MissingInputError)
    assert origin.job.name in gone.message


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("memory://nowhere", MissingInputError),
        ("nosuch://bucket/a.pdf", UsageError),
        ("memory://raw/2024/forum-des-rives-2024.toml", MissingInputError),
    ],
)
def test_a_place_without_programmes_is_said(place: str, error: type[Exception], programmes: str) -> None:
    assert programmes
    with pytest.raises(error):
        find_origins([place])


def test_a_dataset_goes_from_address_to_address_as_from_folder_to_folder(
    memory: fsspec.AbstractFileSystem, programmes: str, tmp_path: Path
) -> None:
    memory.get("/raw", str(tmp_path / "raw"), recursive=True)
    here = call("run", tmp_path / "raw", "--out", tmp_path / "out", *QUIET)
    there = call("run", programmes, "--out", "memory://out", *QUIET)
    assert here.code == there.code == PartialFailureError.exit_code
    found = {name.removeprefix("/out/"): memory.cat_file(name) for name in memory.find("/out")}
    assert found == files_in(tmp_path / "out")


def test_a_new_dataset_takes_the_place_of_the_old_one(memory: fsspec.AbstractFileSystem, programmes: str) -> None:
    call("run", programmes, "--out", "memory://out", *QUIET)
    memory.rm_file("/raw/2024/forum-des-rives-2024.pdf")
    assert memory.exists("/out/programmes/2024-forum-des-rives-2024.json")
    call("run", programmes, "--out", "memory://out", *QUIET)
    assert not memory.exists("/out/programmes/2024-forum-des-rives-2024.json")
    assert memory.exists("/out/programmes/2024-festival-des-passerelles-2025.json")


def test_an_address_that_holds_something_else_is_left_alone(
    memory: fsspec.AbstractFileSystem, programmes: str
) -> None:
    called = call("run", f"{programmes}/2024", "--out", programmes, *QUIET)
    assert called.code == OutputError.exit_code
    assert not memory.exists("/raw/datapackage.json")


def test_partitions_go_to_an_address(memory: fsspec.AbstractFileSystem, programmes: str, tmp_path: Path) -> None:
    memory.get("/raw", str(tmp_path / "raw"), recursive=True)
    call("run", tmp_path / "raw", "--partitioned", "--out", tmp_path / "out", *QUIET)
    called = call("run", programmes, "--partitioned", "--out", "memory://out", *QUIET)
    assert called.code == PartialFailureError.exit_code
    (there,) = memory.glob("/out/tables/*/sessions.parquet")
    (here,) = (tmp_path / "out").glob("tables/*/sessions.parquet")
    assert memory.cat_file(there) == here.read_bytes()
    times = {path: facts["created"] for path, facts in memory.find("/out", detail=True).items()}
    assert call("run", programmes, "--partitioned", "--out", "memory://out", *QUIET).code == called.code
    assert {path: facts["created"] for path, facts in memory.find("/out", detail=True).items()} == times


def test_local_addresses_are_read_and_written(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(hostile.good())
    called = call("run", f"file://{tmp_path}/page.pdf", "--out", f"file://{tmp_path}/out", *QUIET)
    assert called.code == 0
    assert (tmp_path / "out" / "sessions.csv").is_file()
    assert not list(tmp_path.rglob("*.part"))
