"""No contact leaves in any output, and nothing that only looks like one is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programmes import files_of, forum
from time_limit import finishes

from pipeline.columns import Record
from pipeline.document import Capacity
from pipeline.export import Dataset
from pipeline.privacy import MASK, mask, without_contacts
from pipeline.programme import Gravity, Programme

CONTACTS = [
    # E-mail.
    "lea@rives.example",
    "lea.durand+forum@rives.example.fr",
    "LEA_DURAND@RIVES.EXAMPLE",
    "lea @ rives.example",
    "lea (at) rives.example",
    "lea(at)rives.example",
    # Telephone.
    "01 23 45 67 89",
    "0123456789",
    "01.23.45.67.89",
    "01-23-45-67-89",
    "01\u00a023\u00a045\u00a067\u00a089",
    "01\u202f23\u202f45\u202f67\u202f89",
    "06 12 34 56 78",
    "+33 1 23 45 67 89",
    "+33123456789",
    "+33 (0)1 23 45 67 89",
    "+41 22 123 45 67",
    "0800 12 34 56",
    # Profiles and handles.
    "https://twitter.com/leadurand",
    "www.instagram.com/leadurand",
    "https://www.linkedin.com/in/lea-durand/",
    "https://x.com/leadurand",
    "facebook.com/lea.durand",
    "t.me/leadurand",
    "https://fr.linkedin.com/in/lea-durand",
    "lea [at] rives.example",
    "lea＠rives.example",
    "lea arobase rives.example",
    "0033 1 23 45 67 89",
    "(+33) 1 23 45 67 89",
    "01/23/45/67/89",
    "0 800 123 456",
    "+32 2 123 45 67",
    "https://mastodon.social/@lea",
    "https://bsky.app/profile/lea.example",
    "https://www.tiktok.com/@lea",
    "https://ch.linkedin.com/in/lea-durand",
    "@lea@rives.social",
]


@pytest.mark.parametrize("contact", CONTACTS)
def test_a_contact_is_masked_wherever_it_stands(contact: str) -> None:
    assert mask(contact) == MASK
    assert mask(f"Écrire à {contact} avant midi") == f"Écrire à {MASK} avant midi"
    assert mask(f"Contact :\n{contact}\nMerci") == f"Contact :\n{MASK}\nMerci"
    assert mask(f"{contact} , {contact} .") == f"{MASK} , {MASK} ."


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Léa Durand @leadurand", f"Léa Durand {MASK}"),
        ("Léa Durand (@leadurand), maire", f"Léa Durand ({MASK}), maire"),
        ("@leadurand\n@omarvasseur", f"{MASK}\n{MASK}"),
        ("Écrire à lea@rives.example.", f"Écrire à {MASK}."),
        ("Léa Durand (lea@rives.example)", f"Léa Durand ({MASK})"),
        ("Tél. : 01 23 45 67 89. Merci", f"Tél. : {MASK}. Merci"),
        ("01 23 45 67 89 / 06 12 34 56 78", f"{MASK} / {MASK}"),
        ("01 23 45 67 89\n2024", f"{MASK}\n2024"),
        ("Tél.01 23 45 67 89", f"Tél.{MASK}"),
        ("Léa Durand,0612345678", f"Léa Durand,{MASK}"),
        ("Léa Durand, @leadurand, maire", f"Léa Durand, {MASK}, maire"),
        ("Léa Durand, @leadurand, la maire", f"Léa Durand, {MASK}, la maire"),
        ("@leadurand et @omarvasseur", f"{MASK} et {MASK}"),
        ("Léa Durand (https://x.com/leadurand)", f"Léa Durand ({MASK})"),
        ("Voir https://x.com/leadurand.", f"Voir {MASK}."),
        ("Léa Durand\n@lea.durand@rives.social", f"Léa Durand\n{MASK}"),
        ("+41 22 123 45 67\n2024", f"{MASK}\n2024"),
    ],
)
def test_only_the_contact_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


KEPT = [
    "10h00 - 11h30",
    "de 9h à 10h30, puis 14:00",
    "10:00 11:00 12:00 13:00 14:00",
    "2024-05-14",
    "14/05/2024",
    "14.05.2024",
    "2020 2021 2022 2023 2024",
    "62300 Lens, 59000 Lille",
    "SIREN 123 456 789",
    "SIRET 123 456 789 00012",
    "SIREN 012 345 678",
    "ISBN 978-2-1234-5680-3",
    "n° 0123456789012345",
    "@utopia, le service numérique des rives",
    "13. @utopia, le service numérique des rives",
    "IBAN : FR76 10107 00245 00612345678 39",
    "l'équipe @utopia du ministère",
    "rendez-vous @ Vézac",
    "Salle 02, 1er étage",
    "1 000 000 d'habitants et 0,5 %",
    "loi n° 2016-1321",
    "https://rives.example/programme",
    "x.com",
    "+ 20 % en 2024",
    "A (at)",
    "",
    "le 01.02.2024 10h30",
    "05-06-2024 14h00",
    "Le laboratoire @utopia",
    "@utopia",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_a_contact_stays(text: str) -> None:
    assert mask(text) == text


separators = st.sampled_from(["", " ", ".", "-", "\u00a0", "\u202f"])
around = st.text(st.sampled_from("abé ;()\n"), max_size=10)


@given(st.integers(1, 9), st.lists(st.integers(0, 99), min_size=4, max_size=4), separators, around, around)
def test_any_french_number_is_masked(first: int, pairs: list[int], sign: str, left: str, right: str) -> None:
    number = sign.join([f"0{first}", *(f"{pair:02}" for pair in pairs)])
    assert mask(left + number + right) == left + MASK + right


@given(st.text())
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(st.text(st.characters(exclude_characters="@＠0+/aA")))
def test_a_text_without_any_of_the_signs_stays(text: str) -> None:
    assert mask(text) == text


# A whole programme.

EMAIL, PHONE = "lea.durand@rives.example", "06 12 34 56 78"
MADE = {
    *("programme_id", "session_id", "intervention_id", "person_id", "organisation_id", "parent_id", "identifier"),
    "sha256",
    *("file", "table", "field", "code", "timezone", "licence", "language", "half_day", "method"),
}


def records_of(record: Record) -> Iterator[Record]:
    yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            for item in value:
                yield from records_of(item)


def texts_of(kind: type[Record]) -> list[str]:
    """The fields of a record that hold text read from a page."""
    return [
        name
        for name, field in kind.model_fields.items()
        if field.annotation in (str, str | None) and name not in MADE
    ]


def with_text(record: Record, kind: type[Record], field: str, text: str) -> Any:
    changes: dict[str, Any] = {
        name: tuple(with_text(item, kind, field, text) for item in value)
        for name in type(record).model_fields
        if isinstance(value := getattr(record, name), tuple)
    }
    if isinstance(record, kind):
        changes[field] = text
    return record.model_copy(update=changes)


KINDS = {type(record) for record in records_of(forum())}
FIELDS = [(kind, field) for kind in sorted(KINDS, key=lambda kind: kind.__name__) for field in texts_of(kind)]


def published(programme: Programme) -> bytes:
    return b"\n".join(files_of(Dataset((programme,))).values())


def test_every_record_and_its_texts_are_tried() -> None:
    assert {kind.__name__ for kind in KINDS} == {
        *("Programme", "Session", "Intervention", "Affiliation", "Person", "Organisation", "Provenance", "Anomaly")
    }
    assert len(FIELDS) >= 25
    shown = published(with_text(forum(), Programme, "title", EMAIL))
    assert EMAIL.encode() in shown


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_no_writer_lets_a_contact_out_of_any_text(kind: type[Record], field: str) -> None:
    text = f"Écrire à {EMAIL} ou au {PHONE}"
    content = published(without_contacts(with_text(forum(), kind, field, text)))
    assert EMAIL.encode() not in content
    assert PHONE.encode() not in content
    assert f"Écrire à {MASK} ou au {MASK}".encode() in content


def test_a_session_that_was_masked_is_told_once() -> None:
    found = forum()
    talk = found.sessions[0]
    clean = without_contacts(with_text(found, type(talk), "description", f"Écrire à {EMAIL}"))
    told = [anomaly for anomaly in clean.anomalies if anomaly.code == "donnee_personnelle_masquee"]
    assert [anomaly.session_id for anomaly in told] == [session.session_id for session in found.sessions]
    assert {anomaly.gravity for anomaly in told} == {Gravity.NOTICE}
    assert clean.anomaly_count == found.anomaly_count + len(told) == len(clean.anomalies)
    assert EMAIL not in "".join(anomaly.message for anomaly in told)


def test_a_speaker_who_was_masked_is_told_too() -> None:
    speaker = type(forum().sessions[0].interventions[0])
    clean = without_contacts(with_text(forum(), speaker, "quote", f"Léa Durand, {PHONE}"))
    told = [anomaly for anomaly in clean.anomalies if anomaly.code == "donnee_personnelle_masquee"]
    assert [anomaly.session_id for anomaly in told] == [session.session_id for session in forum().sessions[:2]]
    assert clean.sessions[0].interventions[0].quote == f"Léa Durand, {MASK}"


def test_a_programme_without_contacts_is_as_it_was() -> None:
    assert without_contacts(forum()) == forum()


def test_identifiers_with_many_digits_are_no_contacts() -> None:
    found = forum("forum-0612345678")
    assert without_contacts(found) == found


def test_a_capacity_stays_what_it_is() -> None:
    assert without_contacts(forum()).sessions[0].interventions[0].capacity is Capacity.INTERVENTION


@pytest.mark.parametrize("run", ["a", "0", ".", "+", "@", "a@", "a.", "a ", "01 ", "+33 ", "(at)", "t.me/", "@aa, "])
def test_the_time_does_not_explode_with_the_text(run: str) -> None:
    assert finishes(lambda text: mask(f"{text} @"), run)
