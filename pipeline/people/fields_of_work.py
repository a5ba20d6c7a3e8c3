"""Fields of work, which are no bodies: « directrice de la Communication », « directeur des Ressources Humaines »."""

import re

from pipeline.wording import CAPITALS, plain

_FIELDS = frozenset(
    """
    communication recherche developpement culture numerique innovation inclusion transition technique donnees data
    usages projet projets programme programmes mission missions etudes operations strategie plaidoyer formation
    formations production programmation finances ressources relations partenariats edition editions collections
    marketing design produit produits qualite securite numeriques transformation etat sciences histoire droit
    lettres litterature informatique sociologie langue philosophie medecine cooperation affaires achats mediation
    urbanisme patrimoine patrimoines conferences systemes information numerique education enseignement economie
    gestion geographie sante sport sports jeunesse environnement tourisme habitat logement emploi commerce transports
    mobilites agriculture solidarites citoyennete ecologie energie
    """.split()
)
# What is one only with the adjective behind it: « Action Culturelle », but « Action contre la soif ».
_WITH_ADJECTIVE = _FIELDS | frozenset("action actions medias systemes marches politiques patrimoine".split())
_ADJECTIVE = re.compile(
    r"[\w'’-]+\s(?:humain|social|sociaux|culturel|international|internationaux|europ[ée]en|publi(?:c|que)|g[ée]n[ée]ral|juridique|"
    r"financi[eè]r|[ée]conomique|scientifique|num[ée]rique|territorial|territoriaux|institutionnel|[ée]ditorial|"
    r"p[ée]dagogique|artistique|[ée]trang[èe]r|durable|solidaire|priv[ée]|urbain|associatif|sportif)(?:le|ne|e)?s?(?![\w-])",
    re.I,
)
# A name of its own behind it makes it a body: « Recherche Sud », « Éducation nationale », « Santé publique Vézac ».
_NAME_BEHIND = re.compile(rf"\s[{CAPITALS}]")
_NAMED = re.compile(rf"[\w'’-]+\s(?:[{CAPITALS}]|nationale?\b)")


# What faculties and laboratories are named by besides these, in the singular.
_DISCIPLINES = frozenset(
    """
    lettre langue art science droit economie gestion histoire geographie philosophie sociologie politique societe
    culture texte image litterature civilisation espace territoire environnement administration commerce education
    musique theatre psychologie communication archeologie anthropologie religion monde langage technique technologie
    medecine pharmacie sante sport ecologie mathematique informatique physique chimie biologie media
    """.split()
)


def is_field(word: str) -> bool:
    """Whether a word names a field or a discipline, in the singular or plural: « Lettres », « droit »."""
    bare = plain(word)
    return bare in _FIELDS or bare in _DISCIPLINES or bare.removesuffix("s") in _DISCIPLINES


def names_field(text: str) -> bool:
    """Whether a text begins with a field of work rather than with the name of a body."""
    word = re.match(r"[\w'’&.@-]+", text)
    if word is None:
        return False
    if told := _ADJECTIVE.match(text):
        return plain(word[0]) in _WITH_ADJECTIVE and not _NAME_BEHIND.match(text, told.end())
    return plain(word[0]) in _FIELDS and not _NAMED.match(text)
