"""A ballot of a meeting: from the answers of the voters to the result."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, BallotOutcome, VoteChoice
from alize_desktop.models.records.ballots import BallotResult, Counts, Heads
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.values import Voices
from alize_desktop.rules.electorate import Electorate, Voter, check_may_vote
from alize_desktop.rules.outcomes import is_casting_majority
from alize_desktop.rules.tally import tally
from alize_desktop.rules.ties import TieBreak
from alize_desktop.rules.voices import tidy

_PUBLIC: Final = (BallotForm.NAMED, BallotForm.HANDS, BallotForm.CONSENSUS)


@dataclass(frozen=True, slots=True)
class Ballot:
    """What was answered so far: either named votes or counts.

    Attributes:
        form: How the ballot is held.
        votes: Answer by member, as recorded in ``Voter.member``.
        counts: Voices counted, when there are no named votes.
        casting: Casting vote of the presiding member who was asked; anything but
            for or against declines. Read only when the casting vote is open.
    """

    form: BallotForm = BallotForm.NAMED
    votes: Mapping[str, VoteChoice] | None = None
    counts: Counts | None = None
    casting: VoteChoice | None = None


def voters_of(who: Electorate, form: BallotForm, rules: CommitteeRules) -> tuple[Voter, ...]:
    """Return who votes in a ballot of ``form``: proxies may be kept out of a secret one."""
    if form is BallotForm.SECRET and not rules.proxies_in_secret:
        return who.in_person
    return who.voters


def decide_ballot(
    who: Electorate, ballot: Ballot, rules: CommitteeRules, presiding: str | None = None
) -> BallotResult:
    """Return what a ballot came to so far.

    Named votes are complete once every voter has answered; counts always are,
    and voters they leave out took no part.

    Args:
        who: Voters of the dossier.
        ballot: Named votes or counts.
        rules: Rules of the committee.
        presiding: Member who presides the dossier; no casting vote when None.

    Raises:
        UserError: Named votes: a member may not vote (see ``check_may_vote``).
            Counts: ``COUNT_NEGATIVE`` or ``COUNTS_EXCEED_VOTERS``.

    Source:
        Règles du comité, section 2: voters, casting vote, ballots.
    """
    voters = voters_of(who, ballot.form, rules)
    entitled = _voices(voters)
    votes = ballot.votes
    if votes is None:
        counts, heads = _from_counts(ballot.counts or Counts(0, 0), voters)
    else:
        counts, heads = _from_votes(who, voters, votes, rules)
    return tally(
        counts,
        rules.majority,
        voters=entitled,
        complete=votes is None or len(votes) == len(voters),
        in_office=who.voices_in_office,
        heads=heads,
        tie_break=_tie_break(voters, ballot, rules, presiding),
    )


def check_not_empty(ballot: Ballot) -> None:
    """Refuse a ballot that nobody answered.

    Raises:
        UserError: ``BALLOT_EMPTY``.
    """
    answered = ballot.counts.total != 0 if ballot.counts is not None else False
    if not (answered or ballot.votes):
        raise UserError(ErrorCode.BALLOT_EMPTY)


def check_can_close(who: Electorate, ballot: Ballot, rules: CommitteeRules) -> None:
    """Refuse to close a ballot that is empty or awaits a named vote.

    Raises:
        UserError: ``BALLOT_EMPTY``; ``BALLOT_INCOMPLETE``.

    Source:
        Règles du comité, section 2: a ballot with no vote at all cannot be closed;
        section 3: closing is refused while a tile is empty.
    """
    check_not_empty(ballot)
    if ballot.votes is not None:
        missing = len(voters_of(who, ballot.form, rules)) - len(ballot.votes)
        if missing > 0:
            raise UserError(ErrorCode.BALLOT_INCOMPLETE, missing=missing)


def _voices(voters: tuple[Voter, ...]) -> Voices:
    return tidy(sum((voter.weight for voter in voters), start=0))


def _from_votes(
    who: Electorate,
    voters: tuple[Voter, ...],
    votes: Mapping[str, VoteChoice],
    rules: CommitteeRules,
) -> tuple[Counts, Heads]:
    voices: dict[VoteChoice, Voices] = dict.fromkeys(VoteChoice, 0)
    heads = dict.fromkeys(VoteChoice, 0)
    for member, choice in votes.items():
        voter = check_may_vote(who, member, rules)
        if voter not in voters:
            raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=who.roll.name(member))
        voices[choice] = tidy(voices[choice] + voter.weight)
        heads[choice] += 1
    return Counts(*(voices[each] for each in VoteChoice)), Heads(
        *(heads[each] for each in VoteChoice)
    )


def _from_counts(counts: Counts, voters: tuple[Voter, ...]) -> tuple[Counts, Heads | None]:
    absent = _voices(voters) - counts.total
    if min(counts.votes_for, counts.votes_against, counts.abstentions, absent) < 0:
        return counts, None  # refused by the tally, with its reason
    whole = Counts(
        counts.votes_for,
        counts.votes_against,
        counts.abstentions,
        tidy(counts.not_participating + absent),
    )
    if any(voter.weight != 1 for voter in voters):
        return whole, None
    return whole, Heads(
        int(whole.votes_for),
        int(whole.votes_against),
        int(whole.abstentions),
        int(whole.not_participating),
    )


def _tie_break(
    voters: tuple[Voter, ...], ballot: Ballot, rules: CommitteeRules, presiding: str | None
) -> TieBreak:
    sits = any(voter.member == presiding and voter.holder is None for voter in voters)
    applies = (
        rules.casting_vote
        and ballot.form in _PUBLIC
        and is_casting_majority(rules.majority)
        and sits
    )
    choice = (ballot.votes or {}).get(presiding or "")
    otherwise = BallotOutcome.TIE if rules.tie_defers else BallotOutcome.REJECTED
    return TieBreak(applies, choice, ballot.casting, otherwise)
