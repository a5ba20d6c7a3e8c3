"""An item that takes place several times is published as often."""

from layouts import Put, document, heading, hours, paragraph

from pipeline.document import Segment
from pipeline.segment import split_sessions


def found(*puts: Put) -> list[Segment]:
    items = [heading("Mardi 14 mai 2024", size=20)]
    for number, title in enumerate(("Ce que dit la crue", "Un pont de bois")):
        items += [hours(f"{8 + number}h", gap=30.0), heading(title, gap=4.0), *paragraph("Un récit sur la rive.")]
    return list(split_sessions(document([*items, *puts])).segments)[2:]


def told(segments: list[Segment]) -> list[tuple[str, str]]:
    return [(segment.hours.text if segment.hours else "", segment.title.text) for segment in segments]


def test_times_in_a_row_over_a_title_make_an_item_each() -> None:
    puts = [hours("14h, 15h30 et 17h", gap=30.0), heading("Le moulin", gap=4.0), *paragraph("Visite de la roue.")]
    assert told(found(*puts)) == [("14h", "Le moulin"), ("15h30", "Le moulin"), ("17h", "Le moulin")]


def test_times_in_a_row_are_no_part_of_the_title_behind_them() -> None:
    lines = [Put("9h | Ouverture"), Put("10h-12h et 14h-17h | Le moulin"), Put("18h | Clôture")]
    segments = split_sessions(document([heading("Mardi 14 mai 2024", size=20), *lines])).segments
    assert told(list(segments))[1:3] == [("10h-12h", "Le moulin"), ("14h-17h", "Le moulin")]


def test_a_remark_behind_a_time_is_no_title() -> None:
    puts = [hours("14h – 15h (horaire exceptionnel)", gap=30.0), heading("Le moulin", gap=4.0)]
    assert told(found(*puts, *paragraph("Visite de la roue."))) == [("14h – 15h", "Le moulin")]


def test_a_length_below_a_time_is_no_title() -> None:
    puts = [hours("14h", gap=30.0), Put("30 min", size=8.0), heading("Le moulin", gap=4.0)]
    assert told(found(*puts, *paragraph("Visite de la roue."))) == [("14h", "Le moulin")]


def test_a_second_time_below_a_title_leaves_the_item_its_text() -> None:
    second = [hours("15h", gap=30.0), Put("Par Léa Durand, éclusière")]
    (segment,) = found(hours("14h", gap=30.0), heading("Le moulin", gap=4.0), *second)
    assert [block.passage.text for block in segment.blocks] == ["Léa Durand, éclusière"]
    assert [finding.code for finding in segment.findings] == ["plusieurs_heures"]


def test_days_with_hours_below_each_other_under_a_title_make_an_item_each() -> None:
    puts = []
    for title, *times in (
        ("Le moulin", "Samedi 18 mai 2024, de 9h30 à 12h", "Dimanche 19 mai 2024, de 14h à 18h"),
        ("La digue", "Samedi 18 mai 2024, de 10h à 11h"),
        ("Le pont", "Dimanche 19 mai 2024, de 16h à 17h"),
    ):
        puts += [heading(title, gap=30.0), *paragraph("Visite commentée."), *(Put(time, bold=True) for time in times)]
    segments = list(split_sessions(document(puts)).segments)
    titles = [(segment.title.text, segment.day.text if segment.day else "") for segment in segments]
    assert titles[:2] == [("Le moulin", "Samedi 18 mai 2024"), ("Le moulin", "Dimanche 19 mai 2024")]
    assert [segment.hours.text for segment in segments if segment.hours][:2] == ["9h30 à 12h", "14h à 18h"]
    assert not segments[0].findings
