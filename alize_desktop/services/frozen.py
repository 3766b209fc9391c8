"""What was true at one instant, read back from the journal that proves it.

The roll at the closing of a meeting, its quorum, the dossier that the committee
saw when it decided: members and dossiers change afterwards, the minutes do not.
"""

import json
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.people import Member
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.services.plain import plain
from alize_desktop.services.restored import restored

CLOSED = "meeting.closed"
"""Journal action that keeps the members of a meeting."""

QUORUM = "meeting.quorum_established"
"""Journal action that keeps the quorum of a meeting."""

DECIDED = "decision.recorded"
"""Journal action that keeps the dossier as the committee saw it."""


def roster_details(members: Collection[Member]) -> dict[str, object]:
    """Return the details that keep the members of a meeting."""
    return {"members": plain(tuple(members))}


def roster_of(session: Session, meeting_id: UUID) -> tuple[Member, ...] | None:
    """Return the members of a meeting as they were at its last closing, None before."""
    found = _details(session, CLOSED, (meeting_id,))
    return tuple(restored(Member, each) for each in found[-1]["members"]) if found else None


def quorum_of(session: Session, meeting_id: UUID) -> QuorumState | None:
    """Return the quorum of a meeting when it was recorded, None before."""
    found = _details(session, QUORUM, (meeting_id,))
    return restored(QuorumState, found[0]["quorum"]) if found else None


def sheets_of(session: Session, dossier_ids: Collection[UUID]) -> dict[UUID, DossierSheet]:
    """Return dossiers as they were when decided, by agenda item."""
    return {
        UUID(each["item"]): restored(DossierSheet, each["sheet"])
        for each in _details(session, DECIDED, dossier_ids)
    }


def _details(session: Session, action: str, subjects: Collection[UUID]) -> list[Any]:
    statement = (
        select(StoredLine.details)
        .where(StoredLine.subject_id.in_(subjects), StoredLine.action == action)
        .order_by(StoredLine.sequence)
    )
    return [json.loads(each) for each in session.scalars(statement)]
