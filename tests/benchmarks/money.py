"""A schedule against a bare loop; the money of many advances against that of half of them."""

import statistics
import time
from calendar import monthrange
from datetime import date, timedelta
from itertools import cycle

from measures import Measure, spent_ms

from alize_desktop.models.enums import AdvanceEventKind, EarlyAllocation
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import Money
from alize_desktop.rules.allocation import Owed
from alize_desktop.rules.replay import MoneyEvent, replay
from alize_desktop.rules.schedule import schedule

ROWS = 60
SCHEDULES = 200
RUNS = 15
ADVANCES, EVENTS = 1_000, 40
PAID = date(2026, 3, 31)
AMOUNT = 12_000_00
TERMS = AdvanceTerms(Money(AMOUNT), ROWS, PAID)


def measure():
    """Return the lines of the schedules and of the replays."""
    return [schedules(), replays()]


def schedules():
    """Return the ratio of a schedule and of the dates and integers that it is made of.

    Both are measured in turn, so that a machine that slows down slows both.
    """
    schedule(TERMS)  # the public holidays of its years are read once
    spent = [(repeated_ms(lambda: schedule(TERMS)), repeated_ms(bare)) for _run in range(RUNS)]
    ratio = statistics.median(made / alone for made, alone in spent)
    made, alone = (statistics.median(run[each] for run in spent) for each in (0, 1))
    detail = f"{made:.3f} ms against {alone:.3f} ms bare, {RUNS} runs of {SCHEDULES}"
    return Measure(f"schedule of {ROWS} rows", ratio, 5, "×", detail)


def repeated_ms(action):
    start = time.perf_counter()
    for _time in range(SCHEDULES):
        action()
    return (time.perf_counter() - start) * 1000 / SCHEDULES


def bare():
    """Reckon the same dates and amounts with nothing around them."""
    regular = (2 * AMOUNT + ROWS) // (2 * ROWS)
    left = AMOUNT
    rows = []
    for number in range(1, ROWS + 1):
        years, month = divmod(PAID.month - 1 + number, 12)
        year = PAID.year + years
        day = date(year, month + 1, min(PAID.day, monthrange(year, month + 1)[1]))
        amount = regular if number < ROWS else left
        left -= amount
        rows.append((number, day, amount, left))
    return rows


def replays():
    """Return how much longer twice as many advances take."""
    few = [history(number) for number in range(ADVANCES)]
    many = [history(number) for number in range(2 * ADVANCES)]
    spent = [(replayed_ms(few), replayed_ms(many)) for _run in range(5)]
    ratio = statistics.median(twice / once for once, twice in spent)
    once, twice = (statistics.median(run[each] for run in spent) for each in (0, 1))
    detail = f"{twice:.0f} ms against {once:.0f} ms for {ADVANCES}, {EVENTS} events each"
    return Measure(f"replay of {2 * ADVANCES} advances", ratio, 2.2, "×", detail)


def replayed_ms(histories):
    [spent] = spent_ms(lambda: [replay(rows, events) for rows, events in histories], 1)
    return spent


def history(number):
    """Return the rows of an advance, and what was received of it: late, early, rejected."""
    rows = [Owed(row.due, row.amount) for row in schedule(TERMS).rows]
    early = cycle(EarlyAllocation)
    events = []
    for rank in range(EVENTS):
        on = rows[rank].due + timedelta(days=(number + rank) % 50 - 20)
        if rank % 10 == 9:
            event = MoneyEvent(AdvanceEventKind.REJECTED_DEBIT, on, of=rank - 1)
        else:
            amount = Money(150_00 + number % 7 * 10_00)
            event = MoneyEvent(AdvanceEventKind.REPAYMENT, on, amount, next(early))
        events.append(event)
    return rows, events


if __name__ == "__main__":
    print(*measure(), sep="\n")
