"""Speaker blocks to mentions: who speaks, in which function, for which body, in which capacity."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from pipeline.document import Block, Capacity, Found, Mention, Passage, Segment
from pipeline.lexicon import Rows
from pipeline.page.entries import FILM_CREDIT
from pipeline.page.passages import cut, without_loose_bracket
from pipeline.page.people_lists import CLAUSE
from pipeline.page.stage_credits import names_behind_credit
from pipeline.people.bodies import Stretch
from pipeline.people.bodies_first import bodies_first
from pipeline.people.collectives import find_collectives
from pipeline.people.leaders import led_formats, told_leader
from pipeline.people.leads import make_items
from pipeline.people.linking import complete_items
from pipeline.people.name_shapes import NO_HABIT, Habit, learn_habit
from pipeline.people.names import find_names
from pipeline.people.presented_books import without_presented_books
from pipeline.people.publishers import find_book, without_books
from pipeline.people.role_ends import holds_state
from pipeline.people.shared_surnames import with_shared_surnames
from pipeline.people.sharing import Item, share_ties
from pipeline.people.towns import without_towns
from pipeline.tagger import Entity, Tagger
from pipeline.times.hours import find_durations
from pipeline.wording import (
    BULLETS,
    find_marker,
    find_markers_inside,
    find_prose_markers,
    is_place,
    opens_people,
    opens_person,
)

# A middle dot between spaces, and where others speak beside the one who leads: « animée par Léa Durand, avec Omar ».
_DOT_BETWEEN = re.compile(r"(?:(?<=\s)[·∙>]|^>)(?=\s)")
# The marks of notes behind names, « Léa Durand1 », « Marc Petit2,3 »; « Université Paris8 » bears a number.
_MARKS = re.compile(
    r"(?P<word>(?<!\w)[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])(?P<marks>\d{1,2}(?:,\d{1,2})*|[¹²³⁴-⁹*†‡]+)(?=\s*(?:[,;&(]|et\s|$))"
)
# What comes after: « lu par Léa Durand, suivi d'un verre ».
_FOLLOWED = re.compile(
    r",?\s+(?:suivi|pr[ée]c[ée]d[ée])e?s?\s+(?:d['’]|du\s|de\s)(?![^.\n]*\b(?:avec|par|entre)\s)[^.\n]*", re.I
)
_BESIDE_LEADER = re.compile(r"[,;)]\s+(?:et\s+)?avec\s+(?=\S)")
# What leads to a length behind people, and how many minutes it has at most: « 24 heures » is a newspaper.
_BEFORE_LENGTH = re.compile(rf"(?:\s+|\s*[(\[,|–—:{BULLETS}-]\s*)(?:durée\s*:?\s*)?$", re.I)
MAX_MINUTES = 240
_ENTRY_END = re.compile(rf"[ .)\]]*(?=[;\n{BULLETS}]|$)")


def find_mentions(segments: Sequence[Segment], tagger: Tagger, markers: Rows = ()) -> list[list[Mention]]:
    """The mentions of each segment, in reading order; a person named in two blocks of a session counts once.

    All blocks of a document are tagged in one call. `markers` are those of the document beyond the lexicon.
    """
    blocks = [
        (number, part)
        for number, segment in enumerate(segments)
        for block in segment.blocks
        for part in _parted(_prepared(block), markers)
    ]
    tagged = tagger([block.passage.text for _, block in blocks])
    found: list[list[Mention]] = [[] for _ in segments]
    asides: list[list[Mention]] = [[] for _ in segments]
    habit = _habit((block, entities) for (_, block), entities in zip(blocks, tagged, strict=True))
    for (number, block), entities in zip(blocks, tagged, strict=True):
        (asides if block.marker.startswith("…") else found)[number] += _mentions_of(block, entities, markers, habit)
    _add_known(segments, found, asides, markers)
    sessions = without_towns([_without_repeats(*pair) for pair in zip(found, asides, strict=True)])
    known = {body.text for mentions in sessions for mention in mentions for body in mention.organisations}
    return [[_with_known_body(mention, known) for mention in mentions] for mentions in sessions]


def _add_known(
    segments: Sequence[Segment], found: Sequence[list[Mention]], asides: Sequence[list[Mention]], markers: Rows
) -> None:
    """Add to sessions without people those whose line only the rest of the document tells from text.

    « Odila Brenn, Canal Sud » below a title is somebody where « Président de séance : Odila Brenn » is printed too.
    """
    people = [mention.person.text for mentions in (*found, *asides) for mention in mentions if mention.person]
    by_first: dict[str, list[str]] = {}
    for name in sorted({name for name in people if " " in name}):
        by_first.setdefault(name.split()[0], []).append(name)
    for segment, mentions, others in zip(segments, found, asides, strict=True):
        for passage in segment.body if not (mentions or others) else ():
            if (known := _known_name(passage.text, by_first)) is not None:
                block = Block(capacity=Capacity.INTERVENTION, marker="", passage=passage)
                mentions += _mentions_of(block, [Entity(0, len(known), "PER")], markers, NO_HABIT)


def _known_name(text: str, by_first: Mapping[str, Sequence[str]]) -> str | None:
    """The name a text begins with, of some by their first words, where a function or nothing follows it."""
    named = by_first.get(next(iter(text.split(maxsplit=1)), ""), ())
    name = next((name for name in named if text.startswith(name)), None)
    if name is None or not re.match(r"\s*(?:[,(]|$)", text[len(name) :]):
        return None
    return None if CLAUSE.search(text) or FILM_CREDIT.search(text) else name


def _prepared(block: Block) -> Block:
    """A block whose people are parted by middle dots as by bullets, each with a surname where two share one.

    Inside a word (« élu·e ») a dot parts nothing. Marks of notes (« Durand1,2 ») and how long they speak
    (« Canal Sud [15’] », « Canal Sud 15 min ») are no part of it, nor are the books they present
    and what comes after them.
    """
    passage = without_loose_bracket(block.passage)  # « (animé par Léa Durand) »
    text = _FOLLOWED.sub(lambda found: " " * len(found[0]), without_presented_books(passage))
    text = _without_lengths(_MARKS.sub(_without_marks, _DOT_BETWEEN.sub("•", text)))
    text = bodies_first(text, passage.breaks)
    passage = passage.model_copy(update={"text": text})
    return block.model_copy(update={"passage": with_shared_surnames(passage)})


def _without_lengths(text: str) -> str:
    """Blanks for how long people speak, at the ends of entries: « Canal Sud [15’] », « Canal Sud – 15 min ; … »."""
    for length in find_durations(text):
        ended = _ENTRY_END.match(text, length.end_offset)
        before = len(_BEFORE_LENGTH.sub("", text[: length.start_offset]))
        if ended and 0 < before < length.start_offset and length.minutes <= MAX_MINUTES:
            text = text[:before] + " " * (ended.end() - before) + text[ended.end() :]
    return text


def _without_marks(found: re.Match[str]) -> str:
    return found[0] if is_place(found["word"]) else found["word"] + " " * len(found["marks"])


def _parted(block: Block, markers: Rows) -> list[Block]:
    """A block parted where it announces another capacity: « Léa Durand, députée – Animation : Omar Vasseur »."""
    text = block.passage.text
    turns = sorted({*find_markers_inside(text, markers), *led_formats(text)})
    starts = [(0, block.capacity), *((end, capacity) for _, end, capacity in turns)]
    ends = [*(len(text[:start].rstrip(" –—-")) for start, _, _ in turns), len(text)]
    return [
        block.model_copy(update={"capacity": capacity, "passage": cut(block.passage, start, end)})
        for (start, capacity), end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


def _with_known_body(mention: Mention, known: Collection[str]) -> Mention:
    """« co-fondateur Datalab »: a function that ends with a body the document names elsewhere is in that body."""
    if mention.role is None or mention.organisations or holds_state(mention.role.text):
        return mention
    words = mention.role.text.split()
    for count in range(1, min(4, len(words))):
        label = " ".join(words[-count:])
        if label in known:
            return mention.model_copy(
                update={
                    "role": Found(text=" ".join(words[:-count]), places=mention.role.places),
                    "organisations": (Found(text=label, places=mention.role.places[-1:]),),
                }
            )
    return mention


def _habit(blocks: Iterable[tuple[Block, Sequence[Entity]]]) -> Habit:
    """How the document sets the names that are told without knowing it."""
    return learn_habit(
        (block.passage.text, name.start, name.end)
        for block, entities in blocks
        for name in find_names(block.passage.text, entities, block.passage.breaks)
    )


def _mentions_of(block: Block, entities: Sequence[Entity], markers: Rows, habit: Habit) -> list[Mention]:
    passage = _without_doubled_marker(block, markers)
    credit = names_behind_credit(passage.text)
    art = _found(passage, Stretch(*credit[:2])) if credit else None
    passage = cut(passage, credit[2]) if credit else passage
    text = passage.text
    if passage is not block.passage:
        shift = block.passage.text.rindex(text)
        entities = [entity._replace(start=entity.start - shift, end=entity.end - shift) for entity in entities]
    entities = without_books(text, entities)
    names = find_names(text, entities, passage.breaks, habit)
    items = share_ties(text, make_items(text, names, entities, passage.breaks, markers), passage.breaks)
    items = complete_items(text, items, entities)
    turn = _capacity_turns(text, block, markers)
    led = [told_leader(text, item, turn(item.name.start)) for item in items]
    mentions = [(item.name.start, _person(passage, item, capacity, art)) for item, capacity in led]
    taken = _taken(text, items)
    for collective in find_collectives(text, taken, entities, prose=block.marker.startswith("…")):
        organisations = tuple(_body(passage, body) for body in collective.bodies)
        quote = _found(passage, collective.label)
        mentions.append(
            (
                collective.label.start,
                Mention(
                    capacity=turn(collective.label.start),
                    person=None,
                    collective=quote,
                    role=None,
                    organisations=organisations,
                    tentative=collective.tentative,
                    quote=quote,
                ),
            )
        )
    return [mention for _, mention in sorted(mentions, key=lambda pair: pair[0])]


def _without_doubled_marker(block: Block, markers: Rows) -> Passage:
    """The block without its marker said again at the start: « ANIMÉ PAR », « Un atelier animé par Léa Durand … »."""
    passage = block.passage
    marker = find_marker(passage.text, markers)
    if marker is not None and marker.capacity == block.capacity and marker.rest < len(passage.text):
        return cut(passage, marker.rest)
    for start, end, capacity in find_prose_markers(passage.text, markers):
        lead = passage.text[:start]
        if (
            not re.match(r"avec|en présence", passage.text[start:end], re.I)
            and capacity == block.capacity
            and len(lead.split()) <= 12
            and not re.search(r"[.;:]", lead)
            and "avec" not in lead
            and not opens_person(lead)
        ):
            return cut(passage, end)
    return passage


def _capacity_turns(text: str, block: Block, markers: Rows) -> Callable[[int], Capacity]:
    """The capacity at an offset: « avec la participation de » inside a block makes what follows speakers.

    « avec » alone does so in the midst of a sentence; a marker that begins one tells the capacity of all of it.
    """
    turns: list[tuple[int, Capacity]] = [
        (end, other)
        for _, end, other in find_prose_markers(text, markers)
        if other is Capacity.INTERVENTION or not block.marker
    ]
    if not block.marker or (block.marker[1:2].islower() and block.marker.startswith("…")):
        turns += [
            (found.end(), Capacity.INTERVENTION)
            for found in _BESIDE_LEADER.finditer(text)
            if opens_people(text[found.end() :])
        ]
    turns = sorted(turns)

    def at(offset: int) -> Capacity:
        before = [other for end, other in turns if end <= offset]
        return before[-1] if before else block.capacity

    return at


def _taken(text: str, items: Sequence[Item]) -> list[Stretch]:
    """The stretches that people and what is said of them take; the rest may name bodies alone."""
    taken = []
    for item in items:
        said = (*item.ties.roles, *item.ties.bodies)
        ends = [item.name.end, *(s.end for s in said)]
        starts = [item.name.outer, *(s.start for s in said if s.end <= item.name.start)]
        end = max(end for end in ends if end <= item.tail.end)
        book = find_book(text, end, item.tail.end)
        end = book.end if book else end
        former = any(_FORMER.match(text, role.start) for role in item.ties.roles if role.end == end)
        past = _OF_FORMER.match(text, end, item.tail.end) if former else None
        end = past.end() if past else end
        inside = text.count("(", item.name.end, end) > text.count(")", item.name.end, end)
        closing = (_CLOSED if inside else _BRACKET).match(text, end)
        article = re.search(r"(?<!\w)(?:l['’]|le\s|la\s|les\s)$", text[max(0, min(starts) - 6) : min(starts)], re.I)
        start = min(starts) - (len(article[0]) if article else 0)
        taken.append(Stretch(start, closing.end() if closing else end))
    return taken


# « ancien directeur de Canal Sud »: where somebody was is said of them, and takes no part.
_FORMER = re.compile(r"ancien|ex\b", re.I)
_OF_FORMER = re.compile(r"\s+d(?:[eu]s?\s|['’])[^,;()\n]*")
# A parenthesis behind what is said of somebody, or the end of the one it stands in.
_BRACKET = re.compile(r"\s*\([^()]*\)")
_CLOSED = re.compile(r"[^()\n]{0,20}\)")


def _person(passage: Passage, item: Item, capacity: Capacity, art: Found | None) -> Mention:
    """Somebody as told; who is credited with an art and nothing else has that as function."""
    name, ties = item.name, item.ties
    end = max([name.end, *(s.end for s in (*ties.roles, *ties.bodies) if s.start >= name.end)])
    role = _joined(passage, ties.roles) or art
    bodies = (_body(passage, body) for body in ties.bodies)
    return Mention(
        capacity=capacity,
        person=_found(passage, Stretch(name.start, name.end)),
        collective=None,
        role=role,
        organisations=tuple(body for body in bodies if not _PAST.match(body.text)),
        tentative=ties.tentative,
        quote=_found(passage, Stretch(name.outer, end)),
    )


# « ex-Canal Sud », « Canal Sud de 1971 à 1981 »: where somebody was.
_PAST = re.compile(r"ex[- ]|.*\sde (?:19|20)\d\d à (?:19|20)\d\d\b", re.I | re.S)
_QUOTES = str.maketrans("", "", '«»“”„"')


def _body(passage: Passage, stretch: Stretch) -> Found:
    """A body's name without the quotation marks it may stand in."""
    found = _found(passage, stretch)
    return found.model_copy(update={"text": " ".join(found.text.translate(_QUOTES).split()) or found.text})


def _found(passage: Passage, stretch: Stretch) -> Found:
    return Found(
        text=" ".join(passage.text[stretch.start : stretch.end].split()),
        places=passage.places(stretch.start, stretch.end),
    )


def _joined(passage: Passage, stretches: Sequence[Stretch]) -> Found | None:
    parts = [_found(passage, stretch) for stretch in stretches if stretch.end > stretch.start]
    if not parts:
        return None
    return Found(
        text=", ".join(part.text for part in parts), places=tuple(place for part in parts for place in part.places)
    )


def _without_repeats(listed: Sequence[Mention], asides: Sequence[Mention]) -> list[Mention]:
    """Each person once per session, with the function and the bodies of the place that says most.

    A body named in passing in the description is dropped when somebody of the session stands for it, and so is
    one that is named twice.
    """
    people: dict[str, Mention] = {}
    kept: list[Mention] = []
    bodies = {body.text.casefold() for mention in listed for body in mention.organisations}
    for mention in (*asides, *listed):
        if mention.person is None:
            in_passing = mention not in listed
            known = in_passing and any(body.text.casefold() in bodies for body in mention.organisations)
            kept += [] if known or mention in kept else [mention]
            continue
        key = " ".join(sorted(mention.person.text.casefold().split()))
        earlier = people.get(key)
        if earlier is None:
            people[key] = mention
            kept.append(mention)
        elif not earlier.organisations and not earlier.role and (mention.organisations or mention.role):
            richer = earlier.model_copy(update={"role": mention.role, "organisations": mention.organisations})
            kept[kept.index(earlier)] = people[key] = richer
    return kept
