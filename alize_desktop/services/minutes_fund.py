"""What a meeting took from the fund and from the partners."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.minutes_parts import MinutesFund
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.values import ZERO, Money
from alize_desktop.services.fund_left import read_left
from alize_desktop.services.standing_approvals import StandingApproval, voted_approvals


def fund_of(session: Session, programme: Programme, meeting_id: UUID) -> MinutesFund:
    """Return what a meeting took, and what is left, reckoned on the decisions of now.

    Args:
        session: Only read.
        programme: Says what the fund began with.
        meeting_id: Nothing of what it decided is in ``before``.
    """
    day = _day(session, meeting_id)
    after = _counted(voted_approvals(session), day)
    before = _counted(voted_approvals(session, StoredDecision.meeting_id != meeting_id), day)
    granted = [each for each in after if each.meeting_id == meeting_id]
    lent = {each.partner_id for each in granted if each.partner_id and each.days}
    now = read_left(session, programme, day)
    left = now.money
    taken_from_it = _total(after) - _total(before)
    return MinutesFund(
        before=None if left is None else left + taken_from_it,
        granted=_total(granted),
        after=left,
        days=tuple(
            (each.name, each.left) for each in now.taken.partners if each.partner_id in lent
        ),
        days_left=now.days,
    )


def _counted(approvals: Iterable[StandingApproval], day: date) -> list[StandingApproval]:
    """Return the approvals that take money from the fund; what was paid does for ever."""
    return [each for each in approvals if each.paid_on is not None or each.standing.holds(day)]


def _total(approvals: Iterable[StandingApproval]) -> Money:
    return sum((each.amount for each in approvals), ZERO)


def _day(session: Session, meeting_id: UUID) -> date:
    return session.scalars(
        select(StoredMeeting.held_on).where(StoredMeeting.id == meeting_id)
    ).one()
