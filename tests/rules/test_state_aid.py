"""What an advance without interest is worth, and the ceiling of de minimis aid."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.rules.state_aid import (
    BASE_RATES,
    CEILING,
    aid_of,
    base_rate_on,
    exceeds_ceiling,
    gross_grant_equivalent,
    is_out_of_scope,
    most_aid,
    total_aid,
)


def rows(amount, months, deferral, every, day=date(2026, 3, 24)):
    return schedule(AdvanceTerms(Money(amount), months, day, deferral, every))


def test_one_instalment_after_a_year_loses_a_year_of_interest():
    worth = gross_grant_equivalent(rows(1_000_00, 12, 0, 12), Decimal(25))
    assert worth == Money(200_00)  # 1 000 − 1 000 / 1.25


def test_instalments_are_discounted_one_by_one():
    worth = gross_grant_equivalent(rows(2_000_00, 24, 0, 12), Decimal(25))
    assert worth == Money(560_00)  # 2 000 − 1 000 / 1.25 − 1 000 / 1.5625


def test_the_deferral_counts():
    worth = gross_grant_equivalent(rows(1_000_00, 24, 12, 12), Decimal(25))
    assert worth == Money(360_00)  # 1 000 − 1 000 / 1.5625


def test_only_the_total_is_rounded():
    """Twelve quarters after a year, at 6.19 %: the sum in floats, to the nearest centime."""
    of_a_year = rows(15_000_00, 48, 12, 3)
    expected = 15_000 - sum(1_250 / 1.0619 ** ((12 + 3 * k) / 12) for k in range(1, 13))
    assert aid_of(of_a_year) == Money(round(expected * 100)) == Money(2_170_64)


def test_a_rate_of_nothing_is_worth_nothing():
    assert gross_grant_equivalent(rows(1_000_00, 12, 0, 1), Decimal(0)) == ZERO


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        (date(2025, 6, 30), None),
        (date(2025, 7, 1), "2.21"),
        (date(2025, 12, 31), "2.21"),
        (date(2026, 1, 1), "2.19"),
        (date(2026, 12, 31), "2.19"),
        (date(2027, 1, 1), None),
    ],
)
def test_the_rate_is_that_of_the_day_and_none_is_assumed(day, percent):
    rate = base_rate_on(day)
    assert (None if rate is None else str(rate.percent)) == percent


def test_no_aid_is_told_without_a_rate():
    assert aid_of(rows(1_000_00, 12, 0, 1, date(2031, 1, 2))) is None


def test_an_advance_without_guarantee_bears_four_points_more():
    assert base_rate_on(date(2026, 3, 24)).reference_percent == Decimal("6.19")


def test_rates_follow_each_other():
    for earlier, later in pairwise(BASE_RATES):
        assert earlier.first <= earlier.last < later.first


@pytest.mark.parametrize(("more", "exceeds"), [(ZERO, False), (Money(1), True)])
def test_the_ceiling_itself_may_be_reached(more, exceeds):
    assert exceeds_ceiling(CEILING - Money(5_000_00), Money(5_000_00) + more) is exceeds


def test_several_advances_are_added_up():
    known, unknown = rows(15_000_00, 48, 12, 3), rows(1_000_00, 12, 0, 1, date(2031, 1, 2))
    assert total_aid(()) == most_aid(()) == ZERO
    assert total_aid((known, known)) == most_aid((known, known)) == Money(4_341_28)
    assert total_aid((known, unknown)) is None
    assert most_aid((known, unknown)) == Money(3_170_64)


@pytest.mark.parametrize(
    ("naf_code", "is_out"),
    [("01.13Z", True), ("02.20Z", True), ("03.11Z", True), ("10.11Z", False), ("", False)],
)
def test_primary_production_is_left_out(naf_code, is_out):
    assert is_out_of_scope(naf_code) is is_out
