"""Amendments of a schedule: what was paid stays as it was, what is left is spread anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import HolidayCalendar, ScheduleReason
from alize_desktop.models.records.advances import (
    AdvanceEvent,
    AdvancePosition,
    AmendmentDraft,
    ScheduleVersion,
)
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import months_between
from alize_desktop.rules.replay import REVERSALS, WITH_MONEY, total
from alize_desktop.rules.schedule import schedule

_REASONS: Final = (ScheduleReason.RESCHEDULING, ScheduleReason.MORATORIUM, ScheduleReason.PERIOD)


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment makes of a schedule.

    Attributes:
        terms: What the new rows were reckoned from; their payment day is the advance's.
        rows: Kept and new ones, in order of due date, numbered from 1.
        kept: Numbers of the rows kept as they were paid.
    """

    terms: AdvanceTerms
    rows: tuple[Instalment, ...]
    kept: frozenset[int]


def amended(
    versions: Sequence[ScheduleVersion],
    position: AdvancePosition,
    draft: AmendmentDraft,
    rules: MoneyRules,
    calendar: HolidayCalendar,
    granted: Money | None = None,
) -> Amended:
    """Return the rows that an amendment gives.

    A paid row never changes. A row paid in part keeps what was paid, and its day. All that
    is left, late rows included, is spread over the new instalments.

    Args:
        versions: Of the advance, oldest first, at least one.
        position: Under the last of them, on ``draft.effective_on``.
        draft: What it changes.
        rules: Limits, and the habits of new schedules.
        calendar: Public holidays that count.
        granted: Amount of the advance from now on; None when it does not change.

    Raises:
        UserError: ``AMENDMENT_BELOW_PAID``; ``NOTHING_LEFT_TO_REPAY``; ``RESCHEDULED_TOO_OFTEN``,
            ``RESCHEDULED_TOO_LONG``; ``EVENT_DATE_TOO_EARLY``: it takes effect before the
            version it amends; ``FIRST_DUE_TOO_EARLY``: not after the day it takes effect;
            what ``schedule`` refuses.

    Source:
        Règles de calcul, les avenants.
    """
    left = _left(position, granted)
    if left <= ZERO:
        raise UserError(ErrorCode.NOTHING_LEFT_TO_REPAY)
    _check_limits(versions, draft, rules)
    terms = _terms(versions[-1].terms, left, draft, rules, calendar)
    new = schedule(terms).rows
    months = months_between(terms.paid_on, new[-1].theoretical)
    if months > rules.longest_months:
        raise UserError(ErrorCode.RESCHEDULED_TOO_LONG, months=months, most=rules.longest_months)
    return _together(terms, _paid_rows(position), new)


def check_effective_on(draft: AmendmentDraft, events: Sequence[AdvanceEvent]) -> None:
    """Refuse an amendment that takes effect before money that is already recorded.

    It would change a row that this money paid.

    Raises:
        UserError: ``EVENT_DATE_TOO_EARLY``.
    """
    for each in events:
        moves_money = each.draft.kind in WITH_MONEY or each.draft.kind in REVERSALS
        if moves_money and each.draft.value_on > draft.effective_on:
            raise UserError(
                ErrorCode.EVENT_DATE_TOO_EARLY,
                day=draft.effective_on,
                what=each.draft.kind,
                limit=each.draft.value_on,
            )


def _left(position: AdvancePosition, granted: Money | None) -> Money:
    """Return what the new rows repay: what is owed, and what is not paid to the company yet."""
    left = total([row.remaining + row.unreleased for row in position.rows])
    if granted is None:
        return left
    if granted < position.disbursed:
        raise UserError(ErrorCode.AMENDMENT_BELOW_PAID, paid=position.disbursed, granted=granted)
    return left + granted - total([row.instalment.amount for row in position.rows])


def _check_limits(
    versions: Sequence[ScheduleVersion], draft: AmendmentDraft, rules: MoneyRules
) -> None:
    if draft.reason not in _REASONS:
        msg = f"no amendment: {draft.reason}"
        raise ValueError(msg)
    last = versions[-1]
    if draft.effective_on < last.effective_on:
        raise UserError(
            ErrorCode.EVENT_DATE_TOO_EARLY,
            day=draft.effective_on,
            what=last.reason,
            limit=last.effective_on,
        )
    if draft.first_due <= draft.effective_on:
        raise UserError(
            ErrorCode.FIRST_DUE_TOO_EARLY, day=draft.first_due, limit=draft.effective_on
        )
    made = [each.reason for each in versions].count(ScheduleReason.RESCHEDULING)
    if draft.reason is ScheduleReason.RESCHEDULING and made >= rules.reschedulings:
        raise UserError(ErrorCode.RESCHEDULED_TOO_OFTEN, most=rules.reschedulings)


def _terms(
    before: AdvanceTerms,
    left: Money,
    draft: AmendmentDraft,
    rules: MoneyRules,
    calendar: HolidayCalendar,
) -> AdvanceTerms:
    """Return what the new rows are reckoned from; the payment stays that of the advance."""
    return replace(
        before,
        amount=left,
        months=draft.count * draft.every,
        deferral=0,
        every=draft.every,
        deferral_included=True,
        rounding=rules.rounding,
        roll=rules.roll,
        calendar=calendar,
        day_of_month=None,
        first_due=draft.first_due,
        in_fine=False,
    )


def _paid_rows(position: AdvancePosition) -> tuple[Instalment, ...]:
    return tuple(
        replace(row.instalment, amount=row.paid + row.written_off)
        for row in position.rows
        if row.paid or row.written_off
    )


def _together(
    terms: AdvanceTerms, paid: Sequence[Instalment], new: Sequence[Instalment]
) -> Amended:
    ordered = sorted(
        [(row.due, False, row) for row in paid] + [(row.due, True, row) for row in new],
        key=lambda each: each[:2],
    )
    outstanding = total([row.amount for _, _, row in ordered])
    rows: list[Instalment] = []
    kept: set[int] = set()
    for number, (_, is_new, row) in enumerate(ordered, start=1):
        outstanding -= row.amount
        rows.append(replace(row, number=number, outstanding=outstanding))
        if not is_new:
            kept.add(number)
    return Amended(terms, tuple(rows), frozenset(kept))
