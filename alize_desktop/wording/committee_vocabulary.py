"""French words of the vocabularies of the meeting. Read through ``labels``."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from alize_desktop.models import enums

LABELS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    enums.MeetingState: {
        enums.MeetingState.PREPARATION: "En préparation",
        enums.MeetingState.CONVENED: "Convoquée",
        enums.MeetingState.OPEN: "Ouverte",
        enums.MeetingState.CLOSED: "Levée",
        enums.MeetingState.APPROVED: "Procès-verbal approuvé",
    },
    enums.MeetingKind: {
        enums.MeetingKind.ORDINARY: "Séance",
        enums.MeetingKind.WRITTEN: "Consultation écrite",
    },
    enums.MeetingEventKind: {
        enums.MeetingEventKind.CONVENED: "Convocation envoyée",
        enums.MeetingEventKind.OPENED: "Séance ouverte",
        enums.MeetingEventKind.SUSPENDED: "Séance suspendue",
        enums.MeetingEventKind.RESUMED: "Séance reprise",
        enums.MeetingEventKind.CLOSED: "Séance levée",
        enums.MeetingEventKind.REOPENED: "Séance rouverte",
        enums.MeetingEventKind.APPROVED: "Procès-verbal approuvé",
    },
    enums.ItemKind: {
        enums.ItemKind.DOSSIER: "Dossier",
        enums.ItemKind.MINUTES_APPROVAL: "Approbation d’un procès-verbal",
        enums.ItemKind.CONDITIONS: "Suivi des conditions",
        enums.ItemKind.RATIFICATION: "Ratification d’une consultation écrite",
        enums.ItemKind.INFORMATION: "Information",
    },
    enums.ItemConclusion: {
        enums.ItemConclusion.ADOPTED: "Adopté",
        enums.ItemConclusion.REJECTED: "Rejeté",
        enums.ItemConclusion.NOTED: "Dont acte",
        enums.ItemConclusion.POSTPONED: "Reporté",
    },
    enums.LateItemRule: {
        enums.LateItemRule.REFUSED: "Refusé",
        enums.LateItemRule.UNANIMOUS: "Avec l’accord de tous les présents",
        enums.LateItemRule.MAJORITY: "Avec l’accord de la majorité des présents",
    },
    enums.JobRule: {
        enums.JobRule.CREATED: "Emplois créés au moins égaux au minimum",
        enums.JobRule.CREATED_OR_MAINTAINED: "Emplois créés ou maintenus au moins égaux au minimum",
        enums.JobRule.WARNING: "Simple avertissement",
    },
    enums.AnswerKind: {
        enums.AnswerKind.ATTENDS: "Viendra",
        enums.AnswerKind.REMOTE: "Sera à distance",
        enums.AnswerKind.EXCUSED: "S’excuse",
        enums.AnswerKind.PROXY: "Donne pouvoir",
        enums.AnswerKind.SUBSTITUTE: "Sera suppléé",
    },
    enums.ConditionEventKind: {
        enums.ConditionEventKind.MET: "Levée",
        enums.ConditionEventKind.NOT_MET: "Non remplie",
        enums.ConditionEventKind.EXTENDED: "Prolongée",
        enums.ConditionEventKind.WAIVED: "Abandonnée",
    },
    enums.AttendanceKind: {
        enums.AttendanceKind.PRESENT: "Présent",
        enums.AttendanceKind.REMOTE: "À distance",
        enums.AttendanceKind.EXCUSED: "Excusé",
        enums.AttendanceKind.ABSENT: "Absent",
        enums.AttendanceKind.REPRESENTED: "Représenté",
        enums.AttendanceKind.SUBSTITUTED: "Suppléé",
        enums.AttendanceKind.DEPARTED: "Parti",
        enums.AttendanceKind.PROXY_REVOKED: "Pouvoir retiré",
        enums.AttendanceKind.PROXY_DOCUMENTED: "Pouvoir reçu",
        enums.AttendanceKind.RECUSED: "En déport",
        enums.AttendanceKind.RECUSAL_LIFTED: "Déport levé",
        enums.AttendanceKind.RECUSAL_SET_ASIDE: "Déport écarté",
    },
    enums.RulesPreset: {
        enums.RulesPreset.ALIZE: "Alizé",
        enums.RulesPreset.ADMINISTRATION: "Administration",
        enums.RulesPreset.MUNICIPAL_COUNCIL: "Conseil municipal",
        enums.RulesPreset.UNANIMITY: "Unanimité",
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
        enums.RoomLayout.BLACK: "Écran noir",
        enums.RoomLayout.CLOSED: "Séance levée",
    },
}
