"""A proclaimed ballot with what is put right in it, and how that is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemStep, VoteChoice
from alize_desktop.models.records.ballots import BallotResult, CountProtocol
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredResult, StoredVote
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.rules.decisions import allowed_outcomes
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.reexamination import recused_voters
from alize_desktop.services.agenda_steps import Point
from alize_desktop.services.ballot_results import (
    late_recusals,
    result_of,
    settled_result,
    told_result,
)
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.plain import plain, plain_map
from alize_desktop.services.roll import electorate_of, frozen_electorate
from alize_desktop.services.stored_ballot import FrozenVoter, HeldBallot


@dataclass(frozen=True, slots=True)
class CorrectedBallot:
    """A proclaimed ballot as it is put right.

    Attributes:
        ballot: Without the voters who should have stepped aside.
        recused: Who stepped aside since the closing.
        fallen: Voters whose vote falls for it, as they voted.
    """

    ballot: HeldBallot
    recused: frozenset[UUID]
    fallen: tuple[FrozenVoter, ...]

    @classmethod
    def of(cls, held: HeldMeeting, ballot: HeldBallot) -> "CorrectedBallot":
        """Return a ballot without the votes that fall, nothing else put right yet."""
        late = late_recusals(held, ballot)
        who = frozen_electorate(held, ballot.item_id, ballot)
        names = frozenset(str(each) for each in late)
        fallen = {UUID(each.member) for each in recused_voters(who, names)}
        return cls(
            ballot=replace(
                ballot, voters=tuple(each for each in ballot.voters if each.member_id not in fallen)
            ),
            recused=late,
            fallen=tuple(each for each in ballot.voters if each.member_id in fallen),
        )

    @property
    def plain_count(self) -> object:
        """What is counted now, in plain values."""
        return plain(self.ballot.count)

    def plain_result(self, result: BallotResult) -> dict[str, object]:
        """Return a result with those who stepped aside, in plain values."""
        return {**plain_map(result), "recused": sorted(str(each) for each in self.recused)}

    def electorate(self, held: HeldMeeting) -> Electorate:
        """Return who votes, those who should have stepped aside left out."""
        return frozen_electorate(held, self.ballot.item_id, self.ballot)

    def check_voted(self, held: HeldMeeting, member_id: UUID) -> None:
        """Refuse to correct the answer of somebody who has none.

        Raises:
            UserError: ``MEMBER_UNKNOWN``; ``MEMBER_RECUSED``; ``MEMBER_NOT_VOTING``.
        """
        name = held.member(member_id).sheet.full_name
        if any(each.member_id == member_id for each in self.fallen):
            raise UserError(ErrorCode.MEMBER_RECUSED, member=name)
        if all(each.member_id != member_id for each in self.ballot.voters):
            raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=name)

    def changed(self, votes: Mapping[UUID, VoteChoice]) -> Iterator[FrozenVoter]:
        """Yield the voters whose answer changes, with the right one: None when it falls."""
        for each in self.fallen:
            if each.choice is not None:
                yield replace(each, choice=None)
        for each in self.ballot.voters:
            if votes.get(each.member_id, each.choice) is not each.choice:
                yield replace(each, choice=votes[each.member_id])

    def with_votes(self, votes: Mapping[UUID, VoteChoice]) -> "CorrectedBallot":
        """Return it with right answers."""
        voters = tuple(
            replace(each, choice=votes.get(each.member_id, each.choice))
            for each in self.ballot.voters
        )
        return replace(self, ballot=replace(self.ballot, voters=voters))

    def with_counts(self, protocol: CountProtocol) -> "CorrectedBallot":
        """Return it with right counts."""
        return replace(self, ballot=replace(self.ballot, count=protocol))

    def settled(self, held: HeldMeeting, casting: VoteChoice | None) -> BallotResult:
        """Return what it comes to.

        Raises:
            UserError: ``CASTING_VOTE_AWAITED``; ``CASTING_VOTE_NOT_OPEN``;
                ``CASTING_VOTE_ABSENT`` when who presided is not there to say it.
        """
        result = settled_result(held, self.electorate(held), self.ballot, casting)
        presiding = held.member(self.ballot.presiding_member_id)
        is_new = result.by_casting_vote and casting not in (None, self.ballot.casting_choice)
        sits = {each.member for each in electorate_of(held, self.ballot.item_id).in_person}
        if is_new and str(presiding.id) not in sits:
            raise UserError(ErrorCode.CASTING_VOTE_ABSENT, member=presiding.sheet.full_name)
        return result


def check_decision_stands(
    session: Session, held: HeldMeeting, point: Point, ballot: HeldBallot, result: BallotResult
) -> None:
    """Refuse a correction after which another decision would have been taken.

    A rejection that becomes a tie is one: a tie only defers or withdraws.

    Raises:
        UserError: ``CORRECTION_AGAINST_DECISION``.
    """
    if point.step is not ItemStep.DECIDED:
        return
    who = frozen_electorate(held, point.id, ballot)
    before = result_of(held, who, ballot).outcome
    if allowed_outcomes(before) != allowed_outcomes(result.outcome):
        number = session.scalar(
            select(StoredDecision.number).where(StoredDecision.item_id == point.id)
        )
        raise UserError(ErrorCode.CORRECTION_AGAINST_DECISION, number=number)


def write_corrected_vote(
    registry: Registry, session: Session, ballot: HeldBallot, voter: FrozenVoter, reason: str
) -> None:
    """Write a right answer; the journal line belongs to the correction."""
    columns: dict[str, Any] = {
        "ballot_id": ballot.id,
        "member_id": voter.member_id,
        "revision": voter.revision + 1,
        "choice": voter.choice,
        "cast_at": registry.instant(session),
        "reason": reason,
    }
    session.execute(insert(StoredVote).values(columns))


def write_corrected_result(
    registry: Registry,
    session: Session,
    held: HeldMeeting,
    right: CorrectedBallot,
    result: BallotResult,
    reason: str,
    casting: VoteChoice | None,
    told: Mapping[str, object],
) -> None:
    """Write a right result with its journal line.

    Args:
        registry: The registry.
        session: In the transaction of the correction.
        held: The meeting.
        right: The ballot, put right.
        result: What it comes to.
        reason: Why.
        casting: What the presiding member said of a tie.
        told: What was put right, in plain values.
    """
    ballot, now = right.ballot, registry.instant(session, right.ballot.results[-1].proclaimed_at)
    proclaimed: dict[str, Any] = {
        "result": right.plain_result(result),
        "sentence": told_result(held, ballot, result),
        "reason": reason,
        "revision": len(ballot.results) + 1,
    }
    columns = {"ballot_id": ballot.id, "casting_choice": casting, "proclaimed_at": now}
    session.execute(insert(StoredResult).values(proclaimed | columns))
    details = proclaimed | {
        "item": str(ballot.item_id),
        "ballot": str(ballot.id),
        "proclaimed_at": plain(now),
        "before": ballot.sentence,
        "casting": casting.value if casting else None,
    }
    journaled = details | dict(told)
    registry.journal(session, "ballot.corrected", "meeting", ballot.meeting_id, journaled)
