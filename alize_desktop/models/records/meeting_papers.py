"""What the papers of a meeting say: read once, then typeset."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind, MeetingKind
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine, MeetingRow
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.minutes_parts import MinutesNotice
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules


@dataclass(frozen=True, slots=True)
class PaperSeat:
    """A seat of the committee, as papers list it.

    Attributes:
        member: Who holds it.
        alternate: Who may sit on it; None when nobody may.
        kind: Where the member stands or, before the roll call, announced to stand;
            None when nothing is known.
        holder: Who holds the member's proxy.
    """

    member: Member
    alternate: Member | None = None
    kind: AttendanceKind | None = None
    holder: Member | None = None


@dataclass(frozen=True, slots=True)
class PaperRecusal:
    """A member who steps aside from a dossier, or might have to.

    Attributes:
        is_declared: False for what the program only proposes.
    """

    member: Member
    reason: str
    is_declared: bool


@dataclass(frozen=True, slots=True)
class PaperPoint:
    """A point of the agenda.

    Attributes:
        sheet: The dossier; None for a standing point.
        recusals: Declared ones first.
        required: Seats that its quorum asks for.
        quorum: The quorum in a sentence, as it stands or is expected.
        voters: Who would vote in a secret ballot; every seat before the roll call.
        presiding: Who presides it; None when nobody is known to.
    """

    line: AgendaLine
    sheet: DossierSheet | None = None
    recusals: tuple[PaperRecusal, ...] = ()
    required: int = 0
    quorum: str = ""
    voters: int = 0
    presiding: Member | None = None

    @property
    def recused(self) -> frozenset[UUID]:
        """Members who declared that they step aside."""
        return frozenset(each.member.id for each in self.recusals if each.is_declared)


@dataclass(frozen=True, slots=True)
class MeetingPapersRecord:
    """Everything that the papers of a meeting say, minutes left out.

    Attributes:
        body: Name of the body: « comité d’agrément ».
        body_feminine: Whether that name is feminine: « la commission ».
        presiding: Who presides; None when nobody is named.
        seats: Seats in office, in the order of the roll.
        guests: Who may come without a vote, alternates left out.
        points: The agenda, by number of passage.
        quorum: Quorum of the meeting, as it stands or is expected.
        notice: How it was called.
        is_called: Whether the roll call has begun.
        is_rehearsal: Whether nothing of it took place.
        next_meeting_on: Day of the following meeting, None when not known.
        identity: How the papers of the office look.
        journal_head: Hexadecimal hash of the journal.
        journal_lines: Lines in the journal then.
    """

    row: MeetingRow
    programme: Programme
    rules: CommitteeRules
    rules_name: str
    body: str
    presiding: Member | None
    seats: tuple[PaperSeat, ...]
    guests: tuple[Member, ...]
    points: tuple[PaperPoint, ...]
    quorum: QuorumState
    journal_head: str
    journal_lines: int
    notice: MinutesNotice = field(default_factory=MinutesNotice)
    body_feminine: bool = False
    is_called: bool = False
    is_rehearsal: bool = False
    next_meeting_on: date | None = None
    identity: PaperIdentity = field(default_factory=PaperIdentity)

    @property
    def is_written(self) -> bool:
        """Whether members answer in writing instead of meeting."""
        return self.row.draft.kind is MeetingKind.WRITTEN

    @property
    def is_second_notice(self) -> bool:
        """Whether it is called again for want of a quorum."""
        return self.row.draft.second_notice_of is not None

    @property
    def dossiers(self) -> tuple[PaperPoint, ...]:
        """The points that are dossiers."""
        return tuple(each for each in self.points if each.sheet is not None)


@dataclass(frozen=True, slots=True)
class MailsMade:
    """Mails written to a folder, to leave when there is a network.

    Attributes:
        papers: The appointment first, then a mail a member, by seat.
        without_address: Names of those who have no usable address.
    """

    papers: tuple[Paper, ...]
    without_address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeCheck:
    """Whether the notice left in time, from the register of what was sent.

    Attributes:
        sentence: The same in French.
        is_kept: Whether it left in time for everybody with a seat.
        waiting: Names of those for whom no sending is recorded.
        late: Names of those whose sending left too little time.
    """

    sentence: str
    is_kept: bool
    waiting: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
