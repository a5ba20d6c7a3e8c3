"""Programmes put aside in a file: the same ones come out, and a run holds few at a time however many there are."""

import weakref
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from programmes import forum

from pipeline.cli.output import what_to_look_at
from pipeline.corrections.replay import correct_programmes
from pipeline.edition_mode import Edition
from pipeline.editions import restrict_edition
from pipeline.export import Dataset, write_dataset, write_files
from pipeline.identity.resolve import resolve_identities
from pipeline.programme import Programme
from pipeline.shelf import Keep, Shelf, heads_of


def forums(count: int) -> list[Programme]:
    """So many programmes, the last one first: different by their identifiers."""
    text = forum().model_dump_json(by_alias=True)
    return [
        Programme.model_validate_json(text.replace("forum-des-rives-2024", f"forum-des-rives-{2024 + number}"))
        for number in reversed(range(count))
    ]


def published(programmes: Iterable[Programme], keep: Keep) -> Dataset:
    """What a run makes of programmes between reading and writing them."""
    read = correct_programmes(keep(programmes), [], keep)
    known = resolve_identities(read, keep=keep)
    return restrict_edition(Dataset(known.programmes, suggestions=known.suggestions), Edition.PUBLIC, keep=keep)


@pytest.mark.parametrize("held", [0, 2, 5])
def test_a_shelf_holds_what_was_put_on_it(held: int) -> None:
    programmes = forums(3)
    shelf = Shelf(iter(programmes), held)
    assert shelf == programmes
    assert programmes == shelf
    assert shelf[-1] == programmes[-1]
    assert shelf[1:] == tuple(programmes[1:])
    assert shelf != programmes[:2]
    assert [head.title for head in heads_of(shelf)] == [each.title for each in programmes]
    assert not any(head.sessions or head.provenances for head in heads_of(shelf))
    with pytest.raises(IndexError):
        shelf[3]


def test_programmes_have_themselves_as_heads() -> None:
    programmes = tuple(forums(1))
    assert heads_of(programmes) is programmes


def test_a_dataset_is_the_same_wherever_its_programmes_are_kept() -> None:
    programmes = forums(4)
    assert write_files(published(programmes, partial(Shelf, held=1))) == write_files(published(programmes, tuple))


def test_a_run_holds_no_more_programmes_at_a_time_the_more_there_are(tmp_path: Path) -> None:
    def most_held(count: int) -> int:
        alive: list[weakref.ref[Programme]] = []
        most = 0

        class Counted(Shelf):
            def __init__(self, programmes: Iterable[Programme]) -> None:
                super().__init__(programmes, held=0)

            def __getitem__(self, at: Any) -> Any:
                nonlocal most
                found = super().__getitem__(at)
                alive[:] = [*(each for each in alive if each() is not None), weakref.ref(found)]
                most = max(most, len(alive))
                return found

        dataset = published(iter(forums(count)), Counted)
        write_dataset(dataset, tmp_path / str(count))
        list(what_to_look_at(dataset.programmes))
        return most

    assert most_held(12) == most_held(4) <= 4
