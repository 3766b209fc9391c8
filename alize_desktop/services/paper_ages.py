"""What, in the journal, makes a paper older than the data.

A paper keeps the hash of the last line of the journal when it was made: what changed
since is in the lines that follow. A line about papers themselves changes none of them.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.papers import PaperRow
from alize_desktop.models.tables.journal import StoredLine

PREPARATION: Final = frozenset(
    {
        "dossier.saved",
        "document.attached",
        "document.removed",
        "meeting.agenda_set",
        "meeting.saved",
        "recusal.recorded",
    }
)
"""What changes the papers made for a meeting to come, numbered copies among them.

Whatever comes on the agenda, leaves it or moves in it sets the agenda; a recusal is
recorded when it is declared, lifted or set aside.
"""

OF_A_READER: Final = "member.saved"
"""What changes the papers of one member: how they are named, whom they are tied to."""

_PREPARED: Final = frozenset(
    {
        PaperKind.NOTICE,
        PaperKind.MAIL,
        PaperKind.CALENDAR,
        PaperKind.PACK,
        PaperKind.SECRET_BALLOTS,
        PaperKind.ROLL_CALL_GRID,
        PaperKind.DECISION_SLIPS,
        PaperKind.CONDUCTOR,
    }
)
"""Papers made for a meeting to come: votes and decisions make none of them older."""

_OF_THE_MINUTES: Final = frozenset(
    {PaperKind.MINUTES, PaperKind.MINUTES_EXTRACT, PaperKind.DECISION_LIST}
)
"""Papers that tell what a meeting decided, whatever its dossiers become."""

OF_A_DAY: Final = frozenset(
    {
        PaperKind.REMINDER,
        PaperKind.FORMAL_NOTICE,
        PaperKind.ACCELERATION_NOTICE,
        PaperKind.RELEASE_ORDER,
        PaperKind.ADVANCE_DECISION,
        PaperKind.JOBS_REMINDER,
    }
)
"""Papers of an advance, or of its jobs, that tell one day of its life, whatever it becomes."""

_OF_THE_JOBS: Final = ("jobs.", "diagnosis.")
"""What no paper but those of a day tells."""

_OF_THE_MONEY: Final = ("advance.", "schedule.", "aid.")
_OF_THE_SCHEDULE: Final = frozenset({PaperKind.SCHEDULE, PaperKind.AID_SHEET})
"""Papers that what happens to an advance makes older; what was decided stays decided."""

_OF_PAPERS: Final = frozenset({"paper.sent", "paper.signed", "minutes.staged", "meeting.approved"})


def lines_about(session: Session, subjects: set[UUID]) -> list[tuple[int, str, UUID | None]]:
    """Return the lines of the journal about some subjects: number, action, subject."""
    statement = select(StoredLine.sequence, StoredLine.action, StoredLine.subject_id).where(
        StoredLine.subject_id.in_(subjects)
    )
    return [(line, action, subject) for line, action, subject in session.execute(statement)]


def ages(paper: PaperRow, action: str, subject: UUID | None) -> bool:
    """Return whether a line of the journal changes what a paper says.

    Args:
        paper: A paper made before that line.
        action: Of the line.
        subject: Whom or what the line is about.
    """
    told_by_none = action.endswith(".exported") or action.startswith(_OF_THE_JOBS)
    if told_by_none or action in _OF_PAPERS or paper.kind in OF_A_DAY:
        return False
    if action.startswith(_OF_THE_MONEY):
        return paper.kind in _OF_THE_SCHEDULE and subject == paper.dossier_id
    if action == OF_A_READER:
        return subject == paper.member_id
    if paper.dossier_id and subject != paper.dossier_id:
        return False
    if paper.kind in _PREPARED:
        return action in PREPARATION
    return paper.kind not in _OF_THE_MINUTES or not action.startswith(("dossier.", "condition."))
