"""Function and bodies behind a name. Rows are annotated strings: `{…}` is a function, `[…]` a body, ` ?` a doubt."""

import re

import pytest
from annotated import mark_ties, perfect_tagger, plain, somebody
from hypothesis import given
from hypothesis import strategies as st
from known_bug import bug
from time_limit import RUNS, finishes

from pipeline.people.acronyms import acronym_of
from pipeline.people.bodies import Stretch, is_body_start, read_bodies, split_bodies, trim
from pipeline.people.ties import read_ties
from pipeline.tagger import Entity, Tagger, no_tagger

LINKS = [
    "<Léa Durand>, {directrice} de [Canal Sud]",
    "<Léa Durand>, {directrice} du [Service des eaux]",
    "<Léa Durand>, {Maître de Conférences} (histoire du Droit), [Université de Vézac]",
    "<Léa Durand>, {Maître de Conférences en droit public} à l'[Université de Vézac]",
    "<Léa Durand>, {Cheffe de Service}, [CHU de Vézac]",
    "<Léa Durand>, {Cheffe de Projet Numérique}, [Ville de Vézac]",
    "<Léa Durand>, {Inspectrice d'Académie}, [Académie de Vézac]",
    "<Léa Durand>, {Directrice Générale des Services} de la [Ville de Vézac]",
    "<Léa Durand>, {Directrice des Systèmes d'Information}, [CHU de Vézac]",
    "<Léa Durand>, {Docteure en Sciences de l'Éducation}, [Université de Vézac]",
    "<Léa Durand>, {Conseillère Municipale Déléguée au Numérique}, [Ville de Vézac]",
    "<Léa Durand>, {Juge des Enfants}, [Tribunal Judiciaire de Vézac]",
    "<Léa Durand>, {Étudiante en droit public} (Master I), [Université de Vézac]",
    "<Léa Durand>, {Directrice} d'[Inria]",
    "<Léa Durand> ({PR}, [Université de Vézac])",
    "<Léa Durand>, {Pr}, [Université de Vézac]",
    "<Léa Durand>, {maire} de [Saint-Lambert] et Conseillère départementale",
    "<Léa Durand>, {directrice} de [Rivage et Associés]",
    "<Léa Durand> – 17:15",
    "<Léa Durand>, [Mission pour la Qualité des Digues Publiques]",
    "<Léa Durand>, {conteuse}, Lyon",
    "<Léa Durand>, {maire}, [Lyon]",
    "<Léa Durand>, {IA-IPR de lettres}, [académie de Vézac]",
    "<Léa Durand>, {agricultrice à Saint-Malo}",
    "<Léa Durand>, {élue} à [Saint-Malo]",
    "<Léa Durand>, {habitante du quartier des Rives}",
    "<Léa Durand>, {vice-présidente en charge de l'eau, du plan des rives et du lit}, [Vézac Agglomération]",
    "<Léa Durand>, {Ministre déléguée chargée des Digues, du Lit et de la Rive}",
    "<Léa Durand>, {adjointe au maire déléguée à l'eau, au lit et aux rives}, [ville de Vézac]",
    "<Léa Durand>, {conseillère régionale déléguée aux TIC}",
    "<Léa Durand>, {présidente} de l'[association des directeurs et directrices de musées]",
    "<Léa Durand>, {professeure}, ancienne ministre, {députée du Lot}",
    "<Léa Durand>, {professeure}, ancienne directrice de l'Office des rives, Canal Sud",
    "<Léa Durand>, {architecte des bâtiments de France}, [Canal Sud]",
    "<Léa Durand> (excusée)",
    "<Léa Durand>, {chargée de mission « eau »} à [Canal Sud]",
    "<Léa Durand> ([Canal Sud]) : « Habiter la rive »",
    "<Léa Durand>, {directrice} de l'[association Rivages]",
    "<Léa Durand>, {directrice} de l’[association Rivages]",
    "<Léa Durand>, {présidente} de la [Fédération des digues]",
    "<Léa Durand>, {présidente} des [Amis de la rive]",
    "<Léa Durand>, {présidente} de [France Rivages]",
    "<Léa Durand>, {directrice} du [lycée Jean Moulin]",
    "<Léa Durand>, {directrice} de [La Fabrique des rives]",
    "<Léa Durand>, {directrice} de [Les Deux Rives]",
    "<Léa Durand>, {directrice} de « [Les Deux Rives] »",
    "<Léa Durand>, {rédactrice en chef} de « [La Rive - Vue sur le Gué] »",
    "<Léa Durand>, {présidente} du « [festival du Gué (38)] »",
    "<Léa Durand>, {responsable} « [Jour d'Orbeil] »",
    "<Léa Durand>, {cheffe de projet} chez [Canal Sud]",
    "<Léa Durand>, {cheffe de projet} au sein de [Canal Sud]",
    "<Léa Durand>, {cheffe de projet} au sein du [Service des eaux]",
    "<Léa Durand>, {conseillère} auprès de la [préfecture du Vaubrun]",
    "<Léa Durand>, {experte} auprès de l'[Agence des digues]",
    "<Léa Durand>, {médiatrice} à la [médiathèque de Brou]",
    "<Léa Durand>, {médiatrice} au [musée des Eaux]",
    "<Léa Durand>, {archiviste} aux [Archives du Vaubrun]",
    "<Léa Durand>, {éditrice} aux [éditions du Môle]",
    "<Léa Durand>, {ingénieure} à l'[INRAE]",
    "<Léa Durand>, {ingénieure} à [INRAE]",
    "<Léa Durand>, {directrice générale} @ [Canal Sud]",
    "<Léa Durand>, {directrice} de la [Ville de Brou] : l'exemple des rives",
    "<Léa Durand>, {maire} de [Chastel] (Haut-Rhin)",
    "<Léa Durand> de [Canal Sud]",
    "<Léa Durand> de [canalsud], association de quartier",
    "<Léa Durand> du [ministère des Marées]",
    "<Léa Durand>, {directrice} de la [Mission locale de Vézac]",
    "<Léa Durand>, {directeur} du [Parc naturel du Val]",
    "<Léa Durand>, {directrice} de l'[Atelier des marées]",
    bug("<Léa Durand>, {directrice} de [Rivages] à Vézac", "the town is taken into the name"),
]
SIGNS = [
    "<Léa Durand>",
    "<Léa Durand>, {directrice}",
    "<Léa Durand>, [Canal Sud]",
    "<Léa Durand>, {directrice}, [Canal Sud]",
    "<Léa Durand>, {DIRECTRICE}, [CANAL SUD]",
    "<Léa Durand>, {directrice}, [BANQUE DES RIVES]",
    "<Léa Durand>, {directrice}, [CENTRE D'ESSAIS DU MOULIN VERT]",
    "<Léa Durand> – {directrice}, [Canal Sud]",
    "<Léa Durand> - {directrice} - [Canal Sud]",
    "<Léa Durand> – [Canal Sud]",
    "<Léa Durand> | [Canal Sud]",
    "<Léa Durand> : {directrice} de [Canal Sud]",
    "<Léa Durand> {directrice} de [Canal Sud]",
    "<Léa Durand> ([Canal Sud])",
    "<Léa Durand> ([INRAE])",
    "<Léa Durand> ([Canal Sud] / [Rivages])",
    "<Léa Durand> ([Canal Sud] et [Rivages])",
    "<Léa Durand>, {directrice} ([Canal Sud])",
    "<Léa Durand> ({directrice} de [Canal Sud])",
    "<Léa Durand> ({directrice}, [Canal Sud])",
    "<Léa Durand> ([Université de Vézac], {doctorante})",
    "<Léa Durand>, [Région Vaubrun], {vice-présidente en charge des rives}",
    "<Léa Durand> ({directrice} de [Canal Sud], [Ville de Vézac])",
    "<Léa Durand>, {directrice} ⏎de [Canal ⏎Sud]",
    "<Léa Durand>, {référente} ([Canal Sud], [Ville de Vézac])",
    "<Léa Durand> ([université de Vézac], [laboratoire Lidem])",
    "<Léa Durand>\n{Directrice} de [Canal Sud]",
]
ACRONYMS = [
    "<Léa Durand>, {directrice} de l'[Institut des rives du Nord (IRdN)]",
    "<Léa Durand>, {directrice} de l'[Institut des rives basses (IRB)]",
    "<Léa Durand>, {directrice} de l'[IRB] (Institut des rives basses)",
    "<Léa Durand>, {agent} de la [Direction régionale des affaires culturelles (DRAC)]",
    "<Léa Durand>, {chargée d'études} à l'[Agence nationale de la cohésion des territoires (ANCT)]",
    bug("<Léa Durand> ([Institut des rives basses] – IRB)", "an acronym behind a dash is not known as one"),
    bug("<Léa Durand>, {directrice} de [Canal Sud] (Vézac)", "a place in parentheses is taken for a body"),
]
TEAMS = [
    "<Léa Durand>, {animatrice}, [Communauté d'Agglomération de Vézac]",
    "<Léa Durand>, {directrice} du [Centre National de Documentation des Digues]",
    "<Léa Durand>, {cheffe de projet}, [PETR Monts et Barrages]",
    "<Léa Durand>, {cheffe} du [bureau des digues] à la [Direction des eaux]",
    "<Léa Durand>, {cheffe} du [service Archives] à la [Ville de Brou]",
    "<Léa Durand>, {cheffe} du [bureau Données] du [ministère de la Culture]",
    "<Léa Durand>, {cheffe} du [bureau des données] du [ministère de la Culture]",
    "<Léa Durand>, {membre} de l'[équipe Horizon] de [Canal Sud]",
    "<Léa Durand>, {responsable} du [pôle Usages] de la [Ville de Vézac]",
    "<Léa Durand>, {directrice} de la [Direction des eaux] de la [Ville de Vézac]",
    "<Léa Durand>, {cheffe de projet}, [pôle Usages], [Ville de Vézac]",
    "<Léa Durand>, {responsable} du [pôle Données], [Ville de Brou]",
    "<Léa Durand>, {responsable de service} à la [Ville de Brou]",
    "<Léa Durand> de l'[équipe Horizon] de [Canal Sud]",
    # One body only.
    "<Léa Durand>, {directrice} de la [Direction du Livre et de la Lecture]",
    "<Léa Durand>, {doyenne} de l'[Université de Vézac] et de l'[IRIVA]",
    "<Léa Durand>, {batelière}, [Inserm] et [Union La Rive des images]",
    "<Léa Durand>, {directrice} du [centre social du Val]",
    "<Léa Durand>, {directrice} du [CCAS de Vézac]",
    "<Léa Durand>, [Archives départementales du Nord]",
    "<Léa Durand>, {agente} au [service numérique] du [ministère des Marées]",
    "<Léa Durand>, {juriste} à la [Direction juridique] de [Canal Sud]",
    "<Léa Durand>, {cheffe de projet}, [direction des usages], [Métropole de Vézac]",
    "<Léa Durand>, {cheffe de projet}, [service Archives], [ville de Brou]",
    "<Léa Durand>, {directrice} de la [Maison de quartier des Ormes]",
    "<Léa Durand>, {directrice} de l'[Office de tourisme de Vézac]",
    "<Léa Durand>, {directrice} de l'[Agence d'urbanisme de Vézac]",
]
SEVERAL = [
    "<Léa Durand>, {directrice} de [Canal Sud] et de [Rivages]",
    "<Léa Durand>, {présidente} de l'[association Rivages] et de la [Fédération des digues]",
    "<Léa Durand>, {directrice} de [Canal Sud] et {présidente} de [Rivages]",
    "<Léa Durand>, {post-doctorante} à l'[université de Vézac] et au [laboratoire Lidem]",
]
FUNCTIONS = [
    "<Léa Durand>, {directrice des Ressources Humaines} de la [Ville de Vézac]",
    "<Léa Durand>, {conseillère de coopération et d'Action Culturelle}",
    "<Léa Durand>, {directrice} d'[Action contre la soif]",
    "<Léa Durand>, {directrice} de [Canal Sud], {trésorière} de [Rivages]",
    "<Léa Durand> ({chercheuse} [INRAE])",
    "<Léa Durand>, {autrice et designer}",
    "<Léa Durand>, {consultante indépendante}",
    "<Léa Durand>, {sociologue}, {directrice de recherche} à l'[INRAE]",
    "<Léa Durand>, {fondatrice et directrice} de [Canal Sud]",
    "<Léa Durand>, {co-fondatrice} de [Canal Sud]",
    "<Léa Durand>, {directeur·rice} de [Canal Sud]",
    "<Léa Durand>, {product owner} chez [Canal Sud]",
    "<Léa Durand>, {PDG} de [Canal Sud]",
    "<Léa Durand>, {directrice générale déléguée} de [Canal Sud]",
    "<Léa Durand>, {responsable de la communication} de [Canal Sud]",
    "<Léa Durand>, {responsable du développement} de [Canal Sud]",
    "<Léa Durand>, {responsable numérique et données} de [Canal Sud]",
    "<Léa Durand>, {responsable innovation & données}, [Canal Sud]",
    "<Léa Durand>, {directrice de l'innovation} du [Groupe Tilleul]",
    "<Léa Durand>, {pilote du programme Marées} à l'[ANCT]",
    "<Léa Durand>, {directrice de projet Marées}, [Canal Sud]",
    "<Léa Durand>, {metteuse en scène}, [compagnie Écume]",
    "<Léa Durand>, {coordinatrice du projet Marées} à [Canal Sud]",
]
ELECTED = [
    "<Léa Durand>, {députée du Finistère}",
    "<Léa Durand>, {sénatrice de la Corrèze}, {présidente} de [Canal Sud]",
    "<Léa Durand>, {présidente} de [Canal Sud], {députée de la Corrèze}",
    "<Léa Durand>, {directrice des rives} au [ministère chargé des Ports]",
    "<Léa Durand>, {professeure de SVT} au [collège des Rives]",
    "<Léa Durand>, {enseignante d'EPS}, [lycée des Rives]",
    "<Léa Durand>, {professeure} au [CNAM]",
    "<Léa Durand>, {secrétaire d'État chargée de la Biodiversité}",
    "<Léa Durand>, {ministre déléguée auprès du ministre de l'Équipement}, {chargée des Ports et des Phares}",
    "<Léa Durand>, {ministre déléguée auprès du Premier ministre}, {chargée de la Mer}",
    "<Léa Durand>, {ambassadrice de France au Portugal}",
    "<Léa Durand ?>, {maire} de [Vézac] ou son représentant",
    "<Léa Durand>, {maire} de [Vézac]",
    "<Léa Durand>, {adjointe au maire} de [Vézac]",
    "<Léa Durand>, {1ère adjointe au maire} de [Vézac]",
    "<Léa Durand>, {adjointe au maire} de [Vézac], déléguée au numérique",
    "<Léa Durand>, {adjointe au maire} de [Vézac] en charge du numérique",
    "<Léa Durand>, {élue} à la [ville de Vézac]",
    "<Léa Durand>, {ministre déléguée aux Collectivités territoriales}",
    "<Léa Durand>, {ambassadrice de France aux Pays-Bas}",
    "<Léa Durand>, {chargée de Mission Culture} à la [Bergerie nationale de Vézac]",
    "<Léa Durand>, {présidente du CA} de l'[EPL des Rives]",
    "<Léa Durand>, {présidente du conseil scientifique} de la [Fondation des digues]",
    "<Léa Durand>, {vice présidente} de la [Fédération des digues]",
    "<Léa Durand>, {présidente} de [Juristes pour la rive]",
    "<Léa Durand>, {membre du bureau} de [Canal Sud]",
    "<Léa Durand>, {journaliste}, {en charge des enquêtes} à [RIVA]",
    "<Léa Durand>, {cheffe} de la [Mission pour les relations avec la Vaubrune]",
    "<Léa Durand>, {directrice} du [Campus du Vaubrun] ainsi que de [Rivages Festival]",
    "<Léa Durand>, {présidente} de la [communauté de communes de la Vaubrune du Centre]",
    "<Léa Durand>, {présidente} du [pays de Vézac]",
    "<Léa Durand>, {vice-présidente} de la [métropole de Vézac]",
    "<Léa Durand>, {vice-présidente} de la [métropole de Vézac], déléguée aux données",
    "<Léa Durand>, {vice-présidente}, [conseil départemental du Nord]",
    "<Léa Durand>, {conseillère municipale déléguée au numérique}, [ville de Vézac]",
    "<Léa Durand>, {conseillère régionale}, [région Bretagne]",
    "<Léa Durand>, {conseillère départementale} du [Vaubrun]",
    "<Léa Durand>, {DGS} de la [ville de Vézac]",
    "<Léa Durand>, {chargée de mission} au [service Données] de la [région Centre]",
    "<Léa Durand>, {chargée de mission inclusion numérique} à la [région Bretagne]",
    "<Léa Durand>, {chargée de mission Données}, [région Bretagne]",
    "<Léa Durand>, {vice-présidente} de la [métropole de Vézac] chargée du numérique",
]
UNIVERSITY = [
    "<Léa Durand>, {maîtresse de conférences} à l'[université de Vézac]",
    "<Léa Durand>, {maîtresse de conférences en droit}, {HDR}, [ISLE]",
    "<Léa Durand>, {professeure des Universités}",
    "<Léa Durand>, {professeure d'histoire du droit à Angers}",
    "<Léa Durand> ([Université Brugg], Paris)",
    "<Léa Durand>, {cheffe} de la [Fédération des digues] et {professeure invitée} à la [Haute École Rivage]",
    "<Léa Durand>, {maîtresse de conférences en sociologie} à l'[université de Vézac]",
    "<Léa Durand>, {maîtresse de conférences HDR en sciences de l'information}, [Université de Vézac]",
    "<Léa Durand>, {professeure d'histoire} à l'[université Rive-Gauche]",
    "<Léa Durand>, {professeure des universités}, [université de Vézac]",
    "<Léa Durand>, {enseignante-chercheuse} à l'[université de Vézac]",
    "<Léa Durand>, {doctorante} au [laboratoire Lidem]",
    "<Léa Durand>, {doctorante en droit}, [université de Vézac]",
    "<Léa Durand>, {chercheuse} au [laboratoire Lidem] de l'[université de Vézac]",
    "<Léa Durand>, {sociologue} ([université de Vézac])",
    "<Léa Durand>, {directrice de recherche} [CNRS]",
    "<Léa Durand>, {chercheuse}, [université de Vézac], [laboratoire Lidem]",
    bug("<Léa Durand>, {doctorante CIFRE} [Canal Sud]", "a body without a sign before it"),
    "<Léa Durand>, {chargée de projet} [Ville de Brou]",
    "<Léa Durand>, {professeure de droit public} [Université de Vézac]",
    "<Léa Durand>, {présidente de chambre} (hre) à la [Cour des comptes]",
]
BIOGRAPHIES = [
    "<Léa Durand> est {directrice} de [Canal Sud]. Elle a fondé Rivages en 2012.",
    "<Léa Durand> est la {directrice} de [Canal Sud]",
    "<Léa Durand> est {directrice} de [Canal Sud], elle a fondé Rivages.",
    "<Léa Durand>, {directrice} de [Canal Sud]. Autrice d'un livre sur l'INRAE.",
    "<Léa Durand>, {directrice} de [Canal Sud], qui relie les rives du Vaubrun",
    "<Léa Durand>, {directrice} de [Canal Sud], dont les ateliers ont lieu à Vézac",
    "<Léa Durand>, {directrice} de [Canal Sud] qui accompagne la Ville de Vézac",
    "<Léa Durand>, {directrice} de [Canal Sud], ancienne maire de Vézac",
    "<Léa Durand>, {directrice} de [Canal Sud] et anciennement cheffe du pôle Usages de Rivages",
    "<Léa Durand>, {ancienne présidente} de Rivages",
    "<Léa Durand>, {ancienne maire} de [Vézac]",
    "<Léa Durand>, {designer}, ancienne maire de Vézac",
    "<Léa Durand>, {autrice de bande dessinée}",
    "<Léa Durand>, {autrice} de « Habiter la rive » (éditions du Môle)",
    "<Léa Durand> explique comment la Ville de Vézac a changé",
]
QUOTES = [
    bug("<Léa Durand>, {directrice} de l'[association « Les Deux Rives »]", "the closing sign is left out"),
]
DOUBTS = [
    "<Léa Durand ?>, {directrice} de [Canal Sud] (sous réserve)",
    "<Léa Durand ?>, {directrice} de [Canal Sud] – sous réserve",
    "<Léa Durand ?>, {maire} de [Vézac] (TBC)",
    "<Léa Durand ?>, [Canal Sud] (sous réserve)",
    "<Léa Durand ?> (à confirmer)",
    "<Léa Durand ?>, {directrice} (pressentie)",
]
UNITS = [
    "<Léa Durand>, {cheffe de bureau}, [service d'urologie], [CHU de Vézac]",
    "<Léa Durand>, [service éducatif], [Ville de Vézac]",
    "<Léa Durand>, {cadre de santé} au [pôle gériatrie] de l'[Hôpital de Vézac]",
    "<Léa Durand>, {doctorante} à l'[UMR 5600] du [CNRS]",
    "<Léa Durand>, {chercheuse} au [Centre de recherche sur les digues] de l'[université de Vézac]",
    "<Léa Durand>, [maison de la forêt]",
    "<Léa Durand>, {bénévole}, [association pour les digues]",
    "<Léa Durand> ([Ville de Vézac] / [centre social du Val])",
    "<Léa Durand>, [Direction des eaux] ([ministère des Marées])",
    "<Léa Durand>, [cellule des crues] ([communauté de communes de Vézac])",
    "<Léa Durand>, {médiatrice} ([maison des digues])",
    "<Léa Durand> ([Laboratoire des rives (LR)] de l'[Université de Vézac])",
    "<Léa Durand>, [Main dans la main]",
    "<Léa Durand>, {présidente} de la [Chambre sociale] de la [Cour de cassation]",
    "<Léa Durand>, {présidente} de la [commission de l'eau, de la rive et des digues] du [Sénat]",
    "<Léa Durand>, {présidente} de la [Chambre d'agriculture de Vézac]",
    "<Léa Durand>, {conseillère}, [ministère de l'Eau, de la Rive et des Digues]",
    "<Léa Durand>, {directrice} de l'[Institut des rives], du [Laboratoire des eaux] et de la [Maison des digues]",
    "<Léa Durand>, {doyenne} de la [faculté des Lettres, Langues et Arts] de l'[université de Vézac]",
    "<Léa Durand>, {directrice}, [musée de Vézac], [Cité de l'eau et de la rive]",
    "<Léa Durand>, {conservatrice en chef du Patrimoine}, [musée de Vézac]",
]
PLACES = [
    "<Léa Durand>, {professeure} à l'[École d'architecture de Vézac]",
    "<Léa Durand>, {conservatrice} au [musée des Eaux de La Rochelle]",
    "<Léa Durand>, {conseillère}, [région Provence-Alpes-Côte d'Azur]",
    "<Léa Durand>, {préfète} des [Côtes-d'Armor]",
    "<Léa Durand>, {chargée de mission} à la [Région Grand Est]",
    "<Léa Durand>, {maire} de [Saint-Jean-d'Écume]",
    "<Léa Durand>, {avocate au barreau de Vézac}, [cabinet Orme]",
    "<Léa Durand>, {avocate à la Cour}, [cabinet Orme]",
    "<Léa Durand>, {avocate aux Conseils}",
    "<Léa Durand>, {avocate générale} à la [Cour de cassation]",
    "<Léa Durand>, {professeure}, [université des Rives], Budapest",
    "<Léa Durand>, {professeure} à l'[université des Rives (Lyon 2)]",
    "<Léa Durand>, {professeure} à l'[université des Rives] (Lyon)",
    "<Léa Durand>, {professeure} à l'[université des Rives] (La Roche-sur-Yon)",
    "<Léa Durand> ([Institut des rives], Saint-Nazaire)",
    "<Léa Durand>, {doctorante}, [Institut des rives], Le Mans",
    "<Léa Durand> ({doctorante}, [Univ. de Vézac], [Canal Sud])",
    "<Léa Durand>, [Univ. Lyon 2]",
    "<Léa Durand>, {adjointe aux archives} à la [ville de Vézac]",
    "<Léa Durand>, {directrice} de l'[Établissement public foncier de Vézac]",
]
JOINED = [
    "<Léa Durand> ([compagnie Écume] et [Hub Rivages])",
    "<Léa Durand>, {présidente} de [Canal Sud] et de [La Fabrique des rives]",
    "<Léa Durand>, {préfète} au [ministère des Marées] et à la [Fédération des digues]",
    "<Léa Durand>, [équipe Textes et Cultures]",
    "<Léa Durand>, [Durand & Fils]",
    "<Léa Durand>, [laboratoire Lidem] ([Université de Vézac]) et [Canal Sud]",
    "<Léa Durand>, [Agence des digues (AD)] et [union Rivages]",
    "<Léa Durand> ([Canal Sud]) et Rivages",
    "<Léa Durand>, {doyenne} du [Laboratoire d'études des archives] de l'[IUT de Vézac]",
    "<Léa Durand> – [Métropole de Vézac] et [compagnie Écume]",
    "<Léa Durand>, [CNRS] et [Hub Rivages]",
    "<Léa Durand>, [INRAE], [Inserm]",
    "<Léa Durand> ([Canal Sud]) Habiter la rive",
    "<Léa Durand>, [Vézac Terres et Mer]",
    "<Léa Durand>, {directrice adjointe} du [centre Marées et Société]",
]
BELOW = [
    "<Léa Durand>\n{Directrice}\n[Canal Sud]",
    "<Léa Durand> ⏎{directrice} ⏎[centre social du Val]",
    "<Léa Durand>\n[Canal Sud]",
    "<Léa Durand>\n{Directrice}\n[Canal Sud], [Ville de Vézac]",
    "<Léa Durand>\n{Directrice}\nElle a fondé Canal Sud en 2012.",
    "<Léa Durand>\nLes bénévoles de Rivages",
    "<Léa Durand>, {directrice}\nCanal Sud",
]
ROWS = [
    *(UNITS + PLACES + JOINED + BELOW),
    *(LINKS + SIGNS + ACRONYMS + TEAMS + SEVERAL + FUNCTIONS),
    *(ELECTED + UNIVERSITY + BIOGRAPHIES + QUOTES + DOUBTS),
]


def read(row: str, tagger: Tagger) -> str:
    text, breaks = plain(row)
    name = Stretch(0, len(somebody(row)[0]))
    return mark_ties(plain(row), name, read_ties(text, name.end, len(text), tagger([text])[0], breaks))


@pytest.mark.parametrize("row", ROWS)
def test_function_and_bodies_are_parted_by_grammar_alone(row: str) -> None:
    assert read(row, no_tagger) == row


@pytest.mark.parametrize("row", ROWS)
def test_a_tagger_that_knows_people_and_bodies_changes_nothing(row: str) -> None:
    assert read(row, perfect_tagger(row)) == row


def test_a_model_parts_two_bodies_joined_where_the_first_is_called_after_somebody() -> None:
    row = "<Léa Durand> de l'[Université Omar Vasseur] et de [Data Rivages]"
    assert read(row, perfect_tagger(row)) == row


@pytest.mark.parametrize(
    ("tail", "plural"),
    [
        (", chercheuses à l'INRAE", True),
        (", chercheuse à l'INRAE", False),
        (", maire d'Ys", False),
        ("", False),
        (", DGS de Vézac", False),
    ],
)
def test_the_ending_of_the_function_tells_whether_it_is_of_several(tail: str, plural: bool) -> None:
    assert read_ties(tail, 0, len(tail), []).plural is plural


@pytest.mark.parametrize(
    "row",
    [
        "[Canal Sud]",
        "de [Canal Sud]",
        "à l'[INRAE]",
        "l'[INRAE]",
        "la [Ville de Vézac]",
        "l'[équipe Horizon]",
        "l'[équipe Horizon] de [Canal Sud]",
        "[Canal Sud] et [Rivages]",
        "[Canal Sud] / [Rivages]",
        "[La Fabrique des rives]",
        "la [Fabrique des rives]",
        "l'équipe des [Rivages]",
        "le collectif de [Canal Sud]",
        "directrice",
        "les rives",
        "l'équipe",
        "communication",
        "",
    ],
)
def test_a_phrase_names_bodies_most_specific_first(row: str) -> None:
    text = re.sub(r"[\[\]]", "", row)
    marked = text
    for body in reversed(read_bodies(text, Stretch(0, len(text)), [])):
        marked = f"{marked[: body.start]}[{text[body.start : body.end]}]{marked[body.end :]}"
    assert marked == row


@pytest.mark.parametrize(
    ("label", "letters"),
    [
        ("Institut des rives basses", "IRB"),
        ("Agence nationale de lutte contre l'illettrisme", "ANLCI"),
        ("École des digues", "ED"),
        ("Direction régionale des affaires culturelles", "DRAC"),
    ],
)
def test_an_acronym_is_the_initials_in_order(label: str, letters: str) -> None:
    assert acronym_of(label, letters)
    assert not acronym_of(label, letters[1:])
    assert not acronym_of(label, letters.lower())


@pytest.mark.parametrize("letters", ["", "I", "IBR", "IR B", "IRBRIVESBASSES", "Irb"])
def test_other_letters_are_no_acronym(letters: str) -> None:
    assert not acronym_of("Institut des rives basses", letters)


WORDS = """
Léa Durand directrice maire cheffe de la du des l' d' à au chez « » ( ) , ; – et de Canal Sud équipe ville Vézac
université INRAE (IRB) qui est ancienne sous réserve . @rive Œuvre 李 et/ou / & ministère projet
""".split()
texts = st.text(max_size=120) | st.lists(st.sampled_from([*WORDS, "\n"]), max_size=25).map(" ".join)
spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(["ORG", "LOC"])), max_size=4)


@given(texts, st.integers(0, 20), spans)
def test_in_any_text_what_is_said_stands_inside_it(text: str, start: int, found: list[tuple[int, int, str]]) -> None:
    start = min(start, len(text))
    entities = [Entity(at, at + length, label) for at, length, label in found if at + length <= len(text)]
    ties = read_ties(text, start, len(text), entities)
    for part in (*ties.roles, *ties.bodies):
        assert start <= part.start <= part.end <= len(text)
    for body in (*ties.bodies, *read_bodies(text, Stretch(0, len(text)), entities)):
        assert text[body.start : body.end].strip()


@given(texts, st.integers(0, 20), st.integers(0, 120))
def test_any_stretch_is_trimmed_and_split_within_itself(text: str, start: int, end: int) -> None:
    part = Stretch(min(start, len(text)), max(min(start, len(text)), min(end, len(text))))
    inner = trim(text, part)
    assert part.start <= inner.start <= inner.end <= part.end
    is_body_start(text, part, [])
    for body in split_bodies(text, part, []):
        assert part.start <= body.start < body.end <= part.end


@pytest.mark.parametrize("run", RUNS)
def test_the_time_does_not_explode_with_the_text(run: str) -> None:
    assert finishes(lambda text: read_ties(text, 0, len(text), []), run)
    assert finishes(lambda text: read_bodies(text, Stretch(0, len(text)), []), run)


@pytest.mark.parametrize(
    "row",
    [
        "<Léa Durand> ([Université de Vézac et des Plateaux du Vaubrun])",
        "<Léa Durand>, {coordinatrice}, [Association Vivre au Môle]",
        "<Léa Durand>, [Point de Rencontre]",
        "<Léa Durand>, [Sonothèque de Brou]",
        "<Léa Durand> ([Universidad Ribera Alta])",
    ],
)
def test_what_a_model_takes_for_one_name_is_not_cut_at_its_joiner(row: str) -> None:
    assert read(row, perfect_tagger(row)) == row


@pytest.mark.parametrize(
    "body",
    [
        "PETR du Vaubrun",
        "GAEC des Trois Sources",
        "Agence d'urbanisme des Deux Vaux",
        "MJC des Hautes Rives",
        "Palais de Brou",
        "Gazette du Môle",
        "barreau de Vézac",
    ],
)
def test_an_acronym_or_a_head_keeps_the_town_behind_it(body: str) -> None:
    row = f"<Léa Durand>, {{avocate}}, [{body}]"
    assert read(row, no_tagger) == row


@pytest.mark.parametrize(
    "row",
    [
        "<Léa Durand>, {maire}, [ville de Vézac] Salle 3",
        "<Léa Durand>, {cheffe}, [Hôpital des Ormes], Grenoble",
        "<Léa Durand>, {maire}, [ville de Vézac] ⏎un représentant de Rivages",
    ],
)
def test_a_room_a_town_and_people_without_a_name_are_no_part_of_what_is_said(row: str) -> None:
    assert read(row, no_tagger) == row


@pytest.mark.parametrize("led", ["{cheffe} du [pôle gériatrie]", "{Responsable} du [service des sports]"])
def test_a_unit_somebody_leads_is_a_body_whatever_follows(led: str) -> None:
    for row in (f"<Léa Durand>, {led}", f"<Léa Durand>, {led}, [CHU de Vézac]", f"<Léa Durand>, {led} du [CHU]"):
        assert read(row, no_tagger) == row


def test_a_studio_is_a_body_though_it_may_be_a_room() -> None:
    row = "<Léa Durand>, [studio Forestier]"
    assert read(row, no_tagger) == row
