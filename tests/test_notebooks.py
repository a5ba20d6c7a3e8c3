"""The notebooks run over the samples, hold no logic of their own, and are kept without outputs."""

import ast
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::RuntimeWarning")


def read(path: Path) -> Any:
    import nbformat

    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def code_of(path: Path) -> str:
    return "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")


def executed(path: Path) -> list[dict[str, Any]]:
    """The outputs of a notebook run in its folder, as a reader of it would."""
    from nbclient import NotebookClient

    notebook = read(path)
    NotebookClient(notebook, timeout=240, resources={"metadata": {"path": str(path.parent)}}).execute()
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def texts(outputs: list[dict[str, Any]]) -> str:
    return "\n".join(
        str(each.get("text") or each.get("data", {}).get("text/plain", ""))
        for each in outputs
        if each["output_type"] != "error"
    )


def test_there_are_three() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["01-decouvrir", "02-analyser", "03-evaluer"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    for cell in read(path).cells:
        assert cell.cell_type != "code" or (cell.outputs == [] and cell.execution_count is None)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_logic(path: Path) -> None:
    logic = (ast.FunctionDef, ast.ClassDef, ast.While, ast.If, ast.Try)
    assert [type(node).__name__ for node in ast.walk(ast.parse(code_of(path))) if isinstance(node, logic)] == []


def test_discovering_shows_tables_and_a_chart() -> None:
    outputs = executed(FOLDER / "01-decouvrir.ipynb")
    assert "sessions_a_plat" in texts(outputs)
    assert "index_page_differente" in texts(outputs)
    assert any("image/png" in each.get("data", {}) for each in outputs)


def test_analysing_tells_formats_organisations_and_pairs() -> None:
    shown = texts(executed(FOLDER / "02-analyser.ipynb"))
    assert "table ronde" in shown
    assert "Université de Haute-Lande" in shown
    assert "nom_avec" in shown


def test_evaluating_shows_misses_beside_the_page() -> None:
    outputs = executed(FOLDER / "03-evaluer.ipynb")
    assert "attendu 'regards croisés', lu None" in texts(outputs)
    pictures = [each for each in outputs if "image/png" in each.get("data", {})]
    assert len(pictures) == texts(outputs).count(": attendu ")
