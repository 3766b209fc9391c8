"""The day through which the accounts of the fund are closed, and what keeps one from it."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.tables.fund import StoredFundClosing
from alize_desktop.models.tables.meetings import StoredMeeting


def closed_through(session: Session) -> date | None:
    """Return the last day of the periods that are closed, None without one.

    Nothing of the money is dated on it or before: see ``rules.fund.check_not_closed``.
    """
    return session.scalar(select(func.max(StoredFundClosing.through)))


def open_meeting_on(session: Session) -> date | None:
    """Return the day of the first meeting that is still open, None without one."""
    is_open = StoredMeeting.state == MeetingState.OPEN
    return session.scalar(select(func.min(StoredMeeting.held_on)).where(is_open))
