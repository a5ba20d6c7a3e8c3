"""`programme serve`: the tables and questions over them in the browser, and nothing that could change them."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import DatasetError, UsageError
from pipeline.export.sqlite import DATABASE
from pipeline.serve import PAGES_AT, open_datasette

ROOT = Path(__file__).parents[1]
DATASET = ROOT / "processed"
NAME = Path(DATABASE).stem
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")


def ask(path: str, pages: Path | None = None, **query: Any) -> Any:
    async def answer() -> Any:
        service = open_datasette(DATASET, pages)
        await service.invoke_startup()
        return await service.client.get(path, params=query)

    return asyncio.run(answer())


def test_a_table_has_the_rows_of_the_dataset() -> None:
    with (DATASET / "sessions.csv").open(encoding="utf-8", newline="") as stream:
        import csv

        titles = {row["titre"] for row in csv.DictReader(stream)}
    rows = ask(f"/{NAME}/sessions.json", _shape="array", _size="max").json()
    assert {row["titre"] for row in rows} == titles


@pytest.mark.parametrize("question", ["programme", "organisations", "ensemble", "a_regarder"])
def test_every_ready_question_has_an_answer(question: str) -> None:
    assert ask(f"/{NAME}/{question}.json", _shape="array").json()


def test_a_question_of_ones_own_is_answered() -> None:
    rows = ask(f"/{NAME}.json", sql="select count(*) as n from programmes", _shape="array").json()
    assert rows == [{"n": 3}]


@pytest.mark.parametrize(
    "statement", ["delete from sessions", "update sessions set titre = 'x'", "drop table sessions"]
)
def test_what_would_change_the_data_is_refused(statement: str) -> None:
    before = (DATASET / DATABASE).read_bytes()
    assert ask(f"/{NAME}.json", sql=statement).status_code == 400
    assert (DATASET / DATABASE).read_bytes() == before


def test_columns_are_described() -> None:
    assert "jamais déduite" in ask(f"/{NAME}/sessions").text


def test_review_pages_stand_beside_the_tables(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Pages</p>", encoding="utf-8")
    assert ask(f"/{PAGES_AT}/index.html", pages=tmp_path).text == "<p>Pages</p>"


def test_a_page_outside_the_folder_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "pages").mkdir()
    assert ask(f"/{PAGES_AT}/..%2Fsecret.html", pages=tmp_path / "pages").status_code == 404


def test_a_folder_without_dataset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no dataset"):
        open_datasette(tmp_path)


def test_a_folder_of_pages_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="review pages"):
        open_datasette(DATASET, tmp_path / "revue")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pipeline.cli", "serve", str(folder), "--port", str(port)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ})


def test_the_command_serves_this_machine_until_it_is_interrupted(tmp_path: Path) -> None:
    folder, port = tmp_path / "donnees", free_port()
    shutil.copytree(DATASET, folder)
    server = start(folder, port)
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{NAME}/sessions.json", timeout=10) as answer:
                    assert answer.status == 200
                break
            except OSError:
                assert time.monotonic() < deadline and server.poll() is None
                time.sleep(0.2)
    finally:
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=30)
    assert f"http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = start(DATASET, int(taken.getsockname()[1]))
        _, said = server.communicate(timeout=60)
    assert server.returncode == UsageError.exit_code
    assert "is --port taken?" in said
