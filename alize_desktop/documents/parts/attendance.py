"""Who was there, who was represented, who was not; proxies, the quorum, and what moved."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Cell, Column, Group, Noted, grid, grouped_grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.agenda import NOTHING
from alize_desktop.models.enums import AttendanceKind, MemberOffice
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesAttendance, MinutesProxy
from alize_desktop.wording.labels import label, office_label
from alize_desktop.wording.minutes_meeting import course_text, hours_of, quorum_text
from alize_desktop.wording.minutes_people import attendance_note, attendance_title, proxy_effect
from alize_desktop.wording.names import member_name

_THERE: Final = (AttendanceKind.PRESENT, AttendanceKind.REMOTE)
_ORDER: Final = (
    *_THERE,
    AttendanceKind.SUBSTITUTED,
    AttendanceKind.REPRESENTED,
    AttendanceKind.EXCUSED,
    AttendanceKind.ABSENT,
)
_COLUMNS: Final = (
    Column("Membre", 32),
    Column("Organisation", 32),
    Column("Collège", 21),
    Column("Qualité", 15),
)
_PROXIES: Final = (
    Column("Mandant", 25),
    Column("Mandataire", 25),
    Column("Réception du pouvoir", 30),
    Column("Effet", 20),
)


def attendance(record: MinutesRecord) -> list[Flowable]:
    """Return the members by attendance, each group with its count."""
    title = "Réponses des membres" if record.is_written else _TITLE
    content = heading(title)
    groups = [group for group in _groups(record) if group.rows]
    if record.opened_at is None or not groups:
        return [*content, line("L’appel n’a pas été fait.")]
    return [*content, *grouped_grid(_COLUMNS, groups)]


_TITLE: Final = "Présents, représentés, excusés et absents"


def proxies(record: MinutesRecord) -> list[Flowable]:
    """Return the proxies: who gave it to whom, how it was received; nothing without any."""
    if not record.proxies:
        return []
    rows = [_proxy_row(each, record) for each in record.proxies]
    return [*heading("Pouvoirs"), *grid(_PROXIES, rows)]


def quorum(record: MinutesRecord) -> list[Flowable]:
    """Return the quorum of the meeting, with its arithmetic and its hour."""
    content, hours = heading("Quorum"), hours_of(record)
    lost = _quorum_text(record.lost_quorum, record)
    established = hours.at(record.quorum_at) if record.quorum and record.quorum_at else ""
    rows = [
        ("Décompte", _quorum_text(record.quorum, record)),
        ("Constaté", established),
        ("À la clôture" if record.is_written else "À la levée", lost),
    ]
    return [*content, *(facts(rows) or [line("Le quorum n’a pas été constaté.")])]


def course(record: MinutesRecord) -> list[Flowable]:
    """Return arrivals, departures, proxies and suspensions by their hours; nothing without any."""
    if not record.course:
        return []
    hours = hours_of(record)
    title = "Cours de la consultation" if record.is_written else "Mouvements et suspensions"
    return [*heading(title), *(line(course_text(each, hours)) for each in record.course)]


def _quorum_text(quorum: QuorumState | None, record: MinutesRecord) -> str:
    return quorum_text(quorum, is_written=record.is_written) if quorum else ""


def _groups(record: MinutesRecord) -> list[Group]:
    listed = [each for each in record.attendance if _is_listed(each)]
    guests = [each for each in listed if each.member.sheet.office is MemberOffice.GUEST]
    members = [each for each in listed if each not in guests]
    groups = []
    for kind in _ORDER:
        of_kind = [each for each in members if each.kind is kind]
        if of_kind:
            sheets = tuple(each.member.sheet for each in of_kind)
            title = attendance_title(kind, sheets, is_written=record.is_written)
            groups.append(_group(title, of_kind, record))
    return [*groups, _group(f"Invités sans voix ({len(guests)})", guests, record)]


def _is_listed(attendance: MinutesAttendance) -> bool:
    """Return False for an alternate or a guest who did not have to come."""
    has_duty = attendance.member.has_seat
    return has_duty or attendance.kind in _THERE


def _group(title: str, members: Sequence[MinutesAttendance], record: MinutesRecord) -> Group:
    return Group(title, [_row(each, record) for each in members])


def _row(attendance: MinutesAttendance, record: MinutesRecord) -> list[Cell]:
    sheet = attendance.member.sheet
    note = attendance_note(attendance, hours_of(record), is_written=record.is_written)
    return [
        Noted(member_name(sheet), note),
        sheet.organisation,
        label(sheet.college),
        office_label(sheet.office, sheet.civility),
    ]


def _proxy_row(proxy: MinutesProxy, record: MinutesRecord) -> list[Cell]:
    return [
        member_name(proxy.giver.sheet),
        member_name(proxy.holder.sheet),
        proxy.document or NOTHING,
        proxy_effect(proxy, hours_of(record)),
    ]
