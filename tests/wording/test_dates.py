"""Dates and hours in French."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.wording.dates import (
    long_date,
    long_date_with_day,
    moment_text,
    parse_date,
    short_date,
    time_text,
)

days = st.dates(date(1900, 1, 1))


def test_the_first_of_the_month_is_ordinal():
    assert long_date(date(2026, 3, 1)) == "1er mars 2026"
    assert long_date(date(2026, 8, 3)) == "3 août 2026"
    assert long_date_with_day(date(2026, 3, 3)) == "mardi 3 mars 2026"


def test_tables_have_digits():
    assert short_date(date(2026, 3, 3)) == "03/03/2026"


@pytest.mark.parametrize(
    ("moment", "text"),
    [(time(14, 30), "14 h 30"), (time(9, 5), "9 h 05"), (time(14, 0), "14 h"), (time(0), "0 h")],
)
def test_hours_keep_together(moment, text):
    assert time_text(moment) == text.replace(" ", "\u00a0")


def test_a_moment_is_told_with_its_day():
    assert moment_text(datetime(2026, 3, 3, 14, 30, tzinfo=UTC)) == "03/03/2026 à 14\u00a0h\u00a030"


@given(days)
def test_a_date_is_read_as_it_is_written(day):
    assert parse_date(short_date(day)) == day
    assert parse_date(long_date(day)) == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["05/03/2026", "5/3/26", "2026-03-05", "5-3-2026", " 05.03.2026 ", "5 MARS 2026", "5/03/2026"],
)
def test_french_habits_are_read(text):
    assert parse_date(text) == date(2026, 3, 5)


def test_old_years_of_two_digits_are_in_the_last_century():
    assert parse_date("01/02/69") == date(2069, 2, 1)
    assert parse_date("01/02/70") == date(1970, 2, 1)


def test_accents_of_a_month_may_be_missing():
    assert parse_date("1er fevrier 2026") == date(2026, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2026",
        "29/02/2026",
        "2026-13-01",
        "03/2026",
        "5/3-2026",
        "5 mers 2026",
        "0/1/2026",
        "demain",
        "05/03/226",
        "０５/03/2026",
        "0000-01-01",
    ],
)
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_date(text)
    assert refused.value.code is ErrorCode.DATE_INVALID
    assert refused.value.params == {"value": text}
