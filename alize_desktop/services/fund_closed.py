"""The day through which the accounts of the fund are closed."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.tables.fund import StoredFundClosing


def closed_through(session: Session) -> date | None:
    """Return the last day of the periods that are closed, None without one.

    Nothing of the money is dated on it or before: see ``rules.fund.check_not_closed``.
    """
    return session.scalar(select(func.max(StoredFundClosing.through)))
