"""Sentences of the attendance sheet."""

from typing import Final

from alize_desktop.models.records.meeting_papers import MeetingPapersRecord
from alize_desktop.models.records.people import Member
from alize_desktop.wording.meeting_papers import capacity
from alize_desktop.wording.names import counted, is_feminine, member_name

SHEET_INTRODUCTION: Final = (
    "Chaque personne signe en arrivant, en face de son nom. Qui porte un pouvoir signe aussi "
    "pour la personne représentée, avec la mention «\u00a0par pouvoir\u00a0»."
)
"""How the sheet is signed."""

WRITTEN_INTRODUCTION: Final = "Chaque membre signe en face de son nom en rendant sa réponse écrite."
"""The same, for a written consultation."""

PROXY_HINT: Final = (
    "Un pouvoir est écrit et signé\u00a0; il est joint à cette feuille. "
    "Il est suspendu dès que la personne représentée arrive ou que son mandataire s’absente."
)
"""What a proxy must be."""

NO_RECUSAL: Final = "Aucun déport déclaré ni proposé."
"""A dossier that nobody steps aside from."""

FINGERPRINT_USE: Final = (
    "Cette empreinte lie la feuille à l’état du registre au moment de l’impression."
)
"""What the fingerprint of the journal is good for."""


def seats_title(record: MeetingPapersRecord) -> str:
    """Return « Membres à voix délibérative (17 sièges) »."""
    return f"Membres à voix délibérative ({counted(len(record.seats), 'siège')})"


def guests_title(count: int) -> str:
    """Return the title of those without a vote, with their count when there is one."""
    number = f" ({count})" if count else ""
    return f"Invités sans voix délibérative{number}"


def alternate_note(alternate: Member, member: Member) -> str:
    """Return « Suppléante de M. Thiébaut, ne siège qu’en son absence »."""
    return f"{capacity(alternate.sheet)} de {member_name(member.sheet)}, ne siège qu’en son absence"


def presiding_capacity(record: MeetingPapersRecord) -> str:
    """Return « Présidente de séance », « Président », « Présidence » when nobody is named."""
    word = "Présidence"
    if record.presiding is not None:
        is_woman = is_feminine(record.presiding.sheet.civility)
        word = "Présidente" if is_woman else "Président"
    return word if record.is_written else f"{word} de séance"


def secretary_capacity(record: MeetingPapersRecord) -> str:
    """Return « Secrétaire de séance »; « Secrétaire » of a written consultation."""
    return "Secrétaire" if record.is_written else "Secrétaire de séance"


def certified_text(record: MeetingPapersRecord) -> str:
    """Return what those who sign at the end certify."""
    if record.is_written:
        return "Feuille certifiée exacte à la clôture de la consultation, le ……………… à …… h …… ."
    return (
        "Feuille arrêtée à la levée de la séance, à …… h ……, et certifiée exacte\u00a0: "
        "…… présents, …… représentés, …… excusés, …… absents."
    )
