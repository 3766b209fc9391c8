"""What may be recorded of an advance: in which state, on which days, with what said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, AdvanceState
from alize_desktop.models.records.advances import (
    AdvanceEvent,
    AdvanceEventDraft,
    AdvancePosition,
)
from alize_desktop.models.values import ZERO
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.replay import REVERSALS, WITH_MONEY, WRITE_OFFS

MONEY_IN: Final = frozenset({AdvanceEventKind.REPAYMENT, AdvanceEventKind.RECOVERY})
"""What the company pays."""

_WITH_REASON: Final = frozenset({*WRITE_OFFS, AdvanceEventKind.REVERSAL})
_LETTERS: Final = frozenset({AdvanceEventKind.REMINDER, AdvanceEventKind.FORMAL_NOTICE})
_OWED: Final = (
    MONEY_IN | _LETTERS | {*WRITE_OFFS, AdvanceEventKind.REFUND, AdvanceEventKind.LITIGATION}
)
_WRITTEN_OFF: Final = frozenset({AdvanceEventKind.RECOVERY, AdvanceEventKind.REFUND})
_STEPS: Final = {
    AdvanceState.SIGNED: frozenset({AdvanceEventKind.DISBURSEMENT, AdvanceEventKind.REFUND}),
    AdvanceState.RUNNING: _OWED
    | {
        AdvanceEventKind.DISBURSEMENT,
        AdvanceEventKind.MORATORIUM,
        AdvanceEventKind.ACCELERATION,
    },
    AdvanceState.ACCELERATED: _OWED | {AdvanceEventKind.MORATORIUM},
    AdvanceState.IN_LITIGATION: (_OWED | {AdvanceEventKind.ACCELERATION})
    - {AdvanceEventKind.LITIGATION},
    AdvanceState.REPAID: MONEY_IN | {AdvanceEventKind.REFUND},
    AdvanceState.WAIVED: _WRITTEN_OFF,
    AdvanceState.LOST: _WRITTEN_OFF,
}
"""What may happen in each state; nothing in the states before the signature."""


def tidied(draft: AdvanceEventDraft) -> AdvanceEventDraft:
    """Return a draft without useless spaces, nor what its kind does not say."""
    is_money = draft.kind in (*WITH_MONEY, *REVERSALS)
    return replace(
        draft,
        amount=draft.amount if is_money else ZERO,
        until=draft.until if draft.kind is AdvanceEventKind.MORATORIUM else None,
        reference=draft.reference.strip(),
        note=draft.note.strip(),
        author=draft.author.strip(),
    )


def check_draft(draft: AdvanceEventDraft) -> None:
    """Refuse a draft that does not say what it should.

    Raises:
        UserError: ``EVENT_AUTHOR_MISSING``; ``AMOUNT_NOT_POSITIVE``; ``REASON_MISSING`` for
            a write-off or a reversal; ``EVENT_DATE_TOO_EARLY`` for a moratorium without an
            end, or that ends before it begins; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    if not draft.author:
        raise UserError(ErrorCode.EVENT_AUTHOR_MISSING)
    for text, lines in ((draft.author, False), (draft.reference, False), (draft.note, True)):
        check_text(text, lines=lines)
    if draft.kind in WITH_MONEY and draft.amount <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=draft.amount)
    if draft.kind in _WITH_REASON and not draft.note:
        raise UserError(ErrorCode.REASON_MISSING)
    if draft.kind is AdvanceEventKind.MORATORIUM:
        until = draft.until or draft.value_on
        if until <= draft.value_on:
            raise UserError(
                ErrorCode.EVENT_DATE_TOO_EARLY, day=until, what=draft.kind, limit=draft.value_on
            )


def check_day(day: date, today: date, limits: Iterable[tuple[object, date]]) -> None:
    """Refuse a day that is to come, or before what is settled.

    Args:
        day: Value date of what is recorded.
        today: Of the clock.
        limits: What is settled, and its day: nothing is dated before.

    Raises:
        UserError: ``EVENT_DATE_IN_FUTURE``; ``EVENT_DATE_TOO_EARLY``.
    """
    if day > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=day)
    for what, limit in limits:
        if day < limit:
            raise UserError(ErrorCode.EVENT_DATE_TOO_EARLY, day=day, what=what, limit=limit)


def check_step(kind: AdvanceEventKind, state: AdvanceState, number: str) -> None:
    """Refuse what cannot happen to an advance in a state.

    Raises:
        UserError: ``ADVANCE_NOT_SIGNED``; ``ADVANCE_STEP_REFUSED``.
    """
    if kind is not AdvanceEventKind.AGREEMENT_SIGNED and state is AdvanceState.GRANTED:
        raise UserError(ErrorCode.ADVANCE_NOT_SIGNED, number=number)
    if kind not in _STEPS.get(state, ()):
        raise UserError(ErrorCode.ADVANCE_STEP_REFUSED, kind=kind, number=number, state=state)


def check_delay(draft: AdvanceEventDraft, position: AdvancePosition, number: str) -> None:
    """Refuse to ask for what is not late.

    Everything may be claimed for another reason than a delay, which its note then gives.

    Args:
        draft: Of any kind.
        position: Of the advance on its value date.
        number: Of the advance.

    Raises:
        UserError: ``ADVANCE_STEP_REFUSED``; ``ACCELERATION_WITHOUT_DELAY``.
    """
    if position.days_late:
        return
    if draft.kind in _LETTERS:
        raise UserError(
            ErrorCode.ADVANCE_STEP_REFUSED, kind=draft.kind, number=number, state=position.bucket
        )
    if draft.kind is AdvanceEventKind.ACCELERATION and not draft.note:
        raise UserError(ErrorCode.ACCELERATION_WITHOUT_DELAY, number=number)


def check_moratorium(draft: AdvanceEventDraft, paid_on: date, longest_months: int) -> None:
    """Refuse a moratorium that ends after the longest schedule that the rules allow.

    Args:
        draft: Of any kind.
        paid_on: Day of the first payment.
        longest_months: From the payment to the last instalment.

    Raises:
        UserError: ``MORATORIUM_TOO_LONG``.
    """
    limit = add_months(paid_on, longest_months)
    if draft.until is not None and draft.until > limit:
        raise UserError(
            ErrorCode.MORATORIUM_TOO_LONG, day=draft.until, limit=limit, most=longest_months
        )


def check_correction(target: AdvanceEvent, *, is_last: bool) -> None:
    """Refuse to take back an event twice, or a signature that something followed.

    Args:
        target: The event that is taken back.
        is_last: Whether nothing else that holds was recorded of the advance.

    Raises:
        UserError: ``EVENT_ALREADY_REVERSED``; ``EVENT_NOT_REVERSIBLE``.
    """
    if target.is_reversed:
        raise UserError(ErrorCode.EVENT_ALREADY_REVERSED)
    if target.draft.kind is AdvanceEventKind.AGREEMENT_SIGNED and not is_last:
        raise UserError(ErrorCode.EVENT_NOT_REVERSIBLE, kind=target.draft.kind)
