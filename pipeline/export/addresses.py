"""Addresses and identifiers that other programs ask for: all made from our own ids and one base address."""

import hashlib
import re
import uuid
from collections.abc import Iterable
from urllib.parse import quote

from pipeline.errors import UsageError

# `.invalid` is reserved for names that never exist: nobody can take such an address for a real one.
UNKNOWN_BASE = "https://programmes.invalid/"

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+")
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "programme-ouvert")
# Conference apps keep the number in a signed integer of 32 bits; zero is no number of theirs.
_NUMBERS = 2**31 - 1


def read_base(address: str) -> str:
    """The base address as it is used: with a slash at its end.

    Example: `read_base("https://data.example/forum")` → `"https://data.example/forum/"`.

    Raises:
        UsageError: it is no address of the web, or has a query or a fragment.
    """
    if not _BASE.fullmatch(address):
        raise UsageError(f"« {address} » is not the address of a folder (https://…).")
    return address.rstrip("/") + "/"


def address_of(base: str, identifier: str) -> str:
    """The address of a record: programme, session, intervention, person or organisation."""
    return f"{base}#{quote(identifier)}"


def address_of_file(base: str, path: str) -> str:
    """The address of a file of the published folder."""
    return base + quote(path)


def guid(identifier: str) -> str:
    """A UUID made from an identifier; the same at every run, whatever the base address."""
    return str(uuid.uuid5(_NAMESPACE, identifier))


def number_records(identifiers: Iterable[str]) -> dict[str, int]:
    """A positive number for each identifier, made from it; where two would be the same, the later one moves on."""
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for identifier in sorted(identifiers):
        number = int(hashlib.sha256(identifier.encode("utf-8")).hexdigest(), 16) % _NUMBERS + 1
        while number in taken:
            number = number % _NUMBERS + 1
        taken.add(number)
        numbers[identifier] = number
    return numbers
