"""A meeting as its services reason with it: who is there, who stepped aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, MemberOffice
from alize_desktop.models.records.committee import Attendance
from alize_desktop.models.records.meetings import MeetingRow
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.rules import CommitteeRules

RECUSALS: Final = (AttendanceKind.RECUSED, AttendanceKind.RECUSAL_LIFTED)


@dataclass(frozen=True, slots=True)
class Recusal:
    """A recusal that holds on one agenda item."""

    member_id: UUID
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one member stands: the last attendance event that names the member."""

    kind: AttendanceKind
    holder_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """Everything about a meeting that its services reason with.

    Attributes:
        members: In office, and those who left if an event names them; of a closed
            meeting, those of its closing, as they were.
        presences: By member, for those the roll has reached.
        recusals: By agenda item, those that hold.
    """

    row: MeetingRow
    rules: CommitteeRules
    opened_at: datetime | None
    quorum_at: datetime | None
    closed_at: datetime | None
    members: tuple[Member, ...]
    presences: Mapping[UUID, Presence]
    recusals: Mapping[UUID, tuple[Recusal, ...]]

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
        return next((each for each in self.members if each.alternate_of_id == member.id), None)

    def is_recused(self, item_id: UUID, member_id: UUID) -> bool:
        """Return whether a member has stepped aside from an agenda item."""
        return any(each.member_id == member_id for each in self.recusals.get(item_id, ()))

    def attendance(self) -> tuple[Attendance, ...]:
        """Return where each seat stands, by seat; alternates have no line of their own.

        Who was called keeps a line, whatever becomes of the seat.
        """
        called = (each for each in self.members if each.has_seat or each.id in self.presences)
        return tuple(self._attendance(each) for each in called)

    def _attendance(self, member: Member) -> Attendance:
        presence = self.presences.get(member.id)
        if presence is None:
            return Attendance(member, None, None, None)
        return Attendance(member, presence.kind, presence.holder_id, presence.at)


def replay(
    events: Sequence[Row[Any]],
) -> tuple[dict[UUID, Presence], dict[UUID, tuple[Recusal, ...]]]:
    """Return where members stand and who stepped aside, from events in their order."""
    presences: dict[UUID, Presence] = {}
    recusals: dict[UUID, dict[UUID, Recusal]] = {}
    for each in events:
        if each.kind not in RECUSALS:
            presences[each.member_id] = Presence(each.kind, each.holder_id, each.at)
            continue
        of_item = recusals.setdefault(each.item_id, {})
        of_item.pop(each.member_id, None)
        if each.kind is AttendanceKind.RECUSED:
            of_item[each.member_id] = Recusal(each.member_id, each.reason, each.at)
    return presences, {item: tuple(held.values()) for item, held in recusals.items()}
