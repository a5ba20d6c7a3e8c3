"""The forms under which a text may name a person, made from a spelling of the name."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pipeline.editions.letters import fold_all
from pipeline.people.name_order import reading_order
from pipeline.wording import PARTICLE, is_first_name, is_place, match_head, match_role, plain, strip_civility

_SPLIT = re.compile(r"[\s\-\u2010-\u2015'’‘.,·_]+")
# A shorter surname is too often a word or the half of one.
MIN_SURNAME = 3


class FormKind(Enum):
    """What has to stand around a form for it to be the name."""

    FULL = "first name and surname"
    INITIAL = "initials and surname"
    SURNAME = "surname alone, which is no other word"
    TITLED = "surname behind a civility"


class Form(NamedTuple):
    """A form: its letters, after how many of them a word ends, and its kind."""

    letters: str
    cuts: frozenset[int]
    kind: FormKind


def words_of(name: str) -> list[str]:
    """The words of a name without civility, hyphenated ones apart: « Mme Léa Durand-Roy » → Léa, Durand, Roy."""
    return [word for word in _SPLIT.split(name[strip_civility(name) :]) if fold_all(word)]


def name_key(name: str) -> str:
    """The form in which names are compared: words in any order, without case, accents or hyphens."""
    return " ".join(sorted(fold_all(word) for word in words_of(name)))


def _form(words: Sequence[str], kind: FormKind) -> Form:
    cuts, letters = set(), ""
    for word in words:
        cuts.add(len(letters))
        letters += fold_all(word)
    return Form(letters, frozenset(cuts - {0}), kind)


def forms_of(name: str) -> Iterator[Form]:
    """The forms of a name: both orders, initials, parts of a double surname, and the surname alone.

    Example: « Léa Durand-Roy » → leadurandroy, durandroylea, leadurand, learoy, ldurandroy, durandroy …
    """
    civil = name[strip_civility(name) :].strip()
    _, first, last = reading_order(civil) if civil else ("", None, None)
    given, family = words_of(first or ""), words_of(last or "")
    yield from _surnames(family)
    if not given or not family:
        return
    initials = [word[:1] for word in given]
    strong = _without_particles(family)
    families = [family, strong, *([word] for word in strong if len(word) >= MIN_SURNAME)]
    for surname in (each for each in families if each):
        yield _form([*given, *surname], FormKind.FULL)
        yield _form([*surname, *given], FormKind.FULL)
        # « L. » and « Léa » alike are the first name for who is called so beside the surname.
        for short in {tuple(initials), tuple(initials[:1]), (given[0][:2],), (given[0][:1], *given[1:])}:
            if len(fold_all("".join(surname))) >= MIN_SURNAME:
                yield _form([*short, *surname], FormKind.INITIAL)
                yield _form([*surname, *short], FormKind.INITIAL)
        if len(given) > 1 and len(given[0]) > 1:
            yield _form([given[0], *surname], FormKind.FULL)
            yield _form([*surname, given[0]], FormKind.FULL)


def _without_particles(family: Sequence[str]) -> list[str]:
    """The words of a surname that are its own: « de », « Le », the « d » of « d'Ormes » are everybody's."""
    return [word for word in family if len(word) > 1 and not PARTICLE.match(word)]


def own_words(name: str) -> frozenset[str]:
    """The words of a name that tell who it is, as bare letters."""
    return frozenset(fold_all(word) for word in _without_particles(words_of(name)))


def _surnames(family: Sequence[str]) -> Iterator[Form]:
    strong = _without_particles(family)
    if strong and strong != list(family):
        yield _form(family, FormKind.SURNAME)
    if strong and len(fold_all("".join(strong))) >= MIN_SURNAME:
        yield _form(strong, FormKind.SURNAME if not is_homograph("".join(strong)) else FormKind.TITLED)
    for word in strong:
        yield _form([word], FormKind.TITLED)


@cache
def _towns() -> frozenset[str]:
    text = files("pipeline").joinpath("data/communes.txt").read_text(encoding="utf-8")
    return frozenset(plain(line) for line in text.splitlines() if not line.startswith("#"))


def is_homograph(surname: str) -> bool:
    """Whether a surname is a first name, a town, or the noun of a body or function: « Vincent », « Lens »."""
    known = is_first_name(surname) or is_place(surname) or plain(surname) in _towns()
    noun = match_head(surname) or match_role(surname)
    return known or bool(noun and noun.end() == len(surname))
