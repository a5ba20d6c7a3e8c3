"""What OCR has read, kept by content: a page takes a second or two, and the same file always reads the same.

An entry is one JSON file with a digest over its content. It is written beside its place and moved there, and one
that cannot be read or whose digest differs is read again from the page, never trusted.
"""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pipeline.aside import replace_file

# Where the cache lies when neither the option nor this variable of the environment names a folder.
CACHE_VARIABLE = "PROGRAMME_CACHE"
_FOLDER = "programme-ouvert"

log = logging.getLogger(__name__)


def cache_folder(chosen: Path | None = None) -> Path:
    """The folder of the cache: the one chosen, that of `PROGRAMME_CACHE`, or the user's cache folder (XDG)."""
    if chosen is not None:
        return chosen
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG rules say that a relative path is to be ignored.
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / _FOLDER


def load_entry(folder: Path, key: Mapping[str, Any]) -> Any | None:
    """What is kept under a key, or None; a damaged entry is reported and counts as none."""
    path = _path(folder, key)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        log.warning("cache entry %s cannot be read and is made again (%s)", path.name, type(error).__name__)
        return None
    try:
        entry = json.loads(text)
        if entry["key"] == dict(key) and entry["digest"] == _digest(entry["value"]):
            return entry["value"]
    except (ValueError, KeyError, TypeError):
        log.debug("cache entry %s is no entry", path.name)
    log.warning("cache entry %s is damaged and is made again", path.name)
    return None


def save_entry(folder: Path, key: Mapping[str, Any], value: Any) -> None:
    """Keep a value of plain JSON; a folder that cannot be written is reported and costs only time."""
    text = json.dumps({"key": dict(key), "digest": _digest(value), "value": value}, ensure_ascii=False)
    try:
        replace_file(_path(folder, key), text.encode("utf-8"))
    except OSError as error:
        log.warning("the cache cannot be written (%s)", error.strerror)


def drop_entries(folder: Path, unwanted: Callable[[str], bool]) -> int:
    """Throw away the entries whose words, joined, are unwanted, and those no longer readable; how many they were."""
    dropped = 0
    for path in sorted((folder / "ocr").glob("*/*.json")):
        try:
            value = json.loads(path.read_text(encoding="utf-8"))["value"]
            stays = not unwanted(" ".join(str(word[0]) for word in value["words"]))
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            stays = False
        if not stays:
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped


def _path(folder: Path, key: Mapping[str, Any]) -> Path:
    name = _digest(dict(key))
    return folder / "ocr" / name[:2] / f"{name}.json"


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
