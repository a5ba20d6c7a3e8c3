"""What people made, which is no body: « Léa Durand, autrice de Rives, encore »."""

import re

from pipeline.people.bodies import Stretch
from pipeline.wording import CAPITALS, match_head

# « auteur de Rives, encore », « ingénieure et co-autrice de « Rives » »: works, but no genre in small letters.
_WORK = re.compile(
    rf"(?P<role>(?:co-?)?aut(?:eure?|rice)|[^,;()\n]{{3,40}}(?=\set\s(?:co-?)?aut(?:eure?|rice)\s))"
    rf"(?:\set\s(?:co-?)?aut(?:eure?|rice))?\s(?:du\s|des\s|de\s(?:la\s|l['’])?|d['’])"
    rf"(?:(?P<quoted>[«“\"])|(?-i:[{CAPITALS}]))",
    re.I,
)
_MAKER = re.compile(r"\baut(?:eure?|rice)\s*$", re.I)


def made_work(text: str, part: Stretch) -> tuple[Stretch, bool] | None:
    """What somebody is who made a work that is named behind it, and whether more is said of them behind the work.

    The commas of a title are not known without quotation marks; a parenthesis behind it holds its publisher.
    """
    work = _WORK.match(text, part.start, part.end)
    if work is None or match_head(text[work.end() - (not work["quoted"]) : part.end]):
        return None
    published = text[part.end : part.end + 4].lstrip(' »”"').startswith("(")
    return Stretch(part.start, work.end("role")), bool(work["quoted"]) and not published


def follows_maker(text: str, start: int) -> bool:
    """Whether what begins at `start` is what the author before it made: « autrice » « de Rives »."""
    return bool(_MAKER.search(text, max(0, start - 12), start))
