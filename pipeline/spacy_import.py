"""spaCy without its commands."""

import sys
from types import ModuleType
from typing import Any

_COMMANDS, _INFO = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy without `spacy.cli`, so that `import spacy` finds it there.

    It imports its commands for one function, and with them clients for downloads and templates of projects: half a
    second at each start that tagging has no use for. Who imports `spacy.cli` later gets the real one.
    """
    if "spacy" in sys.modules or _COMMANDS in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    info.info = _show_info  # type: ignore[attr-defined]
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _show_info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, the one function of the commands that spaCy offers as its own."""
    from spacy.cli.info import info

    return info(*arguments, **options)
