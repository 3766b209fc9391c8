"""The French words of the money: advances, the fund, arrears, state aid."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from alize_desktop.models import enums

MONEY_LABELS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    enums.AdvanceState: {
        enums.AdvanceState.GRANTED: "Accordée",
        enums.AdvanceState.LAPSED: "Caduque",
        enums.AdvanceState.GIVEN_UP: "Abandonnée par l’entreprise",
        enums.AdvanceState.SIGNED: "Convention signée",
        enums.AdvanceState.RUNNING: "En cours",
        enums.AdvanceState.ACCELERATED: "Exigible",
        enums.AdvanceState.IN_LITIGATION: "Contentieux",
        enums.AdvanceState.REPAID: "Soldée",
        enums.AdvanceState.WAIVED: "Créance abandonnée",
        enums.AdvanceState.LOST: "Perte",
    },
    enums.AdvanceEventKind: {
        enums.AdvanceEventKind.AGREEMENT_SIGNED: "Convention signée",
        enums.AdvanceEventKind.DISBURSEMENT: "Versement",
        enums.AdvanceEventKind.REPAYMENT: "Encaissement",
        enums.AdvanceEventKind.REVERSAL: "Annulation",
        enums.AdvanceEventKind.REJECTED_DEBIT: "Prélèvement rejeté",
        enums.AdvanceEventKind.REFUND: "Remboursement du trop-perçu",
        enums.AdvanceEventKind.REMINDER: "Relance",
        enums.AdvanceEventKind.FORMAL_NOTICE: "Mise en demeure",
        enums.AdvanceEventKind.MORATORIUM: "Moratoire",
        enums.AdvanceEventKind.ACCELERATION: "Exigibilité",
        enums.AdvanceEventKind.LITIGATION: "Contentieux",
        enums.AdvanceEventKind.WAIVER: "Abandon de créance",
        enums.AdvanceEventKind.LOSS: "Perte",
        enums.AdvanceEventKind.RECOVERY: "Récupération",
    },
    enums.EarlyAllocation: {
        enums.EarlyAllocation.NEXT: "Échéances suivantes",
        enums.EarlyAllocation.LAST: "Dernières échéances",
        enums.EarlyAllocation.SPREAD: "Réparti sur les échéances à venir",
    },
    enums.ScheduleReason: {
        enums.ScheduleReason.CONTRACT: "Convention",
        enums.ScheduleReason.PAYMENT_DATE: "Jour du versement",
        enums.ScheduleReason.RESCHEDULING: "Rééchelonnement",
        enums.ScheduleReason.MORATORIUM: "Moratoire",
        enums.ScheduleReason.PERIOD: "Changement de période",
    },
    enums.InstalmentState: {
        enums.InstalmentState.TO_COME: "À venir",
        enums.InstalmentState.PARTLY_PAID: "Payée en partie",
        enums.InstalmentState.PAID: "Payée",
        enums.InstalmentState.LATE: "En retard",
        enums.InstalmentState.WRITTEN_OFF: "Abandonnée",
    },
    enums.AgeingBucket: {
        enums.AgeingBucket.NOT_LATE: "À jour",
        enums.AgeingBucket.UP_TO_29: "1 à 29 jours",
        enums.AgeingBucket.UP_TO_59: "30 à 59 jours",
        enums.AgeingBucket.UP_TO_89: "60 à 89 jours",
        enums.AgeingBucket.FROM_90: "90 jours et plus",
    },
    enums.FundMovementKind: {
        enums.FundMovementKind.CONTRIBUTION: "Abondement",
        enums.FundMovementKind.WITHDRAWAL: "Retrait",
        enums.FundMovementKind.FEE: "Frais",
        enums.FundMovementKind.REVERSAL: "Annulation",
    },
    enums.OverEnvelope: {
        enums.OverEnvelope.REFUSED: "Refusée",
        enums.OverEnvelope.REASON: "Possible, avec un motif écrit",
    },
    enums.AidMethod: {
        enums.AidMethod.A: "A, actuarielle",
        enums.AidMethod.A_PROPORTIONAL: "A, taux proportionnel",
        enums.AidMethod.B: "B, intérêts actualisés",
    },
    enums.CreditRating: {
        enums.CreditRating.STRONG: "Élevée (AAA à A)",
        enums.CreditRating.GOOD: "Bonne (BBB)",
        enums.CreditRating.SATISFACTORY: "Satisfaisante (BB)",
        enums.CreditRating.WEAK: "Faible (B)",
        enums.CreditRating.BAD: "Mauvaise (CCC et moins)",
        enums.CreditRating.NO_HISTORY: "Sans historique",
    },
    enums.Collateral: {
        enums.Collateral.HIGH: "Élevée",
        enums.Collateral.NORMAL: "Normale",
        enums.Collateral.LOW: "Faible",
    },
    enums.GrantDateRule: {
        enums.GrantDateRule.DECISION: "Jour de la décision",
        enums.GrantDateRule.SIGNATURE: "Jour de la signature",
    },
    enums.RegisterStatus: {
        enums.RegisterStatus.TO_DECLARE: "À déclarer",
        enums.RegisterStatus.DECLARED: "Déclarée",
        enums.RegisterStatus.NOT_CONCERNED: "Non concernée",
    },
}
