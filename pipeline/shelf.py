"""Programmes put aside in a file and taken out one at a time: a run holds none of them longer than it needs it."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from pipeline.aside import open_aside
from pipeline.programme import Programme

# How a step that makes programmes keeps them: `tuple` in memory, `Shelf` in a file.
Keep = Callable[[Iterable[Programme]], Sequence[Programme]]
# So many programmes stay in memory: a run over few files reads none of them again.
HELD = 200
_PARTS = {"sessions": (), "persons": (), "organisations": (), "provenances": (), "anomalies": ()}


class Shelf(Sequence[Programme]):
    """Programmes in the order given, those behind the first `held` in a temporary file: each access reads one anew.

    `heads` are the programmes without their parts, which are at hand without reading.

    Example: `Shelf(programmes)[0].title` → `"Forum des rives 2024"`.
    """

    def __init__(self, programmes: Iterable[Programme], held: int = HELD) -> None:
        self.heads: list[Programme] = []
        self._held: list[Programme] = []
        self._ends = [0]
        self._file = open_aside()
        for programme in programmes:
            self.heads.append(programme.model_copy(update=_PARTS))
            if len(self._held) < held:
                self._held.append(programme)
                continue
            self._file.write(zlib.compress(programme.model_dump_json(by_alias=True).encode("utf-8"), 1))
            self._ends.append(self._file.tell())

    def __len__(self) -> int:
        return len(self.heads)

    @overload
    def __getitem__(self, at: int) -> Programme: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Programme, ...]: ...

    def __getitem__(self, at: int | slice) -> Programme | tuple[Programme, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(len(self))[at])
        place = range(len(self))[at]
        if place < len(self._held):
            return self._held[place]
        place -= len(self._held)
        self._file.seek(self._ends[place])
        packed = self._file.read(self._ends[place + 1] - self._ends[place])
        return Programme.model_validate_json(zlib.decompress(packed))

    def __iter__(self) -> Iterator[Programme]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


def heads_of(programmes: Sequence[Programme]) -> Sequence[Programme]:
    """The programmes, for whoever asks for their own cells only: those of a shelf come without their parts."""
    return programmes.heads if isinstance(programmes, Shelf) else programmes
