"""Rules of the money that nobody could follow are refused."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.money_rules import Margins, MoneyRules
from alize_desktop.models.values import Money
from alize_desktop.rules.money_checks import check_account, check_money_rules

USUAL = MoneyRules()


def test_the_rules_the_program_comes_with_are_accepted():
    check_money_rules(USUAL)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day_of_month": 29}, ErrorCode.MONEY_RULE_OUT_OF_RANGE),
        ({"reminder_days": 0}, ErrorCode.MONEY_RULE_OUT_OF_RANGE),
        ({"notice_days": 7}, ErrorCode.MONEY_RULE_OUT_OF_RANGE),
        ({"acceleration_days": 29}, ErrorCode.MONEY_RULE_OUT_OF_RANGE),
        ({"public_percent": 101}, ErrorCode.MONEY_RULE_OUT_OF_RANGE),
        (
            {"margins": (Margins(USUAL.margins[0].rating, 60, 75, 5_001),)},
            ErrorCode.MONEY_RULE_OUT_OF_RANGE,
        ),
        ({"ceiling": Money(-1)}, ErrorCode.AMOUNT_NEGATIVE),
        ({"planned_grant": Money(-1)}, ErrorCode.AMOUNT_NEGATIVE),
        ({"confirmed_by": "Odile\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"confirmed_by": "Le département"}, ErrorCode.TEXT_MISSING),
        ({"confirmed_on": date(2026, 11, 1)}, ErrorCode.TEXT_MISSING),
        ({"creditor_iban": "FR00"}, ErrorCode.IBAN_INVALID),
        ({"creditor_bic": "ABC"}, ErrorCode.BIC_INVALID),
    ],
)
def test_a_rule_that_cannot_be_is_named(changes, code):
    with pytest.raises(UserError) as refused:
        check_money_rules(replace(USUAL, **changes))
    assert refused.value.code is code


def test_an_account_may_be_written_with_spaces():
    check_account("FR76 3000 6000 0112 3456 7890 189", "agri frpp")
