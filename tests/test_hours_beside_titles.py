"""Hours at the right of titles come behind them where they part a title, or where their order varies."""

from layouts import Put, page_of

from pipeline.layout.hours_beside_titles import settle_hours


def card(number: int, *puts: Put) -> list[str]:
    """The lines of a page in their order once hours are settled, four such pages given."""
    [page, *_] = settle_hours([page_of(number, puts)])
    return [line.text for line in page.lines]


HOUR = Put("9h – 10h", x=300)
TEXT = Put("Une rive recule et la commune s'interroge.", size=8)


def titled(*lines: str) -> list[Put]:
    return [Put(text, size=12, bold=True) for text in lines]


def test_an_hour_that_parts_the_lines_of_a_title_comes_behind_it() -> None:
    first, second = titled("Habiter la digue", "et le moulin")
    hour = HOUR._replace(beside=True)
    assert card(1, first, hour, second, TEXT) == ["Habiter la digue", "et le moulin", "9h – 10h", TEXT.text]


def test_hours_now_before_and_now_behind_titles_come_behind_them() -> None:
    [title] = titled("Habiter la digue")
    before = [HOUR, title._replace(beside=True), TEXT]
    behind = [title, HOUR._replace(beside=True), TEXT]
    pages = [page_of(number, puts) for number, puts in enumerate((before, behind, before, behind), start=1)]
    expected = [title.text, HOUR.text, TEXT.text]
    assert [[line.text for line in page.lines] for page in settle_hours(pages)] == 4 * [expected]


def test_hours_always_before_their_titles_stay_there() -> None:
    [title] = titled("Habiter la digue")
    pages = [page_of(number, [HOUR, title._replace(beside=True), TEXT]) for number in (1, 2, 3, 4)]
    assert settle_hours(pages) == tuple(pages)


def test_what_stands_at_the_left_of_several_hours_is_the_title_of_none() -> None:
    day = Put("JEUDI", size=30, bold=True)
    hours = [HOUR._replace(beside=True), HOUR._replace(text="10h – 11h")]
    below = TEXT._replace(gap=30)
    assert card(1, day, *hours, below) == [day.text, HOUR.text, "10h – 11h", TEXT.text]
    pages = [page_of(number, [*hours[:1], day._replace(beside=True), *hours[1:], below]) for number in (1, 2)]
    pages += [page_of(number, [day, *hours, below]) for number in (3, 4)]
    assert settle_hours(pages) == tuple(pages)


def test_an_hour_in_a_rail_is_not_that_of_the_column_at_its_left() -> None:
    left = Put("et le moulin des hautes rives", size=12, bold=True)
    rail = Put("9h – 10h", x=230, gap=-9, width=40)
    beside = Put("La crue", size=10, x=300, beside=True)
    pages = [page_of(number, [left, TEXT, rail._replace(gap=-17), beside]) for number in (1, 2)]
    mixed = [page_of(number, [rail, left._replace(beside=True), TEXT]) for number in (3, 4)]
    assert settle_hours([*pages, *mixed])[0].lines == pages[0].lines
