"""The speaker blocks of the real programmes of the shared corpus, labelled by their gold."""

import json
from pathlib import Path

from pydantic import TypeAdapter

from pipeline.evaluate.gold import GoldSession
from pipeline.run import read_pages
from pipeline.segment import split_sessions
from pipeline.training.gold_blocks import label_block
from pipeline.training.labelled import Labelled

_GOLD = TypeAdapter(tuple[GoldSession, ...])


def blocks_of_corpus(corpus: Path) -> dict[str, list[Labelled]]:
    """The blocks by document; nothing where the corpus is absent.

    Where gold quotes the text of a session, that is its block; else the blocks are those the package finds.
    """
    found = {}
    for gold in sorted(corpus.glob("*/*.json")):
        rows = json.loads(gold.read_text(encoding="utf-8"))
        sessions = _GOLD.validate_python(rows)
        quotes = [row.get("quote") for row in rows]
        if all(quotes):
            blocks = [label_block(quote, [session]) for quote, session in zip(quotes, sessions, strict=True)]
            found[gold.parent.name] = blocks
        else:
            outline = split_sessions(read_pages(gold.with_suffix(".pdf")))
            texts = [block.passage.text for segment in outline.segments for block in segment.blocks]
            found[gold.stem] = [block for text in texts if (block := label_block(text, sessions)).spans]
    return {name: blocks for name, blocks in found.items() if blocks}
