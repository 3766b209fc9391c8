"""Delays before a meeting: of its notice, and of a second one."""

from datetime import date

import pytest

from alize_desktop.rules.notices import days_before, earliest_second_meeting, is_too_late

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("sent", "days", "late"),
    [
        (date(2026, 11, 18), 5, False),
        (date(2026, 11, 19), 5, True),
        (date(2026, 11, 23), 0, False),
        (date(2026, 11, 24), 0, True),
    ],
)
def test_a_notice_leaves_the_days_that_the_rules_ask(sent, days, late):
    assert is_too_late(sent, MONDAY, days) is late


def test_days_are_counted_over_the_end_of_a_year():
    assert days_before(date(2026, 12, 30), date(2027, 1, 4)) == 5
    assert days_before(MONDAY, date(2026, 11, 20)) == -3


def test_clear_days_leave_out_both_ends():
    assert earliest_second_meeting(MONDAY, 5) == date(2026, 11, 29)
    assert earliest_second_meeting(MONDAY, 0) == date(2026, 11, 24)
