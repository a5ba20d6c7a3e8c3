"""What is no session: arrivals, coffee, meals, and the ways programmes name them."""

import random

from pipeline.document import Kind

ARRIVALS_BREAK = (
    "Accueil café",
    "Accueil-café",
    "Accueil des participants",
    "Accueil des participantes et des participants",
    "Accueil des participant·e·s",
    "Accueil",
    "Accueil du public",
    "Accueil petit déjeuner",
    "Petit déjeuner",
    "Petit-déjeuner d'accueil",
    "Café d'accueil",
    "Café de bienvenue",
    "ACCUEIL CAFÉ",
    "Accueil des congressistes",
)
ARRIVALS_LOGISTICS = (
    "Émargement",
    "Inscriptions",
    "Enregistrement",
    "Ouverture des portes",
    "Retrait des badges",
    "Inscription et retrait des badges",
    "Installation des stands",
    "Arrivée des participants",
)
PAUSES = (
    "Pause",
    "Pause",
    "Pause café",
    "Pause-café",
    "PAUSE",
    "PAUSE CAFÉ",
    "Pause gourmande",
    "Pause et visite des stands",
    "Pause café et visite de l'exposition",
    "Pause fraîcheur",
    "Pause (15 min)",
    "Pause musicale",
    "Goûter",
    "Pause thé",
)
LUNCHES = (
    "Déjeuner",
    "Déjeuner",
    "Déjeuner libre",
    "Pause déjeuner",
    "Pause-déjeuner",
    "PAUSE DÉJEUNER",
    "Pause méridienne",
    "Déjeuner sur place",
    "Déjeuner buffet",
    "Buffet déjeunatoire",
    "Cocktail déjeunatoire",
    "Cocktail déjeunatoire et visite des stands",
    "Repas partagé",
    "Pique-nique (chacun apporte son repas)",
    "Déjeuner (sur inscription)",
    "Repas",
    "Buffet",
)
EVENINGS = (
    "Cocktail dînatoire",
    "Cocktail",
    "Cocktail de clôture",
    "Apéritif convivial",
    "Verre de l'amitié",
    "Vin d'honneur",
    "Pot de l'amitié",
    "Dîner de gala",
    "Dîner du colloque (sur inscription)",
    "Apéro",
    "Buffet et moment convivial",
    "Pot de clôture",
)
ENDINGS = (
    "Fin de la journée",
    "Fin des travaux",
    "Fin",
    "Fermeture des portes",
    "Départ des navettes",
    "Départ",
    "FIN DE JOURNÉE",
)

# What a stretch of the day is for: its kind and its wordings.
MOMENTS: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "arrival": (Kind.BREAK, ARRIVALS_BREAK),
    "registration": (Kind.LOGISTICS, ARRIVALS_LOGISTICS),
    "pause": (Kind.BREAK, PAUSES),
    "lunch": (Kind.BREAK, LUNCHES),
    "evening": (Kind.BREAK, EVENINGS),
    "ending": (Kind.LOGISTICS, ENDINGS),
}


def invent_moment(wordings: tuple[str, ...], rng: random.Random) -> str:
    """One wording of a moment."""
    return rng.choice(wordings)
