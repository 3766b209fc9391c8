"""Where an advance stands is derived from its events, whatever the day one asks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import (
    AdvanceState,
    AgeingBucket,
    EarlyAllocation,
    InstalmentState,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.positions import claimable, position
from tests.advance_events import AMOUNT, FACTS, PAID, Events, released, version

CONTRACT = version()


def at(events, on, facts=FACTS, under=CONTRACT):
    return position(facts, under, events.made, on)


def states(found):
    return [row.state for row in found.rows]


@pytest.mark.parametrize(
    ("on", "facts", "state"),
    [
        (date(2025, 12, 10), FACTS, AdvanceState.GRANTED),
        (date(2026, 6, 10), FACTS, AdvanceState.GRANTED),
        (date(2026, 6, 11), FACTS, AdvanceState.LAPSED),
        (date(2036, 6, 11), replace(FACTS, lapses_on=None), AdvanceState.GRANTED),
        (date(2026, 1, 1), replace(FACTS, is_given_up=True), AdvanceState.GIVEN_UP),
    ],
)
def test_an_approval_waits_lapses_or_is_given_up(on, facts, state):
    found = position(facts, None, (), on)
    assert (found.state, found.rows, found.outstanding) == (state, (), ZERO)


def test_a_signed_advance_owes_nothing_before_it_is_released():
    events = Events()
    events.add(Kind.AGREEMENT_SIGNED, date(2026, 1, 2))
    found = at(events, date(2026, 8, 1))
    assert found.state is AdvanceState.SIGNED
    assert (found.outstanding, found.overdue, found.next_due) == (ZERO, ZERO, None)
    assert sum(row.unreleased.minor for row in found.rows) == AMOUNT.minor


def test_a_released_advance_runs():
    found = at(released(), PAID)
    assert found.state is AdvanceState.RUNNING
    assert (found.disbursed, found.outstanding) == (AMOUNT, AMOUNT)
    assert (found.next_due, found.next_amount) == (date(2026, 2, 15), Money(10000))
    assert set(states(found)) == {InstalmentState.TO_COME}


def test_two_tranches_are_owed_one_after_the_other():
    events = released(500)
    events.add(Kind.DISBURSEMENT, date(2026, 3, 1), 700)
    first = at(events, date(2026, 2, 20))
    assert (first.outstanding, first.overdue) == (Money(50000), Money(10000))
    assert [row.unreleased.minor for row in first.rows[4:7]] == [0, 10000, 10000]
    assert at(events, date(2026, 3, 1)).outstanding == AMOUNT


def test_a_tranche_repaid_before_the_next_leaves_the_advance_open():
    events = released(500)
    events.pay(date(2026, 2, 1), 500)
    assert at(events, date(2026, 2, 1)).state is AdvanceState.RUNNING
    given_up = replace(FACTS, is_given_up=True)
    assert at(events, date(2026, 2, 1), given_up).state is AdvanceState.REPAID


def test_being_late_is_derived_from_the_days():
    events = released()
    events.pay(date(2026, 2, 15), 130)
    on_time = at(events, date(2026, 3, 15))
    assert (on_time.overdue, on_time.bucket, on_time.next_due) == (
        ZERO,
        AgeingBucket.NOT_LATE,
        date(2026, 3, 15),
    )
    late = at(events, date(2026, 4, 16))
    assert (late.overdue, late.days_late, late.bucket) == (
        Money(17000),
        32,
        AgeingBucket.UP_TO_59,
    )
    assert states(late)[:4] == [
        InstalmentState.PAID,
        InstalmentState.LATE,
        InstalmentState.LATE,
        InstalmentState.TO_COME,
    ]
    assert [row.days_late for row in late.rows[:4]] == [0, 32, 1, 0]
    assert late.state is AdvanceState.RUNNING


def test_a_row_paid_in_part_says_so():
    events = released()
    events.pay(date(2026, 2, 15), 130)
    assert states(at(events, date(2026, 2, 15)))[1] is InstalmentState.PARTLY_PAID


def test_a_moratorium_suspends_delays():
    events = released()
    events.add(Kind.MORATORIUM, date(2026, 2, 25), until=date(2026, 5, 31))
    before = at(events, date(2026, 2, 24))
    assert (before.days_late, before.moratorium_until) == (9, None)
    during = at(events, date(2026, 5, 31))
    assert (during.overdue, during.days_late, during.moratorium_until) == (
        ZERO,
        0,
        date(2026, 5, 31),
    )
    assert InstalmentState.LATE not in states(during)
    after = at(events, date(2026, 6, 10))
    assert [row.days_late for row in after.rows[:4]] == [19, 10, 10, 10]
    events.reverse(events.made[-1], date(2026, 6, 10))
    assert at(events, date(2026, 6, 10)).days_late == 115


def test_an_acceleration_makes_everything_due():
    events = released()
    events.add(Kind.ACCELERATION, date(2026, 4, 20))
    on_the_day = at(events, date(2026, 4, 20))
    assert on_the_day.state is AdvanceState.ACCELERATED
    assert on_the_day.overdue == Money(30000)
    assert (on_the_day.next_due, on_the_day.next_amount) == (on_the_day.on, Money(90000))
    assert claimable(on_the_day) == AMOUNT
    after = at(events, date(2026, 4, 30))
    assert (after.overdue, after.days_late, after.next_due) == (AMOUNT, 74, None)
    assert claimable(after) == AMOUNT
    assert after.rows[-1].days_late == 10


def test_a_claim_in_court_is_told():
    events = released()
    events.add(Kind.LITIGATION, date(2026, 4, 20))
    assert at(events, date(2026, 4, 20)).state is AdvanceState.IN_LITIGATION


@pytest.mark.parametrize(
    ("kind", "state"), [(Kind.LOSS, AdvanceState.LOST), (Kind.WAIVER, AdvanceState.WAIVED)]
)
def test_what_was_given_up_ends_the_advance(kind, state):
    events = released()
    events.pay(date(2026, 2, 15), 150)
    events.add(kind, date(2026, 6, 1), 1050)
    events.add(Kind.RECOVERY, date(2026, 9, 1), 200)
    found = at(events, date(2026, 9, 1))
    assert (found.state, found.outstanding) == (state, ZERO)
    assert (found.received, found.recovered, found.written_off) == (
        Money(15000),
        Money(20000),
        Money(105000),
    )
    assert states(found)[:3] == [
        InstalmentState.PAID,
        InstalmentState.WRITTEN_OFF,
        InstalmentState.WRITTEN_OFF,
    ]


def test_a_partial_waiver_lets_the_rest_be_repaid():
    events = released()
    events.add(Kind.WAIVER, date(2026, 2, 1), 200)
    events.pay(date(2026, 2, 15), 1000)
    assert at(events, date(2026, 2, 1)).state is AdvanceState.RUNNING
    assert at(events, date(2026, 2, 15)).state is AdvanceState.REPAID


def test_a_rejected_debit_opens_the_row_again():
    events = released()
    events.reverse(events.pay(date(2026, 2, 15), 100), date(2026, 2, 20), Kind.REJECTED_DEBIT)
    assert at(events, date(2026, 2, 19)).days_late == 0
    assert at(events, date(2026, 2, 20)).days_late == 5


def test_too_much_is_a_credit():
    events = released()
    events.pay(date(2026, 2, 1), 1250)
    found = at(events, date(2026, 2, 1))
    assert (found.state, found.credit, found.outstanding) == (
        AdvanceState.REPAID,
        Money(5000),
        ZERO,
    )


def test_an_event_that_is_no_event_of_the_advance_is_not_taken_back():
    other = Events()
    stranger = [other.pay(PAID, 1) for _ in range(9)][-1]
    events = released()
    events.reverse(stranger, PAID)
    with pytest.raises(UserError) as refused:
        at(events, PAID)
    assert refused.value.code is ErrorCode.EVENT_NOT_FOUND


payments = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 40_000), st.sampled_from(EarlyAllocation)),
    max_size=6,
)


@given(payments, st.integers(0, 500), st.booleans(), st.booleans())
def test_amounts_agree_on_every_day(paid, after, accelerated, suspended):
    events = released()
    for day, minor, early in paid:
        events.pay(PAID + timedelta(days=day), minor / 100, early)
    if accelerated:
        events.add(Kind.ACCELERATION, PAID + timedelta(days=100))
    if suspended:
        events.add(Kind.MORATORIUM, PAID + timedelta(days=50), until=PAID + timedelta(days=200))
    found = at(events, PAID + timedelta(days=after))
    allocated = sum(row.paid.minor for row in found.rows)
    assert allocated + found.credit.minor == found.received.minor
    assert found.outstanding == Money(found.disbursed.minor - allocated)
    assert ZERO <= found.overdue <= found.outstanding
    assert bool(found.overdue) == bool(found.days_late)
    assert (found.state is AdvanceState.REPAID) == (not found.outstanding)
    late = [row for row in found.rows if row.state is InstalmentState.LATE]
    assert found.overdue.minor == sum(row.remaining.minor for row in late)
    assert found == position(FACTS, CONTRACT, tuple(reversed(events.made)), found.on)
