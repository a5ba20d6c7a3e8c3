"""The nested JSON: one file per programme, the same facts as the tables."""

from typing import Any

from pydantic_core import to_json

from pipeline.export.tables import Dataset, arrange_programmes, plain
from pipeline.programme import Programme


def write_programmes(dataset: Dataset) -> dict[str, bytes]:
    """One JSON file per programme: `programmes/<programme_id>.json`.

    Raises:
        OutputError: two programmes have the same id, or a value cannot be written.
    """
    return {
        f"programmes/{programme.programme_id}.json": _encode(programme) for programme in arrange_programmes(dataset)
    }


def nest_programme(programme: Programme) -> dict[str, Any]:
    """The programme as JSON values under its published names.

    Example: `nest_programme(programme)["sessions"][0]["heure_debut"]` → `"10:00"`.
    """
    where = f"programmes/{programme.programme_id}.json"
    return {name: _nest(value, f"{where}, {name}") for name, value in programme.model_dump(by_alias=True).items()}


def _nest(value: Any, where: str) -> Any:
    if isinstance(value, dict):
        return {name: _nest(item, where) for name, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_nest(item, where) for item in value]
    return plain(value, where)


def _encode(programme: Programme) -> bytes:
    # The same bytes as json.dumps, whose indentation is written in Python, at a tenth of its time.
    return to_json(nest_programme(programme), indent=1) + b"\n"
