"""Checks of the rules of the follow-up before they are adopted: each names the rule it refuses."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.follow_up import FollowUpRules

MILESTONE_MONTHS: Final = (1, 120)
LIMITS: Final = {
    "mission_months": (1, 36),
    "dossier_days": (1, 365),
    "remind_days": (0, 365),
}


def check_follow_up_rules(rules: FollowUpRules) -> None:
    """Refuse rules that nobody can follow.

    Raises:
        UserError: ``FOLLOW_UP_RULE_OUT_OF_RANGE``, ``MILESTONES_NOT_INCREASING``.

    Source:
        Labour code L8241-3: a person is lent for three years at most.
    """
    for setting, value, (least, most) in _numbers(rules):
        if not least <= value <= most:
            raise UserError(
                ErrorCode.FOLLOW_UP_RULE_OUT_OF_RANGE,
                rule=setting,
                value=value,
                least=least,
                most=most,
            )
    if any(before >= after for before, after in pairwise(rules.milestones)):
        raise UserError(ErrorCode.MILESTONES_NOT_INCREASING)


def _numbers(rules: FollowUpRules) -> Iterator[tuple[str, int, tuple[int, int]]]:
    for months in rules.milestones:
        yield "milestones", months, MILESTONE_MONTHS
    for setting, limits in LIMITS.items():
        yield setting, getattr(rules, setting), limits
