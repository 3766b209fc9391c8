"""A ballot as the file holds it: its electorate, its answers, its frozen quorum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.tables.ballots import (
    StoredBallot,
    StoredCount,
    StoredResult,
    StoredVote,
    StoredVoter,
)
from alize_desktop.models.values import Money
from alize_desktop.rules.voices import tidy
from alize_desktop.services.restored import restored
from alize_desktop.services.whereabouts import Recusal

_BALLOT: Final = (
    StoredBallot.id,
    StoredBallot.item_id,
    StoredBallot.meeting_id,
    StoredBallot.number,
    StoredBallot.form,
    StoredBallot.motion,
    StoredBallot.motion_amount,
    StoredBallot.answers_ballot_id,
    StoredBallot.opened_at,
    StoredBallot.closed_at,
    StoredBallot.proclaimed_at,
    StoredBallot.majority,
    StoredBallot.quorum_required,
    StoredBallot.quorum_counted,
    StoredBallot.quorum_recused,
    StoredBallot.in_office,
    StoredBallot.voices_in_office,
    StoredBallot.presiding_member_id,
    StoredBallot.recused,
)


@dataclass(frozen=True, slots=True)
class FrozenVoter:
    """Somebody entitled to vote, as the file holds it.

    Attributes:
        revision: Answers given or taken back so far, >= 0.
        choice: Answer that holds, None when there is none.
    """

    member_id: UUID
    holder_id: UUID | None
    weight: Decimal
    revision: int = 0
    choice: VoteChoice | None = None


@dataclass(frozen=True, slots=True)
class HeldResult:
    """One proclamation or correction, as the file holds it.

    Attributes:
        result: In plain values.
        reason: Why it was corrected; empty for the proclamation.
    """

    result: dict[str, Any]
    sentence: str
    casting_choice: VoteChoice | None
    proclaimed_at: datetime
    reason: str

    @property
    def recused(self) -> frozenset[UUID]:
        """Who had stepped aside since the closing, as far as it knew."""
        return frozenset(UUID(each) for each in self.result.get("recused", ()))


@dataclass(frozen=True, slots=True)
class HeldBallot:
    """A ballot read back, with all that its result is reckoned with.

    Members change office, weight or alternate afterwards; nothing here does.

    Attributes:
        majority: Majority it is held under.
        presiding_member_id: Who presides the dossier.
        recused: Recusals that hold in it.
        results: What was proclaimed, then each correction; empty before.
        count: What was last counted, in a ballot without names; None while nothing is.
    """

    id: UUID
    item_id: UUID
    meeting_id: UUID
    number: int
    form: BallotForm
    motion: str
    motion_amount: Money | None
    answers_ballot_id: UUID | None
    opened_at: datetime
    closed_at: datetime | None
    proclaimed_at: datetime | None
    majority: Majority
    quorum_required: int
    quorum_counted: int
    quorum_recused: int
    in_office: int
    voices_in_office: Decimal
    presiding_member_id: UUID
    recused: tuple[Recusal, ...]
    voters: tuple[FrozenVoter, ...]
    results: tuple[HeldResult, ...] = ()
    count: CountProtocol | None = None
    casting_choice: VoteChoice | None = None

    @property
    def result(self) -> dict[str, Any] | None:
        """What holds as proclaimed, in plain values; None before."""
        return self.results[-1].result if self.results else None

    @property
    def sentence(self) -> str:
        """The proclaimed result in French, empty before."""
        return self.results[-1].sentence if self.results else ""

    @property
    def votes(self) -> Mapping[UUID, VoteChoice]:
        """Answer that holds of each voter who has one."""
        return {each.member_id: each.choice for each in self.voters if each.choice is not None}

    @property
    def missing(self) -> int:
        """Voters who have not answered."""
        return sum(each.choice is None for each in self.voters)


def read_ballot(session: Session, item_id: UUID) -> HeldBallot | None:
    """Return the last ballot of an agenda item that was not given up, None without one."""
    found = _ballots(session, StoredBallot.item_id == item_id).get(item_id)
    return found[-1] if found else None


def ballots_of_item(session: Session, item_id: UUID) -> tuple[HeldBallot, ...]:
    """Return the ballots of an agenda item that were not given up, by number."""
    return _ballots(session, StoredBallot.item_id == item_id).get(item_id, ())


def ballots_of(session: Session, meeting_id: UUID) -> dict[UUID, tuple[HeldBallot, ...]]:
    """Return the ballots of a meeting by agenda item, each by number, given up ones left out."""
    return _ballots(session, StoredBallot.meeting_id == meeting_id)


def _ballots(
    session: Session, condition: ColumnElement[bool]
) -> dict[UUID, tuple[HeldBallot, ...]]:
    kept = condition & StoredBallot.abandoned_at.is_(None)
    voters, results = _voters(session, kept), _results(session, kept)
    counts = _counts(session, kept)
    found: dict[UUID, tuple[HeldBallot, ...]] = {}
    statement = select(*_BALLOT).where(kept).order_by(StoredBallot.number)
    for row in session.execute(statement).mappings():
        of_ballot = tuple(results.get(row["id"], ()))
        frozen: dict[str, Any] = {
            **row,
            "majority": restored(Majority, row["majority"]),
            "recused": tuple(restored(Recusal, each) for each in row["recused"]),
            "results": of_ballot,
            "casting_choice": of_ballot[-1].casting_choice if of_ballot else None,
            "count": counts.get(row["id"]),
        }
        made = HeldBallot(**frozen, voters=tuple(voters.get(row["id"], ())))
        found[row["item_id"]] = (*found.get(row["item_id"], ()), made)
    return found


def _results(session: Session, condition: ColumnElement[bool]) -> dict[UUID, list[HeldResult]]:
    statement = (
        select(
            StoredResult.ballot_id,
            StoredResult.result,
            StoredResult.sentence,
            StoredResult.casting_choice,
            StoredResult.proclaimed_at,
            StoredResult.reason,
        )
        .join(StoredBallot, StoredBallot.id == StoredResult.ballot_id)
        .where(condition)
        .order_by(StoredResult.sequence)
    )
    found: dict[UUID, list[HeldResult]] = {}
    for ballot_id, *rest in session.execute(statement):
        found.setdefault(ballot_id, []).append(HeldResult(*rest))
    return found


def _counts(session: Session, condition: ColumnElement[bool]) -> dict[UUID, CountProtocol]:
    statement = (
        select(StoredCount.__table__)
        .join(StoredBallot, StoredBallot.id == StoredCount.ballot_id)
        .where(condition)
        .order_by(StoredCount.sequence)
    )
    last = {each.ballot_id: _protocol(each) for each in session.execute(statement)}
    return {ballot: protocol for ballot, protocol in last.items() if protocol.counts.total}


def _protocol(row: Row[Any]) -> CountProtocol:
    voices = (row.votes_for, row.votes_against, row.abstentions, row.not_participating)
    return CountProtocol(
        counts=Counts(*(tidy(Fraction(each)) for each in voices)),
        found=row.found,
        blank=row.blank,
        void=row.void,
        scrutineers=tuple(row.scrutineers),
    )


def _voters(session: Session, condition: ColumnElement[bool]) -> dict[UUID, list[FrozenVoter]]:
    last_vote = (
        select(
            StoredVote.ballot_id,
            StoredVote.member_id,
            func.max(StoredVote.revision).label("revision"),
        )
        .join(StoredBallot, StoredBallot.id == StoredVote.ballot_id)
        .where(condition)
        .group_by(StoredVote.ballot_id, StoredVote.member_id)
        .subquery()
    )
    statement = (
        select(
            StoredVoter.ballot_id,
            StoredVoter.member_id,
            StoredVoter.holder_id,
            StoredVoter.weight,
            func.coalesce(last_vote.c.revision, 0),
            StoredVote.choice,
        )
        .join(StoredBallot, StoredBallot.id == StoredVoter.ballot_id)
        .outerjoin(
            last_vote,
            (last_vote.c.ballot_id == StoredVoter.ballot_id)
            & (last_vote.c.member_id == StoredVoter.member_id),
        )
        .outerjoin(
            StoredVote,
            (StoredVote.ballot_id == StoredVoter.ballot_id)
            & (StoredVote.member_id == StoredVoter.member_id)
            & (StoredVote.revision == last_vote.c.revision),
        )
        .where(condition, StoredVoter.is_entitled, ~_followed())
        .order_by(StoredVoter.member_id)
    )
    found: dict[UUID, list[FrozenVoter]] = {}
    for ballot_id, *rest in session.execute(statement):
        found.setdefault(ballot_id, []).append(FrozenVoter(*rest))
    return found


def _followed() -> ColumnElement[bool]:
    """Whether a later revision says something else of the same voter."""
    later = aliased(StoredVoter)
    return (
        select(later.revision)
        .where(
            later.ballot_id == StoredVoter.ballot_id,
            later.member_id == StoredVoter.member_id,
            later.revision > StoredVoter.revision,
        )
        .exists()
    )
