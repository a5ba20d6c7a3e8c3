"""How one document prints the names of people."""

import random
import re
from typing import NamedTuple

from pipeline.synthetic.event import Guest

LONG_CIVILITIES = {"M.": "Monsieur", "Mme": "Madame"}


class NameStyle(NamedTuple):
    """One notation of names.

    `last_first` prints « DURAND Léa »; `capitals` is « last », « all » or empty, and spares the particles in small
    letters unless `particles`; `initial` prints « L. Durand »; `civility` is « short » (Mme), « long » (Madame),
    « doctors » (Dr and Pr only) or empty.
    """

    last_first: bool = False
    capitals: str = ""
    particles: bool = True
    initial: bool = False
    civility: str = ""


def shown_name(guest: Guest, style: NameStyle) -> Guest:
    """The guest with the letters of the name, and the civility, that are printed."""
    first, last = guest.first, guest.last
    if style.initial:
        first = "-".join(f"{part[0]}." for part in first.split("-") if part)
    if style.capitals:
        last = last.upper() if style.particles else _spare_particles(last)
    if style.capitals == "all":
        first = first.upper()
    return guest._replace(first=first, last=last, civility=_civility(guest.civility, style))


def order_name(guest: Guest, style: NameStyle) -> str:
    """The name of a guest as `shown_name` left it, in the printed order, behind its civility."""
    order = (guest.last, guest.first) if style.last_first else (guest.first, guest.last)
    return " ".join(part for part in (guest.civility, *order) if part)


def make_name_style(rng: random.Random) -> NameStyle:
    """Draw a notation: a third has the last name in capitals, one in eight has it first."""
    last_first = rng.random() < 0.12
    capitals = rng.random() < (0.85 if last_first else 0.33)
    return NameStyle(
        last_first=last_first,
        capitals=("last" if rng.random() < 0.92 or last_first else "all") if capitals else "",
        particles=rng.random() < 0.6,
        initial=not last_first and rng.random() < 0.03,
        civility=rng.choices(["", "short", "long", "doctors"], [76, 10, 4, 10])[0],
    )


def _civility(civility: str, style: NameStyle) -> str:
    if style.civility == "long":
        return LONG_CIVILITIES.get(civility, civility)
    if style.civility == "doctors":
        return civility if civility in ("Dr", "Pr") else ""
    return civility if style.civility else ""


def _spare_particles(last: str) -> str:
    """« de La Barre » → « de LA BARRE », « d'Hautefeuille » → « d'HAUTEFEUILLE »."""
    words = []
    for word in last.split():
        kept = word if word.islower() else "".join(re.findall(r"\A[a-zà-ÿ]['’]", word))
        words.append(kept + word[len(kept) :].upper())
    return " ".join(words)
