"""French for spaCy with the punctuation and elision rules only.

The start of spaCy's own French is one tokenizer regex of two seconds. Speaker blocks need none of it, so models are
given this language instead; its name in a model's config is `fr_light`. Importing this module imports spaCy.
"""

from collections.abc import Callable

from spacy.attrs import FLAG20, FLAG21, FLAG22, FLAG23
from spacy.lang.char_classes import ALPHA, LIST_ELLIPSES, LIST_ICONS, LIST_PUNCT, LIST_QUOTES
from spacy.language import BaseDefaults, Language
from spacy.util import registry
from thinc.api import NumpyOps, set_current_ops

from pipeline.wording import is_first_name, is_place, match_head, match_role

NAME = "fr_light"
_ELISION = "['’]"


# What the lists of the package know of a word alone; a model may take these for its features (`FLAG20` …).
_KNOWN: dict[int, Callable[[str], bool]] = {
    FLAG20: is_first_name,
    FLAG21: is_place,
    FLAG22: lambda word: match_role(word) is not None,
    FLAG23: lambda word: match_head(word) is not None,
}


class LightDefaults(BaseDefaults):
    """What is known of words, and what the tokenizer splits off at their beginning, at their end and inside."""

    lex_attr_getters = _KNOWN

    prefixes = (*LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, *LIST_ICONS, "§", "%", "=", "—", "–", r"\+(?![0-9])")
    suffixes = (
        *LIST_PUNCT,
        *LIST_ELLIPSES,
        *LIST_QUOTES,
        *("—", "–", r"(?<=[0-9])%"),
        rf"(?<=[{ALPHA}0-9)\]\"”»’'])\.",
    )
    infixes = (
        *LIST_ELLIPSES,
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}]{_ELISION})(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])(?:--|—|–|/|:)(?=[{ALPHA}])",
    )


class LightFrench(Language):  # type: ignore[no-untyped-call]
    """The language of the models; blank it is a tokenizer and nothing else."""

    lang = NAME
    Defaults = LightDefaults


registry.languages.register(NAME, func=LightFrench)


def use_numpy() -> None:
    """Compute with numpy's own matrix product: the generic BLIS kernel is slower, for the same entities."""
    set_current_ops(NumpyOps(use_blis=False))
