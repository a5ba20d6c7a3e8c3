"""The items of a list of people: each name with what stands behind it, and what stands before it and belongs to it.

« Directrice de Canal Sud : Léa Durand », « l'équipe Horizon (Léa Durand) », « Canal Sud, représenté par Léa Durand ».
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.lexicon import Rows
from pipeline.people.bodies import CLAUSE, Stretch, is_body_start, read_bodies, split_bodies, trim
from pipeline.people.name_shapes import function_before
from pipeline.people.names import ACCOMPANIED, Name
from pipeline.people.sharing import Item
from pipeline.people.ties import Ties, read_ties
from pipeline.tagger import Entity
from pipeline.wording import BULLETS, CAPITALS, STANDS_ALONE, find_marker, match_head, match_role

_LEAD = re.compile(r"(?:représentée?s?\s+par|avec|:|\()\s*$", re.I)
# What parts the items of a list for certain, and what may.
_BETWEEN = re.compile(rf"[;\n{BULLETS}]|(?<!\b[A-Z])\.(?=\s+[{CAPITALS}])")
_PERHAPS_BETWEEN = re.compile(rf"\s/\s|\s&\s|,?\s(?:et|puis|ainsi que)\s(?=[{CAPITALS}])|,\s(?=[{CAPITALS}])")
_OPEN_END = re.compile(
    r"(?<!\w)(?:d[eu]s?|l[ae]s?|aux?|à|et|en|sur|par|pour|chez|d['’]|l['’]|[a-z]['’])\s*$|,\s*$", re.I
)
# Where somebody else begins who has no name: « …, un représentant de la ville », « … et la Ville de Vézac ».
_SOMEBODY_ELSE = re.compile(
    rf"(?:\s*[,;&|/\n{BULLETS}]|\s+(?:et|ainsi que|–))\s+"
    rf"(?:(?={STANDS_ALONE.pattern}\s+(?:amateurs?\s+)?d)|(?P<article>(?-i:l['’]|la\s|le\s)))",
    re.I,
)
# A list parted by semicolons: one stands before the next name.
_SEMICOLON = re.compile(r"\s*;\s*")
_ENDS_ITEM = re.compile(r";\s*(?:(?:M\.|Mme|Dr|Pr)\s*)?$")
# All that is said of somebody stands in parentheses, and a sign ends the entry: « Léa Durand (Canal Sud) • Rivages ».
_CLOSED = re.compile(rf"(?P<said>\s*\([^()]*\))\s*[;{BULLETS}]")
# The same where a function stands before it: « Léa Durand, éclusière (Canal Sud) • Rivages ».
_TOLD = re.compile(rf"(?P<said>\s*,[^()\n{BULLETS}]*\([^()]*\))\s*[{BULLETS}]\s*")
# Said of the session, not of somebody: « avec Léa Durand, dès 6 ans, sur inscription », « …, avec les élèves ».
_PUBLIC = re.compile(
    r"\s*[,(–-]\s*(?:(?:d[èe]s|à partir de)\s\d|tout public|sur (?:inscription|r[ée]servation)|entr[ée]e libre|"
    r"acc[èe]s libre|gratuit|tarifs?\s|avec (?:les|des)\s|"
    r"dur[ée]e\s|d[ée]part\s(?:devant|d[eu]\s|d['’]|au?\s|à\s|place)|rendez-vous\s)|"
    r"\s+[(–-]?\s*\d{1,4} (?:places|participants|personnes)\b",
    re.I,
)
# A heading of one or several people has at most so many words.
MAX_WORDS = 30


def make_items(
    text: str, names: Sequence[Name], entities: Sequence[Entity], breaks: Sequence[int], markers: Rows = ()
) -> list[Item]:
    """The names of a block with what is said of each."""
    begins = [0, *(name.end for name in names)]
    lined = bool(names) and _heads_line(text, names[0].outer)
    headings = [
        _heading(text, Stretch(begin, name.outer), breaks, entities, lined)
        for begin, name in zip(begins, names, strict=False)
    ]
    listed = any(_ENDS_ITEM.search(text[name.end : other.outer]) for name, other in pairwise(names))
    items = []
    for number, (name, heading) in enumerate(zip(names, headings, strict=True)):
        last = number + 1 == len(names)
        after = len(text) if last else names[number + 1].outer
        if function := function_before(text[name.end : after]) if not last else None:
            after = name.end + function.start()
        limit = len(text) if last else (headings[number + 1] or Stretch(after, 0)).start
        tail = Stretch(name.end, _somebody_else(text, name.end, _marker_start(text, name.end, limit, markers)))
        if text[name.outer - 1 : name.outer] == "(" and text[name.end : name.end + 1] == ")":
            tail = Stretch(name.end, name.end)  # « Canal Sud (Léa Durand), Rivages (Omar Vasseur) »
        if listed:
            tail = Stretch(name.end, _item_end(text, *tail))
        if told := _TOLD.match(text, *tail):
            tail = Stretch(name.end, told.end("said")) if not match_role(text[told.end() : tail.end]) else tail
        if closed := _CLOSED.match(text, *tail):
            tail = Stretch(name.end, closed.end("said"))
        ties = read_ties(text, tail.start, _tail_end(text, tail), entities, breaks)
        if heading is not None and find_marker(text[heading.start : name.outer], markers) is None:
            ties = _headed(text, heading, ties, entities)
        elif heading is None:
            ties = _with_lead(text, begins[number], name, ties, entities)
        items.append(Item(name, tail, ties))
    return items


def _item_end(text: str, start: int, end: int) -> int:
    """Where an item of a list parted by semicolons ends: somebody else follows, unless it is a function."""
    return next(
        (spot.start() for spot in _SEMICOLON.finditer(text, start, end) if not match_role(text[spot.end() :])), end
    )


def _heads_line(text: str, name: int) -> bool:
    """Whether a block begins with a body and a colon before its first name: « Canal Sud : Léa Durand »."""
    before = text[:name].rstrip()
    return before.endswith(":") and "\n" not in before and not match_role(before)


def _heading(
    text: str, gap: Stretch, breaks: Sequence[int], entities: Sequence[Entity], lined: bool = False
) -> Stretch | None:
    """The function or the bodies before a colon that leads to a name, from where its item begins.

    Where items are `lined` so, each begins a line: « Canal Sud : Léa Durand, éclusière », « Rivages : Marc Petit ».
    """
    before = text[gap.start : gap.end]
    if not before.rstrip().endswith(":"):
        return None
    end = gap.start + before.rindex(":")
    starts = [gap.start + spot.end() for spot in _BETWEEN.finditer(before[: end - gap.start])]
    spots = starts[-1:] if starts else [gap.start] if gap.start == 0 else []
    if not starts and gap.start:
        lines = [spot for spot in breaks if gap.start < spot < end and not _OPEN_END.search(text[gap.start : spot])]
        signs = [
            gap.start + spot.end()
            for spot in _PERHAPS_BETWEEN.finditer(before[: end - gap.start])
            if before.count("(", 0, spot.start()) <= before.count(")", 0, spot.start())
        ]
        capital = [spot for spot in lines if text[spot].isupper()] if lined else []
        spots = [*capital, *sorted([*lines, *signs])]
    for spot in spots:
        part = trim(text, Stretch(spot, end))
        printed = text[part.start : part.end]
        if len(printed.split()) > MAX_WORDS or CLAUSE.search(printed):
            continue
        if match_role(printed) or is_body_start(text, part, entities) or find_marker(f"{printed} :"):
            return part
    return None


def _marker_start(text: str, start: int, end: int, markers: Rows) -> int:
    """Where a marker with a colon begins in what follows a name: « … . Modération : »; else `end`."""
    for spot in re.compile(r"[.;\n]\s*|\s[–—-]\s+|,\s+").finditer(text, start, end):
        line = text[spot.end() : min(end + 2, spot.end() + 120)]
        marker = find_marker(line, markers)
        if marker is not None and marker.colon:
            return spot.start()
    return end


def _somebody_else(text: str, start: int, end: int) -> int:
    """Where a body that stands for itself begins in what follows a name; else `end`."""
    for found in _SOMEBODY_ELSE.finditer(text, start, end):
        if not found["article"]:
            return found.start()
        body = match_head(text[found.end() : end])
        if body and not match_role(text[found.end() : end]) and "\n" not in found[0]:
            return found.start()
    return end


def _headed(text: str, heading: Stretch, ties: Ties, entities: Sequence[Entity]) -> Ties:
    """Ties with what the heading before a name says of function and bodies."""
    printed = text[heading.start : heading.end]
    if not match_role(printed) and match_role(printed[:1].lower() + printed[1:]):
        return ties._replace(roles=(heading, *ties.roles))  # trades are told in small letters: « Entraîneuse : »
    if match_role(printed):
        said = read_ties(text, heading.start, heading.end, entities)
        return Ties(
            (*said.roles, *ties.roles), (*said.bodies, *ties.bodies), ties.tentative or said.tentative, said.plural
        )
    bodies: list[Stretch] = []
    for part in re.compile(r"[^,/|]+").finditer(text, heading.start, heading.end):
        spot = trim(text, Stretch(*part.span()))
        if spot.end > spot.start and is_body_start(text, spot, entities):
            bodies += split_bodies(text, spot, entities)
    return ties._replace(bodies=(*bodies, *ties.bodies))


def _tail_end(text: str, tail: Stretch) -> int:
    """Where a tail ends: before the words that lead to the next name, or tell for whom the session is."""
    if public := _PUBLIC.search(text, *tail):
        return public.start()
    found = re.search(
        rf"(?:[\s,;:({BULLETS}]*(?:\bet/ou|\bet(?:\s+de|\s+d['’])?|(?<=,\s)d(?:e|['’])|"
        r"\bou|\bavec|\bpuis|\bainsi que|"
        rf"\bpar|\b{ACCOMPANIED}|\ben (?:collaboration|partenariat) avec|\baux côtés de|"
        rf"\bavec la (?:participation|complicité) de|\breprésentée?s? par|&|[–—-])?[\s,;:({BULLETS}]*)$",
        text[tail.start : tail.end],
        re.I,
    )
    return tail.start + found.start() if found else tail.end


def _with_lead(text: str, begin: int, name: Name, ties: Ties, entities: Sequence[Entity]) -> Ties:
    """Ties with the body or function before the person: « l'équipe X (Léa Durand) », « la conteuse Léa Durand »."""
    before = text[begin : name.outer]
    if function := function_before(before):
        role = Stretch(*(begin + spot for spot in function.span("role")))
        said = read_ties(text, *role, entities) if text[role.end] == "," else Ties((role,), (), tentative=False)
        return ties._replace(roles=(*said.roles, *ties.roles), bodies=(*said.bodies, *ties.bodies))
    found = _LEAD.search(before)
    if not found:
        return ties
    if before.rstrip().endswith(":") and ("." in before or begin):
        return ties
    stated = before[: found.start()]
    stated = stated.rstrip(" ,") if found[0].casefold().startswith("représent") else stated
    lead = re.split(r"[;.\n]|,\s|\bet\s(?=l['’]|le\s|la\s|les\s)", stated)[-1]
    start = begin + before.index(lead) if lead.strip() else name.outer
    bodies = read_bodies(text, Stretch(start, start + len(lead.rstrip())), entities)
    return ties._replace(bodies=(*bodies, *ties.bodies)) if bodies else ties
