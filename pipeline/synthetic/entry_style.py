"""How one document says who somebody is: name, function and bodies, in one order and with one kind of sign."""

import random
import re
from enum import StrEnum
from typing import NamedTuple

from pipeline.synthetic.event import Body, Guest
from pipeline.synthetic.roles import is_told_with_town
from pipeline.synthetic.wordplay import capitalised, joined, plain_joint


class Form(StrEnum):
    """The shape of an entry; those of the second half print no function where there is a body."""

    COMMA_JOINED = "Nom, fonction de l'organisme"
    COMMAS = "Nom, fonction, organisme"
    PAREN_JOINED = "Nom (fonction de l'organisme)"
    PAREN_COMMA = "Nom (fonction, organisme)"
    ROLE_PAREN_BODY = "Nom, fonction (organisme)"
    DASH_JOINED = "Nom – fonction de l'organisme"
    DASH_COMMA = "Nom – fonction, organisme"
    DASHES = "Nom – fonction – organisme"
    COLON = "Nom : fonction de l'organisme"
    ROLE_FIRST = "Fonction de l'organisme : Nom"
    BODY_FIRST = "Organisme : Nom, fonction"
    LINES = "Nom / fonction / organisme, chacun sur sa ligne"
    TWO_LINES = "Nom / fonction de l'organisme sur une autre ligne"
    PIPES = "Nom | fonction | organisme"
    BODY_COMMA = "Nom, organisme"
    BODY_PAREN = "Nom (organisme)"
    BODY_DASH = "Nom – organisme"
    BODY_OF = "Nom de l'organisme"
    NAME_ONLY = "Nom"


FORMS = {
    Form.COMMA_JOINED: 24,
    Form.COMMAS: 16,
    Form.PAREN_JOINED: 4,
    Form.PAREN_COMMA: 6,
    Form.ROLE_PAREN_BODY: 5,
    Form.DASH_JOINED: 5,
    Form.DASH_COMMA: 6,
    Form.DASHES: 3,
    Form.COLON: 2,
    Form.ROLE_FIRST: 2,
    Form.BODY_FIRST: 2,
    Form.LINES: 4,
    Form.TWO_LINES: 4,
    Form.PIPES: 2,
    Form.BODY_COMMA: 8,
    Form.BODY_PAREN: 10,
    Form.BODY_DASH: 3,
    Form.BODY_OF: 2,
    Form.NAME_ONLY: 2,
}
WITHOUT_ROLE = frozenset({Form.BODY_COMMA, Form.BODY_PAREN, Form.BODY_DASH, Form.BODY_OF})
# These join a body to what stands before it, with « de » and its like.
_JOINED = frozenset(
    {Form.COMMA_JOINED, Form.PAREN_JOINED, Form.DASH_JOINED, Form.COLON, Form.ROLE_FIRST, Form.TWO_LINES}
)
_PARENS = frozenset({Form.PAREN_JOINED, Form.PAREN_COMMA, Form.ROLE_PAREN_BODY, Form.BODY_PAREN})
LINED = frozenset({Form.LINES, Form.TWO_LINES})
# Forms whose commas would make a list by commas unreadable even for a person.
COMMAS_WITHIN = frozenset(
    {Form.COMMAS, Form.DASH_COMMA, Form.BODY_COMMA, Form.BODY_FIRST, Form.PIPES, Form.ROLE_FIRST}
)
# Beside a title in the same line these could not be told from it.
_NOT_IN_A_LINE = frozenset(
    {
        Form.ROLE_FIRST,
        Form.BODY_FIRST,
        Form.DASHES,
        Form.PIPES,
        Form.DASH_JOINED,
        Form.DASH_COMMA,
        Form.BODY_DASH,
        Form.COLON,
    }
)
# Between name, function and bodies, in the forms made of one sign.
_SIGNS = {
    Form.COMMAS: (", ", ", "),
    Form.DASH_COMMA: (" – ", ", "),
    Form.DASHES: (" – ", " – "),
    Form.LINES: ("\n", "\n"),
    Form.PIPES: (" | ", " | "),
    Form.BODY_COMMA: (", ", ", "),
    Form.BODY_DASH: (" – ", " – "),
    Form.COMMA_JOINED: (", ", " "),
    Form.DASH_JOINED: (" – ", " "),
    Form.COLON: (" : ", " "),
    Form.TWO_LINES: ("\n", " "),
    Form.BODY_OF: (", ", " "),
}


class EntryStyle(NamedTuple):
    """One way of telling who somebody is.

    `chain` is how a team is told with the body it belongs to: « joined » (équipe X du laboratoire Y), « comma »,
    « slash » (laboratoire Y / équipe X), « paren », or « leaf » when only the first is printed; `bare` is how a body
    follows a name without a function in the joined forms: « comma », « of » or « paren »; `second` stands between two
    bodies; `role_capital` prints « Directrice ».
    """

    form: Form = Form.COMMA_JOINED
    chain: str = "joined"
    bare: str = "comma"
    second: str = " et "
    role_capital: bool = False


def shown_parts(guest: Guest, style: EntryStyle) -> Guest:
    """The guest with the function and the bodies that are printed, in the printed letters."""
    role, bodies = guest.role, guest.bodies
    if not guest.last:
        return guest
    if style.form is Form.NAME_ONLY:
        return guest._replace(role="", bodies=())
    if style.form in WITHOUT_ROLE and bodies and not is_told_with_town(role):
        role = ""
    if style.chain == "leaf":
        bodies = tuple(body._replace(parent=None) for body in bodies)
    if style.form in _PARENS:
        bodies = tuple(_without_acronym(body) for body in bodies)
    return guest._replace(role=capitalised(role) if style.role_capital else role, bodies=bodies)


def print_entry(names: str, guest: Guest, style: EntryStyle) -> str:
    """What stands for somebody: `names` (or several who share the rest), then what `shown_parts` left of a guest."""
    role, bodies, form = guest.role, guest.bodies, style.form
    if not role and not bodies:
        return names
    if not bodies:
        return _with_role_only(names, role, form)
    if not role:
        return _with_bodies_only(names, bodies, style)
    whole = f"{role} {_joined_bodies(bodies, style)}"
    listed = f"{role}, {_listed_bodies(bodies, style)}"
    if is_told_with_town(role):
        listed = whole
    match form:
        case Form.PAREN_JOINED | Form.BODY_PAREN:
            return f"{names} ({whole})"
        case Form.PAREN_COMMA:
            return f"{names} ({listed})"
        case Form.ROLE_FIRST:
            return f"{capitalised(whole)} : {names}"
        case Form.BODY_FIRST if not is_told_with_town(role):
            return f"{capitalised(_listed_bodies(bodies, style))} : {names}, {role}"
        case Form.ROLE_PAREN_BODY if not is_told_with_town(role):
            return f"{names}, {role} ({_listed_bodies(bodies, style)})"
    before, between = _SIGNS.get(form, (", ", " "))
    if form in _JOINED or is_told_with_town(role):
        return f"{names}{before}{whole}"
    return f"{names}{before}{role}{between}{_listed_bodies(bodies, style)}"


def make_entry_style(rng: random.Random, lists_only: bool = False) -> EntryStyle:
    """Draw a style; `lists_only` leaves out the forms that break lines or begin with something else than the name."""
    forms = {
        form: weight for form, weight in FORMS.items() if not lists_only or form not in {*LINED, *_NOT_IN_A_LINE}
    }
    form = rng.choices(list(forms), list(forms.values()))[0]
    chains = (
        ["joined"] * 3 + ["comma"] * 2 + ["slash", "leaf"] if form in _JOINED else ["comma"] * 4 + ["slash", "leaf"]
    )
    if form not in _PARENS and form not in _JOINED:
        chains += ["paren", "joined"]
    chain = rng.choice(chains)
    return EntryStyle(
        form=form,
        chain=chain,
        bare=rng.choice(["comma", "comma", "of", "paren"]),
        second=rng.choice([" et ", " et ", ", ", " & " if chain == "slash" else " / "]),
        role_capital=(form is not Form.COMMA_JOINED and rng.random() < 0.4) or rng.random() < 0.12,
    )


def _without_acronym(body: Body) -> Body:
    parent = _without_acronym(body.parent) if body.parent else None
    return body._replace(label=re.sub(r" \([^()]*\)$", "", body.label), parent=parent)


def _with_role_only(names: str, role: str, form: Form) -> str:
    if form in _PARENS and form is not Form.ROLE_PAREN_BODY:
        return f"{names} ({role})"
    if form is Form.ROLE_FIRST:
        return f"{capitalised(role)} : {names}"
    return f"{names}{_SIGNS.get(form, (', ', ''))[0]}{role}"


def _with_bodies_only(names: str, bodies: tuple[Body, ...], style: EntryStyle) -> str:
    listed = _listed_bodies(bodies, style)
    match style.form:
        case Form.BODY_PAREN | Form.PAREN_COMMA | Form.PAREN_JOINED | Form.ROLE_PAREN_BODY:
            return f"{names} ({listed})"
        case Form.BODY_FIRST:
            return f"{capitalised(listed)} : {names}"
        case Form.BODY_OF:
            return f"{names} {_joined_bodies(bodies, style, plain=True)}"
    if style.form in _JOINED and style.form not in LINED and style.bare != "comma":
        return (
            f"{names} ({listed})" if style.bare == "paren" else f"{names} {_joined_bodies(bodies, style, plain=True)}"
        )
    return f"{names}{_SIGNS.get(style.form, (', ', ''))[0]}{listed}"


def _chained(body: Body, chain: str) -> str:
    """A body with those it belongs to."""
    if body.parent is None:
        return body.label
    above = _chained(body.parent, chain)
    match chain:
        case "joined":
            return f"{body.label} {joined(plain_joint(body.parent.joint, body.parent.label), above)}"
        case "slash":
            return f"{above} / {body.label}"
        case "paren" if "(" not in body.label and "(" not in above:
            return f"{body.label} ({above})"
        case _:
            return f"{body.label}, {above}"


def _listed_bodies(bodies: tuple[Body, ...], style: EntryStyle) -> str:
    return style.second.join(_chained(body, style.chain) for body in bodies)


def _joined_bodies(bodies: tuple[Body, ...], style: EntryStyle, plain: bool = False) -> str:
    """The bodies behind their joints. A slash cannot stand behind a joint, so those chains are joined too."""
    chain = "joined" if style.chain == "slash" else style.chain
    parts = [
        joined(plain_joint(body.joint, body.label) if plain else body.joint, _chained(body, chain)) for body in bodies
    ]
    return " et ".join(parts)
