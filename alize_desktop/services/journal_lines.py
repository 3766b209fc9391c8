"""The journal read back, line by line."""

import json
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.journal import JournalLine
from alize_desktop.models.tables.jobs import StoredJobOpening
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.missions import StoredMission

_NEWEST = 200


def lines_about(session: Session, subject_id: UUID) -> tuple[JournalLine, ...]:
    """Return the newest lines about one subject, newest first, two hundred at most.

    Those of a dossier tell its missions, and the jobs it offers, too.
    """
    openings = select(StoredJobOpening.id).where(StoredJobOpening.dossier_id == subject_id)
    missions = select(StoredMission.id).where(StoredMission.dossier_id == subject_id)
    about = StoredLine.subject_id
    statement = (
        select(StoredLine.__table__)
        .where((about == subject_id) | about.in_(missions) | about.in_(openings))
        .order_by(StoredLine.sequence.desc())
        .limit(_NEWEST)
    )
    return tuple(
        JournalLine(
            sequence=each.sequence,
            at=datetime.fromisoformat(each.at),
            action=each.action,
            subject_kind=each.subject_kind,
            subject_id=each.subject_id,
            details=json.loads(each.details),
            hash=each.hash,
        )
        for each in session.execute(statement)
    )
