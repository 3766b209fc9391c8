"""Lines of dossiers read in a transaction of another service, as the list shows them."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, join, literal_column, select, text
from sqlalchemy.orm import Session

from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.services.dossier_rows import COLUMNS, order_of, to_rows

_JOINED: Final = join(
    StoredDossier, StoredMeeting, StoredMeeting.id == StoredDossier.meeting_id, isouter=True
)


def rows_where(session: Session, *conditions: ColumnElement[bool]) -> tuple[DossierRow, ...]:
    """Return the rows that meet SQL conditions, by number."""
    columns: list[ColumnElement[Any]] = [literal_column(each) for each in COLUMNS]
    statement: Select[Any] = select(*columns).select_from(_JOINED).where(*conditions)
    order = text(order_of("number", descending=False))
    return to_rows(session.execute(statement.order_by(order)), "number", descending=False)
