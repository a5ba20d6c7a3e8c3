"""Formats and places over titles, places on the row of the hours, and subtitles below either."""

from layouts import Put, document, hours, paragraph, passage

from pipeline.document import Kind, Segment
from pipeline.segment import split_sessions
from pipeline.segment.rooms_beside_formats import rooms_beside_formats

TITLES = ["Habiter la digue", "Un pont de bois", "Le moulin en partage", "Ce que dit la crue", "Rester", "Revenir"]


def label(text: str, **how: float) -> Put:
    return Put(text, size=7.0, color="#aa3355", gap=10, **how)  # type: ignore[arg-type]


def told(segments: tuple[Segment, ...]) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.title.text, each.room.text if each.room else None, each.track.text if each.track else None)
        for each in segments
    ]


def bands(labels: list[str], *below: Put) -> tuple[Segment, ...]:
    """Three bands of two items each, with a label over every title."""
    puts = [Put("Mardi 14 mai 2024")]
    for number, (text, title) in enumerate(zip(labels, TITLES, strict=True)):
        puts += [hours(f"{9 + number}h – {10 + number}h", gap=20)] if number % 2 == 0 else []
        puts += [label(text), Put(title, size=12, bold=True), *below]
        puts += [Put("Une lecture de textes du pays et de la rive.", width=300), Put("Avec Léa Durand, maire", gap=6)]
    return split_sessions(document(puts)).segments


def test_format_and_place_over_a_title_are_those_of_its_item() -> None:
    labels = [
        "ATELIER · Salon Vidal",
        "DÉBAT · Espace Roux",
        "ATELIER · Loge Petit",
        "Salon Vidal",
        "ATELIER · Halle",
        "DÉBAT · Salle 2",
    ]
    assert told(bands(labels)) == [
        ("Habiter la digue", "Salon Vidal", "ATELIER"),
        ("Un pont de bois", "Espace Roux", "DÉBAT"),
        ("Le moulin en partage", "Loge Petit", "ATELIER"),
        ("Ce que dit la crue", "Salon Vidal", None),
        ("Rester", "Halle", "ATELIER"),
        ("Revenir", "Salle 2", "DÉBAT"),
    ]


def test_what_stands_behind_formats_and_is_no_place_is_no_room() -> None:
    labels = ["ATELIER · Eau vive", "DÉBAT · Pays bas", "ATELIER · Vents du Nord"]
    assert not any(room for _, room, _ in told(bands([*labels, *labels])))


def test_a_further_title_at_one_time_has_its_subtitle_too() -> None:
    labels = ["ATELIER · Salon Vidal", "DÉBAT · Espace Roux", "ATELIER · Salle Petit"]
    found = bands([*labels, *labels], Put("Pour mieux tenir la rive", size=11, bold=True, color="#003388"))
    assert [each.subtitle.text if each.subtitle else None for each in found] == ["Pour mieux tenir la rive"] * 6


def rows(places: list[str]) -> list[tuple[str, str | None, str | None]]:
    """Items with hours, format and place on one row over their titles."""
    puts = [Put("Mardi 14 mai 2024")]
    for number, (place, title) in enumerate(zip(places, TITLES, strict=False)):
        puts += [
            Put(f"{9 + number}:00 – {10 + number}:00", bold=True, gap=20),
            Put("Atelier", size=8, x=140, beside=True),
            Put(place, size=9, x=220, color="#666666", beside=True),
            Put(title, size=13, bold=True, gap=4),
            Put("Une lecture de textes du pays et de la rive.", width=300),
        ]
    return told(split_sessions(document(puts)).segments)


def test_what_stands_where_other_items_have_their_room_is_one() -> None:
    found = rows(["Salle 2", "Salle 3", "Tribune Nord", "Salle Nord"])
    assert [room for _, room, _ in found] == ["Salle 2", "Salle 3", "Tribune Nord", "Salle Nord"]


def test_a_word_beside_one_known_room_is_none() -> None:
    assert not any(room for _, room, _ in rows(["Salle 2", "Complet", "Gratuit", "Complet"])[1:])


def test_a_numbered_room_stands_on_the_rows_of_several_items() -> None:
    found = rows(["Salle 2", "Salle 3", "Atelier 1", "Salle Nord", "Atelier 1", "Débat 4"])
    assert [room for _, room, _ in found] == ["Salle 2", "Salle 3", "Atelier 1", "Salle Nord", "Atelier 1", None]


def below(told_below: list[str], *more: Put) -> list[tuple[str, str | None, str | None]]:
    """Items with a line below their titles, and text right below that."""
    puts = [Put("Mardi 14 mai 2024")]
    for number, (text, title) in enumerate(zip(told_below, TITLES, strict=False)):
        puts += [hours(f"{9 + number}h – {10 + number}h", gap=20), Put(title, size=13, bold=True, gap=4)]
        puts += [
            Put(text, size=8, color="#666666"),
            *more,
            Put("Une lecture de textes du pays et de la rive.", width=300),
        ]
    return told(split_sessions(document(puts)).segments)


def test_a_room_stands_beside_the_format_below_a_title() -> None:
    told_below = [
        "Débat | Salle 2",
        "Table ronde | Grande halle",
        "Atelier 1",
        "Débat | Espace Roux",
        "Lecture | Atelier 1",
    ]
    assert below(told_below) == [
        ("Habiter la digue", "Salle 2", "Débat"),
        ("Un pont de bois", "Grande halle", "Table ronde"),
        ("Le moulin en partage", "Atelier 1", None),
        ("Ce que dit la crue", "Espace Roux", "Débat"),
        ("Rester", "Atelier 1", "Lecture"),
    ]


def test_a_room_known_beside_formats_stands_behind_one_without_a_sign_too() -> None:
    found = below(
        ["Débat | Salle 2", "Lecture | Grande halle", "Débat | Loge Roux", "Lecture Loge Roux", "Débat libre"]
    )
    assert [(room, track) for _, room, track in found[3:]] == [("Loge Roux", "Lecture"), (None, None)]


def test_what_stands_beside_formats_below_titles_and_is_no_place_is_no_room() -> None:
    assert not any(room for _, room, _ in below(["Débat | Eau vive", "Lecture | Pays bas", "Débat | Vents du Nord"]))


def test_a_place_before_the_format_over_a_title_is_its_room_as_those_known_by_their_words_are() -> None:
    items = [
        Segment(pages=(1,), kind=Kind.SESSION, title=passage(title), track=passage(track))
        for title, track in zip(TITLES, ("Salle 2 · Débat", "Lampisterie · Lecture", "Salle 3 · Débat"), strict=False)
    ]
    found = [(room, track) for _, room, track in told(tuple(rooms_beside_formats(items)))]
    assert found == [("Salle 2", "Débat"), ("Lampisterie", "Lecture"), ("Salle 3", "Débat")]


def test_the_room_of_another_item_behind_words_over_a_title_is_its_room() -> None:
    other = Segment(pages=(1,), kind=Kind.SESSION, title=passage("Rester"), room=passage("Lampisterie"))
    items = [
        other.model_copy(update={"room": None, "track": passage(f"{name} | Lampisterie")}) for name in ("Oui", "Non")
    ]
    found = told(tuple(rooms_beside_formats([other, *items])))
    assert [(room, track) for _, room, track in found[1:]] == [("Lampisterie", "Oui"), ("Lampisterie", "Non")]


def behind_hours(*told_behind: str) -> list[tuple[str, str | None, str | None]]:
    """Items with places behind the hours below their titles, over several lines at a sign « / »."""
    puts = [Put("Mardi 14 mai 2024")]
    for number, (text, title) in enumerate(zip(told_behind, TITLES, strict=False)):
        first, *more = text.split(" / ")
        puts += [Put(title, size=13, bold=True, gap=20)]
        puts += [Put(f"De {9 + number} h à {10 + number} h, {first}", italic=True, width=340.0 if more else None)]
        puts += [
            *(Put(line, italic=True) for line in more),
            *paragraph("La rive change de place et la", "commune le dit."),
        ]
    return told(split_sessions(document(puts)).segments)


def test_a_format_behind_a_room_is_no_part_of_it() -> None:
    found = behind_hours("Salle 2 – débat", "Grande halle – table ronde", "Salle 3", "Auditorium – lecture")
    assert [(room, track) for _, room, track in found] == [
        ("Salle 2", "débat"),
        ("Grande halle", "table ronde"),
        ("Salle 3", None),
        ("Auditorium", "lecture"),
    ]


def test_a_room_behind_hours_goes_on_on_the_line_below() -> None:
    found = behind_hours("Salle de la / Digue – débat", "Salle 2 – table / ronde", "Salle 3", "Salle 4 – / lecture")
    assert [(room, track) for _, room, track in found] == [
        ("Salle de la Digue", "débat"),
        ("Salle 2", "table ronde"),
        ("Salle 3", None),
        ("Salle 4", "lecture"),
    ]
