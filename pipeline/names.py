"""Names of persons in lists of speakers: where they begin, how far they reach, in which order they are set.

The language model says what looks like a person; the grammar of these lists says who stands in it as a speaker.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.tagger import Entity
from pipeline.wording import PARTICLE, is_first_name, match_head, match_role, strip_civility

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_NAME_WORD = (
    rf"(?:[{_CAPITAL}]['’][{_CAPITAL}]?[\w-]+|[{_CAPITAL}][\w'’-]*[\w-]\.?|[{_CAPITAL}]\.(?:-?[{_CAPITAL}]\.)*)"
)
_PARTICLE = (
    r"(?:d[eu]s?|d['’]|de la|de l['’]|la|le|van(?: de[nr]?)?|von(?: der)?|den|der|ten|ter|"
    r"della|di|da|do|dos|das|del|y|ben|bin|ibn|el|al|ould|abou|dit|dite|zu|af|i)"
)
# A name: capitalised words, with particles between them.
_NAME = re.compile(rf"{_NAME_WORD}(?:[ \n]+(?:{_PARTICLE}[ \n]*)?{_NAME_WORD}){{0,9}}")
_TOKEN = re.compile(rf"(?P<particle>(?<![\w]){_PARTICLE}(?=[ \n'’]|(?<=['’]))[ \n]*)?(?P<word>{_NAME_WORD})")

# What may stand before a name that opens an item of a list.
_OPENS = re.compile(
    r"(?:^|[\n,;:(/&•●▪–—|!?.»\"]|"
    r"(?<![\w])(?:et|ou|et/ou|avec|puis|ainsi que|par|dont|notamment|entre|and|de|d['’]|pour|:)|"
    r"(?<![\w-])-)[ \n]*$",
    re.I,
)
# What may follow a name that is an item of a list rather than part of a sentence.
_FOLLOWS = re.compile(
    r"[ \n]*(?:$|[,;:()/|–—&.\n]|-\s|et\b|ou\b|avec\b|est\b|\(|du\b|de\b|des\b|d['’]|"
    r"au\b|aux\b|à\b|chez\b|pour\b|dans le cadre\b|@|en tant que\b)",
)
_SENTENCE_FOLLOWS = re.compile(r"[ \n]*[,]?[ \n]*[a-zà-ÿ]")
# At the start of a line a name needs no sign before it, if a list goes on after it.
_ITEM_FOLLOWS = re.compile(r"[ \n]*(?:[,(:–—]|[A-ZÀ-Þ][a-zà-ÿ]+[ -][A-ZÀ-Þ]|$)")
_OPEN_END = re.compile(
    r"(?<![\w])(?:de|d['’]|du|des|par|pour|et|le|la|les|l['’]|un|une|avec|sur|en|à|au|aux)\s*$", re.I
)
# A finite clause since the last item: names in it are talked about, they do not speak.
_CLAUSE = re.compile(
    r"\b(?:qui|(?<!ainsi )que|dont|où|elle|il|ils|elles|a|ont|avait|s['’]\w+|qu['’]\w+|fond[ée]|"
    r"codirig\w+|auteure?|autrice|ouvrage|livre|film)\b",
    re.I,
)
_NOT_NAMES = frozenset(
    """
    avec animé animée animés atelier sous conférence table ronde masterclass pause salle espace jeudi vendredi lundi
    mardi mercredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre programme projet modération présentation introduction ouverture clôture discussion échange questions
    open data smart city living lab
    """.split()
)
MAX_WORDS = 6
# What tells whether a name opens an item stands within this many characters of it.
REACH = 400
_WORD = re.compile(r"\S+\s*")


class Name(NamedTuple):
    """A person's name in a text: offsets without civility, and with it."""

    start: int
    end: int
    outer: int


def find_names(text: str, entities: Sequence[Entity], breaks: Sequence[int] = ()) -> list[Name]:
    """The names of speakers in a block, in order, each person once.

    Args:
        text: the block.
        entities: what the language model found in it.
        breaks: offsets at which printed lines begin.
    """
    names: list[Name] = []
    seen: set[str] = set()
    position = 0
    while found := _NAME.search(text, position):
        name = _name_at(text, found.start(), found.end(), entities, breaks)
        if name is None:
            word = _WORD.match(text, found.start())
            position = word.end() if word else found.end()
            continue
        key = " ".join(sorted(text[name.start : name.end].casefold().split()))
        if key not in seen and _stands_in_list(text, name, names[-1].end if names else 0, breaks):
            names.append(name)
            seen.add(key)
        position = name.end
    return names


def _name_at(text: str, start: int, end: int, entities: Sequence[Entity], breaks: Sequence[int]) -> Name | None:
    """The name that begins at `start`, or None if what stands there is none."""
    outer = start
    civility = strip_civility(text[start:end])
    start += civility
    tokens = list(_TOKEN.finditer(text, start, end))
    if not tokens or tokens[0]["particle"]:
        return None
    tagged = any(
        entity.label == "PER" and entity.start <= start < entity.end and entity.end - entity.start > 3
        for entity in entities
    )
    first = tokens[0]["word"]
    if first.casefold() in _NOT_NAMES or (match_head(text[start:end]) and not is_first_name(first)):
        return None
    if match_role(text[start:end]) and not is_first_name(first):
        return None
    stop = _extent(text, tokens, breaks)
    words = text[start:stop].split()
    if len(words) < 2:
        return Name(start, stop, outer) if civility and len(first) > 2 else None
    known = is_first_name(first.rstrip(".")) or _surname_first(words)
    initials = bool(re.fullmatch(rf"[{_CAPITAL}]{{2}}|(?:[{_CAPITAL}]\.-?)+", first)) and tagged
    listed = outer == 0 and not any(word.isupper() for word in words) and _tells_person(text[stop : stop + 80])
    listed = listed and not any(entity.label == "ORG" and entity.start <= start < entity.end for entity in entities)
    if not (
        known or initials or listed or (tagged and not first.isupper()) or (civility and len(words) <= MAX_WORDS)
    ):
        return None
    if len(words) > MAX_WORDS + 2:
        return None
    return Name(start, stop, outer)


def _tells_person(after: str) -> bool:
    """Whether what follows two capitalised words makes them a person: a function, or the head of a body."""
    found = re.match(r"\s*[,(]\s*", after)
    if found is None:
        return False
    rest = after[found.end() :]
    return bool(match_role(rest) or (match_head(rest) and not is_first_name(rest.split()[0])))


def _surname_first(words: Sequence[str]) -> bool:
    """« FERRAND LORVAL Maïa »: capitals first, then a first name that is not in capitals."""
    last = words[-1]
    return (
        len(words) >= 2
        and all(word.isupper() and len(word) > 1 for word in words[:-1])
        and not last.isupper()
        and is_first_name(last)
    )


def _extent(text: str, tokens: Sequence[re.Match[str]], breaks: Sequence[int]) -> int:
    """How far a name reaches: at most its surname; a function, a body or « de » before a body ends it."""
    stop = tokens[0].end("word")
    surnames = 0
    for number, token in enumerate(tokens[1:], start=1):
        word, particle = token["word"], (token["particle"] or "").strip().lower()
        rest = text[token.start("word") :]
        if number > 1 and (match_role(rest) or match_head(rest)) and not is_first_name(word):
            break
        if number == 1 and (match_role(rest) or match_head(rest)) and word[1:].islower() and not particle:
            break
        if particle in ("de", "du", "des", "d'", "d’", "de la", "de l'", "de l’") and surnames:
            if not _particle_of_name(text, token):
                break
        elif (
            particle in ("de", "du", "des", "d'", "d’", "de la", "de l'", "de l’")
            and number == 1
            and match_head(rest)
        ):
            break
        at_line = "\n" in text[stop : token.start("word")] or token.start() in breaks
        if at_line and surnames and (is_first_name(word) or "\n" in text[stop : token.start("word")]):
            break
        stop = token.end("word")
        if not is_first_name(word) or particle or number > 1 or len(tokens) == 2:
            surnames += 1
        if surnames >= 4:
            break
    return stop - (text[stop - 1] == "." and len(tokens[-1]["word"]) > 3 and text[:stop].endswith(tokens[-1]["word"]))


def _particle_of_name(text: str, token: re.Match[str]) -> bool:
    """« Maïa Ferrand de Lorval, chercheuse » against « Omar Vasseur de Datalab, Anne … ».

    After a surname « de X » is part of the name only when a function or a body in parentheses follows: nobody
    prints a body before the function.
    """
    if token["particle"].strip().lower() not in ("de", "d'", "d’"):
        return False
    after = text[token.end("word") :]
    if re.match(rf"\s*\([{_CAPITAL}]", after):
        return not token["word"].isupper()
    comma = re.match(r"\s*,\s*(?:est\s+)?", after)
    return bool(comma and match_role(after[comma.end() :]) and not token["word"].isupper())


def _stands_in_list(text: str, name: Name, since: int, breaks: Sequence[int]) -> bool:
    """Whether a name opens an item: what comes before and after it says so."""
    lead = text[max(0, name.outer - REACH) : name.outer]
    before = text[max(since, name.outer - REACH) : name.outer]
    after = text[name.end : name.end + REACH]
    if name.outer == 0:
        return True
    line_start = bool(
        re.search(r"(?:^|\n|[.!?;)»\"]\s)\s*[-•–—*\d.)]*\s*$", text[max(0, name.outer - 8) : name.outer])
    )
    if name.outer in breaks and _ITEM_FOLLOWS.match(after) and not _OPEN_END.search(before):
        return True
    sentence = bool(re.search(r"[.!?]\s+[^.]*$", before)) or "\n" in before
    clause = re.split(r"[.!?]\s+(?=[A-ZÀ-Þ])|\n", before)[-1]
    if line_start:
        return bool(_FOLLOWS.match(after) or _SENTENCE_FOLLOWS.match(after) or not after.strip())
    if not _OPENS.search(lead) or not (_FOLLOWS.match(after) or match_role(after.lstrip())):
        return False
    if sentence and not re.search(r"(?:^|[\s,])(?:et|avec|puis)\s*$", clause) and _CLAUSE.search(clause):
        return False
    if re.search(r"(?<![\w])(?:de|d['’]|pour|par|entre)\s*$", lead, re.I):
        if re.search(r"participation\s+d[e'’]\s*$", before, re.I):
            return True
        presented = re.search(r"(?:représenté|porté|animé|présenté|incarné)e?s?\s+par\s*$", before, re.I)
        return bool(presented) or (since == 0 and not _CLAUSE.search(before) and len(before) < 40)
    return not (_CLAUSE.search(clause) and not re.match(r"\s*(?:,|\(|et\b)", after))


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
    if _surname_first(words) or lowered:
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
            while count > 1 and re.fullmatch(_PARTICLE, words[count - 1], re.I):
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
