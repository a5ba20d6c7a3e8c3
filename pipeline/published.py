"""Reads back what `programme run` published: the programmes of a dataset folder, or of a folder of them."""

from pathlib import Path

from pipeline.errors import DatasetError
from pipeline.programme import Programme


def find_datasets(folder: Path) -> list[Path]:
    """The dataset folders: `folder` itself or, when it is none, those that stand directly in it, by name.

    Raises:
        DatasetError: there is none.
    """
    if _is_dataset(folder):
        return [folder]
    below = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    found = [path for path in below if not path.name.startswith(".") and _is_dataset(path)]
    if not found:
        raise DatasetError(f"{folder} holds no dataset.")
    return found


def _is_dataset(folder: Path) -> bool:
    return (folder / "datapackage.json").is_file() or any((folder / "programmes").glob("*.json"))


def read_programmes(folder: Path) -> list[Programme]:
    """The programmes of one dataset folder, by file name.

    Raises:
        DatasetError: it is none, or its JSON does not fit the schema.
    """
    from pydantic import ValidationError

    if not _is_dataset(folder):
        raise DatasetError(f"{folder} holds no dataset.")
    try:
        files = sorted((folder / "programmes").glob("*.json"))
        return [Programme.model_validate_json(file.read_bytes()) for file in files]
    except ValidationError as error:
        raise DatasetError(f"{folder}: {error.error_count()} value(s) do not fit the schema.") from error
    except OSError as error:
        raise DatasetError(f"{folder}: cannot be read ({error.strerror}).") from error


def read_edition(folder: Path) -> list[Programme]:
    """The programmes of all datasets of a folder.

    Raises:
        DatasetError: there is none, one cannot be read, or two hold a programme of the same id.
    """
    found: dict[str, Programme] = {}
    for dataset in find_datasets(folder):
        for programme in read_programmes(dataset):
            if programme.programme_id in found:
                raise DatasetError(f"{folder} holds the programme « {programme.programme_id} » twice.")
            found[programme.programme_id] = programme
    return list(found.values())
