"""What a payment file needs to be accepted by a bank."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.payment_checks import check_creditor, debited_account, paid_account
from tests.advance_records import ACCOUNT, PAID_ON, RULES

MANDATED = replace(ACCOUNT, mandate="M-1", mandate_on=PAID_ON)


@pytest.mark.parametrize("is_debit", [False, True])
def test_an_account_of_the_fund_is_enough(is_debit):
    check_creditor(RULES, is_debit=is_debit)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"payment_files": False}, ErrorCode.PAYMENT_FILES_OFF),
        ({"creditor_iban": " "}, ErrorCode.CREDITOR_ACCOUNT_MISSING),
        ({"creditor_name": ""}, ErrorCode.CREDITOR_ACCOUNT_MISSING),
        ({"creditor_identifier": "FR72ZZZ123457"}, ErrorCode.CREDITOR_IDENTIFIER_INVALID),
    ],
)
def test_a_file_without_an_account_of_the_fund_is_refused(changes, code):
    with pytest.raises(UserError) as caught:
        check_creditor(replace(RULES, **changes), is_debit=True)
    assert caught.value.code is code


def test_a_transfer_needs_no_identifier_of_the_fund():
    check_creditor(replace(RULES, creditor_identifier=""), is_debit=False)


def test_a_company_is_paid_with_an_account_and_debited_with_a_mandate():
    assert paid_account(ACCOUNT, "Œillet") is ACCOUNT
    assert debited_account(MANDATED, "Œillet", PAID_ON) is MANDATED


@pytest.mark.parametrize(
    ("account", "code"),
    [
        (None, ErrorCode.ACCOUNT_MISSING),
        (ACCOUNT, ErrorCode.MANDATE_MISSING),
        (replace(MANDATED, mandate_on=None), ErrorCode.MANDATE_MISSING),
        (replace(MANDATED, mandate="M" * 36), ErrorCode.TEXT_TOO_LONG),
        (replace(MANDATED, mandate_on=PAID_ON + timedelta(days=1)), ErrorCode.MANDATE_TOO_RECENT),
    ],
)
def test_a_company_that_cannot_be_debited_is_told(account, code):
    with pytest.raises(UserError) as caught:
        debited_account(account, "Œillet", PAID_ON)
    assert caught.value.code is code
