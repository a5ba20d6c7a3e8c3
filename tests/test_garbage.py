"""The collector of cycles held back, and back as it was; what is remembered of documents."""

import gc

import pytest

from pipeline.garbage import REMEMBERED, SELDOM, forget_texts, no_collection, seldom_collection
from pipeline.wording import is_first_name


def test_inside_nothing_is_collected_and_afterwards_again() -> None:
    assert gc.isenabled()
    with no_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_inside_leaves_it_as_it_was() -> None:
    with pytest.raises(ValueError, match="inside"), no_collection():
        raise ValueError("inside")
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    with no_collection(), no_collection():
        assert not gc.isenabled()
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_function_may_be_called_again() -> None:
    @no_collection()
    def seen() -> bool:
        return gc.isenabled()

    assert [seen(), seen()] == [False, False]


def test_only_what_has_grown_large_is_forgotten() -> None:
    is_first_name.cache_clear()
    is_first_name("Léa")
    forget_texts()
    assert is_first_name.cache_info().currsize == 1
    for rank in range(REMEMBERED):
        is_first_name(f"Léa{rank}")
    forget_texts()
    assert is_first_name.cache_info().currsize == 0


def test_seldom_is_for_the_inside_alone() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="inside"), seldom_collection():
        assert (gc.get_threshold(), gc.isenabled()) == (SELDOM, True)
        raise ValueError("inside")
    assert gc.get_threshold() == before != SELDOM
