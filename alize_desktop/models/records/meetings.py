"""Meetings: their preparation, and everything the committee screen shows."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    DecisionOutcome,
    ItemStep,
    MeetingState,
    VoteChoice,
)
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.people import Member
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What is said of a meeting when it is prepared.

    Attributes:
        starts_at: Hour on the wall clock of the programme's time zone.
        presiding_member_id: Who presides; the chair of the roll when None.
        secretary: Full name of the meeting's secretary.
    """

    held_on: date
    starts_at: time
    place: str = ""
    presiding_member_id: UUID | None = None
    secretary: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One line of the list of meetings.

    Attributes:
        number: Stable number that people read: ``CA-2026-01``.
        dossiers: Number of dossiers on the agenda.
        decided: Number of them that have an outcome.
    """

    id: UUID
    number: str
    draft: MeetingDraft
    state: MeetingState
    dossiers: int
    decided: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One dossier on the agenda.

    Attributes:
        position: Order of passage, from 1.
        recused: Names of the members recused from it.
    """

    id: UUID
    position: int
    dossier_id: UUID
    number: str
    company: str
    town: str
    requested_amount: Money
    days: int
    jobs_created: int
    step: ItemStep
    outcome: DecisionOutcome | None
    recused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """A meeting in preparation, or looked at afterwards.

    Attributes:
        missing: What is still missing before it can open, in French sentences.
    """

    row: MeetingRow
    agenda: tuple[AgendaLine, ...]
    members: tuple[Member, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Where one member stands at this instant.

    Attributes:
        kind: PRESENT, REMOTE, EXCUSED, ABSENT, REPRESENTED or SUBSTITUTED; None
            while the roll has not reached the member.
        holder_id: Member who holds the proxy, when represented.
        at: When it was stamped.
    """

    member: Member
    kind: AttendanceKind | None
    holder_id: UUID | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class QuorumState:
    """The quorum with its arithmetic.

    Attributes:
        in_office: Members in office.
        required: Smallest number that reaches it.
        counted: Present and represented members that count.
        sentence: The same in French.
    """

    in_office: int
    required: int
    counted: int
    is_reached: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class VoterTile:
    """One tile of the vote grid.

    Attributes:
        number: Number typed to reach it, from 1; a proxy has its holder's.
        holder_id: Who answers for the member; None when it is the member.
        weight: Voices, exact.
        choice: What the file holds, None while nothing is recorded.
        is_recused: Recused members keep a tile, without a vote.
    """

    member: Member
    number: int
    holder_id: UUID | None
    holder_name: str
    weight: Decimal
    choice: VoteChoice | None
    is_recused: bool
    recusal_reason: str = ""


@dataclass(frozen=True, slots=True)
class BallotState:
    """A ballot as the file holds it.

    Attributes:
        result: Counts so far, with what is already certain.
        missing: Voters who have not answered.
        sentence: The result in French, complete once closed.
    """

    id: UUID
    form: BallotForm
    opened_at: datetime
    closed_at: datetime | None
    proclaimed_at: datetime | None
    result: BallotResult
    missing: int
    sentence: str


@dataclass(frozen=True, slots=True)
class CurrentItem:
    """The dossier the committee is on.

    Attributes:
        suggested_recusals: Members whose declared interests meet the dossier,
            with the reason in French: (member id, reason).
    """

    line: AgendaLine
    sheet: DossierSheet
    tiles: tuple[VoterTile, ...]
    quorum: QuorumState
    ballot: BallotState | None
    decision: Decision | None
    suggested_recusals: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class CommitteeState:
    """Everything the committee screen shows, rebuilt from the file.

    Attributes:
        quorum_at: When the quorum was recorded, None before.
        current: Dossier under examination, None before the first and after the
            last.
        fund_left: Money left in the fund, None when unknown.
        days_left: Days left at the partners.
        voices: Voices present and represented.
    """

    row: MeetingRow
    presiding: Member | None
    opened_at: datetime | None
    quorum_at: datetime | None
    closed_at: datetime | None
    attendance: tuple[Attendance, ...]
    quorum: QuorumState
    agenda: tuple[AgendaLine, ...]
    current: CurrentItem | None
    fund_left: Money | None
    days_left: int
    present: int
    represented: int
    voices: Decimal
