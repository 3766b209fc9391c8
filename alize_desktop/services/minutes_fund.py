"""What a meeting took from the fund and from the partners."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.minutes_parts import MinutesFund
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services.fund_left import read_left


@dataclass(frozen=True, slots=True)
class _Grant:
    """An approval. Of a dossier decided several times, the last one counts."""

    meeting_id: UUID
    amount: Money
    days: int
    partner_id: UUID | None


def fund_of(session: Session, programme: Programme, meeting_id: UUID) -> MinutesFund:
    """Return what a meeting took, and what is left, reckoned on the decisions of now.

    Args:
        session: Only read.
        programme: Says what the fund began with.
        meeting_id: Nothing of what it decided is in ``before``.
    """
    before: dict[UUID, _Grant] = {}
    after: dict[UUID, _Grant] = {}
    for dossier_id, grant in _grants(session):
        after[dossier_id] = grant
        if grant.meeting_id != meeting_id:
            before[dossier_id] = grant
    granted = [each for each in after.values() if each.meeting_id == meeting_id]
    lent = {each.partner_id for each in granted if each.partner_id and each.days}
    now = read_left(session, programme, _day(session, meeting_id))
    left = now.money
    taken_from_it = _total(after.values()) - _total(before.values())
    return MinutesFund(
        before=None if left is None else left + taken_from_it,
        granted=_total(granted),
        after=left,
        days=tuple(
            (each.name, each.left) for each in now.taken.partners if each.partner_id in lent
        ),
        days_left=now.days,
    )


def _total(grants: Iterable[_Grant]) -> Money:
    return sum((each.amount for each in grants), ZERO)


def _day(session: Session, meeting_id: UUID) -> date:
    return session.scalars(
        select(StoredMeeting.held_on).where(StoredMeeting.id == meeting_id)
    ).one()


def _grants(session: Session) -> list[tuple[UUID, _Grant]]:
    statement = (
        select(
            StoredDecision.dossier_id,
            StoredDecision.meeting_id,
            StoredDecision.amount,
            StoredDecision.days,
            StoredDecision.partner_id,
        )
        .where(StoredDecision.outcome.in_(APPROVALS))
        .order_by(StoredDecision.sequence)
    )
    return [(row[0], _Grant(*row[1:])) for row in session.execute(statement)]
