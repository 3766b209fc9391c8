"""What no vote still to come can change.

The rest may turn four ways: everybody for, against, abstaining or taking no part.
Every threshold only rises or falls between them, so what all four agree on is
exactly what no completion can change.
"""

from dataclasses import replace
from typing import Final

from alize_desktop.models.enums import BallotOutcome, VoteChoice
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.values import Voices
from alize_desktop.rules.outcomes import BallotTerms, outcome_of
from alize_desktop.rules.voices import tidy

SETTLED: Final = (BallotOutcome.ADOPTED, BallotOutcome.REJECTED)
"""Outcomes that decide."""


def certain_outcome(counts: Counts, remaining: Voices, terms: BallotTerms) -> BallotOutcome | None:
    """Return ``ADOPTED`` or ``REJECTED`` when nothing can change it, else None.

    Args:
        counts: Voices by answer so far.
        remaining: Voices that have not answered, >= 0.
        terms: What stays the same; a presiding member whose vote is not known is
            among those who have not answered.
    """
    if remaining == 0:
        outcomes = {outcome_of(counts, terms)}
    else:
        outcomes = {
            outcome_of(
                _with(counts, remaining, choice),
                replace(terms, tie_break=terms.tie_break.if_voted(choice)),
            )
            for choice in VoteChoice
        }
    only = outcomes.pop()
    return only if not outcomes and only in SETTLED else None


def voices_lacking(counts: Counts, remaining: Voices, terms: BallotTerms) -> Voices | None:
    """Return the fewest further voices for that make adoption certain.

    None when even all of them would not.
    """

    def settles(steps: int) -> bool:
        more = steps * terms.step
        after = _with(counts, more, VoteChoice.FOR)
        return certain_outcome(after, remaining - more, terms) is BallotOutcome.ADOPTED

    low, high = 0, int(remaining / terms.step)
    if not settles(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if settles(middle) else (middle + 1, high)
    return tidy(low * terms.step)


def _with(counts: Counts, more: Voices, choice: VoteChoice) -> Counts:
    extra = {each: more if each is choice else 0 for each in VoteChoice}
    return Counts(
        counts.votes_for + extra[VoteChoice.FOR],
        counts.votes_against + extra[VoteChoice.AGAINST],
        counts.abstentions + extra[VoteChoice.ABSTENTION],
        counts.not_participating + extra[VoteChoice.NOT_PARTICIPATING],
    )
