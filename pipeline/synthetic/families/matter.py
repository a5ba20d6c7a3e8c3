"""What stands around a programme: masthead, days and half-days, words of welcome, practical information."""

import datetime as dt
from collections.abc import Callable, Sequence

from pipeline.synthetic.day_style import MONTHS
from pipeline.synthetic.event import Item
from pipeline.synthetic.families.pieces import guests_of
from pipeline.synthetic.families.printed import Piece, Setting, furniture, join, of_day
from pipeline.synthetic.look import Role
from pipeline.synthetic.sheet import Align, Block, Cell, PageBreak, Rule, Space, Table, Text
from pipeline.synthetic.voice import print_period

HEADINGS = (
    "Programme",
    "Programme",
    "Programme détaillé",
    "Le programme",
    "Programme prévisionnel",
    "Déroulé",
    "Pré-programme",
)
NOON = dt.time(13)
HALVES = (("Matin", "Après-midi"), ("Matinée", "Après-midi"), ("MATIN", "APRÈS-MIDI"), ("Le matin", "L’après-midi"))
WELCOMES = (
    "Pendant {days}, {event} réunit celles et ceux qui font vivre ces questions sur le terrain. Venez avec vos "
    "idées, vos doutes et vos expériences : le programme laisse une large place à l’échange.",
    "Chères et chers collègues, nous avons le plaisir de vous accueillir à {place} pour {event}. Les interventions "
    "seront suivies d’un temps de discussion avec la salle.",
    "Cette nouvelle édition de {event} a été préparée par {organiser} avec ses partenaires. Toutes les rencontres "
    "sont en accès libre, dans la limite des places disponibles.",
    "{event} s’adresse aux professionnels comme aux curieux. Le programme peut évoluer : consultez les panneaux à "
    "l’entrée avant chaque rencontre.",
)
PRACTICAL = (
    "Entrée libre dans la limite des places disponibles.",
    "Inscription gratuite mais obligatoire avant le {before}.",
    "Accès : bus ligne {bus}, arrêt Mairie. Parking gratuit à 200 m.",
    "Accueil du public à partir de {hour}h. Les portes ferment à {late}h.",
    "Lieu : {place}.",
    "Organisation : {organiser}.",
    "Tarif : {price} € ; réduit : {low} €. Gratuit pour les moins de {age} ans.",
    "Restauration sur place. Pensez à votre gourde !",
    "Salles accessibles aux personnes à mobilité réduite.",
    "Programme susceptible de modifications.",
    "Avec le soutien de la Région, du Département et de la commune.",
)


def _day(date: dt.date) -> str:
    return "1er" if date.day == 1 else str(date.day)


def masthead(setting: Setting, align: Align | None = None) -> tuple[Block, ...]:
    """The head of the first page: event, subtitle, dates, place, « Programme »; order and presence vary."""
    event, look, rng = setting.event, setting.look, setting.rng
    align = align or look.align
    dates = Text((look.run(print_period(event.days, setting.voice), "heading"),), align)
    name = Text((look.run(event.title, "event"),), align, after=4.0, leading=1.1)
    under = [Text((look.run(event.subtitle, "subtitle"),), align)] if event.subtitle and rng.random() < 0.8 else []
    where = [Text((look.run(event.place, "text"),), align)] if event.place and rng.random() < 0.7 else []
    by = [Text((look.run(event.organiser, "text"),), align)] if event.organiser and rng.random() < 0.4 else []
    word = (
        [Text((look.run(rng.choice(HEADINGS), "heading"),), align, before=8.0, after=6.0)]
        if rng.random() < 0.7
        else []
    )
    order = rng.choice(
        (
            (name, *under, dates, *where, *by, *word),
            (*word, name, *under, *by, dates, *where),
            (*by, name, dates, *under, *where),
        )
    )
    rule = (Rule(look.heading.color),) if rng.random() < 0.3 else ()
    return (*order, *rule, Space(rng.choice((4.0, 10.0, 18.0))))


def welcome(setting: Setting) -> tuple[Block, ...]:
    """Words of welcome before the programme."""
    event, look = setting.event, setting.look
    days = f"{len(event.days)} jours" if len(event.days) > 1 else "une journée"
    text = setting.rng.choice(WELCOMES).format(
        days=days, event=event.title, place=event.place, organiser=event.organiser
    )
    return (
        Text((look.run(text, "text"),), look.text_align, after=8.0, leading=look.leading, hyphenate=look.hyphenate),
    )


def practical(setting: Setting) -> tuple[Block, ...]:
    """Practical information after the programme."""
    event, look, rng = setting.event, setting.look, setting.rng
    before = event.days[0] - dt.timedelta(days=rng.randint(5, 20))
    values = {
        "before": f"{_day(before)} {MONTHS[before.month - 1]}",
        "bus": rng.randint(1, 30),
        "hour": rng.choice((8, 9)),
        "late": rng.choice((19, 20)),
        "place": event.place,
        "organiser": event.organiser,
        "price": rng.randint(8, 40),
        "low": rng.randint(4, 7),
        "age": rng.choice((12, 16, 18)),
    }
    title = Text(
        (look.run(rng.choice(("Informations pratiques", "Infos pratiques", "En pratique")), "heading"),),
        before=14.0,
        keep=True,
    )
    chosen = rng.sample(PRACTICAL, rng.randint(2, 5))
    return (title, *(Text((look.run(line.format(**values), "small"),)) for line in chosen))


def committee(setting: Setting) -> tuple[Block, ...]:
    """A committee: names that take part in no session by standing here."""
    look, rng = setting.look, setting.rng
    guests = [guest for item in setting.event.items for guest in guests_of(item) if guest.last]
    if len(guests) < 4:
        return ()
    some = rng.sample(guests, min(len(guests), rng.randint(3, 7)))
    names = ", ".join(dict.fromkeys(f"{guest.first} {guest.last}".strip() for guest in some))
    head = rng.choice(("Comité d’organisation", "Comité scientifique", "Comité de pilotage"))
    return (Text((look.run(f"{head} : ", "marker"), look.run(names, "entry")), look.text_align, before=10.0),)


def front(setting: Setting) -> tuple[Block, ...]:
    """The head of a programme that begins on its first page."""
    return (*masthead(setting), *(welcome(setting) if setting.rng.random() < 0.25 else ()))


def back(setting: Setting) -> tuple[Block, ...]:
    """The end of a programme."""
    first = practical(setting) if setting.rng.random() < 0.45 else ()
    return (*first, *(committee(setting) if setting.rng.random() < 0.2 else ()))


def day_heading(date: dt.date, setting: Setting) -> tuple[Block, ...]:
    """The heading of a day: a line, a line over a rule, or a band in colour."""
    look = setting.look
    run = look.run(setting.day(date), "day")
    if setting.habits.day_band and look.strong:
        run = run._replace(ink=run.ink._replace(color=on(look.strong)))
        cell = Cell((Text((run,), look.align, after=0.0, keep=True),), fill=look.strong)
        return (Space(look.gap), Table(((cell,),), (1.0,)), Space(4.0))
    text = Text((run,), look.align, before=look.gap + 6.0, after=4.0, keep=True)
    return (text, Rule(look.day.color)) if setting.habits.day_rule else (text,)


def on(fill: str) -> str:
    """The colour of text on a fill: white on dark, black on light."""
    red, green, blue = (int(fill[start : start + 2], 16) for start in (1, 3, 5))
    return "#ffffff" if 0.3 * red + 0.59 * green + 0.11 * blue < 140 else "#000000"


def by_days(
    setting: Setting,
    of_items: Callable[[Sequence[Item]], Piece],
    *,
    pages: bool | None = None,
    heading: Callable[[dt.date, Setting], tuple[Block, ...]] = day_heading,
) -> Piece:
    """The days one after the other, each under its heading; on a page of its own where the document does so."""
    pages = setting.habits.day_pages if pages is None else pages
    pieces = []
    for number, date in enumerate(setting.event.days):
        if number and pages:
            look = setting.look
            pieces.append(
                Piece((PageBreak(furniture(look.header, setting, date), furniture(look.footer, setting, date)),))
            )
        pieces.append(Piece(heading(date, setting)))
        pieces.append(halves(setting, of_items, of_day(setting.event, date)))
    return join(pieces)


def halves(setting: Setting, of_items: Callable[[Sequence[Item]], Piece], items: Sequence[Item]) -> Piece:
    """The items of a day, under « Matin » and « Après-midi » where the document says so."""
    early = [item for item in items if item.start is None or item.start < NOON]
    late = [item for item in items if item not in early]
    if not setting.habits.half_days or not early or not late:
        return of_items(items)
    names = HALVES[len(setting.event.title) % len(HALVES)]
    pieces = []
    for name, part in zip(names, (early, late), strict=True):
        piece = of_items(part)
        truth = tuple(session.model_copy(update={"half_day": name.lower()}) for session in piece.truth)
        pieces.append(Piece((*half_heading(name, setting), *piece.blocks), truth))
    return join(pieces)


def half_heading(name: str, setting: Setting, role: Role = "heading") -> tuple[Block, ...]:
    """« Matin » over a half-day."""
    return (Text((setting.look.run(name, role),), setting.look.align, before=6.0, keep=True),)
