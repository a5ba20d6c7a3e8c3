"""The samples of raw/ are drawn by their script, and their gold says what is printed."""

import datetime as dt
import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.source import read_source

ROOT = Path(__file__).parent.parent
NAMES = ["festival-des-passerelles-2025", "forum-des-rives-2024", "journee-etude-archives-2023"]
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is missing")


@cache
def gold_of(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((ROOT / "tests" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def pages_of(name: str) -> list[str]:
    command = ["pdftotext", "-enc", "UTF-8", str(ROOT / "raw" / f"{name}.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def strings_of(item: dict[str, Any]) -> list[str]:
    people, bodies = item["people"], item["collectives"]
    found = [item["title"], item["subtitle"], item["room"]]
    found += [text for person in people for text in (person["name"], person["role"], *person["organisations"])]
    found += [text for body in bodies for text in (body["organisation"], body["label"])]
    return [text for text in found if text]


def test_the_samples_are_drawn_as_committed(tmp_path: Path) -> None:
    script = ROOT / "raw" / "make_samples.py"
    subprocess.run([sys.executable, str(script), "--out", str(tmp_path)], check=True)
    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert drawn == {path.name: path.read_bytes() for path in (ROOT / "raw").glob("*.pdf")}


def test_each_sample_has_a_gold_file() -> None:
    assert sorted(path.stem for path in (ROOT / "raw").glob("*.pdf")) == NAMES
    assert all((ROOT / "tests" / "gold" / f"{name}.json").is_file() for name in NAMES)


@needs_poppler
@pytest.mark.parametrize("name", NAMES)
def test_every_gold_string_is_printed_where_the_gold_says(name: str) -> None:
    pages = pages_of(name)
    for item in gold_of(name):
        text = squeezed("".join(pages[item["page"] - 1 : item["page"] + 1]))
        missing = [string for string in strings_of(item) if squeezed(string) not in text]
        assert not missing, (item["title"], missing)


@needs_poppler
@pytest.mark.parametrize("name", NAMES)
def test_the_printed_weekday_belongs_to_the_date(name: str) -> None:
    text = "".join(pages_of(name)).lower()
    months = {5: "mai", 6: "juin", 10: "octobre"}
    for day in {dt.date.fromisoformat(item["date"]) for item in gold_of(name)}:
        assert f"{WEEKDAYS[day.weekday()]} {day.day} {months[day.month]}" in text


@needs_poppler
@pytest.mark.parametrize(
    ("name", "pages"),
    [("forum-des-rives-2024", [1]), ("journee-etude-archives-2023", [1]), ("festival-des-passerelles-2025", [])],
)
def test_the_year_is_printed_only_where_the_sample_wants_it(name: str, pages: list[int]) -> None:
    year = name[-4:]
    assert [number for number, text in enumerate(pages_of(name), start=1) if year in text] == pages


@needs_poppler
def test_the_index_of_the_forum_is_wrong_on_one_page_and_words_one_title_otherwise() -> None:
    index = squeezed("".join(text for text in pages_of("forum-des-rives-2024") if "— " in text))
    items = gold_of("forum-des-rives-2024")
    right = [item for item in items if squeezed(f"p.{item['printed_page']:02d} — {item['index_title']}") in index]
    reworded = [item for item in items if item["index_title"].upper() != item["title"]]
    assert (len(items) - len(right), len(reworded)) == (1, 1)


def test_the_sidecar_gives_the_year_and_as_many_sessions_as_the_gold() -> None:
    source = read_source(ROOT / "raw" / "festival-des-passerelles-2025.toml")
    sessions = [item for item in gold_of("festival-des-passerelles-2025") if item["kind"] == "session"]
    assert (source.year, source.licence, source.minima.sessions) == (2025, "etalab-2.0", len(sessions))
