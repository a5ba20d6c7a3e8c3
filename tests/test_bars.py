"""Bars of colour behind single lines, and the headings on them, which take all their width."""

from layouts import Put, line_of
from pages import line, page, texts

from pipeline.document import Box, Line
from pipeline.extract.bars import bars_behind
from pipeline.page.reading_order import order_lines


def bar(x: float, y: float, width: float, height: float = 20.0) -> Box:
    return Box(x0=x, y0=y, x1=x + width, y1=y + height)


def printed(text: str, x: float, y: float) -> Line:
    return line_of(Put(text, x=x, width=60.0), 1, y)


def test_a_bar_is_drawn_behind_one_line_and_goes_on_beyond_it() -> None:
    heading, text = printed("Grande halle", 50, 104), printed("Habiter la rive", 50, 150)
    around = bar(40, 90, 400, 200)
    assert bars_behind([around, bar(45, 100, 300)], [heading, text]) == (bar(45, 100, 300),)
    assert bars_behind([bar(45, 100, 70)], [heading]) == ()  # narrower than any heading across columns


def test_bars_side_by_side_head_columns_and_are_none() -> None:
    heads = [printed("Grande halle", 50, 104), printed("Moulin", 250, 104)]
    assert bars_behind([bar(45, 100, 195), bar(240, 100, 195)], heads) == ()


def test_a_short_heading_on_a_bar_parts_the_columns_it_stands_between() -> None:
    above = [
        line(f"{x} {100 + 14 * row} 10 n {name}{row} xxxxxxxxxxxxxxxx")
        for x, name in ((50, "a"), (200, "b"))
        for row in range(4)
    ]
    below = [
        line(f"{x} {200 + 14 * row} 10 n {name}{row} xxxxxxxxxxxxxxxx")
        for x, name in ((50, "c"), (200, "d"))
        for row in range(4)
    ]
    heading = line("50 170 12 b Moulin")
    whole = page(*above, heading, *below)
    found = texts(order_lines(whole.model_copy(update={"bars": (bar(45, 167, 260),)})))
    assert [text[0] for text in found] == [*"aaaa", *"bbbb", "M", *"cccc", *"dddd"]
    assert [text[0] for text in texts(order_lines(whole))] == [*"aaaa", "M", *"cccc", *"bbbb", *"dddd"]
