"""Decisions that take more than the fund can lend: refused, or a reason is asked."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.fund_checks import envelope_refusal
from alize_desktop.services.fund_left import read_left
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.programme import read_programme


def over_envelope(
    session: Session, programme: Programme, day: date, draft: DecisionDraft, left: Money | None
) -> UserError | None:
    """Return why a decision is refused for what the fund can lend, if it is.

    Nothing more is read when there is enough, as there is at nearly every keystroke.

    Args:
        session: Only read.
        programme: Says what the fund began with.
        day: Of the meeting.
        draft: The decision.
        left: What the fund can lend without what the dossier had before; None when the
            fund is unknown.
    """
    if left is None or left >= draft.amount or draft.outcome not in APPROVALS:
        return None
    now = read_left(session, programme, day).money or ZERO
    return envelope_refusal(draft, left, now, read_money_rules(session).over_envelope)


def asks_reason(
    session: Session, programme: Programme, day: date, draft: DecisionDraft, left: Money | None
) -> bool:
    """Return whether the grounds of a decision, written or not, are why it is granted.

    See ``over_envelope`` for the arguments.
    """
    refusal = over_envelope(session, programme, day, replace(draft, grounds=""), left)
    return refusal is not None and refusal.code is ErrorCode.ENVELOPE_REASON_MISSING


def check_envelope(session: Session, day: date, dossier_id: UUID, draft: DecisionDraft) -> None:
    """Refuse a decision that takes more than the fund can lend, as its rules say.

    Raises:
        UserError: ``ENVELOPE_EXCEEDED``; ``ENVELOPE_REASON_MISSING``.
    """
    programme = read_programme(session)
    left = read_left(session, programme, day, apart_from=dossier_id).money
    refusal = over_envelope(session, programme, day, draft, left)
    if refusal is not None:
        raise refusal
