"""The command `programme`, with workers that take their time: `python slow_command.py wait run …`."""

import sys
from functools import partial

import faults

from pipeline import cli
from pipeline.cli import reading as cli_reading
from pipeline.running import pool

if __name__ == "__main__":
    cli_reading.run_pool = partial(pool.run_pool, read=getattr(faults, sys.argv.pop(1)))  # type: ignore[attr-defined]
    cli.main()
