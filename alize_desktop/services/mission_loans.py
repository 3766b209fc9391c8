"""A mission with what is doubtful of it: for the labour code, for the rules of the programme."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.missions import LegalDoubt, MissionDetail
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.labour_law import Loan, legal_doubts
from alize_desktop.rules.mission_warnings import Surroundings, mission_warnings
from alize_desktop.rules.partner_conflicts import kind_of
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.mission_grants import read_granted
from alize_desktop.services.mission_reading import Mission, planned_days, read_missions
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


def read_detail(session: Session, mission: Mission, today: date) -> MissionDetail:
    """Return everything the screens show of a mission."""
    granted = read_granted(session, mission.dossier_id)
    partner = read_partner(session, mission.sheet.partner_id)
    row = mission.row(today)
    detail = MissionDetail(
        row=row,
        revision=mission.revision,
        events=mission.events,
        doubts=doubts_of(mission, granted.sheet.company, partner.sheet, today),
        granted_days=granted.days,
    )
    if mission.is_history or row.account.state is MissionState.GIVEN_UP:
        return detail
    missions = (each for each in read_missions(session, mission.dossier_id) if not each.is_history)
    around = Surroundings(
        granted=granted.days,
        planned=planned_days(missions, today),
        approved_on=granted.decided_on,
        rules=read_follow_up_rules(session),
    )
    return replace(
        detail,
        warnings=tuple(mission_warnings(mission.sheet, row.account, around)),
        conflict=read_conflict(session, mission.dossier_id, partner.id),
    )
