"""Names in lists of speakers. Rows are annotated strings: `<…>` is a name, ⏎ a printed line end."""

import pytest
from annotated import mark_names, perfect_tagger, plain
from hypothesis import given
from hypothesis import strategies as st
from known_bug import bug
from time_limit import RUNS, finishes

from pipeline.people.name_order import reading_order
from pipeline.people.names import find_names
from pipeline.tagger import Entity, Tagger, no_tagger
from pipeline.wording import plain as plain_words

# Read alike with a tagger and without.
BY_GRAMMAR = [
    # One name.
    "<Léa Durand>",
    "<Léa Durand>, directrice de Canal Sud",
    "<Léa Durand> est directrice de Canal Sud",
    "<Léa Durand> (Canal Sud)",
    "<Léa Durand> (Rivages Nord-Loire)",
    "<Léa Durand> (Rivages Nord, Kenya), <Omar Vasseur>",
    "<Léa Durand-Petit>. Lectures et quiz",
    "la journaliste <Léa Durand> (Canal Sud)",
    "<Léa Durand> : maire de Vézac",
    "<Léa Durand> – Canal Sud",
    "<Léa Durand> de l'équipe Horizon",
    # All in capitals.
    "<LÉA DURAND> ET <MARC PETIT>",
    "<LÉA DURAND>, <ANNE MOREL> ET <MARC PETIT> DE CANAL SUD",
    "<MARIE DE LA TOUR> ET <LÉA VAN DEN BERG>",
    "<DURAND A.> (Vézac), <MARTIN M.> (Brou) et <DA COSTA J.-P.> (Vézac)",
    "<Léa Durand> + <Marc Petit>",
    "<A. Roux> (Vézac), <M. Petit> (Brou)",
    # Compound names and particles.
    "<Jean-Baptiste Morvan>, maire de Vézac",
    "<Anne-Laure Petit-Jean>, chercheuse",
    "<Jean Louis Caradec>, maire",
    "<Quitterie de Marsac>, chercheuse",
    "<Hugues du Plessis>, maire",
    "<Inès de la Tour>, ingénieure",
    "<Anne-Sophie de la Roche-Brune>, maire",
    "<Marie-Christine Le Bihan>, ingénieure",
    "<Yann Le Floc'h>, maire",
    "<Pieter van der Meulen>, architecte",
    "<Otto von Brandis>, historien",
    "<Karim Ben Salah>, maire",
    "<Nadia Al Hakim>, médiatrice",
    "<Mohamed El-Amrani>, maire",
    "<Rui Da Costa>, maire",
    "<Ana dos Santos>, urbaniste",
    "<José María Ruiz y Soto>, maire",
    "<Maud d'Aubigny>, maire",
    "<Maud d’Aubigny>, maire",
    "<Sara O'Brien>, designer",
    "<Aïcha N'Diaye>, maire",
    "<Ève Li>, designer",
    # Capitals.
    "<Émilie DURAND>, maire de Vézac",
    "<DURAND Émilie>, maire de Vézac",
    "<ÉMILIE DURAND>, maire de Vézac",
    "<DURAND LE GOFF Émilie>, maire",
    "<LE BIHAN Jean-Marc>, maire",
    "<Émilie DE MARSAC>, maire",
    "<Jean-Marc LE FLOC'H>, maire",
    "<LÉA DURAND>, <OMAR VASSEUR>",
    "<DURAND Léa>, <VASSEUR Omar>",
    "<DURAND Léa>, <d’AUBIGNY Maud> et <du PLESSIS Hugues>, <LE ⏎GOFF Yann>",
    "<Léa F. ⏎Vasseur>, <Omar Ould ⏎Ali>",
    # Civilities stay outside.
    "M. <Léo Durand>, maire",
    "Mme <Caradec>, maire",
    "Mme <Léa Caradec>, maire de Vézac, et M. <Vasseur>, adjoint",
    "Dr <Inès Roux>, médecin",
    "Pr. <Omar Vasseur>, professeur",
    "Me <Inès Roux>, avocate",
    "Madame <Inès Roux>, avocate",
    "Monsieur le maire",
    # Names that are on no list: what follows the first name of a block tells.
    "<Takumi Hoshigawa>, designer",
    "<Oluwaseun Adebiri> (ville de Vézac)",
    # « de » after a surname: a body, but for a function or a body in parentheses behind it.
    "<Joël Caradec> de Canalsud, <Anne Roux> de Rivages",
    "<Joël Caradec> de Canalsud, association de quartier",
    "<Joël Caradec> d'Atelier Nord",
    "<Mélanie Dubreuil de Fontanges>, chercheuse",
    "<Mélanie Dubreuil de Fontanges> (INRAE)",
    # Lists.
    "<Léa Durand>, directrice, et <Omar Vasseur>, maire",
    "<Léa Durand>, <Omar Vasseur> et <Inès Caradec> (Canal Sud)",
    "<Léa Durand> / <Omar Vasseur> & <Inès Caradec>",
    "<Léa Durand> et/ou <Omar Vasseur>",
    "<Léa Durand> ; <Omar Vasseur>",
    "<Léa Durand>, maire • <Omar Vasseur>, adjoint",
    "- <Léa Durand>, maire\n- <Omar Vasseur>, adjoint",
    "1. <Léa Durand>, maire\n2. <Omar Vasseur>, adjoint",
    "1. <Ormane Vasquin>, maire\n2. <Sylvo Bertaud>, adjoint",
    "<Léa Durand>\n<Omar Vasseur>\n<Inès Caradec>",
    "<Léa Durand>\nMaire de Vézac\n<Omar Vasseur>\nAdjoint",
    "l'équipe Horizon (<Léa Durand>, <Omar Vasseur>)",
    "l'équipe des rives : <Léa Durand>, <Omar Vasseur>",
    "Table ronde avec <Léa Durand> et <Omar Vasseur>",
    "<Léa Durand>, directrice de Canal Sud. <Omar Vasseur>, maire de Vézac.",
    "<Léa Durand> ainsi que <Omar Vasseur>",
    bug("MM. <Vasseur> et <Roux>", "the civility holds for the first name only"),
    # Printed lines.
    "Avec <Léa ⏎Durand>, directrice",
    "<Léa Durand>, directrice de Canal Sud, <Omar ⏎Vasseur>, maire",
    "<Quitterie de ⏎Marsac>, maire",
    "<Léa Durand> ⏎et <Omar ⏎Vasseur>",
    "<Léa Durand>, cheffe de projet, ⏎<Omar Vasseur>, maire",
    "<Léa Durand> ⏎<Omar Vasseur> ⏎<Inès Caradec>",
    # People who are talked about.
    "<Léa Durand>, directrice de l'Institut Victor Hugo",
    "<Léa Durand>, directrice du lycée Jean Moulin, et <Omar Vasseur>",
    "<Léa Durand>, chaire Marie Curie",
    "<Léa Durand>, autrice d'un ouvrage sur Victor Hugo",
    "<Léa Durand>, sociologue, a dirigé l'ouvrage de Victor Hugo",
    "<Léa Durand>, maire. Elle a travaillé avec Omar Vasseur pendant dix ans.",
    "<Léa Durand>, maire. Léa Durand est née à Brou.",
    # What is no name.
    "Table ronde",
    "Canal Sud",
    "Ville de Vézac",
    "Jeudi Matin",
    "Open Data",
    "",
]
# Only a tagger tells.
BY_TAGGER = [
    "<JB Ferrand>, designer",
    "<J.-P. Roux>, maire",
    "<J. Roux>, maire",
    "<Léa Durand>, maire, <Oluwaseun Adebiri>, chercheur, et <Takumi Hoshigawa>, designer",
    "Avec <Takumi Hoshigawa> et <Léa Durand>",
    bug("Avec la sociologue <Léa Durand>", "a function may not stand before a name"),
]
# Told by their letters, with or without a tagger.
BY_LETTERS = [
    "<Gwenaëlle L'Helgouac'h>, maire",
    "<Łucja Nowak>, designer",
    "<Świętomir Żak>, designer",
    # Surnames that are also a function or the head of a body.
    "<Marc Bureau>, designer",
    "<Anne Pasteur>, designer",
    "<Omar Maire> (Canal Sud)",
    "<Yann Le Maître>, designer",
    "<Yann LE MAÎTRE>, designer",
    "<Léa Durand> Directrice",
    # Only people have a surname in capitals behind a first name in small letters, or an initial.
    "<Takumi HOSHIGAWA> (Canal Sud)",
    "<Léa DURAND>, maire, <Takumi HOSHIGAWA>, designer",
    "<T. Hoshigawa> (Canal Sud)",
    "<T. HOSHIGAWA>, designer",
    "Orange SA, INRAE Paris",
    "<Léa Durand>, Mount Vezac University",
    "<Léa Durand>, Vezac Hall Law School",
    # A function behind them tells unknown names at the start of an item.
    "<Léa Durand>, maire ; <Takumi Hoshigawa>, designer",
    "<Léa Durand>, maire\n<Takumi Hoshigawa>, designer",
    "<Takumi Hoshigawa> ⏎designer",
    "<Léa Durand>, cheffe de projet, Marée Conseil",
    "<Léa Durand>\nTilleul Ingénierie",
    # The surname first, with its particle.
    "<de Marsac Quitterie>, maire\n<van der Meulen Anne>, architecte",
    "<d'Aubigny Maud>, maire",
    "<DE MARSAC Quitterie>, maire",
    "<DURAND Léa> de Canal Sud",
    "IUT de Nancy",
    # A civility begins the next person, but « M. » may be an initial.
    "Mme <Léa Durand> ⏎Dr <Omar Vasseur>",
    "<Léa Ortrud M. Hertrampf>, chercheuse",
    # Items end with their line, but a surname in capitals goes on below.
    "<Léa Durand>, Rivages\n<Omar Vasseur>, Canal Sud",
    "<DURAND\nLéa>, <VASSEUR Omar>",
    "<Léa VON\nBRANDIS>, maire",
    # Signs before items.
    "→ <Léa Durand> – Canal Sud\n→ <Omar Vasseur> – Rivages",
    "■ <Léa Durand>\n■ <Omar Vasseur>",
    # The end of a line is no start of a name.
    "<Léa Durand>, doctorante, Université ⏎Marguerite Caradec",
    "<Léa Durand>, doctorante à l’Université ⏎Marguerite Caradec",
    "Mme <Léa Durand>, cheffe de la Maison des archives ⏎M. <Omar Vasseur>, éclusier",
    "Université de Vézac : <Léa Durand> ⏎CHVEZAC : <Omar Vasseur>",
    "<Claude MARTINEZ Y ROJAS>, maire",
]


def read(row: str, tagger: Tagger) -> str:
    text = plain(row)
    return mark_names(text, find_names(text.text, tagger([text.text])[0], text.breaks))


@pytest.mark.parametrize("row", [*BY_GRAMMAR, *BY_LETTERS])
def test_the_grammar_of_lists_finds_names_alone(row: str) -> None:
    assert read(row, no_tagger) == row


@pytest.mark.parametrize("row", [*BY_GRAMMAR, *BY_LETTERS, *BY_TAGGER])
def test_names_are_found_with_a_tagger_that_knows_the_people(row: str) -> None:
    assert read(row, perfect_tagger(row)) == row


@pytest.mark.parametrize("row", ["JB Ferrand, designer", "Avec Takumi Hoshigawa et Vézac"])
def test_initials_and_unknown_names_need_the_tagger(row: str) -> None:
    assert read(row, no_tagger) == row


@pytest.mark.parametrize("said", ["Vraie Rive", "cofondateur, Vraie Rive", "cofondateur, VRAIE Rive de France"])
def test_a_body_behind_a_dash_below_a_bullet_is_no_person_though_the_tagger_says_so(said: str) -> None:
    text = f"• Léa Durand — éclusière\n• DURAND Marc — {said}"
    start = text.casefold().index("vraie")
    found = find_names(text, [Entity(start, start + len("Vraie Rive"), "PER")])
    assert [text[name.start : name.end] for name in found] == ["Léa Durand", "DURAND Marc"]


def test_a_person_named_twice_counts_once() -> None:
    text = "Léa Durand, maire, et Léa Durand, adjointe"
    assert [text[name.start : name.end] for name in find_names(text, [])] == ["Léa Durand"]


@pytest.mark.parametrize("civility", ["le père ", "l'abbé ", "l’abbé ", "abbé "])
def test_a_civility_of_the_clergy_in_small_letters_is_no_part_of_the_name(civility: str) -> None:
    (name,) = find_names(f"{civility}Marc Petit, curé", [])
    assert (name.start, name.end, name.outer) == (len(civility), len(civility) + len("Marc Petit"), 0)


def test_outer_begins_before_the_civility() -> None:
    (name,) = find_names("Mme Léa Durand, maire", [])
    assert (name.outer, name.start) == (0, 4)


ORDERS = [
    "Léa Durand → Léa + Durand",
    "DURAND Léa → Léa + Durand",
    "Léa DURAND → Léa + Durand",
    "LÉA DURAND → Léa + Durand",
    "DURAND LE GOFF Émilie → Émilie + Durand Le Goff",
    "Émilie DURAND LE GOFF → Émilie + Durand Le Goff",
    "Quitterie de Marsac → Quitterie + de Marsac",
    "Pieter van der Meulen → Pieter + van der Meulen",
    "Karim BEN SALAH → Karim + Ben Salah",
    "Rui DA COSTA → Rui + Da Costa",
    "Maud D'AUBIGNY → Maud + D'Aubigny",
    "Sara O'BRIEN → Sara + O'Brien",
    "Jean-François DELMAS → Jean-François + Delmas",
    "Jean Louis Caradec → Jean Louis + Caradec",
    "Marie Anne ROUX-PETIT → Marie Anne + Roux-Petit",
    "ROBERT Dominique → Dominique + Robert",
    "Claude Martin → Claude + Martin",
    "JB Ferrand → JB + Ferrand",
    "J.-P. Roux → J.-P. + Roux",
    "Takumi Hoshigawa → Takumi + Hoshigawa",
    "Léa  Durand → Léa + Durand",
    "CARADEC → Caradec",
    "Caradec → Caradec",
    "Jean-Marc LE FLOC'H → Jean-Marc + Le Floc'h",
    "Quitterie DE MARSAC → Quitterie + de Marsac",
    "Zoé LY → Zoé + Ly",
    "HOSHIGAWA Takumi → Takumi + Hoshigawa",
]


@pytest.mark.parametrize("row", ORDERS)
def test_a_name_is_set_in_reading_order(row: str) -> None:
    printed, said = row.split(" → ")
    full, first, last = reading_order(printed)
    assert (f"{first} + {last}" if first else last) == said
    assert full == said.replace(" + ", " ")


WORDS = """
Léa DURAND Omar Vasseur de la Le van J.-P. JB M. Mme et , ; : ( ) – - / & ⏎ directrice maire équipe Canal Sud de l' d'
est qui . ! • 1. @rive « » avec Œuvre 李
""".split()
texts = st.text(max_size=120) | st.lists(st.sampled_from([*WORDS, "\n"]), max_size=25).map(" ".join)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4), st.sets(st.integers(0, 80)))
def test_in_any_text_names_stand_apart_and_inside(text: str, spans: list[tuple[int, int]], breaks: set[int]) -> None:
    entities = [Entity(start, start + length, "PER") for start, length in spans if start + length <= len(text)]
    edges = [0]
    for name in find_names(text, entities, sorted(breaks)):
        assert name.outer <= name.start < name.end <= len(text)
        assert name.outer >= edges[-1]
        assert text[name.start : name.end].strip() == text[name.start : name.end]
        edges.append(name.end)


@given(texts)
def test_any_name_has_a_reading_order_of_the_same_letters(text: str) -> None:
    full, first, last = reading_order(text)
    assert full.split() == " ".join(filter(None, (first, last))).split()
    assert sorted(plain_words(full).split()) == sorted(plain_words(text).split())


@pytest.mark.parametrize("run", RUNS)
def test_the_time_does_not_explode_with_the_text(run: str) -> None:
    assert finishes(lambda text: find_names(text, []), run)
