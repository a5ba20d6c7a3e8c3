"""Lines to running text: lines joined, hyphenation undone, paragraphs found, every offset traceable."""

import re
from collections.abc import Sequence
from math import inf

from pipeline.document import Box, Document, Line, Passage, Piece, Span
from pipeline.page.entries import is_practical, tells_kind
from pipeline.page.line_ends import ends_open, goes_on_below, is_bracket_open, needs_name, tells_of_people_above
from pipeline.wording import BULLETS, is_first_name, is_place, match_role, opens_person

# The hyphen of the keyboard, that of typesetters, and the one that does not break.
HYPHENS = ("-", "\u2010", "\u2011")
# The first; it stands between the parts of compounds wherever the second only breaks words at the ends of lines.
KEYBOARD_HYPHEN = "-"
_COMPOUND, _SET_COMPOUND = re.compile(r"[^\W\d_]-[^\W\d_]"), re.compile(r"[^\W\d_]\u2010[^\W\d_]")
_TO_KEYBOARD = str.maketrans(dict.fromkeys(HYPHENS, "-"))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LAST_PART, _FIRST_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$"), re.compile(r"[^\W\d_]+")
# A line has room left for a word when this many times its average width would fit: words are of unlike width.
ROOM = 1.25
# Lines of a paragraph stand this far apart, in heights of a line, where the document does not tell.
LEADING = 1.2
# Several lines made one are as high as one: no more than this, in parts of the size of its letters.
TALL = 1.6
# A box as tight as its letters is this high, in parts of their size, where some reach up and some down.
LETTERS = 0.88
# Boxes tell of the letters that words begin and end with. Where none of these is tall, as in « aux rives », the line
# is no higher than LOW, and begins lower by RISE, in parts of its size.
LOW, RISE = 0.75, 0.22
# Boxes whose heights differ by such a part of the size are as tight as their letters, of which some have accents.
RAGGED = (0.05, 0.3)
# Boxes tight around the text are so high, in sizes of their font, and those of capitals lower than that.
TIGHT, CAPITALS_HIGH = 0.9, 0.85
_REACHES_UP = re.compile(r"(?<!\S)[^acegmnopqrsuvwxyzœæç]|[^acegmnopqrsuvwxyzœæç.,](?!\S)")
# A step this much wider than the usual one begins a paragraph.
SPREAD = 1.1
# Between two lines of a title there is less room than this part of their height, less still before a dash.
TITLE_GAP, DASHED_GAP = 0.6, 0.5
_DASHED = re.compile(r"[–—-]\s[a-zà-öø-ÿ]")
# The length of a talk at the end of its announcement.
LENGTH_IN_BRACKETS = re.compile(r"\s*[(\[]\s?\d{1,3}\s?(?:min(?:utes?)?\.?|mn|['’′])\s?[)\]]\s*$", re.I)
_BULLET = re.compile(r"^\s*(?:[•·●▪■□▢◆◇►▶▸→➔➤‣◦○∙★✓✔♦*–—-]\s|\d{1,2}[.)]\s)")
# A dash at the beginning of a line, and within how many points the lines of one text begin.
_DASHES, SAME_EDGE = ("–", "—", "-"), 3.0
# The text of a list begins no further behind its bullets than this many times the size of its letters.
HANGING = 3.0
# After these, and before those, a hyphen stays: compounds.
_BEFORE_HYPHEN = frozenset(
    """
    ex non vice sous co post pré pro anti inter auto socio éco méta mi demi semi après avant arrière contre peut
    rendez celui ceux celle celles quelques tiers porte bien là haut basse bas grand grands petit tout mot e vis dix
    vingt saint sainte franco nord sud centre jean marie anne pierre
    """.split()
)
_AFTER_HYPHEN = frozenset("t ci là même mêmes être".split())
# These stand in the middle of compounds: « rez-de- », « chaussée ».
_INSIDE_COMPOUND = frozenset("de du des en à la le les lès près sur sous".split())
# « Vézac- », « sur-Loire »: the name of a place goes on; « Val- », « d'Auze » too.
_NAME_GOES_ON = re.compile(
    r"(?:de|du|des|en|à|la|le|l[eè]s|près|sur|sous|devant|aux?|et)[-\u2010\u2011]|(?:d['’](?!hui)|l['’])\w"
)
# So does that between a verb and its pronoun (« sont-ils », « dites-leur »), while « cou-leur » is one word.
_VERB_AND_PRONOUN = re.compile(
    r"(?:[td]-(?:ils?|elles?|on|ce)|[eéidsx]-je|[sx]-tu|[esz]-(?:nous|vous|le|la|les|lui|leur|moi|toi|y|en))$"
)


def words_of(document: Document) -> frozenset[str]:
    """All words of a document in lower case: they tell whether a hyphen at a line end is part of the word.

    Where compounds have the hyphen of the keyboard, that is a word too: the hyphen of typesetters is none of theirs.
    """
    texts = [line.text for page in document.pages for line in page.lines]
    typed = any(map(_COMPOUND.search, texts)) and not any(map(_SET_COMPOUND.search, texts))
    words = (word.casefold() for text in texts for word in _WORD.findall(text.translate(_TO_KEYBOARD)))
    return frozenset((*words, KEYBOARD_HYPHEN) if typed else words)


def join_lines(
    lines: Sequence[Line],
    vocabulary: frozenset[str] = frozenset(),
    *,
    one_paragraph: bool = False,
    item_edge: float | None = None,
    leading: float = LEADING,
    edge: float = inf,
) -> Passage:
    """One passage from lines in reading order.

    A hyphen at a line end is dropped when the word goes on, and kept in a compound; lines are otherwise joined
    by one space, paragraphs by a line feed.

    Args:
        lines: the lines.
        vocabulary: the words of the document.
        one_paragraph: the lines are known to be one paragraph, as those of a title are.
        item_edge: where the column ends; a line with room left for the next word ends an item, as in lists of
            people.
        leading: how far apart the lines of a paragraph stand, in heights of a line.
        edge: where the column of a text ends; a dash below a full line is no bullet.

    Example: lines « déve- », « loppement » → « développement »; « sont- », « ils » → « sont-ils ».
    """
    text = ""
    pieces: list[Piece] = []
    breaks: list[int] = []
    paragraphs: list[int] = []
    for index, line in enumerate(lines):
        if index:
            before = lines[index - 1]
            earlier = lines[index - 2] if index > 1 else None
            ends = (
                item_edge is not None
                and not (
                    ends_open(before.text) or goes_on_below(text[paragraphs[-1] if paragraphs else 0 :], line.text)
                )
                and not (line.text[:1].islower() or line.text[:1] in "(,;")
                and before.page == line.page
                and (not fills(before, line, item_edge) or opens_item(before, line))
            )
            item = text[paragraphs[-1] if paragraphs else 0 :]
            told = item_edge is not None and tells_of_people_above(item, line.text)
            limit = edge if line.style.size == before.style.size else inf
            told = told or goes_on_with_dash(before, line, limit if item_edge is None else item_edge)
            if not told and (ends or (not one_paragraph and starts_paragraph(before, line, earlier, leading))):
                text += "\n"
                paragraphs.append(len(text))
            elif text.endswith(HYPHENS) and not text[:-1].endswith(" "):
                if not _keeps_hyphen(text, line.text, before.hyphenated, vocabulary):
                    text = text[:-1]
                    last = pieces[-1]
                    pieces[-1] = last.model_copy(update={"end": last.end - 1})
            else:
                text += " "
            breaks.append(len(text))
        pieces.append(Piece(start=len(text), end=len(text) + len(line.text), line=line, offset=0))
        text += line.text
    return Passage(text=text, pieces=tuple(pieces), breaks=tuple(breaks), paragraphs=tuple(paragraphs))


def cut(passage: Passage, start: int, end: int | None = None) -> Passage:
    """The part of a passage between two offsets, without white space at its ends, still traceable."""
    end = len(passage.text) if end is None else end
    while start < end and passage.text[start].isspace():
        start += 1
    while end > start and passage.text[end - 1].isspace():
        end -= 1
    pieces = []
    for piece in passage.pieces:
        first, last = max(start, piece.start), min(end, piece.end)
        if first < last:
            pieces.append(
                Piece(
                    start=first - start,
                    end=last - start,
                    line=piece.line,
                    offset=piece.offset + first - piece.start,
                )
            )
    return Passage(
        text=passage.text[start:end],
        pieces=tuple(pieces),
        breaks=tuple(spot - start for spot in passage.breaks if start < spot < end),
        paragraphs=tuple(spot - start for spot in passage.paragraphs if start < spot < end),
    )


def append(passage: Passage, after: Passage) -> Passage:
    """Two passages as one: the second begins a printed line of the same paragraph."""
    joint = "" if re.search(r"\w[-\u2010\u2011]$", passage.text) else " "
    shift = len(passage.text) + len(joint)
    pieces = [
        piece.model_copy(update={"start": piece.start + shift, "end": piece.end + shift}) for piece in after.pieces
    ]
    return Passage(
        text=f"{passage.text}{joint}{after.text}",
        pieces=(*passage.pieces, *pieces),
        breaks=(*passage.breaks, shift, *(spot + shift for spot in after.breaks)),
        paragraphs=(*passage.paragraphs, *(spot + shift for spot in after.paragraphs)),
    )


def without_loose_bracket(passage: Passage) -> Passage:
    """A passage without brackets at its end that nothing in it opens."""
    loose = passage.text.count(")") > passage.text.count("(")
    return cut(passage, 0, len(passage.text.rstrip(")"))) if loose else passage


def cut_line(line: Line, spot: int) -> tuple[Line, Line]:
    """The line as two, cut before `text[spot]`; their boxes end where the characters do."""
    return _line_part(line, 0, spot), _line_part(line, spot, len(line.text))


def _line_part(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    spans = tuple(
        Span(
            start=max(span.start, start) - start,
            end=min(span.end, end) - start,
            box=line.box_of(max(span.start, start), min(span.end, end)),
            style=span.style,
        )
        for span in line.spans
        if max(span.start, start) < min(span.end, end)
    )
    return line.model_copy(
        update={
            "text": line.text[start:end],
            "box": _rounded(line.box_of(start, end)),
            "spans": spans,
            "rank": line.rank + start,
            "hyphenated": line.hyphenated and end == len(line.text),
        }
    )


def _rounded(box: Box) -> Box:
    return Box(x0=round(box.x0, 2), y0=round(box.y0, 2), x1=round(box.x1, 2), y1=round(box.y1, 2))


def starts_paragraph(
    before: Line, line: Line, earlier: Line | None = None, leading: float = LEADING, any_slant: bool = False
) -> bool:
    """Whether a paragraph begins with `line`: after a wider gap, with a bullet, another size or slant.

    Across pages one does behind the end of a sentence. The pitch of `earlier`, two lines above, is usual; with
    `any_slant` another slant begins none.
    """
    if _BULLET.match(line.text) and line.text.strip() not in "-–—" and not is_bracket_open(before.text):
        return True
    resized = abs(line.style.size - before.style.size) > 1
    if line.page != before.page:
        return resized or before.text.rstrip().endswith((".", "!", "?", ":", "»"))
    public = is_practical(line.text) and not ends_open(before.text)  # « Sur réservation », « 12 € / 8 € »
    if (public or ends_with_length(before.text) or tells_kind(before.text)) and not line.text[:1].islower():
        return True
    slanted = line.style.italic != before.style.italic and len(line.spans) == len(before.spans) == 1
    if (slanted and not any_slant) or _is_recast(before, line):
        return True
    # Where two lines meet may be set alike though most of one is not: « **Titre** (Salle 2) », « **suite** ».
    meet = abs(line.spans[0].style.size - before.spans[-1].style.size) if line.spans and before.spans else inf
    if resized and meet > 1:
        return True
    pitch = line.box.y0 - before.box.y0
    if line.box.height < LOW * line.style.size and not _REACHES_UP.search(line.text):
        pitch -= RISE * line.style.size
    # Accents and brackets make a box that is as tight as its letters begin higher than others.
    if RAGGED[0] < abs(line.box.height - before.box.height) / line.style.size < RAGGED[1]:
        pitch = min(pitch, line.box.y1 - before.box.y1)
    # Boxes may be as tight as their letters; what the document shows of its leading is measured in them.
    size = line.style.size if leading == LEADING else LETTERS * line.style.size
    if _is_low(line):
        # Capitals without accents are lower than the text it is measured in, and begin lower than those with.
        size, pitch = max(size, TIGHT * line.style.size), min(pitch, line.box.y1 - before.box.y1)
    usual = SPREAD * leading * max(size, *(min(each.box.height, TALL * each.style.size) for each in (before, line)))
    if earlier is not None and earlier.page == before.page and 0 < before.box.y0 - earlier.box.y0 < usual:
        usual = max(1.2 * (before.box.y0 - earlier.box.y0), 1.05 * line.box.height)
    return pitch > usual


def _is_low(line: Line) -> bool:
    """Whether a line is set in capitals and its box no higher than these: tight around letters that reach nowhere."""
    return line.text.isupper() and line.box.height < CAPITALS_HIGH * line.style.size


def ends_with_length(text: str) -> bool:
    """Whether a text ends with the length of what it announces: « Le moulin – Léa Durand (20 min) », « [10’] »."""
    return bool(LENGTH_IN_BRACKETS.search(text))


def opens_item(before: Line, line: Line) -> bool:
    """Whether a line of a list of people begins with a person whom nothing joins to the line before."""
    last = re.split(r"[\s'’]", before.text.rstrip())[-1]  # « à l'Université » wants a name
    whole = last.isupper() and not before.text.isupper()  # « Omar MARTIN », though « Martin » is a first name too
    bold = line.spans[0].style.bold > before.spans[-1].style.bold  # as names are set
    joined = not bold and (needs_name(last) or last.endswith(".") or (is_first_name(last) and not whole))
    joined = joined or last[-1:] in f",;:/&(–—-·|{BULLETS}"
    # « Sciences », « Po Paris, … » is a body broken over two lines.
    joined = joined or is_place(" ".join(line.text.split()[1:2]))
    return opens_person(line.text) and not joined


def _is_recast(before: Line, line: Line) -> bool:
    """Whether two lines, each in one style, differ in size and in colour or weight too: credits, then a summary."""
    if len(before.spans) != 1 or len(line.spans) != 1:
        return False
    one, other = before.style, line.style
    return abs(one.size - other.size) > 0.7 and (one.color, one.bold) != (other.color, other.bold)


def fills(before: Line, line: Line, edge: float, room: float = ROOM) -> bool:
    """Whether the first word of `line` would not have fitted on the line before, in a column that ends at `edge`."""
    word = next(iter(line.text.split(maxsplit=1)), "")
    width = line.box.width * (len(word) + 1) / max(len(line.text), 1)
    return before.box.x1 + room * width > edge


def goes_on_with_dash(before: Line, line: Line, edge: float) -> bool:
    """Whether the dash that opens a line parts what stands before it, which fills its line, from what follows.

    « … ; Léa Durand » over « – Canal Sud », or « • Habiter la rive » over « – Léa Durand », further in; in a list of
    dashes more than one line opens so.
    """
    words, bullet = line.text.split(maxsplit=2), _BULLET.match(before.text)
    if len(words) < 2 or words[0] not in _DASHES or (bullet and bullet[0].strip() in _DASHES):
        return False
    width = line.box.width * (len(" ".join(words[:2])) + 1) / len(line.text)
    full = before.box.x1 + ROOM * width > edge and not before.text.rstrip().endswith((".", ":", "!", "?", ";"))
    further_in = line.box.x0 - before.box.x0
    below = SAME_EDGE < further_in < HANGING * line.style.size if bullet else abs(further_in) < SAME_EDGE
    return full and below and same_block(before, line)


def _keeps_hyphen(text: str, after: str, soft: bool, vocabulary: frozenset[str]) -> bool:
    part, first = _LAST_PART.search(text), _FIRST_WORD.match(after)
    if part is None or first is None:
        return True
    left, right = part[1].casefold(), first[0].casefold()
    if left + right in vocabulary or (text.endswith("\u2010") and KEYBOARD_HYPHEN in vocabulary):
        return False
    if first[0][0].isupper() or part[1].isupper():
        return True
    if f"{left}-{right}" in vocabulary or right in _AFTER_HYPHEN or left in _BEFORE_HYPHEN:
        return True
    if _VERB_AND_PRONOUN.search(f"{left}-{right}"):
        return True
    if left in _INSIDE_COMPOUND and text[: part.start()].endswith(HYPHENS):
        return True
    if _NAME_GOES_ON.match(after) and part[1][0].isupper():
        return True
    if all((role := match_role(word)) and role.end() == len(word) for word in (part[1], first[0])):
        return True  # « autrice-compositrice »
    return soft and len(left) < 2


def same_block(before: Line, line: Line) -> bool:
    """Whether a line goes on directly below another: same page, overlapping in x, no more than a line apart."""
    gap = line.box.y0 - before.box.y1
    low = min(line.style.size, before.style.size)  # boxes may be as tight as their letters
    return (
        line.page == before.page
        and -0.6 * line.box.height < gap < 0.9 * max(line.box.height, before.box.height, low)
        and min(line.box.x1, before.box.x1) - max(line.box.x0, before.box.x0) > 0
    )


def is_tied(before: Line, line: Line) -> bool:
    """Whether a line of a title goes on in lower case, though titles are set wider than the text, or at a dash.

    « Habiter la rive », « - regards de terrain » or « et ses riverains »; « Axe 1 – », « Les rives ».
    """
    gap = line.box.y0 - before.box.y1
    if _DASHED.match(line.text):
        return gap < DASHED_GAP * line.box.height and not before.text.rstrip().endswith((":", ";", "."))
    alike = before.spans[-1].style == line.spans[0].style
    near = before.page == line.page and 0 <= gap < TITLE_GAP * line.box.height
    return alike and near and (line.text[:1].islower() or before.text.rstrip().endswith(("-", "–", "—")))
