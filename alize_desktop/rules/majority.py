"""The smallest number of voices that adopts.

Thresholds are integers (or whole steps of the weights): two thirds of 31 is 21
because 20 is less than two thirds, never because 20.67 was rounded.
"""

from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MajorityKind, QuorumKind
from alize_desktop.models.records.rules import HALF, Majority, QuorumRule
from alize_desktop.models.values import Share, Voices
from alize_desktop.rules.voices import step_of, tidy


def needed(majority: Majority, base: Voices, step: Fraction | None = None) -> Voices | None:
    """Return the smallest number of voices for that adopts.

    Args:
        majority: Any kind but ``RELATIVE``, whose threshold depends on the votes
            against (see ``tally``).
        base: Voices the threshold is reckoned on, >= 0.
        step: Smallest difference between two counts; that of ``base`` when None.

    Returns:
        Strict half: base div 2 + 1. At least p/q: ceil(base·p/q). More than
        p/q: floor(base·p/q) + 1. Unanimity: base. The same in whole steps with
        weights. None for base 0, which decides nothing.

    Raises:
        UserError: ``COUNT_NEGATIVE``; ``MAJORITY_INVALID`` for ``RELATIVE``.

    Source:
        Règles du comité, section 2: thresholds use integers.
    """
    if base < 0:
        raise UserError(ErrorCode.COUNT_NEGATIVE, value=base)
    if majority.kind is MajorityKind.RELATIVE:
        raise UserError(ErrorCode.MAJORITY_INVALID, value=majority.kind.value)
    if base == 0:
        return None
    step = step_of(base) if step is None else step
    steps = Fraction(base) / step
    return tidy(_steps_needed(majority.kind, majority.share or HALF, steps) * step)


def _steps_needed(kind: MajorityKind, share: Share, steps: Fraction) -> int:
    match kind:
        case MajorityKind.AT_LEAST:
            return ceil(share.of(steps))
        case MajorityKind.UNANIMITY:
            return int(steps)
        case _:  # strict half is "more than one half"
            half = share if kind is MajorityKind.MORE_THAN else HALF
            return floor(half.of(steps)) + 1


def seats_required(rule: QuorumRule, in_office: int) -> int:
    """Return the smallest number of seats that reaches a quorum.

    Args:
        rule: How the number is reckoned.
        in_office: Seats in office, >= 0, recused ones taken off when the rule
            says so.

    Source:
        Règles du comité, section 2: at least p/q, more than p/q, fixed number.
    """
    match rule.kind:
        case QuorumKind.AT_LEAST:
            return ceil(rule.share.of(in_office))
        case QuorumKind.MORE_THAN:
            return floor(rule.share.of(in_office)) + 1
        case QuorumKind.FIXED:
            return rule.count or 1
        case _:
            assert_never(rule.kind)
