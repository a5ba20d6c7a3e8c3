"""The files of a dataset while they are written: each as bytes, or as a stream that need not be in memory whole."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

Files = Mapping[str, bytes]
Content = bytes | IO[bytes]


class Written(Files):
    """The files written so far to a folder, read again when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, None] = {}

    def __getitem__(self, name: str) -> bytes:
        with self.open(name) as stream:
            return stream.read()

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def open(self, name: str) -> io.BufferedReader:
        """One of the files as a stream."""
        if name not in self.names:
            raise KeyError(name)
        return (self.folder / name).open("rb")


def open_file(files: Files, name: str) -> io.BufferedReader | io.BytesIO:
    """One of the files as a stream, wherever they are."""
    return files.open(name) if isinstance(files, Written) else io.BytesIO(files[name])


def read_content(content: Content) -> bytes:
    """All of a content."""
    if isinstance(content, bytes):
        return content
    with content:
        return content.read()
