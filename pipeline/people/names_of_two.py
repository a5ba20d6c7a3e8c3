"""Bodies whose name is two words and what joins them: « Bus & Lignes », « Ports de Vézac »."""

import re

from pipeline.wording import CAPITALS, match_head


def is_name_of_two(before: str, joint: str, after: str) -> bool:
    """Whether one capitalised word that is no acronym, a joint and one more are one name: « Bus & Lignes ».

    « Datalab de la Fabrique » are two: an article leads to a body.
    """
    words = all(re.fullmatch(rf"[{CAPITALS}][\w'’-]*[a-zà-ÿ]", each) for each in (before, after.strip()))
    return words and joint.strip() in ("&", "de", "d'", "d’") and not (match_head(before) or match_head(after))
