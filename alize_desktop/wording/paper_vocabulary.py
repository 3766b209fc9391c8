"""The French words of papers: their kinds, templates, stages, means, signatures."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from alize_desktop.models import enums

PAPER_LABELS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    enums.PaperKind: {
        enums.PaperKind.MINUTES: "Procès-verbal",
        enums.PaperKind.SCHEDULE: "Échéancier",
        enums.PaperKind.NOTICE: "Convocation",
        enums.PaperKind.MAIL: "Courriel à envoyer",
        enums.PaperKind.CALENDAR: "Rendez-vous d’agenda",
        enums.PaperKind.PACK: "Dossier de séance",
        enums.PaperKind.ATTENDANCE_SHEET: "Feuille de présence",
        enums.PaperKind.SECRET_BALLOTS: "Bulletins de vote",
        enums.PaperKind.ROLL_CALL_GRID: "Grille d’appel",
        enums.PaperKind.DECISION_SLIPS: "Fiches de décision",
        enums.PaperKind.CONDUCTOR: "Conducteur de séance",
        enums.PaperKind.MINUTES_EXTRACT: "Extrait de procès-verbal",
        enums.PaperKind.DECISION_LIST: "Relevé de décisions",
        enums.PaperKind.NOTIFICATION: "Lettre de notification",
        enums.PaperKind.AGREEMENT: "Convention d’avance",
        enums.PaperKind.AMENDMENT: "Avenant",
        enums.PaperKind.CONDITIONS_SHEET: "Fiche des conditions",
        enums.PaperKind.SECONDMENT: "Convention de prêt de personnel",
        enums.PaperKind.DE_MINIMIS: "Lettre de minimis",
        enums.PaperKind.AID_SHEET: "Fiche d’aide d’État",
        enums.PaperKind.RELEASE_ORDER: "Ordre de versement",
        enums.PaperKind.REMINDER: "Relance",
        enums.PaperKind.FORMAL_NOTICE: "Mise en demeure",
        enums.PaperKind.ACCELERATION_NOTICE: "Notification d’exigibilité",
        enums.PaperKind.ADVANCE_DECISION: "Décision sur une avance",
        enums.PaperKind.FUND_STATEMENT: "État du fonds",
        enums.PaperKind.ARREARS_REPORT: "État des retards",
        enums.PaperKind.AID_REGISTER: "Registre des aides",
        enums.PaperKind.PAYMENT_FILE: "Fichier de paiement",
        enums.PaperKind.MANIFEST: "Bordereau",
        enums.PaperKind.ARCHIVE: "Archive",
    },
    enums.TemplateKey: {
        enums.TemplateKey.NOTICE: "Convocation",
        enums.TemplateKey.NOTICE_MAIL: "Courriel de convocation",
        enums.TemplateKey.NOTIFICATION_APPROVED: "Notification d’un accord",
        enums.TemplateKey.NOTIFICATION_CONDITIONS: "Notification d’un accord sous conditions",
        enums.TemplateKey.NOTIFICATION_REDUCED: "Notification d’un montant réduit",
        enums.TemplateKey.NOTIFICATION_DEFERRED: "Notification d’un ajournement",
        enums.TemplateKey.NOTIFICATION_REFUSED: "Notification d’un refus",
        enums.TemplateKey.NOTIFICATION_WITHDRAWN: "Notification d’un retrait",
        enums.TemplateKey.AGREEMENT: "Convention d’avance",
        enums.TemplateKey.AMENDMENT: "Avenant à la convention",
        enums.TemplateKey.CONDITIONS_SHEET: "Fiche des conditions",
        enums.TemplateKey.SECONDMENT: "Convention de prêt de personnel",
        enums.TemplateKey.DE_MINIMIS: "Lettre de minimis",
        enums.TemplateKey.STANDARD_SENTENCES: "Phrases types du procès-verbal",
    },
    enums.MinutesBlock: {
        enums.MinutesBlock.OPENING: "Ouverture de la séance",
        enums.MinutesBlock.PREVIOUS_MINUTES: "Procès-verbal précédent",
        enums.MinutesBlock.HEARD: "Personnes entendues",
        enums.MinutesBlock.DISCUSSION: "Questions et réponses",
        enums.MinutesBlock.FOLLOW_UP: "Suites des décisions antérieures",
        enums.MinutesBlock.OTHER_BUSINESS: "Questions diverses",
        enums.MinutesBlock.CLOSING: "Clôture de la séance",
    },
    enums.MinutesStage: {
        enums.MinutesStage.DRAFT: "Brouillon",
        enums.MinutesStage.REVIEWED: "Relu",
        enums.MinutesStage.SIGNED: "Signé",
        enums.MinutesStage.APPROVED: "Approuvé",
    },
    enums.SendingMeans: {
        enums.SendingMeans.MAIL: "Courriel",
        enums.SendingMeans.LETTER: "Lettre",
        enums.SendingMeans.REGISTERED_LETTER: "Lettre recommandée",
        enums.SendingMeans.BY_HAND: "Remise en main propre",
        enums.SendingMeans.OTHER: "Autre moyen",
    },
    enums.SignatureKind: {
        enums.SignatureKind.CERTIFICATE: "Certificat",
        enums.SignatureKind.TOKEN: "Carte à puce",
        enums.SignatureKind.INK: "À l’encre",
    },
}
"""By vocabulary; merged into ``vocabulary.LABELS``."""
