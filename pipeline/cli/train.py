"""The commands `programme annotate` and `programme train`: blocks marked by hand, a model that learns from them."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import TaggerName
from pipeline.errors import OutputError, UsageError
from pipeline.model_files import OWN


def annotate(
    files: Annotated[list[Path], typer.Argument(help="Documents.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Text to edit; one that exists is never replaced.")] = Path("blocks.txt"),
    tagger: TaggerName = OWN,
    gold: Annotated[
        Path | None, typer.Option(help="Gold of the one document: mark what it says, not what the model sees.")
    ] = None,
) -> None:
    """Write the speaker blocks of documents as a text to correct: marked as the model sees them, only tags move."""
    from pipeline.evaluate.gold import read_gold
    from pipeline.run import read_pages
    from pipeline.segment import split_sessions
    from pipeline.tagger import load_tagger
    from pipeline.training.annotated import Annotated as AnnotatedBlock
    from pipeline.training.annotated import write_annotations
    from pipeline.training.gold_blocks import label_block
    from pipeline.training.labelled import LABELS, Labelled

    if out.exists():
        raise OutputError(f"{out} exists already.")
    if gold is not None and len(files) > 1:
        raise UsageError("--gold is the gold of one document: give one file.")
    places, texts = [], []
    for file in files:
        for segment in split_sessions(read_pages(file)).segments:
            for block in segment.blocks:
                places.append(f"{file.name} · p. {segment.pages[0]}")
                texts.append(block.passage.text)
    if not texts:
        raise UsageError(f"No speaker block in {', '.join(map(str, files))}.")
    if gold is None:
        tagged = load_tagger(tagger)(texts)
        spans = [tuple(span for span in found if span.label in LABELS) for found in tagged]
        marked = [Labelled(text, found) for text, found in zip(texts, spans, strict=True)]
    else:
        sessions = read_gold(gold)
        marked = [label_block(text, sessions) for text in texts]
    blocks = [AnnotatedBlock(place, block) for place, block in zip(places, marked, strict=True)]
    try:
        with out.open("x", encoding="utf-8") as stream:
            stream.write(write_annotations(blocks))
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error.strerror}).") from error
    typer.echo(f"{len(blocks)} blocks → {out}", err=True)


def train(
    annotated: Annotated[
        list[Path] | None, typer.Argument(help="Blocks marked by hand (`programme annotate`).", show_default=False)
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder of the model; replaced once the new one is whole.")] = Path(
        "models/mine"
    ),
    test: Annotated[
        list[Path] | None, typer.Option(help="Marked blocks to score the model on; never learnt from.")
    ] = None,
    vocabulary: Annotated[
        Path | None, typer.Option(help="Folder of word lists for the invented blocks; else those of the package.")
    ] = None,
    config: Annotated[Path, typer.Option(help="The spaCy config.")] = Path("models/config.cfg"),
    seed: Annotated[int, typer.Option(help="The same seed gives the same model.")] = 0,
    blocks: Annotated[int | None, typer.Option(min=1, help="How many blocks to invent.")] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Updates at most; else as the config says.")] = None,
) -> None:
    """Train a model on invented blocks and on blocks marked by hand, and score it on others."""
    from pipeline.training.annotated import read_annotations
    from pipeline.training.train import BLOCKS, Recipe, score_model, train_model
    from pipeline.training.vocabulary import load_vocabulary

    if not config.is_file():
        raise UsageError(f"The config {config} does not exist: give one with --config.")
    marked = [each.block for file in annotated or () for each in read_annotations(file)]
    tests = {file.name: [each.block for each in read_annotations(file)] for file in test or ()}
    words = load_vocabulary(vocabulary)
    recipe = Recipe(config, words, marked, seed, blocks or BLOCKS, steps)
    train_model(recipe, out, log=lambda line: typer.echo(line, err=True))
    typer.echo(score_model(out, recipe, tests))
