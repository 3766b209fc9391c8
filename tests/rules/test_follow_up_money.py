"""What advances are to repay, a line a month, and the last day to sign."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from alize_desktop.models.enums import AdvanceState, InstalmentState
from alize_desktop.models.records.advances import AdvancePosition, InstalmentPosition
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.follow_up import Subject
from alize_desktop.rules.follow_up_money import approval_item, repayment_items

TODAY = date(2026, 11, 23)
DOSSIER = Subject(UUID(int=1), "2026-014", "Fonderie du Val")
HUNDRED = Money(100_00)
LATE, TO_COME, PAID = InstalmentState.LATE, InstalmentState.TO_COME, InstalmentState.PAID


def row(due, state=TO_COME, remaining=HUNDRED, days_late=0):
    instalment = Instalment(1, due, due, HUNDRED, ZERO)
    return InstalmentPosition(instalment, ZERO, ZERO, remaining, state, days_late)


def position(*rows, state=AdvanceState.RUNNING, **more):
    known = AdvancePosition(TODAY, state, rows, HUNDRED, ZERO, ZERO, ZERO, ZERO, HUNDRED, ZERO)
    return replace(known, **more)


def told(found):
    return [
        (each.key, each.due_on, each.is_late, dict(each.values)["amount"])
        for each in repayment_items(DOSSIER, found)
    ]


def test_each_month_has_its_line_and_what_is_paid_has_none():
    rows = (
        row(date(2026, 9, 1), PAID, ZERO),
        row(date(2026, 10, 1), LATE, days_late=53),
        row(date(2026, 12, 1)),
        row(date(2027, 1, 1)),
    )
    assert told(position(*rows)) == [
        ("2026-10", date(2026, 10, 1), True, HUNDRED),
        ("2026-12", date(2026, 12, 1), False, HUNDRED),
        ("2027-01", date(2027, 1, 1), False, HUNDRED),
    ]


def test_everything_due_at_once_is_one_line():
    since = TODAY - timedelta(10)
    rows = (row(date(2026, 12, 1), LATE, days_late=10), row(date(2027, 1, 1), LATE, days_late=10))
    found = [*repayment_items(DOSSIER, position(*rows, state=AdvanceState.ACCELERATED))]
    assert [(each.due_on, dict(each.values)["count"]) for each in found] == [(since, 2)]


def test_days_of_a_moratorium_do_not_hide_since_when_it_is_late():
    rows = (row(date(2026, 10, 1), LATE, days_late=20),)
    assert told(position(*rows))[0][1] == date(2026, 10, 1)


def test_what_falls_due_in_a_moratorium_comes_the_day_after():
    rows = (row(date(2026, 10, 1)), row(date(2027, 1, 10)))
    found = told(position(*rows, moratorium_until=date(2026, 12, 31)))
    assert [each[:3] for each in found] == [("2027-01", date(2027, 1, 1), False)]


def test_a_month_may_have_a_late_line_and_one_to_come():
    rows = (row(date(2026, 11, 3), LATE, days_late=20), row(date(2026, 11, 30)))
    assert [each[0] for each in told(position(*rows))] == ["2026-11", "2026-11-next"]


@pytest.mark.parametrize("state", [AdvanceState.SIGNED, AdvanceState.IN_LITIGATION])
def test_nothing_to_come_is_awaited_of_an_advance_that_does_not_run(state):
    assert told(position(row(date(2026, 12, 1)), state=state)) == []


def test_an_approval_is_told_until_the_day_it_lapses():
    found = approval_item(DOSSIER, TODAY, TODAY)
    assert found is not None
    assert not found.is_late
    assert approval_item(DOSSIER, TODAY - timedelta(1), TODAY) is None
