"""Printed days. In a row, `<28/9/2022|28/09/2022>` is the span and what it says."""

import datetime as dt
import re

import dateparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.times.days import MONTHS, WEEKDAYS, PrintedDay, find_days, fold, read_full_date

WEEKDAY_NAMES = [row[0][:2] for row in WEEKDAYS]
DAYS = [
    "<me 28/9/2022|mercredi 28 septembre 2022>",
    "<me 28/9|Mercredi 28 septembre>",
    "<me 28/9|MERCREDI 28 SEPTEMBRE>",
    "<me 28/9/2022|Mercredi\n28   septembre\n2022>",
    "<lu 3/5|lundi, 3 mai> à 9h",
    "<me 28/9/2022|Mercredi, le 28 septembre 2022>",
    "le <28/9/2022|28 septembre 2022>.",
    "<13/3/2026|13 mars 2026>",
    # Figures.
    "<28/9/2022|28/09/2022>",
    "<28/9/2022|28.09.2022>",
    "<28/9/2022|28-09-2022>",
    "<28/9/2022|28/09/22>, <1/2/1998|01/02/98>",
    "<28/9/2022|2022-09-28>",
    "<me 28/9|mer. 28/09>",
    "<me 28/9/2022|mercredi 28/09/2022>",
    # Ordinals.
    "<1/10|1er octobre>",
    "<1/10|1 er octobre>",
    "le <1/5|premier mai>",
    # Abbreviations, capitals without accents, accents in two signs.
    "<28/9|28 SEPT>",
    "<ve 3/2|vend. 3 févr>.",
    "<ve 3/2/2023|ven. 3 févr. 2023>",
    "<ma 7/3|mar. 7 mars>, <me 8/4|mer 8 avr>.",
    "<3/7/2023|3 juill. 2023>, <4/7/2023|4 juil. 2023>",
    "<15/8|15 AOUT> ; <3/2|3 FEVRIER> ; <25/12/2022|25 DECEMBRE 2022>",
    "les <3/5/2023 5/6/2023 7/7/2023|3 mai, 5 juin et 7 juillet 2023>",
    "<3/2/2023|3 fe\u0301vrier 2023>",
    # Lists.
    "Les <28/9/2022 29/9/2022|28 et 29 septembre 2022>",
    "Programmation des <18/3/2022 19/3/2022 20/3/2022|18, 19 et 20 mars 2022>",
    "<me 28/9/2022 je 29/9/2022|mercredi 28 et jeudi 29 septembre 2022>",
    "<28/6/2024 29/6/2024|28/29 juin 2024>",
    "le <3/5/2023 5/6/2023|3 mai et le 5 juin 2023>",
    "<4/12/2024 5/12/2024|4 et 5 décembre 2024> et <8/1/2025|8 janvier 2025>",
    "Day 1 – <je 3/4/2025|Thursday 3 April 2025>",
    "<je 12/10|Jeudi 12 octobre> <ve 13/10|Vendredi 13 octobre>",
    # Runs.
    "du <28/9first 29/9between 30/9last|28 au 30 septembre>",
    "du <me 28/9/2022first 29/9/2022between ve 30/9/2022last|mercredi 28 au vendredi 30 septembre 2022>",
    "<28/6/2024first 29/6/2024between 30/6/2024last|28-30 juin 2024>",
    "du <30/9/2022first 1/10/2022between 2/10/2022last|30 septembre au 2 octobre 2022>",
    "du <31/12/2022first 1/1/2023between 2/1/2023last|31 décembre au 2 janvier 2023>",
    "du <31/12first 1/1last|31 décembre au 1er janvier>",
    "du <28/2first 1/3last|28 février au 1er mars>",
    "du <28/2/2024first 29/2/2024between 1/3/2024last|28 février au 1er mars 2024>",
    "du <1/1 31/12|1er janvier au 31 décembre>",
    # Weekdays as headings.
    "<ve!|Vendredi>",
    "<sa!|SAMEDI>\n20h00",
    "<di!|Dimanche> 10h-16h",
    "<lu!|Lundi> après-midi",
    "<me!28|Mercredi 28>",
    "<me!28|Mercredi 28> – 13 h-13 h 40",
    "<me!28|Mercredi 28> | 9h",
    "<me!28|Mercredi 28> de 9h15 à 10h",
    "<me!28|Mercredi 28>, dès 9h",
    "<me!28|Mercredi 28> à 9h",
    "<me!28|Mercredi 28> (9h-10h)",
    "<me!28|Mercredi 28> 9 h 30",
    "<me!28|Mercredi 28> matin",
    "<me!|Mercredi> 18 h 30",
    "<me!28|Mer. 28> à 18h",
    "<me!|Mercredi> de 9h à 10h",
    # Impossible days stay what they are.
    "<31/9!impossible|31 septembre>",
    "<29/2/2023!impossible|29 février 2023>, <29/2|29 février>",
    "<12/31/2022!impossible|12/31/2022>",
    "<0/5!impossible|0 mai>",
    # What dateparser adds.
    "le <6/10/2022|six octobre 2022>",
    "<3/9/2022|3 sep 2022>",
    # What stands before a day.
    "Salle 3, <28/9|28 septembre>",
    "10h30-<28/9|28 septembre>",
    "2022, <28/9|28 septembre>",
]
NO_DAYS = [
    "28 septembres",
    "12 personnes 2022",
    "3 mai" + "son",
    "1/2",
    "28/09",
    "06.12.34.56.78",
    "06 12 34 56 78",
    "version 2.10.15",
    "1/2/3/4",
    "septembre 2022",
    "tous les vendredis",
    "Vendredi saint, salle 2",
    "le mardi de la Fabrique",
    "Mardi de la rive",
    "Jeudi 12 personnes",
    "2022089083",
    "",
]


def say(day: PrintedDay) -> str:
    """What a printed day says, in the notation of the rows."""
    weekday = "" if day.weekday is None else WEEKDAY_NAMES[day.weekday]
    if day.weekday_only:
        return f"{weekday}!{day.day or ''}"
    figures = "/".join(str(part) for part in (day.day, day.month, day.year) if part is not None)
    return f"{weekday} {figures}".strip() + day.run + ("!impossible" if day.problem else "")


def annotate(text: str) -> str:
    """The text with its days marked in it."""
    spans: dict[tuple[int, int], list[str]] = {}
    for day in find_days(text):
        spans.setdefault((day.start_offset, day.end_offset), []).append(say(day))
    for (start, end), said in reversed(spans.items()):
        text = f"{text[:start]}<{' '.join(said)}|{text[start:end]}>{text[end:]}"
    return text


def plain(row: str) -> str:
    return re.sub(r"<[^|<>]*\|([^<>]*)>", r"\1", row)


def only(text: str) -> PrintedDay:
    (day,) = find_days(text)
    return day


@pytest.mark.parametrize("row", DAYS)
def test_printed_days_are_read_where_they_stand(row: str) -> None:
    assert plain(row) != row
    assert annotate(plain(row)) == row


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_gives_none(text: str) -> None:
    assert annotate(text) == text


@pytest.mark.parametrize("row", DAYS)
def test_every_found_span_reads_back_by_itself(row: str) -> None:
    text = plain(row)
    for start, end in {(day.start_offset, day.end_offset) for day in find_days(text)}:
        inside = [say(day) for day in find_days(text) if day.start_offset == start]
        assert [say(day) for day in find_days(text[start:end])] == inside


# dateparser


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("28 septembre 2022", dt.date(2022, 9, 28)),
        ("mercredi 28 septembre 2022", dt.date(2022, 9, 28)),
        ("1er octobre 2022", dt.date(2022, 10, 1)),
        ("3 fevrier 2023", dt.date(2023, 2, 3)),
        ("six octobre 2022", dt.date(2022, 10, 6)),
        ("3 sep 2022", dt.date(2022, 9, 3)),
        ("31 septembre 2022", None),
        ("28 septembre", None),
        ("septembre 2022", None),
        ("demain", None),
        ("10h", None),
    ],
)
def test_dateparser_reads_full_dates_and_nothing_less(words: str, date: dt.date | None) -> None:
    assert read_full_date(words) == date


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)))
def test_the_rows_and_dateparser_agree_on_full_dates(date: dt.date) -> None:
    text = f"{date.day} {MONTHS[date.month - 1][0]} {date.year}"
    assert only(text).in_year(date.year) == read_full_date(text) == date


def forget() -> None:
    """Make the next reading a first one."""
    find_days.cache_clear()
    read_full_date.cache_clear()


def test_dateparser_never_sees_a_date_the_rows_cover_or_a_bare_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: str, **_settings: object) -> None:
        raise AssertionError(words)

    forget()
    monkeypatch.setattr(dateparser, "parse", refuse)
    for text in (
        "mercredi 28 septembre 2022 à 9h",
        "28/09/2022",
        "du 28 au 30 juin 2024",
        "9h 12h 2022",
        "31 mai 2022",
    ):
        find_days(text)
    with pytest.raises(AssertionError):
        find_days("3 sep 2022")


def test_a_date_dateparser_reads_otherwise_than_printed_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    monkeypatch.setattr(dateparser, "parse", lambda *_words, **_settings: dt.datetime(2022, 9, 4))
    assert find_days("3 sep 2022") == ()
    assert len(find_days("4 sep 2022")) == 1
    forget()


def test_no_day_depends_on_today(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "Clock":
            return cls(2041, 7, 1, tzinfo=tz)

        @classmethod
        def today(cls) -> "Clock":
            return cls(2041, 7, 1)

    texts = [plain(row) for row in DAYS]

    def read() -> list[PrintedDay]:
        forget()
        return [day for text in texts for day in find_days(text)]

    now = read()
    import dateparser.date
    import dateparser.freshness_date_parser
    import dateparser.parser

    for module in (dateparser.date, dateparser.parser, dateparser.freshness_date_parser):
        monkeypatch.setattr(module, "datetime", Clock)
    assert read() == now


# Properties

any_date = st.dates(dt.date(1990, 1, 1), dt.date(2069, 12, 31))
prose = st.sampled_from(["", "Salle 2, ", "de la Fabrique des rives : ", "Atelier\n"])
NOTATIONS = {
    "{weekday} {day} {month} {year}": True,
    "{weekday} {day} {month}": False,
    "le {day} {month} {year}": True,
    "{day:02}/{number:02}/{year}": True,
    "{day}.{number}.{year}": True,
    "{year}-{number:02}-{day:02}": True,
    "{day:02}/{number:02}/{short}": True,
}


@given(
    any_date, st.sampled_from(sorted(NOTATIONS)), st.integers(0, 2), st.sampled_from([str, str.upper, fold]), prose
)
def test_any_date_comes_back(date: dt.date, notation: str, spelt: int, case: type[str], left: str) -> None:
    row = MONTHS[date.month - 1]
    printed = case(
        notation.format(
            weekday=WEEKDAYS[date.weekday()][0],
            day=date.day,
            month=row[min(spelt, len(row) - 1)],
            number=date.month,
            year=date.year,
            short=date.strftime("%y"),
        )
    )
    text = left + printed + " après"
    day = only(text)
    assert printed.removeprefix("le ").removeprefix("LE ") == text[day.start_offset : day.end_offset]
    assert day.in_year(date.year) == date
    assert day.year == (date.year if NOTATIONS[notation] else None)
    assert day.weekday in (None, date.weekday())


@given(any_date, st.integers(1, 31))
def test_any_run_of_a_month_counts_its_days(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(days=length)
    month = MONTHS[first.month - 1][0], MONTHS[last.month - 1][0]
    text = f"du {first.day} {month[0]} au {last.day} {month[1]} {last.year}"
    assert [day.in_year(day.year or 0) for day in find_days(text)] == [
        first + dt.timedelta(days=days) for days in range(length + 1)
    ]


pieces = st.sampled_from(
    [
        "28",
        "3",
        " ",
        "\n",
        "septembre",
        "mai",
        "2022",
        "/",
        ".",
        "-",
        "et",
        " au ",
        ",",
        "lundi",
        "ſept",
        "lundı",
        "1er",
        "six",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(pieces, max_size=20).map("".join)))
def test_any_text_gives_ordered_days_inside_it(text: str) -> None:
    places = [(day.start_offset, day.end_offset) for day in find_days(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 - 6 mai 2027", [4, 5, 6]),
        ("Mardi 4 – jeudi 6 mai 2027", [4, 5, 6]),
        ("Salle 4 - 6 mai 2027", [6]),
        ("jeudi 12.10", [12]),
        ("Jeudi 12.10 à 9h", [12]),
        ("jeudi 09.10 – 10.30", []),
        ("jeudi 9.30", []),
        ("version 12.10", []),
        ("JEUDI 1ER", [1]),
        ("Jeudi 1er mai", [1]),
    ],
)
def test_days_with_spaces_points_and_ordinals(text: str, days: list[int]) -> None:
    assert [day.day for day in find_days(text)] == days
