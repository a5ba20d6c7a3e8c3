"""Names of persons in lists of speakers: where they begin and how far they reach.

The language model says what looks like a person; the grammar of these lists says who stands in it as a speaker.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.people.name_extent import name_end
from pipeline.people.name_order import is_surname_first
from pipeline.people.name_shapes import (
    INITIALS,
    NAME,
    NO_HABIT,
    SHARE,
    SURNAME_FIRST,
    TOKEN,
    Habit,
    fits_habit,
    function_before,
    is_bracketed,
    looks_personal,
    names_a_branch,
    names_a_firm,
    shape_of,
    sign_after,
)
from pipeline.people.publishers import names_publisher
from pipeline.people.universities import goes_on_behind, names_university
from pipeline.tagger import Entity
from pipeline.wording import (
    BULLETS,
    CAPITALS,
    is_first_name,
    is_place,
    match_head,
    match_role,
    strip_civility,
)

# What may stand before a name that opens an item of a list.
_OPENS = re.compile(
    rf"(?:^|[\n,;:(/&+–—|!?.»\"{BULLETS}]|"
    r"(?<![\w])(?:et|ou|et/ou|avec|puis|ainsi que|par|dont|notamment|entre|and|de|d['’]|pour|:)|"
    r"(?<![\w-])-)[ \n]*$",
    re.I,
)
# What may follow a name that is an item of a list rather than part of a sentence.
_FOLLOWS = re.compile(
    rf"[ \n]*(?:$|[,;:()/|–—&+.\n{BULLETS}]|-\s|est\b|\(|d['’]|D['’]|dans le cadre\b|@|en tant que\b|"
    r"en (?:conversation|dialogue|discussion|duo|compagnie)\b|dialoguent?\b|"
    r"(?:et|ou|avec|du|des?|aux?|chez|pour|ET|OU|AVEC|DU|DES?|AUX?|CHEZ|POUR|à|À)\b)",
)
_SENTENCE_FOLLOWS = re.compile(r"[ \n]*[,]?[ \n]*[a-zà-ÿ]")
# At the start of a line a name needs no sign before it, if a list goes on after it.
_ITEM_FOLLOWS = re.compile(
    rf"[ \n]*(?:[,(:|–—]|-\s|[{CAPITALS}][a-zà-ÿ]+[ -][{CAPITALS}]|$)|\n| d(?:e|u|es)\s| d['’]"
)
_OPEN_END = re.compile(
    r"(?<![\w])(?:de|d['’]|du|des|par|pour|et|le|la|les|l['’]|un|une|avec|sur|en|à|au|aux)\s*$", re.I
)
# The start of an item beyond doubt: of the text or a line, or behind a sign that only stands between items.
_ITEM_START = re.compile(
    rf"(?:^|[\n;|:{BULLETS}]|(?<=\s)/)[ \n]*(?:[-–—*{BULLETS}][ \n]+)?$|(?:^|\n)[ \n]*\d{{1,2}}[.)][ \n]*$"
)
# Where the next item may begin: « …, d'ORMESANT Léa », « … et van LOO Marc ».
_JOINED = re.compile(r"(?:[,&]|\bet)[ \n]+$", re.I)
# A finite clause since the last item: names in it are talked about, they do not speak.
_CLAUSE = re.compile(
    r"\b(?:qui|(?<!ainsi )que|dont|où|elle|il|ils|elles|a|ont|avait|s['’]\w+|qu['’]\w+|fond[ée]|"
    r"codirig\w+|auteure?|autrice|ouvrage|livre|film)\b",
    re.I,
)
_NOT_NAMES = frozenset(
    """
    avec animé animée animés atelier sous conférence table ronde masterclass pause salle espace jeudi vendredi lundi
    mardi mercredi samedi dimanche janvier février mars juin juillet août septembre octobre novembre
    décembre programme projet modération présentation introduction ouverture clôture discussion échange questions
    open data smart city living lab
    """.split()
)
_OF_BODY = re.compile(r",\s+d(?:e l['’]|e la\s|u\s|es\s|e\s|['’])")
# « accompagnée de Léa Durand », « accompagné au violon par Léa Durand »
ACCOMPANIED = r"accompagnée?s?\s+(?:(?:au\s|à la\s|à l['’])[\w-]+\s+)?(?:de|d['’]|par)"
_LED = re.compile(rf"(?:(?:participation|complicité)\s+d[e'’]|{ACCOMPANIED}|,\s+par)\s*$", re.I)
# « le père Marc Petit », « l'abbé Marc Petit »: civilities in small letters.
_ORDAINED = re.compile(r"(?<!\w)(?:l[ea]\s(?:père|frère|sœur)|(?:le\s|l['’])?(?:abbé|pasteur|rabbin|imam))\s$")
# « le Dr Léa Durand », « et la Pre Anne Roux »
_ARTICLE = re.compile(r"(?<!\w)(?:le|la)\s+$", re.I)
MAX_WORDS = 6
# What tells whether a name opens an item stands within this many characters of it.
REACH = 400
# So much of a block tells whether it is a list of names and nothing else.
MOST = 2000
_WORD = re.compile(r"\S+\s*")
# What stands before a dash in its entry: « Université Toulouse – ».
_DASH_BEFORE = re.compile(r"(?<![^,;:()|–—\n])\s*(?P<body>[^,;:()|–—\n]+\s)[–—-]\s+$")
# Where an entry ends, though the name of a body goes on with its place: « Rivea Sud de France ».
_ENTRY_END = re.compile(rf"(?:\s+de\s[{CAPITALS}][\w-]+)?\s*(?:[;\n]|$)")


class Name(NamedTuple):
    """A person's name in a text: offsets without civility, and with it."""

    start: int
    end: int
    outer: int


def find_names(
    text: str, entities: Sequence[Entity], breaks: Sequence[int] = (), habit: Habit = NO_HABIT
) -> list[Name]:
    """The names of speakers in a block, in order, each person once.

    Args:
        text: the block.
        entities: what the language model found in it.
        breaks: offsets at which printed lines begin.
        habit: how the document sets names, where that is known.
    """
    names: list[Name] = []
    seen: set[str] = set()
    position = 0
    while found := _next(text, position):
        alike = habit._replace(shape="i") if names and shape_of(_words(text, names[-1])) == "i" else habit
        name = _name_at(text, found, entities, breaks, alike)
        if name is None:
            word = _WORD.match(text, found.start())
            position = word.end() if word else found.end()
            continue
        bracketed = names and is_bracketed(text, names[-1].end, name.outer, name.end)
        if (
            bracketed
            or (names and _ends_entry(text, names[-1], name))
            or _names_a_body(text, name, entities)
            or _heads_people(text, name)
            or _names_university(text, name)
            or names_publisher(f"({text[name.start : name.end]})")
        ):
            position = name.end
            continue
        key = " ".join(sorted(text[name.start : name.end].casefold().split()))
        if key not in seen and _stands_in_list(text, name, names[-1].end if names else 0, breaks):
            names.append(name)
            seen.add(key)
        position = name.end
    return names


def _words(text: str, name: Name) -> list[str]:
    return text[name.start : name.end].split()


def _ends_entry(text: str, before: Name, name: Name) -> bool:
    """Whether a name nobody knows closes what is said of the one before: « A, cheffe de projet, Rivea Sud ; … ».

    Of a name with a line of its own the line below tells: « A », below it « Cheffe de projet, Rivea Sud ». In a list
    of bullets the body may follow right behind a dash: « • A — Rivea Sud ».
    """
    if is_first_name(text[name.start : name.end].split()[0]) or name.outer < name.start:
        return False
    said = re.fullmatch(r"\s*([,\n]|[–—]|-(?=\s))\s*([^,;:()\n•]+)(?:\1|,)\s*", text[before.end : name.outer])
    known = any(map(is_first_name, text[before.start : before.end].split()))
    after = text[name.end : name.end + REACH]
    ended = _ENTRY_END.match(after) and not (said and said[1] == "\n" and match_role(after.lstrip()))
    bulleted = re.search(rf"(?:^|\n)\s*[{BULLETS}]\s*$", text[: before.outer])
    if bulleted and known and ended and re.fullmatch(r"\s+(?:[–—]|-)\s+", text[before.end : name.outer]):
        return True
    return bool((known or bulleted) and said and match_role(said[2]) and ended)


def _heads_people(text: str, name: Name) -> bool:
    """Whether somebody known stands behind a colon: what nobody knows before it is a body, « Rive Haute : Léa … »."""
    behind = re.match(r"\s?:\s+(?:M\. |Mme )?(?P<first>[\w’'-]+)", text[name.end : name.end + REACH])
    known = any(map(is_first_name, text[name.start : name.end].split()))
    return bool(behind and is_first_name(behind["first"]) and not known and name.outer == name.start)


def _names_a_body(text: str, name: Name, entities: Sequence[Entity]) -> bool:
    """« Université », on the next line « Hugo Klein »: the end of what a model takes for one body."""
    return any(
        entity.label == "ORG"
        and entity.start < name.start
        and name.end <= entity.end
        and match_head(text[entity.start : name.start])
        and not re.search(r"[,;:()|/]", text[entity.start : name.start])
        for entity in entities
    )


def _names_university(text: str, name: Name) -> bool:
    """Whether a university is called after somebody: « Université Toulouse – Jean Jaurès », no function behind it."""
    dash = _DASH_BEFORE.search(text, max(0, name.outer - REACH), name.outer)
    if dash is None or not goes_on_behind(text, dash.start("body"), dash.end("body"), len(text)):
        return False
    said = re.match(r"\s*,\s*", text[name.end : name.end + REACH])
    return not (said and match_role(text[name.end + said.end() :]))


def _next(text: str, position: int) -> re.Match[str] | None:
    """The next capitalised words; with a particle before them where a line or an item begins with one."""
    found = NAME.search(text, position)
    if found is None:
        return None
    before = max(position, found.start() - 12)
    led = SURNAME_FIRST.search(text, before, found.end())
    if led is None or led.start() >= found.start():
        return found
    lead = text[max(0, led.start() - 8) : led.start()]
    words = found[0].split()
    capitals = words[0].isupper() and not words[-1].isupper()
    if _ITEM_START.search(lead) or (capitals and _JOINED.search(lead)):
        return led
    return found


def _name_at(
    text: str, found: re.Match[str], entities: Sequence[Entity], breaks: Sequence[int], habit: Habit
) -> Name | None:
    """The name that begins at a match, or None if what stands there is none."""
    outer, start, end = found.start(), found.start(), found.end()
    initials = habit.shape == "i" and re.match(rf"M\. [{CAPITALS}](?!\.)", text[start:end])
    start += 0 if initials else strip_civility(text[start:end])
    ordained = _ORDAINED.search(text, max(0, outer - 12), outer)
    outer = ordained.start() if ordained else outer
    civility = start > outer
    tokens = list(TOKEN.finditer(text, start, end))
    led = bool(tokens and tokens[0]["particle"])
    if not tokens or (led and found.re is not SURNAME_FIRST and not civility):
        return None
    stop = name_end(text, tokens, breaks)
    words = text[start:stop].split()
    first = tokens[0]["word"]
    if len(words) < 2:
        return Name(start, stop, outer) if civility and len(first) > 2 and not led else None
    if len(words) > MAX_WORDS + 2 or first.casefold() in _NOT_NAMES:
        return None
    surname_first = is_surname_first(words) or (
        habit.last_first and (led or is_first_name(words[-1])) and shape_of(words) == habit.shape
    )
    sure = surname_first or is_first_name(first.rstrip("."))
    if (led or first.casefold() in ("le", "la", "les")) and not surname_first:
        return None
    if names_a_firm(words) or (not sure and (match_head(text[start:end]) or match_role(text[start:end]))):
        return None
    article = _ARTICLE.search(text, max(0, outer - 4), outer) if civility else None
    name = Name(start, stop, article.start() if article else outer)
    if sure or (civility and len(words) <= MAX_WORDS) or _told(text, name, words, entities, breaks, habit):
        return name
    return None


def _told(
    text: str, name: Name, words: Sequence[str], entities: Sequence[Entity], breaks: Sequence[int], habit: Habit
) -> bool:
    """Whether model, letters, habit or what follows tell a person whose first name is on no list."""
    start, sign = name.start, sign_after(text, name.end)
    first = words[0]
    if names_a_branch(words) or is_place(first) or names_university(first):
        return False
    if any(
        name.start < spot < name.end and is_first_name(re.split(r"\s", text[spot : name.end])[0]) for spot in breaks
    ):
        return False  # the end of a line and the name that begins the next
    labels = {entity.label for entity in entities if entity.start <= start < entity.end}
    tagged = any(
        entity.label == "PER"
        and entity.start <= start < entity.end
        and entity.end - entity.start > 3
        and "\n" not in text[entity.start : start]
        for entity in entities
    )
    if tagged and not first.isupper():
        return True
    if tagged and (re.fullmatch(rf"[{CAPITALS}]{{2}}", first) or INITIALS.fullmatch(first)):
        return True
    before = text[max(0, name.outer - 8) : name.outer]
    begins = name.outer == 0 or bool(_ITEM_START.search(before))
    listed = begins or name.outer in breaks or bool(re.search(r"(?:[,(&]|\bet)\s*$", before))
    if listed and looks_personal(words, sign):
        return True
    if is_place(first) or is_place(words[-1]):
        return False
    after = text[name.end : name.end + 80]
    whole_line = name.outer in breaks and not any(name.start < spot < name.end for spot in breaks)
    if not any(word.isupper() for word in words) and (
        (begins and _tells_person(after, labels)) or (whole_line and _tells_person(after, {"ORG"}))
    ):
        return True
    if fits_habit(words, sign, habit):
        capitals = shape_of(words) in ("Ta", "aT", "aa")
        return listed and (capitals or ((begins or sign != ",") and "ORG" not in labels))
    return begins and sign == habit.sign == "\n" and shape_of(words) == habit.shape and _only_names(text)


def _tells_person(after: str, labels: set[str]) -> bool:
    """Whether what follows two capitalised words makes them a person: a function, or the head of a body."""
    found = re.match(r"\s*[,(–—:|\n-]\s*| (?=[a-zà-ÿ])", after)
    if found is None:
        return False
    rest = after[found.end() :]
    if match_role(rest):
        return True
    return bool(match_head(rest) and found[0].strip() and not is_first_name(rest.split()[0])) and "ORG" not in labels


def _only_names(text: str) -> bool:
    """Whether most lines of a block are known names and nothing else: then the others are names too."""
    lines = [line.split() for line in text[:MOST].split("\n")]
    if len(lines) == 1:
        return True
    known = sum(2 <= len(words) <= 5 and is_first_name(words[0]) for words in lines)
    return known >= SHARE * len(lines)


def _stands_in_list(text: str, name: Name, since: int, breaks: Sequence[int]) -> bool:
    """Whether a name opens an item: what comes before and after it says so."""
    lead = text[max(0, name.outer - REACH) : name.outer]
    before = text[max(since, name.outer - REACH) : name.outer]
    after = text[name.end : name.end + REACH]
    if name.outer == 0 or function_before(before):
        return True
    line_start = re.search(rf"(?:^|\n|[.!?;)»\"]\s|\s[{BULLETS}]\s)\s*[-–—*\d.){BULLETS}]*\s*$", lead[-8:])
    sentence = bool(re.search(r"[.!?]\s+[^.]*$", before)) or "\n" in before
    clause = re.split(rf"[.!?]\s+(?=[{CAPITALS}])|\n", before)[-1]
    item = _ITEM_FOLLOWS.match(after) or match_role(after[:80].lstrip())
    called = name.outer == name.start and _after_head(lead)  # nobody is called « M. » in the name of a body
    if name.outer in breaks and item and not _OPEN_END.search(before) and not called:
        return not (_CLAUSE.search(clause) and re.match(r" d[eu'’]", after))
    if line_start:
        return bool(_FOLLOWS.match(after) or _SENTENCE_FOLLOWS.match(after) or not after.strip())
    rest = after[:80].lstrip()
    below = name.end + len(after) - len(after.lstrip()) in breaks and (rest[:1].isupper() or match_head(rest))
    if not _OPENS.search(lead) or not (_FOLLOWS.match(after) or match_role(rest) or below):
        return False
    if sentence and not re.search(r"(?:^|[\s,])(?:et|avec|puis)\s*$", clause) and _CLAUSE.search(clause):
        return False
    if re.search(r"(?<![\w])(?:de|d['’]|pour|par|entre)\s*$", lead, re.I):
        # « et de Mme », « , de M. », « (Canal Sud) et d'Omar Vasseur », « et de Marc Petit, maire »
        of_body = _OF_BODY.match(rest)
        said = match_role(rest.lstrip(",( ")) or (of_body and match_head(rest[of_body.end() :]))
        told = name.start > name.outer or (since and (")" in before or said))
        added = told and re.search(r"(?:\bet|,)\s+d(?:e\s*|['’])$", before, re.I)
        # « en présence de Léa Durand et de Marc Petit »
        added = added or (since and re.fullmatch(r"(?:\s+et|,)\s+d(?:e\s+|['’])", before))
        known = since and is_first_name(_words(text, name)[0]) and re.search(r",\s+et\s+d(?:e\s+|['’])$", before)
        if added or known or _LED.search(before):
            return True
        presented = re.search(r"(?:représenté|porté|animé|présenté|incarné)e?s?\s+par\s*$", before, re.I)
        return bool(presented) or (since == 0 and not _CLAUSE.search(before) and len(before) < 40)
    return not (_CLAUSE.search(clause) and not re.match(r"\s*(?:,|\(|et\b)", after))


def _after_head(lead: str) -> bool:
    """« Université », then on the next line « Léa Durand »: a body that is called after somebody."""
    words = re.split(r"\s+|(?<=[ld]['’])", lead[-40:].rstrip())
    if not words or words[-1].isupper() or not match_head(words[-1]):
        return False
    return not (len(words) > 1 and re.match(rf"[{CAPITALS}]\S*\w$", words[-2]))
