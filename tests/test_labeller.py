"""The line labeller the package is compared with: what it cuts, learns and makes of labels."""

import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
from pages import document, page
from runs import ROOT

from pipeline.document import Document
from pipeline.evaluate import score_sessions
from pipeline.evaluate.gold import GoldSession

pytest.importorskip("sklearn", reason="scikit-learn is not installed (extra « bench »)")
sys.path.insert(0, str(ROOT / "benchmarks"))

import labeller as module
from labeller_decoder import decode
from labeller_pieces import features_of, pieces_of
from labeller_truth import Label, label_pieces

if TYPE_CHECKING:
    from labeller import Labeller

TITLES = ("La rive et le moulin", "Accueillir sans guichet", "Ce que disent les cartes", "Le port demain")
NAMES = ("Léa Durand", "Hugo Martin", "Inès Petit", "Paul Moreau")


def programme(first: int, size: int = 14, left: int = 60) -> Document:
    """Four items, each its time, title and people, one below the other."""
    lines = []
    for number, (title, name) in enumerate(zip(TITLES, NAMES, strict=True)):
        top = 60 + 120 * number
        lines += [
            f"{left} {top} 10 n {first + number}h00 – {first + number}h45",
            f"{left} {top + 20} {size} b {title}",
            f"{left} {top + 45} 10 n Avec :",
            f"{left} {top + 60} 10 n {name}, directrice",
        ]
    return document(page(*lines))


def truth(first: int) -> list[GoldSession]:
    return [
        GoldSession.model_validate(
            {
                "title": title,
                "start": f"{first + number:02}:00",
                "end": f"{first + number:02}:45",
                "people": [{"name": name}],
            }
        )
        for number, (title, name) in enumerate(zip(TITLES, NAMES, strict=True))
    ]


@cache
def trained() -> "Labeller":
    documents = [
        (programme(first, size, left), truth(first)) for first in (9, 13) for size in (12, 16) for left in (40, 90)
    ]
    return module.train(documents, rounds=8)[0]


EXPECTED = [Label.HOURS, Label.TITLE, Label.MARKER, Label.PEOPLE] * 4


def test_the_truth_labels_every_piece() -> None:
    assert label_pieces(pieces_of(programme(9)), truth(9)) == EXPECTED


def test_a_programme_set_otherwise_gets_the_right_labels() -> None:
    assert module.predict(trained(), features_of(pieces_of(programme(10, 18, 70)))) == EXPECTED


def test_labels_become_items_with_their_times() -> None:
    segments = module.label(trained(), programme(10, 18, 70))
    assert [segment.title.text for segment in segments] == list(TITLES)
    assert [segment.hours.text for segment in segments if segment.hours] == [
        f"{hour}h00 – {hour}h45" for hour in range(10, 14)
    ]


def test_the_same_documents_teach_the_same() -> None:
    rows = features_of(pieces_of(programme(10)))
    again = (
        module.train([(programme(9), truth(9))], rounds=3)[0],
        module.train([(programme(9), truth(9))], rounds=3)[0],
    )
    assert module.predict(again[0], rows) == module.predict(again[1], rows)


def test_a_line_is_cut_between_time_title_and_people() -> None:
    found = pieces_of(document(page("60 60 10 n 9h00 – Le moulin | Léa Durand (Atelier des rives)")))
    assert [piece.text for piece in found] == ["9h00", "Le moulin", "Léa Durand", "(Atelier des rives)"]


def test_a_title_broken_over_lines_and_cuts_is_one_title_as_printed() -> None:
    lines = ("60 60 10 n 9h00", "60 80 14 b Le moulin : une enquête", "60 100 14 b (1841-1902)", "60 130 10 n Fin")
    made = document(page(*lines))
    labels = [Label.HOURS, Label.TITLE, Label.MORE, Label.MORE, Label.OTHER]
    (segment,) = decode(made, pieces_of(made), labels)
    assert segment.title.text == "Le moulin : une enquête (1841-1902)"


def test_a_time_printed_below_the_title_goes_with_it() -> None:
    lines = ("60 60 14 b Le moulin", "60 80 10 n 9h00", "60 140 14 b Le port", "60 160 10 n 10h00")
    made = document(page(*lines))
    segments = decode(made, pieces_of(made), [Label.TITLE, Label.HOURS] * 2)
    assert [segment.hours.text for segment in segments if segment.hours] == ["9h00", "10h00"]


def test_titles_under_one_time_share_it_but_for_talks_without_a_time() -> None:
    lines = ("60 60 10 n 9h00", "60 80 14 b Le moulin", "60 140 14 b Le port", "60 200 12 b Un détour")
    made = document(page(*lines))
    segments = decode(made, pieces_of(made), [Label.HOURS, Label.TITLE, Label.TITLE, Label.TALK])
    assert [segment.hours.text if segment.hours else None for segment in segments] == ["9h00", "9h00", None]


def test_an_evaluation_seed_is_refused_for_training() -> None:
    with pytest.raises(SystemExit, match="development"):
        module.learn(range(999_999, 1_000_001), None)


def test_agreement_counts_who_found_what_and_whether_gold_has_it() -> None:
    gold = [GoldSession(title=title) for title in TITLES[:3]]
    theirs = [GoldSession(title=title) for title in (TITLES[0], TITLES[2], "Infos pratiques")]
    ours = [GoldSession(title=title) for title in (TITLES[0], TITLES[1], "Infos pratiques")]
    counts = module.agreement(gold, theirs, ours)
    assert {finder: (found[True], found[False]) for finder, found in counts.items()} == {
        "both": (1, 1),
        "only ours": (1, 0),
        "only the labeller": (1, 0),
    }


def test_the_table_gives_the_labeller_first_and_the_mean_of_the_groups() -> None:
    gold = truth(9)
    whole, half = score_sessions(gold, gold), score_sessions(gold, gold[:2])
    compared = {name: module.Compared(half, whole, {}) for name in ("two-columns-1", "two-columns-2", "poster-3")}
    rows = module.table(compared, module.family_of).splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["poster", "two columns", "**mean**"]
    assert rows[-1].split("|")[2].strip() == "66.7 / 100.0"
