"""Times the pipeline against `naive.py`, each run a process of its own, and writes the table of README.md.

Example: `python benchmarks/bench.py --runs 5 some-programme.pdf`. Without a file it takes the reference programme of
the shared corpus where there is one, else a sample of raw/.
"""

import argparse
import ctypes
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent.parent / "shared" / "corpus" / "nec-2022" / "nec-2022.pdf"
SAMPLE = HERE.parent / "raw" / "forum-des-rives-2024.pdf"
README = HERE / "README.md"


class Cost(NamedTuple):
    """What a process took: seconds of clock, seconds of processor, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def measure(command: Sequence[str]) -> Cost:
    """Run a command with its output discarded, and wait for it and for the processes it leaves behind.

    The cost is that of all of them; the memory is that of the largest process. Python may keep what it has compiled,
    as it does where the package is installed.

    Raises:
        SystemExit: the command failed; its last lines are shown.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{errors.read().decode(errors='replace')[-2000:]}")
    used = [usage, *_orphans()]
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    cpu = sum(each.ru_utime + each.ru_stime for each in used)
    return Cost(wall, cpu, max(each.ru_maxrss for each in used) / unit)


def adopt_orphans() -> None:
    """Make processes whose parent has ended children of this one: workers are children of a process of their own.

    Raises:
        SystemExit: this system cannot do it, so that the workers would cost nothing.
    """
    become_subreaper = 36  # PR_SET_CHILD_SUBREAPER, see prctl(2)
    if sys.platform != "linux" or ctypes.CDLL(None).prctl(become_subreaper, 1, 0, 0, 0):
        raise SystemExit("Only Linux tells what the worker processes of a command cost.")


def children_cpu() -> float:
    """The seconds of processor of all processes that were children of this one or left to it, and have ended."""
    for _ in _orphans():
        pass
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _orphans() -> Iterator[resource.struct_rusage]:
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def compare(file: Path, runs: int) -> dict[str, Cost]:
    """The medians of `runs` alternate runs of both, each writing to a fresh folder."""
    costs: dict[str, list[Cost]] = {"naive.py": [], "programme run": []}
    programme = str(Path(sys.executable).parent / "programme")
    for rank in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            naive = [sys.executable, str(HERE / "naive.py"), str(file), f"{folder}/naive.csv"]
            ours = [programme, "run", str(file), "--no-cache", "--out", f"{folder}/out"]
            found = measure(naive), measure(ours)
        if rank:  # the first compiles what was never run before
            costs["naive.py"].append(found[0])
            costs["programme run"].append(found[1])
            print(f"run {rank} of {runs}", file=sys.stderr)
    return {
        name: Cost(*(statistics.median(values) for values in zip(*found, strict=True)))
        for name, found in costs.items()
    }


def table(medians: dict[str, Cost], file: Path, runs: int) -> str:
    """The medians in Markdown, with the ratio of the first to each."""
    first = next(iter(medians.values()))
    rows = [
        f"{file.name}, {runs} runs each, medians; × = how many times less than `naive.py`.",
        "",
        "| | wall s | × | CPU s | × | peak MB | × |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, cost in medians.items():
        ratios = [base / value for base, value in zip(first, cost, strict=True)]
        rows.append(
            f"| `{name}` | {cost.wall:.2f} | {ratios[0]:.1f} | {cost.cpu:.2f} | {ratios[1]:.1f} "
            f"| {cost.memory:.0f} | {ratios[2]:.1f} |"
        )
    return "\n".join(rows)


def write_table(text: str, page: Path = README, name: str = "table") -> None:
    """Put the table between the markers of its name in the page."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page} has no {begin} … {end}.")
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def read_options(description: str, runs: int) -> argparse.Namespace:
    """The options of a benchmark over one file: `file`, `runs` (by default as given) and `no_write`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("file", nargs="?", type=Path, default=REFERENCE if REFERENCE.is_file() else SAMPLE)
    parser.add_argument("--runs", type=int, default=runs, help=f"runs of each ({runs})")
    parser.add_argument("--no-write", action="store_true", help="leave README.md as it is")
    return parser.parse_args()


def main() -> None:
    """Measure, print, and write README.md unless told not to."""
    options = read_options("Time the pipeline against a plain script.", runs=5)
    adopt_orphans()
    text = table(compare(options.file, options.runs), options.file, options.runs)
    print(text)
    if not options.no_write:
        write_table(text)


if __name__ == "__main__":
    main()
