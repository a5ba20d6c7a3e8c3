"""Persons, functions and bodies in French text: the model of the project, or any spaCy pipeline with an `ner`.

The model of the project comes with the package and is the default. Other French pipelines are loaded without what
entities do not need: their own tokenizer alone takes two seconds to start (`light_french`).
"""

import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import TaggerError
from pipeline.model_files import NONE, OWN, find_model
from pipeline.spacy_import import import_spacy
from pipeline.wording import BULLETS, is_first_name, match_head, match_role, names_somebody, opens_person

if TYPE_CHECKING:
    from spacy.language import Language

# The tokenizer is quadratic on runs of one sign; text beyond these limits is squeezed or cut before tagging.
MAX_RUN = 40
MAX_LENGTH = 20_000

_RUN = re.compile(rf"(\S)\1{{{MAX_RUN},}}")


class Entity(NamedTuple):
    """A stretch of text and the label the model gives it.

    PER, ORG and LOC mean the same to all models; ROLE is a function, OTHER a name of something that nobody belongs to
    (only the model of the project knows them); what further labels a model has is left to it.
    """

    start: int
    end: int
    label: str


Tagger = Callable[[Sequence[str]], list[list[Entity]]]


def no_tagger(texts: Sequence[str]) -> list[list[Entity]]:
    """A tagger that finds nothing: the grammar of speaker lists then works alone."""
    return [[] for _ in texts]


def load_tagger(name: str = OWN) -> Tagger:
    """The tagger of that name.

    The model is loaded when there is a first text to tag: a programme that names nobody costs no start-up.

    Args:
        name: « own » for the model of the project, « none » for `no_tagger`, else an installed spaCy pipeline or the
            folder of one.

    Raises:
        TaggerError: there is no such pipeline. The tagger raises it when the pipeline has no `ner`.
    """
    if name == NONE:
        return no_tagger
    model = find_model(name)

    def tag(texts: Sequence[str]) -> list[list[Entity]]:
        if not texts:
            return []
        nlp = _load(model)
        with nlp.memory_zone():  # words that no document before had are forgotten at its end
            docs = nlp.pipe((prepare(text) for text in texts), batch_size=64)
            found = [[Entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] for doc in docs]
        return [within_items(text, entities) for text, entities in zip(texts, found, strict=True)]

    return tag


# A sign that begins an item, and the same on a line of its own: « - Léa Durand ».
_SIGN = re.compile(rf"[{BULLETS}*–—-]\s+")
_ITEM = re.compile(rf"\s*\n\s*{_SIGN.pattern}")
_DASH = re.compile(r"\s+[–—-]\s+")
_LINE = re.compile(r"[^\S\n]*\n\s*")
# A name has fewer words than this.
_NAME_WORDS = 5


def within_items(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities as far as they stand in one item of a list: a model that sees no lines runs on into the next.

    So it does behind a dash: « CNRS – Léa Durand », and over the end of a line: « CNRS », « Léa Durand ».
    """
    apart = []
    for start, end, label in entities:
        sign = _ITEM.match(text, start) or _SIGN.match(text, start)
        start = sign.end() if sign and sign.end() < end else start
        item = _ITEM.search(text, start, end + 1)
        stops = [item.start()] if item and item.start() > start else []
        stops += [dash.start() for dash in _DASH.finditer(text, start + 1, end) if opens_person(text[dash.end() :])]
        for line in _LINE.finditer(text, start + 1, end):
            lowered = label == "PER" and text[line.end() : line.end() + 1].islower()
            stops += [line.start()] if lowered or _is_name_below(text, start, line) else []
        apart.append(Entity(start, min(stops, default=end), label))
    return apart


def _is_name_below(text: str, start: int, line: re.Match[str]) -> bool:
    """Whether a line names somebody below a body; a body of one word may go on: « Université », « Hugo Klein »."""
    body, below = text[start : line.start()], text[line.end() :].split("\n", 2)
    if match_head(body) and len(body.split()) == 1 and not body.isupper():
        return False
    alone = names_somebody(below[0]) and len(below[0].split()) < _NAME_WORDS
    known = opens_person(below[0]) and is_first_name(below[0].split()[0])
    return known or (alone and len(below) > 1 and match_role(below[1]) is not None)


@cache
def _load(model: Path) -> "Language":
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    import_spacy()
    import spacy

    from pipeline import light_french

    light_french.use_numpy()
    # All that is not the `ner`, which has its own word vectors; strings are kept for other uses than tagging.
    unused = [
        *("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "tagger"),
        *("tokenizer", "strings"),
    ]
    try:
        nlp = spacy.load(model, exclude=unused, config={"nlp": {"lang": light_french.NAME}})
    except (OSError, ValueError) as error:
        raise TaggerError(f"The spaCy pipeline in {model.name} cannot be loaded: {error}") from error
    if "ner" not in nlp.pipe_names:
        raise TaggerError(f"The spaCy pipeline in {model.name} has no « ner »: it has {', '.join(nlp.pipe_names)}.")
    return nlp


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
    words = re.split(r"(\s+)", found[0])
    if not any(is_first_name(word) for word in words) and not _follows_first_name(found):
        return found[0]
    return "".join(word.title() if len(word) > 3 and word.isupper() else word for word in words)


def _follows_first_name(found: re.Match[str]) -> bool:
    before = found.string[: found.start()].split()[-1:]
    return bool(before and before[0][:1].isupper() and is_first_name(before[0]))
