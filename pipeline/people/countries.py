"""Countries, which tell where somebody comes from and are no body: « Léa Durand (Kenya) »."""

import re

from pipeline.wording import plain

_COUNTRIES = frozenset(
    plain(" ".join(name.split()))
    for name in """
    Afghanistan · Afrique du Sud · Albanie · Algérie · Allemagne · Andorre · Angola · Arabie saoudite · Argentine ·
    Arménie · Australie · Autriche · Azerbaïdjan · Bangladesh · Belgique · Bénin · Biélorussie · Birmanie · Bolivie
    · Bosnie-Herzégovine · Brésil · Bulgarie · Burkina Faso · Burundi · Cambodge · Cameroun · Canada · Cap-Vert ·
    Chili · Chine · Chypre · Colombie · Comores · Congo · Corée du Sud · Costa Rica · Côte d'Ivoire · Croatie · Cuba
    · Danemark · Djibouti · Égypte · Équateur · Espagne · Estonie · États-Unis · Éthiopie · Finlande · France ·
    Gabon · Géorgie · Ghana · Grande-Bretagne · Grèce · Guatemala · Guinée · Haïti · Hongrie · Inde · Indonésie ·
    Irak · Iran · Irlande · Islande · Israël · Italie · Jamaïque · Japon · Jordanie · Kenya · Kosovo · Laos ·
    Lettonie · Liban · Liberia · Libye · Lituanie · Luxembourg · Madagascar · Malaisie · Malawi · Mali · Malte ·
    Maroc · Maurice · Mauritanie · Mexique · Moldavie · Monaco · Mongolie · Monténégro · Mozambique · Namibie ·
    Népal · Nicaragua · Niger · Nigeria · Norvège · Nouvelle-Zélande · Ouganda · Ouzbékistan · Pakistan · Palestine
    · Panama · Paraguay · Pays-Bas · Pérou · Philippines · Pologne · Portugal · Québec · République tchèque ·
    Roumanie · Royaume-Uni · Russie · Rwanda · Sénégal · Serbie · Singapour · Slovaquie · Slovénie · Somalie ·
    Soudan · Sri Lanka · Suède · Suisse · Syrie · Taïwan · Tanzanie · Tchad · Thaïlande · Togo · Tunisie · Turquie ·
    Ukraine · Uruguay · Venezuela · Vietnam · Yémen · Zambie · Zimbabwe · Angleterre · Écosse · Pays de Galles · USA
    · UK
    """.split("·")
)
_LETTERS = re.compile(r"\([A-Z]{2}(?:[/, ]+[A-Z]{2})*\)")


def names_country(printed: str) -> bool:
    """Whether a parenthesis holds countries and nothing else: « (Kenya) », « (FR/BE) »."""
    names = re.split(r"[/,]", printed.strip("() "))
    return bool(_LETTERS.fullmatch(printed)) or all(plain(name.strip()) in _COUNTRIES for name in names)
