"""How names are set: the words of a name, and the habit of a document, which tells names that are on no list.

A programme sets all its names alike (« Léa DURAND », « DURAND Léa », « L. Durand ») and puts the same sign behind
them. Names that are known show the habit; others are told by it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.people.name_order import PARTICLE_WORD
from pipeline.wording import CAPITALS, PARTICLE, WHOSE, is_first_name, match_head, match_role

NAME_WORD = (
    rf"(?:[{CAPITALS}]['’][{CAPITALS}]?[\w'’-]*[\w-]|[{CAPITALS}][\w'’-]*[\w-](?:(?<![\w'’-]{{4}})\.)?|"
    rf"[{CAPITALS}]\.(?:-?[{CAPITALS}]\.)*)"
)
# A name: capitalised words, with particles between them; before them where the surname is first (« de Marsac Léa »).
# Over the end of an item it only goes on behind capitals (« DURAND », « Léa »).
NAME = re.compile(rf"{NAME_WORD}(?:(?: +|(?<=[{CAPITALS}]{{2}})\n)(?:{PARTICLE_WORD} *)?{NAME_WORD}){{0,9}}")
SURNAME_FIRST = re.compile(
    rf"(?<![\w'’])(?:d[eu]s? |d['’]|de la |van (?:de[nr]? )?|von (?:der )?|zu |ter |den |der ){NAME.pattern}"
)
TOKEN = re.compile(rf"(?P<particle>(?<![\w]){PARTICLE_WORD}(?=[ '’]|(?<=['’])) *)?(?P<word>{NAME_WORD})")
# Initials alone: « L. », « J.-M. »
INITIALS = re.compile(rf"(?:[{CAPITALS}]\.-?)+")
# What a company's name ends with, in capitals like a surname.
_LEGAL_FORMS = frozenset("SA SAS SARL SASU SCOP SCIC SCI SNC SE EURL GIE GIP EPCI AG LTD INC LLC TV FM PLUS".split())
# Where bodies of many countries say which one they are of.
_COUNTRIES = frozenset("france europe belgique suisse luxembourg québec canada maroc sénégal international".split())
# What the name of a company ends with and no surname is.
_FIRM_WORDS = frozenset(
    """
    agglo agglomération agro associés avocats conseil conseils consulting consultants design digital distribution
    développement éditions energies énergie énergies énergy environnement films finance formation groupe group
    habitat immobilier industrie industries ingénierie innovation international lab labs logistique médias métropole
    mobilité mobilités numérique partners productions production santé school services solutions studio studios
    systèmes technologie technologies terres universität université university
    """.split()
)
# Fewer known names show no habit.
ENOUGH, SHARE = 3, 0.6


class Habit(NamedTuple):
    """How most names of a document are set: their shape, whether the surname is first, the sign behind them."""

    shape: str = ""
    last_first: bool = False
    sign: str = ""


NO_HABIT = Habit()


def shape_of(words: Sequence[str]) -> str:
    """« Ta » for « Léa DURAND », « aT » for « DURAND Léa », « aa », « TT », « i » for « L. Durand ».

    Small words count for nothing, and neither do the initials of second first names.
    """
    letters = ""
    for number, word in enumerate(words):
        if INITIALS.fullmatch(word):
            if number == 0:
                return "i"
            continue
        if word.islower() or (PARTICLE.match(word) and number < len(words) - 1):
            continue
        upper = word.isupper() or (len(word) > 4 and re.sub(r"^\w[a-zà-ÿ]?['’]|^Mac|^Mc", "", word).isupper())
        letter = "a" if upper and len(word) > 1 else "T"
        if not letters.endswith(letter):
            letters += letter
    return letters * 2 if len(letters) == 1 else letters


def sign_after(text: str, end: int) -> str:
    """What is behind a name: a sign, a line feed at the end of its line, « et », « de », « role », or nothing."""
    after = text[end : end + 60]
    spaced = after.lstrip(" ")
    if not spaced or spaced[0] == "\n":
        return "\n"
    if spaced[0] in "(,:;|":
        return spaced[0]
    if spaced[0] in "-–—":
        return "–"
    if re.match(r"(?:et|&)\s", spaced):
        return "et"
    if spaced[0].islower() and (match_role(spaced) or match_head(spaced)):
        return "role"
    return "de" if re.match(r"d(?:e|u|es)\s|d['’]|chez\s|à\s|au\s", spaced) else ""


# What a person does, with an article, where an item of a list begins: « …, l'illustratrice », « et le chef ».
_FUNCTION_BEFORE = re.compile(
    r"(?:^|[,;:(&\n]\s*|\b(?:et|avec|par)\s+)(?:(?:M\.|Mme|Monsieur|Madame) )?"
    r"(?:[Ll]['’]|[Ll][ae] |[Uu]ne? |du |de la |de l['’])(?P<role>[a-zà-ÿ][a-zà-ÿœ'’ -]{3,40}) $"
)
# The same with whose function it is, before a comma: « et la directrice de l'Office des rives, ».
_HOLDER_BEFORE = re.compile(
    r"(?:^(?:l['’]|la |le )?|(?:[;:(&\n]\s*|\b(?:et|avec|par)\s+)(?:l['’]|la |le |du |de la |de l['’])|"
    r",\s*(?:du |de la |de l['’]))"
    rf"(?P<role>[a-zà-ÿ][a-zà-ÿœ'’ -]{{3,40}}?\s(?:{WHOSE})[^,.;:()\n]{{2,80}}),\s+$",
    re.I,
)
# The same at the start of a list, before a comma: « le président, ».
_OFFICE_BEFORE = re.compile(r"^(?:[Ll]['’]|[Ll][ae] |du )(?P<role>[a-zà-ÿœ'’ -]{3,40}),\s+$")


def function_before(lead: str) -> re.Match[str] | None:
    """The article and the « role » words end with as they stand before a name: « avec l'illustratrice »."""
    return next(
        (
            found
            for pattern in (_FUNCTION_BEFORE, _HOLDER_BEFORE, _OFFICE_BEFORE)
            if (found := pattern.search(lead)) and match_role(found["role"])
        ),
        None,
    )


# « (Université Toulouse – Jean Jaurès) »: a body named after somebody.
_NAMED_AFTER = re.compile(
    r"\((?:[^()]*[,;]\s*)?(?:universit[ée]|lyc[ée]e|coll[èe]ge|institut|[ée]cole|h[ôo]pital)\b[^(),;]{0,24}"
    r"\s[–—-]\s+$",
    re.I,
)


def is_bracketed(text: str, person: int, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands first in parentheses behind somebody: « Léa Durand (Rivages Nord, Kenya) ».

    So is the name of a body that follows its kind there: « (Université Toulouse – Jean Jaurès) ».
    """
    if _NAMED_AFTER.search(text, person, start) and text[end : end + 1] in ")-,":
        return True
    around = text[person:start].strip() + text[end:].lstrip()[:1]
    return around in ("()", "(,") and not is_first_name(text[start:end].split()[0])


def names_a_firm(words: Sequence[str]) -> bool:
    """Whether the last of several capitalised words is one of companies: « Orme Conseil », « Tilleul SAS »."""
    return words[-1] in _LEGAL_FORMS or words[-1].casefold() in _FIRM_WORDS


def names_a_branch(words: Sequence[str]) -> bool:
    """Whether the last of several words is a country: « Rivages France » is nobody if the first name is unknown."""
    return words[-1].casefold() in _COUNTRIES


def learn_habit(named: Iterable[tuple[str, int, int]]) -> Habit:
    """The habit that texts with the offsets of a name show: only names with a known first name count."""
    shapes: Counter[tuple[str, bool]] = Counter()
    signs: Counter[str] = Counter()
    for text, start, end in named:
        words = text[start:end].split()
        first, last = is_first_name(words[0].rstrip(".")), is_first_name(words[-1])
        if len(words) > 1 and (first != last or INITIALS.fullmatch(words[0])):
            shapes[shape_of(words), last] += 1
            signs[sign_after(text, end)] += 1
    if shapes.total() < ENOUGH:
        return Habit()
    (shape, last_first), count = shapes.most_common(1)[0]
    sign, times = signs.most_common(1)[0]
    usual = count >= SHARE * shapes.total()
    return Habit(
        shape if usual else "", last_first if usual else False, sign if times >= SHARE * signs.total() else ""
    )


def looks_personal(words: Sequence[str], sign: str) -> bool:
    """Whether the letters alone make a name: « Yuki CHARBONNIER, », « T. Nicolas ( », « NICOLAS T. ( ».

    No body is set so but with the legal form of a company (« Orange SA »).
    """
    shape = shape_of(words)
    if any(char.isdigit() for word in words for char in word):
        return False
    if INITIALS.fullmatch(words[-1]) and words[0].isupper():
        return sign not in ("", "de") and all(
            _is_surname(word) or PARTICLE.match(word.lower()) for word in words[:-1]
        )
    if shape == "i":
        return bool(sign) and len(words[-1]) > 1 and not words[1].isdigit()
    return shape == "Ta" and len(words[-1]) > 1 and sign not in ("", "de") and _is_surname(words[-1])


def _is_surname(word: str) -> bool:
    """Whether capitals may be a surname rather than an acronym: they have a vowel, and three letters at least."""
    return len(word) > 2 and bool(re.search(r"[AEIOUYÀ-ÖØ-Ý]", word))


def fits_habit(words: Sequence[str], sign: str, habit: Habit) -> bool:
    """Whether words are set as the names of the document are."""
    shape = shape_of(words)
    if not habit.shape or shape != habit.shape or not 2 <= len(words) <= 6:
        return False
    if any(char.isdigit() for word in words for char in word):
        return False
    if shape in ("Ta", "aT", "aa"):
        return sign != ""
    return (sign == habit.sign or sign == "et") and sign not in ("", "\n", "de", "role")
