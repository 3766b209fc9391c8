"""Rules of procedure are refused with the rule named, or accepted whole."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import MajorityKind, QuorumKind, RulesSetting
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    Majority,
    QuorumRule,
    RulesDraft,
)
from alize_desktop.models.values import Share
from alize_desktop.rules.rules_checks import LIMITS, LONGEST_NAME, rules_problems

DRAFT = RulesDraft("Règlement intérieur", date(2026, 3, 3))


def found(draft):
    return {each.field: each.error.code for each in rules_problems(draft)}


def with_rules(**changes):
    return replace(DRAFT, rules=replace(CommitteeRules(), **changes))


def with_quorum(**changes):
    return with_rules(quorum=replace(QuorumRule(), **changes))


def test_the_model_rules_are_accepted():
    assert rules_problems(DRAFT) == ()


@pytest.mark.parametrize(
    "setting",
    [
        RulesSetting.PROXIES_PER_HOLDER,
        RulesSetting.NOTICE_DAYS,
        RulesSetting.SECOND_NOTICE_DAYS,
        RulesSetting.MINIMUM_JOBS,
        RulesSetting.APPROVAL_MONTHS,
    ],
)
def test_numbers_stay_between_their_limits(setting):
    least, most = LIMITS[setting]
    for number in (least, most):
        assert found(with_rules(**{setting.value: number})) == {}
    for number in (least - 1, most + 1):
        (problem,) = rules_problems(with_rules(**{setting.value: number}))
        assert (problem.field, problem.error.code) == (setting, ErrorCode.RULE_OUT_OF_RANGE)
        assert problem.error.params == {
            "rule": setting,
            "value": number,
            "least": least,
            "most": most,
        }


@pytest.mark.parametrize(("count", "refused"), [(1, False), (999, False), (1000, True)])
def test_a_fixed_quorum_is_a_number_of_seats(count, refused):
    draft = with_quorum(kind=QuorumKind.FIXED, count=count)
    assert (RulesSetting.QUORUM_COUNT in found(draft)) is refused


def test_more_than_everybody_is_never_reached():
    whole = Share(3, 3)
    assert found(with_quorum(kind=QuorumKind.MORE_THAN, share=whole)) == {
        "quorum.share": ErrorCode.RULE_UNREACHABLE
    }
    assert found(with_rules(majority=Majority(MajorityKind.MORE_THAN, share=whole))) == {
        "majority.share": ErrorCode.RULE_UNREACHABLE
    }


def test_everybody_and_more_than_a_part_are_fine():
    assert found(with_quorum(kind=QuorumKind.AT_LEAST, share=Share(1, 1))) == {}
    assert found(with_quorum(kind=QuorumKind.MORE_THAN, share=Share(2, 3))) == {}
    assert found(with_rules(majority=Majority(MajorityKind.AT_LEAST, share=Share(1, 1)))) == {}
    assert found(with_rules(majority=Majority(MajorityKind.MORE_THAN, share=Share(1, 2)))) == {}


@pytest.mark.parametrize(
    ("minimums", "code"),
    [
        ((CollegeMinimum("bank", 0),), ErrorCode.RULE_OUT_OF_RANGE),
        ((CollegeMinimum("bank", 100),), ErrorCode.RULE_OUT_OF_RANGE),
        ((CollegeMinimum(" ", 1),), ErrorCode.RULE_MISSING),
        ((CollegeMinimum("bank", 1), CollegeMinimum("bank", 2)), ErrorCode.RULE_TWICE),
    ],
)
def test_minimums_per_college_are_named_once(minimums, code):
    assert found(with_quorum(per_college=minimums)) == {"quorum.per_college": code}


def test_two_colleges_may_have_a_minimum():
    minimums = (CollegeMinimum("bank", 1), CollegeMinimum("state", 99))
    assert found(with_quorum(per_college=minimums)) == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", ErrorCode.RULE_MISSING),
        ("a" * (LONGEST_NAME + 1), ErrorCode.TEXT_TOO_LONG),
        ("co\x07mité", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_rules_and_body_have_a_name_that_can_be_printed(text, code):
    assert found(replace(DRAFT, label=text)) == {"label": code}
    assert found(with_rules(body=text)) == {"body": code}


@pytest.mark.parametrize("year", [1999, 2101])
def test_rules_come_into_force_in_a_year_that_can_be(year):
    draft = replace(DRAFT, effective_on=date(year, 1, 1))
    assert found(draft) == {"effective_on": ErrorCode.DATE_INVALID}


def test_every_setting_refused_is_told_at_once():
    draft = replace(with_rules(proxies_per_holder=6, notice_days=-1), label="")
    assert set(found(draft)) == {"label", "proxies_per_holder", "notice_days"}
