"""The French words of competences, missions, jobs and follow-up."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from alize_desktop.models import enums

RESULT_LABELS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    enums.ConflictKind: {
        enums.ConflictKind.COMPETITOR: "Concurrent",
        enums.ConflictKind.CUSTOMER: "Client",
        enums.ConflictKind.SUPPLIER: "Fournisseur",
        enums.ConflictKind.OTHER: "Autre",
    },
    enums.MatchCriterion: {
        enums.MatchCriterion.SKILL: "Compétence",
        enums.MatchCriterion.PERSON: "Personne",
        enums.MatchCriterion.BASIN: "Bassin",
        enums.MatchCriterion.DISTANCE: "Distance",
        enums.MatchCriterion.DAYS_LEFT: "Jours restants",
        enums.MatchCriterion.AVAILABILITY: "Disponibilité",
        enums.MatchCriterion.LOAD: "Charge",
        enums.MatchCriterion.EVALUATIONS: "Évaluations",
        enums.MatchCriterion.AGREEMENT: "Convention",
        enums.MatchCriterion.CONFLICT: "Incompatibilité",
    },
    enums.MissionState: {
        enums.MissionState.PLANNED: "Prévue",
        enums.MissionState.AGREED: "Convention signée",
        enums.MissionState.RUNNING: "En cours",
        enums.MissionState.OVERDUE: "Échue",
        enums.MissionState.CLOSED: "Close",
        enums.MissionState.GIVEN_UP: "Abandonnée",
    },
    enums.MissionEventKind: {
        enums.MissionEventKind.AGREEMENT_SIGNED: "Convention signée",
        enums.MissionEventKind.AMENDED: "Avenant",
        enums.MissionEventKind.DAYS_DONE: "Jours faits",
        enums.MissionEventKind.CONFIRMED_BY_COMPANY: "Confirmation de l’entreprise",
        enums.MissionEventKind.CONFIRMED_BY_PARTNER: "Confirmation du partenaire",
        enums.MissionEventKind.NOTE: "Note",
        enums.MissionEventKind.EVALUATED_BY_COMPANY: "Évaluation de l’entreprise",
        enums.MissionEventKind.EVALUATED_BY_PARTNER: "Évaluation du partenaire",
        enums.MissionEventKind.CLOSED: "Clôture",
        enums.MissionEventKind.GIVEN_UP: "Abandon",
        enums.MissionEventKind.REVERSAL: "Annulation",
    },
    enums.JobKind: {
        enums.JobKind.CREATED: "Créés",
        enums.JobKind.MAINTAINED: "Maintenus",
        enums.JobKind.SUSTAINED: "Pérennisés",
    },
    enums.JobEvidence: {
        enums.JobEvidence.PAYROLL_RETURN: "Extrait de DSN",
        enums.JobEvidence.STAFF_REGISTER: "Registre du personnel",
        enums.JobEvidence.DECLARATION: "Déclaration de l’entreprise",
        enums.JobEvidence.VISIT: "Visite",
        enums.JobEvidence.HISTORY: "Reprise du passé",
    },
    enums.MilestoneState: {
        enums.MilestoneState.TO_COME: "À venir",
        enums.MilestoneState.DUE: "À constater",
        enums.MilestoneState.MET: "Tenu",
        enums.MilestoneState.MISSED: "Manqué",
    },
    enums.FollowUpKind: {
        enums.FollowUpKind.JOBS: "Emplois",
        enums.FollowUpKind.CONDITION: "Condition",
        enums.FollowUpKind.MISSION: "Mission",
        enums.FollowUpKind.REPAYMENT: "Remboursement",
        enums.FollowUpKind.APPROVAL: "Agrément",
        enums.FollowUpKind.NOTICE: "Convocation",
        enums.FollowUpKind.PARTNER_AGREEMENT: "Convention de partenaire",
    },
}
