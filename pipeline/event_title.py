"""The title of an event: what stands over its first item, set larger or bolder than the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.document import Document, Line, Passage, Piece, Segment
from pipeline.page.passages import join_lines
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours

# A title is set so much larger than the text, or bold where the text is not; its lines differ by no more than this.
LARGER, ALIKE = 1.15, 0.1
# It takes no more lines, and these follow one another within so many heights of a line.
MAX_LINES, MAX_STEP = 5, 2.2
# A line with a day and no more words beside it says when: « Lens, mardi 14 mai 2024 ».
MAX_BESIDE_DAY = 2
# Words that only say what is printed, and with those below what kind of event it is.
_SMALL = r"\W|\d|_|\b(?:l[ea]s?|du|de|des|d|l|une?|et|en|[èe]re?|er|e|[ée]me)\b"
_PAPER = (
    r"\b(?:programm(?:e|ation)s?|pr[ée]-?programme|agenda|planning|horaires?|sommaire|d[ée]taill?[ée]e?|compl[eè]te?|"
    r"provisoire|pr[ée]visionnel(?:le)?|d[ée]finitif|officiel|final|invitation|bienvenue|[ée]dito(?:rial)?)\b"
)
_KIND = (
    r"\b(?:[ée]dition|colloques?|journ[ée]es?|[ée]tudes?|s[ée]minaires?|forum|festival|rencontres?|congr[èe]s|salon|"
    r"assises|conf[ée]rences?|symposium|workshop|ateliers?|internationa(?:le?s?|ux)|nationa(?:le?s?|ux)|annuel(?:le)?s?|"
    r"r[ée]giona(?:le?s?|ux)|scientifiques?|professionnel(?:le)?s?|doctora(?:le?s?|ux)|g[ée]n[ée]ra(?:le?s?|ux))\b"
)
_SHEET = re.compile(rf"(?:{_SMALL}|{_PAPER})*", re.I)
_WHAT = re.compile(rf"(?:{_SMALL}|{_PAPER}|{_KIND})*", re.I)
_ADDRESS = re.compile(r"https?:|www\.|@|\b\d{5}\s[A-ZÀ-Þ]|\b\w+\.(?:fr|org|com|eu)\b", re.I)
# What programs write into a file instead of a title.
_NO_TITLE = re.compile(
    r"\.(?:docx?|od[tp]|rtf|pdf|html?|indd|pptx?|pub|xlsx?|ai)\b|^Microsoft\b|^(?:sans[ -]titre|untitled|"
    r"pr[ée]sentation\s?\w*|document\s?\d*|diapositive \d+|mise en page \d+)$",
    re.I,
)


def told_title(document: Document) -> str | None:
    """The title a file says it has, unless that is the name of a file or a program, or is printed nowhere in it.

    Examples: "Forum des rives" → "Forum des rives"; "Microsoft Word - prog v3.docx" → None.
    """
    if not document.title or _NO_TITLE.search(document.title.strip()):
        return None
    printed = {
        word for page in document.pages for line in (*page.lines, *page.furniture) for word in _words(line.text)
    }
    return document.title if set(_words(document.title)) <= printed and not _SHEET.fullmatch(document.title) else None


def find_event_title(document: Document, segments: Sequence[Segment]) -> Passage | None:
    """The lines over the first item that are set as the title of all, unless they only name a kind of event.

    Example: « COLLOQUE » over « **Habiter la rive** » over « 14 mai 2024 » → « Habiter la rive ».
    """
    size, bold = _text_style(document)
    lines = [
        line
        for line in _above_items(document, segments)
        if line.style.size >= LARGER * size or (line.style.bold and not bold and line.style.size >= size)
    ]
    groups = [group for group in _groups(lines) if _may_be_title(group)]
    named = [group for group in groups if not _WHAT.fullmatch(" ".join(line.text for line in group))]
    best = max(named, key=lambda group: group[0].style.size, default=None)
    return join_lines(best, one_paragraph=True) if best else None


def _above_items(document: Document, segments: Sequence[Segment]) -> list[Line]:
    """The lines of the first page with letters that stand over all items, from above."""
    used = [piece.line for item in segments for piece in _pieces(item)]
    for page in document.pages:
        top = min((line.box.y0 for line in used if line.page == page.number), default=page.height)
        lines = [line for line in (*page.lines, *page.furniture) if line.rotation == 0 and line.box.y1 <= top + 1]
        if lines or top < page.height:
            return sorted(lines, key=lambda line: (line.box.y0, line.box.x0))
    return []


def _pieces(item: Segment) -> Iterable[Piece]:
    return (piece for passage in (item.title, item.hours) if passage for piece in passage.pieces)


def _text_style(document: Document) -> tuple[float, bool]:
    """Size and weight of most of the text."""
    lengths: Counter[tuple[float, bool]] = Counter()
    for page in document.pages:
        for line in page.lines:
            lengths[line.style.size, line.style.bold] += len(line.text)
    return lengths.most_common(1)[0][0] if lengths else (0.0, False)


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines set alike, one below the other; what stands side by side are heads of columns, and no title."""
    level = {id(line) for pair in pairwise(lines) for line in pair if pair[1].box.y0 < pair[0].box.middle_y}
    lines = [line for line in lines if id(line) not in level]
    groups = [[line] for line in lines[:1]]
    for before, line in pairwise(lines):
        alike = abs(line.style.size - before.style.size) <= ALIKE * before.style.size
        near = line.box.y1 - before.box.y1 <= MAX_STEP * before.box.height
        if alike and near and line.style.bold == before.style.bold and not _is_other(line) and not _is_other(before):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_other(line: Line) -> bool:
    """Whether a line is a day, a time, an address or the word « programme »: no part of a title."""
    if find_hours(line.text) or _ADDRESS.search(line.text) or _SHEET.fullmatch(line.text):
        return True
    days = find_days(line.text)
    beside = line.text[: days[0].start_offset] + line.text[days[-1].end_offset :] if days else line.text
    return bool(days) and len(_words(beside)) <= MAX_BESIDE_DAY


def _may_be_title(group: Sequence[Line]) -> bool:
    return len(group) <= MAX_LINES and not group[0].text[:1].islower() and not any(_is_other(line) for line in group)


def _words(text: str) -> list[str]:
    return re.findall(r"\w{2,}", text.casefold())
