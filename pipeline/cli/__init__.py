"""The command `programme`: documents to open data, and what helps with it, a command each.

Results go to standard output, everything else to standard error. Exit codes are those of `pipeline.errors`. Every
worker process imports this module again, as the main one of its parent: the commands themselves are elsewhere.
"""

import logging
import signal
import sys

from pipeline.errors import PipelineError
from pipeline.garbage import seldom_collection

INTERRUPTED, TERMINATED = 130, 143


@seldom_collection()
def main() -> None:
    """Run the command; errors are printed with their remedy and become exit codes."""
    reads_here = sys.argv[1:2] == ["run"] and not any(word.startswith(("--help", "--scheduler")) for word in sys.argv)
    if reads_here:
        from pipeline.running.limits import warm_up

        warm_up()  # before anything else: its imports take longer than ours

    from pipeline.cli.app import app

    # When the reader of our output goes away (« | head »), end in silence as other commands do.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # An end that is asked for is an end in good order: processes are ended, what is half written is removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s", stream=sys.stderr)
    try:
        app(prog_name="programme")
    except PipelineError as error:
        print(f"programme: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from error
    except SystemExit as ending:
        if ending.code in (INTERRUPTED, TERMINATED):  # Typer makes the first of Ctrl-C, and says nothing
            kept = "a dataset is replaced as a whole or not at all, and what was read is kept for the next run."
            print(f"programme: interrupted; {kept}", file=sys.stderr)
        raise
