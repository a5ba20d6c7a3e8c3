"""Talks right below who chairs them, without a heading of their own."""

from layouts import Put, lines_of
from test_talks import outline, told

from pipeline.document import Block, Capacity, Kind, Segment
from pipeline.page.passages import join_lines
from pipeline.segment.talks_below_chairs import without_talks_of_chairs

CHAIR = "Olga Blanc (Canal Sud)"
TALKS = ("Léa Durand (Canal Sud) : La farine et la crue", "Marc Petit (Inria) : Mesurer une digue")


def segment(capacity: Capacity, *texts: str) -> Segment:
    passage = join_lines(lines_of([Put(text, gap=8.0) for text in texts]))
    assert len(passage.paragraphs) == len(texts) - 1
    block = Block(capacity=capacity, marker="Présidence", passage=passage)
    return Segment(pages=(1,), kind=Kind.SESSION, title=join_lines(lines_of([Put("Habiter")])), blocks=(block,))


def parted(capacity: Capacity, *texts: str) -> tuple[list[str], list[str]]:
    found = without_talks_of_chairs(segment(capacity, *texts))
    return [block.passage.text for block in found.blocks], [text.text for text in found.body]


def test_paragraphs_of_people_and_title_below_a_chair_are_text() -> None:
    assert parted(Capacity.MODERATION, CHAIR, *TALKS) == ([CHAIR], list(TALKS))
    assert parted(Capacity.ANIMATION, CHAIR, "Luc Sauvage", *TALKS) == ([f"{CHAIR}\nLuc Sauvage"], list(TALKS))


def test_speakers_a_single_one_and_those_with_others_below_stay_whole() -> None:
    for capacity, texts in (
        (Capacity.INTERVENTION, (CHAIR, *TALKS)),
        (Capacity.MODERATION, TALKS),
        (Capacity.MODERATION, (CHAIR, TALKS[0])),
        (Capacity.MODERATION, (CHAIR, *TALKS, "Luc Sauvage")),
    ):
        assert parted(capacity, *texts) == (["\n".join(texts)], [])


def test_they_are_items_of_the_session() -> None:
    found = outline(Put("Présidence :", gap=8), Put(CHAIR), *(Put(talk, gap=8) for talk in TALKS)).segments
    assert told(found)[:3] == [
        ("Session 1 : le moulin", "10h à 10h45", [CHAIR]),
        ("La farine et la crue", None, ["Léa Durand (Canal Sud)"]),
        ("Mesurer une digue", None, ["Marc Petit (Inria)"]),
    ]
