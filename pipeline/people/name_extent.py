"""How far a name reaches: to the end of its surname, before a function, a body or the next person."""

import re
from collections.abc import Sequence

from pipeline.people.name_shapes import INITIALS
from pipeline.wording import CAPITALS, PARTICLE, is_first_name, is_place, match_head, match_role, strip_civility

# Where all is in capitals these are no surnames: « LÉA DURAND ET MARC PETIT DE CANAL SUD ».
_JOINERS = frozenset("ET OU AVEC DE DU DES POUR PAR CHEZ AU AUX".split())
_DE = ("de", "du", "des", "d'", "d’", "de la", "de l'", "de l’")


def name_end(text: str, tokens: Sequence[re.Match[str]], breaks: Sequence[int]) -> int:
    """Where a name ends, given its words: at most its surname; a function, a body or « de » before a body ends it."""
    stop = tokens[0].end("word")
    surnames = 0
    for number, token in enumerate(tokens[1:], start=1):
        word, particle = token["word"], (token["particle"] or "").strip().lower()
        previous = tokens[number - 1]["word"]
        if _is_civility(text, token, previous) or (word in _JOINERS and number > 1):
            break
        if "\n" in text[stop : token.start()] and not (PARTICLE.match(previous) or _goes_on(tokens, number)):
            break
        if _other_noun(text, tokens, number):
            break
        if particle in _DE and number > 1 and not re.fullmatch(rf"[{CAPITALS}]\.", previous):
            if not _particle_of_name(text, token):
                break
        elif particle in _DE and match_head(text[token.start("word") :]):
            break
        at_line = token.start() in breaks and not (_goes_on(tokens, number) or PARTICLE.match(previous))
        if at_line and is_first_name(word) and (surnames or not (previous.isupper() or is_first_name(previous))):
            break
        if at_line and surnames and word.isupper() and not previous.isupper():
            break  # « Léa Durand », on the next line « IRIVA : Marc Petit »
        if _set_apart(tokens, number):
            break
        stop = token.end("word")
        given = re.fullmatch(rf"[{CAPITALS}]\.", word) or (is_first_name(word) and number == 1 and len(tokens) > 2)
        if particle or (word.isupper() and len(word) > 2) or not given:
            surnames += 1
        if surnames >= 4:
            break
    last = tokens[-1]["word"]
    initials = INITIALS.fullmatch(last)
    return stop - (text[stop - 1] == "." and len(last) > 3 and not initials and text[:stop].endswith(last))


def _is_civility(text: str, token: re.Match[str], previous: str) -> bool:
    """Whether the next person's civility begins: not in « Léa Le Maître », nor in « Léa M. Roux »."""
    if PARTICLE.match(previous) or not strip_civility(text[token.start("word") : token.end("word") + 1]):
        return False
    after = re.match(r"\s+([\w'’-]+)", text[token.end() : token.end() + 40])
    return token["word"] != "M." or bool(after and is_first_name(after[1]))


def _goes_on(tokens: Sequence[re.Match[str]], number: int) -> bool:
    """Whether a name goes on over the end of a line: a surname in capitals, then a first name in small letters."""
    words = [token["word"] for token in tokens]
    given = next((word for word in words[number:] if not word.isupper()), None)
    alone = number == 1 or not is_first_name(words[0])
    return alone and all(word.isupper() for word in words[:number]) and given is not None and is_first_name(given)


def _set_apart(tokens: Sequence[re.Match[str]], number: int) -> bool:
    """« Léa DURAND Canal »: behind a surname in capitals a word in small ones is no part of the name."""
    word, previous, first = tokens[number]["word"], tokens[number - 1]["word"], tokens[0]["word"]
    if tokens[number]["particle"] or PARTICLE.match(previous) or first.isupper():
        return False
    return previous.isupper() and len(previous) > 2 and not word.isupper() and len(word) > 2


def _other_noun(text: str, tokens: Sequence[re.Match[str]], number: int) -> bool:
    """Whether a word of a name begins a function or a body instead.

    « Léa Durand Directrice » does; not « Léa LE MAÎTRE » (behind a particle), nor « Marc Bureau, designer » (behind a
    first name, with a sign behind it).
    """
    token, previous = tokens[number], tokens[number - 1]["word"]
    word = token["word"]
    rest = text[token.start("word") : token.start("word") + 80]
    if not (match_role(rest) or match_head(rest)):
        return False
    if token["particle"]:
        return number > 1 and not is_first_name(word)
    if PARTICLE.match(previous):
        return False
    if number > 1:
        return not is_first_name(word)
    if word.isupper() and previous.isupper():
        return False  # « MAIRE Hélène » is told by its first name
    if word.isupper() and len(word) < 4:
        return True
    alone = re.match(r"\s*(?:[,(:|–—\n]|-\s|et\s|$)", text[token.end() : token.end() + 8])
    return not (alone and is_first_name(previous) and not is_place(previous))


def _particle_of_name(text: str, token: re.Match[str]) -> bool:
    """« Maïa Ferrand de Lorval, chercheuse » against « Omar Vasseur de Datalab, Anne … ».

    After a surname « de X » is part of the name only when a function or a body in parentheses follows: nobody
    prints a body before the function.
    """
    if token["particle"].strip().lower() not in ("de", "d'", "d’"):
        return False
    after = text[token.end("word") : token.end("word") + 80]
    if re.match(rf"\s*\([{CAPITALS}]", after):
        return not token["word"].isupper()
    comma = re.match(r"\s*,\s*(?:est\s+)?", after)
    return bool(comma and match_role(after[comma.end() :]) and not token["word"].isupper())
