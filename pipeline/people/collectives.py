"""Bodies that take part without a named person: « l'équipe de Canal Sud », « Rivages », a list of projects."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon import UNNAMED
from pipeline.nouns import SOME, WHOSE
from pipeline.people.acronyms import acronym_of
from pipeline.people.bodies import CLAUSE, Stretch, overlap, read_bodies
from pipeline.people.works import follows_maker
from pipeline.tagger import Entity
from pipeline.wording import (
    BULLETS,
    CAPITALS,
    find_marker,
    find_tentative,
    is_first_name,
    is_room,
    is_town,
    match_head,
    match_role,
    plain,
    strip_civility,
)

_CAPITAL = CAPITALS
_BORNE_BY = re.compile(
    r"\b(?:portée?s?|proposée?s?|animée?s?|imaginée?s?|menée?s?|développée?s?|conçue?s?)\s+(?:\w+\s+)?par\s+", re.I
)
_NUMBERED = re.compile(rf"(?:^|\n|\s)(?:\d{{1,2}}[.)]|[-{BULLETS}])\s+(?=\S)")
_ARTICLE = re.compile(r"(?:l['’]|les?\s+|la\s+|une?\s+|des\s+|plusieurs\s+|d['’]autres\s+|un\s+)", re.I)
_UNNAMED = re.compile(
    rf"(?:{SOME})?(?:(?:{UNNAMED.words})(?:\s+et\s+[a-zà-ÿ]+(?:euses|rices|nes|es))?|(?-i:associations?)|direction)\s+"
    rf"(?:{WHOSE})?",
    re.I,
)
_LOWER_LINK = re.compile(
    r"(?:de l['’]|de la|du|des|de|d['’]|et|en|&|la|le|les|l['’]|pour|à|au|aux|sur)(?=\s|(?<=['’]))", re.I
)
_ADJECTIVE = re.compile(
    r"[\wÀ-ÿ'’-]*(?:iques?|al|ales?|aux|els?|elles?|ifs?|ives?|aires?|iens?|iennes?|ois|oises?|ais|aises?|ées?|és|stes?|eurs?|ains?|aines?|ants|ertes?|verts?|icoles?)$"
)


# A project's body stands within this many characters of its line's start, else the line speaks of something else.
MAX_LEAD = 120

# Words that begin sentences, not names.
_COMMON = re.compile(
    r"(?:il|elle|ils|elles|ce|cet|cette|ces|nous|vous|avec|après|avant|dans|en|au|aux|à|pour|son|sa|ses|leur|leurs|sur|par|depuis|lors|puis|"
    r"enfin|animée?s?|entouré\w*|mobilisant|docteure?|diplômé\w*|passionné\w*|formé\w*|ancien\w*|physicien\w*|tous|toutes|chaque|on|si|"
    r"venez|une|un|membre|auteure?|autrice|co-?\w+)\b",
    re.I,
)


_SURE_ADJECTIVE = re.compile(
    r"(?!(?:expl|ind|appl|impl|prat|commun|revend|fabr)ique)[a-zà-ÿ-]*(?:iques?|aires?|ales?|aux|elles?|ives?|és|ées)$"
)


_NOUN = re.compile(r"[a-zà-ÿ-]{4,}(?= (?:d[eu]s?|de la) [A-ZÀ-Þ]| de l['’]| d['’])")


# « Rencontre animée par », of which somebody's name is taken.
_ENDS_LED = re.compile(r"ée?s?\s+par\s*$")
_OF_END = re.compile(r"(?:\bd(?:es?|u)?|\bde la)\s*$|\bde l['’]$|d['’]$")


class Collective(NamedTuple):
    """A body that stands for itself: its printed words, and the bodies these name."""

    label: Stretch
    bodies: tuple[Stretch, ...]
    tentative: bool


def find_collectives(
    text: str, taken: Sequence[Stretch], entities: Sequence[Entity], prose: bool = False
) -> list[Collective]:
    """The bodies named outside the stretches that belong to people.

    Args:
        text: the block.
        taken: stretches that belong to people.
        entities: what the language model found.
        prose: whether the block is a sentence of the description, where only clear names count.
    """
    found: list[Collective] = []
    numbered = list(_NUMBERED.finditer(text))
    if len(numbered) >= 3:
        edges = [match.end() for match in numbered] + [len(text)]
        for begin, end in itertools.pairwise(edges):
            collective = _of_project(text, Stretch(begin, _first_sentence(text, begin, end)), entities)
            if collective and not _overlaps(collective.label, taken):
                found.append(collective)
        return found
    after_person = {stretch.end for stretch in taken}
    accepted = False
    for slot in _slots(text, taken):
        if slot.follows and not accepted:
            continue
        collective = _of_slot(
            text, slot, entities, prose, slot.start - 1 in after_person or slot.start in after_person
        )
        accepted = collective is not None
        if collective is not None:
            found.append(collective)
    return found


def _overlaps(stretch: Stretch, taken: Sequence[Stretch]) -> bool:
    return any(overlap(stretch, other) for other in taken)


def _first_sentence(text: str, begin: int, end: int) -> int:
    stop = re.compile(r"[.!?](?=\s|$)").search(text, begin, end)
    return stop.start() if stop else end


class _Slot(NamedTuple):
    """A stretch at which an item of a list may begin.

    `open` tells that any body's name counts there, `follows` that it is an item only if the one before is.
    """

    start: int
    end: int
    open: bool
    follows: bool = False


# « Durand et Associés », « Rives & Fils »: who a firm is of.
_PARTNER = r"(?:Associée?s|Partenaires|Fils|Filles?|Frères|Cie|Co)\b"
_PARTNERS = re.compile(rf"\s(?:et|&)\s{_PARTNER}")
# A stroke between blanks parts two of them, but for « Occitanie / Pyrénées-Méditerranée ».
_STROKE = r"\s/\s(?!Pyr[ée]n[ée]es)"
_IN_PIECE = rf"(?:(?!{_STROKE})[^,;\n.{BULLETS}])"
_PIECE = re.compile(rf"{_IN_PIECE}+(?:\.(?=\w){_IN_PIECE}+)*(?:[,;\n.{BULLETS}]|{_STROKE})?")


def _slots(text: str, taken: Sequence[Stretch]) -> list[_Slot]:
    """Where an item of a list may begin: at the start, on a new line, right after a person, or after another item.

    After the end of a sentence only unnamed people of a body count (« Un représentant de la ville »).
    """
    slots: list[_Slot] = []
    after_person = {stretch.end for stretch in taken}
    for begin, end in _free(text, taken):
        listed = begin == 0 or begin in after_person
        sentence = follows = False
        for piece in _PIECE.finditer(text, begin, end):
            bracketed = text.count("(", begin, piece.start()) > text.count(")", begin, piece.start())
            if (listed or sentence) and not bracketed:
                slots += _and_slots(text, piece, listed, follows)
            closing = piece[0].rstrip(" ")[-1:]
            former = re.match(r"\s*(?:ex|ancien\w*)\b", piece[0], re.I)
            listed = closing in (*"\n;/", *BULLETS) or (closing == "," and listed and not former)
            sentence = closing == "."
            follows = closing == ","
    return slots


def _and_slots(text: str, piece: re.Match[str], listed: bool, follows: bool) -> list[_Slot]:
    """The piece, and what an « et » inside it joins when that begins like a name: « … X qui … et Y … »."""
    starts = [piece.start()]
    if listed:
        starts += [found.end() for found in _AND_NAME.finditer(text, piece.start() + 2, piece.end())]
        starts += [
            found.end()
            for found in _AND_ARTICLE.finditer(text, piece.start() + 2, piece.end())
            if match_head(text[found.end("article") :])
            and re.search(rf"\s[{_CAPITAL}]", text[piece.start() + 2 : found.start()])
        ]
        short = _SHORT_AND.match(text, piece.start(), piece.end())
        if short and not starts[1:] and not (match_head(short["left"]) and len(short["left"].split()) < 3):
            starts.append(short.end())
    return [
        _Slot(a, b, listed, follows or a != starts[0])
        for a, b in zip(starts, [*starts[1:], piece.end()], strict=True)
    ]


# « Canal Sud et Rivages »: two names of few words.
_SHORT_AND = re.compile(
    rf"\s*(?P<left>(?:[^\W\d_][\w'’.-]*\s+){{1,5}}?)et\s+(?!{_PARTNER})(?=(?:l['’]|la\s|le\s|les\s|une?\s)?[A-ZÀ-Þ]|une?\s+représentant)"
)
# « l'association Rivages et le fablab Canal Sud », where the first has a name: not « la ville et la région ».
_AND_ARTICLE = re.compile(r"(?<=[\w»])\set\s+(?=(?P<article>l['’]|la\s|le\s)[a-zà-ÿ])")
_AND_NAME = re.compile(r"\squ[ie'’][^,;]*?\set\s+(?=(?:l['’]|la\s|le\s|les\s)?[A-ZÀ-Þ])")


def _free(text: str, taken: Sequence[Stretch]) -> list[Stretch]:
    edges = [0]
    for stretch in sorted(taken):
        edges += [stretch.start, max(stretch.end, edges[-1])]
    edges.append(len(text))
    return [Stretch(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


_LEAD = re.compile(
    rf"[\s,;:.()&/–—{BULLETS}-]*(?:(?:avec la participation d[eu]s?|en partenariat avec|aux côtés d[eu]s?|"
    r"ainsi que|et|avec|puis|"
    r"mobilisant)\s+)?"
)


# An acronym and the signs behind it are no longer than this.
_ACRONYM_REACH = 60


def _of_slot(
    text: str, slot: _Slot, entities: Sequence[Entity], prose: bool, after_person: bool
) -> Collective | None:
    printed = text[slot.start : slot.end]
    lead = _LEAD.match(printed)
    start = slot.start + (lead.end() if lead else 0)
    if follows_maker(text, slot.start) or _ENDS_LED.search(printed):
        return None
    joined = re.compile(r"(?:du\s|des\s|de\s|d['’])?", re.I).match(text, start)
    start = joined.end() if joined else start
    end = slot.start + len(re.sub(r"(?:\s+et)?[\s,;:.(/]*$", "", printed))
    if end - start < 2:
        return None
    phrase = text[start:end]
    unnamed = _UNNAMED.match(phrase)
    article = _ARTICLE.match(phrase)
    core = start + (unnamed.end() if unnamed else article.end() if article else 0)
    if re.match(r"[\w'’-]+ de formation", phrase) or is_town(phrase):
        return None
    common = phrase[:1].isupper() and _COMMON.match(phrase) and not match_head(phrase)
    if not unnamed and (match_role(phrase) or not slot.open or common):
        return None
    stop = _extent(text, core, end, bool(unnamed))
    if stop - core < 2 or text[core:stop].endswith((" de", " du", " des")):
        return None  # « Création de Léa Durand »
    body_text = text[core:stop]
    if is_first_name(body_text) and not article and not body_text.isupper() and slot.start:
        return None  # « Léa Durand (Canal Sud), Marc Petit et Zoé »
    if (is_room(body_text) and not match_head(body_text)) or _leads_in(body_text):
        return None
    listed = unnamed or (lead and re.search(r"\w", lead[0])) or (article and match_head(body_text))
    tagged = any(entity.label == "ORG" and entity.start <= core < entity.end for entity in entities)
    if after_person and not listed and not tagged:
        return None  # more likely the rest of what is said of the person
    before = re.search(r"([A-Z][\w&-]+)\W*$", text[max(0, slot.start - _ACRONYM_REACH) : slot.start])
    if before and acronym_of(text[core : core + 120], before[1]):
        return None  # the acronym before it spelt out
    head = match_head(body_text)
    called = head and re.match(rf"\s[{_CAPITAL}]", body_text[head.end() :])
    if head and body_text[:1].islower() and not (article or unnamed or called) and slot.start:
        return None  # an apposition that describes the item before it
    if not _names_a_body(text, core, stop, entities, bool(unnamed), prose):
        return None
    bodies = tuple(read_bodies(text, Stretch(core, stop), entities)) or (Stretch(core, stop),)
    if plain(body_text) in {"questions", "echanges", "debat"}:
        return None
    return Collective(Stretch(start, stop), bodies[:1], bool(find_tentative(printed)))


def _leads_in(text: str) -> bool:
    """Whether a word only leads in those named behind it: « Discutante », « Mme »."""
    marker = find_marker(f"{text} :")
    return strip_civility(f"{text} ") > len(text) or (marker is not None and marker.words.rstrip() == text)


# « Rivapédia France », « SNCR Réseau »: a country is no surname, nor are capitals without a vowel.
_BRANCH = " France"
_ACRONYM_FIRST = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}\s")


def _names_a_body(text: str, start: int, end: int, entities: Sequence[Entity], unnamed: bool, prose: bool) -> bool:
    phrase = text[start:end]
    head = match_head(phrase)
    capital = bool(re.search(rf"(?:^|[\s'’])[{_CAPITAL}@]", phrase))
    if head:
        return capital or (unnamed and len(phrase.split()) > 1)
    if not capital:
        return False
    if unnamed:
        return True
    tagged = any(
        entity.label in ("ORG", "MISC", "LOC") and entity.start < end and entity.end > start for entity in entities
    )
    person = any(entity.label == "PER" and entity.start <= start < entity.end for entity in entities)
    if not phrase[:1].isupper() and not phrase.startswith("@"):
        return False
    branch = phrase.endswith(_BRANCH) and not is_first_name(phrase.split()[0])
    if person and not tagged and (start or " " in phrase) and not (_ACRONYM_FIRST.match(phrase) or branch):
        return False
    named = bool(re.search(rf"\s[{_CAPITAL}]|[A-Z]{{2}}|[a-z][A-Z]", phrase))
    return (tagged and named) if prose else (tagged or named or start == 0 or text[start - 1] != "\n")


def _extent(text: str, start: int, end: int, unnamed: bool = False) -> int:
    """How far the name of a body reaches: capitalised words, the links between them, adjectives of its head.

    Behind people without a name any noun is a head: « les habitants du quartier de la Gare ».
    """
    head = match_head(text[start:end]) or (_NOUN.match(text[start:end]) if unnamed else None)
    position = start + head.end() if head else start
    stop = position if head else start
    after_head = bool(head)
    while position < end:
        gap = re.compile(r"[ \n]*").match(text, position)
        position = gap.end() if gap else position
        word = re.compile(r"[\w@&+.'’-]*[\w@&+’'-]").match(text, position, end)
        if word is None:
            break
        link = _LOWER_LINK.match(text, position, end)
        if link:
            position = link.end()
            continue
        if re.match(rf"[{_CAPITAL}@\d]", word[0]) or re.match(r"\w['’][A-ZÀ-Þ]", word[0]):
            stop = position = word.end()
        elif after_head and (_ADJECTIVE.match(word[0]) or text[stop:position].strip()):
            # « centre social », « régie de quartier de X »: lower-case words that complete the head
            position = word.end()
            if _ADJECTIVE.match(word[0]) or _OF_END.search(text[start : word.start()]):
                stop = position
            else:
                break
        elif not head and stop > start and _SURE_ADJECTIVE.match(word[0]):
            stop = position = word.end()
        else:
            break
    if partners := _PARTNERS.match(text, stop, end):
        return partners.end()
    # « Rivages ouverts », « La Péniche aux livres »: few words in lower case that end the item belong to its name.
    tail = re.compile(r"(?:\s+(?!et\s)[a-zà-ÿ'’-]{2,}){1,3}\s*(?=[,;.)\n·]|\set\s|$)").match(text, stop, end + 1)
    if stop > start and tail and not CLAUSE.search(tail[0]):
        stop = tail.start() + len(tail[0].rstrip())
    return stop


def _of_project(text: str, item: Stretch, entities: Sequence[Entity]) -> Collective | None:
    """A line of a numbered list of projects: the body that carries it, else the project's own name."""
    borne = _BORNE_BY.search(text, item.start, item.end)
    label_end = _extent(text, item.start, item.end)
    if borne:
        article = re.compile(r"(?:l['’]|les?\s+|la\s+)?(?:transports\s+)?", re.I).match(text, borne.end())
        core = article.end() if article else borne.end()
        stop = _extent(text, core, item.end)
        if stop > core and re.search(rf"[{_CAPITAL}@]", text[core:stop]):
            return Collective(Stretch(item.start, stop), (Stretch(core, stop),), False)
    article = _ARTICLE.match(text, item.start, item.end)
    core = article.end() if article else item.start
    if re.search(rf"(?:^|[\s'’])[{_CAPITAL}@]", text[core : _extent(text, core, item.end)]):
        stop = _extent(text, core, item.end)
        bodies = tuple(read_bodies(text, Stretch(core, stop), entities)) or (Stretch(core, stop),)
        return Collective(Stretch(item.start, max(stop, label_end)), bodies[-1:], False)
    near = min(item.end, item.start + MAX_LEAD)
    inner = re.compile(r"(?:de l['’]|de la\s|du\s|des\s|de\s|d['’])(?=[A-ZÀ-Þ@])").search(text, core, near)
    if inner:
        stop = _extent(text, inner.end(), item.end)
        if stop > inner.end():
            return Collective(Stretch(item.start, stop), (Stretch(inner.end(), stop),), False)
    return None
