"""What holds for every run: the same bytes whatever the order and the machine, and values that read back."""

import csv
import io
import itertools
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import HOURS, TEXTS, TITLES, Put, above_time, below_time, document, heading, hours, paragraph
from runs import RAW, ROOT, SAMPLES, files_in, published, run_jobs, samples

from pipeline.batch import find_jobs, run_batch
from pipeline.document import Document
from pipeline.segment import split_sessions
from pipeline.tagger import no_tagger


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return published(samples(), tmp_path_factory.mktemp("once") / "processed")


def test_two_runs_give_the_same_bytes(once: dict[str, bytes], tmp_path: Path) -> None:
    assert published(run_jobs(find_jobs([RAW])), tmp_path / "twice") == once


def test_the_order_of_the_files_has_no_influence(once: dict[str, bytes], tmp_path: Path) -> None:
    files = sorted(RAW.glob("*.pdf"), reverse=True)
    assert published(run_jobs(find_jobs(files)), tmp_path / "a") == once
    jobs = find_jobs([RAW])
    random.Random(4).shuffle(jobs)
    assert published(run_jobs(jobs), tmp_path / "b") == once


def test_the_place_of_the_folder_has_no_influence(once: dict[str, bytes], tmp_path: Path) -> None:
    copy = tmp_path / "un autre dossier"
    shutil.copytree(RAW, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    found = published(run_jobs(find_jobs([copy])), tmp_path / "out")
    assert found == once
    assert not [name for name, content in found.items() if str(ROOT).encode() in content]


@pytest.mark.parametrize(("seed", "zone"), [("1", "UTC"), ("2024", "Pacific/Auckland")])
def test_neither_the_hash_seed_nor_the_clock_of_the_machine_has_an_influence(
    once: dict[str, bytes], tmp_path: Path, seed: str, zone: str
) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "run", str(RAW), "--no-cache", "--out", str(tmp_path / "out")]
    changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    subprocess.run(command, cwd=ROOT, env={**os.environ, **changed}, check=True, capture_output=True)
    assert files_in(tmp_path / "out") == once


def test_what_a_document_gives_does_not_depend_on_its_neighbours(once: dict[str, bytes], tmp_path: Path) -> None:
    for name in SAMPLES:
        found = published(run_jobs(find_jobs([RAW / f"{name}.pdf"])), tmp_path / name)
        assert found[f"programmes/{name}.json"] == once[f"programmes/{name}.json"]


def rows_of(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline="")))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]|(?<=\w)-$", "", text)


def text_around(pdf: pdfium.PdfDocument, row: dict[str, str]) -> str:
    """What PDFium finds in the box of a row, a little widened: boxes inside a line are interpolated."""
    page = pdf[int(row["page"]) - 1]
    textpage, height = page.get_textpage(), page.get_height()
    x0, y0, x1, y1 = (float(row[side]) for side in ("x0", "y0", "x1", "y1"))
    wider = 3 + 0.12 * (x1 - x0) + 0.5 * (y1 - y0)
    found: str = textpage.get_text_bounded(x0 - wider, height - y1 - 1.5, x1 + wider, height - y0 + 1.5)
    textpage.close()
    page.close()
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_value_reads_back_from_its_place(once: dict[str, bytes], name: str) -> None:
    rows = [row for row in rows_of(once, "provenances") if row["identifiant"].startswith(name)]
    pdf = pdfium.PdfDocument(RAW / f"{name}.pdf")
    astray = [
        (row["champ"], row["texte_brut"], found)
        for row in rows
        if squeezed(row["texte_brut"]) not in squeezed(found := text_around(pdf, row))
    ]
    pdf.close()
    assert len(rows) > 50
    assert astray == []


def test_every_value_that_is_read_has_a_place(once: dict[str, bytes]) -> None:
    known = {(row["identifiant"], row["champ"]) for row in rows_of(once, "provenances")}
    read = {
        "sessions": ("titre", "sous_titre", "salle", "date", "heure_debut", "heure_fin", "description"),
        "interventions": ("nom", "fonction", "collectif", "texte_source"),
    }
    missing = [
        (row[f"{table[:-1]}_id"], field)
        for table, fields in read.items()
        for row in rows_of(once, table)
        for field in fields
        if row[field] and (row[f"{table[:-1]}_id"], field) not in known
    ]
    assert missing == []


def test_every_place_belongs_to_a_value(once: dict[str, bytes]) -> None:
    cells = {
        (row[f"{table[:-1]}_id"], field): value
        for table in ("sessions", "interventions")
        for row in rows_of(once, table)
        for field, value in row.items()
    }
    rows = [row for row in rows_of(once, "provenances") if row["table"] in ("sessions", "interventions")]
    assert [row for row in rows if not cells[row["identifiant"], row["champ"]]] == []


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text)).casefold()


def test_titles_and_descriptions_are_the_words_of_their_places(once: dict[str, bytes]) -> None:
    for table, field in (("sessions", "titre"), ("sessions", "sous_titre"), ("sessions", "description")):
        raws: dict[str, list[str]] = {}
        for row in rows_of(once, "provenances"):
            if (row["table"], row["champ"]) == (table, field):
                raws.setdefault(row["identifiant"], []).append(row["texte_brut"])
        for row in rows_of(once, table):
            if row[field]:
                printed = words("\n".join(raws[row["session_id"]]))
                assert words(row[field]).replace(" ", "") == printed.replace(" ", "")


letters = st.sampled_from("abcdeéèàô ")
sizes = st.sampled_from([7.0, 9.0, 10.0, 12.0, 16.0, 24.0])
clocks = st.sampled_from(
    [*HOURS, "18h", "Mardi 14 mai 2024", "25h", "p.06 — Un pont", "AVEC", "Animé par Léa Durand"]
)
texts = st.one_of(clocks, st.text(letters, min_size=1, max_size=40).filter(str.strip), st.sampled_from(TITLES))
puts = st.builds(
    Put,
    text=texts,
    size=sizes,
    bold=st.booleans(),
    italic=st.booleans(),
    font=st.sampled_from(["Serif", "Sans"]),
    color=st.sampled_from(["#000000", "#d2691e"]),
    width=st.sampled_from([None, 340.0]),
    x=st.sampled_from([40.0, 140.0, 300.0]),
    gap=st.sampled_from([0.0, 8.0, 40.0]),
    beside=st.booleans(),
)
documents = st.lists(st.lists(puts, max_size=12), min_size=1, max_size=4).map(lambda pages: document(*pages))


def passages_of(value: Any) -> Iterator[Any]:
    for segment in value.segments:
        yield from (part for part in (segment.title, segment.subtitle, segment.room, segment.hours) if part)
        yield from segment.body
        yield from (block.passage for block in segment.blocks)


@settings(max_examples=150)
@given(documents)
def test_any_document_gives_items_or_a_reason(found: Document) -> None:
    outline = split_sessions(found)
    assert bool(outline.segments) == (outline.refusal is None)
    assert all(segment.title.text.strip() for segment in outline.segments)
    numbers = {page.number for page in found.pages}
    assert all(set(segment.pages) <= numbers for segment in outline.segments)
    assert all(list(segment.pages) == sorted(set(segment.pages)) for segment in outline.segments)


@settings(max_examples=150)
@given(documents)
def test_no_item_says_what_its_pages_do_not(found: Document) -> None:
    printed = {words(line.text).replace(" ", "") for page in found.pages for line in page.lines}
    for passage in passages_of(split_sessions(found)):
        for place in passage.places():
            raw = words(place.raw).replace(" ", "")
            assert any(raw in line for line in printed)
        joined = "".join(place.raw for place in passage.places())
        assert words(passage.text).replace(" ", "") == words(joined).replace(" ", "")


@settings(max_examples=150)
@given(documents)
def test_no_line_is_in_two_items(found: Document) -> None:
    seen: set[tuple[int, int]] = set()
    for segment in split_sessions(found).segments:
        parts = [segment.title, *segment.body]
        ranks = {(piece.line.page, piece.line.rank) for part in parts for piece in part.pieces}
        assert not ranks & seen
        seen |= ranks


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("item", [above_time, below_time])
def test_items_come_in_the_order_of_the_pages(order: tuple[int, ...], item: Any) -> None:
    outline = split_sessions(document(*(item(number) for number in order)))
    assert [found.title.text for found in outline.segments] == [TITLES[number] for number in order]


@pytest.mark.parametrize("count", [2, 3, 7, 20])
def test_more_of_the_same_gives_more_of_the_same(count: int) -> None:
    pages = [
        [heading(f"{TITLES[0]} {number}"), *paragraph(*TEXTS[0]), hours(HOURS[0], gap=60)] for number in range(count)
    ]
    outline = split_sessions(document(*pages))
    assert [found.title.text for found in outline.segments] == [f"{TITLES[0]} {number}" for number in range(count)]


def test_a_run_without_a_model_finds_the_same_sessions() -> None:
    with_model, without = (
        [item.session_id for each in dataset.programmes for item in each.sessions]
        for dataset in (samples(), run_batch(find_jobs([RAW]), no_tagger))
    )
    assert with_model == without
