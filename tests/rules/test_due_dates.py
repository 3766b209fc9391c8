"""Working days, public holidays, months counted from a day."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DueDateRoll, HolidayCalendar
from alize_desktop.rules.due_dates import (
    add_months,
    add_working_days,
    due_date,
    is_working_day,
    public_holidays,
)

METROPOLE = HolidayCalendar.METROPOLE
days = st.dates(date(1950, 1, 1), date(2099, 12, 31))
calendars = st.sampled_from(HolidayCalendar)


@given(days, calendars)
def test_the_next_working_day_is_the_first_one(day, calendar):
    moved = due_date(day, calendar, DueDateRoll.NEXT)
    assert is_working_day(moved, calendar)
    between = [day + timedelta(days=n) for n in range((moved - day).days)]
    assert not any(is_working_day(each, calendar) for each in between)


@given(days, calendars)
def test_a_date_may_be_left_where_it_falls(day, calendar):
    assert due_date(day, calendar, DueDateRoll.NONE) == day


@given(days, st.integers(0, 12))
def test_months_keep_the_day_number_or_stop_at_the_end_of_the_month(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_the_eleven_holidays_of_2026():
    assert sorted(public_holidays(2026, METROPOLE)) == [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 8),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 7, 14),
        date(2026, 8, 15),
        date(2026, 11, 1),
        date(2026, 11, 11),
        date(2026, 12, 25),
    ]


@pytest.mark.parametrize(
    ("calendar", "local"),
    [
        (HolidayCalendar.ALSACE_MOSELLE, [date(2026, 4, 3), date(2026, 12, 26)]),
        (HolidayCalendar.GUADELOUPE, [date(2026, 5, 27)]),
        (HolidayCalendar.MARTINIQUE, [date(2026, 5, 22)]),
        (HolidayCalendar.GUYANE, [date(2026, 6, 10)]),
        (HolidayCalendar.REUNION, [date(2026, 12, 20)]),
        (HolidayCalendar.MAYOTTE, [date(2026, 4, 27)]),
    ],
)
def test_each_territory_adds_its_own_days_and_no_custom(calendar, local):
    assert sorted(public_holidays(2026, calendar) - public_holidays(2026, METROPOLE)) == local


def test_saturday_is_no_working_day():
    assert not is_working_day(date(2027, 7, 31), METROPOLE)


@pytest.mark.parametrize("year", [1899, 2101])
def test_years_without_known_holidays_are_refused(year):
    with pytest.raises(UserError) as refused:
        due_date(date(year, 6, 1), METROPOLE, DueDateRoll.NONE)
    assert refused.value.code is ErrorCode.YEAR_OUT_OF_RANGE


def test_months_beyond_the_known_years_are_refused():
    with pytest.raises(UserError):
        add_months(date(2100, 12, 1), 1)


def test_slow_libraries_are_left_alone_until_they_are_needed():
    code = (
        "import sys, alize_desktop.rules.schedule, alize_desktop.rules.identifiers,"
        " alize_desktop.wording.amounts, alize_desktop.wording.errors;"
        " print({'holidays', 'stdnum', 'num2words'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


def test_working_days_are_counted_from_the_next_one():
    friday = date(2026, 11, 20)
    assert add_working_days(friday, 1, HolidayCalendar.METROPOLE) == date(2026, 11, 23)
    assert add_working_days(friday, 25, HolidayCalendar.METROPOLE) == date(2026, 12, 28)
