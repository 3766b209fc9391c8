"""Meetings: their preparation, their agenda, and what happened to them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from alize_desktop.models.enums import (
    AnswerKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    ItemStep,
    MeetingEventKind,
    MeetingKind,
    MeetingState,
)
from alize_desktop.models.records.people import Member
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What is said of a meeting when it is prepared.

    Attributes:
        starts_at: Hour on the wall clock of the programme's time zone.
        presiding_member_id: Who presides; the chair of the roll when None.
        secretary: Full name of the meeting's secretary.
        kind: A meeting, or a written consultation.
        second_notice_of: Meeting without quorum that this one is the second notice of.
        replies_by: Last day of a written consultation.
    """

    held_on: date
    starts_at: time
    place: str = ""
    presiding_member_id: UUID | None = None
    secretary: str = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    second_notice_of: UUID | None = None
    replies_by: date | None = None


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
    """One point of the agenda: a dossier, or a standing point.

    Attributes:
        position: Number of passage, from 1; frozen by the notice.
        dossier_id: None for a standing point.
        company: Company of the dossier, or the title of a standing point.
        recused: Names of the members recused from it.
        turn: Order in which points are taken, from 1; a point moved to the end
            keeps its number and takes the last turn.
        conclusion: How a standing point ended; None before, and for a dossier.
        is_late: Whether it was added after the notice.
        is_carried_over: Whether a second notice brings it back without quorum.
        note: What is told of a standing point, in the words of the operator.
        source_id: Meeting whose minutes are approved or that is ratified.
        granted_amount: What its decision grants; None before it.
        granted_days: Days that its decision grants; None before it.
        before_number, before_amount, before_months: The approval that its decision changes;
            an empty number for a dossier that had none.
    """

    id: UUID
    position: int
    dossier_id: UUID | None
    number: str
    company: str
    town: str
    requested_amount: Money
    days: int
    jobs_created: int
    step: ItemStep
    outcome: DecisionOutcome | None
    recused: tuple[str, ...]
    kind: ItemKind = ItemKind.DOSSIER
    turn: int = 0
    conclusion: ItemConclusion | None = None
    is_late: bool = False
    is_carried_over: bool = False
    note: str = ""
    source_id: UUID | None = None
    granted_amount: Money | None = None
    granted_days: int | None = None
    before_number: str = ""
    before_amount: Money | None = None
    before_months: int | None = None

    @property
    def dossier(self) -> UUID:
        """The dossier's identifier.

        Raises:
            ValueError: A standing point has no dossier: a bug in the caller.
        """
        if self.dossier_id is None:
            msg = f"point {self.position} is not a dossier"
            raise ValueError(msg)
        return self.dossier_id

    @property
    def is_done(self) -> bool:
        """Whether it has an outcome or a conclusion."""
        return self.step is ItemStep.DECIDED


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A point to add to an agenda.

    Attributes:
        dossier_id: For a dossier only.
        source_id: Meeting whose minutes are approved or that is ratified.
        consented: Whether the committee agreed to a point added after the notice.
    """

    kind: ItemKind
    title: str = ""
    dossier_id: UUID | None = None
    source_id: UUID | None = None
    consented: bool = False


@dataclass(frozen=True, slots=True)
class AgendaProposal:
    """A point that the program proposes by itself, and why.

    Attributes:
        reason: French sentence: « Ajourné le 3 mars 2026, documents reçus. »
    """

    draft: ItemDraft
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """What a member answered to the notice.

    Attributes:
        kind: None while no answer came.
        holder_id: Who is to hold the proxy.
    """

    member: Member
    kind: AnswerKind | None
    holder_id: UUID | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class QuorumForecast:
    """The quorum of one point, had everybody done as answered.

    Attributes:
        item_id: None for the opening.
        expected: Seats that would be counted.
        possible: The same, were every member without an answer to come.
        sentence: « Quorum prévu : 9 sur 17, il en faut 9. »
    """

    item_id: UUID | None
    required: int
    expected: int
    possible: int
    is_reached: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class MeetingEvent:
    """Something that happened to the meeting as a whole, with its instant.

    Attributes:
        until: When a suspended meeting is to resume.
    """

    kind: MeetingEventKind
    at: datetime
    until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """A meeting in preparation, or looked at afterwards.

    Attributes:
        missing: What is still missing before it can open, in French sentences.
        missing_for_notice: What is still missing before the notice can be sent.
        rules_name: Rules of procedure it is held under.
        answers: One a member with a seat.
        forecasts: Quorum at opening, then of each dossier.
        events: What happened to the meeting so far.
    """

    row: MeetingRow
    agenda: tuple[AgendaLine, ...]
    members: tuple[Member, ...]
    missing: tuple[str, ...]
    missing_for_notice: tuple[str, ...] = ()
    rules_name: str = ""
    answers: tuple[MemberAnswer, ...] = ()
    forecasts: tuple[QuorumForecast, ...] = ()
    events: tuple[MeetingEvent, ...] = ()
