"""Files written beside their place and moved there: whoever reads one finds it whole, or not at all."""

import os
import tempfile
from pathlib import Path
from typing import IO

# What is smaller stays in memory until it is put in place.
_SMALL = 1 << 20


def replace_file(path: Path, content: bytes) -> None:
    """Make a file hold a content; its folder is made, and nothing half written stays in it.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


class _Aside(tempfile.SpooledTemporaryFile[bytes]):
    """A nameless file that is closed, without a word, when nobody holds it any more."""

    def __del__(self) -> None:
        self.close()


def open_aside() -> IO[bytes]:
    """A nameless file to write and read again; a small one stays in memory."""
    return _Aside(max_size=_SMALL, prefix="programme-")
