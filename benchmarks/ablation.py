"""What grammar and models each bring to who does what where, and the tables of models/README.md.

Two tables: the labels of the model that ships, on blocks it has not learnt from; and people, their functions and
their bodies as the speaker stage tells them with and without models, on invented blocks and on the real programmes of
the shared corpus, where it stands beside the repository.

Example: `python benchmarks/ablation.py --blocks 600`.
"""

import argparse
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from bench import write_table
from corpus_blocks import blocks_of_corpus
from designs import CARD, SHARED

from pipeline.document import Block, Box, Capacity, Kind, Line, Mention, Segment, Span, Style
from pipeline.evaluate import score_sessions
from pipeline.evaluate.gold import GoldPerson, GoldSession, as_gold, read_gold
from pipeline.model_files import NONE, OWN
from pipeline.page.passages import join_lines
from pipeline.people.bodies import Stretch
from pipeline.people.linking import link_spans
from pipeline.run import run_document
from pipeline.speakers import find_mentions
from pipeline.tagger import Tagger, load_tagger
from pipeline.training.credits import invent_credit
from pipeline.training.labelled import Labelled
from pipeline.training.score import score_tagger
from pipeline.training.train import invent_blocks
from pipeline.training.vocabulary import Vocabulary, load_vocabulary

GENERAL = "fr_core_news_md"
FIELDS = ("people", "organisations", "roles")
# No training draws from this seed.
SEED = 7_000_000
_STYLE = Style(font="Rive", size=9, bold=False, italic=False)

Reader = Callable[[str], tuple[GoldPerson, ...]]


def segment_of(text: str) -> Segment:
    """A session whose people are told in a text, each of its lines a printed one."""
    lines = []
    for number, printed in enumerate(text.split("\n")):
        box = Box(x0=0, y0=12 * number, x1=5 * len(printed), y1=12 * number + 9)
        span = Span(start=0, end=len(printed), box=box, style=_STYLE)
        lines.append(Line(page=1, text=printed, box=box, spans=(span,)))
    block = Block(capacity=Capacity.INTERVENTION, marker="AVEC", passage=join_lines(lines, item_edge=10_000))
    return Segment(pages=(1,), kind=Kind.SESSION, title=join_lines(lines[:1]), blocks=(block,))


def by_grammar(tagger: Tagger) -> Reader:
    """People as the speaker stage reads them."""

    def read(text: str) -> tuple[GoldPerson, ...]:
        (mentions,) = find_mentions([segment_of(text)], tagger)
        return tuple(_person(mention) for mention in mentions if mention.person)

    return read


def _person(mention: Mention) -> GoldPerson:
    assert mention.person
    return GoldPerson(
        name=mention.person.text,
        role=mention.role.text if mention.role else None,
        organisations=tuple(body.text for body in mention.organisations),
    )


def by_links(tagger: Tagger) -> Reader:
    """People as the labels of a model tell them, without any word list."""

    def read(text: str) -> tuple[GoldPerson, ...]:
        def words(stretch: Stretch) -> str:
            return text[stretch.start : stretch.end]

        linked = link_spans(text, tagger([text])[0])
        return tuple(
            GoldPerson(
                name=words(each.name),
                role=", ".join(map(words, each.roles)) or None,
                organisations=tuple(map(words, each.bodies)),
            )
            for each in linked
        )

    return read


def score_invented(read: Reader, told: Mapping[str, tuple[GoldPerson, ...]]) -> list[str]:
    """Strict F1 of people, bodies and functions on invented blocks."""
    gold = [GoldSession(title=text, people=people) for text, people in told.items()]
    found = [GoldSession(title=text, people=read(text)) for text in told]
    return _cells([{score.name: score.strict for score in score_sessions(gold, found).scores}])


def score_real(tagger: Tagger, corpus: Path) -> list[str]:
    """The same on the real programmes, mean over those that name people; with whole sessions."""
    scores = []
    for path in sorted(corpus.glob("*/*.json")):
        pdf = path.with_suffix(".pdf") if path.with_suffix(".pdf").is_file() else next(path.parent.glob("*.pdf"))
        gold = read_gold(path)
        measured = score_sessions(gold, [as_gold(session) for session in run_document(pdf, tagger).sessions]).scores
        scores.append({score.name: score.strict for score in measured if score.support or score.found})
    return _cells(scores, (*FIELDS, "collectives", "whole"))


def _cells(scores: Sequence[Mapping[str, float]], fields: Iterable[str] = FIELDS) -> list[str]:
    shares = ([each[field] for each in scores if field in each] for field in fields)
    return [f"{100 * sum(share) / len(share):.1f}" if share else "–" for share in shares]


def ablation_table(told: Mapping[str, tuple[GoldPerson, ...]], corpus: Path) -> str:
    """What is told of people by grammar alone, with each model, and by the model that ships without grammar."""
    rows = [
        "| read by | invented: people | bodies | functions | "
        "real: people | bodies | functions | collectives | whole |",
        "|---|" + "---:|" * 8,
    ]
    for name, tagger in (("grammar alone", NONE), (f"grammar and `{GENERAL}`", GENERAL), ("grammar and `own`", OWN)):
        model = load_tagger(tagger)
        cells = score_invented(by_grammar(model), told) + score_real(model, corpus)
        rows.append(f"| {name} | {' | '.join(cells)} |")
        print(rows[-1], flush=True)
    cells = score_invented(by_links(load_tagger()), told) + ["–"] * 5
    rows.append(f"| `own` alone, its labels linked | {' | '.join(cells)} |")
    return "\n".join(rows)


def labels_table(sets: Mapping[str, Sequence[Labelled]]) -> str:
    """The scores of the labels of both models, per set of blocks."""
    rows = [
        "| blocks | label | support | precision | recall | F1 | touched | F1 of the general model |",
        "|---|---|" + "---:|" * 6,
    ]
    own, general = load_tagger(), load_tagger(GENERAL)
    for name, blocks in sets.items():
        others = {score.label: score for score in score_tagger(general, blocks)}
        for score in score_tagger(own, blocks):
            if not score.support:
                continue
            figures = [score.precision, score.recall, score.f1, score.soft_f1]
            known = f"{100 * others[score.label].f1:.1f}" if others[score.label].found else "–"
            cells = " | ".join(f"{100 * figure:.1f}" for figure in figures)
            rows.append(f"| {name} | {score.label} | {score.support} | {cells} | {known} |")
    return "\n".join(rows)


def invented(words: Vocabulary, count: int) -> dict[str, tuple[GoldPerson, ...]]:
    """Invented blocks with their people, each text once."""
    rng = random.Random(SEED)
    return {told.block.text: told.people for told in (invent_credit(words, rng) for _ in range(count)) if told.people}


def main() -> None:
    """Score, print, and write the tables of models/README.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, default=600)
    options = parser.parse_args()
    lists = SHARED / "vocabulary"
    words = load_vocabulary(lists if lists.is_dir() else None)
    sets = {"invented": [*islice(invent_blocks(words, SEED), options.blocks)], **blocks_of_corpus(SHARED / "corpus")}
    labels = labels_table(sets)
    print(labels, flush=True)
    write_table(labels, CARD, "labels")
    write_table(ablation_table(invented(words, options.blocks), SHARED / "corpus"), CARD, "ablation")


if __name__ == "__main__":
    main()
