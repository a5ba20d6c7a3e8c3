"""Small files that want much, nest too deep or are damaged: a result or a classified error, within the limits."""

import random
import time
from pathlib import Path

import hostile
import pytest
from hostile_bombs import BOMBS, page_with, stream_of

from pipeline import errors
from pipeline.errors import DamagedPdfError, MemoryLimitError, TooLargeError
from pipeline.export import Dataset
from pipeline.extract.damage import DAMAGE_DOUBT, count_damaged_streams
from pipeline.extract.pdf import read_pdf
from pipeline.model_files import NONE
from pipeline.running.jobs import find_jobs
from pipeline.running.limits import Limits
from pipeline.running.pool import make_plan, run_pool
from pipeline.tables import Failure

LIMITS = Limits(seconds=30, megabytes=320)
REFUSED: dict[str, type[errors.PipelineError]] = {
    "nested_flate": MemoryLimitError,
    "great_stream": MemoryLimitError,
    "self_calling_form": MemoryLimitError,
    "doubling_forms": MemoryLimitError,
    "deep_pages": DamagedPdfError,
    "looping_pages": DamagedPdfError,
    "damaged_content": DamagedPdfError,
    "great_image": errors.ImageOnlyPdfError,
    "great_letters": errors.ImageOnlyPdfError,
    "many_pages": TooLargeError,
}


def run(folder: Path, files: dict[str, bytes]) -> Dataset:
    raw = folder / "raw"
    raw.mkdir()
    for name, data in files.items():
        (raw / f"{name}.pdf").write_bytes(data)
    return run_pool(find_jobs([raw]), make_plan(folder / "cache", NONE, limits=LIMITS), 2)


def test_every_bomb_ends_in_a_result_or_its_error(tmp_path: Path) -> None:
    files = {name: build() for name, build in BOMBS.items()}
    assert sum(map(len, files.values())) < 12 << 20
    started = time.monotonic()
    dataset = run(tmp_path, files)
    assert time.monotonic() - started < 90
    assert {Path(found.file).stem: found.error for found in dataset.failures} == {
        name: error.__name__ for name, error in REFUSED.items()
    }
    assert {Path(found.file).stem for found in dataset.programmes} == BOMBS.keys() - REFUSED.keys()


def test_bytes_changed_at_random_give_a_result_or_a_classified_error(tmp_path: Path) -> None:
    chance = random.Random(11)
    sources = [hostile.good(), hostile.no_text_page(), BOMBS["half_damaged"](), BOMBS["no_sheet"]()]
    files = {f"{rank:02}": mutated(chance.choice(sources), chance) for rank in range(60)}
    dataset = run(tmp_path, files)
    assert len(dataset.programmes) + len(dataset.failures) == len(files)
    assert [found for found in dataset.failures if not is_classified(found)] == []


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some overwritten, some cut out, and some of its words exchanged."""
    text = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        spot = chance.randrange(len(text))
        match chance.randrange(3):
            case 0:
                text[spot] = chance.randrange(256)
            case 1:
                del text[spot : spot + chance.randrange(40)]
            case 2:
                text[spot:spot] = chance.choice((b"<<", b">>", b"endobj", b"3 0 R", b"stream", b"-1", b"99999999999"))
    return b"%PDF-1.4\n" + bytes(text)


def is_classified(failure: Failure) -> bool:
    return isinstance(getattr(errors, failure.error, None), type)


def test_a_page_that_lost_part_of_its_text_is_read_with_a_doubt() -> None:
    document = read_pdf(BOMBS["half_damaged"](), "half.pdf")
    assert "Atelier de Perrine 69" in document.pages[0].lines[-1].text
    assert document.doubts == (DAMAGE_DOUBT,)


def test_the_doubt_is_published(tmp_path: Path) -> None:
    dataset = run(tmp_path, {"half": BOMBS["half_damaged"](), "good": hostile.good()})
    assert {
        programme.file: [anomaly.code for anomaly in programme.anomalies if anomaly.code == DAMAGE_DOUBT]
        for programme in dataset.programmes
    } == {"good.pdf": [], "half.pdf": [DAMAGE_DOUBT]}


@pytest.mark.parametrize("name", ["good", "rotated_page", "owner_password", "image_only", "ligatures"])
def test_a_sound_file_is_not_damaged(name: str) -> None:
    assert count_damaged_streams(getattr(hostile, name)()) == 0


def test_a_wrong_check_sum_or_another_filter_is_no_damage() -> None:
    import zlib

    packed = zlib.compress(b"BT (Perrine) Tj ET" * 100)
    assert count_damaged_streams(page_with(stream_of(packed[:-4] + b"oops", b"/Filter /FlateDecode"))) == 0
    assert count_damaged_streams(page_with(stream_of(packed[:-4], b"/Filter /FlateDecode"))) == 0
    assert count_damaged_streams(page_with(stream_of(b"oops", b"/Filter [/ASCII85Decode /FlateDecode]"))) == 0
    assert count_damaged_streams(page_with(stream_of(b"oops", b"/Filter /FlateDecode"))) == 1


def test_readers_that_count_pages_differently_are_told(tmp_path: Path) -> None:
    from pipeline.extract import read_document, tables

    path = tmp_path / "forum.pdf"
    path.write_bytes(hostile.good())
    document = read_document(path)
    twice = (*document.pages, document.pages[0].model_copy(update={"number": 2}))
    ruled = document.model_copy(update={"pages": tuple(page.model_copy(update={"rulings": 10}) for page in twice)})
    assert tables.with_cells(path, ruled).doubts == (tables.PAGES_DOUBT,)
