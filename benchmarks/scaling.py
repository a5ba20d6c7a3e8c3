"""What many programmes cost: one worker against two, and memory and time from a hundred programmes to ten thousand.

Draws invented programmes once into a folder, copies them under other names with other bytes, and runs the command
over them. CPU time is that of all its processes; peaks are those of the parent and of the largest worker.

Example: `python benchmarks/scaling.py --drawn 1000 --workers-on 1000 --growth 100 1000 10000`
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import adopt_orphans, children_cpu, write_table

HERE = Path(__file__).resolve().parent
SCALE = HERE.parent / "docs" / "scale.md"
PROGRAMME = str(Path(sys.executable).parent / "programme")
# Development seeds that nothing else uses.
FIRST_SEED = 2_000
LOOK_SECONDS = 0.2


class Cost(NamedTuple):
    """What a run took: seconds, CPU seconds of all processes, peak MB of the parent and of the largest worker.

    `early` is what the largest worker had after a tenth of the files, `written` the MB of the published folder.
    """

    files: int
    wall: float
    cpu: float
    parent: float
    worker: float
    early: float
    written: float


def draw(folder: Path, count: int) -> list[Path]:
    """So many invented programmes, drawn with the fastest producer; those of an earlier call are used again."""
    command = [PROGRAMME, "generate", "--out", str(folder), "--producer", "reportlab"]
    if len(list(folder.glob("*.pdf"))) != count:
        seeds = ["--seeds", f"{FIRST_SEED}:{FIRST_SEED + count}"]
        subprocess.run([*command, *seeds], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return sorted(folder.glob("*.pdf"))


def copy(drawn: Sequence[Path], folder: Path, count: int) -> None:
    """So many different files: the programmes in turn, each time with other bytes behind the end."""
    folder.mkdir()
    for rank in range(count):
        path = drawn[rank % len(drawn)]
        (folder / f"{path.stem}-{rank:06}.pdf").write_bytes(path.read_bytes() + b"\n%% %d\n" % rank)


def run(files: Path, workers: int, partitioned: bool) -> Cost:
    """Run the command over a folder, from nothing."""
    with tempfile.TemporaryDirectory() as temporary:
        out, log = Path(temporary, "out"), Path(temporary, "log")
        command = [PROGRAMME, "run", str(files), "--out", str(out), "--log-json", str(log), "--jobs", str(workers)]
        command += ["--cache", f"{temporary}/cache", *(["--partitioned"] if partitioned else [])]
        before, begin = children_cpu(), time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        parent = 0.0
        while process.poll() is None:
            parent = max(parent, peak_of(process.pid))
            time.sleep(LOOK_SECONDS)
        wall = time.perf_counter() - begin
        if process.returncode not in (0, 3):
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}.")
        read = [told for line in log.read_text().splitlines() if (told := json.loads(line))["evenement"] == "fichier"]
        memory = [told["memoire_mo"] for told in read]
        early = memory[: max(len(memory) // 10, 20)]
        written = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
        return Cost(len(read), wall, children_cpu() - before, parent, max(memory), max(early), written)


def peak_of(pid: int) -> float:
    """The most memory a process has had so far, in MB; 0 once it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1e3


def compare_workers(files: Path, runs: int) -> Iterator[str]:
    """One worker against two on the same files, in turn: the medians."""
    costs: dict[int, list[Cost]] = {1: [], 2: []}
    for _ in range(runs):
        for workers, found in costs.items():
            found.append(run(files, workers, partitioned=True))
    walls = {workers: statistics.median(cost.wall for cost in found) for workers, found in costs.items()}
    yield f"`programme run --partitioned`, {costs[1][0].files:,} invented programmes; {runs} run(s) each, medians."
    yield ""
    yield "| workers | s | × |"
    yield "|---:|---:|---:|"
    for workers, wall in walls.items():
        yield f"| {workers} | {wall:.0f} | {walls[1] / wall:.2f} |"


def grow(drawn: Sequence[Path], counts: Sequence[int], workers: int) -> Iterator[str]:
    """Runs over more and more files, in partitions."""
    yield f"`programme run --partitioned --jobs {workers}`, {len(drawn):,} small invented programmes and copies."
    yield ""
    yield "| files | CPU s | CPU s a file | parent MB | worker MB | the same after a tenth | written MB |"
    yield "|---:|---:|---:|---:|---:|---:|---:|"
    for count in counts:
        with tempfile.TemporaryDirectory() as temporary:
            copy(drawn, Path(temporary, "raw"), count)
            cost = run(Path(temporary, "raw"), workers, partitioned=True)
        yield (
            f"| {count:,} | {cost.cpu:.0f} | {cost.cpu / count:.2f} | {cost.parent:.0f} | {cost.worker:.0f} "
            f"| {cost.early:.0f} | {cost.written:.0f} |"
        )


def main() -> None:
    """Measure, print, and write the tables of docs/scale.md unless told not to."""
    parser = argparse.ArgumentParser(description="Time many programmes.")
    parser.add_argument("--drawn", type=int, default=1000, help="programmes to draw (1000)")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "programmes-inventes"))
    parser.add_argument(
        "--smallest", type=int, default=400, help="how many of them, by size, the growth is over (400)"
    )
    parser.add_argument("--workers-on", type=int, default=1000, help="files for one worker against two; 0 for none")
    parser.add_argument("--runs", type=int, default=1, help="runs of one worker and of two (1)")
    parser.add_argument("--growth", type=int, nargs="*", default=[100, 1000, 10_000], help="numbers of files")
    parser.add_argument("--no-write", action="store_true", help="leave docs/scale.md as it is")
    options = parser.parse_args()
    adopt_orphans()
    drawn = draw(options.folder, options.drawn)
    small = sorted(drawn, key=lambda path: path.stat().st_size)[: options.smallest]
    random.Random(0).shuffle(small)  # so that fewer files are of the same sizes as more
    tables: dict[str, Iterator[str]] = {}
    if options.growth:
        tables["growth"] = grow(small, options.growth, workers=2)
    if options.workers_on:
        with tempfile.TemporaryDirectory() as temporary:
            copy(drawn, Path(temporary, "raw"), options.workers_on)
            tables["workers"] = iter(list(compare_workers(Path(temporary, "raw"), options.runs)))
    for name, lines in tables.items():
        text = ""
        for line in lines:
            print(line, flush=True)
            text += f"{line}\n"
        if not options.no_write:
            write_table(text.rstrip(), SCALE, name)


if __name__ == "__main__":
    main()
