"""Ballots, who may vote in them, and votes: an append-only ledger.

A correction never updates a vote. It inserts a new row with the next
``revision``; the answer of a member is the highest revision, and a revision
without a choice takes the answer back. What was said in the room can always
be shown, and a crash loses at most the vote being written.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import JsonType, WeightType
from alize_desktop.models.tables.vocabulary import one_of


class StoredBallot(Base):
    """One ballot on one agenda item, and all that its result is reckoned with.

    Attributes:
        meeting_id: Meeting of the item: one ballot at most is open in it.
        majority: Majority it is held under: a JSON map.
        quorum_required: Smallest number that reached the quorum at opening.
        quorum_counted: Members counted at opening.
        quorum_recused: Seats in office that were recused at opening.
        in_office: Members in office at opening.
        voices_in_office: Their voices, exact.
        presiding_member_id: Who presides this dossier, the casting vote included.
        recused: Recusals that held at opening: a JSON list of maps, with the
            member, the reason and the instant.
        casting_choice: How the presiding member settled a tie, None otherwise.
        result: Counts frozen at proclamation, a JSON map; None before.
        sentence: The result in French, empty before proclamation.
    """

    __tablename__ = "ballot"
    __table_args__ = (
        Index("uq_ballot_item_id", "item_id", unique=True),
        Index("uq_ballot_open", "meeting_id", unique=True, sqlite_where=text("closed_at IS NULL")),
        CheckConstraint("closed_at IS NOT NULL OR proclaimed_at IS NULL", name="closed_first"),
        CheckConstraint("(proclaimed_at IS NULL) = (result IS NULL)", name="result_frozen"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    item_id: Mapped[UUID] = mapped_column(reference("agenda_item.id"))
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    form: Mapped[BallotForm] = one_of(BallotForm, "form")
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    proclaimed_at: Mapped[datetime | None]
    majority: Mapped[dict[str, Any]] = mapped_column(JsonType)
    quorum_required: Mapped[int]
    quorum_counted: Mapped[int]
    quorum_recused: Mapped[int] = mapped_column(default=0)
    in_office: Mapped[int]
    voices_in_office: Mapped[Decimal] = mapped_column(WeightType)
    presiding_member_id: Mapped[UUID] = mapped_column(reference("member.id"))
    recused: Mapped[list[dict[str, Any]]] = mapped_column(JsonType, default=list)
    casting_choice: Mapped[VoteChoice | None] = one_of(VoteChoice, "casting_choice")
    result: Mapped[dict[str, Any] | None] = mapped_column(JsonType)
    sentence: Mapped[str] = mapped_column(default="")


class StoredVoter(Base):
    """A member entitled to vote in a ballot, frozen at its opening.

    Attributes:
        holder_id: Member who answers for this one, None for oneself.
        weight: Voices, exact.
    """

    __tablename__ = "ballot_voter"
    __table_args__ = (STRICT,)

    ballot_id: Mapped[UUID] = mapped_column(reference("ballot.id"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(reference("member.id"), primary_key=True)
    holder_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    weight: Mapped[Decimal] = mapped_column(WeightType)


class StoredVote(Base):
    """One answer of one member. Never changed, never deleted.

    Attributes:
        revision: 1 for the first answer, then one more per correction.
        choice: None when the answer is taken back.
        cast_at: Taken from the injected clock.
    """

    __tablename__ = "vote"
    __table_args__ = (
        UniqueConstraint("ballot_id", "member_id", "revision"),
        CheckConstraint("revision >= 1", name="revision_positive"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    ballot_id: Mapped[UUID] = mapped_column(reference("ballot.id"))
    member_id: Mapped[UUID] = mapped_column(reference("member.id"))
    revision: Mapped[int]
    choice: Mapped[VoteChoice | None] = one_of(VoteChoice, "choice")
    cast_at: Mapped[datetime]
