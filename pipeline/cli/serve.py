"""The command `programme serve`: a dataset in the browser of this machine."""

from pathlib import Path
from typing import Annotated

import typer

LOCAL = "127.0.0.1"
# Where `programme review` writes.
USUAL_PAGES = Path("revue")


def serve(
    folder: Annotated[Path, typer.Argument(help="A folder written by `programme run`.", show_default=False)],
    pages: Annotated[
        Path | None,
        typer.Option(help="Folder of its review pages, served at /revue/; else « revue », if there."),
    ] = None,
    host: Annotated[str, typer.Option(help="Address to listen on; the default is this machine alone.")] = LOCAL,
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65_535)] = 8001,
) -> None:
    """Serve a dataset on this machine: its tables, questions in SQL, its review pages; nothing can be changed."""
    from pipeline.errors import UsageError
    from pipeline.serve import PAGES_AT, open_datasette

    if pages is None and USUAL_PAGES.is_dir():
        pages = USUAL_PAGES
    application = open_datasette(folder, pages).app()
    import uvicorn

    typer.echo(f"programme: http://{host}:{port}/ (Ctrl-C to stop)", err=True)
    if pages:
        typer.echo(f"programme: http://{host}:{port}/{PAGES_AT}/index.html", err=True)
    try:
        uvicorn.run(application, host=host, port=port, log_level="error")
    except SystemExit as error:
        # uvicorn has said why in its log, and ends with a code of its own.
        if error.code:
            raise UsageError(f"Nothing can listen on {host}:{port}; is --port taken?") from error
        raise
