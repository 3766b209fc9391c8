"""What a stored ballot came to, by the rules of its meeting."""

from dataclasses import replace

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.committee import BallotState
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.meeting import Ballot, decide_ballot
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.restored import restored
from alize_desktop.services.stored_ballot import HeldBallot
from alize_desktop.wording.results import live_sentence, result_sentence


def rules_ballot(ballot: HeldBallot) -> Ballot:
    """Return the ballot as the rules take it."""
    return Ballot(
        form=ballot.form,
        votes={str(member): choice for member, choice in ballot.votes.items()},
        casting=ballot.casting_choice,
    )


def result_of(held: HeldMeeting, who: Electorate, ballot: HeldBallot) -> BallotResult:
    """Return what was proclaimed, or what the ballot came to so far.

    Args:
        held: The meeting.
        who: Electorate of the ballot, frozen.
        ballot: The ballot.
    """
    if ballot.result is not None:
        return restored(BallotResult, ballot.result)
    return decide_ballot(who, rules_ballot(ballot), held.rules, str(ballot.presiding_member_id))


def ballot_state(held: HeldMeeting, who: Electorate, ballot: HeldBallot) -> BallotState:
    """Return the ballot as screens show it: live while it is open, then the result."""
    result = result_of(held, who, ballot)
    live = ballot.closed_at is None
    return BallotState(
        id=ballot.id,
        form=ballot.form,
        opened_at=ballot.opened_at,
        closed_at=ballot.closed_at,
        proclaimed_at=ballot.proclaimed_at,
        result=result,
        missing=ballot.missing,
        sentence=ballot.sentence or (live_sentence(result) if live else result_sentence(result)),
    )


def settled_result(
    held: HeldMeeting, who: Electorate, ballot: HeldBallot, casting: VoteChoice | None
) -> BallotResult:
    """Return the result of a closed ballot, a tie settled by the presiding member.

    Args:
        held: The meeting.
        who: Frozen electorate of the ballot.
        ballot: The ballot, closed.
        casting: What the presiding member said of the tie; None when not asked.

    Raises:
        UserError: ``CASTING_VOTE_AWAITED`` when it is needed and missing;
            ``CASTING_VOTE_NOT_OPEN`` when it is given without need.
    """
    result = result_of(held, who, ballot)
    if casting is None:
        if result.casting_vote_open:
            raise UserError(ErrorCode.CASTING_VOTE_AWAITED)
        return result
    if not result.casting_vote_open:
        raise UserError(ErrorCode.CASTING_VOTE_NOT_OPEN)
    return result_of(held, who, replace(ballot, casting_choice=casting))
