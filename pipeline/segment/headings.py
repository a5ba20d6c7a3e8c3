"""Headings that hold a title and people: « Titre – Prénom Nom (organisme) », « Prénom Nom, organisme : « Titre » ».

A heading alone is often ambiguous (« Marie Curie : une vie » is a title). What an affiliation, a quotation mark or a
change of style proves is cut at once; the rest only where the document does so again and again.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Block, Capacity, Kind, Passage, Segment
from pipeline.page.entries import LISTED
from pipeline.page.format_labels import label_of
from pipeline.page.passages import cut, fills, same_block, without_loose_bracket
from pipeline.page.people_lists import is_people, names_others, opens_list
from pipeline.segment.credits import ends_people, opens_credit, tells_people
from pipeline.segment.heading_forms import (
    CAPACITIES,
    JOINTS,
    LENGTH_AT_END,
    PROVEN,
    SPEECH,
    WHOLE,
    Cut,
    Form,
    match_forms,
    strangers_first,
)
from pipeline.segment.heading_joints import ARTICLE, by_case, by_comma, by_joint, tells_about
from pipeline.segment.heading_styles import by_style
from pipeline.segment.heading_worth import goes_on_with_body, is_proven, worth_of
from pipeline.segment.kinds_behind_titles import without_kinds
from pipeline.segment.names_in_titles import opens_participants
from pipeline.segment.people_above import put_people_below
from pipeline.segment.run_on import complete_people
from pipeline.segment.title_credits import split_title_credits
from pipeline.segment.title_lengths import trim_lengths
from pipeline.segment.titles_within_people import title_within_people
from pipeline.wording import STANDS_ALONE, find_formats, is_place, match_head, match_role, opens_people, opens_person

# A habit of the document: at least this many of its headings, and this part of those that could show it.
MIN_HABIT, HABIT_SHARE = 2, 0.3
# A title below the name of a format takes no more characters than this, and no full stop.
MAX_TITLE = 160
_SENTENCE = re.compile(r"[^\W\d_]{2}\.(?:\s|$)")
# What kind of session a heading is, before its colon: « Conférence plénière : Léa Durand (Canal Sud), « Titre » ».
_LABEL = re.compile(r"(?P<label>[^:«»\n]{4,40}?)\s*:\s*")
_LOOSE_SIGN = re.compile(r"(?<=[»”])\s*[.,;:]$")
# The people of a heading take no more characters than this.
MAX_PEOPLE = 500
# The ways that only tell talks where all of a list are put together so.
_ALIKE = (Form.NAME_COLON, Form.DASH_NAME, Form.BRACKET_NAME)
# What has a name in quotation marks, behind what somebody does: « porteuse du projet « Relier » ».
_CALLED = re.compile(
    r"\b(?:projet|programme|collectif|association|r[ée]seau|ouvrage|livre|roman|film|exposition|spectacle|compagnie|"
    r"colloque|festival|revue|collection|journal|podcast|[ée]mission)$",
    re.I,
)
_ENTRY = re.compile(r"(?:[A-H]|\d{1,2})\s?[.)]\s")
# « Plénière d'ouverture » may be all there is to say.
_OPENS_OR_ENDS = re.compile(r"\b(?:d['’]ouverture|de cl[ôo]ture|de conclusion)\b", re.I)


def split_headings(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the people of their headings as blocks, and titles without them or their quotation marks.

    Quotation marks around whole titles are how a document sets titles when it does so more than once.
    """
    parted = split_title_credits(
        _without_people([_titled_below(_speech(title_within_people(segment))) for segment in segments])
    )
    return _unquoted(without_kinds(trim_lengths(put_people_below(complete_people(parted)))))


def _unquoted(segments: Sequence[Segment]) -> list[Segment]:
    quoted = [bool(WHOLE.match(segment.title.text)) for segment in segments]
    if sum(quoted) < max(MIN_HABIT, HABIT_SHARE * sum(segment.kind is Kind.SESSION for segment in segments)):
        quoted = [False] * len(quoted)
    return [
        segment.model_copy(update={"title": _bare_title(segment.title, marked)})
        for segment, marked in zip(segments, quoted, strict=True)
    ]


def _bare_title(title: Passage, quoted: bool) -> Passage:
    """A title without the sign behind its closing quotation mark, and without the marks around all of it."""
    whole = WHOLE.match(title.text) if quoted else None
    loose = _LOOSE_SIGN.search(title.text)
    if whole:
        return cut(title, *whole.span("title"))
    return cut(title, 0, loose.start()) if loose else title


def _speech(segment: Segment) -> Segment:
    """A segment whose title says what kind of talk it is, whose, and what it is called.

    « Conférence de Léa Durand « Habiter la rive » », « Conférence de Léa Durand (Canal Sud) : Habiter la rive ».
    """
    found = SPEECH.match(segment.title.text) if segment.track is None else None
    parts = ("label", "people", "title") if found and found["people"] else ("label", "named", "called")
    if found is None or not opens_person(found[parts[1]]):
        return segment
    label, people, title = (cut(segment.title, *found.span(part)) for part in parts)
    return _headed(segment, label, Heading(title, people), segment.body)


def _titled_below(segment: Segment) -> Segment:
    """A segment whose title only names a format, with title and people below it or behind its colon.

    « Conférence plénière », below it « Léa Durand (Canal Sud), « Habiter la rive » »; « Séance plénière », and set as
    large below it « Habiter la rive ».
    """
    if segment.track is not None:
        return segment
    below = segment.subtitle
    bare = label_of(segment.title.text) and not _OPENS_OR_ENDS.search(segment.title.text)
    opened = below is not None and below.text.lstrip('«“" ')[:1].isupper()  # not « (au choix, sur inscription) »
    if below and bare and opened and not (opens_person(below.text) or find_formats(below.text)[:1]):
        return segment.model_copy(update={"title": below, "track": segment.title, "subtitle": None})
    colon = _LABEL.match(segment.title.text)
    if colon and label_of(colon["label"]):
        behind = cut(segment.title, colon.end())
        if behind.text and _ends_line(segment.title, colon.end()):  # « TABLE RONDE : », below it « Habiter la rive »
            label = cut(segment.title, 0, colon.end("label"))
            return segment.model_copy(update={"title": behind, "track": label})
        heading = part_heading(behind)
        heading = heading if heading and behind.text.startswith(heading.people.text) else None
        return _headed(segment, cut(segment.title, 0, colon.end("label")), heading, segment.body)
    first = segment.body[0] if segment.body and label_of(segment.title.text) else None
    if first is not None and _ENTRY.match(first.text):
        return segment  # « Ateliers », below it « A. Habiter la rive – Léa Durand »
    if first is None or not segment.blocks:
        return _headed(segment, segment.title, part_heading(first) if first else None, segment.body[1:])
    alone = len(segment.body) == 1 or WHOLE.match(first.text) is not None
    alone = alone and _may_be_title(first) and _is_right_below(first, segment.title)
    changed = {"title": first, "track": segment.title, "body": segment.body[1:]}
    return segment.model_copy(update=changed) if alone else segment


def _ends_line(title: Passage, place: int) -> bool:
    """Whether a line of a title ends at a place though the first word of the next has room there."""
    if place not in title.breaks:
        return False
    lines = [piece.line for piece in title.pieces]
    number = title.breaks.index(place)
    edge = max(line.box.x1 for line in lines)
    return number + 1 < len(lines) and not fills(lines[number], lines[number + 1], edge)


def _headed(segment: Segment, label: Passage, heading: "Heading | None", body: tuple[Passage, ...]) -> Segment:
    """The segment with the title and people of a heading, and the format over it as its track."""
    if heading is None:
        return segment
    block = Block(capacity=Capacity.INTERVENTION, marker="", passage=heading.people)
    changed = {"title": heading.title, "track": label, "body": body, "blocks": (block, *segment.blocks)}
    return segment.model_copy(update=changed)


def _may_be_title(text: Passage) -> bool:
    """Whether a paragraph may be a title by its words: no sentence, nor longer than titles are."""
    printed = text.text
    numbered = any(start == 0 for start, _, _ in find_formats(printed))  # « Atelier 1 – … » among others
    opened = printed.lstrip('«“" ')[:1].isupper()
    return len(printed) <= MAX_TITLE and opened and not numbered and not _SENTENCE.search(printed)


def _is_right_below(text: Passage, title: Passage) -> bool:
    """Whether a paragraph stands right below the name of a format, and no lighter than one that says it all."""
    if not text.pieces or not title.pieces:
        return False
    line, below = title.pieces[-1].line, text.pieces[0].line
    return same_block(line, below) and not (line.style.bold > below.style.bold and _OPENS_OR_ENDS.search(title.text))


def _without_people(segments: Sequence[Segment]) -> list[Segment]:
    read = [_forms(segment.title) if segment.kind is Kind.SESSION else [] for segment in segments]
    habits = Counter(form for forms in read for form in {found.form for found in forms})
    could = sum(segment.kind is Kind.SESSION for segment in segments)
    needed = max(MIN_HABIT, HABIT_SHARE * could)
    result = []
    for segment, forms in zip(segments, read, strict=True):
        title = segment.title
        good = [
            found
            for found in forms
            # A body stands where others have people.
            if is_proven(found, title.text)
            or habits[Form.STYLE_LAST if found.form is Form.STYLE_BODY else found.form] >= needed
        ]
        best = max(good, key=lambda found: worth_of(found, title.text, habits), default=None)
        if best is None and segment.kind is Kind.SESSION:
            best = strangers_first(title.text, {form for form in habits if habits[form] >= needed})
        result.append(_parted(segment, best) if best else segment)
    return result


class Heading(NamedTuple):
    """A heading in its parts."""

    title: Passage
    people: Passage


def part_heading(passage: Passage) -> Heading | None:
    """Title and people of a passage, when its form alone proves which is which."""
    best = next((found for found in _forms(passage) if is_proven(found, passage.text)), None)
    if best is None:
        return None
    title, people = _trimmed(cut(passage, *best.title), JOINTS), _trimmed(cut(passage, *best.people), JOINTS)
    return Heading(title, people) if title and people else None


def people_over_title(passage: Passage) -> Heading | None:
    """People behind a bullet and, on the next printed line, a title: « – Léa Durand, éclusière », « La crue »."""
    if not passage.pieces or not LISTED.match(passage.pieces[0].line.text):
        return None
    places = [place for place in passage.breaks if ends_people(passage.text[:place].rstrip(), passage.text[place:])]
    return Heading(cut(passage, places[0]), cut(passage, 0, places[0])) if places else None


def part_alike(passages: Sequence[Passage], *, names_last: bool) -> list[Heading]:
    """Title and people of passages that are all put together in one way, as talks of a list are; else nothing.

    « Léa Durand : Habiter la rive »; with `names_last` also « Habiter la rive – Léa Durand » and names in brackets.
    """
    shared: tuple[Form, ...] = _ALIKE if names_last else _ALIKE[:1]
    read = []
    for passage in passages:
        read.append({found.form: found for found in reversed(_forms(passage))})
        shared = tuple(form for form in shared if form in read[-1])
        if not shared:
            return []
    for form in shared:
        cuts = [(passage, forms[form]) for passage, forms in zip(passages, read, strict=True)]
        parts = [
            (_trimmed(cut(passage, *found.title), JOINTS + "("), _trimmed(cut(passage, *found.people), JOINTS))
            for passage, found in cuts
        ]
        headings = [Heading(title, people) for title, people in parts if title and people]
        if len(headings) == len(passages) and all(map(_is_talk, headings)):
            return headings
    return []


def _is_talk(heading: Heading) -> bool:
    """Whether people known by name stand beside what is neither their function nor a body."""
    title = ARTICLE.sub("", heading.title.text)
    told = match_role(title) or match_head(title) or is_place(title) or opens_people(title)
    return opens_person(heading.people.text) and is_people(heading.people.text) and title.count(" ") > 1 and not told


def is_parted(passage: Passage) -> bool:
    """Whether style, quotation marks or affiliations prove that a passage holds people and a title."""
    return any(found.form in PROVEN for found in _forms(passage))


def may_part(passage: Passage) -> bool:
    """Whether a passage can be read as title and people at all."""
    return bool(_forms(passage))


def _forms(title: Passage) -> list[Cut]:
    """The ways a heading can be read as title and people."""
    text = title.text
    found = [*by_style(title), *by_case(title)]
    for form, match in match_forms(text):
        if form is Form.LISTED_FIRST and _goes_on_with_function(match):
            continue
        people = match["people"].lstrip("(")
        if form is Form.NAME_DASH and goes_on_with_body(people, match["title"]):
            continue
        named = opens_people(people) if form in (Form.BY, Form.BY_APART, Form.QUOTED_BY) else opens_list(people)
        # « « Titre » – les élèves du lycée ; Léa Durand, éclusière »
        named = named or (form is Form.QUOTED_GROUP and bool(STANDS_ALONE.match(people)) and names_others(people))
        named = named or (form in (Form.QUOTED_FIRST, Form.QUOTED_LAST) and tells_people(people))
        named = named and not (form is Form.QUOTED_LAST and _CALLED.search(people))
        about = not opens_participants(match["title"]) or (opens_credit(people) and tells_about(match["title"]))
        if named and about and (len(people) < MAX_PEOPLE or is_people(people)):
            found.append(Cut(form, match.span("title"), match.span("people")))
    if any(is_proven(each, title.text) for each in found):
        return found
    return [*found, *(by_joint(title) or by_comma(text))]


def _goes_on_with_function(found: re.Match[str]) -> bool:
    """Whether what would be a title is what somebody does: « Léa Durand (Canal Sud), responsable des digues »."""
    joint, role = found.string[found.end("people") : found.start("title")], match_role(found["title"])
    return "," in joint and role is not None and not role[0].endswith("s")


def _parted(segment: Segment, found: Cut) -> Segment:
    title = _trimmed(cut(segment.title, *found.title), JOINTS + "(")
    people = _trimmed(cut(segment.title, *found.people), JOINTS)
    length = LENGTH_AT_END.search(people.text) if people else None
    people = cut(people, 0, length.start()) if people and length else people
    if title is None or people is None:
        return segment
    joint = segment.title.text[found.title[1] : found.people[0]]
    capacity = next((value for words, value in CAPACITIES if words.search(joint)), Capacity.INTERVENTION)
    named = [Block(capacity=capacity, marker="", passage=people)]
    # « Table ronde : Léa Durand (Canal Sud), Marc Petit (Inria) – modération : Anne Roux »
    if (others := part_heading(title)) and found.form is Form.CHAIRED:
        title, named = others.title, [Block(capacity=Capacity.INTERVENTION, marker="", passage=others.people), *named]
    method = f"{segment.method} ; intitulé : {found.form}"
    return segment.model_copy(update={"title": title, "blocks": (*named, *segment.blocks), "method": method})


def _trimmed(passage: Passage, signs: str) -> Passage | None:
    """A passage without the signs that join title and people; a parenthesis that opens nothing goes too."""
    start = len(passage.text) - len(passage.text.lstrip(signs))
    end = len(passage.text.rstrip(signs))
    if re.search(r"[»”]\.$", passage.text[:end]):
        end -= 1
    return without_loose_bracket(cut(passage, start, end)) if end > start else None
