"""Facts about scores over files, how they are shown, and what holds for any gold."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from gold_builders import DAY, body, counts, item, person, programme, score
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline.errors import GoldError
from pipeline.evaluate import FIELDS, Evaluation, evaluate, misses, render_misses, render_table
from pipeline.evaluate.gold import GoldSession, read_gold


def test_misses_name_field_expected_and_found() -> None:
    gold = [item(start="10:00", people=[person("Léa Vaubrun", "Rivages")]), item("Accueil")]
    found = [item(start="10:05", people=[person("Lea Vaubrun", "Rivages")]), item("Sommaire")]
    assert [
        (each.session, each.field, each.expected, each.found, each.soft) for each in misses(score(gold, found))
    ] == [
        ("Habiter la rive", "start", "10:00", "10:05", False),
        ("Habiter la rive", "people", "Léa Vaubrun", "Lea Vaubrun", True),
        ("Habiter la rive", "organisations", "Léa Vaubrun — Rivages", "Lea Vaubrun — Rivages", True),
        ("Accueil", "sessions", "Accueil", None, False),
        ("Sommaire", "sessions", None, "Sommaire", False),
    ]


def write_gold(path: Path, sessions: Sequence[GoldSession]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    dumps = [session.model_dump(mode="json", exclude_unset=True) for session in sessions]
    path.write_text(json.dumps(dumps), encoding="utf-8")
    return path


def write_programme(folder: Path, name: str, sessions: Sequence[GoldSession]) -> Path:
    path = folder / "programmes" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(programme(sessions).model_dump_json(), encoding="utf-8")
    return folder


def test_one_gold_file_has_no_mean(tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "forum.json", [item()])
    evaluation = evaluate(gold, write_programme(tmp_path / "out", "forum", [item()]))
    assert evaluation.mean is None
    assert [(file.gold, file.programme) for file in evaluation.files] == [("forum.json", "forum")]


def test_a_folder_scores_every_gold_file_with_its_programme_and_their_mean(tmp_path: Path) -> None:
    write_gold(tmp_path / "gold" / "forum" / "mardi.json", [item("A", people=[person()]), item("B")])
    write_gold(tmp_path / "gold" / "salon.json", [item("C")])
    (tmp_path / "gold" / "notes.json").write_text("{}", encoding="utf-8")
    out = write_programme(tmp_path / "out", "forum", [item("A", people=[person()])])
    write_programme(out, "salon", [item("C")])
    evaluation = evaluate(tmp_path / "gold", out)
    assert [(file.gold, file.programme) for file in evaluation.files] == [
        ("forum/mardi.json", "forum"),
        ("salon.json", "salon"),
    ]
    assert evaluation.mean is not None
    mean = {each.name: each for each in evaluation.mean}
    assert (mean["sessions"].recall, mean["sessions"].support) == (0.75, 3)
    assert evaluation.ignored[0].startswith("notes.json: ")


def test_a_file_without_people_does_not_lift_their_mean(tmp_path: Path) -> None:
    write_gold(tmp_path / "gold" / "forum.json", [item(people=[person()])])
    write_gold(tmp_path / "gold" / "salon.json", [item()])
    out = write_programme(write_programme(tmp_path / "out", "salon", [item()]), "forum", [item()])
    mean = evaluate(tmp_path / "gold", out).mean or ()
    assert [each.strict for each in mean if each.name == "people"] == [0]


def test_the_mean_of_nothing_to_score_is_one_with_support_nought(tmp_path: Path) -> None:
    write_gold(tmp_path / "gold" / "forum.json", [item()])
    write_gold(tmp_path / "gold" / "salon.json", [item()])
    out = write_programme(write_programme(tmp_path / "out", "salon", [item()]), "forum", [item()])
    mean = evaluate(tmp_path / "gold", out).mean or ()
    assert [(each.strict, each.support) for each in mean if each.name == "people"] == [(1, 0)]


def test_gold_without_programme_is_missed_and_reported(tmp_path: Path) -> None:
    write_gold(tmp_path / "gold" / "forum.json", [item(people=[person()])])
    write_gold(tmp_path / "gold" / "salon.json", [item()])
    evaluation = evaluate(tmp_path / "gold", write_programme(tmp_path / "out", "salon", [item()]))
    forum = evaluation.files[0]
    assert (forum.programme, counts(forum.of("sessions")), counts(forum.of("people"))) == (None, (1, 0, 0), (1, 0, 0))
    assert forum.note == "no programme « forum » or « gold » in « out »; there are: salon."
    assert "All its sessions count as missed" in " ".join(printed(render_table, evaluation).split())


def test_a_single_gold_file_without_programme_is_refused(tmp_path: Path) -> None:
    out = write_programme(write_programme(tmp_path / "out", "salon", []), "foire", [])
    with pytest.raises(GoldError, match="there are: foire, salon"):
        evaluate(write_gold(tmp_path / "forum.json", []), out)


def test_a_folder_without_gold_is_refused_with_reasons(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    with pytest.raises(GoldError, match=r"(?s)no gold file.*notes\.json"):
        evaluate(tmp_path, write_programme(tmp_path / "out", "forum", []))


def printed(render: Callable[[Evaluation], Any], evaluation: Evaluation) -> str:
    console = Console(width=400)
    with console.capture() as capture:
        console.print(render(evaluation))
    return capture.get()


def both(tmp_path: Path) -> Evaluation:
    """A gold session against one with another hour and a misprinted name."""
    gold = [item("Habiter [la] rive", start="10:00", people=[person("Léa Vaubrun")])]
    found = [item("Habiter [la] rive", start="10:05", people=[person("Lea Vaubrun")])]
    return evaluate(write_gold(tmp_path / "forum.json", gold), write_programme(tmp_path / "out", "forum", found))


def test_the_table_has_a_row_per_field_with_its_support(tmp_path: Path) -> None:
    rows = {
        line.split("│")[2].strip(): line for line in printed(render_table, both(tmp_path)).splitlines() if "│" in line
    }
    assert [cell.strip() for cell in rows["people"].split("│")[3:10]] == ["0.0", "100.0", "0.0", "0.0", "1", "1", "0"]
    assert "track" not in rows
    assert [cell.strip() for cell in rows["roles"].split("│")[3:10]] == ["–", "–", "–", "–", "0", "0", "0"]


def test_differences_are_shown_as_they_are_printed(tmp_path: Path) -> None:
    shown = printed(render_misses, both(tmp_path))
    assert "Habiter [la] rive" in shown
    assert "10:05" in shown
    assert "nearly" in shown


def test_the_json_holds_scores_and_no_path_of_the_machine(tmp_path: Path) -> None:
    dumped = both(tmp_path).model_dump_json()
    scores = {each["name"]: each for each in json.loads(dumped)["files"][0]["scores"]}
    assert (scores["people"]["strict"], scores["people"]["soft"], scores["start"]["soft"]) == (0, 1, None)
    assert str(tmp_path) not in dumped


def calls_of(title: str, count: int) -> int:
    """How many functions scoring so many sessions calls: unlike its time, the same on every machine."""
    gold = [item(title.format(n), date=DAY, people=[person(f"Léa Vaubrun {n}", "Rivages")]) for n in range(count)]
    calls = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(note)
    try:
        score(gold, gold[::-1])
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("title", ["Pause", "Atelier du canal, volume {}"])
def test_the_work_grows_with_the_pairs_of_sessions_and_no_faster(title: str) -> None:
    assert calls_of(title, 120) < 4 * calls_of(title, 60)


WORDS = st.sampled_from(["Pause", "rive", "Été", "ete", "canal", "l'eau", "atelier", "Rivages", "(VDL)", "—", "La"])
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
MAYBE = st.none() | TEXTS
CAPACITIES = st.sampled_from(["animation", "intervention", "modération"])
PEOPLE = st.builds(
    person,
    TEXTS,
    *[TEXTS] * 2,
    role=MAYBE,
    capacity=CAPACITIES,
    tentative=st.booleans(),
    optional=st.booleans(),
)
BODIES = st.builds(body, TEXTS, label=MAYBE, capacity=CAPACITIES, optional=st.booleans())
SESSIONS = st.builds(
    item,
    TEXTS,
    subtitle=MAYBE,
    kind=st.sampled_from(["session", "break", "logistics"]),
    date=st.none() | st.dates(),
    start=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    room=MAYBE,
    people=st.lists(PEOPLE, max_size=3, unique_by=lambda one: one.name),
    collectives=st.lists(BODIES, max_size=2),
)


@given(st.lists(SESSIONS, max_size=5))
def test_gold_against_itself_is_one_everywhere(gold: list[GoldSession]) -> None:
    scores = score(gold, gold)
    assert misses(scores) == ()
    assert {each.strict for each in scores.scores} == {1.0}
    assert {each.soft for each in scores.scores} <= {1.0, None}


@given(st.lists(SESSIONS, max_size=4), st.lists(SESSIONS, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_sessions_changes_no_score(
    gold: list[GoldSession], found: list[GoldSession], random: Any
) -> None:
    some = [*found, *gold[:2]]
    shuffled = random.sample(gold, len(gold)), random.sample(some, len(some))
    assert score(*shuffled).scores == score(gold, some).scores


@given(st.lists(SESSIONS, max_size=4), st.lists(SESSIONS, max_size=4))
def test_scores_are_shares_and_soft_is_never_below_strict(gold: list[GoldSession], found: list[GoldSession]) -> None:
    for each in score(gold, [*found, *gold[1:]]).scores:
        assert 0 <= each.strict <= (1 if each.soft is None else each.soft) <= 1
        assert each.right <= min(each.support, each.found)
        assert each.name in FIELDS


@pytest.mark.corpus
def test_all_gold_of_the_corpus_is_one_against_itself() -> None:
    corpus = Path(__file__).parents[2] / "shared" / "corpus"
    if not corpus.is_dir():
        pytest.skip(f"no corpus at ../{corpus.parent.name}/{corpus.name}")
    for path in sorted(corpus.rglob("*.json")):
        gold = read_gold(path)
        assert misses(score(gold, gold)) == (), path.name
