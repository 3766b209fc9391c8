"""What a ballot came to, and what no vote still to come can change.

The outcome is always that of the counts so far. ``certain`` looks at the four
ways the rest may turn, everybody for, against, abstaining or taking no part:
every threshold only rises or falls between them, so what all four agree on is
exactly what no completion can change.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, assert_never

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotOutcome, MajorityBase, MajorityKind, VoteChoice
from alize_desktop.models.records.ballots import (
    NO_PERCENTAGES,
    BallotResult,
    Counts,
    Heads,
    Percentages,
    Voices,
)
from alize_desktop.models.records.rules import Majority
from alize_desktop.rules.majority import needed
from alize_desktop.rules.ties import NO_CASTING_VOTE, TieBreak
from alize_desktop.rules.voices import percentage, step_of, tidy

_SETTLED: Final = (BallotOutcome.ADOPTED, BallotOutcome.REJECTED)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What stays the same while the votes come in."""

    majority: Majority
    voters: Voices | None
    in_office: Voices | None
    step: Fraction
    tie_break: TieBreak


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
        complete: Whether no more answer is awaited.
        in_office: Voices of the seats in office; needed by that base alone.
        heads: Members by answer, carried into the result.
        tie_break: What a tie becomes; rejected when None decides.

    Returns:
        The result. ``certain`` and ``lacking`` are None when the ballot is not
        complete and ``voters`` is not known.

    Raises:
        UserError: ``COUNT_NEGATIVE``; ``COUNTS_EXCEED_VOTERS``.
        ValueError: The base is in office and ``in_office`` is None: a bug in the
            caller.

    Source:
        Règles du comité, section 2 (thresholds, bases, ties, base of 0).
    """
    _check(counts, voters, in_office)
    values = (counts.votes_for, counts.votes_against, counts.abstentions, counts.not_participating)
    step = step_of(*values, voters or 0, in_office or 0)
    terms = _Terms(majority, voters, in_office, step, tie_break)
    base, threshold = _base(counts, terms), _threshold(counts, terms)
    outcome = _outcome(counts, terms, tie_break)
    adopted = outcome is BallotOutcome.ADOPTED
    short = None if threshold is None else tidy(threshold - counts.votes_for)
    remaining = 0 if complete or voters is None else tidy(voters - counts.total)
    known = complete or voters is not None
    certain = _certain(counts, remaining, terms) if known else None
    return BallotResult(
        counts=counts,
        majority=majority,
        base=tidy(base),
        needed=threshold,
        outcome=outcome,
        margin=max(0, -short) if adopted and short is not None else None,
        missing=None if adopted else short,
        percent=_percentages(counts, majority.base, base),
        certain=certain,
        remaining=remaining,
        lacking=None if complete or not known else _lacking(counts, remaining, terms),
        voters=voters,
        heads=heads,
        by_casting_vote=_by_casting_vote(counts, terms, outcome),
        casting_vote_open=complete and tie_break.is_open and _is_tie(counts, majority),
    )


def is_casting_majority(majority: Majority) -> bool:
    """Return whether a casting vote may exist: strict half of votes cast, or relative."""
    return majority.kind is MajorityKind.RELATIVE or (
        majority.kind is MajorityKind.STRICT_HALF and majority.base is MajorityBase.CAST
    )


def _check(counts: Counts, voters: Voices | None, in_office: Voices | None) -> None:
    for count in (
        counts.votes_for,
        counts.votes_against,
        counts.abstentions,
        counts.not_participating,
        voters or 0,
        in_office or 0,
    ):
        if count < 0:
            raise UserError(ErrorCode.COUNT_NEGATIVE, value=count)
    for limit in (voters, in_office):
        if limit is not None and counts.total > limit:
            raise UserError(ErrorCode.COUNTS_EXCEED_VOTERS, counted=counts.total, voters=limit)


def _base(counts: Counts, terms: _Terms) -> Voices:
    match terms.majority.base:
        case MajorityBase.CAST:
            return counts.cast
        case MajorityBase.CAST_AND_ABSTENTIONS:
            return counts.cast + counts.abstentions
        case MajorityBase.PRESENT_AND_REPRESENTED:
            return counts.total if terms.voters is None else terms.voters
        case MajorityBase.IN_OFFICE:
            if terms.in_office is None:
                msg = "this base needs the voices in office"
                raise ValueError(msg)
            return terms.in_office
        case _:
            assert_never(terms.majority.base)


def _threshold(counts: Counts, terms: _Terms) -> Voices | None:
    base = _base(counts, terms)
    if base == 0:
        return None
    if terms.majority.kind is MajorityKind.RELATIVE:
        return tidy(counts.votes_against + terms.step)
    return needed(terms.majority, base, terms.step)


def _is_tie(counts: Counts, majority: Majority) -> bool:
    equal = counts.votes_for == counts.votes_against > 0
    return equal and is_casting_majority(majority)


def _outcome(counts: Counts, terms: _Terms, tie_break: TieBreak) -> BallotOutcome:
    threshold = _threshold(counts, terms)
    if threshold is None:
        return BallotOutcome.NO_DECISION
    if _is_tie(counts, terms.majority):
        return tie_break.outcome
    return BallotOutcome.ADOPTED if counts.votes_for >= threshold else BallotOutcome.REJECTED


def _by_casting_vote(counts: Counts, terms: _Terms, outcome: BallotOutcome) -> bool:
    tie_break = terms.tie_break
    return _is_tie(counts, terms.majority) and tie_break.decides and outcome in _SETTLED


def _certain(counts: Counts, remaining: Voices, terms: _Terms) -> BallotOutcome | None:
    outcomes = {
        _outcome(_completed(counts, remaining, choice), terms, terms.tie_break.if_voted(choice))
        for choice in VoteChoice
    }
    if remaining == 0:
        outcomes = {_outcome(counts, terms, terms.tie_break)}
    only = outcomes.pop()
    return only if not outcomes and only in _SETTLED else None


def _completed(counts: Counts, remaining: Voices, choice: VoteChoice) -> Counts:
    extra = {each: remaining if each is choice else 0 for each in VoteChoice}
    return Counts(
        counts.votes_for + extra[VoteChoice.FOR],
        counts.votes_against + extra[VoteChoice.AGAINST],
        counts.abstentions + extra[VoteChoice.ABSTENTION],
        counts.not_participating + extra[VoteChoice.NOT_PARTICIPATING],
    )


def _lacking(counts: Counts, remaining: Voices, terms: _Terms) -> Voices | None:
    """Return the fewest further voices for that make adoption certain."""

    def settles(steps: int) -> bool:
        more = steps * terms.step
        after = _completed(counts, more, VoteChoice.FOR)
        return _certain(after, remaining - more, terms) is BallotOutcome.ADOPTED

    low, high = 0, int(remaining / terms.step)
    if not settles(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if settles(middle) else (middle + 1, high)
    return tidy(low * terms.step)


def _percentages(counts: Counts, base_kind: MajorityBase, base: Voices) -> Percentages:
    if base == 0:
        return NO_PERCENTAGES
    inside = base_kind is not MajorityBase.CAST
    return Percentages(
        percentage(counts.votes_for, base),
        percentage(counts.votes_against, base),
        percentage(counts.abstentions, base) if inside else None,
    )
