"""Ballots: opened, answered vote by vote, closed, proclaimed.

``cast`` is the shortest path of the program: one statement reads what must be
true, two write the vote and its journal line, and the commit is durable when it
returns. Everything else may take its time.
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, ItemStep, MeetingState, VoteChoice
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import (
    StoredBallot,
    StoredResult,
    StoredVote,
    StoredVoter,
)
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.models.values import Voices
from alize_desktop.rules.electorate import Electorate, check_may_vote
from alize_desktop.rules.meeting import check_can_close
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services.agenda_steps import set_step
from alize_desktop.services.ballot_results import rules_ballot, settled_result
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import meeting_of_item, read_meeting
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import (
    electorate_of,
    frozen_electorate,
    presiding_of,
)
from alize_desktop.services.stored_ballot import HeldBallot, read_ballot
from alize_desktop.wording.results import result_sentence

_NOT_NOW: Final = {
    ItemStep.PENDING: ErrorCode.ITEM_NOT_PRESENTED,
    ItemStep.BALLOT_OPEN: ErrorCode.BALLOT_OPEN,
    ItemStep.BALLOT_CLOSED: ErrorCode.BALLOT_CLOSED,
    ItemStep.PROCLAIMED: ErrorCode.BALLOT_PROCLAIMED,
    ItemStep.DECIDED: ErrorCode.DECISION_EXISTS,
}
"""Why a ballot cannot open at a step."""

_SAID: Final = aliased(StoredVoter)
_LAST_REVISION: Final = (
    select(func.max(StoredVote.revision))
    .where(StoredVote.ballot_id == StoredBallot.id, StoredVote.member_id == bindparam("member"))
    .scalar_subquery()
)
_LAST_WORD: Final = (
    select(func.max(_SAID.revision))
    .where(_SAID.ballot_id == StoredBallot.id, _SAID.member_id == bindparam("member"))
    .scalar_subquery()
)
_ENTITLED: Final = (
    select(
        StoredBallot.id,
        StoredBallot.meeting_id,
        StoredVoter.is_entitled,
        func.coalesce(_LAST_REVISION, 0).label("revision"),
    )
    .outerjoin(
        StoredVoter,
        (StoredVoter.ballot_id == StoredBallot.id)
        & (StoredVoter.member_id == bindparam("member"))
        & (StoredVoter.revision == _LAST_WORD),
    )
    .where(StoredBallot.item_id == bindparam("item"), StoredBallot.closed_at.is_(None))
)
_VOTE: Final = insert(StoredVote)


class VotingService:
    """Holds ballots. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def open_ballot(self, item_id: UUID) -> Changes:
        """Open a named ballot on the dossier presented, and freeze its electorate.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``ITEM_NOT_PRESENTED``; ``BALLOT_OPEN``,
                ``BALLOT_CLOSED`` or ``BALLOT_PROCLAIMED`` when there is one already;
                ``DECISION_EXISTS``; ``QUORUM_NOT_REACHED`` for this dossier;
                ``PRESIDING_MEMBER_ABSENT`` when nobody may preside it.
        """
        with self._registry.write() as session:
            meeting_id = meeting_of_item(session, item_id)
            held = _open_meeting(session, meeting_id)
            _check_presented(session, item_id)
            who = electorate_of(held, item_id)
            ballot = self._frozen_ballot(held, item_id, who)
            session.execute(insert(StoredBallot).values(ballot))
            voters = [
                _voter(ballot["id"], each.member, each.holder, each.weight) for each in who.voters
            ]
            session.execute(insert(StoredVoter), voters)
            set_step(session, item_id, ItemStep.BALLOT_OPEN)
            details: dict[str, object] = {
                "item": str(item_id),
                "ballot": plain(ballot),
                "voters": plain(voters),
            }
            self._registry.journal(session, "ballot.opened", "meeting", meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def cast(self, item_id: UUID, member_id: UUID, choice: VoteChoice | None) -> Changes:
        """Record an answer, or take it back when ``choice`` is None. Durable when it returns.

        Raises:
            UserError: ``BALLOT_NOT_OPEN``; ``MEMBER_RECUSED``, ``MEMBER_ABSENT`` or
                ``MEMBER_NOT_VOTING`` for somebody who may not vote here.
        """
        with self._registry.write() as session:
            found = (
                session.connection()
                .execute(_ENTITLED, {"item": item_id, "member": member_id})
                .first()
            )
            if found is None:
                raise UserError(ErrorCode.BALLOT_NOT_OPEN)
            if not found.is_entitled:
                raise _refusal(session, found.meeting_id, item_id, member_id)
            if choice is None and not found.revision:
                return Changes()  # there is nothing to take back
            self._write_vote(session, found.id, member_id, found.revision + 1, choice)
        return Changes(meetings=frozenset({found.meeting_id}))

    def cast_remaining(self, item_id: UUID, choice: VoteChoice) -> Changes:
        """Record the same answer for every voter who has not answered.

        Raises:
            UserError: ``BALLOT_NOT_OPEN``.
        """
        with self._registry.write() as session:
            ballot = _open_ballot(session, item_id)
            for each in ballot.voters:
                if each.choice is None:
                    self._write_vote(session, ballot.id, each.member_id, each.revision + 1, choice)
        return Changes(meetings=frozenset({ballot.meeting_id}))

    def close_ballot(self, item_id: UUID) -> Changes:
        """Close a ballot that every voter has answered.

        Raises:
            UserError: ``BALLOT_NOT_OPEN``; ``BALLOT_EMPTY``; ``BALLOT_INCOMPLETE``.
        """
        with self._registry.write() as session:
            meeting_id = meeting_of_item(session, item_id)
            held = _open_meeting(session, meeting_id)
            ballot = _open_ballot(session, item_id)
            who = frozen_electorate(held, item_id, ballot)
            check_can_close(who, rules_ballot(ballot), held.rules)
            session.execute(
                update(StoredBallot)
                .where(StoredBallot.id == ballot.id)
                .values(closed_at=self._registry.clock())
            )
            set_step(session, item_id, ItemStep.BALLOT_CLOSED)
            self._registry.journal(
                session, "ballot.closed", "meeting", meeting_id, {"item": str(item_id)}
            )
        return Changes(meetings=frozenset({meeting_id}))

    def proclaim(self, item_id: UUID, casting: VoteChoice | None = None) -> Changes:
        """Proclaim the result of a closed ballot, and freeze it.

        Args:
            item_id: Agenda item of the ballot.
            casting: Casting vote of the presiding member, when it is open: for,
                against, or abstention to decline.

        Raises:
            UserError: ``BALLOT_NOT_CLOSED``; ``BALLOT_PROCLAIMED``;
                ``CASTING_VOTE_NOT_OPEN`` when one is given without need;
                ``CASTING_VOTE_AWAITED`` when it is needed.
        """
        with self._registry.write() as session:
            meeting_id = meeting_of_item(session, item_id)
            held = _open_meeting(session, meeting_id)
            ballot = _closed_ballot(session, item_id)
            who = frozen_electorate(held, item_id, ballot)
            result = settled_result(held, who, ballot, casting)
            now = self._registry.clock()
            session.execute(
                update(StoredBallot).where(StoredBallot.id == ballot.id).values(proclaimed_at=now)
            )
            columns: dict[str, Any] = {
                "ballot_id": ballot.id,
                "revision": 1,
                "result": plain(result),
                "sentence": result_sentence(result),
                "casting_choice": casting,
                "proclaimed_at": now,
            }
            session.execute(insert(StoredResult).values(columns))
            set_step(session, item_id, ItemStep.PROCLAIMED)
            details: dict[str, object] = {
                "item": str(item_id),
                "result": columns["result"],
                "casting": casting.value if casting else None,
                "presiding": str(ballot.presiding_member_id),
            }
            self._registry.journal(session, "ballot.proclaimed", "meeting", meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def _frozen_ballot(self, held: HeldMeeting, item_id: UUID, who: Electorate) -> dict[str, Any]:
        """Return all that the result will be reckoned with, whatever members become."""
        found = quorum(who, held.rules)
        if not found.reached:
            raise UserError(
                ErrorCode.QUORUM_NOT_REACHED, counted=found.counted, required=found.required
            )
        presiding = presiding_of(held, who)
        if presiding is None:
            raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
        return {
            "id": self._registry.new_id(),
            "item_id": item_id,
            "meeting_id": held.row.id,
            "form": BallotForm.NAMED,
            "opened_at": self._registry.clock(),
            "majority": plain(held.rules.majority),
            "quorum_required": found.required,
            "quorum_counted": found.counted,
            "quorum_recused": found.recused,
            "in_office": found.in_office,
            "voices_in_office": exact_decimal(who.voices_in_office),
            "presiding_member_id": presiding.id,
            "recused": plain(held.recusals.get(item_id, ())),
        }

    def _write_vote(
        self,
        session: Session,
        ballot_id: UUID,
        member_id: UUID,
        revision: int,
        choice: VoteChoice | None,
    ) -> None:
        session.connection().execute(
            _VOTE,
            {
                "ballot_id": ballot_id,
                "member_id": member_id,
                "revision": revision,
                "choice": choice,
                "cast_at": self._registry.clock(),
            },
        )
        details: dict[str, object] = {
            "member": str(member_id),
            "revision": revision,
            "choice": choice.value if choice else None,
        }
        self._registry.journal(session, "vote.cast", "ballot", ballot_id, details)


def _open_meeting(session: Session, meeting_id: UUID) -> HeldMeeting:
    held = read_meeting(session, meeting_id)
    if held.row.state is not MeetingState.OPEN:
        raise UserError(ErrorCode.MEETING_NOT_OPEN, number=held.row.number)
    return held


def _check_presented(session: Session, item_id: UUID) -> None:
    step = session.scalar(select(StoredItem.step).where(StoredItem.id == item_id))
    if step is not ItemStep.PRESENTED and step is not None:
        raise UserError(_NOT_NOW[step])


def _open_ballot(session: Session, item_id: UUID) -> HeldBallot:
    ballot = read_ballot(session, item_id)
    if ballot is None or ballot.closed_at is not None:
        raise UserError(ErrorCode.BALLOT_NOT_OPEN)
    return ballot


def _closed_ballot(session: Session, item_id: UUID) -> HeldBallot:
    ballot = read_ballot(session, item_id)
    if ballot is None or ballot.closed_at is None:
        raise UserError(ErrorCode.BALLOT_NOT_CLOSED)
    if ballot.proclaimed_at is not None:
        raise UserError(ErrorCode.BALLOT_PROCLAIMED)
    return ballot


def _voter(ballot_id: UUID, member: str, holder: str | None, weight: Voices) -> dict[str, Any]:
    return {
        "ballot_id": ballot_id,
        "member_id": UUID(member),
        "holder_id": UUID(holder) if holder else None,
        "weight": exact_decimal(weight),
    }


def _refusal(session: Session, meeting_id: UUID, item_id: UUID, member_id: UUID) -> UserError:
    """Return why somebody outside the frozen electorate may not vote, the rule named."""
    held = read_meeting(session, meeting_id)
    member = held.member(member_id)
    try:
        check_may_vote(electorate_of(held, item_id), str(member_id), held.rules)
    except UserError as refusal:
        return refusal
    return UserError(ErrorCode.MEMBER_NOT_VOTING, member=member.sheet.full_name)
