"""Real programmes, where they are at hand: how right they are read, and that nothing is invented elsewhere."""

from pathlib import Path

import pytest
from runs import CORPUS, model, published

from pipeline.batch import Job, find_jobs, run_batch
from pipeline.evaluate import Evaluation, evaluate
from pipeline.export import Dataset
from pipeline.programme import Programme

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not CORPUS.is_dir(), reason="the shared corpus of real programmes is not beside the repository"
    ),
]

REFERENCE = CORPUS / "nec-2022"
NO_PROGRAMMES = [CORPUS / "autres", CORPUS / "pas-des-programmes"]
# What the reference programme reaches; whole sessions need all of their people, and those of their bodies.
FLOORS = {
    "sessions": 1.0,
    "title": 0.98,
    "date": 0.98,
    "start": 0.98,
    "end": 0.98,
    "people": 0.97,
    "organisations": 0.85,
    "roles": 0.80,
    "collectives": 0.75,
    "format": 0.85,
    "capacity": 0.97,
    "tentative": 0.97,
    "whole": 0.60,
}
# Recall and precision of the sessions of other layouts; day and times of what is found must be right.
OTHERS = {
    "colloque-ferrara-2026": (1.0, 1.0),
    "congres-transplantation-2025": (0.7, 1.0),
    "festival-artsmotsria-2022": (0.58, 0.73),
    "hacking-industry-camp-2017": (1.0, 1.0),
    "rencontres-biomedecine-2023": (0.34, 1.0),
}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reference") / "processed"
    published(run_batch(find_jobs([REFERENCE]), model()), folder)
    return folder


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("others") / "processed"
    published(run_batch(find_jobs([CORPUS / "programmes"]), model()), folder)
    return evaluate(CORPUS / "programmes", folder)


@pytest.mark.parametrize("field", FLOORS)
def test_the_reference_programme_is_read_right(reference: Path, field: str) -> None:
    found = evaluate(REFERENCE, reference, "nec-2022").files[0].of(field)
    assert found.support > 0
    assert found.strict >= FLOORS[field]


def test_both_days_of_the_reference_programme_are_read(reference: Path) -> None:
    read = Programme.model_validate_json((reference / "programmes" / "nec-2022.json").read_bytes())
    days = [str(item.date) for item in read.sessions]
    assert {day: days.count(day) for day in set(days)} == {"2022-09-28": 51, "2022-09-29": 40}


def test_what_the_index_of_the_reference_programme_gets_wrong_is_told(reference: Path) -> None:
    read = Programme.model_validate_json((reference / "programmes" / "nec-2022.json").read_bytes())
    found = {anomaly.code for anomaly in read.anomalies}
    assert {"index_titre_different", "index_page_differente"} <= found


@pytest.mark.parametrize("name", OTHERS)
def test_programmes_of_other_layouts_are_found(others: Evaluation, name: str) -> None:
    scores = next(file for file in others.files if file.gold == f"{name}.json")
    recall, precision = OTHERS[name]
    assert scores.of("sessions").recall >= recall
    assert scores.of("sessions").precision >= precision


@pytest.mark.parametrize("name", OTHERS)
def test_sessions_of_other_layouts_have_the_right_day_and_times(others: Evaluation, name: str) -> None:
    scores = next(file for file in others.files if file.gold == f"{name}.json")
    assert {
        field: scores.of(field).strict for field in ("date", "start", "end") if scores.of(field).strict < 0.95
    } == {}


@pytest.fixture(scope="module")
def refused() -> Dataset:
    return run_batch(find_jobs(NO_PROGRAMMES), model())


def jobs() -> list[Job]:
    return find_jobs(NO_PROGRAMMES) if CORPUS.is_dir() else []


@pytest.mark.parametrize("name", [job.name for job in jobs()])
def test_no_session_is_invented_and_the_reason_is_said(refused: Dataset, name: str) -> None:
    found = next(each for each in refused.programmes if each.file == name)
    assert (found.sessions, found.persons) == ((), ())
    told = [anomaly.message for anomaly in found.anomalies if anomaly.code == "pas_un_programme"]
    assert len(told) == 1
    assert len(told[0]) > len("Ce document n'est pas un programme : ")


def test_documents_that_are_no_programmes_are_read_without_failure(refused: Dataset) -> None:
    assert refused.failures == ()
