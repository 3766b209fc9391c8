"""Everything the minutes of a meeting say, read once, then typeset."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from alize_desktop.models.enums import MeetingKind, MeetingState, MinutesBlock, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEvent, AdvancePosition, ScheduleVersion
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft, MeetingEvent
from alize_desktop.models.records.minutes_parts import (
    MinutesAttendance,
    MinutesEvent,
    MinutesFund,
    MinutesItem,
    MinutesNotice,
    MinutesPoint,
    MinutesProxy,
)
from alize_desktop.models.records.papers import MinutesStageRow, MinutesText
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.records.schedules import AdvanceTerms, RepaymentSchedule


@dataclass(frozen=True, slots=True)
class MinutesRecord:
    """Everything the minutes say.

    Attributes:
        body: Name of the body.
        state: A meeting that is not closed gives a draft (« projet »).
        items: Dossiers, in the order in which they were taken.
        journal_head: Hexadecimal hash of the journal when it was read.
        journal_lines: Lines in the journal then.
        rules: Rules of procedure it was held under.
        rules_name: How papers name them.
        version: 1, then one more at each reopening.
        reopenings: When and why it was opened again, oldest first.
        proxies: On record once the roll was called, by their order.
        course: Arrivals, departures, proxies and suspensions, by their hours.
        points: Standing points, in the order in which they were taken.
        lost_quorum: Quorum that was missing when the meeting ended for want of it.
        lost_reason: What was said of it then.
        fund: What the meeting took; None when that was not recorded.
        texts: What somebody wrote, by place.
        stages: Life of this version of the minutes, oldest first.
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
    body: str = "comité d’agrément"
    rules: CommitteeRules = field(default_factory=CommitteeRules)
    rules_name: str = ""
    version: int = 1
    reopenings: tuple[MeetingEvent, ...] = ()
    notice: MinutesNotice = field(default_factory=MinutesNotice)
    proxies: tuple[MinutesProxy, ...] = ()
    course: tuple[MinutesEvent, ...] = ()
    points: tuple[MinutesPoint, ...] = ()
    lost_quorum: QuorumState | None = None
    lost_reason: str = ""
    fund: MinutesFund | None = None
    texts: tuple[MinutesText, ...] = ()
    stages: tuple[MinutesStageRow, ...] = ()

    def text(self, block: MinutesBlock, item_id: UUID | None = None) -> str:
        """Return what was written in a place; empty when nothing was."""
        found = (x.text for x in self.texts if (x.block, x.item_id) == (block, item_id))
        return next(found, "")

    @property
    def is_over(self) -> bool:
        """Whether it is closed, its minutes approved or not."""
        return self.state in (MeetingState.CLOSED, MeetingState.APPROVED)

    @property
    def agenda(self) -> tuple[MinutesItem | MinutesPoint, ...]:
        """Every point, in the order in which they were taken."""
        points: list[MinutesItem | MinutesPoint] = [*self.items, *self.points]
        return tuple(sorted(points, key=lambda each: each.place.turn))

    @property
    def is_written(self) -> bool:
        """Whether members answered in writing instead of meeting."""
        return self.draft.kind is MeetingKind.WRITTEN


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
        schedule: The version in force once the agreement is signed, else the plan.
        is_decided: Whether the terms are the committee's, or only the request's.
        paid_on: Day from which every due date is counted.
        version: The frozen version in force, None before the agreement is signed.
        versions: Every frozen schedule, oldest first.
        events: In order of value date, then of entry.
        position: Where the advance stands, None before the agreement is signed.
    """

    programme: Programme
    number: str
    sheet: DossierSheet
    decision: Decision | None
    schedule: RepaymentSchedule
    is_decided: bool
    paid_on: date
    version: ScheduleVersion | None = None
    versions: tuple[ScheduleVersion, ...] = ()
    events: tuple[AdvanceEvent, ...] = ()
    position: AdvancePosition | None = None

    @property
    def contract_terms(self) -> AdvanceTerms:
        """Terms of the whole advance: those of the contract, counted from the real payment."""
        whole = (ScheduleReason.CONTRACT, ScheduleReason.PAYMENT_DATE)
        found = [each.terms for each in self.versions if each.reason in whole]
        return found[-1] if found else self.schedule.terms
