"""Partner companies read back: agreements, offers, conflicts, categories, days of a year."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.partners import (
    Absence,
    Correspondent,
    PartnerConflict,
    PartnerDetail,
    PartnerProfile,
    SkillCategory,
    SkillOffer,
)
from alize_desktop.models.records.people import Partner
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.partners import (
    StoredPartnerConflict,
    StoredPartnerProfile,
    StoredSkillCategory,
    StoredSkillOffer,
)
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.skill_categories import unknown_names, usual_categories
from alize_desktop.rules.text import search_key
from alize_desktop.services.partner_days import read_partner_days
from alize_desktop.services.people import read_partners
from alize_desktop.services.restored import restored

NO_PROFILE: Final = PartnerProfile()
"""What is known of a partner whose profile nobody wrote."""

_PROFILES: Final = select(StoredPartnerProfile.__table__)
_OFFERS: Final = select(StoredSkillOffer.__table__)
_CONFLICTS: Final = select(StoredPartnerConflict.__table__)
_CATEGORIES: Final = select(StoredSkillCategory.__table__)
_WRITTEN_NAMES: Final = (
    StoredDossier.skills_category,
    StoredSkillOffer.category,
    StoredDecision.skill_category,
)


def read_details(
    session: Session, year: int, today: date, *, apart_from: UUID | None = None
) -> tuple[PartnerDetail, ...]:
    """Return everything that is known of each partner, by name, with its days of a year.

    See ``partner_days.read_partner_days`` for the arguments.
    """
    profiles, offers = read_profiles(session), read_offers(session)
    conflicts = read_conflicts(session)
    found = read_partner_days(session, year, today, apart_from=apart_from)
    days = {each.partner_id: each for each in found}
    return tuple(
        PartnerDetail(
            partner,
            profiles.get(partner.id, NO_PROFILE),
            offers.get(partner.id, ()),
            conflicts.get(partner.id, ()),
            days[partner.id],
        )
        for partner in read_partners(session)
    )


def read_partner(session: Session, partner_id: UUID) -> Partner:
    """Return a partner company.

    Raises:
        UserError: ``PARTNER_NOT_FOUND``.
    """
    for each in read_partners(session):
        if each.id == partner_id:
            return each
    raise UserError(ErrorCode.PARTNER_NOT_FOUND)


def read_profiles(session: Session) -> dict[UUID, PartnerProfile]:
    """Return the profiles that were written, by partner."""
    return {row["partner_id"]: _profile(row) for row in session.execute(_PROFILES).mappings()}


def read_offers(session: Session) -> dict[UUID, tuple[SkillOffer, ...]]:
    """Return the offers by partner, in the order of their categories."""
    found: dict[UUID, tuple[SkillOffer, ...]] = {}
    offers = [SkillOffer(**row) for row in session.execute(_OFFERS).mappings()]
    for each in sorted(offers, key=lambda offer: (search_key(offer.category), offer.id)):
        found[each.partner_id] = (*found.get(each.partner_id, ()), each)
    return found


def read_conflicts(session: Session) -> dict[UUID, tuple[PartnerConflict, ...]]:
    """Return the conflicts by partner, in the order of the companies' numbers."""
    found: dict[UUID, tuple[PartnerConflict, ...]] = {}
    conflicts = [PartnerConflict(**row) for row in session.execute(_CONFLICTS).mappings()]
    for each in sorted(conflicts, key=lambda conflict: conflict.siren):
        found[each.partner_id] = (*found.get(each.partner_id, ()), each)
    return found


def read_categories(session: Session) -> tuple[SkillCategory, ...]:
    """Return the categories in order, those no longer offered included.

    The usual ones are in force while none was written.
    """
    rows = session.execute(_CATEGORIES).mappings()
    found = [SkillCategory(**{**row, "aliases": tuple(row["aliases"])}) for row in rows]
    by_order = sorted(found, key=lambda each: (each.position, search_key(each.name)))
    return tuple(by_order) or usual_categories()


def are_categories_written(session: Session) -> bool:
    """Return whether categories were written: otherwise the usual ones are in force."""
    return session.scalar(select(StoredSkillCategory.id).limit(1)) is not None


def read_unknown_names(session: Session) -> tuple[str, ...]:
    """Return the names that dossiers, partners and decisions give to no category."""
    names = [
        name for column in _WRITTEN_NAMES for name in session.scalars(select(column).distinct())
    ]
    for skills in session.scalars(select(StoredPartner.skills)):
        names += skills
    return unknown_names(read_categories(session), names)


def _profile(row: RowMapping) -> PartnerProfile:
    told: dict[str, Any] = {name: row[name] for name in row if name != "partner_id"}
    told["correspondents"] = restored(tuple[Correspondent, ...], row["correspondents"])
    told["absences"] = restored(tuple[Absence, ...], row["absences"])
    return PartnerProfile(**told)
