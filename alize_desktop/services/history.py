"""What a dossier was before the registry was kept, read back from the file."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.history import HistoryRecord, HistorySheet
from alize_desktop.models.tables.results import StoredHistoryRecord

_OF_DOSSIER: Final = select(StoredHistoryRecord.__table__).where(
    StoredHistoryRecord.dossier_id == bindparam("dossier")
)


def read_history(session: Session, dossier_id: UUID) -> HistoryRecord | None:
    """Return the end of a dossier that was taken over, None when none was."""
    row = session.execute(_OF_DOSSIER, {"dossier": dossier_id}).one_or_none()
    return None if row is None else _record(row)


def _record(row: Row[Any]) -> HistoryRecord:
    sheet = HistorySheet(
        outcome=row.outcome,
        decided_on=row.decided_on,
        amount=row.amount,
        jobs_created=row.jobs_created,
        days_done=row.days_done,
        partner=row.partner,
    )
    return HistoryRecord(row.id, sheet, row.source, row.recorded_at)
