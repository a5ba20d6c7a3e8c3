"""The key of pseudonyms: read from a file or the environment, never written anywhere."""

import hashlib
import hmac
import os
from pathlib import Path

from pipeline.errors import EditionKeyError

KEY_VARIABLE = "PROGRAMME_KEY"
MIN_BYTES = 32
# Fewer different bytes are a key somebody typed: « aaaa… » is found by trying.
_MIN_DIFFERENT = 8
_DIGITS = 16


def read_key(file: Path | None, out: Path) -> bytes:
    """The key in a file, or else in `PROGRAMME_KEY`; blanks around it do not count.

    Args:
        file: where the key lies, if it was told.
        out: the folder to be published, which must not hold it.

    Raises:
        EditionKeyError: there is none, it is too short, or it lies in the folder to be published.
    """
    if file is None:
        found, where = os.environb.get(KEY_VARIABLE.encode(), b""), KEY_VARIABLE
        if not found:
            raise EditionKeyError(f"The edition « pseudonyme » needs a key: --key FILE or {KEY_VARIABLE}.")
    else:
        if is_below(file, out):
            raise EditionKeyError(f"{file} lies in {out}, which is published: keep the key elsewhere.")
        where = str(file)
        try:
            found = file.read_bytes()
        except OSError as error:
            raise EditionKeyError(f"{file}: the key cannot be read ({error.strerror}).") from error
    key = found.strip()
    if len(key) < MIN_BYTES:
        raise EditionKeyError(f"{where}: the key has {len(key)} bytes, fewer than {MIN_BYTES}.")
    if len(set(key)) < _MIN_DIFFERENT:
        raise EditionKeyError(f"{where}: the key repeats a few signs and could be guessed.")
    return key


def is_below(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, links followed."""
    return file.resolve().is_relative_to(folder.resolve())


def keyed_digest(key: bytes, *parts: str) -> str:
    """The first hexadecimal digits of an HMAC-SHA256 over the parts: 64 bits, nothing without the key."""
    message = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hmac.new(key, message, hashlib.sha256).hexdigest()[:_DIGITS]
