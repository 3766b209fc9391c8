"""A mission as the labour code sees it: a loan of staff between two companies."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.missions import LegalDoubt
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.labour_law import Loan, legal_doubts
from alize_desktop.rules.partner_conflicts import kind_of
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.mission_reading import Mission
from alize_desktop.services.partner_conflicts import read_conflict
from alize_desktop.services.partner_reading import read_partner


def check_lender(session: Session, dossier_id: UUID, partner_id: UUID) -> None:
    """Refuse a partner that lends nobody to the company of a dossier.

    Raises:
        UserError: ``PARTNER_NOT_FOUND``; ``MISSION_PARTNER_IS_COMPANY``;
            ``MISSION_PARTNER_IN_CONFLICT``.
    """
    partner = read_partner(session, partner_id).sheet.name
    conflict = read_conflict(session, dossier_id, partner_id)
    if conflict is None:
        return
    number = to_sheet(read_dossier(session, dossier_id)).number
    if dict(conflict.values)["is_itself"]:
        raise UserError(ErrorCode.MISSION_PARTNER_IS_COMPANY, partner=partner, number=number)
    kind = kind_of(conflict)
    raise UserError(
        ErrorCode.MISSION_PARTNER_IN_CONFLICT, partner=partner, number=number, kind=kind
    )


def doubts_of(
    mission: Mission, host: CompanyDetails, lender: PartnerSheet, on: date
) -> tuple[LegalDoubt, ...]:
    """Return what the labour code asks of a mission and is unknown or not met on a day.

    Nothing for a mission of the past, nor for one that was given up.
    """
    stands = mission.account(on)
    if mission.is_history or stands.state is MissionState.GIVEN_UP:
        return ()
    return legal_doubts(
        Loan(
            sheet=mission.sheet,
            ends_on=stands.ends_on,
            is_signed=stands.state is not MissionState.PLANNED,
            host=host,
            large_group=lender.large_group,
            on=on,
        )
    )
