"""Where a function ends and the body it is held in begins: « cheffe de projet », « pilote du programme X de Y »."""

import re
from collections.abc import Sequence

from pipeline.people.bodies import AND_ROLE, AT, CAPITAL, OF, STRONG, Stretch, is_body_start, trim
from pipeline.people.complete_names import is_complete
from pipeline.people.elected import is_elected
from pipeline.tagger import Entity
from pipeline.wording import is_place, is_town, match_head, match_role

# Heads that after a function belong to it: « pilote du programme X », « chef de projet ».
_OF_ROLE = re.compile(
    r"(?:projets?|programmes?|missions?|plan|plateforme|ateliers?|fonds|jury|unités?|cellule|parc|pays(?!\s+d[eu'’])|"
    r"barreau|(?-i:conseil (?:d['’]administration|scientifique|de surveillance|d['’]orientation)|comité [a-z])|"
    r"(?-i:bureau national))\b",
    re.I,
)
# A rank, an office, or the board somebody heads: « Professeur des Universités », « juge des Enfants », « CA de X ».
_GRADE = re.compile(
    r"(?:(?i:universités|écoles|lycées|collèges|bibliothèques|enfants|république)(?!\s+(?i:d[eu'’]))|CA\b)(?![\w-])"
)
# Who leads all services of a town leads none of them: « directrice générale des Services de la Ville de Vézac ».
_GENERAL = re.compile(r"g[ée]n[ée]rale?(?: adjointe?)?\s+$", re.I)
_SERVICES = re.compile(r"services(?=$|\s+(?:d[eu]s?|de l[a’'])\b|\s+d['’])", re.I)
_FORMER = re.compile(r"(?:ancien|ex\b)", re.I)
_IN_CHARGE = re.compile(r"en charge\s+(?:d[eu'’][^()]*(?:\set|,)\s+)?$", re.I)
# What somebody is charged with, and the portfolio of a minister, are no bodies, whoever stands beside them.
_CHARGED = re.compile(r"\bchargée?s?\s+(?:d[eu'’][^()]*(?:\set|,)\s+)?$", re.I)
_DELEGATED = re.compile(r"\bdélégué(?:\W?e)?s?\s*$", re.I)
_PORTFOLIO = re.compile(r"\bministre\s+(?:déléguée?\s+)?(?:d[eu'’][^()]*(?:\set|,)\s+)?$", re.I)
# What somebody teaches, in letters without an article: « professeur de SVT », not « professeur de l'ENS ».
_TEACHER = re.compile(r"\b(?:professeure?|enseignante?|agrégée?|certifiée?)s?\s+(?:de\s+|d['’])$", re.I)
_SUBJECT = re.compile(r"[A-Z]{2,5}(?![\w-])")
# A lawyer's bar is part of the function, with its town; so is what an elected person sees to.
_BAR = re.compile(r"\bbarreau\s+$")
# « avocate à la Cour », « avocat aux Conseils » are trades.
_LAWYER = re.compile(r"\bavocate?s?\s+(?:à la\s+|aux?\s+)?$", re.I)
_COURTS = re.compile(r"(?:cour\b(?!\s+(?:d[eu'’]|administrative))|conseils\b)", re.I)
# A body that follows without a word between: « professeure de droit Université de Vézac ».
_BARE = re.compile(
    r"\s(?=(?:Groupe|Ville|Région|Département|Métropole|Université|Association|Agence|Institut|Hub|Mairie)\s"
    r"(?:d[eu]s?\s|de la\s|de l['’]|d['’])?[A-ZÀ-Þ])"
)

# The place or country somebody sits or speaks for is part of the function: « députée du Finistère ».
_SEAT = re.compile(
    r"(?:(?:euro)?d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|candidate?|(?:premi[èe]re? )?ministre)"
    r"(?:\s[\w-]+){0,2}(?: d[e'’] ?(?:la )?\d+\w* circonscription)?\s+$",
    re.I,
)
_DEPUTY = re.compile(r"(?:(?:euro)?d[ée]put[ée]e?|s[ée]nat(?:eur|rice))\s", re.I)
_MINISTER = re.compile(r"(?:premi[èe]re? )?ministre\b", re.I)
_ENVOY = re.compile(r"(?:ambassad(?:eur|rice)|consule?)\b", re.I)
# What « de » and « des » are part of: « architecte des bâtiments de France ».
_OFFICE = re.compile(r"architecte des b[âa]timents de france", re.I)
# Where somebody lives is part of what they are: « habitante du quartier des Rives ».
_DWELLS = re.compile(r"(?:habitant|riverain|r[ée]sident)e?s?\s", re.I)
# A body whose letters stand right behind the function: « chercheuse CNRS ».
_LETTERS = re.compile(r"\s(?=[A-Z]{3,}(?![\w-]))")

# A body in quotation marks behind what somebody is in it; of « auteur de « X » » it is a work.
_QUOTED = re.compile(
    r"(?:\s+(?:de|du|des|à|au|chez)(?:\s+l[ae])?|\s+(?:de |à )?l['’]|\s+d['’])?\s*(?=[«“][^«»“”]+[»”]?$)"
)
_HOLDS = re.compile(
    r"(?:(?:co|vice|sous)-?)?(?:pr[ée]sident|direct(?:eur|rice)|DGS?|G[ée]rant|fondat(?:eur|rice)|responsable|cheff?e?|"
    r"r[ée]dact(?:eur|rice) en chef|secr[ée]taire|tr[ée]sori[eè]re?|coordinat(?:eur|rice)|animat(?:eur|rice)|membre|"
    r"charg[ée]e?|d[ée]l[ée]gu[ée]e?|salari[ée]e?|b[ée]n[ée]vole|adh[ée]rente?|administrat(?:eur|rice))",
    re.I,
)


def role_end(text: str, part: Stretch, entities: Sequence[Entity]) -> Stretch:
    """Where the function ends and where the body begins; both at the end of the part if there is no body."""
    if _DWELLS.match(text, part.start):
        return Stretch(part.end, part.end)
    quoted = _QUOTED.search(text[part.start : part.end])
    if quoted and quoted.start() and _HOLDS.match(text, part.start):
        return Stretch(part.start + quoted.start(), part.start + quoted.end())
    strong = STRONG.search(text, part.start, part.end)
    beside = text[strong.end() : part.end] if strong else ""
    if (beside[:1].islower() and match_role(beside)) or _MINISTER.match(beside):
        strong = None  # « conseillère auprès du président de Canal Sud »
    bare = _BARE.search(text, part.start, part.end)
    limit = min(strong.start() if strong else part.end, bare.end() if bare else part.end)
    office = _OFFICE.match(text, part.start, limit)
    for joiner in _joiners(text, office.end() if office else part.start, limit):
        rest = Stretch(joiner.end(), part.end)
        printed = text[rest.start : rest.end]
        of = bool(OF.match(joiner[0]))
        if printed[:1].islower() and _OF_ROLE.match(printed) and (of or printed.startswith("barreau")):
            continue
        before = text[part.start : joiner.start()]
        if of and (_GRADE.match(printed) or (_GENERAL.search(before) and _SERVICES.match(printed))):
            continue
        if any(task.search(before) for task in (_IN_CHARGE, _CHARGED, _PORTFOLIO)):
            continue  # « en charge des enquêtes à Canal Sud », « ministre déléguée auprès de la ministre de la Mer »
        if _DELEGATED.search(before) and joiner[0].lower().lstrip().startswith(("à", "au")):
            continue  # « conseiller délégué aux TIC »
        if printed.startswith("bureau d") and text.startswith("membre", part.start):
            continue  # « membre du bureau de Canal Sud »
        if joiner[0].strip().lower() == "à" and is_town(printed) and not is_elected(before):
            continue  # « professeur d'histoire du droit à Angers »
        if _BAR.search(before):
            continue
        if teaches(before + joiner[0], printed):
            continue
        if pleads_at(before, printed):
            continue
        if joiner[0].lower().startswith(("à", "au")) and _is_field(before, printed):
            continue  # « adjointe aux archives à la ville de Vézac »
        if of and joiner[0].strip().lower() in ("de", "d'", "d’") and _completes_role(printed):
            continue
        if not of and not joiner[0].lower().startswith(("à", "au", "@", "pour")):
            continue
        if match_role(printed) and printed[:1].islower():
            continue  # « adjointe au maire », « élue aux communs »
        if _is_seat(before, printed):
            continue
        if is_body_start(text, rest, entities, joined=True):
            return Stretch(joiner.start(), joiner.end())
    named = strong and (
        re.search(rf"[{CAPITAL}@]", text[strong.end() : part.end]) or match_head(text[strong.end() :])
    )
    if strong and named:
        return Stretch(strong.start(), strong.end())
    if bare:
        return Stretch(*bare.span())
    letters = (found for found in _LETTERS.finditer(text, part.start, part.end) if match_head(text[found.end() :]))
    behind = next(letters, None) if any(map(str.islower, text[part.start : part.end])) else None
    return Stretch(*behind.span()) if behind else Stretch(part.end, part.end)


def further_roles(text: str, part: Stretch) -> list[Stretch]:
    """The functions that « et » adds behind a body: « directrice de Canal Sud et professeure invitée à Rivages »."""
    found = []
    for joined in AND_ROLE.finditer(text, part.start, part.end):
        start = joined.start() + len(joined[0]) - len(joined[0].removeprefix("et").lstrip())
        joiner = next((spot for spot in _joiners(text, start, joined.end()) if spot.end() == joined.end()), None)
        role = match_role(text[start : part.end])
        # « association des directeurs et directrices de musées » goes on: nobody is several.
        if joiner and role and not (role[0].endswith("s") or _FORMER.match(text, start)):
            found.append(trim(text, Stretch(start, joiner.start())))
    return found


def holds_state(role: str) -> bool:
    """Whether a function is held for a state or a part of it, no body: « ambassadrice », « députée du Lot »."""
    return any(office.match(role) for office in (_ENVOY, _MINISTER, _DEPUTY))


def pleads_at(role: str, printed: str) -> bool:
    """Whether a court behind « avocat » is part of the trade: « avocate à la Cour », « avocat aux Conseils »."""
    return bool(_LAWYER.search(role) and _COURTS.match(printed))


def teaches(role: str, printed: str) -> bool:
    """Whether letters behind « professeure de » are what somebody teaches: « SVT », « EPS »."""
    return bool(_TEACHER.search(role) and _SUBJECT.match(printed))


def _completes_role(printed: str) -> bool:
    """Whether what « de » leads to is part of a function: « chef de service », « Service », « Projet X »."""
    head = match_head(printed)
    alone = head is not None and not printed[head.end() :].strip() and not is_complete(printed)
    return alone or bool((head and printed[:1].islower()) or _OF_ROLE.match(printed))


def _is_seat(role: str, printed: str) -> bool:
    """Whether a function goes on with the place it is held for: « sénateur » « de la Corrèze », « de France »."""
    envoy = _ENVOY.match(role)
    seat = envoy or _SEAT.match(role if role.endswith(" ") else f"{role} ")
    stated = holds_state(role) or is_place(printed) or not printed[:1].isupper()
    return bool(seat) and not match_head(printed) and bool(stated)


def _is_field(role: str, printed: str) -> bool:
    """Whether what stands behind « à » is what an elected person sees to rather than where: no name is in it."""
    return is_elected(role) and bool(re.match(r"[a-zà-ÿ-]+\s(?:à|au|aux|chez)\s", printed))


def _joiners(text: str, start: int, end: int) -> list[re.Match[str]]:
    found = [match for pattern in (AT, OF) for match in pattern.finditer(text, start, end)]
    return sorted(found, key=lambda match: match.start())
