"""A mission as the labour code sees it: a loan of staff between two companies."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.missions import LegalDoubt
from alize_desktop.models.records.people import Partner, PartnerSheet
from alize_desktop.rules.labour_law import Loan, legal_doubts
from alize_desktop.services.mission_reading import Mission
from alize_desktop.services.people import read_partners


def known_partner(session: Session, partner_id: UUID) -> Partner:
    """Return a partner company.

    Raises:
        UserError: ``PARTNER_NOT_FOUND``.
    """
    found = next((each for each in read_partners(session) if each.id == partner_id), None)
    if found is None:
        raise UserError(ErrorCode.PARTNER_NOT_FOUND)
    return found


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
