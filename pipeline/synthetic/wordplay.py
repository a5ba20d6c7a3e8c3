"""French grammar for invented phrases: articles, elisions, and templates filled with drawn words."""

import random
import re
from collections.abc import Mapping, Sequence

_VOWEL = re.compile(r"[aâàäeéèêëiîïoôöuùûüyhœæAÂÀÄEÉÈÊËIÎÏOÔÖUÙÛÜHŒÆ]")
_ASPIRATED = re.compile(r"h(?:andicap|ub|ackathon|alle|ameau|aut|asard|éros|onte|ors|uit|ip-hop|onfleur|am)", re.I)
_PLACE = re.compile(r"\{(\w+)\}")
_OF = {"le": "du", "la": "de la", "l'": "de l'", "les": "des", "": "de"}
_AT = {"le": "au", "la": "à la", "l'": "à l'", "les": "aux", "": "à"}
_ARTICLE = re.compile(r"(le |la |les |l')(?=\S)")


def elides(word: str) -> bool:
    """Whether « de » loses its vowel before a word: « d'Arras », but « de Haguenau » and « de Lens »."""
    return (
        bool(_VOWEL.match(word)) and not _ASPIRATED.match(word) and not re.match(r"[Yy][aeou]|[Oo]nz|UR\b|UMR", word)
    )


def joined(link: str, words: str) -> str:
    """A link and what follows: no space after an apostrophe."""
    return f"{link}{words}" if link.endswith(("'", "’")) or not link else f"{link} {words}"


def split_article(phrase: str) -> tuple[str, str]:
    """« l'école rurale » → (« l' », « école rurale »); a proper name keeps its own article."""
    found = _ARTICLE.match(phrase)
    return (found.group(1).strip(), phrase[found.end() :]) if found else ("", phrase)


def of_phrase(phrase: str) -> str:
    """« le soin » → « du soin », « Arras » → « d'Arras »."""
    article, words = split_article(phrase)
    return joined("d'" if not article and elides(words) else _OF[article], words)


def at_phrase(phrase: str) -> str:
    """« le soin » → « au soin »."""
    article, words = split_article(phrase)
    return joined(_AT[article], words)


def of_joint(article: str, label: str) -> str:
    """The joint of a body with that article: « la » → « de la », none → « de » or « d' »."""
    return "d'" if not article and elides(label) else _OF[article]


def at_joint(joint: str) -> str:
    """The joint for where somebody works: « du » → « au », « de l'» → « à l' »."""
    apostrophe = "’" if "’" in joint else "'"
    known = {"du": "au", "de la": "à la", "de l'": f"à l{apostrophe}", "des": "aux", "de": "à", "d'": "à"}
    return known.get(joint.replace("’", "'"), joint)


def plain_joint(joint: str, label: str) -> str:
    """The joint of a label with « de » whatever the role asked for: « au » → « du », « chez » → « de » or « d' »."""
    apostrophe = "’" if "’" in joint + label else "'"
    if joint in ("à", "chez", "de"):
        return f"d{apostrophe}" if elides(label) else "de"
    known = {"au": "du", "à la": "de la", "à l'": f"de l{apostrophe}", "aux": "des"}
    return known.get(joint.replace("’", "'"), joint)


def capitalised(text: str) -> str:
    """The text with its first letter in capital."""
    return text[:1].upper() + text[1:]


def fill(template: str, words: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """A template with each `{name}` drawn from the words of that name, no word twice.

    `{of_x}` and `{at_x}` put the word behind « de » and « à », `{X}` and `{Of_x}` begin with a capital;
    figures tell several draws apart (`{x2}`).
    """
    taken: set[str] = set()

    def draw(found: re.Match[str]) -> str:
        name = found.group(1)
        kind = name.lower().removeprefix("of_").removeprefix("at_").rstrip("0123456789")
        choices = [word for word in words[kind] if word not in taken] or list(words[kind])
        word = rng.choice(choices)
        taken.add(word)
        if name.casefold().startswith("of_"):
            word = of_phrase(word)
        elif name.casefold().startswith("at_"):
            word = at_phrase(word)
        return capitalised(word) if name[0].isupper() else word

    return _PLACE.sub(draw, template)
