"""The questions asked of a line. In a row, `<animation>` is where the text after a marker begins."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known_bug import bug

from pipeline.breaks import kind_of
from pipeline.document import Kind
from pipeline.people.body_types import organisation_type
from pipeline.wording import (
    find_formats,
    find_marker,
    find_markers_inside,
    find_prose_markers,
    find_tentative,
    is_first_name,
    is_place,
    is_room,
    match_head,
    match_role,
    names_somebody,
    opens_people,
    plain,
    room_of,
    strip_civility,
)

MARKERS = [
    # Names in capitals are told by known first names alone.
    "AVEC LES COMMUNES LITTORALES",
    # An unknown name that nothing but what it is for follows.
    "avec <intervention>Babeth Lorin, dès 3 ans",
    "Avec <intervention>Babeth Lorin (Canal Sud)",
    # One among people who are known.
    "avec <intervention>Babeth Lorin, Joan-Pau Verdier (Canal Sud) et Léa Durand, éclusière",
    "Avec Canal Sud, Léa Durand nous emmène sur la rive et au pont",
    # Alone on its line.
    "ANIMÉ PAR<animation>",
    "AVEC<intervention>",
    "Intervenants<intervention>",
    "Grand témoin<intervention>",
    "Modération<modération>",
    "Présidente de séance<modération>",
    "Avec la participation<intervention>",
    # Alone with a colon.
    "Intervenants :<intervention>",
    "Avec :<intervention>",
    "Modératrice :<modération>",
    "Facilitation :<animation>",
    "Participants :<intervention>",
    # With a colon and what follows.
    "Intervenants : <intervention>Léa Durand",
    "Modération : <modération>Omar Vasseur, maire de Vézac",
    "(Modération : <modération>Omar Vasseur, maire de Vézac)",
    "Animatrice : <animation>Léa Durand",
    "Animation – <animation>Léa Durand",
    "Intervenants - <intervention>Léa Durand",
    "ATELIER ANIMÉ PAR : <animation>Léa",
    "Session présidée par <modération>Directeur du port de Vézac : M. Marc Petit",
    "Conférencière : <intervention>Inès Caradec",
    "Discutante : <modération>Inès Caradec",
    "Sous la présidence d'<modération>Anne Roux, éclusière",
    "Président de séance : <modération>Léa Durand",
    "Animé par : <animation>Léa Durand",
    "50 mn – Animé par <animation>Léa Durand",
    "• Intervenants : <intervention>Léa Durand",
    # Without.
    "Animé par <animation>Léa Durand",
    "Animée par <animation>l'équipe de Canal Sud",
    "Co-animé par <animation>Léa Durand et Omar Vasseur",
    "Avec <intervention>Léa Durand, maire de Vézac",
    "AVEC <intervention>LÉA DURAND",
    "Avec <intervention>la Ville de Vézac",
    "Avec <intervention>Kiyomi Bataille – éclusière à Vézac",
    "Avec <intervention>T. Hoshigawa (INRAE)",
    "Avec <intervention>DURAND Léa, maire",
    "Modérateur <modération>M. Durand, maire",
    "→ Avec : <intervention>Léa Durand",
    "Session animée par <animation>Léa Durand",
    "Débat modéré par : <modération>Léa Durand",
    "Par <intervention>Léa Durand",
    "Avec <intervention>l'association Rivages",
    "Avec <intervention>les élèves du lycée des Rives",
    "— Avec <intervention>Léa Durand",
    "Avec la participation de <intervention>Léa Durand",
    "En présence de <intervention>Léa Durand",
    "En présence de <intervention>l'autrice, Léa Durand",
    "Modératrice <modération>Léa Durand",
    "Séance présidée par <modération>Omar Vasseur",
    "Introduit par <intervention>Inès Caradec",
    # Inclusive writing.
    "Animé·e·s par<animation>",
    "Animé·e par <animation>Léa Durand",
    "Animé(e)s par <animation>Léa Durand et Omar Vasseur",
    "Animé.e.s par<animation>",
    "Intervenant(e)s :<intervention>",
    "INTERVENANT·E·S<intervention>",
    "Intervenant-e-s : <intervention>Léa Durand",
    "Modérateur·rice :<modération>",
    "Animateur·rice·s : <animation>Léa Durand",
    "Animateurs / animatrices :<animation>",
    "Intervenantes et intervenants :<intervention>",
    "Expertes et experts : <intervention>Léa Durand",
    "Panel : <intervention>Léa Durand",
    "Animé par <animation>les élèves du lycée Horizon",
    "Animé par <animation>l'Impact Canal, avec la participation de Léa Durand",
    "Co-animé par <animation>les collectifs Rive gauche et Écluses",
    "Avec <intervention>le père Antoine Lacour, délégué",
    "Par <intervention>l'abbé Michel Savary",
    "ATELIER ANIMÉ PAR : <animation>Les jeunes bénévoles de Rivages",
    # None.
    "Animé par les élèves d'hier",
    "Avec les habitants de Vézac, l'artiste filme la digue",
    "Animé par son esprit d'équipe",
    "Animé par l'envie d'agir",
    "Animer sans s'épuiser",
    "Animation culturelle et rives",
    "Animation de la vie sociale",
    "Avec 4 datacenters, Lyon change d'échelle",
    "Avec l'arrivée du printemps",
    "Avec l'arrivée du printemps, les rives changent",
    "Avec le soutien de la Région Bretagne",
    "Avec vous, on va plus loin",
    "Avec le public",
    "avec plaisir",
    "Intervenir en classe",
    "Participants attendus",
    "Experts du numérique",
    "Présentation de la journée",
    "Présentation du projet Marées",
    "Table ronde animée par Léa Durand",
    "Présidente de région, elle ouvre la journée",
    bug("Avec la ville qui change, tout bouge", "a head of bodies in a sentence"),
    bug("Avec la région, on agit", "a head of bodies in a sentence"),
    bug("Animateurs du réseau Canopée, ils racontent", "a head of bodies in a sentence"),
    "",
]


@pytest.mark.parametrize("row", MARKERS)
def test_a_line_begins_with_a_marker_when_people_follow(row: str) -> None:
    line = re.sub("<.*?>", "", row)
    found = find_marker(line)
    assert (f"{line[: found.rest]}<{found.capacity}>{line[found.rest :]}" if found else line) == row


PROSE = [
    "Un atelier animé par<animation> Léa Durand",
    "Ce débat modéré par<modération> Omar Vasseur ouvre la journée.",
    "Des regards introduits par<intervention> Inès Caradec",
    "Un temps fort, en présence de<intervention> Léa Durand",
    "avec la participation du<intervention> collectif Passerelle",
    "Table ronde avec <intervention>Léa Durand et Omar Vasseur",
    "Masterclass de <intervention>Takumi Hoshigawa, designer",
    "Conférence de <intervention>Léa Durand",
    "Rencontre avec <intervention>l'équipe de Canal Sud",
    "Concert de <intervention>l'orchestre Les Écluses",
    "Spectacle par <intervention>la compagnie Écume",
    "Table ronde : habiter la rive",
    "Visite de la Maison du livre",
    "Présentation de Vézac",
    "Projection de Marées hautes",
    "Rencontre avec des habitants",
    "Atelier avec vous",
    "Une fresque animée partout",
    "Conférence-débat avec <intervention>Omar Vasseur",
    bug("Ciné-débat avec <intervention>Omar Vasseur", "a format behind a hyphen is not seen"),
]


@pytest.mark.parametrize("row", PROSE)
def test_markers_inside_a_sentence(row: str) -> None:
    text = re.sub("<.*?>", "", row)
    marked = text
    for _, end, capacity in reversed(find_prose_markers(text)):
        marked = f"{marked[:end]}<{capacity}>{marked[end:]}"
    assert marked == row


FORMATS = [
    "<table ronde|Table ronde> : habiter la rive",
    "<table ronde|TABLE-RONDE>",
    "<table ronde|Tables rondes>",
    "<atelier|Ateliers> et <visite|visites>",
    "<retour d'expérience|Retour d’expérience> : Vézac",
    "<retour d'expérience|RETEX> de Canal Sud",
    "<plénière|PLENIERE> d'ouverture",
    "<démonstration|Démo> de la carte des digues",
    "<masterclass|Master class>",
    "<regards croisés|Regards croisés> sur la rive",
    "<conférence|Conférence>-débat",
    "un temps d'<échange|échange>",
    "Conférence de presse",
    "Une transformation, une information",
    "Des râteliers et des hackers",
    bug("Ciné-<débat|débat>", "a format behind a hyphen is not seen"),
    "Léa Durand, maîtresse de conférences en droit",
]


@pytest.mark.parametrize("row", FORMATS)
def test_formats_are_found_where_they_stand(row: str) -> None:
    text = re.sub(r"<[^|>]*\|([^>]*)>", r"\1", row)
    marked = text
    for start, end, value in reversed(find_formats(text)):
        marked = f"{marked[:start]}<{value}|{marked[start:end]}>{marked[end:]}"
    assert marked == row


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Léa Durand (sous réserve)", "sous réserve"),
        ("Sous reserve de confirmation", "Sous reserve"),
        ("Intervenant à confirmer", "à confirmer"),
        ("A CONFIRMER", "A CONFIRMER"),
        ("Léa Durand et/ou Omar Vasseur", "et/ou"),
        ("Léa Durand, pressentie", "pressentie"),
        ("Léa Durand (TBC)", "(TBC)"),
        ("en cours de confirmation", "en cours de confirmation"),
    ],
)
def test_doubt_is_found_where_it_is_printed(text: str, doubt: str) -> None:
    assert [text[start:end] for start, end in find_tentative(text)] == [doubt]


@pytest.mark.parametrize("text", ["sans réserve", "la réserve naturelle", "à reconfirmer", "et ou"])
def test_no_doubt_is_read_into_other_words(text: str) -> None:
    assert find_tentative(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Salle 2", True),
        ("Salle : Agora", True),
        ("En salle Agora", True),
        ("Salle 2 : Habiter la digue", False),
        ("• Salle d'attente, lieu public", False),
        ("Grand auditorium | Habiter la digue et ses rives", False),
        ("Grand auditorium | Maison des rives de la Vézac", True),
        ("Salle 2 | 40 places", True),
        ("Amphi Vasseur : Habiter la digue", False),
    ],
)
def test_what_stands_behind_a_room_and_a_colon_or_bar_is_no_part_of_it(text: str, named: bool) -> None:
    assert is_room(text) == named


def test_a_room_with_letter_and_number_is_nobody() -> None:
    assert not opens_people("Salle B204 : Habiter la digue")
    assert not opens_people("Salle Van Petit | Habiter la digue")


READERS: tuple[Callable[[str], object], ...] = (
    find_marker,
    find_prose_markers,
    find_formats,
    find_tentative,
    kind_of,
    is_room,
    room_of,
    is_place,
    is_first_name,
    match_head,
    match_role,
    organisation_type,
    opens_people,
    names_somebody,
    plain,
)
pieces = st.sampled_from(
    ["Animé par ", "avec ", "Table ronde ", "Léa ", "DURAND", "·e·s", "(e)", " : ", "l'équipe ", "de ", "\n", "M. "]
)


@given(st.text(max_size=80) | st.lists(pieces, max_size=12).map("".join))
def test_any_text_is_answered_with_offsets_inside_it(text: str) -> None:
    for read in READERS:
        read(text)
    found = find_marker(text)
    assert found is None or 0 < found.rest <= len(text)
    assert 0 <= strip_civility(text) <= len(text)
    spans = [(start, end) for start, end, _ in (*find_prose_markers(text), *find_formats(text))]
    for start, end in (*spans, *find_tentative(text)):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Accueil café, émargement", Kind.BREAK),
        ("Accueil des congressistes – visite des stands", Kind.BREAK),
        ("Accueil des participants – café offert, visite des stands", Kind.BREAK),
        ("Accueil café-viennoiseries dans le hall", Kind.BREAK),
        ("Accueil café solidaire & émargement", Kind.BREAK),
        ("Repas partagé – buvette et food-truck dans la cour", Kind.BREAK),
        ("Accueil au 15 ter, rue du Moulin", Kind.BREAK),
        ("Accueil : café et inclusion", Kind.SESSION),
        ("Pause " + "- " * 40 + "x", Kind.SESSION),
        ("Déjeuner-buffet dans le hall", Kind.BREAK),
        ("Déjeuner networking", Kind.BREAK),
        ("Déjeuner paysan", Kind.BREAK),
        ("Temps de réseautage au village des partenaires", Kind.BREAK),
        ("Cocktail de départ", Kind.BREAK),
        ("Pause gourmande proposée par les jardins de Vézac", Kind.BREAK),
        ("Pique-nique partagé au bord de l'eau", Kind.BREAK),
        ("REPAS : Restaurant universitaire du campus", Kind.BREAK),
        ("Pause déjeuner : buffet", Kind.BREAK),
        ("Dîner : salle des fêtes", Kind.BREAK),
        ("Pause : faut-il s'arrêter ?", Kind.SESSION),
        ("Accueil, mot de la présidente", Kind.SESSION),
        ("Petit déjeuner débat", Kind.SESSION),
        ("Réseautage : mode d'emploi", Kind.SESSION),
        ("Café, thé ou débat ?", Kind.SESSION),
    ],
)
def test_a_break_may_go_on_with_another_one_but_not_with_a_talk(title: str, kind: Kind) -> None:
    assert kind_of(title) is kind


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Échange entre Léa Durand, éclusière, et Marc Petit", "Léa Durand, éclusière, et Marc Petit"),
        ("Introduction par Léa Durand, éclusière", "Léa Durand, éclusière"),
        ("La rive en partage, par Léa Durand, éclusière", "Léa Durand, éclusière"),
        ("Échange entre les rives", None),
        ("passer par Lyon", None),
    ],
)
def test_people_are_led_in_inside_a_description(text: str, people: str | None) -> None:
    assert next((text[end:].strip() for _, end, _ in find_prose_markers(text)), None) == people


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Léa Durand – facilitatrice – association Canal Sud", None),
        ("Léa Durand – facilitatrice : Anne Roux", "Anne Roux"),
        ("Léa Durand – facilitatrice Anne Roux", "Anne Roux"),
    ],
)
def test_a_function_behind_a_dash_announces_somebody_before_a_colon_or_a_name(text: str, told: str | None) -> None:
    found = find_markers_inside(text)
    assert [text[end:] for _, end, _ in found] == ([told] if told else [])
