"""What the papers of one advance say, read in one transaction."""

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, PaperKind
from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.models.values import ZERO
from alize_desktop.rules.late_letters import may_be_sent
from alize_desktop.services.advance_accounts import read_account
from alize_desktop.services.advance_details import read_detail
from alize_desktop.services.advance_events import dossier_of_event, read_events
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.services.money_rules_reading import read_money_rules

_OF_AN_ADVANCE: Final = PaperKind.AMENDMENT
"""Its record holds the approval in force, and the one that the agreement is named after."""


def read_advance_paper(
    session: Session, dossier_id: UUID, today: date, on: date | None = None
) -> AdvancePaperRecord:
    """Return what a paper of an advance says.

    Args:
        session: Only read.
        dossier_id: Of the advance.
        today: Day the paper is made.
        on: Day that it tells; that of the paper by default.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``.
    """
    detail = read_detail(session, dossier_id, on or today)
    return AdvancePaperRecord(
        paper=read_dossier_paper(session, dossier_id, _OF_AN_ADVANCE, today),
        detail=detail,
        rules=read_money_rules(session),
        account=read_account(session, detail.row.siren),
    )


def read_event_paper(
    session: Session, event_id: UUID, kinds: frozenset[AdvanceEventKind], today: date
) -> AdvancePaperRecord:
    """Return what the paper of an event says, the advance as it stood that day.

    Args:
        session: Only read.
        event_id: What the paper is about.
        kinds: Events that have such a paper.
        today: Day the paper is made.

    Raises:
        UserError: ``EVENT_NOT_FOUND``, also for an event of another kind;
            ``EVENT_ALREADY_REVERSED``.
    """
    dossier_id = dossier_of_event(session, event_id)
    event = next(x for x in read_events(session, dossier_id) if x.id == event_id)
    if event.draft.kind not in kinds:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    if event.is_reversed:
        raise UserError(ErrorCode.EVENT_ALREADY_REVERSED)
    record = read_advance_paper(session, dossier_id, today, event.draft.value_on)
    return replace(record, event=event)


def check_letter(kind: PaperKind, record: AdvancePaperRecord) -> None:
    """Refuse a letter that would not say what is.

    Raises:
        UserError: ``ADVANCE_STEP_REFUSED``, with how late the advance is.
    """
    row = record.detail.row
    if not may_be_sent(kind, row.position, record.rules):
        raise UserError(
            ErrorCode.ADVANCE_STEP_REFUSED, kind=kind, number=row.number, state=row.position.bucket
        )


def check_release(detail: AdvanceDetail) -> None:
    """Refuse an order for money that must not leave.

    Raises:
        UserError: ``RELEASE_BLOCKED``, with the reasons; ``DISBURSEMENT_TOO_LARGE`` when
            nothing is left to release.
    """
    row = detail.row
    if detail.blocking:
        reasons = " ; ".join(_clause(each) for each in detail.blocking)
        raise UserError(ErrorCode.RELEASE_BLOCKED, number=row.number, reason=reasons)
    left = detail.left_to_disburse
    if left <= ZERO:
        raise UserError(ErrorCode.DISBURSEMENT_TOO_LARGE, amount=row.amount, left=left)


def _clause(sentence: str) -> str:
    """Return a sentence as it stands inside of another one."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
