"""The ladder of reminders follows the days of the oldest row, one step after the other."""

from datetime import date

import pytest

from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import AgeingBucket
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.rules.ageing import LadderStep, bucket, last_step, next_step
from alize_desktop.rules.positions import position
from tests.advance_events import FACTS, released, version

RULES = MoneyRules()


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (0, AgeingBucket.NOT_LATE),
        (1, AgeingBucket.UP_TO_29),
        (29, AgeingBucket.UP_TO_29),
        (30, AgeingBucket.UP_TO_59),
        (59, AgeingBucket.UP_TO_59),
        (60, AgeingBucket.UP_TO_89),
        (89, AgeingBucket.UP_TO_89),
        (90, AgeingBucket.FROM_90),
        (4000, AgeingBucket.FROM_90),
    ],
)
def test_a_delay_has_its_bucket(days, found):
    assert bucket(days) is found


def steps(events, on):
    found = position(FACTS, version(), events.made, on)
    return next_step(found, events.made, RULES), last_step(found, events.made)


def test_an_advance_that_is_not_late_has_no_step():
    assert steps(released(), date(2026, 2, 15)) == (None, None)


def test_steps_follow_one_another():
    events = released()
    reminder = LadderStep(Kind.REMINDER, date(2026, 2, 23))
    assert steps(events, date(2026, 2, 16)) == (reminder, None)
    assert steps(events, date(2026, 4, 30)) == (reminder, None)
    events.add(Kind.REMINDER, date(2026, 2, 25))
    notice = LadderStep(Kind.FORMAL_NOTICE, date(2026, 3, 19))
    assert steps(events, date(2026, 2, 26)) == (
        notice,
        LadderStep(Kind.REMINDER, date(2026, 2, 25)),
    )
    events.add(Kind.FORMAL_NOTICE, date(2026, 3, 20))
    claim = LadderStep(Kind.ACCELERATION, date(2026, 4, 19))
    taken = LadderStep(Kind.FORMAL_NOTICE, date(2026, 3, 20))
    assert steps(events, date(2026, 3, 20)) == (claim, taken)
    events.add(Kind.ACCELERATION, date(2026, 4, 19))
    assert steps(events, date(2026, 4, 20)) == (
        None,
        LadderStep(Kind.ACCELERATION, date(2026, 4, 19)),
    )


def test_a_new_delay_begins_at_the_foot_of_the_ladder():
    events = released()
    events.add(Kind.REMINDER, date(2026, 2, 25))
    events.pay(date(2026, 3, 1), 100)
    reminder = LadderStep(Kind.REMINDER, date(2026, 3, 23))
    assert steps(events, date(2026, 3, 20)) == (reminder, None)


def test_days_of_a_moratorium_put_the_step_off():
    events = released()
    events.add(Kind.MORATORIUM, date(2026, 2, 20), until=date(2026, 3, 31))
    assert steps(events, date(2026, 3, 20))[0] is None
    assert steps(events, date(2026, 4, 2))[0] == LadderStep(Kind.REMINDER, date(2026, 4, 4))


def test_nothing_follows_a_claim_in_court():
    events = released()
    events.add(Kind.LITIGATION, date(2026, 3, 1))
    assert steps(events, date(2026, 4, 1))[0] is None


def test_an_acceleration_that_was_taken_back_may_be_taken_again():
    events = released()
    events.add(Kind.FORMAL_NOTICE, date(2026, 3, 20))
    events.reverse(events.add(Kind.ACCELERATION, date(2026, 4, 17)), date(2026, 4, 18))
    assert steps(events, date(2026, 4, 20))[0] == LadderStep(Kind.ACCELERATION, date(2026, 4, 19))
