"""Invented blocks of people: labels lie on the words they are of, whatever happened to the text."""

import random
import re
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.tagger import Entity
from pipeline.training import noise
from pipeline.training.brands import invent_brand
from pipeline.training.labelled import LABELS, Labelled, Writer, find_pieces, join
from pipeline.training.prose import draw_role, invent_prose
from pipeline.training.sentences import INTRODUCTIONS, LIVES, OTHERS, TAILS
from pipeline.training.train import invent_blocks
from pipeline.training.vocabulary import Vocabulary, load_vocabulary

WORDS = load_vocabulary()
BLOCKS = list(islice(invent_blocks(WORDS, seed=7), 300))
LISTS = {
    "prenoms.csv": "prenom,sexe\nLéa,F\nOmar,M\n",
    "noms.csv": "nom,nombre\nDE LA RIVE,3\nPETIT-JEAN,2\n",
    "communes.csv": "nom,code_insee\nVézac,24577\n",
    "fonctions.csv": "libelle,source\ngardien de phare,x\nmaire de la commune de Vézac,y\n",
    "organisations.csv": "libelle,sigle\nMAISON DES MARÉES DE VÉZAC,MMV\nCanal Sud,\n",
    "sigles.csv": "sigle,libelle\nMMV,Maison des marées\nX,\n",
}


def lists(folder: Path) -> Path:
    for name, text in LISTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(block: Labelled, label: str) -> list[str]:
    return [block.text[start:end] for start, end, kind in block.spans if kind == label]


def test_labels_lie_on_words_in_order_and_apart() -> None:
    for block in BLOCKS:
        edges = [edge for start, end, _ in block.spans for edge in (start, end)]
        assert edges == sorted(edges)
        for start, end, label in block.spans:
            printed = block.text[start:end]
            assert label in LABELS
            assert printed
            assert printed == printed.strip()


def test_every_label_and_blocks_without_any_occur() -> None:
    counted = Counter(label for block in BLOCKS for _, _, label in block.spans)
    assert set(counted) == set(LABELS)
    assert min(counted.values()) > 30
    assert any(not block.spans for block in BLOCKS)


def test_the_same_seed_gives_the_same_blocks_and_another_others() -> None:
    assert list(islice(invent_blocks(WORDS, seed=7), 30)) == BLOCKS[:30]
    assert list(islice(invent_blocks(WORDS, seed=8), 30)) != BLOCKS[:30]


def test_most_blocks_differ() -> None:
    assert len({block.text for block in BLOCKS}) > 0.95 * len(BLOCKS)


@pytest.mark.parametrize("templates", [INTRODUCTIONS, LIVES, TAILS, OTHERS], ids=["intro", "life", "tail", "other"])
def test_no_slot_is_left_in_a_sentence(templates: str) -> None:
    rng = random.Random(3)
    for _ in range(400):
        assert not re.search(r"[{}]", invent_prose(templates, WORDS, rng).text)


def test_sentences_without_people_name_none() -> None:
    rng = random.Random(3)
    assert {label for _ in range(300) for _, _, label in invent_prose(OTHERS, WORDS, rng).spans} == {"LOC", "OTHER"}


def test_brands_have_many_shapes() -> None:
    rng = random.Random(0)
    brands = {invent_brand(rng) for _ in range(500)}
    assert len(brands) > 450
    assert any(brand.isupper() for brand in brands)
    assert any(brand.islower() for brand in brands)
    assert any("." in brand for brand in brands)
    assert any(" " in brand and not brand.istitle() for brand in brands)


def test_larger_lists_are_read_from_a_folder(tmp_path: Path) -> None:
    words = load_vocabulary(lists(tmp_path))
    assert words == Vocabulary(
        first_names=("Léa", "Omar"),
        last_names=("de la Rive", "Petit-Jean"),
        towns=("Vézac",),
        roles=("gardien de phare",),
        bodies=("Maison des Marées de Vézac", "Canal Sud", "MMV"),
    )
    rng = random.Random(1)
    assert "gardien de phare" in {draw_role(words, rng, feminine=False).lower() for _ in range(80)}


@pytest.mark.parametrize("missing", sorted(LISTS))
def test_a_missing_list_is_named(tmp_path: Path, missing: str) -> None:
    (lists(tmp_path) / missing).unlink()
    with pytest.raises(UsageError, match=missing):
        load_vocabulary(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (lists(tmp_path) / "noms.csv").write_text("surname\nRoux\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"noms\.csv has no column « nom »"):
        load_vocabulary(tmp_path)


def sample() -> Labelled:
    writer = Writer()
    writer.add("Léa Durand-Lefèvre", "PER")
    writer.add(", ")
    writer.add("directrice de l'économie", "ROLE")
    writer.add(", « ")
    writer.add("Maison des marées", "ORG")
    writer.add(" »")
    return writer.labelled()


@pytest.mark.parametrize("number", range(len(noise._DAMAGES)))
def test_labels_stay_on_what_is_left_of_their_words(number: int) -> None:
    block = sample()
    damaged = [noise._DAMAGES[number](block, random.Random(seed)) for seed in range(40)]
    assert any(each.text != block.text for each in damaged)
    for each in damaged:
        assert [label for _, _, label in each.spans] == ["PER", "ROLE", "ORG"]
        for label, whole in (("PER", "Léa Durand-Lefèvre"), ("ORG", "Maison des marées")):
            (printed,) = read(each, label)
            assert printed == printed.strip()
            assert abs(len(printed) - len(whole)) <= 4
            assert (printed[0].upper(), printed[-3:].upper()[:1]) == (whole[0].upper(), printed[-3].upper())


def test_a_replaced_stretch_moves_the_labels_behind_it() -> None:
    block = Labelled("a, b, c", (Entity(0, 1, "PER"), Entity(3, 4, "ORG"), Entity(6, 7, "LOC")))
    assert noise._replace(block, [(1, 3, " ; "), (4, 6, "")]) == Labelled(
        "a ; bc", (Entity(0, 1, "PER"), Entity(4, 5, "ORG"), Entity(5, 6, "LOC"))
    )


def test_pieces_are_found_as_whole_words_and_apart() -> None:
    text = "Ana Sanchez, Sanchez et Fils"
    assert find_pieces(text, [("ana sanchez", "PER"), ("Sanchez et  Fils", "ORG")]) == [
        Entity(0, 11, "PER"),
        Entity(13, 28, "ORG"),
    ]
    assert find_pieces(text, [("Sanche", "PER")]) is None
    assert find_pieces(text, [("Ana Sanchez", "PER"), ("Ana", "ORG")]) is None


def test_joined_texts_keep_their_labels() -> None:
    both = join([sample(), sample()], " ; ")
    assert read(both, "ORG") == ["Maison des marées"] * 2
    assert both.text == f"{sample().text} ; {sample().text}"
