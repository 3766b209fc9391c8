"""Who was there, who was represented, who was not; and the quorum."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Cell, Column, Group, Noted, grouped_grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.hours import hour_of
from alize_desktop.models.enums import AttendanceKind, Civility, MemberOffice
from alize_desktop.models.records.minutes import MinutesAttendance, MinutesRecord
from alize_desktop.wording.labels import attendance_label, label, office_label
from alize_desktop.wording.names import is_feminine, member_name

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


def attendance(record: MinutesRecord) -> list[Flowable]:
    """Return the members by attendance, each group with its count."""
    content = heading("Présents, représentés, excusés et absents")
    groups = [group for group in _groups(record) if group.rows]
    if not groups:
        return [*content, line("L’appel n’a pas été fait.")]
    return [*content, *grouped_grid(_COLUMNS, groups)]


def quorum(record: MinutesRecord) -> list[Flowable]:
    """Return the quorum of the meeting, with its arithmetic and its hour."""
    content = heading("Quorum")
    if record.quorum is None:
        return [*content, line("Le quorum n’a pas été constaté.")]
    hour = hour_of(record.quorum_at, record.programme) if record.quorum_at else ""
    rows = [("Décompte", record.quorum.sentence), ("Constaté à", hour)]
    return [*content, *facts(rows)]


def _groups(record: MinutesRecord) -> list[Group]:
    listed = [each for each in record.attendance if _is_listed(each)]
    guests = [each for each in listed if each.member.sheet.office is MemberOffice.GUEST]
    members = [each for each in listed if each not in guests]
    groups = [
        _group(attendance_title(kind, of_kind), of_kind, record)
        for kind in _ORDER
        if (of_kind := [each for each in members if each.kind is kind])
    ]
    return [*groups, _group(f"Invités sans voix ({len(guests)})", guests, record)]


def _is_listed(attendance: MinutesAttendance) -> bool:
    """Return False for an alternate or a guest who did not have to come."""
    has_duty = attendance.member.has_seat
    return has_duty or attendance.kind in _THERE


def attendance_title(kind: AttendanceKind, members: Sequence[MinutesAttendance]) -> str:
    """Return the title of a group by gender and number: « Excusées (2) »."""
    all_women = all(is_feminine(each.member.sheet.civility) for each in members)
    word = attendance_label(kind, Civility.MADAME if all_women else Civility.MONSIEUR)
    ending = "s" if len(members) > 1 and kind is not AttendanceKind.REMOTE else ""
    return f"{word}{ending} ({len(members)})"


def _group(title: str, members: Sequence[MinutesAttendance], record: MinutesRecord) -> Group:
    return Group(title, [_row(each, record) for each in members])


def _row(attendance: MinutesAttendance, record: MinutesRecord) -> list[Cell]:
    sheet = attendance.member.sheet
    return [
        Noted(member_name(sheet), _note(attendance, record)),
        sheet.organisation,
        label(sheet.college),
        office_label(sheet.office, sheet.civility),
    ]


def _note(attendance: MinutesAttendance, record: MinutesRecord) -> str:
    notes = [_link(attendance, record)]
    late = record.quorum_at and attendance.at and attendance.at > record.quorum_at
    if late and attendance.at:
        notes.append(f"à partir de {hour_of(attendance.at, record.programme)}")
    return ", ".join(note for note in notes if note)


def _link(attendance: MinutesAttendance, record: MinutesRecord) -> str:
    """Return who holds the proxy, who sits instead, or whose seat is held."""
    member = attendance.member
    if attendance.kind is AttendanceKind.REPRESENTED and attendance.holder:
        return f"pouvoir à {member_name(attendance.holder.sheet)}"
    if attendance.kind is AttendanceKind.SUBSTITUTED:
        instead = [
            member_name(each.member.sheet)
            for each in record.attendance
            if each.member.alternate_of_id == member.id and each.kind in _THERE
        ]
        return f"par {instead[0]}" if instead else ""
    if member.alternate_of_id is not None:
        replaced = [
            member_name(each.member.sheet)
            for each in record.attendance
            if each.member.id == member.alternate_of_id
        ]
        return f"à la place de {replaced[0]}" if replaced else ""
    return ""
