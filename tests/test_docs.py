"""What the documentation says is so: commands, outputs, tables, examples, links, names of files."""

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main
from command import call
from doc_blocks import BLOCK, BLOCKS, DOCUMENTS, ROOT
from pydantic import BaseModel

from pipeline.cli.app import app
from pipeline.comparison import COMPARISON_FILE
from pipeline.editions.oppositions import OPPOSITIONS
from pipeline.identity.reference import ORGANISATIONS_FILE, PERSONS_FILE
from pipeline.source import Markers, Minima, Source, TitleStyle

PAGES = (*DOCUMENTS, "CHANGELOG.md", "notebooks/README.md", "benchmarks/README.md", "docs/scale.md")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
INLINE = re.compile(r"`([^`\n]+)`")
FILE_NAME = re.compile(r"(?:\.?[\w-]+/)*[\w-]+\.(?:py|md|toml|csv|json|txt|pdf)|(?:\.?[\w-]+/)+|\.[\w-]+(?:/[\w-]+)+")

# Spelt so that this file does not hold what it forbids.
FORBIDDEN = re.compile(
    rb"(?:pypi|pythonhosted|anaconda|npmjs)[.](?:org|com|io)|index[-]url"
    rb"|(?<![\w.~/:}])/(?:home|root|work|tmp|Users|private|mnt)/"
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fences(name: str, language: str) -> list[str]:
    return [found[2] for found in FENCE.finditer(read(name)) if found[1] == language]


def prose(name: str) -> str:
    """A page without its fenced blocks."""
    return FENCE.sub("", read(name))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the examples read, as current folder."""
    for name in ("raw", "processed", "tests/gold"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Commands and code


def as_pattern(shown: str) -> str:
    """A pattern for an output: « … » alone on a line stands for any lines, elsewhere for any text."""
    return "".join(
        r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.rstrip().split("…"))) + r"\n"
        for line in shown.splitlines()
    )


def examples(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output shown."""
    found = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M)
    assert "".join(f"$ {command}\n{shown}" for command, shown in found) == block
    return found


@pytest.mark.parametrize("name", [name for name in PAGES if fences(name, "console")])
@pytest.mark.usefixtures("workspace")
def test_the_commands_print_what_is_shown(name: str) -> None:
    code = 0
    for block in fences(name, "console"):
        for command, shown in examples(block):
            program, *arguments = shlex.split(command)
            if command == "echo $?":
                printed = f"{code}\n"
            else:
                assert program == "programme", command
                code, printed, _ = call(*arguments, merged=True)
            printed = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
            assert re.fullmatch(as_pattern(shown), printed), f"$ {command}\n{printed}"


def test_the_first_command_writes_the_committed_dataset(workspace: Path) -> None:
    assert "$ programme run raw --out processed\n" in read("README.md")
    assert call("run", "raw", "--out", "processed").code == 0
    written, committed = (
        {path.relative_to(folder / "processed").as_posix(): path.read_bytes() for path in files_below(folder)}
        for folder in (workspace, ROOT)
    )
    assert written == committed


def files_below(folder: Path) -> list[Path]:
    return [path for path in sorted((folder / "processed").rglob("*")) if path.is_file()]


@pytest.mark.parametrize("name", [name for name in PAGES if fences(name, "pycon")])
@pytest.mark.usefixtures("workspace")
def test_the_python_examples_give_what_is_shown(name: str) -> None:
    runner = doctest.DocTestRunner()
    test = doctest.DocTestParser().get_doctest(
        "".join(f"{block}\n" for block in fences(name, "pycon")), {}, name, name, 0
    )
    report: list[str] = []
    assert test.examples
    assert runner.run(test, out=report.append).failed == 0, "".join(report)


def test_every_fenced_block_is_of_a_kind_that_is_tested() -> None:
    kinds = {found[1] for name in PAGES for found in FENCE.finditer(read(name)) if name != "benchmarks/README.md"}
    assert kinds <= {"console", "pycon", "sh", "sql", "toml", "diff", "csv"}


@pytest.mark.usefixtures("workspace")
def test_the_corrections_shown_fit_the_samples() -> None:
    for number, block in enumerate(fences("README.md", "csv")):
        path = Path(f"{number}.csv")
        path.write_text(block, encoding="utf-8")
        called = call("run", "raw", "--out", f"out-{number}", "--tagger", "none", "--corrections", path)
        assert called.code == 0, called.err
        applied = Path(f"out-{number}", "corrections.csv").read_text(encoding="utf-8")
        assert applied.replace("\r\n", "\n") == block


@pytest.mark.parametrize("name", PAGES)
def test_every_make_target_exists(name: str) -> None:
    targets = re.findall(r"^([a-z]+):", read("Makefile"), re.M)
    named = re.findall(r"(?:^|`)make(?: ([a-z]+))?(?=\s|`)", read(name), re.M)
    assert set(filter(None, named)) <= set(targets)


@pytest.mark.parametrize("name", PAGES)
def test_every_command_and_option_named_exists(name: str) -> None:
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    options = {option for command in commands.values() for each in command.params for option in each.opts}
    words = [word for code in INLINE.findall(prose(name)) for word in code.split()]
    assert set(re.findall(r"`programme ([a-z]+)", prose(name))) <= set(commands)
    assert {word for word in words if re.match("--[a-z]", word)} <= {*options, "--help"}


# Parts made from the code


@pytest.mark.parametrize(
    ("name", "key", "text"),
    [(name, *found.groups()) for name in DOCUMENTS for found in BLOCK.finditer(read(name))],
    ids=lambda value: value if "\n" not in value else "",
)
def test_the_parts_made_from_the_code_are_up_to_date(name: str, key: str, text: str) -> None:
    assert text == BLOCKS[key](), f"{name}: run `python tests/doc_blocks.py`"


def test_every_part_is_shown_once() -> None:
    shown = [found[1] for name in DOCUMENTS for found in BLOCK.finditer(read(name))]
    assert sorted(shown) == sorted(BLOCKS)


def test_every_module_says_what_it_is_for() -> None:
    assert " |  |" not in BLOCKS["modules"]()


def test_every_sidecar_key_is_documented_and_no_other() -> None:
    tables: dict[str, type[BaseModel]] = {"minima": Minima, "marqueurs": Markers, "titres": TitleStyle}
    keys = {field.alias or name for name, field in Source.model_fields.items()} - set(tables)
    keys |= {
        f"{table}.{field.alias or name}"
        for table, model in tables.items()
        for name, field in model.model_fields.items()
    }
    section = read("README.md").split("## The sidecar\n")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([\w.]+)` \|", section, re.M)) == keys


def test_the_sidecar_example_is_accepted() -> None:
    (example,) = fences("README.md", "toml")
    source = Source.model_validate(tomllib.loads(example))
    assert (source.year, source.minima.sessions) == (2025, 10)


def test_the_changelog_has_the_version_of_the_package() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert re.search(rf"^## {re.escape(project['version'])}\b", read("CHANGELOG.md"), re.M)


# The examples of CONTRIBUTING

TEXT = """# Les heures de Vézac
Jeudi 6 juin 2024
10h à 11h30
# L'ATELIER DES HORLOGES
ANIMÉ PAR
Perrine Auclair, horlogère à la Maison du temps.
14h à 15h
# LE CADRAN ET SON OMBRE
AVEC
Anselme Diarra, gnomoniste, Société des cadrans.
"""


def apply_diff(diff: str, folder: Path) -> None:
    """Apply a diff whose hunks have no line numbers; what a hunk replaces must stand in the file exactly once."""
    for path, body in re.findall(r"^--- \S+\n\+\+\+ b/(\S+)\n((?:(?!--- ).*\n)*)", diff, re.M):
        file = folder / path
        for hunk in body.split("@@\n"):
            lines = hunk.splitlines()
            old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " -")
            new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " +")
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            assert ("\n" + text).count("\n" + old) == 1 if old else not text, f"{path}: {old}"
            file.write_text(("\n" + text).replace("\n" + old, "\n" + new, 1)[1:] if old else new, encoding="utf-8")


def run_patched(diff: str, folder: Path, code: str) -> str:
    """What code prints with a copy of the package to which a diff was applied."""
    shutil.copytree(ROOT / "pipeline", folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    apply_diff(diff, folder)
    command = [sys.executable, "-c", f"import pipeline\nassert {str(folder)!r} in pipeline.__file__\n{code}"]
    env = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def diff_of(path: str) -> str:
    """The diff block of CONTRIBUTING that changes a file."""
    (found,) = (block for block in fences("CONTRIBUTING.md", "diff") if f"+++ b/{path}\n" in block)
    return found


def test_the_marker_example_adds_a_marker(tmp_path: Path) -> None:
    code = """
from pipeline.lexicon import MARKERS
from pipeline.wording import find_marker
row = MARKERS[0]
assert all(find_marker(text) for text in row.yes)
assert not any(find_marker(text) for text in row.no)
print(find_marker("Arbitre : Léa Durand").capacity)
"""
    assert run_patched(diff_of("pipeline/lexicon.py"), tmp_path, code) == "intervention\n"


def test_without_the_marker_example_there_is_no_such_marker() -> None:
    from pipeline.wording import find_marker

    assert find_marker("Arbitre : Léa Durand") is None


def test_the_reader_example_reads_a_programme(tmp_path: Path) -> None:
    (tmp_path / "vezac.org").write_text(TEXT.replace("#", "*"), encoding="utf-8")
    code = """
from pathlib import Path
from pipeline.run import run_document
from pipeline.tagger import no_tagger
for session in run_document(Path("vezac.org"), no_tagger).sessions:
    print(session.title, session.date, session.start, *(item.name for item in session.interventions), sep=" · ")
"""
    assert run_patched(diff_of("pipeline/extract/org.py"), tmp_path, code).splitlines() == [
        "L'ATELIER DES HORLOGES · 2024-06-06 · 10:00:00 · Perrine Auclair",
        "LE CADRAN ET SON OMBRE · 2024-06-06 · 14:00:00 · Anselme Diarra",
    ]


def test_the_output_example_writes_a_file_that_is_described(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    code = """
from pathlib import Path
from pipeline.batch import find_jobs, run_batch
from pipeline.export import write_dataset
from pipeline.tagger import no_tagger
write_dataset(run_batch(find_jobs([Path("raw/festival-des-passerelles-2025.pdf")]), no_tagger), Path("out"))
"""
    run_patched(diff_of("pipeline/export/rooms.py"), tmp_path, code)
    rooms = json.loads((tmp_path / "out" / "salles.json").read_text(encoding="utf-8"))
    descriptor = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert "Salle des Machines" in rooms
    assert "salles.json" in [resource["path"] for resource in descriptor["resources"]]


def test_every_diff_is_applied_by_a_test() -> None:
    assert len(fences("CONTRIBUTING.md", "diff")) == 3


# Links and names


def anchors_of(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_every_internal_link_leads_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(name)):
        file, _, anchor = target.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        assert "://" in target or path.exists(), target
        assert not anchor or anchor in anchors_of(path), target


@pytest.mark.parametrize("name", PAGES)
def test_every_file_named_exists(name: str) -> None:
    folders = (ROOT, (ROOT / name).parent, ROOT / "pipeline", ROOT / "processed")
    named = [word for code in INLINE.findall(prose(name)) for word in code.split() if FILE_NAME.fullmatch(word)]
    missing = [word for word in named if not any((folder / word).exists() for folder in folders)]
    # Written where the command is called, or given by the user.
    elsewhere = {COMPARISON_FILE, OPPOSITIONS, ORGANISATIONS_FILE, PERSONS_FILE}
    assert [word for word in missing if not word.startswith(".venv/") and word not in elsewhere] == []


def tracked() -> list[Path]:
    """The files of the project: all but what `.gitignore` names."""
    ignored = {line.rstrip("/") for line in read(".gitignore").splitlines()} | {".git"}
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not ignored.intersection(path.relative_to(ROOT).parts) and path.suffix != ".pyc"
    ]


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in tracked()
        for match in FORBIDDEN.finditer(path.read_bytes())
    }
    assert len(tracked()) > 50
    assert found == set()
