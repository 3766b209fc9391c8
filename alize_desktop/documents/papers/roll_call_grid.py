"""The roll call and the votes on paper, when there is no screen."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Section
from alize_desktop.documents.grids import Column, Noted
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.parts.forms import BLANK, FormRow, WritingLines, boxes, form_grid
from alize_desktop.documents.parts.meeting import meeting_document, meeting_header
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import AttendanceKind, BallotOutcome, PaperKind, VoteChoice
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meeting_papers import (
    MeetingPapersRecord,
    PaperPoint,
    PaperSeat,
)
from alize_desktop.wording.fallback_papers import (
    GRID_INTRODUCTION,
    STEPPED_ASIDE,
    VOTE_HOURS,
    dossier_quorum,
    majority_line,
    quorum_to_reach,
    vote_note,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import (
    WITHOUT_DOSSIERS,
    WITHOUT_SEATS,
    capacity,
    point_title,
    seat_note,
)
from alize_desktop.wording.names import member_name

_ROW: Final = 8 * mm
_LINES: Final = 16
_ROLL: Final = (
    Column("N°", 6),
    Column("Membre", 40),
    *(
        Column(label(each), 9)
        for each in (
            AttendanceKind.PRESENT,
            AttendanceKind.REMOTE,
            AttendanceKind.EXCUSED,
            AttendanceKind.ABSENT,
        )
    ),
    Column("Pouvoir à, suppléé par, heures", 18),
)
_REPLIES: Final = (
    Column("N°", 6),
    Column("Membre", 48),
    Column("Réponse reçue le", 20),
    Column("Reçue par, comment", 26),
)
_VOTE: Final = (
    Column("N°", 6),
    Column("Membre", 44),
    *(Column(label(each), 12.5) for each in VoteChoice),
)
_OUTCOMES: Final = (
    BallotOutcome.ADOPTED,
    BallotOutcome.REJECTED,
    BallotOutcome.TIE,
    BallotOutcome.NO_DECISION,
)


def roll_call_grid_pdf(record: MeetingPapersRecord) -> Generator[Progress, None, bytes]:
    """Make the grids: the roll call, then one page a dossier.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    sections = [
        Section("Appel", partial(_roll_call, record)),
        *(
            Section(f"Dossier {each.line.number}", partial(_dossier, each, record))
            for each in record.dossiers
        ),
    ]
    return (yield from meeting_document(PaperKind.ROLL_CALL_GRID, record, sections).render())


def _roll_call(record: MeetingPapersRecord) -> list[Flowable]:
    columns = _REPLIES if record.is_written else _ROLL
    content = [
        *meeting_header(PaperKind.ROLL_CALL_GRID, record),
        line(GRID_INTRODUCTION),
        *heading("Réponses" if record.is_written else "Appel"),
        line(quorum_to_reach(record)),
    ]
    rows = [_seat_row(each, record, len(columns)) for each in record.seats]
    content += form_grid(columns, rows, _ROW) if rows else [line(WITHOUT_SEATS)]
    if not record.dossiers:
        content.append(line(WITHOUT_DOSSIERS))
    if record.is_written:
        return content
    return [*content, *heading("Arrivées, départs, suspensions"), WritingLines(_LINES)]


def _seat_row(seat: PaperSeat, record: MeetingPapersRecord, columns: int) -> FormRow:
    sheet = seat.member.sheet
    note = seat_note(seat, record.seats, is_called=record.is_called)
    about = ", ".join(each for each in (capacity(sheet), note) if each)
    blank = [BLANK] * (columns - 2)
    return [str(seat.member.seat), Noted(member_name(sheet), about), *blank]


def _dossier(point: PaperPoint, record: MeetingPapersRecord) -> list[Flowable]:
    rows = [_vote_row(each, point) for each in record.seats]
    total: FormRow = ["", "Total", *([BLANK] * len(VoteChoice))]
    table = form_grid(_VOTE, [*rows, total], _ROW)
    end = [
        line(majority_line(record.rules.majority)),
        line(VOTE_HOURS),
        line(boxes([label(each) for each in _OUTCOMES]), styles().strong),
        WritingLines(1),
    ]
    return [
        PageBreak(),
        *heading(point_title(point)),
        line(dossier_quorum(point)),
        *table,
        Kept(end),
    ]


def _vote_row(seat: PaperSeat, point: PaperPoint) -> FormRow:
    number, name = str(seat.member.seat), Noted(member_name(seat.member.sheet), "")
    if seat.member.id in point.recused:
        return [number, name, *([STEPPED_ASIDE] * len(VoteChoice))]
    named = Noted(member_name(seat.member.sheet), vote_note(seat, point))
    return [number, named, *([BLANK] * len(VoteChoice))]
