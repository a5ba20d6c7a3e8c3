import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UsageError
from pipeline.export import addresses
from pipeline.export.addresses import address_of, address_of_file, guid, number_records, read_base


@pytest.mark.parametrize("address", ["https://data.example/forum", "https://data.example/forum//"])
def test_a_base_ends_with_one_slash(address: str) -> None:
    assert read_base(address) == "https://data.example/forum/"


@pytest.mark.parametrize(
    "address", ["data.example", "ftp://data.example/", "https://", "https://a b/", 'https://a/">', "https://a/?b"]
)
def test_what_is_no_address_of_a_folder_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is not the address"):
        read_base(address)


def test_a_record_and_a_file_stand_below_the_base() -> None:
    assert address_of("https://a.example/", "forum-1") == "https://a.example/#forum-1"
    assert address_of_file("https://a.example/", "agendas/é.ics") == "https://a.example/agendas/%C3%A9.ics"


def test_a_guid_is_a_uuid_that_never_changes() -> None:
    assert guid("forum-des-rives-2024-5f2c81d09a3b") == "e36ce20d-db47-5cfa-9291-ac1527fdf9d4"
    assert uuid.UUID(guid("a")) != uuid.UUID(guid("b"))


@given(st.sets(st.text(min_size=1, max_size=8), max_size=30))
def test_every_record_has_a_number_of_its_own(identifiers: set[str]) -> None:
    numbers = number_records(identifiers)
    assert set(numbers) == identifiers
    assert len(set(numbers.values())) == len(identifiers)
    assert all(0 < number < 2**31 for number in numbers.values())


def test_records_of_one_number_are_told_apart_the_same_way_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_NUMBERS", 3)
    assert sorted(number_records("abc").values()) == [1, 2, 3]
    assert number_records("abc") == number_records("cba")
