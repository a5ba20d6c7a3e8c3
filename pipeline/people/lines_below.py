"""The lines under a name that has a line of its own: function and bodies stand there without a sign."""

import itertools
import re
from collections.abc import Sequence

from pipeline.people.bodies import Stretch, trim
from pipeline.wording import STANDS_ALONE, match_head, match_role

# A line that tells something rather than who somebody is.
_TELLS = re.compile(r"\b(?:il|elle|ils|elles|nous|on|est|sont|a|ont|né|née|où)\b|\b[a-zà-ÿ]+(?:ait|èrent)\b")

# What stands on the next line but goes on with the one before.
_SIDE = re.compile(r"(?:et|ou|avec|puis|de|du|des|à|au|aux|chez|pour|qui|est)\b|d['’]", re.I)
_GOES_ON = re.compile(r"(?<!\w)(?:d[eu]s?|l[ae]s?|aux?|à|et|en|sur|par|pour|chez|d['’]|l['’])\s*$|[,(–/-]\s*$", re.I)


def runs_on(text: str, start: int, spot: int) -> bool:
    """Whether the line that ends at `spot`, in what begins at `start`, must go on: « directrice de »."""
    return bool(_GOES_ON.search(text[max(start, spot - 12) : spot]))


def lines_below(text: str, start: int, end: int, breaks: Sequence[int]) -> list[Stretch]:
    """The lines under a name that has its own, as far as they say who somebody is; nothing where a sign follows it.

    Also a printed line that goes on in small letters is one if a function or a body begins there: « Léa Durand »,
    « directrice », « centre social du Val ».
    """
    found = re.compile(r"\s*").match(text, start, end)
    first = found.end() if found else start
    under = "\n" in text[start:first] or first in breaks
    if not under or first >= end or not re.match(r"[\w«@(]", text[first]) or _SIDE.match(text, first):
        return []
    edges = {first, end, *(spot.end() for spot in re.compile(r"\n\s*").finditer(text, first, end))}
    for spot in breaks:
        said = text[spot : min(end, spot + 80)]
        if first < spot < end and not runs_on(text, first, spot) and (match_role(said) or match_head(said)):
            edges.add(spot)
    lines: list[Stretch] = []
    for begin, stop in itertools.pairwise(sorted(edges)):
        line = trim(text, Stretch(begin, stop), " \n\t")
        printed = text[line.start : line.end]
        if line.end > line.start and (STANDS_ALONE.match(printed) or _TELLS.search(printed)):
            break
        lines.append(line)
    return [line for line in lines if line.end > line.start]
