"""Writes of what is known of partners, each with its journal line, in an open transaction."""

from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Table, delete, insert, update
from sqlalchemy.orm import Session

from alize_desktop.models.records.partners import (
    PartnerConflict,
    PartnerProfile,
    SkillCategory,
    SkillOffer,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.base import Base
from alize_desktop.models.tables.partners import (
    StoredPartnerConflict,
    StoredPartnerProfile,
    StoredSkillCategory,
    StoredSkillOffer,
)
from alize_desktop.services.plain import plain, plain_map

_LISTS: Final = ("correspondents", "absences", "aliases")
"""Columns of JSON."""


def write_profile(
    registry: Registry, session: Session, partner_id: UUID, profile: PartnerProfile
) -> None:
    """Write the profile of a partner, the first one or another."""
    columns = _columns(StoredPartnerProfile, profile, partner_id=partner_id)
    table = StoredPartnerProfile
    if profile.revision == 1:
        session.execute(insert(table).values(columns))
    else:
        session.execute(update(table).where(table.partner_id == partner_id).values(columns))
    registry.journal(session, "partner.profiled", "partner", partner_id, plain_map(profile))


def write_offer(registry: Registry, session: Session, offer: SkillOffer, *, is_new: bool) -> None:
    """Write an offer, new or changed."""
    _write(session, StoredSkillOffer, offer, is_new=is_new)
    registry.journal(session, "offer.saved", "skill_offer", offer.id, plain_map(offer))


def delete_offer(registry: Registry, session: Session, offer: SkillOffer) -> None:
    """Take an offer away; the journal keeps what it was."""
    session.execute(delete(StoredSkillOffer).where(StoredSkillOffer.id == offer.id))
    registry.journal(session, "offer.removed", "skill_offer", offer.id, plain_map(offer))


def write_conflict(
    registry: Registry, session: Session, conflict: PartnerConflict, *, is_new: bool
) -> None:
    """Write a conflict, new or changed."""
    _write(session, StoredPartnerConflict, conflict, is_new=is_new)
    details = plain_map(conflict)
    registry.journal(session, "conflict.saved", "partner_conflict", conflict.id, details)


def delete_conflict(registry: Registry, session: Session, conflict: PartnerConflict) -> None:
    """Take a conflict away; the journal keeps what it was."""
    table = StoredPartnerConflict
    session.execute(delete(table).where(table.id == conflict.id))
    details = plain_map(conflict)
    registry.journal(session, "conflict.removed", "partner_conflict", conflict.id, details)


def write_category(
    registry: Registry, session: Session, category: SkillCategory, *, is_new: bool
) -> None:
    """Write a category, new or changed."""
    _write(session, StoredSkillCategory, category, is_new=is_new)
    details = plain_map(category)
    registry.journal(session, "category.saved", "skill_category", category.id, details)


def _write(session: Session, stored: type[Base], record: Any, *, is_new: bool) -> None:  # noqa: ANN401 - any of the records above
    columns = _columns(stored, record)
    table = _table(stored)
    if is_new:
        session.execute(insert(table).values(columns))
    else:
        session.execute(update(table).where(table.c.id == record.id).values(columns))


def _columns(stored: type[Base], record: object, **more: object) -> dict[str, Any]:
    names = (each.name for each in _table(stored).columns if each.name not in more)
    told = {name: getattr(record, name) for name in names}
    lists = {name: plain(told[name]) for name in _LISTS if name in told}
    return told | lists | more


def _table(stored: type[Base]) -> Table:
    return cast("Table", stored.__table__)
