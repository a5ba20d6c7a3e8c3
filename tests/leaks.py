"""Looks for names in the bytes of a published folder, without any part of the program that hides them."""

import base64
import html
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any
from urllib.parse import unquote

from pyarrow import parquet


def folded(text: str) -> str:
    """The words of a text without case, accents or signs, one space between and around them."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    plain = re.sub("[\u0300-\u036f\u00ad]", "", plain)
    words = re.findall(r"[^\W\d_]+", plain)
    return f" {' '.join(words)} "


def texts_of(name: str, content: bytes) -> Iterator[str]:
    """What a file holds, in every way it may be read: its name, its bytes, its values."""
    yield unquote(name)
    yield content.decode("utf-8", "replace")
    suffix = name.rpartition(".")[2]
    if suffix == "parquet":
        yield json.dumps(parquet.read_table(io.BytesIO(content)).to_pylist(), ensure_ascii=False, default=str)
    elif suffix == "sqlite":
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            yield "\n".join(database.iterdump())
    elif suffix == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield html.unescape(archive.read(member).decode("utf-8", "replace"))
    elif suffix == "ics":
        yield re.sub(rb"\r?\n[ \t]", b"", content).decode("utf-8").replace("\\n", "\n").replace("\\,", ",")
    elif suffix in ("json", "jsonld"):
        yield "\n".join(_values(json.loads(content)))
    text = content.decode("utf-8", "replace")
    for escaped in (unquote(text), html.unescape(text), _unescaped(text)):
        if escaped != text:
            yield escaped


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _values(item)
    elif isinstance(value, list):
        for item in value:
            yield from _values(item)
    else:
        yield str(value)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text).replace("\\n", "\n")


def orders_of(name: str) -> set[str]:
    """The words of a name as they may follow one another: « Léa Durand », « Durand Léa »."""
    words = folded(name).split()
    return {f" {' '.join(words[cut:] + words[:cut])} " for cut in range(len(words))}


def leaks(files: Mapping[str, bytes], needles: Iterable[str]) -> dict[str, set[str]]:
    """The needles (folded words with a space around) that stand in each file, where there are some."""
    listed = set(needles)
    sizes = {len(needle.split()) for needle in listed}
    found: dict[str, set[str]] = {}
    for name, content in files.items():
        for text in set(texts_of(name, content)):
            words = folded(text).split()
            runs = {
                f" {' '.join(run)} " for size in sizes for run in zip(*(words[i:] for i in range(size)), strict=False)
            }
            if met := listed & runs:
                found.setdefault(name, set()).update(met)
    return found


def encoded(needle: bytes) -> set[bytes]:
    """Bytes as they may stand in a file: as they are, in base 64, in hexadecimal digits."""
    return {needle, base64.b64encode(needle), needle.hex().encode(), needle.hex().upper().encode()}
