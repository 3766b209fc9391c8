"""An avenant spreads what is left, and never changes a row that was paid."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import (
    AdvanceState,
    DueDateRoll,
    EarlyAllocation,
    HolidayCalendar,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AmendmentDraft
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.ageing import next_step
from alize_desktop.rules.amendments import amended, check_effective_on
from alize_desktop.rules.positions import position
from tests.advance_events import AMOUNT, FACTS, PAID, released, version

RULES = MoneyRules(roll=DueDateRoll.NONE)
CONTRACT = version()
DRAFT = AmendmentDraft(
    ScheduleReason.RESCHEDULING, date(2026, 5, 1), date(2026, 9, 20), 12, 3, None
)


def amendment(events, draft=DRAFT, rules=RULES, versions=(CONTRACT,)):
    """Return the next version, and what it came from."""
    check_effective_on(draft, events.made)
    before = position(FACTS, versions[-1], events.made, draft.effective_on)
    found = amended(versions, before, draft, rules, HolidayCalendar.METROPOLE)
    made = version(
        len(versions) + 1,
        draft.reason,
        draft.effective_on,
        terms=found.terms,
        rows=found.rows,
        kept=found.kept,
    )
    return made, before


def paid_rows(found):
    return [
        (row.instalment.theoretical, row.instalment.due, row.paid + row.written_off)
        for row in found.rows
        if row.paid or row.written_off
    ]


payments = st.lists(
    st.tuples(st.integers(0, 105), st.integers(1, 20_000), st.sampled_from(EarlyAllocation)),
    max_size=5,
)


@given(payments, st.integers(1, 24), st.sampled_from([1, 3]), st.integers(0, 20_000))
def test_a_paid_row_never_changes(paid, count, every, waived):
    events = released()
    for day, minor, early in sorted(paid, key=lambda each: each[0]):
        events.pay(PAID + timedelta(days=day), minor / 100, early)
    left = position(FACTS, CONTRACT, events.made, DRAFT.effective_on).outstanding
    assume(left.minor - waived > count * count)
    if waived:
        events.add(Kind.WAIVER, DRAFT.effective_on, waived / 100)
    made, before = amendment(events, replace(DRAFT, count=count, every=every))
    after = position(FACTS, made, events.made, DRAFT.effective_on)
    assert paid_rows(after) == paid_rows(before)
    for amount in ("outstanding", "received", "written_off", "credit"):
        assert getattr(after, amount) == getattr(before, amount)
    assert Money(sum(row.amount.minor for row in made.rows)) == AMOUNT
    assert made.rows[-1].outstanding == ZERO
    assert [row.number for row in made.rows] == list(range(1, len(made.rows) + 1))
    assert [row.due for row in made.rows] == sorted(row.due for row in made.rows)
    assert len(made.rows) - len(made.kept) == count
    assert after.overdue == ZERO


def test_money_and_what_was_waived_stay_on_their_rows():
    events = released()
    events.pay(date(2026, 2, 10), 130, EarlyAllocation.LAST)
    events.add(Kind.WAIVER, date(2026, 2, 20), 120)
    events.pay(date(2026, 4, 15), 40, EarlyAllocation.SPREAD)
    made, _ = amendment(events)
    found = position(FACTS, made, events.made, DRAFT.effective_on)
    assert [
        (row.instalment.due, row.paid.minor, row.written_off.minor) for row in found.rows[:4]
    ] == [
        (date(2026, 2, 15), 0, 10000),
        (date(2026, 3, 15), 4000, 2000),
        (date(2026, 9, 20), 0, 0),
        (date(2026, 12, 15), 3000, 0),
    ]


def test_what_is_left_is_spread_from_the_day_chosen():
    events = released()
    events.pay(date(2026, 2, 15), 130)
    made, _ = amendment(events)
    assert made.kept == {1, 2}
    assert [(row.due, row.amount.minor, row.outstanding.minor) for row in made.rows[:4]] == [
        (date(2026, 2, 15), 10000, 110000),
        (date(2026, 3, 15), 3000, 107000),
        (date(2026, 9, 20), 8917, 98083),
        (date(2026, 12, 20), 8917, 89166),
    ]
    assert (made.terms.paid_on, made.terms.first_due) == (PAID, date(2026, 9, 20))
    assert made.terms.amount == Money(107000)


def test_new_money_goes_to_the_new_rows():
    events = released()
    events.pay(date(2026, 2, 15), 130)
    made, _ = amendment(events)
    events.pay(date(2026, 9, 20), 100)
    events.pay(DRAFT.effective_on, 5)
    found = position(FACTS, made, events.made, date(2026, 9, 20))
    assert [row.remaining.minor for row in found.rows[:5]] == [0, 0, 0, 7334, 8917]


def test_a_debit_rejected_after_the_avenant_opens_the_row_it_paid():
    events = released()
    debit = events.pay(date(2026, 2, 15), 100)
    events.add(Kind.ACCELERATION, date(2026, 4, 1))
    made, _ = amendment(events)
    events.reverse(debit, date(2026, 5, 4), Kind.REJECTED_DEBIT)
    found = position(FACTS, made, events.made, date(2026, 5, 4))
    assert (found.overdue, found.days_late) == (Money(10000), 78)
    assert next_step(found, events.made, RULES) is None


def test_an_avenant_lifts_an_acceleration():
    events = released()
    events.add(Kind.ACCELERATION, date(2026, 4, 20))
    events.add(Kind.LITIGATION, date(2026, 4, 25))
    made, before = amendment(events)
    after = position(FACTS, made, events.made, DRAFT.effective_on)
    assert before.state is AdvanceState.IN_LITIGATION
    assert (after.state, after.overdue) == (AdvanceState.RUNNING, ZERO)
    assert after.next_due == date(2026, 9, 20)
    events.add(Kind.ACCELERATION, date(2026, 6, 1))
    again = position(FACTS, made, events.made, date(2026, 6, 2))
    assert (again.state, again.overdue) == (AdvanceState.ACCELERATED, AMOUNT)


def test_money_that_is_not_released_yet_is_spread_too():
    events = released(500)
    made, _ = amendment(events)
    events.add(Kind.DISBURSEMENT, date(2026, 6, 1), 700)
    assert Money(sum(row.amount.minor for row in made.rows)) == AMOUNT
    found = position(FACTS, made, events.made, date(2026, 6, 1))
    assert (found.outstanding, found.next_amount) == (AMOUNT, Money(10000))


def refusal(events, draft=DRAFT, **parts):
    with pytest.raises(UserError) as refused:
        amendment(events, draft, **parts)
    return refused.value


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"first_due": date(2026, 5, 1)}, ErrorCode.FIRST_DUE_TOO_EARLY),
        ({"effective_on": date(2026, 1, 15)}, ErrorCode.EVENT_DATE_TOO_EARLY),
        ({"effective_on": date(2026, 1, 1)}, ErrorCode.EVENT_DATE_TOO_EARLY),
        ({"count": 0}, ErrorCode.MONTHS_OUT_OF_RANGE),
        ({"every": 0}, ErrorCode.MONTHS_OUT_OF_RANGE),
        ({"first_due": date(2030, 4, 16)}, ErrorCode.RESCHEDULED_TOO_LONG),
    ],
)
def test_an_avenant_that_cannot_hold_is_refused(changes, code):
    events = released()
    events.pay(date(2026, 2, 15), 130)
    assert refusal(events, replace(DRAFT, **changes)).code is code


def test_an_avenant_takes_effect_after_the_version_it_amends():
    events = released()
    second = version(2, ScheduleReason.MORATORIUM, date(2026, 6, 1))
    assert refusal(events, versions=(CONTRACT, second)).code is ErrorCode.EVENT_DATE_TOO_EARLY


def test_the_last_day_allowed_is_allowed():
    events = released()
    made, _ = amendment(events, replace(DRAFT, first_due=date(2030, 4, 15)))
    assert made.rows[-1].due == date(2033, 1, 15)
    error = refusal(events, replace(DRAFT, first_due=date(2030, 4, 16)))
    assert error.params == {"months": 85, "most": 84}


def test_nothing_is_left_to_amend_once_repaid():
    events = released()
    events.pay(date(2026, 2, 15), 1200)
    assert refusal(events).code is ErrorCode.NOTHING_LEFT_TO_REPAY


def test_an_advance_is_rescheduled_as_often_as_the_rules_allow():
    events = released()
    first, _ = amendment(events)
    draft = replace(DRAFT, effective_on=date(2026, 6, 1))
    assert refusal(events, draft, versions=(CONTRACT, first)).code is (
        ErrorCode.RESCHEDULED_TOO_OFTEN
    )
    other = replace(draft, reason=ScheduleReason.PERIOD)
    assert amendment(events, other, versions=(CONTRACT, first))[0].version == 3
    twice = replace(RULES, reschedulings=2)
    assert amendment(events, draft, twice, versions=(CONTRACT, first))[0].version == 3
