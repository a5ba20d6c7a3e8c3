"""The nine points by which data.gouv.fr judges a dataset, computed before anything is sent.

Source: udata, the software of data.gouv.fr: `Dataset.compute_quality` and `compute_quality_score` in
`udata/core/dataset/models.py`, where each of nine criteria is worth one point and the score is their ninth part;
thresholds in `udata/settings.py` and `udata/core/dataset/constants.py`. The guide « Améliorer la qualité d'un jeu de
données » of data.gouv.fr shows the same nine to producers. A title is no point: without one nothing can be created.
"""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.licences import LICENCES, find_licence
from pipeline.publish.publication import Frequency, Publication

# `QUALITY_DESCRIPTION_LENGTH` of udata's settings; the description must be longer.
DESCRIPTION_LENGTH = 100
# `CLOSED_FORMATS` of udata's constants.
CLOSED_FORMATS = frozenset({"pdf", "doc", "docx", "word", "xls", "excel", "xlsx"})


class Point(NamedTuple):
    """One criterion: udata's name for it, whether it is met, and else what to do."""

    name: str
    label: str
    met: bool
    remedy: str


def _licence(publication: Publication) -> bool:
    """`license`: the dataset has a licence; ours counts when portals have a name for it."""
    return find_licence(publication.licence) is not None


def _temporal(publication: Publication) -> bool:
    """`temporal_coverage`: first and last day are given."""
    return publication.start is not None and publication.end is not None


def _spatial(publication: Publication) -> bool:
    """`spatial`: zones or a geometry are given; places become zones when the portal knows one of that name."""
    return bool(publication.zones or publication.places)


def _frequency(publication: Publication) -> bool:
    """`update_frequency`: the frequency is given and is not « unknown »."""
    return publication.frequency is not Frequency.UNKNOWN


def _in_time(publication: Publication) -> bool:
    """`update_fulfilled_in_time`: the next update is not late (with one day of grace).

    Punctual, irregular and continuous data are never late, and no data is on the day it is published; with an unknown
    frequency there is no next update, and no point.
    """
    return publication.frequency is not Frequency.UNKNOWN


def _described(publication: Publication) -> bool:
    """`dataset_description_quality`: the description has more than `QUALITY_DESCRIPTION_LENGTH` characters."""
    return len(publication.description) > DESCRIPTION_LENGTH


def _open_format(publication: Publication) -> bool:
    """`has_open_format`: at least one resource has a format that is not among `CLOSED_FORMATS`."""
    return any(resource.format and resource.format not in CLOSED_FORMATS for resource in publication.resources)


def _available(publication: Publication) -> bool:
    """`all_resources_available`: udata asks for the files of others only; ours must be in the folder, unchanged."""
    return all(resource.content is not None for resource in publication.resources)


def _documented(publication: Publication) -> bool:
    """`resources_documentation`: a resource has a description or is of the type « documentation »."""
    return any(resource.documentation or resource.description for resource in publication.resources)


_KNOWN = ", ".join(licence.written[0] for licence in LICENCES)
_RULES: dict[str, tuple[Callable[[Publication], bool], str, str]] = {
    "license": (
        _licence,
        "licence",
        f"Donnez la même `licence` à tous les programmes dans leurs sidecars : {_KNOWN}.",
    ),
    "temporal_coverage": (
        _temporal,
        "couverture temporelle",
        "Aucun jour n'a été lu : donnez `annee` dans le sidecar.",
    ),
    "spatial": (_spatial, "couverture spatiale", "Donnez `lieu` dans le sidecar, ou --zone, comme fr:commune:62498."),
    "update_frequency": (_frequency, "fréquence de mise à jour", "Donnez --frequency, autre que unknown."),
    "update_fulfilled_in_time": (_in_time, "mise à jour dans les temps", "Donnez --frequency, autre que unknown."),
    "dataset_description_quality": (
        _described,
        "description",
        f"Écrivez plus de {DESCRIPTION_LENGTH} caractères dans --description.",
    ),
    "has_open_format": (_open_format, "format ouvert", "Publiez les tables CSV avec `programme run`."),
    "all_resources_available": (
        _available,
        "fichiers disponibles",
        "Des fichiers manquent ou ont changé : relancez `programme run`.",
    ),
    "resources_documentation": (
        _documented,
        "ressources documentées",
        "Publiez LISEZMOI.md, que `programme run` écrit.",
    ),
}


def judge_quality(publication: Publication) -> list[Point]:
    """The nine points of a publication, in the order udata adds them up."""
    return [Point(name, label, rule(publication), remedy) for name, (rule, label, remedy) in _RULES.items()]
