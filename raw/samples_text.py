"""The words of the sample with one session a page: event, people and organisations are all invented.

`make_samples.py` draws them. What a reader should find in them is in `tests/gold/<name>.json`, written by hand.
"""

from typing import NamedTuple


class Talk(NamedTuple):
    """A session that takes a page of its own.

    A body paragraph that begins with `/` is set in italics; `hours` are the printed lines of the time block.
    """

    title: str
    body: tuple[str, ...]
    blocks: tuple[tuple[str, tuple[str, ...]], ...]
    hours: tuple[str, ...]
    subtitle: str = ""


class Guests(NamedTuple):
    """A page that continues the session before it with people and their biographies."""

    marker: str
    people: tuple[str, ...]


class Index(NamedTuple):
    """The contents page of a half day: printed page number and title of each session."""

    half_day: str
    entries: tuple[tuple[int, str], ...]


FIRST_PRINTED_PAGE = 3

FORUM: tuple[tuple[str, tuple[Index | Talk | Guests, ...]], ...] = (
    (
        "Mardi 14 mai",
        (
            Index(
                "matin",
                (
                    (5, "Habiter une rive qui recule : ce que les communes riveraines peuvent décider ensemble"),
                    (6, "Qui prend soin de l'eau ?"),
                    (12, "Dessiner la carte des crues avec celles et ceux qui s'en souviennent"),
                ),
            ),
            Talk(
                "HABITER UNE RIVE QUI RECULE : CE QUE LES COMMUNES RIVERAINES PEUVENT DÉCIDER ENSEMBLE",
                (
                    "À Port-Gabelle, la berge a perdu onze mètres en vingt ans. Le camping a reculé, puis la route, "
                    "puis l'école. D'autres communes connaissent la même histoire, à un méandre de distance.",
                    "/Cet atelier propose de jouer une réunion publique imaginaire, du premier relevé jusqu'au vote "
                    "du budget.",
                    "Chaque table repart avec une feuille de route, ses zones d'ombre et la liste des voisins à "
                    "rappeler.",
                ),
                (
                    (
                        "ANIMÉ PAR",
                        (
                            "Anne-Laure Keriven, directrice de la Fabrique des rives et Jean-Noël de Brécourt, "
                            "chargé de mission littoral à la Communauté de communes des Trois Marées.",
                        ),
                    ),
                ),
                ("10h", "à 10h45"),
            ),
            Talk(
                "QUI PREND SOIN DE L'EAU ?",
                (
                    "Syndicats, riverains, pêcheurs, meuniers : tout le monde surveille la rivière, et personne n'en "
                    "répond seul. Les invités racontent comment la veille s'organise chez eux, avec des seaux, des "
                    "capteurs ou de vieux carnets.",
                    "/Faut-il un gardien, une règle ou seulement une habitude ?",
                ),
                (("ANIMÉ PAR", ("Yann Le Guivarch, chroniqueur des cours d'eau.",)),),
                ("10h à 11h30",),
                "Regards croisés sur la garde partagée des petites rivières",
            ),
            Guests(
                "AVEC",
                (
                    "Nadia Zerrouki est directrice adjointe du Laboratoire des eaux vives de l'Université de "
                    "Haute-Lande. Hydrologue de formation, elle suit depuis dix ans l'humeur des petites rivières et "
                    "tient à jour un inventaire des sources oubliées.",
                    "Tiago Ferreira dos Santos, est conseiller municipal à la mairie de Port-Gabelle, délégué aux "
                    "berges et aux inondations. Il rédige aussi la gazette des crues, que l'on trouve au marché le "
                    "samedi, entre les radis et les œufs.",
                    "Suzanne Abgrall-Moreau est présidente de l'association Les Veilleurs du courant. Animée par le "
                    "goût des longues marches, elle a relevé à pied le nom de quatre cents gués, dont la moitié ne "
                    "figure sur aucune carte.",
                ),
            ),
            Talk(
                "DESSINER LA CARTE DES CRUES AVEC CELLES ET CEUX QUI S'EN SOUVIENNENT",
                (
                    "Une marque sur un mur, une date gravée, le récit d'une voisine : la mémoire des crues est "
                    "précise, mais elle ne tient dans aucun fichier.",
                    "/Pendant cette masterclass, on apprend à recueillir un souvenir, à le situer et à dire ce que "
                    "l'on n'en sait pas.",
                ),
                (
                    (
                        "ANIMÉ PAR",
                        (
                            "Mai-Lan Nguyen et Oumar Sidibé de l'équipe Cartes sensibles de l'Institut des paysages "
                            "mouillés.",
                        ),
                    ),
                    ("AVEC", ("Élodie d'Hauteville, cartographe indépendante (sous réserve).",)),
                ),
                ("11h à 12h30",),
            ),
            Index(
                "après-midi",
                (
                    (10, "La péniche qui voulait devenir bibliothèque"),
                    (11, "Financer un pont en bois, mode d'emploi pour petites communes"),
                ),
            ),
            Talk(
                "LA PÉNICHE QUI VOULAIT DEVENIR BIBLIOTHÈQUE",
                (
                    "Deux mille livres, un poêle, une passerelle et pas de quai attitré. Ce témoignage revient sur "
                    "la première saison d'une bibliothèque qui change de village tous les mardis.",
                ),
                (
                    ("ANIMÉ PAR", ("L'équipe de La Péniche aux livres.",)),
                    (
                        "AVEC :",
                        (
                            "BELKACEM Rachid, batelier",
                            "ROUSSELIN-DAO Béatrice, médiatrice du livre, Bibliothèque flottante de Saint-Elme",
                        ),
                    ),
                ),
                ("14h", "à 14h45"),
            ),
            Talk(
                "FINANCER UN PONT DE BOIS : MODE D'EMPLOI POUR LES PETITES COMMUNES",
                (
                    "Un pont de bois coûte moins cher qu'un rond-point, mais il n'entre dans aucune ligne. Table "
                    "ronde sur les aides, les assurances et les mauvaises surprises, chiffres à l'appui.",
                    "/Venez avec vos devis : ils seront lus à voix haute, puis commentés sans méchanceté.",
                ),
                (
                    (
                        "AVEC",
                        (
                            "Marie-Ange Le Floch, maire de Rivehaute-les-Bains,",
                            "Ibrahima Sow, vice-président du Département de la Basse-Rive,",
                            "Stéphanie Van Hoorde et/ou Pawel Wojtczak, ingénieurs à l'Agence des ouvrages modestes "
                            "(AOM).",
                        ),
                    ),
                    ("ANIMÉ PAR", ("Ludovic Pérochon de la coopérative Bois debout.",)),
                ),
                ("15h à 16h30",),
            ),
        ),
    ),
    (
        "Mercredi 15 mai",
        (
            Index(
                "matin",
                (
                    (13, "Les enfants arpenteurs"),
                    (
                        14,
                        "Réparer plutôt que draguer : ce que les entreprises de travaux fluviaux peuvent apprendre "
                        "des castors, des saules et du temps qui passe",
                    ),
                ),
            ),
            Talk(
                "LES ENFANTS ARPENTEURS",
                (
                    "Vingt-trois élèves, douze bâtons gradués et une rivière de neuf kilomètres. Ce retour "
                    "d'expérience suit une classe qui a mesuré, dessiné et raconté son cours d'eau toute une année.",
                    "Les carnets d'arpentage seront en consultation libre à la sortie.",
                ),
                (
                    (
                        "ANIMÉ PAR",
                        (
                            "Géraldine Maupetit-Roche, professeure des écoles à l'école Jeanne-Lavigne, et Thibault "
                            "Ozanne, animateur nature, Maison de la loutre.",
                        ),
                    ),
                ),
                ("9h30", "à 10h30"),
                "Une classe au fil de la rivière",
            ),
            Talk(
                "RÉPARER PLUTÔT QUE DRAGUER : CE QUE LES ENTREPRISES DE TRAVAUX FLUVIAUX PEUVENT APPRENDRE DES "
                "CASTORS, DES SAULES ET DU TEMPS QUI PASSE",
                (
                    "Curer, redresser, bétonner : trois verbes qui ont fait leur temps. La conférence passe en revue "
                    "cinq chantiers où l'on a préféré planter, attendre et recommencer.",
                    "/Combien coûte la patience, et qui la paie ?",
                ),
                (("ANIMÉ PAR :", ("Hélène Quintard, rédactrice en chef du journal Amont.",)),),
                ("10h30 à 12h",),
            ),
            Guests(
                "AVEC",
                (
                    "Fatou-Binta Camara est directrice de recherche au Laboratoire Sédiments et sociétés de l'École "
                    "des hautes eaux. Docteure en géographie, elle a passé sept hivers à mesurer la vase des étangs "
                    "et publie un Petit traité de la vase aux Éditions du Gué.",
                    "Gauthier Lestrade-Amsellem est gérant de l'entreprise Génie doux, qui n'emploie ni palplanche "
                    "ni béton. Animé par l'amour des saules, il forme chaque année une dizaine d'apprentis.",
                ),
            ),
            Index(
                "après-midi",
                (
                    (17, "Visite de l'écluse dormante"),
                    (18, "Et demain, à qui le fleuve ?"),
                ),
            ),
            Talk(
                "VISITE DE L'ÉCLUSE DORMANTE",
                (
                    "Rendez-vous devant la billetterie, départ à l'heure. La visite longe le chemin de halage "
                    "jusqu'au sas comblé, où l'on verra ce qu'il reste des vantaux, de la guérite et du jardin.",
                    "Jauge limitée à vingt personnes ; prévoir des bottes.",
                ),
                (
                    (
                        "ANIMÉ PAR",
                        (
                            "Dmitri Lazarev, éclusier du Conservatoire des petites écluses, et l'association Halage "
                            "doux.",
                        ),
                    ),
                ),
                ("14h à 15h30",),
                "À pied, par le chemin de halage",
            ),
            Talk(
                "ET DEMAIN, À QUI LE FLEUVE ?",
                (
                    "Un fleuve peut-il avoir des droits, un budget, une voix au conseil ? Cette plénière de clôture "
                    "rassemble les questions des deux journées et en laisse quelques-unes ouvertes.",
                ),
                (
                    (
                        "AVEC",
                        (
                            "Bérengère Ndiaye-Castel, conseillère régionale, Région Outre-Fleuve,",
                            "Auguste Lemarié, professeur de droit à l'Université de Haute-Lande,",
                            "Inès Baradji, présidente du Parlement des poissons.",
                        ),
                    ),
                    ("ANIMÉ PAR", ("Anne-Laure Keriven, directrice de la Fabrique des rives.",)),
                ),
                ("16h", "à 17h30"),
            ),
        ),
    ),
)
