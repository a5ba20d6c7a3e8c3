"""Where a French word may be broken at the end of a line, by a rule of thumb.

    >>> breaks("intervention")
    (2, 5, 8)

The rule is that of the schoolbook: a syllable begins with the last consonant before a vowel (or with a group that
stays together); two letters at least stay before a break, three after it. It is right often enough for invented
documents, whose readers must cope with the hyphen wherever it stands.
"""

from itertools import pairwise

VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœæ")
TOGETHER = frozenset("bl br ch cl cr dr fl fr gl gn gr gu ph pl pr qu th tr vr".split())
BEFORE, AFTER = 2, 3


def breaks(word: str) -> tuple[int, ...]:
    """The offsets at which a hyphen may part `word`; none in what is no plain word (figures, apostrophes)."""
    if not word.isalpha():
        return ()
    low = word.lower()
    places: list[int] = []
    for vowel in range(1, len(low)):
        if low[vowel] not in VOWELS or low[vowel - 1] in VOWELS:
            continue
        onset = vowel - 2 if low[vowel - 2 : vowel] in TOGETHER else vowel - 1
        has_vowel_before = any(letter in VOWELS for letter in low[:onset])
        if has_vowel_before and onset >= BEFORE and len(low) - onset >= AFTER:
            places.append(onset)
    return tuple(places)


def soften(text: str) -> str:
    """`text` with soft hyphens (U+00AD) in its longer words, for programs that break lines themselves."""
    return " ".join(_softened(word) if len(word) > 2 * AFTER else word for word in text.split(" "))


def _softened(word: str) -> str:
    places = (0, *breaks(word), len(word))
    return "\u00ad".join(word[first:last] for first, last in pairwise(places))
