"""Sentences about the agenda: titles of standing points, why a point is proposed."""

from datetime import date
from typing import Final

from alize_desktop.models.enums import ItemKind
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import counted, plural

REMOVED: Final = "Retiré de l’ordre du jour"
"""Why a dossier waits again, in its own story."""

WITHOUT_QUORUM: Final = "Séance levée faute de quorum"
"""The same, when its meeting had no quorum."""


def standing_title(kind: ItemKind, number: str = "", held_on: date | None = None) -> str:
    """Return the title of a standing point that nobody titled.

    « Approbation du procès-verbal de la séance CA-2026-01 du 3 mars 2026 »

    Args:
        kind: What the point is about; an information has no usual title.
        number: Meeting whose minutes are approved or that is ratified.
        held_on: Its day.
    """
    day = f" du {long_date(held_on)}" if held_on else ""
    titles = {
        ItemKind.MINUTES_APPROVAL: f"Approbation du procès-verbal de la séance {number}{day}",
        ItemKind.RATIFICATION: f"Ratification de la consultation écrite {number}{day}",
        ItemKind.CONDITIONS: "Suivi des conditions",
    }
    return titles.get(kind, "")


def minutes_reason(held_on: date) -> str:
    """Return why the approval of minutes is proposed."""
    return f"Séance du {long_date(held_on)}, procès-verbal à approuver."


def ratification_reason(held_on: date) -> str:
    """Return why a ratification is proposed."""
    return f"Consultation écrite du {long_date(held_on)}, à ratifier par le comité."


def conditions_reason(due: int, late: int, held_on: date) -> str:
    """Return why the follow-up of conditions is proposed.

    « 3 conditions à échéance le 23 novembre 2026, dont 1 dépassée. »

    Args:
        due: Conditions that fall due by the day of the meeting, >= 1.
        late: Those whose date is past already.
        held_on: Day of the meeting.
    """
    passed = f", dont {late} {plural(late, 'dépassée')}" if late else ""
    return f"{counted(due, 'condition')} à échéance le {long_date(held_on)}{passed}."


def deferral_reason(decided_on: date, documents: str, *, is_complete: bool) -> str:
    """Return why a deferred dossier comes back.

    « Ajourné le 3 mars 2026, pièces reçues. »

    Args:
        decided_on: Day of the meeting that deferred it.
        documents: Documents that were asked, empty when none were.
        is_complete: Whether the dossier is complete since.
    """
    day = f"Ajourné le {long_date(decided_on)}"
    if is_complete:
        return f"{day}, pièces reçues." if documents else f"{day}, de nouveau complet."
    if not documents:
        return f"{day}."
    asked = " ".join(documents.split()).rstrip(".")
    return f"{day}{NO_BREAK}; pièces demandées{NO_BREAK}: {asked}."


def undecided_reason(number: str, held_on: date) -> str:
    """Return why a dossier that a meeting without quorum left comes back."""
    return f"Resté sans décision à la séance {number} du {long_date(held_on)}, faute de quorum."
