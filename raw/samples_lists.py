"""The words of the samples laid out as lists: events, people and organisations are all invented."""

from typing import NamedTuple


class Item(NamedTuple):
    """An entry of a list: printed hours, title, the lines under it; `strong` is false for breaks."""

    hours: str
    title: str
    lines: tuple[str, ...] = ()
    strong: bool = True


JOURNEE_TITLE = "Archiver l'ordinaire"
JOURNEE_HEADER = "Journée d'étude « Archiver l'ordinaire » – Cercle des archivistes du littoral"
JOURNEE_DAY = "Jeudi 12 octobre 2023"
JOURNEE_PLACE = "Salle de lecture du Grand Séchoir"

JOURNEE_PAGES: tuple[tuple[Item, ...], ...] = (
    (
        Item("9h00-9h30", "Accueil des participants", strong=False),
        Item(
            "9h30-9h45",
            "Ouverture",
            (
                "Solange Petitjean-Moreau (Cercle des archivistes du littoral)",
                "Amadou Kanouté (Université de Haute-Lande)",
            ),
        ),
        Item(
            "9h45-10h30",
            "Conférence inaugurale : Que reste-t-il d'une vie sans histoire ?",
            ("Wilhelmina Osterhout (Institut des mémoires modestes)",),
        ),
        Item("10h30-10h45", "Pause café", strong=False),
        Item(
            "10h45-12h15",
            "Table ronde : Les cahiers d'usine, du grenier au portail",
            (
                "Intervenants : Lucien Barthe-Delmas (Archives municipales de Montclair-la-Forge), Sophie Trân "
                "(Musée de la filature), Hakim Benyahia (Laboratoire Travail et mémoires)",
                "Modération : Claire-Marie du Pontavel (revue Liasse)",
            ),
        ),
        Item("12h15-13h45", "Déjeuner", strong=False),
        Item(
            "13h45-14h15",
            "Numériser sans trahir : retour sur un fonds de lettres mouillées",
            ("Jadwiga Nowicka-Perrot (Atelier du papier lent)",),
        ),
    ),
    (
        Item(
            "14h15-14h45",
            "Ce que la loi laisse oublier",
            ("Laurence de La Motte-Guérin, avocate (Cabinet Estran)",),
        ),
        Item(
            "14h45-15h45",
            "Atelier : Décrire une photographie sans légende",
            ("Animation : Inès Fauvel et Mamadou-Lamine Cissé (Photothèque du port)",),
        ),
        Item("15h45-16h00", "Pause", strong=False),
        Item(
            "16h00-17h00",
            "Table ronde : Qui a peur du registre ?",
            (
                "Intervenants : Gwenaëlle Riou (Archives du Département de la Basse-Rive), Ernesto Villalobos Prieto "
                "(Maison des exils), Colette Hamon (association Les Mots rangés)",
                "Modération : Amadou Kanouté (Université de Haute-Lande)",
            ),
        ),
        Item("17h00-17h15", "Conclusion", ("Solange Petitjean-Moreau (Cercle des archivistes du littoral)",)),
        Item("17h15", "Pot de clôture", strong=False),
    ),
)

FESTIVAL_TITLE = "Festival des passerelles"
FESTIVAL_MOTTO = "Trois jours pour passer d'une rive à l'autre"

FESTIVAL_DAYS: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "Vendredi 13 juin",
        (
            Item(
                "14h – 15h30",
                "Coudre la ville à la main",
                ("Atelier animé par Rosalie Guéguen-Traoré, couturière, Atelier du fil rouge", "Salle des Machines"),
            ),
            Item(
                "16h – 17h",
                "Les ponts que l'on n'a pas construits",
                (
                    "Conférence de Matteo Bellandi, historien à l'Université de Haute-Lande",
                    "Lieu : Amphithéâtre du Moulin",
                ),
            ),
            Item("À partir de 18h", "Apéritif des voisins", ("Lieu : Cour du Grand Bief",), strong=False),
            Item(
                "De 20h30 jusqu'à minuit",
                "La Traversée",
                ("Concert de la fanfare Les Pieds dans l'eau", "Lieu : Quai des Tanneurs"),
            ),
        ),
    ),
    (
        "Samedi 14 juin",
        (
            Item(
                "10h – 12h",
                "Réparer sa bicyclette sans jurer",
                (
                    "Atelier animé par Kévin Le Bihan et Salimata Koné de l'équipe Roues libres du Garage associatif",
                    "Salle des Machines",
                ),
            ),
            Item("12h – 14h", "Pause déjeuner", strong=False),
            Item(
                "14h – 15h",
                "Marcher avec les oreilles",
                ("Visite animée par Ottilie Brandt, preneuse de son", "Lieu : Passerelle aux Chats"),
            ),
            Item(
                "15h30 – 17h",
                "Une passerelle, combien de communes ?",
                (
                    "Table ronde avec Jean-Baptiste Ottavi, maire de Rivehaute-les-Bains, Aïssatou Barry-Leclerc, "
                    "urbaniste, Agence des détours (sous réserve)",
                    "Modération : Nolwenn Tassel, journaliste, Radio Berges",
                    "Salle du Conseil",
                ),
            ),
            Item(
                "21h – minuit",
                "Bal des deux rives",
                ("Concert de l'orchestre Les Écluses", "Lieu : Quai des Tanneurs"),
            ),
        ),
    ),
    (
        "Dimanche 15 juin",
        (
            Item("9h30", "Petit déjeuner sur le pont", ("Lieu : Passerelle aux Chats",), strong=False),
            Item(
                "10h30 – 12h",
                "Écrire une lettre à la rive d'en face",
                (
                    "Atelier animé par DA SILVA Joaquim, écrivain public, et l'équipe de la Bibliothèque flottante",
                    "Salle des Machines",
                ),
            ),
            Item(
                "14h – 15h15",
                "Le passeur et la passagère",
                ("Spectacle de la compagnie Tire-d'aile, à partir de six ans", "Lieu : Amphithéâtre du Moulin"),
            ),
            Item(
                "15h30 – 16h30",
                "Et si l'on restait au milieu ?",
                ("Rencontre avec Hermine Castagnou, autrice", "Salle du Conseil"),
            ),
            Item("17h", "Fermeture des portes", strong=False),
        ),
    ),
)
