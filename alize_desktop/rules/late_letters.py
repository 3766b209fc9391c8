"""Letters about an advance that is late: which may be sent, and the days they name."""

from datetime import date, timedelta
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, InstalmentState, PaperKind
from alize_desktop.models.records.advances import (
    AdvanceDetail,
    AdvancePosition,
    InstalmentPosition,
    ScheduleVersion,
)
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.rules.positions import is_amendment

DAYS_TO_PAY: Final = 15
"""Days that a formal notice leaves to pay: agreement of advance, article 6."""


def late_rows(position: AdvancePosition) -> tuple[InstalmentPosition, ...]:
    """Return the instalments that were due by their own date and are late.

    What an acceleration makes due before its date is not among them.
    """
    return tuple(
        each
        for each in position.rows
        if each.state is InstalmentState.LATE and each.instalment.due < position.on
    )


def late_since(position: AdvancePosition) -> date | None:
    """Return the day that the oldest late instalment was due; None when none is late."""
    return min((each.instalment.due for each in late_rows(position)), default=None)


def days_late(position: AdvancePosition) -> int:
    """Return how late the oldest late instalment is, moratorium left out; 0 for none."""
    return max((each.days_late for each in late_rows(position)), default=0)


def moratoria_left_out(detail: AdvanceDetail) -> tuple[tuple[date, date], ...]:
    """Return first and last day of each moratorium that the oldest delay does not count."""
    since = late_since(detail.row.position)
    drafts = [
        each.draft
        for each in detail.events
        if each.draft.kind is AdvanceEventKind.MORATORIUM and not each.is_reversed
    ]
    return tuple(
        (each.value_on, each.until)
        for each in drafts
        if since and each.until and each.until > since and each.value_on <= detail.row.position.on
    )


def amendment_in_force(detail: AdvanceDetail) -> ScheduleVersion | None:
    """Return the amendment that holds the instalments of the day; None for the agreement."""
    rows = tuple(each.instalment for each in detail.row.position.rows)
    held = [each for each in detail.versions if each.rows == rows]
    return held[-1] if held and is_amendment(held[-1]) else None


def may_be_sent(kind: PaperKind, position: AdvancePosition, rules: MoneyRules) -> bool:
    """Return whether a letter says what is: the agreement tells from which day on.

    Args:
        kind: ``REMINDER``, ``FORMAL_NOTICE`` or ``ACCELERATION_NOTICE``.
        position: The advance on the day of the letter.
        rules: How late each step begins.

    Source:
        Agreement of advance, article 6: a reminder, then a formal notice, then the
        acceleration, which may also have been decided for another reason.
    """
    days = days_late(position)
    if kind is PaperKind.REMINDER:
        return days > 0
    if kind is PaperKind.FORMAL_NOTICE:
        return days >= rules.notice_days
    is_decided = position.state is AdvanceState.ACCELERATED and bool(position.outstanding)
    return is_decided or days >= rules.acceleration_days


def last_day_to_pay(on: date) -> date:
    """Return the last day that a formal notice of that day leaves to pay."""
    return on + timedelta(days=DAYS_TO_PAY)


def acceleration_day(position: AdvancePosition, rules: MoneyRules) -> date:
    """Return the first day on which all may be asked, the time to pay being over.

    Args:
        position: Of an advance that is late.
        rules: How late an instalment must be.
    """
    oldest = position.on - timedelta(days=days_late(position))
    by_contract = oldest + timedelta(days=rules.acceleration_days)
    return max(by_contract, last_day_to_pay(position.on) + timedelta(days=1))
