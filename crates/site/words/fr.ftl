# Les mots du mobilier des pages, en français. Mêmes clés dans chaque fichier de ce dossier.

## Sur chaque page et sur les articles.

skip = Aller au texte
menu = Menu
front-page = Accueil
latest = Dernières nouvelles
trending = Les plus lus
trending-how = Comment c’est compté
pieces = Opinions, blogs, entretiens
opinion = Opinion
blog = Blog
interview = Entretien
shots = En bref
shots-lead = La journée, 60 mots par sujet
so-far = Les épisodes précédents
so-far-lead = Chaque événement de cette affaire, du plus récent au plus ancien, avec ses sources.
names = Personnes et organismes
last-reported = Dernière fonction connue : { $value },
related = Sur le même sujet
sectors-title = Rubriques
countries = Pays
all-countries = Tous les pays
how-we-work = Notre méthode
contact = Contact
connect = Suivez-nous sur
email = Courriel
phone = Téléphone
disclaimer = Avertissement
terms = Conditions d’utilisation
privacy = Confidentialité
corrections = Corrections
sources-page = Les sources et leur état
feeds = Flux
check-draft = Vérifier un texte
how-it-works = Comment ça marche
about-us = Qui sommes-nous
ai-policy = Usage des logiciels
corrections-policy = Politique de correction
sample = Journée d’exemple : toutes les personnes, tous les organismes et tous les faits de ce site sont inventés.
label-software = Rédigé par un logiciel à partir des sources ci-dessous ; non relu par un rédacteur
label-model = Rédigé avec l’IA (un modèle de langue) à partir des sources ci-dessous, chaque phrase vérifiée d’après elles ; non relu par un rédacteur
label-model-short = Rédigé avec l’IA
label-person = Écrit par { $value }
label-reviewed = Rédigé par un logiciel à partir des sources ci-dessous ; faits et sources vérifiés par { $value }
label-reviewed-model = Rédigé avec une IA (un modèle de langue) à partir des sources ci-dessous ; faits et sources vérifiés par { $value }
label-reviewed-pass = Dépêche d’agence telle que reçue, résumé choisi par un logiciel ; faits et sources vérifiés par { $value }
label-reviewed-short = Vérifié par la rédaction
label-edited = Édité par { $value }
label-knowledge = Connaissance propre de la rédaction ; { $value } en répond
label-press = Communiqué : les mots d’une partie intéressée
label-pass = Dépêche d’agence telle quelle, résumé choisi par un logiciel ; non relu par un rédacteur
label-pass-short = Dépêche d’agence
genre-analysis = Analyse
genre-explainer = Décryptage
with-people = Avec { $value }
label-round-up = Revue de brèves : chacune raconte un fait distinct
label-round-up-short = Revue de brèves, rédigée par un logiciel
label-short = Rédigé par un logiciel
label-how = Ce que cela veut dire
picture-drawn = Dessiné par un logiciel, pas une photo
picture-generated = Généré par l’IA ; ne montre ni fait ni lieu réel
picture-modified = Modifié par l’IA
drawn-short = Dessiné par logiciel
generated-short = Généré par l’IA
modified-short = Modifié par l’IA
picture-credit = Photo
desk = Rédaction de { $value }
desk-ai = Rédaction de { $value }, avec l’IA
responsible = Directeur de la publication
updated = Mis à jour
created = Créé
filed-from = Envoyé de
about = Au sujet de
not-stated = non précisé
key-line = Le numéro après une phrase montre les mots de la source sur lesquels elle repose.
show-all = Tout afficher
evidence = Les mots des sources, phrase par phrase
marker = Mots de la source, phrase { $value }
close = Fermer
read-there = Lire sur place
link-only = La licence de cette agence n’autorise qu’un lien.
cut-note = { $count ->
    [one] coupé : la licence de l’agence autorise { $count } mot
   *[other] coupé : la licence de l’agence autorise { $count } mots
}
sources = Sources
with-reports = Avec { $value }
one-source = Cet article repose sur une seule source.
differ = Les sources divergent
history = Historique des mises à jour
version = Version { $value }
this-version = cette page
first-version = Première publication
new-version = Texte mis à jour
as-data = Cet article en données, avec chaque citation
corrected = Rectificatif
superseded = Ceci est une version antérieure. Elle a été remplacée.
changed-since = Ce qui a changé depuis
cite = Citer cette phrase
to-current = Lire la version actuelle
back-to-story = Retour à l’article
try-title = Essayez de le tromper
try-lead = Changez un chiffre, un nom ou une citation : voyez aussitôt ce que les sources en disent. Rien n’est conservé.
try-field = Texte : le titre en première ligne, puis un paragraphe par ligne
try-button = Vérifier ce texte
check-example = Voir un exemple avec des erreurs
try-again = Modifier et vérifier à nouveau
result = Ce que disent les sources
supported = Confirmé
not-found = Introuvable
contradicted = Contredit
all-supported = Chaque phrase est confirmée par les sources.
some-wrong = Phrases non confirmées par les sources : { $value }. Ce texte serait retenu, pas publié.
more = Plus
rtl-mark = →

## Listes.

nothing-published = Rien n’a encore été publié.
nothing-here = Rien ici pour l’instant.
pieces-lead = Écrits par des personnes, sous leur nom.
countries-lead = Chaque pays a deux listes : ce qui parle de lui, et ce qui en a été envoyé.
country-lead = Un article envoyé d’un pays ne parle pas forcément de lui. Les deux listes sont tenues à part.
none-about = Aucun article ne parle encore de ce pays : { $value }.
none-filed = Aucun article n’a encore été envoyé de ce pays : { $value }.
stories = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
corrections-lead = Ce qui était faux, ce qui est juste, et quand cela a été rectifié.
how-we-correct = Comment nous corrigeons
no-correction = Aucune correction n’a encore été faite.

## Les plus lus. La formule se place entre les deux premières phrases.

trending-lead = L’ordre est compté, pas choisi. La note d’un article est la somme, sur toutes les heures, de
trending-views = lectures
trending-age = âge en heures
trending-half = Une lecture compte moitié moins après { $half }, un quart après le double, et ainsi de suite. Les lectures par des robots et autres programmes ne sont pas comptées. Aucun cookie n’est posé et aucune adresse n’est conservée.
hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
nobody-read = Personne n’a encore rien lu.
score = Note { $value }

## Sources.

sources-lead = De qui nous prenons, comment leur copie est utilisée, combien de leurs mots une page peut montrer, et comment vont leurs flux.
source = Source
source-use = Usage de sa copie
source-words = Mots montrés
source-answer = Dernière réponse
source-state = État de son flux
never-to-model = Sa copie n’est jamais envoyée à un modèle.
words-none = un lien seulement
words-up-to = { $count ->
    [one] jusqu’à { $count } mot par page
   *[other] jusqu’à { $count } mots par page
}
handed-in = remis à la main, sans flux
not-yet = pas encore
in-order = en ordre
failed-times = { $count ->
    [one] Un échec
   *[other] { $count } échecs de suite
}
oddities = Anomalies
no-source = Aucune source n’a encore été ajoutée.
treatment-pass-through = publiée telle quelle
treatment-rewrite = rédigée par un logiciel, vérifiée d’après la copie
treatment-round-up = en revues de brèves
treatment-link-only = titre et lien seulement
treatment-press-release = communiqués, signalés comme tels
source-home = Son propre site
all-sources = Toutes les sources
source-stories = Articles qui reposent sur elle

## Éditions.

editions = Éditions
all-news = Toute l’actualité

## Archives.

archive = Archives
archive-lead = Chaque article, au jour où les lecteurs l’ont vu pour la première fois. Le petit chiffre est le nombre d’articles du jour.
first-seen = Articles publiés pour la première fois le { $value }
none-that-day = Aucun article n’a été publié pour la première fois ce jour-là.
previous-day = Jour précédent
next-day = Jour suivant
weekday-1 = lun.
weekday-2 = mar.
weekday-3 = mer.
weekday-4 = jeu.
weekday-5 = ven.
weekday-6 = sam.
weekday-7 = dim.

## Signatures.

bylines = Signatures
desk-lead = Aucune personne n’est derrière cette signature. Un logiciel a tiré ces articles des dépêches d’agence et a vérifié chaque phrase d’après elles ; aucun rédacteur ne les a lus avant leur parution.
desk-ai-lead = Aucune personne n’est derrière cette signature. Un modèle de langue (IA) a rédigé ces articles à partir des dépêches d’agence. Des règles ont vérifié chaque phrase d’après elles ; aucun rédacteur ne les a lus avant leur parution.
person-stories = Articles

## Flux.

feeds-lead = Chaque liste de ce site pour votre lecteur de flux : titre, résumé, et comment le texte a été fait. Aucun pistage.
feed-list = Liste
feeds-main = Tout le site
feeds-opml = Tous en un seul fichier, pour les lecteurs qui prennent l’OPML

## Vérifier un texte.

check-lead = Collez un texte et les dépêches d’après lesquelles il a été écrit. Chaque phrase revient avec ce qu’en disent les sources : confirmée, contredite avec les deux valeurs, ou introuvable. Rien n’est conservé et aucun modèle n’est interrogé.
check-draft-field = Texte : le titre en première ligne, puis un paragraphe par ligne
check-source = Source { $value }
may-stay-empty = (peut rester vide)
form-empty = Le texte est vide. Revenez en arrière et écrivez au moins une phrase.
form-no-source = Il n’y a pas de source. Revenez en arrière et collez la dépêche d’après laquelle le texte a été écrit.
form-characters = Votre texte compte { $length } caractères. Revenez en arrière et réduisez-le à { $most } au plus.
form-lines = Votre texte compte { $length } lignes. Revenez en arrière et réduisez-le à { $most } au plus.
form-sources = Vos sources comptent { $length } caractères. Revenez en arrière et réduisez-les à { $most } au plus.

## À la place de la page demandée.

gone-title = Cet article a été retiré
gone-text = Cet article a été retiré.
piece-gone-title = Ce texte a été retiré
piece-gone-text = La rédaction a retiré ce texte.
changed-on = Modifié le { $value }
too-many-title = Trop de vérifications en une minute
too-many-text = { $count ->
    [one] Vérifier un texte demande du travail : chaque lecteur ne peut en envoyer qu’un certain nombre par minute. Revenez dans { $count } seconde : retournez en arrière dans votre navigateur, où votre texte est encore, et renvoyez-le.
   *[other] Vérifier un texte demande du travail : chaque lecteur ne peut en envoyer qu’un certain nombre par minute. Revenez dans { $count } secondes : retournez en arrière dans votre navigateur, où votre texte est encore, et renvoyez-le.
}
busy-title = La vérification est occupée
busy-text = Beaucoup de lecteurs font vérifier des textes en ce moment. Retournez en arrière dans votre navigateur, où votre texte est encore, et renvoyez-le dans quelques secondes.
bad-form-title = Ce texte ne peut pas être vérifié
not-found-title = Cette page n’existe pas
not-found-text = L’adresse est peut-être mal tapée, ou la page n’a jamais été publiée. Les dernières nouvelles sont ci-dessous.
failed-title = Cette page n’a pas pu être faite
failed-text = La faute est la nôtre, et elle est inscrite dans notre journal. Réessayez dans une minute.

## Mois.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Mois en abrégé.

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

## Rubriques.

sector-politics = Politique
sector-business = Économie
sector-law-order = Justice
sector-science-environment = Sciences et environnement
sector-health = Santé
sector-education = Éducation
sector-sports-games = Sport
sector-entertainment = Culture
sector-lifestyle = Vie pratique
sector-international = International
sector-headlines = À la une
sector-other = Divers
too-large-title = Ce texte est trop long
too-large-text = Un formulaire peut contenir jusqu’à { $count } Ko. Revenez en arrière dans votre navigateur, où votre texte se trouve encore, et envoyez-en moins.
too-slow-title = Ce texte n’est pas arrivé
too-slow-text = Votre texte a mis trop de temps à arriver. Revenez en arrière dans votre navigateur, où il se trouve encore, et renvoyez-le.
away-title = Cette page ne peut pas être affichée pour le moment
away-text = La base de la rédaction ne répond pas. Nous en sommes avertis. Réessayez dans une minute.
