"""Places at the end of items, told by the look they share."""

from layouts import Put, document

from pipeline.segment import split_sessions

PLACES = ("Chapelle Saint-Loup", "Médiathèque – 5 €", "Cinéma Le Ponant", "Résidence du Halage")
TITLES = ("Habiter la digue", "Le moulin en partage", "Ce que dit la crue", "Un pont de bois")


def rooms(*places: str, over: bool = False) -> list[str | None]:
    """The rooms of items that each end with a line in one look, or begin with it."""
    puts = [Put("Mardi 14 mai 2024", size=16, bold=True)]
    for number, (place, title) in enumerate(zip(places, TITLES, strict=False)):
        line = Put(place, size=9, color="#17768f", gap=12.0 if over else 0.0)
        item = [Put(f"{9 + number}h", size=15, bold=True, gap=0.0 if over else 12.0), Put(title, bold=True)]
        item += [Put("Un récit sur la suite des travaux.")]
        puts += [line, *item] if over else [*item, line]
    found = split_sessions(document(puts)).segments
    return [segment.room.text if segment.room else None for segment in found]


def test_a_place_at_the_end_is_of_the_item_above_it() -> None:
    assert rooms(*PLACES) == list(PLACES)


def test_a_place_over_items_is_of_those_below_it() -> None:
    assert rooms(*PLACES, over=True)[0] in (None, PLACES[0])
    assert PLACES[1] not in rooms(*PLACES, over=True)[:1]


def test_other_lines_in_one_look_are_no_places() -> None:
    assert set(rooms("Gratuit", "Tout public", "Venez nombreux", "Deux heures de route")) == {None}


def test_somebody_set_as_places_are_is_none() -> None:
    assert rooms(*PLACES[:3], "Léa Durand, éclusière")[-1] is None
