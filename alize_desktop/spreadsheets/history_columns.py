"""The columns of the sheet Dossiers that tell the past of a programme."""

from typing import Final

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.spreadsheets.cells import amount_of, date_of, decimal_of, text_of, whole_of
from alize_desktop.spreadsheets.choices import choice_of
from alize_desktop.spreadsheets.columns import Column

OUTCOMES: Final = {
    DecisionOutcome.APPROVED: (
        *("Agréé", "Agréée", "Agrément", "Accordé", "Accordée", "Accepté", "Acceptée"),
        *("Approuvé", "Approuvée", "Retenu", "Retenue", "Favorable"),
    ),
    DecisionOutcome.APPROVED_WITH_CONDITIONS: (
        *("Agréé sous conditions", "Agréé sous condition", "Agréée sous conditions"),
        *("Agréée sous condition", "Accordé sous conditions", "Favorable sous conditions"),
    ),
    DecisionOutcome.APPROVED_REDUCED: (
        *("Agréé pour un montant réduit", "Agréée pour un montant réduit"),
        *("Agréé montant réduit", "Accordé pour un montant réduit"),
    ),
    DecisionOutcome.DEFERRED: ("Ajourné", "Ajournée", "Ajournement", "Reporté", "Reportée"),
    DecisionOutcome.REJECTED: (
        *("Refusé", "Refusée", "Refus", "Rejeté", "Rejetée", "Rejet", "Non retenu"),
        *("Non agréé", "Non agréée", "Défavorable"),
    ),
    DecisionOutcome.WITHDRAWN: (
        *("Retiré", "Retirée", "Retrait", "Abandonné", "Abandonnée", "Abandon", "Sans suite"),
    ),
}
"""Spellings of a decision, those of the offices that keep their dossiers in a workbook."""

HISTORY_COLUMNS: Final = (
    Column(
        "history.outcome",
        "Décision",
        choice_of(OUTCOMES, ErrorCode.HISTORY_DECISION_UNKNOWN),
        "Décision du comité | Décision prise | Issue | Sens de la décision",
    ),
    Column(
        "history.decided_on",
        "Date de décision",
        date_of,
        "Date décision | Date de la décision | Décidé le | Date du comité | Date de comité",
    ),
    Column(
        "history.amount",
        "Avance accordée",
        amount_of,
        "Montant accordé | Montant de l'avance accordée | Avance remboursable accordée",
    ),
    Column(
        "history.jobs_created",
        "Emplois créés constatés",
        whole_of,
        "Emplois constatés | Emplois observés | Emplois réellement créés | Emplois effectivement créés | Créations d'emplois constatées",
    ),
    Column(
        "history.days_done",
        "Jours réalisés",
        decimal_of,
        "Jours effectués | Jours faits | Nombre de jours réalisés | Jours de compétences réalisés",
    ),
    Column(
        "history.partner",
        "Entreprise partenaire",
        text_of,
        "Partenaire | Nom du partenaire | Entreprise apporteuse | Entreprise prêteuse",
    ),
)
"""What became of a dossier that was decided before the registry was kept."""
