"""Many rows of one table written in one statement."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from alize_desktop.models.tables.base import Base


def insert_rows(session: Session, kind: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Write rows in their order; nothing when there is none.

    Args:
        session: A transaction that writes.
        kind: Class of the table.
        rows: Values by column, the same columns in each.
    """
    if rows:
        session.execute(insert(cast("Table", kind.__table__)), rows)
