"""Checks of what is entered about State aid: rates, declared aids, the register."""

from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.state_aid import PastAid
from alize_desktop.models.values import ZERO
from alize_desktop.rules.field_checks import check_siren, check_text, check_year
from alize_desktop.rules.state_aid import HIGHEST_BASE, LOWEST_BASE, check_rate

_FIRST_YEAR: Final = 1990


def check_base_rate(first: date, last: date, percent: Decimal, source: str) -> None:
    """Refuse a base rate that nobody publishes, or of which nobody knows where it was read.

    Raises:
        UserError: ``DATE_INVALID``; ``RATE_DAYS_REVERSED``; ``RATE_OUT_OF_RANGE``;
            ``NUMBER_INVALID`` beyond two decimals; ``RATE_SOURCE_MISSING``;
            ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    for day in (first, last):
        check_year(day, _FIRST_YEAR)
    if last < first:
        raise UserError(ErrorCode.RATE_DAYS_REVERSED, first=first, last=last)
    if not percent.is_finite() or percent * 100 % 1:
        raise UserError(ErrorCode.NUMBER_INVALID, value=str(percent))
    check_rate(percent, LOWEST_BASE, HIGHEST_BASE)
    if not source.strip():
        raise UserError(ErrorCode.RATE_SOURCE_MISSING)
    check_text(source)


def check_past_aid(aid: PastAid, today: date) -> None:
    """Refuse a declared aid without a company, a past day or an amount.

    Raises:
        UserError: ``TEXT_MISSING`` or ``SIREN_INVALID``; ``DATE_INVALID``;
            ``EVENT_DATE_IN_FUTURE``; ``AMOUNT_NOT_POSITIVE``; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    check_siren(aid.siren)
    check_year(aid.granted_on, _FIRST_YEAR)
    if aid.granted_on > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=aid.granted_on)
    if aid.grant_equivalent <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=aid.grant_equivalent)
    for text in (aid.undertaking, aid.granter, aid.measure):
        check_text(text)


def check_entry(
    status: RegisterStatus, reference: str, on: date | None, author: str, today: date
) -> None:
    """Refuse what cannot be said of an aid in the national register.

    Raises:
        UserError: ``REGISTER_REFERENCE_MISSING`` for a declared aid without its reference
            or its day; ``EVENT_DATE_IN_FUTURE``; ``EVENT_AUTHOR_MISSING``;
            ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    if status is RegisterStatus.DECLARED and (not reference.strip() or on is None):
        raise UserError(ErrorCode.REGISTER_REFERENCE_MISSING)
    if on is not None and on > today:
        raise UserError(ErrorCode.EVENT_DATE_IN_FUTURE, day=on)
    if not author.strip():
        raise UserError(ErrorCode.EVENT_AUTHOR_MISSING)
    for text in (reference, author):
        check_text(text)
