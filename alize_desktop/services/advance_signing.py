"""The signature of an agreement: its schedule is frozen with it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules import advance_steps
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records
from alize_desktop.services.advance_events import new_event, write_event
from alize_desktop.services.advance_grants import Grant
from alize_desktop.services.advance_history import check_history
from alize_desktop.services.advance_reading import Advance, read_advance
from alize_desktop.services.advance_terms import terms_decided
from alize_desktop.services.advance_writing import check_clock, check_date, today_of
from alize_desktop.services.aid_reading import grant_in
from alize_desktop.services.schedule_versions import VersionDraft, freeze

_DECISION = "la décision du comité"


@dataclass(frozen=True, slots=True)
class Payment:
    """When an advance is expected to be paid, and how its dates follow.

    Attributes:
        first_due: First due date chosen by hand, None when it is counted.
        in_fine: Whether everything is due at once.
    """

    paid_on: date
    first_due: date | None = None
    in_fine: bool = False


def contract(session: Session, grant: Grant, when: Payment) -> RepaymentSchedule:
    """Return the schedule of an advance as its agreement has it.

    Raises:
        UserError: The terms make no schedule.
    """
    recorded = decision_records.of_dossier(session, grant.dossier_id)
    decision = next(x.decision for x in recorded if x.decision.id == grant.decision_id)
    terms = terms_decided(decision, when.paid_on)
    return schedule(replace(terms, first_due=when.first_due, in_fine=when.in_fine))


def sign(
    registry: Registry,
    session: Session,
    dossier_id: UUID,
    draft: AdvanceEventDraft,
    when: Payment,
) -> None:
    """Write the signature of an agreement and the schedule that it freezes.

    Raises:
        UserError: See ``AdvanceService.sign``.
    """
    draft = advance_steps.tidied(draft)
    advance_steps.check_draft(draft)
    today = today_of(registry, session)
    advance = read_advance(session, dossier_id, today)
    check_clock(advance)
    _check(advance, draft, when.paid_on)
    limits = iter([(_DECISION, advance.grant.decided_on)])
    check_date(session, draft.value_on, today, limits)
    rows = contract(session, advance.grant, when)
    write_event(registry, session, new_event(registry, session, dossier_id, draft))
    version = VersionDraft(
        reason=ScheduleReason.CONTRACT,
        decision_id=advance.grant.decision_id,
        effective_on=draft.value_on,
        terms=rows.terms,
        rows=rows.rows,
        author=draft.author,
    )
    freeze(registry, session, dossier_id, version)
    check_history(session, dossier_id, draft.value_on, today)
    grant_in(registry, session, dossier_id, draft.value_on)


def _check(advance: Advance, draft: AdvanceEventDraft, paid_on: date) -> None:
    grant = advance.grant
    for each in advance.live(AdvanceEventKind.AGREEMENT_SIGNED):
        raise UserError(ErrorCode.ADVANCE_SIGNED, number=grant.number, day=each.draft.value_on)
    if not grant.is_in_force:
        raise UserError(ErrorCode.ADVANCE_NOT_FOUND, number=grant.number)
    if grant.is_given_up:
        raise UserError(ErrorCode.PAPER_AFTER_WITHDRAWAL, number=grant.number)
    if draft.value_on > grant.lapses_on:
        raise UserError(ErrorCode.APPROVAL_LAPSED, number=grant.number, day=grant.lapses_on)
    if paid_on < draft.value_on:
        raise UserError(
            ErrorCode.EVENT_DATE_TOO_EARLY,
            day=paid_on,
            what=AdvanceEventKind.AGREEMENT_SIGNED,
            limit=draft.value_on,
        )
