"""Versions of the rules of the follow-up: adopted, never changed."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.services.follow_up_rules import (
    MODEL,
    adopt_follow_up_rules,
    read_follow_up_rules,
    read_follow_up_versions,
)

LONGER = replace(FollowUpRules(), milestones=(12, 48), mission_months=24)


def test_a_new_programme_follows_the_rules_the_program_came_with(empty):
    with empty.registry.read() as session:
        assert read_follow_up_rules(session) == FollowUpRules()
        assert read_follow_up_versions(session) == (MODEL,)


def test_the_last_version_adopted_is_in_force_and_the_others_stay(empty):
    adopt_follow_up_rules(empty.registry, LONGER)
    empty.clock.advance(60)
    changes = adopt_follow_up_rules(empty.registry, replace(LONGER, remind_days=7))
    assert changes == Changes(results=True)
    with empty.registry.read() as session:
        assert read_follow_up_rules(session) == replace(LONGER, remind_days=7)
        versions = read_follow_up_versions(session)
    assert [each.number for each in versions] == [2, 1, 0]
    assert versions[1].rules == LONGER
    assert versions[0].adopted_at > versions[1].adopted_at
    assert empty.actions()[-2:] == ["follow_up_rules.adopted"] * 2


def test_the_same_rules_adopted_again_make_no_version(empty):
    adopt_follow_up_rules(empty.registry, LONGER)
    before = len(empty.actions())
    assert adopt_follow_up_rules(empty.registry, LONGER) == Changes()
    assert len(empty.actions()) == before
    with empty.registry.read() as session:
        assert [each.number for each in read_follow_up_versions(session)] == [1, 0]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"remind_days": 400}, ErrorCode.FOLLOW_UP_RULE_OUT_OF_RANGE),
        ({"milestones": (12, 6)}, ErrorCode.MILESTONES_NOT_INCREASING),
    ],
)
def test_rules_that_nobody_can_follow_are_not_adopted(empty, refused, changes, code):
    with refused(code, empty):
        adopt_follow_up_rules(empty.registry, replace(FollowUpRules(), **changes))
