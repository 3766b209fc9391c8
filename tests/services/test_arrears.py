"""Arrears: who is late, since when, what comes next."""

from datetime import UTC, date, datetime

import pytest

from alize_desktop.models.enums import AdvanceEventKind, AgeingBucket
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money

ONE, FOUR = "2026-013", "2026-019"
DAY = date(2026, 11, 23)
Kind = AdvanceEventKind


@pytest.fixture
def late(lending):
    """Two advances paid on 23 November 2026: one by months, one by quarters after a year."""
    advances = lending.services.advances
    for number, amount in ((ONE, 12_000_00), (FOUR, 5_000_00)):
        dossier = lending.dossier(number)
        advances.sign(dossier, DAY, DAY, "Odile Perrin")
        paid = AdvanceEventDraft(Kind.DISBURSEMENT, DAY, Money(amount), author="Odile Perrin")
        advances.record(dossier, paid)
    lending.clock.now = datetime(2028, 3, 31, 9, 0, tzinfo=UTC)
    return lending


def test_nobody_is_late_before_the_first_due_date(late):
    assert late.services.arrears.list(date(2026, 12, 23)) == ()
    buckets = late.services.arrears.buckets(date(2026, 12, 23))
    assert list(buckets) == list(AgeingBucket)
    assert buckets[AgeingBucket.NOT_LATE] == (2, Money(0), Money(17_000_00))


def test_the_latest_comes_first_with_its_next_step(late):
    first, second = late.services.arrears.list(date(2028, 3, 31))
    assert (first.advance.number, second.advance.number) == (FOUR, ONE)
    assert first.advance.position.bucket is AgeingBucket.FROM_90
    assert (first.step, first.step_on) == (Kind.REMINDER, date(2026, 12, 31))
    assert (second.step, second.step_on) == (Kind.REMINDER, date(2028, 3, 2))
    assert (second.last_step, second.last_step_on) == (None, None)


def test_a_step_that_was_taken_is_told_and_the_next_one_waits(late):
    reminder = AdvanceEventDraft(Kind.REMINDER, date(2028, 3, 6), author="Odile Perrin")
    late.services.advances.record(late.dossier(ONE), reminder)
    found = next(
        x for x in late.services.arrears.list(date(2028, 3, 10)) if x.advance.number == ONE
    )
    assert (found.last_step, found.last_step_on) == (Kind.REMINDER, date(2028, 3, 6))
    assert (found.step, found.step_on) == (Kind.FORMAL_NOTICE, date(2028, 3, 28))
    assert found.advance.step is None


def test_ages_are_summed(late):
    buckets = late.services.arrears.buckets(date(2028, 3, 31))
    assert buckets[AgeingBucket.FROM_90] == (1, Money(5_000_00), Money(5_000_00))
    assert buckets[AgeingBucket.UP_TO_59] == (1, Money(1_000_00), Money(12_000_00))
    assert buckets[AgeingBucket.NOT_LATE] == (0, Money(0), Money(0))


def test_it_costs_the_same_whatever_the_number(late, max_queries):
    late.services.arrears.list(DAY)
    with max_queries(6, late.registry):
        late.services.arrears.list(date(2028, 3, 31))
