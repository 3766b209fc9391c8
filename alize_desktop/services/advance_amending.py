"""Amendments of a schedule, each after a *décision modificative* of the committee."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, HolidayCalendar
from alize_desktop.models.records.advances import AmendmentDraft, ScheduleVersion
from alize_desktop.models.records.schedules import Instalment, RepaymentSchedule
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.values import Money
from alize_desktop.rules.amendments import Amended, amended, check_effective_on
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.replay import WRITE_OFFS, total
from alize_desktop.services.advance_details import unused_decisions
from alize_desktop.services.advance_history import check_history
from alize_desktop.services.advance_reading import Advance, read_advance
from alize_desktop.services.advance_writing import check_date, today_of
from alize_desktop.services.aid_reading import amend_in
from alize_desktop.services.schedule_versions import VersionDraft, freeze, read_versions

_SETTLED = (AdvanceEventKind.AGREEMENT_SIGNED, *WRITE_OFFS)


def preview(
    registry: Registry, session: Session, dossier_id: UUID, draft: AmendmentDraft
) -> tuple[Instalment, ...]:
    """Return the rows that an amendment would give, whatever decision it follows.

    Raises:
        UserError: See ``AdvanceService.preview_amendment``.
    """
    advance = read_advance(session, dossier_id, today_of(registry, session))
    version = _version(advance)
    return _amended(session, advance, version, draft).rows


def amend(
    registry: Registry,
    session: Session,
    dossier_id: UUID,
    draft: AmendmentDraft,
    shown: tuple[Instalment, ...] | None = None,
) -> None:
    """Write the version of the schedule that an amendment gives, the one shown if one was.

    Raises:
        UserError: See ``AdvanceService.amend``.
    """
    draft = _tidied(draft)
    today = today_of(registry, session)
    advance = read_advance(session, dossier_id, today)
    version = _version(advance)
    offered = unused_decisions(advance.grant, read_versions(session, dossier_id))
    decision_id = next((each for each, _number in offered if each == draft.decision_id), None)
    if decision_id is None:
        raise UserError(ErrorCode.AMENDMENT_WITHOUT_DECISION)
    settled = ((each.draft.kind, each.draft.value_on) for each in advance.live(*_SETTLED))
    check_date(session, draft.effective_on, today, settled)
    found = _amended(session, advance, version, draft)
    if shown is not None and shown != found.rows:
        raise UserError(ErrorCode.AMENDMENT_CHANGED_MEANWHILE, number=advance.grant.number)
    again = VersionDraft(
        reason=draft.reason,
        decision_id=decision_id,
        effective_on=draft.effective_on,
        terms=found.terms,
        rows=found.rows,
        kept=found.kept,
        note=draft.note,
        author=draft.author,
    )
    freeze(registry, session, dossier_id, again)
    whole = replace(found.terms, amount=total([each.amount for each in found.rows]))
    rows = RepaymentSchedule(whole, found.rows)
    amend_in(registry, session, dossier_id, decision_id, rows, draft.effective_on)
    check_history(session, dossier_id, draft.effective_on, today)


def _tidied(draft: AmendmentDraft) -> AmendmentDraft:
    """Return a draft without useless spaces; somebody says it."""
    draft = replace(draft, note=draft.note.strip(), author=draft.author.strip())
    if not draft.author:
        raise UserError(ErrorCode.EVENT_AUTHOR_MISSING)
    check_text(draft.author)
    check_text(draft.note, lines=True)
    return draft


def _version(advance: Advance) -> ScheduleVersion:
    if advance.version is None:
        raise UserError(ErrorCode.ADVANCE_NOT_SIGNED, number=advance.grant.number)
    return advance.version


def _amended(
    session: Session, advance: Advance, version: ScheduleVersion, draft: AmendmentDraft
) -> Amended:
    check_effective_on(draft, advance.events)
    then = replace(advance, on=max(draft.effective_on, version.effective_on))
    versions = read_versions(session, advance.grant.dossier_id)
    calendar, granted = _decided(session, draft.decision_id) or (version.terms.calendar, None)
    return amended(versions, then.position(), draft, advance.rules, calendar, granted or None)


def _decided(
    session: Session, decision_id: UUID | None
) -> tuple[HolidayCalendar, Money | None] | None:
    """Return the public holidays that were kept with a decision, and what it grants."""
    if decision_id is None:
        return None
    kept = select(StoredDecision.calendar, StoredDecision.amount)
    found = session.execute(kept.where(StoredDecision.id == decision_id)).one_or_none()
    return None if found is None else (found.calendar, found.amount)
