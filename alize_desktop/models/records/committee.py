"""The meeting held: everything the committee screen shows, rebuilt from the file."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind, BallotForm, VoteChoice
from alize_desktop.models.records.ballots import (
    BallotResult,
    Correction,
    CountProtocol,
    Motion,
)
from alize_desktop.models.records.decisions import ConditionState, Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine, MeetingEvent, MeetingRow
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.values import Money

NO_MOTION: Final = Motion()
"""The question is the dossier as it was filed."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Where one member stands at this instant.

    Attributes:
        kind: PRESENT, REMOTE, EXCUSED, ABSENT, REPRESENTED, SUBSTITUTED or DEPARTED;
            None while the roll has not reached the member. Who left and has a proxy on
            record is REPRESENTED.
        holder_id: Member who holds the proxy on record, even suspended.
        at: When it was stamped.
        is_proxy_suspended: Whether the proxy on record does not vote now.
        proxy_document: How the written proxy was received; empty while it was not.
    """

    member: Member
    kind: AttendanceKind | None
    holder_id: UUID | None
    at: datetime | None
    is_proxy_suspended: bool = False
    proxy_document: str = ""


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
class Movement:
    """One arrival, departure or proxy, told in a sentence with its hour."""

    member_id: UUID
    kind: AttendanceKind
    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class MovementPreview:
    """What an attendance would change, before it is recorded.

    Attributes:
        sentences: « Le pouvoir de Mme Martin est suspendu. »
        quorum: The quorum that would follow, of the dossier under way if any.
    """

    sentences: tuple[str, ...]
    quorum: QuorumState


@dataclass(frozen=True, slots=True)
class VoterTile:
    """One tile of the vote grid.

    Attributes:
        number: Number of the seat, typed to reach it; a proxy has its holder's.
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
        number: 1 for the first ballot of the point, then one more each.
        motion: What is asked, when it is not the dossier as filed.
        protocol: What was counted, in a ballot by counts; None before.
        voices_entitled: Voices of everybody entitled to vote.
        corrections: Made after the proclamation, oldest first.
        reexamination: Why the result must be looked at again; empty when sound.
    """

    id: UUID
    form: BallotForm
    opened_at: datetime
    closed_at: datetime | None
    proclaimed_at: datetime | None
    result: BallotResult
    missing: int
    sentence: str
    number: int = 1
    motion: Motion = NO_MOTION
    protocol: CountProtocol | None = None
    voices_entitled: Decimal = Decimal(0)
    corrections: tuple[Correction, ...] = ()
    reexamination: str = ""


@dataclass(frozen=True, slots=True)
class CurrentItem:
    """The dossier the committee is on.

    Attributes:
        suggested_recusals: Members whose declared interests meet the dossier,
            with the reason in French: (member id, reason).
        earlier_ballots: Proclaimed ballots of this point before ``ballot``.
        set_aside: Members whose suggested recusal was answered « non ».
    """

    line: AgendaLine
    sheet: DossierSheet
    tiles: tuple[VoterTile, ...]
    quorum: QuorumState
    ballot: BallotState | None
    decision: Decision | None
    suggested_recusals: tuple[tuple[UUID, str], ...]
    earlier_ballots: tuple[BallotState, ...] = ()
    set_aside: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    """One line of the check-list before closing.

    Attributes:
        sentence: What is missing and what to do.
        is_blocking: Whether the meeting cannot be closed with it.
        item_id: Point to jump to.
        member_id: Member to jump to.
    """

    sentence: str
    is_blocking: bool
    item_id: UUID | None = None
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ScreenPosition:
    """Where the operator was, kept in the file for after a stop.

    Attributes:
        step: Name of the screen step or detour.
        item_id: Point it was about, None outside of a point.
    """

    step: str
    item_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CommitteeState:
    """Everything the committee screen shows, rebuilt from the file.

    Attributes:
        quorum_at: When the quorum was recorded, None before.
        current: Dossier under examination, None before the first and after the
            last.
        standing: Standing point under way; never together with ``current``.
        programme: Programme of the registry.
        rules: Rules the meeting is held under, and how papers name them.
        suspension: Set while the meeting is suspended.
        movements: Arrivals, departures and proxies, oldest first.
        position: Where the operator was when the program last stopped.
        pending_conditions: Conditions of earlier decisions that are not met.
        minutes_version: 1, then one more at each reopening.
        decisions: Decisions recorded in this meeting by agenda item, oldest first.
        fund_left: Money left in the fund, None when unknown.
        days_left: Days left at the partners in the year of the meeting.
        days_by_partner: The same of each partner, by its identifier.
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
    days_left: Decimal
    present: int
    represented: int
    voices: Decimal
    programme: Programme
    rules: CommitteeRules
    rules_name: str = ""
    standing: AgendaLine | None = None
    suspension: MeetingEvent | None = None
    movements: tuple[Movement, ...] = ()
    position: ScreenPosition | None = None
    pending_conditions: tuple[ConditionState, ...] = ()
    minutes_version: int = 1
    decisions: tuple[tuple[UUID, Decision], ...] = ()
    days_by_partner: tuple[tuple[UUID, Decimal], ...] = ()
