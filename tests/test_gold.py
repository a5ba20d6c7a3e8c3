"""Facts about reading gold and finding the programme it belongs to."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.document import Capacity
from pipeline.errors import DatasetError, GoldError
from pipeline.evaluate.gold import find_programme, read_gold, read_sessions


def gold_file(folder: Path, content: Any, name: str = "forum.json") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def dataset(folder: Path, *names: str) -> Path:
    for name in names:
        gold_file(folder / "processed", {}, f"programmes/{name}.json")
    return folder / "processed"


def test_a_title_alone_is_a_session(tmp_path: Path) -> None:
    (session,) = read_gold(gold_file(tmp_path, [{"title": "Habiter la rive"}]))
    assert (session.kind, session.date, session.people) == ("session", None, ())
    assert session.model_fields_set == {"title"}


def test_all_keys_of_the_documented_format_are_read(tmp_path: Path) -> None:
    person = {
        "name": "Léa Vaubrun",
        "role": None,
        "organisations": ["Rivages"],
        "capacity": "modération",
        "tentative": True,
    }
    body = {"organisation": "Rivages", "label": "l'équipe de Rivages", "capacity": "animation", "accepted": ["RVG"]}
    item = {
        "title": "Habiter la rive",
        "subtitle": None,
        "kind": "break",
        "date": "2031-05-14",
        "half_day": "matin",
        "start": "10:00",
        "end": None,
        "printed_page": 6,
        "index_title": "Habiter",
        "format": "atelier",
        "room": "Salle 2",
        "track": None,
        "people": [{**person, "optional": True}],
        "collectives": [{**body, "tentative": False, "optional": True}],
        "page": 4,
        "quote": "AVEC …",
        "note": "seen twice",
    }
    (session,) = read_gold(gold_file(tmp_path, [item]))
    assert (session.date, session.start) == (dt.date(2031, 5, 14), dt.time(10))
    assert session.printed_page == "6"
    assert session.people[0].capacity is Capacity.MODERATION
    assert session.collectives[0].forms == ("Rivages", "RVG", "l'équipe de Rivages")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ([{"title": "A"}, {"titre": "B"}], "session 2, key « title »"),
        ([{"title": "A", "colour": "red"}], "session 1, key « colour »"),
        ([{"title": "A", "start": "25:00"}], "session 1, key « start »"),
        ([{"title": "A", "kind": "pause"}], "session 1, key « kind »"),
        ([{"title": "A", "people": [{"role": "x"}]}], "session 1, key « people.0.name »"),
        ({"title": "A"}, "forum.json"),
        ("[{", "forum.json"),
    ],
)
def test_a_bad_gold_file_is_refused_with_its_place(tmp_path: Path, content: Any, place: str) -> None:
    with pytest.raises(GoldError, match=place):
        read_gold(gold_file(tmp_path, content))


def test_a_gold_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"absent\.json: cannot be read"):
        read_gold(tmp_path / "absent.json")


def test_the_only_programme_is_the_one(tmp_path: Path) -> None:
    assert find_programme(Path("gold-mardi.json"), dataset(tmp_path, "forum")).stem == "forum"


def test_the_only_programme_is_not_shared_by_several_gold_files(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no programme « gold-mardi »"):
        find_programme(Path("gold-mardi.json"), dataset(tmp_path, "forum"), alone=False)


def test_the_name_of_the_gold_file_goes_before_that_of_its_folder(tmp_path: Path) -> None:
    folder = dataset(tmp_path, "forum", "mardi", "salon")
    assert find_programme(tmp_path / "forum" / "mardi.json", folder).stem == "mardi"
    assert find_programme(tmp_path / "forum" / "jeudi.json", folder).stem == "forum"


def test_a_name_and_its_identifier_may_differ_in_case_and_signs(tmp_path: Path) -> None:
    assert find_programme(Path("Forum_d'Été.json"), dataset(tmp_path, "forum-d-ete", "salon")).stem == "forum-d-ete"


def test_an_unknown_programme_names_the_candidates(tmp_path: Path) -> None:
    folder = dataset(tmp_path, "forum", "salon")
    with pytest.raises(GoldError, match="there are: forum, salon"):
        find_programme(tmp_path / "jeudi.json", folder)
    with pytest.raises(GoldError, match=r"no programme « foire » in .*there are: forum, salon"):
        find_programme(tmp_path / "forum.json", folder, "foire")


def test_an_explicit_identifier_goes_before_the_name(tmp_path: Path) -> None:
    assert find_programme(Path("forum.json"), dataset(tmp_path, "forum", "salon"), "salon").stem == "salon"


def test_a_folder_without_programmes_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no programme"):
        find_programme(Path("forum.json"), tmp_path)


def test_a_file_that_is_no_programme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"forum\.json: no published programme, « programme_id »"):
        read_sessions(gold_file(tmp_path, {}))
