"""A ballot as the file holds it: its electorate, its answers, its frozen quorum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Money
from alize_desktop.services.ballot_statements import (
    OF_ITEM,
    OF_MEETING,
    BallotStatements,
    protocol_of,
)
from alize_desktop.services.restored import restored
from alize_desktop.services.whereabouts import Recusal


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
    found = ballots_of_item(session, item_id)
    return found[-1] if found else None


def ballots_of_item(session: Session, item_id: UUID) -> tuple[HeldBallot, ...]:
    """Return the ballots of an agenda item that were not given up, by number."""
    return _ballots(session, OF_ITEM, item_id).get(item_id, ())


def ballots_of(session: Session, meeting_id: UUID) -> dict[UUID, tuple[HeldBallot, ...]]:
    """Return the ballots of a meeting by agenda item, each by number, given up ones left out."""
    return _ballots(session, OF_MEETING, meeting_id)


def _ballots(
    session: Session, statements: BallotStatements, subject: UUID
) -> dict[UUID, tuple[HeldBallot, ...]]:
    """Return ballots; results and counts are only asked for when there may be some."""
    named = {"subject": subject}
    rows = session.execute(statements.ballots, named).mappings().all()
    voters: dict[UUID, list[FrozenVoter]] = {}
    results: dict[UUID, list[HeldResult]] = {}
    counts: dict[UUID, CountProtocol] = {}
    if rows:
        for ballot_id, *rest in session.execute(statements.voters, named):
            voters.setdefault(ballot_id, []).append(FrozenVoter(*rest))
    if any(each["proclaimed_at"] is not None for each in rows):
        for ballot_id, *rest in session.execute(statements.results, named):
            results.setdefault(ballot_id, []).append(HeldResult(*rest))
    if any(each["form"] is not BallotForm.NAMED for each in rows):
        last = {each.ballot_id: each for each in session.execute(statements.counts, named)}
        protocols = {ballot_id: protocol_of(each) for ballot_id, each in last.items()}
        counts = {ballot_id: each for ballot_id, each in protocols.items() if each.counts.total}
    found: dict[UUID, tuple[HeldBallot, ...]] = {}
    for row in rows:
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
