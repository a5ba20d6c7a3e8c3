"""Items that last all day have no hours, and none of the item before them."""

from layouts import Put, document

from pipeline.segment import split_sessions


def told(*puts: Put) -> list[tuple[str, str | None]]:
    items = [Put("Mardi 14 mai 2024", size=16, bold=True)]
    for hour, title in (("9h", "Habiter la digue"), ("10h", "Un pont de bois"), ("11h", "Ce que dit la crue")):
        items += [Put(hour, size=9, bold=True, gap=20), Put(title, size=12, bold=True), Put("Un récit sur la rive.")]
    found = split_sessions(document([*items, *puts])).segments
    return [(segment.title.text, segment.hours.text if segment.hours else None) for segment in found[3:]]


def test_the_words_for_a_day_set_as_times_are_begin_an_item() -> None:
    puts = [Put("Toute la journée", size=9, bold=True, gap=20), Put("Le moulin", size=12, bold=True)]
    assert told(*puts, Put("Visite libre.")) == [("Le moulin", None)]


def test_such_words_in_a_text_do_not() -> None:
    assert told(Put("Toute la journée : stands et buvette.", gap=4)) == []
