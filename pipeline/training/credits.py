"""Invented blocks of people with their labels: the lists of programmes, printed in one voice each."""

import random
from typing import NamedTuple

from pipeline.document import Capacity
from pipeline.evaluate.gold import GoldPerson
from pipeline.synthetic.casting import cast_group
from pipeline.synthetic.event import Body, Credit, Guest
from pipeline.synthetic.name_style import order_name
from pipeline.synthetic.plans import make_plan
from pipeline.synthetic.truth import affiliation_of
from pipeline.synthetic.voice import Voice, make_voice, print_credit, print_guest, shown_guest
from pipeline.synthetic.wordplay import at_joint
from pipeline.training.labelled import Labelled, Writer, find_pieces, join
from pipeline.training.noise import add_noise
from pipeline.training.prose import draw_body, draw_person, draw_role, invent_prose
from pipeline.training.sentences import INTRODUCTIONS, LIVES, OTHERS, TAILS
from pipeline.training.vocabulary import Vocabulary

# Shares of blocks: made of sentences alone, with a marker left in, damaged in some way.
_PROSE, _MARKER, _NOISE = 0.4, 0.08, 0.4
# Shares of people: another name, function or body than that of the generator, a tail behind what is said of them.
_OTHER_NAME, _OTHER_ROLE, _OTHER_BODY, _TAIL, _LIFE = 0.5, 0.4, 0.5, 0.16, 0.08


class Told(NamedTuple):
    """A labelled block and who it tells of; names as printed."""

    block: Labelled
    people: tuple[GoldPerson, ...]


def invent_block(words: Vocabulary, rng: random.Random) -> Labelled:
    """One block as the reading stages would hand it over: people in a list or a sentence, or sentences alone."""
    if rng.random() < _PROSE:
        sets = rng.choices([INTRODUCTIONS, LIVES, OTHERS], [6, 4, 3], k=rng.randint(1, 4))
        block = join((invent_prose(templates, words, rng) for templates in sets), " ")
    else:
        block = invent_credit(words, rng).block
    return add_noise(block, rng) if rng.random() < _NOISE else block


def invent_credit(words: Vocabulary, rng: random.Random) -> Told:
    """People in a list or in one sentence, as one voice prints them."""
    while True:
        plan, voice = make_plan(rng), make_voice(rng)
        count = rng.choices([1, 2, 3, 4, 6, 9], [30, 28, 18, 12, 8, 4])[0]
        credit = cast_group(count, rng.choice(list(Capacity)), plan, rng, [])
        credit = credit._replace(guests=_vary(credit, words, rng))
        entries = [_label_entry(entry, voice) for entry in _entries(credit, voice)]
        # A function that holds the name of a body can no longer be told from it.
        found = [entry for entry in entries if entry is not None]
        if len(found) == len(entries):
            break
    told = [_with_tail(entry.block, words, rng) for entry in found]
    between = voice.joining if voice.joining != "\n" or rng.random() < 0.6 else rng.choice([", ", " ; ", " "])
    writer = Writer()
    marker = print_credit(credit, voice).marker
    if marker and rng.random() < _MARKER:
        writer.add(f"{marker} ")
    if len(told) > 1 and rng.random() < 0.4:
        told = [*told[:-2], join(told[-2:], rng.choice([" et ", ", et ", " & ", voice.final]))]
    writer.append(join(told, between))
    if voice.stop:
        writer.add(".")
    return Told(writer.labelled(), tuple(person for entry in found for person in entry.people))


def _vary(credit: Credit, words: Vocabulary, rng: random.Random) -> tuple[Guest, ...]:
    """The guests with other names, functions and bodies than those the generator has; what is shared stays so."""
    guests = tuple(_with_name(guest, words, rng) for guest in credit.guests)
    if credit.shared:
        first = _with_affiliation(guests[0], words, rng)
        return tuple(guest._replace(role=first.role, bodies=first.bodies, biography="") for guest in guests)
    return tuple(_with_affiliation(guest, words, rng)._replace(biography="") for guest in guests)


def _with_name(guest: Guest, words: Vocabulary, rng: random.Random) -> Guest:
    if not guest.last or rng.random() >= _OTHER_NAME:
        return guest
    first, last = draw_person(words, rng)
    return guest._replace(first=first, last=last)


def _with_affiliation(guest: Guest, words: Vocabulary, rng: random.Random) -> Guest:
    if not guest.last:
        return guest
    if guest.role and rng.random() < _OTHER_ROLE:
        guest = guest._replace(role=draw_role(words, rng, guest.civility == "Mme"))
    if guest.bodies and rng.random() < _OTHER_BODY:
        guest = guest._replace(bodies=(_joined_anyhow(draw_body(words, rng), rng),))
    return guest


def _joined_anyhow(body: Body, rng: random.Random) -> Body:
    """A body behind one of the prepositions people use for it."""
    draw = rng.random()
    if draw < 0.4:
        return body
    if draw < 0.7:
        return body._replace(joint=at_joint(body.joint))
    return body._replace(joint=f"au sein {body.joint}" if draw < 0.8 else rng.choice(["chez", "pour", "@", "de"]))


def _entries(credit: Credit, voice: Voice) -> list[tuple[str, tuple[Guest, ...]]]:
    """The printed entries and whom each tells."""
    if credit.shared:
        return [(print_credit(credit, voice).entries[0], credit.guests)]
    return [(print_guest(guest, voice), (guest,)) for guest in credit.guests]


def _label_entry(entry: tuple[str, tuple[Guest, ...]], voice: Voice) -> Told | None:
    text, guests = entry
    shown = [shown_guest(guest, voice) for guest in guests]
    names = [order_name(guest._replace(civility=""), voice.names) for guest in shown if guest.last]
    role, labels = affiliation_of(shown[0])
    said = [(role, "ROLE")] if role else []
    spans = find_pieces(text, [*((name, "PER") for name in names), *said, *((label, "ORG") for label in labels)])
    if spans is None:
        return None
    return Told(
        Labelled(text, tuple(spans)),
        tuple(GoldPerson(name=name, role=role, organisations=labels) for name in names),
    )


def _with_tail(entry: Labelled, words: Vocabulary, rng: random.Random) -> Labelled:
    draw = rng.random()
    if draw < _TAIL:
        tail = invent_prose(TAILS, words, rng)
        return join([entry, tail], "" if tail.text.startswith(",") else " ")
    if draw < _TAIL + _LIFE:
        return join([entry, invent_prose(LIVES, words, rng)], ". ")
    return entry
