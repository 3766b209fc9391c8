"""A decision written, with its number and conditions, and what becomes of its dossier."""

from dataclasses import fields
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services import decision_records
from alize_desktop.services.dossiers import set_state
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.numbering import next_number

_STATES: Final = {
    DecisionOutcome.DEFERRED: DossierState.DEFERRED,
    DecisionOutcome.WITHDRAWN: DossierState.WITHDRAWN,
}


def write_decision(
    registry: Registry,
    session: Session,
    held: HeldMeeting,
    line: AgendaLine,
    draft: DecisionDraft,
    terms: AdvanceTerms,
    amends: UUID | None,
) -> str:
    """Write a decision and return its number.

    Args:
        registry: The registry.
        session: In the transaction that decides.
        held: The meeting.
        line: The dossier.
        draft: What is decided.
        terms: Its calendar and rounding are kept with it.
        amends: First approval of the same dossier, when it has one.
    """
    prefix = f"{held.row.draft.held_on.year}-D"
    number = next_number(session, StoredDecision.number, prefix, 3)
    decision_id = registry.new_id()
    columns: dict[str, Any] = {
        "id": decision_id,
        "item_id": line.id,
        "dossier_id": line.dossier,
        "meeting_id": held.row.id,
        "number": number,
        "decided_at": registry.instant(session, held.latest),
        "calendar": terms.calendar,
        "roll": terms.roll,
        "rounding": terms.rounding,
        "amends_id": amends,
    } | {each: getattr(draft, each) for each in decision_records.DRAFT_COLUMNS}
    session.execute(insert(StoredDecision).values(columns))
    _write_conditions(session, decision_id, draft)
    return number


def _write_conditions(session: Session, decision_id: UUID, draft: DecisionDraft) -> None:
    for position, each in enumerate(draft.conditions, start=1):
        condition = {field.name: getattr(each, field.name) for field in fields(each)}
        condition |= {"decision_id": decision_id, "position": position}
        session.execute(insert(StoredCondition).values(condition))


def move_dossier(
    registry: Registry,
    session: Session,
    line: AgendaLine,
    draft: DecisionDraft,
    *,
    is_amendment: bool,
) -> None:
    """Give a dossier the state and the outcome of its decision.

    A change that is refused or withdrawn leaves the approval as it was.
    """
    state = _STATES.get(draft.outcome, DossierState.DECIDED)
    columns: dict[str, Any] = {"outcome": draft.outcome}
    if is_amendment and draft.outcome not in APPROVALS:
        columns = {}
        state = DossierState.DEFERRED if state is DossierState.DEFERRED else DossierState.DECIDED
    if state is DossierState.DEFERRED:
        columns["meeting_id"] = None
    if columns:
        session.execute(
            update(StoredDossier).where(StoredDossier.id == line.dossier).values(columns)
        )
    set_state(registry, session, line.dossier, state, draft.grounds)
