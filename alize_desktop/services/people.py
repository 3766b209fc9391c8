"""Members of the committee and partner companies."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingState, MemberOffice
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.people import Member, MemberSheet, Partner, PartnerSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredAttendance, StoredMeeting
from alize_desktop.models.tables.people import StoredMember, StoredPartner
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.rules.people_checks import (
    check_one_chair,
    member_problems,
    partner_problems,
)
from alize_desktop.rules.text import search_key
from alize_desktop.services.plain import plain

_FULL_MEMBER: Final = aliased(StoredMember)
_MEMBER: Final = (
    StoredMember.civility,
    StoredMember.first_name,
    StoredMember.last_name,
    StoredMember.organisation,
    StoredMember.college,
    StoredMember.office,
    StoredMember.weight,
    func.trim(
        func.coalesce(_FULL_MEMBER.first_name, "") + " " + func.coalesce(_FULL_MEMBER.last_name, "")
    ),
    StoredMember.email,
    StoredMember.interests,
)
_PARTNER: Final = (
    StoredPartner.name,
    StoredPartner.siren,
    StoredPartner.basin,
    StoredPartner.large_group,
    StoredPartner.skills,
    StoredPartner.days_per_year,
    StoredPartner.correspondent,
    StoredPartner.email,
)
_MEMBERS: Final = (
    select(StoredMember.id, StoredMember.seat, StoredMember.alternate_of_id, *_MEMBER)
    .outerjoin(_FULL_MEMBER, _FULL_MEMBER.id == StoredMember.alternate_of_id)
    .order_by(StoredMember.seat, StoredMember.id)
)
_IN_OFFICE: Final = _MEMBERS.where(StoredMember.left_on.is_(None))
_NAMED: Final = select(StoredAttendance.member_id).where(
    StoredAttendance.meeting_id == bindparam("meeting")
)
_OF_MEETING: Final = _MEMBERS.where(StoredMember.left_on.is_(None) | StoredMember.id.in_(_NAMED))


class PeopleService:
    """Reads and edits members and partners."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def members(self) -> tuple[Member, ...]:
        """Return the members in office and their alternates, by seat."""
        with self._registry.read() as session:
            return read_members(session)

    def partners(self) -> tuple[Partner, ...]:
        """Return the partner companies by name."""
        with self._registry.read() as session:
            return read_partners(session)

    def save_member(self, member_id: UUID | None, sheet: MemberSheet) -> Changes:
        """Edit a member, or add one when ``member_id`` is None.

        Raises:
            UserError: A field is refused (see ``rules.people_checks``);
                ``MEMBER_UNKNOWN`` when nobody is replaced; ``MEMBER_TWICE`` for an
                alternate of oneself; ``CHAIR_TWICE``; ``MEMBER_IN_MEETING`` for
                another office, weight, college or seat replaced while a meeting is open:
                names and the rest may be corrected.
        """
        _refuse(member_problems(sheet))
        with self._registry.write() as session:
            known = {each.id: each for each in read_members(session)}
            if member_id is not None and member_id not in known:
                raise UserError(ErrorCode.MEMBER_UNKNOWN, member=sheet.full_name)
            if member_id is not None and known[member_id].sheet == sheet:
                return Changes()
            write_member(self._registry, session, member_id, sheet)
        return Changes(people=True)

    def save_partner(self, partner_id: UUID | None, sheet: PartnerSheet) -> Changes:
        """Edit a partner company, or add one when ``partner_id`` is None.

        Raises:
            UserError: A field is refused (see ``rules.people_checks``).
            KeyError: There is no such partner: a bug in the caller.
        """
        _refuse(partner_problems(sheet))
        sheet = replace(sheet, siren=parse_siren(sheet.siren))
        with self._registry.write() as session:
            known = {each.id: each for each in read_partners(session)}
            if partner_id is not None and known[partner_id].sheet == sheet:
                return Changes()
            write_partner(self._registry, session, partner_id, sheet)
        return Changes(people=True)


def read_members(session: Session, *, meeting_id: UUID | None = None) -> tuple[Member, ...]:
    """Return the members in office by seat, and those whom a meeting has named."""
    if meeting_id is None:
        found = session.execute(_IN_OFFICE)
    else:
        found = session.execute(_OF_MEETING, {"meeting": meeting_id})
    return tuple(
        Member(member_id, seat, MemberSheet(*rest), alternate_of_id)
        for member_id, seat, alternate_of_id, *rest in found
    )


def read_partners(session: Session) -> tuple[Partner, ...]:
    """Return the partner companies by name."""
    statement = select(StoredPartner.id, *_PARTNER)
    found = [
        Partner(partner_id, _partner_sheet(rest))
        for partner_id, *rest in session.execute(statement)
    ]
    return tuple(sorted(found, key=lambda each: search_key(each.sheet.name)))


def write_member(
    registry: Registry, session: Session, member_id: UUID | None, sheet: MemberSheet
) -> None:
    """Write a member and the journal line; shared with the import.

    Raises:
        UserError: ``MEMBER_UNKNOWN`` when the full member replaced is not there;
            ``MEMBER_TWICE`` when it is the member; ``CHAIR_TWICE``;
            ``MEMBER_IN_MEETING``.
    """
    others = (each.sheet for each in read_members(session) if each.id != member_id)
    check_one_chair(sheet, others)
    columns: dict[str, Any] = {
        "civility": sheet.civility,
        "first_name": sheet.first_name,
        "last_name": sheet.last_name,
        "organisation": sheet.organisation,
        "college": sheet.college,
        "office": MemberOffice.ALTERNATE if sheet.alternate_of else sheet.office,
        "weight": Decimal(0) if sheet.alternate_of else sheet.weight,
        "email": sheet.email,
        "interests": sheet.interests,
        "alternate_of_id": _full_member(session, sheet, member_id),
    }
    if member_id is None:
        seat = (session.scalar(select(func.max(StoredMember.seat))) or 0) + 1
        subject = registry.new_id()
        session.execute(insert(StoredMember).values(columns | {"id": subject, "seat": seat}))
    else:
        subject = member_id
        _check_seat_kept(session, subject, sheet, columns)
        session.execute(update(StoredMember).where(StoredMember.id == subject).values(columns))
    details: dict[str, object] = {"member": plain(sheet)}
    registry.journal(session, "member.saved", "member", subject, details)


def write_partner(
    registry: Registry, session: Session, partner_id: UUID | None, sheet: PartnerSheet
) -> None:
    """Write a partner company and the journal line; shared with the import."""
    columns: dict[str, Any] = {
        "name": sheet.name,
        "siren": sheet.siren,
        "basin": sheet.basin,
        "large_group": sheet.large_group,
        "skills": list(sheet.skills),
        "days_per_year": sheet.days_per_year,
        "correspondent": sheet.correspondent,
        "email": sheet.email,
    }
    if partner_id is None:
        subject = registry.new_id()
        session.execute(insert(StoredPartner).values(columns | {"id": subject}))
    else:
        subject = partner_id
        session.execute(update(StoredPartner).where(StoredPartner.id == subject).values(columns))
    details: dict[str, object] = {"partner": plain(sheet)}
    registry.journal(session, "partner.saved", "partner", subject, details)


def _full_member(session: Session, sheet: MemberSheet, member_id: UUID | None) -> UUID | None:
    if not sheet.alternate_of.strip():
        return None
    wanted = search_key(sheet.alternate_of)
    for each in read_members(session):
        if each.alternate_of_id is None and search_key(each.sheet.full_name) == wanted:
            if each.id == member_id:
                raise UserError(ErrorCode.MEMBER_TWICE, member=sheet.full_name)
            return each.id
    raise UserError(ErrorCode.MEMBER_UNKNOWN, member=sheet.alternate_of)


def _check_seat_kept(
    session: Session, member_id: UUID, sheet: MemberSheet, columns: Mapping[str, Any]
) -> None:
    """Refuse to change who sits, for whom and with how many voices while a meeting is open."""
    kept = ("office", "weight", "alternate_of_id", "college")
    seat = select(*(getattr(StoredMember, each) for each in kept))
    before = session.execute(seat.where(StoredMember.id == member_id)).one()
    if tuple(before) == tuple(columns[each] for each in kept):
        return
    is_open = select(StoredMeeting.id).where(StoredMeeting.state == MeetingState.OPEN)
    if session.scalar(is_open.limit(1)) is not None:
        raise UserError(ErrorCode.MEMBER_IN_MEETING, member=sheet.full_name)


def _refuse(problems: tuple[FieldProblem, ...]) -> None:
    if problems:
        raise problems[0].error


def _partner_sheet(columns: list[Any]) -> PartnerSheet:
    name, siren, basin, large_group, skills, *rest = columns
    return PartnerSheet(name, siren, basin, large_group, tuple(skills), *rest)
