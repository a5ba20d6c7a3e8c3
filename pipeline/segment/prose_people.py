"""People named in running text: « introduit par Léa Durand », or a sentence of their own: « Avec Marc Petit »."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from pipeline.document import Block, Capacity, Line, Passage
from pipeline.lexicon import Rows
from pipeline.nouns import opens_unnamed
from pipeline.page.line_ends import ends_open
from pipeline.page.passages import cut
from pipeline.page.people_lists import CLAUSE
from pipeline.segment.block_ends import is_name_alone, tells_what_is_done
from pipeline.wording import (
    BULLETS,
    Marker,
    find_formats,
    find_markers_inside,
    find_prose_markers,
    names_holder,
    names_somebody,
    opens_people,
    opens_person,
)

# « Récits de bateliers, avec Léa Durand »: in a description this tells who takes part.
_WITH = re.compile(r"(?<=[,–—] )avec(?= [A-ZÀ-Þ]| (?:les|des) [a-z])")
# What is given by somebody takes no more signs before « par »; what was done by somebody ends with a participle.
LONGEST_LEAD = 100
_BY = re.compile(r"(?<=\s)par\s+")
_DONE = re.compile(r"(?<!mus)(?<!lyc)(?<!journ)(?<!soir)(?:é|i|is|it|ert|u)e?s?$")


def led_format(text: str, markers: Rows = ()) -> Marker | None:
    """The marker of a line that names a format and who leads it, and no more: « DÉBAT MODÉRÉ PAR Léa Durand »."""
    for start, end, capacity in find_prose_markers(text, markers)[:1]:
        formats = [text[first:last] for first, last, _ in find_formats(text)]
        alone = is_name_alone(text[end:].lstrip()) and capacity is not Capacity.INTERVENTION
        if alone and text[:start].strip() in formats:
            return Marker(capacity, text[:end], end, colon=False)
    return None


def leads_to_people(text: str, markers: Rows = ()) -> bool:
    """Whether a line says who takes part in what it calls the item: « Atelier animé par Léa Durand, éclusière »."""
    return any(opens_person(text[end:].lstrip()) for _, end, _ in find_prose_markers(text, markers))


def at_turns(block: Block) -> list[Block]:
    """A block cut where a clause in it names others: « Léa Durand ; modérée par Marc Petit »."""
    text = block.passage.text
    for start, end, capacity in find_prose_markers(text):
        others = cut(block.passage, end)
        clause = capacity is not Capacity.INTERVENTION and text[:start].rstrip().endswith(tuple(";,–—-(/|•·"))
        clause = clause or start in block.passage.breaks  # « animé par Léa Durand » on a line of its own
        if start and (text[start:end].istitle() or clause) and opens_person(others.text):
            rest = Block(capacity=capacity, marker=text[start:end], passage=others)
            before = cut(block.passage, 0, len(text[:start].rstrip(f" ·∙{BULLETS}")))
            return [block.model_copy(update={"passage": before}), *at_turns(rest)]
    # « Échanges animés par Léa Durand, avec Anne Roux » tells the exchange; « ANIMÉ PAR » only those who lead.
    tells_all = block.capacity is not Capacity.INTERVENTION and not _LEADING.match(block.marker)
    joined = _WITH.search(text) if tells_all else None
    if joined is None or not opens_person(text[joined.end() :].lstrip()):
        return [block]
    led, others = cut(block.passage, 0, len(text[: joined.start()].rstrip(" ,–—"))), cut(block.passage, joined.end())
    rest = Block(capacity=Capacity.INTERVENTION, marker=joined[0], passage=others)
    return [block.model_copy(update={"passage": led}), rest]


_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bM)(?<!\bDr)(?<!\bPr)[.!?](?=\s|$)|\n|,?\s+avec\s*:\s*$")
# « Retour d'expérience : Léa Durand, ville de Vézac », « Conclusion : Marc Petit »
_PART = re.compile(
    r"(?<![\w'’])(?:rapport (?:moral|financier|d['’](?:activit[ée]s?|orientation))|"
    r"(?:mots?|discours|allocutions?|propos) (?:d['’](?:accueil|ouverture)|de (?:bienvenue|cl[ôo]ture|conclusion)|"
    r"introductifs?)|accueil|introduction|ouverture|conclusions?|cl[ôo]ture|synth[èe]se|t[ée]moignages?|"
    r"regards? crois[ée]s?|retours? d['’]exp[ée]riences?|mise en perspective)\s?:\s(?=\S)",
    re.I,
)
# A line that ends before this part of the longest has room for more words.
ROW_SHARE = 0.85
# A marker that names nothing that is led.
_LEADING = re.compile(r"\W*(?:(?:co-?)?(?:anim|mod[ée]r|pr[ée]sid)|sous la)", re.I)
# Words that only people follow: two capitalised words behind them are a name.
_BEFORE_NAMES = re.compile(r"\s(?:par|(?:pr[ée]sence|participation)\s+(?:de|d['’]))\s*$", re.I)


def _opens_part(passage: Passage, mark: re.Match[str]) -> bool:
    """Whether a part begins a line or follows a sign, and names somebody: « Conclusion : Marc Petit »."""
    before = passage.text[: mark.start()].rstrip()
    begins = not before or mark.start() in passage.breaks or before.endswith(tuple(".;|–—-"))
    return begins and opens_person(passage.text[mark.end() :])


def _ends_row(passage: Passage, line: Line) -> bool:
    """Whether a line of a passage ends long before the longest: what stands below it is another entry."""
    longest = max(piece.line.box.x1 for piece in passage.pieces)
    return line.box.x1 < ROW_SHARE * longest and not ends_open(line.text)


def _given_by(text: str) -> list[tuple[int, int, Capacity]]:
    """« par » and who gives what a sentence names first: « Visite de l'écluse par Léa Durand », not « écrit par »."""
    found = []
    for by in _BY.finditer(text):
        lead = text[max(text.rfind(sign, 0, by.start()) for sign in ".;!?\n") + 1 : by.start()].strip()
        formats = find_formats(lead) if len(lead) < LONGEST_LEAD and not _DONE.search(lead) else ()
        if formats and formats[0][0] == 0 and opens_person(text[by.end() :]):
            found.append((*by.span(), Capacity.INTERVENTION))
    return found


def prose_blocks(paragraphs: Sequence[Passage], markers: Rows) -> list[Block]:
    """People named in the description after « introduit par » or « Modération : », up to the end of the sentence."""
    blocks = []
    for passage in paragraphs:
        labels = [
            turn for turn in find_markers_inside(passage.text, markers) if opens_person(passage.text[turn[1] :])
        ]
        parts = [mark for mark in _PART.finditer(passage.text) if _opens_part(passage, mark)]
        entries = {mark.start() for mark in parts}
        others = [(*mark.span(), Capacity.INTERVENTION) for mark in (*_WITH.finditer(passage.text), *parts)]
        marked = find_prose_markers(passage.text, markers)
        others += [by for by in _given_by(passage.text) if by[1] not in {end for _, end, _ in marked}]
        found = sorted({*marked, *labels, *others})
        for (start, end, capacity), after in zip_longest(found, found[1:]):
            ends = [stop.start() for stop in [_SENTENCE_END.search(passage.text, end)] if stop]
            ends += [after[0]] if after and after[0] > end else []
            rows = [(before.line, piece) for before, piece in pairwise(passage.pieces) if piece.start > end]
            ends += [piece.start for line, piece in rows if tells_what_is_done(line, piece.line)]
            ends += [piece.start for line, piece in rows if start in entries and _ends_row(passage, line)]
            sentence = cut(passage, end, min(ends, default=None))
            if passage.text[start:end].istitle() and CLAUSE.search(sentence.text):
                continue  # « Avec Léa Durand, nous suivrons la rive »
            if (
                opens_people(sentence.text)
                or names_holder(sentence.text)
                or (opens_unnamed(sentence.text) and not CLAUSE.search(sentence.text))
                or (_BEFORE_NAMES.search(passage.text[:end]) and names_somebody(sentence.text))
            ):
                blocks.append(Block(capacity=capacity, marker=f"…{passage.text[start:end]}", passage=sentence))
    return blocks
