"""Small capitals are drawn as letters of two sizes: the line is of the larger."""

from layouts import Put, lines_of

from pipeline.document import Line, Span, Style
from pipeline.extract.small_capitals import with_small_capitals

LARGE = Style(font="Serif", size=9.0, bold=True, italic=False, color="#000000")
SMALL = Style(font="Serif", size=6.0, bold=True, italic=False, color="#000000")


def mixed(text: str, y: float) -> Line:
    """A line whose first word is set larger than the others."""
    [line] = lines_of([Put(text, size=9, bold=True)], top=y)
    cut = text.index(" ")
    spans = (
        Span(start=0, end=cut, box=line.box, style=LARGE),
        Span(start=cut + 1, end=len(text), box=line.box, style=SMALL),
    )
    return line.model_copy(update={"spans": spans})


def sizes(*lines: Line) -> list[float]:
    return [span.style.size for line in with_small_capitals(lines) for span in line.spans]


def test_lines_of_large_capitals_and_smaller_letters_are_of_one_size() -> None:
    assert sizes(mixed("Habiter la digue", 60), mixed("Retenir la crue", 200)) == [9.0, 9.0]


def test_a_line_without_capitals_right_below_goes_on_and_one_further_down_does_not() -> None:
    below, apart = (lines_of([Put("au bord du lin", size=6, bold=True)], top=y)[0] for y in (71, 120))
    found = sizes(mixed("Habiter la digue", 60), below, apart, mixed("Retenir la crue", 200))
    assert found == [9.0, 9.0, 6.0, 9.0]


def test_a_smaller_name_behind_a_title_stays_smaller() -> None:
    assert sizes(mixed("Atelier Léa Durand", 60), mixed("Retenir Marc Petit", 200)) == [9.0, 6.0, 9.0, 6.0]


def test_one_line_alone_shows_none() -> None:
    assert sizes(mixed("Atelier sur inscription", 60)) == [9.0, 6.0]


def test_hours_set_larger_behind_words_in_small_letters_are_no_capitals() -> None:
    def timed(text: str, y: float) -> Line:
        line = mixed(text, y)
        spans = [
            span.model_copy(update={"style": style}) for span, style in zip(line.spans, (SMALL, LARGE), strict=True)
        ]
        return line.model_copy(update={"spans": tuple(spans)})

    assert sizes(timed("rives (9h –", 60), timed("digues (10h –", 200)) == [6.0, 9.0, 6.0, 9.0]


def test_an_hour_set_smaller_behind_a_title_stays_smaller() -> None:
    assert sizes(mixed("PAUSE | 11h45", 60), mixed("Pause | 14h50", 200)) == [9.0, 6.0, 9.0, 6.0]
