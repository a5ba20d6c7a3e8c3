"""Pages that list the sessions: recognised, kept apart, compared with the pages."""

from collections.abc import Callable, Iterable

import pytest
from layouts import HOURS, TITLES, Put, above_time, document, heading, page_of, paragraph, passage

from pipeline.document import Document, Finding, Kind, Segment
from pipeline.segment import split_sessions
from pipeline.segment.index_pages import Entry, below_index, read_index, reconcile, share_named, title_keys

TARGETS = (6, 8, 12, 14)
ENTRIES = list(zip(TARGETS, TITLES, strict=True))


def entries_of(puts: Iterable[Put]) -> list[tuple[int, str]]:
    return [(entry.target, entry.title) for entry in read_index(page_of(2, puts))]


ROWS: dict[str, Callable[[int, str], list[Put]]] = {
    "p.06 — title": lambda target, title: [Put(f"p.{target:02d} — {title}", gap=4)],
    "page 6 : title": lambda target, title: [Put(f"Page {target} : {title}", gap=4)],
    "title ..... 6": lambda target, title: [Put(f"{title} ........ {target}", gap=4)],
    "title . . . 6": lambda target, title: [Put(f"{title} . . . . . {target}", gap=4)],
    "title … 6": lambda target, title: [Put(f"{title} …… {target}", gap=4)],
    "title – page 6": lambda target, title: [Put(f"{title} – page {target}", gap=4)],
    "title | 6": lambda target, title: [Put(title, gap=4), Put(str(target), x=360.0, beside=True)],
    "p. 6 | title": lambda target, title: [Put(f"p. {target}", gap=4), Put(title, x=100.0, beside=True)],
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_an_entry_is_a_title_and_a_page_number(row: Callable[[int, str], list[Put]]) -> None:
    assert entries_of(put for target, title in ENTRIES for put in row(target, title)) == ENTRIES


def test_the_programme_may_begin_below_the_last_entry() -> None:
    index = [Put(f"{title} ........ {target}", gap=4) for target, title in ENTRIES]
    begun = [
        heading("Mardi 14 mai 2024", gap=20),
        Put("9h30 – Habiter la digue", gap=8),
        Put("10h30 – La crue", gap=8),
    ]
    assert entries_of([*index, *begun]) == ENTRIES
    assert [line.text for line in below_index(page_of(2, [*index, *begun])).lines] == [put.text for put in begun]
    assert not below_index(page_of(2, index)).lines


def test_headings_and_days_between_entries_are_no_entries() -> None:
    puts = [heading("SOMMAIRE"), Put("Mardi 14 mai matin", bold=True, gap=8)]
    puts += [Put(f"p.{target:02d} — {title}", gap=4) for target, title in ENTRIES[:2]]
    puts += [Put("Mercredi 15 mai", bold=True, gap=8)]
    puts += [Put(f"p.{target:02d} — {title}", gap=4) for target, title in ENTRIES[2:]]
    assert entries_of(puts) == ENTRIES


@pytest.mark.parametrize(
    "row",
    [
        lambda target, title: [Put(f"p.{target:02d} — {title} et", gap=4), Put("tout ce qui s'ensuit")],
        lambda target, title: [
            Put(f"{title} et", gap=4),
            Put(str(target), x=360.0, beside=True),
            Put("tout ce qui s'ensuit"),
        ],
    ],
    ids=["after the number", "number on the first line"],
)
def test_a_title_over_two_lines_is_one_entry(row: Callable[[int, str], list[Put]]) -> None:
    expected = [(target, f"{title} et tout ce qui s'ensuit") for target, title in ENTRIES]
    assert entries_of(put for target, title in ENTRIES for put in row(target, title)) == expected


@pytest.mark.xfail(strict=True, reason="the lines of a title before the one with the number are lost")
def test_a_title_whose_number_stands_on_its_last_line_is_whole() -> None:
    puts = [
        put
        for target, title in ENTRIES
        for put in (Put(f"{title} et", gap=4), Put(f"tout ce qui s'ensuit ........ {target}"))
    ]
    assert entries_of(puts) == [(target, f"{title} et tout ce qui s'ensuit") for target, title in ENTRIES]


@pytest.mark.xfail(strict=True, reason="a page number after a comma or at the start without « p. » is not seen")
@pytest.mark.parametrize(
    "row",
    [
        lambda target, title: [Put(f"{title}, p. {target}", gap=4)],
        lambda target, title: [Put(str(target), gap=4), Put(title, x=100.0, beside=True)],
    ],
    ids=["comma", "bare number first"],
)
def test_other_ways_to_print_an_index_are_read(row: Callable[[int, str], list[Put]]) -> None:
    assert entries_of(put for target, title in ENTRIES for put in row(target, title)) == ENTRIES


OTHER_PAGES: dict[str, list[Put]] = {
    "times and titles": [
        put
        for time, title in zip(HOURS, TITLES, strict=True)
        for put in (Put(time), Put(title, x=120.0, beside=True))
    ],
    "numbers in text": paragraph(
        "En 2019, la rivière a débordé 3 fois, et l'on a compté", "pas moins de 12 communes sous l'eau en 2020."
    ),
    "numbers that end titles": [Put(f"{title} {target}") for target, title in ENTRIES],
    "one row of dots": [Put("Habiter la digue ........ 6"), *paragraph("Une rive recule et la commune s'interroge.")],
}


@pytest.mark.parametrize("puts", OTHER_PAGES.values(), ids=OTHER_PAGES)
def test_other_pages_are_no_index(puts: list[Put]) -> None:
    assert entries_of(puts) == []


def test_a_timetable_with_a_column_of_figures_is_no_index() -> None:
    places = ("20", "25", "30", "12")
    puts = [
        put
        for time, title, count in zip(HOURS, TITLES, places, strict=True)
        for put in (Put(time, gap=4), Put(title, x=120.0, beside=True), Put(count, x=360.0, beside=True))
    ]
    assert entries_of(puts) == []


def segment(title: str, subtitle: str | None = None, page: int = 4, printed: str | None = None) -> Segment:
    return Segment(
        pages=(page,),
        kind=Kind.SESSION,
        title=passage(title, page),
        subtitle=passage(subtitle, page) if subtitle else None,
        printed_page=printed,
    )


def told(findings: Iterable[Finding]) -> list[tuple[str, int | None, str]]:
    return [(finding.code, finding.page, finding.subject) for finding in findings]


def test_an_entry_like_its_page_says_nothing_but_the_title() -> None:
    joined, findings = reconcile([Entry(6, "Habiter la digue", 2)], [segment("HABITER LA DIGUE !", printed="6")])
    assert (joined[0].index_title, joined[0].findings, findings) == ("Habiter la digue", (), [])


def test_an_entry_may_give_title_and_subtitle_together() -> None:
    joined, findings = reconcile([Entry(6, "La digue : récits", 2)], [segment("La digue", "récits", printed="6")])
    assert (joined[0].findings, findings) == ((), [])


def test_an_entry_without_session_is_told_with_the_page_of_the_index() -> None:
    _, findings = reconcile(
        [Entry(6, "Habiter la digue", 2), Entry(9, "Les castors au travail", 3)], [segment("Habiter la digue")]
    )
    assert told(findings) == [("index_sans_session", 3, "Les castors au travail")]


def test_a_session_without_entry_is_told_with_its_own_page() -> None:
    joined, findings = reconcile(
        [Entry(6, "Habiter la digue", 2)], [segment("Habiter la digue"), segment("Un pont de bois", page=7)]
    )
    assert (told(joined[1].findings), findings) == ([("absent_de_l_index", 7, "Un pont de bois")], [])


def test_a_title_worded_otherwise_is_told_and_matched() -> None:
    joined, findings = reconcile([Entry(6, "Habiter les digues", 2)], [segment("Habiter la digue", printed="6")])
    assert told(joined[0].findings) == [("index_titre_different", 2, "Habiter les digues")]
    assert (joined[0].index_title, findings) == ("Habiter les digues", [])


def test_another_page_number_is_told() -> None:
    joined, _ = reconcile([Entry(12, "Habiter la digue", 2)], [segment("Habiter la digue", printed="8")])
    assert told(joined[0].findings) == [("index_page_differente", 2, "12 ≠ 8")]


def test_a_page_without_printed_number_is_not_compared() -> None:
    joined, _ = reconcile([Entry(12, "Habiter la digue", 2)], [segment("Habiter la digue", printed=None)])
    assert joined[0].findings == ()


def test_a_page_number_alone_joins_no_titles_that_have_nothing_in_common() -> None:
    joined, findings = reconcile([Entry(6, "Les castors au travail", 2)], [segment("Un pont", printed="6")])
    assert joined[0].index_title is None
    assert [finding.code for finding in (*findings, *joined[0].findings)] == [
        "index_sans_session",
        "absent_de_l_index",
    ]


def test_each_entry_is_used_once_and_the_page_decides_between_equals() -> None:
    joined, _ = reconcile(
        [Entry(6, "Pause", 2), Entry(9, "Pause", 2)], [segment("Pause", printed="9"), segment("Pause", printed="6")]
    )
    assert [found.findings for found in joined] == [(), ()]


def test_without_an_index_nothing_is_compared() -> None:
    sessions = [segment("Habiter la digue")]
    assert reconcile([], sessions) == (sessions, [])


def programme(*rows: tuple[int, str]) -> Document:
    index = [heading("SOMMAIRE"), *(Put(f"p.{target:02d} — {title}", gap=4) for target, title in rows)]
    pages = [page_of(number, above_time(number - 2), label=str(number)) for number in range(2, 6)]
    return document(index, *pages)


def test_an_index_page_never_becomes_a_session() -> None:
    outline = split_sessions(programme(*zip(range(2, 6), TITLES, strict=True)))
    assert [found.title.text for found in outline.segments] == list(TITLES)
    assert [found.pages for found in outline.segments] == [(2,), (3,), (4,), (5,)]
    assert outline.findings == ()


def test_the_outline_carries_what_index_and_pages_disagree_about() -> None:
    outline = split_sessions(programme((2, TITLES[0]), (3, "Le moulin partagé"), (9, TITLES[2]), (7, "Les castors")))
    found = [finding.code for item in outline.segments for finding in item.findings]
    assert found == ["index_titre_different", "index_page_differente", "absent_de_l_index"]
    assert [finding.code for finding in outline.findings] == ["index_sans_session"]


def test_an_index_names_titles_by_their_beginning_whatever_their_case_and_signs() -> None:
    entries = [Entry(target, title, 2) for target, title in ENTRIES]
    assert share_named(title_keys(entries), [title.upper() for title in TITLES]) == 1.0
    assert share_named(title_keys(entries), [f"{TITLES[0]} : récits", "Léa Durand"]) == 0.25
    assert share_named(title_keys([*entries, Entry(20, "Mardi 14 mai", 2)]), TITLES) == 1.0
    assert share_named([], TITLES) == share_named(title_keys(entries), ["—"]) == 0.0
