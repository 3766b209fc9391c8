"""What is counted in a ballot without names: a new revision each time."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredCount
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services.plain import plain


def write_count(
    registry: Registry,
    session: Session,
    ballot_id: UUID,
    protocol: CountProtocol,
    reason: str = "",
) -> None:
    """Write what was counted; the journal line belongs to the act that counts."""
    last = session.scalar(
        select(func.max(StoredCount.revision)).where(StoredCount.ballot_id == ballot_id)
    )
    counts = protocol.counts
    columns: dict[str, Any] = {
        "ballot_id": ballot_id,
        "revision": (last or 0) + 1,
        "votes_for": exact_decimal(counts.votes_for),
        "votes_against": exact_decimal(counts.votes_against),
        "abstentions": exact_decimal(counts.abstentions),
        "not_participating": exact_decimal(counts.not_participating),
        "found": protocol.found,
        "blank": protocol.blank,
        "void": protocol.void,
        "scrutineers": list(protocol.scrutineers),
        "counted_at": registry.instant(session),
        "reason": reason,
    }
    session.execute(insert(StoredCount).values(columns))


def withdraw_count(registry: Registry, session: Session, ballot_id: UUID) -> None:
    """Take back what was counted: those who voted are not the same any more."""
    nothing = CountProtocol(Counts(0, 0))
    write_count(registry, session, ballot_id, nothing)
    details: dict[str, object] = {"protocol": plain(nothing)}
    registry.journal(session, "ballot.counted", "ballot", ballot_id, details)
