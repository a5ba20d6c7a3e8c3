"""What `programme run` does to a whole run between reading and writing it: its options are read before anything else.

In this order: corrections, who is who, whom the edition names, what calendars keep of the edition before.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from pipeline.cli.editions import Publishing, check_previous, restrict

if TYPE_CHECKING:
    from pipeline.corrections.file import Correction
    from pipeline.export import Dataset
    from pipeline.export.revisions import Edition as PreviousEdition
    from pipeline.identity.reference import Reference

BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="Where the folder will be published: the base of all addresses.")
]
Previous = Annotated[
    Path | None,
    typer.Option("--previous", help="Folder of the edition before: its calendars are brought up to date."),
]
CorrectionFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--corrections",
        help="Corrections to apply, besides those beside the files (corrections.csv in a folder); may be repeated.",
        show_default=False,
    ),
]
Organisations = Annotated[
    Path | None,
    typer.Option("--organisations", help="Reference of bodies; else referentiel_organisations.csv in a folder."),
]
Persons = Annotated[
    Path | None,
    typer.Option("--persons", help="Reference of persons; else referentiel_personnes.csv in a folder."),
]


class Steps(NamedTuple):
    """What is done to a whole run."""

    corrections: "tuple[Correction, ...]"
    reference: "Reference"
    publishing: Publishing
    before: "PreviousEdition | None"
    base_url: str


def read_steps(
    paths: Sequence[Path],
    publishing: Publishing,
    corrections: Sequence[Path],
    references: tuple[Path | None, Path | None],
    previous: Path | None,
    base_url: str | None,
) -> Steps:
    """What to do, from the options and what stands beside the files.

    Args:
        paths: what is read.
        publishing: whom to publish.
        corrections: files of corrections besides those beside the files.
        references: files that tell bodies and persons, in this order; else those beside the files.
        previous: the folder of the edition before.
        base_url: where the dataset will be published.

    Raises:
        PipelineError: one of these cannot be used.
    """
    from pipeline.corrections.file import find_corrections, read_corrections
    from pipeline.export.addresses import UNKNOWN_BASE, read_base
    from pipeline.export.revisions import read_previous
    from pipeline.identity.reference import read_reference

    if previous:
        check_previous(previous, publishing.edition)
    return Steps(
        corrections=read_corrections(find_corrections(paths, corrections)),
        reference=read_reference(paths, *references),
        publishing=publishing,
        before=read_previous(previous) if previous else None,
        base_url=read_base(base_url) if base_url else UNKNOWN_BASE,
    )


def finish_dataset(dataset: "Dataset", steps: Steps, cache: Path) -> "Dataset":
    """The dataset as it is to be written; what `cache` holds of people who object is thrown away.

    Raises:
        CorrectionError: a correction does not fit what was read.
    """
    from pipeline.export.revisions import follow_sessions
    from pipeline.identity.resolve import resolve_identities
    from pipeline.shelf import Shelf

    programmes = dataset.programmes
    if steps.corrections:
        from pipeline.corrections.replay import correct_programmes

        programmes = correct_programmes(programmes, steps.corrections, Shelf)
    known = resolve_identities(programmes, steps.reference, Shelf)
    dataset = dataset._replace(
        programmes=known.programmes,
        suggestions=known.suggestions,
        corrections=tuple(each.row for each in steps.corrections),
        base_url=steps.base_url,
    )
    dataset = restrict(dataset, steps.publishing, cache)
    return dataset._replace(previous=follow_sessions(steps.before, dataset.programmes) if steps.before else None)
