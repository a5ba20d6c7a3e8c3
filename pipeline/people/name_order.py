"""The order in which a name is set: « FERRAND Maïa », « Maïa de Lorval », and the same read as « Prénom Nom »."""

import re
from collections.abc import Sequence

from pipeline.wording import CAPITALS, PARTICLE, is_first_name, match_head

PARTICLE_WORD = (
    r"(?:de la|de l['’]|d[eu]s?|d['’]|la|le|van(?: de[nr]?)?|von(?: der)?|den|der|ten|ter|"
    r"della|di|da|do|dos|das|del|y|ben|bin|ibn|el|al|ould|abou|dit|dite|zu|af|i|Y)"
)


def reading_order(name: str) -> tuple[str, str | None, str | None]:
    """A name as « Prénom Nom », with first name and surname when they can be told apart.

    Examples: « FERRAND LORVAL Maïa » → (« Maïa Ferrand Lorval », « Maïa », « Ferrand Lorval »);
    « Jean-Loup VASSEUR » → (« Jean-Loup Vasseur », …); « Maïa de Lorval » keeps its particle.
    """
    words = name.split()
    if len(words) < 2:
        return _as_word(name), None, _as_word(name)
    capitals = all(word.isupper() and len(word) > 2 and word[:2].isalpha() for word in words[:-1])
    lowered = capitals and not words[-1].isupper()
    if is_surname_first(words) or lowered:
        first, last = words[-1:], words[:-1]
    else:
        count = 1
        while (
            count < len(words) - 1
            and is_first_name(words[count])
            and is_first_name(words[0])
            and not words[count].isupper()
        ):
            count += 1
        if all(word.isupper() for word in words[1:]) is False and any(w.isupper() and len(w) > 2 for w in words[1:]):
            count = next(i for i, w in enumerate(words) if i and w.isupper() and len(w) > 2)
            while count > 1 and re.fullmatch(PARTICLE_WORD, words[count - 1], re.I):
                count -= 1
        first, last = words[:count], words[count:]
    given = " ".join(_as_word(word) for word in first)
    family = " ".join(_as_surname(word, last) for word in last)
    return f"{given} {family}", given, family


def _as_surname(word: str, words: Sequence[str]) -> str:
    """A word of a surname: a particle set in capitals like the rest is a particle still."""
    if (
        word.isupper()
        and len(words) > 1
        and word != words[-1]
        and word.lower() in ("de", "du", "des", "d", "von", "van")
    ):
        return word.lower()
    return word.capitalize() if len(word) == 2 and word.isupper() else _as_word(word)


def _as_word(word: str) -> str:
    """A word of a name in mixed case: « VASSEUR » → « Vasseur »; initials and mixed case stay."""
    if not word.isupper() or (len(word) <= 2 and not PARTICLE.match(word)):
        return word
    return re.sub(r"(?<![^\W\d_]{2}['’])[^\W\d_]+", lambda part: part[0].capitalize(), word.lower())


def is_surname_first(words: Sequence[str]) -> bool:
    """« FERRAND LORVAL Maïa », « de Marsac Maïa »: the surname, then a first name that is not in capitals."""
    given = next((word for word in reversed(words) if not re.fullmatch(rf"[{CAPITALS}]\.", word)), words[-1])
    before = words[: words.index(given)]
    if match_head(words[0]) and (len(words[0]) < 6 or len(before) > 1):
        return False  # « IUT de Nancy »
    if not before or given.isupper() or not is_first_name(given):
        return False
    capitals = [word for word in before if not (word.islower() and PARTICLE.match(word.rstrip("'’")))]
    if all(re.fullmatch(rf"(?:-?[{CAPITALS}]\.)+", word) for word in capitals):
        return False  # « J.-B. Laurent »
    if words[0][:1].islower():
        return bool(capitals)
    return bool(capitals) and all(re.sub(r"^[a-z]['’]", "", word).isupper() and len(word) > 1 for word in capitals)
