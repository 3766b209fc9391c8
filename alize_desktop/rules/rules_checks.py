"""Checks of rules of procedure before they are adopted: each names the rule it refuses."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MajorityKind, QuorumKind, RulesSetting
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.rules import CommitteeRules, QuorumRule, RulesDraft
from alize_desktop.models.values import Share
from alize_desktop.rules.field_checks import Check, check_text, check_year, first_problems

LONGEST_NAME: Final = 120
"""Most characters of the name of the body and of the name of the rules."""

FIRST_YEAR: Final = 2000
"""First year in which rules may come into force."""

LIMITS: Final = {
    RulesSetting.QUORUM_COUNT: (1, 999),
    RulesSetting.PER_COLLEGE: (1, 99),
    RulesSetting.PROXIES_PER_HOLDER: (0, 5),
    RulesSetting.NOTICE_DAYS: (0, 60),
    RulesSetting.SECOND_NOTICE_DAYS: (0, 60),
    RulesSetting.MINIMUM_JOBS: (0, 99),
    RulesSetting.APPROVAL_MONTHS: (1, 60),
}
"""Smallest and greatest number accepted, by setting."""

_WHOLE: Final = Share(1, 1)


def rules_problems(draft: RulesDraft) -> tuple[FieldProblem, ...]:
    """Return what is refused of rules, at most one problem a setting, by ``RulesSetting``.

    Source:
        Règles du comité, section 2: settings and their values.
    """
    return first_problems((setting.value, check) for setting, check in _checks(draft))


def _checks(draft: RulesDraft) -> Iterator[tuple[RulesSetting, Check]]:
    rules = draft.rules
    texts = {RulesSetting.LABEL: draft.label, RulesSetting.BODY: rules.body}
    for setting, text in texts.items():
        yield setting, partial(_check_name, setting, text)
    yield RulesSetting.EFFECTIVE_ON, partial(check_year, draft.effective_on, FIRST_YEAR)
    yield from _quorum_checks(rules.quorum)
    yield RulesSetting.MAJORITY_SHARE, partial(_check_majority, rules)
    numbers = {
        RulesSetting.PROXIES_PER_HOLDER: rules.proxies_per_holder,
        RulesSetting.NOTICE_DAYS: rules.notice_days,
        RulesSetting.SECOND_NOTICE_DAYS: rules.second_notice_days,
        RulesSetting.MINIMUM_JOBS: rules.minimum_jobs,
        RulesSetting.APPROVAL_MONTHS: rules.approval_months,
    }
    for setting, number in numbers.items():
        yield setting, partial(_check_number, setting, number)


def _quorum_checks(rule: QuorumRule) -> Iterator[tuple[RulesSetting, Check]]:
    if rule.kind is QuorumKind.FIXED:
        yield (
            RulesSetting.QUORUM_COUNT,
            partial(_check_number, RulesSetting.QUORUM_COUNT, rule.count or 0),
        )
    if rule.kind is QuorumKind.MORE_THAN:
        yield (
            RulesSetting.QUORUM_SHARE,
            partial(_check_reachable, RulesSetting.QUORUM_SHARE, rule.share),
        )
    seen: list[str] = []
    for each in rule.per_college:
        yield RulesSetting.PER_COLLEGE, partial(_check_college, each.college, tuple(seen))
        yield RulesSetting.PER_COLLEGE, partial(_check_number, RulesSetting.PER_COLLEGE, each.seats)
        seen.append(each.college)


def _check_majority(rules: CommitteeRules) -> None:
    if rules.majority.kind is MajorityKind.MORE_THAN:
        _check_reachable(RulesSetting.MAJORITY_SHARE, rules.majority.share or _WHOLE)


def _check_name(setting: RulesSetting, text: str) -> None:
    if not text.strip():
        raise UserError(ErrorCode.RULE_MISSING, rule=setting)
    check_text(text, LONGEST_NAME)


def _check_number(setting: RulesSetting, number: int) -> None:
    least, most = LIMITS[setting]
    if not least <= number <= most:
        raise UserError(
            ErrorCode.RULE_OUT_OF_RANGE, rule=setting, value=number, least=least, most=most
        )


def _check_reachable(setting: RulesSetting, share: Share) -> None:
    if share.numerator == share.denominator:
        raise UserError(ErrorCode.RULE_UNREACHABLE, rule=setting)


def _check_college(college: str, seen: tuple[str, ...]) -> None:
    if not college.strip():
        raise UserError(ErrorCode.RULE_MISSING, rule=RulesSetting.PER_COLLEGE)
    if college in seen:
        raise UserError(ErrorCode.RULE_TWICE, rule=RulesSetting.PER_COLLEGE, value=college)
