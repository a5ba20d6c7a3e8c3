"""The functions of invented people, by walk of life."""

# Each row: masculine, feminine, and where needed « @ » for somebody who works at a body rather than heads it.
ELECTED = """
    maire / maire
    adjoint au maire / adjointe au maire
    premier adjoint au maire / première adjointe au maire
    2e adjoint au maire / 2e adjointe au maire
    ancien maire / ancienne maire
    maire délégué / maire déléguée
""".strip().split("\n")
ELECTED_OF_AUTHORITIES = """
    vice-président délégué {at_field} / vice-présidente déléguée {at_field}
    vice-président en charge {of_field} / vice-présidente en charge {of_field}
    adjoint {at_field} / adjointe {at_field} @
    chargé de mission {bare} / chargée de mission {bare} @
    chef de projet {bare} / cheffe de projet {bare} @
    responsable du pôle {bare} / responsable du pôle {bare}
    directeur {of_field} / directrice {of_field}
    vice-président / vice-présidente
    président / présidente
    vice-président chargé du numérique / vice-présidente chargée du numérique
    vice-président en charge des mobilités / vice-présidente en charge des mobilités
    conseiller municipal délégué à la culture / conseillère municipale déléguée à la culture @
    conseiller départemental / conseillère départementale @
    élu à la transition écologique / élue à la transition écologique @
    directeur général des services / directrice générale des services
    directeur de cabinet / directrice de cabinet
    responsable du service des sports / responsable du service des sports
    chef de projet contractualisation / cheffe de projet contractualisation @
    chargé de mission / chargée de mission @
    chargé de mission éco-transition / chargée de mission éco-transition @
    médiateur numérique / médiatrice numérique @
    directeur de la culture / directrice de la culture
""".strip().split("\n")
ACADEMICS = """
    chercheur en sciences sociales / chercheuse en sciences sociales @
    responsable scientifique du projet {brand} / responsable scientifique du projet {brand} @
    sociologue, post-doctorant / sociologue, post-doctorante @
    historien, spécialiste {of_field} / historienne, spécialiste {of_field}
    conservateur des bibliothèques / conservatrice des bibliothèques @
    professeur / professeure @
    professeur de sociologie / professeure de sociologie @
    professeur des universités en droit public / professeure des universités en droit public @
    professeur émérite d'histoire contemporaine / professeure émérite d'histoire contemporaine @
    maître de conférences / maîtresse de conférences @
    maître de conférences en géographie / maîtresse de conférences en géographie @
    maître de conférences HDR en sciences de l'éducation / maîtresse de conférences HDR en sciences de l'éducation @
    doctorant / doctorante @
    doctorant en anthropologie / doctorante en anthropologie @
    post-doctorant / post-doctorante @
    chargé de recherche / chargée de recherche @
    directeur de recherche / directrice de recherche @
    ingénieur d'études / ingénieure d'études @
    ingénieur de recherche en humanités numériques / ingénieure de recherche en humanités numériques @
    sociologue / sociologue
    historien de l'art / historienne de l'art
    philosophe / philosophe
    économiste / économiste @
    directeur / directrice
    directeur adjoint / directrice adjointe
    vice-président formation / vice-présidente formation
    doyen / doyenne
    enseignant-chercheur / enseignante-chercheuse @
    politiste / politiste @
    étudiant en master 2 / étudiante en master 2 @
""".strip().split("\n")
OFFICIALS = """
    chargé de mission {bare} / chargée de mission {bare} @
    référent {bare} / référente {bare} @
    responsable {of_field} / responsable {of_field}
    conseiller {bare} et {bare2} / conseillère {bare} et {bare2} @
    directeur de projet {bare} / directrice de projet {bare} @
    adjoint au chef de bureau / adjointe au chef de bureau @
    directeur / directrice
    directeur adjoint / directrice adjointe
    sous-directeur / sous-directrice
    chef de bureau / cheffe de bureau @
    chef / cheffe
    responsable / responsable
    chargé de mission / chargée de mission @
    chargé de mission inclusion numérique / chargée de mission inclusion numérique @
    chargé d'études / chargée d'études @
    conseiller technique / conseillère technique @
    délégué général / déléguée générale
    référent territorial / référente territoriale @
    coordinateur / coordinatrice
    inspecteur général / inspectrice générale @
    préfet honoraire / préfète honoraire
    secrétaire général / secrétaire générale
    administrateur civil / administratrice civile @
    chef de projet données ouvertes / cheffe de projet données ouvertes @
    pilote du programme Rives / pilote du programme Rives @
""".strip().split("\n")
ACTIVISTS = """
    chargé de projet {bare} / chargée de projet {bare} @
    coordinateur {bare} / coordinatrice {bare}
    responsable du plaidoyer et {of_field} / responsable du plaidoyer et {of_field}
    chargé·e de développement / chargé·e de développement @
    président / présidente
    co-président / co-présidente
    vice-président / vice-présidente
    directeur / directrice
    délégué général / déléguée générale
    fondateur / fondatrice
    co-fondateur / cofondatrice
    fondateur et président / fondatrice et présidente
    coordinateur / coordinatrice
    coordinateur des bénévoles / coordinatrice des bénévoles
    trésorier / trésorière
    bénévole / bénévole @
    animateur / animatrice @
    animateur socio-culturel / animatrice socio-culturelle @
    médiateur numérique / médiatrice numérique @
    chargé de plaidoyer / chargée de plaidoyer @
    chargé de projet médiation / chargée de projet médiation @
    formateur / formatrice @
    membre du conseil d'administration / membre du conseil d'administration
    porte-parole / porte-parole
    facilitateur / facilitatrice @
    conseiller numérique / conseillère numérique @
""".strip().split("\n")
BUSINESS = """
    directeur {bare} / directrice {bare}
    responsable du programme {bare} / responsable du programme {bare}
    expert {bare} / experte {bare} @
    associé fondateur / associée fondatrice
    community manager / community manager @
    directeur général / directrice générale
    PDG / PDG
    gérant / gérante
    fondateur / fondatrice
    cofondateur et directeur technique / cofondatrice et directrice technique
    CEO & Founder / CEO & Founder
    directeur commercial secteur public / directrice commerciale secteur public
    directeur des opérations / directrice des opérations
    responsable RSE / responsable RSE
    Product Owner / Product Owner @
    Head of Sustainability / Head of Sustainability @
    data scientist / data scientist @
    designer d'interactions / designer d'interactions @
    consultant senior / consultante senior @
    consultant / consultante @
    développeur / développeuse @
    associé / associée
    avocat / avocate @
    avocat au barreau de Lille / avocate au barreau de Lille @
    DPO / DPO
    ingénieur qualité / ingénieure qualité @
""".strip().split("\n")
ARTISTS = """
    metteur en scène / metteuse en scène
    comédien / comédienne
    autrice-compositrice / autrice-compositrice
    auteur / autrice
    directeur artistique / directrice artistique
    directeur / directrice
    bibliothécaire / bibliothécaire @
    bibliothécaire jeunesse / bibliothécaire jeunesse @
    conservateur du patrimoine / conservatrice du patrimoine @
    médiateur culturel / médiatrice culturelle @
    archiviste / archiviste @
    éditeur / éditrice
    illustrateur / illustratrice
    photographe / photographe
    musicien / musicienne
    violoncelliste / violoncelliste
    danseur et chorégraphe / danseuse et chorégraphe
    traducteur / traductrice
    responsable des publics / responsable des publics
    administrateur / administratrice
""".strip().split("\n")
CARERS = """
    référent douleur / référente douleur @
    coordinateur du réseau {bare} / coordinatrice du réseau {bare}
    chef du pôle gériatrie / cheffe du pôle gériatrie @
    médecin / médecin @
    cardiologue / cardiologue @
    chef de service / cheffe de service @
    praticien hospitalier / praticienne hospitalière @
    chirurgien / chirurgienne @
    interne / interne @
    infirmier coordinateur / infirmière coordinatrice @
    infirmier en pratique avancée / infirmière en pratique avancée @
    sage-femme / sage-femme @
    psychologue / psychologue @
    cadre de santé / cadre de santé @
    pharmacien / pharmacienne @
    biologiste / biologiste @
    directeur / directrice
    directeur des soins / directrice des soins
    patient expert / patiente experte @
    attaché de recherche clinique / attachée de recherche clinique @
""".strip().split("\n")
ALONE = """
    spécialiste {of_field} / spécialiste {of_field}
    architecte, urbaniste / architecte, urbaniste
    auteur de bande dessinée / autrice de bande dessinée
    ancien directeur d'école / ancienne directrice d'école
    consultant indépendant / consultante indépendante
    journaliste / journaliste
    journaliste indépendant / journaliste indépendante
    écrivain / écrivaine
    sociologue / sociologue
    urbaniste / urbaniste
    spécialiste des politiques du numérique / spécialiste des politiques du numérique
    expert des transformations de l'action publique / experte des transformations de l'action publique
    coach / coach
    paysagiste / paysagiste
    agriculteur / agricultrice
    grand témoin / grand témoin
    artiste / artiste
    habitant du quartier / habitante du quartier
    game designer / game designer
    docteur en droit / docteure en droit
""".strip().split("\n")
