"""Which letters may be sent about a late advance, and the days they name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alize_desktop.models.enums import AdvanceState, PaperKind
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import ZERO
from alize_desktop.rules.late_letters import (
    acceleration_day,
    days_late,
    last_day_to_pay,
    late_rows,
    late_since,
    may_be_sent,
)
from tests.advance_records import ROWS, position

RULES = MoneyRules()
FIRST = ROWS[0].due


def after(days, **changes):
    return position(FIRST + timedelta(days=days), **changes)


@pytest.mark.parametrize(
    ("days", "sent"),
    [
        (0, ()),
        (1, (PaperKind.REMINDER,)),
        (29, (PaperKind.REMINDER,)),
        (30, (PaperKind.REMINDER, PaperKind.FORMAL_NOTICE)),
        (59, (PaperKind.REMINDER, PaperKind.FORMAL_NOTICE)),
        (60, (PaperKind.REMINDER, PaperKind.FORMAL_NOTICE, PaperKind.ACCELERATION_NOTICE)),
    ],
)
def test_each_letter_has_its_day(days, sent):
    letters = (PaperKind.REMINDER, PaperKind.FORMAL_NOTICE, PaperKind.ACCELERATION_NOTICE)
    assert tuple(each for each in letters if may_be_sent(each, after(days), RULES)) == sent


def test_an_acceleration_that_was_decided_is_told_whatever_the_delay():
    decided = after(0, state=AdvanceState.ACCELERATED)
    assert may_be_sent(PaperKind.ACCELERATION_NOTICE, decided, RULES)
    repaid = replace(decided, outstanding=ZERO)
    assert not may_be_sent(PaperKind.ACCELERATION_NOTICE, repaid, RULES)


def test_only_what_was_due_by_its_own_date_is_late():
    where = after(10)
    early = replace(where.rows[1], state=where.rows[0].state, days_late=3)
    where = replace(where, rows=(where.rows[0], early, *where.rows[2:]))
    assert [each.instalment.number for each in late_rows(where)] == [1]
    assert days_late(where) == 10
    assert late_since(where) == FIRST
    assert late_since(after(0)) is None


def test_a_formal_notice_leaves_fifteen_days_to_pay():
    assert last_day_to_pay(date(2027, 10, 28)) == date(2027, 11, 12)


@pytest.mark.parametrize(("days", "first"), [(30, 60), (44, 60), (45, 61), (100, 116)])
def test_all_may_be_asked_once_both_the_contract_and_the_notice_allow_it(days, first):
    assert acceleration_day(after(days), RULES) == FIRST + timedelta(days=first)
