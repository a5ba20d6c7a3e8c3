"""How a document writes its words where it does not set them in capitals: by this its titles are re-cased."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.wording import is_first_name, plain

# A word: with digits (« 2030 », « COVID19 »), compounds and inclusive endings in one (« tiers-lieux », « élu·e·s »).
WORD = re.compile(r"[^\W_]+(?:[-‐‑·.][^\W_]+)*")
# A capital here is the beginning of a sentence, an item or a quotation, and says nothing of the word.
_OPENING = re.compile(r"(?:[.!?…:;•●▪■|–—/]|\s-\s)[\s\"«“”»(\[]*$|[\"«“(\[]\s*$")
_BEFORE = 4  # so many characters before a word tell whether something begins with it
_JOIN = re.compile(r"[ '’]+")
# More capitals than this, and the line is a heading that tells nothing of case.
MOSTLY_CAPITALS = 0.6

Context = tuple[str, str, str]


class Token(NamedTuple):
    """A word of a text: as printed, the key it is compared by, where it stands."""

    text: str
    key: str
    start: int
    end: int


class Evidence(NamedTuple):
    """How often each spelling of a word was seen, by the words around it; `""` is any neighbour."""

    spellings: dict[Context, Counter[str]]

    def of(self, left: str, word: str, right: str) -> Counter[str]:
        """The spellings of a word between two others; empty if it was never seen so."""
        return self.spellings.get((left, word, right), Counter())


NO_EVIDENCE = Evidence({})


def split_words(text: str) -> list[Token]:
    """The words of a text; the elided ones (« l' », « qu' ») are words of their own."""
    return [Token(m[0], plain(m[0]), m.start(), m.end()) for m in WORD.finditer(text)]


def share_of_capitals(text: str) -> float:
    """The part of the cased letters that are capitals; 0 for a text without letters."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals / (capitals + small) if capitals else 0.0


def learn_case(lines: Iterable[str], wanted: Collection[str]) -> Evidence:
    """How the lines of a document write the words of `wanted` (keys), once through the text.

    Lower case always counts; a capital only inside a sentence, for at its beginning every word has one. A word all in
    capitals counts when it stands alone among others (« la loi REEN »): two in a row are a heading. A surname in
    capitals beside its first name is a name, no acronym.
    """
    spellings: defaultdict[Context, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if share_of_capitals(line) > MOSTLY_CAPITALS:
            continue
        tokens = split_words(line)
        shouted = _shouted(tokens, line)
        for number, token in enumerate(tokens):
            if token.key not in wanted or number in shouted:
                continue
            spelling = _spelling(tokens, number, line)
            if spelling is None:
                continue
            left, right = neighbours(tokens, number, line)
            contexts = {(left, token.key, ""), ("", token.key, right), (left, token.key, right), ("", token.key, "")}
            if _is_part_of_name(tokens, number, spelling, left, right):
                contexts.remove(("", token.key, ""))
            for context in contexts:
                spellings[context][spelling] += 1
    return Evidence(spellings)


def _shouted(tokens: Sequence[Token], line: str) -> set[int]:
    """The words in capitals that stand in a row, or begin the line: headings and marks within mixed text."""
    found: set[int] = set()
    for capitals, run in groupby(range(len(tokens)), lambda n: _is_capitals(tokens[n].text)):
        numbers = list(run)
        named = line[tokens[numbers[0]].end : tokens[numbers[0]].end + 1] == ","  # « ANCT, la nouvelle agence »
        if capitals and (len(numbers) > 1 or (not numbers[0] and not named)):
            found.update(numbers)
    return found - {n for n in found if _beside_first_name(tokens, n)}


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _beside_first_name(tokens: Sequence[Token], number: int) -> bool:
    """« Léa DURAND », « DURAND Léa »."""
    if not _is_capitals(tokens[number].text):
        return False
    beside = [tokens[n].text for n in (number - 1, number + 1) if 0 <= n < len(tokens)]
    return any(word[:1].isupper() and word[1:].islower() and is_first_name(word) for word in beside)


def _is_part_of_name(tokens: Sequence[Token], number: int, spelling: str, left: str, right: str) -> bool:
    """Whether a capital may be due to the name of several words it is in: it says nothing of the word elsewhere."""
    if not spelling[:1].isupper() or spelling.isupper() or _is_capitals(tokens[number].text):
        return False
    beside = [tokens[n].text for n, key in ((number - 1, left), (number + 1, right)) if key]
    return any(word[:1].isupper() for word in beside)


def _spelling(tokens: Sequence[Token], number: int, line: str) -> str | None:
    """The spelling to count for a word, None where its capital is due to its place."""
    word = tokens[number].text
    if _beside_first_name(tokens, number):
        return "-".join(part.capitalize() for part in word.split("-"))
    if word[:1].isupper() and not any(char.isupper() for char in word[1:]):
        start = tokens[number].start
        opens = number == 0 or _OPENING.search(line, max(0, start - _BEFORE), start)
        return None if opens else word
    return word


def neighbours(tokens: Sequence[Token], number: int, line: str) -> tuple[str, str]:
    """The keys of the words before and after, where nothing but a space or an apostrophe stands between."""
    here = tokens[number]
    left = right = ""
    if number and _JOIN.fullmatch(line, tokens[number - 1].end, here.start):
        left = tokens[number - 1].key
    if number + 1 < len(tokens) and _JOIN.fullmatch(line, here.end, tokens[number + 1].start):
        right = tokens[number + 1].key
    return left, right
