"""Titles set in capitals are read in the case the document, or else the language, writes them in."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from runs import ROOT

from pipeline.case_evidence import learn_case, split_words
from pipeline.normalise import printed_texts
from pipeline.title_case import is_all_capitals, readable_title, readable_titles
from pipeline.wording import plain

REFERENCE = ROOT.parent / "shared" / "corpus" / "nec-2022" / "nec-2022.pdf"


def learnt(title: str, *texts: str) -> str:
    return readable_titles([title], [None], texts)[0]


@pytest.mark.parametrize(
    ("printed", "readable"),
    [
        ("QUI PREND SOIN DE L'EAU ?", "Qui prend soin de l'eau ?"),
        ("L'ÉCLUSE : MODE D'EMPLOI POUR L'ESS", "L'écluse : mode d'emploi pour l'ESS"),
        ("QUI DÉCIDE ? L'ANCT RÉPOND. ET APRÈS ?", "Qui décide ? L'ANCT répond. Et après ?"),
        ("D’ICI 2030, LE RGPD ET LES QPV", "D’ici 2030, le RGPD et les QPV"),
        ("« VIVRE ICI » : QUI PARLE ?", "« Vivre ici » : qui parle ?"),
        ("LE “DROIT À LA RIVE” (VRAIMENT)", "Le “droit à la rive” (vraiment)"),
        ("14 MODÈLES POUR LE PAS-DE-CALAIS", "14 modèles pour le Pas-de-Calais"),
        ("SUR-MESURE, TÊTE-À-TÊTE, FAUT-IL ?", "Sur-mesure, tête-à-tête, faut-il ?"),
        (
            "VISITE DE BOURG-SUR-LOIRE ET DE SAINT-AUBIN-LES-BOIS",
            "Visite de Bourg-sur-Loire et de Saint-Aubin-les-Bois",
        ),
        ("LE XVIIIE SIÈCLE, DE LOUIS XIV À LOUIS XVI", "Le XVIIIe siècle, de Louis XIV à Louis XVI"),
        ("LA VIE IVRE", "La vie ivre"),
        ("1ER FORUM, 2E ÉDITION, 14H30, SALLE B", "1er forum, 2e édition, 14h30, salle B"),
        ("HOMMAGE À J.-P. DURAND ET MME LEFORT", "Hommage à J.-P. Durand et Mme Lefort"),
        ("RENCONTRE AVEC LÉA MARTIN", "Rencontre avec Léa Martin"),
        ("LES ÉLU(E)S ET LES PARTICIPANT·E·S", "Les élu(e)s et les participant·e·s"),
        ("LE R.E.R. ET LA 5G", "Le R.E.R. et la 5G"),
        ("OUI... MAIS COMMENT ?", "Oui... mais comment ?"),
        ("RGPD", "RGPD"),
        ("PAUSE", "Pause"),
    ],
)
def test_a_title_in_capitals_is_recased_as_french_is_written(printed: str, readable: str) -> None:
    assert readable_title(printed) == readable


@pytest.mark.parametrize(
    "title", ["Habiter la rive", "La Traversée", "Wavebricks : un réseau IOT SMART CITY", "14 h 30", "…"]
)
def test_a_title_that_is_not_all_capitals_is_left_as_it_is(title: str) -> None:
    assert not is_all_capitals(title)
    assert readable_title(title) == title


def test_recasing_changes_case_and_nothing_else() -> None:
    title = "L’ÎLE, « ŒUVRE » DE LÉA N'DIAYE – 3E ÉTAGE !"
    assert readable_title(title).casefold() == title.casefold()


def test_a_spelling_is_learnt_from_the_text_of_the_document() -> None:
    text = "Avec la Mednum, le projet PassRive et la loi REEN, on habite la rive."
    title = "LA MEDNUM, PASSRIVE ET LA LOI REEN SUR LA RIVE"
    assert learnt(title, text) == "La Mednum, PassRive et la loi REEN sur la rive"


def test_a_capital_that_begins_a_sentence_teaches_nothing() -> None:
    assert learnt("HABITER LA RIVE", "Rive droite. Rive gauche : Rive « Rive »") == "Habiter la rive"


def test_a_heading_in_capitals_teaches_nothing() -> None:
    assert learnt("UNE GRANDE PAUSE", "GRANDE PAUSE de midi", "PAUSE de midi") == "Une grande pause"


def test_a_word_of_a_name_is_capital_only_within_that_name() -> None:
    text = "avec l'équipe de Rives Connect et son bureau."
    assert learnt("RIVES CONNECT : POUR QUI ?", text) == "Rives Connect : pour qui ?"
    assert learnt("LES DEUX RIVES", text) == "Les deux rives"


def test_a_surname_in_capitals_beside_its_first_name_is_no_acronym() -> None:
    assert learnt("HOMMAGE À LEMOINE", "avec Léa LEMOINE, directrice") == "Hommage à Lemoine"


def test_an_acronym_is_not_a_word_with_other_accents() -> None:
    assert learnt("POUR QUE ÇA MARCHE", "le budget du CA de la maison") == "Pour que ça marche"


def test_the_index_of_the_document_has_the_last_word() -> None:
    told = "Horizon : Comment habiter La Rive Nue ?"
    assert readable_titles(["HORIZON : COMMENT BIEN HABITER LA RIVE NUE ?"], [told], ["la rive nue"]) == [
        "Horizon : Comment bien habiter La Rive Nue ?"
    ]


def test_an_index_in_capitals_tells_nothing() -> None:
    assert readable_titles(["HABITER"], ["HABITER LA RIVE"], []) == ["Habiter"]


def test_accents_come_back_where_the_document_prints_the_word_in_one_way() -> None:
    text = "Pour développer la santé, il publie un guide ; un guide publié, une mère ; la côte et la cote."
    assert learnt("DEVELOPPER LA SANTE", text) == "Développer la santé"
    assert learnt("LA COTE QUI PUBLIE", text) == "La cote qui publie"


def test_accents_are_left_alone_where_titles_print_them() -> None:
    assert readable_titles(["LE MODELE", "L'ÉCLUSE"], [None, None], ["un modèle"]) == ["Le modele", "L'écluse"]


def test_only_words_of_the_titles_are_counted() -> None:
    evidence = learn_case(["le pont et la rive"], {"rive"})
    assert {word for _, word, _ in evidence.spellings} == {"rive"}


def compared(readable: str, told: str) -> list[bool]:
    """For each word both spellings of a title have: whether its case is the same."""
    ours, theirs = split_words(readable), split_words(told)
    matcher = SequenceMatcher(None, [w.key for w in ours], [w.key for w in theirs], autojunk=False)
    return [
        [char.isupper() for char in ours[here + step].text] == [char.isupper() for char in theirs[there + step].text]
        for here, there, size in matcher.get_matching_blocks()
        for step in range(size)
    ]


@pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the shared corpus of real programmes is not beside the repository"
)
def test_the_titles_of_the_reference_programme_have_the_case_of_its_index() -> None:
    titles, told, with_index, without = reference_titles(REFERENCE)
    assert plain(titles[0]).isascii()
    for learn_from, hints, words, whole in (
        (with_index, told, 0.99, 0.95),
        (without, [None] * len(told), 0.95, 0.85),
    ):
        readable = readable_titles(titles, hints, learn_from)
        scores = [compared(ours, theirs) for ours, theirs in zip(readable, told, strict=True) if theirs]
        assert len(scores) > 80
        assert sum(map(sum, scores)) / sum(map(len, scores)) >= words
        assert sum(map(all, scores)) / len(scores) >= whole


def reference_titles(path: Path) -> tuple[list[str], list[str | None], list[str], list[str]]:
    """Titles, titles of the index, the texts to learn from, and those texts without the index."""
    from pipeline.run import read_pages
    from pipeline.segment import split_sessions
    from pipeline.segment.index_pages import read_index
    from pipeline.source import Source

    document = read_pages(path)
    segments = split_sessions(document, Source()).segments
    hidden = document.model_copy(update={"pages": tuple(page for page in document.pages if not read_index(page))})
    assert len(hidden.pages) < len(document.pages)
    titles = [" ".join(segment.title.text.split()) for segment in segments]
    texts = list(printed_texts(document, segments)), list(printed_texts(hidden, segments))
    return titles, [segment.index_title for segment in segments], *texts
