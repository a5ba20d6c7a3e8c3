"""Blocks as a text to edit: what is written is read back, and what no longer fits is refused with its place."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import GoldError
from pipeline.evaluate.gold import GoldCollective, GoldPerson, GoldSession
from pipeline.tagger import Entity
from pipeline.training.annotated import Annotated, read_annotations, write_annotations
from pipeline.training.gold_blocks import label_block
from pipeline.training.labelled import LABELS, Labelled

TEXT = "Léa Durand, directrice de Canal Sud"
BLOCK = Annotated(
    "forum.pdf · p. 3",
    Labelled(TEXT, (Entity(0, 10, "PER"), Entity(12, 22, "ROLE"), Entity(26, 35, "ORG"))),
)


def written(folder: Path, text: str) -> Path:
    path = folder / "blocks.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_block_is_a_heading_and_its_text_with_tags() -> None:
    text = write_annotations([BLOCK])
    assert re.search(
        r"^## forum\.pdf · p\. 3 · [0-9a-f]{10}\n"
        r"<PER>Léa Durand</PER>, <ROLE>directrice</ROLE> de <ORG>Canal Sud</ORG>$",
        text,
        re.M,
    )
    assert all(label in text.split("##")[0] for label in LABELS)


@st.composite
def blocks(draw: st.DrawFn) -> Annotated:
    text = draw(st.text(alphabet="aé <>&#/\n·PER;1", min_size=1, max_size=40)).strip() or "a"
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    labels = list(LABELS)
    spans = [
        Entity(start, end, labels[start % len(labels)])
        for start, end in pairs
        if text[start:end] == text[start:end].strip()
    ]
    return Annotated("a.pdf · p. 1", Labelled(text, tuple(spans)))


@given(st.lists(blocks(), min_size=1, max_size=3))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, found: list[Annotated]) -> None:
    path = written(tmp_path_factory.mktemp("blocks"), write_annotations(found))
    assert read_annotations(path) == found


def test_moved_tags_move_the_labels(tmp_path: Path) -> None:
    text = (
        write_annotations([BLOCK])
        .replace("de <ORG>Canal", "<ORG>de Canal")
        .replace("<ROLE>", "")
        .replace("</ROLE>", "")
    )
    (found,) = read_annotations(written(tmp_path, text))
    assert found.block == Labelled(TEXT, (Entity(0, 10, "PER"), Entity(23, 35, "ORG")))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Canal", "Chenal", "the text was changed"),
        ("<PER>", "<NOM>", "unknown label « NOM »"),
        ("</PER>", "", "stands inside « <PER> »"),
        ("</ORG>", "", "« <ORG> » is not closed"),
        ("<ROLE>", "", "« </ROLE> » closes nothing"),
        ("##", "#", "holds no annotated block"),
    ],
)
def test_what_no_longer_fits_is_refused_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = written(tmp_path, write_annotations([BLOCK]).replace(old, new, 1 if old != "##" else -1))
    with pytest.raises(GoldError, match=re.escape(message)) as refused:
        read_annotations(path)
    assert str(path) in refused.value.message


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"nowhere\.txt cannot be read"):
        read_annotations(tmp_path / "nowhere.txt")


def test_gold_marks_the_text_it_was_made_from() -> None:
    session = GoldSession(
        title="Habiter la rive",
        people=(
            GoldPerson(name="Léa Durand", role="directrice", organisations=("Canal Sud",)),
            GoldPerson(name="Omar Vasseur", role=None, organisations=("Canal Sud",)),
            GoldPerson(name="Noé Roux", organisations=("Rivages",)),
        ),
        collectives=(GoldCollective(organisation="Les Digues"),),
    )
    text = "VASSEUR Omar et Léa Durand, directrice de Canal Sud, avec Les Digues"
    block = label_block(text, [session])
    assert [(text[start:end], label) for start, end, label in block.spans] == [
        ("VASSEUR Omar", "PER"),
        ("Léa Durand", "PER"),
        ("directrice", "ROLE"),
        ("Canal Sud", "ORG"),
        ("Les Digues", "ORG"),
    ]
