"""Where a mission stands, replayed from what happened to it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import MissionState
from alize_desktop.models.values import Money
from alize_desktop.rules.missions import account, confirmed_by, engaged_days, in_force, value_of
from tests.mission_records import AGREED, CONFIRMED, LAST, RUNNING, SHEET, SIGNED, Kind, event

DAY = date(2026, 5, 4)
State = MissionState


@pytest.mark.parametrize(
    ("events", "on", "state"),
    [
        ((), DAY, State.PLANNED),
        ((), date(2027, 1, 1), State.PLANNED),
        (AGREED, date(2026, 3, 29), State.PLANNED),
        (AGREED, SIGNED, State.AGREED),
        (RUNNING, DAY, State.RUNNING),
        (RUNNING, LAST, State.RUNNING),
        (RUNNING, date(2026, 10, 1), State.OVERDUE),
        ((*CONFIRMED, event(9, Kind.CLOSED, DAY)), date(2026, 10, 1), State.CLOSED),
        ((event(9, Kind.GIVEN_UP, DAY),), DAY, State.GIVEN_UP),
        ((*AGREED, event(9, Kind.REVERSAL, DAY, of=1)), DAY, State.PLANNED),
    ],
)
def test_a_mission_goes_through_its_states(events, on, state):
    assert account(SHEET, events, on).state is state


def test_days_that_a_mission_given_up_did_not_do_are_free_again():
    assert engaged_days(account(SHEET, RUNNING, DAY)) == SHEET.planned_days
    given_up = (*AGREED, event(9, Kind.GIVEN_UP, DAY))
    assert engaged_days(account(SHEET, given_up, DAY)) == 0


def test_a_mission_without_an_end_is_never_overdue():
    sheet = replace(SHEET, ends_on=None)
    assert account(sheet, RUNNING, date(2030, 1, 1)).state is State.RUNNING


def test_the_last_amendment_tells_days_and_end():
    first = event(8, Kind.AMENDED, DAY, "7", ends_on=date(2026, 12, 31))
    then = event(9, Kind.AMENDED, date(2026, 6, 1), "8")
    found = account(SHEET, (*RUNNING, first, then), date(2026, 6, 1))
    assert (found.planned, found.ends_on) == (Decimal(8), date(2026, 12, 31))
    before = account(SHEET, (*RUNNING, first, then), DAY)
    assert before.planned == Decimal(7)
    assert account(SHEET, RUNNING, DAY).planned == Decimal(5)


def test_days_are_confirmed_by_both_sides():
    assert account(SHEET, RUNNING, DAY).confirmed == 0
    one_side = [each for each in CONFIRMED if each.draft.kind is not Kind.CONFIRMED_BY_PARTNER]
    assert account(SHEET, one_side, DAY).confirmed == 0
    assert confirmed_by(in_force(one_side), RUNNING[1]) == {Kind.CONFIRMED_BY_COMPANY}
    found = account(SHEET, CONFIRMED, DAY)
    assert found.confirmed == found.done == Decimal("2.5")
    assert found.value == Money(2_000_00)


def test_what_was_a_mistake_never_counted():
    events = (*CONFIRMED, event(9, Kind.REVERSAL, DAY, of=3))
    for on in (date(2026, 4, 22), DAY):
        assert account(SHEET, events, on).done == 1
    assert account(SHEET, events, DAY).confirmed == 1
    again = (*CONFIRMED, event(9, Kind.REVERSAL, DAY, of=5))
    assert account(SHEET, again, DAY).confirmed == Decimal("1.5")


def test_the_last_evaluation_of_each_side_counts():
    events = (
        *RUNNING,
        event(8, Kind.EVALUATED_BY_COMPANY, DAY, rating=2),
        event(9, Kind.EVALUATED_BY_COMPANY, DAY, rating=4),
    )
    found = account(SHEET, events, DAY)
    assert (found.company_rating, found.partner_rating) == (4, None)


def test_a_closed_mission_says_when():
    events = (*CONFIRMED, event(9, Kind.CLOSED, DAY))
    assert account(SHEET, events, DAY).closed_on == DAY
    assert account(SHEET, CONFIRMED, DAY).closed_on is None


def test_events_are_told_in_order_of_their_day():
    late = event(9, Kind.NOTE, date(2026, 4, 10))
    assert [each.id.int for each in in_force((*RUNNING, late))] == [1, 2, 9, 3]


@given(st.integers(0, 100_000), st.integers(0, 2_000))
def test_days_are_worth_their_value_to_the_centime(centimes, halves):
    assert value_of(Money(centimes), Decimal(halves) / 2).minor == (centimes * halves + 1) // 2


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9), st.integers(0, 9)), max_size=12))
def test_no_more_days_are_confirmed_than_done(told):
    kinds = (*[Kind.DAYS_DONE] * 2, Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER)
    kinds = (*kinds, Kind.REVERSAL, Kind.NOTE)
    events = [
        event(number, kinds[kind], DAY, str(Decimal(days) / 2), of=of)
        for number, (kind, days, of) in enumerate(told)
    ]
    found = account(SHEET, events, DAY)
    assert 0 <= found.confirmed <= found.done
    assert found.value == value_of(SHEET.day_value, found.done)
