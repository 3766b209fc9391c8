"""The fund month by month: what comes back, what leaves, when it can lend."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import AdvanceState, InstalmentState
from alize_desktop.models.records.advances import AdvancePosition, InstalmentPosition
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import AdvanceTotals, statement
from alize_desktop.rules.fund_forecast import (
    MONTHS,
    Dated,
    Flows,
    coming_back,
    first_month_for,
    forecast,
    planned_grants,
)

DAY = date(2026, 11, 23)
START = statement(DAY, Money(1_000), (), (AdvanceTotals(committed=Money(300), credit=Money(50)),))


def row(number, due, amount, paid=0, released=None, state=InstalmentState.TO_COME):
    """Return one row; what of it was paid to the company is all of it unless it is said."""
    released = amount if released is None else released
    return InstalmentPosition(
        Instalment(number, due, due, Money(amount), ZERO),
        Money(paid),
        ZERO,
        Money(released - paid),
        state,
    )


ROWS = (
    row(1, date(2026, 10, 5), 100, paid=40, state=InstalmentState.LATE),
    row(2, date(2027, 1, 5), 100),
    row(3, date(2027, 4, 5), 100, released=0),
)
RUNNING = AdvancePosition(
    DAY, AdvanceState.RUNNING, ROWS, Money(200), Money(40), ZERO, ZERO, ZERO, Money(160), ZERO
)


class TestTheMonths:
    def test_each_begins_with_what_the_one_before_left(self):
        flows = Flows(
            repayments=(Dated(date(2026, 11, 30), Money(10)), Dated(date(2027, 1, 5), Money(20))),
            contributions=(Dated(date(2026, 12, 1), Money(100)),),
            withdrawals=(Dated(date(2026, 12, 31), Money(30)),),
            releases=(Dated(date(2026, 12, 10), Money(300)),),
            grants=(Dated(date(2027, 1, 18), Money(500)),),
        )
        found = forecast(START, flows, Money(7))
        november, december, january = found.months[:3]
        assert (november.opening, november.repayments) == (Money(1_000), Money(10))
        assert (november.closing, november.available) == (Money(1_010), Money(660))
        assert (december.grants, december.contributions) == (Money(300), Money(100))
        assert (december.closing, december.available) == (Money(780), Money(730))
        assert (january.closing, january.available) == (Money(300), Money(250))
        assert (len(found.months), found.months[-1].month) == (60, date(2031, 10, 1))
        assert found.doubtful == Money(7)

    def test_what_is_past_is_for_the_first_and_what_is_far_for_none(self):
        far = Dated(date(2031, 11, 1), Money(5))
        past = Dated(date(2025, 1, 1), Money(3))
        found = forecast(START, Flows(repayments=(far, past)))
        assert found.months[0].repayments == Money(3)
        assert sum((each.repayments for each in found.months), ZERO) == Money(3)

    days = st.dates(date(2026, 1, 1), date(2033, 1, 1))
    flow = st.lists(st.builds(Dated, days, st.builds(Money, st.integers(0, 10**9))), max_size=6)

    @given(st.builds(Flows, *[flow.map(tuple)] * 5))
    def test_cash_follows_what_moves(self, flows):
        months = forecast(START, flows).months
        assert months[0].opening == START.cash
        for before, after in pairwise(months):
            assert after.opening == before.closing
        for each in months:
            brought = each.repayments + each.contributions - each.withdrawals - each.grants
            assert each.closing == each.opening + brought


class TestWhenItCanLend:
    def months(self, *available):
        found = forecast(START, Flows())
        told = [*available, *[available[-1]] * (MONTHS - len(available))]
        months = zip(found.months, told, strict=True)
        return replace(
            found, months=tuple(replace(each, available=Money(left)) for each, left in months)
        )

    @pytest.mark.parametrize(
        ("available", "month"),
        [
            ((15, 15), date(2026, 11, 1)),
            ((0, 15), date(2026, 12, 1)),
            ((20, 3, 15), date(2027, 1, 1)),
            ((15, 14), None),
        ],
    )
    def test_it_is_the_first_month_from_which_it_always_can(self, available, month):
        assert first_month_for(self.months(*available), Money(15)) == month


class TestWhatComesBack:
    def test_what_is_late_does_not_and_what_is_to_be_released_will(self):
        found = coming_back(RUNNING, is_to_be_released=True)
        assert found.repayments == (
            Dated(date(2027, 1, 5), Money(100)),
            Dated(date(2027, 4, 5), Money(100)),
        )
        assert found.doubtful == Money(60)
        released = coming_back(RUNNING, is_to_be_released=False)
        assert released.repayments == (Dated(date(2027, 1, 5), Money(100)),)

    def test_what_falls_due_in_a_moratorium_comes_after_it(self):
        waiting = replace(ROWS[0], state=InstalmentState.PARTLY_PAID)
        suspended = replace(RUNNING, rows=(waiting, *ROWS[1:]), moratorium_until=date(2027, 1, 31))
        found = coming_back(suspended, is_to_be_released=True)
        assert [(each.on, each.amount.minor) for each in found.repayments] == [
            (date(2027, 2, 1), 60),
            (date(2027, 2, 1), 100),
            (date(2027, 4, 5), 100),
        ]
        assert found.doubtful == ZERO

    def test_a_moratorium_without_end_gives_nothing_back(self):
        endless = replace(RUNNING, moratorium_until=date.max)
        found = coming_back(endless, is_to_be_released=True)
        assert {each.on for each in found.repayments} == {date.max}

    @pytest.mark.parametrize("state", [AdvanceState.ACCELERATED, AdvanceState.IN_LITIGATION])
    def test_nothing_of_what_is_claimed_is_counted(self, state):
        found = coming_back(replace(RUNNING, state=state), is_to_be_released=False)
        assert (found.repayments, found.doubtful) == ((), Money(160))

    def test_nothing_is_expected_of_what_is_over(self):
        found = coming_back(replace(RUNNING, state=AdvanceState.LOST), is_to_be_released=False)
        assert (found.repayments, found.doubtful) == ((), ZERO)


class TestPlannedMeetings:
    def test_they_are_spread_over_the_year(self):
        found = planned_grants(DAY, 3, Money(20_000), ())
        assert [each.on for each in found[:3]] == [
            date(2027, 3, 23),
            date(2027, 7, 23),
            date(2027, 11, 23),
        ]
        assert (len(found), found[-1].on) == (14, date(2031, 7, 23))
        five = planned_grants(DAY, 5, Money(1), ())
        assert [each.on.month for each in five[:5]] == [2, 4, 7, 9, 11]

    def test_they_follow_those_in_preparation(self):
        prepared = (Dated(date(2026, 12, 14), Money(31_000)), Dated(date(2027, 2, 1), ZERO))
        found = planned_grants(DAY, 3, Money(20_000), prepared)
        assert [(each.on, each.amount.minor) for each in found[:3]] == [
            (date(2026, 12, 14), 31_000),
            (date(2027, 2, 1), 20_000),
            (date(2027, 6, 1), 20_000),
        ]

    @pytest.mark.parametrize(("meetings", "grant"), [(0, Money(1)), (3, ZERO)])
    def test_none_is_usual_without_a_number_or_an_amount(self, meetings, grant):
        assert planned_grants(DAY, meetings, grant, ()) == ()
