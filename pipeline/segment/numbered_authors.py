"""Authors with the numbers of their bodies: « L. Durand1, M. Petit2 », below it « 1 Canal Sud ; 2 Fabrique »."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.document import Line, Passage, Piece
from pipeline.page.passages import cut, fills, join_lines, same_block
from pipeline.wording import CAPITALS, find_marker, is_place

# Authors take no more lines than these, and their bodies no more than those.
MAX_AUTHOR_LINES, MAX_BODY_LINES = 4, 8
_MARK = r"(?:\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹*†‡])"
_SMALL_NUMBERS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_WORD = rf"[{CAPITALS}](?:[^\W\d_¹²³⁴⁵⁶⁷⁸⁹]|['’.-])*"
_PARTICLE = r"(?:d[eu]s?|l[ae]|van|von|de[rn]|el|al|ben|d[aio]s?|y)\s|d['’]"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE})*{_WORD}){{1,4}}"
_AUTHOR = re.compile(rf"(?P<name>{_NAME})(?P<marks>{_MARK}(?:\s?,\s?{_MARK}(?![^\W\d_]))*)?(?!\w)")
_BETWEEN = re.compile(r"\s*(?:[,;]|et\s|&|and\s)\s*(?:et\s+)?")
_INITIAL = re.compile(rf"[{CAPITALS}]\.")
_BODY_MARK = re.compile(rf"(?:^|[;,.]\s*|\s)(?P<mark>{_MARK})[.)]?\s*(?=[{CAPITALS}(])")


def list_authors(text: str) -> list[re.Match[str]]:
    """The authors a text lists and nothing else, with their marks; none unless marks or initials tell them.

    Example: `list_authors("L. Durand1,2, M. Petit2")` → « L. Durand » « 1,2 », « M. Petit » « 2 ».
    """
    found: list[re.Match[str]] = []
    place = 0
    while author := _AUTHOR.match(text, place):
        found.append(author)
        between = _BETWEEN.match(text, author.end())
        place = between.end() if between else author.end()
        if between is None:
            break
    if not found or text[place:].strip(" ,;.") or any(is_place(author["name"]) for author in found):
        return []
    marked = any(author["marks"] for author in found)
    initials = len(found) > 1 and all(_INITIAL.match(author["name"]) for author in found)
    return found if marked or initials else []


def numbered_authors(lines: Sequence[Line], vocabulary: frozenset[str]) -> list[tuple[range, Passage]]:
    """The places of the lines that list authors with those of their bodies, and both as one text.

    Each author is followed by the bodies of his marks in brackets, as if they had been printed so.
    """
    found: list[tuple[range, Passage]] = []
    place = 0
    while place < len(lines):
        end = _end_of_authors(lines, place)
        if end == place:
            place += 1
            continue
        authors = join_lines(lines[place:end], vocabulary, one_paragraph=True)
        stop = _end_of_bodies(lines, end)
        bodies = _bodies(join_lines(lines[end:stop], vocabulary, one_paragraph=True)) if stop > end else {}
        found.append((range(place, stop if bodies else end), _told(authors, bodies)))
        place = found[-1][0].stop
    return found


def _end_of_authors(lines: Sequence[Line], start: int) -> int:
    """Where the longest run of lines from `start` ends that together list authors."""
    for end in range(min(len(lines), start + MAX_AUTHOR_LINES), start, -1):
        together = all(same_block(lines[n - 1], lines[n]) for n in range(start + 1, end))
        if together and list_authors(" ".join(line.text for line in lines[start:end])):
            return end
    return start


def _end_of_bodies(lines: Sequence[Line], start: int) -> int:
    """Where the lines end that begin with the mark of the first body."""
    if start >= len(lines) or not re.match(rf"\s*{_MARK}", lines[start].text):
        return start
    end, edge = start + 1, max(line.box.x1 for line in lines)
    while end < min(len(lines), start + MAX_BODY_LINES):
        line, before = lines[end], lines[end - 1]
        beside = line.page == before.page and line.box.y0 < before.box.y1 and line.box.x0 >= before.box.x1 - 1
        told = re.match(rf"\s*{_MARK}", line.text) or fills(before, line, edge)
        goes_on = beside or (same_block(before, line) and line.style.size <= before.style.size and told)
        if not goes_on or find_marker(line.text) or list_authors(line.text):
            break
        end += 1
    return end


def _bodies(text: Passage) -> Mapping[str, Passage]:
    """What follows each mark, up to the next."""
    marks: list[re.Match[str]] = []
    for mark in _BODY_MARK.finditer(text.text):
        told = mark[0][0] in ";,." or mark.start() == 0 or mark.start("mark") in text.breaks
        number = mark["mark"].translate(_SMALL_NUMBERS)
        if told and (not marks or not number.isdecimal() or int(number) == len(marks) + 1):
            marks.append(mark)
    ends = [*(mark.start() for mark in marks[1:]), len(text.text)]
    return {
        mark["mark"].translate(_SMALL_NUMBERS): cut(text, mark.end(), len(text.text[:end].rstrip(" ;,.")))
        for mark, end in zip(marks, ends, strict=True)
    }


def _told(authors: Passage, bodies: Mapping[str, Passage]) -> Passage:
    parts: list[Passage | str] = []
    for author in list_authors(authors.text):
        known = [
            bodies[mark]
            for mark in re.findall(_MARK, (author["marks"] or "").translate(_SMALL_NUMBERS))
            if mark in bodies
        ]
        parts += [", "] if parts else []
        parts.append(cut(authors, *author.span("name")))
        for number, body in enumerate(known):
            parts += [", " if number else " (", body]
        parts += [")"] if known else []
    return joined_with_signs(parts)


def joined_with_signs(parts: Iterable[Passage | str]) -> Passage:
    """Passages and the signs between them as one passage; the signs stand nowhere on the page."""
    text = ""
    pieces: list[Piece] = []
    for part in parts:
        if isinstance(part, Passage):
            pieces += [
                piece.model_copy(update={"start": piece.start + len(text), "end": piece.end + len(text)})
                for piece in part.pieces
            ]
        text += part if isinstance(part, str) else part.text
    return Passage(text=text, pieces=tuple(pieces))
