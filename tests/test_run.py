"""One document through all stages, and what each stage shows of it."""

import json
from collections.abc import Sequence
from pathlib import Path

import hostile
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import Document
from pipeline.errors import EncryptedPdfError, MissingInputError, UnknownFormatError
from pipeline.export.nested import write_programmes
from pipeline.export.tables import Dataset
from pipeline.run import inspect_document, read_pages, run_document
from pipeline.source import Source
from pipeline.tagger import Entity, no_tagger

STAGES = ("extract", "segment", "times", "speakers", "normalise")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Horloges 2024.pdf"
    path.write_bytes(hostile.good())
    return path


def drawn(*lines: tuple[float, str]) -> bytes:
    """A page with these lines, one under the other."""

    def draw(canvas: Canvas) -> None:
        for height, size, text in hostile.place(lines):
            hostile.put(canvas, height, size, text)

    return hostile.build(draw)


def test_a_document_becomes_a_programme(file: Path) -> None:
    found = run_document(file, no_tagger)
    assert [(item.title, str(item.date), str(item.start), str(item.end)) for item in found.sessions] == [
        ("L'ATELIER DES HORLOGES", "2024-06-06", "10:00:00", "11:30:00"),
        ("LE CADRAN ET SON OMBRE", "2024-06-06", "14:00:00", "15:00:00"),
    ]
    people = [(speech.name, speech.capacity, speech.role) for item in found.sessions for speech in item.interventions]
    assert people == [("Perrine Auclair", "animation", "horlogère"), ("Anselme Diarra", "intervention", "gnomoniste")]
    assert (found.file, found.programme_id, found.pages) == ("Horloges 2024.pdf", "horloges-2024", 1)
    assert found.session_count == len(found.sessions)
    assert found.anomaly_count == len(found.anomalies)


def test_the_name_and_identifier_of_the_caller_are_published(file: Path) -> None:
    found = run_document(file, no_tagger, name="2024/forum.pdf", programme_id="forum")
    assert (found.file, found.programme_id) == ("2024/forum.pdf", "forum")
    assert {item.programme_id for item in found.sessions} == {"forum"}


def test_the_sidecar_beside_the_file_is_used_unless_one_is_given(file: Path) -> None:
    file.with_suffix(".toml").write_text('titre = "Horloges"', encoding="utf-8")
    assert run_document(file, no_tagger).title == "Horloges"
    assert run_document(file, no_tagger, Source.model_validate({"titre": "Cadrans"})).title == "Cadrans"


def test_a_document_that_is_no_programme_says_why(tmp_path: Path) -> None:
    path = tmp_path / "lettre.pdf"
    path.write_bytes(drawn((16, "Lettre aux riverains"), (10, "Le bac ne passera plus.")))
    found = run_document(path, no_tagger)
    assert (found.sessions, found.session_count) == ((), 0)
    assert [(anomaly.code, anomaly.message) for anomaly in found.anomalies] == [
        ("pas_un_programme", "Ce document n'est pas un programme : Aucune heure imprimée ne se détache du texte.")
    ]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("absent.pdf", None, MissingInputError),
        ("forum.docx", b"PK", UnknownFormatError),
        ("locked.pdf", hostile.user_password(), EncryptedPdfError),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(
    tmp_path: Path, name: str, data: bytes | None, error: type[Exception]
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error):
        run_document(path, no_tagger)


def test_the_tagger_sees_the_blocks_and_nothing_else(file: Path) -> None:
    seen: list[str] = []

    def tagger(texts: Sequence[str]) -> list[list[Entity]]:
        seen.extend(texts)
        return [[] for _ in texts]

    run_document(file, tagger)
    assert seen == [
        "Perrine Auclair, horlogère à la Maison du temps.",
        "Anselme Diarra, gnomoniste, Société des cadrans.",
    ]


def test_contacts_are_masked_at_the_end(tmp_path: Path) -> None:
    lines = [*hostile.LINES[:4], (10, "Écrire à perrine@horloges.example"), *hostile.LINES[4:]]
    path = tmp_path / "horloges.pdf"
    path.write_bytes(drawn(*lines))
    found = run_document(path, no_tagger)
    assert "perrine@" not in found.model_dump_json()
    assert "donnee_personnelle_masquee" in {anomaly.code for anomaly in found.anomalies}


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_shows_plain_values(file: Path, stage: str) -> None:
    shown = inspect_document(file, stage, no_tagger)
    assert "HORLOGES" in json.dumps(shown, ensure_ascii=False)


def test_the_first_stage_shows_the_document_as_the_others_get_it(file: Path) -> None:
    shown = inspect_document(file, "extract", no_tagger)
    assert Document.model_validate(shown) == read_pages(file)


def test_the_second_stage_shows_texts_in_place_of_passages(file: Path) -> None:
    first = inspect_document(file, "segment", no_tagger)[0]
    assert (first["title"], first["hours"], first["pages"]) == ("L'ATELIER DES HORLOGES", "10h à 11h30", [1])
    assert first["blocks"] == [
        {
            "capacity": "animation",
            "marker": "ANIMÉ PAR",
            "text": "Perrine Auclair, horlogère à la Maison du temps.",
        }
    ]


def test_the_second_stage_shows_why_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lettre.pdf"
    path.write_bytes(drawn((12, "Le bac ne passera plus avant la fin de la crue.")))
    assert inspect_document(path, "segment", no_tagger) == {
        "refusal": "Aucune heure imprimée ne se détache du texte."
    }
    assert inspect_document(path, "times", no_tagger) == []


def test_later_stages_show_one_entry_for_each_item(file: Path) -> None:
    for stage in ("times", "speakers"):
        shown = inspect_document(file, stage, no_tagger)
        assert [entry["title"] for entry in shown] == ["L'ATELIER DES HORLOGES", "LE CADRAN ET SON OMBRE"]
    assert inspect_document(file, "times", no_tagger)[0]["date"] == "2024-06-06"
    assert inspect_document(file, "speakers", no_tagger)[1]["mentions"][0]["person"]["text"] == "Anselme Diarra"


def test_the_last_stage_shows_what_is_published(file: Path) -> None:
    written = write_programmes(Dataset((run_document(file, no_tagger),)))
    shown = inspect_document(file, "normalise", no_tagger)
    assert shown == json.loads(written["programmes/horloges-2024.json"])
    assert [item["heure_debut"] for item in shown["sessions"]] == ["10:00", "14:00"]
