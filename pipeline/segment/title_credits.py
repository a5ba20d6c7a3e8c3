"""People named in titles: « Table ronde, animée par Léa Durand », « Rencontre avec Léa Durand »."""

import re
from collections.abc import Sequence

from pipeline.document import Block, Capacity, Kind, Passage, Segment
from pipeline.page.line_ends import breaks_off_in_name
from pipeline.page.passages import HYPHENS, append, cut
from pipeline.page.people_lists import is_people
from pipeline.segment.credits import opens_credit
from pipeline.wording import (
    find_marker,
    find_prose_markers,
    is_first_name,
    match_head,
    match_role,
    names_somebody,
    opens_people,
    opens_person,
    strip_civility,
)

# What stands between a title and the words that name who leads it or takes part.
_JOINT = re.compile(
    r"[,;(–—|]\s*(?:(?:ateliers?|conf[ée]rence|table ronde|visite|balade|jeu|animation|lecture|rencontre|d[ée]bat|"
    r"stage|initiation|s[ée]ance)\s+)?$",
    re.I,
)
_SIGN = re.compile(r"[,;(–—|]\s*")
_ACRONYM = re.compile(r"(?:l['’]|la |le |les )?[A-Z]{3,8}\b")
_QUOTE = re.compile(r"\s*[«“\"]")
_NAMED_BODY = re.compile(r"(?:l['’]|la |le |les )?[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){0,3}?\s(?:d['’])?[A-ZÀ-Þ«“\"]")
# What somebody does behind a title: « Titre, intervention de Léa Durand ».
_TALK = re.compile(
    r"\b(?:interventions?|conférence|communication|exposé|témoignages?|allocution|discours|lecture|présentation)\s"
    r"(?:d[e'’]|par)\s*(?=\S)",
    re.I,
)
# Who a meeting is with, or whose concert it is, is part of its title, and takes part.
_WITH = re.compile(
    r"(?<![\w-])(?:(?P<meeting>(?:(?:rencontres?|entretiens?|conversations?|dialogues?|discussions?|[ée]changes?|interviews?|"
    r"t[êe]te[ -][àa][ -]t[êe]te|face[ -][àa][ -]face|d[ée]dicaces?)(?:\s+[\w-]+){0,2}?|^une?\s+[\w-]+)\s+)?avec|"
    r"(?P<work>(?:conf[ée]rences?|concerts?|r[ée]cital|d[ée]dicaces?|signature|discours|interventions?|allocutions?|"
    r"prises? de parole|t[ée]moignages?)\s+d[e'’]))\s*(?=\S)",
    re.I,
)
# What opens and closes an event has no title of its own: those named behind it give it.
_OPENING = re.compile(
    r"(?P<word>introduction|prises? de parole|ouverture|conclusions?|cl[ôo]ture|accueil|bienvenue|mots?|"
    r"allocutions?|discours|synth[èe]se|avant-propos|propos|pr[ée]ambule|remerciements|inauguration|regards?|"
    r"t[ée]moignages?|grands? t[ée]moins?)\b",
    re.I,
)
_OPENING_JOINT = re.compile(
    r"\s*[,:]\s+|\s+[–—-]\s+|\s+(?P<du>(?=du\s))|(?:\s+en présence)?\s+d(?P<of>e\s+|['’])|"
    r"\s+(?P<bare>(?=(?-i:[A-ZÀ-Þ])))",
    re.I,
)
MAX_OPENING = 50
# « Discours de Léa Durand » says nothing without the name, « Mot d'accueil de Léa Durand » does.
_SPEECH = re.compile(r"(?:discours|allocutions?|t[ée]moignages?|mots?|propos|regards?)", re.I)
_BY_BEGUN = re.compile(r"(?:,?\s+par|\s[–—/|])\s+(?P<name>[^,;()«»–—/|]{2,30})$")
_BY = re.compile(r"(?:(?:,?\s+de et)?,?\s+par\s+|,?\s+sous la conduite d(?:e\s+|['’]))(?=\S)", re.I)
_ENDS_LED = re.compile(
    r"\s*[,;(–—|-]\s*(?P<words>(?:(?:co-?)?anim|mod[ée]r|pr[ée]sid|pr[ée]sent|propos)[ée]e?s?\s+par)"
    r"(?:\s+(?:M\.|MM\.|Mmes?|Me|Drs?|Prs?))?\s*$",
    re.I,
)
# A title in sentences of which the last leads to the people below it: « … de la rive. Avec : ».
_ENDS_WITH = re.compile(
    r"[.!?]\s+(?P<words>avec(?: la participation d(?:e|['’]|u|es))?|intervenant(?:e|[·.]e)?s?)\s*:?\s*$", re.I
)
# What the people below a title do in it: « Titre, table ronde avec », « Titre, intervention ».
_ENDS_TOLD = re.compile(
    r"\s*[,;–—|]\s*(?P<words>(?:interventions?|communications?|expos[ée]s?|allocutions?|discours)(?:\s+(?:par|de))?|"
    r"(?:tables?[ -]rondes?|d[ée]bats?|conf[ée]rences?|[ée]changes?|discussions?|dialogues?|entretiens?|rencontres?)"
    r"\s+(?:avec|par|de))\s*$",
    re.I,
)
# A participle is part of the title, « Les rives vues par Léa Durand »; a noun is none, « la journée ».
_PARTICIPLE = re.compile(
    r"(?<!\w)(?P<noun>(?:l[ae]|une?|du|[dl]['’]|cette|de)\s?)?"
    r"(?:\w+é(?:e?s?)|(?:vu|lu|dit|[ée]crit|peint|fait|construit|conduit|produit|offert|ouvert|mis)e?s?)$",
    re.I,
)
# « Balade contée par Léa Durand »
_TOUR = re.compile(
    r"\b(?:visite|balade|promenade|randonn[ée]e|d[ée]ambulation)s? (?:guid|comment|cont)[ée]es?$", re.I
)
_BRACKET = re.compile(r"\s*\((?=[^()]+(?:\([^()]*\)[^()]*)?\)\W*$)")
# « le président de Canal Sud Léa Durand »: a function, whose it is, and who has it.
_ARTICLE = re.compile(r"l['’]|la\s|le\s|les\s|du\s", re.I)
# « par M. le préfet »: somebody told by an office alone.
_OFFICE = re.compile(r"(?:M\.|Mme|Monsieur|Madame)\s+(?:(?:le|la)\s+|l['’])")
_BEFORE_NAME = re.compile(r"[\s,:]+(?=[A-ZÀ-Þ])")
MAX_FUNCTION = 80
# What parts a name from what is said of it, and from others.
_SAID = re.compile(r"\s*(?:[,(]|\s[–—-]\s)\s*")
_OTHER = re.compile(r"[,;]\s+|\s(?:et|&)\s+")
# Without more words than this a title is none.
MIN_TITLE = 5


def split_title_credits(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with those their titles name as blocks, and titles that end before « , animée par … »."""
    return [_split(segment) if segment.kind is Kind.SESSION else segment for segment in segments]


def _split(segment: Segment) -> Segment:
    segment = _ended_by_marker(segment)
    title = segment.title
    talks = [(*found.span(), Capacity.INTERVENTION) for found in _TALK.finditer(title.text)]
    for start, end, capacity in (*find_prose_markers(title.text), *talks, *_led(title.text)):
        joint = _JOINT.search(title.text[:start])
        after = title.text[end:].lstrip()
        if joint and joint.start() > MIN_TITLE and (opens_people(after) or names_somebody(after)):
            people = cut(title, end, len(title.text.rstrip(" )")) if "(" in joint[0] else None)
            return _with(segment, cut(title, 0, joint.start()), title.text[start:end], people, capacity)
    if ends := [found for found in (_opening(title.text), _by(title.text), _bracket(title.text)) if found]:
        end, start = min(ends)
        people = cut(title, start, len(title.text.rstrip(" .)")) if title.text[start - 1] == "(" else None)
        return _with(segment, cut(title, 0, end), "", people, Capacity.INTERVENTION)
    if not segment.blocks and strip_civility(title.text) and is_people(title.text):
        return _with(segment, title, "", title, Capacity.INTERVENTION)  # « 9h – Mme Léa Durand, maire de Vézac »
    return _with_guests(segment)


def _led(text: str) -> list[tuple[int, int, Capacity]]:
    """Start, end and capacity of what somebody does behind a sign: « Visite du moulin, conduite par Léa Durand »."""
    spots = [sign.end() for sign in _SIGN.finditer(text)]
    marked = [(spot, marker) for spot in spots if (marker := find_marker(text[spot:])) is not None]
    return [(spot, spot + one.rest, one.capacity) for spot, one in marked if one.words.lower().endswith(" par")]


def _ended_by_marker(segment: Segment) -> Segment:
    """The segment whose title ends before the words that lead to the people below it: « Titre, animé par »."""
    if with_ := _ENDS_WITH.search(segment.title.text):
        named = [Block(capacity=Capacity.INTERVENTION, marker=with_["words"], passage=body) for body in segment.body]
        update = {"title": cut(segment.title, 0, with_.start() + 1), "body": (), "blocks": (*segment.blocks, *named)}
        return segment.model_copy(update=update)
    led = _ENDS_LED.search(segment.title.text)
    segment = _with_whole_name(segment)
    people = next((block for block in segment.blocks if not block.marker), None)
    told = _ENDS_TOLD.search(segment.title.text) if people else None
    if people and told and told.start() >= MIN_TITLE:
        marked = people.model_copy(update={"marker": f"…{told['words']}"})
        return _with_block(segment, cut(segment.title, 0, told.start()), people, marked)
    marker = find_marker(f"{led['words']} :") if led else None
    if led is None or marker is None or people is None or led.start() < MIN_TITLE:
        return segment
    block = people.model_copy(update={"capacity": marker.capacity, "marker": led["words"]})
    return _with_block(segment, cut(segment.title, 0, led.start()), people, block)


def _with_whole_name(segment: Segment) -> Segment:
    """The segment whose title ends in the name of the first of its people: « Titre, par Aurélie » over « Roux ».

    Or in no more than its beginning: « Titre / Mme » over « Aurélie Roux », « Titre – Anne- » over « Aurélie Roux ».
    """
    begun = _BY_BEGUN.search(segment.title.text)
    people = next((block for block in segment.blocks if not block.marker), None)
    if begun is None or people is None or begun.start() < MIN_TITLE or not _is_begun_name(begun["name"]):
        return segment
    whole = append(cut(segment.title, begun.start("name")), people.passage)
    if not whole.text[len(begun["name"]) :].lstrip()[:1].isupper() or not opens_person(whole.text):
        return segment
    named = people.model_copy(update={"passage": whole})
    return _with_block(segment, cut(segment.title, 0, begun.start()), people, named)


def _is_begun_name(text: str) -> bool:
    """Whether a text is the beginning of a name, or what stands before one: « Aurélie », « Anne- », « Mme »."""
    civil = strip_civility(f"{text} ") > len(text)
    return civil or breaks_off_in_name(text) or (text.endswith(HYPHENS) and is_first_name(text[:-1]))


def _with_block(segment: Segment, title: Passage, block: Block, instead: Block) -> Segment:
    """The segment with this title, and a block in place of one of its own."""
    blocks = tuple(instead if own is block else own for own in segment.blocks)
    return segment.model_copy(update={"title": title, "blocks": blocks})


def _credit(text: str) -> int | None:
    """Where people begin in a text that opens with them or with a function: « la présidente, Léa Durand »."""
    if opens_person(text):
        return 0
    article = _ARTICLE.match(text)
    role = match_role(text[article.end() :]) if article else None
    if article is None or role is None:
        return None
    start = article.end() + role.end()
    near = text[: start + MAX_FUNCTION]
    spots = (spot for spot in _BEFORE_NAME.finditer(near, start) if opens_person(text[spot.end() :]))
    name = next(spots, None)
    if name is None:
        return None
    # « le président de Canal Sud Léa Durand »: the name alone, for nothing tells where its body ends.
    return 0 if name.start() == start or "," in name[0] else name.end()


def _opening(text: str) -> tuple[int, int] | None:
    """Where the words that open or close an event end, and where those begin who speak them."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    for joint in _OPENING_JOINT.finditer(text, opening.end(), opening.end() + MAX_OPENING):
        if "«" in text[: joint.start()] or "(" in text[: joint.start()]:
            return None
        of = joint["of"] or joint["du"] is not None
        alone = of and joint.start() == opening.end() and _SPEECH.fullmatch(opening["word"])
        credit = None if alone else _credit(text[joint.end() :])
        if joint["bare"] is not None and not opens_credit(text[joint.end() :]):
            continue  # « Introduction Léa Durand, éclusière », not « Introduction Rives et canaux »
        if credit is not None:
            return joint.start(), joint.end() + credit
    return None


def _by(text: str) -> tuple[int, int] | None:
    """Where a title ends before « par » and people, and where these begin."""
    for by in _BY.finditer(text):
        verb = _PARTICIPLE.search(text[: by.start()])
        office = _OFFICE.match(text, by.end())
        acronym = _OPENING.match(text) and _ACRONYM.match(text, by.end())  # « l'IA » leads other titles
        named = _names_body(text[by.end() :]) or acronym or (office and match_role(text[office.end() :]))
        credit = 0 if named else _credit(text[by.end() :])
        led = verb is None or verb["noun"] or _TOUR.search(text[: by.start()])
        if by.start() >= MIN_TITLE - 1 and led and credit is not None:
            return by.start(), by.end() + credit
    return None


def _bracket(text: str) -> tuple[int, int] | None:
    """Where a title ends before people in parentheses, and where these begin."""
    found = _BRACKET.search(text)
    return found.span() if found and found.start() >= MIN_TITLE - 1 and opens_person(text[found.end() :]) else None


def _with_guests(segment: Segment) -> Segment:
    """The segment with those it is with; who a meeting is with stays in its title, without what is said of them."""
    title = segment.title
    guest = next((found for found in _WITH.finditer(title.text) if _names_guests(title.text, found)), None)
    if guest is None or (guest.start() == 0 and not (guest["meeting"] or guest["work"])):
        return segment
    if _names_body(title.text[guest.end() :]) and not _JOINT.search(title.text[: guest.start()]):
        quoted = _QUOTE.search(title.text, guest.end() + 1)  # its work: « avec la Cie des Ormes « La rive » »
        body = cut(title, guest.end(), quoted.start() if quoted else None)
        return _with(segment, title, guest[0], body, Capacity.INTERVENTION)
    if guest["meeting"] or guest["work"]:
        end = guest.end() + _end_of_name(title.text[guest.end() :])
    else:
        end = len(title.text[: guest.start()].rstrip(" ,;(–—|-"))
    if end < MIN_TITLE:
        return segment
    words = guest[0] if end == len(title.text) else ""
    people = cut(title, guest.end() + (_credit(title.text[guest.end() :]) or 0))
    told = segment.body[0] if segment.body else None
    if words and told and _goes_on(people, told):
        people, segment = append(people, told), segment.model_copy(update={"body": segment.body[1:]})
    return _with(segment, cut(title, 0, end), words, people, Capacity.INTERVENTION)


def _goes_on(people: Passage, told: Passage) -> bool:
    """Whether a function goes on the row of a name set otherwise: « **Discours de Léa Durand**, maire de Vézac »."""
    one, other = people.pieces[-1].line, told.pieces[0].line
    level = one.page == other.page and abs(one.box.y0 - other.box.y0) < 0.5 * one.box.height
    return level and one.box.x0 < other.box.x0 and told.text[:1].islower() and match_role(told.text) is not None


def _names_guests(text: str, words: re.Match[str]) -> bool:
    """Whether people follow « avec » and the like; behind a sign also a body: « …, avec l'association Rivages »."""
    after = text[words.end() :]
    parted = _JOINT.search(text[: words.start()])
    return _credit(after) is not None or _names_body(after) or bool(parted and opens_people(after))


def _names_body(text: str) -> bool:
    """Whether a text begins with a body that has a name of its own: « la Cie des Ormes », not « l'école ».

    Capitals alone tell no name, and a question does not end with who leads it.
    """
    told = not text.isupper() and "?" not in text
    return told and bool(_NAMED_BODY.match(text)) and opens_people(text) and not opens_person(text)


def _end_of_name(text: str) -> int:
    """Where the only name ends that opens a text and a function or body follows; else the end of the text."""
    said = _SAID.search(text)
    if said is None or any(opens_person(text[spot.end() :]) for spot in _OTHER.finditer(text)):
        return len(text)
    rest = text[said.end() :]
    return said.start() if match_role(rest) or match_head(rest) else len(text)


def _with(segment: Segment, title: Passage, words: str, people: Passage, capacity: Capacity) -> Segment:
    """The segment with this title and these people, an aside where words of the title name them."""
    block = Block(capacity=capacity, marker=f"…{words.strip()}" if words else "", passage=people)
    return segment.model_copy(update={"title": title, "blocks": (*segment.blocks, block)})
