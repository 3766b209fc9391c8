"""What is due, and what is late: jobs, conditions, notices, agreements of partners."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    ConditionEventKind,
    ConditionKind,
    FollowUpKind,
    MilestoneState,
)
from alize_desktop.models.records.decisions import Condition, ConditionState
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.jobs import (
    JobCounts,
    JobMilestone,
    JobObservation,
    JobObservationDraft,
)
from alize_desktop.rules.follow_up import (
    Subject,
    agreement_item,
    condition_item,
    in_calendar,
    in_period,
    jobs_items,
    notice_item,
)

TODAY = date(2026, 11, 23)
DOSSIER = Subject(UUID(int=1), "2026-014", "Fonderie du Val")
SEEN = JobObservation(
    UUID(int=5), JobObservationDraft(date(2026, 9, 1)), datetime(2026, 9, 1, tzinfo=UTC)
)


def milestones(*observed):
    """Four milestones; those of some months were answered."""
    days = {6: date(2026, 3, 1), 12: date(2026, 9, 1), 24: date(2027, 9, 1), 36: date(2028, 9, 1)}
    return tuple(
        JobMilestone(
            months,
            due_on,
            MilestoneState.MET if months in observed else MilestoneState.DUE,
            JobCounts(created=3),
            SEEN if months in observed else None,
        )
        for months, due_on in days.items()
    )


def item(kind, due_on, number="2026-014", key=""):
    return FollowUpItem(kind, due_on, due_on < TODAY, UUID(int=1), number, key=key)


def test_a_calendar_writes_what_is_late_on_the_day_it_is():
    late = item(FollowUpKind.REPAYMENT, date(2026, 11, 20))
    to_come = item(FollowUpKind.JOBS, date(2026, 12, 24))
    beyond = item(FollowUpKind.JOBS, date(2027, 12, 24))
    every = (late, beyond, to_come)
    found = in_calendar(every, TODAY, date(2026, 12, 31), TODAY)
    assert found == ((TODAY, late), (to_come.due_on, to_come))
    december = date(2026, 12, 1), date(2026, 12, 31)
    assert in_calendar(every, *december, TODAY) == ((to_come.due_on, to_come),)
    past = date(2026, 11, 1), date(2026, 11, 20)
    assert in_calendar(every, *past, TODAY) == ((late.due_on, late),)


def test_what_is_late_comes_first_then_the_days_in_order():
    late = item(FollowUpKind.REPAYMENT, date(2026, 11, 20))
    older = item(FollowUpKind.NOTICE, date(2025, 1, 20))
    today = item(FollowUpKind.JOBS, TODAY)
    same_day = item(FollowUpKind.CONDITION, TODAY)
    next_week = item(FollowUpKind.JOBS, TODAY + timedelta(7))
    after = item(FollowUpKind.JOBS, TODAY + timedelta(8))
    found = in_period((after, next_week, same_day, today, late, older), TODAY, TODAY + timedelta(7))
    assert found == (older, late, today, same_day, next_week)


def test_only_the_last_past_milestone_is_asked_for_with_those_to_come():
    found = [*jobs_items(DOSSIER, milestones(), TODAY)]
    assert [(each.key, each.is_late) for each in found] == [
        ("12", True),
        ("24", False),
        ("36", False),
    ]
    assert found[0].due_on == date(2026, 9, 1)
    assert dict(found[0].values) == {"months": 12, "promised": 3}
    assert found[0].dossier_id == DOSSIER.id


def test_an_answer_is_one_to_the_milestones_before():
    found = jobs_items(DOSSIER, milestones(12), TODAY)
    assert [each.key for each in found] == ["24", "36"]


def test_an_answer_to_an_earlier_milestone_leaves_the_later_ones():
    found = jobs_items(DOSSIER, milestones(6), TODAY)
    assert [each.key for each in found] == ["12", "24", "36"]


def condition(due_on, *, is_pending=True):
    said = Condition("Accord de prêt", ConditionKind.PRECEDENT, due_on)
    last = None if is_pending else ConditionEventKind.MET
    return ConditionState(
        UUID(int=9), 1, "2026-D003", "Fonderie du Val", said, due_on, last, is_pending
    )


def test_a_condition_is_followed_until_it_is_met():
    found = condition_item(DOSSIER, condition(date(2026, 11, 22)), TODAY)
    assert found is not None
    assert (found.key, found.is_late) == ("2026-D003-1", True)
    assert dict(found.values)["text"] == "Accord de prêt"


@pytest.mark.parametrize("state", [condition(None), condition(TODAY, is_pending=False)])
def test_a_condition_without_a_day_or_that_is_met_asks_for_nothing(state):
    assert condition_item(DOSSIER, state, TODAY) is None


@pytest.mark.parametrize(
    ("held_on", "due_on", "is_late"),
    [
        (date(2026, 11, 28), TODAY, False),
        (date(2026, 11, 27), date(2026, 11, 22), True),
    ],
)
def test_a_notice_is_due_the_days_of_the_rules_before_the_meeting(held_on, due_on, is_late):
    found = notice_item(Subject(UUID(int=2), "CA-2026-03"), held_on, 5, TODAY)
    assert (found.due_on, found.is_late) == (due_on, is_late)
    assert found.dossier_id is None


@pytest.mark.parametrize(
    ("ends_on", "is_late"),
    [(TODAY, False), (TODAY - timedelta(30), True), (date(2027, 5, 1), False)],
)
def test_the_end_of_an_agreement_is_told_before_and_a_while_after(ends_on, is_late):
    found = agreement_item(Subject(UUID(int=3), "", "Verrerie Royale"), ends_on, 30, TODAY)
    assert found is not None
    assert found.is_late is is_late


def test_a_partner_that_left_long_ago_is_told_no_more():
    left = TODAY - timedelta(31)
    assert agreement_item(Subject(UUID(int=3), "", "Verrerie"), left, 30, TODAY) is None
