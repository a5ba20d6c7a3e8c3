"""The options of `programme run` that say whom it publishes, read before anything else and applied last."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from pipeline.edition_mode import Edition
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.editions.oppositions import Objection
    from pipeline.export import Dataset

EditionOption = Annotated[
    Edition, typer.Option("--edition", help="People by name, under pseudonyms that need a key, or not at all.")
]
KeyFile = Annotated[
    Path | None,
    typer.Option("--key", help="File with the key of pseudonyms, 32 bytes or more; else PROGRAMME_KEY."),
]
OppositionsFile = Annotated[
    Path | None,
    typer.Option("--oppositions", help="CSV of people who object; « oppositions.csv » beside the files counts too."),
]


class Publishing(NamedTuple):
    """Whom a run publishes."""

    edition: Edition
    key: bytes | None
    oppositions: "tuple[Objection, ...]"


def read_publishing(
    paths: Sequence[Path], out: Path, edition: Edition, key: Path | None, oppositions: Path | None
) -> Publishing:
    """Whom to publish, from the options and what stands beside the files.

    Raises:
        UsageError: a key is given for an edition without pseudonyms.
        EditionKeyError: the key cannot be used.
        OppositionsError: a list of people who object cannot be used.
    """
    from pipeline.edition_key import read_key
    from pipeline.editions.oppositions import find_oppositions, read_oppositions

    if key is not None and edition is not Edition.PSEUDONYMOUS:
        raise UsageError(f"--key is for the edition « {Edition.PSEUDONYMOUS} », not « {edition} ».")
    secret = read_key(key, out) if edition is Edition.PSEUDONYMOUS else None
    files = find_oppositions(paths, oppositions, out)
    return Publishing(edition, secret, tuple(each for file in files for each in read_oppositions(file)))


def check_previous(folder: Path, edition: Edition) -> None:
    """Refuse to follow an edition with other people in it: its UIDs would lead from one to the other.

    Raises:
        UsageError: the folder holds another kind of edition.
    """
    from pipeline.export.manifest import MANIFEST
    from pipeline.published import find_datasets

    for dataset in find_datasets(folder):
        path = dataset / MANIFEST
        found = json.loads(path.read_bytes()).get("edition", Edition.PUBLIC) if path.is_file() else Edition.PUBLIC
        if found != edition:
            raise UsageError(f"{folder} holds the edition « {found} »; --previous must be of « {edition} » too.")


def restrict(dataset: "Dataset", publishing: Publishing, cache: Path) -> "Dataset":
    """The dataset as it is to be published; what the cache holds of who objects is thrown away."""
    from pipeline.editions import restrict_edition
    from pipeline.shelf import Shelf

    forget_objectors(publishing, cache)
    return restrict_edition(dataset, *publishing, keep=Shelf)


def forget_objectors(publishing: Publishing, cache: Path) -> None:
    """Throw away what the cache holds of who objects."""
    from pipeline.editions.name_finder import NameFinder
    from pipeline.extract.ocr_cache import drop_entries
    from pipeline.running.cache import forget_results

    if publishing.oppositions:
        finder = NameFinder({each.name: [each.name] for each in publishing.oppositions})
        for forget in (drop_entries, forget_results):
            forget(cache, lambda text: bool(finder.find(text)))
