"""Money goes to what is due, and every event can be taken back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import EarlyAllocation as Early
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.allocation import Owed
from alize_desktop.rules.replay import MoneyEvent, replay

FIRST = date(2026, 1, 15)
ROWS = tuple(Owed(date(2026, month, 15), Money(100_00)) for month in (1, 2, 3, 4))


def paid(day, euros, early=Early.NEXT):
    return MoneyEvent(Kind.REPAYMENT, day, Money(round(euros * 100)), early)


def moved(kind, day, euros):
    return MoneyEvent(kind, day, Money(round(euros * 100)))


def reversal(day, of, kind=Kind.REVERSAL):
    return MoneyEvent(kind, day, of=of)


def remaining(found):
    return [each.minor / 100 for each in found.remaining]


days = st.integers(0, 150).map(lambda count: FIRST + timedelta(days=count))
schedules = st.lists(
    st.builds(Owed, due=days, amount=st.integers(1, 50_000).map(Money)), min_size=1, max_size=8
)
repayments = st.builds(
    MoneyEvent,
    kind=st.just(Kind.REPAYMENT),
    on=days,
    amount=st.integers(1, 60_000).map(Money),
    early=st.sampled_from(Early),
)


@st.composite
def histories(draw):
    """Return rows and events that all are possible."""
    rows = draw(schedules)
    events = []
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(["repayment", "repayment", "reversal", "refund", "write_off"]))
        before = replay(rows, events)
        on = max((each.on for each in events), default=FIRST) + timedelta(draw(st.integers(0, 20)))
        dropped = {each.of for each in events if each.kind is Kind.REVERSAL}
        left = [
            index
            for index, each in enumerate(events)
            if each.kind is not Kind.REVERSAL and index not in dropped
        ]
        if kind == "reversal" and left and not any(each.kind is Kind.REFUND for each in events):
            events.append(reversal(on, draw(st.sampled_from(left))))
            if not _is_possible(rows, events):
                events.pop()
        elif kind == "refund" and before.credit:
            part = Money(draw(st.integers(1, before.credit.minor)))
            events.append(MoneyEvent(Kind.REFUND, on, part))
        elif kind == "write_off" and before.outstanding:
            part = Money(draw(st.integers(1, before.outstanding.minor)))
            events.append(MoneyEvent(draw(st.sampled_from([Kind.LOSS, Kind.WAIVER])), on, part))
        else:
            amount = Money(draw(st.integers(1, 60_000)))
            events.append(
                MoneyEvent(Kind.REPAYMENT, on, amount, draw(st.sampled_from(list(Early))))
            )
    return rows, events


def _is_possible(rows, events):
    try:
        replay(rows, events)
    except UserError:
        return False
    return True


@given(histories())
def test_no_centime_is_lost_and_nothing_goes_below_zero(history):
    rows, events = history
    found = replay(rows, events)
    dropped = {each.of for each in events if each.kind is Kind.REVERSAL}
    come_in = sum(
        each.amount.minor
        for index, each in enumerate(events)
        if each.kind is Kind.REPAYMENT and index not in dropped
    )
    assert found.received.minor + found.recovered.minor == come_in
    assert found.allocated + found.credit == found.received - found.refunded
    for index, row in enumerate(rows):
        parts = (found.paid[index], found.written_off[index], found.remaining[index])
        assert min(parts) >= ZERO
        assert Money(sum(part.minor for part in parts)) == row.amount
    assert min(found.credit, found.refunded, found.recovered) >= ZERO
    assert found.recovered <= found.given_up


@given(schedules, st.lists(repayments, max_size=8, unique_by=lambda each: each.on), st.randoms())
def test_the_order_of_entry_does_not_matter(rows, events, shuffler):
    shuffled = list(events)
    shuffler.shuffle(shuffled)
    assert replay(rows, shuffled) == replay(rows, events)


@given(histories(), repayments)
def test_a_reversal_restores_the_state(history, one_more):
    rows, events = history
    before = replay(rows, events) if _is_possible(rows, events) else None
    both = [*events, one_more, reversal(one_more.on, len(events))]
    assert replay(rows, both) == before


@given(histories())
def test_a_day_knows_nothing_of_the_next_ones(history):
    rows, events = history
    for day in {each.on for each in events}:
        indexes = [index for index, each in enumerate(events) if each.on <= day]
        assert indexes == list(range(len(indexes)))
        assert replay(rows, events, day) == replay(rows, events[: len(indexes)])


@given(schedules, st.lists(repayments, max_size=6))
def test_paying_all_that_is_left_ends_at_zero(rows, events):
    left = replay(rows, events).outstanding
    last = FIRST + timedelta(days=200)
    ended = [*events, MoneyEvent(Kind.REPAYMENT, last, left)] if left else events
    assert replay(rows, ended).outstanding == ZERO
    assert replay(rows, ended).credit == replay(rows, events).credit


@pytest.mark.parametrize(
    ("events", "left"),
    [
        ([paid(date(2026, 1, 15), 150)], [0, 50, 100, 100]),
        ([paid(date(2026, 1, 15), 150, Early.LAST)], [0, 100, 100, 50]),
        ([paid(date(2026, 1, 15), 160, Early.SPREAD)], [0, 80, 80, 80]),
        ([paid(date(2026, 1, 15), 100.05, Early.SPREAD)], [0, 99.99, 99.99, 99.97]),
        ([paid(date(2026, 1, 14), 100, Early.LAST)], [100, 100, 100, 0]),
        ([paid(date(2026, 2, 15), 150, Early.LAST)], [0, 50, 100, 100]),
        (
            [paid(date(2026, 1, 1), 50), paid(date(2026, 1, 2), 330, Early.SPREAD)],
            [0, 6.67, 6.67, 6.66],
        ),
        ([paid(date(2026, 1, 2), 330), paid(date(2026, 1, 1), 50, Early.LAST)], [0, 0, 0, 20]),
        ([paid(date(2026, 1, 1), 1000, Early.SPREAD)], [0, 0, 0, 0]),
        ([moved(Kind.WAIVER, date(2026, 1, 1), 150)], [0, 50, 100, 100]),
        (
            [
                MoneyEvent(Kind.ACCELERATION, date(2026, 1, 2)),
                paid(date(2026, 1, 3), 150, Early.LAST),
            ],
            [0, 50, 100, 100],
        ),
    ],
)
def test_money_goes_where_the_rules_say(events, left):
    assert remaining(replay(ROWS, events)) == left


def test_what_some_rows_have_no_room_for_goes_round_again():
    rows = [Owed(date(2026, 2, 15), Money(100)), *ROWS[2:]]
    found = replay(rows, [paid(date(2026, 1, 1), 91, Early.SPREAD)])
    assert remaining(found) == [0, 55.01, 54.99]


def test_rows_keep_the_order_they_are_given_in():
    found = replay(tuple(reversed(ROWS)), [paid(date(2026, 1, 15), 150)])
    assert remaining(found) == [100, 100, 50, 0]


def test_what_exceeds_everything_is_a_credit_that_can_be_refunded():
    events = [paid(date(2026, 4, 15), 450), moved(Kind.REFUND, date(2026, 4, 20), 30)]
    found = replay(ROWS, events)
    assert (found.credit, found.refunded, found.received) == (
        Money(2000),
        Money(3000),
        Money(45000),
    )


def test_money_after_everything_was_given_up_is_recovered():
    events = [
        paid(date(2026, 1, 15), 100),
        moved(Kind.LOSS, date(2026, 2, 20), 300),
        paid(date(2026, 3, 1), 120),
        moved(Kind.RECOVERY, date(2026, 3, 2), 10),
        moved(Kind.RECOVERY, date(2026, 3, 3), 190),
    ]
    found = replay(ROWS, events)
    assert found.ended_by_write_off
    assert (found.received, found.recovered, found.credit) == (
        Money(12000),
        Money(30000),
        Money(2000),
    )


def test_money_after_a_partial_waiver_repays_what_is_left():
    events = [
        moved(Kind.WAIVER, date(2026, 1, 1), 50),
        paid(date(2026, 4, 15), 300),
        moved(Kind.RECOVERY, date(2026, 4, 16), 80),
    ]
    found = replay(ROWS, events)
    assert not found.ended_by_write_off
    assert remaining(found) == [0, 0, 0, 20]
    assert (found.recovered, found.credit, found.given_up) == (Money(5000), ZERO, Money(5000))


def test_a_write_off_is_undone_by_the_return_of_a_repayment():
    events = [
        paid(date(2026, 1, 15), 100),
        moved(Kind.LOSS, date(2026, 2, 20), 300),
        reversal(date(2026, 3, 1), 0, Kind.REJECTED_DEBIT),
        paid(date(2026, 3, 2), 40),
    ]
    found = replay(ROWS, events)
    assert found.outstanding == Money(6000)
    assert found.recovered == ZERO


def test_a_reversal_counts_from_its_own_day():
    events = [paid(date(2026, 1, 15), 100), reversal(date(2026, 1, 20), 0)]
    assert replay(ROWS, events, date(2026, 1, 19)).outstanding == Money(30000)
    assert replay(ROWS, events, date(2026, 1, 20)).outstanding == Money(40000)


def test_rows_are_owed_as_the_money_is_paid_to_the_company():
    events = [
        paid(date(2026, 2, 1), 180),
        moved(Kind.DISBURSEMENT, date(2026, 2, 1), 150),
        moved(Kind.DISBURSEMENT, date(2026, 3, 1), 200),
    ]
    first = replay(ROWS, events, date(2026, 2, 1), released=False)
    assert (first.credit, first.outstanding) == (Money(3000), ZERO)
    assert [each.minor for each in first.unreleased] == [0, 5000, 10000, 10000]
    both = replay(ROWS, events, released=False)
    assert remaining(both) == [0, 20, 100, 50]
    assert (both.disbursed, both.credit) == (Money(35000), ZERO)
    with_return = [*events, reversal(date(2026, 3, 2), 2)]
    assert replay(ROWS, with_return, released=False).outstanding == ZERO


def test_money_from_before_an_amendment_fills_the_rows_it_kept():
    kept = Owed(date(2026, 6, 15), Money(100_00))
    new = Owed(date(2026, 2, 15), Money(100_00), since=date(2026, 1, 20))
    found = replay([new, kept], [paid(date(2026, 1, 20), 130), paid(date(2026, 1, 21), 20)])
    assert remaining(found) == [50, 0]
    later = [
        paid(date(2026, 1, 10), 100),
        reversal(date(2026, 3, 1), 0),
        MoneyEvent(Kind.ACCELERATION, date(2026, 1, 15)),
        paid(date(2026, 1, 22), 20),
    ]
    assert remaining(replay([new, kept], later)) == [100, 80]


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([paid(FIRST, 0)], ErrorCode.AMOUNT_NOT_POSITIVE),
        ([paid(FIRST, -1)], ErrorCode.AMOUNT_NOT_POSITIVE),
        ([reversal(FIRST, None)], ErrorCode.REVERSAL_WITHOUT_EVENT),
        ([reversal(FIRST, 1)], ErrorCode.EVENT_NOT_FOUND),
        ([reversal(FIRST, -1)], ErrorCode.EVENT_NOT_FOUND),
        ([paid(FIRST, 1), reversal(FIRST, 0), reversal(FIRST, 1)], ErrorCode.EVENT_NOT_REVERSIBLE),
        (
            [moved(Kind.LOSS, FIRST, 1), reversal(FIRST, 0, Kind.REJECTED_DEBIT)],
            ErrorCode.EVENT_NOT_REVERSIBLE,
        ),
        (
            [paid(FIRST, 1), reversal(FIRST, 0), reversal(FIRST, 0)],
            ErrorCode.EVENT_ALREADY_REVERSED,
        ),
        ([moved(Kind.LOSS, FIRST, 400.01)], ErrorCode.WRITE_OFF_TOO_LARGE),
        ([moved(Kind.REFUND, FIRST, 0.01)], ErrorCode.REFUND_TOO_LARGE),
        (
            [
                paid(FIRST, 401),
                moved(Kind.REFUND, FIRST, 1),
                reversal(FIRST, 0),
            ],
            ErrorCode.REFUND_TOO_LARGE,
        ),
        ([moved(Kind.RECOVERY, FIRST, 1)], ErrorCode.RECOVERY_WITHOUT_LOSS),
    ],
)
def test_what_cannot_happen_is_refused(events, code):
    with pytest.raises(UserError) as refused:
        replay(ROWS, events)
    assert refused.value.code is code


def test_a_refusal_says_how_much_is_left():
    with pytest.raises(UserError) as refused:
        replay(ROWS, [paid(FIRST, 150), moved(Kind.WAIVER, FIRST, 300)])
    assert refused.value.params == {"amount": Money(30000), "left": Money(25000)}
