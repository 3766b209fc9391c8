"""Cases about State aid: what an advance is worth as a grant, and the ceiling."""

from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.cli.rule_cases.ballots import Answer
from alize_desktop.cli.rule_cases.fields import Fields
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AidMethod, DueDateRoll, Rounding
from alize_desktop.models.records.money_rules import CEILING
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.rules.state_aid import (
    HIGHEST_RATE,
    LOWEST_BASE,
    check_rate,
    grant_equivalent,
    weigh,
)

_ANY_DAY: Final = date(2026, 1, 1)
"""Months are counted from the payment, whatever its day."""


def answer_aid(case: Fields) -> Answer:
    """Answer what an advance without interest is worth as a grant."""
    terms = AdvanceTerms(
        amount=case.money("amount"),
        months=case.integer("months"),
        paid_on=_ANY_DAY,
        deferral=case.integer("deferral"),
        every=case.integer("every"),
        deferral_included=case.flag("deferral_included", default=True),
        rounding=case.choice("rounding", Rounding, Rounding.HALF_UP),
        roll=DueDateRoll.NONE,
    )
    method = case.choice("method", AidMethod)
    reference = case.percent("reference_rate")
    check_rate(reference, Decimal(0), HIGHEST_RATE)
    discount = reference
    if method is AidMethod.B or case.has("discount_rate"):
        discount = case.percent("discount_rate")
        check_rate(discount, LOWEST_BASE, HIGHEST_RATE)
    worth = grant_equivalent(schedule(terms), method, reference, discount)
    return {"grant_equivalent": str(worth)}


def answer_de_minimis(case: Fields) -> Answer:
    """Answer whether an aid keeps under the ceiling, with those of three years."""
    found = weigh(
        case.day("granted_on"),
        _amount(case, "grant_equivalent"),
        [
            (each.day("granted_on"), _amount(each, "grant_equivalent"))
            for each in case.parts("past")
        ],
        _amount(case, "ceiling") if case.has("ceiling") else CEILING,
    )
    answer: Answer = {"total": str(found.total), "allowed": found.is_allowed}
    if found.left is not None:
        answer["left"] = str(found.left)
    return answer


def _amount(case: Fields, name: str) -> Money:
    amount = case.money(name)
    if amount < ZERO:
        raise UserError(ErrorCode.AMOUNT_NEGATIVE, amount=amount)
    return amount
