"""Finds many names in a text at once, in a time that grows with the text and not with the number of names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.editions.letters import Letters, fold_all, may_be_inside, read_letters
from pipeline.editions.name_forms import Form, FormKind, forms_of
from pipeline.lexicon import CIVILITIES
from pipeline.wording import CAPITALS, is_first_name, plain

# The letters by which forms are looked up first; a shorter form is looked up whole.
_HEAD = 4
# Longer runs of letters are one name whatever stands between them; shorter ones need their own word ends.
_SURE = 8
_CIVILITY_BEFORE = re.compile(
    rf"(?<!\w)(?:{CIVILITIES.words})\.?\s+(?:(?:la|le|les|l['’])\s?[\w'’-]+\s+)?(?:[\w-]+\s+(?:et|&)\s+)?$", re.I
)
# Not in addresses, where all is small.
_SMALL_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?![\w@/]|[.-]\w)")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_][\w'’-]*)\s+$")
_WORD_AFTER = re.compile(r"\s+([^\W\d_][\w’'-]*)")


class Spot(NamedTuple):
    """A name found in a text, and the persons it may be."""

    start: int
    end: int
    who: frozenset[str]


class NameFinder:
    """The forms of many names, ready to be found: `NameFinder({"pers-1": ["Léa Durand"]}).find(text)`."""

    def __init__(self, spellings: Mapping[str, Iterable[str]], words: frozenset[str] = frozenset()) -> None:
        """Make the forms of the names of each person; `words` are written small somewhere: no surname alone."""
        self.words = words
        self.forms: dict[str, dict[Form, set[str]]] = {}
        self.lengths: dict[str, set[int]] = {}
        for person, names in spellings.items():
            for form in {form for name in names for form in forms_of(name) if form.letters}:
                self.forms.setdefault(form.letters, {}).setdefault(form, set()).add(person)
                self.lengths.setdefault(form.letters[:_HEAD], set()).add(len(form.letters))

    def find(self, text: str, any_case: bool = False) -> list[Spot]:
        """The names in a text, from left to right, the longest at each place.

        Args:
            text: any text.
            any_case: whether a surname alone may be small: in the name of a file it is.
        """
        letters = read_letters(text)
        spots: list[Spot] = []
        index = 0
        while index < len(letters.stream):
            end = None
            if letters.opens(index):
                end, who = self._longest(letters, index, any_case)
                if end is not None:
                    spots.append(Spot(letters.begins[index], letters.ends[end - 1], who))
            index = end or index + 1
        return spots

    def _longest(self, letters: Letters, index: int, any_case: bool) -> tuple[int | None, frozenset[str]]:
        for length in self._possible(letters.stream, index):
            end = index + length
            forms = self.forms.get(letters.stream[index:end])
            if forms and end <= len(letters.stream) and letters.closes(end):
                who = {
                    person
                    for form, persons in forms.items()
                    if self._fits(letters, index, form, any_case)
                    for person in persons
                }
                if who:
                    return end, frozenset(who)
        return None, frozenset()

    def _possible(self, stream: str, index: int) -> list[int]:
        found: set[int] = set()
        for size in range(1, _HEAD + 1):
            lengths = self.lengths.get(stream[index : index + size], ())
            found.update(length for length in lengths if size == _HEAD or length == size)
        return sorted(found, reverse=True)

    def _fits(self, letters: Letters, index: int, form: Form, any_case: bool) -> bool:
        """Whether what stands between and around the letters lets them be the name."""
        end = index + len(form.letters)
        gaps = letters.gaps(index, end)
        if not all(map(may_be_inside, gaps.values())):
            return False
        # Beside its own word ends, a name is only torn at the end of a line, or set with spaced letters.
        torn = {cut: gap for cut, gap in gaps.items() if cut not in form.cuts}
        if form.kind is FormKind.FULL and len(form.letters) >= _SURE and not _is_tight(torn):
            return True
        if any("\n" not in gap for gap in torn.values()) or form.cuts - gaps.keys():
            return False
        if form.kind is FormKind.FULL:
            return True
        if form.kind is FormKind.INITIAL:
            return not _is_elided(gaps, len(form.letters)) and self._is_capital(letters, index, form)
        return self._stands_alone(letters, index, end, form, any_case)

    def _is_capital(self, letters: Letters, index: int, form: Form) -> bool:
        starts = [index, *(index + cut for cut in form.cuts)]
        return sum(letters.text[letters.begins[start]].isupper() for start in starts) >= min(2, len(starts))

    def _stands_alone(self, letters: Letters, index: int, end: int, form: Form, any_case: bool) -> bool:
        """Whether a surname stands for its bearer: behind a civility, or capital and beside no other first name."""
        text, start = letters.text, letters.begins[index]
        if _CIVILITY_BEFORE.search(text[max(0, start - 60) : start]):
            return any_case or text[start].isupper() or bool(form.cuts)
        if form.kind is FormKind.TITLED or form.letters in self.words:
            return False
        capital = text[start].isupper() or any(text[letters.begins[index + cut]].isupper() for cut in form.cuts)
        if not (capital or any_case):
            return False
        before = _WORD_BEFORE.search(text[max(0, start - 40) : start])
        after = _WORD_AFTER.match(text, letters.ends[end - 1])
        return not any(word and word[1][0].isupper() and is_first_name(word[1]) for word in (before, after))


def _is_tight(torn: Mapping[int, str]) -> bool:
    """Whether an apostrophe tears a name where none is its own: « l'avenir » is no « Lav Enir »."""
    return any("'" in gap or "’" in gap for gap in torn.values())


def _is_elided(gaps: Mapping[int, str], length: int) -> bool:
    """Whether what seems an initial is a word before an apostrophe: « D'Ormes », « qu'L »."""
    edges = [gap for cut, gap in gaps.items() if cut == 1 or length - cut == 1]
    return any("'" in gap or "’" in gap for gap in edges)


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts write small, as bare letters: none of them is a surname beyond doubt."""
    return frozenset(fold_all(word) for text in texts for word in _SMALL_WORD.findall(text) if word.islower())


_PROSE_NAME = re.compile(
    rf"(?<![\w’'-])(?P<first>[{CAPITALS}]\w+(?:-[{CAPITALS}]\w+)*)[ \u00a0]"
    r"(?P<last>(?:(?:de|du|des|la|le|van|von|der|ben|el|al)[ \u00a0]|d['’])*"
    r"[^\W\d_][\w’'-]+(?:[ \u00a0][^\W\d_][\w’'-]+)?)"
)
# Behind these words a name is that of a place, a school or a prize.
_NAMED_AFTER = re.compile(
    r"(?<!\w)(?:rue|avenue|av\.|boulevard|bd|place|square|quai|pont|parc|jardin|stade|gare|halle?|salle|salon|"
    r"amphi(?:th[ée][âa]tre)?|auditorium|espace|pavillon|b[âa]timent|maison|villa|h[ôo]tel|ch[âa]teau|th[ée][âa]tre|"
    r"cin[ée]ma|mus[ée]e|m[ée]diath[èe]que|biblioth[èe]que|[ée]coles?|coll[èe]ge|lyc[ée]e|universit[ée]|institut|"
    r"campus|centre|h[ôo]pital|clinique|fondation|prix|trophée|coupe|port|a[ée]roport|op[ée]ra|studio|complexe|"
    r"gymnase|chapelle|[ée]glise|foyer|r[ée]sidence|laboratoire|labo)\s+(?:(?:de|du|d['’])\s*)?$",
    re.I,
)


def find_prose_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names somebody whom no list of speakers names: a known first name and a capital surname.

    Titles set in capitals are left out: every word in them is capital. « Lycée Léa Durand » is a school.
    """
    place = 0
    while found := _PROSE_NAME.search(text, place):
        place = found.end("first")
        first, last = found["first"], found["last"].split()
        while last and not _is_capital(last[-1]):
            last.pop()
        if first.isupper() or not is_first_name(first) or not last or plain(last[-1]) in _NO_SURNAME:
            continue
        if not _NAMED_AFTER.search(text[max(0, found.start() - 40) : found.start()]):
            place = found.start("last") + len(" ".join(last))
            yield found.start(), place


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[:2] in ("d'", "d’")


_NO_SURNAME = frozenset(
    "services service travail numerique digital active info tv inter relance mobilites universite formation".split()
)
