"""The tables of scores in README.md: they are what was measured, and the command that measures them works."""

import re
import sys
from pathlib import Path

import pytest
from runs import ROOT

sys.path.append(str(ROOT / "benchmarks"))

import scores
from scores import Task, make_report, plan_invented, plan_real
from scores_table import (
    BEGIN,
    COLUMNS,
    END,
    Measured,
    Part,
    Report,
    read_report,
    scores_block,
    scores_table,
    write_report,
    write_table,
)

from pipeline.synthetic.families import FAMILIES
from pipeline.synthetic.generate import DEVELOPMENT, EVALUATION, make_document
from pipeline.synthetic.truth import write_gold


def measured(part: Part, group: str, *shares: float | None, error: str | None = None, published: int = 4) -> Measured:
    """A document with the same share in every column, or one share per column."""
    values = dict(zip(COLUMNS, shares * len(COLUMNS) if len(shares) == 1 else shares, strict=bool(shares)))
    return Measured(
        part=part,
        group=group,
        document=f"{group}-1",
        producer="reportlab",
        expected=4,
        published=published,
        error=error,
        scores=values,
    )


def report(*documents: Measured) -> Report:
    return Report(versions={}, seeds={}, producers=("reportlab",), tagger="none", measured=documents)


def row(table: str, label: str) -> list[str]:
    (found,) = re.findall(rf"^\| (?:\*\*)?{re.escape(label)}(?:\*\*)? \| (.*) \|$", table, re.M)
    return [str(cell).strip() for cell in str(found).split(" | ")]


# What README.md shows


def test_the_tables_of_the_readme_are_those_of_the_scores() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert scores_block(page) == scores_table(read_report()), "run `make scores`"


def test_the_scores_are_of_every_family_held_out_and_developed_with() -> None:
    found = {(each.part, each.group) for each in read_report().measured}
    assert {(part, family) for part in ("evaluation", "development") for family in FAMILIES} <= found


def test_the_scores_are_kept_as_they_are_written(tmp_path: Path) -> None:
    write_report(read_report(), tmp_path / "scores.json")
    assert (tmp_path / "scores.json").read_bytes() == (ROOT / "benchmarks" / "scores.json").read_bytes()


# How the tables come about


def test_a_cell_has_the_documents_held_out_first() -> None:
    table = scores_table(report(measured("evaluation", "cards", 0.5), measured("development", "cards", 1.0)))
    assert row(table, "cards") == ["1 / 1", *["50.0 / 100.0"] * len(COLUMNS)]


def test_the_mean_is_over_families_however_many_documents_they_have() -> None:
    documents = [measured("evaluation", "cards", share) for share in (1.0, 1.0, 0.7)]
    table = scores_table(report(*documents, measured("evaluation", "poster", 0.5)))
    assert row(table, "mean over families")[:2] == ["4 / 0", "70.0 / –"]
    assert row(table, "worst family")[1] == "50.0 / –"


def test_what_has_nothing_to_score_is_a_dash_and_in_no_mean() -> None:
    documents = (measured("real", "programmes", 1.0), measured("real", "programmes", 0.9, 0.9, 0.9, None, None, 0.9))
    table = scores_table(report(*(each.model_copy(update={"document": f"d{n}"}) for n, each in enumerate(documents))))
    assert row(table, "d1")[1:] == ["90.0", "90.0", "90.0", "–", "–", "90.0"]
    assert row(table, "mean of programmes")[1:] == ["95.0", "95.0", "95.0", "100.0", "100.0", "95.0"]


def test_a_session_of_no_programme_is_told_with_its_document() -> None:
    clean, wrong = (measured("no programme", name, published=count) for name, count in (("bill", 0), ("slides", 2)))
    assert "2 real documents that are no programmes: slides-1 (2).\n" in scores_table(report(clean, wrong))
    assert "1 real documents that are no programmes: 0.\n" in scores_table(report(clean))


def test_a_document_that_could_not_be_read_is_named() -> None:
    table = scores_table(report(measured("evaluation", "cards", 0.0, error="DamagedPdfError")))
    assert "could not be read: cards-1 (DamagedPdfError)" in table


def test_it_is_told_when_the_real_programmes_are_missing() -> None:
    assert "were not at hand" in scores_table(report(measured("evaluation", "cards", 1.0)))


def test_the_tables_replace_what_stands_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(f"before\n{BEGIN}old\n{END}\nafter\n", encoding="utf-8")
    write_table("new\n", page)
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}new\n{END}\nafter\n"


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(SystemExit, match="scores:start"):
        scores_block(f"{END}\n{BEGIN}")


# What is measured


def test_the_seeds_of_each_part_come_from_its_own_range() -> None:
    tasks = plan_invented(["cards", "poster"], 2, 3, ("reportlab",))
    seeds = {part: {task.seed for task in tasks if task.part == part} for part in ("evaluation", "development")}
    assert seeds == {"evaluation": set(EVALUATION[:2]), "development": set(DEVELOPMENT[:3])}
    assert len(tasks) == 10


def test_each_producer_has_its_turn_in_each_family_and_begins_another_one() -> None:
    tasks = plan_invented(["cards", "poster"], 0, 3, ("a", "b", "c"))
    assert [task.producer for task in tasks] == ["a", "b", "c", "b", "c", "a"]


def test_gold_finds_its_document_by_its_own_name_or_that_of_its_folder(tmp_path: Path) -> None:
    for name in ("forum/forum.pdf", "forum/lundi.json", "programmes/a.pdf", "programmes/a.json", "autres/b.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [(task.part, task.pdf.relative_to(tmp_path).as_posix()) for task in plan_real(tmp_path)]
    assert found == [("real", "forum/forum.pdf"), ("real", "programmes/a.pdf"), ("no programme", "autres/b.pdf")]


def test_one_process_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    tasks = [Task("development", "poster", seed, "reportlab") for seed in (1, 2)]
    for jobs in (1, 2):
        write_report(make_report(tasks, jobs, "none"), tmp_path / f"{jobs}.json")
    first, second = ((tmp_path / f"{jobs}.json").read_bytes() for jobs in (1, 2))
    assert first == second
    made = read_report(tmp_path / "1.json")
    assert [each.document for each in made.measured] == ["poster-1", "poster-2"]
    assert made.seeds == {"development": (1, 2)}
    assert all(each.scores["sessions"] for each in made.measured)
    assert {"python", "programme-ouvert", "reportlab"} <= set(made.versions)


def test_a_document_without_sessions_counts_nothing_in_every_column(tmp_path: Path) -> None:
    document = make_document(1, "poster")
    write_gold(tmp_path / "poster.json", document.truth)
    (tmp_path / "poster.pdf").write_bytes(b"%PDF-1.7\nnothing of one")
    task = Task("real", "programmes", pdf=tmp_path / "poster.pdf", gold=tmp_path / "poster.json")
    (read,) = make_report([task], tagger="none").measured
    assert (read.expected, read.published, read.error) == (len(document.truth), 0, "DamagedPdfError")
    assert read.scores == dict.fromkeys(COLUMNS, 0.0)


def test_a_document_that_cannot_be_made_is_named() -> None:
    with pytest.raises(Exception, match="nosuch") as caught:
        make_report([Task("development", "nosuch", 3, "reportlab")], tagger="none")
    assert caught.value.__notes__ == ["while making « nosuch » of seed 3 with reportlab"]


def test_one_family_alone_is_printed_and_nothing_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(scores, "CORPUS", tmp_path)
    monkeypatch.setattr(scores, "write_report", lambda *given: pytest.fail("written"))
    monkeypatch.setattr(scores, "write_table", lambda *given: pytest.fail("written"))
    given = ["--family", "poster", "--per-family", "0", "--development", "1", "--jobs", "1"]
    monkeypatch.setattr(sys, "argv", ["scores.py", *given])
    scores.main()
    assert row(capsys.readouterr().out, "poster")[0] == "0 / 1"
