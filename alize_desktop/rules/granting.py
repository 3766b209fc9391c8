"""Which decision grants an advance: an approval that lapsed unsigned grants nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision on a dossier.

    Attributes:
        day: Of its meeting.
        lapses_on: Last day to sign what it approves.
    """

    outcome: DecisionOutcome
    amount: Money
    day: date
    lapses_on: date


def granting(decisions: Sequence[Taken], signed_on: date | None) -> int:
    """Return the rank from which decisions are about the advance that holds.

    The next approval of money after one that lapsed unsigned, or that was given up before
    its agreement was signed, grants another advance: it changes nothing of the first.

    Args:
        decisions: Every one on a dossier, in order.
        signed_on: Day of the signature of its agreement; None while there is none.

    Source:
        Règles de calcul, la vie d’une avance.
    """
    first, held, is_over = 0, None, False
    for rank, each in enumerate(decisions):
        if held is not None and _ends(held, each, signed_on):
            held, is_over = None, True
        if each.outcome in APPROVALS and each.amount:
            if is_over:
                first, is_over = rank, False
            held = each
    return first


def _ends(held: Taken, later: Taken, signed_on: date | None) -> bool:
    """Return whether an approval no longer holds on the day of a later decision."""
    if signed_on is not None and signed_on <= min(held.lapses_on, later.day):
        return False
    return later.outcome is DecisionOutcome.WITHDRAWN or later.day > held.lapses_on
