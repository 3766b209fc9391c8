"""The fields of templates: what each one says, and an example of it."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.wording.job_template_words import JOB_FIELD_WORDS

FIELD_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # the office, the committee, the day
    "operateur": ("Opérateur du programme", "Alizé Côte-d’Or"),
    "bassin": ("Bassin d’emploi", "Côte-d’Or"),
    "signataire": ("Signataire des courriers", "Claire Roussel, directrice"),
    "date_du_jour": ("Jour où le papier est établi", "25 mars 2026"),
    "comite": ("Comité, avec son article", "le comité d’agrément"),
    "du_comite": ("Comité, après « de »", "du comité d’agrément"),
    "seance": ("Numéro de la séance", "CA-2026-01"),
    "seance_du": ("Séance ou consultation, avec sa date", "séance du mardi 24 mars 2026"),
    "date_seance": ("Date de la séance", "24 mars 2026"),
    # the company
    "dossier": ("Numéro du dossier", "2026-014"),
    "date_depot": ("Date de dépôt du dossier", "12 janvier 2026"),
    "entreprise": ("Nom de l’entreprise", "Menuiserie Œillet"),
    "forme_juridique": ("Forme juridique", "SARL"),
    "siren": ("SIREN de l’entreprise", "999 482 137"),
    "commune": ("Commune de l’entreprise", "Beaune"),
    "dirigeant": ("Personne qui dirige l’entreprise", "Mme Inès Lévêque"),
    "appel": ("Formule d’appel", "Madame la gérante"),
    "qualite": ("Qualité de la personne qui dirige", "gérante"),
    "projet": ("Objet du projet", "Ouvrir un second atelier et recruter deux menuisiers"),
    "montant_demande": ("Avance demandée", "20 000,00 €"),
    # the decision
    "decision": ("Numéro de la décision", "2026-D003"),
    "accord": (
        "Ce qui est accordé, une ligne par point",
        (
            "une avance remboursable de 15 000,00 €, sur 48 mois dont 12 mois de différé,"
            " remboursée par trimestre ;\n3 jours de compétences (Organisation), par Groupe Hêtraie."
        ),
    ),
    "montant": ("Montant de l’avance accordée", "15 000,00 €"),
    "montant_en_lettres": ("Montant de l’avance en lettres", "quinze mille euros"),
    "modalites": (
        "Durée, différé et périodicité de l’avance",
        "sur 48 mois dont 12 mois de différé, remboursée par trimestre",
    ),
    "jours": ("Jours de compétences accordés", "3 jours de compétences"),
    "categorie": ("Catégorie des compétences", "Organisation"),
    "partenaire": ("Entreprise partenaire qui prête", "Groupe Hêtraie"),
    "emplois": ("Emplois promis", "4 emplois à créer et 6 à maintenir (CDI)"),
    "emplois_avant": ("Date limite pour les emplois", "1er mars 2027"),
    "conditions": (
        "Toutes les conditions, une ligne par condition",
        (
            "Accord définitif de la banque sur le prêt, avant le 24 juin 2026 ;\n"
            "Remise des comptes annuels, au titre du suivi."
        ),
    ),
    "conditions_prealables": (
        "Conditions préalables au versement, une par ligne",
        "Accord définitif de la banque sur le prêt, avant le 24 juin 2026.",
    ),
    "conditions_suivi": (
        "Conditions de suivi, une par ligne",
        "Remise des comptes annuels.",
    ),
    "validite": ("Durée de validité de l’accord", "6 mois"),
    "date_validite": ("Dernier jour de validité de l’accord", "24 septembre 2026"),
    "date_caducite": ("Dernier jour d’un accord qui n’est plus valable", "24 septembre 2026"),
    "motif": ("Motif de la décision", "Plan de financement non bouclé."),
    "pieces": ("Pièces demandées, une par ligne", "Comptes de 2025 ;\naccord de la banque."),
    "decision_initiale": ("Numéro de la première décision", "2026-D001"),
    "date_initiale": ("Date de la première décision", "20 janvier 2026"),
    "modifications": (
        "Ce qui change, une ligne par point",
        (
            "avance remboursable : 15 000,00 € (auparavant : 12 000,00 €) ;\n"
            "emploi : 4 emplois à créer (auparavant : 3 emplois à créer)."
        ),
    ),
    # the schedule
    "date_versement": ("Jour du versement, tel qu’il est prévu", "24 mars 2026"),
    "nombre_echeances": ("Nombre d’échéances", "12 échéances"),
    "echeance": ("Montant d’une échéance", "1 250,00 €"),
    "periodicite": ("Périodicité des échéances", "par trimestre"),
    "premiere_echeance": ("Date de la première échéance", "24 juin 2027"),
    "derniere_echeance": ("Date de la dernière échéance", "25 mars 2030"),
    "nouvelles_echeances": (
        "Échéances, si la décision les change",
        "12 échéances, la première due le 24 juin 2027, la dernière le 25 mars 2030",
    ),
    "date_effet": ("Jour où l’avenant prend effet, une fois signé", "3 avril 2028"),
    "echeances_restantes": (
        "Échéances qui restent, une fois l’avenant signé",
        "6 échéances, la première due le 11 septembre 2028, la dernière le 10 décembre 2029",
    ),
    # state aid
    "equivalent_subvention": ("Équivalent-subvention brut de l’avance", "2 170,64 €"),
    "taux_reference": ("Taux de référence du jour de la décision", "6,19 %"),
    "taux_base": ("Taux de base de la Commission européenne", "2,19 %"),
    "date_taux": ("Premier jour du taux de base", "1er janvier 2026"),
    "aides_declarees": ("Aides de minimis déclarées sur trois ans", "12 500,00 €"),
    "aides_accordees": (
        "Aides de minimis déjà accordées par le programme sur trois ans",
        "1 200,00 €",
    ),
    "marge_taux": ("Marge ajoutée au taux de base", "4 points"),
    "garantie": ("Sûreté de l’avance, telle que l’aide en tient compte", "sans garantie"),
    "total_de_minimis": ("Total des aides de minimis sur trois ans", "15 870,64 €"),
    "plafond_de_minimis": ("Plafond des aides de minimis", "300 000,00 €"),
    # the loan of staff
    "siren_partenaire": ("SIREN de l’entreprise partenaire", "999 883 556"),
    "correspondant": ("Correspondant de l’entreprise partenaire", "M. Didier Garçon"),
    "base_legale": (
        "Article du code du travail qui fonde le prêt",
        "l’article L. 8241-3 du code du travail",
    ),
    "de_base_legale": (
        "Article du code du travail, après « sur le fondement »",
        "de l’article L. 8241-3 du code du travail",
    ),
    "refacturation": (
        "Ce que l’entreprise partenaire facture",
        "L’entreprise prêteuse ne facture rien à l’entreprise d’accueil.",
    ),
    # a mission
    "mission": ("Numéro de la mission", "2026-M003"),
    "date_agrement": ("Date d’un agrément repris du passé", "4 mars 2025"),
    "personne": ("Personne mise à disposition", "Mme Sophie Garçon"),
    "qualification": ("Emploi de la personne mise à disposition", "responsable qualité"),
    "travail": ("Travail confié à la personne", "organisation et production"),
    "lieu_mission": ("Lieu de la mission", "Beaune"),
    "jours_pret": ("Jours du prêt", "3 jours de compétences"),
    "debut_mission": ("Premier jour de la mission", "1er avril 2026"),
    "fin_mission": ("Dernier jour de la mission", "30 septembre 2026"),
    "calendrier": (
        "Calendrier de la mission",
        "un calendrier arrêté par les deux entreprises",
    ),
    "objectifs": (
        "Objectifs de la mission, un par ligne",
        "Écrire le manuel qualité ;\nformer deux opérateurs.",
    ),
    "changements": (
        "Ce qu’un avenant change à la mission, une ligne par point",
        (
            "jours : 5 jours de compétences (auparavant : 3 jours de compétences) ;\n"
            "fin : 31 décembre 2026 (auparavant : 30 septembre 2026)."
        ),
    ),
    "motif_avenant": ("Motif d’un avenant à la mission", "Un atelier de plus à former."),
    # an advance that is late
    "convention": ("Numéro de la convention d’avance", "2026-D003"),
    "date_convention": ("Date de signature de la convention", "8 avril 2026"),
    "avenant": (
        "Avenant qui porte les échéances, s’il y en a un",
        "modifiée par l’avenant n° 2027-D011 du 30 juin 2027, suivant la décision du 22 juin 2027",
    ),
    "versement": ("Ce qui a été versé, et quand", "versée le 20 avril 2026"),
    "echeances_en_retard": (
        "Échéances en retard, une par ligne",
        (
            "échéance n° 1, due le 20 juillet 2027 : il reste 400,00 € à payer sur 1 250,00 € ;\n"
            "échéance n° 2, due le 20 octobre 2027 : 1 250,00 €."
        ),
    ),
    "total_en_retard": ("Total en retard", "1 650,00 €"),
    "total_en_retard_en_lettres": (
        "Total en retard, en lettres",
        "mille six cent cinquante euros",
    ),
    "jours_de_retard": ("Retard de la plus ancienne échéance, moratoire déduit", "100 jours"),
    "reste_du": ("Tout ce qui reste dû de l’avance", "14 150,00 €"),
    "reste_du_en_lettres": (
        "Tout ce qui reste dû, en lettres",
        "quatorze mille cent cinquante euros",
    ),
    "reste_a_echoir": ("Part de ce qui reste dû qui n’était pas encore échue", "12 500,00 €"),
    "paiement": (
        "Comment payer, avec la référence",
        (
            "par virement à Alizé Côte-d’Or, IBAN FR76 3000 6000 0112 3456 7890 189,"
            " en rappelant la référence 2026-014"
        ),
    ),
    "interlocuteur": ("Personne à joindre", "Mme Odile Perrin"),
    "date_relance": ("Date de la dernière relance", "28 juillet 2027"),
    "date_mise_en_demeure": ("Date de la dernière mise en demeure", "20 août 2027"),
    "payer_avant": ("Dernier jour pour payer, selon la mise en demeure", "12 novembre 2027"),
    "delai_exigibilite": ("Retard qui rend l’avance exigible", "60 jours"),
    "date_exigibilite": ("Jour à partir duquel tout peut être exigé", "13 novembre 2027"),
    "motif_exigibilite": (
        "Motif de l’exigibilité, s’il est enregistré",
        "Échéances impayées malgré la mise en demeure.",
    ),
    # the notice of a meeting
    "membre": ("Nom du membre convoqué", "Mme Céline Weiß"),
    "appel_membre": ("Formule d’appel du membre", "Madame la vice-présidente"),
    "heure": ("Heure de la séance", "14 h 30"),
    "lieu": ("Lieu de la séance", "salle des Ducs, à Dijon"),
    "ordre_du_jour": (
        "Ordre du jour, une ligne par point",
        (
            "Approbation du procès-verbal précédent\n"
            "Dossier 2026-014 : Menuiserie Œillet (Beaune, avance de 20 000 €)"
        ),
    ),
    "reponse_avant": ("Date limite des réponses écrites", "31 mars 2026"),
    "premiere_seance": ("Séance restée sans quorum", "CA-2026-01"),
    "reglement": ("Version du règlement intérieur", "règlement du 5 janvier 2026"),
    **JOB_FIELD_WORDS,
}
"""Name of the field → (what a person calls it, an example from one dossier)."""
