"""A name that begins a line: of somebody who takes part, or of somebody the title is about."""

import pytest
from layouts import TITLES, Put, document, paragraph

from pipeline.segment import split_sessions
from pipeline.segment.names_in_titles import is_over_people, opens_participants


@pytest.mark.parametrize(
    ("text", "taking_part"),
    [
        ("Léa Durand, éclusière", True),
        ("Léa Durand et Marc Petit", True),
        ("Léa Durand et l'association Rivages", True),
        ("Léa Durand et les canaux", False),
        ("LÉA DURAND ET LES CANAUX", False),
        ("LÉA DURAND ET MARC PETIT", True),
        ("Habiter la rive", False),
        ("Dr Durand existe-t-elle ?", False),
        ("Léa Durand : vit-on encore au bord de l'eau", False),
    ],
)
def test_what_a_name_is_joined_to_tells_whether_the_person_takes_part(text: str, taking_part: bool) -> None:
    assert opens_participants(text) is taking_part


@pytest.mark.parametrize(
    ("text", "below", "title"),
    [
        ("Léa Durand et la commune de Brou", ("Salle 2", "Modération : Marc Petit"), True),
        ("Léa Durand et la commune de Brou", ("Marc Petit, éclusier",), True),
        ("Léa Durand et Marc Petit", ("Omar Vasseur, éclusier",), False),
        ("Léa Durand, éclusière", ("Modération : Marc Petit",), False),
        ("Léa Durand et la commune de Brou", ("Habiter la rive",), False),
        ("Léa Durand", (), False),
    ],
)
def test_people_right_below_tell_that_a_bare_name_is_a_title(text: str, below: tuple[str, ...], title: bool) -> None:
    assert is_over_people(text, below, ()) is title


def test_a_title_about_somebody_beside_a_time_stays_the_title_of_its_item() -> None:
    titles = (TITLES[0], "Léa Durand et les canaux", "Léa Durand et la commune de Brou")
    puts = [
        put
        for number, title in enumerate(titles)
        for put in (
            Put(f"{9 + number}h – {title}", gap=20.0),
            Put("Intervenants :", gap=2.0),
            Put("Omar Vasseur, meunier"),
            *paragraph("Une rive, et ce qu'elle devient."),
        )
    ]
    assert [segment.title.text for segment in split_sessions(document(puts)).segments] == [*titles]
