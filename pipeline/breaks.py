"""Whether a title is that of a break, of logistics or of a session, by its words."""

import re
from functools import cache

from pipeline.document import Kind
from pipeline.lexicon import KINDS, Row
from pipeline.wording import compile_rows, is_room

_KIND_REST = re.compile(
    r"\W*(?:(?:du|des|de la|de l['’]|et|&|visite|autour|au|aux|à|en|dans|sur|avec|libre|d['’]accueil|"
    r"offerte?s?|(?:propos|pr[ée]par)[ée]e?s? par|servie?s? par|partag[ée]e?s?|tir[ée]s? du sac|"
    r"r[ée]gional|paysan|fermier|gourmande?|gastronomique|v[ée]g[ée]tarien|traditionnel|froid|"
    r"d['’]ouverture|d['’]affaires|networking|r[ée]seautage|r[ée]publicain|champ[êe]tre|convivial|officiel|assis|debout|"
    r"de (?:cl[ôo]ture|bienvenue|fin|midi|d[ée]part))(?!\w)[^:?,]{0,60}|\([^)]*\)[^:?,]{0,20})?\W*",
    re.I,
)
# What a break goes on with behind a sign: « Accueil café, émargement », « Accueil – visite des stands ».
_KIND_JOINT = re.compile(r"\s*(?:[,+/&–—-]|et|puis)\s+(?=\w)", re.I)
# Where it is, or what there is: « Repas : salle des fêtes », « Pause déjeuner : buffet ».
_KIND_PLACE = re.compile(
    r"\s*:\s+(?:(?P<eaten>(?:restaurant|cantine|self|caf[ée]t[ée]ria|brasserie|buffet)\b[^:?]{0,40})|(?P<place>.+))",
    re.I,
)
_STANDS = r"(?:visites?|d[ée]couverte|ouverture) (?:des|du|de l['’]|de la) ?(?:stands?|expositions?|salon|posters?)"
# What is served, how and where, or shown: « café-viennoiseries dans le hall », « café offert, visite des stands ».
# One sign at a time: runs of runs of them would be tried in all ways.
_SERVED = re.compile(
    rf"(?:[\s,/+&()–—-]|(?:{_STANDS}|"
    r"(?:caf|th)[ée]s?|viennoiseries?|croissants?|brioches?|g[âa]teaux|jus|boissons?|buvettes?|buffet|douceurs|encas|"
    r"food[- ]?trucks?|collation|rafra[îi]chissements?|sandwich(?:e?s)?|plateaux?[- ]repas|[ée]margement|"
    r"inscriptions?|offerte?s?|solidaires?|[ée]quitables?|gourmande?s?|bio|sur place|sous r[ée]serve|"
    r"et|ou|autour d['’]un|"
    r"(?:dans|à|sur|sous) (?:le |la |les |l['’])\w+|par (?:la |le )?(?:ville|mairie|commune|d[ée]partement|r[ée]gion)"
    r")(?!\w))+",
    re.I,
)
# « Accueil au 15 ter, rue du Moulin »
_ADDRESS = re.compile(
    r"\s(?:au|à)\s\d+(?:\s?(?:bis|ter|quater))?,?\s"
    r"(?:rue|avenue|boulevard|place|quai|all[ée]e|cours|chemin|route|impasse)\b[^:?]*",
    re.I,
)


@cache
def _kinds() -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(KINDS, r"^[\W\d]*", r"(?![\w-])")


def kind_of(title: str) -> Kind:
    """Break, logistics or session, by the first words of a title.

    A title that goes on otherwise than a break does is a session: « Petit déjeuner débat », « Fin du mois, fin
    du monde », « Accueil des réfugiés : que faire ? ».
    """
    for pattern, row in _kinds():
        if found := pattern.match(title):
            rest, kind = title[found.end() :], Kind(row.value)
            if _KIND_REST.fullmatch(rest) or _goes_on(rest, kind):
                return kind
    return Kind.SESSION


def _goes_on(rest: str, kind: Kind) -> bool:
    """Whether what stands behind a sign is no session: « , émargement », « – visite des stands », « , café »."""
    if kind is Kind.BREAK and (_SERVED.fullmatch(rest) or _ADDRESS.fullmatch(rest)):
        return True
    placed = _KIND_PLACE.fullmatch(rest)
    if placed and kind is Kind.BREAK and (placed["eaten"] or is_room(placed["place"])):
        return True
    joint = _KIND_JOINT.match(rest)
    after = rest[joint.end() :] if joint else ""
    others = (Kind.SESSION,) if kind is Kind.BREAK else (Kind.SESSION, kind)  # « Fin du mois, fin du monde »
    return bool(after) and (_SERVED.fullmatch(after) is not None or kind_of(after) not in others)
