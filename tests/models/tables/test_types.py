"""Each type gives back what it was given, or refuses it."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.tables.types import (
    DayType,
    FlagType,
    HundredthsType,
    JsonType,
    MoneyType,
    UtcDateTime,
    UuidType,
    WallTimeType,
    WeightType,
)
from alize_desktop.models.tables.vocabulary import EnumType
from alize_desktop.models.values import LARGEST_AMOUNT, Money

DIALECT = sqlite.dialect()
EXAMPLES = [
    (MoneyType(), Money(9_007_199_254_740_9), 90071992547409),
    (HundredthsType(), Decimal("12.50"), 1250),
    (WeightType(), Decimal("2.6"), "2.6"),
    (UtcDateTime(), datetime(2026, 11, 23, 5, 5, tzinfo=UTC), "2026-11-23T05:05:00.000000Z"),
    (DayType(), date(2026, 2, 28), "2026-02-28"),
    (WallTimeType(), time(9, 5), "09:05"),
    (
        UuidType(),
        UUID("01A206DC-39FA-7A57-8B76-C06C0B554AAB"),
        "01a206dc-39fa-7a57-8b76-c06c0b554aab",
    ),
    (FlagType(), True, 1),
    (JsonType(), {"é": [1, None, True], "a": "x"}, '{"a":"x","é":[1,null,true]}'),
    (EnumType(VoteChoice), VoteChoice.ABSTENTION, "abstention"),
]
ids = [type(each[0]).__name__ for each in EXAMPLES]


def written(kind, value):
    return kind.process_bind_param(value, DIALECT)


def read(kind, cell):
    return kind.process_result_value(cell, DIALECT)


@pytest.mark.parametrize(("kind", "value", "cell"), EXAMPLES, ids=ids)
def test_a_value_stands_in_the_file_in_one_readable_form(kind, value, cell):
    assert written(kind, value) == cell
    assert read(kind, cell) == value


@pytest.mark.parametrize(("kind", "value", "cell"), EXAMPLES, ids=ids)
def test_nothing_stays_nothing(kind, value, cell):
    assert written(kind, None) is None
    assert read(kind, None) is None


@given(st.integers(-LARGEST_AMOUNT, LARGEST_AMOUNT))
def test_no_amount_loses_a_centime(minor):
    assert read(MoneyType(), written(MoneyType(), Money(minor))) == Money(minor)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_hundredths_read_back_the_same(value):
    assert read(HundredthsType(), written(HundredthsType(), value)) == value


@pytest.mark.parametrize("value", [Decimal("0.001"), Decimal("1.005")])
def test_a_third_decimal_is_refused(value):
    with pytest.raises(ValueError, match="two decimals"):
        written(HundredthsType(), value)


@given(st.decimals(0, 1000, allow_nan=False, places=6))
def test_a_weight_reads_back_exact_and_has_no_exponent(value):
    cell = written(WeightType(), value)
    assert read(WeightType(), cell) == value
    assert "E" not in cell


@given(st.integers(0, 1000), st.integers(0, 5))
def test_one_weight_has_one_text(value, zeros):
    assert written(WeightType(), Decimal(f"{value}.{'0' * zeros}")) == str(value)


def test_a_weight_is_a_number():
    with pytest.raises(ValueError, match="not a number"):
        written(WeightType(), Decimal("NaN"))


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="naive"):
        written(UtcDateTime(), datetime(2026, 11, 23, 5, 5))  # noqa: DTZ001 - that is the point


aware = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.builds(
        lambda minutes: timezone(timedelta(minutes=minutes)), st.integers(-840, 840)
    ),
)


@given(aware, aware)
def test_instants_sort_as_their_texts_do(one, other):
    texts = [written(UtcDateTime(), each) for each in (one, other)]
    assert [read(UtcDateTime(), each) for each in texts] == [one, other]
    assert (one < other) is (texts[0] < texts[1])


def test_an_instant_is_not_a_day():
    with pytest.raises(TypeError, match="not a day"):
        written(DayType(), datetime(2026, 11, 23, tzinfo=UTC))


def test_a_word_out_of_the_vocabulary_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        written(EnumType(VoteChoice), "maybe")


@given(st.uuids())
def test_identifiers_read_back_the_same(identifier):
    assert read(UuidType(), written(UuidType(), identifier)) == identifier
    assert written(UuidType(), uuid4()).islower()
