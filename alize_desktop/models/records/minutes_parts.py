"""Parts of the minutes: who was there, what was voted, how each point ended."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    ConditionEventKind,
    ItemConclusion,
    ItemKind,
    PaperKind,
    SendingMeans,
    VoteChoice,
)
from alize_desktop.models.records.ballots import (
    BallotResult,
    CountProtocol,
    Motion,
)
from alize_desktop.models.records.committee import NO_MOTION, QuorumState
from alize_desktop.models.records.decisions import Condition, Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.minutes_corrections import MinutesCorrection
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class MinutesStay:
    """Where a member stood for a part of the meeting.

    Attributes:
        at: Since when; None since the roll call.
        other: Who holds the proxy, who sits instead, or whose seat is held.
    """

    kind: AttendanceKind
    at: datetime | None
    other: Member | None = None


@dataclass(frozen=True, slots=True)
class MinutesAttendance:
    """One member in the attendance blocks.

    Attributes:
        kind: Where the member is listed: who came, even for a while, is there. ABSENT
            when nothing was said.
        holder: Full member who held the proxy, None unless listed as represented.
        stays: Where the member stood, in the order of the hours; empty when nothing
            was said.
    """

    member: Member
    kind: AttendanceKind
    holder: Member | None
    stays: tuple[MinutesStay, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesProxy:
    """A proxy that was on record once the roll was called.

    Attributes:
        document: How the written proxy was received; empty while it was not.
        since: None since the roll call.
        until: When it ended; None when it did not.
    """

    giver: Member
    holder: Member
    document: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class MinutesEvent:
    """An arrival, a departure, a suspension: told in sentences with their hours."""

    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class MinutesSending:
    """A paper that was sent for the meeting, as the register of sendings says.

    Attributes:
        first: Day it left for the first of those who received it.
        last: Day it left for the last one.
        readers: How many people it left for, >= 1.
    """

    kind: PaperKind
    means: SendingMeans
    first: date
    last: date
    readers: int


@dataclass(frozen=True, slots=True)
class MinutesNotice:
    """How the meeting was called.

    Attributes:
        sent_at: When the notice was sent; None when that was not recorded.
        is_urgent: Whether an emergency waived its delay.
        first_number: Meeting without quorum that this one is the second notice of;
            empty for none.
        first_held_on: Its day.
        sendings: Papers sent by the day of the meeting, in the order they left.
    """

    sent_at: datetime | None = None
    is_urgent: bool = False
    first_number: str = ""
    first_held_on: date | None = None
    sendings: tuple[MinutesSending, ...] = ()


class RecusalStage(StrEnum):
    """When a recusal was declared, as to the ballot."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class MinutesRecusal:
    """A member who stepped aside from a dossier.

    Attributes:
        givers: Whose proxies the member holds: they do not vote on the dossier either.
    """

    member: Member
    reason: str
    at: datetime
    stage: RecusalStage = RecusalStage.BEFORE
    givers: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesVote:
    """One answer in a named ballot.

    Attributes:
        member: With the weight that the ballot was held with.
        holder: Who answered for the member; None for oneself.
    """

    member: Member
    choice: VoteChoice
    holder: Member | None = None


@dataclass(frozen=True, slots=True)
class MinutesBallot:
    """One ballot on a dossier. What is not proclaimed has no result and no votes.

    Attributes:
        motion: What is asked, when it is not the dossier as filed.
        answers: Which ballot of the dossier it answers, from 1; 0 for none.
        presiding: Who presided it, the casting vote included.
        quorum: Quorum of the dossier, as it was.
        votes: By seat, in a named ballot only.
        sentence: What holds as proclaimed; empty before.
        protocol: What was counted, in a ballot without names.
        corrections: Made after the proclamation, oldest first.
        must_be_reexamined: Whether a late recusal weighs more than the margin.
    """

    form: BallotForm
    presiding: Member
    quorum: QuorumState
    opened_at: datetime
    closed_at: datetime | None
    motion: Motion = NO_MOTION
    answers: int = 0
    votes: tuple[MinutesVote, ...] = ()
    result: BallotResult | None = None
    sentence: str = ""
    protocol: CountProtocol | None = None
    corrections: tuple[MinutesCorrection, ...] = ()
    must_be_reexamined: bool = False


@dataclass(frozen=True, slots=True)
class MinutesPlace:
    """Where a point stands on the agenda.

    Attributes:
        position: Number of passage, from 1.
        turn: Order in which points were taken.
        is_late: Whether it was added after the notice.
        is_moved: Whether it was put off to the end of the agenda.
        is_carried_over: Whether a second notice brought it back.
        item_id: The point itself; None in a record made by hand.
    """

    position: int
    turn: int
    is_late: bool = False
    is_moved: bool = False
    is_carried_over: bool = False
    item_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One dossier in the minutes.

    Attributes:
        sheet: The dossier as the committee saw it.
        recused: Recusals that hold, by their hours.
        ballots: In their order; those that were given up are left out.
        schedule: Schedule of the advance as if paid on the day of the meeting.
        aid: State aid of its approval; None of anything else.
    """

    place: MinutesPlace
    number: str
    sheet: DossierSheet
    recused: tuple[MinutesRecusal, ...] = ()
    ballots: tuple[MinutesBallot, ...] = ()
    decision: Decision | None = None
    schedule: RepaymentSchedule | None = None
    aid: AidWeighing | None = None


@dataclass(frozen=True, slots=True)
class MinutesFund:
    """What a meeting took from the fund and from the partners, as at its closing.

    Attributes:
        before: Money left before the meeting; None when the fund is unknown.
        granted: Money granted by it.
        after: Money left after it, None when the fund is unknown; may be negative.
        days: (partner, days left), those whose days it granted.
        days_left: Days left at all partners in its year; negative when too many were
            promised.
    """

    before: Money | None
    granted: Money
    after: Money | None
    days: tuple[tuple[str, Decimal], ...]
    days_left: Decimal


@dataclass(frozen=True, slots=True)
class MinutesCondition:
    """What was said in the meeting of a condition of an earlier decision.

    Attributes:
        until: New date, of one that is extended.
        note: In the words of the operator.
    """

    decision_number: str
    company: str
    condition: Condition
    kind: ConditionEventKind
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MinutesPoint:
    """One standing point of the agenda.

    Attributes:
        conclusion: None while it is not concluded.
        note: In the words of the operator.
        conditions: Those followed by this point.
    """

    place: MinutesPlace
    kind: ItemKind
    title: str
    conclusion: ItemConclusion | None = None
    note: str = ""
    conditions: tuple[MinutesCondition, ...] = ()
