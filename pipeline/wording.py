"""The patterns made from the rows of `lexicon.py`, and the questions the stages ask of a text."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.document import Capacity
from pipeline.known_names import is_first_name as is_first_name
from pipeline.known_names import is_place as is_place
from pipeline.known_names import is_town as is_town
from pipeline.known_names import plain as plain
from pipeline.lexicon import (
    CIVILITIES,
    CIVILITY,
    FORMATS,
    MARKERS,
    OFFICE,
    PARTICLES,
    PROSE_MARKERS,
    RANK,
    TENTATIVE,
    Row,
    Rows,
)
from pipeline.nouns import STANDS_ALONE as STANDS_ALONE
from pipeline.nouns import WHOSE as WHOSE
from pipeline.nouns import match_head as match_head
from pipeline.nouns import match_role as match_role
from pipeline.nouns import opens_called, opens_unnamed
from pipeline.room_words import is_room as is_room
from pipeline.room_words import room_of as room_of

PARTICLE = re.compile(rf"(?:{PARTICLES})$", re.I)

# Signs before the items of a list, inside a set of characters (the hyphen and the dash are told by their place).
BULLETS = "•·●▪■□▢◆◇►▶▸→➔➤‣›◦○∙★✓✔♦"

# Capital letters inside a set of characters: those of French and of the names from elsewhere in Latin letters.
CAPITALS = (
    "A-ZÀ-ÖØ-ÞŒŸĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽĿŁŃŅŇŊŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŹŻŽȘȚƏ"
    "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸƠƯ"
)


class Marker(NamedTuple):
    """A marker at the start of a line: the capacity it gives and where the text after it begins."""

    capacity: Capacity
    words: str
    rest: int
    colon: bool


def compile_rows(rows: tuple[Row, ...], before: str, after: str) -> list[tuple[re.Pattern[str], Row]]:
    """Each row of a list of words with the pattern that finds them between what may stand before and after."""
    return [(re.compile(f"{before}(?:{row.words}){after}", re.I), row) for row in rows]


# A bullet, half a day, or the other gender of the same word: « Après-midi – Présidence : », « Intervenantes et
# intervenants : ».
_BEFORE_MARKER = (
    rf"^[\s{BULLETS}*(–—>-]*(?:(?:matin(?:[ée]e)?|apr[èe]s-midi|soir[ée]e?)\s*[–—:,-]\s*)?"
    r"(?:\d{1,3}\s?(?:mn|min(?:utes)?)\.?\s*[–—:,|-]\s*)?(?:(?:les |nos )?[\w·()-]{5,20}\s*(?:et|/|ou)\s*)?"
)
_AFTER_MARKER = r"(?=\s*(?:[:–—-]|$)|\s)\s*"
_COLON = re.compile(r"^\s*[:–—-]\s*")


@cache
def _marker_lines() -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(MARKERS, _BEFORE_MARKER, rf"(?:(?<=['’])|{_AFTER_MARKER})")


@lru_cache(maxsize=64)
def _own_lines(own: Rows) -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(own, _BEFORE_MARKER, rf"(?:(?<=['’])|{_AFTER_MARKER})")


@lru_cache(maxsize=65536)
def find_marker(line: str, own: Rows = ()) -> Marker | None:
    """The marker a line begins with, if it stands there as one; `own` are those of the document, tried first.

    It does when nothing or a colon follows, or when what follows opens a list of people: a name or a body. After a
    marker of the document's own two capitalised words are a name.

    Examples: « ANIMÉ PAR » · « Intervenants : Léa Durand » · « Animé par Léa Durand » are markers;
    « Avec 4 datacenters, Lyon … » and « Animé par son esprit d'entreprise » are not.
    """
    for pattern, row in (*_own_lines(own), *_marker_lines()):
        if found := pattern.match(line):
            colon = _COLON.match(line[found.end() :])
            rest = found.end() + (colon.end() if colon else 0)
            after = line[rest:].strip()
            unnamed = opens_unnamed(after)
            words = line[: found.end()].rstrip().lower()
            by = words.endswith(" par")
            # « Panel : Les rives »
            titled = after and find_formats(line[: found.end()]) and not (by or unnamed or opens_person(after))
            group = unnamed and not _SENTENCE_OF.search(after)
            dashed = _NAME_DASH.match(after)
            told = _NAME_ALONE.match(after) or (dashed and match_role(after[dashed.end() :]))
            alone = words[-4:] == "avec" and (told or _names_others(after) or group)
            names = row in own or by or alone
            named = opens_people(after) or _INITIALS_START.match(after) or (by and _names_behind_colon(after))
            named = named or (names and (unnamed or names_somebody(after))) or (by and opens_called(after))
            if not titled and (not after or (colon and ":" in colon[0]) or named):
                return Marker(Capacity(row.value), line[: found.end()].strip(), rest, colon is not None)
    return None


def is_bare_marker(text: str) -> bool:
    """Whether a line is a marker and nothing else: people stand below it, known or not."""
    marker = find_marker(text)
    return marker is not None and not text[marker.rest :].strip()


_BETWEEN_NAMES = r"(?:(?i:d[eu]s?|le|la|van|von|de[rn]|da|dos|di|della|ben|el|ter|zu|a[ïi]t)\s+)*"
_NAME_START = re.compile(
    rf"^(?:{CIVILITY}\s+)?"
    rf"(?P<first>(?:[{CAPITALS}]\.-?)+|[{CAPITALS}][\w'’-]*\.?)\s+(?:[{CAPITALS}]\.\s?)*{_BETWEEN_NAMES}"
    rf"(?:d['’])?(?P<last>[{CAPITALS}](?:[^\W\d]|['’-])+)",
)
# « DURAND Léa », « LE GOFF Yann », « de Marsac Quitterie », « van der MEULEN Anne »: the surname first.
_SURNAME_START = re.compile(
    rf"^(?P<last>(?:(?:d[eu]s?|de la|van|von|der|den|d['’]|zu)\s?)*(?:[{CAPITALS}][{CAPITALS}'’-]+\s+){{1,4}}|"
    rf"(?:(?:de|du|des|van(?: de[nr])?|von(?: der)?)\s|d['’])[{CAPITALS}][\w'’-]+\s+)"
    rf"(?P<given>[{CAPITALS}][\w'’-]*[a-zà-ÿ][\w'’-]*)(?=\s*(?:[,;:(|–—\n-]|(?:et|d[eu]s?|aux?|à|chez)\s|d['’]|$))"
)
_NO_FIRST_NAME = re.compile(
    r"L[ae]s?|Des|Du|Aux?|Une?|Nos|Vos|Ces|Cette|Quand|Comment|Pourquoi|Avec|Sans|Vers|Pour|Dans|Sur|Sous|Entre|Chez|Vive|"
    r"[LD]['’][a-zà-ÿ]\w*"
)
# « AIDANTS GRÂCE À UN COMMUN » is a heading, though « Grâce » is a first name.
_GOES_ON = re.compile(r"\s+\w+\s+\w")
_INITIALS_START = re.compile(
    rf"^(?:{CIVILITY}\s+)?[{CAPITALS}]\.(?:\s?-?[{CAPITALS}]\.)*\s+"
    rf"(?:(?:de|du|des|van|von|der|le|la|el|ben)\s+|d['’])*[{CAPITALS}][\w'’-]+"
)
_CIVILITY_START = re.compile(
    rf"^{CIVILITY}\s+(?:(?i:{OFFICE})\s+)?"
    rf"(?:(?:[{CAPITALS}]\.[\s-]?)+)?[{CAPITALS}][\w'’-]+"
)
_ACRONYMS = re.compile(rf"\s*[,(]\s*[{CAPITALS}\d]{{2,9}}(?:\s?[,/–-]\s?[{CAPITALS}\d]{{2,9}})+\s*(?:\)|$)")
_RANK_START = re.compile(rf"{RANK}\s+")
# « Avec Babeth Lorin, dès 3 ans » names somebody, « Avec Canal Sud, nous … » nobody.
_NAME_ALONE = re.compile(r"(?!Les?\b|La\b|Des\b|Une?\b|L['’])\w[^\WA-ZÀ-Þ][^,(.]{2,30}(?:\(|$|, d[èe]s\b|, \w+$)")
# « Avec les élèves du lycée » names a group, « Avec les élèves du lycée, nous marcherons » does not.
_SENTENCE_OF = re.compile(r"\b(?:nous|vous|on|ils?|elles?|qui)\b|[.!?:]|,\s+[a-zà-ÿ]")
_NAME_DASH = re.compile(r"[^–—,;:.]{4,40}\s[–—-]\s")  # « Léa Durand – éclusière »
_ARTICLE = re.compile(r"l['’]|la |le |une? ", re.I)
# Where somebody holds a function, before the name: « de l'association Rivages, ».
_OF_BODY = re.compile(rf"\s(?:{WHOSE})[^,.;:()\n]{{2,80}},\s")
_FUNCTION_COLON = re.compile(r"[^:.;]{4,120}?\s?:\s+")
_BODY_START = re.compile(r"^(?:l['’]|les? |la |d['’]|d[eu]s? (?:la |l['’])?|nos |une? )?(?P<head>[\wÀ-ÿ'’-]+)", re.I)


@lru_cache(maxsize=65536)
def opens_person(text: str) -> bool:
    """Whether a text begins with a person's name: a known first name, capitals, a function or body behind it tell."""
    if rank := _RANK_START.match(text):
        return opens_person(text[rank.end() :])
    if _CIVILITY_START.match(text) or _opens_surname(text):
        return True
    if "|" in text and is_room(text.split("|", 1)[0].strip()):
        return False  # « Salle Van Pelt | Habiter la digue »
    found = _name_at_start(text)
    if found is None:
        return False
    first, last = found["first"], found["last"]
    surname_first = is_first_name(last) and not _GOES_ON.match(text[found.end() :])
    if is_first_name(first) or (last.isupper() and (not first.isupper() or surname_first)):
        return True
    return (not first.isupper() or first.endswith(".")) and not is_place(first) and _is_told(text[found.end() :])


def is_told_person(text: str) -> bool:
    """Whether a text begins with a person and what tells who that is: « Léa Durand, agence des digues »."""
    found = _NAME_START.match(text)
    return found is not None and opens_person(text) and _is_told(text[found.end() :])


def _is_told(after: str) -> bool:
    """Whether a function or bodies stand behind a name: « , maire », « (Vézac Université) », « , A3C, UV »."""
    sign = re.match(r"\s*[,(]\W*", after)
    if sign is None:
        listed = re.match(rf"\s*[|{BULLETS}]\s*", after)
        return bool(listed and match_role(after[listed.end() :]))
    if match_role(after[sign.end() :]) or match_head(after[sign.end() :]) or _ACRONYMS.match(after):
        return True
    inside = re.match(r"\s*\(([^()]+)\)\s*$", after)
    return bool(inside and any(match_head(word) for word in inside[1].split() if word[0].isupper()))


def _opens_surname(text: str) -> bool:
    found = _SURNAME_START.match(text)
    if found is None or is_place(found["given"]):
        return False
    known = is_first_name(found["given"]) or _is_told(text[found.end() :])
    return known and not match_head(found["last"]) and not find_formats(found["last"])


def names_somebody(text: str) -> bool:
    """Whether a text begins with what may be a name after « animé par »: two capitalised words, no body."""
    return _name_at_start(text) is not None


def _name_at_start(text: str) -> re.Match[str] | None:
    """What may be the name a text begins with: not « Les PME », « Quand EDF recule », but « Le GOFF Yann »."""
    found = _NAME_START.match(text)
    if found is None or match_head(text[found.start("first") :]):
        return None
    worded = _NO_FIRST_NAME.fullmatch(found["first"])
    return None if worded and not is_first_name(text[found.end() :].split(",")[0].strip()) else found


def _names_others(text: str) -> bool:
    """Whether known people stand behind whoever a list begins with: « Bénézet Vidal (Canal Sud) et Léa Durand »."""
    return any(len(part.split()) < 5 and opens_person(part) for part in re.split(r"[,;(]\s*|\set\s", text)[1:])


def opens_people(text: str) -> bool:
    """Whether a text begins with the name of a person or of a body: « Léa Durand, … », « l'équipe … »."""
    body = _BODY_START.match(text)
    named = body and match_head(text[body.start("head") :]) and not text[:1].isdigit()
    return (
        opens_person(text) or _names_by_function(text) or bool(named) or (opens_unnamed(text) and _names_others(text))
    )


def _names_by_function(text: str) -> bool:
    """Whether a text begins with a function and whose it is: « la conteuse Léa Durand », « l'autrice Léa Durand »."""
    article = _ARTICLE.match(text)
    return bool(article and names_holder(text[article.end() :]))


def names_holder(text: str) -> bool:
    """Whether a text begins with a function and who has it: « autrice Léa Durand », « maire de Brou, Léa Durand »."""
    role = match_role(text)
    if role is None:
        return False
    after = text[role.end() :]
    of_body = _OF_BODY.match(after)
    return names_somebody(after.lstrip(" ,")) or bool(of_body and opens_person(after[of_body.end() :]))


def _names_behind_colon(text: str) -> bool:
    """Whether a text begins with a function and, behind a colon, who has it: « Éclusier du port : M. Marc Petit »."""
    told = _FUNCTION_COLON.match(text) if match_role(text) else None
    return bool(told and opens_person(text[told.end() :]))


# The larger patterns are compiled when they are first needed: together they cost as much as a page of work.
@cache
def _prose() -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(PROSE_MARKERS, r"(?<![\w-])", r"(?:(?<=['’])|(?!\w))")


@cache
def _formats() -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(FORMATS, r"(?<![\w-])", r"(?!\w)")


@cache
def _any_format() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?=(?:{'|'.join(row.words for row in FORMATS)})(?!\w))", re.I)


_TENTATIVE = re.compile(rf"(?<!\w)(?:{TENTATIVE.words})", re.I)
_CIVILITY = re.compile(rf"^(?:{CIVILITIES.words})(?=\s)\s*", re.I)
_JOINT = r"(?:-(?:d[ée]bat|rencontre|concert))?\s+(?P<joint>avec|entre|de|par|d['’])\s*"


@cache
def _format_of() -> re.Pattern[str]:
    words = "|".join(row.words for row in FORMATS)
    return re.compile(rf"(?<![\w-])(?:{words}){_JOINT}", re.I)


_ARTISTS = re.compile(
    r"(?:l['’]|le |la |les )?(?:fanfare|orchestre|compagnie|troupe|chorale|ensemble|groupe|ch(?:oe|œ)ur|quatuor|trio|"
    r"duo|collectif)\s+[A-ZÀ-Þ]"
)


def find_markers_inside(text: str, own: Rows = ()) -> list[tuple[int, int, Capacity]]:
    """Start, end and capacity of the markers with a colon inside a block, or none: « …, modération Léa Durand »."""
    found = []
    for spot in _NEW_SENTENCE.finditer(text):
        behind = text[spot.end() : spot.end() + 120]
        marker = find_marker(behind, own)
        bare = marker and behind[:1].islower() and marker.words[-4:] != " par" and opens_person(behind[marker.rest :])
        # « Léa Durand – facilitatrice – Canal Sud » tells of her what she does.
        told = marker and marker.colon and (":" in behind[: marker.rest] or not _DASHED.fullmatch(spot[0]))
        if marker is not None and (told or bare):
            found.append((spot.end(), spot.end() + marker.rest, marker.capacity))
    return found


# Where the people of another part may begin: « …, Canal Sud ; modération : Marc Petit », « … / Témoins : Anne Roux ».
_NEW_SENTENCE = re.compile(
    r"[.;\n]\s*(?=[A-ZÀ-Þ])|\s[–—/-]\s+(?=[A-ZÀ-Þ])|"
    r"(?:[;,]|\s[–—-])\s*(?=(?:co-?)?(?:anim|mod[ée]r|pr[ée]sid|facilit|discut|intervenant|t[ée]moin))"
)
_DASHED = re.compile(r"\s[–—-]\s*")
_BEFORE_FUNCTION = re.compile(r"(?<![\w-])(?:avec|par)\s+(?=l['’]|la\s|le\s|une?\s)", re.I)


@lru_cache(maxsize=64)
def _own_prose(own: Rows) -> list[tuple[re.Pattern[str], Row]]:
    """Those of several words: one alone (« Rapporteur ») may be a function in running text."""
    return compile_rows(tuple(row for row in own if " " in row.yes[0]), r"(?<![\w-])", r"(?:(?<=['’])|(?!\w))")


@lru_cache(maxsize=4096)
def find_prose_markers(text: str, own: Rows = ()) -> tuple[tuple[int, int, Capacity], ...]:
    """Start, end and capacity of the markers inside running text; `own` are those of the document.

    A format that leads to people is one too: « Concert de l'orchestre Les Écluses », not « Visite de la Maison ».
    """
    marked = [
        (found.start(), found.end(), Capacity(row.value))
        for pattern, row in (*_own_prose(own), *_prose())
        for found in pattern.finditer(text)
        # « Avec », « Par » begin many sentences: only people behind them tell.
        if not found[0].istitle() or " " in found[0] or opens_people(text[found.end() :].lstrip())
    ]
    for found in _format_of().finditer(text):
        after = text[found.end() :]
        if opens_person(after) or _ARTISTS.match(after) or (found["joint"].lower() == "avec" and opens_people(after)):
            marked.append((found.start(), found.end(), Capacity.INTERVENTION))
    for found in _BEFORE_FUNCTION.finditer(text):
        if _names_by_function(text[found.end() :]) and found.start() not in {start for start, _, _ in marked}:
            marked.append((*found.span(), Capacity.INTERVENTION))
    return tuple(sorted(marked))


@lru_cache(maxsize=4096)
def find_formats(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and normalised name of the formats a text mentions, in the order of the text."""
    # All rows at once tell where to look: most texts name none, and there are thirty rows.
    spots = [spot.start() for spot in _any_format().finditer(text)]
    marked = []
    for pattern, row in _formats():
        reach = 0
        for spot in spots:
            if spot >= reach and (found := pattern.match(text, spot)):
                reach = found.end()
                marked.append((spot, reach, row.value))
    return tuple(sorted(marked))


def find_tentative(text: str) -> list[tuple[int, int]]:
    """Where a text says that something is not certain yet."""
    return [found.span() for found in _TENTATIVE.finditer(text)]


def strip_civility(text: str) -> int:
    """The offset at which `text` goes on after a civility (0 when there is none)."""
    found = _CIVILITY.match(text)
    return found.end() if found else 0
