"""The French name of every field of a dossier, by its path.

The labels of the panes, the lines of the journal and the sentences about
conflicts all read it here, so that a field has one name.
"""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def field_word(path: str) -> str:
    """Return the name of a field; an unknown path is returned as it is."""
    return (_company() | _project() | _request() | _rest()).get(path, path)


def _company() -> dict[str, str]:
    return {
        "company.name": translate("fields", "Entreprise"),
        "company.siren": translate("fields", "SIREN"),
        "company.siret": translate("fields", "SIRET"),
        "company.legal_form": translate("fields", "Forme juridique"),
        "company.naf_code": translate("fields", "Code NAF"),
        "company.sector": translate("fields", "Secteur"),
        "company.founded_on": translate("fields", "Date de création"),
        "company.postcode": translate("fields", "Code postal"),
        "company.town": translate("fields", "Commune"),
        "company.manager_name": translate("fields", "Dirigeant"),
        "company.manager_civility": translate("fields", "Civilité du dirigeant"),
        "company.email": translate("fields", "Courriel"),
        "company.phone": translate("fields", "Téléphone"),
        "company.headcount": translate("fields", "Effectif"),
        "company.bank": translate("fields", "Banque"),
        "company.accountant": translate("fields", "Expert-comptable"),
    }


def _project() -> dict[str, str]:
    return {
        "project.aim": translate("fields", "Objet du projet"),
        "project.kind": translate("fields", "Type de projet"),
        "project.purpose": translate("fields", "But du projet"),
        "project.need_expressed": translate("fields", "Besoin exprimé"),
        "project.need_diagnosed": translate("fields", "Besoin diagnostiqué"),
    }


def _request() -> dict[str, str]:
    return {
        "financing.cost": translate("fields", "Coût du projet"),
        "financing.equity": translate("fields", "Fonds propres"),
        "financing.bank_loan": translate("fields", "Prêt bancaire"),
        "financing.other_funding": translate("fields", "Autres ressources"),
        "financing.past_de_minimis": translate("fields", "Aides de minimis reçues"),
        "request.amount": translate("fields", "Avance demandée"),
        "request.months": translate("fields", "Durée totale"),
        "request.deferral": translate("fields", "Dont différé"),
        "request.every": translate("fields", "Remboursement"),
    }


def _rest() -> dict[str, str]:
    return {
        "number": translate("fields", "Numéro du dossier"),
        "filed_on": translate("fields", "Date de dépôt"),
        "basin": translate("fields", "Bassin"),
        "extra": translate("fields", "Autres colonnes du classeur"),
        "jobs.created": translate("fields", "Emplois créés"),
        "jobs.maintained": translate("fields", "Emplois maintenus"),
        "jobs.sustained": translate("fields", "Emplois pérennisés"),
        "jobs.contract": translate("fields", "Contrat"),
        "skills.category": translate("fields", "Compétence demandée"),
        "skills.days": translate("fields", "Jours demandés"),
        "opinion.case_officer": translate("fields", "Rapporteur"),
        "opinion.advice": translate("fields", "Avis"),
        "opinion.note": translate("fields", "Motifs de l’avis"),
    }
