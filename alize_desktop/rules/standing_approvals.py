"""Which approval of a dossier holds: since when, on whose terms, and whether it still does.

Whoever follows jobs, days or money asks this module, so that a dossier is never kept by one
and given up by another.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.rules.decisions import APPROVALS


@dataclass(frozen=True, slots=True)
class Voted:
    """A decision on a dossier, as far as it says which approval holds.

    Attributes:
        day: Of its meeting.
        lapses_on: Last day to sign what it approves.
    """

    outcome: DecisionOutcome
    day: date
    lapses_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """The approval that decisions on a dossier come to.

    Attributes:
        first: Rank of the decision since which the dossier is approved.
        last: Rank of the approval whose terms hold.
        lapses_on: Last day to sign it; None once it was signed.
        is_given_up: Whether the committee withdrew the dossier since.
    """

    first: int
    last: int
    lapses_on: date | None = None
    is_given_up: bool = False

    def is_lapsed(self, on: date) -> bool:
        """Return whether nothing was signed by its last day, which is past."""
        return self.lapses_on is not None and on > self.lapses_on

    def holds(self, on: date) -> bool:
        """Return whether something may still be asked and done, on a day, by virtue of it."""
        return not (self.is_given_up or self.is_lapsed(on))


def standing(decisions: Sequence[Voted], signed: Collection[date]) -> Standing | None:
    """Return the approval that decisions come to; None when none ever approved.

    An approval replaces the terms of the one before; what refuses or defers a change leaves
    them as they were. The next approval after one that lapsed unsigned, or that was
    withdrawn before anything was signed, is another one: the dossier is approved since then.

    Args:
        decisions: Every one on a dossier, in order.
        signed: Days on which the agreement of its advance, or of a mission, was signed.

    Source:
        Règles de calcul, la vie d’une avance; règles du comité, section 2.
    """
    held: Standing | None = None
    for rank, each in enumerate(decisions):
        if each.outcome in APPROVALS:
            goes_on = held is not None and not _is_over(held, decisions, signed, each.day)
            first = held.first if held is not None and goes_on else rank
            is_signed = _is_signed(signed, each.lapses_on)
            held = Standing(first, rank, None if is_signed else each.lapses_on)
        elif each.outcome is DecisionOutcome.WITHDRAWN and held is not None:
            held = replace(held, is_given_up=True)
    return held


def _is_over(
    held: Standing, decisions: Sequence[Voted], signed: Collection[date], day: date
) -> bool:
    """Return whether an approval of a day begins another one."""
    last = decisions[held.last]
    is_signed = _is_signed(signed, min(last.lapses_on, day))
    return not is_signed and (held.is_given_up or day > last.lapses_on)


def _is_signed(signed: Collection[date], by: date) -> bool:
    return any(each <= by for each in signed)
