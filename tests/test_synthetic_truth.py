"""The truth of invented programmes: what is printed, no more and no less, in the gold format."""

import datetime as dt
import random
from functools import cache
from pathlib import Path

import pytest

from pipeline.document import Capacity, Kind
from pipeline.evaluate.gold import read_gold
from pipeline.synthetic.content import make_event
from pipeline.synthetic.entry_style import EntryStyle, Form
from pipeline.synthetic.event import Body, Credit, Guest, Item
from pipeline.synthetic.hour_style import HourStyle
from pipeline.synthetic.name_style import NameStyle
from pipeline.synthetic.truth import affiliation_of, gold_of, write_gold
from pipeline.synthetic.voice import Voice, inline_credit, make_voice, print_credit, print_title

SEEDS = range(120)
UNIVERSITY = Body("Université de Quimper", "de l'")
TEAM = Body("équipe DUNE", "de l'", Body("LIRIDE", "du", UNIVERSITY))
LEA = Guest("Léa", "Durand", civility="Mme", role="directrice", bodies=(TEAM,))
BAND = Guest("", "", collective="l'équipe de Passerelles", bodies=(Body("Passerelles", "de"),), tentative=True)
ITEM = Item(
    Kind.SESSION,
    "Habiter la rive",
    dt.date(2024, 5, 14),
    dt.time(10),
    dt.time(11, 30),
    subtitle="Une enquête",
    description=("Cet atelier s'adresse aux élèves.",),
    format="atelier",
    room="Salle 2",
    track="Axe 1",
    credits=(Credit(Capacity.MODERATION, (LEA,)), Credit(Capacity.INTERVENTION, (BAND,))),
)


@cache
def drawn() -> tuple[tuple[Item, Voice], ...]:
    found = []
    for seed in SEEDS:
        rng = random.Random(seed)
        event, voice = make_event(rng), make_voice(rng)
        found += [(each, voice) for item in event.items for each in (item, *item.talks)]
    return tuple(found)


def test_all_that_is_printed_is_true() -> None:
    gold = gold_of(ITEM, Voice())
    assert (gold.title, gold.subtitle, gold.kind, gold.room, gold.track) == (
        "Habiter la rive",
        "Une enquête",
        "session",
        "Salle 2",
        "Axe 1",
    )
    assert (gold.date, gold.start, gold.end) == (dt.date(2024, 5, 14), dt.time(10), dt.time(11, 30))
    assert gold.format == "atelier"
    (person,) = gold.people
    assert (person.name, person.role, person.capacity) == ("Léa Durand", "directrice", Capacity.MODERATION)
    assert person.organisations == ("équipe DUNE", "LIRIDE", "Université de Quimper")
    (collective,) = gold.collectives
    assert (collective.organisation, collective.label) == ("Passerelles", "L'équipe de Passerelles")
    assert collective.tentative
    assert not person.tentative


def test_what_the_layout_leaves_out_is_null() -> None:
    gold = gold_of(
        ITEM,
        Voice(),
        day=False,
        start=False,
        room=False,
        track=False,
        subtitle=False,
        description=False,
        credits=False,
    )
    assert (gold.date, gold.start, gold.end, gold.room, gold.track, gold.subtitle) == (None,) * 6
    assert gold.format is None
    assert not gold.people
    assert not gold.collectives


def test_an_end_that_is_not_printed_is_null() -> None:
    assert gold_of(ITEM, Voice(), end=False).end is None
    assert gold_of(ITEM, Voice(hours=HourStyle(only_start=True))).end is None
    assert gold_of(ITEM, Voice(hours=HourStyle(only_start=True))).start == dt.time(10)


def test_a_format_in_the_title_needs_no_description() -> None:
    item = ITEM._replace(title="Retour d’expérience : la rive", format="retour d’expérience", description=())
    assert gold_of(item, Voice()).format == "retour d'expérience"


def test_titles_are_true_in_the_printed_letters_without_the_marks_around_them() -> None:
    voice = Voice(title_capitals=True, title_quotes=("« ", " »"))
    assert gold_of(ITEM, voice).title == "HABITER LA RIVE"


def test_names_are_true_in_reading_order_without_civility() -> None:
    voice = Voice(names=NameStyle(last_first=True, capitals="last", civility="short"))
    assert print_credit(ITEM.credits[0], voice).entries[0].startswith("Mme DURAND Léa")
    assert gold_of(ITEM, voice).people[0].name == "Léa DURAND"


def test_a_function_or_a_body_that_is_not_printed_is_not_true() -> None:
    (person,) = gold_of(ITEM, Voice(entries=EntryStyle(Form.BODY_PAREN, chain="leaf"))).people
    assert (person.role, person.organisations) == (None, ("équipe DUNE",))
    (person,) = gold_of(ITEM, Voice(entries=EntryStyle(Form.NAME_ONLY))).people
    assert (person.role, person.organisations) == (None, ())


@pytest.mark.parametrize(
    ("function", "role", "unit"),
    [
        ("responsable du pôle habitat", "responsable", ("pôle habitat",)),
        ("Cheffe du service des sports", "Cheffe", ("service des sports",)),
        ("directrice", "directrice", ()),
        ("vice-présidente chargée du numérique", "vice-présidente chargée du numérique", ()),
    ],
)
def test_a_unit_in_a_function_is_the_nearest_body(function: str, role: str, unit: tuple[str, ...]) -> None:
    assert affiliation_of(LEA._replace(role=function)) == (role, (*unit, "équipe DUNE", "LIRIDE", UNIVERSITY.label))


def test_who_speaks_beside_a_title_is_told_in_the_form_of_that_line() -> None:
    talk = ITEM._replace(credits=(Credit(Capacity.INTERVENTION, (LEA,)),))
    assert gold_of(talk, Voice(), inline=True).people[0].role is None
    assert gold_of(talk, Voice(), inline=False).people[0].role == "directrice"
    assert gold_of(ITEM, Voice(), inline=True).people[0].role == "directrice"  # the chair stands in a block


def test_every_person_who_is_true_stands_in_the_printed_credit() -> None:
    for item, voice in drawn():
        for inline in (False, True):
            gold = gold_of(item, voice, inline=inline)
            texts = [entry for credit in item.credits for entry in print_credit(credit, voice).entries]
            if inline:
                texts = [
                    entry
                    for credit in item.credits
                    if credit.capacity is not Capacity.INTERVENTION
                    for entry in print_credit(credit, voice).entries
                ]
                texts.append(inline_credit(item.title, item.credits, voice).line)
            printed = "\n".join(texts)
            for person in gold.people:
                assert all(word in printed for word in person.name.split(" ")), (person, printed)
                for label in person.organisations:
                    assert label.casefold() in printed.casefold(), (label, printed)
                if person.role:
                    assert person.role.casefold() in printed.casefold(), (person, printed)
            for collective in gold.collectives:
                assert collective.label
                assert collective.label in printed
                assert collective.organisation in collective.label


def test_people_are_told_once_for_each_credit_they_stand_in() -> None:
    for item, voice in drawn():
        gold = gold_of(item, voice)
        assert len(gold.people) + len(gold.collectives) == sum(len(credit.guests) for credit in item.credits)


def test_every_title_that_is_true_stands_in_the_printed_title() -> None:
    for item, voice in drawn():
        assert gold_of(item, voice).title in print_title(item.title, voice)
        assert gold_of(item, voice).title in inline_credit(item.title, item.credits, voice).line


def test_gold_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    sessions = tuple(gold_of(item, voice) for item, voice in drawn()[:200])
    write_gold(tmp_path / "gold.json", sessions)
    assert read_gold(tmp_path / "gold.json") == sessions


def test_gold_is_written_in_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        rng = random.Random(3)
        event, voice = make_event(rng), make_voice(rng)
        write_gold(tmp_path / name, [gold_of(item, voice, printed_page="6") for item in event.items])
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
