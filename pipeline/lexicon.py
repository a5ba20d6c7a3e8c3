"""Rows of words: markers, formats, civilities, breaks, bodies, functions, rooms, places.

Every row carries examples it must match and examples it must not; a test reads them. To add a marker, a
format or a head of organisations, add a row here and nowhere else. Lists are short on purpose: a word is here
because programmes use it, not because a dictionary has it. What is done with the rows is in `wording.py`.
"""

from typing import NamedTuple

from pipeline.document import Capacity, Kind


class Row(NamedTuple):
    """Words (a regular expression without groups), the value they stand for, examples for and against."""

    words: str
    value: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


# The markers under which people are named. `(e)s`-endings are spelt as patterns: « animé·e·s », « animé(e) ».
_FEM = r"(?:\(?[·.\-/]?(?:e|rice|trice|euse|ère)\)?)?(?:\(?[·.\-]?s\)?)?"
MARKERS: tuple[Row, ...] = (
    Row(
        rf"(?:co-?)?anim[ée]{_FEM} par", Capacity.ANIMATION,
        ("ANIMÉ PAR", "Animée par :", "Co-animé par", "Animé·e·s par", "ANIME PAR :"),
        ("dessins animés japonais", "animer"),
    ),
    Row(
        rf"(?:co-?)?animation|animat(?:eur|rice){_FEM}|facilitat(?:ion|eur|rice){_FEM}", Capacity.ANIMATION,
        ("Animation :", "Animatrices :", "Facilitation :"), ("Réanimation",),
    ),
    Row(
        rf"mod[ée]r[ée]{_FEM} par|mod[ée]ration|mod[ée]rat(?:eur|rice){_FEM}|pr[ée]sid[ée]{_FEM} par|(?:s[ée]ance |session )?"
        rf"pr[ée]sid[ée]{_FEM} par|pr[ée]sidence(?: de (?:la )?(?:s[ée]ance|session))?|pr[ée]sident{_FEM} de s[ée]ance|"
        rf"chair|discutante?{_FEM}|table ronde mod[ée]r[ée]e par",
        Capacity.MODERATION,
        ("Modération :", "MODÉRATEUR :", "Modératrice", "Modéré par", "Séance présidée par", "Présidence :"),
        ("Président de la région", "modérations"),
    ),
    Row(
        rf"avec la participation(?: exceptionnelle)?(?: d[eu]s?| d['’])?|avec les interventions?(?: de)?|"
        rf"avec (?:nos |les )?(?:intervenant|invit[ée]|expert){_FEM}|avec",
        Capacity.INTERVENTION,
        ("AVEC", "AVEC :", "Avec la participation", "Avec la participation de"), ("avecque",),
    ),
    Row(
        rf"(?:les |nos )?intervenant{_FEM}|interventions?(?: de)?|orat(?:eur|rice){_FEM}|conf[ée]renci(?:er|[èe]re){_FEM}(?: invit[ée]{_FEM})?|"
        rf"speakers?|panel(?:istes?)?|pan[ée]listes?|participant{_FEM}|t[ée]moin{_FEM}|grand{_FEM} t[ée]moin{_FEM}|"
        rf"(?:les |nos )?invit[ée]{_FEM}|en pr[ée]sence (?:de|d['’])|experte?{_FEM}|allocutions? (?:de|d['’])|"
        rf"communications? (?:de|d['’])",
        Capacity.INTERVENTION,
        ("Intervenants :", "INTERVENANT·E·S", "Intervenant(e)s :", "Oratrices :", "Grand témoin :", "En présence de"),
        ("intervenir", "Invitation"),
    ),
    Row(
        rf"(?:pr[ée]sent[ée]|introduit|ouvert|conclu|prononc[ée]|propos[ée]|port[ée]|r[ée]alis[ée]){_FEM} par|"
        rf"pr[ée]sentation (?:de|par)",
        Capacity.INTERVENTION,
        ("Présenté par", "Introduit par :", "Introduite par"), ("présente", "introduction"),
    ),
)  # fmt: skip

# Markers that also work inside a sentence of the description: « … introduit par Prénom Nom, … ».
PROSE_MARKERS: tuple[Row, ...] = (
    Row(rf"(?:co-?)?anim[ée]{_FEM} par", Capacity.ANIMATION, ("un atelier animé par",), ("animé pour",)),
    Row(rf"mod[ée]r[ée]{_FEM} par", Capacity.MODERATION, ("débat modéré par",), ("modéré partout",)),
    Row(
        rf"introduit{_FEM} par|avec la participation (?:de|d['’]|du|des)|en pr[ée]sence (?:de|d['’]|du|des)",
        Capacity.INTERVENTION,
        ("regards croisés introduits par", "avec la participation de"), ("introduit partout",),
    ),
)  # fmt: skip

FORMATS: tuple[Row, ...] = (
    Row(r"ateliers?", "atelier", ("un atelier participatif",), ("râtelier",)),
    Row(r"master ?-?class(?:es)?", "masterclass", ("Cette masterclass", "master class"), ("classe",)),
    Row(r"tables?[ -]rondes?", "table ronde", ("Table ronde :", "table-ronde"), ("ronde de nuit",)),
    Row(r"retex|retours? d['’ ]exp[ée]riences?|rex", "retour d'expérience", ("un RETEX", "retour d’expérience"), ("retour",)),
    Row(r"t[ée]moignages?", "témoignage", ("Ce témoignage",), ("témoigner",)),
    Row(r"regards? crois[ée]s", "regards croisés", ("Regards croisés",), ("regard",)),
    Row(r"(?<!ma[iî]tre de )(?<!ma[iî]tresse de )conf[ée]rences?(?! de presse| des)", "conférence", ("Conférence inaugurale",), ("maîtresse de conférences en droit",)),
    Row(r"keynotes?", "keynote", ("Keynote :",), ("note",)),
    Row(r"[ée]changes?", "échange", ("un temps d'échange",), ("échanger",)),
    Row(r"visites?", "visite", ("Visite du musée",), ("visiteur",)),
    Row(r"pl[ée]ni[èe]res?", "plénière", ("Plénière d'ouverture",), ("plein",)),
    Row(r"d[ée]bats?", "débat", ("Ciné-débat",), ("débattre",)),
    Row(r"d[ée]monstrations?|d[ée]mos?", "démonstration", ("Démo :",), ("démographie",)),
    Row(r"rencontres?", "rencontre", ("Cette rencontre",), ("rencontrer",)),
    Row(r"pr[ée]sentations?", "présentation", ("Présentation du projet",), ("présenter",)),
    Row(r"formations?", "formation", ("Formation courte",), ("information",)),
    Row(r"webinaires?", "webinaire", ("un webinaire",), ("séminaire",)),
    Row(r"s[ée]minaires?", "séminaire", ("Séminaire de clôture",), ("webinaire",)),
    Row(r"symposiums?", "symposium", ("Symposium",), ("composium",)),
    Row(r"posters?", "poster", ("Session posters",), ("poste",)),
    Row(r"panels?", "panel", ("Premier panel",), ("panelle",)),
    Row(r"projections?", "projection", ("Projection du film",), ("projeter",)),
    Row(r"concerts?", "concert", ("Concert de clôture",), ("concertation",)),
    Row(r"spectacles?", "spectacle", ("Spectacle de rue",), ("spectaculaire",)),
    Row(r"expositions?", "exposition", ("Exposition permanente",), ("exposé",)),
    Row(r"lectures?", "lecture", ("Lecture publique",), ("lecteur",)),
    Row(r"dictées?", "dictée", ("Dictée géante",), ("dictature",)),
    Row(r"tournois?", "tournoi", ("Tournoi d'échecs",), ("tourner",)),
    Row(r"hackathons?", "hackathon", ("Hackathon",), ("hacker",)),
)  # fmt: skip

# What is no session: breaks, and logistics.
KINDS: tuple[Row, ...] = (
    Row(
        r"pauses?(?:[ -](?:caf[ée]|th[ée]|d[ée]jeuner|repas|gourmande|musicale|m[ée]ridienne|go[ûu]ter|d[îi]natoire|d[ée]jeunatoire|conviviale|midi)(?:-caf[ée])?)?|(?:petit[ -])?d[ée]jeuner(?: libre| sur place| buffet)?|d[iî]ners?(?: de gala)?|repas(?: partag[ée])?|buffets?|"
        r"cocktails?(?: d[îi]natoire| d[ée]jeunatoire)?|caf[ée](?:[ -](?:accueil|gourmand))?|ap[ée]ro\w*|ap[ée]ritifs?|go[ûu]ter|collation|brunch|pot|"
        r"verre de l['’]amiti[ée]|vin d['’]honneur|accueil(?:[ -]caf[ée])?(?: des (?:participant|public|congressiste)\S*)?|"
        r"coffee break|lunch",
        Kind.BREAK,
        ("Pause café", "PAUSE", "Déjeuner", "Pause-déjeuner", "Cocktail déjeunatoire", "Accueil des participants",
         "Accueil café", "Petit déjeuner", "Dîner du colloque", "Repas et début du travail", "Pot"),
        ("Pauser", "Les cafés du territoire au service du lien", "Accueillir autrement"),
    ),
    Row(
        r"inscriptions?|enregistrement|[ée]margement|ouverture des portes|installation|vestiaire|arriv[ée]es?(?: (?:du |des )?(?!et\b)\w+)?|d[ée]parts?|"
        r"fermeture|fin(?: de la journ[ée]e| du \w+| des \w+)?|transfert|navettes?|d[ée]montage|montage",
        Kind.LOGISTICS,
        ("Inscriptions", "Ouverture des portes", "FIN du festival", "Départ des navettes"),
        ("Finances publiques", "Départements et régions"),
    ),
)  # fmt: skip

TENTATIVE = Row(
    r"sous r[ée]serve|et/ou|[àa] confirmer|\(tbc\)|en cours de confirmation|pressenti(?:e|s|es)?", "provisoire",
    ("(sous réserve)", "et/ou", "intervenant à confirmer", "A CONFIRMER"), ("réserve naturelle", "et ou"),
)  # fmt: skip

CIVILITIES = Row(
    r"M\.|MM\.|Mme\.?|Mmes|Mlle|Monsieur|Madame|Mesdames|Messieurs|Dr\.?|Docteure?|Pr\.?|Prof\.?|Professeure?|Me|Maître",
    "civilité", ("M. ", "Mme ", "Dr ", "Pr "), ("Melle-mêle", "Prairie"),
)  # fmt: skip

# Nouns that begin the name of a body even in lower case, and the type they prove.
HEADS: tuple[Row, ...] = (
    Row(r"ville|mairie|commune|m[ée]tropole|eurom[ée]tropole|agglom[ée]ration|communaut[ée] (?:de communes|d['’]agglom[ée]ration|urbaine)|"
        r"conseil (?:d[ée]partemental|r[ée]gional|municipal)|d[ée]partement|r[ée]gion|collectivit[ée]|pays",
        "collectivité", ("ville de Vézac", "région Centre", "métropole de Tours"), ("villes", "paysage", "régional")),
    Row(r"minist[èe]re|secr[ée]tariat (?:d['’][ÉEée]tat|g[ée]n[ée]ral)|pr[ée]fecture|direction (?:interminist[ée]rielle|g[ée]n[ée]rale|r[ée]gionale|"
        r"d[ée]partementale|nationale)|d[ée]l[ée]gation (?:interminist[ée]rielle|minist[ée]rielle|g[ée]n[ée]rale|r[ée]gionale)|acad[ée]mie|rectorat|"
        r"ambassade|tribunal|assembl[ée]e nationale|s[ée]nat|dinum|anct",
        "État", ("ministère de la Culture", "préfecture du Lot", "direction générale des finances"), ("ministériel", "direction")),
    Row(r"universit[ée]|[ée]cole(?: (?:nationale|sup[ée]rieure|normale|doctorale))?|institut|laboratoire|facult[ée]|lyc[ée]e|coll[èe]ge|"
        r"chaire|unit[ée] de recherche|centre de recherches?|observatoire|campus|iut|cnrs|inria|inserm",
        "enseignement-recherche", ("université de Brest", "laboratoire Lidem", "école de design"), ("universitaire", "institutionnel")),
    Row(r"association|fanfare|f[ée]d[ée]ration|collectif|comit[ée]|ligue|mouvement|union|confr[ée]rie|fondation|amicale|compagnie|troupe|club|"
        r"syndicat|conf[ée]d[ée]ration|r[ée]seau|coll[èe]gue|orchestre|chorale",
        "association", ("association Les Deux Rives", "collectif Passerelle", "réseau Canopée"), ("associé", "comité de pilotage interne à venir")),
    Row(r"soci[ée]t[ée]|groupe|entreprise|agence(?! nationale| r[ée]gionale)|cabinet|studio|start-?up|scop|scic|coop[ée]rative|maison d['’][ée]dition|"
        r"[ée]ditions?|banque|librairie|galerie|hub|transports",
        "entreprise", ("agence Phosphore", "cabinet Orme", "groupe Tilleul"), ("groupement", "agencement", "studieux")),
    Row(r"agence (?:nationale|r[ée]gionale)|caisse|haute autorit[ée]|autorit[ée]|office|conseil (?:national|sup[ée]rieur|[ée]conomique)|commission|"
        r"chambre (?:de|d['’]|r[ée]gionale)|chu|chru|h[ôo]pital|ars|caf|cpam|ccas|sdis|d[ée]fenseur",
        "organisme public", ("agence nationale de la forêt", "caisse des dépôts", "conseil national du livre"), ("office de tourisme bis repetita placent", "caissier")),
    Row(r"revue|journal|magazine|radio|cha[iî]ne|maison d['’][ée]dition|presses", "média", ("revue Liasse", "journal Amont"), ("revues", "journaliste")),
    Row(r"mus[ée]e|m[ée]diath[èe]que|biblioth[èe]que|th[ée][âa]tre|archives|conservatoire|op[ée]ra|festival|cin[ée]ma|centre culturel",
        "culture", ("musée des Eaux", "médiathèque de Brou"), ("musées", "festivalier")),
    Row(r"[ée]quipe(?:-projet)?|p[ôo]le|service|bureau|direction|d[ée]partement|mission|d[ée]l[ée]gation|centre(?: social| d[e']\S+)?|espace|maison|"
        r"lab|laboratoire d['’]innovation|incubateur|tiers[ -]lieux?|f[ée]d[ée]|r[ée]gie|unit[ée]|secr[ée]tariat|cellule|atelier|plateforme|"
        r"coordination|antenne|foyer|programme|projet|parc|plan|fonds|conseil|chambre|ensemble|cercle|jury|ch[oœ]eur|living[ -]?lab|fab ?lab|coop|dg",
        "", ("équipe Horizon", "pôle usages", "centre social du Val"), ("équipement", "servir", "spatial")),
)  # fmt: skip

# Nouns that begin a function. Feminine and inclusive endings are part of the pattern.
ROLES = Row(
    r"(?:co-?|vice-?|ex-?|sous-?)?(?:direct(?:eur|rice)|pr[ée]sident|fondat(?:eur|rice)|responsable|g[ée]rant|dirigeant|r[ée]f[ée]rent|"
    r"d[ée]l[ée]gu[ée]|charg[ée]|chef|cheffe|adjoint|[ée]lu|maire|d[ée]put[ée]|s[ée]nat(?:eur|rice)|conseill(?:er|[èe]re)|ministre|pr[ée]f[èe]te?|"
    r"recteur|rectrice|doyenn?e?|secr[ée]taire|tr[ée]sori(?:er|[èe]re)|professeure?|ma[iî]tre(?:sse)?|enseignant(?:e?-cherch(?:eur|euse))?|cherch(?:eur|euse)|doctorante?|"
    r"post-?doctorant|ing[ée]nieure?|consultante?|expert|sp[ée]cialiste|sociologue|historien|philosophe|[ée]conomiste|g[ée]ographe|anthropologue|"
    r"juriste|avocate?|m[ée]decin|docteure?|psychologue|infirmi(?:er|[èe]re)|architecte|urbaniste|designer|d[ée]velopp(?:eur|euse)|graphiste|artiste|"
    r"autrice|auteure?|[ée]crivaine?|po[èe]te|com[ée]dien|musicien|music(?=o)|metteu(?:r|se)|r[ée]alisat(?:eur|rice)|product(?:eur|rice)|journaliste|photographe|vid[ée]aste|plasticien|proviseure?|[ée]dit(?:eur|rice)|"
    r"biblioth[ée]caire|archiviste|conservat(?:eur|rice)|animat(?:eur|rice)|m[ée]diat(?:eur|rice)|format(?:eur|rice)|coordin(?:at(?:eur|rice)|ateur)|coordonnat(?:eur|rice)|"
    r"facilitat(?:eur|rice)|coach|b[ée]n[ée]vole|membre|administrat(?:eur|rice)|commissaire|inspect(?:eur|rice)|charg[ée]e?|"
    r"manager|program manager|project manager|product owner|data scientist|analyste|pilote|porte-parole|associ[ée]|entrepreneu(?:r|se)|"
    r"repr[ée]sentant|ambassad(?:eur|rice)|pianiste|violoncelliste|chorale|chanteu(?:r|se)|[ée]tudiant|agricult(?:eur|rice)|maraîch(?:er|[èe]re)|"
    r"attach[ée]|assistant|intervenant|pr[êe]tre|pasteur|g[ée]n[ée]ral|colonel|PDG|DG|DGS|CEO|CTO|DPO|cofondat(?:eur|rice)|co-fondat(?:eur|rice)|praticien|"
    r"conf[ée]renci(?:er|[èe]re)|premi(?:er|[èe]re)|\d{1,2}(?:er|[èe]?re|nde?|e|[èe]me)|ancien|anciennement|superviseur|chroniqueu(?:r|se)|community manager|technicien|agent)(?:ne|[·.]?e)?s?",
    "fonction",
    ("directrice adjointe", "Vice-présidente", "chargé de mission", "co-fondatrice", "maîtresse de conférences", "1er adjoint"),
    ("direction", "présidentielle", "Mairie", "chefferie"),
)  # fmt: skip

ROOMS = Row(
    r"salles?|amphi(?:th[ée][âa]tre)?s?|auditorium|hall|grande? sc[èe]ne|sc[èe]ne|plateau|studio|espace|chapiteau|atrium|foyer|en ligne|visioconf[ée]rence",
    "salle", ("Salle 2", "Amphithéâtre Curie", "Auditorium"), ("salleté", "hallucinant"),
)  # fmt: skip

# Particles inside names of persons.
PARTICLES = r"d[eu]s?|d['’]|la|le|l['’]|van|von|der|den|ten|ter|della|di|da|do|dos|das|del|y|ben|bin|ibn|el|al|ait|aït|san|st|saint|zu|af|mac|mc|o['’]|abou|abu|bou|ould|m['’]|n['’]|dit|dite"

# Departments, regions and countries that stand in the names of bodies (« conseil départemental du Nord »); towns
# are too many and too often words, the language model knows them better.
PLACES = """
    Ain · Aisne · Allier · Alpes · Alsace · Ardèche · Ardennes · Ariège · Artois · Aube · Aude · Auvergne · Aveyron
    · Bouches · Bourgogne · Bretagne · Calvados · Cantal · Centre-Val · Charente · Charente-Maritime · Cher ·
    Corrèze · Corse · Côte · Côtes · Creuse · Dordogne · Doubs · Drôme · Essonne · Eure · Eure-et-Loir · Finistère ·
    France · Gard · Garonne · Gers · Gironde · Grand Est · Guadeloupe · Guyane · Haute-Garonne · Haute-Loire ·
    Haute-Marne · Haute-Savoie · Haute-Vienne · Hautes-Alpes · Hauts-de-France · Hauts-de-Seine · Hérault ·
    Ille-et-Vilaine · Indre · Indre-et-Loire · Isère · Jura · Landes · Loir-et-Cher · Loire · Loire-Atlantique ·
    Loiret · Lot · Lot-et-Garonne · Lozère · Maine-et-Loire · Manche · Marne · Martinique · Mayenne · Mayotte ·
    Meurthe-et-Moselle · Meuse · Morbihan · Moselle · Nièvre · Nord · Normandie · Nouvelle-Aquitaine · Occitanie ·
    Oise · Orne · Paris · Pas-de-Calais · Pays · Provence · Puy-de-Dôme · Pyrénées · Réunion · Rhin · Rhône ·
    Rhône-Alpes · Saône · Sarthe · Savoie · Seine · Seine-Maritime · Seine-Saint-Denis · Somme · Suisse · Tarn ·
    Touraine · Val-de-Marne · Val-d'Oise · Var · Vaucluse · Vendée · Vienne · Vosges · Yonne · Yvelines · Belgique ·
    Québec · Luxembourg · Europe · Italie · Espagne · Allemagne · Lyon · Lille · Marseille · Bordeaux · Nantes ·
    Toulouse · Strasbourg · Montpellier · Rennes · Grenoble · Nice · Angers · Caen · Rouen · Tours · Dijon · Brest ·
    Metz · Nancy · Reims · Orléans · Limoges · Poitiers · Besançon · Genève · Bruxelles · Montréal
""".split("·")
