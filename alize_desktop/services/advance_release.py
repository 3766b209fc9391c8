"""Money that leaves for a company: what allows it, and the schedule counted from it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, ConditionKind, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEventDraft, ScheduleVersion
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.rules.positions import is_amendment
from alize_desktop.rules.schedule import schedule
from alize_desktop.services.advance_grants import read_grant
from alize_desktop.services.advance_reading import Advance, read_advance
from alize_desktop.services.conditions import read_pending_conditions
from alize_desktop.services.schedule_versions import VersionDraft, freeze, read_versions
from alize_desktop.wording.advances import release_blocks


def released_by(session: Session, advance: Advance) -> tuple[str, ...]:
    """Return why money cannot be released on the day of an advance; empty when it can.

    Each is the end of a sentence.
    """
    grant = advance.grant
    approvals = {decision_id for decision_id, _number in grant.approvals}
    pending = [
        each.condition.text
        for each in read_pending_conditions(session, advance.on)
        if each.decision_id in approvals and each.condition.kind is ConditionKind.PRECEDENT
    ]
    return release_blocks(
        advance.position().state,
        pending,
        is_given_up=grant.is_given_up,
        is_granted=grant.is_in_force,
    )


def check_release(session: Session, advance: Advance, draft: AdvanceEventDraft) -> None:
    """Refuse money that the committee does not let leave on its value date, or not so much.

    Args:
        session: Only read.
        advance: As it stands today.
        draft: The disbursement.

    Raises:
        UserError: ``RELEASE_BLOCKED``; ``DISBURSEMENT_TOO_LARGE``.
    """
    grant = read_grant(session, advance.grant.dossier_id, draft.value_on)
    reasons = released_by(session, replace(advance, grant=grant, on=draft.value_on))
    if reasons:
        raise UserError(
            ErrorCode.RELEASE_BLOCKED, number=grant.number, reason="\u00a0; ".join(reasons)
        )
    left = replace(advance, grant=grant).left_to_release()
    if draft.amount > left:
        raise UserError(ErrorCode.DISBURSEMENT_TOO_LARGE, amount=draft.amount, left=left)


def follow_payment(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft, today: date
) -> None:
    """Freeze the schedule again when the first payment is no longer the one it counts from.

    A payment came before it, or it was taken back and another one holds. The dates of the
    contract are counted from that one, as of the day of what was just written.

    Args:
        registry: The registry.
        session: Of the transaction: what was just written is in it.
        dossier_id: Of the advance.
        draft: A disbursement, or what takes one back.
        today: The day it is.
    """
    advance = read_advance(session, dossier_id, today)
    version = advance.version
    paid = advance.live(AdvanceEventKind.DISBURSEMENT)
    if version is None or not paid or is_amendment(version):
        return
    first = paid[0].draft.value_on
    if version.terms.paid_on == first:
        return
    terms = replace(_contract(session, version, dossier_id).terms, paid_on=first)
    if terms.first_due is not None and terms.first_due <= first:
        terms = replace(terms, first_due=None)
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
    freeze(registry, session, dossier_id, again)


def _contract(session: Session, version: ScheduleVersion, dossier_id: UUID) -> ScheduleVersion:
    """Return the version that was signed, of which another only moved the dates."""
    known = [
        each
        for each in read_versions(session, dossier_id)
        if each.version <= version.version and each.reason is ScheduleReason.CONTRACT
    ]
    return known[-1]
