"""Sentences around the people of a programme, with slots for what is named in them.

A slot prints an invented value under a label: `{name}` a person; `{role}`; `{body}` a body of the people, `{brand}` one
with a name of its own, `{of_body}` and `{at_body}` with the preposition before it; `{town}` a place; `{work}`,
`{house}`, `{project}`, `{former}`, `{cited}`, `{prize}`, `{place}` other names. All other slots are words of the topics
(`{thing}`, `{deed}`, `{public}`), of no label.
"""

# Who takes part, told in a sentence.
INTRODUCTIONS = """
    Un atelier animé par {name}, {role} {at_body}, pour {deed} pas à pas.
    Une rencontre avec {name}, {role} {of_body}.
    Venez échanger avec {name} {of_body} et {name} {of_body} autour {of_thing}.
    Cette session sera présentée par {name} ({body}) et {name} ({body}).
    {name}, {role} {at_body}, et {name}, {role}, reviendront sur {thing}.
    En présence de {name}, {role} {of_body}, et de {name}, {role} {of_body}
    Le débat, modéré par {name} ({body}), sera suivi d'un verre.
    Visite guidée par {name}, {role}, dans les rues de {town}.
    Discussion avec {name} et {name}, {role} au sein {of_body}
    {body} et {body} vous accueillent autour {of_thing}.
    L'équipe {of_body} vous attend pour une heure d'échanges sur {thing}.
    Cet atelier participatif, répondant aux besoins {of_public}, sera animé par l'équipe {of_body}.
    Atelier proposé par {body}, en partenariat avec {body}
    Conférence de {name}, {role} chez {body}, suivie d'un échange avec la salle.
    {name} et son équipe {of_body} présentent {project}.
    Grand témoin : {name}, {role} {of_body}
    Ouverture par {name}, {role} {of_body}, puis table ronde animée par {name}.
    Avec {name}, à l'initiative du projet « {project} »
    Retour d'expérience {of_body} par {name}, {role}
    {name} ({body}, {town}) et {name} ({body})
    Mot d'accueil : {name}, {role}, {body}. Présidence : {name}, {body}.
    Le {body} ({name}) et {brand}.
    l'{team} ({name}, {name} et {name}) {of_body}
    l'équipe {of_body} : {name}, {name} et {name}.
    {name} et {name} {of_body}, avec {name} pour le {own_project} ({body}), {name} pour le {own_project}.
    {name}, {name} et {name} du {own_project} ({body}).
    {name} de {brand} et de {brand}.
    {name}, {role} de {brand} et {role} de {brand}.
    {name}, {role} de {brand} et {role} {of_body} {name}, {role} de {brand} {name}, {role} {of_body}
    {name}, {role} à {brand} et {name}, {role} {at_body}
    {name}, {role} {of_body} et {role} de {brand}, et {name}, {role}
    {name} et/ou {name}, {role} affilié au {body}, {name}, {role} du {body}.
    {name} et/ou {name} de {brand}, avec la participation de plusieurs acteurs {of_body}.
    {name} dans le cadre de {brand}, mobilisant {brand}, {brand} et {brand}.
    {name} en collaboration avec {name} et {name} {of_body}
    {name} {of_body}, {name}, {role}, et l'équipe {of_body} représentée par {name}, {role}.
    {body}, représenté par {name}, {role}
    Un représentant {of_body}, première collectivité à {deed}, et {name}.
    Un membre {of_body} ou {name} ({brand})
    Les collectifs {brand} qui militent pour {thing} et {brand} agissant pour {thing2}.
    1. {brand} propose aux {public} un accueil sans rendez-vous. 2. La {body} avec l'expérience {project}, pour {deed}. 3. L'association {brand} accompagne {public}.
    Animé par {name}, {role}, avec {name} ({body}), {name} ({body}), {name} ({body}).
    {name}, {role} de {town_body} et ancien {plain_role} de cette commune, {name}, {role} de {town_body} en charge {of_thing} et {of_thing2}.
    {name}, {role} à la mairie de {town}, délégué {at_thing}, {at_thing2} et aux usages.
    {name}, {elected} de {town_body} • {name}, {elected} de {town_body}, déléguée {at_thing}
    {name} ({elected} de {town_body})
    M. {name} ({elected} de {town_body}), Mme {name} ({role} de l'{brand}), M. {name} ({role} {of_body})
    {brand}
    {brand}, {brand} et {brand}
    {brand} ({name})
    {brand} : {name}, {name}
    {brand} : {name}, {role} ; {brand} : {name}
    {name}, {brand}, {body}
    {name}, {name} et {name}
    {name} {name} {name}
    {name} {name}, {role}, {brand} {name}
    AVEC : {name}, {role} au {body} de {brand}. ANIMÉ PAR : {name}, {role}
    {name}, {role} {of_body}. Intervenants : {name}, {body} ; {name}, {body}
"""
# What is told of somebody after the name: bodies in it are former ones, publishers, sponsors.
LIVES = """
    Né en {year} à {town}, {name} vit et travaille entre {town} et {town}.
    {name} a d'abord travaillé chez {former} avant de rejoindre {body}.
    Après dix ans {at_former}, {name} a fondé {body}.
    Ancienne {plain_role} {of_former}, {she} se consacre désormais {at_thing}.
    Auteur de « {work} » ({house}, {year}), {name} s'intéresse {at_thing}.
    {she} a publié {work} aux éditions {house} en {year}.
    Son dernier livre, « {work} », a reçu le prix {prize}.
    Diplômée {of_former}, {name} est {role} {of_body} depuis {year}.
    {name} est {role} {at_body}. Ses travaux portent sur {thing} et sur {thing2}.
    {name}, est {role} {of_body}, qu'elle a fondé avec {cited} en {year}.
    {she} coordonne le projet {project}, soutenu par {former}.
    Sa thèse, soutenue {at_former}, portait sur {thing}.
    Animé par son esprit entrepreneurial, {name} a créé {body} à {town}.
    Animée par l'envie de {deed}, {she} parcourt les routes de {town}.
    {name} dirige {body} ; {she} a longtemps enseigné à {town}.
    Lauréate du prix {prize}, {she} prépare une exposition à {town}.
    Passionné par {thing}, {she} est aussi membre {of_body}
    {she} a exercé comme {plain_role} à {town} avant de s'installer à son compte.
    Traducteur de {cited}, {she} vit à {town}.
    {name} intervient régulièrement sur {thing} et anime le podcast « {work} ».
    {name}, {role}, travaille sur {thing}. Après avoir étudié {thing2}, {she} s'intéresse aujourd'hui {at_thing} et {at_thing2}.
    {name}, {role} à {brand}, {she} suit l'ensemble des travaux sur {thing}. {she} a largement contribué au séminaire {project} ({year}-{year}).
    {name}, accompagne des projets de l'intérieur ({brand}) et de l'extérieur ({brand}).
    {name}, {role} de l'agence {brand}, il aide {public} à {deed}.
    {she} a notamment publié {work} en {year} aux {house} et sera chercheuse au {former} à partir d'octobre {year}.
    Physicien de formation, {name} s'attache depuis {year} à {deed}, à l'échelle de la ville.
    Docteure en économie de {former} et chargée de cours {at_former} depuis {year}, ses travaux portent sur {thing}.
    {she} est co-autrice de l'ouvrage {work} ({house}, {year}).
    Avec {number} {public}, {town} est devenue un lieu d'expérience, ouvrant des réflexions sur {thing} et {thing2}.
    Ancien {plain_role} au {former}, {she} s'investit dans des réflexions autour {of_thing}.
    La question {of_thing} et ses enjeux pour {public}, les inégalités et {thing2} sont au cœur de ses recherches.
"""
# Behind a body or a function: what is told of it, in small letters, is neither.
TAILS = """
    , auteur de « {work} » ({house}, {year})
    , autrice de {work}, {house}, {year}
    , auteure de nombreux articles sur {thing} et {thing2} ({work}, {year})
    , porteur du projet {project}
    , à l'origine du dispositif {project}
    , chargée de l'expérimentation "{project}"
    , cabinet spécialisé dans {thing}
    , cabinet dédié {at_thing}, à l'accompagnement {of_public} et à la formation
    , entreprise sociale qui œuvre à {deed}
    , entreprise de l'économie sociale qui aide {public} à {deed}
    , association développant {thing} dans les territoires
    , agence d'innovation et de design qui œuvre pour {deed}
    , la plateforme publique chargée {of_thing}, de la sensibilisation {of_public} ainsi que {of_thing2}
    , le service public de recensement {of_thing}
    , un commun permettant {of_deed}
    , un réseau d'entraide, qui intervient auprès {of_public} comme {of_public2}
    , centre de ressources sur {thing}
    , première collectivité à {deed}, dès {year}
    , l'équipe qui a travaillé aux côtés du programme {project} pour mener ce chantier
    , labellisé "{project}"
    , en charge {of_thing}, {of_thing2} et du numérique
    (en charge {of_thing} et {of_thing2})
    , déléguée {at_thing}, {at_thing2} et à la ville
    , qui reviendra sur {thing}
    , qui accompagne {public} depuis {year}
    qui aide {public} à {deed}
    , mobilisant {public} et {public2}
    , anciennement {at_former}
    (sous réserve)
    , à {town}
    ({town})
    , {town}
    , pour le projet « {project} »
    et lauréate du prix {prize}
    , spécialiste {of_thing}
    , {full_form},
"""
# No people at all, or none who take part.
OTHERS = """
    Avec un peu de patience, chacun repartira avec son propre objet.
    Avec le soutien {of_former} et {of_former}.
    Animés par la même envie, {public} ont repeint leur rue.
    Animé par une volonté de partage, cet atelier s'adresse {at_public}.
    Une lecture d'après {cited}, dans une mise en scène collective.
    Rendez-vous devant {place} à {town}, bonnes chaussures conseillées.
    Le concert aura lieu {place}, en cas de pluie {place}.
    Un film de {cited}, présenté en avant-première à {town}.
    Comment {deed} ? Quels sont les freins, et avec qui les lever ?
    Cet échange portera sur {thing} et sur {thing2}.
    Avec humour et tendresse, la pièce raconte un été à {town}.
    Inscription obligatoire à l'accueil, dans la limite des places disponibles.
    Modération des contenus, droit d'auteur, données : que dit la loi ?
    Le programme {project}, lancé en {year} par {former}, a permis à cent communes {of_deed}.
    Présentation de l'outil {project} et de ses usages.
    Départ {place}, arrivée {place}, retour libre.
    Intervenir tôt, accompagner longtemps : les leçons {of_thing}.
    Exposition « {work} » visible tout l'été {place}.
    Par petits groupes, avec une animatrice, on fabrique un objet à emporter.
    Dédicace de « {work} » ({house}).
    Les invités, les horaires et les salles peuvent changer.
    Une approche inspirée de {cited} et de {cited}.
    {paragraph}
    {paragraph}
    {paragraph}
"""
