"""What a word or a line says by how it begins: civility, body, function, person, break, room."""

import pytest
from known_bug import bug

from pipeline.breaks import kind_of
from pipeline.document import Kind
from pipeline.people.body_types import organisation_type
from pipeline.wording import (
    is_first_name,
    is_place,
    is_room,
    match_head,
    match_role,
    names_somebody,
    opens_people,
    opens_person,
    plain,
    room_of,
    strip_civility,
)

BREAKS = """
Pause · PAUSE CAFÉ · Pause déjeuner · Déjeuner libre · Cocktail dînatoire · Accueil · Accueil café ·
Accueil des participants · Apéritif · Apéro des rives · Buffet · Pot de clôture · Repas partagé · Goûter ·
Dîner de gala · Petit-déjeuner d'accueil · Verre de l'amitié · Coffee break · – Déjeuner – ·
Buffet préparé par Canal Sud · Apéritif puis repas
"""
LOGISTICS = """
Inscriptions · Inscriptions et remise des badges · Émargement · Fin · Fin de la journée · Ouverture des portes ·
Départ des bus · Arrivées et départs · Navette · Vestiaire
"""
SESSIONS = """
Accueil des réfugiés : que faire ? · Accueillir autrement · Café-débat : que faire ? · Cafés citoyens ·
Le café des données · Dîner-spectacle · Potager urbain · Finances publiques · Départements et régions ·
Fermeture des guichets : et après ? · Atelier · Mot d'accueil · Clôture · Temps d'échange
"""
# Sessions whose title begins with the word for a break or for logistics.
LIKE_BREAKS = """
Petit déjeuner débat · Fin du mois, fin du monde · Installation artistique : la marée · Transfert de compétences ·
Montage de projets européens · Enregistrement d'un podcast · Repas solidaires : un levier ·
Pauses numériques : déconnecter
"""


def titles(listed: str) -> list[str]:
    return [" ".join(title.split()) for title in listed.split("·")]


@pytest.mark.parametrize("title", titles(BREAKS))
def test_breaks_are_told_by_their_first_words(title: str) -> None:
    assert kind_of(title) is Kind.BREAK


@pytest.mark.parametrize("title", titles(LOGISTICS))
def test_logistics_are_told_by_their_first_words(title: str) -> None:
    assert kind_of(title) is Kind.LOGISTICS


@pytest.mark.parametrize(
    "title",
    [*titles(SESSIONS), *titles(LIKE_BREAKS), bug("Café des parents", "any six words may follow")],
)
def test_a_session_may_begin_like_a_break(title: str) -> None:
    assert kind_of(title) is Kind.SESSION


@pytest.mark.parametrize(
    ("line", "room"),
    [
        ("Salle 2", "Salle 2"),
        ("Salle des fêtes", "Salle des fêtes"),
        ("Amphithéâtre Curie", "Amphithéâtre Curie"),
        ("Auditorium", "Auditorium"),
        ("Grande scène", "Grande scène"),
        ("Lieu : la Halle", "la Halle"),
        ("Où : la Halle", "la Halle"),
        ("En ligne", "En ligne"),
        ("Salles 1 et 2", "Salles 1 et 2"),
        (
            "Lieu : Salle des Rives, bâtiment B. Places limitées, inscription obligatoire avant la fin du mois.",
            "Salle des Rives, bâtiment B",
        ),
        ("Plénière (rez-de-chaussée)", "Plénière (rez-de-chaussée)"),
        ("Grande serre – 2e étage", "Grande serre – 2e étage"),
        ("Petite scène", "Petite scène"),
        ("Salle Dunois – 1h – 8 €", "Salle Dunois"),
        ("Chapiteau – tout public", "Chapiteau"),
        ("Salle des Actes • Séance publique", "Salle des Actes"),
        ("Chapiteau • De 0 à 3 ans", "Chapiteau"),
        ("Chapiteau • Libre participation", "Chapiteau"),
        ("Chapiteau • ouvert à tous", "Chapiteau"),
        ("Salle du conte – Adultes", "Salle du conte"),
        ("⚑ Salle Dunois", "Salle Dunois"),
        ("Salle 2 – dès 6 ans", "Salle 2"),
        bug(("en visioconférence", "en visioconférence"), "the preposition hides it"),
    ],
)
def test_a_line_names_a_room(line: str, room: str) -> None:
    assert is_room(line)
    assert room_of(line) == room


@pytest.mark.parametrize(
    "line",
    [
        "Espaces publics : à qui sont-ils ?",
        "Bibliothèque vivante",
        "Axe 1 – Les berges Plénière (rez-de-chaussée)",
        "Lieu",
        "La salle",
        "Studieuse après-midi",
        "Salle comble hier : les organisateurs racontent comment ils ont fait venir tout le monde",
        "Espace et numérique : quels enjeux ?",
        "En ligne et hors ligne : deux mondes",
        "Foyer de jeunes travailleurs : quel accueil ?",
    ],
)
def test_a_line_that_begins_like_a_room_names_none(line: str) -> None:
    assert not is_room(line)


@pytest.mark.parametrize(
    "civility",
    ["M.", "MM.", "Mme", "Mme.", "Mlle", "Monsieur", "Dr", "Dr.", "Docteure", "Pr", "Prof.", "Me", "Maître"],
)
def test_a_name_begins_after_its_civility(civility: str) -> None:
    for space in (" ", "\u00a0", "\n"):
        text = f"{civility}{space}Roux"
        assert text[strip_civility(text) :] == "Roux"


@pytest.mark.parametrize("text", ["Mélanie Roux", "Prairie haute", "Maîtresse d'œuvre", "Droit", "M", ""])
def test_a_word_that_begins_like_a_civility_stays(text: str) -> None:
    assert strip_civility(text) == 0


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Ville de Vézac", "collectivité"),
        ("la métropole de Vézac", "collectivité"),
        ("conseil régional de Bretagne", "collectivité"),
        ("ministère des Marées", "État"),
        ("Préfecture du Lot", "État"),
        ("Université de Vézac", "enseignement-recherche"),
        ("Laboratoire Lidem", "enseignement-recherche"),
        ("association Rivages", "association"),
        ("Fédération des digues", "association"),
        ("agence Phosphore", "entreprise"),
        ("Agence nationale des digues", "organisme public"),
        ("Caisse des digues", "organisme public"),
        ("Musée des Eaux", "culture"),
        ("revue Liasse", "média"),
        ("équipe Horizon", None),
        ("Maison de l'emploi", None),
        ("Canal Sud", None),
        ("Villes et territoires", None),
        ("Ville Internet", None),
        ("Département des Études humanistes", None),
        ("Département de la Haute-Marne", "collectivité"),
        ("Union européenne", None),
        ("Comité consultatif des digues", None),
        ("Institutions", None),
        bug(("Maison d'édition du Môle", "média"), "two rows claim it"),
        ("Pays-Bas", None),
    ],
)
def test_the_first_word_of_a_body_proves_its_type_or_nothing(label: str, kind: str | None) -> None:
    assert organisation_type(label) == kind


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("équipe Horizon", "équipe"),
        ("centre social du Val", "centre social"),
        ("Pôle usages", "Pôle"),
        ("tiers-lieu de Brou", "tiers-lieu"),
        ("direction générale des digues", "direction générale"),
    ],
)
def test_a_head_begins_a_body(text: str, head: str) -> None:
    found = match_head(text)
    assert found is not None
    assert found[0] == head


@pytest.mark.parametrize("text", ["équipement", "Canal Sud", "spatial", "villes", "paysage", "l'équipe", ""])
def test_what_is_no_head_is_none(text: str) -> None:
    assert match_head(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "directrice",
        "Directeur·rice",
        "animateur·rice",
        "vice-président",
        "co-fondatrices",
        "chargé·e de mission",
        "1ère adjointe",
        "cheffe",
        "élue",
        "maîtresse de conférences",
        "PDG",
        "ingénieure",
        "déléguée générale",
        "élu·e",
        "médecin",
        "2e adjointe",
        "1re adjointe",
        "musicienne",
        "enseignante-chercheuse",
        "plasticienne",
        "photographe",
        "vidéaste",
        "proviseure",
    ],
)
def test_a_function_is_known_in_all_its_endings(text: str) -> None:
    assert match_role(text)


@pytest.mark.parametrize("text", ["direction", "présidence", "Mairie", "chefferie", "élusive", "agence", ""])
def test_what_is_no_function_is_none(text: str) -> None:
    assert match_role(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Léa Durand",
        "Léa Durand, maire",
        "M. Omar Vasseur",
        "Léa DURAND",
        "Takumi Hoshigawa, designer",
        "Oluwaseun Adebiri (ville de Vézac)",
        "Quitterie de Marsac",
        "Łucja NOWAK",
        "M. Takumi Hoshigawa",
        "L. Durand, première adjointe",
        "J.-P. PETIT, avocat",
        "Ondine R. Vasseur, cabinet Orme",
        "Takumi Ben Amar, cabinet Orme",
        "Ondine Hoshigawa, UVS, LRB",
        "Ondine Hoshigawa (A3R, UVS)",
    ],
)
def test_a_text_opens_with_a_person(text: str) -> None:
    assert opens_person(text)
    assert names_somebody(text)
    assert opens_people(text)


@pytest.mark.parametrize(
    "text",
    [
        "DURAND Léa, maire",
        "LE GOFF Yann (INRAE)",
        "de Marsac Quitterie",
        "d'Aubigny Maud",
        "Mme Roux, maire",
        "BOISSON Kofi-Yao, avocat",
    ],
)
def test_a_text_opens_with_a_surname(text: str) -> None:
    assert opens_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "TABLE RONDE Claire",
        "TABLE RONDE Rivages, avocats",
        "INRAE Paris",
        "VILLE Rose",
        "DURAND Léa explique",
        "M. le maire",
    ],
)
def test_capitals_before_a_first_name_are_no_person_alone(text: str) -> None:
    assert not opens_person(text)


@pytest.mark.parametrize(
    "text",
    ["A. INTRODUCTION", "B. Méthodes", "Paris La Défense, ville nouvelle", "Les PME, sans fin", "Quand EDF recule"],
)
def test_a_numbered_heading_or_a_place_is_no_person(text: str) -> None:
    assert not opens_person(text)


@pytest.mark.parametrize("text", ["l'équipe de Canal Sud", "la Ville de Vézac", "association Rivages"])
def test_a_body_opens_like_people_but_is_no_person(text: str) -> None:
    assert opens_people(text)
    assert not opens_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "les médiateurs d'Un toit demain ; Léa Durand, maire",
        "une représentante de Canal Sud et Omar Vasseur, préfet",
        "Les élèves du lycée Horizon, Léa Durand (Rivages)",
    ],
)
def test_people_without_a_name_open_a_list_that_names_others(text: str) -> None:
    assert opens_people(text)
    assert not opens_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les habitants de Vézac racontent la digue",
        "Les élèves du lycée Horizon",
        "Les agents de demain, métiers et formations",
        "Les acteurs et Léa Durand",
    ],
)
def test_a_title_may_begin_with_people_without_a_name(text: str) -> None:
    assert not opens_people(text)


@pytest.mark.parametrize(
    "text",
    [
        "son esprit d'équipe",
        "Le Moyen Âge des rives",
        "L’exemple de Vézac",
        "4 serveurs",
        "l'arrivée du printemps",
        "le public",
        "",
    ],
)
def test_other_words_open_with_nobody(text: str) -> None:
    assert not opens_people(text)
    assert not names_somebody(text)


@pytest.mark.parametrize("word", ["Léa", "LÉA", "lea", "Jean-Baptiste", "Mohamed", "Zoé"])
def test_first_names_are_known_without_case_and_accents(word: str) -> None:
    assert is_first_name(word)


@pytest.mark.parametrize("word", ["", "-", "Vézac", "Jean-Vézac", "#", "directrice"])
def test_what_is_on_no_list_is_no_first_name(word: str) -> None:
    assert not is_first_name(word)


def test_places_are_known_by_their_first_word() -> None:
    assert is_place("Loire-Atlantique")
    assert is_place("bretagne, demain")
    assert not is_place("Vézac")


def test_plain_folds_case_accents_apostrophes_and_ligatures() -> None:
    assert plain("L’ŒUVRE d'École") == "l'oeuvre d'ecole"


@pytest.mark.parametrize(
    "text", ["Ysoldin Rochebrac (Vézac Université, LIR)", "Ysoldin Rochebrac • Cheffe de projet"]
)
def test_two_words_with_a_body_or_a_function_behind_a_sign_are_a_person(text: str) -> None:
    assert opens_person(text)


@pytest.mark.parametrize("text", ["Grand Marais (accès libre, entrée Sud)", "Grand Marais • Halle des rives"])
def test_two_words_with_anything_else_behind_them_are_none(text: str) -> None:
    assert not opens_person(text)


@pytest.mark.parametrize(("word", "known"), [("Abd-el-Malik", True), ("Jean-Marc", True), ("Vézac-el-Rive", False)])
def test_a_compound_first_name_may_have_an_article_inside(word: str, known: bool) -> None:
    assert is_first_name(word) is known
