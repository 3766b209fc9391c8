"""Rules of the follow-up that nobody could follow are refused."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.rules.follow_up_checks import check_follow_up_rules

USUAL = FollowUpRules()


def test_the_rules_the_program_comes_with_are_accepted():
    check_follow_up_rules(USUAL)


def test_a_programme_may_follow_no_jobs_at_all():
    check_follow_up_rules(replace(USUAL, milestones=()))


@pytest.mark.parametrize(
    ("changes", "rule", "value"),
    [
        ({"milestones": (0, 12)}, "milestones", 0),
        ({"milestones": (12, 121)}, "milestones", 121),
        ({"mission_months": 0}, "mission_months", 0),
        ({"mission_months": 37}, "mission_months", 37),
        ({"dossier_days": 0}, "dossier_days", 0),
        ({"dossier_days": 366}, "dossier_days", 366),
        ({"remind_days": -1}, "remind_days", -1),
        ({"remind_days": 366}, "remind_days", 366),
    ],
)
def test_a_rule_out_of_its_limits_is_named(changes, rule, value):
    with pytest.raises(UserError) as refused:
        check_follow_up_rules(replace(USUAL, **changes))
    assert refused.value.code is ErrorCode.FOLLOW_UP_RULE_OUT_OF_RANGE
    assert refused.value.params["rule"] == rule
    assert refused.value.params["value"] == value


@pytest.mark.parametrize("milestones", [(12, 6), (6, 6)])
def test_milestones_follow_each_other(milestones):
    with pytest.raises(UserError) as refused:
        check_follow_up_rules(replace(USUAL, milestones=milestones))
    assert refused.value.code is ErrorCode.MILESTONES_NOT_INCREASING
