"""One vote written: the shortest path of the program.

One statement reads what must be true, two write the vote and its journal line.
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, func, insert, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredBallot, StoredVote, StoredVoter

CAST: Final = "vote.cast"
"""What the journal calls an answer given or taken back; its subject is the ballot."""

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
        StoredBallot.form,
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


def entitlement(session: Session, item_id: UUID, member_id: UUID) -> Row[Any] | None:
    """Return what a vote asks of the open ballot of a point, None without one.

    The row has ``id``, ``meeting_id`` and ``form`` of the ballot; ``is_entitled``;
    ``revision``, the answers given or taken back so far.
    """
    return session.connection().execute(_ENTITLED, {"item": item_id, "member": member_id}).first()


def write_vote(
    registry: Registry,
    session: Session,
    ballot_id: UUID,
    member_id: UUID,
    revision: int,
    choice: VoteChoice | None,
) -> None:
    """Write an answer, or take it back when ``choice`` is None, with its journal line."""
    session.connection().execute(
        _VOTE,
        {
            "ballot_id": ballot_id,
            "member_id": member_id,
            "revision": revision,
            "choice": choice,
            "cast_at": registry.instant(session),
        },
    )
    details: dict[str, object] = {
        "member": str(member_id),
        "revision": revision,
        "choice": choice.value if choice else None,
    }
    registry.journal(session, CAST, "ballot", ballot_id, details)
