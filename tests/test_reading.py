"""What the lines of a document are, and lines cut where their style changes."""

from layouts import HOURS, TITLES, Put, document, heading, hours, line_of, lines_of, page_of, paragraph

from pipeline.document import Box, Line, Page, Span, Style
from pipeline.page.look import Look
from pipeline.segment import split_sessions
from pipeline.segment.column_edges import column_edges
from pipeline.segment.reading import cut_at_styles, read_lines
from pipeline.segment.repeated_tracks import below_hours
from pipeline.source import Source

PLAIN = Style(font="Serif", size=10, bold=False, italic=False, color="#000000")
BOLD = Style(font="Serif", size=10, bold=True, italic=False, color="#000000")


def mixed(parts: list[tuple[str, Style]], y: float, x: float = 40.0) -> Line:
    """A line of several styles."""
    text = " ".join(part for part, _ in parts)
    line = line_of(Put(text, x=x), 1, y)
    spans, start = [], 0
    for part, style in parts:
        end = start + len(part)
        box = Box(x0=x + 5 * start, y0=y, x1=x + 5 * end, y1=y + 10)
        spans.append(Span(start=start, end=end, box=box, style=style))
        start = end + 1
    return line.model_copy(update={"spans": tuple(spans), "rank": int(y)})


def page(*lines: Line) -> Page:
    return Page(number=1, width=420, height=595, lines=lines)


def test_a_title_that_shares_its_line_with_people_is_found_by_its_style() -> None:
    lines = []
    names = ("Léa Durand, Canal Sud –", "Marc Petit, Inria –", "Anne Morel, CNRS –", "Luc Roy, CHU –")
    for number, name in enumerate(names):
        y = 60.0 + 60 * number
        lines.append(mixed([(HOURS[number], PLAIN)], y))
        lines.append(mixed([(name, PLAIN), (TITLES[number], BOLD)], y + 14))
        lines.append(mixed([("Une rive recule et la commune s'interroge sur la suite.", PLAIN)], y + 34))
    found = split_sessions(document(page(*lines)))
    assert [item.title.text for item in found.segments] == list(TITLES)
    assert found.segments[0].blocks[0].passage.text.startswith("Léa Durand, Canal Sud")


def test_lines_are_cut_at_every_change_of_style_or_around_one_look() -> None:
    line = mixed([("Léa Durand", PLAIN), ("Le moulin en partage", BOLD), ("Salle 2", PLAIN)], 60)
    reading = read_lines(document(page(line)), Source())
    assert [part.text for part in cut_at_styles(reading).lines] == ["Léa Durand", "Le moulin en partage", "Salle 2"]
    other = Look.of(Style(font="Sans", size=12, bold=True, italic=False))
    assert [part.text for part in cut_at_styles(reading, other).lines] == [line.text]


def test_a_cut_line_keeps_its_letters_and_their_place() -> None:
    line = mixed([("Léa Durand", PLAIN), ("Le moulin", BOLD)], 60)
    first, last = cut_at_styles(read_lines(document(page(line)), Source())).lines
    assert f"{first.text} {last.text}" == line.text
    assert first.box.x1 <= last.box.x0
    assert (first.box.y0, last.box.y0) == (line.box.y0, line.box.y0)


def test_rooms_days_times_and_markers_can_be_no_title() -> None:
    puts = [heading("Mardi 14 mai 2024"), hours(HOURS[0]), Put("Salle 2"), Put("Animé par :"), heading(TITLES[0])]
    reading = read_lines(document(page_of(1, puts)), Source())
    assert [reading.lines[index].text for index in sorted(reading.free)] == [TITLES[0]]


def test_pages_the_sidecar_leaves_out_are_not_read() -> None:
    pages = document([heading(TITLES[0])], [heading(TITLES[1])])
    assert [line.text for line in read_lines(pages, Source(pages_ignorees=(1,))).lines] == [TITLES[1]]


def test_blocks_that_end_with_their_time_need_no_style_of_titles() -> None:
    puts = []
    for number, title in enumerate(TITLES):
        puts += [
            Put(title, gap=34 if number else 0),
            *paragraph("Trois planches et beaucoup de patience."),
            Put(HOURS[number], gap=4),
        ]
    found = split_sessions(document(page_of(1, puts)))
    assert [(item.title.text, item.hours.text if item.hours else None) for item in found.segments] == list(
        zip(TITLES, HOURS, strict=True)
    )


def test_a_heading_across_columns_does_not_tell_how_wide_they_are() -> None:
    column = [Put("Une rive recule", width=150.0) for _ in range(40)]
    puts = lines_of([Put("Programme de toute la journée", width=340.0), *column])
    assert set(column_edges(puts).values()) == {190.0}
    assert set(column_edges(puts[:5]).values()) == {380.0}


def test_where_justified_text_ends_a_heading_little_wider_tells_nothing() -> None:
    column = [Put("Une rive recule", width=150.0) for _ in range(40)]
    assert set(column_edges(lines_of([Put("Programme", width=180.0), *column])).values()) == {190.0}


def test_where_many_lines_of_ragged_text_end_a_wider_one_tells_nothing() -> None:
    ragged = [Put("Une rive recule", width=150.0 if number % 6 == 0 else 90.0 + number) for number in range(40)]
    assert set(column_edges(lines_of([Put("Programme", width=180.0), *ragged])).values()) == {190.0}
    assert set(column_edges(lines_of([Put("Programme", width=165.0), *ragged])).values()) == {205.0}


def test_a_cell_is_parted_at_each_time_that_stands_alone_in_it() -> None:
    cell = lines_of([Put("9h"), Put("Parcours Eau"), Put("Habiter"), Put("10h"), Put("Parcours Bois"), Put("Moudre")])
    below = [[line.text for line in part] for part in below_hours(cell)]
    assert below == [["Parcours Eau", "Habiter"], ["Parcours Bois", "Moudre"]]


def test_a_code_is_never_cut_from_the_title_behind_it() -> None:
    line = mixed([("A1.", BOLD), ("Habiter la digue", PLAIN)], 60)
    reading = read_lines(document(page(line)), Source())
    assert [part.text for part in cut_at_styles(reading).lines] == ["A1. Habiter la digue"]


def test_the_words_that_announce_people_are_never_cut_though_small_capitals_set_them_in_two_sizes() -> None:
    small = BOLD.model_copy(update={"size": 6.0})
    line = mixed([("Animé", BOLD), ("par", small), ("Léa Durand", PLAIN)], 60)
    reading = read_lines(document(page(line)), Source())
    assert [part.text for part in cut_at_styles(reading).lines] == ["Animé par", "Léa Durand"]


def test_names_set_in_bold_in_a_list_of_people_are_not_cut_out_of_it() -> None:
    talk = ("Avec la participation de : Madame", PLAIN), ("Léa Durand", BOLD), ("– maire de Brou", PLAIN)
    civil = ("Monsieur", PLAIN), ("Marc Petit", BOLD), ("– président du Conseil", PLAIN)
    first = ("Avec :", PLAIN), ("Anne Morel", BOLD), (", cheffe de service", PLAIN)
    title = ("Salle 2", PLAIN), ("Le moulin en partage", BOLD)
    lines = [mixed(list(parts), 60.0 + 20 * number) for number, parts in enumerate((talk, civil, first, title))]
    reading = read_lines(document(page(*lines)), Source())
    assert [part.text for part in cut_at_styles(reading).lines] == [
        "Avec la participation de : Madame Léa Durand – maire de Brou",
        "Monsieur Marc Petit – président du Conseil",
        "Avec : Anne Morel , cheffe de service",
        "Salle 2",
        "Le moulin en partage",
    ]


def test_text_in_a_cell_reaches_as_far_as_the_cell_less_its_space_at_the_left() -> None:
    puts = lines_of([Put("Une rive", width=100.0), Put("recule", width=80.0)])
    cell = Box(x0=35.0, y0=0.0, x1=235.0, y1=400.0)
    assert set(column_edges(puts, {1: [cell]}).values()) == {230.0}
    assert set(column_edges(puts, {2: [cell]}).values()) == {140.0}


def test_names_set_apart_in_a_list_of_people_are_no_titles() -> None:
    pages = []
    for number, title in enumerate(TITLES, start=1):
        people = [("Mme", PLAIN), ("Léa Durand", BOLD), (", éclusière ; M.", PLAIN), ("Omar Vasseur", BOLD)]
        rows = [mixed([(title, PLAIN)], 60), mixed([("Avec :", PLAIN)], 74), mixed(people, 88)]
        rows += [mixed([("maire de Brou", PLAIN)], 102), mixed([(f"À partir de {9 + number} h", PLAIN)], 300)]
        page_lines = tuple(line.model_copy(update={"page": number}) for line in rows)
        pages.append(Page(number=number, width=420, height=595, lines=page_lines))
    found = split_sessions(document(*pages)).segments
    assert [item.title.text for item in found] == list(TITLES)


def test_a_marker_set_larger_right_over_a_time_is_the_title_of_that() -> None:
    puts: list[Put] = []
    titles = ["Le moulin en partage", "Grand témoin", "La crue racontée"]
    for title in titles:
        puts += [heading(title, size=14.0), hours("14h-15h", gap=2.0), *paragraph("Léa Durand, éclusière, Canal Sud")]
    found = split_sessions(document(page_of(1, puts)))
    assert [item.title.text for item in found.segments] == titles
