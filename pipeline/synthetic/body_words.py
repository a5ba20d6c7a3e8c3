"""What the names of invented bodies are made of."""

DEPARTMENTS = (
    "l'Ain|l'Aisne|l'Allier|l'Ardèche|les Ardennes|l'Ariège|l'Aube|l'Aude|l'Aveyron|le Calvados|le Cantal|"
    "la Charente|la Charente-Maritime|le Cher|la Corrèze|la Côte-d'Or|les Côtes-d'Armor|la Creuse|la Dordogne|"
    "le Doubs|la Drôme|l'Eure|l'Eure-et-Loir|le Finistère|le Gard|la Haute-Garonne|le Gers|la Gironde|l'Hérault|"
    "l'Ille-et-Vilaine|l'Indre|l'Isère|le Jura|les Landes|le Loir-et-Cher|la Loire|la Loire-Atlantique|le Loiret|"
    "le Lot|la Lozère|le Maine-et-Loire|la Manche|la Marne|la Mayenne|la Meuse|le Morbihan|la Moselle|la Nièvre|"
    "le Nord|l'Oise|l'Orne|le Pas-de-Calais|le Puy-de-Dôme|le Rhône|la Sarthe|la Savoie|la Seine-Maritime|"
    "la Seine-Saint-Denis|la Somme|le Tarn|le Val-d'Oise|le Var|le Vaucluse|la Vendée|la Vienne|les Vosges|"
    "l'Yonne|l'Essonne|le Val-de-Marne"
).split("|")
REGIONS = (
    "Auvergne-Rhône-Alpes|Bourgogne-Franche-Comté|Bretagne|le Centre-Val de Loire|Corse|le Grand Est|"
    "les Hauts-de-France|Île-de-France|Normandie|Nouvelle-Aquitaine|Occitanie|les Pays de la Loire|"
    "Provence-Alpes-Côte d'Azur|La Réunion|Guadeloupe|Martinique|Guyane"
).split("|")
FIELDS = (
    "l'inclusion numérique|la lecture publique|la transition écologique|la santé publique|la mémoire ouvrière|"
    "l'éducation populaire|les mobilités|l'habitat|le patrimoine|les archives|la jeunesse|l'autonomie|"
    "la démocratie|l'alimentation|les solidarités|la culture scientifique|le vieillissement|les données|"
    "les littoraux|la forêt|l'eau|le droit des étrangers|les arts de la rue|la musique ancienne|l'image animée|"
    "la parentalité|le sport"
).split("|")
CATCHY = (
    "Passerelles|Canopée|Le Grain de sel|Mots et marées|La Fabrique à liens|Les Petits Ruisseaux|Trait d'union|"
    "Horizons communs|La Voix du chemin|Graines de débat|Terre et toiles|Le Fil rouge|Les Pieds dans l'eau|"
    "Pixels et pissenlits|La Belle Équerre|Tout un monde|Nouvelle Vague à l'âme|Les Ateliers du possible|"
    "Bien vivre au pays|Repair & Co|La Coquille|Sens dessus dessous|Le Temps des communs|Ici et maintenant|"
    "L'Atelier des ombres|Les Oubliés du jour|Kaléidoscope|Mille et un pas|La Ruche verte|Plume au vent|"
    "Un toit pour demain|Main dans la main|Les Cigales bleues|Écran total|Oxymore|Transhumances|"
    "Le Quai des savoirs|De fil en aiguille|Entre-temps|Les Traverses|La Manivelle|À hauteur d'enfant|"
    "Nos voisins lointains|Sillages"
).split("|")
HEADS = "association|association|collectif|fédération|réseau|compagnie|fondation|coopérative|mutuelle|union".split(
    "|"
)
SYLLABLES_FIRST = (
    "Nova Tera Lumi Opti Senti Médi Éco Solu Arka Vida Neo Altri Cali Dara Kelio Ori Zeli Mova Sylva".split()
)
SYLLABLES_LAST = (
    "lie xis méo gis data tech vox lab soft pharma nergie graph plan form link line vert ris nium".split()
)
FIRM_WORDS = "Conseil|Consulting|Ingénierie|Studio|& Associés|Groupe|Énergies|Systèmes|Éditions|Avocats|Design".split(
    "|"
)
MINISTRIES = (
    "la Culture|la Santé|l'Éducation nationale|la Transition écologique|l'Agriculture|la Justice|l'Intérieur|"
    "l'Enseignement supérieur et de la Recherche|l'Économie|le Travail"
).split("|")
DIVISIONS = (
    "direction de la communication|direction des systèmes d'information|pôle usages et médiation|"
    "service des archives|bureau des affaires juridiques|direction de l'enfance et de la famille|service éducatif|"
    "mission patrimoine|département recherche et innovation|pôle transition énergétique|"
    "direction des ressources humaines|service de la vie associative|cellule participation citoyenne|"
    "laboratoire d'innovation publique|délégation à l'égalité|observatoire des territoires|"
    "direction générale adjointe solidarités"
).split("|")
TEAMS = (
    "Horizon|DUNE|Éclats|Mosaïque|Textes et Cultures|Archéologies|SigmaLab|Ondes|Corpus|Humanités|ALTO|Zénith".split(
        "|"
    )
)
ARTICLES = {
    **dict.fromkeys("association compagnie fédération union fondation coopérative mutuelle".split(), "la"),
    **dict.fromkeys(
        "direction mission cellule délégation maison médiathèque chaire clinique bibliothèque".split(), "la"
    ),
    **dict.fromkeys("ville région métropole mairie communauté préfecture unité librairie".split(), "la"),
    **dict.fromkeys("archives ateliers éditions".split(), "les"),
}

# Two halves of names of associations: « Les Veilleurs du canal », « Radio Bocage ».
FIRST_HALVES = (
    "Les Veilleurs|Les Amis|La Maison|Le Jardin|Les Passeurs|La Cabane|L'Escale|Les Semeuses|Le Comptoir|"
    "Les Bâtisseurs|La Forge|Le Cercle|Les Artisans|La Traversée|Les Voix|L'Établi|Le Chantier|Les Chemins|"
    "La Boussole|Le Kiosque|Les Mains|La Criée|Les Sentinelles|Le Phare|Les Racines|La Grange|Les Lucioles|"
    "L'Ancre|Le Potager|Les Fileuses"
).split("|")
SECOND_HALVES = (
    "du canal|des savoirs|du vent|de la vallée|des possibles|du numérique|en chemin|d'à côté|du bout du monde|"
    "de demain|sans frontières|du bocage|des mots|de l'estuaire|solidaires|des quatre saisons|du faubourg|"
    "à l'ouest|en partage|du petit matin|de la colline|et compagnie|des cimes|pour tous|des images|du fleuve|"
    "de l'oubli|en mouvement"
).split("|")
SINGLE_NAMES = (
    "Rézolu|Mobilizo|Rivéo'Lab|Agora'Num|Cap'Rivages Sud|Solid'Air|Numéricité|Open Bocage|Radio Liane|"
    "Lab'Oratoire|Wikirive|Data Terroirs|Inter'Actes|Familles & Cie|Territoires 2040|PasSage|La Coop des Marais|"
    "Éco-Logis 44"
).split("|")
