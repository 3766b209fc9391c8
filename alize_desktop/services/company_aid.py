"""Advances that the programme granted to one company, whatever the dossier."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.state_aid import MONTHS_THAT_COUNT
from alize_desktop.services import decision_records
from alize_desktop.services.advance_terms import schedule_granted
from alize_desktop.services.decision_records import Recorded


def granted_before(
    session: Session, dossier_id: UUID, siren: str, day: date, decision_id: UUID | None = None
) -> tuple[RepaymentSchedule, ...]:
    """Return the advances in force of a company, that its other dossiers were granted.

    What was recorded later changes nothing: a paper says the same whenever it is made.

    Args:
        session: Only read.
        dossier_id: The dossier that does not count.
        siren: Of the company; nothing is found without one.
        day: Of the new aid: three years are counted back from it.
        decision_id: The decision that grants it; every other one counts when None.
    """
    earlier = _decisions_before(session, dossier_id, siren, decision_id) if siren else {}
    found = []
    for each, decisions in earlier.items():
        recorded = decision_records.of_dossier(session, each)
        rows = _in_force([one for one in recorded if one.decision.id in decisions])
        if rows is not None and add_months(rows.terms.paid_on, MONTHS_THAT_COUNT) > day:
            found.append(rows)
    return tuple(found)


def granted_with(
    session: Session, dossier_id: UUID, sheet: DossierSheet, day: date, decision: Decision | None
) -> tuple[RepaymentSchedule, ...]:
    """Return what counts with the advance of a decision; nothing without an advance."""
    if decision is None or not decision.draft.amount:
        return ()
    return granted_before(session, dossier_id, sheet.company.siren, day, decision.id)


def granted_at(
    session: Session, record: MeetingPapersRecord
) -> dict[UUID, tuple[RepaymentSchedule, ...]]:
    """Return what was granted to the company of each dossier of a meeting, for its others."""
    day, asked = record.row.draft.held_on, {}
    for each in record.dossiers:
        if each.sheet is not None:
            dossier, siren = each.line.dossier, each.sheet.company.siren
            asked[dossier] = granted_before(session, dossier, siren, day)
    return asked


def _decisions_before(
    session: Session, dossier_id: UUID, siren: str, decision_id: UUID | None
) -> dict[UUID, set[UUID]]:
    """Return the decisions recorded before one, by dossier, on the others of a company."""
    statement = (
        select(StoredDecision.dossier_id, StoredDecision.id)
        .join(StoredDossier, StoredDossier.id == StoredDecision.dossier_id)
        .where(StoredDossier.company_siren == siren, StoredDossier.id != dossier_id)
        .order_by(StoredDecision.sequence)
    )
    if decision_id is not None:
        itself = select(StoredDecision.sequence).where(StoredDecision.id == decision_id)
        statement = statement.where(StoredDecision.sequence < itself.scalar_subquery())
    found: dict[UUID, set[UUID]] = {}
    for dossier, decision in session.execute(statement):
        found.setdefault(dossier, set()).add(decision)
    return found


def _in_force(found: list[Recorded]) -> RepaymentSchedule | None:
    """Return the advance that a dossier has, None for a dossier given up or without one."""
    approvals = [each for each in found if each.decision.draft.outcome in APPROVALS]
    if not approvals or found[-1].decision.draft.outcome is DecisionOutcome.WITHDRAWN:
        return None
    return schedule_granted(approvals[-1].decision, approvals)
