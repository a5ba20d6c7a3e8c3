"""Lists whose every line is a body, a dash and who speaks for it: « Canal Sud – Léa Durand, éclusière »."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.wording import is_first_name, match_role

_LINE = re.compile(
    r"(?P<body>[^\n,;:()–—-]{2,60}\s)[–—-](?P<name>\s[^\n,;:()–—]{4,40}?)(?P<said>\s?(?:[,(][^\n;:–—]{2,160})?)\s?"
)
# Fewer lines show no habit.
MIN_LINES = 2


def bodies_first(text: str, breaks: Sequence[int]) -> str:
    """A list set so, with colons instead of its dashes, a line each; every other text as it is.

    Args:
        text: the list.
        breaks: offsets at which its printed lines begin.
    """
    lines = [text[start:end] for start, end in pairwise([0, *breaks, len(text)])]
    told = [found for line in lines if (found := _LINE.fullmatch(line)) and _names_body_first(found)]
    if len(told) < max(MIN_LINES, len(lines)):
        return text
    return "\n".join(f"{found['body']}:{found['name']}{found['said'].rstrip()}" for found in told).ljust(len(text))


def _names_body_first(found: re.Match[str]) -> bool:
    body, name = found["body"].strip(), found["name"].split()
    return is_first_name(name[0]) and len(name) > 1 and not (is_first_name(body.split()[0]) or match_role(body))
