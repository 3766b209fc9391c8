"""What minutes take from the journal: their seal, and dossiers and partners as they were."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.services import frozen, papers
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.plain import plain_map
from alize_desktop.services.restored import restored


@dataclass(frozen=True, slots=True)
class Seal:
    """Where the journal stood when a meeting was closed; where it stands before.

    What is journaled afterwards, such as the minutes being written, does not change
    what they say: the same meeting gives the same bytes.

    Attributes:
        head: Hexadecimal hash of the line.
        lines: Lines up to it.
        adjourned: Quorum that was missing when it was closed for want of it, and
            why; empty otherwise.
    """

    head: str
    lines: int
    adjourned: Mapping[str, Any] = field(default_factory=dict)

    @property
    def lost_quorum(self) -> QuorumState | None:
        """The quorum that was missing, None when none was."""
        return restored(QuorumState, self.adjourned["quorum"]) if self.adjourned else None

    @property
    def lost_reason(self) -> str:
        """What the operator said of it."""
        return str(self.adjourned.get("reason", ""))


def seal_of(session: Session, meeting_id: UUID, *, is_over: bool) -> Seal:
    """Return the seal of the minutes of a meeting."""
    closed = session.execute(
        select(StoredLine.hash, StoredLine.sequence, StoredLine.details)
        .where(StoredLine.subject_id == meeting_id, StoredLine.action == frozen.CLOSED)
        .order_by(StoredLine.sequence.desc())
        .limit(1)
    ).one_or_none()
    if closed is None or not is_over:
        return Seal(*papers.journal_head(session))
    return Seal(closed.hash, closed.sequence, json.loads(closed.details).get("adjourned", {}))


def was_urgent(session: Session, meeting_id: UUID) -> bool:
    """Return whether the notice of a meeting was sent in an emergency."""
    return any(each["urgent"] for each in _told(session, "meeting.convened", (meeting_id,)))


def sheets_then(
    session: Session, dossier_ids: Collection[UUID], seal: Seal
) -> dict[UUID, DossierSheet]:
    """Return dossiers as they stood when the journal was sealed, by dossier.

    What was changed in them since is taken back, the last change first.
    """
    found = read_sheets(session, dossier_ids)
    statement = (
        select(StoredLine.subject_id, StoredLine.details)
        .where(
            StoredLine.subject_id.in_(dossier_ids),
            StoredLine.action == "dossier.saved",
            StoredLine.sequence > seal.lines,
        )
        .order_by(StoredLine.sequence.desc())
    )
    for dossier_id, details in session.execute(statement):
        if dossier_id is not None:
            changes = json.loads(details)["changes"]
            found[dossier_id] = _before(found[dossier_id], changes)
    return found


def partners_then(session: Session, partner_ids: Collection[UUID], seal: Seal) -> dict[UUID, str]:
    """Return the names of partners as they stood when the journal was sealed."""
    statement = (
        select(StoredLine.subject_id, StoredLine.details)
        .where(
            StoredLine.subject_id.in_(partner_ids),
            StoredLine.action == "partner.saved",
            StoredLine.sequence <= seal.lines,
        )
        .order_by(StoredLine.sequence)
    )
    return {
        subject: json.loads(details)["partner"]["name"]
        for subject, details in session.execute(statement)
        if subject is not None
    }


def _before(sheet: DossierSheet, changes: Mapping[str, Any]) -> DossierSheet:
    """Return a sheet without some changes: ``[before, after]`` by dotted path."""
    values: dict[str, Any] = plain_map(sheet)
    for path, (old, _new) in changes.items():
        *sections, name = path.split(".")
        target = values
        for each in sections:
            target = target[each]
        target[name] = old
    return restored(DossierSheet, values)


def _told(session: Session, action: str, subjects: Collection[UUID]) -> list[Any]:
    statement = (
        select(StoredLine.details)
        .where(StoredLine.subject_id.in_(subjects), StoredLine.action == action)
        .order_by(StoredLine.sequence)
    )
    return [json.loads(each) for each in session.scalars(statement)]
