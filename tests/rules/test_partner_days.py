"""Days that a partner offers in a year, by the dates of its agreement."""

from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.rules.partner_days import day_of_year, is_in_force, offered_days

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "last", "offered"),
    [
        (None, None, "12"),
        (date(2020, 5, 1), date(2030, 5, 1), "12"),
        (date(2026, 9, 15), None, "4"),
        (None, date(2026, 1, 1), "1"),
        (date(2026, 3, 31), date(2026, 4, 1), "2"),
        (date(2027, 1, 1), None, "0"),
        (None, date(2025, 12, 31), "0"),
    ],
)
def test_months_that_the_agreement_covers_count(first, last, offered):
    assert offered_days(12, 2026, first, last) == Decimal(offered)


@pytest.mark.parametrize(("days", "offered"), [(10, "5.5"), (1, "0.5"), (0, "0"), (12, "7")])
def test_the_days_of_a_part_of_a_year_go_down_to_half_a_day(days, offered):
    assert offered_days(days, 2026, date(2026, 6, 1), None) == Decimal(offered)


def test_a_period_covers_its_two_ends():
    assert is_in_force(None, None, DAY)
    assert is_in_force(DAY, DAY, DAY)
    assert not is_in_force(date(2026, 11, 24), None, DAY)
    assert not is_in_force(None, date(2026, 11, 22), DAY)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2025, date(2025, 12, 31)), (2026, DAY), (2027, date(2027, 1, 1))],
)
def test_a_year_is_looked_at_on_its_day_nearest_to_today(year, day):
    assert day_of_year(year, DAY) == day
