"""One session for the eye."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.errors import UsageError
from pipeline.inspection import find_session, render_session
from pipeline.programme import Programme
from pipeline.published import read_programmes

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def programme() -> Programme:
    return next(each for each in read_programmes(ROOT / "processed") if each.programme_id == "forum-des-rives-2024")


def shown(programme: Programme, wanted: str) -> str:
    console = Console(width=300, record=True, file=io.StringIO())
    console.print(render_session(programme, find_session(programme, wanted)))
    return console.export_text()


def test_a_session_is_found_by_rank_identifier_or_words(programme: Programme) -> None:
    second = programme.sessions[1]
    assert find_session(programme, "2") == second
    assert find_session(programme, second.session_id) == second
    assert find_session(programme, "soin de l’eau") == second


def test_words_of_several_sessions_are_refused_with_the_sessions(programme: Programme) -> None:
    with pytest.raises(UsageError, match=r"may be \d+ sessions: 1 «"):
        find_session(programme, "e")


def test_words_of_no_session_are_refused(programme: Programme) -> None:
    with pytest.raises(UsageError, match=r"rank \(1 to 9\)"):
        find_session(programme, "poterie")


def test_values_people_evidence_and_findings_are_shown(programme: Programme) -> None:
    text = shown(programme, "2")
    assert "QUI PREND SOIN DE L'EAU ?" in text
    assert "heure_debut    10:00" in text
    assert "directrice adjointe" in text
    assert "grammaire des heures" in text
    finding = next(each for each in programme.anomalies if each.session_id)
    order = next(each.order for each in programme.sessions if each.session_id == finding.session_id)
    assert finding.message in shown(programme, str(order))
    assert finding.message not in text


def test_brackets_of_a_programme_are_no_markup(programme: Programme) -> None:
    session = programme.sessions[1].model_copy(update={"title": "[bold]Rive[/bold]"})
    changed = programme.model_copy(update={"sessions": (session,)})
    assert "[bold]Rive[/bold]" in shown(changed, "2")
