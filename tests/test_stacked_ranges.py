"""A start set right above its end is one range where the document does so; short items below each other are two."""

from layouts import Put, document, heading, lines_of, page_of, paragraph

from pipeline.document import Page
from pipeline.layout import arrange_pages
from pipeline.layout.stacked_ranges import join_stacked_ranges
from pipeline.segment import split_sessions

STARTS = (("9h", "10h15"), ("10h30", "12h"), ("14h", "15h30"))
TITLES = ("Habiter la digue", "Le moulin en partage", "Ce que dit la crue")


def slide(number: int, *beside: Put) -> Page:
    """A page with a start above its end at the left, and text at the right."""
    start, end = STARTS[number - 1]
    return page_of(number, [Put(start, size=22, bold=True), Put(end, size=22, bold=True), *beside])


def hours_of(*pages: Page) -> list[str]:
    return [line.text for page in join_stacked_ranges(pages) for line in page.lines if line.text[0].isdigit()]


def test_starts_above_their_ends_are_ranges() -> None:
    assert hours_of(*(slide(number) for number in (1, 2, 3))) == ["9h – 10h15", "10h30 – 12h", "14h – 15h30"]


def test_two_such_pairs_alone_tell_nothing() -> None:
    assert hours_of(slide(1), slide(2)) == ["9h", "10h15", "10h30", "12h"]


def test_hours_in_a_list_stay_apart() -> None:
    pages = [page_of(number, [Put(f"{hour}h") for hour in (9, 10, 11)]) for number in (1, 2, 3)]
    assert hours_of(*pages) == 3 * ["9h", "10h", "11h"]


def test_pairs_right_below_each_other_are_told_by_the_room_between_them() -> None:
    rows = [
        [
            Put(start, gap=4),
            Put(title, x=120, beside=True, bold=True),
            Put(end),
            Put("Animation : Ode Lorval (Canal Sud)", x=120, beside=True),
        ]
        for (start, end), title in zip(STARTS, TITLES, strict=True)
    ]
    assert hours_of(page_of(1, [put for row in rows for put in row])) == ["9h – 10h15", "10h30 – 12h", "14h – 15h30"]


def test_pairs_that_end_when_the_next_begins_are_ranges_though_two_paragraphs_stand_beside() -> None:
    times = (("9h", "10h"), ("10h", "12h"), ("14h", "15h"), ("15h", "16h"))
    rows = [
        [
            Put(start, gap=12),
            Put("Habiter la digue", x=120, beside=True, bold=True),
            Put(end),
            Put("Auditorium Sud", size=8.5, x=120, beside=True, color="#aa0000"),
        ]
        for start, end in times
    ]
    found = hours_of(page_of(1, [put for row in rows for put in row]))
    assert found == ["9h – 10h", "10h – 12h", "14h – 15h", "15h – 16h"]


def test_two_short_items_below_each_other_stay_apart() -> None:
    def items(start: str, end: str) -> list[Put]:
        first = Put(start), Put("Accueil des éclusiers", x=100, beside=True)
        return [
            *first,
            Put(end),
            Put("Départ des bateaux", x=100, beside=True),
            Put("Une rive", x=100, gap=30, width=300),
        ]

    assert hours_of(*(page_of(number, items(*STARTS[number - 1])) for number in (1, 2, 3))) == [
        hour for pair in STARTS for hour in pair
    ]


def test_an_end_before_the_start_is_none() -> None:
    pages = [page_of(number, [Put("12h"), Put("9h")]) for number in (1, 2, 3)]
    assert hours_of(*pages) == 3 * ["12h", "9h"]


def test_slides_with_their_hours_in_a_panel_are_one_item_each() -> None:
    text = [Put(each.text, x=150, width=each.width, gap=each.gap) for each in paragraph(*(3 * ("Une rive recule",)))]
    pages = []
    for number, title in enumerate(TITLES, start=1):
        right = page_of(number, [heading(title, x=150, size=14), *text, *text]).lines
        left = lines_of([Put(hour, size=22, bold=True, width=60) for hour in STARTS[number - 1]], number, top=66)
        pages.append(page_of(number, []).model_copy(update={"lines": (*left, *right)}))
    segments = split_sessions(arrange_pages(document(*pages))).segments
    assert [(segment.title.text, segment.hours and segment.hours.text) for segment in segments] == [
        (title, " – ".join(hours)) for title, hours in zip(TITLES, STARTS, strict=True)
    ]
