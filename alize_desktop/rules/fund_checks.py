"""What the fund refuses to record, and on which days."""

from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import FundMovementKind, OverEnvelope
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.field_checks import check_text
from alize_desktop.rules.fund import check_not_closed

FIRST_YEAR: Final = 1990
"""No programme is older."""

LAST_YEAR: Final = 2095
"""The five years of a forecast end before the public holidays are known no more."""


def check_reckoned(day: date) -> None:
    """Refuse a day on which nothing of the fund can be reckoned.

    Raises:
        UserError: ``DAY_OUT_OF_RANGE``.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError(
            ErrorCode.DAY_OUT_OF_RANGE, day=day, least=str(FIRST_YEAR), most=str(LAST_YEAR)
        )


def check_movement(draft: FundMovementDraft, today: date, closed: date | None) -> None:
    """Refuse a movement that says too little or is dated where it cannot be.

    Args:
        draft: A contribution, a withdrawal or a fee.
        today: Nothing is dated later.
        closed: Last day of the periods that are closed, None without one.

    Raises:
        UserError: ``REVERSAL_WITHOUT_EVENT`` for a reversal that names nothing;
            ``AMOUNT_NOT_POSITIVE``; see ``check_entry``.
    """
    if draft.kind is FundMovementKind.REVERSAL:
        raise UserError(ErrorCode.REVERSAL_WITHOUT_EVENT)
    if draft.amount <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=draft.amount)
    check_entry(draft, today, closed)


def check_reversal(
    draft: FundMovementDraft, target: FundMovementDraft, today: date, closed: date | None
) -> None:
    """Refuse to take a movement back before it was made, or without saying why.

    Args:
        draft: The reversal.
        target: What it takes back.
        today: Nothing is dated later.
        closed: Last day of the periods that are closed, None without one.

    Raises:
        UserError: ``EVENT_DATE_TOO_EARLY``; ``REASON_MISSING``; see ``check_entry``.
    """
    if draft.value_on < target.value_on:
        raise UserError(
            ErrorCode.EVENT_DATE_TOO_EARLY,
            day=draft.value_on,
            what=target.kind,
            limit=target.value_on,
        )
    check_entry(draft, today, closed)
    if not draft.note.strip():
        raise UserError(ErrorCode.REASON_MISSING)


def check_expectation(kind: FundMovementKind, on: date, amount: Money, note: str) -> None:
    """Refuse to expect what cannot come.

    Raises:
        UserError: ``REVERSAL_WITHOUT_EVENT`` for a reversal; ``AMOUNT_NOT_POSITIVE``;
            ``DAY_OUT_OF_RANGE``; ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    if kind is FundMovementKind.REVERSAL:
        raise UserError(ErrorCode.REVERSAL_WITHOUT_EVENT)
    if amount <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=amount)
    check_reckoned(on)
    check_text(note, lines=True)


def check_entry(draft: FundMovementDraft, today: date, closed: date | None) -> None:
    """Refuse an entry without an author, of a day to come or of a closed period.

    Raises:
        UserError: ``EVENT_AUTHOR_MISSING``; ``EVENT_DATE_IN_FUTURE``;
            ``FUND_PERIOD_CLOSED``; ``DAY_OUT_OF_RANGE``; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    check_author(draft.author)
    for text in (draft.reference, draft.author):
        check_text(text)
    check_text(draft.note, lines=True)
    if draft.value_on > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=draft.value_on)
    check_not_closed(draft.value_on, closed)
    check_reckoned(draft.value_on)


def check_author(author: str) -> None:
    """Refuse an entry that nobody signs.

    Raises:
        UserError: ``EVENT_AUTHOR_MISSING``.
    """
    if not author.strip():
        raise UserError(ErrorCode.EVENT_AUTHOR_MISSING)


def check_closing(
    through: date, today: date, closed: date | None, open_on: date | None = None
) -> None:
    """Refuse to close a period that is not over, that was closed, or that may still be bound.

    Args:
        through: Last day of the period.
        today: Nothing is closed later.
        closed: Last day of the periods that are closed, None without one.
        open_on: Day of the first meeting that is still open, None without one.

    Raises:
        UserError: ``EVENT_DATE_IN_FUTURE``; ``FUND_CLOSING_TOO_EARLY``;
            ``FUND_CLOSING_MEETING_OPEN``.
    """
    if through > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=through)
    if closed is not None and through <= closed:
        raise UserError(ErrorCode.FUND_CLOSING_TOO_EARLY, limit=closed)
    if open_on is not None and open_on <= through:
        raise UserError(ErrorCode.FUND_CLOSING_MEETING_OPEN, day=open_on)


def check_cash(amount: Money, *cash: Money) -> None:
    """Refuse that more leaves than there is, on the day it leaves or later.

    Args:
        amount: What leaves, > 0.
        cash: At the bank on each day that counts.

    Raises:
        UserError: ``FUND_WITHOUT_CASH``.
    """
    least = min(cash)
    if amount > least:
        raise UserError(ErrorCode.FUND_WITHOUT_CASH, amount=amount, left=least)


def envelope_refusal(
    draft: DecisionDraft, left: Money, now: Money, over: OverEnvelope
) -> UserError | None:
    """Return why a decision that takes more than the fund can lend is refused, if it is.

    A change that takes no more than the approval it replaces is never refused.

    Args:
        draft: An approval; its grounds are the reason that may be asked.
        left: What the fund can lend without what the dossier had before.
        now: What the fund can lend with it.
        over: What the rules say.

    Source:
        Règles de calcul, le fonds.
    """
    after = left - draft.amount
    if after >= ZERO or after >= now:
        return None
    if over is OverEnvelope.REFUSED:
        return UserError(ErrorCode.ENVELOPE_EXCEEDED, amount=draft.amount, left=left)
    if draft.grounds.strip():
        return None
    return UserError(ErrorCode.ENVELOPE_REASON_MISSING, amount=draft.amount, left=left)
