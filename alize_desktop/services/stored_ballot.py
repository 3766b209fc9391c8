"""A ballot as the file holds it: its electorate, its answers, its frozen quorum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.tables.ballots import StoredBallot, StoredVote, StoredVoter

_BALLOT: Final = (
    StoredBallot.id,
    StoredBallot.form,
    StoredBallot.opened_at,
    StoredBallot.closed_at,
    StoredBallot.proclaimed_at,
    StoredBallot.quorum_required,
    StoredBallot.quorum_counted,
    StoredBallot.in_office,
    StoredBallot.casting_choice,
    StoredBallot.sentence,
)


@dataclass(frozen=True, slots=True)
class FrozenVoter:
    """Somebody entitled to vote, as written when the ballot opened."""

    member_id: UUID
    holder_id: UUID | None
    weight: Decimal


@dataclass(frozen=True, slots=True)
class HeldBallot:
    """A ballot read back.

    Attributes:
        votes: Last answer of each voter who has one; answers taken back are out.
    """

    id: UUID
    form: BallotForm
    opened_at: datetime
    closed_at: datetime | None
    proclaimed_at: datetime | None
    quorum_required: int
    quorum_counted: int
    in_office: int
    casting_choice: VoteChoice | None
    sentence: str
    voters: tuple[FrozenVoter, ...]
    votes: Mapping[UUID, VoteChoice]

    @property
    def missing(self) -> int:
        """Voters who have not answered."""
        return len(self.voters) - len(self.votes)


def read_ballot(session: Session, item_id: UUID) -> HeldBallot | None:
    """Return the ballot of an agenda item, None when none was opened."""
    row = session.execute(select(*_BALLOT).where(StoredBallot.item_id == item_id)).one_or_none()
    if row is None:
        return None
    rest: list[Any] = [*row, _voters(session, row.id), _answers(session, row.id)]
    return HeldBallot(*rest)


def _voters(session: Session, ballot_id: UUID) -> tuple[FrozenVoter, ...]:
    statement = (
        select(StoredVoter.member_id, StoredVoter.holder_id, StoredVoter.weight)
        .where(StoredVoter.ballot_id == ballot_id)
        .order_by(StoredVoter.member_id)
    )
    return tuple(FrozenVoter(*each) for each in session.execute(statement))


def _answers(session: Session, ballot_id: UUID) -> dict[UUID, VoteChoice]:
    last = (
        select(StoredVote.member_id, func.max(StoredVote.revision).label("revision"))
        .where(StoredVote.ballot_id == ballot_id)
        .group_by(StoredVote.member_id)
        .subquery()
    )
    statement = (
        select(StoredVote.member_id, StoredVote.choice)
        .join(
            last,
            (last.c.member_id == StoredVote.member_id) & (last.c.revision == StoredVote.revision),
        )
        .where(StoredVote.ballot_id == ballot_id)
    )
    return {member: choice for member, choice in session.execute(statement) if choice is not None}
