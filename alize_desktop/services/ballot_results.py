"""What a stored ballot came to, by the majority it was opened under."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import BallotResult, Correction, Motion
from alize_desktop.models.records.committee import BallotState
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.meeting import Ballot, decide_ballot
from alize_desktop.rules.reexamination import (
    must_be_reexamined,
    recused_voters,
    voices_withdrawn,
)
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.restored import restored
from alize_desktop.services.roll import electorate_of, presiding_of
from alize_desktop.services.stored_ballot import HeldBallot
from alize_desktop.wording.results import (
    live_sentence,
    reexamination_sentence,
    result_sentence,
    to_count_sentence,
)

_DECIDES: Final = (VoteChoice.FOR, VoteChoice.AGAINST)


def rules_ballot(ballot: HeldBallot) -> Ballot:
    """Return the ballot as the rules take it."""
    if ballot.form is not BallotForm.NAMED:
        counts = ballot.count.counts if ballot.count else None
        return Ballot(form=ballot.form, counts=counts, casting=ballot.casting_choice)
    return Ballot(
        form=ballot.form,
        votes={str(member): choice for member, choice in ballot.votes.items()},
        casting=ballot.casting_choice,
    )


def rules_of(held: HeldMeeting, ballot: HeldBallot) -> CommitteeRules:
    """Return the rules of a meeting with the majority that a ballot was opened under."""
    return replace(held.rules, majority=ballot.majority)


def result_of(held: HeldMeeting, who: Electorate, ballot: HeldBallot) -> BallotResult:
    """Return what was proclaimed, or what the ballot came to so far.

    Args:
        held: The meeting.
        who: Electorate of the ballot, frozen.
        ballot: The ballot.
    """
    if ballot.result is not None:
        return restored(BallotResult, ballot.result)
    return reckoned_result(held, who, ballot)


def reckoned_result(held: HeldMeeting, who: Electorate, ballot: HeldBallot) -> BallotResult:
    """Return what the answers of a ballot come to, whatever was proclaimed."""
    rules = rules_of(held, ballot)
    return decide_ballot(who, rules_ballot(ballot), rules, _settling(held, ballot))


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
            ``CASTING_VOTE_NOT_OPEN`` when it is given without need;
            ``CASTING_VOTE_ABSENT`` when who presided has left.
    """
    result = reckoned_result(held, who, replace(ballot, casting_choice=None))
    if casting is None:
        if result.casting_vote_open:
            raise UserError(ErrorCode.CASTING_VOTE_AWAITED)
        return result
    if _settling(held, ballot) is None:
        presided = held.member(ballot.presiding_member_id).sheet.full_name
        raise UserError(ErrorCode.CASTING_VOTE_ABSENT, member=presided)
    if not result.casting_vote_open:
        raise UserError(ErrorCode.CASTING_VOTE_NOT_OPEN)
    return reckoned_result(held, who, replace(ballot, casting_choice=casting))


def _settling(held: HeldMeeting, ballot: HeldBallot) -> str | None:
    """Return who settles a tie; nobody once who presided has left without voting on it.

    A vote given in the ballot decides, whoever left since: the closing froze it. A word
    that is still to be given is that of who presides and sits.
    """
    frozen = ballot.presiding_member_id
    is_waiting = ballot.closed_at is not None and ballot.proclaimed_at is None
    if not is_waiting or ballot.votes.get(frozen) in _DECIDES:
        return str(frozen)
    presides = presiding_of(held, electorate_of(held, ballot.item_id))
    return str(frozen) if presides is not None and presides.id == frozen else None


def told_result(held: HeldMeeting, ballot: HeldBallot, result: BallotResult) -> str:
    """Return the sentence of a result; who presides may have left a tie as it was."""
    presiding = held.member(ballot.presiding_member_id)
    is_secret = ballot.form is BallotForm.SECRET
    return result_sentence(result, presiding.sheet.civility, is_secret=is_secret)


def ballot_state(held: HeldMeeting, who: Electorate, ballot: HeldBallot) -> BallotState:
    """Return the ballot as screens show it: live while it is open, then the result."""
    result = result_of(held, who, ballot)
    return BallotState(
        id=ballot.id,
        form=ballot.form,
        opened_at=ballot.opened_at,
        closed_at=ballot.closed_at,
        proclaimed_at=ballot.proclaimed_at,
        result=result,
        missing=_missing(ballot),
        sentence=ballot.sentence or _sentence(held, ballot, result),
        number=ballot.number,
        motion=motion_of(ballot),
        protocol=ballot.count,
        voices_entitled=_entitled(ballot, result),
        corrections=tuple(
            Correction(after.proclaimed_at, after.reason, before.sentence)
            for before, after in zip(ballot.results, ballot.results[1:], strict=False)
        ),
        reexamination=reexamination_of(held, who, ballot),
    )


def motion_of(ballot: HeldBallot) -> Motion:
    """Return what a ballot asks."""
    amount = None if ballot.motion_amount is None else ballot.motion_amount.minor
    return Motion(ballot.motion, amount, ballot.answers_ballot_id)


def late_recusals(held: HeldMeeting, ballot: HeldBallot) -> frozenset[UUID]:
    """Return who stepped aside once a ballot was closed."""
    known = {each.member_id for each in ballot.recused}
    return frozenset(
        each.member_id
        for each in held.recusals.get(ballot.item_id, ())
        if each.member_id not in known
    )


def reexamination_of(held: HeldMeeting, who: Electorate, ballot: HeldBallot) -> str:
    """Return why a proclaimed result must be looked at again; empty when it is sound.

    A correction settles the recusals that were known when it was made.
    """
    if not ballot.results:
        return ""
    known = ballot.results[-1].recused
    fallen = recused_voters(who, _names(late_recusals(held, ballot) - known))
    settled = recused_voters(who, _names(known))
    fallen = tuple(each for each in fallen if each not in settled)
    result = result_of(held, who, ballot)
    withdrawn = voices_withdrawn(fallen, _deciding_votes(ballot), result.majority.base)
    return reexamination_sentence(withdrawn) if must_be_reexamined(result, withdrawn) else ""


def _deciding_votes(ballot: HeldBallot) -> Mapping[str, VoteChoice] | None:
    """Return the answers that made a result: a casting vote is one, given by who abstained."""
    votes = rules_ballot(ballot).votes
    if votes is None or ballot.casting_choice is None:
        return votes
    return {**votes, str(ballot.presiding_member_id): ballot.casting_choice}


def _names(members: Collection[UUID]) -> frozenset[str]:
    return frozenset(str(each) for each in members)


def _entitled(ballot: HeldBallot, result: BallotResult) -> Decimal:
    """Return the voices of the voters; a correction may have left some of them out."""
    if ballot.results and result.voters is not None:
        return exact_decimal(result.voters)
    return sum((each.weight for each in ballot.voters), start=Decimal(0))


def _missing(ballot: HeldBallot) -> int:
    if ballot.results:
        return 0
    if ballot.form is BallotForm.NAMED:
        return ballot.missing
    return len(ballot.voters) if ballot.count is None else 0


def _sentence(held: HeldMeeting, ballot: HeldBallot, result: BallotResult) -> str:
    if ballot.closed_at is not None:
        return told_result(held, ballot, result)
    if ballot.form is not BallotForm.NAMED and ballot.count is None:
        return to_count_sentence(result)
    return live_sentence(result)
