"""How alike two printed strings are, and which of two lists belong together."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

NEAR_TEXT = 0.9
NEAR_TITLE = 0.8
NEAR_NAME = 0.9
NEAR_ORGANISATION = 0.85
SAME_ROLE = 0.6

ARTICLES = frozenset({"le", "la", "les", "l", "un", "une"})
CONTRACTIONS = {"du": "de", "des": "de", "d": "de", "au": "à", "aux": "à"}
LINKING_WORDS = frozenset({"de", "a", "et"})
GENERIC_HEADS = frozenset(
    {
        *("association", "associations", "asso", "collectif", "collectifs", "compagnie", "société", "sociétés"),
        *("équipe", "équipes", "equipe", "equipes", "entreprise", "startup"),
        *("ville", "villes", "mairie", "commune", "municipalité"),
    }
)

_ACRONYM = re.compile(r"\((?=[^()]*[A-Z])[\w.&'’-]{2,15}\)")
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """The text without case and spacing: `squash("Café  Numérique :")` → `"cafénumérique:"`."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The words without case, accents and punctuation: `fold("L'Été — à Lens !")` → `"l ete a lens"`."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return " ".join(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def similarity(left: str, right: str) -> float:
    """Share of letters two texts have in common in the same order once folded, from 0 to 1."""
    from rapidfuzz import fuzz

    if not fold(left) and not fold(right):
        return float(squash(left) == squash(right))
    return fuzz.ratio(fold(left), fold(right)) / 100


def same_text(left: str, right: str) -> bool:
    """Identical but for case and spacing."""
    return squash(left) == squash(right)


def near_text(left: str, right: str) -> bool:
    """Similar to `NEAR_TEXT` or more."""
    return same_text(left, right) or similarity(left, right) >= NEAR_TEXT


@lru_cache(maxsize=8192)
def _name_key(name: str) -> tuple[str, ...]:
    spelt = unicodedata.normalize("NFC", name).casefold()
    return tuple(sorted(re.sub(r"\s*-\s*", "-", spelt).split()))


def same_name(left: str, right: str) -> bool:
    """The same words in any order: « DURAND Léa » is « Léa Durand »."""
    return _name_key(left) == _name_key(right)


def name_similarity(left: str, right: str) -> float:
    """Similarity of two names in the order of words that suits them best: 1.0 for « Durand Lea », « Léa Durand »."""
    turned = (" ".join(sorted(fold(name).split())) for name in (left, right))
    return max(similarity(left, right), similarity(*turned))


def near_name(left: str, right: str) -> bool:
    """The same name but for accents, hyphens and a small misprint."""
    return same_name(left, right) or name_similarity(left, right) >= NEAR_NAME


@lru_cache(maxsize=8192)
def _plain_words(text: str) -> tuple[str, ...]:
    """Words without articles; what an article was contracted with stays: « du Nord » → `("de", "nord")`."""
    words = _WORD.findall(unicodedata.normalize("NFC", _ACRONYM.sub(" ", text)).casefold())
    kept = tuple(CONTRACTIONS.get(word, word) for word in words if word not in ARTICLES)
    return kept or tuple(words) or (squash(text),)


@lru_cache(maxsize=8192)
def organisation_key(label: str) -> tuple[str, ...]:
    """What tells a body from another: « l'équipe de la Ville de Lens (VDL) » → `("lens",)`.

    Articles, generic heads and a parenthesised acronym are left out; a label of nothing else is kept whole.
    """
    words = _plain_words(label)
    while len(words) > 1 and (words[0] in GENERIC_HEADS or words[0] in ("de", "à")):
        words = words[1:]
    return words


def same_organisation(left: str, right: str) -> bool:
    """The same body but for case, articles, generic heads and a parenthesised acronym."""
    return organisation_key(left) == organisation_key(right)


@lru_cache(maxsize=8192)
def _telling_words(label: str) -> frozenset[str]:
    words = frozenset(fold(" ".join(organisation_key(label))).split())
    acronym = frozenset(fold(" ".join(_ACRONYM.findall(label))).split())
    return (words - LINKING_WORDS or words) | acronym


def near_organisation(left: str, right: str) -> bool:
    """One label holds all words of the other, accents ignored, or they are similar to `NEAR_ORGANISATION`."""
    if same_organisation(left, right):
        return True
    one, other = _telling_words(left), _telling_words(right)
    if one and other and (one <= other or other <= one):
        return True
    return similarity(" ".join(organisation_key(left)), " ".join(organisation_key(right))) >= NEAR_ORGANISATION


def same_role(left: str, right: str) -> bool:
    """Token F1 of `SAME_ROLE` or more: « directrice adjointe » is « directrice » (0.67), not « élue » (0)."""
    if same_text(left, right):
        return True
    one, other = Counter(fold(left).split()), Counter(fold(right).split())
    return 2 * (one & other).total() >= SAME_ROLE * (one.total() + other.total()) > 0


def names_body(form: str, text: str) -> bool:
    """Whether `text` contains a form of a body's name: « Fabrique » in « l'équipe de la Fabrique »."""
    wanted, words = organisation_key(form), _plain_words(text)
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def pair(left: Sequence[T], right: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[T | None, T | None]]:
    """Pair two lists one to one so that the sum of `likeness` is highest; a likeness of 0 forbids the pair.

    Returns:
        The items of `left` in their order, each with its partner or None, then the items of `right` left over.
    """
    weights = {(i, j): likeness(one, other) for i, one in enumerate(left) for j, other in enumerate(right)}
    chosen = _assign({place: weight for place, weight in weights.items() if weight > 0})
    taken = set(chosen.values())
    found: list[tuple[T | None, T | None]] = [
        (one, right[chosen[i]] if i in chosen else None) for i, one in enumerate(left)
    ]
    return found + [(None, other) for j, other in enumerate(right) if j not in taken]


def _assign(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The one-to-one choice of (row, column) with the highest sum of weights (Hungarian method, O(n³)).

    Only places of `weights` are chosen; a row may stay without column.
    """
    rows, columns = sorted({i for i, _ in weights}), sorted({j for _, j in weights})
    size = max(len(rows), len(columns))
    costs = [[-weights.get((i, j), 0.0) for j in columns] + [0.0] * (size - len(columns)) for i in rows]
    row_prices, column_prices = [0.0] * len(rows), [0.0] * size
    owners: dict[int, int] = {}
    for row in range(len(rows)):
        path = _cheapest_path(row, costs, row_prices, column_prices, owners)
        owners.update([(column, owners.get(before, row)) for column, before in path])
    places = [(rows[row], columns[column]) for column, row in owners.items() if column < len(columns)]
    return {i: j for i, j in places if (i, j) in weights}


def _cheapest_path(
    row: int,
    costs: Sequence[Sequence[float]],
    row_prices: list[float],
    column_prices: list[float],
    owners: Mapping[int, int],
) -> list[tuple[int, int]]:
    """How to make room for `row`: (column, column whose owner moves to it), -1 for `row` itself.

    Prices are brought up to date in place.
    """
    column = -1
    slack, before = dict.fromkeys(range(len(column_prices)), float("inf")), {}
    seen: list[tuple[int, int]] = []
    while True:
        seen.append((row, column))
        for other, least in slack.items():
            price = costs[row][other] - row_prices[row] - column_prices[other]
            if price < least:
                slack[other], before[other] = price, column
        nearest = min(slack, key=slack.__getitem__)
        step = slack.pop(nearest)
        slack = {other: least - step for other, least in slack.items()}
        for owner, taken in seen:
            row_prices[owner] += step
            if taken >= 0:
                column_prices[taken] -= step
        column = nearest
        if column not in owners:
            break
        row = owners[column]
    path = []
    while column >= 0:
        path.append((column, before[column]))
        column = before[column]
    return path
