"""Whether a proclaimed result still stands when somebody should have stepped aside."""

from collections.abc import Collection, Mapping

from alize_desktop.models.enums import BallotOutcome, MajorityBase, VoteChoice
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.values import Voices
from alize_desktop.rules.electorate import Electorate, Voter
from alize_desktop.rules.voices import step_of, tidy

_CAST = (VoteChoice.FOR, VoteChoice.AGAINST)


def recused_voters(who: Electorate, recused: Collection[str]) -> tuple[Voter, ...]:
    """Return the voters whose vote falls: the recused, and the givers they hold for.

    Args:
        who: Electorate that the ballot was closed with.
        recused: Members who step aside after the proclamation.

    Source:
        Règles du comité, section 2: a recused holder drops both votes, a recused
        giver drops only itself.
    """
    return tuple(each for each in who.voters if each.member in recused or each.holder in recused)


def voices_withdrawn(
    fallen: Collection[Voter],
    votes: Mapping[str, VoteChoice] | None,
    base: MajorityBase,
) -> Voices:
    """Return the voices that a late recusal takes out of a result.

    Args:
        fallen: Voters whose vote falls.
        votes: Answer by member; None when they were counted without names, each of
            them then being taken for a vote cast.
        base: What the majority is reckoned on: an abstention only weighs when it is
            part of it, and so does taking no part.
    """
    if votes is None:
        lost = list(fallen)
    elif base is MajorityBase.CAST:
        lost = [each for each in fallen if votes.get(each.member) in _CAST]
    else:
        lost = [each for each in fallen if each.member in votes]
    return tidy(sum((each.weight for each in lost), start=0))


def margin_of(result: BallotResult) -> Voices | None:
    """Return the voices between a result and its contrary; None when nothing was decided.

    Voices above the majority when adopted. When not, one step of the voices less than
    what was missing: exactly at the majority nothing is left to lose on either side.
    """
    if result.outcome is BallotOutcome.ADOPTED:
        return result.margin
    if result.missing is None:
        return None
    counts = result.counts
    step = step_of(
        *(counts.votes_for, counts.votes_against, counts.abstentions),
        *(counts.not_participating, result.voters or 0, result.base),
    )
    return tidy(result.missing - step)


def must_be_reexamined(result: BallotResult, withdrawn: Voices) -> bool:
    """Return whether a result must be looked at again.

    Source:
        Règles du comité, section 2: declared after proclamation, the result is
        flagged when the margin is smaller than the votes withdrawn.
    """
    margin = margin_of(result)
    return withdrawn > 0 and margin is not None and margin < withdrawn
