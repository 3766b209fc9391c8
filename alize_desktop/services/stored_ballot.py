"""A ballot as the file holds it: its electorate, its answers, its frozen quorum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.tables.ballots import StoredBallot, StoredVote, StoredVoter
from alize_desktop.services.held_meeting import Recusal
from alize_desktop.services.restored import restored

_BALLOT: Final = (
    StoredBallot.id,
    StoredBallot.item_id,
    StoredBallot.meeting_id,
    StoredBallot.form,
    StoredBallot.opened_at,
    StoredBallot.closed_at,
    StoredBallot.proclaimed_at,
    StoredBallot.quorum_required,
    StoredBallot.quorum_counted,
    StoredBallot.quorum_recused,
    StoredBallot.in_office,
    StoredBallot.voices_in_office,
    StoredBallot.presiding_member_id,
    StoredBallot.recused,
    StoredBallot.casting_choice,
    StoredBallot.result,
    StoredBallot.sentence,
)


@dataclass(frozen=True, slots=True)
class FrozenVoter:
    """Somebody entitled to vote, as written when the ballot opened.

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
class HeldBallot:
    """A ballot read back, with all that its result is reckoned with.

    Members change office, weight or alternate afterwards; nothing here does.

    Attributes:
        presiding_member_id: Who presides the dossier.
        recused: Recusals that held when it opened.
        result: What was proclaimed, in plain values; None before.
    """

    id: UUID
    item_id: UUID
    meeting_id: UUID
    form: BallotForm
    opened_at: datetime
    closed_at: datetime | None
    proclaimed_at: datetime | None
    quorum_required: int
    quorum_counted: int
    quorum_recused: int
    in_office: int
    voices_in_office: Decimal
    presiding_member_id: UUID
    recused: tuple[Recusal, ...]
    casting_choice: VoteChoice | None
    result: dict[str, Any] | None
    sentence: str
    voters: tuple[FrozenVoter, ...]

    @property
    def votes(self) -> Mapping[UUID, VoteChoice]:
        """Answer that holds of each voter who has one."""
        return {each.member_id: each.choice for each in self.voters if each.choice is not None}

    @property
    def missing(self) -> int:
        """Voters who have not answered."""
        return sum(each.choice is None for each in self.voters)


def read_ballot(session: Session, item_id: UUID) -> HeldBallot | None:
    """Return the ballot of an agenda item, None when none was opened."""
    return _ballots(session, StoredBallot.item_id == item_id).get(item_id)


def ballots_of(session: Session, meeting_id: UUID) -> dict[UUID, HeldBallot]:
    """Return the ballots of a meeting by agenda item."""
    return _ballots(session, StoredBallot.meeting_id == meeting_id)


def _ballots(session: Session, condition: ColumnElement[bool]) -> dict[UUID, HeldBallot]:
    voters = _voters(session, condition)
    found: dict[UUID, HeldBallot] = {}
    for row in session.execute(select(*_BALLOT).where(condition)).mappings():
        recused = tuple(restored(Recusal, each) for each in row["recused"])
        frozen: dict[str, Any] = {**row, "recused": recused}
        found[row["item_id"]] = HeldBallot(**frozen, voters=tuple(voters.get(row["id"], ())))
    return found


def _voters(session: Session, condition: ColumnElement[bool]) -> dict[UUID, list[FrozenVoter]]:
    last = (
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
            func.coalesce(last.c.revision, 0),
            StoredVote.choice,
        )
        .join(StoredBallot, StoredBallot.id == StoredVoter.ballot_id)
        .outerjoin(
            last,
            (last.c.ballot_id == StoredVoter.ballot_id)
            & (last.c.member_id == StoredVoter.member_id),
        )
        .outerjoin(
            StoredVote,
            (StoredVote.ballot_id == StoredVoter.ballot_id)
            & (StoredVote.member_id == StoredVoter.member_id)
            & (StoredVote.revision == last.c.revision),
        )
        .where(condition)
        .order_by(StoredVoter.member_id)
    )
    found: dict[UUID, list[FrozenVoter]] = {}
    for ballot_id, *rest in session.execute(statement):
        found.setdefault(ballot_id, []).append(FrozenVoter(*rest))
    return found
