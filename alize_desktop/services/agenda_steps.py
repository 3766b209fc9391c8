"""Where an agenda item stands, as meetings, ballots and decisions move it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemKind, ItemStep
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem

UNDER_WAY: Final = frozenset(
    {ItemStep.PRESENTED, ItemStep.BALLOT_OPEN, ItemStep.BALLOT_CLOSED, ItemStep.PROCLAIMED}
)
"""Steps of the point under examination: one item at most is in one of them."""

_SEEN: Final = UNDER_WAY - {ItemStep.PRESENTED}
"""Steps from the opening of the ballot to the decision."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an agenda, as what is done with it asks.

    Attributes:
        number: Number of the dossier, or title of a standing point.
        is_carried_over: Whether a second notice brings it back without quorum.
        source_id: Meeting whose minutes are approved or that is ratified.
    """

    id: UUID
    meeting_id: UUID
    kind: ItemKind
    step: ItemStep
    dossier_id: UUID | None
    number: str
    is_carried_over: bool
    source_id: UUID | None


def read_point(session: Session, item_id: UUID) -> Point:
    """Return a point of an agenda.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    found = session.execute(
        select(
            StoredItem.id,
            StoredItem.meeting_id,
            StoredItem.kind,
            StoredItem.step,
            StoredItem.dossier_id,
            func.coalesce(StoredDossier.number, StoredItem.title),
            StoredItem.is_carried_over,
            StoredItem.source_id,
        )
        .outerjoin(StoredDossier, StoredDossier.id == StoredItem.dossier_id)
        .where(StoredItem.id == item_id)
    ).one_or_none()
    if found is None:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(item_id))
    return Point(*found)


def read_dossier_point(session: Session, item_id: UUID) -> Point:
    """Return a point that is about a dossier.

    Raises:
        UserError: ``MEETING_NOT_FOUND``; ``ITEM_WITHOUT_VOTE`` for a standing point.
    """
    point = read_point(session, item_id)
    if point.kind is not ItemKind.DOSSIER:
        raise UserError(ErrorCode.ITEM_WITHOUT_VOTE, number=point.number)
    return point


def set_step(session: Session, item_id: UUID, step: ItemStep, **columns: object) -> None:
    """Write where an agenda item stands."""
    session.execute(update(StoredItem).where(StoredItem.id == item_id).values(step=step, **columns))


def open_ballot_item(session: Session, meeting_id: UUID) -> UUID | None:
    """Return the point of a meeting whose ballot is open, None when none is."""
    return session.scalar(
        select(StoredItem.id).where(
            StoredItem.meeting_id == meeting_id, StoredItem.step == ItemStep.BALLOT_OPEN
        )
    )


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
