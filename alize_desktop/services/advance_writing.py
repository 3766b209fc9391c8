"""What happened to an advance, checked against all that is known of it, then written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent, AdvanceEventDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.fund import StoredFundClosing
from alize_desktop.rules import advance_steps
from alize_desktop.rules.fund import check_not_closed
from alize_desktop.rules.positions import is_amendment
from alize_desktop.rules.replay import REVERSALS, WRITE_OFFS
from alize_desktop.services.advance_events import is_taken, new_event, write_event
from alize_desktop.services.advance_history import check_history
from alize_desktop.services.advance_reading import Advance, read_advance
from alize_desktop.services.advance_release import check_release, follow_payment
from alize_desktop.services.clock import local_day
from alize_desktop.services.fund_access import check_release as check_cash_for
from alize_desktop.services.programme import read_programme


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


def check_clock(advance: Advance) -> None:
    """Refuse to write of an advance while the clock is before what is recorded of it.

    Raises:
        UserError: ``CLOCK_BEHIND_REGISTRY``.
    """
    if any(each.draft.value_on > advance.on for each in advance.events):
        raise UserError(ErrorCode.CLOCK_BEHIND_REGISTRY)


def add_event(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft
) -> AdvanceEvent:
    """Write what happened to an advance, and the schedule that its first payment moves.

    Every day until today is replayed with it.

    Args:
        registry: The registry.
        session: Of the transaction.
        dossier_id: Of the advance.
        draft: Of any kind but a signature or a correction.

    Raises:
        UserError: What ``rules.advance_steps``, the replay and the fund refuse;
            ``RELEASE_BLOCKED``; ``DISBURSEMENT_TOO_LARGE``; ``FUND_WITHOUT_CASH``;
            ``BANK_LINE_TAKEN``; ``EVENT_BEFORE_REVERSAL``; ``CLOCK_BEHIND_REGISTRY``.
    """
    draft = advance_steps.tidied(draft)
    advance_steps.check_draft(draft)
    today = today_of(registry, session)
    advance = read_advance(session, dossier_id, today)
    check_clock(advance)
    advance_steps.check_step(draft.kind, advance.position().state, advance.grant.number)
    check_date(session, draft.value_on, today, _limits(advance, draft))
    _check_claim(advance, draft)
    if draft.kind is AdvanceEventKind.DISBURSEMENT:
        check_release(session, advance, draft)
        check_cash_for(session, draft.amount, draft.value_on)
    if draft.import_key and is_taken(session, draft.import_key):
        raise UserError(ErrorCode.BANK_LINE_TAKEN, label=draft.note or draft.reference)
    event = _write(registry, session, dossier_id, draft)
    if draft.kind is AdvanceEventKind.DISBURSEMENT:
        follow_payment(registry, session, dossier_id, draft, today)
    check_history(session, dossier_id, draft.value_on, today)
    return event


def take_back(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft
) -> AdvanceEvent:
    """Write a reversal, or a rejected debit, of an earlier event of an advance.

    Raises:
        UserError: ``REVERSAL_WITHOUT_EVENT``; ``EVENT_NOT_FOUND``; what
            ``rules.advance_steps``, the replay and the fund refuse;
            ``EVENT_BEFORE_REVERSAL``.
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
    check_date(session, draft.value_on, today, _limits_of_reversal(advance, target))
    event = _write(registry, session, dossier_id, draft)
    if target.draft.kind is AdvanceEventKind.DISBURSEMENT:
        follow_payment(registry, session, dossier_id, draft, today)
    check_history(session, dossier_id, draft.value_on, today)
    return event


def _check_claim(advance: Advance, draft: AdvanceEventDraft) -> None:
    """Refuse to claim what is not late that day, or to wait beyond the rules of the money."""
    then = replace(advance, on=draft.value_on).position()
    advance_steps.check_delay(draft, then, advance.grant.number)
    for each in advance.live(AdvanceEventKind.DISBURSEMENT)[:1]:
        paid_on = each.draft.value_on
        advance_steps.check_moratorium(draft, paid_on, advance.rules.longest_months)


def _write(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft
) -> AdvanceEvent:
    event = new_event(registry, session, dossier_id, draft)
    write_event(registry, session, event)
    return event


def _limits(advance: Advance, draft: AdvanceEventDraft) -> Iterator[tuple[object, date]]:
    """Yield what is settled, with its day: nothing is dated before."""
    kinds = (AdvanceEventKind.AGREEMENT_SIGNED, *WRITE_OFFS)
    paid = advance.live(AdvanceEventKind.DISBURSEMENT)
    if draft.kind is not AdvanceEventKind.DISBURSEMENT:
        yield from ((each.draft.kind, each.draft.value_on) for each in paid[:1])
    for each in advance.live(*kinds):
        yield each.draft.kind, each.draft.value_on
    yield from _amended(advance)


def _limits_of_reversal(advance: Advance, target: AdvanceEvent) -> Iterator[tuple[object, date]]:
    """Yield what is settled of a reversal: it may be of the very day of what it takes back."""
    yield target.draft.kind, target.draft.value_on
    yield from _amended(advance)


def _amended(advance: Advance) -> Iterator[tuple[object, date]]:
    """Yield the amendment in force: its rows were reckoned from what was known that day."""
    version = advance.version
    if version is not None and is_amendment(version):
        yield version.reason, version.effective_on
