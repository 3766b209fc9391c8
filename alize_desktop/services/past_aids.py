"""De minimis aid that companies declared, as it stands or as it stood."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.models.records.state_aid import PastAid
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.aid import StoredPastAid
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.services.plain import plain_map
from alize_desktop.services.restored import restored

SAVED: Final = "past_aid.saved"
REMOVED: Final = "past_aid.removed"
"""Journal actions that tell every declared aid."""


def read_past_aids(
    session: Session, sirens: Collection[str], until: datetime | None = None
) -> dict[str, tuple[PastAid, ...]]:
    """Return the aid that companies declared, oldest first, by SIREN.

    Args:
        session: Only read.
        sirens: Of the companies; one that declared nothing is not in the answer.
        until: Instant at which they are told; as they stand when None.
    """
    wanted = {each for each in sirens if each}
    if not wanted:
        return {}
    found = _as_they_stand(session, wanted) if until is None else _as_they_stood(session, until)
    by_siren: dict[str, tuple[PastAid, ...]] = {}
    for each in sorted(found, key=lambda aid: (aid.granted_on, aid.id)):
        if each.siren in wanted:
            by_siren[each.siren] = (*by_siren.get(each.siren, ()), each)
    return by_siren


def read_past_aid(session: Session, aid_id: UUID) -> PastAid | None:
    """Return a declared aid, None when it is not there."""
    row = session.execute(_ALL.where(StoredPastAid.id == aid_id)).mappings().one_or_none()
    return PastAid(**row) if row else None


def write_past_aid(registry: Registry, session: Session, aid: PastAid) -> None:
    """Write a declared aid, new or changed, and its journal line."""
    columns: dict[str, Any] = {name: getattr(aid, name) for name in _COLUMNS}
    if read_past_aid(session, aid.id) is None:
        session.execute(insert(StoredPastAid).values(columns))
    else:
        session.execute(update(StoredPastAid).where(StoredPastAid.id == aid.id).values(columns))
    registry.journal(session, SAVED, "past_aid", aid.id, plain_map(aid))


def delete_past_aid(registry: Registry, session: Session, aid: PastAid) -> None:
    """Take a declared aid away; the journal keeps what it was."""
    session.execute(delete(StoredPastAid).where(StoredPastAid.id == aid.id))
    registry.journal(session, REMOVED, "past_aid", aid.id, plain_map(aid))


_ALL: Final = select(StoredPastAid.__table__)
_COLUMNS: Final = tuple(each.name for each in StoredPastAid.__table__.columns)


def _as_they_stand(session: Session, sirens: Collection[str]) -> list[PastAid]:
    statement = _ALL.where(StoredPastAid.siren.in_(sirens))
    return [PastAid(**row) for row in session.execute(statement).mappings()]


def _as_they_stood(session: Session, until: datetime) -> list[PastAid]:
    """Return the declared aids that the journal told by then."""
    statement = (
        select(StoredLine.action, StoredLine.at, StoredLine.details)
        .where(StoredLine.action.in_((SAVED, REMOVED)))
        .order_by(StoredLine.sequence)
    )
    found: dict[UUID, PastAid] = {}
    for action, at, details in session.execute(statement):
        if datetime.fromisoformat(at) <= until:
            aid = restored(PastAid, json.loads(details))
            found.pop(aid.id, None)
            if action == SAVED:
                found[aid.id] = aid
    return list(found.values())
