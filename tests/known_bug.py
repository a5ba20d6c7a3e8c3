"""Rows that show a bug of the program: they must fail until it is mended."""

from typing import Any

import pytest


def bug(row: Any, reason: str) -> Any:
    """A row (its values as a tuple) that is right, and that the program gets wrong."""
    values = row if isinstance(row, tuple) else (row,)
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
