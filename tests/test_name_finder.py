"""Names are found however they are set, and words that only look like them are not."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.editions.name_finder import NameFinder, find_prose_names, small_words

PEOPLE = {
    "lea": ["Léa Durand"],
    "jean": ["Jean-Pierre d'Ormesson"],
    "suzanne": ["Suzanne Abgrall-Moreau"],
    "tiago": ["Tiago Ferreira dos Santos"],
    "lens": ["Pierre Lens"],
    "li": ["Wu Li"],
    "deville": ["Clara Deville"],
    "nguyen": ["NGUYEN Thi Mai"],
}
FINDER = NameFinder(PEOPLE)


def found(text: str, finder: NameFinder = FINDER, any_case: bool = False) -> list[str]:
    return [text[spot.start : spot.end] for spot in finder.find(text, any_case)]


# The name, as it stands in a text, between the signs « and ».
SEEN = [
    "Rencontre avec «Léa Durand», maire",
    "«DURAND Léa» (Lens)",
    "«Durand, Léa»",
    "«LÉA DURAND»",
    "«lea durand»",
    "«Le\u0301a Durand» décomposée",
    "«Léa  \n Durand», sur deux lignes",
    "Avec Omar et «Léa Du-\nrand», coupée",
    "«Léa Du\u00adrand», césure invisible",
    "«L é a D u r a n d», lettres espacées",
    "https://rives.example/«lea-durand».html",
    "https://rives.example/«l%C3%A9a_durand»",
    "«LéaDurand» sur les réseaux",
    "«L. Durand» et «Durand L».",
    "«Lé. Durand»",
    "Mme «Durand» ouvre la séance",
    "madame la députée «Durand»",
    "MM. Vasseur et «Durand»",
    "Selon «Durand», la rive recule",
    "Atelier «Durand»",
    "l'équipe de «Durand»",
    "«Jean-Pierre d’Ormesson»",
    "«Jean Pierre D'ORMESSON»",
    "«J.-P. d'Ormesson»",
    "«J. d'Ormesson»",
    "«Jean d'Ormesson»",
    "M. «d'Ormesson»",
    "le fonds «Ormesson»",
    "«Suzanne Abgrall»",
    "«Suzanne Moreau»",
    "Mme «Moreau»",
    "«Abgrall-Moreau Suzanne»",
    "«Tiago Santos»",
    "«Pierre Lens», de Lens",
    "M. «Lens» est maire de Lens",
    "«Wu Li»",
    "«LI Wu»",
    "«Thi Mai Nguyen»",
    "«Mai Nguyen»",
]


@pytest.mark.parametrize("marked", SEEN)
def test_a_name_is_found_as_it_is_set(marked: str) -> None:
    parts = marked.replace("»", "«").split("«")
    assert found("".join(parts)) == parts[1::2]


@pytest.mark.parametrize(
    "text",
    [
        "Lens, ville de mine",
        "la pierre de lens",
        "Rendez-vous à Deville-lès-Rouen ; elle a durand, non : dur, rand",
        "Jeanne Durandal",
        "Marie Durand",  # somebody else
        "Durand Marie",
        "le durand des rives",
        "Il a lié le wu",
        "lisez : Wulif",
        "Léa ; durand",
        "",
        "…",
    ],
)
def test_what_is_no_name_of_theirs_stays(text: str) -> None:
    assert found(text) == (["Deville"] if "Deville" in text else [])


def test_a_surname_written_small_somewhere_is_a_word() -> None:
    finder = NameFinder({"demain": ["Anne Demain"]}, small_words(["Et demain ?"]))
    assert found("DEMAIN, LES COMMUNS", finder) == []
    assert found("Anne Demain et Mme Demain", finder) == ["Anne Demain", "Demain"]


def test_addresses_do_not_make_a_surname_a_word() -> None:
    assert small_words(["www.durand.fr, lea@durand.fr, a/durand et rive."]) == {"et", "rive"}


def test_in_the_name_of_a_file_a_surname_may_be_small() -> None:
    assert found("programme-durand-2024.pdf", any_case=True) == ["durand"]
    assert found("programme-durand-2024.pdf") == []


def test_who_shares_a_form_is_told_with_it() -> None:
    finder = NameFinder({"a": ["Léa Durand"], "b": ["Luc Durand"]})
    assert [spot.who for spot in finder.find("Mme Durand et L. Durand et Luc Durand")] == [
        {"a", "b"},
        {"a", "b"},
        {"b"},
    ]


GIVEN = st.sampled_from(["Léa", "Omar", "Jean-Loup", "Maïa", "Élise"])
FAMILY = st.sampled_from(["Durand", "Vasseur", "de Lorval", "Le Guivarch", "d'Arcueil", "O'Brien", "Ferrand Lorval"])


@given(
    GIVEN,
    FAMILY,
    st.sampled_from([str, str.upper, str.lower, str.title]),
    st.booleans(),
    st.sampled_from(" -\n\u00a0"),
)
def test_any_name_is_found_in_any_case_order_and_spacing(
    given: str, family: str, case: object, swap: bool, sign: str
) -> None:
    finder = NameFinder({"x": [f"{given} {family}"]})
    words = [family, given] if swap else [given, family]
    name = case(sign.join(words))  # type: ignore[operator]
    assert found(f"Avec {name}, maire", finder) == [name]


@given(st.text())
def test_no_text_breaks_the_search_and_spots_are_in_order(text: str) -> None:
    spots = FINDER.find(text)
    assert all(spot.start < spot.end <= len(text) for spot in spots)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spots))


def test_the_time_does_not_grow_with_the_number_of_names() -> None:
    text = "La rive recule et les habitants de la rive avec Léa Durand cherchent. " * 400
    few = NameFinder({"x": ["Léa Durand"]})
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Léa {a}{b}{c}urand" for a in "bcdfghjklm" for b in letters for c in letters]
    many = NameFinder({name: [name] for name in ["Léa Durand", *names]})

    def cost(finder: NameFinder) -> float:
        """The least time of five: a pause of the machine or a collection of garbage is not the finder's."""
        times = []
        for _ in range(5):
            begin = time.process_time()
            assert len(finder.find(text)) == 400
            times.append(time.process_time() - begin)
        return min(times)

    assert cost(many) < 6 * cost(few) + 0.05


def prose(text: str) -> list[str]:
    return [text[start:end] for start, end in find_prose_names(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rencontre avec Léa Durand", ["Léa Durand"]),
        ("un film de Marie-Claire du Pontavel, suivi", ["Marie-Claire du Pontavel"]),
        ("Contact : Luc Elfo Jaccond – [masqué]", ["Luc Elfo Jaccond"]),
        ("au lycée Léa Durand, rue Jean Moulin", []),
        ("Salle Marie Curie", []),
        ("HABITER LA ROSE BLANCHE", []),
        ("la pierre blanche et Pierre qui roule", []),
    ],
)
def test_somebody_whom_no_list_names_is_found_in_prose(text: str, names: list[str]) -> None:
    assert prose(text) == names
