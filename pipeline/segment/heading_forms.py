"""The forms of headings that hold a title and people, as patterns: what stands first, and what parts the two."""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from pipeline.document import Capacity
from pipeline.lexicon import CIVILITY, TENTATIVE
from pipeline.wording import find_formats, match_head

# Capitals of the Latin alphabets of Europe: a range would hold the small letters between them too.
_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_WORD = rf"[{_UPPER}][\w’'.-]*"
_PARTICLE = r"(?:d[eu]s?|la|le|van|von|zu|der|den|ten|di|da|dos|del|della|y|ben|bin|ibn|el|al|et-tayeb|ould)"
_NAME = rf"(?:{CIVILITY}\s+)?{_WORD}(?:\s+(?:{_PARTICLE}\s+|[dD]['’])*{_WORD})+"
# The second says « sous réserve ».
_AFFILIATION = r"\s*\([^()]{2,160}\)(?:\s*\([^()]{2,40}\))?"
_AND = r"\s*(?:,|;|\bet\b|&|/)\s*"
# People one after the other, each with an affiliation in parentheses.
_LISTED = rf"{_NAME}{_AFFILIATION}(?:{_AND}{_NAME}{_AFFILIATION})*"
_NAMES = rf"{_NAME}(?:{_AFFILIATION})?(?:{_AND}{_NAME}(?:{_AFFILIATION})?)*"
# What is said of people before a dash; signs in parentheses part nothing: « (Canal Sud / Rivages) ».
_SAID = r"(?:[^–—«()]|\([^()]{,160}\)){3,400}"
JOINTS = " ,–—-:|/"
# A name with its surname in capitals, and what is said of who bears it.
_SURNAME = rf"[{_UPPER}][{_UPPER}'’-]+"
_TOLD_NAME = re.compile(
    rf"(?:(?:{_SURNAME}\s+)+[{_UPPER}][\w'’-]*[a-zà-ÿ](?:\s[{_UPPER}]\.)?|[{_UPPER}][\w'’-]*[a-zà-ÿ]\s+{_SURNAME})\s*[,(]"
)
# « par », or « animé par »: what the people do with what the title names.
_LED = r"(?:(?:co-?)?(?:anim|mod[ée]r|pr[ée]sid|pr[ée]sent|propos|men|assur|encadr|dirig)[ée]e?s?\s+)"
# Who gives a tour is named behind it: « Visite guidée par Léa Durand ».
_TOUR = r"(?i:(?<=guidée)|(?<=guidées)|(?<=commentée)|(?<=commentées)|(?<=contée)|(?<=contées))"
LED_BY = re.compile(rf"{_LED}par\s+$")
_BY = rf"{_LED}?par\s+"
# What names the chair of a session behind its title.
_CHAIR = (
    r"(?i:sous la pr[ée]sidence d(?:e\s+|u\s+|['’])|(?:pr[ée]sid|mod[ée]r)[ée]+\s+par\s+|"
    r"(?:pr[ée]sid(?:ence|ente?s?)(?: de (?:la )?(?:s[ée]ance|session))?|"
    r"(?:mod[ée]r|anim)at(?:ion|eurs?|rices?)|chair(?:(?:wo)?man|person|s)?|discutante?s?)\s*:\s*|"
    r"(?:mod[ée]r|anim)ation\s+par\s+)"
)
# « Axe 2 – Les rives (présidente : Léa Durand) »
BRACKETED_CHAIR = re.compile(rf"\({_CHAIR}\S")
CAPACITIES = (
    (re.compile(r"(?i)pr[ée]sid|discutant|\bchair"), Capacity.MODERATION),
    (re.compile(r"(?i)\banim"), Capacity.ANIMATION),
    (re.compile(r"(?i)mod[ée]r"), Capacity.MODERATION),
)
# What may stand between a title and people: a sign, with the length of the talk behind it.
_LENGTH = r"\d{1,3}\s?(?:min(?:utes?)?|mn)\b\.?"
# « – sous réserve » is said of the people before it.
_CERTAIN = rf"(?!(?i:{TENTATIVE.words}))"
JOINT = re.compile(rf"\s+[–—/|-]\s+{_CERTAIN}(?:{_LENGTH}\s+)?|\s*:\s+")
LENGTH_AT_END = re.compile(rf"\s*[–—/|(,-]\s*{_LENGTH}\W*$")
_OPEN, _CLOSE = '[«“"]', '[»”"]'
_QUOTED = rf"{_OPEN}[^»”\"]+{_CLOSE}(?:[^»”\"]{{0,60}}{_OPEN}[^»”\"]+{_CLOSE})?\s*[.!?]?"
# The names before what is said of the first or of all of them.
FIRST_NAMES = re.compile(rf"{_NAME}(?:{_AND}{_NAME})*")
BETWEEN_NAMES = re.compile(_AND)
# A full stop behind « M », « Pr » or an initial ends no title.
COMMA = re.compile(r",\s+|(?:(?<=[)»])|(?<=[^\W\d_]{3})(?<!\bProf)(?<!\bMme))\.\s+")
OF_BODY = re.compile(r"\s+(?:du\s|des\s|de\s(?:la\s|l['’])?|d['’]|chez\s)")
# « « Habiter la rive » (en visioconférence) » tells in brackets how it is given.
_GIVEN = r"(?:\((?:en (?:visio\w*|ligne|distanciel|anglais)|à distance)\)[\s.]*)?"
WHOLE = re.compile(rf"^{_OPEN}\s*(?P<title>[^«»“”\"]+?)\s*{_CLOSE}[\s.,:;]*{_GIVEN}$")

# What kind of talk it is, whose, and what it is called: « Conférence de Léa Durand « Habiter la rive » ».
SPEECH = re.compile(
    r"(?P<label>(?:grande )?(?:conf[ée]rence|communication|lecture|expos[ée]|keynote)(?: [\w-]+)?)\s+"
    r"(?:de\s+|d['’]|par\s+)"
    r"(?:(?P<people>[^«»“”\"]{5,160}?)\s*[:,–—-]?\s*[«“\"]\s*(?P<title>[^«»“”\"]{5,}?)\s*[»”\"]\W*|"
    r"(?P<named>[^«»“”\":]{5,160}?)\s*:\s+(?P<called>[^«»“”\"]{5,}))$",
    re.I,
)


class Form(StrEnum):
    """How a heading is put together; those of a letter and « habit » count only when they recur."""

    LISTED_FIRST = "noms et organismes, puis titre"
    QUOTED_LAST = "noms, puis titre entre guillemets"
    STYLE_LAST = "noms, puis titre dans un autre style"
    CASE_LAST = "noms, puis titre en capitales"
    STYLE_BODY = "autre chose que des noms, puis titre dans un autre style"
    LISTED_LAST = "titre, puis noms et organismes"
    QUOTED_FIRST = "titre entre guillemets, puis noms"
    QUOTED_GROUP = "titre entre guillemets, puis un groupe et des noms"
    STYLE_FIRST = "titre, puis noms dans un autre style"
    QUOTED_BY = "titre entre guillemets, puis « par » et des noms"
    BY = "titre, puis « par » et des noms"
    BY_APART = "titre, puis « Par » et des noms"
    CIVIL_LAST = "titre, virgule, civilité et nom"
    CIVIL_BARE = "titre, civilité, nom et organisme"
    CHAIRED = "titre, présidence et noms"
    NAME_COLON = "nom, deux-points, titre"
    NAME_DASH = "nom, tiret, titre"
    NAME_COMMA = "nom, virgule, titre"
    DASH_NAME = "titre, tiret, nom"
    COMMA_NAME = "titre, virgule, nom et fonction"
    BRACKET_NAME = "titre, nom entre parenthèses"
    LINE_NAME = "titre, noms sur une autre ligne"
    NAME_LINE = "noms, titre sur une autre ligne"


# « Léa Durand, Les rives au Moyen Âge »
_BEGUN = (
    r"(?:L[ae]s?\s|L['’]|Une?\s|D[eu]s?\s|D['’]|Aux?\s|À\s|En\s|Entre\s|Pour\s|Vers\s|Sur\s|Quels?\s|Quelles?\s|"
    r"Comment\s)\S*"
)


class Cut(NamedTuple):
    """A way to read a heading: the offsets of its title and of its people."""

    form: Form
    title: tuple[int, int]
    people: tuple[int, int]


# Without this sign or word a text has not that form; to look for it costs less than the pattern.
_NEEDED = {
    Form.LISTED_FIRST: "(",
    Form.CIVIL_BARE: "(",
    Form.LISTED_LAST: "(",
    Form.BRACKET_NAME: "(",
    Form.QUOTED_BY: "par",
    Form.BY: "par",
    Form.BY_APART: "Par",
    Form.NAME_COLON: ":",
}


def match_forms(text: str, among: Collection[Form] = frozenset(Form)) -> Iterator[tuple[Form, re.Match[str]]]:
    """The forms a text has by its pattern, those that prove more first; only those `among` some are tried."""
    for form, pattern in _patterns():
        found = pattern.match(text) if form in among and _NEEDED.get(form, "") in text else None
        if found:
            yield form, found


@cache
def _patterns() -> list[tuple[Form, re.Pattern[str]]]:
    """The forms that a pattern tells, those that prove more first."""
    patterns = (
        (Form.LISTED_FIRST, rf"^(?P<people>{_LISTED})\s*[:,.–—-]?\s*(?P<title>(?!(?:et|&)\s)\S.{{5,}})$"),
        (Form.QUOTED_LAST, rf"^(?P<people>[{_UPPER}][^«“\"]{{4,200}}?)\s*[:,.–—/|-]?\s*(?P<title>{_QUOTED})$"),
        (
            Form.QUOTED_FIRST,
            rf"^(?P<title>{_QUOTED})\s*[,:–—/|-]?\s*(?:par\s+|avec\s+)?(?P<people>[{_UPPER}(].{{4,}})$",
        ),
        (Form.QUOTED_GROUP, rf"^(?P<title>{_QUOTED})\s*[,:–—/|-]\s*(?P<people>[a-zà-ÿ].{{4,}})$"),
        (Form.CHAIRED, rf"^(?P<title>.{{4,}}?)\s*[,.–—(|-]\s*{_CHAIR}(?P<people>\S.{{4,}})$"),
        # A gap parts them: « Lire la rive  Dr Léa Durand (Vézac) », not « Hommage au Dr Léa Durand (Vézac) ».
        (
            Form.CIVIL_BARE,
            rf"^(?P<title>.{{6,}}?[^\s,;:–—/|(-])(?<!\b(?i:et|au|du|le|la|de))(?<!\b(?i:par|les|des|aux))"
            rf"(?<!\bavec)\s+(?P<people>(?={CIVILITY}\s){_LISTED}\W*)$",
        ),
        (
            Form.LISTED_LAST,
            # A hyphen inside a word parts nothing: « Sœur Marie-Claude ROUX (Canal Sud) ».
            rf"^(?P<title>.{{6,}}?[^\s,–—-])\s*(?:[,:.–—/|]|-(?!\w)|(?<=\s)-)\s*(?:par\s+|avec\s+)?(?P<people>{_LISTED}\W*)$",
        ),
        (Form.QUOTED_BY, rf"^(?P<title>[^«“\"]{{0,60}}{_QUOTED}),?\s+{_BY}(?P<people>\S.{{4,}})$"),
        (
            Form.BY,
            # A verb that is no such one before « par » is of the title: « La digue rompue par la crue ».
            rf"^(?P<title>.{{5,}}?)(?:,?\s+{_LED}|(?:,|(?<!é)(?<!ée)(?<!és)(?<!ées)|{_TOUR})\s+)par\s+(?P<people>\S.{{4,}})$",
        ),
        (Form.BY_APART, r"^(?P<title>.{6,}?[?!.…»])\s+Par\s+(?P<people>\S.{4,})$"),
        (Form.CIVIL_LAST, rf"^(?P<title>.{{6,}}?)\s*[,–—/|-]\s+(?P<people>{CIVILITY}\s+{_WORD}.*)$"),
        (Form.NAME_COLON, rf"^(?P<people>{_NAMES}(?:,(?:(?!\s[–—]\s)[^:«]){{3,400}})?)\s*:\s*(?P<title>\S.{{5,}})$"),
        (
            Form.NAME_DASH,
            # Before a bar or dash a stroke parts two bodies: « Léa Durand, Canal Sud / Rivages | Habiter la rive ».
            rf"^(?P<people>{_NAMES}(?:,{_SAID}?)?)\s+(?:[–—|-]|/(?!.*\s[|–—]\s))\s+{_CERTAIN}(?P<title>\S.{{5,}})$",
        ),
        # A title begins with a capital, as a function does not, and is longer than the name of a body.
        (Form.NAME_COMMA, rf"^(?P<people>{_NAMES}),\s+(?P<title>{_BEGUN}(?:\s\S+){{3,}})$"),
        (Form.DASH_NAME, rf"^(?P<title>.{{6,}}?)\s+[–—/|-]\s+(?P<people>{_NAMES}(?:,.{{3,400}})?)$"),
        (Form.BRACKET_NAME, rf"^(?P<title>.{{6,}}?)\s*\((?P<people>{_NAMES}(?:,[^()]{{3,160}})?)\)\W*$"),
    )
    return [(form, re.compile(pattern)) for form, pattern in patterns]


def strangers_first(text: str, habits: Collection[Form]) -> Cut | None:
    """Names that no list knows before a title, set as those of the document's other talks are (`habits`).

    Before a dash capitals and what is said of them tell too: « LAOBE Yuxhin, Gipsum | Le moulin en partage ».
    """
    for form, found in match_forms(text, {Form.LISTED_FIRST, Form.NAME_DASH}.intersection(habits)):
        if match_head(found["people"]) or find_formats(found["people"]):
            continue
        if form is Form.LISTED_FIRST or _TOLD_NAME.match(found["people"]):
            return Cut(form, found.span("title"), found.span("people"))
    return None


# What proves itself; the other forms must be a habit of the document.
PROVEN = frozenset(
    {
        Form.LISTED_FIRST,
        Form.QUOTED_LAST,
        Form.STYLE_LAST,
        Form.CASE_LAST,
        Form.QUOTED_FIRST,
        Form.QUOTED_GROUP,
        Form.STYLE_FIRST,
        Form.LISTED_LAST,
        Form.QUOTED_BY,
        Form.BY_APART,
        Form.CIVIL_LAST,
        Form.CIVIL_BARE,
        Form.CHAIRED,
    }
)
