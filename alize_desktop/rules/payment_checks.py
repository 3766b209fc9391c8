"""What a payment file needs to be accepted by a bank."""

from datetime import date
from typing import Final

from stdnum.eu import at_02
from stdnum.exceptions import ValidationError

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.money_rules import BankAccount, MoneyRules
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.field_checks import check_text

LONGEST_REFERENCE: Final = 35
"""Longest reference of a mandate: ISO 20022, Max35Text."""

MONTHS_AHEAD: Final = 12
"""How far ahead a file may ask: what a bank keeps waiting, and what is still likely then."""


def check_creditor(rules: MoneyRules, *, is_debit: bool) -> None:
    """Refuse a file that names no account of the fund.

    Raises:
        UserError: ``PAYMENT_FILES_OFF``; ``CREDITOR_ACCOUNT_MISSING``;
            ``CREDITOR_IDENTIFIER_INVALID`` for direct debits.

    Source:
        EPC262-08, Creditor Identifier Overview.
    """
    if not rules.payment_files:
        raise UserError(ErrorCode.PAYMENT_FILES_OFF)
    if not rules.creditor_iban.strip() or not rules.creditor_name.strip():
        raise UserError(ErrorCode.CREDITOR_ACCOUNT_MISSING)
    try:
        if is_debit:
            at_02.validate(rules.creditor_identifier)
    except ValidationError as error:
        raise UserError(
            ErrorCode.CREDITOR_IDENTIFIER_INVALID, value=rules.creditor_identifier
        ) from error


def check_execution(on: date, today: date) -> None:
    """Refuse a day on which no bank can be asked to pay or to debit.

    Raises:
        UserError: ``PAYMENT_DAY_REFUSED``: it is past, or more than a year ahead.
    """
    latest = add_months(today, MONTHS_AHEAD)
    if not today <= on <= latest:
        raise UserError(ErrorCode.PAYMENT_DAY_REFUSED, day=on, least=today, most=latest)


def paid_account(account: BankAccount | None, company: str) -> BankAccount:
    """Return the account of a company, fit for a transfer.

    Raises:
        UserError: ``ACCOUNT_MISSING``.
    """
    if account is None:
        raise UserError(ErrorCode.ACCOUNT_MISSING, company=company)
    return account


def debited_account(account: BankAccount | None, company: str, on: date) -> BankAccount:
    """Return the account of a company, fit for a direct debit on a day.

    Raises:
        UserError: ``ACCOUNT_MISSING``; ``MANDATE_MISSING``; ``MANDATE_TOO_RECENT``;
            ``TEXT_TOO_LONG`` for the reference of a mandate.
    """
    known = paid_account(account, company)
    if not known.mandate.strip() or known.mandate_on is None:
        raise UserError(ErrorCode.MANDATE_MISSING, company=company)
    if known.mandate_on > on:
        raise UserError(ErrorCode.MANDATE_TOO_RECENT, company=company, day=known.mandate_on)
    check_text(known.mandate, longest=LONGEST_REFERENCE)
    return known
