"""Whether parts of a PDF are damaged: readers drop what they cannot unpack, and say nothing."""

import re
import zlib
from collections.abc import Iterator

DAMAGE_DOUBT = "donnees_abimees"

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
# What stands before a stream is looked at from its object on, and no further back than this.
_HEAD_BYTES = 1_000
# Damage shows early; unpacking a bomb is not our business.
_MAX_UNPACKED, _MAX_PACKED = 4 << 20, 64 << 20


def count_damaged_streams(data: bytes) -> int:
    """How many of the compressed parts of a PDF, pictures aside, break off with an error when they are unpacked.

    A wrong check sum at the end is no damage: many programs write none. Of an encrypted file nothing can be told.
    """
    if b"/Encrypt" in data:
        return 0
    damaged, budget = 0, _MAX_PACKED
    for found in _streams(data):
        head = data[max(0, found.start() - _HEAD_BYTES) : found.start()].rpartition(b" obj")[2]
        if not _FLATE.search(head) or b"/Image" in head:
            continue
        end = data.find(b"endstream", found.end())
        packed = data[found.end() : end if end >= 0 else len(data)]
        budget -= len(packed)
        if budget < 0:
            break
        damaged += _is_damaged(packed)
    return damaged


def _streams(data: bytes) -> Iterator[re.Match[bytes]]:
    """Where streams begin; the pattern alone would look at each byte of all pictures."""
    place = data.find(b"stream")
    while place >= 0:
        if found := _STREAM.match(data, place):
            yield found
        place = data.find(b"stream", place + 1)


def _is_damaged(packed: bytes) -> bool:
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed, _MAX_UNPACKED)
    except zlib.error as error:
        return "incorrect data check" not in str(error)
    return False
