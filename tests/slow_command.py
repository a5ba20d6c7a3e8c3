"""The command `programme`, with workers that take their time: `python slow_command.py wait run …`."""

import sys
from functools import partial

import faults

from pipeline import cli, pool

if __name__ == "__main__":
    pool.run_pool = partial(pool.run_pool, read=getattr(faults, sys.argv.pop(1)))
    cli.main()
