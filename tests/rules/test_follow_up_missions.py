"""What missions ask to be followed up."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.missions import (
    MissionAccount,
    MissionEvent,
    MissionEventDraft,
    MissionRow,
    MissionSheet,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.follow_up_missions import mission_items

Kind = MissionEventKind
TODAY = date(2026, 11, 23)
SHEET = MissionSheet(UUID(int=3), "Qualité", Decimal(10), Money(800_00))


def mission(state=MissionState.PLANNED, *, is_history=False, starts_on=None, **account):
    known = MissionAccount(state, Decimal(10), Decimal(0), Decimal(0), ZERO)
    return MissionRow(
        UUID(int=1),
        "2026-M001",
        UUID(int=2),
        "2026-014",
        "Fonderie du Val",
        "Verrerie Royale",
        replace(SHEET, starts_on=starts_on),
        replace(known, **account),
        is_history,
    )


def event(number, kind, value_on, days=0, names=None):
    names_id = UUID(int=names) if names else None
    draft = MissionEventDraft(kind, value_on, Decimal(days), names_id=names_id)
    return MissionEvent(UUID(int=number), draft, datetime(2026, 11, 1, tzinfo=UTC))


def told(row, *events):
    return [(each.key, each.due_on, each.is_late) for each in mission_items(row, events, TODAY)]


@pytest.mark.parametrize(
    "row",
    [
        mission(MissionState.CLOSED, is_history=True, closed_on=date(2020, 1, 1)),
        mission(MissionState.GIVEN_UP, ends_on=date(2026, 1, 1)),
        mission(),
        mission(MissionState.CLOSED),
    ],
)
def test_nothing_is_asked_of_the_past_of_what_was_given_up_nor_without_a_day(row):
    assert told(row) == []


def test_the_end_of_a_mission_is_told_and_late_once_past():
    assert told(mission(ends_on=date(2027, 1, 31))) == [("end", date(2027, 1, 31), False)]
    late = mission(MissionState.OVERDUE, ends_on=date(2026, 11, 22))
    assert told(late) == [("end", date(2026, 11, 22), True)]


def test_each_side_confirms_the_days_within_thirty_days_of_the_first():
    days = (
        event(10, Kind.DAYS_DONE, date(2026, 10, 1), 2),
        event(11, Kind.DAYS_DONE, date(2026, 11, 2), 1),
        event(12, Kind.CONFIRMED_BY_COMPANY, date(2026, 10, 5), names=10),
    )
    assert told(mission(), *days) == [
        ("confirm-company", date(2026, 12, 2), False),
        ("confirm-partner", date(2026, 10, 31), True),
    ]
    partner = [*mission_items(mission(), days, TODAY)][1]
    assert dict(partner.values) == {
        "side": "partner",
        "days": Decimal(3),
        "partner": "Verrerie Royale",
    }


def test_days_taken_back_are_not_to_be_confirmed():
    days = (
        event(10, Kind.DAYS_DONE, date(2026, 10, 1), 2),
        event(11, Kind.REVERSAL, date(2026, 10, 2), names=10),
    )
    assert told(mission(), *days) == []


def test_a_closed_mission_is_evaluated_by_both_sides_within_thirty_days():
    closed = mission(MissionState.CLOSED, closed_on=date(2026, 10, 1))
    assert told(closed) == [
        ("evaluate-company", date(2026, 10, 31), True),
        ("evaluate-partner", date(2026, 10, 31), True),
    ]
    rated = mission(MissionState.CLOSED, closed_on=date(2026, 11, 1), company_rating=4)
    assert told(rated) == [("evaluate-partner", date(2026, 12, 1), False)]


def test_a_mission_has_a_note_each_month_and_the_first_missing_one_is_asked_for():
    running = mission(MissionState.RUNNING, starts_on=date(2026, 9, 15))
    assert told(running) == [("note", date(2026, 9, 30), True)]
    (late,) = mission_items(running, (), TODAY)
    assert dict(late.values)["count"] == 2
    notes = (
        event(10, Kind.NOTE, date(2026, 9, 30)),
        event(11, Kind.NOTE, date(2026, 10, 20)),
    )
    assert told(running, *notes) == [("note", date(2026, 11, 30), False)]
    assert told(running, *notes, event(12, Kind.NOTE, TODAY)) == []


def test_no_note_is_asked_for_after_the_end_of_a_mission():
    over = mission(MissionState.OVERDUE, starts_on=date(2026, 9, 15), ends_on=date(2026, 9, 30))
    notes = (event(10, Kind.NOTE, date(2026, 9, 20)),)
    assert told(over, *notes) == [("end", date(2026, 9, 30), True)]
