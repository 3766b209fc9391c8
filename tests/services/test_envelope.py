"""A decision above what the fund can lend: refused, or recorded with a reason."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DecisionOutcome, FundMovementKind, OverEnvelope
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import Money

ONE, TWO = "2026-001", "2026-002"


@pytest.fixture
def poor(office):
    """An office whose fund can lend 5 000 € and no more."""
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, fund_amount=Money(5_000_00)))
    return office


def adopted(office, meeting, number):
    item = office.vote(meeting, number)
    office.services.voting.proclaim(item)
    return item, office.services.decisions.proposal(item)


def test_more_than_the_fund_can_lend_needs_a_reason(poor, refused):
    item, asked = adopted(poor, poor.hold(ONE), ONE)
    amounts = {"amount": Money(5_500_00), "left": Money(5_000_00)}
    with refused(ErrorCode.ENVELOPE_REASON_MISSING, poor, **amounts):
        poor.services.decisions.record(item, replace(asked, grounds="  "))
    reason = "La Région abonde le fonds en décembre."
    decision, _ = poor.services.decisions.record(item, replace(asked, grounds=reason))
    assert decision.draft.grounds == reason


def test_it_is_told_while_it_is_typed(poor):
    meeting = poor.hold(ONE)
    item, asked = adopted(poor, meeting, ONE)
    told = poor.services.decisions.consequences(item, asked)
    assert told.fund_left == Money(-500_00)
    assert told.over_envelope.code is ErrorCode.ENVELOPE_REASON_MISSING
    with_reason = replace(asked, grounds="Abondement attendu.")
    explained = poor.services.decisions.consequences(item, with_reason)
    assert (told.asks_reason, explained.asks_reason) == (True, True)
    assert explained.over_envelope is None
    less = replace(asked, amount=Money(5_000_00))
    assert not poor.services.decisions.consequences(item, less).asks_reason


def test_the_rules_may_refuse_it_whatever_is_typed(poor, refused):
    poor.services.money_rules.adopt(MoneyRules(over_envelope=OverEnvelope.REFUSED))
    item, asked = adopted(poor, poor.hold(ONE), ONE)
    with refused(ErrorCode.ENVELOPE_EXCEEDED, poor, left=Money(5_000_00)):
        poor.services.decisions.record(item, replace(asked, grounds="Abondement attendu."))


def test_nothing_is_asked_of_a_fund_that_is_not_known(office):
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, fund_amount=None))
    office.approve(office.hold(ONE), ONE)


def test_movements_make_a_fund_known(office, refused):
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, fund_amount=None))
    given = FundMovementDraft(
        FundMovementKind.CONTRIBUTION, date(2026, 11, 20), Money(1_000_00), author="Odile Perrin"
    )
    office.services.fund.record(given)
    meeting = office.hold(ONE)
    assert office.state(meeting).fund_left == Money(1_000_00)
    item, asked = adopted(office, meeting, ONE)
    with refused(ErrorCode.ENVELOPE_REASON_MISSING, office, left=Money(1_000_00)):
        office.services.decisions.record(item, asked)


def test_what_grants_no_money_is_never_over(poor):
    meeting = poor.hold(ONE, TWO)
    item = adopted(poor, meeting, ONE)[0]
    days = DecisionDraft(DecisionOutcome.APPROVED, days=2, skill_category="RH")
    assert poor.services.decisions.consequences(item, days).over_envelope is None
    poor.defer(meeting, TWO)


def test_a_change_that_takes_no_more_needs_no_reason(poor):
    meeting = poor.hold(ONE)
    item, asked = adopted(poor, meeting, ONE)
    poor.services.decisions.record(item, replace(asked, grounds="Abondement attendu."))
    poor.services.committee.close(meeting)
    again = poor.hold(ONE, complete=False)
    item, asked = adopted(poor, again, ONE)
    change = replace(asked, months=48, deferral=6, every=6, grounds="")
    assert poor.services.decisions.consequences(item, change).over_envelope is None
    poor.services.decisions.record(item, change)
