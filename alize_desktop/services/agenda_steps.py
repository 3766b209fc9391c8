"""Where an agenda item stands, as meetings, ballots and decisions move it."""

from typing import Final
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.tables.meetings import StoredItem

UNDER_WAY: Final = frozenset(
    {ItemStep.PRESENTED, ItemStep.BALLOT_OPEN, ItemStep.BALLOT_CLOSED, ItemStep.PROCLAIMED}
)
"""Steps of the dossier under examination: one item at most is in one of them."""


def set_step(session: Session, item_id: UUID, step: ItemStep, **columns: object) -> None:
    """Write where an agenda item stands."""
    session.execute(update(StoredItem).where(StoredItem.id == item_id).values(step=step, **columns))
