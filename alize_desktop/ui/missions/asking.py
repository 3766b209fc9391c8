"""What the dialogs of missions say: titles, buttons, sentences, names of fields."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MissionEventKind

translate = QCoreApplication.translate
Kind = MissionEventKind


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of the dialog of one event.

    Attributes:
        day: Label of its day.
        text: Label of its words; empty when none are asked.
    """

    title: str
    action: str
    day: str
    text: str
    sentence: str = ""


def words_of(kind: MissionEventKind) -> Asked:
    """Return the words of the dialog that records an event."""
    return (_of_the_course() | _of_the_end())[kind]


def _of_the_course() -> dict[MissionEventKind, Asked]:
    """Return the words of what happens while a mission goes on."""
    return {
        Kind.AGREEMENT_SIGNED: Asked(
            translate("missions", "Convention signée"),
            translate("missions", "Enregistrer la signature"),
            translate("missions", "Signée le"),
            translate("missions", "Remarque"),
            translate(
                "missions",
                "Les deux entreprises ont signé. Les jours et la fin ne changent plus ensuite que "
                "par un avenant.",
            ),
        ),
        Kind.DAYS_DONE: Asked(
            translate("missions", "Jours faits"),
            translate("missions", "Enregistrer les jours"),
            translate("missions", "Le"),
            translate("missions", "Ce qui a été fait"),
            translate("missions", "L’entreprise et le partenaire les confirmeront ensuite."),
        ),
        Kind.NOTE: Asked(
            translate("missions", "Note du mois"),
            translate("missions", "Enregistrer la note"),
            translate("missions", "Le"),
            translate("missions", "Où en est la mission"),
        ),
        Kind.AMENDED: Asked(
            translate("missions", "Avenant signé"),
            translate("missions", "Enregistrer l’avenant"),
            translate("missions", "Signé le"),
            translate("missions", "Remarque"),
            translate("missions", "Ce qui n’est pas dit ici reste comme avant."),
        ),
    }


def _of_the_end() -> dict[MissionEventKind, Asked]:
    """Return the words of what ends a mission, and of what is taken back."""
    return {
        Kind.CLOSED: Asked(
            translate("missions", "Clore la mission"),
            translate("missions", "Clore"),
            translate("missions", "Close le"),
            translate("missions", "Remarque"),
            translate("missions", "Les évaluations peuvent encore venir après."),
        ),
        Kind.GIVEN_UP: Asked(
            translate("missions", "Abandonner la mission"),
            translate("missions", "Abandonner la mission"),
            translate("missions", "Abandonnée le"),
            translate("missions", "Pourquoi"),
            translate("missions", "Ses jours peuvent alors être prévus dans une autre mission."),
        ),
        Kind.REVERSAL: Asked(
            translate("missions", "Annuler un événement"),
            translate("missions", "Annuler l’événement"),
            translate("missions", "Annulé le"),
            translate("missions", "Pourquoi"),
            translate("missions", "Il reste dans le registre, barré."),
        ),
    }


def said_of(kind: MissionEventKind) -> str:
    """Return what is said once an event is recorded."""
    return {
        Kind.AGREEMENT_SIGNED: translate("missions", "Signature enregistrée"),
        Kind.DAYS_DONE: translate("missions", "Jours enregistrés"),
        Kind.NOTE: translate("missions", "Note enregistrée"),
        Kind.AMENDED: translate("missions", "Avenant enregistré"),
        Kind.CLOSED: translate("missions", "Mission close"),
        Kind.GIVEN_UP: translate("missions", "Mission abandonnée"),
        Kind.REVERSAL: translate("missions", "Événement annulé"),
    }[kind]
