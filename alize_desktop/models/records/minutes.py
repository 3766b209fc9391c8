"""Everything the minutes of a meeting say, read once, then typeset."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind, BallotForm, MeetingState
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import RepaymentSchedule


@dataclass(frozen=True, slots=True)
class MinutesAttendance:
    """One member in the attendance blocks.

    Attributes:
        kind: Last state recorded; ABSENT when none was.
        holder: Full member who held the proxy, None unless represented.
    """

    member: Member
    kind: AttendanceKind
    holder: Member | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One dossier in the minutes.

    Attributes:
        recused: (member, reason, hour) of each recusal that held at the vote.
        presiding: Who presided this dossier, the casting vote included; None when
            no ballot was opened.
        quorum: Quorum of the dossier, None when no ballot was opened.
        votes: (member, choice label, holder name or empty) in a named ballot,
            by seat.
        result: Counts of the ballot, None when there was none.
        schedule: Schedule of the advance as if paid on the day of the meeting.
    """

    position: int
    number: str
    sheet: DossierSheet
    recused: tuple[tuple[Member, str, datetime], ...]
    quorum: QuorumState | None
    ballot_form: BallotForm | None
    opened_at: datetime | None
    closed_at: datetime | None
    votes: tuple[tuple[Member, str, str], ...]
    result: BallotResult | None
    sentence: str
    decision: Decision | None
    schedule: RepaymentSchedule | None
    presiding: Member | None = None


@dataclass(frozen=True, slots=True)
class MinutesRecord:
    """Everything the minutes say.

    Attributes:
        state: A meeting that is not closed gives a draft (« projet »).
        journal_head: Hexadecimal hash of the journal when it was read.
        journal_lines: Lines in the journal then.
    """

    meeting_id: UUID
    number: str
    programme: Programme
    draft: MeetingDraft
    state: MeetingState
    presiding: Member | None
    opened_at: datetime | None
    closed_at: datetime | None
    quorum_at: datetime | None
    attendance: tuple[MinutesAttendance, ...]
    quorum: QuorumState | None
    items: tuple[MinutesItem, ...]
    next_meeting_on: date | None
    journal_head: str
    journal_lines: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A file the program produced.

    Attributes:
        sha256: Hexadecimal digest of its bytes.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ScheduleRecord:
    """Everything the schedule workbook says.

    Attributes:
        is_decided: Whether the terms are the committee's, or only the request's.
        paid_on: Day from which every due date is counted.
    """

    programme: Programme
    number: str
    sheet: DossierSheet
    decision: Decision | None
    schedule: RepaymentSchedule
    is_decided: bool
    paid_on: date
