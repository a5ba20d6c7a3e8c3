"""The licences that sidecars name: where each is to be read, and how portals call it.

Sources: the addresses that European portals use; the list each udata portal gives at `/api/1/datasets/licenses/`; the
list that comes with CKAN (`license_list`), which has no Licence Ouverte: French portals add it under one of several
names.
"""

from collections.abc import Collection
from typing import NamedTuple


class Licence(NamedTuple):
    """A licence: how it may be written in a sidecar, its address, what portals call it, the likeliest name first."""

    written: tuple[str, ...]
    address: str
    udata: str
    ckan: tuple[str, ...]


LICENCES = (
    Licence(
        (
            "etalab-2.0",
            "licence ouverte 2.0",
            "licence ouverte / open licence 2.0",
            "lov2",
            "https://spdx.org/licenses/etalab-2.0",
        ),
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "lov2",
        ("lov2", "etalab-2.0", "fr-lo", "other-open"),
    ),
    Licence(
        ("licence ouverte", "fr-lo"),
        "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf",
        "fr-lo",
        ("fr-lo", "other-open"),
    ),
    Licence(
        ("odbl-1.0", "odbl", "odc-odbl"),
        "https://opendatacommons.org/licenses/odbl/1-0/",
        "odc-odbl",
        ("odc-odbl", "other-open"),
    ),
    Licence(
        ("odc-by-1.0", "odc-by"), "https://opendatacommons.org/licenses/by/1-0/", "odc-by", ("odc-by", "other-open")
    ),
    Licence(
        ("pddl-1.0", "odc-pddl"),
        "https://opendatacommons.org/licenses/pddl/1-0/",
        "odc-pddl",
        ("odc-pddl", "other-open"),
    ),
    Licence(("cc-by-4.0", "cc-by"), "https://creativecommons.org/licenses/by/4.0/", "cc-by", ("cc-by", "other-open")),
    Licence(
        ("cc-by-sa-4.0", "cc-by-sa"),
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "cc-by-sa",
        ("cc-by-sa", "other-open"),
    ),
    Licence(
        ("cc0-1.0", "cc0", "cc-zero"),
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "cc-zero",
        ("cc-zero", "other-open"),
    ),
)


def find_licence(name: str | None) -> Licence | None:
    """The licence a sidecar means: « Etalab-2.0 » → Licence Ouverte 2.0; none when it is not known."""
    wanted = (name or "").strip().rstrip("/").lower()
    return next((each for each in LICENCES if wanted in (*each.written, each.address.rstrip("/").lower())), None)


def ckan_name(licence: Licence | None, offered: Collection[str]) -> str | None:
    """The first name of a licence that a CKAN portal offers."""
    return next((name for name in licence.ckan if name in offered), None) if licence else None
