"""Ballots, who may vote in them, votes, counts and results: append-only ledgers.

A correction never updates a row. It inserts a new one with the next
``revision``; what holds is the highest revision. A vote without a choice takes
the answer back, a voter that is not entitled has left or stepped aside while the
ballot was open. What was said in the room can always be shown, and a crash loses
at most the vote being written.
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
from alize_desktop.models.values import Money

_PAPERS = ("blank", "void")


class StoredBallot(Base):
    """One ballot on one agenda item, and all that its result is reckoned with.

    What is reckoned with follows the room while the ballot is open and is frozen
    by its closing. A closed ballot may be opened again until it is proclaimed.

    Attributes:
        meeting_id: Meeting of the item: one ballot at most is open in it.
        number: From 1 in the item: a counter-proposal is a further ballot.
        motion: What is asked, when it is not the dossier as filed.
        motion_amount: Advance that the motion proposes.
        answers_ballot_id: Rejected ballot that this one answers.
        abandoned_at: When it was given up, without a result.
        abandon_reason: Why.
        majority: Majority it is held under: a JSON map.
        quorum_required: Smallest number that reaches the quorum.
        quorum_counted: Members counted.
        quorum_recused: Seats in office that are recused.
        in_office: Members in office.
        voices_in_office: Their voices, exact.
        presiding_member_id: Who presides this dossier, the casting vote included.
        recused: Recusals that hold: a JSON list of maps, with the member, the
            reason and the instant.
    """

    __tablename__ = "ballot"
    __table_args__ = (
        UniqueConstraint("item_id", "number"),
        CheckConstraint("number >= 1", name="number_positive"),
        CheckConstraint("motion_amount IS NULL OR motion_amount >= 0", name="motion_not_negative"),
        Index("uq_ballot_open", "meeting_id", unique=True, sqlite_where=text("closed_at IS NULL")),
        CheckConstraint("closed_at IS NOT NULL OR proclaimed_at IS NULL", name="closed_first"),
        CheckConstraint(
            "abandoned_at IS NULL OR (closed_at IS NOT NULL AND proclaimed_at IS NULL)",
            name="abandoned_without_result",
        ),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    item_id: Mapped[UUID] = mapped_column(reference("agenda_item.id"))
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    number: Mapped[int] = mapped_column(default=1)
    form: Mapped[BallotForm] = one_of(BallotForm, "form")
    motion: Mapped[str] = mapped_column(default="")
    motion_amount: Mapped[Money | None]
    answers_ballot_id: Mapped[UUID | None] = mapped_column(reference("ballot.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    proclaimed_at: Mapped[datetime | None]
    abandoned_at: Mapped[datetime | None]
    abandon_reason: Mapped[str] = mapped_column(default="")
    majority: Mapped[dict[str, Any]] = mapped_column(JsonType)
    quorum_required: Mapped[int]
    quorum_counted: Mapped[int]
    quorum_recused: Mapped[int] = mapped_column(default=0)
    in_office: Mapped[int]
    voices_in_office: Mapped[Decimal] = mapped_column(WeightType)
    presiding_member_id: Mapped[UUID] = mapped_column(reference("member.id"))
    recused: Mapped[list[dict[str, Any]]] = mapped_column(JsonType, default=list)


class StoredVoter(Base):
    """Whether a member may vote in a ballot. Never changed, never deleted.

    Attributes:
        revision: 1 at the opening, then one more each time somebody comes, leaves
            or steps aside while the ballot is open.
        is_entitled: Whether the member votes from then on.
        holder_id: Member who answers for this one, None for oneself.
        weight: Voices, exact.
    """

    __tablename__ = "ballot_voter"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_positive"), STRICT)

    ballot_id: Mapped[UUID] = mapped_column(reference("ballot.id"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(reference("member.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, default=1)
    is_entitled: Mapped[bool] = mapped_column(default=True)
    holder_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    weight: Mapped[Decimal] = mapped_column(WeightType)


class StoredVote(Base):
    """One answer of one member. Never changed, never deleted.

    Attributes:
        revision: 1 for the first answer, then one more per correction.
        choice: None when the answer is taken back.
        cast_at: Taken from the injected clock.
        reason: Why it is corrected after the proclamation; empty before.
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
    reason: Mapped[str] = mapped_column(default="")


class StoredCount(Base):
    """What was counted in a ballot without names. Never changed, never deleted.

    Attributes:
        revision: 1 for the first count, then one more per correction.
        found: Papers found in the urn; None in a show of hands.
        blank: Blank papers, counted in the abstentions.
        void: Void papers, which take no part.
        scrutineers: Full names, a JSON list.
        reason: Why it is corrected after the proclamation; empty before.
    """

    __tablename__ = "ballot_count"
    __table_args__ = (
        UniqueConstraint("ballot_id", "revision"),
        CheckConstraint("revision >= 1", name="revision_positive"),
        *(CheckConstraint(f"{each} >= 0", name=f"{each}_not_negative") for each in _PAPERS),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    ballot_id: Mapped[UUID] = mapped_column(reference("ballot.id"))
    revision: Mapped[int]
    votes_for: Mapped[Decimal] = mapped_column(WeightType)
    votes_against: Mapped[Decimal] = mapped_column(WeightType)
    abstentions: Mapped[Decimal] = mapped_column(WeightType)
    not_participating: Mapped[Decimal] = mapped_column(WeightType)
    found: Mapped[int | None]
    blank: Mapped[int] = mapped_column(default=0)
    void: Mapped[int] = mapped_column(default=0)
    scrutineers: Mapped[list[str]] = mapped_column(JsonType, default=list)
    counted_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")


class StoredResult(Base):
    """What was proclaimed. Never changed, never deleted.

    Attributes:
        revision: 1 for the proclamation, then one more per correction.
        result: The counts and all that they came to: a JSON map.
        sentence: The result in French.
        casting_choice: How the presiding member settled a tie, None otherwise.
        reason: Why it was corrected; empty for the proclamation.
    """

    __tablename__ = "ballot_result"
    __table_args__ = (
        UniqueConstraint("ballot_id", "revision"),
        CheckConstraint("revision >= 1", name="revision_positive"),
        CheckConstraint("(revision = 1) = (reason = '')", name="corrections_say_why"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    ballot_id: Mapped[UUID] = mapped_column(reference("ballot.id"))
    revision: Mapped[int]
    result: Mapped[dict[str, Any]] = mapped_column(JsonType)
    sentence: Mapped[str]
    casting_choice: Mapped[VoteChoice | None] = one_of(VoteChoice, "casting_choice")
    proclaimed_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
