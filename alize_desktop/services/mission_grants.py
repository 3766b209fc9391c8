"""The days of competences that were granted to a dossier: voted, or taken over from the past."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.standing_approvals import standing_approval


@dataclass(frozen=True, slots=True)
class GrantedDays:
    """What a mission of a dossier rests on.

    Attributes:
        sheet: Of the dossier.
        is_approved: Whether an approval holds that grants days; one of the past may.
        days: Days granted; None when no decision voted here says them.
        category: Competence of the decision, or the one asked for; may be empty.
        partner_id: Partner that the decision names, None without one.
        decided_on: Day since which the dossier is approved; None when it is not.
        lapses_on: Last day to sign something by virtue of the approval; None once that was
            done, and for one of the past.
    """

    sheet: DossierSheet
    is_approved: bool
    days: int | None = None
    category: str = ""
    partner_id: UUID | None = None
    decided_on: date | None = None
    lapses_on: date | None = None

    def check_not_lapsed(self, on: date) -> None:
        """Refuse what can no longer be asked of the approval on a day.

        Raises:
            UserError: ``APPROVAL_LAPSED``.
        """
        last = self.lapses_on
        if last is not None and on > last:
            raise UserError(ErrorCode.APPROVAL_LAPSED, number=self.sheet.number, day=last)


def read_granted(session: Session, dossier_id: UUID) -> GrantedDays:
    """Return what was granted to a dossier.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """
    sheet = to_sheet(read_dossier(session, dossier_id))
    asked = sheet.skills.category
    approval = standing_approval(session, dossier_id)
    if approval is None or approval.standing.is_given_up:
        return GrantedDays(sheet, is_approved=False, category=asked)
    return GrantedDays(
        sheet,
        is_approved=approval.days is None or approval.days > 0,
        days=approval.days,
        category=approval.category or asked,
        partner_id=approval.partner_id,
        decided_on=approval.decided_on,
        lapses_on=approval.standing.lapses_on,
    )


def approved_days(session: Session, dossier_id: UUID, today: date) -> GrantedDays:
    """Return what was granted to a dossier that may have another mission today.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``MISSION_NOT_APPROVED``; ``APPROVAL_LAPSED``.
    """
    granted = read_granted(session, dossier_id)
    if not granted.is_approved:
        raise UserError(ErrorCode.MISSION_NOT_APPROVED, number=granted.sheet.number)
    granted.check_not_lapsed(today)
    return granted
