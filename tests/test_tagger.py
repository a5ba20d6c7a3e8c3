"""The tagger: what it reads stands in the text, its light tokenizer costs no entity, and it fails with a reason."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_limit import RUNS

from pipeline.errors import TaggerError
from pipeline.model_files import OWN, Model, find_model, identify
from pipeline.tagger import MAX_LENGTH, Entity, Tagger, load_tagger, no_tagger, prepare, within_items
from pipeline.training.labelled import LABELS

BLOCKS = [
    "Léa Durand, directrice de Canal Sud, et Omar Vasseur, maire de Vézac",
    "Mme Inès Caradec, vice-présidente de la métropole de Nantes, déléguée au numérique",
    "Émilie DURAND, cheffe du bureau des digues au ministère de la Culture",
    "DURAND LE GOFF Émilie, maîtresse de conférences à l'université de Rennes",
    "Joël Gaudin de Rivages, Anne Roux de l'INRAE et Karim Ben Salah de l'ANCT",
    "Quitterie de Marsac (Fabrique des rives), Pieter van der Meulen (Université de Gand)",
    "L’équipe de l’association Les Deux Rives : Camille Petit, Dominique Aubert",
    "Jean-Baptiste Morvan est sociologue. Il a fondé Canal Sud à Lyon en 2012.",
    "Marie-Christine Le Bihan, adjointe au maire de Brest, et Yann Le Floc'h, ingénieur",
    "Un débat animé par Nadia Al Hakim, journaliste à la revue Liasse",
    "Takumi Hoshigawa, designer chez Studio Marée (Bordeaux)",
    "M. Luc Tanguy, président du conseil départemental du Finistère",
    "• Rose Marin, autrice\n• Pierre Lemaire, éditeur aux éditions du Môle",
    "Sara O'Brien, directrice générale de l'agence Phosphore, Dublin",
    "Anne-Laure Petit-Jean et/ou Hugues du Plessis (sous réserve)",
    "Un représentant de la ville de Lille et l'équipe des Archives départementales du Nord",
    "Maud d'Aubigny, conservatrice du musée des Eaux à Strasbourg",
    "Avec la participation de Rui Da Costa, maire de Porto",
    "Zoé Lambert, co-fondatrice du tiers-lieu L'Écluse, à Saint-Malo",
    "Paul Girard / Hélène Faure – Coopérative Marée haute",
]
# The general French model, an extra: what its entities mean to the rest is told there.
GENERAL = "fr_core_news_md"
GENERAL_LABELS = {"PER", "ORG", "LOC", "MISC"}
FULL = """
import json, sys
import spacy
nlp = spacy.load(sys.argv[1])
print(json.dumps([[ent.text for ent in nlp(text).ents] for text in json.load(sys.stdin)]))
"""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


@pytest.fixture(scope="module")
def general() -> Tagger:
    return load_tagger(GENERAL)


def python(code: str, *arguments: str, stdin: str = "") -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def test_the_module_loads_without_the_language_library() -> None:
    code = "import sys, pipeline.speakers, pipeline.tagger; print({'spacy', 'thinc', 'numpy'} & set(sys.modules))"
    assert python(code) == "set()\n"


def test_people_functions_and_bodies_are_found_where_they_stand(tagger: Tagger) -> None:
    text = "Émilie DURAND, directrice de l'INRAE, et Omar Vasseur (Canal Sud)"
    found = [(text[entity.start : entity.end], entity.label) for entity in tagger([text])[0]]
    assert found == [
        ("Émilie DURAND", "PER"),
        ("directrice", "ROLE"),
        ("INRAE", "ORG"),
        ("Omar Vasseur", "PER"),
        ("Canal Sud", "ORG"),
    ]


def test_no_entity_runs_into_the_next_item_of_a_list() -> None:
    text = "- Léa Durand, Canal Sud\n- Inès Caradec, Université\nde Vézac"
    read = [Entity(0, 12, "PER"), Entity(14, 38, "ORG"), Entity(40, len(text), "ORG")]
    apart = [text[start:end] for start, end, _ in within_items(text, read)]
    assert apart == ["Léa Durand", "Canal Sud", "Université\nde Vézac"]


def test_no_entity_runs_over_a_dash_to_somebody() -> None:
    text = "Omar Vasseur, CNRS - Léa Durand, Office du Môle - Nord"
    read = [Entity(14, 31, "ORG"), Entity(33, len(text), "ORG")]
    assert [text[start:end] for start, end, _ in within_items(text, read)] == ["CNRS", "Office du Môle - Nord"]


def test_a_general_model_knows_people_and_places(general: Tagger) -> None:
    text = "Émilie DURAND, directrice de l'INRAE à Rennes"
    found = {(text[entity.start : entity.end], entity.label) for entity in general([text])[0]}
    assert {("Émilie DURAND", "PER"), ("Rennes", "LOC")} <= found


@pytest.mark.parametrize(("name", "labels"), [(OWN, set(LABELS)), (GENERAL, GENERAL_LABELS)])
def test_entities_read_back_without_spaces_at_their_ends_and_apart(name: str, labels: set[str]) -> None:
    for text, entities in zip(BLOCKS, load_tagger(name)(BLOCKS), strict=True):
        edges = [0]
        for entity in entities:
            printed = text[entity.start : entity.end]
            assert printed
            assert printed == printed.strip()
            assert entity.label in labels
            edges += [entity.start, entity.end]
        assert edges == sorted(edges)


def test_texts_are_tagged_alike_alone_and_together(tagger: Tagger) -> None:
    assert tagger(BLOCKS) == [tagger([text])[0] for text in BLOCKS]
    assert tagger([]) == []
    assert tagger(["", " \n "]) == [[], []]


def test_words_of_one_document_are_forgotten_after_it(tagger: Tagger) -> None:
    import pipeline.tagger as module

    strings = module._load(find_model(OWN)).vocab.strings
    tagger(["Léa Durand, directrice des Rives"])
    known = len(strings)
    tagger([f"Léa Durand{number}, directrice des Rives du Môle{number}" for number in range(300)])
    assert len(strings) == known


def test_the_light_tokenizer_gives_the_entities_of_the_full_pipeline(general: Tagger) -> None:
    full = json.loads(python(FULL, GENERAL, stdin=json.dumps([prepare(text) for text in BLOCKS])))
    light = [
        [prepare(text)[entity.start : entity.end] for entity in entities]
        for text, entities in zip(BLOCKS, general(BLOCKS), strict=True)
    ]
    shared = sum((Counter(one) & Counter(other)).total() for one, other in zip(light, full, strict=True))
    assert sum(map(len, full)) > 40
    assert shared >= 0.95 * max(sum(map(len, light)), sum(map(len, full)))


def test_long_runs_and_texts_are_tagged_at_once(tagger: Tagger) -> None:
    runs = [(run * 30_000)[:30_000] for run in ("_", "-", "=", "x", ".", "~", "·", "/")]
    for text, entities in zip(runs, tagger(runs), strict=True):
        assert all(entity.end <= min(len(text), MAX_LENGTH) for entity in entities)


def test_the_model_of_the_project_is_small_and_needs_no_package() -> None:
    folder = find_model(OWN)
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 15_000_000
    code = (
        "import sys\nfrom pipeline.tagger import load_tagger\nprint(len(load_tagger()(['Léa Durand'])[0]))\n"
        "print([name for name in sys.modules if name.startswith(('fr_core', 'spacy.lang.fr'))])"
    )
    assert python(code) == "1\n[]\n"


def test_a_model_is_known_by_its_files(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(find_model(OWN), tmp_path / "mine"))
    known = identify(OWN)
    assert (known.name, len(known.sha256)) == (OWN, 64)
    assert identify(str(copy)) == Model("mine", known.sha256)
    (copy / "meta.json").write_text("{}", encoding="utf-8")
    assert identify(str(copy)).sha256 != known.sha256
    assert identify("none") == Model("none", "")
    assert identify(GENERAL).sha256 not in ("", known.sha256)


def test_an_unknown_pipeline_is_named_in_the_error() -> None:
    with pytest.raises(TaggerError, match="fr_marees_xl"):
        load_tagger("fr_marees_xl")


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    code = "import sys, spacy; nlp = spacy.blank('xx'); nlp.add_pipe('sentencizer'); nlp.to_disk(sys.argv[1])"
    python(code, str(tmp_path / "marees"))
    with pytest.raises(TaggerError, match=r"marees.*has no « ner »: it has sentencizer"):
        load_tagger(str(tmp_path / "marees"))(["Léa Durand"])


def test_none_is_a_tagger_that_finds_nothing() -> None:
    assert load_tagger("none") is no_tagger
    assert no_tagger(["Léa Durand", ""]) == [[], []]


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("Émilie DURAND, maire", "Émilie Durand, maire"),
        ("DURAND Émilie, maire", "Durand Émilie, maire"),
        ("ÉMILIE DURAND-ROUX", "Émilie Durand-Roux"),
        ("l'INRAE et l'ANCT", "l'INRAE et l'ANCT"),
        ("CANAL SUD", "CANAL SUD"),
        ("Léa Durand\nOmar Vasseur", "Léa Durand Omar Vasseur"),
        ("a" * 50, " " * 50),
        ("-" * 41 + "Léa", " " * 41 + "Léa"),
        ("-" * 40 + "Léa", "-" * 40 + "Léa"),
        ("", ""),
    ],
)
def test_capitals_of_names_are_lowered_and_runs_are_blanked(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


WORDS = "Léa DURAND ÉMILIE STRASSE ŒUVRE ŉ İstanbul ǅ ﬁ INRAE L'ÉCLUSE , — ……… 12 \n".split(" ")


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_a_prepared_text_keeps_every_sign_in_its_place(text: str) -> None:
    prepared = prepare(text)
    assert len(prepared) == len(text)
    assert all(one.casefold() == other.casefold() or other == " " for one, other in zip(text, prepared, strict=True))


def test_what_exceeds_the_limit_is_left_out() -> None:
    text = "Léa Durand, " * 3_000
    assert len(prepare(text)) == MAX_LENGTH


@given(st.text(max_size=80))
@settings(max_examples=30)
def test_any_text_is_tagged_inside_itself(tagger: Tagger, text: str) -> None:
    for entity in tagger([text])[0]:
        assert 0 <= entity.start < entity.end <= len(text)


@pytest.mark.parametrize("run", RUNS)
def test_any_run_is_prepared(run: str) -> None:
    text = (run * MAX_LENGTH)[:MAX_LENGTH]
    assert len(prepare(text)) == len(text)


def test_spacy_is_imported_without_its_commands_and_has_them_when_they_are_asked_for() -> None:
    code = (
        "import sys\nfrom pipeline.spacy_import import import_spacy\nimport_spacy()\nimport spacy\n"
        "print([name for name in ('spacy.cli', 'weasel', 'requests') if name in sys.modules])\n"
        "from spacy.cli.info import info\n"
        "print(*('spacy_version' in told(silent=True) for told in (info, spacy.info)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
    )
    assert run.stdout.split("\n")[:2] == ["[]", "True True"]


@pytest.mark.parametrize(
    ("text", "label", "apart"),
    [
        ("ANCT\nVincent Durand\nprojet Rives", "ORG", "ANCT"),
        ("ANCT\nTaofik Vallon\nprésident, Canal Sud", "ORG", "ANCT"),
        ("Léa de Marsac\nla Rive", "PER", "Léa de Marsac"),
        ("Université\nHugo Durand", "ORG", "Université\nHugo Durand"),
        ("Office du Môle\net des Quais", "ORG", "Office du Môle\net des Quais"),
    ],
)
def test_no_entity_runs_over_the_end_of_a_line_into_a_name(text: str, label: str, apart: str) -> None:
    ((start, end, _),) = within_items(text, [Entity(0, len(text), label)])
    assert text[start:end] == apart
