"""Points written to an agenda or taken off it, and the dossiers that follow them."""

from collections.abc import Collection, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState, ItemKind, ItemStep
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.models.tables.screen import StoredNote, StoredPosition
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services.decision_records import last_of_dossier
from alize_desktop.services.dossiers import set_state

WAITING: Final = (DossierState.COMPLETE, DossierState.DEFERRED)
"""States from which a dossier may go on an agenda."""


def put_on(registry: Registry, session: Session, meeting_id: UUID, dossier_id: UUID) -> None:
    """Let a dossier wait for a meeting. One that was approved may come back to be modified.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``DOSSIER_ON_OTHER_AGENDA``;
            ``DOSSIER_NOT_COMPLETE``; ``ITEM_TWICE`` in the meeting that decided it.
    """
    found = session.execute(
        select(StoredDossier.number, StoredDossier.state, StoredDossier.meeting_id).where(
            StoredDossier.id == dossier_id
        )
    ).one_or_none()
    if found is None:
        raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number=str(dossier_id))
    if _is_decided_in(session, meeting_id, dossier_id):
        raise UserError(ErrorCode.ITEM_TWICE, title=found.number)
    is_approved = found.state is DossierState.DECIDED and _approval_of(session, dossier_id)
    if found.meeting_id is not None and not is_approved:
        raise UserError(ErrorCode.DOSSIER_ON_OTHER_AGENDA, number=found.number)
    if found.state not in WAITING and not is_approved:
        raise UserError(ErrorCode.DOSSIER_NOT_COMPLETE, number=found.number)
    _place(session, dossier_id, meeting_id)
    set_state(registry, session, dossier_id, DossierState.SCHEDULED)


def take_off(registry: Registry, session: Session, dossier_id: UUID, reason: str) -> None:
    """Let a dossier wait for another meeting; one that was approved stays as it was decided."""
    approved_in = _approval_of(session, dossier_id)
    _place(session, dossier_id, approved_in)
    state = DossierState.DECIDED if approved_in else DossierState.COMPLETE
    set_state(registry, session, dossier_id, state, reason)


def _is_decided_in(session: Session, meeting_id: UUID, dossier_id: UUID) -> bool:
    decided = select(StoredItem.id).where(
        StoredItem.meeting_id == meeting_id,
        StoredItem.dossier_id == dossier_id,
        StoredItem.step == ItemStep.DECIDED,
    )
    return session.scalar(decided) is not None


def _approval_of(session: Session, dossier_id: UUID) -> UUID | None:
    """Return the meeting that last approved a dossier, None when none did."""
    found = last_of_dossier(session, dossier_id)
    if found is None or found.decision.draft.outcome not in APPROVALS:
        return None
    return found.meeting_id


def insert_item(
    registry: Registry,
    session: Session,
    meeting_id: UUID,
    *,
    position: int,
    turn: int | None = None,
    **columns: object,
) -> UUID:
    """Write a point of the agenda and return its identifier."""
    item_id = registry.new_id()
    row: dict[str, Any] = {
        "id": item_id,
        "meeting_id": meeting_id,
        "position": position,
        "turn": position if turn is None else turn,
        "step": ItemStep.PENDING,
        **columns,
    }
    session.execute(insert(StoredItem).values(row))
    return item_id


def erase_items(session: Session, item_ids: Collection[UUID]) -> None:
    """Erase points of a meeting in preparation, with what the operator noted about them."""
    session.execute(delete(StoredNote).where(StoredNote.subject_id.in_(item_ids)))
    session.execute(
        update(StoredPosition).where(StoredPosition.item_id.in_(item_ids)).values(item_id=None)
    )
    session.execute(delete(StoredItem).where(StoredItem.id.in_(item_ids)))


def renumber(session: Session, item_ids: Sequence[UUID]) -> None:
    """Give points their numbers of passage, in this order. Nothing is taken out of turn yet."""
    for position, item_id in enumerate(item_ids, start=1):
        session.execute(
            update(StoredItem)
            .where(StoredItem.id == item_id)
            .values(position=position, turn=position)
        )


def tell_agenda(registry: Registry, session: Session, meeting_id: UUID) -> None:
    """Tell the journal the whole agenda, as it stands now."""
    registry.journal(
        session, "meeting.agenda_set", "meeting", meeting_id, agenda_details(session, meeting_id)
    )


def agenda_details(session: Session, meeting_id: UUID) -> dict[str, object]:
    """Return the agenda for the journal, in the order of passage."""
    statement = (
        select(StoredItem.__table__)
        .where(StoredItem.meeting_id == meeting_id)
        .order_by(StoredItem.position)
    )
    points = [_plain(each) for each in session.execute(statement).mappings()]
    dossiers = [each["dossier"] for each in points if each["kind"] == ItemKind.DOSSIER.value]
    return {"dossiers": dossiers, "points": points}


def _plain(item: RowMapping) -> dict[str, Any]:
    return {
        "item": str(item["id"]),
        "position": item["position"],
        "kind": item["kind"].value,
        "dossier": str(item["dossier_id"]) if item["dossier_id"] else None,
        "title": item["title"],
        "source": str(item["source_id"]) if item["source_id"] else None,
        "is_late": item["is_late"],
        "is_carried_over": item["is_carried_over"],
    }


def _place(session: Session, dossier_id: UUID, meeting_id: UUID | None) -> None:
    session.execute(
        update(StoredDossier).where(StoredDossier.id == dossier_id).values(meeting_id=meeting_id)
    )
