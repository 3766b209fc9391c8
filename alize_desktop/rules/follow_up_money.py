"""What advances ask to be followed up: what they repay, and agreements to be signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from alize_desktop.models.enums import AdvanceState, FollowUpKind, InstalmentState
from alize_desktop.models.records.advances import AdvancePosition
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.follow_up import Subject

DAYS: Final = "days"
"""Of an approval that grants days of competences only."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What an instalment still asks for."""

    due_on: date
    is_late: bool
    amount: Money

    @property
    def month(self) -> str:
        """Month it is due in: « 2026-11 »."""
        return f"{self.due_on:%Y-%m}"


def repayment_items(dossier: Subject, position: AdvancePosition) -> Iterator[FollowUpItem]:
    """Yield what an advance is to repay, a line a month: what is late, then what comes.

    What falls due during a moratorium comes the day after it. Nothing comes of an advance
    that is repaid, given up, or not paid to the company yet.

    Args:
        dossier: Of the advance.
        position: On the day it is.
    """
    parts = sorted(_parts(position), key=lambda each: (each.month, not each.is_late, each.due_on))
    seen = ""
    for (month, is_late), found in groupby(parts, key=lambda each: (each.month, each.is_late)):
        month_parts = [*found]
        key, seen = f"{month}-next" if month == seen else month, month
        yield FollowUpItem(
            kind=FollowUpKind.REPAYMENT,
            due_on=month_parts[0].due_on,
            is_late=is_late,
            subject_id=dossier.id,
            number=dossier.number,
            company=dossier.company,
            key=key,
            values=(
                ("amount", sum((each.amount for each in month_parts), ZERO)),
                ("count", len(month_parts)),
            ),
            dossier_id=dossier.id,
        )


def approval_item(
    dossier: Subject, lapses_on: date, on: date, what: str = ""
) -> FollowUpItem | None:
    """Return the last day to sign what was approved; None once the approval lapsed.

    Nothing is left to be done for an approval that lapsed: the dossier comes back to the
    committee, or not.

    Args:
        dossier: The dossier.
        lapses_on: Last day.
        on: Day it is.
        what: ``DAYS`` when no money was granted.
    """
    if lapses_on < on:
        return None
    return FollowUpItem(
        kind=FollowUpKind.APPROVAL,
        due_on=lapses_on,
        is_late=False,
        subject_id=dossier.id,
        number=dossier.number,
        company=dossier.company,
        what=what,
        dossier_id=dossier.id,
    )


def _parts(position: AdvancePosition) -> Iterator[_Part]:
    from_day = position.on
    if position.moratorium_until is not None:
        from_day = position.moratorium_until + timedelta(days=1)
    for row in position.rows:
        if not row.remaining:
            continue
        due = row.instalment.due
        if row.state is InstalmentState.LATE:
            since = position.on - timedelta(days=row.days_late)
            yield _Part(min(due, since), is_late=True, amount=row.remaining)
        elif position.state is AdvanceState.RUNNING:
            yield _Part(max(due, from_day), is_late=False, amount=row.remaining)
