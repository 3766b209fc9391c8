"""Terms of an advance, from what was asked or from what was decided."""

from collections.abc import Sequence
from datetime import date

from alize_desktop.errors import UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet, RequestDetails
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import AdvanceTerms, RepaymentSchedule
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.schedule import schedule
from alize_desktop.services.decision_records import Recorded

_OVER = (DossierState.DECIDED, DossierState.WITHDRAWN)
"""States in which the request is no longer asked."""


def terms_of(
    asked: RequestDetails | DecisionDraft,
    paid_on: date,
    programme: Programme,
    rules: MoneyRules,
) -> AdvanceTerms:
    """Return the terms that a request or a decision gives, with the programme's settings.

    Args:
        asked: A request, or a decision that is being taken.
        paid_on: Day from which its dates are counted.
        programme: Gives its calendar.
        rules: Rules of the money in force.
    """
    return AdvanceTerms(
        amount=asked.amount,
        months=asked.months,
        paid_on=paid_on,
        deferral=asked.deferral,
        every=asked.every,
        deferral_included=rules.deferral_included,
        rounding=rules.rounding,
        roll=rules.roll,
        calendar=programme.calendar,
        day_of_month=rules.day_of_month,
    )


def terms_decided(decision: Decision, paid_on: date) -> AdvanceTerms:
    """Return the terms of a recorded decision: its own habits, whatever came since.

    Args:
        decision: An approval that grants an advance.
        paid_on: Day of the meeting that took it, or that of the payment.
    """
    draft = decision.draft
    return AdvanceTerms(
        amount=draft.amount,
        months=draft.months,
        paid_on=paid_on,
        deferral=draft.deferral,
        every=draft.every,
        deferral_included=decision.deferral_included,
        rounding=decision.rounding,
        roll=decision.roll,
        calendar=decision.calendar,
        day_of_month=decision.day_of_month,
    )


def schedule_on(decision: Decision | None, day: date) -> RepaymentSchedule | None:
    """Return the schedule of an approval paid on a day; None without an advance."""
    if decision is None or decision.draft.outcome not in APPROVALS or not decision.draft.amount:
        return None
    return schedule(terms_decided(decision, day))


def schedule_granted(decision: Decision, approvals: Sequence[Recorded]) -> RepaymentSchedule | None:
    """Return the schedule of a decision, counted from the first grant of the advance.

    Args:
        decision: Without an advance, it has no schedule.
        approvals: Every approval of its dossier, in order.
    """
    if not decision.draft.amount:
        return None
    paying = [each for each in approvals if each.decision.draft.amount]
    origin = next((each.day for each in paying if not each.is_past), paying[0].day)
    return schedule(terms_decided(decision, origin))


def is_approval(last: Recorded | None) -> bool:
    """Return whether the last decision on a dossier is an approval."""
    return last is not None and last.decision.draft.outcome in APPROVALS


def advance_of(
    sheet: DossierSheet,
    state: DossierState,
    last: Recorded | None,
    programme: Programme,
    rules: MoneyRules,
) -> AdvanceTerms | None:
    """Return the terms of a dossier's advance, None when there is none.

    An approval gives its own terms, counted from the day of the meeting, and the
    calendar it was taken with: the programme's may change afterwards. Without
    one the request does, counted from the day of filing, as long as it is asked:
    a refused or withdrawn dossier has no advance.
    """
    if last is not None and is_approval(last):
        return terms_decided(last.decision, last.day) if last.decision.draft.amount else None
    if state in _OVER or not sheet.request.amount:
        return None
    return terms_of(sheet.request, sheet.filed_on, programme, rules)


def schedule_or_refusal(
    terms: AdvanceTerms | None,
) -> tuple[RepaymentSchedule | None, UserError | None]:
    """Return the schedule of an advance, or why its terms are refused, or neither."""
    if terms is None:
        return None, None
    try:
        return schedule(terms), None
    except UserError as refusal:
        return None, refusal
