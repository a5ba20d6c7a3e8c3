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


# Rows a document adds to those of the lexicon: the markers of its sidecar.
Rows = tuple[Row, ...]


# The markers under which people are named. `(e)s`-endings are spelt as patterns: « animé·e·s », « animé(e) ».
_FEM = r"(?:\(?[·.\-/]?(?:e|rice|trice|euse|ère)\)?)?(?:\(?[·.\-]?s\)?)?"
# What is led by somebody. « Atelier animé par Léa Durand » also says the format and is a sentence; « Atelier animé
# par : » is a heading.
_LED = r"(?:(?:session|s[ée]ance|discussion|[ée]changes?|d[ée]bats?|travaux) )?"
_FORMAT_LED = r"(?:atelier|d[ée]bat|table[ -]ronde|rencontre|panel|conf[ée]rence|pl[ée]ni[èe]re) "
# Groups that give something together, as one person does.
_GROUP = r"(?:cie|compagnie|collectif|troupe|orchestre|ensemble|chorale|ch(?:oe|œ)ur|groupe|harmonie|fanfare|association|club|comit[ée]|[ée]quipe|f[ée]d[ée]ration|ligue)"
PLAYED = (
    r"voix|chant|piano|orgue|clavecin|guitares?|violons?|violoncelle|alto|contrebasse|basse|harpe|luth|fl[ûu]tes?|hautbois|basson|clarinettes?|saxophones?|trompette|trombone|cor|tuba|accord[ée]on|bandon[ée]on|batterie|percussions?|claviers|platines|machines|dessin"
)  # fmt: skip
MARKERS: tuple[Row, ...] = (
    Row(
        rf"{_LED}(?:co-?)?anim[ée]{_FEM} par|{_FORMAT_LED}anim[ée]{_FEM} par(?=\s*(?::|$))|"
        rf"(?:atelier )?encadr[ée]{_FEM} par(?=\s*(?::|$|(?:l[ea] )?(?:Drs?|Prs?|M|Mmes?)\b))", Capacity.ANIMATION,
        ("ANIMÉ PAR", "Encadré par :", "Animée par :", "Co-animé par", "Animé·e·s par", "Débats animés par :", "ANIME PAR :", "Atelier animé par", "Session animée par :"),
        ("dessins animés japonais", "Encadré par la loi", "animer", "Atelier animé par Léa Durand"),
    ),
    Row(
        rf"(?:co-?)?animation(?: graphique)?|animat(?:eur|rice){_FEM}|facilitat(?:ion(?: graphique)?|eur|rice){_FEM}|(?:(?:co-?)?pilotes?|fil rouge|ma[iî]tre(?:sse)? de c[ée]r[ée]monie)(?=\s*:)", Capacity.ANIMATION,
        ("Animation :", "Animatrices :", "Facilitation graphique :", "Pilotes :", "Fil rouge :", "Maîtresse de cérémonie :"), ("Réanimation", "Pilotes du numérique"),
    ),
    Row(
        rf"moderators?|{_LED}mod[ée]r[ée]{_FEM} par|{_FORMAT_LED}(?:mod[ée]r|pr[ée]sid)[ée]{_FEM} par(?=\s*(?::|$))|mod[ée]ration|mod[ée]rat(?:eur|rice){_FEM}|{_LED}pr[ée]sid[ée]{_FEM} par|pr[ée]sidence(?: de (?:la )?(?:s[ée]ance|session))?(?: (?:et|/|&) (?:discussion|mod[ée]ration))?|"
        rf"pr[ée]sident{_FEM}(?: (?:et|/|&) discutant{_FEM})?(?: de s[ée]ance|(?=\s*:))|"
        rf"chair(?:(?:wo)?man|person|s)?|discutante?{_FEM}|(?:[àa]pr[èe]s-midi |matin[ée]e |matin )?sous la pr[ée]sidence (?:de|d['’]|du)|sous la direction de(?=\s+(?:M\.|MM\.|Mmes?|Pr\.?|Dr\.?)\s)",
        Capacity.MODERATION,
        ("Modération :", "Présidence et discussion :", "Président et discutant :", "MODÉRATEUR :", "Modératrice", "Modéré par", "Séance présidée par", "Présidence :", "Présidents :", "Chairman :", "Débat modéré par", "DÉBAT MODÉRÉ PAR Léa Durand",
         "Sous la présidence de", "Matinée sous la présidence de", "Sous la direction de M. Petit"),
        ("Président de la région", "Président", "modérations", "Sous la direction de Léa Durand"),
    ),
    Row(
        rf"avec la (?:participation|complicit[ée])(?: exceptionnelle)?(?: d[eu]s?| d['’])?|avec les interventions?(?: de)?|"
        rf"avec (?:nos |les )?(?:intervenant|invit[ée]|expert){_FEM}|(?:de et |{_FORMAT_LED}(?=avec\s*:))?avec(?: notamment| entre autres)?",
        Capacity.INTERVENTION,
        ("AVEC", "AVEC :", "De et avec", "Avec la participation", "Avec la participation de", "Table ronde avec :", "Avec notamment"), ("avecque", "Rencontre avec la rivière"),
    ),
    Row(
        rf"(?:les |nos )?intervenant{_FEM}(?: et t[ée]moi(?:ns|gnages?))?|interventions?(?: de)?|orat(?:eur|rice){_FEM}|conf[ée]renci(?:er|[èe]re){_FEM}(?: invit[ée]{_FEM})?|"
        rf"speakers?|panel(?:istes?)?|pan[ée]listes?|participant{_FEM}|t[ée]moin{_FEM}|grand{_FEM} t[ée]moin{_FEM}|"
        rf"(?:les |nos )?invit[ée]{_FEM}(?: d['’]honneur)?|en pr[ée]sence (?:de|d['’])|interviennent|interviendront|ont confirm[ée] leur (?:pr[ée]sence|participation)|experte?{_FEM}|allocutions? (?:de|d['’])|"
        rf"(?:(?:par )?(?:les )?(?:(?:deux|trois|quatre|cinq|six) )?(?:rapporteure?{_FEM}|rapporteuses?)|porteu(?:r|se){_FEM}|guides?|d[ée]batteu(?:r|se)s?|r[ée]pondante?{_FEM}|(?:membres du )?jury)(?=\s*:)|"
        rf"communications? (?:de|d['’])",
        Capacity.INTERVENTION,
        ("Intervenants :", "INTERVENANT·E·S", "Intervenant(e)s :", "Intervenants et témoignages :", "Oratrices :", "Grand témoin :", "En présence de", "Rapporteurs :", "Rapporteuse :",
         "Par les trois rapporteurs :", "Jury :", "Guides :", "Porteuses :", "Interviennent :", "Ont confirmé leur présence :"),
        ("intervenir", "Invitation", "Guide du routard", "Rapporteure générale", "Jury des lycéens"),
    ),
    Row(
        rf"(?:pr[ée]sent[ée]|introduit|ouvert|conclu|prononc[ée]|propos[ée]|port[ée]|r[ée]alis[ée]|comment[ée]|guid[ée]|conduit|remis){_FEM} par|"
        rf"pr[ée]sentation (?:de|par)|(?-i:Par)(?! (?:la|le|les|un|une)\b(?! (?:{_GROUP}|p[èe]re|fr[èe]re)\b)| l['’](?!(?:{_GROUP}|abb[ée])\b))|(?-i:PAR)(?=\s*(?::|$))|"
        rf"(?:au|[àa] l['’]|[àa] la|aux) (?:grande?s? )?(?:{PLAYED}|orgues)(?=\s*:)",
        Capacity.INTERVENTION,
        ("Présenté par", "Introduit par :", "Commentée par", "Conduite par", "Remis par", "Introduite par", "Par :", "PAR", "Par Léa Durand", "Par la compagnie des Eaux", "Au grand orgue :"),
        ("présente", "introduction", "par", "Par ailleurs", "Parcours", "PAR LA COMMISSION", "Par la ville qui change", "Au piano bar"),
    ),
)  # fmt: skip

# Markers that also work inside a sentence of the description: « … introduit par Prénom Nom, … ».
PROSE_MARKERS: tuple[Row, ...] = (
    Row(
        rf"(?:co-?)?anim[ée]{_FEM} par|(?<=atelier )(?:conduit|men[ée]|encadr[ée]|propos[ée]){_FEM} par|"
        rf"(?<=(?:visite|balade) )(?:conduit|men[ée]){_FEM} par|encadr[ée]{_FEM} par(?-i:(?= [A-ZÀ-Þ]))|"
        rf"(?:entretien|rencontre|[ée]change|discussion|d[ée]bat) (?:men|conduit)[ée]?e? par", Capacity.ANIMATION,
        ("un atelier animé par", "Atelier conduit par", "Atelier proposé par", "Entretien mené par"), ("animé pour", "une étude menée par", "un jeu proposé par"),
    ),
    Row(
        rf"(?:mod[ée]r|pr[ée]sid)[ée]{_FEM} par|sous la pr[ée]sidence (?:de|d['’]|du)", Capacity.MODERATION,
        ("débat modéré par", "jury présidé par", "Axe 1 – sous la présidence de"), ("modéré partout", "la présidence de la région"),
    ),
    Row(
        rf"(?:introduit|(?:c[ée]r[ée]monie|soir[ée]e|s[ée]ance|concert|spectacle|film|lecture) pr[ée]sent[ée]|cont[ée]|lu|interpr[ée]t[ée]|guid[ée]|comment[ée]){_FEM} par|avec la participation (?:de|d['’]|du|des)|"
        r"en pr[ée]sence (?:de|d['’]|du|des)|"
        r"(?:introduction|accueil|ouverture|conclusion|cl[ôo]ture|synth[èe]se|mise en perspective|[ée]clairage|dialogue|entretien|"
        r"conversation|face[ -]à[ -]face|controverse) (?:par|de|d['’]|avec|entre)|(?:débat|échange|discussion) entre(?-i:(?= [A-ZÀ-Þ]))|prises? de parole (?:par|de|d['’])|"
        r"(?:discours|mots?|allocutions?|interventions?)(?: (?:d['’]ouverture|d['’]accueil|de bienvenue|de cl[ôo]ture))? (?:par|de|d['’])|"
        r"en compagnie (?:de|d['’])|nous (?:accueill(?:er)?ons|recev(?:r)?ons)(?-i:(?= [A-ZÀ-Þ]))|(?:retrouvez|(?:venez )?rencontrez|venez rencontrer)(?-i:(?= [A-ZÀ-Þ]))|(?-i:(?<=[,–—] )par(?= [A-ZÀ-Þ]))",
        Capacity.INTERVENTION,
        ("regards croisés introduits par", "lue par", "avec la participation de", "Introduction par", "un dialogue entre", "Débat entre Léa Durand et Marc Petit",
         "Discours de bienvenue par", "Prise de parole de", "en compagnie de", "nous accueillerons Léa Durand", "Retrouvez Léa Durand", "La rivière en partage, par Léa Durand"),
        ("introduit partout", "débat entre les rives", "ouverture pour tous", "passer par Lyon", "retrouvez les rives", "nous accueillons les familles"),
    ),
    # A sentence that names who takes part and says nothing else.
    Row(r"(?:(?<=[.!?…»)–—]\s)|^)(?-i:Avec|Par)", Capacity.INTERVENTION, ("Un goûter est offert. Avec Léa Durand", "Par Léa Durand"), ("venez avec", "Avec de la chance")),
)  # fmt: skip

FORMATS: tuple[Row, ...] = (
    Row(r"ateliers?", "atelier", ("un atelier participatif",), ("râtelier",)),
    Row(r"master ?-?class(?:es)?", "masterclass", ("Cette masterclass", "master class"), ("classe",)),
    Row(r"tables?[ -]rondes?", "table ronde", ("Table ronde :", "table-ronde"), ("ronde de nuit",)),
    Row(r"retex|retours? d['’ ]exp[ée]riences?|(?-i:REX)", "retour d'expérience", ("un RETEX", "retour d’expérience"), ("retour", "cinéma Le Rex")),
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
    Row(r"grands? entretiens?", "entretien", ("Grand entretien",), ("entretien des haies",)),
    Row(r"hackathons?", "hackathon", ("Hackathon",), ("hacker",)),
)  # fmt: skip

# What is no session: breaks, and logistics.
KINDS: tuple[Row, ...] = (
    Row(
        r"pauses?(?:[ -](?:caf[ée]s?|th[ée]s?|d[ée]jeuner|repas|gourmande|musicale|m[ée]ridienne|go[ûu]ter|d[îi]natoire|d[ée]jeunatoire|conviviale|fra[iî]cheur|midi|r[ée]seau(?:tage)?|networking|exposants?|exposition|partenaires|posters?)(?:-caf[ée])?)?|entracte|petit[ -]d[ée]j['’]?|(?:le )?(?:petit[ -])?d[ée]jeuner(?: libre| sur place|[ -]buffet)?|(?:le )?d[iî]ners?(?: de gala)?|(?:le )?repas(?: partag[ée])?|buffets?(?: d[îi]natoire| d[ée]jeunatoire| froid| fermier| campagnard| bio)?|pique-?niques?|"
        r"cocktails?(?: d[îi]natoire| d[ée]jeunatoire)?|caf[ée](?:[ -](?:accueil|gourmand))?|ap[ée]ro\w*|ap[ée]ritifs?|go[ûu]ter|collation|brunch|pot(?: de (?:l['’]amiti[ée]|bienvenue|d[ée]part|cl[ôo]ture))?|"
        r"verre de l['’]amiti[ée]|vin d['’]honneur|accueil(?:(?: ?[–—&-] ?| et | )(?:caf[ée]|petit[ -]d[ée]jeuner))?(?: des (?:participant|public|congressiste)\S*)?|"
        r"coffee break|lunch|after[ -]?work|(?:temps|moment|espace) (?:de (?:networking|r[ée]seautage)|convivial)|networking|r[ée]seautage",
        Kind.BREAK,
        ("Pause café", "PAUSE", "Pause réseau", "Pause exposants", "Le repas", "Buffet bio (Traiteur des rives)", "Pauses cafés & posters (S022)", "Déjeuner", "Pause-déjeuner", "Cocktail déjeunatoire", "Accueil des participants",
         "Accueil café", "Accueil – café", "Accueil & petit-déjeuner", "Petit déjeuner", "Petit-déj’", "Dîner du colloque", "Repas et début du travail", "Pot", "Pot de l'amitié", "Buffet déjeunatoire", "Pique-nique", "Temps de réseautage", "Afterwork"),
        ("Pauser", "Les cafés du territoire au service du lien", "Accueillir autrement"),
    ),
    Row(
        r"inscriptions?|enregistrement|[ée]margement|ouverture des portes|(?:remise|retrait) des (?:badges|dossiers)|installation|vestiaire|arriv[ée]es?(?: (?:du |des )?(?!et\b)\w+)?|d[ée]parts?|"
        r"fermeture|fin(?: de (?:la )?journ[ée]e| du \w+| des \w+)?|transfert|navettes?|d[ée]montage|montage",
        Kind.LOGISTICS,
        ("Inscriptions", "Ouverture des portes", "Retrait des badges", "FIN du festival", "Départ des navettes"),
        ("Finances publiques", "Départements et régions"),
    ),
)  # fmt: skip

TENTATIVE = Row(
    r"sous r[ée]serve|et/ou|[àa] confirmer|\(tbc\)|en cours de confirmation|pressenti(?:e|s|es)?|en attente de confirmation|ou (?:son|sa|ses|leurs?) repr[ée]sentante?s?", "provisoire",
    ("(sous réserve)", "et/ou", "intervenant à confirmer", "A CONFIRMER", "ou son représentant"), ("réserve naturelle", "et ou"),
)  # fmt: skip

# What may stand between a civility and a name: « M. le Professeur Marc Petit ».
OFFICE = (
    r"(?:l[ae]\s|l['’])(?:doyen(?:ne)?|professeure?|docteure?|b[âa]tonni(?:er|[èe]re)|maire|pr[ée]f[èe]te?|rect(?:eur|rice)|"
    r"pr[ée]sidente?|ministre|d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|direct(?:eur|rice)|ambassad(?:eur|rice)|procureure?|"
    r"conseill(?:er|[èe]re)|juge|secr[ée]taire g[ée]n[ée]rale?|abb[ée]|chanoine|p[èe]re)"
)
# A dot behind these ends no sentence: « Univ. Lyon 2 », « Dépt. de droit ».
ABBREVIATED = r"(?<!\b[Uu]niv)(?<!\b[Ll]ab)(?<!\b[Ii]nst)(?<!\b[Dd][ée]pt)(?<!\b[Dd][ée]p)(?<!\bSt)"
# « Commandant Léa Durand »: behind these only what is a person's name is one.
RANK = (
    r"(?-i:(?:[Gg]énéral|[Ll]ieutenant-colonel|[Cc]olonel|[Cc]ommandante?|[Cc]apitaine|[Ll]ieutenante?|[Aa]djudant(?:-chef)?|"
    r"Ambassad(?:eur|rice)|Doyen(?:ne)?|B[âa]tonni(?:er|ère)|Rect(?:eur|rice)|S[ée]nat(?:eur|rice)|D[ée]put[ée]e?|Juge|Commissaire|Mgr|Monseigneur|(?:[Ll]a )?[Ss](?:œ|oe)ur|(?:[Ll]['’])?[Aa]bbé|(?:[Ll]e )?(?:[Pp]ère|[Ff]rère|[Pp]asteur|[Rr]abbin)|(?:[Ll]['’])?[Ii]mam|[Ll][ea] Pr|[Ll][ea] Dr)(?= [A-ZÀ-Þ]))"
)
CIVILITY = r"(?:MM?\.|Mmes?|Mlles?|Dr|Pr|Prof\.?|Monsieur|Madame|Mademoiselle|Me|Maître)"  # right before a name
CIVILITIES = Row(
    rf"(?:M\.|Mme\.?|Monsieur|Madame)\s{OFFICE}|{RANK}|M\.|MM\.|Mme\.?|Mmes|Mlles?|Mademoiselle|Mesdemoiselles|Monsieur|Madame|Mesdames|Messieurs|Dre?\.?|Docteure?|Pre?\.?|Prof\.?|Professeure?|Me|Maître",
    "civilité", ("M. ", "Mme ", "Mademoiselle ", "Dr ", "Dre ", "Pr ", "M. le Professeur ", "Mme la bâtonnière ", "Monsieur l'Ambassadeur ", "Commandant Éric", "Ambassadrice Anne", "Mgr Paul", "Juge Éric", "Sœur Anne", "le père Marc", "l’abbé Michel", "M. l'abbé "), ("Juge des enfants", "Melle-mêle", "Prairie", "capitaine de port"),
)  # fmt: skip

# People of a body who are not named: « un représentant de la métropole », « plusieurs acteurs locaux des X ».
UNNAMED = Row(
    r"[ée]quipes?(?:-projet)?|repr[ée]sentante?s?|membres?|acteurs?(?:\s+\w+)?|collectifs?|[ée]l[èe]ves|[ée]tudiante?s?|agents?|b[ée]n[ée]voles?|partenaires?|"
    r"artistes?|com[ée]dien(?:ne)?s?(?:\s+\w+)?|habitante?s?|m[ée]diat(?:eur|rice)s?|cherch(?:eur|euse)s?|enseignante?s?|laur[ée]ate?s?|"
    r"d[ée]l[ée]gations?|porteu(?:r|se)s?(?:\s+de\s+projets?)?", "sans nom",
    ("les élèves", "une délégation", "plusieurs acteurs locaux", "l'équipe-projet"), ("élévation", "membrane"),
)  # fmt: skip

# Nouns that begin the name of a body even in lower case, and the type they prove.
HEADS: tuple[Row, ...] = (
    Row(r"ville|mairie|commune|m[ée]tropole|eurom[ée]tropole|agglom[ée]ration|communaut[ée] (?:de communes|d['’]agglom[ée]ration|urbaine)|petr|epci|pnr|sivom|"
        r"conseil (?:d[ée]partemental|r[ée]gional|municipal)|d[ée]partement|r[ée]gion|collectivit[ée]|pays",
        "collectivité", ("ville de Vézac", "région Centre", "métropole de Tours"), ("villes", "paysage", "régional")),
    Row(r"minist[èe]re|secr[ée]tariat (?:d['’][ÉEée]tat|g[ée]n[ée]ral)|pr[ée]fecture|direction (?:interminist[ée]rielle|g[ée]n[ée]rale|r[ée]gionale|"
        r"d[ée]partementale|nationale)|d[ée]l[ée]gation (?:interminist[ée]rielle|minist[ée]rielle|g[ée]n[ée]rale|r[ée]gionale)|acad[ée]mie|rectorat|"
        r"chancellerie|ambassade|tribunal|parquet|cour (?:d['’](?:appel|assises)|de cassation|des comptes|administrative)|assembl[ée]e nationale|s[ée]nat|(?-i:DG(?= [A-ZÀ-Þ]{3}))|dinum|anct|drac|dreal|dreets|drajes|draaf|ddt|ddets",
        "État", ("ministère de la Culture", "préfecture du Lot", "direction générale des finances", "DRAC Grand Est", "cour d'appel de Brou"),
        ("ministériel", "direction", "drachme", "cours d'eau")),
    Row(r"universit[ée]|univ\.?(?=\s|$)|(?:fach)?hochschule|politecnico|[ée]cole(?: (?:nationale|sup[ée]rieure|normale|doctorale))?|institut|laboratoire|facult[ée]|lyc[ée]e|coll[èe]ge|"
        r"chaire|unit[ée] de recherche|centre de recherches?|observatoire|campus|iut|iep|iae|insa|ehess|ephe|msh|iufm|insp[ée]|creps|ufr|umr|upr|ur|cnrs|inria|inserm|inrae|"
        r"universi(?:dade?|t[àa]|teit|t[äa]t|ty|tet)(?=\s)|uniwersytet|univerzit(?:a|et)(?=\s)",
        "enseignement-recherche", ("université de Brest", "Univ. Lyon 2", "Universidad de la Ribera", "Universität Brugg", "Uniwersytet Brzeg", "laboratoire Lidem", "école de design", "UMR 5600", "INSPÉ de Brou"),
        ("universitaire", "institutionnel", "urbanisme")),
    Row(r"association|mutuelle|fanfare|(?-i:[Qq]uatuor|[Qq]uintette|[Ss]extuor|[Ss]eptuor|[Oo]ctuor|Trio|Duo|Bagad|Harmonie|[Cc]h(?:oe|œ)ur)(?= (?-i:[A-ZÀ-Þ]|municipal|de (?:la )?[A-ZÀ-Þ]|du [A-ZÀ-Þ]|des [A-ZÀ-Þ]))|ordre des(?= (?:avocat|m[ée]decin|architecte|notaire|infirmier|pharmacien|g[ée]om[èe]tre|expert|v[ée]t[ée]rinaire|sage))|f[ée]d[ée]ration|collectif|comit[ée]|ligue|mouvement|union|confr[ée]rie|fondation|amicale|compagnie|troupe|club|"
        r"syndicat(?! mixte)|conf[ée]d[ée]ration|r[ée]seau|coll[èe]gue|orchestre|chorale|mjc|amap|cie(?=\.?\s)",
        "association", ("association Les Deux Rives", "Cie des Ormes", "collectif Passerelle", "réseau Canopée", "mutuelle des Bateliers", "ordre des avocats", "Quatuor Ormeau", "Chœur de la Vallée", "Harmonie municipale"), ("associé", "Trio de tête", "Harmonie des couleurs", "ordre des choses", "mutuellement", "Cieux", "comité de pilotage interne à venir")),
    Row(r"soci[ée]t[ée]|groupe|entreprise|agence(?! nationale| r[ée]gionale)|cabinet|studio|start-?up|scop|scic|coop[ée]rative|maison d['’][ée]dition|"
        r"[ée]ditions?|banque|librairie|galerie|brasserie|ferme|recyclerie|ressourcerie|[ée]picerie|hub|transports|gaec|earl|cuma",
        "entreprise", ("agence Phosphore", "cabinet Orme", "groupe Tilleul", "Brasserie des Rives"), ("groupement", "agencement", "studieux")),
    Row(r"agence (?:nationale|r[ée]gionale)|[ée]tablissement public(?: foncier| territorial)?|caisse|haute autorit[ée]|autorit[ée]|office|conseil (?:national|sup[ée]rieur|[ée]conomique)|commission|"
        r"chambre (?:de|d['’]|r[ée]gionale)|chu|chru|ch|ehpad|clinique|h[ôo]pital|centre hospitalier(?: universitaire| r[ée]gional)*|"
        r"hospices|syndicat mixte|ars|caf|cpam|ccas|sdis|d[ée]fenseur",
        "organisme public", ("agence nationale de la forêt", "caisse des dépôts", "conseil national du livre", "CH de Brou", "clinique du Val"),
        ("chanson", "clinicien", "office de tourisme bis repetita placent", "caissier")),
    Row(r"revue|journal|magazine|radio|cha[iî]ne|maison d['’][ée]dition|presses", "média", ("revue Liasse", "journal Amont"), ("revues", "journaliste")),
    Row(r"mus[ée]e|mus[ée]um|aquarium|m[ée]diath[èe]que|biblioth[èe]que|th[ée][âa]tre|archives|conservatoire|op[ée]ra|festival|cin[ée]ma|centre culturel|"
        r"cit[ée](?= (?:d[eu]s?|nationale|internationale|scolaire|universitaire)\s| de l['’]| d['’])",
        "culture", ("musée des Eaux", "médiathèque de Brou", "Cité des rives"), ("musées", "festivalier", "Cité à l'ordre du jour")),
    Row(r"[ée]quipe(?:-projet)?|p[ôo]le|service|bureau|direction|d[ée]partement|mission|d[ée]l[ée]gation|centre(?: social| d[e']\S+)?|espace|maison|"
        r"labo?|laboratoire d['’]innovation|incubateur|tiers[ -]lieux?|f[ée]d[ée]|r[ée]gie|unit[ée]|secr[ée]tariat|cellule|atelier|plateforme|"
        r"coordination|antenne|foyer|palais|gazette|(?:ludo|arto|sono|phono|photo|cin[ée]ma)th[èe]que|programme|projet|parc|plan|fonds|conseil|chambre|ensemble|cercle|jury|ch(?:oe|œ)ur|living[ -]?lab|fab ?lab|coop|dg",
        "", ("équipe Horizon", "pôle usages", "centre social du Val", "sonothèque de Brou"), ("équipement", "servir", "spatial")),
)  # fmt: skip

# Trades: by their endings, where these tell little else, and by name; with a capital many are surnames.
_TRADE = (
    r"(?!(?:ex|r[ée]s|pers|subs|cons|ins|ass|d[ée]s)iste)[a-zà-ÿ]{3,}iste|[a-zà-ÿ]{3,}(?:icien|logien)|[a-zà-ÿ]{3,}cult(?:eur|rice)|"
    r"agronome|astronome|v[ée]t[ée]rinaire|ost[ée]opathe|naturopathe|(?:psycho)?p[ée]dagogue|institut(?:eur|rice)|aide-soignant|auxiliaire|"
    r"peintre|sculpt(?:eur|rice)|actrice|slameu(?:r|se)|rappeu(?:r|se)|r[ée]gisseu(?:r|se)|costumi(?:er|[èe]re)|circassien|performeu(?:r|se)|"
    r"curat(?:eur|rice)|restaurat(?:eur|rice)|luthi(?:er|[èe]re)|poti(?:er|[èe]re)|verri(?:er|[èe]re)|menuisi(?:er|[èe]re)|charpenti(?:er|[èe]re)|"
    r"[ée]leveu(?:r|se)|vigneron|paysan|berg(?:er|[èe]re)|forestier|p[êe]cheu(?:r|se)|bateli(?:er|[èe]re)|[ée]clusi(?:er|[èe]re)|boulang(?:er|[èe]re)|"
    r"brasseu(?:r|se)|fromag(?:er|[èe]re)|chocolati(?:er|[èe]re)|lieutenant|capitaine|commandant|adjudant|gendarme|polici(?:er|[èe]re)|pompier|"
    r"brigadi(?:er|[èe]re)|contr[ôo]leu(?:r|se)|huissier|rabbin|imam|[ée]v[êe]que|comptable|auditrice|n[ée]gociat(?:eur|rice)|"
    r"am[ée]nageu(?:r|se)|g[ée]om[èe]tre|cr[ée]at(?:eur|rice)|concept(?:eur|rice)|collaborat(?:eur|rice)|correspondant|[ée]valuat(?:eur|rice)|"
    r"pr[ée]sentat(?:eur|rice)|conciliat(?:eur|rice)|navigat(?:eur|rice)|entra[îi]neu(?:r|se)|tut(?:eur|rice)|militant|"
    r"blogueu(?:r|se)|MCU(?:-PH)?|PU-PH"
)
# Nouns that begin a function. Feminine and inclusive endings are part of the pattern.
_ROLE = (
    r"(?:co-?|vice[- ]?|ex-?|sous-?)?(?:direct(?:eur|rice)|pr[ée]sident|fondat(?:eur|rice)|responsable|g[ée]rant|dirigeant|r[ée]f[ée]rent|"
    r"d[ée]l[ée]gu[ée]|charg[ée]|chef|cheffe|adjoint|[ée]lu|maire|(?:euro)?d[ée]put[ée]|s[ée]nat(?:eur|rice)|conseill(?:er|[èe]re)|ministre|pr[ée]f[èe]te?|"
    r"recteur|rectrice|doyenn?e?|secr[ée]taire|tr[ée]sori(?:er|[èe]re)|professeure?|prof|ma[iî]tre(?:sse)?|enseignant|cherch(?:eur|euse)|doctorante?|"
    r"post-?doc(?:torant)?|ing[ée]nieure?|consultante?|expert|sp[ée]cialiste|historien|philosophe|[ée]conomiste|anthropologue|"
    r"juriste|avocate?|b[âa]tonni(?:er|[èe]re)|rapporteure?|substitut|magistrat|juge|notaire|greffi(?:er|[èe]re)|procureur|m[ée]decin(?!e)|docteure?|infirmi(?:er|[èe]re)|chirurgien|"
    r"pharmacien|sage-femme|cadre|interne|patient|soignant|architecte|urbaniste|designer|d[ée]velopp(?:eur|euse)|graphiste|artiste|"
    r"autrice|auteure?|[ée]crivaine?|romanci(?:er|[èe]re)|po[èe]te|composit(?:eur|rice)|interpr[èe]te|illustrat(?:eur|rice)|dessinat(?:eur|rice)|"
    r"traduct(?:eur|rice)|com[ée]dien|cont(?:eur|euse)|dans(?:eur|euse)|chor[ée]graphe|sc[ée]nographe|dramaturge|cin[ée]aste|musicien|music(?=o)|"
    r"metteu(?:r|se)|r[ée]alisat(?:eur|rice)|product(?:eur|rice)|programmat(?:eur|rice)|journaliste|r[ée]dact(?:eur|rice)|photographe|monteu(?:r|se)|vid[ée]aste|"
    r"plasticien|proviseure?|[ée]dit(?:eur|rice)|libraire|"
    r"di[ée]t[ée]ticien|diagnostiqueu(?:r|se)|guide(?=-conf[ée]renci)|rapporteuse|(?-i:ID[ER]|ORL|IPA|IADE|IBODE)|biblioth[ée]caire|archiviste|documentaliste|conservat(?:eur|rice)|animat(?:eur|rice)|m[ée]diat(?:eur|rice)|format(?:eur|rice)|"
    r"coordin(?:at(?:eur|rice)|ateur)|coordonnat(?:eur|rice)|[ée]ducat(?:eur|rice)|"
    r"facilitat(?:eur|rice)|coach|b[ée]n[ée]vole|habitant|membre|administrat(?:eur|rice)|gestionnaire|commissaire|inspect(?:eur|rice)|"
    r"manager|(?:program|project|product|community) manager|product owner|data (?:scientist|analyst|engineer)|game designer|(?:chief|head|lead|senior|junior|CEO|VP)(?= (?:of|[a-z&]))|(?-i:(?:VP|Lead)(?= [A-ZÀ-Þ])|(?:Dir|Resp|Coord|Adj|Prés)\.(?=\s)|"
    r"(?:[A-Z][a-z]+ ){1,2}(?:Manager|Officer|Director|Engineer|Developer|Analyst|Scientist)(?!\w))|analyste|pilote|titulaire(?= d)|"
    r"porte-parole|associ[ée]|entrepreneu(?:r|se)|founder|"
    r"repr[ée]sentant|ambassad(?:eur|rice)|consul|pianiste|violoncelliste|choriste|chanteu(?:r|se)|[ée]tudiant|[ée]l[èe]ve|lyc[ée]en|agricult(?:eur|rice)|maraîch(?:er|[èe]re)|"
    r"artisan|apicult(?:eur|rice)|viticult(?:eur|rice)|jardini(?:er|[èe]re)|cuisini(?:er|[èe]re)|"
    r"attach[ée]|assistant|intervenant|(?-i:IA-IPR|DASEN)|(?:grand )?t[ée]moin|laur[ée]at|parlementaire|candidate?|marraine|parrain|normalien|syndicaliste|MCF|PRAG|(?-i:PR)|(?-i:Pr)(?=\s*[,;)]|$)|ATER|pr[êe]tre|pasteur|général|colonel|PDG|(?-i:DG(?! [A-ZÀ-Þ]{3}))|DGS|DGA|DRH|DSI|CEO|COO|CFO|CTO|DPO|praticien|"
    r"[a-zà-ÿ]{2,}(?:s|t|tr)icien|chimiste|biologiste|politiste|linguiste|paysagiste|essayiste|sc[ée]nariste|"
    r"[a-zà-ÿ]{2,}(?:ologue|ologiste|ographe|iatre|th[ée]rapeute|p[ée]diste)|conf[ée]renci(?:er|[èe]re)|"
    rf"ancien|anciennement|superviseur|chroniqueu(?:r|se)|agent|(?-i:{_TRADE}))(?:ne|[·.]?e)?s?"
)
# What musicians play, where nothing else is said of them: « Léa Durand (voix, piano) ».
_INSTRUMENT = rf"(?-i:(?:{PLAYED})(?=\s*(?:[),;/]|et\s|$)))"
# Two in one word: « enseignante-chercheuse », « auteur-compositeur-interprète »; an ordinal: « 2e adjointe », « première vice-présidente ».
ROLES = Row(
    rf"(?:(?:\d{{1,2}}(?:er|[èe]?re|nde?|e|[èe]me)|premi(?:er|[èe]re)|seconde?) )?{_ROLE}(?:-{_ROLE}){{0,2}}|{_INSTRUMENT}",
    "fonction",
    ("directrice adjointe", "Vice-présidente", "Vice Présidente", "chargé de mission", "co-fondatrice", "maîtresse de conférences", "1er adjoint",
     "autrice-compositrice", "cardiologue", "Illustratrice", "Head of Design", "CEO & Founder", "grand témoin", "interne", "première adjointe", "vétérinaire",
     "latiniste", "mathématicienne", "Géomaticien", "Diététicienne", "guide-conférencière", "rapporteuse", "IDE libérale", "voix", "piano, chant", "théologien", "ostréicultrice", "sculptrice", "éleveuse", "MCF en droit",
     "VP Opérations", "Lead UX", "Resp. technique", "Sustainability Manager", "titulaire de la chaire Digues"),
    ("direction", "présidentielle", "Mairie", "chefferie", "catalogue", "Internet", "Cadrage", "leader", "2e étage",
     "Existe-t-il", "Guide du routard", "idées", "médecine du travail", "voix des rives", "Piano", "Liste des inscrits", "résiste", "Agriculture", "Resp", "Leadership"),
)  # fmt: skip

ROOMS = Row(
    r"salles?|amphi(?:th[ée][âa]tre)?s?|auditorium|halle?|(?:grande?|petite?) (?:sc[èe]ne|salle|amphi(?:th[ée][âa]tre)?|auditorium|halle?|chapiteau)|sc[èe]ne(?! (?:ouverte|slam))|plateau(?![ -]repas)|studio|espace|chapiteau|atrium|foyer|en ligne|visioconf[ée]rence",
    "salle", ("Salle 2", "Amphithéâtre Curie", "Auditorium", "Grand auditorium", "Scène du lac", "Grande Halle"), ("salleté", "hallucinant", "Scène ouverte"),
)  # fmt: skip

# Places that are rooms only where the line says nothing else.
ROOMS_ALONE = Row(
    r"(?:l[ae] |l['’])?(?:m[ée]diath[èe]que|biblioth[èe]que|mezzanine|caf[ée]t[ée]ria|r[ée]fectoire|gymnase|verri[èe]re|agora|h[ée]micycle|"
    r"patio|terrasse|parvis|kiosque|pr[ée]au|rotonde|clo[îi]tre|"
    r"(?:grand|petit)e?\s(?:sc[èe]ne|th[ée][âa]tre|halle|auditorium|studio|plateau))",
    "salle", ("Médiathèque", "La bibliothèque", "Agora", "Grande scène", "Hémicycle", "Patio", "Le kiosque"), ("Médiathécaire", "Gymnaste", "Terrasses"),
)  # fmt: skip

# A name with its floor: « Plénière (rez-de-chaussée) », « Grande serre – 2e étage ».
_FLOOR = (
    r"(?:rez[\s-]de[\s-]chauss[ée]e|rdc|sous-sol|(?:\d{1,2}\s?(?:er|e|[èe]me)|premier|deuxi[èe]me|dernier)\s[ée]tage)"
)
ON_A_FLOOR = rf"[\w'’]{{3,}}(?:\s[\w'’-]+){{0,2}}\s(?:\({_FLOOR}\)|[–—-]\s{_FLOOR})"

# Heads of the columns of a table and what they say the cells hold.
COLUMNS: tuple[Row, ...] = (
    Row(r"horaires?|heures?|cr[ée]neaux?|quand|timing", "heures", ("Horaires", "Heure", "Créneau"), ("Heureux",)),
    Row(r"(?:d[ée]but|fin|de|à)(?=\W*$)", "heures", ("Début", "Fin", "De", "À"), ("Fin de la journée", "Début du jeu")),
    Row(r"jours?|dates?|journ[ée]e", "jour", ("Date", "Jour"), ("Journal",)),
    Row(
        r"intitul[ée]s?|titres?|th[èe]mes?|th[ée]matiques? et intervenants?|sujets?|programme|programmation|sessions?|activit[ée]s?|[ée]v[ée]nements?|animations?|"
        r"interventions?|communications?|conf[ée]rences?|s[ée]quences?|objet|ateliers?|rendez-vous|quoi|d[ée]roul[ée]|ordre du jour|temps forts?|propositions?",
        "titre", ("Intitulé", "Programme", "Titre de la session", "Thème"), ("Programmer", "Titrer"),
    ),
    Row(
        r"(?:les |nos )?intervenant\S*|orat\S+|qui|anim\S+ par|animat\S+|conf[ée]renci\S+|artistes?|compagnies?|organis\S+|structures?|partenaires?|"
        r"pr[ée]sent[ée]\S* par|r[ée]f[ée]rents?|responsables?|pilotes?|port[ée]\S* par|doctorant\S*|communicant\S*|aut(?:eur|rice)\S*|laboratoires?|affiliations?|[ée]tablissements?|institutions?",
        "intervenants", ("Intervenant(e)s", "Animé par", "Qui ?", "Oratrice", "Doctorant·e", "Laboratoire"), ("Quiconque", "Communications"),
    ),
    Row(r"salles?|lieux?|o[ùu]|espaces?|emplacements?|adresses?", "salle", ("Salle", "Lieu", "Où ?"), ("Ouverture",)),
    Row(r"parcours|th[ée]matiques?|axes?|fili[èe]res?|p[ôo]les?|cat[ée]gories?", "parcours", ("Parcours", "Thématique"), ("Parcourir",)),
    Row(r"descriptifs?|descriptions?|contenus?|r[ée]sum[ée]s?|objectifs?|d[ée]tails?|pr[ée]cisions?|informations?|remarques?|commentaires?|observations?", "texte",
        ("Descriptif", "Contenu", "Résumé"), ("Contenir",)),
    Row(r"dur[ée]es?|n°|num[ée]ros?|publics?|tarifs?|prix|jauges?|places?|formats?|types?|modalit[ée]s?|inscriptions?|[âa]ges?|langues?|codes?", "autre",
        ("Durée", "Tarif", "Public", "Format"), ("Durable",)),
)  # fmt: skip

# Particles inside names of persons.
PARTICLES = r"d[eu]s?|d['’]|la|le|l['’]|van|von|der|den|ten|ter|della|di|da|do|dos|das|del|y|ben|bin|ibn|el|al|ait|aït|san|st|saint|zu|af|mac|mc|o['’]|abou|abu|bou|ould|m['’]|n['’]|dit|dite"

# Departments, regions and countries that stand in the names of bodies (« conseil départemental du Nord »); towns
# are too many and too often words, the language model knows them better.
PLACES = """
    Ain · Aisne · Allier · Alpes · Alpes-de-Haute-Provence · Alpes-Maritimes · Alsace · Ardèche · Ardennes · Ariège · Artois · Aube · Aude · Auvergne · Aveyron
    · Bouches · Bouches-du-Rhône · Bourgogne · Bretagne · Calvados · Cantal · Centre-Val · Charente · Charente-Maritime · Cher ·
    Corrèze · Corse · Corse-du-Sud · Côte · Côte-d'Or · Côtes · Côtes-d'Armor · Creuse · Dordogne · Doubs · Drôme · Essonne · Eure · Eure-et-Loir · Finistère ·
    France · Gard · Garonne · Gers · Gironde · Grand Est · Guadeloupe · Guyane · Haute-Corse · Haute-Garonne · Haute-Loire ·
    Haute-Marne · Haute-Saône · Haute-Savoie · Haute-Vienne · Hautes-Alpes · Hautes-Pyrénées · Hauts-de-France · Hauts-de-Seine · Hérault ·
    Ille-et-Vilaine · Indre · Indre-et-Loire · Isère · Jura · Landes · Loir-et-Cher · Loire · Loire-Atlantique ·
    Loiret · Lot · Lot-et-Garonne · Lozère · Maine-et-Loire · Manche · Marne · Martinique · Mayenne · Mayotte ·
    Meurthe · Meurthe-et-Moselle · Meuse · Morbihan · Moselle · Nièvre · Nord · Normandie · Nouvelle-Aquitaine · Occitanie ·
    Oise · Orne · Paris · Pas-de-Calais · Pays · Provence · Puy-de-Dôme · Pyrénées · Pyrénées-Atlantiques · Pyrénées-Orientales · Réunion · Rhin · Bas-Rhin · Haut-Rhin · Rhône ·
    Rhône-Alpes · Saône · Saône-et-Loire · Sarthe · Savoie · Seine · Seine-et-Marne · Seine-Maritime · Seine-Saint-Denis · Somme · Suisse · Tarn · Tarn-et-Garonne · Deux-Sèvres ·
    Touraine · Val-de-Marne · Val-d'Oise · Var · Vaucluse · Vendée · Vienne · Vosges · Yonne · Yvelines · Belgique ·
    Québec · Luxembourg · Europe · Italie · Espagne · Allemagne · Portugal · Roumanie · Pologne · Grèce · Autriche · Pays-Bas · Royaume-Uni · Canada · Maroc · Tunisie · Algérie · Sénégal · Cameroun · Madagascar · Liban · Japon · Chine · Brésil · Lyon · Lille · Marseille · Bordeaux · Nantes ·
    Toulouse · Strasbourg · Montpellier · Rennes · Grenoble · Nice · Angers · Caen · Rouen · Tours · Dijon · Brest ·
    Metz · Nancy · Reims · Orléans · Limoges · Poitiers · Besançon · Clermont-Ferrand · Saint-Étienne · Perpignan · Amiens · Mulhouse · Avignon · Toulon · Genève · Bruxelles · Montréal ·
    Liège · Gand · Anvers · Namur · Louvain · Lausanne · Neuchâtel · Fribourg · Zurich · Bâle · Londres · Oxford · Berlin · Munich · Rome · Turin · Madrid · Barcelone · Lisbonne · Budapest · Prague · Varsovie · Bucarest · Athènes · Tunis · Alger · Rabat · Casablanca · Beyrouth · Dakar · Abidjan · Yaoundé · Ottawa · Amsterdam · Copenhague
""".split("·")

# Words that begin like a type and prove none: « Ville Internet » is no town, « département des Lettres » no county.
_OF = r"(?:de la |de l['’]|du |des |de |d['’])"
_COUNTY = r"(?:Hautes?-|Haut-|Basses?-|Bas-|Deux-|Territoire|" + "|".join(name.strip() for name in PLACES) + ")"
UNPROVEN = Row(
    rf"(?:l['’]|la |le )?(?:(?:ville|mairie|commune|pays)\s+(?!{_OF})|d[ée]partement (?>{_OF})(?>(?:la )?)(?!{_COUNTY})|"
    r"union europ[ée]enne|hub(?!\w)|comit[ée] (?:consultatif|national|scientifique|interminist[ée]riel)|agence d['’]urbanisme)",
    "",
    ("Ville Internet", "Département des Lettres", "Union européenne", "Hub Rives", "agence d'urbanisme de Brou"),
    ("Ville de Brou", "Département du Nord", "Union des digues", "agence Phosphore", "comité des fêtes"),
)
