"""Decisions: proposed from the request and the ballot, weighed, recorded once."""

from dataclasses import fields, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    BallotOutcome,
    DecisionOutcome,
    DossierState,
    ItemStep,
    MeetingState,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import Consequences, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.decisions import APPROVALS, approval_asked, check_decision
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records, frozen
from alize_desktop.services.advance_terms import terms_of
from alize_desktop.services.agenda_steps import set_step
from alize_desktop.services.ballot_results import result_of
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.dossiers import set_state
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import (
    meeting_day_of_item,
    meeting_of_item,
    read_agenda,
    read_meeting,
)
from alize_desktop.services.numbering import next_number
from alize_desktop.services.plain import plain
from alize_desktop.services.programme import read_programme
from alize_desktop.services.roll import frozen_electorate
from alize_desktop.services.stored_ballot import read_ballot

_STATES: Final = {
    DecisionOutcome.DEFERRED: DossierState.DEFERRED,
    DecisionOutcome.WITHDRAWN: DossierState.WITHDRAWN,
}


class DecisionService:
    """Prepares and records decisions. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def proposal(self, item_id: UUID) -> DecisionDraft:
        """Return a draft filled from the request and from the result of the ballot."""
        with self._registry.read() as session:
            held, line = _item(session, item_id)
            sheet = read_sheets(session, (line.dossier,))[line.dossier]
            outcome = _proclaimed(session, held, item_id)
        return _draft_of(sheet, outcome)

    def consequences(self, item_id: UUID, draft: DecisionDraft) -> Consequences:
        """Return what a draft would cost and bring. Called at every keystroke.

        Only an approval costs anything; its dates are counted from the meeting's day.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; the terms make no schedule.
        """
        with self._registry.read() as session:
            day = meeting_day_of_item(session, item_id)
            programme = read_programme(session)
            fund = decision_records.fund_left(session, programme)
            days = decision_records.days_left(session)
        granted = _granted(draft)
        rows = schedule(terms_of(granted, day, programme)) if granted.amount else None
        per_job = None
        if rows and granted.jobs_created > 0:
            per_job = granted.amount.divided(granted.jobs_created)
        return Consequences(
            regular=rows.regular if rows else None,
            count=rows.count if rows else 0,
            fund_left=fund - granted.amount if fund is not None else None,
            days_left=days - granted.days,
            amount_per_job=per_job,
            last=rows.last if rows else None,
        )

    def record(self, item_id: UUID, draft: DecisionDraft) -> tuple[Decision, Changes]:
        """Record the decision on a dossier, with its number. It is never edited.

        What grants nothing (refusal, deferral, withdrawal) keeps no terms, and what
        grants no money keeps the usual duration, which nothing reads. The calendar
        of the programme stays with the decision.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``DECISION_EXISTS``; ``BALLOT_OPEN`` or
                ``BALLOT_NOT_PROCLAIMED`` while the result is not known;
                ``PARTNER_UNKNOWN``; anything that ``rules.decisions.check_decision``
                or the schedule refuses.
        """
        draft = _granted(draft)
        with self._registry.write() as session:
            held, line = _item(session, item_id)
            if held.row.state is not MeetingState.OPEN:
                raise UserError(ErrorCode.MEETING_NOT_OPEN, number=held.row.number)
            sheet = read_sheets(session, (line.dossier,))[line.dossier]
            _check(session, held, line, sheet, draft)
            terms = terms_of(draft, held.row.draft.held_on, read_programme(session))
            if draft.amount:
                schedule(terms)
            number = self._write(session, held, line, draft, terms)
            details: dict[str, object] = {
                "number": number,
                "item": str(item_id),
                "decision": plain(draft),
                "sheet": plain(sheet),
            }
            self._registry.journal(session, frozen.DECIDED, "dossier", line.dossier, details)
            self._move_dossier(session, line, draft)
            set_step(session, item_id, ItemStep.DECIDED)
            decision = decision_records.by_item(session, held.row.id)[item_id]
        changes = Changes(dossiers=frozenset({line.dossier}), meetings=frozenset({held.row.id}))
        return decision, changes

    def _write(
        self,
        session: Session,
        held: HeldMeeting,
        line: AgendaLine,
        draft: DecisionDraft,
        terms: AdvanceTerms,
    ) -> str:
        prefix = f"{held.row.draft.held_on.year}-D"
        number = next_number(session, StoredDecision.number, prefix, 3)
        decision_id = self._registry.new_id()
        columns: dict[str, Any] = {
            "id": decision_id,
            "item_id": line.id,
            "dossier_id": line.dossier,
            "meeting_id": held.row.id,
            "number": number,
            "decided_at": self._registry.clock(),
            "calendar": terms.calendar,
            "roll": terms.roll,
            "rounding": terms.rounding,
        } | {each: getattr(draft, each) for each in decision_records.DRAFT_COLUMNS}
        session.execute(insert(StoredDecision).values(columns))
        for position, each in enumerate(draft.conditions, start=1):
            condition = {field.name: getattr(each, field.name) for field in fields(each)}
            condition |= {"decision_id": decision_id, "position": position}
            session.execute(insert(StoredCondition).values(condition))
        return number

    def _move_dossier(self, session: Session, line: AgendaLine, draft: DecisionDraft) -> None:
        state = _STATES.get(draft.outcome, DossierState.DECIDED)
        columns: dict[str, Any] = {"outcome": draft.outcome}
        if state is DossierState.DEFERRED:
            columns["meeting_id"] = None
        session.execute(
            update(StoredDossier).where(StoredDossier.id == line.dossier).values(columns)
        )
        set_state(self._registry, session, line.dossier, state, draft.grounds)


def _item(session: Session, item_id: UUID) -> tuple[HeldMeeting, AgendaLine]:
    held = read_meeting(session, meeting_of_item(session, item_id))
    line = next(each for each in read_agenda(session, held) if each.id == item_id)
    return held, line


def _check(
    session: Session,
    held: HeldMeeting,
    line: AgendaLine,
    sheet: DossierSheet,
    draft: DecisionDraft,
) -> None:
    if line.step is ItemStep.DECIDED:
        raise UserError(ErrorCode.DECISION_EXISTS, number=line.number)
    if line.step is ItemStep.BALLOT_OPEN:
        raise UserError(ErrorCode.BALLOT_OPEN)
    if line.step is ItemStep.BALLOT_CLOSED:
        raise UserError(ErrorCode.BALLOT_NOT_PROCLAIMED)
    for text in (draft.grounds, draft.documents_asked, *(each.text for each in draft.conditions)):
        check_text(text, lines=True)
    check_text(draft.skill_category)
    check_decision(draft, sheet.request.amount, _proclaimed(session, held, line.id))
    if draft.partner_id is not None and session.get(StoredPartner, draft.partner_id) is None:
        raise UserError(ErrorCode.PARTNER_UNKNOWN)


def _proclaimed(session: Session, held: HeldMeeting, item_id: UUID) -> BallotOutcome | None:
    ballot = read_ballot(session, item_id)
    if ballot is None or ballot.proclaimed_at is None:
        return None
    return result_of(held, frozen_electorate(held, item_id, ballot), ballot).outcome


def _granted(draft: DecisionDraft) -> DecisionDraft:
    """Return the draft without the terms that its outcome does not grant."""
    draft = replace(
        draft, grounds=draft.grounds.strip(), documents_asked=draft.documents_asked.strip()
    )
    usual = DecisionDraft(
        draft.outcome, grounds=draft.grounds, documents_asked=draft.documents_asked
    )
    if draft.outcome not in APPROVALS:
        return usual
    if draft.amount:
        return draft
    return replace(draft, months=usual.months, deferral=usual.deferral, every=usual.every)


def _draft_of(sheet: DossierSheet, outcome: BallotOutcome | None) -> DecisionDraft:
    if outcome is BallotOutcome.REJECTED:
        return DecisionDraft(DecisionOutcome.REJECTED)
    if outcome is not BallotOutcome.ADOPTED:
        return DecisionDraft(DecisionOutcome.DEFERRED)
    return approval_asked(sheet)
