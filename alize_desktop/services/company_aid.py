"""Advances that the programme granted to one company, whatever the dossier."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import DecisionOutcome
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

_Taken: TypeAlias = tuple[UUID, UUID]
"""A dossier and a decision taken on it."""


@dataclass(frozen=True, slots=True)
class AidAsked:
    """A new aid, for which the earlier ones of its company are looked for.

    Attributes:
        dossier_id: The dossier that does not count.
        siren: Of the company; nothing is found without one.
        day: Of the new aid: three years are counted back from it.
        decision_id: The decision that grants it; every other one counts when None.
    """

    dossier_id: UUID
    siren: str
    day: date
    decision_id: UUID | None = None


Granted: TypeAlias = tuple[RepaymentSchedule, ...]
"""The advances in force of a company, that its other dossiers were granted."""


def granted_before(session: Session, asked: Iterable[AidAsked]) -> dict[UUID, Granted]:
    """Return what was granted to the company of each dossier, for its others.

    What was recorded later changes nothing: a paper says the same whenever it is made.

    Args:
        session: Only read; once for all the companies.
        asked: At most one a dossier.

    Returns:
        By dossier's id, an empty tuple when nothing was granted.
    """
    wanted = list(asked)
    history = _history(session, {each.siren for each in wanted if each.siren})
    return {each.dossier_id: _counted(session, each, history[each.siren]) for each in wanted}


def granted_at(session: Session, record: MeetingPapersRecord) -> dict[UUID, Granted]:
    """Return what was granted to the company of each dossier of a meeting, for its others."""
    day = record.row.draft.held_on
    return granted_before(
        session,
        [
            AidAsked(each.line.dossier, each.sheet.company.siren, day)
            for each in record.dossiers
            if each.sheet is not None
        ],
    )


def _history(session: Session, sirens: Collection[str]) -> defaultdict[str, list[_Taken]]:
    """Return every decision on the dossiers of some companies, oldest first."""
    found: defaultdict[str, list[_Taken]] = defaultdict(list)
    if sirens:
        statement = (
            select(StoredDossier.company_siren, StoredDecision.dossier_id, StoredDecision.id)
            .join(StoredDossier, StoredDossier.id == StoredDecision.dossier_id)
            .where(StoredDossier.company_siren.in_(sirens))
            .order_by(StoredDecision.sequence)
        )
        for siren, dossier, decision in session.execute(statement):
            found[siren].append((dossier, decision))
    return found


def _counted(session: Session, asked: AidAsked, history: Sequence[_Taken]) -> Granted:
    ids = [decision for _dossier, decision in history]
    end = ids.index(asked.decision_id) if asked.decision_id in ids else len(ids)
    earlier: dict[UUID, set[UUID]] = {}
    for dossier, decision in history[:end]:
        if dossier != asked.dossier_id:
            earlier.setdefault(dossier, set()).add(decision)
    found = []
    for each, decisions in earlier.items():
        recorded = decision_records.of_dossier(session, each)
        rows = _in_force([one for one in recorded if one.decision.id in decisions])
        if rows is not None and add_months(rows.terms.paid_on, MONTHS_THAT_COUNT) > asked.day:
            found.append(rows)
    return tuple(found)


def _in_force(found: list[Recorded]) -> RepaymentSchedule | None:
    """Return the advance that a dossier has, None for a dossier given up or without one."""
    approvals = [each for each in found if each.decision.draft.outcome in APPROVALS]
    if not approvals or found[-1].decision.draft.outcome is DecisionOutcome.WITHDRAWN:
        return None
    return schedule_granted(approvals[-1].decision, approvals)
