"""How long each part of a dossier is planned to last, and how late a meeting is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.committee.plan import ITEM_STEPS, Step

translate = QCoreApplication.translate

SLOT: Final = timedelta(minutes=45)
"""What the timetable plans for one dossier."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Who speaks, and for how long.

    Attributes:
        minutes: Minutes planned.
    """

    word: str
    minutes: int


def phase_of(step: Step, *, applicant_present: bool) -> Phase | None:
    """Return what a step is timed as; None outside of a dossier."""
    if step not in ITEM_STEPS:
        return None
    if applicant_present:
        return Phase(translate("timer", "audition"), 20)
    if step is Step.PRESENTATION:
        return Phase(translate("timer", "rapporteur"), 10)
    return Phase(translate("timer", "délibération"), 15)


def minutes_late(now: datetime, start: datetime, passed: int, *, is_under_way: bool) -> int:
    """Return by how many whole minutes a meeting is over its timetable.

    Each dossier has 45 minutes. One under way has its own until they are over.

    Args:
        now: The present instant.
        start: When the meeting was planned to start.
        passed: Dossiers that have an outcome.
        is_under_way: Whether another one is being examined.

    Returns:
        0 when the meeting is on time or ahead.
    """
    planned = start + SLOT * (passed + is_under_way)
    return max(0, int((now - planned).total_seconds() // 60))
