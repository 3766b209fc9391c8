"""What the papers of one mission say, read in one transaction."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.mission_papers import MissionAmendment, MissionPaperRecord
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.mission_papers import last_amendment
from alize_desktop.rules.missions import in_force
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.services.mission_loans import doubts_of
from alize_desktop.services.mission_reading import read_mission
from alize_desktop.services.partner_reading import read_partner


def read_mission_paper(
    session: Session, mission_id: UUID, today: date, draft: MissionEventDraft | None = None
) -> MissionPaperRecord:
    """Return what a paper of a mission says.

    Args:
        session: Only read.
        mission_id: The mission.
        today: Day the paper is made.
        draft: An amendment that is not recorded yet; the last one recorded when None.

    Raises:
        UserError: ``MISSION_NOT_FOUND``.
    """
    mission = read_mission(session, mission_id)
    paper = read_dossier_paper(session, mission.dossier_id, PaperKind.SECONDMENT, today)
    partner = read_partner(session, mission.sheet.partner_id).sheet
    row, known = mission.row(today), in_force(mission.events)
    amendment = last_amendment(row, known, today)
    if draft is not None:
        amendment = MissionAmendment(draft, row.account)
    return MissionPaperRecord(
        paper=replace(paper, partner=partner),
        mission=row,
        events=known,
        doubts=doubts_of(mission, paper.sheet.company, partner, today),
        approved_on=_approved_on(session, mission.dossier_id) if paper.taken is None else None,
        amendment=amendment,
    )


def _approved_on(session: Session, dossier_id: UUID) -> date | None:
    """Return the day of an approval that was taken over from the past."""
    statement = select(StoredHistoryRecord.decided_on).where(
        StoredHistoryRecord.dossier_id == dossier_id, StoredHistoryRecord.outcome.in_(APPROVALS)
    )
    return session.scalar(statement)
