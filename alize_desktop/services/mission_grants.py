"""The days of competences that were granted to a dossier: voted, or taken over from the past."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services import decision_records
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier


@dataclass(frozen=True, slots=True)
class GrantedDays:
    """What a mission of a dossier rests on.

    Attributes:
        sheet: Of the dossier.
        is_approved: Whether an approval holds that grants days; one of the past may.
        days: Days granted; None when no decision voted here says them.
        category: Competence of the decision, or the one asked for; may be empty.
        partner_id: Partner that the decision names, None without one.
    """

    sheet: DossierSheet
    is_approved: bool
    days: int | None = None
    category: str = ""
    partner_id: UUID | None = None


def read_granted(session: Session, dossier_id: UUID) -> GrantedDays:
    """Return what was granted to a dossier.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """
    row = read_dossier(session, dossier_id)
    sheet, is_withdrawn = to_sheet(row), row["state"] is DossierState.WITHDRAWN
    asked = sheet.skills.category
    found = decision_records.of_dossier(session, dossier_id)
    last = found[-1].decision.draft.outcome if found else None
    if is_withdrawn or last is DecisionOutcome.WITHDRAWN:
        return GrantedDays(sheet, is_approved=False, category=asked)
    approvals = [
        each.decision.draft
        for each in found
        if each.decision.draft.outcome in APPROVALS and not each.is_past
    ]
    if approvals:
        draft = approvals[-1]
        category = draft.skill_category or asked
        return GrantedDays(sheet, draft.days > 0, draft.days, category, draft.partner_id)
    return GrantedDays(sheet, _is_approved_before(session, dossier_id), category=asked)


def approved_days(session: Session, dossier_id: UUID) -> GrantedDays:
    """Return what was granted to a dossier that may have missions.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``MISSION_NOT_APPROVED``.
    """
    granted = read_granted(session, dossier_id)
    if not granted.is_approved:
        raise UserError(ErrorCode.MISSION_NOT_APPROVED, number=granted.sheet.number)
    return granted


def _is_approved_before(session: Session, dossier_id: UUID) -> bool:
    outcome = select(StoredHistoryRecord.outcome).where(
        StoredHistoryRecord.dossier_id == dossier_id
    )
    return session.scalar(outcome) in APPROVALS
