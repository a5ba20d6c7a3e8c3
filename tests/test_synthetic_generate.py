"""Invented programmes: the same seed the same files, the two ranges of seeds apart, the command around them."""

import json
from pathlib import Path

import pypdfium2
import pytest

from pipeline.cli.generate import generate as command
from pipeline.cli.generate import parse_seeds
from pipeline.errors import OutputError, ProducerError, UsageError
from pipeline.evaluate.gold import read_gold
from pipeline.synthetic import generate as module
from pipeline.synthetic.families import FAMILIES
from pipeline.synthetic.generate import DEVELOPMENT, EVALUATION, generate, make_document
from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.sheet import Sheet

FAMILY = next(iter(FAMILIES))


def letters_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    (first,) = generate([5], tmp_path / "a", [FAMILY])
    (second,) = generate([5], tmp_path / "b", [FAMILY])
    assert first.read_bytes() == second.read_bytes()
    assert first.with_suffix(".json").read_bytes() == second.with_suffix(".json").read_bytes()


def test_another_seed_gives_another_programme() -> None:
    assert make_document(5, FAMILY).truth != make_document(6, FAMILY).truth


def test_each_file_is_named_after_its_family_and_seed_and_nothing_else_is_left(tmp_path: Path) -> None:
    generate([5], tmp_path, [FAMILY])
    name = f"{FAMILY.replace(' ', '-')}-5"
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{name}.json", f"{name}.pdf"]


def test_the_truth_is_gold_whose_titles_are_printed(tmp_path: Path) -> None:
    (made,) = generate([7], tmp_path, [FAMILY])
    printed = letters_of(made.read_bytes()).casefold().replace("\ufffe", "")
    truth = read_gold(made.with_suffix(".json"))
    found = ["".join(session.title.split()).casefold() in printed for session in truth]
    assert sum(found) >= 0.8 * len(truth) > 0


def test_families_are_taken_by_turns(tmp_path: Path) -> None:
    families = list(FAMILIES)[:2]
    made = generate(range(4), tmp_path, families)
    expected = [f"{families[seed % 2].replace(' ', '-')}-{seed}" for seed in range(4)]
    assert [path.stem for path in made] == expected


def test_each_producer_draws_one_round_of_families(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def named(name: str) -> object:
        return lambda sheet, making: name.encode()

    monkeypatch.setattr("pipeline.synthetic.producers.PRODUCERS", {name: named(name) for name in ("one", "two")})
    made = generate(range(4), tmp_path, list(FAMILIES)[:2], ["one", "two"])
    assert [path.read_bytes() for path in made] == [b"one", b"one", b"two", b"two"]


def test_a_producer_changes_no_word_of_the_truth(monkeypatch: pytest.MonkeyPatch) -> None:
    truth = make_document(5, FAMILY).truth
    monkeypatch.setattr("pipeline.synthetic.producers.PRODUCERS", {"other": lambda sheet, making: b""})
    assert make_document(5, FAMILY, "other").truth == truth


def test_a_day_of_creation_is_before_the_event(monkeypatch: pytest.MonkeyPatch) -> None:
    created = []

    def note(_: Sheet, making: Making) -> bytes:
        created.append(making.created)
        return b""

    monkeypatch.setattr("pipeline.synthetic.producers.PRODUCERS", {"reportlab": note})
    days = [[session.date for session in make_document(seed, FAMILY).truth if session.date] for seed in range(20)]
    told = [(day, min(dates)) for day, dates in zip(created, days, strict=True) if day and dates]
    assert all(day < first for day, first in told)
    assert None in created
    assert told


def test_a_scanned_programme_has_the_same_truth_and_no_text() -> None:
    plain, scanned = make_document(5, FAMILY), make_document(5, FAMILY, scanned=True)
    assert (scanned.name, scanned.truth) == (plain.name, plain.truth)
    assert letters_of(plain.pdf)
    assert letters_of(scanned.pdf) == ""


def test_an_unknown_family_or_producer_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=f"No family « spirale »; there are: {FAMILY}"):
        make_document(0, "spirale")
    with pytest.raises(UsageError, match="there are: reportlab, chromium, libreoffice"):
        make_document(0, FAMILY, "plume")


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="taken"):
        generate([5], tmp_path / "taken", [FAMILY])


def test_a_file_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise ProducerError("no ink.")

    monkeypatch.setattr("pipeline.synthetic.producers.PRODUCERS", {"reportlab": fail})
    with pytest.raises(ProducerError):
        generate([5], tmp_path, [FAMILY])
    assert list(tmp_path.iterdir()) == []


# The command


@pytest.mark.parametrize(("text", "first", "last"), [("7", 7, 7), ("0:40", 0, 39), ("999999", 999_999, 999_999)])
def test_seeds_are_one_or_a_range(text: str, first: int, last: int) -> None:
    seeds = parse_seeds(text)
    assert (seeds[0], seeds[-1]) == (first, last)
    assert set(seeds) <= set(DEVELOPMENT)


def test_seeds_of_the_evaluation_are_counted_from_their_own_beginning() -> None:
    assert parse_seeds("0:3", evaluation=True) == EVALUATION[0:3]
    assert EVALUATION.start == DEVELOPMENT.stop


@pytest.mark.parametrize("text", ["", "a", "-1", "4:4", "5:2", "1:2:3", "1000000", "0:1000001"])
def test_seeds_outside_the_range_are_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError, match="--seeds"):
        parse_seeds(text)


def test_the_command_prints_each_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(tmp_path, "5:7", [FAMILY], evaluation=True)
    printed = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.stem.rsplit("-", 1)[1] for path in printed] == ["1000005", "1000006"]
    assert all(path.is_file() and json.loads(path.with_suffix(".json").read_bytes()) for path in printed)


def test_importing_the_generator_draws_nothing_and_needs_no_program() -> None:
    assert not hasattr(module, "PRODUCERS")
