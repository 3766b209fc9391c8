"""Sentences of the check-list before closing: what is missing, and what to do."""

from typing import Final

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.names import counted, member_name

SUSPENDED: Final = "La séance est suspendue\u00a0: reprenez-la avant de la lever."
WITHOUT_NEXT: Final = "La date de la prochaine séance n’est pas fixée."

_UNFINISHED: Final = {
    ItemStep.BALLOT_OPEN: "le vote est ouvert\u00a0; il reste à le clore et à proclamer le résultat.",
    ItemStep.BALLOT_CLOSED: "le résultat du vote n’est pas proclamé.",
    ItemStep.PROCLAIMED: "le résultat est proclamé\u00a0; la décision reste à enregistrer.",
}


def unfinished(line: AgendaLine) -> str:
    """Return what a point still awaits: « 2026-004 Menuiserie Aubry : aucune issue »."""
    if line.dossier_id is None:
        what = "ce point n’est pas conclu."
    else:
        what = _UNFINISHED.get(line.step, "aucune issue\u00a0; décidez, ajournez ou retirez.")
    return f"{_name(line)}{NO_BREAK}: {what}"


def undated_conditions(line: AgendaLine, number: int) -> str:
    """Return that conditions have no date: « 2026-004 Menuiserie Aubry : 1 condition sans date »."""
    return f"{_name(line)}{NO_BREAK}: {counted(number, 'condition')} sans date."


def to_examine_again(line: AgendaLine, why: str) -> str:
    """Return that a result must be looked at again, and why."""
    return f"{_name(line)}{NO_BREAK}: {why}"


def decided_in_doubt(line: AgendaLine) -> str:
    """Return that a decision rests on a result that a late recusal may have turned."""
    return (
        f"{_name(line)}{NO_BREAK}: un déport déclaré après la proclamation remet en cause le"
        " résultat sur lequel la décision repose. Corrigez-le, ou prenez une décision"
        " modificative."
    )


def presiding_gone(presiding: MemberSheet) -> str:
    """Return that who presides, and signs the minutes, is not there any more."""
    return (
        f"{member_name(presiding)}, qui préside, n’est pas là{NO_BREAK}:"
        " désignez qui préside et signe le procès-verbal."
    )


def proxy_without_document(giver: MemberSheet, holder: MemberSheet) -> str:
    """Return that a written proxy was not received."""
    return (
        f"Le pouvoir de {member_name(giver)} à {member_name(holder)} n’a pas de document"
        f"{NO_BREAK}: notez comment il a été reçu."
    )


def _name(line: AgendaLine) -> str:
    return f"{line.number} {line.company}".strip()
