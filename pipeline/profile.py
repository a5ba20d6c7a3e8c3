"""A document to the sidecar it could have: what is seen and sure as keys, what is doubtful as comments.

A key that is commented out begins with « # » and no space, so that taking the sign away is all it needs.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.document import Capacity, Document, Line, Outline, Page, Style
from pipeline.page.lead_ins import LeadIn, find_lead_ins
from pipeline.segment.index_pages import read_index
from pipeline.times.dates import find_years
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours

# A look of titles is proposed when it is that of this share of those found.
MOST = 0.8
# A value longer than this is a sentence, not the name of a place or a body.
MAX_VALUE = 90
# What says what a page is for is a heading: it has few words.
MAX_HEADING_WORDS = 6

_FILE_NAME = re.compile(
    r"\.\w{2,5}$|^(?:microsoft |sans titre|untitled|document ?\d*$|pr[ée]sentation ?\d*$|layout|diapositive)", re.I
)
_PLACE = re.compile(r"^\W*lieu\s*:\s*(?P<value>.*)$", re.I)
_ORGANISER = re.compile(
    r"(?:^|[\s,–—-])(?:co-?)?organis(?:[ée]e?s?|ation|at(?:eur|rice)s?)(?: et anim[ée]e?s?)?(?:\s+par\b\s*:?|\s*:)\s*"
    r"(?P<value>.*)$",
    re.I,
)
_VALUE_END = re.compile(
    r"\s*[,;.(]?\s*(?:\bavec\b|\ben (?:partenariat|collaboration)\b|\bdans le cadre\b).*$|[\s.,;:(–—-]+$", re.I
)
_ARTICLE = re.compile(r"^(?:l['’]|la |le |les )(?=\S)")
_OPEN_END = re.compile(r"(?:-|\b(?:de|du|des|la|le|les|et|à|au|aux|pour|sur|d['’]|l['’]))$")
# What a page without a session may be for, by words of its lines; the first that fits.
_PURPOSES = (
    ("partenaires", re.compile(r"\b(?:partenaires?|sponsors?|m[ée]c[èe]nes?|remerciements?|soutiens? de)\b", re.I)),
    ("informations pratiques", re.compile(r"\b(?:info(?:rmation)?s pratiques|plan d['’ ]acc[èe]s)\b", re.I)),
    ("équipe", re.compile(r"^\W*(?:comit[ée]s?|[ée]quipe|organisation|cr[ée]dits)\b", re.I)),
)
# Words that stand large on a cover and name no event.
_NO_TITLE = re.compile(r"\W*(?:avant-|pr[ée]-?)?programm(?:e|ation)(?: d[eu] \w+(?: journ[ée]e)?)?\W*", re.I)
_HEAD = """\
# Fiche d'accompagnement proposée pour « {name} », d'après ce que montrent ses pages.
# Les clés écrites sont sûres ; celles qui suivent un « # » collé sont à vérifier : retirer le signe les active.
# À enregistrer à côté du document, sous le même nom et avec la terminaison .toml.
"""


class _Printed(NamedTuple):
    """A value a line prints, and whether the line stands outside all sessions."""

    value: str
    page: int
    apart: bool


def propose_source(document: Document, outline: Outline, interventions: int | None = None) -> str:
    """The text of a sidecar for a document; with it the document is read as without it.

    Keys are written only where they are sure and change nothing but what the pages leave empty: place, organiser.

    Args:
        document: the pages as laid out.
        outline: the items found in them.
        interventions: how many people and bodies were found, if they were counted.
    """
    parts = [_HEAD.format(name=_shown(document.name))]
    if outline.refusal:
        parts.append(f"# Aucune session n'a été trouvée. {_shown(outline.refusal)}\n")
    parts += [_title(document), _year(document)]
    parts += [_fact("lieu", _PLACE, document, outline), _fact("organisateur", _ORGANISER, document, outline)]
    parts += [_pages(document, outline), _minima(outline, interventions)]
    parts += [_markers(document, outline), _titles(document, outline)]
    return "\n".join(part for part in parts if part)


def _shown(text: str) -> str:
    """A text on one line without what a comment must not hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _quoted(text: str) -> str:
    """A text as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str, value: object, why: str, sure: bool) -> str:
    """A key with the comment above it, itself a comment when it is not sure."""
    written = _quoted(value) if isinstance(value, str) else json.dumps(value)
    return f"# {why}\n{'' if sure else '#'}{name} = {written}\n"


def _title(document: Document) -> str:
    largest = _largest(document.pages[0]) if document.pages else ""
    if document.title and not _FILE_NAME.search(document.title):
        other = f" ; la page 1 montre en grand : « {largest} »" if largest else ""
        other = "" if largest.casefold() == document.title.casefold() else other
        return _key("titre", document.title, f"Titre des métadonnées du fichier{other}.", sure=True)
    said = (
        f"Les métadonnées disent « {_shown(document.title)} »"
        if document.title
        else "Les métadonnées sont sans titre"
    )
    if not largest:
        return f'# {said} et la page 1 n\'a pas de grande ligne.\n#titre = ""\n'
    return _key("titre", largest, f"{said} ; voici la plus grande ligne de la page 1.", sure=False)


def _largest(page: Page) -> str:
    """The largest text of a page that is no time and no day; nothing if it is as long as a paragraph."""
    lines = [
        line
        for line in (*page.furniture, *page.lines)
        if len(re.findall(r"[^\W\d_]", line.text)) > 3 and not _NO_TITLE.fullmatch(line.text)
        if not find_hours(line.text) and not find_days(line.text)
    ]
    size = max((line.style.size for line in lines), default=0.0)
    text = _shown(" ".join(line.text for line in lines if line.style.size == size))
    return text if len(text) <= MAX_VALUE else ""


def _year(document: Document) -> str:
    lines = list(_all_lines(document))
    printed = Counter(year.year for _, line in lines for year in find_years(line.text) if year.kind == "date")
    titled = [
        year.year for page, line in lines if page == 1 for year in find_years(line.text) if year.kind == "title"
    ]
    titled += [year.year for year in find_years(document.title or "")]
    seen = list(dict.fromkeys([*titled, *(year for year, _ in printed.most_common())]))
    bare = any(day.year is None and day.day is not None for _, line in lines for day in find_days(line.text))
    if len(seen) == 1 and not bare:
        return _key("annee", seen[0], "Année imprimée avec chaque jour.", sure=True)
    if len(seen) == 1:
        return _key(
            "annee", seen[0], "Année imprimée ailleurs qu'avec les jours ; elle est déjà prise en compte.", False
        )
    if seen:
        return _key("annee", seen[0], f"Plusieurs années sont imprimées : {', '.join(map(str, seen))}.", sure=False)
    if document.created:
        why = "Aucune année n'est imprimée ; celle-ci est celle de la création du fichier."
        return _key("annee", document.created.year, why, sure=False)
    return "# Aucune année n'est imprimée et le fichier ne dit pas quand il a été créé.\n#annee = 2000\n"


def _all_lines(document: Document) -> Iterable[tuple[int, Line]]:
    return ((page.number, line) for page in document.pages for line in (*page.furniture, *page.lines))


def _fact(key: str, pattern: re.Pattern[str], document: Document, outline: Outline) -> str:
    """The value behind « Lieu : » or « Organisé par »: sure if it is the only one and stands outside all sessions."""
    found = list(dict.fromkeys(_values(pattern, document, outline)))
    apart = [printed for printed in found if printed.apart]
    values = {printed.value for printed in apart or found}
    if not values or (not apart and len(values) > 1):
        return ""  # where sessions print several they are rooms, not the place of the event
    best = (apart or found)[0]
    sure = len(values) == 1 and bool(apart)
    where = f"Lu page {best.page}" + ("" if apart else ", dans une session")
    others = ", ".join(f"« {value} »" for value in sorted(values - {best.value})[:5])
    return _key(key, best.value, where + (f" ; aussi imprimé : {others}." if others else "."), sure)


def _values(pattern: re.Pattern[str], document: Document, outline: Outline) -> Iterable[_Printed]:
    used = _used(outline)
    for page in document.pages:
        for lines in (page.furniture, page.lines):
            for number, line in enumerate(lines):
                if found := pattern.search(line.text):
                    below = lines[number + 1].text if number + 1 < len(lines) else ""
                    value = _shown(found["value"] or below)
                    value = _ARTICLE.sub("", _VALUE_END.sub("", value))
                    if value and len(value) <= MAX_VALUE and not _OPEN_END.search(value) and "@" not in value:
                        yield _Printed(value, page.number, (page.number, line.rank) not in used)


def _used(outline: Outline) -> set[tuple[int, int]]:
    """Page and rank of the lines that went into a session."""
    return {
        (piece.line.page, piece.line.rank)
        for item in outline.segments
        for passage in (item.title, item.subtitle, item.room, *item.body, *(block.passage for block in item.blocks))
        if passage is not None
        for piece in passage.pieces
    }


def _pages(document: Document, outline: Outline) -> str:
    """The pages no session begins on, what they may be, and as a comment the key that skips some of them."""
    begun = {item.pages[0] for item in outline.segments}
    held = {page for item in outline.segments for page in item.pages}
    told = {page.number: _purpose(page) for page in document.pages if begun and page.number not in begun}
    lines, skipped = [], []
    for number, (purpose, sure) in told.items():
        if number in held and not sure:
            continue  # where a session goes on
        where = ", lu comme la suite d'une session" if number in held else ""
        lines.append(f"# Page {number} : {purpose}{where}.")
        skipped += [number] if sure is not None else []
    lines += [f"#pages_ignorees = {skipped}"] if skipped else []
    return "\n".join(["# Pages où aucune session ne commence.", *lines, ""]) if lines else ""


def _purpose(page: Page) -> tuple[str, bool | None]:
    """What a page no session begins on is for, and whether its words say so; None if it must not be skipped."""
    if read_index(page):
        return "sommaire, comparé aux sessions", None
    times = sum(bool(find_hours(line.text)) for line in page.lines)
    if times > 1:
        return f"{times} lignes avec une heure et aucune session, à regarder", None
    if any(day.day for line in page.lines for day in find_days(line.text)):
        return "elle imprime un jour, qui peut servir aux sessions", None
    for purpose, words in _PURPOSES:
        if any(words.search(line.text) and len(line.text.split()) <= MAX_HEADING_WORDS for line in page.lines):
            return purpose, True
    if page.number == 1:
        return "couverture", False
    return "texte sans session" if page.lines else "page sans texte", False


def _minima(outline: Outline, interventions: int | None) -> str:
    """What was found, as the least to be found again."""
    if not outline.segments:
        return ""
    doubtful = any(finding.code == "structure_incertaine" for finding in outline.findings)
    sign = "#" if doubtful else ""
    why = "Nombres trouvés, à relever si le document en compte plus : en trouver moins devient une anomalie."
    keys = [f"{sign}[minima]", f"{sign}sessions = {len(outline.segments)}"]
    keys += [] if interventions is None else [f"{sign}interventions = {interventions}"]
    return "\n".join([f"# {why}", *keys, ""])


def _markers(document: Document, outline: Outline) -> str:
    """Words that recur before names of people and that no rule knows."""
    found = find_lead_ins(document, {item.title.text for item in outline.segments})
    if not found:
        return ""
    lines = [
        "# Mots qui reviennent devant des noms de personnes et que le lexique ne connaît pas.",
        "# À garder s'ils annoncent bien qui participe, dans la qualité qui convient.",
        "#[marqueurs]",
    ]
    for capacity, key in zip(Capacity, ("animation", "intervention", "moderation"), strict=True):
        listed = [lead for lead in found if lead.capacity is capacity]
        lines += [f"# {_told(lead)}" for lead in listed]
        if listed:
            lines.append(f"#{key} = [{', '.join(_quoted(lead.words) for lead in listed)}]")
    return "\n".join([*lines, ""])


def _told(lead: LeadIn) -> str:
    return f"« {_shown(lead.words)} » : {lead.times} fois, par exemple page {lead.page} « {_shown(lead.example)} »."


def _titles(document: Document, outline: Outline) -> str:
    """The look of the titles that were found, and the next best when the reading is in doubt."""
    looks = Counter(item.title.pieces[0].line.style for item in outline.segments if item.title.pieces)
    margin = next((f.subject for f in outline.findings if f.code == "structure_incertaine"), None)
    others = _recurring_looks(document)
    if not looks:
        return _look("Style qui revient le plus en dehors du texte courant.", others[0]) if others else ""
    style, count = looks.most_common(1)[0]
    if count < MOST * len(outline.segments):
        return "# Les titres trouvés n'ont pas tous le même style : aucun n'est proposé.\n"
    sure = (
        "avance nette sur toute autre lecture"
        if margin is None
        else f"faible avance sur une autre lecture ({margin})"
    )
    why = f"Style des titres trouvés ({count} sur {len(outline.segments)}), {sure}. À corriger s'il n'est pas le bon."
    other = next((look for look in others if look != style), None)
    if margin is not None and other:
        why += f"\n# Autre style qui revient : {_shown(other.font)} {other.size:g}{' gras' * other.bold}"
        why += f"{' italique' * other.italic}{f' {other.color}' if other.color else ''}."
    return _look(why, style)


def _look(why: str, style: Style) -> str:
    keys = [
        f"#taille = {style.size:g}",
        f"#gras = {json.dumps(style.bold)}",
        f"#italique = {json.dumps(style.italic)}",
    ]
    keys += [f"#police = {_quoted(style.font)}"] if style.font else []
    keys += [f'#couleur = "{style.color}"'] if style.color not in (None, "#000000") else []
    return "\n".join([f"# {why}", "#[titres]", *keys, ""])


def _recurring_looks(document: Document) -> Sequence[Style]:
    """The looks that stand out from running text and recur, the most frequent first."""
    lines = [line for page in document.pages for line in page.lines if line.spans]
    weight: Counter[Style] = Counter()
    for line in lines:
        weight[line.style] += len(line.text)
    if not weight:
        return []
    usual = max(weight, key=lambda style: (weight[style], str(style)))
    counts = Counter(
        line.style
        for line in lines
        if (line.style.bold > usual.bold or line.style.size > usual.size) and not find_hours(line.text)
    )
    return [style for style, count in sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0]))) if count > 1]
