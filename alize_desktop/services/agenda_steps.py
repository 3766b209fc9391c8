"""Where an agenda item stands, as meetings, ballots and decisions move it."""

from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemStep
from alize_desktop.models.tables.meetings import StoredItem

UNDER_WAY: Final = frozenset(
    {ItemStep.PRESENTED, ItemStep.BALLOT_OPEN, ItemStep.BALLOT_CLOSED, ItemStep.PROCLAIMED}
)
"""Steps of the dossier under examination: one item at most is in one of them."""

_SEEN: Final = UNDER_WAY - {ItemStep.PRESENTED}
"""Steps from the opening of the ballot to the decision."""


def set_step(session: Session, item_id: UUID, step: ItemStep, **columns: object) -> None:
    """Write where an agenda item stands."""
    session.execute(update(StoredItem).where(StoredItem.id == item_id).values(step=step, **columns))


def check_not_being_voted(session: Session, dossier_id: UUID, number: str) -> None:
    """Refuse to touch what a committee is voting on, until it has decided.

    Raises:
        UserError: ``DOSSIER_BEING_VOTED``.
    """
    seen = select(StoredItem.id).where(
        StoredItem.dossier_id == dossier_id, StoredItem.step.in_(_SEEN)
    )
    if session.scalar(seen.limit(1)) is not None:
        raise UserError(ErrorCode.DOSSIER_BEING_VOTED, number=number)
