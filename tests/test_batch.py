"""Many files: which are read, what they are called, and what becomes of the bad ones."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import hostile
import pytest
from programmes import failure, forum
from runs import published

from pipeline import batch
from pipeline.batch import Job, find_jobs, run_batch
from pipeline.errors import MissingInputError, PipelineError
from pipeline.export import Dataset
from pipeline.ids import programme_id
from pipeline.programme import Anomaly, Gravity, Programme
from pipeline.run import run_document
from pipeline.running.endings import exit_code
from pipeline.tables import Failure
from pipeline.tagger import Entity, no_tagger


def write(folder: Path, *names: str, data: bytes = b"") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data or hostile.good())


def named(*paths: Path) -> list[tuple[str, str]]:
    return [(job.name, job.programme_id) for job in find_jobs(paths)]


def test_files_below_a_folder_are_named_by_their_path_in_it_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.pdf", "2024/Forum des rives.pdf", "a.PDF")
    assert named(tmp_path) == [
        ("2024/Forum des rives.pdf", "2024-forum-des-rives"),
        ("a.PDF", "a"),
        ("b.pdf", "b"),
    ]


def test_a_file_that_is_given_is_named_by_itself(tmp_path: Path) -> None:
    write(tmp_path, "2024/forum.pdf")
    assert named(tmp_path / "2024" / "forum.pdf") == [("forum.pdf", "forum")]


def test_one_name_in_two_folders_gives_two_programmes(tmp_path: Path) -> None:
    write(tmp_path, "2023/forum.pdf", "2024/forum.pdf")
    assert named(tmp_path) == [("2023/forum.pdf", "2023-forum"), ("2024/forum.pdf", "2024-forum")]


def test_one_name_from_two_arguments_is_told_apart_by_the_folders(tmp_path: Path) -> None:
    write(tmp_path, "x/2023/forum.pdf", "y/2023/forum.pdf", "y/2024/bilan.pdf")
    expected = [
        ("bilan.pdf", "bilan"),
        ("x/2023/forum.pdf", "x-2023-forum"),
        ("y/2023/forum.pdf", "y-2023-forum"),
    ]
    assert named(*(tmp_path / folder for folder in ("x/2023", "y/2023", "y/2024"))) == expected
    assert named(*(tmp_path / folder for folder in ("y/2024", "y/2023", "x/2023"))) == expected


def test_names_that_give_one_identifier_get_a_digest_each(tmp_path: Path) -> None:
    write(tmp_path, "Forum.pdf", "forum!.pdf", "autre.pdf")
    found = named(tmp_path)
    assert found[1] == ("autre.pdf", "autre")
    assert {name for name, _ in found} == {"Forum.pdf", "autre.pdf", "forum!.pdf"}
    assert len({identifier for _, identifier in found}) == 3
    assert all(identifier.startswith("forum-") for name, identifier in found if name != "autre.pdf")


def test_a_file_given_alone_and_in_its_folder_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "2024/forum.pdf")
    file = tmp_path / "2024" / "forum.pdf"
    assert named(tmp_path, file) == named(file, tmp_path) == [("2024/forum.pdf", "2024-forum")]


def test_a_file_given_by_two_paths_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "raw/forum.pdf")
    monkeypatch.chdir(tmp_path)
    assert named(Path("raw"), tmp_path / "raw") == [("forum.pdf", "forum")]


def test_identifiers_do_not_depend_on_where_the_folder_lies(tmp_path: Path) -> None:
    for place in ("here", "there"):
        write(tmp_path / place, "2023/forum.pdf", "Forum.pdf", "forum!.pdf")
    assert named(tmp_path / "here") == named(tmp_path / "there")


def test_hidden_files_and_other_kinds_are_left_alone(tmp_path: Path) -> None:
    write(
        tmp_path, "forum.pdf", ".forum.pdf", ".cache/forum.pdf", "forum.toml", "forum.docx", "pdf", "forum.pdf.part"
    )
    assert named(tmp_path) == [("forum.pdf", "forum")]


def test_a_folder_named_as_a_file_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "forum.pdf")
    (tmp_path / "dossier.pdf").mkdir()
    assert named(tmp_path) == [("forum.pdf", "forum")]


def test_a_link_that_leads_nowhere_or_to_itself_is_listed_as_a_failure(tmp_path: Path) -> None:
    write(tmp_path, "forum.pdf")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "absent.pdf")
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    dataset = run_batch(find_jobs([tmp_path]), no_tagger)
    assert [(found.file, found.error) for found in dataset.failures] == [
        ("gone.pdf", "MissingInputError"),
        ("loop.pdf", "MissingInputError"),
    ]
    assert [found.file for found in dataset.programmes] == ["forum.pdf"]


def test_a_folder_that_links_to_itself_is_gone_through_once(tmp_path: Path) -> None:
    write(tmp_path, "2024/forum.pdf")
    (tmp_path / "2024" / "again").symlink_to(tmp_path)
    assert named(tmp_path) == [("2024/forum.pdf", "2024-forum")]


def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "closed/forum.pdf", "closed.pdf")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    jobs = find_jobs([tmp_path])
    assert next((job.name, job.programme_id) for job in jobs) == ("closed.pdf", "closed")
    dataset = run_batch(jobs, no_tagger)
    assert [(found.file, found.error) for found in dataset.failures] == [("closed/", "MissingInputError")]
    assert "cannot be listed" in dataset.failures[0].message


STRANGE = (
    "-rf.pdf",
    "a\nb.pdf",
    "a\rb.pdf",
    "🎉.pdf",
    "é" * 125 + ".pdf",
    "x .. y.pdf",
    "=1+1.pdf",
    "  .pdf",
)


def test_files_of_any_name_are_published_each_under_its_own(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    write(raw, *STRANGE)
    write(raw, os.fsdecode(b"\xff.pdf"), os.fsdecode(b"\xfe.pdf"))
    jobs = find_jobs([raw])
    assert len({job.name for job in jobs}) == len({job.programme_id for job in jobs}) == len(STRANGE) + 2
    files = published(run_batch(jobs, no_tagger), tmp_path / "out")
    assert sum(name.startswith("programmes/") for name in files) == len(jobs)
    assert all(name.isprintable() and name.isascii() for name in files)


def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "raw/forum.pdf")
    (job,) = find_jobs([tmp_path / "raw"])
    bad = job._replace(name="../../x.pdf", programme_id=programme_id("../../x.pdf"))
    files = published(run_batch([bad], no_tagger), tmp_path / "out")
    assert "programmes/x.json" in files


def test_the_same_file_twice_gives_two_programmes(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", "copie.pdf")
    first, second = run_batch(find_jobs([tmp_path]), no_tagger).programmes
    assert first.sha256 == second.sha256
    assert {session.session_id for session in first.sessions}.isdisjoint(
        session.session_id for session in second.sessions
    )


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"absent\.pdf does not exist"):
        find_jobs([tmp_path / "absent.pdf"])


def test_a_folder_without_any_known_file_names_the_known_kinds(tmp_path: Path) -> None:
    write(tmp_path, "forum.docx")
    with pytest.raises(MissingInputError, match=r"No file of a known kind \(\.pdf\)"):
        find_jobs([tmp_path])


def jobs_of(folder: Path, **files: bytes) -> list[Job]:
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return find_jobs([folder])


BAD = {
    "empty": ("EmptyFileError", 11),
    "html": ("NotAPdfError", 12),
    "user_password": ("EncryptedPdfError", 13),
    "truncated": ("DamagedPdfError", 14),
    "zero_pages": ("NoPagesError", 15),
    "image_only": ("ImageOnlyPdfError", 16),
    "crowded_page": ("TooLargeError", 17),
}


@pytest.mark.parametrize(("kind", "expected"), BAD.items(), ids=BAD)
def test_one_bad_file_is_listed_and_the_good_ones_are_published(
    tmp_path: Path, kind: str, expected: tuple[str, int]
) -> None:
    jobs = jobs_of(tmp_path, a=hostile.good(), m=hostile.HOSTILE[kind](), z=hostile.good())
    dataset = run_batch(jobs, no_tagger)
    assert [(found.file, found.session_count) for found in dataset.programmes] == [("a.pdf", 2), ("z.pdf", 2)]
    assert [(found.file, found.error, found.exit_code) for found in dataset.failures] == [("m.pdf", *expected)]
    assert exit_code(dataset) == 3
    assert exit_code(run_batch(jobs[1:2], no_tagger)) == expected[1]


def test_a_failure_says_what_where_and_what_to_do_and_no_folder(tmp_path: Path) -> None:
    found = run_batch(jobs_of(tmp_path, forum=hostile.empty()), no_tagger).failures[0]
    assert found.message == "forum.pdf is empty (0 bytes)."
    assert found.remedy == "Fetch the file again; the download was probably cut off."
    assert str(tmp_path) not in found.model_dump_json()


def test_a_bad_sidecar_stops_its_own_document_only(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, a=hostile.good(), b=hostile.good())
    (tmp_path / "a.toml").write_text("year = 2024", encoding="utf-8")
    dataset = run_batch(jobs, no_tagger)
    assert [(found.file, found.error, found.exit_code) for found in dataset.failures] == [
        ("a.pdf", "SidecarError", 20)
    ]
    assert [found.file for found in dataset.programmes] == ["b.pdf"]
    assert str(tmp_path) not in dataset.failures[0].message


def test_a_file_that_vanishes_is_listed(tmp_path: Path) -> None:
    jobs = jobs_of(tmp_path, a=hostile.good(), b=hostile.good())
    (tmp_path / "a.pdf").unlink()
    assert [found.error for found in run_batch(jobs, no_tagger).failures] == ["MissingInputError"]


def breaking(error: Exception, name: str = "a.pdf") -> Callable[..., Programme]:
    def run(path: Path, *rest: object) -> Programme:
        if path.name == name:
            raise error
        return run_document(path, *rest)  # type: ignore[arg-type]

    return run


@pytest.mark.parametrize("kind", [ZeroDivisionError, KeyError, RecursionError, UnicodeError])
def test_an_unexpected_error_is_listed_logged_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, kind: type[Exception]
) -> None:
    jobs = jobs_of(tmp_path, a=hostile.good(), b=hostile.good())
    monkeypatch.setattr(batch, "run_document", breaking(kind("la digue a cédé")))
    with caplog.at_level(logging.ERROR):
        dataset = run_batch(jobs, no_tagger)
    assert [(found.error, found.exit_code) for found in dataset.failures] == [
        (kind.__name__, PipelineError.exit_code)
    ]
    assert f"a.pdf: unexpected {kind.__name__}" in dataset.failures[0].message
    assert [found.file for found in dataset.programmes] == ["b.pdf"]
    assert caplog.records[0].exc_info is not None


def test_a_lack_of_memory_is_listed_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = jobs_of(tmp_path, a=hostile.good(), b=hostile.good())
    monkeypatch.setattr(batch, "run_document", breaking(MemoryError()))
    dataset = run_batch(jobs, no_tagger)
    assert [(found.file, found.error) for found in dataset.failures] == [("a.pdf", "MemoryLimitError")]
    assert [found.file for found in dataset.programmes] == ["b.pdf"]


def test_an_unexpected_error_publishes_no_folder_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = jobs_of(tmp_path, a=hostile.good())
    monkeypatch.setattr(batch, "run_document", breaking(OSError(5, "Input/output error", str(jobs[0].path))))
    assert str(tmp_path) not in run_batch(jobs, no_tagger).failures[0].message


def test_an_interruption_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> Programme:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "run_document", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run_batch(jobs_of(tmp_path, a=hostile.good()), no_tagger)


def test_a_broken_tagger_is_an_unexpected_error_of_each_file(tmp_path: Path) -> None:
    def broken(_: object) -> list[list[Entity]]:
        raise RuntimeError("no model")

    dataset = run_batch(jobs_of(tmp_path, a=hostile.good(), b=hostile.good()), broken)
    assert [found.error for found in dataset.failures] == ["RuntimeError", "RuntimeError"]


def test_each_file_is_announced_when_it_is_done(tmp_path: Path) -> None:
    seen: list[tuple[str, type]] = []
    jobs = jobs_of(tmp_path, a=hostile.good(), b=hostile.empty())
    run_batch(jobs, no_tagger, on_done=lambda job, result: seen.append((job.name, type(result))))
    assert seen == [("a.pdf", Programme), ("b.pdf", Failure)]


def test_failures_are_published_beside_the_programmes(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    jobs = jobs_of(tmp_path / "raw", a=hostile.good(), b=hostile.empty())
    files = published(run_batch(jobs, no_tagger), tmp_path / "out")
    assert b"b.pdf,EmptyFileError,11," in files["echecs.csv"]
    assert [name for name in files if name.startswith("programmes/")] == ["programmes/a.json"]


def no_programme() -> Programme:
    return forum().model_copy(update={"sessions": (), "session_count": 0})


def with_finding(gravity: Gravity) -> Programme:
    found = Anomaly(code="date_absente", gravity=gravity, programme_id="forum-des-rives-2024", message="Aucun jour.")
    return forum().model_copy(update={"anomalies": (found,)})


@pytest.mark.parametrize(
    ("dataset", "plain", "strict"),
    [
        (Dataset((forum(),)), 0, 0),
        (Dataset((with_finding(Gravity.WARNING),)), 0, 0),
        (Dataset((with_finding(Gravity.ERROR),)), 0, 1),
        (Dataset((forum("a"), with_finding(Gravity.ERROR))), 0, 1),
        (Dataset((no_programme(),)), 4, 4),
        (Dataset((no_programme(), forum("a"))), 0, 0),
        (Dataset((), (failure(),)), 16, 16),
        (Dataset((forum(),), (failure(),)), 3, 3),
        (Dataset((), (failure("a.pdf"), failure("b.pdf"))), 3, 3),
        (Dataset((with_finding(Gravity.ERROR),), (failure(),)), 3, 3),
    ],
    ids=[
        "good",
        "warnings",
        "errors",
        "errors in one of two",
        "no programme",
        "one of two no programme",
        "one bad file",
        "a bad file among good ones",
        "two bad files",
        "errors and a bad file",
    ],
)
def test_exit_codes(dataset: Dataset, plain: int, strict: int) -> None:
    assert (exit_code(dataset), exit_code(dataset, strict=True)) == (plain, strict)
