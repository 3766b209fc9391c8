"""Days that nobody can do, and amendments that deny those done."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.mission_days import check_days
from alize_desktop.rules.mission_steps import MissionFacts
from tests.mission_records import AGREED, RUNNING, SHEET, Kind, draft, event

TODAY = date(2026, 5, 11)


def facts(events=RUNNING, sheet=SHEET):
    return MissionFacts("2026-M001", sheet, events, TODAY)


def refusal(told, mission):
    with pytest.raises(UserError) as caught:
        check_days(told, mission)
    return caught.value


def test_a_line_may_gather_the_days_since_the_mission_began():
    check_days(draft(Kind.DAYS_DONE, date(2026, 4, 3), "3"), facts(AGREED))
    error = refusal(draft(Kind.DAYS_DONE, date(2026, 4, 3), "3.5"), facts(AGREED))
    assert error.code is ErrorCode.MISSION_DAYS_TOO_MANY
    assert error.params == {
        "days": Decimal("3.5"),
        "first": date(2026, 4, 1),
        "day": date(2026, 4, 3),
        "number": "2026-M001",
    }


def test_without_a_first_day_the_signature_counts():
    sheet = replace(SHEET, starts_on=None)
    check_days(draft(Kind.DAYS_DONE, date(2026, 3, 31), "2"), facts(AGREED, sheet))
    error = refusal(draft(Kind.DAYS_DONE, date(2026, 3, 31), "2.5"), facts(AGREED, sheet))
    assert error.code is ErrorCode.MISSION_DAYS_TOO_MANY


def test_days_before_others_leave_them_room():
    known = (*AGREED, event(2, Kind.DAYS_DONE, date(2026, 4, 4), "4"))
    error = refusal(draft(Kind.DAYS_DONE, date(2026, 4, 2), "1"), facts(known))
    assert (error.params["day"], error.params["days"]) == (date(2026, 4, 4), Decimal(5))
    check_days(draft(Kind.DAYS_DONE, date(2026, 4, 5), "1"), facts(known))


def test_what_was_too_many_already_stops_nothing_later():
    known = (*AGREED, event(2, Kind.DAYS_DONE, date(2026, 4, 2), "4"))
    check_days(draft(Kind.DAYS_DONE, date(2026, 4, 30), "1"), facts(known))


def test_an_amendment_does_not_deny_what_was_done():
    error = refusal(draft(Kind.AMENDED, TODAY, "2"), facts())
    assert error.code is ErrorCode.MISSION_AMENDED_BELOW_DONE
    assert (error.params["days"], error.params["done"]) == (Decimal(2), Decimal("2.5"))
    check_days(draft(Kind.AMENDED, TODAY, "2.5"), facts())
    early = draft(Kind.AMENDED, TODAY, ends_on=date(2026, 4, 21))
    error = refusal(early, facts())
    assert error.code is ErrorCode.MISSION_ENDS_BEFORE_DAYS
    assert error.params["limit"] == date(2026, 4, 22)
    check_days(replace(early, ends_on=date(2026, 4, 22)), facts())
    check_days(early, facts(AGREED))


def test_the_rest_says_no_days():
    check_days(draft(Kind.NOTE, TODAY, text="Point"), facts())
