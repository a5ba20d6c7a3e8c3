"""Items framed under one time, and the columns that framed headings head."""

from pages import document, line, page

from pipeline.document import Box, Cell, Line
from pipeline.segment import split_sessions


def framed(*heads: Line) -> list[Cell]:
    """A frame around each heading, all in one row."""
    frames = [Box(x0=head.box.x0 - 4, y0=head.box.y0 - 4, x1=head.box.x0 + 170, y1=head.box.y1 + 4) for head in heads]
    return [Cell(table=0, row=0, column=place, box=box) for place, box in enumerate(frames)]


def titles(*lines: Line, cells: list[Cell]) -> list[str]:
    return [found.title.text for found in split_sessions(document(page(*lines, cells=cells))).segments]


def test_the_text_below_framed_headings_is_that_of_their_columns() -> None:
    hours = [
        line(f"50 {top} 10 b {hour} {title}")
        for top, hour, title in (
            (60, "9h – 10h", "Sessions parallèles"),
            (220, "10h – 11h", "La digue"),
            (250, "11h – 12h", "Le pont"),
        )
    ]
    heads = [line("50 100 10 b Session 1A – Le moulin"), line("260 100 10 b Session 1B – La rive")]
    talks = [
        line(f"{x} {130 + 30 * place + 13 * below} 10 {'n' if below else 'i'} {text}")
        for x, column in (
            (50, (("Moudre encore", "Léa Durand (Canal Sud)"), ("Moudre ensemble", "Marc Petit (Inria)"))),
            (260, (("Habiter la rive", "Anne Morel (CNRS)"), ("Quitter la rive", "Omar Vasseur (Inria)"))),
        )
        for place, talk in enumerate(column)
        for below, text in enumerate(talk)
    ]
    found = titles(hours[0], heads[0], *talks[:4], heads[1], *talks[4:], *hours[1:], cells=framed(*heads))
    assert found[:4] == ["Sessions parallèles", "Session 1A – Le moulin", "Moudre encore", "Moudre ensemble"]
    assert found[4:7] == ["Session 1B – La rive", "Habiter la rive", "Quitter la rive"]


def test_a_code_and_a_room_in_one_row_of_a_frame_head_the_column_below() -> None:
    """« A1          Salle Loire » on a strip over each card; neither is its title."""
    first, *last = (line(f"50 {top} 12 b {text}") for top, text in ((60, "9h – 10h La digue"), (250, "11h Le pont")))
    frames: list[Line] = []
    columns: list[Line] = []
    for x, room, title in ((50, "Salle Loire", "Habiter la rive"), (260, "Salle Cher", "Bâtir un moulin")):
        strip = [line(f"{x} 100 8 b A{len(frames) + 1}"), line(f"{x + 90} 100 8 n {room}")]
        frames.append(strip[0])
        columns += [*strip, line(f"{x} 118 12 b {title}"), line(f"{x} 134 10 n Avec Léa Durand, éclusière")]
    segments = split_sessions(document(page(first, *columns, *last, cells=framed(*frames)))).segments
    found = [(item.title.text, item.room and item.room.text) for item in segments[1:3]]
    assert found == [("Habiter la rive", "Salle Loire"), ("Bâtir un moulin", "Salle Cher")]


def test_boxes_that_name_rooms_over_columns_of_cards_give_them_their_rooms() -> None:
    rooms = [line("50 90 10 b Salle Loire"), line("260 90 10 b Salle Cher")]
    hours: list[Line] = []
    cards: list[list[Line]] = []
    cells = framed(*rooms)
    for row, (hour, names) in enumerate((("9h – 10h", ("digue", "rive")), ("10h – 11h", ("crue", "lit")))):
        top = 130 + 80 * row
        hours.append(line(f"10 {top} 10 b {hour}"))
        places = zip((50, 260), names, strict=True)
        cards.append([line(f"{x} {top + 16} 11 b Habiter : {name}") for x, name in places])
        cells += [cell.model_copy(update={"table": row + 1}) for cell in framed(*cards[-1])]
    lines = [line("50 40 10 n Mardi 14 mai 2024"), *rooms, hours[0], *cards[0], hours[1], *cards[1]]
    found = split_sessions(document(page(*lines, cells=cells))).segments
    held = [(each.title.text, each.room and each.room.text) for each in found if "Habiter" in each.title.text]
    assert [room for _, room in held] == ["Salle Loire", "Salle Cher", "Salle Loire", "Salle Cher"]


def test_boxes_below_the_words_that_announce_people_hold_people_and_are_no_items() -> None:
    people = [line("50 160 9 b L'équipe du Gué"), line("260 160 9 b Maison des rives")]
    above = [line("50 60 10 b 9h – 10h Habiter la rive"), line("50 140 9 b Avec")]
    after = [line("50 220 10 b 11h – 12h Quitter la rive"), line("50 240 9 n Une promenade au bord de la rivière.")]
    assert titles(*above, *people, *after, cells=framed(*people)) == ["Habiter la rive", "Quitter la rive"]


def test_words_that_announce_people_inside_a_box_are_those_of_its_item() -> None:
    hours = [line(f"50 {y} 10 b {hour}h – {hour + 1}h La rive {hour}") for y, hour in ((60, 9), (200, 11), (220, 14))]
    heads = [line("50 100 9 n Habiter la rive"), line("260 100 9 n Quitter la rive")]
    told = [
        line(f"{x} {y} 9 n {text}") for x in (50, 260) for y, text in ((114, "Avec"), (126, "Léa Durand, éclusière"))
    ]
    cells = [cell.model_copy(update={"box": cell.box.model_copy(update={"y1": 140})}) for cell in framed(*heads)]
    found = titles(hours[0], heads[0], *told[:2], heads[1], *told[2:], *hours[1:], cells=cells)
    assert {"Habiter la rive", "Quitter la rive"} < set(found)


def cards(*rows: tuple[str, tuple[list[str], ...]]) -> list[str]:
    """The titles of items in rows of cards, each below its hours; a line of a card is « size weight text »."""
    lines: list[Line] = []
    cells: list[Cell] = []
    for number, (hour, held) in enumerate(rows):
        top = 60 + 120 * number
        lines.append(line(f"10 {top} 11 n {hour}"))
        for column, texts in enumerate(held):
            x = 50 + 200 * column
            lines += [line(f"{x} {top + 24 + 14 * row} {text}") for row, text in enumerate(texts)]
            box = Box(x0=x - 4, y0=top + 20, x1=x + 180, y1=top + 110)
            cells.append(Cell(table=number, row=0, column=column, box=box))
    return titles(*lines, cells=cells)


def test_sessions_with_a_chair_in_cards_are_of_their_row() -> None:
    chairs = ("Léa Durand", "Omar Vasseur")
    axes = [
        [f"9 b Axe {n} – La rive", f"7 n Présidence : {name},", "7 n éclusière du canal", "7 n (Canal Sud)"]
        for n, name in enumerate(chairs, 1)
    ]
    rows = [(f"{hour}h – {hour + 1}h Ateliers {hour}", tuple(axes)) for hour in (9, 10)]
    assert [title for title in cards(*rows) if "Axe" in title] == ["Axe 1 – La rive", "Axe 2 – La rive"] * 2


def test_subtitles_set_larger_in_one_row_of_cards_are_no_titles() -> None:
    told = (
        "9h – 10h",
        (
            ["8 b Les rives", "11 i Dix ans après", "8 n Léa Durand"],
            ["8 b La crue", "11 i Une enquête", "8 n Omar Vasseur"],
        ),
    )
    others = [
        (
            f"{hour}h – {hour + 1}h",
            ([f"8 b Le moulin {hour}", "8 n Léa Petit"], [f"8 b Le gué {hour}", "8 n Marc Petit"]),
        )
        for hour in (10, 11)
    ]
    assert cards(told, *others)[:2] == ["Les rives", "La crue"]


def opening_bold(printed: str, words: str) -> Line:
    """A line that begins in bold and goes on without."""
    whole = line(printed)
    place = len(words)
    plain = whole.style.model_copy(update={"bold": False})
    spans = (
        whole.spans[0].model_copy(update={"end": place}),
        whole.spans[0].model_copy(update={"start": place, "style": plain}),
    )
    return whole.model_copy(update={"spans": spans})


def test_people_whose_names_are_bold_below_a_larger_title_are_no_items_of_their_card() -> None:
    held = [
        (
            opening_bold(f"{x} 84 10 b Lire {what} • Plénière", f"Lire {what}"),
            opening_bold(f"{x} 100 7 b {name} (Canal Sud, université des rives)", name),
        )
        for x, what, name in ((50, "la rive", "Léa Durand"), (250, "la crue", "Marc Petit"))
    ]
    boxes = [Box(x0=x - 4, y0=80, x1=x + 180, y1=115) for x in (50, 250)]
    cells = [Cell(table=0, row=0, column=column, box=box) for column, box in enumerate(boxes)]
    hours = [
        line("10 60 11 n 9h – 10h"),
        line("10 130 11 n 10h – 11h La digue"),
        line("10 150 11 n 11h – 12h Le pont"),
    ]
    found = titles(hours[0], *held[0], *held[1], *hours[1:], cells=cells)
    assert [title.split(" • ")[0] for title in found] == ["Lire la rive", "Lire la crue", "La digue", "Le pont"]
