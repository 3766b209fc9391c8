"""What a ballot came to, and what no vote still to come can change.

The outcome is always that of the counts so far.
"""

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotOutcome, MajorityBase
from alize_desktop.models.records.ballots import (
    NO_PERCENTAGES,
    BallotResult,
    Counts,
    Heads,
    Percentages,
)
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Voices
from alize_desktop.rules.certainty import SETTLED, certain_outcome, voices_lacking
from alize_desktop.rules.outcomes import BallotTerms, base_of, is_tie, outcome_of, threshold_of
from alize_desktop.rules.ties import NO_CASTING_VOTE, TieBreak
from alize_desktop.rules.voices import percentage, step_of, tidy


def tally(
    counts: Counts,
    majority: Majority,
    *,
    voters: Voices | None = None,
    complete: bool = True,
    in_office: Voices | None = None,
    heads: Heads | None = None,
    tie_break: TieBreak = NO_CASTING_VOTE,
) -> BallotResult:
    """Return everything the counts say.

    Args:
        counts: Voices by answer, each >= 0.
        majority: What must be reached, and on what base.
        voters: Voices entitled to vote; when None, those who answered are all.
        complete: Whether no more answer is awaited; while some are, nothing is
            certain unless ``voters`` is known.
        in_office: Voices of the seats in office; needed by that base alone.
        heads: Members by answer, carried into the result.
        tie_break: What a tie becomes; rejected by default.

    Raises:
        UserError: ``COUNT_NEGATIVE``; ``COUNTS_EXCEED_VOTERS``.
        ValueError: The base is in office and ``in_office`` is None.

    Source:
        Règles du comité, section 2 (thresholds, bases, ties, base of 0).
    """
    _check(counts, voters, in_office)
    values = (counts.votes_for, counts.votes_against, counts.abstentions, counts.not_participating)
    step = step_of(*values, voters or 0, in_office or 0)
    terms = BallotTerms(majority, voters, in_office, step, tie_break)
    return _result(counts, terms, heads, complete=complete)


def _check(counts: Counts, voters: Voices | None, in_office: Voices | None) -> None:
    parts = (counts.votes_for, counts.votes_against, counts.abstentions, counts.not_participating)
    for count in (*parts, voters or 0, in_office or 0):
        if count < 0:
            raise UserError(ErrorCode.COUNT_NEGATIVE, value=count)
    for limit in (voters, in_office):
        if limit is not None and counts.total > limit:
            raise UserError(ErrorCode.COUNTS_EXCEED_VOTERS, counted=counts.total, voters=limit)


def _result(
    counts: Counts, terms: BallotTerms, heads: Heads | None, *, complete: bool
) -> BallotResult:
    base, threshold = base_of(counts, terms), threshold_of(counts, terms)
    outcome = outcome_of(counts, terms)
    adopted = outcome is BallotOutcome.ADOPTED
    short = None if threshold is None else tidy(threshold - counts.votes_for)
    awaited = not complete and terms.voters is not None
    remaining = tidy((terms.voters or 0) - counts.total) if awaited else 0
    tie, tie_break = is_tie(counts, terms.majority), terms.tie_break
    return BallotResult(
        counts=counts,
        majority=terms.majority,
        base=base,
        needed=threshold,
        outcome=outcome,
        margin=max(0, -short) if adopted and short is not None else None,
        missing=None if adopted else short,
        percent=_percentages(counts, terms.majority.base, base),
        certain=certain_outcome(counts, remaining, terms) if complete or awaited else None,
        remaining=remaining,
        lacking=voices_lacking(counts, remaining, terms) if awaited else None,
        voters=terms.voters,
        heads=heads,
        by_casting_vote=tie and tie_break.decides and outcome in SETTLED,
        casting_vote_open=complete and tie and tie_break.is_open,
        casting_declined=tie and tie_break.is_declined,
    )


def _percentages(counts: Counts, base_kind: MajorityBase, base: Voices) -> Percentages:
    if base == 0:
        return NO_PERCENTAGES
    inside = base_kind is not MajorityBase.CAST
    return Percentages(
        percentage(counts.votes_for, base),
        percentage(counts.votes_against, base),
        percentage(counts.abstentions, base) if inside else None,
    )
