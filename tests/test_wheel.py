"""The wheel holds the package and all it needs, and works away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command import call

from pipeline import __version__

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "raw" / "festival-des-passerelles-2025.pdf"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as pip installs it, without what it depends on."""
    folder = tmp_path_factory.mktemp("installed")
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--target",
        str(folder),
        str(wheel),
    )
    return folder


def run(*command: str, cwd: Path | None = None, **env: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env={**os.environ, **env})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_readme_names_the_wheel_as_it_is_built(wheel: Path) -> None:
    assert f"pip install dist/{wheel.name}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    packed = {name for name in names if name.startswith("pipeline/")}
    files = [path for path in (ROOT / "pipeline").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    model = [path for path in (ROOT / "models" / "blocs").rglob("*") if path.is_file()]
    assert packed == {
        *(path.relative_to(ROOT).as_posix() for path in files),
        *(f"pipeline/model/{path.relative_to(ROOT / 'models' / 'blocs').as_posix()}" for path in model),
    }
    assert {"pipeline/py.typed", "pipeline/data/prenoms.txt"} <= packed
    assert {name.split("/")[0] for name in names} == {"pipeline", f"programme_ouvert-{__version__}.dist-info"}


def test_the_wheel_brings_the_command_and_the_notices(wheel: Path) -> None:
    info = f"programme_ouvert-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        assert "programme = pipeline.cli:main" in archive.read(f"{info}/entry_points.txt").decode()
        assert archive.read(f"{info}/licenses/NOTICE") == (ROOT / "NOTICE").read_bytes()


def test_the_installed_package_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    code = "import pipeline.cli; print(pipeline.cli.__file__)"
    printed = run(sys.executable, "-c", code, cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(printed.strip()) == installed / "pipeline" / "cli" / "__init__.py"


def test_the_installed_command_prints_the_same_schema(installed: Path, tmp_path: Path) -> None:
    printed = run(sys.executable, "-m", "pipeline.cli", "schema", cwd=tmp_path, PYTHONPATH=str(installed))
    assert printed == call("schema").out


def test_the_installed_command_writes_the_same_dataset(installed: Path, tmp_path: Path) -> None:
    away, here = tmp_path / "away", tmp_path / "here"
    arguments = ("run", str(SAMPLE), "--out")
    run(sys.executable, "-m", "pipeline.cli", *arguments, str(away), cwd=tmp_path, PYTHONPATH=str(installed))
    assert call(*arguments, here).code == 0
    assert (away / "sessions.csv").read_bytes() == (here / "sessions.csv").read_bytes()
    assert (away / "datapackage.json").read_bytes() == (here / "datapackage.json").read_bytes()
    assert (away / "run.json").read_bytes() == (here / "run.json").read_bytes()
