"""Invented people: a first and a last name drawn apart, so that nobody in particular is meant."""

import random
from functools import cache
from importlib.resources import files
from typing import NamedTuple

WOMEN = """
    Léa Camille Chloé Inès Agathe Héloïse Éléonore Maëlle Anaïs Noémie Zoé Élodie Aurélie Mélanie Émilie Hélène Irène
    Françoise Geneviève Thérèse Solène Gaëlle Maïwenn Soizic Nolwenn Rozenn Bleuenn Enora Maud Ségolène Clémence
    Constance Apolline Sixtine Quitterie Ombeline Bérengère Bénédicte Frédérique Véronique Brigitte Sylvie Nathalie
    Sandrine Stéphanie Céline Delphine Laetitia Lætitia Virginie Karine Corinne Mireille Josiane Ghislaine Odile
    Colette Jacqueline Yvette Simone Renée Andrée Marcelle Lucienne Paulette Rose Violette Marguerite Capucine
    Iris Jade Louise Alice Jeanne Juliette Romane Manon Sarah Lou Ambre Lina Mila Anna Eva Nina Rosalie Victoire
    Margaux Charlotte Pauline Mathilde Justine Morgane Marine Océane Mélissa Coralie Élise Adèle Apolline Blandine
    Fatima Aïcha Khadija Nadia Samira Leïla Yasmina Souad Malika Zineb Rania Imane Salma Hafsa Naïma Djamila Latifa
    Aminata Fatou Mariama Awa Kadiatou Oumou Ndèye Bintou Rokhaya Assa Maïmouna Mariam Adjoa Akossiwa Chantal
    Thi Linh Mai Huong Mei Xin Yuki Aiko Priya Anjali Deepa Parvati Svetlana Olga Natalia Irina Tatiana Ludmila
    Ana Maria Inês Joana Fernanda Beatriz Carmen Pilar Dolores Rosa Lucía Giulia Chiara Francesca Paola Antonella
    Ingrid Astrid Greta Ulrike Heike Sabine Annegret Saskia Femke Katarzyna Agnieszka Małgorzata Zuzana Ileana Ioana
    Dominique Claude Sacha Alix Charlie Andréa Maxence Noa Shirin Parisa Nour Yaëlle Déborah Esther Rachel Judith
""".split()
MEN = """
    Louis Gabriel Raphaël Arthur Jules Adam Maël Lucas Hugo Noah Liam Gaspard Sacha Timothée Barthélemy Théophile
    Augustin Célestin Anatole Achille Côme Malo Loïc Gaël Yann Yannick Erwan Ronan Gwenaël Tanguy Hervé Goulven
    Corentin Killian Titouan Mathis Mathéo Ewen Rémi Rémy Jérémy Jérôme Joël Noël Michaël Mickaël Cédric Frédéric
    Éric Emeric Aymeric Thierry Stéphane Sébastien Fabrice Patrice Maurice Fabien Damien Julien Aurélien Lucien
    Adrien Bastien Sylvain Romain Germain Alain Benoît François Grégoire Grégory Guilhem Guillaume Ghislain Gilles
    Gérard Bernard Roland Fernand Armand Edmond Raymond Marcel Roger Robert Albert Hubert Gilbert Norbert Philibert
    Philippe Christophe Rodolphe Olivier Xavier Didier Régis Denis Boris Francis Dimitri Vincent Clément Laurent
    Florent Quentin Valentin Martin Constantin Florian Fabian Tristan Alban Ulysse Basile Cyprien Hippolyte Isidore
    Léonard Édouard Gustave Ferdinand Aristide Evariste Honoré Désiré Prosper Ambroise Anselme Blaise Baptiste
    Mohamed Karim Rachid Mehdi Yassine Nabil Hicham Abdelkader Abdelaziz Driss Farid Slimane Tahar Younès Bilal
    Mamadou Ibrahima Ousmane Cheikh Moussa Souleymane Boubacar Amadou Kofi Koffi Yao Komlan Serge Landry Dieudonné
    Minh Tuan Quang Wei Jun Hiroshi Kenji Arjun Rajesh Vikram Suresh Sergueï Igor Dmitri Vladislav Oleg Bohdan
    João Paulo Tiago Rui Nuno Javier Álvaro Íñigo Joaquín Raúl Matteo Lorenzo Giuseppe Salvatore Luca Gianni
    Jürgen Wolfgang Dieter Günther Lars Sven Björn Pieter Maarten Tomasz Paweł Krzysztof Jakub Ondřej Bogdan Radu
    Dominique Claude Camille Alix Charlie Andréa Maxence Noa Daoud Elias Gad Ilan Samuel Nathan Eliott Ismaël Idris
""".split()
# What compound first names are made of, so that they are ones that exist.
COMPOUND_WOMEN = """
    Anne-Sophie Anne-Laure Anne-Marie Anne-Claire Anne-Lise Marie-Claude Marie-Hélène Marie-Ange Marie-José
    Marie-Christine Marie-Pierre Marie-Noëlle Marie-Thérèse Rose-Marie Eve-Marie Jeanne-Marie Lou-Anne Claire-Lise
    Maria-Luisa Ana-Paula Fatima-Zahra Ngoc-Lan Mei-Ling Emma-Louise Sarah-Jane Lise-Marie Élise-Andrée
""".split()
COMPOUND_MEN = """
    Jean-Baptiste Jean-François Jean-Marie Jean-Marc Jean-Luc Jean-Yves Jean-Noël Jean-Christophe Jean-Philippe
    Jean-Sébastien Jean-Rémi Pierre-Yves Pierre-Emmanuel Pierre-Antoine Paul-Henri Paul-Émile Charles-Édouard
    Louis-Marie Marc-Antoine Marc-André François-Xavier Henri-Claude Yves-Marie Mohamed-Ali Karl-Heinz Juan-Carlos
    Abd-el-Kader Minh-Duc
""".split()
# Last names whose letters and shape the statistics, in capitals without accents, do not show.
MARKED = """
    Lefèvre Béranger Guéguen Péron Hervé Séguin Mérieux Bézier Gâtinel Prévôt Hôtelier Châtaigner Crémieux Noël Joël
    Büchler Müller-Brandt Schäfer Größmann Öztürk Yıldız Şahin Çelik Kovačević Novák Dvořáková Świętek Wójcik Łukasik
    N'Diaye N'Guessan M'Baye M'Bala D'Almeida D'Orsan L'Hostis L'Helgouac'h O'Keefe Dall'Agnol Dell'Orto Ker'Jean
    Nguyen Tran Pham Dang Gonçalves Magalhães Simões Araújo Muñoz Ibáñez Peña García Yáñez Åkesson Sørensen Bjørk
    Dufau-Seguin Lagrange-Petit Morel-Gentil Roche-Brune Petit-Jean Saint-Marc Bonnet-Vidal Ndong-Obiang Diop-Sarr
    Kerbrat-Le-Gall Castel-Roux Vannier-Blum Ait-Kaci Ould-Brahim Lahlou-Berg Pujol-i-Serra Sow-Camara Ba Sy Ly Ka
""".split()
MARKED_PHRASES = (
    "de La Barre|de Marcillac|de Saint-Aubin|du Plessis-Renaud|de Quatrebois|d'Hautefeuille|de la Roche-Aymard|"
    "des Essarts|Van der Meulen|Van den Bergh|van Loon|von Altenburg|Von Eschen|zu Rantzburg|Ben Amar|Ben Youssef|"
    "Aït Saïd|Ait Ouali|El Khatib|El Mansouri|Al Rachidi|Bou Saada|Abou Nader|Ould Sidi|Da Fonseca|Dos Anjos|"
    "de Oliveira Pinto|De Vos|De Backer|de Jong|ter Horst|Della Corte|Di Marzio|Lo Presti|La Torre|Mac Carran|"
    "Mc Aulay|Le Floc'h|Le Goasduff|Le Hénanff|Le Maître|Le Roy Guerch|Tran Van|Nguyen Thi|Garcia Lozano|"
    "Martinez y Rojas|Kone Traoré|Takam Fotso|Rodrigues da Mota|Saint Just"
).split("|")

# How often a name is common, rare, or of a shape of its own: enough of the last for every event to have some.
_COMMON, _RARE = 0.5, 0.78


class Name(NamedTuple):
    """A person's name, and whether what is said of the person is in the feminine."""

    first: str
    last: str
    feminine: bool


@cache
def rows_of(file: str) -> tuple[str, ...]:
    """The rows of a list of the package, without its comments."""
    text = files("pipeline").joinpath("data", file).read_text(encoding="utf-8")
    return tuple(row for row in text.splitlines() if row and not row.startswith("#"))


def invent_name(rng: random.Random) -> Name:
    """A name: compound first names, particles, two last names and middle initials now and then."""
    feminine = rng.random() < 0.52
    if rng.random() < 0.11:
        first = rng.choice(COMPOUND_WOMEN if feminine else COMPOUND_MEN)
    else:
        first = rng.choice(WOMEN if feminine else MEN)
        if rng.random() < 0.012:
            first += f" {rng.choice('ABCEFJLMPRST')}."
    return Name(first, invent_last_name(rng), feminine)


def invent_last_name(rng: random.Random) -> str:
    """A last name: half the time a common one."""
    names, draw = rows_of("noms.txt"), rng.random()
    if draw < _COMMON:
        last = names[int(500 * rng.random() ** 1.5)]
    elif draw < _RARE:
        last = rng.choice(names)
    else:
        return rng.choice(MARKED) if rng.random() < 0.55 else rng.choice(MARKED_PHRASES)
    return f"{last}-{names[rng.randrange(700)]}" if rng.random() < 0.04 else last


def invent_town(rng: random.Random) -> str:
    """A town or village of France."""
    return rng.choice(rows_of("communes.txt"))
