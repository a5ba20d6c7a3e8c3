"""The shape of the package: who imports whom, what an import costs, how long things are, which codes exist."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from runs import ROOT

from pipeline.check import CODES

PACKAGE = ROOT / "pipeline"
MODULES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in PACKAGE.rglob("*.py")
)
MODULES = [name.removesuffix(".__init__") for name in MODULES]

# A stage and the modules or packages that are part of it; what is in none is grammar, types or orchestration.
STAGES = {
    "extract": {"extract"},
    "layout": {"layout"},
    "segment": {"segment"},
    "times": {"slots"},
    "speakers": {"speakers"},
    "normalise": {"normalise", "entities", "event_title"},
    "check": {"check"},
    "privacy": {"privacy"},
    "export": {"export"},
}
# What reads words and lines for every stage, and knows none.
GRAMMAR = {"lexicon", "wording", "times", "page", "people"}
# Only these may know several stages.
CONDUCTORS = {"run", "batch", "running", "corrections", "cli"}
# Masking tells what it masked, with the message that stands beside all others.
GRANTED = {("privacy", "check")}
HEAVY = (
    "spacy",
    "thinc",
    "pandas",
    "pdfplumber",
    "dateparser",
    "rich",
    "pypdfium2",
    "rapidfuzz",
    "markdown_it",
    "reportlab",
    "pyarrow",
    "xlsxwriter",
    "icalendar",
    "rdflib",
    "httpx",
    "datasette",
    "uvicorn",
    "pebble",
    "jinja2",
    "PIL",
    "duckdb",
    "fsspec",
    "distributed",
)

MAX_LINES, MAX_FUNCTION = 360, 60


@cache
def tree(name: str) -> ast.Module:
    path = ROOT / f"{name.replace('.', '/')}.py"
    path = path if path.is_file() else path.with_suffix("") / "__init__.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def part_of(module: str) -> str:
    """The module or package right below `pipeline` that a dotted name is or lies in."""
    return module.removeprefix("pipeline.").split(".")[0]


def stage_of(module: str) -> str | None:
    """The stage of a dotted module name below the package, if it belongs to one."""
    return next((stage for stage, parts in STAGES.items() if part_of(module) in parts), None)


def imports_of(name: str) -> set[str]:
    found = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"pipeline.{alias.name}" for alias in node.names if node.module == "pipeline"}
    return {module for module in found if module.startswith("pipeline.")}


def test_every_module_of_a_stage_exists() -> None:
    known = {name.split(".")[1] for name in MODULES if "." in name}
    assert {part for parts in STAGES.values() for part in parts} | GRAMMAR | CONDUCTORS <= known


@pytest.mark.parametrize("name", [name for name in MODULES if stage_of(name)])
def test_a_stage_imports_no_other_stage(name: str) -> None:
    own = stage_of(name)
    others = {stage for module in imports_of(name) if (stage := stage_of(module)) and stage != own}
    assert {other for other in others if (own, other) not in GRANTED} == set()


@pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) in GRAMMAR])
def test_grammar_knows_no_stage(name: str) -> None:
    assert {module for module in imports_of(name) if stage_of(module)} == set()


@pytest.mark.parametrize("name", [name for name in MODULES if name != "pipeline"])
def test_only_the_conductors_know_several_stages(name: str) -> None:
    stages = {stage for module in imports_of(name) if (stage := stage_of(module))}
    if part_of(name) not in CONDUCTORS and stage_of(name) is None:
        assert len(stages) <= 1


@pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) not in CONDUCTORS])
def test_nothing_imports_a_conductor_but_conductors(name: str) -> None:
    assert {module for module in imports_of(name) if part_of(module) in CONDUCTORS} == set()


def test_a_forbidden_import_would_be_seen() -> None:
    assert stage_of("pipeline.segment.anchors") == "segment"
    assert stage_of("pipeline.export.tables") == "export"
    assert stage_of("pipeline.wording") is None
    assert "pipeline.layout" in imports_of("pipeline.run")


def loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_command_starts_without_any_heavy_import() -> None:
    assert loaded_after("import pipeline.cli.app") & set(HEAVY) == set()


def test_the_process_that_hands_out_files_does_not_load_what_reads_them() -> None:
    stages = {"pipeline.run", "pipeline.batch", "pipeline.segment", "pipeline.layout", "pipeline.extract.pdf"}
    loaded = loaded_after("import pipeline.running.pool, pipeline.cli.run, pipeline.cli.reading, pipeline.cli.steps")
    assert loaded & stages == set()
    # A worker imports again what its parent was started with.
    assert {"typer", "pipeline.cli.run"} & loaded_after("import pipeline.cli") == set()


def test_the_process_that_workers_are_forked_from_has_imported_what_they_read_with() -> None:
    loaded = loaded_after("import pipeline.running.preload")
    assert {"pebble", "pipeline.run", "pipeline.running.worker", "pipeline.tagger"} <= loaded


def test_what_is_done_to_a_run_without_corrections_does_not_load_the_grammars() -> None:
    steps = "corrections.file, pipeline.editions, pipeline.identity.resolve, pipeline.export.revisions"
    loaded = loaded_after(f"import pipeline.cli.reading, pipeline.cli.run, pipeline.{steps}")
    assert {"pipeline.times", "pipeline.people.names", "pipeline.normalise", "pipeline.tagger"} & loaded == set()


def test_an_import_prints_nothing_and_reads_no_file_of_the_project() -> None:
    code = (
        "import sys\nopened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        + "\n".join(f"import {name}" for name in MODULES if name not in ("pipeline.cli", "pipeline.light_french"))
        + "\nprint(*[path for path in opened if 'prenoms' in path or '/raw/' in path or '/processed/' in path])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("", "")


def test_importing_all_modules_loads_no_language_model() -> None:
    # One module is spaCy's own, to be imported with it.
    loaded = loaded_after("\n".join(f"import {name}" for name in MODULES if name != "pipeline.light_french"))
    assert loaded & {"spacy", "thinc", "pdfplumber", "dateparser", "pandas", "pyarrow"} == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("name", MODULES)
def test_no_function_is_long(name: str) -> None:
    functions = [node for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {function: length for function, length in lengths.items() if length > MAX_FUNCTION} == {}


@pytest.mark.parametrize("name", MODULES)
def test_no_error_is_passed_over(name: str) -> None:
    handlers = [node for node in ast.walk(tree(name)) if isinstance(node, ast.ExceptHandler)]
    assert [node.lineno for node in handlers if isinstance(node.body[-1], ast.Pass)] == []


def texts_of(name: str) -> set[str]:
    return {
        node.value for node in ast.walk(tree(name)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@cache
@cache
def codes_given() -> set[str]:
    """What the package gives as the code of a finding, as a doubt of a page or as the problem of a value."""
    found: set[str] = set()
    for name in MODULES:
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.Call):
                function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                given += node.args[:1] if function in ("Finding", "_finding") else []
                found |= {str(value.value) for value in given if isinstance(value, ast.Constant)}
    return found


def test_every_code_that_is_given_is_documented() -> None:
    assert codes_given() <= set(CODES)
    assert len(codes_given()) > 10


def test_every_code_looks_like_one_and_every_literal_of_that_kind_is_known() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "times").glob("*.py")))
    problems = set(re.findall(r'problems?(?::[^=\n]*)?=\(?"([a-z_]+)"', source))
    assert problems <= set(CODES)
    assert problems


def test_every_documented_code_is_given_somewhere() -> None:
    used = {text for name in MODULES if name != "pipeline.check" for text in texts_of(name)}
    assert set(CODES) - used - codes_given() == set()


def test_no_file_names_a_path_of_a_machine() -> None:
    pattern = re.compile(r"/(?:home|work|Users|tmp|root)/")
    sources = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").glob("*.py"), *(ROOT / "raw").glob("*.py")]
    assert [
        path.name for path in sources if path != Path(__file__) and pattern.search(path.read_text(encoding="utf-8"))
    ] == []
