"""What was counted without names: a show of hands, the papers of a secret ballot."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.rules.electorate import Voter
from alize_desktop.rules.text import search_key
from alize_desktop.rules.voices import step_of, tidy

_SCRUTINEERS = 2


def checked_protocol(
    protocol: CountProtocol, form: BallotForm, voters: Sequence[Voter]
) -> CountProtocol:
    """Return what was counted as it is kept, or refuse it.

    In a secret ballot where every voice is one paper, blank papers are the
    abstentions and void ones take no part, whatever the counts say of them.

    Args:
        protocol: What was counted, in voices.
        form: Any form but ``NAMED``.
        voters: Who votes in that form.

    Raises:
        UserError: ``COUNT_NEGATIVE``; ``COUNTS_EXCEED_VOTERS``;
            ``COUNT_BETWEEN_VOICES`` for what no sum of voices gives, such as half a
            voice where each voter has one. Of a secret ballot:
            ``SCRUTINEERS_MISSING``; ``PAPERS_MISCOUNTED``.

    Source:
        Règles du comité, sections 2 and 3: counts that exceed the voters are
        refused; found, blank, void, two scrutineers.
    """
    if form is BallotForm.SECRET:
        kept = _papers(protocol, voters)
    else:
        kept = CountProtocol(protocol.counts)
    _check_voices(kept.counts, voters)
    return kept


def everybody_for(voters: Sequence[Voter]) -> CountProtocol:
    """Return the counts of a consensus: nobody objected."""
    return CountProtocol(Counts(tidy(sum((each.weight for each in voters), start=0)), 0))


def _papers(protocol: CountProtocol, voters: Sequence[Voter]) -> CountProtocol:
    scrutineers = tuple(each.strip() for each in protocol.scrutineers)
    people = {search_key(each) for each in scrutineers} - {""}
    if len(people) != _SCRUTINEERS or len(scrutineers) != _SCRUTINEERS:
        raise UserError(ErrorCode.SCRUTINEERS_MISSING)
    found = protocol.found or 0
    for number in (found, protocol.blank, protocol.void):
        if number < 0:
            raise UserError(ErrorCode.COUNT_NEGATIVE, value=number)
    if found > len(voters):
        raise UserError(ErrorCode.COUNTS_EXCEED_VOTERS, counted=found, voters=len(voters))
    counts = protocol.counts
    if all(each.weight == 1 for each in voters):
        counts = replace(counts, abstentions=protocol.blank, not_participating=protocol.void)
        if counts.total != found:
            raise UserError(ErrorCode.PAPERS_MISCOUNTED, found=found, counted=counts.total)
    return replace(protocol, counts=counts, found=found, scrutineers=scrutineers)


def _check_voices(counts: Counts, voters: Sequence[Voter]) -> None:
    parts = (counts.votes_for, counts.votes_against, counts.abstentions, counts.not_participating)
    for count in parts:
        if count < 0:
            raise UserError(ErrorCode.COUNT_NEGATIVE, value=count)
    step = step_of(*(each.weight for each in voters))
    for count in parts:
        if Fraction(count) % step:
            raise UserError(ErrorCode.COUNT_BETWEEN_VOICES, counted=count, step=step)
    voices = tidy(sum((each.weight for each in voters), start=0))
    if counts.total > voices:
        raise UserError(ErrorCode.COUNTS_EXCEED_VOTERS, counted=counts.total, voters=voices)
