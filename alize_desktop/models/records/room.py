"""What the room may see: nothing else can reach the room window.

Private notes, opinions, scores, votes not proclaimed and the names of a secret
ballot have no field here, so they cannot leak. Every text is ready to be shown.
Built by ``wording.room``; shown by the room window and by the operator's thumbnail.
"""

from dataclasses import dataclass

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    DecisionOutcome,
    ItemConclusion,
    RoomLayout,
    VoteChoice,
)


@dataclass(frozen=True, slots=True)
class RoomControls:
    """What the operator asks of the room, besides following the meeting.

    Attributes:
        layout: Layout forced by hand; None follows the meeting.
        is_black: Nothing but a black screen.
        is_private: Behind closed doors: no figure of the dossier is shown.
        applicant_present: The applicant is in the room: no opinion, no other
            dossier, no result of another company.
        is_rehearsal: Every layout carries the mark of a rehearsal.
        is_only_screen: The room shares the operator's screen: the same layouts as
            with the applicant in the room.
        step: Screen step of the operator, ``deliberation`` or ``closing`` among
            others; the one kept in the file when empty.
    """

    layout: RoomLayout | None = None
    is_black: bool = False
    is_private: bool = False
    applicant_present: bool = False
    is_rehearsal: bool = False
    is_only_screen: bool = False
    step: str = ""

    @property
    def is_guarded(self) -> bool:
        """Whether only the safe layouts may be shown."""
        return self.applicant_present or self.is_only_screen


@dataclass(frozen=True, slots=True)
class RoomFigure:
    """One large figure with what it is: « 15 000 € », « avance demandée »."""

    value: str
    caption: str


@dataclass(frozen=True, slots=True)
class RoomCount:
    """Voices of one answer in a proclaimed result: « 8 », « pour »."""

    choice: VoteChoice
    voices: str
    caption: str


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One line of a paged list: a point of the agenda, or a member.

    Attributes:
        mark: Number of passage or of the seat; empty for none.
        status: Where it stands, in one or two words: « Présente », « Agréé ».
        attendance: Where a member stands, in the roll call only.
        outcome: Outcome of a dossier, once decided.
        conclusion: How a standing point ended.
        is_current: Whether it is the one under examination or being called.
    """

    mark: str
    text: str
    detail: str = ""
    status: str = ""
    attendance: AttendanceKind | None = None
    outcome: DecisionOutcome | None = None
    conclusion: ItemConclusion | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class RoomState:
    """One picture of the room window.

    Attributes:
        layout: What is shown.
        body: Name of the committee and basin: « Comité d’agrément Alizé · Côte-d’Or ».
        day: Day of the meeting, in full.
        heading: Main line: the company, the committee, « Suspension de séance ».
        subtitle: Line under it.
        note: Ordinary sentence: the quorum, the hour of resumption, the question voted.
        figures: Four at most.
        lines: Lines of a list; the window pages them.
        form: Form of the ballot under way, in the vote layout only.
        form_name: The same in words: « Vote à main levée ».
        ballot_outcome: Of a proclaimed ballot only.
        decision_outcome: Of a recorded decision only.
        is_quorum_reached: In the quorum layout only.
        outcome: The outcome in one or two words, empty before proclamation.
        sentence: The result sentence, empty before proclamation.
        counts: Proclaimed voices; empty before.
        is_private: Whether « huis clos » is announced.
        is_guarded: Whether only safe layouts are shown: the applicant is there, or
            there is no other screen.
        is_rehearsal: Whether the mark of a rehearsal covers it.
    """

    layout: RoomLayout
    body: str = ""
    day: str = ""
    heading: str = ""
    subtitle: str = ""
    note: str = ""
    figures: tuple[RoomFigure, ...] = ()
    lines: tuple[RoomLine, ...] = ()
    form: BallotForm | None = None
    form_name: str = ""
    ballot_outcome: BallotOutcome | None = None
    decision_outcome: DecisionOutcome | None = None
    is_quorum_reached: bool | None = None
    outcome: str = ""
    sentence: str = ""
    counts: tuple[RoomCount, ...] = ()
    is_private: bool = False
    is_guarded: bool = False
    is_rehearsal: bool = False
