"""Labelled blocks as a text to edit: tags around what they mark, everything else as printed.

    ## forum.pdf · p. 6 · 3f1c9a0b7d
    <PER>Léa Durand</PER>, <ROLE>directrice</ROLE> de <ORG>Canal Sud</ORG>
    et <ORG>l'équipe de Rivages</ORG>

A block is a heading and the lines up to the next heading. Only tags are moved, added or removed: the text itself
stays, which the digest in the heading watches over. « & », « < » and a « # » at the start of a line are written
`&amp;`, `&lt;`, `&#35;`. Lines before the first heading are remarks.
"""

import hashlib
import html
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import GoldError
from pipeline.tagger import Entity
from pipeline.training.labelled import LABELS, Labelled

_HEADING = re.compile(r"^## (?P<place>.*) · (?P<digest>[0-9a-f]{10})$", re.M)
_TAG = re.compile(r"<(?P<close>/?)(?P<label>[^<>/\s]+)>")


class Annotated(NamedTuple):
    """A labelled block and where it comes from: file and page, for whoever checks it."""

    place: str
    block: Labelled


def write_annotations(blocks: Iterable[Annotated]) -> str:
    """The text of labelled blocks, with a reminder of the labels at its head."""
    labels = "\n".join(f"{label:<6} {meaning}" for label, meaning in LABELS.items())
    parts = [f"Move, add or remove tags; leave the text as it is.\n{labels}\n"]
    for place, block in blocks:
        parts.append(f"## {' '.join(place.split())} · {_digest(block.text)}\n{_tagged(block)}\n")
    return "\n".join(parts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _escaped(text: str) -> str:
    return re.sub(r"^#", "&#35;", text.replace("&", "&amp;").replace("<", "&lt;"), flags=re.M)


def _tagged(block: Labelled) -> str:
    text, last = "", 0
    for start, end, label in block.spans:
        text += f"{_escaped(block.text[last:start])}<{label}>{_escaped(block.text[start:end])}</{label}>"
        last = end
    return text + _escaped(block.text[last:])


def read_annotations(path: Path) -> list[Annotated]:
    """The blocks of an annotated text.

    Raises:
        GoldError: the file cannot be read, a tag is unknown or not closed, or the text of a block was changed.
    """
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read ({error}).") from error
    headings = list(_HEADING.finditer(written))
    if not headings:
        raise GoldError(f"{path} holds no annotated block: none of its lines is « ## file · page · digest ».")
    ends = [heading.start() for heading in headings[1:]] + [len(written)]
    return [
        _read_block(written[heading.end() + 1 : end].rstrip("\n"), heading, f"{path}, « {heading['place']} »")
        for heading, end in zip(headings, ends, strict=True)
    ]


def _read_block(written: str, heading: re.Match[str], where: str) -> Annotated:
    text, spans, last = "", [], 0
    opened: tuple[str, int] | None = None
    for tag in _TAG.finditer(written):
        text += html.unescape(written[last : tag.start()])
        last = tag.end()
        label = tag["label"]
        if label not in LABELS:
            raise GoldError(f"{where}: unknown label « {label} »; there are {', '.join(LABELS)}.")
        if tag["close"]:
            if opened is None or opened[0] != label:
                raise GoldError(f"{where}: « {tag[0]} » closes nothing.")
            spans.append(_trimmed(text, opened[1], label))
            opened = None
        elif opened is None:
            opened = label, len(text)
        else:
            raise GoldError(f"{where}: « {tag[0]} » stands inside « <{opened[0]}> ».")
    text += html.unescape(written[last:])
    if opened:
        raise GoldError(f"{where}: « <{opened[0]}> » is not closed.")
    if _digest(text) != heading["digest"]:
        raise GoldError(f"{where}: the text was changed; only tags may be.")
    return Annotated(heading["place"], Labelled(text, tuple(span for span in spans if span.end > span.start)))


def _trimmed(text: str, start: int, label: str) -> Entity:
    """The span from `start` to the end of a text without white space at its ends."""
    marked = text[start:]
    return Entity(start + len(marked) - len(marked.lstrip()), start + len(marked.rstrip()), label)
