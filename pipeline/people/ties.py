"""Function and bodies in what follows a name: « , cheffe du bureau X à la Direction Y (sous réserve) »."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon import ABBREVIATED
from pipeline.people.acronyms import acronym_of
from pipeline.people.bodies import (
    AND_OF,
    AT,
    CLAUSE,
    DE,
    OF,
    STRONG,
    UNIT,
    Stretch,
    is_body_start,
    split_bodies,
    trim,
)
from pipeline.people.body_names import NAMED_HEAD, is_clear_body, is_common_name, names_head
from pipeline.people.countries import names_country
from pipeline.people.elected import is_elected
from pipeline.people.lines_below import lines_below, runs_on
from pipeline.people.publishers import find_book
from pipeline.people.role_ends import further_roles, role_end
from pipeline.people.said_parts import parts_between
from pipeline.people.works import made_work
from pipeline.tagger import Entity
from pipeline.wording import STANDS_ALONE, find_tentative, is_room, is_town, match_head, match_role

_SENTENCE = re.compile(rf"(?<!\b[A-Z]){ABBREVIATED}[.!?](?=\s+[A-ZÀ-ÞŒ\"«(]|\s*$|\))|\n")
# The same where a line feed parts function and bodies.
_LINED_SENTENCE = re.compile(rf"(?<!\b[A-Z]){ABBREVIATED}[.!?](?=\s+[A-ZÀ-ÞŒ\"«(]|\s*$|\))")

_PRONOUN = re.compile(r",?\s+(?:elle|il|ses|son|sa|ils|elles)\s", re.I)
# « Canal Sud, représenté par Léa Durand, sa trésorière ».
_OWN = re.compile(r"(?:sa|son|leur)\s")
_FORMER = re.compile(
    r"(?:et\s+)?(?:ancien(?:ne|s|nes)?|ex|(?:co-?)?(?:auteure?|autrice|auteurice)\s+d\w*|lauréate?|"
    r"membre du jury|née?)\b",
    re.I,
)
# As the first that is said of somebody these are functions: « ancien maire », « autrice de bande dessinée ».
_FORMER_ROLE = re.compile(r"(?:ancien(?:ne)?s?\s|ex-)", re.I)
_OF_GENRE = re.compile(r"(?:auteure?|autrice|auteurice)s?\s+(?:de\s|d['’])[a-zà-ÿ-]+(?:\s[a-zà-ÿ-]+){0,2}$", re.I)

# What somebody was: what is said behind it may be true today, « ancien ministre, député du Lot ».
_PAST = re.compile(r"(?:et\s+)?(?:ancien(?:ne)?s?|ex)\b", re.I)

_COPULA = re.compile(r"[\s,]*(?:est|était|sera|en tant que|comme)\s+(?:(?:le|la|une?|un[·.(-]e\)?)\s+|l['’])?", re.I)

# Right after a name « de X » is a body whatever X looks like: « Léa Durand de canalsud, association … ».
_DIRECT = re.compile(
    rf"\s*((?:{DE}|chez\s|pour l['’]|pour (?-i:le|LE|la|LA)\s|pour\s|"
    r"au sein d\S+\s|dans le cadre d\S+\s?|@\s?))",
    re.I,
)

# A further part of a function has at most this many words, else it is a clause.
MAX_ROLE_WORDS = 4
# What may spell an acronym out: words with commas in a list in small letters, « pour l'eau, la terre et l'air ».
_SPELT = re.compile(r"[^,;()\n]*\s[^,;()\n]*(?:,\s*[a-zà-ÿ][^,;()\n]*)*")
# What somebody sees to, as a function of its own: « journaliste, en charge des enquêtes à Canal Sud ».
_IN_CHARGE = re.compile(r"en charge (?:d[eu]s?\s|d['’])", re.I)
# A grade that stands alone behind a function, and is no body though set in capitals.
_GRADE = re.compile(r"(?:HDR|PhD|Ph\. ?D\.?)(?:\s+|$)")

# Who was to come is told of, and does not speak: « Léa Durand, en remplacement d'Omar Vasseur ».
_ASIDE = re.compile(
    r"(?:sous réserve|à confirmer|excusée?|prix\s|en (?:remplacement|l['’]absence) d|(?:rempla|supplé)ç?ant\s)", re.I
)
# « maire de Vézac ou son représentant ».
_STAND_IN = re.compile(r"\s*\bou (?:son|sa|ses|leurs?) représentante?s?$", re.I)
# What a university is called besides: « université des Rives (Lyon 2) ».
_UNIVERSITY = re.compile(r"\buniv(?:ersit[ée]|\.)", re.I)
_NUMBERED_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’-]+\s(?:\d{1,2}|[IVX]{1,4})")


class Ties(NamedTuple):
    """What is said of a person: function, bodies (most specific first), whether it is provisional."""

    roles: tuple[Stretch, ...]
    bodies: tuple[Stretch, ...]
    tentative: bool
    plural: bool = False


def read_ties(text: str, start: int, end: int, entities: Sequence[Entity], breaks: Sequence[int] = ()) -> Ties:
    """Function and bodies in `text[start:end]`, which follows a name.

    Only the first sentence counts, without relative clauses: what comes later is biography. Where the name has a
    line of its own (`breaks` are the offsets at which printed lines begin), the lines below it count.
    """
    tentative = bool(find_tentative(text[start : _before_others(text, start, end, breaks)]))
    lines = lines_below(text, start, end, breaks)
    stop = (_LINED_SENTENCE if lines else _SENTENCE).search(text, start, lines[-1].end if lines else end)
    limit = _before_others(text, start, stop.start() if stop else lines[-1].end if lines else end, breaks)
    limit = book.start if (book := find_book(text, start, limit)) else limit
    while start < limit and text[start] in ") \n":
        start += 1
    copula = _COPULA.match(text, start, limit)
    begin = copula.end() if copula else start
    direct = _DIRECT.match(text, begin, limit)
    if (
        not copula
        and direct is None
        and re.match(r"[a-zà-ÿ]{2}|à\s", text[begin:limit])
        and not match_role(text[begin:limit])
        and not (lines and match_head(text[begin:limit]))
    ):
        return Ties((), (), tentative)  # « Léa Durand explique comment … »
    roles: list[Stretch] = []
    bodies: list[Stretch] = []
    past = False
    parts = [
        part
        for line in lines or [Stretch(begin, limit)]
        for part in parts_between(text, max(begin, line.start), min(limit, line.end))
    ]
    for number, part in enumerate(parts):
        if number and not lines and _is_apart(text, parts[number - 1], part) and (roles or bodies):
            break
        if direct and not bodies and part.start == direct.start(1):
            bodies += split_bodies(text, Stretch(direct.end(), part.end), entities)
            continue
        printed = text[part.start : part.end]
        if (roles or bodies) and _PAST.match(printed):
            past = True
            continue
        if (past and not match_role(printed)) or not _read_part(text, part, roles, bodies, entities):
            break
    words = text[roles[0].start : roles[0].end].split() if roles else []
    head = words[0] if words else ""
    return Ties(tuple(roles), tuple(bodies), tentative, head.endswith("s") and not head.endswith("ss"))


def _is_apart(text: str, before: Stretch, part: Stretch) -> bool:
    """Whether something new begins right behind a parenthesis: « Léa Durand (Canal Sud) Habiter la rive »."""
    return text[before.end - 1] == ")" and part.start == before.end + 1 and text[part.start].isupper()


def _before_others(text: str, start: int, limit: int, breaks: Sequence[int]) -> int:
    """Where a printed line begins with people who have no name: « un représentant de la ville »; else `limit`."""
    for spot in breaks:
        if start < spot < limit and STANDS_ALONE.match(text, spot) and not runs_on(text, start, spot):
            return spot
    return limit


def _read_part(
    text: str, part: Stretch, roles: list[Stretch], bodies: list[Stretch], entities: Sequence[Entity]
) -> bool:
    """Take from one part what it says; False when what follows is no longer about function and bodies."""
    printed = text[part.start : part.end]
    if printed.startswith("("):
        return _read_parenthesis(text, part, roles, bodies, entities)
    joined = _after_and(text, part)
    other = joined != part and not match_role(text[joined.start : joined.end]) and not OF.match(text, joined.start)
    if other and not _adds_to_body(text, part, joined, bodies, entities):
        return False  # « … de X et Y »: Y is the next item, not one more body
    part = joined
    printed = text[part.start : part.end]
    if _ASIDE.match(printed) or _STAND_IN.match(printed):
        return True
    stand_in = _STAND_IN.search(printed)
    if stand_in:
        part = Stretch(part.start, part.start + stand_in.start())
        printed = text[part.start : part.end]
    if (own := _OWN.match(printed)) and match_role(printed[own.end() :]):
        return _take_role(text, Stretch(part.start + own.end(), part.end), roles, bodies, entities)
    if not roles and not bodies and _FORMER_ROLE.match(printed):
        return _take_former(text, part, roles, bodies, entities)
    if not roles and not bodies and made_work(text, part):
        return _take_role(text, part, roles, bodies, entities)
    if (_FORMER.match(printed) and (roles or bodies or not _OF_GENRE.match(printed))) or _PRONOUN.match(
        " " + printed
    ):
        return False
    cut = CLAUSE.search(" " + printed)
    if cut and cut.start() > 0 and not STRONG.match(printed):
        stop = Stretch(part.start, part.start + cut.start() - 1)
        strong = STRONG.search(printed)
        if not (strong and strong.start() <= cut.start() <= strong.end()):
            taken = _take(text, trim(text, stop), roles, bodies, entities)
            return taken and not bodies and not roles
    elif cut and not STRONG.match(printed):
        return False
    return _take(text, part, roles, bodies, entities)


def _read_parenthesis(
    text: str, part: Stretch, roles: list[Stretch], bodies: list[Stretch], entities: Sequence[Entity]
) -> bool:
    """« (Canal Sud) », « (directrice de Canal Sud) »; « Institut des rives (IDR) » keeps its acronym."""
    printed = text[part.start : part.end]
    inner = trim(text, Stretch(part.start + 1, part.end - printed.endswith(")")))
    within = text[inner.start : inner.end]
    if match_role(within) and not roles and not bodies:
        for piece in parts_between(text, *inner):
            _take(text, piece, roles, bodies, entities)
        return True
    label = text[bodies[-1].start : bodies[-1].end] if bodies else ""
    if acronym_of(label, within) or (_UNIVERSITY.search(label) and _NUMBERED_TOWN.fullmatch(within)):
        bodies[-1] = Stretch(bodies[-1].start, part.end)
    elif _is_aside(within, roles, bodies) or any(
        (acronym_of(within, label), find_tentative(printed), names_country(printed), _is_only_room(within))
    ):
        return True
    elif not (bodies and within[:1].islower()) or names_head(within) or UNIT.match(within):
        for piece in parts_between(text, *inner):
            said = text[piece.start : piece.end]
            if bodies and piece.start > inner.start and is_town(said):
                continue  # the town of the body before: « (Institut des rives, Lyon) »
            of = OF.match(said) if piece.start > inner.start else None
            if said.startswith("("):
                if bodies and acronym_of(text[bodies[-1].start : bodies[-1].end], said.strip("()")):
                    bodies[-1] = Stretch(bodies[-1].start, piece.end)
            elif of or is_body_start(text, piece, entities):
                bodies += split_bodies(text, Stretch(piece.start + (of.end() if of else 0), piece.end), entities)
            elif is_common_name(said):
                bodies.append(piece)
            elif not roles and match_role(said):
                _take_role(text, piece, roles, bodies, entities)
    return True


def _is_aside(within: str, roles: Sequence[Stretch], bodies: Sequence[Stretch]) -> bool:
    """What a parenthesis adds to a body, its town, or shortens of a function: « (Lyon) », « (hre) »."""
    shortens = roles and not bodies and within.islower() and len(within.split()) == 1
    return bool(shortens or (bodies and is_town(within)) or _ASIDE.match(within))


def _adds_to_body(
    text: str, part: Stretch, joined: Stretch, bodies: Sequence[Stretch], entities: Sequence[Entity]
) -> bool:
    """« Léa Durand, laboratoire des rives (Université de Vézac) et Canal Sud »: one more body of hers.

    Behind a parenthesis that belongs to the name itself, « et » leads to the next of the list.
    """
    opened = text.rfind("(", 0, part.start)
    return (
        text[: part.start].rstrip().endswith(")")
        and any(body.start < opened for body in bodies)
        and is_body_start(text, joined, entities)
    )


def _after_and(text: str, part: Stretch) -> Stretch:
    found = re.match(r"(?:et|ainsi que)\s+", text[part.start : part.end], re.I)
    return Stretch(part.start + found.end(), part.end) if found else part


def _take(text: str, part: Stretch, roles: list[Stretch], bodies: list[Stretch], entities: Sequence[Entity]) -> bool:
    printed = text[part.start : part.end]
    if not re.search(r"[^\W\d_]", printed) or _is_only_room(printed):
        return True  # « Léa Durand – 17:15 »
    if grade := _GRADE.match(printed):
        roles.append(Stretch(part.start, part.start + len(grade[0].rstrip())))
        return _take(text, Stretch(part.start + grade.end(), part.end), roles, bodies, entities)
    bare = re.sub(r"^(?:le|la|l['’]|un|une)\s*", "", printed)
    if _IN_CHARGE.match(printed) or match_role(printed) or match_role(bare):
        return _take_role(text, part, roles, bodies, entities)
    joined = STRONG.match(printed) or AT.match(printed) or OF.match(printed) or AND_OF.match(printed)
    inside = None if joined or roles or bodies else STRONG.search(text, part.start, part.end)
    if inside:
        return _take_role(text, part, roles, bodies, entities)
    rest = Stretch(part.start + (joined.end() if joined else 0), part.end)
    if is_body_start(text, rest, entities, joined=bool(joined)):
        after = text[rest.start : rest.end]
        spelt = _SPELT.match(text, rest.start, rest.start + 120)
        named = NAMED_HEAD.match(printed) or UNIT.match(printed)
        if bodies and printed[:1].islower() and not joined and not named:
            return False  # an apposition that describes the body before it
        if bodies and joined and joined.re is AT and not match_head(after):
            return True  # a place: « …, à Chemillé »
        elected = any(is_elected(text[role.start : role.end]) for role in roles)
        if (bodies or (roles and not elected)) and not joined and is_town(printed):
            return True  # the town of a body or of a trade: « …, Hôpital des Ormes, Grenoble », « conteuse, Lyon »
        if bodies and spelt and acronym_of(spelt[0], text[bodies[-1].start : bodies[-1].end]):
            return False  # the acronym before it spelt out
        if bodies and not joined and not is_clear_body(text, rest, entities):
            return False
        bodies += split_bodies(text, rest, entities)
        return True
    if bodies or joined:
        return not bodies
    if is_common_name(printed):
        bodies.append(part)
        return True
    if re.match(r"(?:une?|des)\s", printed) or (printed[:1].islower() and match_head(printed)):
        return False  # « , un podcast », « , association de médiation »: said of what stands before
    if not roles or len(printed.split()) <= MAX_ROLE_WORDS or STRONG.search(printed):
        return _take_role(text, part, roles, bodies, entities)
    return False


def _is_only_room(printed: str) -> bool:
    return is_room(printed) and not match_head(printed)


def _take_role(
    text: str, part: Stretch, roles: list[Stretch], bodies: list[Stretch], entities: Sequence[Entity]
) -> bool:
    """Take a part as a function, up to the body in it; after a body one of another body or a mandate counts."""
    if work := made_work(text, part):
        roles += [] if roles and bodies else [work[0]]
        return work[1]
    split = role_end(text, part, entities)
    role = trim(text, Stretch(part.start, split.start))
    printed = text[role.start : role.end]
    again = any(text[other.start : other.end].casefold() == printed.casefold() for other in roles)
    if not again and (not (roles and bodies) or split.end < part.end or is_elected(printed)):
        roles.append(role)
    if split.end < part.end:
        said = Stretch(split.end, part.end)
        if text[split.end] in "«“":
            bodies.append(trim(text, said))  # what stands in quotation marks is one name
            return True
        told = {text[other.start : other.end].casefold() for other in roles}
        roles += [more for more in further_roles(text, said) if text[more.start : more.end].casefold() not in told]
        bodies += split_bodies(text, said, entities)
    return True


def _take_former(
    text: str, part: Stretch, roles: list[Stretch], bodies: list[Stretch], entities: Sequence[Entity]
) -> bool:
    """« ancien maire de Vézac » is how he is presented; a body somebody was in is no affiliation, a town is told."""
    taken = _take_role(text, part, roles, bodies, entities)
    after = re.sub(r"^\S*?(?:\s|-)", "", text[part.start : part.end])
    if not is_elected(after):
        bodies.clear()
    return taken
