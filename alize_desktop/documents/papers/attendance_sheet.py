"""The attendance sheet: who has a seat, where each stands, and a box to sign in."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Section
from alize_desktop.documents.grids import Column, Noted, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.forms import BLANK, FormRow, form_grid
from alize_desktop.documents.parts.meeting import meeting_document, meeting_header
from alize_desktop.documents.parts.seal import seal
from alize_desktop.documents.text import shorten
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meeting_papers import (
    MeetingPapersRecord,
    PaperPoint,
    PaperSeat,
)
from alize_desktop.models.records.people import Member
from alize_desktop.wording.attendance_sheet import (
    FINGERPRINT_USE,
    NO_RECUSAL,
    PROXY_HINT,
    SHEET_INTRODUCTION,
    WRITTEN_INTRODUCTION,
    alternate_note,
    certified_text,
    guests_title,
    presiding_capacity,
    seats_title,
    secretary_capacity,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import (
    WITHOUT_DOSSIERS,
    WITHOUT_SEATS,
    capacity,
    recusal_text,
    seat_note,
)
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import member_name

_ROOM: Final = 12 * mm
_LONGEST_NAME: Final = 160
_DOSSIERS_TOGETHER: Final = 6
_SPARE_GUESTS: Final = 2
_SPARE_PROXIES: Final = 2
_SEATS: Final = (
    Column("N°", 6),
    Column("Membre", 36),
    Column("Organisation", 28),
    Column("Signature", 30),
)
_GUESTS: Final = (Column("Nom", 36), Column("Organisation, qualité", 34), Column("Signature", 30))
_PROXIES: Final = (
    Column("Mandant", 30),
    Column("Mandataire", 30),
    Column("Reçu le, par", 22),
    Column("Signature du mandataire", 18),
)
_RECUSALS: Final = (Column("Dossier", 38), Column("Déports", 62))


def attendance_sheet_pdf(record: MeetingPapersRecord) -> Generator[Progress, None, bytes]:
    """Make the attendance sheet, one part a step.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    sections = (
        Section("Membres", partial(_members, record)),
        Section("Invités", partial(_guests, record)),
        Section("Pouvoirs", partial(_proxies, record)),
        Section("Déports et certification", partial(_end, record)),
    )
    return (yield from meeting_document(PaperKind.ATTENDANCE_SHEET, record, sections).render())


def _members(record: MeetingPapersRecord) -> list[Flowable]:
    introduction = WRITTEN_INTRODUCTION if record.is_written else SHEET_INTRODUCTION
    content = [
        *meeting_header(PaperKind.ATTENDANCE_SHEET, record),
        line(introduction),
        *heading(seats_title(record)),
    ]
    if not record.seats:
        return [*content, line(WITHOUT_SEATS)]
    rows = [row for seat in record.seats for row in _seat_rows(seat, record)]
    return [*content, *form_grid(_SEATS, rows, _ROOM)]


def _seat_rows(seat: PaperSeat, record: MeetingPapersRecord) -> list[FormRow]:
    known = seat_note(seat, record.seats, is_called=record.is_called)
    about = ", ".join(each for each in (capacity(seat.member.sheet), known) if each)
    rows = [_row(seat.member, about)]
    if seat.alternate is not None:
        rows.append(_row(seat.alternate, alternate_note(seat.alternate, seat.member)))
    return rows


def _row(member: Member, about: str) -> FormRow:
    sheet = member.sheet
    return [
        str(member.seat),
        Noted(member_name(sheet), about),
        Noted(sheet.organisation, label(sheet.college)),
        BLANK,
    ]


def _guests(record: MeetingPapersRecord) -> list[Flowable]:
    rows: list[FormRow] = [
        [
            member_name(each.sheet),
            Noted(each.sheet.organisation, capacity(each.sheet)),
            BLANK,
        ]
        for each in record.guests
    ]
    rows += [[BLANK, BLANK, BLANK]] * _SPARE_GUESTS
    content = [*heading(guests_title(len(record.guests))), *form_grid(_GUESTS, rows, _ROOM)]
    return content if len(rows) > 12 else [Kept(content)]


def _proxies(record: MeetingPapersRecord) -> list[Flowable]:
    if record.is_written:
        return []
    rows: list[FormRow] = [
        [member_name(each.member.sheet), member_name(each.holder.sheet), BLANK, BLANK]
        for each in record.seats
        if each.holder is not None
    ]
    rows += [[BLANK, BLANK, BLANK, BLANK]] * _SPARE_PROXIES
    content = [*heading("Pouvoirs"), line(PROXY_HINT), *form_grid(_PROXIES, rows, _ROOM)]
    return content if len(rows) > 12 else [Kept(content)]


def _end(record: MeetingPapersRecord) -> list[Flowable]:
    """Return the recusals and what certifies them: signatures never stand alone on a page."""
    recusals, certified = _recusals(record), _certified(record)
    if len(record.dossiers) > _DOSSIERS_TOGETHER:
        return [*recusals, Kept(certified)]
    return [Kept([*recusals, *certified])]


def _recusals(record: MeetingPapersRecord) -> list[Flowable]:
    content = heading("Déports par dossier")
    if not record.dossiers:
        return [*content, line(WITHOUT_DOSSIERS)]
    rows = [_recusal_row(each) for each in record.dossiers]
    return [*content, *grid(_RECUSALS, rows)]


def _recusal_row(point: PaperPoint) -> list[str | Noted]:
    told = "\n".join(ended(recusal_text(each)) for each in point.recusals)
    company = Noted(
        f"{point.line.position}. {point.line.number}", shorten(point.line.company, _LONGEST_NAME)
    )
    return [company, told or NO_RECUSAL]


def _certified(record: MeetingPapersRecord) -> list[Flowable]:
    chair = member_name(record.presiding.sheet) if record.presiding else ""
    signatories = [
        (presiding_capacity(record), chair),
        (secretary_capacity(record), record.row.draft.secretary),
    ]
    return [
        *heading("Certification"),
        line(certified_text(record)),
        signature_boxes(signatories),
        seal(record.row.number, record.journal_head, record.journal_lines, FINGERPRINT_USE),
    ]
