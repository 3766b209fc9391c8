"""A meeting as its services reason with it: who is there, who stepped aside."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, MeetingKind, MemberOffice
from alize_desktop.models.records.committee import Attendance
from alize_desktop.models.records.meetings import MeetingRow
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.services.seating import Seating
from alize_desktop.services.whereabouts import GivenProxy, Presence, Recusal, Whereabouts


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """Everything about a meeting that its services reason with.

    Attributes:
        members: In office, and those who left if an event names them; of a closed
            meeting, those of its closing, as they were.
        seating: Their seats, as the rules take them.
        where: Where everybody stands, proxies and recusals included.
        rules_name: How papers name the rules it is held under.
        minutes_version: 1, then one more each time it was opened again.
    """

    row: MeetingRow
    rules: CommitteeRules
    opened_at: datetime | None
    quorum_at: datetime | None
    closed_at: datetime | None
    members: tuple[Member, ...]
    seating: Seating
    where: Whereabouts
    rules_name: str = ""
    minutes_version: int = 1

    @property
    def presences(self) -> Mapping[UUID, Presence]:
        """Where each member stands, for those the roll has reached."""
        return self.where.presences

    @property
    def proxies(self) -> Mapping[UUID, GivenProxy]:
        """Proxies on record, by giver."""
        return self.where.proxies

    @property
    def recusals(self) -> Mapping[UUID, tuple[Recusal, ...]]:
        """Recusals that hold, by agenda item."""
        return self.where.recusals

    @property
    def presiding(self) -> Member | None:
        """Who presides: the member named, else the chair of the committee."""
        named = self.row.draft.presiding_member_id
        for each in self.members:
            if each.id == named:
                return each
        return next(
            (each for each in self.members if each.sheet.office is MemberOffice.CHAIR), None
        )

    @property
    def is_written(self) -> bool:
        """Whether members answer in writing instead of meeting."""
        return self.row.draft.kind is MeetingKind.WRITTEN

    @property
    def is_second_notice(self) -> bool:
        """Whether it was called again for want of a quorum."""
        return self.row.draft.second_notice_of is not None

    def member(self, member_id: UUID) -> Member:
        """Return a member.

        Raises:
            UserError: ``MEMBER_UNKNOWN``.
        """
        for each in self.members:
            if each.id == member_id:
                return each
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member=str(member_id))

    def alternate_of(self, member: Member) -> Member | None:
        """Return who may sit for a full member, None when nobody may."""
        return self.seating.alternates.get(member.id)

    def kind_of(self, member_id: UUID) -> AttendanceKind | None:
        """Return where a member stands, None while the roll has not reached the member."""
        presence = self.presences.get(member_id)
        return presence.kind if presence else None

    def is_recused(self, item_id: UUID, member_id: UUID) -> bool:
        """Return whether a member has stepped aside from an agenda item."""
        return any(each.member_id == member_id for each in self.recusals.get(item_id, ()))

    @property
    def latest(self) -> datetime | None:
        """When something last happened in it, as far as it tells; None before it opens.

        What comes next is never before, or people would leave before they came.
        """
        known = [self.opened_at, self.quorum_at, self.closed_at]
        known += [each.at for each in self.where.events[-1:]]
        return max((each for each in known if each is not None), default=None)

    def attendance(self, suspended: Collection[UUID] = ()) -> tuple[Attendance, ...]:
        """Return where each seat stands, by seat; alternates have no line of their own.

        Who was called keeps a line, whatever becomes of the seat.

        Args:
            suspended: Givers whose proxy on record does not vote now.
        """
        called = (each for each in self.members if each.has_seat or each.id in self.presences)
        return tuple(self._attendance(each, suspended) for each in called)

    def _attendance(self, member: Member, suspended: Collection[UUID]) -> Attendance:
        presence, proxy = self.presences.get(member.id), self.proxies.get(member.id)
        return Attendance(
            member=member,
            kind=presence.kind if presence else None,
            holder_id=proxy.holder_id if proxy else None,
            at=presence.at if presence else None,
            is_proxy_suspended=proxy is not None and member.id in suspended,
            proxy_document=proxy.document if proxy else "",
        )
