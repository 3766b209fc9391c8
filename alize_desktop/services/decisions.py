"""Decisions: proposed from the request and the ballot, weighed, recorded once."""

from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import Consequences, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS, check_decision, granted_terms, proposed_draft
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records, frozen
from alize_desktop.services.advance_terms import terms_of
from alize_desktop.services.agenda_steps import read_dossier_point, set_step
from alize_desktop.services.ballot_access import meeting_in_session
from alize_desktop.services.ballot_results import reexamination_of, result_of
from alize_desktop.services.decision_writing import move_dossier, write_decision
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.envelope import asks_reason, check_envelope, over_envelope
from alize_desktop.services.fund_left import read_left
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import (
    meeting_day_of_item,
    read_agenda,
    read_meeting,
)
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.partner_conflicts import read_conflict
from alize_desktop.services.plain import plain
from alize_desktop.services.programme import read_programme
from alize_desktop.services.roll import frozen_electorate
from alize_desktop.services.stored_ballot import HeldBallot, read_ballot


class DecisionService:
    """Prepares and records decisions. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def proposal(self, item_id: UUID) -> DecisionDraft:
        """Return a draft filled from the request and from the result of the last ballot.

        What was adopted with another amount begins with that amount.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``ITEM_WITHOUT_VOTE``.
        """
        with self._registry.read() as session:
            point = read_dossier_point(session, item_id)
            held = read_meeting(session, point.meeting_id)
            line = _line(session, held, item_id)
            sheet = read_sheets(session, (line.dossier,))[line.dossier]
            ballot = _proclaimed(session, item_id)
        if ballot is None:
            return proposed_draft(sheet, None)
        outcome = result_of(held, frozen_electorate(held, item_id, ballot), ballot).outcome
        return proposed_draft(sheet, outcome, ballot.motion_amount)

    def consequences(self, item_id: UUID, draft: DecisionDraft) -> Consequences:
        """Return what a draft would cost and bring. Called at every keystroke.

        Only an approval costs anything; its dates are counted from the meeting's day.
        What an earlier approval of the same dossier granted is given back first.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``ITEM_WITHOUT_VOTE``; the terms make no
                schedule.
        """
        granted = granted_terms(draft)
        with self._registry.read() as session:
            point = read_dossier_point(session, item_id)
            day = meeting_day_of_item(session, item_id)
            programme = read_programme(session)
            replaced = point.dossier_id if granted.outcome in APPROVALS else None
            left = read_left(session, programme, day, apart_from=replaced)
            over = over_envelope(session, programme, day, granted, left.money)
            asks = asks_reason(session, programme, day, granted, left.money)
            conflict = read_conflict(session, point.dossier_id, granted.partner_id)
            terms = None
            if granted.amount:
                terms = terms_of(granted, day, programme, read_money_rules(session))
        rows = schedule(terms) if terms else None
        days = left.taken.granting(granted.days)
        of_partner = left.taken.left_of(granted.partner_id)
        return Consequences(
            regular=rows.regular if rows else None,
            count=rows.count if rows else 0,
            fund_left=left.money - granted.amount if left.money is not None else None,
            days_left=left.days - days,
            partner_days_left=None if of_partner is None else of_partner - days,
            partner_conflict=conflict,
            amount_per_job=_per_job(granted) if rows else None,
            last=rows.last if rows else None,
            over_envelope=over,
            asks_reason=asks,
            deferral_included=terms is None or terms.deferral_included,
        )

    def record(self, item_id: UUID, draft: DecisionDraft) -> tuple[Decision, Changes]:
        """Record the decision on a dossier, with its number. It is never edited.

        What grants nothing (refusal, deferral, withdrawal) keeps no terms, and what
        grants no money keeps the usual duration, which nothing reads. The calendar
        of the programme stays with the decision. On a dossier that was approved before,
        it is a *décision modificative*, linked to the first.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``ITEM_WITHOUT_VOTE``; ``DECISION_EXISTS``; ``BALLOT_OPEN`` or
                ``BALLOT_NOT_PROCLAIMED`` while the result is not known;
                ``PARTNER_UNKNOWN``; ``ENVELOPE_EXCEEDED`` or ``ENVELOPE_REASON_MISSING``
                when the fund cannot lend as much; anything that ``rules.decisions.check_decision``
                or the schedule refuses.
        """
        draft = granted_terms(draft)
        with self._registry.write() as session:
            point = read_dossier_point(session, item_id)
            held = meeting_in_session(session, point.meeting_id)
            line = _line(session, held, item_id)
            sheet = read_sheets(session, (line.dossier,))[line.dossier]
            _check(session, held, line, sheet, draft)
            check_envelope(session, held.row.draft.held_on, line.dossier, draft)
            terms = _terms(session, held, draft)
            amends = decision_records.first_approval(session, line.dossier)
            number = write_decision(self._registry, session, held, line, draft, terms, amends)
            details: dict[str, object] = {
                "number": number,
                "item": str(item_id),
                "decision": plain(draft),
                "sheet": plain(sheet),
                "amends": str(amends) if amends else None,
            }
            self._registry.journal(session, frozen.DECIDED, "dossier", line.dossier, details)
            move_dossier(self._registry, session, line, draft, is_amendment=amends is not None)
            set_step(session, item_id, ItemStep.DECIDED)
            decision = decision_records.by_item(session, held.row.id)[item_id]
        changes = Changes(dossiers=frozenset({line.dossier}), meetings=frozenset({held.row.id}))
        return decision, changes


def _terms(session: Session, held: HeldMeeting, draft: DecisionDraft) -> AdvanceTerms:
    """Return the terms that a decision keeps; those of money must make a schedule."""
    rules = read_money_rules(session)
    terms = terms_of(draft, held.row.draft.held_on, read_programme(session), rules)
    if draft.amount:
        schedule(terms)
    return terms


def _line(session: Session, held: HeldMeeting, item_id: UUID) -> AgendaLine:
    return next(each for each in read_agenda(session, held) if each.id == item_id)


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
    ballot = _proclaimed(session, line.id)
    outcome, voted, doubt = None, None, ""
    if ballot is not None:
        voted, who = ballot.motion_amount, frozen_electorate(held, line.id, ballot)
        outcome = result_of(held, who, ballot).outcome
        doubt = reexamination_of(held, who, ballot)
    check_decision(draft, sheet.request.amount, outcome, voted, to_reexamine=bool(doubt))
    if draft.partner_id is not None and session.get(StoredPartner, draft.partner_id) is None:
        raise UserError(ErrorCode.PARTNER_UNKNOWN)


def _proclaimed(session: Session, item_id: UUID) -> HeldBallot | None:
    ballot = read_ballot(session, item_id)
    return None if ballot is None or ballot.proclaimed_at is None else ballot


def _per_job(granted: DecisionDraft) -> Money | None:
    """Return the advance for each job to be created, None without any."""
    return granted.amount.divided(granted.jobs_created) if granted.jobs_created > 0 else None
