"""Results corrected after their proclamation: always with a reason, nothing is lost."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.counting import checked_protocol
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.agenda_steps import Point, read_dossier_point
from alize_desktop.services.ballot_access import (
    check_counted,
    check_named,
    meeting_in_session,
    proclaimed_ballot,
)
from alize_desktop.services.corrected_ballot import (
    CorrectedBallot,
    check_decision_stands,
    write_corrected_result,
    write_corrected_vote,
)
from alize_desktop.services.counts import write_count
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.stored_ballot import FrozenVoter, HeldBallot


class CorrectionService:
    """Corrects proclaimed results. One method, one transaction.

    The votes, the counts and the sentence that are replaced stay in the file and are
    told in the minutes. Votes of members who stepped aside since the closing fall with
    the correction. Once the decision is recorded, a correction that would turn the
    result over is refused: the committee takes another decision.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def correct_votes(
        self,
        item_id: UUID,
        votes: Mapping[UUID, VoteChoice],
        reason: str,
        casting: VoteChoice | None = None,
    ) -> Changes:
        """Correct answers of a named ballot, and proclaim its result again.

        Args:
            item_id: Agenda item of the ballot.
            votes: Right answer of each voter to correct; none when only the casting
                vote or a late recusal is.
            reason: Why, in the words of the minutes.
            casting: What the presiding member says of a tie; asked again if there is one.

        Raises:
            UserError: ``REASON_MISSING``; ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``BALLOT_NOT_PROCLAIMED``; ``BALLOT_NOT_NAMED``; ``MEMBER_NOT_VOTING``
                for somebody who did not vote in it; ``MEMBER_RECUSED``;
                ``CORRECTION_EMPTY``; ``CORRECTION_AGAINST_DECISION``;
                ``CASTING_VOTE_AWAITED`` or ``CASTING_VOTE_NOT_OPEN``;
                ``CASTING_VOTE_ABSENT`` when who presided the ballot has left.
        """
        with self._registry.write() as session:
            point, held, ballot = _corrected(session, item_id, reason)
            check_named(ballot.form)
            right = CorrectedBallot.of(held, ballot)
            changed = _changed(held, right, votes)
            right = right.with_votes(votes)
            result = right.settled(held, casting)
            if not changed and casting is ballot.casting_choice:
                raise UserError(ErrorCode.CORRECTION_EMPTY)
            check_decision_stands(session, held, point, ballot, result)
            reason = reason.strip()
            for each in changed:
                write_corrected_vote(self._registry, session, ballot, each, reason)
            told = (reason, casting, {"votes": _told(changed)})
            write_corrected_result(self._registry, session, held, right, result, *told)
        return Changes(meetings=frozenset({point.meeting_id}))

    def correct_counts(
        self,
        item_id: UUID,
        protocol: CountProtocol,
        reason: str,
        casting: VoteChoice | None = None,
    ) -> Changes:
        """Correct what was counted in a ballot without names, and proclaim it again.

        Raises:
            UserError: As ``correct_votes``; ``BALLOT_NAMED``;
                ``SECRET_TO_HOLD_AGAIN`` when somebody stepped aside since: two counts
                would tell how that member voted; as
                ``CountedVotingService.record_counts`` for the counts.
        """
        for name in protocol.scrutineers:
            check_text(name)
        with self._registry.write() as session:
            point, held, ballot = _corrected(session, item_id, reason)
            check_counted(ballot.form)
            right = CorrectedBallot.of(held, ballot)
            if right.fallen and ballot.form is BallotForm.SECRET:
                raise UserError(ErrorCode.SECRET_TO_HOLD_AGAIN)
            kept = checked_protocol(protocol, ballot.form, right.electorate(held).voters)
            right = right.with_counts(kept)
            result = right.settled(held, casting)
            is_same = kept == ballot.count and casting is ballot.casting_choice
            if is_same and not right.fallen:
                raise UserError(ErrorCode.CORRECTION_EMPTY)
            check_decision_stands(session, held, point, ballot, result)
            write_count(self._registry, session, ballot.id, kept, reason.strip())
            told: dict[str, object] = {"protocol": right.plain_count}
            write_corrected_result(
                self._registry, session, held, right, result, reason.strip(), casting, told
            )
        return Changes(meetings=frozenset({point.meeting_id}))


def _corrected(
    session: Session, item_id: UUID, reason: str
) -> tuple[Point, HeldMeeting, HeldBallot]:
    check_text(reason, lines=True)
    if not reason.strip():
        raise UserError(ErrorCode.REASON_MISSING)
    point = read_dossier_point(session, item_id)
    held = meeting_in_session(session, point.meeting_id)
    return point, held, proclaimed_ballot(session, item_id)


def _changed(
    held: HeldMeeting, right: CorrectedBallot, votes: Mapping[UUID, VoteChoice]
) -> list[FrozenVoter]:
    """Return the voters whose answer changes; refuse who did not vote."""
    for member_id in votes:
        right.check_voted(held, member_id)
    return list(right.changed(votes))


def _told(changed: list[FrozenVoter]) -> dict[str, object]:
    return {str(each.member_id): each.choice.value if each.choice else None for each in changed}
