"""How late an advance is, and what the rules of the fund do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import AdvanceEvent, AdvancePosition
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.rules.events_in_force import in_force

_BUCKETS: Final = (
    (0, AgeingBucket.NOT_LATE),
    (29, AgeingBucket.UP_TO_29),
    (59, AgeingBucket.UP_TO_59),
    (89, AgeingBucket.UP_TO_89),
)

LADDER: Final = (
    AdvanceEventKind.REMINDER,
    AdvanceEventKind.FORMAL_NOTICE,
    AdvanceEventKind.ACCELERATION,
)
"""Steps taken against a late payer, mildest first."""

_OVER: Final = (AdvanceState.ACCELERATED, AdvanceState.IN_LITIGATION)


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One step of the ladder.

    Attributes:
        kind: ``REMINDER``, ``FORMAL_NOTICE`` or ``ACCELERATION``.
        on: Day it was taken, or the day from which it may be.
    """

    kind: AdvanceEventKind
    on: date


def bucket(days_late: int) -> AgeingBucket:
    """Return the bucket of an advance whose oldest late row is so many days late.

    Source:
        Règles de calcul, les retards.
    """
    for most, found in _BUCKETS:
        if days_late <= most:
            return found
    return AgeingBucket.FROM_90


def last_step(position: AdvancePosition, events: Sequence[AdvanceEvent]) -> LadderStep | None:
    """Return the last step taken against the present delay, None when none was.

    Steps taken before the oldest late row was due were about another delay.

    Args:
        position: Where the advance stands.
        events: Of the advance, in any order.
    """
    since = _late_since(position)
    if since is None:
        return None
    taken = [
        LadderStep(each.draft.kind, each.draft.value_on)
        for each in in_force(events, position.on)
        if each.draft.kind in LADDER and each.draft.value_on > since
    ]
    return max(taken, key=lambda step: LADDER.index(step.kind), default=None)


def next_step(
    position: AdvancePosition, events: Sequence[AdvanceEvent], rules: MoneyRules
) -> LadderStep | None:
    """Return the next step of the ladder and the day from which it may be taken.

    It follows the furthest one taken: a reminder always comes first, and the company has
    between two steps the days that the rules put between them. The day may be past or to
    come; days of a moratorium do not count. None for an advance that is not late, or that
    is past the ladder.
    """
    if not position.days_late or position.state in _OVER:
        return None
    taken = last_step(position, events)
    rank = 0 if taken is None else LADDER.index(taken.kind) + 1
    if rank == len(LADDER):
        return None
    days = (rules.reminder_days, rules.notice_days, rules.acceleration_days)
    on = position.on + timedelta(days=days[rank] - position.days_late)
    if taken is not None:
        on = max(on, taken.on + timedelta(days=days[rank] - days[rank - 1]))
    return LadderStep(LADDER[rank], on)


def _late_since(position: AdvancePosition) -> date | None:
    """Return the day the oldest late row was due."""
    return min((row.instalment.due for row in position.rows if row.days_late), default=None)
