"""Families of layouts: each sets an invented event as one kind of real programme, with inner variation."""

import random
from collections.abc import Callable

from pipeline.synthetic.event import Event
from pipeline.synthetic.families.brochures import cards, day_columns, poster, three_columns, two_columns
from pipeline.synthetic.families.grids import cell_hours_grid, day_grid, room_grid
from pipeline.synthetic.families.lists import hour_above, hour_after, hour_column, leaflet, plain_paragraphs
from pipeline.synthetic.families.pages import booklet, day_at_edge, one_per_page
from pipeline.synthetic.families.printed import Printed
from pipeline.synthetic.families.scholarly import colloquium, congress
from pipeline.synthetic.families.tables import ruled_table
from pipeline.synthetic.look import Look
from pipeline.synthetic.voice import Voice

FAMILIES: dict[str, Callable[[Event, Voice, Look, random.Random], Printed]] = {
    "hour column": hour_column,
    "hour above": hour_above,
    "hour after": hour_after,
    "plain paragraphs": plain_paragraphs,
    "leaflet": leaflet,
    "ruled table": ruled_table,
    "room grid": room_grid,
    "cell hours grid": cell_hours_grid,
    "day grid": day_grid,
    "two columns": two_columns,
    "three columns": three_columns,
    "day columns": day_columns,
    "cards": cards,
    "poster": poster,
    "one per page": one_per_page,
    "booklet": booklet,
    "day at edge": day_at_edge,
    "colloquium": colloquium,
    "congress": congress,
}

__all__ = ["FAMILIES", "Printed"]
