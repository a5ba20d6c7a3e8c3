"""People told one above the other: a name on a line of its own, below it in another style a function or a body."""

import re
from collections.abc import Callable, Collection, Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.page.passages import same_block
from pipeline.wording import BULLETS, find_marker, is_room, match_head, match_role, names_somebody, opens_person

# A name has no more words than this, and what is said of somebody takes no more lines.
MAX_WORDS, MAX_LINES = 5, 4
# In the styles of people known so a line this short below a name needs no function known.
LONGEST = 60
# People announced stand no more lines above further ones.
MOST_ABOVE = 16
_SIGN = re.compile(r"[,;:(–—|.!?]\s*\w")
_BULLET = re.compile(rf"[{BULLETS}]\s")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?](?:\s|$)")


def name_cards(lines: Sequence[Line]) -> list[range]:
    """The places of the lines of each person set so, from the name to the last line said of them."""
    sure = [place for place in range(len(lines)) if _opens_card(lines, place, opens_person, _tells_person)]
    known = {(Look.of(lines[place].style), Look.of(lines[place + 1].style)) for place in sure}

    def opens(place: int) -> bool:
        looks = [Look.of(line.style) for line in lines[place : place + 2]]
        return place in sure or (tuple(looks) in known and _opens_card(lines, place, names_somebody, _is_short))

    cards: list[range] = []
    for place in range(len(lines)):
        if (cards and place < cards[-1].stop) or not opens(place):
            continue
        end = place + 2
        while end < min(len(lines), place + 1 + MAX_LINES) and not opens(end) and _goes_on(lines, place, end):
            end += 1
        cards.append(range(place, end))
    return [card for card in cards if not _runs_on(lines, card)]


def goes_on_people(lines: Sequence[Line], place: int, times: Collection[int]) -> bool:
    """Whether a name alone is set as people announced above it: « Avec **Léa Durand** », later « **Marc Petit** ».

    What announces them may stand on a line of its own, and a bullet before each name. No time stands between the two,
    nor right below the name, whose title it would be; `times` are their places.
    """
    line, bullet = lines[place], _BULLET.match(lines[place].text)
    # In a list with bullets whose first entry is a person the others need not be known.
    name = line.text[bullet.end() :] if bullet else line.text
    if place + 1 in times or not _is_name_alone(name, names_somebody if bullet else opens_person):
        return False
    for above in range(place - 1, max(-1, place - 1 - MOST_ABOVE), -1):
        if above in times:
            return False
        if (marker := find_marker(lines[above].text)) is not None:
            named, look = lines[above].text[marker.rest :].lstrip(), Look.of(lines[above].spans[-1].style)
            if not named:
                named, look = _BULLET.sub("", lines[above + 1].text, count=1), Look.of(lines[above + 1].style)
            listed = not bullet or lines[above + 1].text.startswith(bullet[0])
            return opens_person(named) and listed and look == Look.of(line.style)
    return False


def _is_name_alone(text: str, is_name: Callable[[str], bool]) -> bool:
    return is_name(text) and len(text.split()) <= MAX_WORDS and not _SIGN.search(text)


def _runs_on(lines: Sequence[Line], card: range) -> bool:
    """Whether people run on in one paragraph, names set apart: « **Léa Durand**, », « éclusière ; **Marc** »."""
    look = Look.of(lines[card.start].style)
    return any(look in map(Look.of, (span.style for span in lines[place].spans[1:])) for place in card[1:])


def _tells_person(text: str) -> bool:
    return bool(match_role(text) or match_head(text))


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST


def _opens_card(
    lines: Sequence[Line], place: int, is_name: Callable[[str], bool], tells: Callable[[str], bool]
) -> bool:
    """Whether a line is a name and nothing else, and the next tells in another style what that person is."""
    if place + 1 >= len(lines):
        return False
    name, said = lines[place], lines[place + 1]
    if (
        not _is_name_alone(name.text, is_name)
        or Look.of(name.style) == Look.of(said.style)
        or said.style.size > name.style.size
    ):
        return False
    return tells(said.text) and same_block(name, said) and not _SENTENCE.search(said.text)


def _goes_on(lines: Sequence[Line], name: int, place: int) -> bool:
    """Whether a line still tells of the person named above it."""
    line = lines[place]
    below = same_block(lines[place - 1], line) and line.style.size <= lines[name].style.size
    other = find_marker(line.text) or is_room(line.text) or _SENTENCE.search(line.text)
    listed = _BULLET.match(line.text) and not _BULLET.match(lines[name].text)  # an entry of another list
    return below and not (other or listed) and Look.of(line.style) != Look.of(lines[name].style)
