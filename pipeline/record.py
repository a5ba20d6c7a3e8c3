"""Contract: a published record, and how one of its columns is told."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A published record: frozen, no unknown field, read and written under its French names."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )


def column(alias: str, title: str, description: str, *examples: Any, **rules: Any) -> Any:
    """A published column: French name, title, description, examples; `rules` go to pydantic's Field."""
    return Field(alias=alias, title=title, description=description, examples=list(examples), **rules)
