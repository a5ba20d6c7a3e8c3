"""Whether the name of a body can stand alone: « équipe Horizon », « Inserm », not « centre national »."""

import re

from pipeline.page.line_ends import needs_name
from pipeline.wording import match_head

# « Centre national » wants to know of what.
RANK = re.compile(
    r"(?:(?:inter)?national|r[ée]gional|(?:inter)?d[ée]partemental|europ[ée]en|sup[ée]rieur|central|g[ée]n[ée]ral|interminist[ée]riel|"
    r"interprofessionnel|acad[ée]mique|scientifique)(?:ne|le|e)?s?",
    re.I,
)
# Heads that are as often words of a name: « centre Internet et Société », « Ville et Banlieue ».
COMMON_HEAD = re.compile(r"(?:société|mouvement|ensemble|pays|région|ville|école|musée|parc|programme|plan)\b", re.I)


def is_complete(before: str) -> bool:
    """Whether a body's name can stand alone: not « ville », not « université », but « équipe Horizon »."""
    head = match_head(before)
    if head is None:
        return True
    rest = before[head.end() :].strip()
    words = re.findall(r"[\w'’-]+", rest)
    if RANK.fullmatch(rest):
        return False
    if not words:
        return not needs_name(before) or bool(re.fullmatch(r"[A-Z]{3,7}", before) and not COMMON_HEAD.match(before))
    if re.search(
        r"(?:du|de la|de l['’])\s*(?:département|région|ville|commune|métropole|université|préfecture)$", rest, re.I
    ):
        return False  # « Archives du Département » wants to know of which
    named = any(word[:1].isupper() or word.isdigit() for word in words)
    return named or len(words) >= 2 or bool(re.match(r"d[eu]s?\s|d['’]", rest))
