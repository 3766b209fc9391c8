"""French words of the closed vocabularies, by vocabulary. Read through ``labels``."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from alize_desktop.models import enums
from alize_desktop.wording import committee_vocabulary
from alize_desktop.wording.money_vocabulary import MONEY_LABELS
from alize_desktop.wording.paper_vocabulary import PAPER_LABELS
from alize_desktop.wording.result_vocabulary import RESULT_LABELS

LABELS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    **committee_vocabulary.LABELS,
    enums.Civility: {
        enums.Civility.MADAME: "Madame",
        enums.Civility.MONSIEUR: "Monsieur",
    },
    enums.DossierState: {
        enums.DossierState.FILED: "Déposé",
        enums.DossierState.UNDER_APPRAISAL: "En instruction",
        enums.DossierState.AWAITING_DOCUMENTS: "Pièces attendues",
        enums.DossierState.COMPLETE: "Complet",
        enums.DossierState.SCHEDULED: "Inscrit",
        enums.DossierState.DEFERRED: "Ajourné",
        enums.DossierState.DECIDED: "Décidé",
        enums.DossierState.WITHDRAWN: "Retiré",
    },
    enums.Sector: {
        enums.Sector.AGRICULTURE: "Agriculture",
        enums.Sector.INDUSTRY: "Industrie",
        enums.Sector.CONSTRUCTION: "Construction",
        enums.Sector.TRADE: "Commerce",
        enums.Sector.SERVICES: "Services",
        enums.Sector.NOT_ELIGIBLE: "Non éligible",
    },
    enums.ProjectKind: {
        enums.ProjectKind.DEVELOPMENT: "Développement",
        enums.ProjectKind.INVESTMENT: "Investissement",
        enums.ProjectKind.TAKEOVER: "Reprise ou transmission",
        enums.ProjectKind.DIVERSIFICATION: "Diversification",
        enums.ProjectKind.RECRUITMENT: "Recrutement",
        enums.ProjectKind.CREATION: "Création",
        enums.ProjectKind.OTHER: "Autre",
    },
    enums.JobContract: {
        enums.JobContract.PERMANENT: "CDI",
        enums.JobContract.FIXED_TERM: "CDD",
        enums.JobContract.APPRENTICESHIP: "Apprentissage",
        enums.JobContract.OTHER: "Autre",
    },
    enums.ExpertAdvice: {
        enums.ExpertAdvice.FAVOURABLE: "Favorable",
        enums.ExpertAdvice.FAVOURABLE_WITH_CONDITIONS: "Favorable sous conditions",
        enums.ExpertAdvice.RESERVED: "Réservé",
        enums.ExpertAdvice.UNFAVOURABLE: "Défavorable",
    },
    enums.MemberCollege: {
        enums.MemberCollege.ENTERPRISE: "Entreprises",
        enums.MemberCollege.BANK: "Banques",
        enums.MemberCollege.ACCOUNTANT: "Experts-comptables",
        enums.MemberCollege.STATE: "État",
        enums.MemberCollege.LOCAL_AUTHORITY: "Collectivités",
        enums.MemberCollege.CHAMBER: "Chambres consulaires",
        enums.MemberCollege.OTHER: "Autres",
    },
    enums.MemberOffice: {
        enums.MemberOffice.CHAIR: "Président",
        enums.MemberOffice.VICE_CHAIR: "Vice-président",
        enums.MemberOffice.MEMBER: "Membre",
        enums.MemberOffice.ALTERNATE: "Suppléant",
        enums.MemberOffice.GUEST: "Invité",
    },
    enums.VoteChoice: {
        enums.VoteChoice.FOR: "Pour",
        enums.VoteChoice.AGAINST: "Contre",
        enums.VoteChoice.ABSTENTION: "Abstention",
        enums.VoteChoice.NOT_PARTICIPATING: "Ne prend pas part",
    },
    enums.BallotForm: {
        enums.BallotForm.NAMED: "Vote nominatif",
        enums.BallotForm.HANDS: "Vote à main levée",
        enums.BallotForm.SECRET: "Scrutin secret",
        enums.BallotForm.CONSENSUS: "Consensus",
    },
    enums.MajorityKind: {
        enums.MajorityKind.STRICT_HALF: "Majorité absolue",
        enums.MajorityKind.RELATIVE: "Majorité relative",
        enums.MajorityKind.AT_LEAST: "Au moins une part",
        enums.MajorityKind.MORE_THAN: "Plus d’une part",
        enums.MajorityKind.UNANIMITY: "Unanimité",
    },
    enums.MajorityBase: {
        enums.MajorityBase.CAST: "Suffrages exprimés",
        enums.MajorityBase.CAST_AND_ABSTENTIONS: "Suffrages exprimés et abstentions",
        enums.MajorityBase.PRESENT_AND_REPRESENTED: "Présents et représentés",
        enums.MajorityBase.IN_OFFICE: "Membres en exercice",
    },
    enums.QuorumKind: {
        enums.QuorumKind.AT_LEAST: "Au moins une part des membres",
        enums.QuorumKind.MORE_THAN: "Plus d’une part des membres",
        enums.QuorumKind.FIXED: "Nombre fixe",
    },
    enums.RecusalBase: {
        enums.RecusalBase.UNCHANGED: "Le nombre de membres ne change pas",
        enums.RecusalBase.REDUCED: "Les membres en déport sont retirés du nombre",
    },
    enums.BallotOutcome: {
        enums.BallotOutcome.ADOPTED: "Adopté",
        enums.BallotOutcome.REJECTED: "Rejeté",
        enums.BallotOutcome.TIE: "Partage des voix",
        enums.BallotOutcome.NO_DECISION: "Aucune décision",
    },
    enums.DecisionOutcome: {
        enums.DecisionOutcome.APPROVED: "Agréé",
        enums.DecisionOutcome.APPROVED_WITH_CONDITIONS: "Agréé sous conditions",
        enums.DecisionOutcome.APPROVED_REDUCED: "Agréé pour un montant réduit",
        enums.DecisionOutcome.DEFERRED: "Ajourné",
        enums.DecisionOutcome.REJECTED: "Refusé",
        enums.DecisionOutcome.WITHDRAWN: "Retiré",
    },
    enums.ConditionKind: {
        enums.ConditionKind.PRECEDENT: "Préalable au versement",
        enums.ConditionKind.FOLLOW_UP: "Suivi",
    },
    enums.Rounding: {
        enums.Rounding.HALF_UP: "Au centime le plus proche",
        enums.Rounding.DOWN: "Au centime inférieur",
    },
    enums.DueDateRoll: {
        enums.DueDateRoll.NEXT: "Jour ouvré suivant",
        enums.DueDateRoll.NONE: "Date inchangée",
    },
    enums.HolidayCalendar: {
        enums.HolidayCalendar.METROPOLE: "Métropole",
        enums.HolidayCalendar.ALSACE_MOSELLE: "Alsace et Moselle",
        enums.HolidayCalendar.GUADELOUPE: "Guadeloupe",
        enums.HolidayCalendar.MARTINIQUE: "Martinique",
        enums.HolidayCalendar.GUYANE: "Guyane",
        enums.HolidayCalendar.REUNION: "La Réunion",
        enums.HolidayCalendar.MAYOTTE: "Mayotte",
    },
    enums.Agreement: {
        enums.Agreement.YES: "Oui",
        enums.Agreement.NO: "Non",
        enums.Agreement.UNKNOWN: "Inconnu",
    },
    enums.ItemStep: {
        enums.ItemStep.PENDING: "À venir",
        enums.ItemStep.PRESENTED: "Présenté",
        enums.ItemStep.BALLOT_OPEN: "Vote ouvert",
        enums.ItemStep.BALLOT_CLOSED: "Vote clos",
        enums.ItemStep.PROCLAIMED: "Résultat proclamé",
        enums.ItemStep.DECIDED: "Décidé",
    },
    **PAPER_LABELS,
    **MONEY_LABELS,
    **RESULT_LABELS,
    enums.ItemConclusion: {
        enums.ItemConclusion.ADOPTED: "Adopté",
        enums.ItemConclusion.REJECTED: "Rejeté",
        enums.ItemConclusion.NOTED: "Pris acte",
        enums.ItemConclusion.POSTPONED: "Reporté",
    },
    enums.RoomLayout: {
        enums.RoomLayout.WELCOME: "Accueil",
        enums.RoomLayout.AGENDA: "Ordre du jour",
        enums.RoomLayout.ROLL_CALL: "Appel",
        enums.RoomLayout.QUORUM: "Quorum",
        enums.RoomLayout.DOSSIER: "Dossier",
        enums.RoomLayout.DELIBERATION: "Délibération",
        enums.RoomLayout.VOTE: "Vote",
        enums.RoomLayout.RESULT: "Résultat",
        enums.RoomLayout.SUMMARY: "Récapitulatif",
        enums.RoomLayout.SUSPENSION: "Suspension",
        enums.RoomLayout.BLACK: "Noir",
        enums.RoomLayout.CLOSED: "Levée",
    },
}
