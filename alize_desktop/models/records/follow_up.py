"""What is to be followed up, and the rules of the follow-up."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alize_desktop.models.enums import FollowUpKind


@dataclass(frozen=True, slots=True)
class FollowUpRules:
    """What a programme decided about missions and jobs.

    Attributes:
        milestones: Months after the release, increasing, each 1 to 120.
        mission_months: Longest mission, in months; above it a warning.
        dossier_days: Most days of one dossier; above it a warning.
        remind_days: How long before its day a thing is told, in days.
    """

    milestones: tuple[int, ...] = (6, 12, 24, 36)
    mission_months: int = 18
    dossier_days: int = 15
    remind_days: int = 30


@dataclass(frozen=True, slots=True)
class FollowUpRulesVersion:
    """A version of the rules; number 0 came with the program."""

    number: int
    rules: FollowUpRules
    adopted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FollowUpItem:
    """One thing due on a day.

    Attributes:
        kind: What it is about.
        due_on: Day it is due.
        is_late: Whether that day is past.
        subject_id: Dossier, mission, meeting or partner it is about.
        number: Number people read: of the dossier, the mission, the meeting.
        company: Company or partner; empty for a meeting.
        key: Tells it from the others of its subject, and stays when its day moves.
        what: Which sentence says it, among those of its kind.
        values: What its sentence names, by name.
        dossier_id: Dossier to open, None for a meeting and a partner.
    """

    kind: FollowUpKind
    due_on: date
    is_late: bool
    subject_id: UUID
    number: str
    company: str = ""
    key: str = ""
    what: str = ""
    values: tuple[tuple[str, object], ...] = ()
    dossier_id: UUID | None = None
