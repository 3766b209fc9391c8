"""Ballots: opened, answered vote by vote, closed, proclaimed.

``cast`` is the shortest path of the program: one statement reads what must be
true, two write the vote and its journal line, and the commit is durable when it
returns. Everything else may take its time.
"""

from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, ItemStep, VoteChoice
from alize_desktop.models.records.ballots import Motion
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.committee import NO_MOTION
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.electorate import check_may_vote
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services import ballot_ending
from alize_desktop.services.agenda_steps import read_dossier_point
from alize_desktop.services.ballot_access import (
    check_named,
    check_step,
    closed_ballot,
    meeting_in_session,
    open_ballot,
)
from alize_desktop.services.ballot_electorate import followed_ballot
from alize_desktop.services.ballot_opening import form_of, question_of, write_ballot
from alize_desktop.services.ballot_results import settled_result
from alize_desktop.services.meeting_reading import read_meeting
from alize_desktop.services.roll import electorate_of, frozen_electorate
from alize_desktop.services.stored_ballot import read_ballot
from alize_desktop.services.votes import entitlement, write_vote


class VotingService:
    """Holds ballots. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def open_ballot(
        self, item_id: UUID, form: BallotForm | None = None, motion: Motion = NO_MOTION
    ) -> Changes:
        """Open a ballot on the dossier presented, with whoever is there.

        Once a ballot of the dossier was proclaimed and did not adopt, a further one may
        ask another proposal; once its result must be looked at again, the same.

        Args:
            item_id: The dossier, presented.
            form: How it is held; as the rules say when None.
            motion: What is asked, when it is not the dossier as filed.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``ITEM_WITHOUT_VOTE``; ``ITEM_NOT_PRESENTED``; ``BALLOT_OPEN``,
                ``BALLOT_CLOSED`` or ``BALLOT_PROCLAIMED`` when there is one already;
                ``DECISION_EXISTS``; ``MOTION_MISSING`` or ``MOTION_EARLIER_UNKNOWN``
                after a rejection; ``WRITTEN_CONSULTATION`` for a form without names;
                ``QUORUM_NOT_REACHED`` for this dossier; ``PRESIDING_MEMBER_ABSENT``
                when nobody may preside it; the motion's text or amount.
        """
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            question = question_of(session, held, point, motion)
            write_ballot(self._registry, session, held, point, form_of(held, form), question)
        return Changes(meetings=frozenset({point.meeting_id}))

    def cast(self, item_id: UUID, member_id: UUID, choice: VoteChoice | None) -> Changes:
        """Record an answer, or take it back when ``choice`` is None. Durable when it returns.

        A meeting whose ballot is open is neither suspended nor closed: the ballot is
        all that needs a look.

        Raises:
            UserError: ``BALLOT_NOT_OPEN``; ``BALLOT_NOT_NAMED`` when voices are counted;
                ``MEMBER_RECUSED``, ``MEMBER_ABSENT`` or ``MEMBER_NOT_VOTING`` for
                somebody who may not vote here.
        """
        with self._registry.write() as session:
            found = entitlement(session, item_id, member_id)
            if found is None:
                raise UserError(ErrorCode.BALLOT_NOT_OPEN)
            check_named(found.form)
            if not found.is_entitled:
                raise _refusal(session, found.meeting_id, item_id, member_id)
            if choice is None and not found.revision:
                return Changes()  # there is nothing to take back
            revision = found.revision + 1
            write_vote(self._registry, session, found.id, member_id, revision, choice)
        return Changes(meetings=frozenset({found.meeting_id}))

    def cast_remaining(self, item_id: UUID, choice: VoteChoice) -> Changes:
        """Record the same answer for every voter who has not answered.

        Raises:
            UserError: ``BALLOT_NOT_OPEN``; ``BALLOT_NOT_NAMED``.
        """
        with self._registry.write() as session:
            ballot = open_ballot(session, item_id)
            check_named(ballot.form)
            for each in ballot.voters:
                if each.choice is None:
                    revision = each.revision + 1
                    write_vote(self._registry, session, ballot.id, each.member_id, revision, choice)
        return Changes(meetings=frozenset({ballot.meeting_id}))

    def close_ballot(self, item_id: UUID) -> Changes:
        """Close a ballot that every voter has answered, or whose voices are counted.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``; ``BALLOT_NOT_OPEN``;
                ``QUORUM_NOT_REACHED`` when it was lost meanwhile;
                ``PRESIDING_MEMBER_ABSENT``; ``BALLOT_EMPTY``; ``BALLOT_INCOMPLETE``.
        """
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            ballot = followed_ballot(self._registry, session, held, point)
            ballot_ending.close(self._registry, session, held, point, ballot)
        return Changes(meetings=frozenset({point.meeting_id}))

    def reopen_ballot(self, item_id: UUID) -> Changes:
        """Open a closed ballot again before its proclamation, with whoever is there now.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``BALLOT_NOT_CLOSED``; ``BALLOT_PROCLAIMED``.
        """
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            ballot = closed_ballot(session, item_id)
            ballot_ending.reopen(self._registry, session, held, point, ballot)
        return Changes(meetings=frozenset({point.meeting_id}))

    def abandon_ballot(self, item_id: UUID, reason: str = "") -> Changes:
        """Give up a ballot that is not proclaimed: it has no result and stays in the file.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``; ``BALLOT_NOT_OPEN``
                without a ballot; ``BALLOT_PROCLAIMED``; ``DECISION_EXISTS``; a reason
                too long.
        """
        check_text(reason)
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            meeting_in_session(session, point.meeting_id)
            ballot = read_ballot(session, item_id)
            if ballot is None:
                raise UserError(ErrorCode.BALLOT_NOT_OPEN)
            check_step(point, ItemStep.BALLOT_OPEN, ItemStep.BALLOT_CLOSED)
            ballot_ending.abandon(self._registry, session, point, ballot, reason.strip())
        return Changes(meetings=frozenset({point.meeting_id}))

    def proclaim(self, item_id: UUID, casting: VoteChoice | None = None) -> Changes:
        """Proclaim the result of a closed ballot, and freeze it.

        Args:
            item_id: Agenda item of the ballot.
            casting: Casting vote of the presiding member, when it is open: for,
                against, or abstention to decline.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``BALLOT_NOT_CLOSED``; ``BALLOT_PROCLAIMED``;
                ``CASTING_VOTE_NOT_OPEN`` when one is given without need;
                ``CASTING_VOTE_AWAITED`` when it is needed;
                ``CASTING_VOTE_ABSENT`` from who presided and has left.
        """
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            ballot = closed_ballot(session, item_id)
            who = frozen_electorate(held, item_id, ballot)
            result = settled_result(held, who, ballot, casting)
            ballot_ending.proclaim(self._registry, session, held, ballot, result, casting)
        return Changes(meetings=frozenset({point.meeting_id}))


def _refusal(session: Session, meeting_id: UUID, item_id: UUID, member_id: UUID) -> UserError:
    """Return why somebody outside the electorate may not vote, the rule named."""
    held = read_meeting(session, meeting_id)
    member = held.member(member_id)
    try:
        check_may_vote(electorate_of(held, item_id), str(member_id), held.rules)
    except UserError as refusal:
        return refusal
    return UserError(ErrorCode.MEMBER_NOT_VOTING, member=member.sheet.full_name)
