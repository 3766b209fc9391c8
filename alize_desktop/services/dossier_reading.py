"""Dossiers read back from the file, for every service that needs one."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.services.dossier_mapping import to_sheet

_SHEETS: Final = select(StoredDossier.__table__).where(
    StoredDossier.id.in_(bindparam("dossiers", expanding=True))
)


def read_dossier(session: Session, dossier_id: UUID) -> RowMapping:
    """Return every column of a dossier, and ``meeting_number``.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """
    statement = (
        select(StoredDossier.__table__, StoredMeeting.number.label("meeting_number"))
        .outerjoin(StoredMeeting, StoredMeeting.id == StoredDossier.meeting_id)
        .where(StoredDossier.id == dossier_id)
    )
    found = session.execute(statement).mappings().one_or_none()
    if found is None:
        raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number=str(dossier_id))
    return found


def read_sheets(session: Session, dossier_ids: Collection[UUID]) -> dict[UUID, DossierSheet]:
    """Return the sheets of dossiers, as they stand, by dossier."""
    found = session.execute(_SHEETS, {"dossiers": list(dossier_ids)})
    return {row["id"]: to_sheet(row) for row in found.mappings()}
