"""Options that several commands have in common."""

from typing import Annotated

import typer

TaggerName = Annotated[
    str,
    typer.Option(
        "--tagger", help="« own », « none », an installed spaCy pipeline that has an « ner », or its folder."
    ),
]
