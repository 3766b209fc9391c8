"""Base, threshold and outcome of counts, as they stand."""

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from alize_desktop.models.enums import BallotOutcome, MajorityBase, MajorityKind
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Voices
from alize_desktop.rules.majority import needed
from alize_desktop.rules.ties import TieBreak
from alize_desktop.rules.voices import tidy


@dataclass(frozen=True, slots=True)
class BallotTerms:
    """What stays the same while the votes come in.

    Attributes:
        majority: What must be reached, and on what base.
        voters: Voices entitled to vote; when None, those who answered are all.
        in_office: Voices of the seats in office; needed by that base alone.
        step: Smallest difference between two counts.
        tie_break: What a tie becomes.
    """

    majority: Majority
    voters: Voices | None
    in_office: Voices | None
    step: Fraction
    tie_break: TieBreak


def base_of(counts: Counts, terms: BallotTerms) -> Voices:
    """Return the voices the threshold is reckoned on.

    Raises:
        ValueError: The base is in office and nobody said how many: a bug in the
            caller.
    """
    match terms.majority.base:
        case MajorityBase.CAST:
            return tidy(counts.cast)
        case MajorityBase.CAST_AND_ABSTENTIONS:
            return tidy(counts.cast + counts.abstentions)
        case MajorityBase.PRESENT_AND_REPRESENTED:
            return tidy(counts.total if terms.voters is None else terms.voters)
        case MajorityBase.IN_OFFICE:
            if terms.in_office is None:
                msg = "this base needs the voices in office"
                raise ValueError(msg)
            return tidy(terms.in_office)
        case _:
            assert_never(terms.majority.base)


def threshold_of(counts: Counts, terms: BallotTerms) -> Voices | None:
    """Return the voices for that adopt; None when the base is 0."""
    base = base_of(counts, terms)
    if base == 0:
        return None
    if terms.majority.kind is MajorityKind.RELATIVE:
        return tidy(counts.votes_against + terms.step)
    return needed(terms.majority, base, terms.step)


def outcome_of(counts: Counts, terms: BallotTerms) -> BallotOutcome:
    """Return what the counts say, the casting vote included.

    Source:
        Règles du comité, section 2: a base of 0 decides nothing, never "adopted".
    """
    threshold = threshold_of(counts, terms)
    if threshold is None:
        return BallotOutcome.NO_DECISION
    if is_tie(counts, terms.majority):
        return terms.tie_break.outcome
    return BallotOutcome.ADOPTED if counts.votes_for >= threshold else BallotOutcome.REJECTED


def is_casting_majority(majority: Majority) -> bool:
    """Return whether a casting vote may exist: strict half of votes cast, or relative."""
    return majority.kind is MajorityKind.RELATIVE or (
        majority.kind is MajorityKind.STRICT_HALF and majority.base is MajorityBase.CAST
    )


def is_tie(counts: Counts, majority: Majority) -> bool:
    """Return whether a casting vote would decide: for = against > 0."""
    return is_casting_majority(majority) and counts.votes_for == counts.votes_against > 0
