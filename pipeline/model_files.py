"""Where language models lie, and what identifies them."""

import importlib.util
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import TaggerError

# The names of the model of the project and of working without a model.
OWN, NONE = "own", "none"


class Model(NamedTuple):
    """A model as a run names it (« own », « fr_core_news_md ») and the digest of its files, empty without a model."""

    name: str
    sha256: str


def find_model(name: str = OWN) -> Path:
    """The folder of a model: that of the project, of an installed spaCy pipeline, or the one given.

    Raises:
        TaggerError: there is none.
    """
    if name == OWN:
        here = Path(__file__).resolve().parent
        # In an installed package the model lies inside it, in a checkout beside it.
        places = [here / "model", here.parent / "models" / "blocs"]
    else:
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        installed = spec.submodule_search_locations or () if spec else ()
        places = [*map(Path, installed), Path(name)]
    for place in places:
        for config in (place / "config.cfg", *sorted(place.glob(f"{place.name}-*/config.cfg"))):
            if config.is_file():
                return config.parent
    raise TaggerError(f"The spaCy pipeline « {name} » is not installed.")


def identify(name: str = OWN) -> Model:
    """What a model is, for who wants to run it again: its name and a digest of its files, empty without a model.

    Raises:
        TaggerError: there is no such pipeline.
    """
    import hashlib  # every command knows the names of models, few read one

    if name == NONE:
        return Model(name, "")
    folder = find_model(name)
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    # Where the folder of a model lies is nothing of it.
    return Model(Path(name).name, whole.hexdigest())
