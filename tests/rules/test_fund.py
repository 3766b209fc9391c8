"""The fund on a day: its sums, its sides that agree, what it refuses."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, FundMovementKind, OverEnvelope
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.fund import FunderShare, FundMovement, FundMovementDraft
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import (
    AdvanceTotals,
    Giver,
    check_not_closed,
    public_percent,
    signed_amount,
    statement,
)
from alize_desktop.rules.fund_checks import (
    check_cash,
    check_closing,
    check_entry,
    check_expectation,
    check_movement,
    check_reversal,
    envelope_refusal,
)

Kind = FundMovementKind
DAY = date(2026, 6, 1)
REGION, FIRM = UUID(int=901), UUID(int=902)
GIVERS = {REGION: Giver("Région", is_public=True), FIRM: Giver("Forges"), None: Giver("Autre")}


def movement(number, kind, amount, on=DAY, **more):
    draft = FundMovementDraft(kind, on, Money(amount), author="O. Perrin", **more)
    return FundMovement(UUID(int=number), number, datetime(2026, 6, 1, tzinfo=UTC), draft)


def advance(disbursed, allocated, credit, refunded, given_up, recovered):
    """Return totals as a replay gives them, each part taken from what there is."""
    allocated = min(allocated, disbursed)
    given_up = min(given_up, disbursed - allocated)
    recovered = min(recovered, given_up)
    return AdvanceTotals(
        disbursed=Money(disbursed),
        received=Money(allocated + credit + refunded),
        refunded=Money(refunded),
        recovered=Money(recovered),
        written_off=Money(given_up),
        outstanding=Money(disbursed - allocated - given_up),
        credit=Money(credit),
    )


class TestTheStatement:
    def test_every_movement_has_its_side(self):
        found = statement(
            DAY,
            Money(1_000),
            (
                movement(1, Kind.CONTRIBUTION, 500),
                movement(2, Kind.WITHDRAWAL, 100),
                movement(3, Kind.FEE, 20),
                movement(4, Kind.CONTRIBUTION, 9_000, date(2026, 6, 2)),
            ),
            (AdvanceTotals(committed=Money(300), credit=Money(5), late=Money(7)),),
        )
        assert (found.contributions, found.withdrawals, found.fees) == (
            Money(1_500),
            Money(100),
            Money(20),
        )
        assert (found.cash, found.available) == (Money(1_380), Money(1_380 - 300 - 5))
        assert (found.late, found.advances) == (Money(7), 0)

    def test_an_amount_at_the_start_that_is_not_said_is_nothing(self):
        found = statement(DAY, None, (), ())
        assert (found.cash, found.available, found.funders) == (ZERO, ZERO, ())

    @pytest.mark.parametrize("kind", [Kind.CONTRIBUTION, Kind.WITHDRAWAL, Kind.FEE])
    def test_a_reversal_takes_a_movement_back_from_its_day_on(self, kind):
        moved = (
            movement(1, kind, 400),
            movement(2, Kind.REVERSAL, 400, date(2026, 6, 9), reverses_id=UUID(int=1)),
        )
        before, after = (statement(day, Money(1_000), moved, ()) for day in (DAY, date(2026, 6, 9)))
        assert before.cash == Money(1_000) + signed_amount(moved[0].draft)
        assert after.cash == Money(1_000)
        assert signed_amount(moved[1].draft, kind) == -signed_amount(moved[0].draft)
        assert (after.contributions, after.withdrawals, after.fees) == (Money(1_000), ZERO, ZERO)

    def test_funders_stand_by_what_they_put_in(self):
        moved = (
            movement(1, Kind.CONTRIBUTION, 100, funder_id=REGION),
            movement(2, Kind.CONTRIBUTION, 300, funder_id=FIRM),
            movement(3, Kind.WITHDRAWAL, 100, funder_id=FIRM),
            movement(4, Kind.FEE, 10, funder_id=FIRM),
        )
        found = statement(DAY, Money(100), moved, (), GIVERS).funders
        assert [(each.funder, each.contributed.minor, each.basis_points) for each in found] == [
            ("Forges", 200, 5_000),
            ("Autre", 100, 2_500),
            ("Région", 100, 2_500),
        ]
        assert [each.is_public for each in found] == [False, False, True]
        assert [each.is_named for each in found] == [True, False, True]

    def test_parts_make_a_whole_and_who_took_more_than_given_has_none(self):
        moved = (
            movement(1, Kind.CONTRIBUTION, 100, funder_id=REGION),
            movement(2, Kind.WITHDRAWAL, 1, funder_id=FIRM),
        )
        found = statement(DAY, Money(200), moved, (), GIVERS).funders
        assert [each.basis_points for each in found] == [6_667, 3_333, 0]
        (owing,) = statement(DAY, None, moved[1:], (), GIVERS).funders
        assert (owing.contributed, owing.basis_points) == (Money(-1), 0)

    amounts = st.integers(0, 10**9)

    @given(
        opening=amounts,
        moved=st.lists(
            st.tuples(
                st.sampled_from([Kind.CONTRIBUTION, Kind.WITHDRAWAL, Kind.FEE]),
                st.integers(1, 10**9),
                st.booleans(),
                st.sampled_from([None, REGION, FIRM]),
            ),
            max_size=8,
        ),
        lent=st.lists(st.tuples(*[amounts] * 6), max_size=8),
    )
    def test_what_was_brought_is_where_it_is(self, opening, moved, lent):
        movements = []
        for number, (kind, amount, is_reversed, giver) in enumerate(moved):
            movements.append(movement(2 * number, kind, amount, funder_id=giver))
            if is_reversed:
                back = {"reverses_id": UUID(int=2 * number), "funder_id": giver}
                movements.append(movement(2 * number + 1, Kind.REVERSAL, amount, **back))
        found = statement(DAY, Money(opening), movements, [advance(*each) for each in lent], GIVERS)
        brought = found.contributions - found.withdrawals - found.fees
        assert brought + found.credits == found.cash + found.outstanding + found.losses
        returned = found.received + found.recovered - found.refunded
        assert found.cash == brought - found.disbursed + returned
        given_by_all = sum((each.contributed for each in found.funders), ZERO)
        assert given_by_all == found.contributions - found.withdrawals
        assert sum(each.basis_points for each in found.funders) in (0, 10_000)


GOOD = FundMovementDraft(Kind.CONTRIBUTION, DAY, Money(100), author="O. Perrin")


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"kind": Kind.REVERSAL}, ErrorCode.REVERSAL_WITHOUT_EVENT),
            ({"amount": ZERO}, ErrorCode.AMOUNT_NOT_POSITIVE),
            ({"author": " "}, ErrorCode.EVENT_AUTHOR_MISSING),
            ({"reference": "a\n"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
            ({"value_on": date(2026, 6, 3)}, ErrorCode.EVENT_DATE_IN_FUTURE),
            ({"value_on": date(2026, 5, 31)}, ErrorCode.FUND_PERIOD_CLOSED),
        ],
    )
    def test_of_a_movement(self, changes, code):
        with pytest.raises(UserError) as caught:
            check_movement(replace(GOOD, **changes), date(2026, 6, 2), date(2026, 5, 31))
        assert caught.value.code is code

    def test_of_a_reversal(self):
        back = replace(GOOD, kind=Kind.REVERSAL, note="Faux", value_on=date(2026, 6, 2))
        check_reversal(back, GOOD, date(2026, 6, 2), None)
        cases = {
            ErrorCode.EVENT_DATE_TOO_EARLY: {"value_on": date(2026, 5, 31)},
            ErrorCode.REASON_MISSING: {"note": " "},
        }
        for code, changes in cases.items():
            with pytest.raises(UserError) as caught:
                check_reversal(replace(back, **changes), GOOD, date(2026, 6, 2), None)
            assert caught.value.code is code

    def test_of_what_is_expected(self):
        check_expectation(Kind.FEE, DAY, Money(1), "")
        with pytest.raises(UserError) as caught:
            check_expectation(Kind.REVERSAL, DAY, Money(1), "")
        assert caught.value.code is ErrorCode.REVERSAL_WITHOUT_EVENT
        with pytest.raises(UserError) as caught:
            check_expectation(Kind.FEE, DAY, ZERO, "")
        assert caught.value.code is ErrorCode.AMOUNT_NOT_POSITIVE
        with pytest.raises(UserError) as caught:
            check_expectation(Kind.FEE, date(9999, 12, 31), Money(1), "")
        assert caught.value.code is ErrorCode.DAY_OUT_OF_RANGE

    def test_of_a_day_that_is_closed(self):
        check_entry(GOOD, DAY, None)
        check_not_closed(DAY, date(2026, 5, 31))
        with pytest.raises(UserError) as caught:
            check_not_closed(DAY, DAY)
        assert caught.value.params == {"day": DAY, "limit": DAY}

    def test_of_a_closing(self):
        check_closing(DAY, DAY, None)
        check_closing(DAY, DAY, date(2026, 5, 31))
        for through, code in (
            (date(2026, 6, 2), ErrorCode.EVENT_DATE_IN_FUTURE),
            (date(2026, 5, 31), ErrorCode.FUND_CLOSING_TOO_EARLY),
        ):
            with pytest.raises(UserError) as caught:
                check_closing(through, DAY, date(2026, 5, 31))
            assert caught.value.code is code

    def test_of_money_that_is_not_there(self):
        check_cash(Money(100), Money(100), Money(300))
        with pytest.raises(UserError) as caught:
            check_cash(Money(101), Money(300), Money(100))
        assert caught.value.params == {"amount": Money(101), "left": Money(100)}


def test_the_public_part_is_what_named_funders_say():
    named = FunderShare("Région", True, Money(50_000_00), 2_941)
    unknown = FunderShare("", False, Money(120_000_00), 7_059, is_named=False)
    assert public_percent((unknown, named)) == Decimal("29.41")
    assert public_percent((unknown,)) is None


@pytest.mark.parametrize(
    ("amount", "left", "now", "over", "grounds", "code"),
    [
        (100, 100, 100, OverEnvelope.REFUSED, "", None),
        (101, 100, 100, OverEnvelope.REFUSED, "Oui", ErrorCode.ENVELOPE_EXCEEDED),
        (101, 100, 100, OverEnvelope.REASON, " ", ErrorCode.ENVELOPE_REASON_MISSING),
        (101, 100, 100, OverEnvelope.REASON, "Oui", None),
        (50, 20, -30, OverEnvelope.REFUSED, "", None),
        (51, 20, -30, OverEnvelope.REFUSED, "", ErrorCode.ENVELOPE_EXCEEDED),
    ],
)
def test_a_decision_above_what_the_fund_can_lend(amount, left, now, over, grounds, code):
    draft = DecisionDraft(DecisionOutcome.APPROVED, Money(amount), grounds=grounds)
    refusal = envelope_refusal(draft, Money(left), Money(now), over)
    assert (refusal.code if refusal else None) is code
