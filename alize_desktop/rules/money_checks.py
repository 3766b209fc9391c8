"""Checks of the rules of the money before they are adopted: each names the rule it refuses."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from stdnum import iban
from stdnum.exceptions import ValidationError

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import ZERO
from alize_desktop.rules.field_checks import check_text

_LIMITS: Final = {
    "day_of_month": (1, 28),
    "reschedulings": (0, 10),
    "longest_months": (1, 360),
    "reminder_days": (1, 365),
    "notice_days": (1, 365),
    "acceleration_days": (1, 365),
    "meetings_a_year": (0, 52),
}
_MOST_MARGIN: Final = 5_000
_BIC: Final = re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")


def check_money_rules(rules: MoneyRules) -> None:
    """Refuse rules that nobody can follow.

    Raises:
        UserError: ``MONEY_RULE_OUT_OF_RANGE``, ``AMOUNT_NEGATIVE``, ``TEXT_MISSING``: a
            confirmation has an author and a day; ``IBAN_INVALID``, ``BIC_INVALID``; ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    for setting, value, least, most in _numbers(rules):
        if not least <= value <= most:
            raise UserError(
                ErrorCode.MONEY_RULE_OUT_OF_RANGE,
                rule=setting,
                value=value,
                least=least,
                most=most,
            )
    for amount in (rules.planned_grant, rules.ceiling, rules.day_value):
        if amount < ZERO:
            raise UserError(ErrorCode.AMOUNT_NEGATIVE, amount=amount)
    for text in (rules.confirmed_by, rules.creditor_name, rules.creditor_identifier):
        check_text(text)
    if bool(rules.confirmed_by.strip()) != (rules.confirmed_on is not None):
        missing = "confirmed_on" if rules.confirmed_on is None else "confirmed_by"
        raise UserError(ErrorCode.TEXT_MISSING, rule=missing)
    check_account(rules.creditor_iban, rules.creditor_bic)


def check_account(number: str, bic: str) -> None:
    """Refuse an IBAN or a BIC that is not one; what is empty is not checked.

    Raises:
        UserError: ``IBAN_INVALID``, ``BIC_INVALID``.

    Source:
        ISO 13616 and ISO 9362.
    """
    try:
        if number:
            iban.validate(number)
    except ValidationError as error:
        raise UserError(ErrorCode.IBAN_INVALID, value=number) from error
    if bic and not _BIC.fullmatch(bic.replace(" ", "").upper()):
        raise UserError(ErrorCode.BIC_INVALID, value=bic)


def _numbers(rules: MoneyRules) -> Iterator[tuple[str, int | Decimal, int, int]]:
    for setting, (least, most) in _LIMITS.items():
        value = getattr(rules, setting)
        if value is not None:
            yield setting, value, least, most
    yield "notice_days", rules.notice_days, rules.reminder_days, 365
    yield "acceleration_days", rules.acceleration_days, rules.notice_days, 365
    yield "public_percent", rules.public_percent, 0, 100
    for margins in rules.margins:
        for value in (margins.high, margins.normal, margins.low):
            yield "margins", value, 0, _MOST_MARGIN
