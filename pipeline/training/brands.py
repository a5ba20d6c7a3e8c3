"""Invented names that associations, firms and projects give themselves: any words can be one."""

import random

from pipeline.synthetic import bodies

_NOUNS = (
    "piscine fabrique fréquence plateau boussole étincelle maille rivage canopée halle pépite escale grange bascule "
    "ruche assemblage relais horizon village courant marge manufacture verger usine tribu source orbite vague arbre "
    "forêt école atelier graine mosaïque mémoire nuage cabane moulin lanterne archipel barque terrain quartier "
    "passage carrefour écluse comptoir jardin voisin fil toit pixel code donnée réseau commun lien langue trame "
    "cellule cerise hibou renard colibri mouton abeille cigogne fourmi pieuvre baleine papillon caillou cailloux "
    "allumette tournesol"
).split()
_ADJECTIVES = (
    "solidaire numérique ouverte connectée bleue rouge citoyenne libre durable créative sociale nomade collective "
    "populaire éphémère vivante utile inclusive sensible mobile futur composé partagée commune sauvage lente sonore"
).split()
_ENGLISH = (
    "Open Green Future Data Smart Good Common Wild Next Make Fair Soft Deep Bright Public Local Hyper Civic Source "
    "Politics Share Studio Factory Works People Phone Minds Cloud Hub Lab Impact Code Maps Nation Knowledge Planet"
).split()
_VERBS = "Noircir Tisser Semer Réparer Habiter Raconter Oser Relier Coudre Bouger Grandir Partager Inventer".split()
_STEMS = "hin rés na vel tor mi éra lo pix dor cal mu ver sol ka bri en au fla quo zé ter".split()
_ENDS = "aura erica oxia anim éo ium ovia inea ys ara ux ima ande ic".split()
_DOMAINS = ".fr .org .info .coop .gouv.fr .io .net".split()


def invent_brand(rng: random.Random) -> str:
    """« La Piscine », « Fréquence écoles », « Hinaura », « OpenMapsHub », « U31 », « voisins.info »."""
    noun, other = rng.choice(_NOUNS), rng.choice(_NOUNS)
    adjective = rng.choice(_ADJECTIVES)
    made = (rng.choice(_STEMS) + rng.choice(("", rng.choice(_STEMS))) + rng.choice(_ENDS)).capitalize()
    english = rng.sample(_ENGLISH, 3)
    article = "L'" if noun[0] in "aeéiouh" else rng.choice(("La ", "Le ", "Les "))
    shapes = (
        lambda: f"{article}{noun.capitalize()}",
        lambda: f"{article}{noun} {adjective}",
        lambda: f"{noun.capitalize()} {adjective}",
        lambda: f"{noun.capitalize()} {adjective.capitalize()}",
        lambda: f"{noun.capitalize()} {other}s",
        lambda: f"{noun.capitalize()}s & {other.capitalize()}s",
        lambda: f"{noun.capitalize()} {noun.capitalize()}",
        lambda: f"{rng.choice(_VERBS)} {rng.choice(('la', 'le', 'les'))} {other}",
        lambda: f"{rng.choice(_VERBS)} {made}",
        lambda: made,
        lambda: made,
        lambda: made.upper(),
        lambda: made.lower(),
        lambda: f"{made} {rng.choice(('France', 'Conseil', 'Nord', 'Ouest', 'Avocats', '42', 'Europe'))}",
        lambda: " ".join(english[: rng.randint(2, 3)]),
        lambda: "".join(english[: rng.randint(2, 3)]),
        lambda: f"{english[0]}{noun}",
        lambda: f"{noun.capitalize()}{adjective.capitalize()}",
        lambda: f"{english[0]} {rng.choice('ABCSZ')}",
        lambda: f"{rng.choice('ABCDEFGHLMNPRSTUV')}{rng.randint(2, 99)}",
        lambda: f"{noun}s{rng.choice(_DOMAINS)}",
        lambda: f"{made}{rng.choice(_DOMAINS)}",
        lambda: "".join(rng.choice("ABCDEFGILMNOPRSTU") for _ in range(rng.randint(3, 7))),
        lambda: f"Pop{made.lower()}",
        lambda: bodies.invent_brand(rng),
    )
    return rng.choice(shapes)()
