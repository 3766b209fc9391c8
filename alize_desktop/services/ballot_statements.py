"""The statements that read ballots back, made once: a key in the vote grid waits for them."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, Subquery, bindparam, func, select
from sqlalchemy.orm import aliased

from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.tables.ballots import (
    StoredBallot,
    StoredCount,
    StoredResult,
    StoredVote,
    StoredVoter,
)
from alize_desktop.rules.voices import tidy

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
_RESULT: Final = (
    StoredResult.ballot_id,
    StoredResult.result,
    StoredResult.sentence,
    StoredResult.casting_choice,
    StoredResult.proclaimed_at,
    StoredResult.reason,
)


@dataclass(frozen=True, slots=True)
class BallotStatements:
    """What reads the ballots of one subject, named ``subject``, given up ones left out.

    Attributes:
        ballots: The ballots, by number.
        voters: Who is entitled, with the answer that holds.
        results: What was proclaimed and corrected, in order.
        counts: What was counted, in order.
    """

    ballots: Select[Any]
    voters: Select[Any]
    results: Select[Any]
    counts: Select[Any]


def protocol_of(row: Row[Any]) -> CountProtocol:
    """Return what a row of the counts says."""
    voices = (row.votes_for, row.votes_against, row.abstentions, row.not_participating)
    return CountProtocol(
        counts=Counts(*(tidy(Fraction(each)) for each in voices)),
        found=row.found,
        blank=row.blank,
        void=row.void,
        scrutineers=tuple(row.scrutineers),
    )


def _statements(condition: ColumnElement[bool]) -> BallotStatements:
    kept = condition & StoredBallot.abandoned_at.is_(None)
    return BallotStatements(
        ballots=select(*_BALLOT).where(kept).order_by(StoredBallot.number),
        voters=_voters(kept),
        results=select(*_RESULT)
        .join(StoredBallot, StoredBallot.id == StoredResult.ballot_id)
        .where(kept)
        .order_by(StoredResult.sequence),
        counts=select(StoredCount.__table__)
        .join(StoredBallot, StoredBallot.id == StoredCount.ballot_id)
        .where(kept)
        .order_by(StoredCount.sequence),
    )


def _last_votes(condition: ColumnElement[bool]) -> Subquery:
    return (
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


def _voters(condition: ColumnElement[bool]) -> Select[Any]:
    last_vote = _last_votes(condition)
    later = aliased(StoredVoter)
    is_followed = select(later.revision).where(
        later.ballot_id == StoredVoter.ballot_id,
        later.member_id == StoredVoter.member_id,
        later.revision > StoredVoter.revision,
    )
    voter: tuple[Any, ...] = (
        StoredVoter.ballot_id,
        StoredVoter.member_id,
        StoredVoter.holder_id,
        StoredVoter.weight,
        func.coalesce(last_vote.c.revision, 0),
        StoredVote.choice,
    )
    return (
        select(*voter)
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
        .where(condition, StoredVoter.is_entitled, ~is_followed.exists())
        .order_by(StoredVoter.member_id)
    )


_SUBJECT: Final = bindparam("subject", type_=StoredBallot.id.type)
"""Typed here: what a column refers to may not be known yet."""

OF_ITEM: Final = _statements(StoredBallot.item_id == _SUBJECT)
"""Those of an agenda item."""

OF_MEETING: Final = _statements(StoredBallot.meeting_id == _SUBJECT)
"""Those of a meeting."""
