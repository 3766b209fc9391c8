"""A mission as the labour code sees it: a loan of staff between two companies."""

from datetime import date

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.missions import LegalDoubt
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.labour_law import Loan, legal_doubts
from alize_desktop.services.mission_reading import Mission


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
