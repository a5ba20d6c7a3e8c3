"""The index of a booklet: titles with the numbers of their pages, by day and half-day."""

import random
from itertools import groupby
from typing import NamedTuple

from pipeline.synthetic.event import Item
from pipeline.synthetic.families.matter import NOON
from pipeline.synthetic.families.measure import height_of
from pipeline.synthetic.families.printed import Setting
from pipeline.synthetic.sheet import Block, Space, Text

FORMS = (
    "p.{page:02d} — {title}",
    "p. {page} – {title}",
    "{page:02d}   {title}",
    "{title} ........ {page}",
    "{title}, p. {page}",
)
HEADS = ("Sommaire", "Index", "Au programme", "")


class Entry(NamedTuple):
    """An item and the page it begins on."""

    item: Item
    page: int


def index_pages(entries: tuple[Entry, ...], setting: Setting) -> list[tuple[Block, ...]]:
    """The pages of the index; the same for the same document, whatever the page numbers."""
    look, rng = setting.look, random.Random(setting.event.title)
    form, head, bullet = rng.choice(FORMS), rng.choice(HEADS), rng.choice(("", "", look.bullet))
    halves, small = rng.random() < 0.6, look.text._replace(size=max(look.text.size * 0.85, 6.5))
    width, height = look.width - 2 * look.margin, (look.height - 2 * look.margin) * 0.96
    leaves: list[list[Block]] = [[Text((look.run(head, "heading"),), after=8.0)] if head else []]
    groups = groupby(entries, key=lambda entry: (entry.item.date, halves and _half(entry.item)))
    for (date, half), some in groups:
        name = f"{setting.day(date)} {half}" if half else setting.day(date)
        blocks: list[Block] = [
            Text((look.run(name, "day")._replace(ink=look.day._replace(size=small.size + 2)),), keep=True)
        ]
        for entry in some:
            line = form.format(page=entry.page, title=entry.item.title)
            blocks.append(Text((look.run(line, "text")._replace(ink=small),), after=1.0, bullet=bullet))
        for block in (*blocks, Space(6.0)):
            if leaves[-1] and height_of((*leaves[-1], block), width) > height:
                leaves.append([])
            leaves[-1].append(block)
    return [tuple(leaf) for leaf in leaves]


def _half(item: Item) -> str:
    return "matin" if item.start is None or item.start < NOON else "après-midi"
