"""Numbers of talks before their titles."""

from layouts import passage

from pipeline.document import Kind, Segment
from pipeline.segment.title_codes import without_codes


def titles(*texts: str) -> list[str]:
    segments = [Segment(pages=(1,), kind=Kind.SESSION, title=passage(text)) for text in texts]
    return [segment.title.text for segment in without_codes(segments)]


def test_a_number_that_others_have_too_is_no_part_of_a_title() -> None:
    assert titles("CO-01 – Le pont", "CO-02 – La digue", "Pause") == ["Le pont", "La digue", "Pause"]
    assert titles("CL1 : Le pont", "CL 2 : La digue") == ["Le pont", "La digue"]


def test_letters_and_a_figure_that_stand_alone_stay() -> None:
    assert titles("CO2 : que faire ?", "A7 : la route", "Le pont") == [
        "CO2 : que faire ?",
        "A7 : la route",
        "Le pont",
    ]
    assert titles("AXE 1 – Le pont", "AXE 2 – La digue") == ["AXE 1 – Le pont", "AXE 2 – La digue"]
    assert titles("CO2 : que faire ?", "CO2 : la suite") == ["CO2 : que faire ?", "CO2 : la suite"]
