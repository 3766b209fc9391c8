"""What an advance without interest is worth, the rates, and the ceiling of de minimis aid."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AidMethod, Collateral, CreditRating, RegisterStatus
from alize_desktop.models.records.money_rules import CEILING, MARGINS, MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.records.state_aid import BaseRate
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.aid_checks import check_entry
from alize_desktop.rules.schedule import schedule
from alize_desktop.rules.state_aid import (
    BASE_RATES,
    advance_aid,
    base_rate_on,
    check_rate,
    discount_percent,
    grant_equivalent,
    is_out_of_scope,
    reference_percent,
    weigh,
    window_start,
)
from tests.aid_records import aid, weighing

DAY = date(2026, 3, 24)


def rows(amount, months, deferral, every, day=DAY, **more):
    return schedule(AdvanceTerms(Money(amount), months, day, deferral, every, **more))


def worth(terms, percent, method=AidMethod.A, discount=None):
    reference = Decimal(percent)
    return grant_equivalent(terms, method, reference, Decimal(discount or percent))


class TestTheFormulas:
    def test_one_instalment_after_a_year_loses_a_year_of_interest(self):
        assert worth(rows(1_000_00, 12, 0, 12), 25) == Money(200_00)  # 1 000 − 1 000 / 1.25

    def test_instalments_are_discounted_one_by_one(self):
        found = worth(rows(2_000_00, 24, 0, 12), 25)
        assert found == Money(560_00)  # 2 000 − 1 000 / 1.25 − 1 000 / 1.5625

    def test_the_deferral_counts(self):
        assert worth(rows(1_000_00, 24, 12, 12), 25) == Money(360_00)  # 1 000 − 1 000 / 1.5625

    def test_a_proportional_rate_is_a_twelfth_a_month(self):
        found = worth(rows(1_000_00, 1, 0, 1), 300, AidMethod.A_PROPORTIONAL)
        assert found == Money(200_00)  # 1 000 − 1 000 / 1.25

    def test_method_b_discounts_interest_at_its_own_rate(self):
        found = worth(rows(2_000_00, 24, 0, 12), 10, AidMethod.B, 25)
        assert found == Money(224_00)  # 200 / 1.25 + 100 / 1.5625

    def test_method_b_counts_the_periods_of_the_deferral(self):
        found = worth(rows(1_000_00, 24, 12, 12), 10, AidMethod.B, 25)
        assert found == Money(144_00)  # 100 / 1.25 + 100 / 1.5625

    def test_a_deferral_that_periods_do_not_divide_begins_with_a_shorter_one(self):
        found = worth(rows(1_000_00, 18, 6, 12), 10, AidMethod.B, "1E-30")
        assert found == Money(150_00)  # half a year, then a year, as good as not discounted

    def test_only_the_total_is_rounded(self):
        """Twelve quarters after a year, at 6.19 %: the sum in floats, to the nearest centime."""
        expected = 15_000 - sum(1_250 / 1.0619 ** ((12 + 3 * k) / 12) for k in range(1, 13))
        found = aid(rows(15_000_00, 48, 12, 3)).grant_equivalent
        assert found == Money(round(expected * 100)) == Money(2_170_64)

    def test_only_the_public_part_is_aid(self):
        terms = rows(1_000_00, 12, 0, 12)
        found = grant_equivalent(terms, AidMethod.A, Decimal(25), Decimal(25), Decimal("33.33"))
        assert found == Money(66_66)

    def test_a_day_chosen_by_hand_counts_in_days_of_a_month_of_thirty(self):
        usual = rows(1_000_00, 12, 0, 12)
        (row,) = usual.rows
        later = replace(usual, rows=(replace(row, theoretical=row.theoretical + timedelta(6)),))
        expected = 1_000_00 - 1_000_00 / 1.25 ** (12.2 / 12)
        assert worth(later, 25) == Money(round(expected))


terms_of_advances = st.builds(
    lambda amount, count, every, periods: (
        amount,
        (count + periods) * every,
        periods * every,
        every,
    ),
    st.integers(1_000_00, 10**9),
    st.integers(1, 28),
    st.sampled_from([1, 3]),
    st.integers(0, 4),
)
percents = st.decimals(0, Decimal("12.5"), places=2)
methods = st.sampled_from(AidMethod)


class TestWhatAlwaysHolds:
    @settings(max_examples=60, deadline=None)
    @given(terms_of_advances, percents, percents, methods)
    def test_an_aid_is_less_than_what_is_lent(self, terms, percent, discount, method):
        found = grant_equivalent(rows(*terms), method, percent, discount)
        assert ZERO <= found < Money(terms[0])

    @settings(max_examples=30, deadline=None)
    @given(terms_of_advances, percents, methods)
    def test_a_rate_of_nothing_is_worth_nothing(self, terms, discount, method):
        assert grant_equivalent(rows(*terms), method, Decimal(0), discount) == ZERO

    @settings(max_examples=60, deadline=None)
    @given(terms_of_advances, percents, percents, methods)
    def test_it_grows_with_the_rate(self, terms, percent, discount, method):
        more = grant_equivalent(rows(*terms), method, percent + Decimal("0.5"), discount)
        assert grant_equivalent(rows(*terms), method, percent, discount) < more

    @settings(max_examples=60, deadline=None)
    @given(terms_of_advances, percents, percents, methods)
    def test_it_grows_with_the_duration_and_with_the_deferral(
        self, terms, percent, discount, method
    ):
        amount, months, deferral, every = terms
        rate = percent + Decimal("0.5")
        found = grant_equivalent(rows(*terms), method, rate, discount)
        longer = rows(amount, months + every, deferral, every)
        later = rows(amount, months + every, deferral + every, every)
        assert found < grant_equivalent(longer, method, rate, discount)
        assert found < grant_equivalent(later, method, rate, discount)
        in_time = rows(amount, months, 0, every)
        assert grant_equivalent(in_time, method, rate, discount) <= found


class TestTheRates:
    @pytest.mark.parametrize(
        ("day", "percent"),
        [
            (date(2025, 6, 30), None),
            (date(2025, 7, 1), "2.21"),
            (date(2025, 12, 31), "2.21"),
            (date(2026, 1, 1), "2.19"),
            (date(2026, 12, 31), "2.19"),
            (date(2027, 1, 1), None),
        ],
    )
    def test_the_rate_is_that_of_the_day_and_none_is_assumed(self, day, percent):
        rate = base_rate_on(day)
        assert (None if rate is None else str(rate.percent)) == percent

    def test_the_last_one_that_was_entered_wins(self):
        entered = [BaseRate(DAY, DAY, Decimal(percent), "lu") for percent in (3, 4)]
        assert base_rate_on(DAY, entered).percent == Decimal(4)
        assert base_rate_on(DAY - timedelta(1), entered) == BASE_RATES[1]

    def test_no_aid_is_told_without_a_rate(self):
        found = aid(rows(1_000_00, 12, 0, 1, date(2031, 1, 2)))
        assert found.grant_equivalent is None
        assert found.basis is None
        assert found.most == Money(1_000_00)

    def test_an_advance_without_guarantee_bears_four_points_more(self):
        basis = aid(rows(1_000_00, 12, 0, 1)).basis
        assert (basis.reference_percent, basis.discount_percent) == (
            Decimal("6.19"),
            Decimal("3.19"),
        )

    @pytest.mark.parametrize(
        ("rating", "margins"),
        [
            (CreditRating.STRONG, (60, 75, 100)),
            (CreditRating.GOOD, (75, 100, 220)),
            (CreditRating.SATISFACTORY, (100, 220, 400)),
            (CreditRating.WEAK, (220, 400, 650)),
            (CreditRating.BAD, (400, 650, 1000)),
            (CreditRating.NO_HISTORY, (400, 400, 400)),
        ],
    )
    def test_margins_follow_the_rating_and_the_collateral(self, rating, margins):
        found = [reference_percent(Decimal(2), rating, each, MARGINS) for each in Collateral]
        assert found == [2 + Decimal(points) / 100 for points in margins]

    def test_a_reference_rate_is_never_below_zero(self):
        low = reference_percent(Decimal(-5), CreditRating.STRONG, Collateral.HIGH, MARGINS)
        assert low == Decimal(0)
        assert discount_percent(Decimal(-5)) == Decimal(-4)

    def test_rates_follow_each_other(self):
        for earlier, later in pairwise(BASE_RATES):
            assert earlier.first <= earlier.last < later.first

    @pytest.mark.parametrize(("percent", "is_good"), [("-5", True), ("25", True), ("25.01", False)])
    def test_a_rate_has_bounds(self, percent, is_good):
        if is_good:
            check_rate(Decimal(percent), Decimal(-5), Decimal(25))
            return
        with pytest.raises(UserError) as caught:
            check_rate(Decimal(percent), Decimal(-5), Decimal(25))
        assert caught.value.code is ErrorCode.RATE_OUT_OF_RANGE


class TestTheCeiling:
    @pytest.mark.parametrize(("more", "is_allowed"), [(ZERO, True), (Money(1), False)])
    def test_it_may_be_reached_and_nothing_is_ever_cut(self, more, is_allowed):
        past = [(DAY, CEILING - Money(5_000_00))]
        found = weigh(DAY, Money(5_000_00) + more, past, CEILING)
        assert found.total == CEILING + more
        assert found.is_allowed is is_allowed
        assert found.left == (ZERO if is_allowed else None)

    @pytest.mark.parametrize(
        ("granted_on", "first"),
        [
            (date(2026, 5, 31), date(2023, 6, 1)),
            (date(2026, 11, 23), date(2023, 11, 24)),
            (date(2028, 2, 29), date(2025, 3, 1)),
            (date(2027, 2, 28), date(2024, 2, 29)),
        ],
    )
    def test_the_window_is_three_years_whose_first_day_counts(self, granted_on, first):
        assert window_start(granted_on) == first
        past = [(first - timedelta(1), Money(1)), (first, Money(2)), (granted_on, Money(4))]
        past.append((granted_on + timedelta(1), Money(8)))
        assert weigh(granted_on, Money(16), past, CEILING).total == Money(22)

    def test_several_advances_are_added_up(self):
        known, unknown = rows(15_000_00, 48, 12, 3), rows(1_000_00, 12, 0, 1, date(2031, 1, 2))
        assert weighing().most == weighing().before == ZERO
        assert weighing().total is None
        both = weighing(known, Money(1_00), (known,))
        assert both.total == both.most == Money(4_342_28)
        assert both.unknown is None
        half = weighing(known, granted=(unknown,))
        assert half.total is None
        assert half.most == Money(3_170_64)
        assert half.unknown == aid(unknown)

    def test_lent_days_count_when_the_rules_say_so(self):
        rules = MoneyRules(counts_days=True, day_value=Money(500_00))
        alone = advance_aid(None, DAY, rules, days=3)
        assert (alone.amount, alone.grant_equivalent) == (ZERO, Money(1_500_00))
        later = advance_aid(None, date(2031, 1, 2), rules, days=3)
        assert (later.grant_equivalent, later.most) == (None, Money(1_500_00))
        with_money = advance_aid(rows(15_000_00, 48, 12, 3), DAY, rules, days=3)
        assert with_money.grant_equivalent == Money(3_670_64)
        assert with_money.basis.days_value == Money(1_500_00)
        assert advance_aid(None, DAY, MoneyRules(), days=3).grant_equivalent == ZERO

    @pytest.mark.parametrize(
        ("naf_code", "is_out"),
        [("01.13Z", True), ("02.20Z", True), ("03.11Z", True), ("10.11Z", False), ("", False)],
    )
    def test_primary_production_is_left_out(self, naf_code, is_out):
        assert is_out_of_scope(naf_code) is is_out


def test_a_declared_aid_may_have_been_declared_today():
    check_entry(RegisterStatus.DECLARED, "PAE-1", DAY, "Odile Perrin", DAY)
    check_entry(RegisterStatus.TO_DECLARE, "", None, "Odile Perrin", DAY)


@pytest.mark.parametrize("method", [AidMethod.A, AidMethod.A_PROPORTIONAL])
def test_what_is_rounded_up_to_the_amount_is_a_centime_less(method):
    assert worth(rows(1_000_00, 360, 359, 1), 100, method) == Money(999_99)
