"""The columns of the sheet Dossiers, with the headers they are recognised by."""

from typing import Final

from alize_desktop.spreadsheets.cells import (
    amount_of,
    date_of,
    decimal_of,
    digits_of,
    long_text_of,
    postcode_of,
    text_of,
    whole_of,
)
from alize_desktop.spreadsheets.choices import (
    ADVICES,
    CIVILITIES,
    CONTRACTS,
    PROJECT_KINDS,
    choice_of,
    period_of,
)
from alize_desktop.spreadsheets.columns import Column

DOSSIER_COLUMNS: Final = (
    Column(
        "number",
        "N° dossier",
        text_of,
        "N° | Numéro | Numéro de dossier | Numéro dossier | N° de dossier | No dossier | Dossier n° | Référence",
    ),
    Column(
        "company.name",
        "Entreprise",
        text_of,
        "Raison sociale | Nom de l'entreprise | Société | Dénomination",
        required=True,
    ),
    Column("company.siren", "SIREN", digits_of(9, 7), "N° SIREN | Numéro SIREN", required=True),
    Column("company.siret", "SIRET", digits_of(14, 12), "N° SIRET | Numéro SIRET"),
    Column("company.legal_form", "Forme juridique", text_of, "Statut juridique | Forme"),
    Column("company.postcode", "Code postal", postcode_of, "CP"),
    Column("company.town", "Commune", text_of, "Ville"),
    Column("basin", "Bassin", text_of, "Bassin d'emploi"),
    Column(
        "company.naf_code",
        "Code NAF",
        text_of,
        "NAF | Code APE | APE | Code NAF/APE | NAF/APE | APE/NAF",
    ),
    Column(
        "company.headcount",
        "Effectif (ETP)",
        decimal_of,
        "Effectif | Effectifs | Effectif ETP | ETP",
    ),
    Column(
        "company.founded_on",
        "Date de création",
        date_of,
        "Date création | Création | Créée le | Date de création de l'entreprise",
    ),
    Column(
        "company.manager_name", "Dirigeant", text_of, "Dirigeante | Dirigeant(e) | Nom du dirigeant"
    ),
    Column("company.manager_civility", "Civilité", choice_of(CIVILITIES), "Civilité du dirigeant"),
    Column(
        "company.email",
        "Courriel",
        text_of,
        "E-mail | Mail | Mél | Adresse électronique | Adresse mail",
    ),
    Column(
        "company.phone",
        "Téléphone",
        digits_of(10, 9),
        "Tél. | N° de téléphone | Numéro de téléphone",
    ),
    Column("project.aim", "Objet du projet", long_text_of, "Objet | Projet"),
    Column("project.kind", "Type de projet", choice_of(PROJECT_KINDS), "Type | Nature du projet"),
    Column("project.purpose", "But du projet", text_of, "But | Finalité | Finalité du projet"),
    Column("project.need_expressed", "Thème exprimé", long_text_of, "Besoin exprimé"),
    Column("project.need_diagnosed", "Besoin diagnostiqué", long_text_of, "Thème diagnostiqué"),
    Column("financing.cost", "Coût du projet", amount_of, "Coût | Coût total | Montant du projet"),
    Column("financing.equity", "Apport", amount_of, "Apport personnel | Fonds propres"),
    Column("financing.bank_loan", "Prêt bancaire", amount_of, "Emprunt bancaire"),
    Column("financing.other_funding", "Autres financements", amount_of, "Autre financement"),
    Column(
        "request.amount",
        "Avance demandée",
        amount_of,
        "Montant demandé | Avance | Montant de l'avance | Avance remboursable demandée",
        required=True,
    ),
    Column("request.months", "Durée (mois)", whole_of, "Durée | Durée demandée | Durée en mois"),
    Column(
        "request.deferral",
        "Différé (mois)",
        whole_of,
        "Différé | Différé demandé | Différé en mois",
    ),
    Column("request.every", "Périodicité (mois)", period_of, "Périodicité | Périodicité en mois"),
    Column("jobs.created", "Emplois à créer", whole_of, "Créations d'emplois | Emplois créés"),
    Column("jobs.maintained", "Emplois maintenus", whole_of, "Emplois à maintenir"),
    Column("jobs.sustained", "Emplois pérennisés", whole_of, "Emplois consolidés"),
    Column("jobs.contract", "Contrat", choice_of(CONTRACTS), "Type de contrat | Contrats"),
    Column("skills.category", "Compétence demandée", text_of, "Compétences demandées | Compétence"),
    Column(
        "skills.days",
        "Jours demandés",
        whole_of,
        "Nombre de jours demandés | Jours | Jours de compétences demandés",
    ),
    Column("company.bank", "Banque", text_of),
    Column(
        "company.accountant", "Expert-comptable", text_of, "Expert comptable | Cabinet comptable"
    ),
    Column(
        "financing.past_de_minimis",
        "Aides de minimis 3 ans",
        amount_of,
        "Aides de minimis | De minimis | Aides de minimis sur 3 ans | Aides de minimis sur trois ans",
    ),
    Column(
        "filed_on",
        "Date de dépôt",
        date_of,
        "Date dépôt | Déposé le | Dépôt | Date de dépôt du dossier",
        required=True,
    ),
    Column(
        "opinion.case_officer",
        "Rapporteur",
        text_of,
        "Rapporteure | Instructeur | Chargé de mission",
    ),
    Column(
        "opinion.advice", "Avis de l'instructeur", choice_of(ADVICES), "Avis | Avis du rapporteur"
    ),
    Column("opinion.note", "Commentaire de l'instructeur", long_text_of, "Note de l'instructeur"),
)
"""Every column of the sheet Dossiers, with the headers it is recognised by."""
