"""How the committee is consulted: the words of a meeting, or those of a consultation in writing."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MeetingKind
from alize_desktop.models.records.committee import CommitteeState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Occasion:
    """The words that differ, from the opening to the end.

    Attributes:
        is_written: Whether everybody answers in writing.
        opening: Title of the first step.
        open: What the large button says then.
        roll: Title of the roll call.
        everybody: Said of all at once.
        others: Said at once of those who are not called yet, once some are.
        last: Said of the last one to call.
        close_roll: What the large button says then.
        resume: The same, when the roll was taken again.
        first: First line of the agenda.
        to_closing: What the large button says after the last point.
        closing: Title of the last step.
        can_close: Said when something is still to be looked at.
        complete: Said when nothing is.
        close: What the large button says then.
        note: Said beside it.
        ended: Title once it is over, and what is painted large.
        hours: When it began and ended.
        mark: Said beside its last line.
    """

    is_written: bool
    opening: str
    open: str
    roll: str
    everybody: str
    others: str
    last: str
    close_roll: str
    resume: str
    first: str
    to_closing: str
    closing: str
    can_close: str
    complete: str
    close: str
    note: str
    ended: tuple[str, str]
    hours: str
    mark: str


def is_written(state: CommitteeState) -> bool:
    """Return whether everybody answers in writing."""
    return state.row.draft.kind is MeetingKind.WRITTEN


def occasion_of(state: CommitteeState | None) -> Occasion:
    """Return the words of a meeting; those of one in a room before it is known."""
    return _written() if state is not None and is_written(state) else _in_a_room()


def _in_a_room() -> Occasion:
    return Occasion(
        is_written=False,
        opening=translate("occasion", "Ouverture de la séance"),
        open=translate("occasion", "Ouvrir la séance"),
        roll=translate("occasion", "Appel des membres"),
        everybody=translate("occasion", "Tous présents"),
        others=translate("occasion", "Les {count} autres présents"),
        last=translate("occasion", "Dernier membre\u00a0: présent"),
        close_roll=translate("occasion", "Clore l’appel"),
        resume=translate("occasion", "Reprendre la séance"),
        first=translate("occasion", "Ouverture et appel"),
        to_closing=translate("occasion", "Passer à la levée de la séance"),
        closing=translate("occasion", "Levée de la séance"),
        can_close=translate("occasion", "La séance peut être levée. Il reste à vérifier\u00a0:"),
        complete=translate("occasion", "Rien ne manque\u00a0: la séance peut être levée."),
        close=translate("occasion", "Lever la séance"),
        note=translate("occasion", "L’heure de la levée sera enregistrée."),
        ended=(
            translate("occasion", "Séance levée"),
            translate("occasion", "La séance est levée"),
        ),
        hours=translate("occasion", "Ouverte à {opened}, levée à {closed}."),
        mark=translate("occasion", "levée"),
    )


def _written() -> Occasion:
    return Occasion(
        is_written=True,
        opening=translate("occasion", "Ouverture de la consultation écrite"),
        open=translate("occasion", "Ouvrir le dépouillement"),
        roll=translate("occasion", "Réponses reçues"),
        everybody=translate("occasion", "Tous ont répondu"),
        others=translate("occasion", "Les {count} autres ont répondu"),
        last=translate("occasion", "Dernier membre\u00a0: a répondu"),
        close_roll=translate("occasion", "Clore les réponses"),
        resume=translate("occasion", "Reprendre la consultation"),
        first=translate("occasion", "Ouverture et réponses"),
        to_closing=translate("occasion", "Passer à la clôture de la consultation"),
        closing=translate("occasion", "Clôture de la consultation"),
        can_close=translate(
            "occasion", "La consultation peut être close. Il reste à vérifier\u00a0:"
        ),
        complete=translate("occasion", "Rien ne manque\u00a0: la consultation peut être close."),
        close=translate("occasion", "Clore la consultation"),
        note=translate("occasion", "L’heure de la clôture sera enregistrée."),
        ended=(
            translate("occasion", "Consultation close"),
            translate("occasion", "La consultation est close"),
        ),
        hours=translate("occasion", "Ouverte à {opened}, close à {closed}."),
        mark=translate("occasion", "close"),
    )
