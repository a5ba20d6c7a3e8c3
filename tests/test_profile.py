"""A sidecar proposed for a document: the sure as keys, the doubtful as comments, and nothing is read otherwise."""

import re
from pathlib import Path

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import HOURS, TEXTS, TITLES, Put, above_time, below_time, document, heading, hours, page_of, paragraph
from runs import CORPUS, RAW, SAMPLES, model
from typer.testing import CliRunner

from pipeline.cli.profile import profile
from pipeline.document import Capacity, Document, Finding, Outline
from pipeline.errors import MissingInputError, OutputError
from pipeline.page.lead_ins import find_lead_ins
from pipeline.profile import propose_source
from pipeline.run import read_pages, run_document
from pipeline.segment import split_sessions
from pipeline.source import Source, TitleStyle, parse_source

SAMPLE = RAW / f"{SAMPLES[0]}.pdf"


def proposed(document: Document) -> str:
    return propose_source(document, split_sessions(document))


def keys(text: str) -> Source:
    """What a proposal says as it stands."""
    return parse_source(text, "forum.toml")


def all_keys(text: str) -> Source:
    """What it says with every key that is commented out made active."""
    return parse_source(re.sub(r"(?m)^#(?=\S)", "", text), "forum.toml")


def items() -> list[Put]:
    return [put for number in range(4) for put in below_time(number)]


def test_the_title_of_the_file_is_a_key() -> None:
    assert keys(proposed(document(items(), title="Forum des rives"))).title == "Forum des rives"


@pytest.mark.parametrize("title", [None, "programme_v3.indd", "Microsoft Word - prog", "Document1", "p.html"])
def test_without_a_title_the_largest_line_is_a_comment(title: str | None) -> None:
    cover = [heading("Programme", size=30), heading("Forum des rives", size=28), Put("Mardi 14 mai 2024", size=40)]
    text = proposed(document(cover, *map(above_time, range(4)), title=title))
    assert keys(text).title is None
    assert all_keys(text).title == "Forum des rives"


def test_a_year_printed_with_every_day_is_a_key() -> None:
    text = proposed(document([Put("Mardi 14 mai 2024"), *items()]))
    assert keys(text).year == 2024


@pytest.mark.parametrize(
    ("puts", "why"),
    [
        ([Put("Programmation 2024"), Put("Mardi 14 mai")], "ailleurs qu'avec les jours"),
        ([Put("Programmation 2024"), Put("Le 14 mai 2023")], "Plusieurs années sont imprimées : 2024, 2023."),
    ],
)
def test_a_year_that_may_be_another_is_a_comment(puts: list[Put], why: str) -> None:
    text = proposed(document([*puts, *items()]))
    assert keys(text).year is None
    assert all_keys(text).year == 2024
    assert why in text


def test_a_year_the_pages_lack_is_that_of_the_file_as_a_comment() -> None:
    import datetime as dt

    made = document([Put("Mardi 14 mai"), *items()]).model_copy(update={"created": dt.date(2024, 2, 1)})
    text = proposed(made)
    assert (keys(text).year, all_keys(text).year) == (None, 2024)
    assert "création du fichier" in text


def test_a_place_and_an_organiser_outside_the_sessions_are_keys() -> None:
    cover = [
        Put("Lieu : Halle aux grains, Vézac"),
        Put("Un forum organisé par la Fabrique des rives avec la commune"),
    ]
    text = proposed(document(cover, *map(above_time, range(4))))
    assert (keys(text).place, keys(text).organiser) == ("Halle aux grains, Vézac", "Fabrique des rives")


def test_the_organiser_may_stand_below_its_label() -> None:
    cover = [Put("Organisation :", bold=True), Put("Fabrique des rives")]
    assert keys(proposed(document(cover, *map(above_time, range(4))))).organiser == "Fabrique des rives"


def test_two_places_are_a_comment_that_names_both() -> None:
    cover = [Put("Lieu : Halle aux grains"), Put("Lieu : Moulin")]
    text = proposed(document(cover, *map(above_time, range(4))))
    assert keys(text).place is None
    assert all_keys(text).place == "Halle aux grains"
    assert "« Moulin »" in text


def test_rooms_of_sessions_are_no_place_of_the_event() -> None:
    puts = [put for n in range(4) for put in below_time(n, *paragraph(*TEXTS[n]), Put(f"Lieu : Salle {n}"))]
    assert "lieu = " not in proposed(document(puts))


def test_pages_without_sessions_are_told_with_what_they_may_be() -> None:
    cover = page_of(1, [heading("FORUM DES RIVES", size=28)])
    thanks = page_of(6, [heading("Nos partenaires", size=28), Put("Canal Sud, Rivages, INRAE")])
    empty = page_of(7, [])
    pages = [page_of(number + 2, above_time(number)) for number in range(4)]
    text = proposed(document(cover, *pages, thanks, empty))
    assert keys(text).skipped_pages == ()
    assert all_keys(text).skipped_pages == (1, 6, 7)
    assert re.findall(r"(?m)^# Page (\d) : (.*)\.$", text) == [
        ("1", "couverture"),
        ("6", "partenaires"),
        ("7", "page sans texte"),
    ]


def test_a_page_that_prints_the_day_or_the_index_is_not_to_be_skipped() -> None:
    cover = [heading("FORUM DES RIVES", size=28), Put("Mardi 14 mai 2024")]
    index = [Put(f"• p.0{number + 3} — {title}") for number, title in enumerate(TITLES)]
    text = proposed(document(cover, index, *map(above_time, range(4))))
    assert "# Page 1 : elle imprime un jour" in text
    assert "# Page 2 : sommaire" in text
    assert all_keys(text).skipped_pages == ()


def test_what_was_found_is_the_minimum() -> None:
    pages = document(items())
    text = propose_source(pages, split_sessions(pages), interventions=7)
    assert (keys(text).minima.sessions, keys(text).minima.interventions) == (4, 7)


def doubtful(outline: Outline) -> Outline:
    finding = Finding(code="structure_incertaine", page=None, subject="0.03")
    return outline.model_copy(update={"findings": (finding,)})


def test_a_doubtful_reading_makes_comments_of_what_was_found() -> None:
    puts = [*items(), Put("Note", size=13, italic=True), Put("Rappel", size=13, italic=True, gap=20)]
    pages = document(puts)
    text = propose_source(pages, doubtful(split_sessions(pages)))
    assert (keys(text).minima.sessions, all_keys(text).minima.sessions) == (0, 4)
    assert "faible avance sur une autre lecture (0.03)" in text
    assert "Autre style qui revient : Serif 13 italique" in text


def test_the_look_of_the_titles_is_a_comment_that_finds_the_same_titles() -> None:
    pages = document([put for n in range(4) for put in below_time(n, color="#aa0000")])
    text = proposed(pages)
    told = TitleStyle.model_validate(
        {"taille": 16, "gras": True, "italique": False, "police": "Serif", "couleur": "#aa0000"}
    )
    assert keys(text).titles is None
    assert all_keys(text).titles == told
    assert "(4 sur 4), avance nette" in text


def test_titles_without_a_look_of_their_own_give_no_hint() -> None:
    puts = [Put(f"{HOURS[n]} : {TITLES[n]}", gap=8, bold=n % 2 == 0, size=10 + n) for n in range(4)]
    text = proposed(document(puts))
    assert "[titres]" not in text
    assert "pas tous le même style" in text


def test_a_document_that_is_no_programme_says_why() -> None:
    text = proposed(document([heading("Un rapport"), *paragraph(*TEXTS[0])]))
    assert "# Aucune session n'a été trouvée. Aucune heure imprimée" in text
    assert keys(text).minima.sessions == 0


LED = [
    Put("Un atelier piloté par Léa Durand, directrice de Canal Sud"),
    Put("PILOTÉ PAR Omar Vasseur (Rivages)"),
    Put("Rapportrice : Inès Caradec, maire de Vézac"),
    Put("Rapportrice : Léa Durand – lea@rivages.example"),
    Put("AU PUPITRE", bold=True),
    Put("Omar Vasseur, designer"),
    Put("Au pupitre", bold=True, gap=20),
    Put("Inès Caradec, maire de Vézac"),
]


def test_words_that_recur_before_names_are_proposed_as_markers() -> None:
    text = proposed(document([*items(), *LED]))
    found = all_keys(text).markers
    assert (found.animation, found.intervention, found.moderation) == (
        ("piloté par",),
        ("AU PUPITRE",),
        ("Rapportrice",),
    )
    assert "# « Rapportrice » : 2 fois, par exemple page 1 « Rapportrice : Inès Caradec »." in text
    assert keys(text).markers == Source().markers


def test_a_proposal_holds_no_address() -> None:
    assert "@" not in proposed(document([*items(), *LED]))


def leads(*puts: Put) -> list[tuple[str, int]]:
    return [(lead.words, lead.times) for lead in find_lead_ins(document(puts), {"Ce que dit la crue"})]


@pytest.mark.parametrize(
    "pair",
    [
        (Put("Animé par Léa Durand"), Put("Animé par Omar Vasseur")),  # the lexicon knows it
        (Put("Rapportrice : Léa Durand"), Put("Timonier : Omar Vasseur")),  # neither recurs
        (Put("Rapportrice : Léa Durand"), Put("Rapportrice : Léa Durand")),  # the same line twice
        (Put("Directrice : Léa Durand"), Put("Directrice : Inès Caradec")),  # a function
        (Put("Ce que dit la crue : Léa Durand"), Put("Ce que dit la crue : Omar Vasseur")),  # a title
        (Put("14h : Léa Durand"), Put("14h : Omar Vasseur")),  # a time
        (Put("Salle 2 : Léa Durand"), Put("Salle 2 : Omar Vasseur")),  # a room
        (Put("Bâti par le vent"), Put("Bâti par la crue")),  # nobody
        (Put("Omar Vasseur : Léa Durand"), Put("Omar Vasseur : Inès Caradec")),  # a name
    ],
)
def test_other_words_before_names_are_no_markers(pair: tuple[Put, Put]) -> None:
    assert leads(*pair) == []


def test_what_stands_between_two_people_says_something_of_the_first() -> None:
    names = [
        Put(text, bold=n % 2 == 0) for n, text in enumerate(["Léa Durand", "Rivages", "Omar Vasseur", "Rivages"])
    ]
    assert leads(*names, Put("Inès Caradec", bold=True)) == []


def test_lead_ins_are_counted_however_they_are_set() -> None:
    assert leads(Put("Avec le renfort de Léa Durand"), Put("AVEC LE RENFORT DE Omar Vasseur")) == [
        ("Avec le renfort de", 2)
    ]


def test_the_capacity_of_a_lead_in_is_that_of_its_words() -> None:
    found = find_lead_ins(document(LED), set())
    assert {lead.words: lead.capacity for lead in found} == {
        "piloté par": Capacity.ANIMATION,
        "AU PUPITRE": Capacity.INTERVENTION,
        "Rapportrice": Capacity.MODERATION,
    }


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5), st.text(max_size=30))
def test_whatever_is_printed_the_proposal_is_a_sidecar(texts: list[str], title: str) -> None:
    puts = [*items(), *(Put(f"Lieu : {text}") for text in texts), *(Put(f"Chef de bord : {text}") for text in texts)]
    named = [put for text in texts for put in (Put(f"Orchestré par Léa {text}"), heading(text, size=50))]
    text = proposed(document([*puts, *named], title=title or None))
    assert keys(text).title in (None, title)
    all_keys(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_the_same_with_the_sidecar_proposed_for_it(name: str) -> None:
    path = RAW / f"{name}.pdf"
    pages = read_pages(path)
    without = run_document(path, model(), Source())
    text = propose_source(pages, split_sessions(pages), without.intervention_count)
    source = keys(text)
    assert source.minima.sessions == without.session_count > 0
    told = {"place": source.place, "organiser": source.organiser}
    assert run_document(path, model(), source) == without.model_copy(update=told)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus of real programmes is not beside the repository")
def test_a_proposal_for_a_real_document_changes_none_of_its_sessions() -> None:
    for path in sorted((CORPUS / "programmes").glob("*.pdf")) + sorted((CORPUS / "pas-des-programmes").glob("*.pdf")):
        pages = read_pages(path)
        outline = split_sessions(pages)
        text = propose_source(pages, outline)
        all_keys(text)
        assert split_sessions(pages, keys(text)) == outline


@pytest.fixture
def command() -> typer.Typer:
    app = typer.Typer()
    app.command()(profile)
    return app


def test_the_command_prints_the_sidecar(command: typer.Typer) -> None:
    called = CliRunner().invoke(command, [str(SAMPLE), "--tagger", "none"], catch_exceptions=False)
    assert called.exit_code == 0
    assert keys(called.stdout).minima.sessions > 0
    assert called.stdout.startswith("# ") and called.stdout.endswith("\n")


def test_the_command_writes_a_new_file(command: typer.Typer, tmp_path: Path) -> None:
    out = tmp_path / "forum.toml"
    called = CliRunner().invoke(command, [str(SAMPLE), "--tagger", "none", "--out", str(out)], catch_exceptions=False)
    assert (called.exit_code, called.stdout) == (0, "")
    assert keys(out.read_text(encoding="utf-8")).minima.sessions > 0


def test_the_command_never_replaces_a_file(command: typer.Typer, tmp_path: Path) -> None:
    out = tmp_path / "forum.toml"
    out.write_text("annee = 2024\n")
    with pytest.raises(OutputError, match="exists already"):
        CliRunner().invoke(command, [str(SAMPLE), "--out", str(out)], catch_exceptions=False)
    assert out.read_text() == "annee = 2024\n"


def test_a_file_in_no_folder_is_refused(command: typer.Typer, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "forum.toml"
    with pytest.raises(OutputError, match="cannot be written"):
        CliRunner().invoke(command, [str(SAMPLE), "--tagger", "none", "--out", str(out)], catch_exceptions=False)


def test_a_missing_document_is_told_as_elsewhere(command: typer.Typer, tmp_path: Path) -> None:
    with pytest.raises(MissingInputError):
        CliRunner().invoke(command, [str(tmp_path / "forum.pdf")], catch_exceptions=False)


def test_items_whose_hours_close_them_are_profiled_too() -> None:
    text = proposed(document(*map(above_time, range(4)), [hours("18h")]))
    assert keys(text).minima.sessions == 4
