"""Clock times and lengths. In a row, `<9:00-10:30|9h à 10h30>` is the span and what it says."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.times.clock import is_hour_scale
from pipeline.times.hours import Hours, find_durations, find_hours

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"
TIMES = [
    # One time.
    "<10:00|10h>",
    "<10:45|10h45>",
    "<10:45|10 h 45>",
    "<10:45|10H45>",
    "<10:45|10:45>",
    "<10:45|10 h 45 min>",
    "<10:45|10h45mn>, <9:00|9h00m>",
    f"<10:45|10{NBSP}h{NARROW}45>",
    "<8:00|8 h> : Accueil des participants",
    "<16:15|16h15> – Clôture du forum",
    "à <10:15|10 heures et quart>, <14:30|14 heures 30>, <9:30|9 heures trente>",
    "rendez-vous à <14:00|14 heures>, retour <2:00|à 2 heures>",
    "<14:00|14 heures>",
    "le 28 à <10:00|10h>",
    "<10:00|10h> 28 septembre 2022",
    "<10:00|10 h> 20 personnes",
    "<11:45-12:15|11 h 45 – 12 h 15> Hélène Durand, éclusière",
    "<20:20|20h20> Discours",
    "Jour 1 - <9:00|9h>",
    "Salle 2 – <14:00|14h>",
    "après-midi, <14:00|14h>",
    "Pot de clôture (<18:30|18h30>)",
    "<14:00|14h> De la donnée au récit",
    "la séance de <14:00|14h>",
    "Fin <1:30|01h30>",
    # Words.
    "<12:00|midi>",
    "<0:00|MINUIT>",
    "repas à <12:30|midi et demi>",
    "<12:00|Midi> : repas partagé",
    # Ranges: signs.
    "<9:30-11:00|9h30-11h>",
    "<9:30-11:00|9h30–11h>",
    "<10:30-11:10|10 h 30–11 h 10> H. Vasseur, éclusier",
    "<9:30-11:00|9h30 — 11h>",
    "<9:30-11:00|9h30 > 11h>",
    "<10:00-11:00|10h00 → 11h>",
    "<10:00-11:00|10h00 › 11h>",
    "<10:00-11:00|10h -> 11h>",
    "<16:30-18:00|16h30/18h> Accueil",
    "<14:00-15:30|14h/15h30>",
    "<14:00-15:30|14H-15H30>",
    "<8:30-9:00|8h30 - 9h00>",
    "<9:45-10:00|9:45-10:00>",
    *(f"<8:30-9:00|8h30 {dash} 9h00>" for dash in "-‐‑‒–—―−"),
    f"<8:30-9:00|8h30{NBSP}–{THIN}9{NARROW}h{NBSP}00>",
    "<14:00-16:00|14 h. à 16 h> en salle",
    # Ranges: words.
    "de <9:00-10:30|9h à 10h30>, salle 2",
    "<9:00-10:30|9h à 10h30>",
    "DE <9:00-10:00|9H A 10H>",
    "de <9:00-12:00|9h jusqu'à 12h>",
    "<17:00-18:00|17hà18h>",
    "<17:45-18:30|17h45 à\n18h30>",
    "<10:00-10:45|10h\nà 10h45>",
    "de <10:00-10:45|10h a\u0300 10h45>",
    "<9:00-10:00|entre 9h et 10h>",
    "le matin <9:00-11:00|entre 9 et 11h>",
    "à <9:00|9h> et <14:00|14h>",
    "de <12:00-14:00|midi à 14h>",
    "de <11:00-12:00|11h à midi>, puis de <14:00-17:00|14h à 17h>",
    # Ranges: « h » or points only once, or none.
    "<9:00-11:00|9-11h>",
    "<9:00-11:00|9 à 11h>",
    "<9:00-11:00|9 - 11h>",
    "de <9:00-11:30|9 à 11h30>",
    "(<9:00-11:00|9–11h>)",
    "<10:00-10:45|10.00-10.45> Accueil",
    "de <9:00-10:30|9.00 à 10.30>",
    "Accueil [<8:30-9:00|8.30 – 9.00>]",
    "<10:45|10.45>",
    "• <9:30|9.30> : Accueil",
    "Accueil | <9:30|9.30> • Petit bassin",
    "Pause, <12:45-14:15|12.45-14.15>",
    "Salle 1 – Titre | <8:30-9:00|8.30–9.00>",
    "Salle 1, <8:30|08.30>",
    "Une table ronde, <16:40|16.40>-",
    "Mercredi 12 octobre 2016  <9:30|9.30>",
    "MARDI 4 MAI, <14:00|14.00>",
    "Mardi 4 mai : <14:00|14.00>",
    "Mardi 4 mai 2021 : <9:15-9:45|09.15-09.45>",
    "Mardi 4 mai <9:15-9:45|9.15–9.45> Salle 2",
    # One end open.
    "<18:00-from|à partir de 18h>",
    "<18:00-from|dès 18h>",
    "<18:00-from|DES 18H>",
    "ouvert <20:00-until|jusqu'à 20h>",
    "<20:00-until|Jusqu’à 20h>",
    "inscriptions <10:00-until|avant 10h>",
    # Midnight.
    "de <22:00-1:00+1|22h à 1h>",
    "<20:00-8:00+1|20h – 8h>",
    "<18:00-0:00+1|18h - minuit>",
    "<10:00-0:00+1|10h-24h>",
    "<14:00-0:00+1|14h-0h>",
    "<0:00-until+1|jusqu'à 24h>",
    "de <0:00-2:00|minuit à 2h>",
    "<0:00-0:00+1|0h-24h>",
    # What no clock shows is told without a value; what contradicts itself is kept.
    "<!heure_impossible|25h>",
    "<!heure_impossible|10h75>",
    "<9:00!heure_impossible|9h-25h>",
    "<!heure_impossible|à 24h>",
    "<14:00-13:00!fin_avant_debut|14h-13h>",
    "<10:00-10:00!fin_avant_debut|10h-10h>",
    "<17:00-9:30!fin_avant_debut|17h – 9h30>",
    # A dash that begins a line is a bullet.
    "Accueil <9:30|9h30>\n- <10:00|10h> Ouverture",
    # A scale beside a time.
    "<10:00-10:45|10h\nà 10h45>\n9h 10h 11h 12h 13h",
    "<10:00-12:00|10h à 12h> 9h 10h 11h 12h 13h",
    "<9:00|9h> <10:00|10h> <11:00|11h>",
]
NO_TIMES = [
    "Les versions, 3.10-3.15",
    "Deux tarifs, 10.00-15.00 €",
    "Plein tarif, 12.50 €",
    "La note, 8.30-9.45 selon les classes",
    "Atelier (1h30)",
    "(2h environ)",
    "Une journée (7h)",
    "durée : 2h",
    "Durée totale : 12h",
    "DUREE 14h",
    "d'une heure",
    "pendant 2h",
    "en 3h",
    "2h de trajet",
    "à 2h de Lens",
    "une nuit et 12h de code",
    "un atelier de 2h",
    "Atelier – 1h30",
    "1h33, 2022, comédie",
    "2 heures",
    "2 h 30 min",
    "6 min",
    "20'",
    "30 minutes",
    "24h/24 et 7j/7",
    "24h sur 24",
    "un hackathon de 24h",
    "35h par semaine",
    "sous 48h",
    "les 35h",
    "1,5h",
    "1/2h",
    "durée : 1h à 2h",
    "28/09/2022",
    "2022-09-28",
    "1/2",
    "11-19",
    "p.10",
    "01 23 45 67 89",
    "en 2022",
    "10-12 ans",
    "section 2.1",
    "2.1-2.5 Résultats",
    "versions 3.10-3.15",
    "10.00-15.00 €",
    "Tarif 10.00 à 15.00",
    "Tarif (10.00-15.00 €)",
    "ratio 16:9, 97:39, 1:100",
    "00:12:45:10",
    "10 ha, 10 Hz, 10 hommes, H2O",
    "100h",
    "A10h",
    "Midi-Pyrénées",
    "le Canal du Midi",
    "Midi libre",
    "après-midi",
    "APRES MIDI",
    "9h 10h 11h 12h 13h 14h 15h 16h 17h 18h 19h",
    "9h\n10h\n11h\n12h",
]
LENGTHS = [
    ("Atelier (1h30)", 90),
    ("durée : 2h", 120),
    ("une séance d'une heure", 60),
    ("6 min", 6),
    ("20'", 20),
    ("30 minutes d'échanges", 30),
    ("1,5h", 90),
    ("2 heures 30 minutes", 150),
    ("durée 2h et 15 min", 135),
    ("deux heures et demie", 150),
    ("une demi-heure", 30),
    ("Trois quarts d’heure", 45),
    ("35h par semaine", 2100),
]
NO_LENGTHS = ["10 h 45 min", "9h-10h", "5 à 10 min", "5-10 min", "en l'an 2000'", "l'heure des bilans", "24h/24"]
_MARK = re.compile(r"<(?P<says>[0-9!][^|]*)\|(?P<printed>[^|]*?)>(?=[^<>]*(?:<|\Z))")


def shown(time: dt.time | None) -> str:
    return f"{time.hour}:{time.minute:02}" if time else ""


def say(hours: Hours) -> str:
    """What hours say, in the notation of the rows."""
    first, last = shown(hours.start), shown(hours.end)
    said = last + "-until" if hours.open == "until" else first + ("-from" if hours.open else last and f"-{last}")
    return said + ("+1" if hours.ends_next_day else "") + (f"!{hours.problem}" if hours.problem else "")


def annotate(text: str) -> str:
    """The text with its hours marked in it: the inverse of reading a row."""
    for hours in reversed(find_hours(text)):
        printed = text[hours.start_offset : hours.end_offset]
        text = f"{text[: hours.start_offset]}<{say(hours)}|{printed}>{text[hours.end_offset :]}"
    return text


def plain(row: str) -> str:
    return _MARK.sub(lambda mark: mark["printed"], row)


@pytest.mark.parametrize("row", TIMES)
def test_printed_times_are_read_where_they_stand(row: str) -> None:
    assert plain(row) != row
    assert annotate(plain(row)) == row


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_gives_none(text: str) -> None:
    assert annotate(text) == text


@pytest.mark.parametrize("row", TIMES)
def test_every_found_span_reads_back_by_itself(row: str) -> None:
    text = plain(row)
    for hours in find_hours(text):
        (again,) = find_hours(text[hours.start_offset : hours.end_offset])
        assert say(again) == say(hours)


@pytest.mark.parametrize(("text", "minutes"), LENGTHS)
def test_lengths_are_read_in_minutes(text: str, minutes: int) -> None:
    (length,) = find_durations(text)
    assert length.minutes == minutes
    assert length.end_offset <= len(text)


@pytest.mark.parametrize("text", NO_LENGTHS)
def test_what_is_no_length_gives_none(text: str) -> None:
    assert find_durations(text) == ()


def test_lengths_and_times_of_one_line_do_not_mix() -> None:
    text = "14h-15h30 Atelier (1h30), puis 20 min d'échanges"
    assert annotate(text) == "<14:00-15:30|14h-15h30> Atelier (1h30), puis 20 min d'échanges"
    assert [text[found.start_offset : found.end_offset] for found in find_durations(text)] == ["1h30", "20 min"]


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("9h 10h 11h 12h", True),
        (" 9h 10h 11h 12h 13h 14h\n", True),
        ("9h00 10h00 11h00 12h00", True),
        ("9:00 10:00 11:00 12:00", True),
        ("9.00 10.00 11.00 12.00", True),
        ("8.00 12.00 15.00 20.00", False),
        ("9h00 10h00 14h00 17h00", False),
        ("9h 10h 11h", False),
        ("9h 11h 10h 12h", False),
        ("9h-10h 11h 12h 13h", False),
        ("9h30 10h 11h 12h", False),
        ("Salle 2 9h 10h 11h 12h", False),
        ("", False),
    ],
)
def test_a_scale_is_four_or_more_growing_hours_and_nothing_else(text: str, scale: bool) -> None:
    assert is_hour_scale(text) is scale


# Properties

clock_times = st.tuples(st.integers(0, 23), st.integers(0, 59))
NOTATIONS = (
    "{}h{:02}",
    "{:02}h{:02}",
    "{}H{:02}",
    "{} h {:02}",
    f"{{}}{NBSP}h{NARROW}{{:02}}",
    "{:02}:{:02}",
    "{}h{:02}mn",
)
LINKS = ("-", " - ", "–", " — ", " à ", "\nà ", " à\n", " > ", " → ", "/", f"{NBSP}–{NBSP}", " jusqu'à ")
prose = st.lists(st.sampled_from(["salle", "la", "Fabrique", "des", "rives,", "puis", "accueil", "·"]), max_size=5)


@given(clock_times, st.sampled_from(NOTATIONS), prose, prose)
def test_any_announced_time_comes_back(
    clock: tuple[int, int], notation: str, left: list[str], right: list[str]
) -> None:
    printed = notation.format(*clock)
    text = " ".join([*left, "à", printed, *right])
    (hours,) = find_hours(text)
    assert (hours.start, hours.end, hours.problem) == (dt.time(*clock), None, "")
    assert text[hours.start_offset : hours.end_offset].removeprefix("à ") == printed


@given(clock_times, clock_times, st.sampled_from(NOTATIONS), st.sampled_from(LINKS), prose, prose)
def test_any_range_comes_back(
    first: tuple[int, int], last: tuple[int, int], notation: str, link: str, left: list[str], right: list[str]
) -> None:
    printed = notation.format(*first) + link + notation.format(*last)
    text = " ".join([*left, printed, *right])
    (hours,) = find_hours(text)
    assert text[hours.start_offset : hours.end_offset] == printed
    assert (hours.start, hours.end) == (dt.time(*first), dt.time(*last))
    overnight = hours.ends_next_day or hours.problem == "fin_avant_debut"
    assert overnight is (last <= first or last == (0, 0))


@given(st.integers(0, 22), st.sampled_from(["{}-{}h", "de {} à {}h", "entre {} et {}h"]))
def test_any_range_with_one_h_comes_back(hour: int, notation: str) -> None:
    (hours,) = find_hours(notation.format(hour, hour + 1))
    assert (hours.start, hours.end) == (dt.time(hour), dt.time(hour + 1))


pieces = st.sampled_from(
    [
        "9h",
        "30",
        "-",
        "–",
        " ",
        "\n",
        "à",
        "de",
        "midi",
        "minuit",
        "12:45",
        ".",
        "/",
        "(",
        "24h",
        "h",
        "25h",
        "min",
        "ı",
        "ſ",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(pieces, max_size=20).map("".join)))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    for found in (find_hours(text), find_durations(text)):
        ends = [0, *(place for read in found for place in (read.start_offset, read.end_offset)), len(text)]
        assert ends == sorted(ends)
    is_hour_scale(text)
