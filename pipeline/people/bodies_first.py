"""Lists whose lines are a body, a dash and who speaks for it: « Canal Sud – Léa Durand, éclusière »."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.wording import is_first_name, match_head, match_role, opens_person

_LINE = re.compile(
    r"(?P<body>[^\n,;:()–—-]{2,60}\s)[–—-](?P<name>\s[^\n,;:()–—]{4,40}?)(?P<said>\s?(?:[,(][^\n;:–—]{2,160})?)\s?"
)
_DASH = re.compile(r"\s[–—-]\s")
# Fewer such lines show no habit: of one alone the first word must tell a body.
MIN_LINES = 2


def bodies_first(text: str, breaks: Sequence[int]) -> str:
    """A list set so, with colons instead of its dashes, a line each; every other text as it is.

    Some of the lines may hold somebody without a body: « Omar Vasseur, meunier ».

    Args:
        text: the list.
        breaks: offsets at which its printed lines begin.
    """
    lines = [text[start:end] for start, end in pairwise([0, *breaks, len(text)])]
    told = [found if (found := _LINE.fullmatch(line)) and _names_body_first(found) else None for line in lines]
    bodies = [found["body"] for found in told if found]
    known = len(bodies) >= MIN_LINES or any(map(match_head, bodies))
    others = (line for line, found in zip(lines, told, strict=True) if found is None)
    if not known or not all(opens_person(line) and not _DASH.search(line) for line in others):
        return text
    return "\n".join(
        f"{found['body']}:{found['name']}{found['said'].rstrip()}" if found else line.rstrip()
        for line, found in zip(lines, told, strict=True)
    ).ljust(len(text))


def _names_body_first(found: re.Match[str]) -> bool:
    body, name = found["body"].strip(), found["name"].split()
    return is_first_name(name[0]) and len(name) > 1 and not (is_first_name(body.split()[0]) or match_role(body))
