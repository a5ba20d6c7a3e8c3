"""Titles set in capitals, re-cased for reading: as the document itself writes the words, else as French does.

For each word the spelling the document prints between the same neighbours is taken, then the one beside one of them,
then the one of the word alone; a word it never prints in lower case is looked up in a list of the package, and is
lower case at last. What is not all in capitals stays as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from pipeline.case_evidence import (
    NO_EVIDENCE,
    Evidence,
    Token,
    learn_case,
    neighbours,
    share_of_capitals,
    split_words,
)
from pipeline.wording import is_first_name, plain

# A title with fewer capitals is set in mixed case, and its author has chosen each of them.
ALL_CAPITALS = 0.8
MIN_LETTERS = 2

# Words that are capital only where the same words stand around them, so that « la » of « La Fabrique » is not learnt.
_SMALL = frozenset(
    """
    a au aux avec c ca ce ces cette chez comme comment d dans de des donc du elle elles en entre es est et eux
    il ils j je jusqu l la le les leur leurs lors lorsqu m ma mais me mes mon n ne ni nos notre nous on ont or
    ou par pas pour presqu pourquoi puisqu qu quand que quel quelle quelles quels qui quoi quoiqu s sa sans se
    ses si son sont sous sur t ta te tes ton tout tu un une vers vos votre vous y
    """.split()
)
# Any other letter alone is a mark (« plan B », « J. Durand »).
_LETTER_WORDS = frozenset("acdjlmnosty")
_CIVILITIES = frozenset("mme mmes mlle dr pr".split())
_PRONOUNS = frozenset("elle il on qui s se".split())
_VOWEL = re.compile(r"[aeiouy]")
_ROMAN_NUMBER = "x{0,3}(?:ix|iv|v?i{0,3})"
_ROMAN = re.compile(rf"(?=[ivx]{{2}}){_ROMAN_NUMBER}")
_RANK = re.compile(rf"(?=[ivx])(i(?=er|re)|{_ROMAN_NUMBER})(er|re|i?eme|e)")
_COUNTED = frozenset(
    "siecle siecles republique edition congres colloque forum rencontres journee journees arrondissement".split()
)
_NO_RANKS = frozenset("vie ivre".split())
_UNITS = frozenset("h min mn km kg cm m".split())
_UNIT = re.compile(r"\d+(?:i?eme|ere?|re|e|nde?|h\d*|min|km|kg|cm|m)")
# A place by the make of its name: « Saint-… », « … -sur-… ».
_TOPONYM = re.compile(r"saint-.+|sainte-.+|[^\W_]{3,}-(?:sur|sous|les|lez)-[^\W_]{3,}(?:-.+)?")
_BEGIN = re.compile(r"[?!][\"»”\s]*\s[\"«“(\s]*|\.\s[\"«“(\s]*")

# A capital counts when it is seen more often than so many times as often as lower case. Alone it proves less than
# between the same neighbours: it may come from the name of a body or from a function.
_ALONE, _BESIDE = 2, 1


def readable_titles(titles: Sequence[str], told: Sequence[str | None], texts: Iterable[str]) -> list[str]:
    """The titles of a document as they are read best: those in capitals re-cased, the others unchanged.

    Args:
        titles: as printed.
        told: the same titles as the index of the document prints them, None where it does not.
        texts: all other text of the document, a paragraph or line each.
    """
    wanted = {
        key for title in titles if is_all_capitals(title) for token in split_words(title) for key in _keys(token.key)
    }
    if not wanted:
        return list(titles)
    evidence = learn_case(texts, wanted)
    accented = any(char.isupper() and not char.isascii() for title in titles for char in title)
    spelt = [title if accented else restore_accents(title, evidence) for title in titles]
    return [readable_title(title, evidence, other) for title, other in zip(spelt, told, strict=True)]


def _keys(key: str) -> Iterable[str]:
    """A compound is looked up as a whole, then by its parts."""
    return (key, *key.split("-"))


def is_all_capitals(title: str) -> bool:
    """Whether a title is set in capitals throughout, but for the odd ordinal or sign (« 1er FORUM »)."""
    return sum(map(str.isalpha, title)) >= MIN_LETTERS and share_of_capitals(title) >= ALL_CAPITALS


def readable_title(title: str, evidence: Evidence = NO_EVIDENCE, told: str | None = None) -> str:
    """A title in capitals as it would stand in a text; any other title unchanged.

    Words that `told`, the same title in mixed case, has too are written as there.

    Example: `readable_title("L'ÉCLUSE : MODE D'EMPLOI POUR L'ESS")` → `"L'écluse : mode d'emploi pour l'ESS"`.
    """
    if not is_all_capitals(title):
        return title
    tokens = split_words(title)
    given = _as_told(tokens, told) if told and not is_all_capitals(told) else {}
    pieces: list[str] = []
    last = 0
    for number, token in enumerate(tokens):
        word = token.text
        if not any(map(str.islower, word)):
            printed = given.get(number) or _as_printed(tokens, number, title, evidence)
            word = _as_customary(tokens, number, title, evidence) if printed is None else printed
        if _begins_sentence(tokens, number, title) and not any(map(str.isupper, word)):
            word = word[:1].upper() + word[1:]
        pieces += [title[last : token.start], word]
        last = token.end
    return "".join([*pieces, title[last:]])


def _begins_sentence(tokens: Sequence[Token], number: int, title: str) -> bool:
    """The first word, and one behind « ? », « ! » or a full stop; behind a colon a French sentence goes on."""
    if not number:
        return True
    before = tokens[number - 1]
    between = title[before.end : tokens[number].start]
    return bool(_BEGIN.fullmatch(between.lstrip("»”) "))) and not (between[0] == "." and _is_initial(before))


def _is_initial(token: Token) -> bool:
    """« J. », « S.N.C.F. »: the full stop behind it ends no sentence."""
    return len(token.text) == 1 or _is_dotted(token.key)


def _is_dotted(key: str) -> bool:
    return "." in key and all(len(part) == 1 for part in key.split("."))


def _as_told(tokens: Sequence[Token], told: str) -> dict[int, str]:
    """The words of a title that another spelling of it has in the same order, in the case they have there."""
    from difflib import SequenceMatcher

    others = split_words(told)
    matcher = SequenceMatcher(None, [token.key for token in tokens], [token.key for token in others], autojunk=False)
    found = {}
    for here, there, size in matcher.get_matching_blocks():
        for step in range(size):
            token, other = tokens[here + step], others[there + step]
            # The capital that begins the one says nothing of the middle of the other.
            if here + step == 0 or not _begins_sentence(others, there + step, told):
                found[here + step] = _in_case_of(token.text, other.text)
    return found


def _as_printed(tokens: Sequence[Token], number: int, title: str, evidence: Evidence) -> str | None:
    """The word in the case the document prints it in, None if it never does outside of capitals."""
    token = tokens[number]
    left, right = neighbours(tokens, number, title)
    alone = evidence.of("", token.key, "")
    # Seen once between its neighbours, a capital weighs less than lower case anywhere else.
    least = 2 if any(map(str.islower, alone)) else 1
    if left and right and (spelling := _prevailing(evidence.of(left, token.key, right), _BESIDE, least)):
        return _in_case_of(token.text, spelling)
    after = evidence.of("", token.key, right) if right else Counter[str]()
    if token.key in _SMALL:
        named = sum(after.values()) > 1 and not any(map(str.islower, after))
        return _in_case_of(token.text, max(after)) if named else None
    before = evidence.of(left, token.key, "") if left else Counter[str]()
    spelling = _prevailing(before + after, _BESIDE, least) or _prevailing(alone, _ALONE)
    return _in_case_of(token.text, spelling) if spelling else None


def _prevailing(spellings: Counter[str], factor: int, least: int = 1) -> str | None:
    """The spelling to take: one with capitals if seen `least` times and `factor` times more often than lower case."""
    lower = {spelling: count for spelling, count in spellings.items() if spelling.islower()}
    capitals = [(count, spelling) for spelling, count in spellings.items() if spelling not in lower]
    best, spelling = max(capitals, default=(0, ""))
    if best >= least and best > factor * sum(lower.values()):
        return spelling
    return max(lower, key=lambda spelling: (lower[spelling], spelling), default=None)


def _in_case_of(word: str, spelling: str) -> str:
    """The letters of a word in the case of another spelling of it: accents are left as they are.

    An acronym is not a spelling of a word with other accents: « ça » is not the « CA » of a company.
    """
    if len(spelling) > 1 and spelling.isupper() and spelling != word.upper():
        return word.lower()
    if len(word) == len(spelling):
        pairs = zip(word, spelling, strict=True)
        return "".join(char.upper() if like.isupper() else char.lower() for char, like in pairs)
    lower = word.lower()
    return lower[:1].upper() + lower[1:] if spelling[:1].isupper() else lower


def _as_customary(tokens: Sequence[Token], number: int, title: str, evidence: Evidence) -> str:
    """The case of a word of which the document says nothing."""
    token = tokens[number]
    if token.key in _customary_spellings():
        return _in_case_of(token.text, _customary_spellings()[token.key])
    if token.key not in _SMALL and _is_name(tokens, number, title, evidence):
        return "-".join(part.capitalize() for part in token.text.split("-"))
    following = tokens[number + 1].key if number + 1 < len(tokens) else ""
    rank = _RANK.fullmatch(token.key)
    if rank and (following in _COUNTED or (len(rank[1]) > 1 and token.key not in _NO_RANKS)):
        return token.text[: rank.end(1)] + token.text[rank.end(1) :].lower()
    if token.key in _UNITS and number and tokens[number - 1].text.isdigit():
        return token.text.lower()
    if len(token.text) == 1:
        return token.text if _is_mark(token, title) else token.text.lower()
    if "-" in token.text:
        return _compound(token, evidence)
    return _lone_word(token.text, token.key)


def _is_mark(token: Token, title: str) -> bool:
    """A letter that stands for itself; not the ending of « élu(e)s », nor one whose apostrophe follows."""
    before, after = title[token.start - 1 : token.start], title[token.end : token.end + 1]
    if before in ("(", ")", "/") and token.start > 1 and title[token.start - 2] not in " ":
        return False
    return after == "." or (token.key not in _LETTER_WORDS and after not in ("'", "’"))


def _lone_word(text: str, key: str) -> str:
    """A word without hyphen: acronyms that cannot be spoken, numerals and codes keep their capitals."""
    letters = key.replace(".", "").replace("·", "")
    if key in _SMALL or _UNIT.fullmatch(key):
        return text.lower()
    if _is_dotted(key) or _ROMAN.fullmatch(key) or not _VOWEL.search(letters) or any(map(str.isdigit, key)):
        return text
    return text.lower()


def _compound(token: Token, evidence: Evidence) -> str:
    """A word with hyphens: a place is capital but for its small words, any other is written part by part."""
    parts = token.text.split("-")
    place = bool(_TOPONYM.fullmatch(token.key))
    written = []
    for part, key in zip(parts, token.key.split("-"), strict=True):
        spelling = None if key in _SMALL else _prevailing(evidence.of("", key, ""), _ALONE)
        if place and key not in _SMALL:
            written.append(part.capitalize())
        elif spelling:
            written.append(_in_case_of(part, spelling))
        elif key in _customary_spellings():
            written.append(_in_case_of(part, _customary_spellings()[key]))
        else:
            written.append(part.lower() if len(part) == 1 else _lone_word(part, key))
    return "-".join(written)


def _is_name(tokens: Sequence[Token], number: int, title: str, evidence: Evidence) -> bool:
    """What follows a civility or an initial, a first name before a numeral, and one with a known surname."""
    before = tokens[number - 1] if number else None
    if before and title[before.end : tokens[number].start].strip() in ("", "."):
        initial = len(before.text) == 1 and title[before.end] == "."
        if initial or before.key in _CIVILITIES:
            return len(tokens[number].text) > 1
    if number + 1 < len(tokens) and _ROMAN.fullmatch(tokens[number + 1].key) and is_first_name(tokens[number].text):
        return True  # « Louis XIV »
    for first, last in ((number - 1, number), (number, number + 1)):
        if first >= 0 and last < len(tokens) and title[tokens[first].end : tokens[last].start] == " ":
            unseen = all(not evidence.of("", tokens[n].key, "") for n in (first, last))
            if unseen and is_first_name(tokens[first].text) and tokens[last].key in _surnames():
                return True
    return False


def _rows_of(file: str) -> list[str]:
    text = files("pipeline").joinpath("data", file).read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]


@cache
def _customary_spellings() -> dict[str, str]:
    return {plain(row): row for row in _rows_of("graphies.txt")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(plain, _rows_of("noms.txt")))


def restore_accents(title: str, evidence: Evidence) -> str:
    """A title in capitals without accents, with those of the words the document prints in one way in lower case.

    To be asked only of a document that sets no accent on any capital. A final accent often makes another word
    (« publie », « publié »): it is restored on nouns in « -té » alone.
    """
    if not is_all_capitals(title):
        return title
    pieces: list[str] = []
    last = 0
    tokens = split_words(title)
    for number, token in enumerate(tokens):
        pieces += [title[last : token.start], _accented(token, neighbours(tokens, number, title)[0], evidence)]
        last = token.end
    return "".join([*pieces, title[last:]])


def _accented(token: Token, left: str, evidence: Evidence) -> str:
    seen = {spelling for spelling in evidence.of("", token.key, "") if spelling.islower()}
    if len(token.text) < 4 or len(seen) != 1 or not token.text.isupper():
        return token.text
    (spelling,) = seen
    final = spelling.rstrip("s").endswith("é")
    if final and (left in _PRONOUNS or not spelling.rstrip("s").endswith("té")):
        return token.text
    return spelling.upper()
