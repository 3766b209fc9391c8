"""What happened to an advance, checked against all that is known of it, then written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, ConditionKind, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEvent, AdvanceEventDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.fund import StoredFundClosing
from alize_desktop.rules import advance_steps
from alize_desktop.rules.fund import check_not_closed
from alize_desktop.rules.replay import REVERSALS, WRITE_OFFS
from alize_desktop.rules.schedule import schedule
from alize_desktop.services.advance_events import is_taken, new_event, write_event
from alize_desktop.services.advance_reading import Advance, read_advance
from alize_desktop.services.clock import local_day
from alize_desktop.services.conditions import read_pending_conditions
from alize_desktop.services.fund_access import check_release
from alize_desktop.services.programme import read_programme
from alize_desktop.services.schedule_versions import VersionDraft, freeze
from alize_desktop.wording.advances import release_blocks

_BEFORE_PAYMENT = (ScheduleReason.CONTRACT, ScheduleReason.PAYMENT_DATE)
"""Schedules that are still counted from the payment."""


def today_of(registry: Registry, session: Session) -> date:
    """Return the day it is where the programme is."""
    return local_day(registry.clock(), read_programme(session))


def check_date(
    session: Session, day: date, today: date, limits: Iterator[tuple[object, date]]
) -> None:
    """Refuse a day that is to come, before what is settled, or in a closed period.

    Raises:
        UserError: ``EVENT_DATE_IN_FUTURE``; ``EVENT_DATE_TOO_EARLY``; ``FUND_PERIOD_CLOSED``.
    """
    advance_steps.check_day(day, today, limits)
    check_not_closed(day, session.scalar(select(func.max(StoredFundClosing.through))))


def add_event(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft
) -> AdvanceEvent:
    """Write what happened to an advance, and the schedule that its first payment moves.

    Args:
        registry: The registry.
        session: Of the transaction.
        dossier_id: Of the advance.
        draft: Of any kind but a signature or a correction.

    Raises:
        UserError: What ``rules.advance_steps``, the replay and the fund refuse;
            ``RELEASE_BLOCKED``; ``DISBURSEMENT_TOO_LARGE``; ``FUND_WITHOUT_CASH``;
            ``BANK_LINE_TAKEN``.
    """
    draft = advance_steps.tidied(draft)
    advance_steps.check_draft(draft)
    today = today_of(registry, session)
    advance = read_advance(session, dossier_id, today)
    advance_steps.check_step(draft.kind, advance.position().state, advance.grant.number)
    check_date(session, draft.value_on, today, _limits(advance, draft))
    if draft.kind is AdvanceEventKind.DISBURSEMENT:
        _check_release(session, advance, draft)
        check_release(session, draft.amount, draft.value_on, today)
    if draft.import_key and is_taken(session, draft.import_key):
        raise UserError(ErrorCode.BANK_LINE_TAKEN, label=draft.note or draft.reference)
    event = _written(registry, session, advance, draft)
    if draft.kind is AdvanceEventKind.DISBURSEMENT:
        _follow_payment(registry, session, advance, draft)
    return event


def take_back(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft
) -> AdvanceEvent:
    """Write a reversal, or a rejected debit, of an earlier event of an advance.

    Raises:
        UserError: ``REVERSAL_WITHOUT_EVENT``; ``EVENT_NOT_FOUND``; what
            ``rules.advance_steps``, the replay and the fund refuse.
    """
    today = today_of(registry, session)
    advance = read_advance(session, dossier_id, today)
    if draft.reverses_id is None:
        raise UserError(ErrorCode.REVERSAL_WITHOUT_EVENT)
    target = next((x for x in advance.events if x.id == draft.reverses_id), None)
    if target is None:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    draft = advance_steps.tidied(replace(draft, amount=target.draft.amount))
    advance_steps.check_draft(draft)
    others = advance.live(*set(AdvanceEventKind).difference(REVERSALS))
    advance_steps.check_correction(target, is_last=len(others) == 1)
    check_date(session, draft.value_on, today, _limits(advance, draft, target))
    return _written(registry, session, advance, draft)


def released_by(session: Session, advance: Advance) -> tuple[str, ...]:
    """Return why money cannot be released, each as the end of a sentence; empty when it can."""
    pending = [
        each.condition.text
        for each in read_pending_conditions(session)
        if each.decision_id == advance.grant.decision_id
        and each.condition.kind is ConditionKind.PRECEDENT
    ]
    return release_blocks(advance.position().state, pending)


def _written(
    registry: Registry, session: Session, advance: Advance, draft: AdvanceEventDraft
) -> AdvanceEvent:
    """Write an event once the whole history with it was replayed: it refuses what cannot be."""
    event = new_event(registry, session, advance.grant.dossier_id, draft)
    advance.with_event(event).position()
    write_event(registry, session, event)
    return event


def _limits(
    advance: Advance, draft: AdvanceEventDraft, target: AdvanceEvent | None = None
) -> Iterator[tuple[object, date]]:
    """Yield what is settled, with its day: nothing is dated before."""
    kinds = (AdvanceEventKind.AGREEMENT_SIGNED, *WRITE_OFFS)
    paid = advance.live(AdvanceEventKind.DISBURSEMENT)
    if draft.kind is not AdvanceEventKind.DISBURSEMENT:
        yield from ((each.draft.kind, each.draft.value_on) for each in paid[:1])
    for each in advance.live(*kinds):
        yield each.draft.kind, each.draft.value_on
    if target is not None:
        yield target.draft.kind, target.draft.value_on
    version = advance.version
    is_payment = draft.kind is AdvanceEventKind.DISBURSEMENT
    if version is not None and not (is_payment and version.reason in _BEFORE_PAYMENT):
        yield version.reason, version.effective_on


def _check_release(session: Session, advance: Advance, draft: AdvanceEventDraft) -> None:
    reasons = released_by(session, advance)
    if reasons:
        raise UserError(
            ErrorCode.RELEASE_BLOCKED, number=advance.grant.number, reason="\u00a0; ".join(reasons)
        )
    left = advance.facts.amount - advance.position().disbursed
    if draft.amount > left:
        raise UserError(ErrorCode.DISBURSEMENT_TOO_LARGE, amount=draft.amount, left=left)


def _follow_payment(
    registry: Registry, session: Session, advance: Advance, draft: AdvanceEventDraft
) -> None:
    """Freeze the schedule again when the first money left on another day than was expected."""
    version = advance.version
    paid = advance.live(AdvanceEventKind.DISBURSEMENT)
    is_first = all(draft.value_on < each.draft.value_on for each in paid)
    if version is None or not is_first or version.reason not in _BEFORE_PAYMENT:
        return
    if version.terms.paid_on == draft.value_on:
        return
    first = version.terms.first_due
    is_overtaken = first is not None and first <= draft.value_on
    terms = replace(
        version.terms, paid_on=draft.value_on, first_due=None if is_overtaken else first
    )
    decision_id = session.scalars(
        select(StoredDecision.id).where(StoredDecision.number == version.decision_number)
    ).one()
    again = VersionDraft(
        reason=ScheduleReason.PAYMENT_DATE,
        decision_id=decision_id,
        effective_on=draft.value_on,
        terms=terms,
        rows=schedule(terms).rows,
        note=draft.note,
        author=draft.author,
    )
    freeze(registry, session, advance.grant.dossier_id, again)
