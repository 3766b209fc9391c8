"""What a mission and its events must say by themselves."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.rules.mission_checks import (
    check_days,
    check_draft,
    check_sheet,
    tidied_draft,
    tidied_sheet,
)
from tests.mission_records import SHEET, Kind, draft

DAY = date(2026, 5, 4)


def code_of(check, *asked):
    with pytest.raises(UserError) as caught:
        check(*asked)
    return caught.value.code


@pytest.mark.parametrize("days", ["0", "-1", "0.25", "1.75", "999.5", "NaN", "Infinity"])
def test_days_are_whole_or_half(days):
    assert code_of(check_days, Decimal(days)) is ErrorCode.MISSION_DAYS_INVALID


@pytest.mark.parametrize("days", ["0.5", "1", "2.50", "999"])
def test_half_days_pass(days):
    check_days(Decimal(days))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"category": ""}, ErrorCode.TEXT_MISSING),
        ({"place": "a\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"goals": "a\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"planned_days": Decimal(0)}, ErrorCode.MISSION_DAYS_INVALID),
        ({"day_value": Money(-1)}, ErrorCode.AMOUNT_NEGATIVE),
        ({"starts_on": date(1789, 7, 14)}, ErrorCode.DATE_INVALID),
        ({"ends_on": date(2026, 3, 31)}, ErrorCode.PERIOD_REVERSED),
    ],
)
def test_a_sheet_says_what_it_should(changes, code):
    assert code_of(check_sheet, replace(SHEET, **changes)) is code


def test_a_sheet_may_say_little():
    check_sheet(SHEET)
    check_sheet(replace(SHEET, starts_on=None, ends_on=None, goals="", contributor=""))
    check_sheet(replace(SHEET, starts_on=None))


def test_a_sheet_is_tidied():
    loose = replace(SHEET, goals=" un \n\n deux\n", contributor="  Sophie   Garçon ")
    tidy = tidied_sheet(loose)
    assert (tidy.goals, tidy.contributor) == ("un\ndeux", "Sophie Garçon")
    assert tidied_sheet(SHEET) == SHEET


def test_a_draft_says_nothing_that_its_kind_does_not():
    full = draft(Kind.NOTE, DAY, "2", rating=4, ends_on=DAY, names_id=UUID(int=1), text=" mot ")
    assert tidied_draft(full) == draft(Kind.NOTE, DAY, text="mot")
    for kind, kept in (
        (Kind.DAYS_DONE, {"days": Decimal(2)}),
        (Kind.AMENDED, {"days": Decimal(2), "ends_on": DAY}),
        (Kind.EVALUATED_BY_COMPANY, {"rating": 4}),
        (Kind.REVERSAL, {"names_id": UUID(int=1)}),
    ):
        expected = replace(draft(kind, DAY, text="mot"), **kept)
        assert tidied_draft(replace(full, kind=kind)) == expected


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (draft(Kind.CLOSED, DAY, author=""), ErrorCode.EVENT_AUTHOR_MISSING),
        (draft(Kind.CLOSED, DAY, author="a\n"), ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        (draft(Kind.CLOSED, DAY, text="\x00"), ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        *(
            (draft(kind, DAY), ErrorCode.MISSION_TEXT_MISSING)
            for kind in (Kind.NOTE, Kind.GIVEN_UP, Kind.REVERSAL)
        ),
        (draft(Kind.EVALUATED_BY_COMPANY, DAY), ErrorCode.MISSION_RATING_MISSING),
        (draft(Kind.EVALUATED_BY_PARTNER, DAY, rating=0), ErrorCode.MISSION_RATING_MISSING),
        (draft(Kind.EVALUATED_BY_PARTNER, DAY, rating=6), ErrorCode.MISSION_RATING_MISSING),
        (draft(Kind.DAYS_DONE, DAY), ErrorCode.MISSION_DAYS_INVALID),
        (draft(Kind.AMENDED, DAY), ErrorCode.MISSION_DAYS_INVALID),
        (draft(Kind.AMENDED, DAY, "0.3", ends_on=DAY), ErrorCode.MISSION_DAYS_INVALID),
        (draft(Kind.AMENDED, DAY, ends_on=date(2200, 1, 1)), ErrorCode.DATE_INVALID),
    ],
)
def test_an_event_says_what_it_should(told, code):
    assert code_of(check_draft, told) is code


@pytest.mark.parametrize(
    "told",
    [
        draft(Kind.AMENDED, DAY, ends_on=DAY),
        draft(Kind.AMENDED, DAY, "4.5"),
        draft(Kind.EVALUATED_BY_COMPANY, DAY, rating=1),
        draft(Kind.EVALUATED_BY_PARTNER, DAY, rating=5),
        draft(Kind.AGREEMENT_SIGNED, DAY),
        draft(Kind.NOTE, DAY, text="Un point\npar mois"),
    ],
)
def test_what_is_said_whole_passes(told):
    check_draft(told)
