"""Evidence to published records: values as printed, moments, identifiers, formats, status, places."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from layouts import Put, lines, lines_of, passage

from pipeline.document import Box, Capacity, Document, Found, Kind, Mention, Page, Passage, Place, Segment, Slot
from pipeline.normalise import build_programme, find_format
from pipeline.page.passages import join_lines
from pipeline.programme import Programme, Session, Status
from pipeline.source import Source

DAY = dt.date(2024, 5, 14)
DOCUMENT = Document(
    name="2024/forum.pdf",
    sha256="f" * 64,
    pages=tuple(Page(number=number, width=420, height=595, lines=()) for number in (1, 2, 3)),
    title="Forum des rives",
)


def segment(title: str | Passage = "Habiter la digue", **parts: object) -> Segment:
    printed = passage(title) if isinstance(title, str) else title
    return Segment.model_validate({"pages": (2,), "kind": Kind.SESSION, "title": printed, **parts})


def found(text: str, page: int = 1) -> Found:
    return Found(text=text, places=(Place(page=page, box=Box(x0=40, y0=60, x1=90, y1=70), raw=text),))


def mention(
    name: str | None = None,
    *bodies: str,
    role: str | None = None,
    collective: str | None = None,
    tentative: bool = False,
) -> Mention:
    return Mention(
        capacity=Capacity.INTERVENTION,
        person=found(name) if name else None,
        collective=found(collective) if collective else None,
        role=found(role) if role else None,
        organisations=tuple(map(found, bodies)),
        tentative=tentative,
        quote=found(name or collective or ""),
    )


def programme(
    *items: tuple[Segment, Slot] | Segment,
    mentions: tuple[tuple[Mention, ...], ...] = (),
    sidecar: Mapping[str, object] = MappingProxyType({}),
) -> Programme:
    pairs = [item if isinstance(item, tuple) else (item, Slot()) for item in items]
    segments, slots = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    source = Source.model_validate(sidecar)
    return build_programme(DOCUMENT, source, "forum", segments, slots, mentions or [()] * len(pairs))


def session(item: Segment, slot: Slot | None = None, **sidecar: object) -> Session:
    return programme((item, slot or Slot()), sidecar=sidecar).sessions[0]


def test_texts_are_published_as_printed_on_one_line() -> None:
    item = segment(
        title=join_lines(lines("HABITER LA", "DIGUE"), one_paragraph=True),
        subtitle=passage("Récits  de riverains"),
        body=(passage("Une rive recule."), passage("Que faire ?")),
        room=passage("Lieu : la Halle aux grains"),
        printed_page="6",
        pages=(2, 3),
    )
    read = session(item)
    assert (read.title, read.subtitle, read.description) == (
        "HABITER LA DIGUE",
        "Récits de riverains",
        "Une rive recule.\nQue faire ?",
    )
    assert (read.room, read.first_page, read.last_page, read.printed_page) == ("la Halle aux grains", 2, 3, "6")


def test_what_is_not_printed_is_empty() -> None:
    read = session(segment())
    names = ("subtitle", "format", "track", "room", "date", "start", "end", "begins", "ends", "minutes", "half_day")
    assert [name for name in (*names, "description", "printed_page") if getattr(read, name) is not None] == []


def moments(date: dt.date, start: dt.time, end: dt.time | None = None, **more: object) -> tuple[str | None, ...]:
    zone = {"fuseau_horaire": more.pop("zone")} if "zone" in more else {}
    slot = Slot.model_validate({"date": date, "start": start, "end": end, **more})
    read = session(segment(), slot, **zone)
    return tuple(moment.isoformat() if moment else None for moment in (read.begins, read.ends))


@pytest.mark.parametrize(
    ("date", "hour", "offset"),
    [
        (dt.date(2024, 3, 30), 12, "+01:00"),
        (dt.date(2024, 3, 31), 1, "+01:00"),
        (dt.date(2024, 3, 31), 3, "+02:00"),
        (dt.date(2024, 5, 14), 10, "+02:00"),
        (dt.date(2024, 10, 26), 12, "+02:00"),
        (dt.date(2024, 10, 27), 2, "+02:00"),
        (dt.date(2024, 10, 27), 3, "+01:00"),
        (dt.date(2024, 12, 1), 10, "+01:00"),
    ],
)
def test_moments_have_the_offset_of_their_day(date: dt.date, hour: int, offset: str) -> None:
    assert moments(date, dt.time(hour)) == (f"{date}T{hour:02d}:00:00{offset}", None)


def test_a_night_in_which_the_clocks_change_has_two_offsets() -> None:
    found = moments(dt.date(2024, 10, 26), dt.time(22), dt.time(4), ends_next_day=True)
    assert found == ("2024-10-26T22:00:00+02:00", "2024-10-27T04:00:00+01:00")


def test_moments_are_those_of_the_place_in_the_sidecar() -> None:
    assert moments(DAY, dt.time(10), zone="America/Guadeloupe") == ("2024-05-14T10:00:00-04:00", None)


def test_an_end_before_its_start_is_kept_as_printed_but_is_no_moment() -> None:
    read = session(segment(), Slot(date=DAY, start=dt.time(14), end=dt.time(13)))
    assert (read.end, read.ends, read.minutes) == (dt.time(13), None, None)


def test_a_time_without_a_day_is_no_moment() -> None:
    read = session(segment(), Slot(start=dt.time(10), end=dt.time(11, 30)))
    assert (read.start, read.begins, read.ends, read.minutes) == (dt.time(10), None, None, 90)


@pytest.mark.parametrize(
    ("slot", "minutes", "half_day"),
    [
        (Slot(start=dt.time(10), end=dt.time(11, 30)), 90, "matin"),
        (Slot(start=dt.time(22), end=dt.time(1), ends_next_day=True), 180, "soir"),
        (Slot(start=dt.time(12)), None, "après-midi"),
        (Slot(start=dt.time(18)), None, "soir"),
        (Slot(end=dt.time(18)), None, None),
        (Slot(start=dt.time(14), half_day="matin"), None, "matin"),
    ],
)
def test_length_and_half_day_come_from_the_printed_times(slot: Slot, minutes: int | None, half_day: str) -> None:
    read = session(segment(), slot)
    assert (read.minutes, read.half_day) == (minutes, half_day)


def test_session_ids_come_from_programme_day_time_and_the_words_of_the_title() -> None:
    slot = Slot(date=DAY, start=dt.time(10))
    first = session(segment("Habiter la digue"), slot)
    assert (
        session(segment("HABITER,  la Digue !", body=(passage("Autre texte"),)), slot).session_id == first.session_id
    )
    others = {
        session(segment("Habiter les digues"), slot).session_id,
        session(segment(), Slot(date=DAY, start=dt.time(11))).session_id,
        session(segment(), Slot(date=dt.date(2024, 5, 15), start=dt.time(10))).session_id,
    }
    assert len(others | {first.session_id}) == 4
    assert first.session_id.startswith("forum-")


def test_items_alike_in_all_that_is_printed_are_numbered() -> None:
    read = programme(segment("Pause"), segment("Pause"), segment("Pause")).sessions
    first = read[0].session_id
    assert [item.session_id for item in read] == [first, f"{first}-2", f"{first}-3"]
    assert [item.order for item in read] == [1, 2, 3]


def test_an_item_more_leaves_the_ids_of_the_others_alone() -> None:
    before = programme(segment("Un pont"), segment("Une digue"))
    after = programme(segment("Accueil"), segment("Un pont"), segment("Une digue"))
    assert [item.session_id for item in before.sessions] == [item.session_id for item in after.sessions[1:]]


def test_a_person_has_one_id_however_the_name_is_printed_and_a_mention_its_own() -> None:
    mentions = ((mention("Léa Durand", "Fabrique des rives"), mention("Marc Petit")), (mention("DURAND Léa"),))
    read = programme(segment("Un pont"), segment("Une digue"), mentions=mentions)
    (lea, marc), (again,) = (item.interventions for item in read.sessions)
    assert lea.person_id == again.person_id != marc.person_id
    assert (lea.name, again.name) == ("Léa Durand", "Léa Durand")
    assert len({lea.intervention_id, marc.intervention_id, again.intervention_id}) == 3
    assert lea.intervention_id.startswith(read.sessions[0].session_id)
    assert {person.name: person.appearances for person in read.persons} == {"Léa Durand": 2, "Marc Petit": 1}


def test_somebody_named_twice_in_a_session_has_two_interventions() -> None:
    read = programme(segment(), mentions=((mention("Léa Durand"), mention("Léa Durand")),))
    one, two = (item.intervention_id for item in read.sessions[0].interventions)
    assert two == f"{one}-2"


def test_affiliations_are_numbered_and_none_is_named_twice() -> None:
    mentions = ((mention("Léa Durand", "équipe Horizon", "Canal Sud", "CANAL SUD"),),)
    read = programme(segment(), mentions=mentions).sessions[0].interventions[0]
    assert [(item.order, item.label) for item in read.affiliations] == [(1, "équipe Horizon"), (2, "Canal Sud")]


def test_a_body_without_a_person_is_a_collective() -> None:
    mentions = ((mention(None, "Canal Sud", collective="l'équipe de Canal Sud", tentative=True),),)
    read = programme(segment(), mentions=mentions).sessions[0].interventions[0]
    assert (read.name, read.person_id, read.collective, read.tentative) == (None, None, "l'équipe de Canal Sud", True)


def test_the_programme_counts_and_dates_what_it_holds() -> None:
    read = programme(
        (segment("Un pont"), Slot(date=dt.date(2024, 5, 15))),
        (segment("Une digue"), Slot(date=DAY)),
        segment("Une écluse"),
        mentions=((mention("Léa Durand"),), (mention("Marc Petit"), mention("Léa Durand")), ()),
    )
    assert (read.start_date, read.end_date) == (DAY, dt.date(2024, 5, 15))
    assert (read.session_count, read.intervention_count, read.pages) == (3, 3, 3)
    assert (read.file, read.sha256) == ("2024/forum.pdf", "f" * 64)


def test_the_sidecar_names_the_event() -> None:
    keys = {
        "titre": "Forum des digues",
        "lieu": "Lens",
        "organisateur": "Fabrique des rives",
        "licence": "etalab-2.0",
    }
    read = programme(segment(), sidecar=keys)
    assert (read.title, read.place, read.organiser, read.licence) == (
        "Forum des digues",
        "Lens",
        "Fabrique des rives",
        "etalab-2.0",
    )


FORMATS = [
    ("Table ronde : les castors", None, "", "table ronde"),
    ("Atelier – Nichoirs", None, "", "atelier"),
    ("Les castors", "Table ronde", "", "table ronde"),
    ("Visite du moulin", None, "", "visite"),
    ("Les castors", None, "Cet atelier permettra de construire un nichoir.", "atelier"),
    ("Les castors", None, "Venez. Lors de cette masterclass, on construit un nichoir.", "masterclass"),
    ("Les castors", None, "Suivi d'un temps d'échange.", "échange"),
    ("Les castors", None, "Table ronde sur les aides et les assurances.", "table ronde"),
    ("Visite du moulin", None, "Cet atelier commence au pied de la roue.", "atelier"),
    ("Les castors", None, "", None),
    ("Les castors", None, "Le rapport parle des ateliers de la rivière.", None),
    ("Les castors", None, "Cette formation des digues date de mille ans.", None),
    ("Présentation d'une digue", None, "", None),
    ("Faut-il une conférence des rivières ?", None, "", None),
]


@pytest.mark.parametrize(("title", "subtitle", "text", "expected"), FORMATS)
def test_a_format_is_what_the_session_says_of_itself(
    title: str, subtitle: str | None, text: str, expected: str | None
) -> None:
    assert find_format(title, subtitle, (passage(text),) if text else ()) == expected


def test_a_break_has_no_format() -> None:
    assert session(segment("Rencontre : café", kind=Kind.BREAK)).format is None
    assert session(segment("Rencontre : café")).format == "rencontre"


@pytest.mark.parametrize(
    ("title", "hours", "status"),
    [
        ("Habiter la digue", "10h à 11h", Status.ANNOUNCED),
        ("Habiter la digue (à confirmer)", "10h", Status.TENTATIVE),
        ("Habiter la digue", "10h (sous réserve)", Status.TENTATIVE),
        ("ANNULÉ – Habiter la digue", "10h", Status.CANCELLED),
        ("Visite annulée (sous réserve)", "10h", Status.CANCELLED),
        ("Annuler une crue", "10h", Status.ANNOUNCED),
        ("La réserve naturelle", "10h", Status.ANNOUNCED),
    ],
)
def test_the_status_is_what_is_printed(title: str, hours: str, status: Status) -> None:
    assert session(segment(title, hours=passage(hours))).status is status


def test_each_published_cell_has_the_places_it_was_read_from() -> None:
    day, hours = passage("Mardi 14 mai 2024", page=1), passage("10h à 11h", page=2)
    two_lines = join_lines(lines_of([Put("HABITER LA", size=16), Put("DIGUE", size=16)], page=2), one_paragraph=True)
    item = segment(title=two_lines, day=day, hours=hours, body=(passage("Une rive recule.", 2),), method="style")
    slot = Slot(date=DAY, start=dt.time(10), end=dt.time(11), date_method="année imprimée")
    speaker = mention("Léa Durand", "Canal Sud", role="directrice")
    read = programme((item, slot), mentions=((speaker,),))
    key, speech = read.sessions[0].session_id, read.sessions[0].interventions[0].intervention_id
    rows = [(row.table, row.identifier, row.field, row.page, row.raw, row.method) for row in read.provenances]
    people = "liste d'intervenants"
    assert rows == [
        ("sessions", key, "titre", 2, "HABITER LA", "style"),
        ("sessions", key, "titre", 2, "DIGUE", "style"),
        ("sessions", key, "heure_debut", 2, "10h à 11h", "grammaire des heures"),
        ("sessions", key, "heure_fin", 2, "10h à 11h", "grammaire des heures"),
        ("sessions", key, "date", 1, "Mardi 14 mai 2024", "année imprimée"),
        ("sessions", key, "description", 2, "Une rive recule.", "texte de la session"),
        ("interventions", speech, "nom", 1, "Léa Durand", people),
        ("interventions", speech, "fonction", 1, "directrice", "texte après le nom"),
        ("interventions", speech, "texte_source", 1, "Léa Durand", people),
        ("affiliations", f"{speech}#1", "organisation_id", 1, "Canal Sud", "texte après le nom"),
    ]
    title = read.provenances[0]
    assert (title.x0, title.y0, title.x1, title.y1) == (40.0, 60.0, 120.0, 76.0)


def test_a_value_that_was_not_kept_has_no_place() -> None:
    item = segment(day=passage("31 septembre 2024"), hours=passage("25h"))
    assert {row.field for row in programme(item).provenances} == {"titre"}


def test_an_empty_document_is_a_programme_without_sessions() -> None:
    read = programme()
    assert (read.sessions, read.start_date, read.session_count, read.provenances) == ((), None, 0, ())
