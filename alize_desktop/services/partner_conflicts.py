"""Whether a partner company may lend somebody to the company of a dossier."""

from typing import Final
from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from alize_desktop.models.records.matching import MatchReason
from alize_desktop.models.records.partners import PartnerConflict
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.partners import StoredPartnerConflict
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.partner_conflicts import conflict_between

_BETWEEN: Final = (
    select(
        StoredDossier.company_siren, StoredPartner.siren, *StoredPartnerConflict.__table__.columns
    )
    .select_from(StoredDossier)
    .join(StoredPartner, true())
    .outerjoin(
        StoredPartnerConflict,
        (StoredPartnerConflict.partner_id == StoredPartner.id)
        & (StoredPartnerConflict.siren == StoredDossier.company_siren),
    )
)


def read_conflict(
    session: Session, dossier_id: UUID | None, partner_id: UUID | None
) -> MatchReason | None:
    """Return why a partner lends nobody to the company of a dossier, in one statement.

    None when nothing forbids it, nor without a dossier or a partner.
    """
    if dossier_id is None or partner_id is None:
        return None
    asked = _BETWEEN.where(StoredDossier.id == dossier_id, StoredPartner.id == partner_id)
    for company, lender, *conflict in session.execute(asked):
        known = () if conflict[0] is None else (PartnerConflict(*conflict),)
        return conflict_between(company, lender, known)
    return None
