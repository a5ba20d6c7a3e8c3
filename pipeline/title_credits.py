"""People named in titles: « Table ronde, animée par Léa Durand », « Rencontre avec Léa Durand »."""

import re
from collections.abc import Sequence

from pipeline.document import Block, Capacity, Kind, Passage, Segment
from pipeline.passages import cut
from pipeline.wording import find_prose_markers, match_role, names_somebody, opens_people, opens_person

# What stands between a title and the words that name who leads it or takes part.
_JOINT = re.compile(r"[,;(–—|]\s*$")
# What somebody does behind a title: « Titre, intervention de Léa Durand ».
_SPEECH = re.compile(
    r"\b(?:interventions?|conférence|communication|exposé|témoignages?|allocution|discours|lecture|présentation)\s"
    r"(?:d[e'’]|par)\s*(?=\S)",
    re.I,
)
# Who a session is with is part of its title, and takes part.
_WITH = re.compile(
    r"(?<![\w-])(?:avec|(?:conf[ée]rences?|concert|r[ée]cital|d[ée]dicaces?|signature)\s+d[e'’])\s*(?=\S)", re.I
)
# Behind a sign those it is with are not.
_CREDIT = re.compile(r"\s*(?:,|[(–—|])\s*(?P<words>avec)\s+(?=\S)", re.I)
# « Clôture par M. le préfet »: somebody told by an office alone.
_OFFICE = re.compile(r",?\s+par\s+(?P<who>(?:M\.|Mme|Monsieur|Madame)\s+(?:(?:le|la)\s+|l['’]))")
# What opens and closes an event has no title of its own: those named behind it give it.
_OPENING = re.compile(
    r"(?:introduction|ouverture|conclusions?|cl[ôo]ture|accueil|bienvenue|mots?|allocutions?|discours|synth[èe]se|avant-propos)"
    r"\b[^,;:.(«]{0,40}(?P<joint>,\s+|\s?:\s+|\s[–—]\s+|"
    r"\sde\s(?=(?-i:M\.|Mme|MM\.|Mmes|Monsieur|Madame|Dr|Pr)\s))(?=\S)",
    re.I,
)
# Without more words than this a title is none.
MIN_TITLE = 5


def split_title_credits(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with those their titles name as blocks, and titles that end before « , animée par … »."""
    return [_split(segment) if segment.kind is Kind.SESSION else segment for segment in segments]


def _split(segment: Segment) -> Segment:
    title = segment.title
    spoken = [(*found.span(), Capacity.INTERVENTION) for found in _SPEECH.finditer(title.text)]
    for start, end, capacity in (*find_prose_markers(title.text), *spoken):
        joint = _JOINT.search(title.text[:start])
        after = title.text[end:].lstrip()
        if joint and joint.start() > MIN_TITLE and (opens_people(after) or names_somebody(after)):
            people = cut(title, end, len(title.text.rstrip(" )")) if "(" in joint[0] else None)
            return _with(segment, cut(title, 0, joint.start()), title.text[start:end], people, capacity)
    opening = _OPENING.match(title.text)
    if opening and opens_person(title.text[opening.end() :]):
        people = cut(title, opening.end())
        return _with(segment, cut(title, 0, opening.start("joint")), "", people, Capacity.INTERVENTION)
    credit = _CREDIT.search(title.text)
    if credit and credit.start() > MIN_TITLE and opens_people(title.text[credit.end() :]):
        people = cut(title, credit.end(), len(title.text.rstrip(" )")) if "(" in credit[0] else None)
        return _with(segment, cut(title, 0, credit.start()), credit["words"], people, Capacity.INTERVENTION)
    office = _OFFICE.search(title.text)
    if office and office.start() > MIN_TITLE and match_role(title.text[office.end() :]):
        people = cut(title, office.start("who"))
        return _with(segment, cut(title, 0, office.start()), "par", people, Capacity.INTERVENTION)
    guest = _WITH.search(title.text)
    if guest and guest.start() and opens_person(title.text[guest.end() :]):
        return _with(segment, title, guest[0], cut(title, guest.end()), Capacity.INTERVENTION)
    return segment


def _with(segment: Segment, title: Passage, words: str, people: Passage, capacity: Capacity) -> Segment:
    """The segment with this title and these people, an aside where words of the title name them."""
    block = Block(capacity=capacity, marker=f"…{words.strip()}" if words else "", passage=people)
    return segment.model_copy(update={"title": title, "blocks": (*segment.blocks, block)})
