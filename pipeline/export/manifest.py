"""What a run was made with: program, model, options, and every file with what came of it.

No clock and no place of this machine: two runs of one version over the same files give the same bytes.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pipeline import __version__
from pipeline.export.tables import Dataset
from pipeline.model_files import Model

MANIFEST = "run.json"


def tool_facts(model: Model | None) -> dict[str, Any]:
    """What documents are read with: the program and the model."""
    return {
        "outil": "programme-ouvert",
        "version": __version__,
        "modele": None if model is None else {"nom": model.name, "sha256": model.sha256 or None},
    }


def write_manifest(dataset: Dataset) -> dict[str, bytes]:
    """The manifest of a run, for whoever wants to repeat it or asks where a difference comes from."""
    read: dict[str, dict[str, str | int]] = {
        programme.file: {
            "sha256": programme.sha256,
            "programme_id": programme.programme_id,
            "etat": "publié" if programme.sessions else "pas un programme",
        }
        for programme in dataset.programmes
    }
    failed: dict[str, dict[str, str | int]] = {
        failure.file: {"etat": "échec", "code": failure.exit_code, "erreur": failure.error}
        for failure in dataset.failures
    }
    settings = dataset.settings
    manifest = {
        **tool_facts(dataset.model),
        "edition": dataset.edition,
        "oppositions": dataset.objections,
        "configuration": None if settings is None else {**settings, "sha256": _digest(settings)},
        "fichiers": [{"fichier": name, **facts} for name, facts in sorted({**read, **failed}.items())],
    }
    return {MANIFEST: (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def _digest(settings: Mapping[str, Any]) -> str:
    text = json.dumps(settings, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
