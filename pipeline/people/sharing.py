"""What people of one list share: « X et Y de l'équipe Z » gives the team to both."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon import ABBREVIATED
from pipeline.people.bodies import DE, Stretch
from pipeline.people.elected import is_elected
from pipeline.people.names import Name
from pipeline.people.ties import Ties
from pipeline.wording import BULLETS

# What may stand between « et » and the name it leads to.
_CIVILITY = r"(?:M\.|Mme|Dr|Pr)?\s*$"
# « et » or a comma between two names and nothing else: what follows the last holds for all.
_ONLY_JOINED = re.compile(rf"[\s,:&/–—-]*(?:et/ou|et|ou|ainsi que|puis|&)?[\s,:]*{_CIVILITY}", re.I)

# Who works in such a trade needs no body: what the next one is head of is not shared.
_FREE_TRADE = re.compile(
    r"(?:avocat|journalist|écriv|romanci|poète|autrice|auteur|traduct|librair|notair|architect|urbanist|paysagist|"
    r"géomètre|photograph|vidéast|documentarist|cinéast|réalisat|comédien|musicien|plasticien|artiste|illustrat|"
    r"graphist|design|agricult|apicult|éleveu|vigneron|maraîch|infirmi|médecin|psycholog|consultant|entrepreneu)\w*",
    re.I,
)
_DIRECTLY = re.compile(rf"\s+(?:{DE})")

_AND = rf"(?:\bet|&)[\s,]*{_CIVILITY}"
_LAST_AND = re.compile(_AND, re.I)
_COMMA_AND = re.compile(rf",\s*{_AND}")

# Functions that are held in a body.
_IN_A_BODY = re.compile(
    r"(?:(?:co|vice|sous|ex)[ -]?)?(?:pr[ée]sident|direct|g[ée]rant|fondat|responsable|cheff?e?\b|secr[ée]taire|"
    r"tr[ée]sori|coordin|coordonn|membre|charg[ée]|d[ée]l[ée]gu|administrat|adjoint|[ée]lu|maire|conseill|repr[ée]sentant|"
    r"r[ée]f[ée]rent|b[ée]n[ée]vole|salari|dirigeant|manager|DG|PDG)",
    re.I,
)


class Item(NamedTuple):
    """A name in a block and what is said of it: `tail` is the text up to the next item."""

    name: Name
    tail: Stretch
    ties: Ties


def share_ties(text: str, items: Sequence[Item], breaks: Sequence[int]) -> list[Item]:
    """Items with what they share: « X et Y de l'équipe Z » gives Z to both, « A, maire, et B, adjoint à V » gives V.

    A name with nothing after it takes all from the next one; a name with a function and no body takes the bodies
    of the next when both are joined by « et » or hold the same function. Nothing is shared across list lines.
    """
    shared = list(items)
    for number in range(len(items) - 2, -1, -1):
        item, after = shared[number], shared[number + 1]
        gap = text[item.name.end : after.name.outer]
        if "\n" in gap or item.ties.bodies or _headed(item) or _headed(after):
            continue
        if _ONLY_JOINED.match(gap):
            roles = after.ties.roles if _role_is_shared(gap, after) else ()
            tentative = item.ties.tentative or ("et/ou" in gap) or (after.ties.tentative and "et/ou" in gap)
            ties = Ties(roles, after.ties.bodies, tentative, after.ties.plural)
        elif item.ties.roles and after.ties.bodies and _same_breath(text, gap, item, after, breaks):
            ties = item.ties._replace(bodies=after.ties.bodies)
        else:
            continue
        shared[number] = item._replace(ties=ties)
    shared = _share_parentheses(text, _share_heading(text, shared))
    return _share_doubt(text, shared)


def _headed(item: Item) -> bool:
    """Whether something stands before a name that is said of it: « Canal Sud : Léa Durand »."""
    return any(part.end <= item.name.start for part in (*item.ties.roles, *item.ties.bodies))


def _role_is_shared(gap: str, after: Item) -> bool:
    """A function in the plural, or behind « et/ou », is that of all names before it."""
    return after.ties.plural or "/" in gap or bool(re.search(r"\bou\b", gap))


def _same_breath(text: str, gap: str, item: Item, after: Item, breaks: Sequence[int]) -> bool:
    if re.search(rf"{ABBREVIATED}[.;]\s", gap):
        return False
    roles = [text[ties.roles[0].start : ties.roles[0].end] if ties.roles else "" for ties in (item.ties, after.ties)]
    if is_elected(roles[1]) and not is_elected(roles[0]):
        return False  # the town of a mayor is not that of the sociologist before
    if _FREE_TRADE.match(roles[0]) and after.ties.roles and _DIRECTLY.match(text, after.ties.roles[-1].end):
        return False  # « A, photographe, et B, directeur de V »
    if _LAST_AND.search(gap):
        if _is_trade(roles[0]) and not _is_trade(roles[1]):
            return False  # « A, ergothérapeute, et B, chargé de mission, Canal Sud »
        # « A, maire, et B, adjoint à V », « A, maire et B, adjoint, au sein de V »: a comma sets off what is shared.
        body = after.ties.bodies[0].start
        if text.count("(", after.name.end, body) > text.count(")", after.name.end, body):
            return False  # « A, apiculteur, et B (Canal Sud) »: parentheses tell of one
        apart = re.search(r",\s*(?:au sein|auprès|chez)\s[^,]*$", text[after.name.end : body])
        return bool(apart or _COMMA_AND.search(gap))
    if any(after.name.outer == spot for spot in breaks):
        return False
    first = text[item.ties.roles[0].start : item.ties.roles[0].end].split()[0].casefold()
    other = text[after.ties.roles[0].start : after.ties.roles[0].end].split()[:1] if after.ties.roles else []
    return bool(other) and other[0].casefold() == first


def _is_trade(role: str) -> bool:
    """Whether a function is what somebody does, for whomever: « ergothérapeute »; not « chargée de mission »."""
    return bool(role) and not _IN_A_BODY.match(role)


def _share_heading(text: str, items: Sequence[Item]) -> list[Item]:
    """« l'équipe des X : A, B et C »: every name of the sentence after the colon is of X; so with a function."""
    shared = list(items)
    for number, item in enumerate(items):
        lead = [body for body in item.ties.bodies if body.end <= item.name.start]
        roles = [role for role in item.ties.roles if role.end <= item.name.start]
        if not (lead or roles) or not text[max(0, item.name.outer - 4) : item.name.outer].rstrip().endswith(":"):
            continue
        for other in range(number + 1, len(items)):
            gap = text[items[other - 1].name.end : items[other].name.outer]
            if (
                re.search(rf"{ABBREVIATED}\.\s|[\n;{BULLETS}]", gap)
                or _headed(items[other])
                or (roles and not _ONLY_JOINED.fullmatch(gap))
            ):
                break
            ties = shared[other].ties
            bodies = tuple(dict.fromkeys((*lead, *ties.bodies)))
            shared[other] = shared[other]._replace(ties=ties._replace(roles=(*roles, *ties.roles), bodies=bodies))
    return shared


def _share_parentheses(text: str, items: Sequence[Item]) -> list[Item]:
    """« l'équipe X (A, B et C) de la Direction Y »: every name inside the parentheses is of X and of Y."""
    shared = list(items)
    for number, item in enumerate(items):
        opened = text.rfind("(", 0, item.name.outer)
        closed = text.find(")", item.name.end)
        if opened < 0 or closed < 0 or ")" in text[opened : item.name.outer] or not item.ties.bodies:
            continue
        group = [n for n, other in enumerate(items) if opened < other.name.start < closed]
        if group[0] == number:
            for other in group[1:]:
                ties = shared[other].ties
                more = tuple(body for body in ties.bodies if body not in item.ties.bodies)
                lead = tuple(body for body in item.ties.bodies if body.end <= opened)
                shared[other] = shared[other]._replace(ties=ties._replace(bodies=(*lead, *more)))
            last = shared[group[-1]].ties.bodies
            after = tuple(body for body in last if body.start > closed)
            for other in group[:-1]:
                ties = shared[other].ties
                merged = tuple(dict.fromkeys((*ties.bodies, *after)))
                shared[other] = shared[other]._replace(ties=ties._replace(bodies=merged))
    return shared


def _share_doubt(text: str, items: Sequence[Item]) -> list[Item]:
    """« A et/ou B »: both are provisional."""
    shared = list(items)
    for number in range(len(items) - 1):
        gap = text[items[number].name.end : items[number + 1].name.outer]
        if re.search(r"\bet/ou\b", gap, re.I):
            for place in (number, number + 1):
                shared[place] = shared[place]._replace(ties=shared[place].ties._replace(tentative=True))
    return shared
