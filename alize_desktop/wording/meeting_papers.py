"""Sentences shared by the papers of a meeting: titles, agenda, who stands where."""

from collections.abc import Iterator
from typing import Final

from alize_desktop.models.enums import AttendanceKind, MemberOffice, PaperKind
from alize_desktop.models.records.meeting_papers import (
    MeetingPapersRecord,
    PaperPoint,
    PaperRecusal,
    PaperSeat,
)
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.dates import long_date, long_date_with_day, time_text
from alize_desktop.wording.labels import attendance_label, label, office_label
from alize_desktop.wording.names import counted, is_feminine, member_name

REHEARSAL: Final = "RÉPÉTITION"
"""Mark of every paper that a rehearsal makes."""

REHEARSAL_TEXT: Final = "Ce document vient d’une répétition\u00a0: il n’a aucune valeur."
"""What the mark means."""

WITHOUT_POINTS: Final = "Aucun point n’est inscrit à l’ordre du jour."
"""An agenda that is empty."""

WITHOUT_DOSSIERS: Final = "Aucun dossier n’est inscrit à l’ordre du jour."
"""An agenda without a dossier."""

WITHOUT_SEATS: Final = "Aucun membre n’a voix délibérative."
"""A committee without a seat."""


def kind_title(record: MeetingPapersRecord) -> str:
    """Return « Séance du 24 mars 2026 », « Consultation écrite du 24 mars 2026 »."""
    kind = "Consultation écrite" if record.is_written else "Séance"
    return f"{kind} du {long_date(record.row.draft.held_on)}"


def title_of(kind: PaperKind, record: MeetingPapersRecord) -> str:
    """Return the title of a paper: « Feuille de présence CA-2026-01 »."""
    return f"{label(kind)} {record.row.number}"


def meeting_line(record: MeetingPapersRecord) -> str:
    """Return the meeting in one line: its day, hour and place.

    « Séance du mardi 24 mars 2026, 14 h, salle des Ducs »
    """
    draft = record.row.draft
    day = long_date_with_day(draft.held_on)
    if record.is_written:
        until = f", réponses jusqu’au {long_date(draft.replies_by)}" if draft.replies_by else ""
        return f"Consultation écrite du {day}{until}"
    parts = (f"Séance du {day}", time_text(draft.starts_at), draft.place.strip())
    return ", ".join(each for each in parts if each)


def capacity(sheet: MemberSheet) -> str:
    """Return in which capacity a member sits: « Présidente », « Membre », « Suppléant »."""
    return office_label(sheet.office, sheet.civility)


def named_with_office(member: Member) -> str:
    """Return « Mme Céline Weiß, vice-présidente », « M. Loïc Weiß » for a plain member."""
    name = member_name(member.sheet)
    if member.sheet.office in (MemberOffice.CHAIR, MemberOffice.VICE_CHAIR):
        return f"{name}, {capacity(member.sheet).lower()}"
    return name


def seat_note(seat: PaperSeat, seats: tuple[PaperSeat, ...], *, is_called: bool) -> str:
    """Return what is known of a seat: « représenté par M. Weiß ; pouvoir de Mme Öztürk ».

    Args:
        seat: The seat.
        seats: Every seat: their proxies may be held by this one.
        is_called: Whether the roll call has begun; what is only announced is told as such.
    """
    return f"{NO_BREAK}; ".join(_seat_words(seat, seats, is_called=is_called))


def recusal_text(recusal: PaperRecusal) -> str:
    """Return a recusal, declared or to be confirmed, with its reason."""
    stage = "déport déclaré" if recusal.is_declared else "déport à confirmer"
    why = recusal.reason.strip()
    reason = f"{NO_BREAK}: {why}" if why else ""
    return f"{member_name(recusal.member.sheet)}, {stage}{reason}"


def point_title(point: PaperPoint) -> str:
    """Return a point by its number of passage: « 2. Dossier 2026-016, Menuiserie Noisetier »."""
    line = point.line
    what = f"Dossier {line.number}, {line.company}" if point.sheet else line.company
    return f"{line.position}. {what}"


def request_text(point: PaperPoint) -> str:
    """Return what a dossier asks: « avance de 12 000 €, 6 jours de compétences ».

    Empty for a standing point.
    """
    line = point.line
    if point.sheet is None:
        return ""
    parts = []
    if line.requested_amount:
        parts.append(f"avance de {money_short(line.requested_amount, NO_BREAK)}")
    if line.days:
        parts.append(counted(line.days, "jour de compétences", "jours de compétences"))
    return ", ".join(parts) or "sans avance ni jours de compétences"


def agenda_text(point: PaperPoint) -> str:
    """Return a point as the notice lists it, with its town and what it asks."""
    line = point.line
    about = ", ".join(each for each in (line.town.strip(), request_text(point)) if each)
    told = f"Dossier {line.number}{NO_BREAK}: {line.company}" if point.sheet else line.company
    again = ", reconvoqué" if line.is_carried_over else ""
    return f"{told}{f' ({about})' if about else ''}{again}"


def officer_title(officer: str) -> str:
    """Return « Rapporteur », « Rapporteure » from the civility before a name."""
    return f"Rapporteur{'e' if officer.startswith('Mme') else ''}"


def _seat_words(seat: PaperSeat, seats: tuple[PaperSeat, ...], *, is_called: bool) -> Iterator[str]:
    sheet = seat.member.sheet
    if seat.kind is AttendanceKind.REPRESENTED and seat.holder is not None:
        yield f"pouvoir à {member_name(seat.holder.sheet)}"
    elif seat.kind is AttendanceKind.SUBSTITUTED and seat.alternate is not None:
        word = attendance_label(seat.kind, sheet.civility).lower()
        yield f"{word} par {member_name(seat.alternate.sheet)}"
    elif seat.kind is not None and (is_called or seat.kind is not AttendanceKind.PRESENT):
        word = attendance_label(seat.kind, sheet.civility).lower()
        announced = "annoncée" if is_feminine(sheet.civility) else "annoncé"
        yield word if is_called else f"{announced} {word}"
    for each in seats:
        if each.holder is not None and each.holder.id == seat.member.id:
            yield f"porte le pouvoir de {member_name(each.member.sheet)}"
