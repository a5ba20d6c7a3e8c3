"""How invented documents print things: many notations, one per document, nothing lost."""

import datetime as dt
import random
import re
from collections import Counter
from functools import cache

import pytest

from pipeline.document import Capacity
from pipeline.synthetic.day_style import COMPLETE, PARTIAL, DayStyle
from pipeline.synthetic.entry_style import EntryStyle, Form
from pipeline.synthetic.event import Body, Credit, Guest
from pipeline.synthetic.hour_style import HourStyle
from pipeline.synthetic.markers import Marker
from pipeline.synthetic.name_style import NameStyle
from pipeline.synthetic.voice import (
    Voice,
    inline_credit,
    make_voice,
    print_credit,
    print_day,
    print_guest,
    print_hours,
    print_period,
    print_title,
)
from pipeline.times.hours import find_hours

SEEDS = range(300)
NINE, HALF_TEN, ELEVEN = dt.time(9), dt.time(10, 30), dt.time(11)
LENS = Body("Ville de Lens", "de la")
UNIVERSITY = Body("Université de Quimper", "de l'")
LABORATORY = Body("LIRIDE", "du", UNIVERSITY)
LEA = Guest("Léa", "de La Barre", civility="Mme", role="directrice", bodies=(LENS,))
PAUL = Guest("Jean-Paul", "N'Diaye", civility="Dr", role="", bodies=(LABORATORY,))
TEAM = Guest("", "", collective="l'équipe de Passerelles", bodies=(Body("Passerelles", "de"),))


@cache
def voice_of(seed: int) -> Voice:
    return make_voice(random.Random(seed))


def test_same_seed_same_voice() -> None:
    assert make_voice(random.Random(5)) == make_voice(random.Random(5))


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (HourStyle(), "9h – 10h30"),
        (HourStyle(full=True, padded=True, between="-"), "09h00-10h30"),
        (HourStyle(space=" ", between=" à ", opening="de "), "de 9 h à 10 h 30"),
        (HourStyle(mark=":", full=True, between=" > "), "9:00 > 10:30"),
        (HourStyle(mark="H", full=True), "9H00 – 10H30"),
        (HourStyle(only_start=True, alone="À "), "À 9h"),
    ],
)
def test_hours_are_printed_in_the_notation_of_the_document(style: HourStyle, printed: str) -> None:
    assert print_hours(NINE, HALF_TEN, Voice(hours=style)) == printed


def test_a_compact_range_names_the_hour_sign_once_between_full_hours() -> None:
    voice = Voice(hours=HourStyle(compact=True, between="-"))
    assert print_hours(NINE, ELEVEN, voice) == "9-11h"
    assert print_hours(NINE, HALF_TEN, voice) == "9h-10h30"


def test_a_start_without_end_is_printed_alone() -> None:
    assert print_hours(NINE, None, Voice(hours=HourStyle(alone="À partir de "))) == "À partir de 9h"


def test_over_many_documents_hours_have_many_notations() -> None:
    assert len({print_hours(NINE, HALF_TEN, voice_of(seed)) for seed in SEEDS}) > 60
    starts_only = sum(voice_of(seed).hours.only_start for seed in SEEDS)
    assert 15 < starts_only < 80


def test_the_grammar_of_hours_reads_nearly_every_notation() -> None:
    missed = Counter[str]()
    for seed in SEEDS:
        printed = print_hours(NINE, HALF_TEN, voice_of(seed))
        found = find_hours(printed)
        if not found or found[0].start != NINE:
            missed[printed] += 1
    assert missed.total() <= len(SEEDS) * 0.02, missed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (DayStyle(), "Mardi 1er octobre 2024"),
        (DayStyle(letters="capitals"), "MARDI 1ER OCTOBRE 2024"),
        (DayStyle("{weekday} {day}", complete=False), "Mardi 1er"),
        (DayStyle("jour {number} – {weekday} {day} {month}"), "Jour 2 – mardi 1er octobre"),
        (DayStyle("{weekday} {dd}/{mm}/{year}"), "Mardi 01/10/2024"),
        (DayStyle("{day} {short} {year}"), "1er oct. 2024"),
    ],
)
def test_days_are_printed_in_the_notation_of_the_document(style: DayStyle, printed: str) -> None:
    assert print_day(dt.date(2024, 10, 1), Voice(days=style), 2) == printed


def test_only_partial_notations_of_days_leave_out_the_year() -> None:
    assert all("{year}" in pattern for pattern in COMPLETE)
    assert not any("{year}" in pattern for pattern in PARTIAL)


@pytest.mark.parametrize(
    ("period", "first", "last", "printed"),
    [
        ("list", (2022, 3, 18), (2022, 3, 20), "18, 19 et 20 mars 2022"),
        ("dash", (2022, 3, 18), (2022, 3, 19), "18-19 mars 2022"),
        ("span", (2022, 3, 18), (2022, 3, 20), "Du 18 au 20 mars 2022"),
        ("weekdays", (2022, 3, 18), (2022, 3, 19), "Vendredi 18 et samedi 19 mars 2022"),
        ("list", (2024, 5, 30), (2024, 6, 1), "Du 30 mai au 1er juin 2024"),
        ("dash", (2024, 12, 31), (2025, 1, 1), "Du 31 décembre 2024 au 1er janvier 2025"),
        ("dash", (2024, 12, 31), (2024, 12, 31), "Mardi 31 décembre 2024"),
    ],
)
def test_a_period_always_tells_its_year(
    period: str, first: tuple[int, int, int], last: tuple[int, int, int], printed: str
) -> None:
    begin, end = dt.date(*first), dt.date(*last)
    days = [begin + dt.timedelta(days=number) for number in range((end - begin).days + 1)]
    assert print_period(days, Voice(days=DayStyle(period=period))) == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (NameStyle(), "Léa de La Barre"),
        (NameStyle(capitals="last"), "Léa DE LA BARRE"),
        (NameStyle(capitals="last", particles=False), "Léa de LA BARRE"),
        (NameStyle(last_first=True, capitals="last"), "DE LA BARRE Léa"),
        (NameStyle(civility="short"), "Mme Léa de La Barre"),
        (NameStyle(civility="long"), "Madame Léa de La Barre"),
        (NameStyle(civility="doctors"), "Léa de La Barre"),
        (NameStyle(initial=True), "L. de La Barre"),
    ],
)
def test_names_are_printed_in_the_notation_of_the_document(style: NameStyle, printed: str) -> None:
    assert print_guest(LEA._replace(role="", bodies=()), Voice(names=style)) == printed


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        (Form.COMMA_JOINED, "Léa de La Barre, directrice de la Ville de Lens"),
        (Form.COMMAS, "Léa de La Barre, directrice, Ville de Lens"),
        (Form.PAREN_JOINED, "Léa de La Barre (directrice de la Ville de Lens)"),
        (Form.PAREN_COMMA, "Léa de La Barre (directrice, Ville de Lens)"),
        (Form.ROLE_PAREN_BODY, "Léa de La Barre, directrice (Ville de Lens)"),
        (Form.DASHES, "Léa de La Barre – directrice – Ville de Lens"),
        (Form.ROLE_FIRST, "Directrice de la Ville de Lens : Léa de La Barre"),
        (Form.BODY_FIRST, "Ville de Lens : Léa de La Barre, directrice"),
        (Form.LINES, "Léa de La Barre\ndirectrice\nVille de Lens"),
        (Form.TWO_LINES, "Léa de La Barre\ndirectrice de la Ville de Lens"),
        (Form.BODY_COMMA, "Léa de La Barre, Ville de Lens"),
        (Form.BODY_PAREN, "Léa de La Barre (Ville de Lens)"),
        (Form.BODY_OF, "Léa de La Barre de la Ville de Lens"),
        (Form.NAME_ONLY, "Léa de La Barre"),
    ],
)
def test_people_are_told_in_the_form_of_the_document(form: Form, printed: str) -> None:
    assert print_guest(LEA, Voice(entries=EntryStyle(form))) == printed


@pytest.mark.parametrize(
    ("chain", "printed"),
    [
        ("joined", "Jean-Paul N'Diaye, LIRIDE de l'Université de Quimper"),
        ("comma", "Jean-Paul N'Diaye, LIRIDE, Université de Quimper"),
        ("slash", "Jean-Paul N'Diaye, Université de Quimper / LIRIDE"),
        ("paren", "Jean-Paul N'Diaye, LIRIDE (Université de Quimper)"),
        ("leaf", "Jean-Paul N'Diaye, LIRIDE"),
    ],
)
def test_a_laboratory_is_told_with_its_university(chain: str, printed: str) -> None:
    assert print_guest(PAUL, Voice(entries=EntryStyle(Form.COMMAS, chain=chain))) == printed


def test_a_mayor_is_never_parted_from_the_town() -> None:
    mayor = Guest("Ana", "Roy", role="maire", bodies=(Body("Arras", "d'"),))
    for form in Form:
        if form is not Form.NAME_ONLY:
            assert "aire d'Arras" in print_guest(mayor, Voice(entries=EntryStyle(form)))


def test_who_shares_an_affiliation_stands_in_one_entry() -> None:
    pair = tuple(guest._replace(role="", bodies=(LABORATORY,)) for guest in (LEA, PAUL))
    printed = print_credit(Credit(Capacity.INTERVENTION, pair, shared=True), Voice(entries=EntryStyle(bare="of")))
    assert printed.entries == ("Léa de La Barre et Jean-Paul N'Diaye du LIRIDE de l'Université de Quimper",)


def test_people_are_listed_one_a_line_or_in_one_sentence() -> None:
    credit = Credit(Capacity.INTERVENTION, (LEA, PAUL, TEAM))
    assert len(print_credit(credit, Voice()).entries) == 3
    told = Voice(joining=", ", stop=True, entries=EntryStyle(Form.BODY_PAREN))
    assert print_credit(credit, told).entries == (
        "Léa de La Barre (Ville de Lens), Jean-Paul N'Diaye (LIRIDE de l'Université de Quimper) "
        "et l'équipe de Passerelles.",
    )


def test_a_marker_agrees_with_how_many_it_announces() -> None:
    voice = Voice(markers=(Marker(Capacity.INTERVENTION, "Intervenant :", "Intervenants :"),))
    assert print_credit(Credit(Capacity.INTERVENTION, (LEA,)), voice).marker == "Intervenant :"
    assert print_credit(Credit(Capacity.INTERVENTION, (LEA, PAUL)), voice).marker == "Intervenants :"


def test_what_is_uncertain_says_so_and_a_life_follows_its_entry() -> None:
    guest = LEA._replace(tentative=True, biography="Elle chante.")
    assert print_guest(guest, Voice(biographies=". ")) == (
        "Léa de La Barre, directrice de la Ville de Lens (sous réserve). Elle chante."
    )


@pytest.mark.parametrize(
    ("voice", "line"),
    [
        (Voice(), "Où aller ? – Léa de La Barre (Ville de Lens)"),
        (Voice(inline_people_first=True, inline_sign=" : "), "Léa de La Barre (Ville de Lens) : Où aller ?"),
        (
            Voice(inline_quotes=("« ", " »"), inline_sign=", par "),
            "« Où aller ? », par Léa de La Barre (Ville de Lens)",
        ),
    ],
)
def test_a_title_and_its_people_stand_in_one_line(voice: Voice, line: str) -> None:
    credit = inline_credit("Où aller ?", (Credit(Capacity.INTERVENTION, (LEA,)),), voice)
    assert credit.line == line
    assert (credit.before == "") is not voice.inline_people_first


def test_who_chairs_is_not_printed_beside_the_title() -> None:
    assert inline_credit("Où aller ?", (Credit(Capacity.MODERATION, (LEA,)),), Voice()).line == "Où aller ?"


def test_a_title_that_quotes_gets_no_further_quotation_marks() -> None:
    voice = Voice(title_quotes=("« ", " »"))
    assert print_title("Premiers pas", voice) == "« Premiers pas »"
    assert print_title("« Nourrir la ville » en actes", voice) == "« Nourrir la ville » en actes"


def test_over_many_documents_every_choice_varies() -> None:
    voices = [voice_of(seed) for seed in SEEDS]
    assert len({voice.days.pattern for voice in voices}) > 15
    assert {voice.entries.form for voice in voices} == set(Form)
    assert len({voice.names for voice in voices}) > 15
    for capacity in Capacity:
        words = {marker.many for voice in voices for marker in voice.markers if marker.capacity is capacity}
        assert len(words) > 15
    for share in (
        sum(voice.marker_apart for voice in voices),
        sum(voice.title_capitals for voice in voices),
        sum(bool(voice.biographies) for voice in voices),
        sum(voice.joining == "\n" for voice in voices),
        sum(voice.inline_people_first for voice in voices),
        sum(voice.days.complete for voice in voices),
    ):
        assert len(voices) * 0.1 < share < len(voices) * 0.9


def test_a_block_without_marker_is_never_that_of_who_leads() -> None:
    for seed in SEEDS:
        bare = {marker.capacity for marker in voice_of(seed).markers if not marker.one}
        assert bare <= {Capacity.INTERVENTION}
        assert not bare or not voice_of(seed).marker_apart


def test_markers_end_in_no_word_that_would_be_elided() -> None:
    for seed in SEEDS:
        for marker in voice_of(seed).markers:
            assert not re.search(r"\b(?:de|du|des)$", marker.many.casefold())
