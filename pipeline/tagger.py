"""Named entities of French text: any spaCy pipeline with an `ner`, loaded light.

The start of spaCy's French is one tokenizer regex of two seconds; entities need none of it, so the pipeline is
given a tokenizer with the punctuation and elision rules only. The model package itself is used as installed.
"""

import importlib.util
import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import TaggerError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "fr_core_news_md"
# The name under which the light French is known to spaCy; its own « fr » stays as it is for everybody else.
LIGHT = "fr_light"
# The tokenizer is quadratic on runs of one sign; text beyond these limits is squeezed or cut before tagging.
MAX_RUN = 40
MAX_LENGTH = 20_000

_RUN = re.compile(rf"(\S)\1{{{MAX_RUN},}}")


class Entity(NamedTuple):
    """A stretch of text and the label the model gives it (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    label: str


Tagger = Callable[[Sequence[str]], list[list[Entity]]]


def no_tagger(texts: Sequence[str]) -> list[list[Entity]]:
    """A tagger that finds nothing: the grammar of speaker lists then works alone."""
    return [[] for _ in texts]


def load_tagger(name: str = DEFAULT) -> Tagger:
    """The tagger of an installed spaCy pipeline, or of one in a folder; « none » gives `no_tagger`.

    The model is loaded when there is a first text to tag: a programme that names nobody costs no start-up.

    Raises:
        TaggerError: nothing of that name is installed. The tagger raises it when the pipeline has no `ner`.
    """
    if name == "none":
        return no_tagger
    installed = name.isidentifier() and importlib.util.find_spec(name) is not None
    if not installed and not Path(name).is_dir():
        raise TaggerError(f"The spaCy pipeline « {name} » is not installed.")

    def tag(texts: Sequence[str]) -> list[list[Entity]]:
        if not texts:
            return []
        docs = _load(name).pipe((prepare(text) for text in texts), batch_size=64)
        return [[Entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] for doc in docs]

    return tag


@cache
def _load(name: str) -> "Language":
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    import spacy
    from spacy.util import registry
    from thinc.api import NumpyOps, set_current_ops

    # The generic BLIS kernel is slower here than numpy's own product, for the same entities.
    set_current_ops(NumpyOps(use_blis=False))
    registry.languages.register(LIGHT, func=_light_french())
    unused = [
        "tok2vec",
        "morphologizer",
        "parser",
        "senter",
        "attribute_ruler",
        "lemmatizer",
        "tagger",
        "tokenizer",
        "strings",
    ]
    try:
        nlp = spacy.load(name, exclude=unused, config={"nlp": {"lang": LIGHT}})
    except OSError as error:
        raise TaggerError(f"The spaCy pipeline « {name} » is not installed or cannot be loaded.") from error
    if "ner" not in nlp.pipe_names:
        raise TaggerError(f"The spaCy pipeline « {name} » has no « ner »: it has {', '.join(nlp.pipe_names)}.")
    return nlp


def _light_french() -> "type[Language]":
    """French with punctuation and elision rules only."""
    from spacy.lang.char_classes import ALPHA, LIST_ELLIPSES, LIST_ICONS, LIST_PUNCT, LIST_QUOTES
    from spacy.language import BaseDefaults, Language

    elision = "['’]"

    class Light(BaseDefaults):
        prefixes = (*LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, *LIST_ICONS, "§", "%", "=", "—", "–", r"\+(?![0-9])")
        suffixes = (*LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, "—", "–", r"(?<=[0-9])%", rf"(?<=[{ALPHA}])\.")
        infixes = (
            *LIST_ELLIPSES,
            rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
            rf"(?<=[{ALPHA}]{elision})(?=[{ALPHA}])",
            rf"(?<=[{ALPHA}])(?:--|—|–|/|:)(?=[{ALPHA}])",
        )

    class LightFrench(Language):  # type: ignore[no-untyped-call]
        lang = LIGHT
        Defaults = Light

    return LightFrench


def prepare(text: str) -> str:
    """The text as a model reads it best, character by character as long as the original.

    Capitals of names are lowered (« Émilie BOUVIER » is read as « Émilie Bouvier »), long runs of one sign are
    blanked, and what exceeds the limit is blanked too.
    """
    text = _RUN.sub(lambda run: " " * len(run[0]), text)
    if len(text) > MAX_LENGTH:
        text = text[:MAX_LENGTH]
    return _CAPITALS.sub(_lower_name, text.replace("\n", " "))


_CAPITALS = re.compile(r"(?<![\w])[A-ZÀ-ÖØ-Þ]{2,}(?:[-'’][A-ZÀ-ÖØ-Þ]{2,})*(?:\s+[A-ZÀ-ÖØ-Þ][\w'’-]+)*")


def _lower_name(found: re.Match[str]) -> str:
    from pipeline.wording import is_first_name

    words = re.split(r"(\s+)", found[0])
    if not any(is_first_name(word) for word in words) and not _follows_first_name(found):
        return found[0]
    return "".join(word.title() if len(word) > 3 and word.isupper() else word for word in words)


def _follows_first_name(found: re.Match[str]) -> bool:
    from pipeline.wording import is_first_name

    before = found.string[: found.start()].split()[-1:]
    return bool(before and before[0][:1].isupper() and is_first_name(before[0]))
