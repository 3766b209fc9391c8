"""What a stored ballot came to, by the rules of its meeting."""

from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.meetings import BallotState
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
