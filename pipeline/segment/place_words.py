"""Words for places where things happen, which tell a room beside a title or an hour where others stand there too."""

import re

from pipeline.wording import find_formats

# Too common in titles to tell a room alone, enough beside one again and again.
_PLACES = re.compile(
    r"\b(?:salles?|salon|amphi\w*|auditorium|hall|halle|sc[èe]ne|th[ée][âa]tre|h[ée]micycle|studio|espace|forum|agora|foyer|chapelle|"
    r"cour|jardin|parvis|terrasse|patio|mezzanine|verri[èe]re|kiosque|gymnase|cin[ée]ma|m[ée]diath[èe]que|biblioth[èe]que|"
    r"atelier|laboratoire|plateau|chapiteau|tente|bar|caf[ée]t[ée]ria|r[ée]fectoire|[ée]tage|rez-de-chauss[ée]e|sous-sol|"
    r"b[âa]timent|niveau|campus|maison|mairie|mus[ée]e|[ée]glise|librairie|ch[âa]teau|abbaye|cath[ée]drale|parc|square|stade|place|ligne|visio\w*|grand\w*|petit\w*)\b",
    re.I,
)
# Places that are nobody's body, at the start of a text: « place du Marché », « sous la halle ».
_SPOT = re.compile(
    r"(?:(?:sous|dans|devant|derri[èe]re|sur)\s)?(?:l['’]|l[ae]s?\s|(?:petite?|grande?)\s)*"
    r"(?:salles?|salon|amphi\w*|auditorium|halles?|hall|sc[èe]ne|foyer|chapelle|[ée]glise|cour|pr[ée]au|jardins?|parvis|"
    r"esplanade|terrasse|patio|mezzanine|kiosque|gymnase|chapiteau|tente|r[ée]fectoire|place|placette|square|stade|"
    r"boulodrome|plage|quai|berges?|lavoir|rue)\b",
    re.I,
)
# Where one meets: « Départ devant l'église ».
_MEETS = re.compile(
    r"(?:d[ée]part|rendez-vous|rdv|r\.-v\.)\s(?:devant|place|d[eu]\s|d['’]|au?\s|à\s|sur\s|sous\s)", re.I
)
_SIZES = re.compile(r"(?:grand|petit)", re.I)


def names_place(text: str) -> bool:
    """Whether a word of a text is that of a place where things happen: a clue only."""
    return bool(_PLACES.search(text))


def opens_with_spot(text: str) -> bool:
    """Whether a text begins with a place that nobody belongs to: « place du Marché », not « musée du Gué »."""
    return bool(_SPOT.match(text.strip()))


def opens_with_place(text: str) -> bool:
    """Whether a text begins as the name of a place does: « Cinéma Le Palace – Place du Quai », no « Forum »."""
    if _MEETS.match(text):
        return True
    opening = _PLACES.match(text)
    return opening is not None and not _SIZES.match(text) and " " in text and not find_formats(text)
