"""Subtitles told from titles: what stands, time after time, right below longer and larger lines."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.passages import same_block

# So many, and this part of them, stand right below larger titles.
MIN_BELOW, BELOW_SHARE = 2, 0.6
# A larger number, or the name of a format in large letters, has fewer words than a title.
MIN_WORDS = 3


def are_subtitles(groups: Sequence[Sequence[int]], larger: Sequence[Sequence[int]], lines: Sequence[Line]) -> bool:
    """Whether most groups of lines stand right below larger ones that are titles by their words, each another.

    Args:
        groups: runs of lines in one look, as indices.
        larger: such runs in a larger look.
        lines: the lines of the document in reading order.
    """
    over = {group[-1]: group for group in larger}
    below = [over[group[0] - 1] for group in groups if group[0] - 1 in over]
    below = [group for group in below if same_block(lines[group[-1]], lines[group[-1] + 1])]
    texts = {" ".join(lines[place].text.casefold() for place in group) for group in below}
    titles = [text for text in texts if len(text.split()) >= MIN_WORDS]
    return len(titles) >= max(MIN_BELOW, BELOW_SHARE * len(groups))
