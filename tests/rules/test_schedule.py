"""Schedules repay exactly what was lent, on dates counted from the payment."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DueDateRoll, HolidayCalendar, Rounding
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months, is_working_day
from alize_desktop.rules.schedule import instalment_count, months_after, schedule

PAID = date(2026, 3, 15)
terms = st.builds(
    AdvanceTerms,
    amount=st.integers(1, 10**10).map(Money),
    months=st.integers(1, 120),
    paid_on=st.dates(date(1998, 1, 1), date(2060, 12, 31)),
    deferral=st.integers(0, 36),
    every=st.sampled_from([1, 2, 3, 6, 12]),
    deferral_included=st.booleans(),
    rounding=st.sampled_from(Rounding),
    roll=st.sampled_from(DueDateRoll),
    calendar=st.sampled_from(HolidayCalendar),
    in_fine=st.sampled_from([False, False, False, True]),
    day_of_month=st.none() | st.integers(1, 28),
)


def made(given_terms):
    try:
        return schedule(given_terms)
    except UserError:
        assume(False)


def expected_day(given_terms, number):
    """Return a date from the payment, the number of the row and the period alone."""
    months = given_terms.deferral + number * given_terms.every
    if given_terms.in_fine:
        months = given_terms.months + given_terms.deferral * (not given_terms.deferral_included)
    day = add_months(given_terms.paid_on, months)
    return day.replace(day=given_terms.day_of_month or day.day)


@given(terms)
def test_a_schedule_repays_exactly_what_was_lent(given_terms):
    found = made(given_terms)
    assert found.total == given_terms.amount
    assert found.rows[-1].outstanding == ZERO
    assert min(row.amount for row in found.rows) > ZERO
    assert found.count == instalment_count(given_terms)
    assert {row.amount for row in found.rows[:-1]} <= {found.regular}
    assert [row.number for row in found.rows] == list(range(1, found.count + 1))


@given(terms)
def test_dates_increase_and_are_counted_from_the_payment(given_terms):
    found = made(given_terms)
    assert all(one.due < next_one.due for one, next_one in pairwise(found.rows))
    for row in found.rows:
        assert row.theoretical == expected_day(given_terms, row.number)
        assert row.due >= row.theoretical > given_terms.paid_on
    if given_terms.roll is DueDateRoll.NEXT:
        assert all(is_working_day(row.due, given_terms.calendar) for row in found.rows)
    assert (found.first_due, found.last_due) == (found.rows[0].due, found.rows[-1].due)


@given(terms)
def test_the_last_instalment_falls_at_the_end_of_the_duration(given_terms):
    found = made(given_terms)
    added = 0 if given_terms.deferral_included else given_terms.deferral
    end = add_months(given_terms.paid_on, given_terms.months + added)
    last = found.rows[-1].theoretical
    assert (last.year, last.month) == (end.year, end.month)
    assert last.day == (given_terms.day_of_month or end.day)


def terms_of(**parts):
    return AdvanceTerms(**{"amount": Money(1_200_000), "months": 36, "paid_on": PAID} | parts)


def refusal(given_terms):
    with pytest.raises(UserError) as refused:
        schedule(given_terms)
    return refused.value


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"amount": ZERO}, ErrorCode.AMOUNT_NOT_POSITIVE),
        ({"amount": Money(-1)}, ErrorCode.AMOUNT_NOT_POSITIVE),
        ({"amount": Money(100), "months": 60}, ErrorCode.LAST_INSTALMENT_NOT_POSITIVE),
        ({"amount": Money(10), "months": 60}, ErrorCode.INSTALMENT_NOT_POSITIVE),
        ({"day_of_month": 0}, ErrorCode.DAY_OF_MONTH_INVALID),
        ({"day_of_month": 29}, ErrorCode.DAY_OF_MONTH_INVALID),
        ({"first_due": PAID}, ErrorCode.FIRST_DUE_TOO_EARLY),
        ({"in_fine": True, "months": 0}, ErrorCode.MONTHS_OUT_OF_RANGE),
        ({"months": 0}, ErrorCode.MONTHS_OUT_OF_RANGE),
        ({"months": 361}, ErrorCode.MONTHS_OUT_OF_RANGE),
        ({"deferral": -1}, ErrorCode.DEFERRAL_OUT_OF_RANGE),
        ({"deferral": 361, "deferral_included": False}, ErrorCode.DEFERRAL_OUT_OF_RANGE),
        ({"every": 0}, ErrorCode.PERIOD_OUT_OF_RANGE),
        ({"every": 361}, ErrorCode.PERIOD_OUT_OF_RANGE),
        ({"paid_on": date(2099, 1, 1)}, ErrorCode.YEAR_OUT_OF_RANGE),
        ({"deferral": 36}, ErrorCode.DEFERRAL_TOO_LONG),
        ({"deferral": 40}, ErrorCode.DEFERRAL_TOO_LONG),
    ],
)
def test_terms_that_cannot_be_repaid_are_refused(parts, code):
    assert refusal(terms_of(**parts)).code is code


@pytest.mark.parametrize(
    ("parts", "nearest"),
    [
        ({"months": 42, "deferral": 4, "every": 3}, (3, 6)),
        ({"months": 37, "deferral": 0, "every": 3}, (1,)),
        ({"months": 5, "deferral": 0, "every": 12}, ()),
        ({"months": 5, "deferral": 4, "every": 3}, (2,)),
        ({"months": 38, "every": 3, "deferral_included": False}, (36, 39)),
        ({"months": 2, "every": 3, "deferral_included": False}, (3,)),
        ({"months": 359, "every": 48, "deferral_included": False}, (336,)),
        ({"months": 36, "deferral": 36, "every": 3}, (33,)),
        ({"months": 2, "deferral": 2, "every": 3}, ()),
    ],
)
def test_a_refusal_names_the_nearest_terms_that_work(parts, nearest):
    given_terms = terms_of(**parts)
    error = refusal(given_terms)
    assert error.params["nearest"] == nearest
    name = "deferral" if given_terms.deferral_included else "months"
    for value in nearest:
        assert instalment_count(terms_of(**parts | {name: value})) >= 1


def test_rounding_down_leaves_the_rest_to_the_last():
    found = schedule(terms_of(months=33, rounding=Rounding.DOWN))
    assert (str(found.regular), str(found.last)) == ("363.63", "363.84")


def test_a_single_instalment_is_the_whole_advance():
    found = schedule(terms_of(months=12, every=12))
    assert (found.count, found.regular, found.last) == (1, Money(1_200_000), Money(1_200_000))


@pytest.mark.parametrize(
    ("parts", "nearest"),
    [
        ({"amount": Money(100), "months": 60}, (50, 67)),
        ({"amount": Money(100), "months": 66, "deferral": 6}, (56, 73)),
        ({"amount": Money(100), "months": 180, "every": 3}, (150, 201)),
        ({"amount": Money(10), "months": 60}, (10,)),
        ({"amount": Money(10), "months": 60, "rounding": Rounding.DOWN}, (10,)),
        ({"amount": Money(100), "months": 66, "deferral": 9, "deferral_included": False}, (50, 67)),
    ],
)
def test_a_refused_share_names_the_nearest_durations_that_work(parts, nearest):
    assert refusal(terms_of(**parts)).params["nearest"] == nearest
    for months in nearest:
        assert schedule(terms_of(**parts | {"months": months})).total == parts["amount"]


@given(terms, st.integers(1, 400))
def test_a_first_day_chosen_by_hand_moves_every_date(given_terms, days):
    usual = made(given_terms)
    first = given_terms.paid_on + timedelta(days=days)
    found = made(replace(given_terms, first_due=first))
    assert [row.amount for row in found.rows] == [row.amount for row in usual.rows]
    for row in found.rows:
        assert row.theoretical == add_months(first, (row.number - 1) * given_terms.every)
        months = months_after(found.terms, row.number)
        assert add_months(given_terms.paid_on, months) >= row.theoretical
        assert add_months(given_terms.paid_on, months - 1) < row.theoretical


def test_instalments_may_all_fall_on_one_day_of_the_month():
    found = schedule(terms_of(months=3, day_of_month=5, roll=DueDateRoll.NONE))
    assert [row.due for row in found.rows] == [
        date(2026, 4, 5),
        date(2026, 5, 5),
        date(2026, 6, 5),
    ]
    assert [months_after(found.terms, row.number) for row in found.rows] == [1, 2, 3]


def test_an_advance_may_be_repaid_at_once_at_the_end():
    found = schedule(terms_of(in_fine=True, every=7, deferral=36))
    assert [(row.due, row.amount) for row in found.rows] == [(date(2029, 3, 15), Money(1_200_000))]
    assert months_after(found.terms, 1) == 36
    added = terms_of(in_fine=True, deferral=6, deferral_included=False)
    assert months_after(added, 1) == 42
