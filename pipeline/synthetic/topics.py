"""What invented events are about: the words of each field, which titles and descriptions are made of."""

from typing import NamedTuple


class Topic(NamedTuple):
    """A field: things with their article, what one does, for whom, and the trades of those who come."""

    name: str
    things: tuple[str, ...]
    deeds: tuple[str, ...]
    publics: tuple[str, ...]
    walks: dict[str, float]


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split("|"))


TOPICS: tuple[Topic, ...] = (
    Topic(
        "numérique",
        _words("""l'inclusion numérique|la médiation numérique|les communs numériques|l'accès aux droits|
            le logiciel libre|la donnée publique|l'intelligence artificielle|la souveraineté numérique|
            les services publics en ligne|la sobriété numérique|le pass numérique|l'identité numérique|
            les algorithmes publics|la cybersécurité|les plateformes|l'accessibilité|le RGPD|
            les jumeaux numériques|l'open data|la dématérialisation"""),
        _words("""ouvrir ses données|accompagner sans faire à la place|cartographier les lieux de médiation|
            choisir ses outils libres|lutter contre le non-recours|financer un commun|
            repenser l'accueil en mairie|sécuriser son système d'information|évaluer un algorithme|
            mesurer la fragilité numérique|former les aidants"""),
        _words("""les agents|les usagers|les petites communes|les aidants|les conseillers numériques|les aînés|
            les jeunes|les demandeurs d'emploi|les élus|les territoires ruraux"""),
        {"authority": 3, "elected": 1, "official": 3, "activist": 4, "business": 2, "academic": 1, "alone": 1},
    ),
    Topic(
        "santé",
        _words("""la greffe rénale|le don d'organes|l'antibiorésistance|la télémédecine|le parcours de soin|
            la fin de vie|la santé mentale|les maladies rares|le diabète gestationnel|la prévention|
            l'éthique du soin|la douleur chronique|les urgences|l'hospitalisation à domicile|
            les données de santé|la vaccination|les soins palliatifs|l'insuffisance cardiaque|
            l'imagerie de contraste|la psychiatrie de secteur"""),
        _words("""annoncer un diagnostic|prévenir les chutes|sevrer un patient ventilé|
            coordonner ville et hôpital|dépister plus tôt|soulager sans surmédicaliser|
            évaluer la qualité de vie|prescrire l'activité physique|conduire un essai en vie réelle|
            prendre en charge l'hypertension résistante"""),
        _words("""les patients|les soignants|les proches aidants|les internes|les enfants|les femmes enceintes|
            les plus de 75 ans|les infirmiers libéraux|les patients experts"""),
        {"carer": 8, "academic": 2, "official": 1, "activist": 1},
    ),
    Topic(
        "culture",
        _words("""la lecture publique|le spectacle vivant|les arts de la rue|le patrimoine oral|
            la chanson populaire|le cinéma muet|les musiques actuelles|le livre jeunesse|
            l'éducation artistique|la bande dessinée|les droits culturels|le mécénat|la marionnette|
            les tiers-lieux|les fanfares|le roman policier|la traduction|l'édition indépendante|
            les musées de société|la critique d'art"""),
        _words("""programmer hors les murs|raconter une ville|jouer devant des enfants|conserver l'éphémère|
            accueillir une résidence|désherber ses collections|mettre en voix un poème|
            transmettre un geste|écrire à plusieurs mains|rémunérer les artistes"""),
        _words("""les publics éloignés|les tout-petits|les lycéens|les habitants|les bibliothécaires|
            les amateurs|les artistes|les familles|les spectateurs"""),
        {"artist": 7, "activist": 2, "authority": 2, "alone": 2, "elected": 1},
    ),
    Topic(
        "environnement",
        _words("""la transition écologique|les zones humides|la renaturation des cours d'eau|le bocage|la forêt|
            l'agriculture de proximité|la qualité de l'air|la rénovation énergétique|
            le recul du trait de côte|les îlots de chaleur|la biodiversité ordinaire|
            l'économie circulaire|l'éolien en mer|la ressource en eau|le zéro artificialisation nette|
            les mobilités douces|l'alimentation scolaire|le compostage|les pollinisateurs"""),
        _words("""planter des haies|désimperméabiliser les cours d'école|partager l'eau|nourrir la ville|
            compter les oiseaux|rénover sans dénaturer|anticiper les crues|réemployer les matériaux|
            sortir du tout-voiture|restaurer une rivière"""),
        _words("""les agriculteurs|les communes littorales|les riverains|les générations futures|
            les collectivités|les bailleurs|les cyclistes|les vallées de montagne"""),
        {"authority": 4, "activist": 3, "academic": 2, "business": 2, "elected": 2, "official": 2},
    ),
    Topic(
        "histoire",
        _words("""la mémoire ouvrière|les archives coloniales|la Commune de Paris|les croisades|
            la Grande Guerre|la Révolution française|le Moyen Âge des villes|l'exode rural|
            les femmes résistantes|la diplomatie des ports|l'histoire des prisons|les cartes anciennes|
            les épidémies|la paix de Westphalie|les correspondances de guerre|l'imprimerie|
            le suffrage féminin|la désindustrialisation|l'abolition de l'esclavage|les sources orales"""),
        _words("""lire une charte|faire parler les murs|écrire l'histoire des vaincus|numériser un fonds|
            dater une charpente|enseigner les sujets sensibles|exposer la guerre|transcrire un manuscrit"""),
        _words("""les villageois|les marins|les mineurs|les exilés|les premières institutrices|les apprentis|
            les amateurs d'archives|les enseignants"""),
        {"academic": 9, "artist": 2, "official": 1, "alone": 1},
    ),
    Topic(
        "droit",
        _words("""le droit du travail|la protection de l'enfance|la commande publique|le secret professionnel|
            la justice des mineurs|le droit de l'environnement|la laïcité|la responsabilité pénale|
            la liberté d'expression|le contentieux climatique|le droit d'asile|la preuve numérique|
            la médiation familiale|l'accès au juge|la réforme des retraites|le droit d'auteur|
            le devoir de vigilance|la garde à vue"""),
        _words("""motiver une décision|protéger les lanceurs d'alerte|plaider sans public|
            qualifier le harcèlement|rédiger une clause sociale|réparer plutôt que punir|
            indemniser les victimes|contrôler l'administration"""),
        _words("""les justiciables|les mineurs isolés|les magistrats|les salariés|les victimes|les associations|
            les avocats|les collectivités"""),
        {"academic": 7, "business": 2, "official": 2, "alone": 1, "activist": 1},
    ),
    Topic(
        "éducation",
        _words("""l'école rurale|l'apprentissage de la lecture|le décrochage scolaire|
            la formation des enseignants|l'éducation aux médias|l'orientation|la petite enfance|
            les sciences participatives|l'illettrisme|l'école inclusive|le jeu à l'école|
            les compétences psychosociales|la mixité sociale|l'évaluation|les langues régionales|
            l'enseignement supérieur|l'éducation populaire|le mentorat"""),
        _words("""apprendre dehors|écrire au collège|coopérer entre pairs|parler en public|noter autrement|
            enseigner l'esprit critique|accueillir les élèves allophones|lire à voix haute|
            sortir de la salle de classe"""),
        _words("""les élèves|les familles|les enseignants|les étudiants|les apprentis|les AESH|les tout-petits|
            les éducateurs|les premières générations"""),
        {"academic": 5, "activist": 4, "official": 3, "authority": 1, "artist": 1},
    ),
    Topic(
        "vie locale",
        _words("""la participation citoyenne|le budget participatif|le commerce de centre-bourg|
            l'habitat partagé|la vie associative|l'intercommunalité|le logement social|
            la fonction publique territoriale|les finances locales|la politique de la ville|le bénévolat|
            l'économie sociale et solidaire|le transport à la demande|les maisons France Services|
            la démocratie locale|l'accueil des nouveaux habitants|la sécurité du quotidien"""),
        _words("""redonner envie de voter|tirer au sort une assemblée|rouvrir une épicerie|
            mutualiser les services|animer un conseil de quartier|fusionner deux communes|
            négocier un contrat de territoire|concerter avant de construire|
            recruter un secrétaire de mairie"""),
        _words("""les maires|les habitants|les bénévoles|les quartiers prioritaires|les villages|
            les agents territoriaux|les élus minoritaires|les commerçants"""),
        {"elected": 5, "authority": 5, "activist": 2, "official": 2, "academic": 1},
    ),
    Topic(
        "entreprise",
        _words("""l'industrie 4.0|la relance des territoires|le management à distance|la marque employeur|
            la logistique|la reprise d'entreprise|la responsabilité sociale|le financement participatif|
            l'innovation ouverte|la fabrication additive|les coopératives|la sous-traitance|l'hydrogène|
            la qualité de vie au travail|le luxe durable|la blockchain|les métiers en tension"""),
        _words("""recruter sans CV|réussir son pitch|décarboner un site|exporter en zone euro|lever des fonds|
            transmettre son entreprise|piloter par la valeur|industrialiser un prototype|
            vendre aux collectivités"""),
        _words("""les PME|les dirigeants|les artisans|les jeunes pousses|les salariés|les investisseurs|
            les repreneurs"""),
        {"business": 9, "academic": 1, "authority": 1, "official": 1},
    ),
    Topic(
        "lettres",
        _words("""le roman d'apprentissage|la poésie orale|l'autofiction|le récit de voyage|
            la traduction théâtrale|les imaginaires maritimes|la littérature de colportage|le paysage|
            les langues minoritaires|le bilinguisme|l'ironie|le fragment|la rhétorique du pamphlet|
            les marges du canon|le journal intime|la ponctuation|les manuscrits de travail|
            la réception critique|l'intertextualité"""),
        _words("""dire la ville|écrire l'exil|traduire le rythme|lire entre les lignes|nommer les lieux|
            éditer un texte inachevé|annoter une correspondance|penser la filiation"""),
        _words("""les lecteurs|les poètes mineurs|les traductrices|les écrivains ouvriers|les narrateurs|
            les héroïnes|les éditeurs scientifiques"""),
        {"academic": 12, "artist": 2, "alone": 1},
    ),
)

# Works and people of the past that titles and prose name; none of them takes part.
WORKS = _words("""1984|Les Misérables|Germinal|La Princesse de Clèves|Le Déjeuner sur l'herbe|
            Les Femmes savantes|Candide|Notre-Dame de Paris|L'Éducation sentimentale|
            Vingt mille lieues sous les mers|Bel-Ami|Au Bonheur des Dames|Les Temps modernes|
            Le Rouge et le Noir|Jacques le Fataliste|La Règle du jeu|Les Très Riches Heures|Phèdre""")
PAST_PEOPLE = _words("""Victor Hugo|George Sand|Marie Curie|Louise Michel|Émile Zola|Jules Verne|Olympe de Gouges|
            Jean Jaurès|Simone Weil|Denis Diderot|Alexandre Dumas|Louis Pasteur|Flora Tristan|
            Blaise Pascal|Germaine de Staël|Condorcet|Ambroise Paré|Christine de Pizan|Molière|
            Sophie Germain""")
