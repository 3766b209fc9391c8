"""What the money of an advance comes to, row by row, by replaying its events.

Events act in order of value date, whatever the day they were entered. A reversal drops the
event it names as if it had never come, so nothing is ever computed backwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, EarlyAllocation
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.allocation import Ledger, Owed

Kind = AdvanceEventKind

REVERSALS: Final = (Kind.REVERSAL, Kind.REJECTED_DEBIT)
"""Kinds that drop the event they name."""

WRITE_OFFS: Final = (Kind.WAIVER, Kind.LOSS)
"""Kinds that give up money."""

MONEY_IN: Final = (Kind.REPAYMENT, Kind.RECOVERY)
"""Kinds that the company pays."""

WITH_MONEY: Final = (Kind.DISBURSEMENT, Kind.REFUND, *MONEY_IN, *WRITE_OFFS)
"""Kinds whose amount is more than zero."""


@dataclass(frozen=True, slots=True)
class MoneyEvent:
    """What an event of an advance does to its money.

    Attributes:
        kind: Kinds without money and without effect on what is due are passed over.
        on: Value date.
        amount: > 0 for the kinds ``WITH_MONEY``; of no use to the others.
        early: What is repaid by what comes early; of a repayment only.
        of: Index, from 0, of the event that a reversal or a rejected debit drops.
    """

    kind: AdvanceEventKind
    on: date
    amount: Money = ZERO
    early: EarlyAllocation = EarlyAllocation.NEXT
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the events come to.

    For each row, ``paid + written_off + remaining + unreleased`` is its amount;
    altogether, ``received - refunded = paid + credit``.

    Attributes:
        paid, written_off, remaining: A tuple each, one amount a row.
        unreleased: What was not paid to the company yet, one amount a row.
        disbursed: Paid to the company.
        received: Received for the rows or in excess; what was recovered is apart.
        credit: Received in excess and not paid back, >= 0.
        refunded: Paid back to the company.
        recovered: Received after everything left was given up, up to what was.
        ended_by_write_off: Whether a write-off took everything that was left.
    """

    paid: tuple[Money, ...]
    written_off: tuple[Money, ...]
    remaining: tuple[Money, ...]
    unreleased: tuple[Money, ...]
    disbursed: Money
    received: Money
    credit: Money
    refunded: Money
    recovered: Money
    ended_by_write_off: bool = False

    @property
    def allocated(self) -> Money:
        """Money received for the rows."""
        return total(self.paid)

    @property
    def given_up(self) -> Money:
        """Waived or lost."""
        return total(self.written_off)

    @property
    def outstanding(self) -> Money:
        """What is still due, >= 0."""
        return total(self.remaining)


def replay(
    rows: Sequence[Owed],
    events: Sequence[MoneyEvent],
    on: date | None = None,
    *,
    released: bool = True,
) -> Replayed:
    """Return what the events of an advance come to.

    Money goes to what is due at its value date, oldest first; what is left of it to the
    rows to come, as the event says; what exceeds everything is a credit. Write-offs take
    from the rows oldest first. Once they took everything that was left, money is recovered.

    Args:
        rows: Of the schedule, in any order.
        events: In order of entry, which only settles those of one day.
        on: Last day that counts, a reversal included; None for all of them.
        released: Whether the rows are owed from the start; otherwise they are as the
            disbursements come, oldest first.

    Raises:
        UserError: ``AMOUNT_NOT_POSITIVE``; ``REVERSAL_WITHOUT_EVENT``, ``EVENT_NOT_FOUND``,
            ``EVENT_NOT_REVERSIBLE``, ``EVENT_ALREADY_REVERSED``; ``WRITE_OFF_TOO_LARGE``,
            ``REFUND_TOO_LARGE``, ``RECOVERY_WITHOUT_LOSS``.

    Source:
        Règles de calcul, les encaissements.
    """
    ledger = Ledger(rows, released=released)
    for event in _in_order(events, on):
        _apply(event, ledger)
    return _come_to(ledger)


def reversed_events(events: Sequence[MoneyEvent], on: date | None = None) -> frozenset[int]:
    """Return the indexes of the events that others drop, on a day or in the end.

    Raises:
        UserError: ``REVERSAL_WITHOUT_EVENT``, ``EVENT_NOT_FOUND``, ``EVENT_NOT_REVERSIBLE``,
            ``EVENT_ALREADY_REVERSED``.
    """
    dropped: set[int] = set()
    for event in events:
        if event.kind not in REVERSALS or _is_later(event, on):
            continue
        index = _named(event, events)
        if index in dropped:
            raise UserError(ErrorCode.EVENT_ALREADY_REVERSED)
        dropped.add(index)
    return frozenset(dropped)


def total(amounts: Sequence[Money]) -> Money:
    """Return the sum of amounts."""
    return Money(sum(each.minor for each in amounts))


def _named(event: MoneyEvent, events: Sequence[MoneyEvent]) -> int:
    """Return the index that a reversal names, when it may drop that event."""
    if event.of is None:
        raise UserError(ErrorCode.REVERSAL_WITHOUT_EVENT)
    if not 0 <= event.of < len(events):
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    kind = events[event.of].kind
    was_no_debit = event.kind is Kind.REJECTED_DEBIT and kind not in MONEY_IN
    if kind in REVERSALS or was_no_debit:
        raise UserError(ErrorCode.EVENT_NOT_REVERSIBLE, kind=kind)
    return event.of


def _in_order(events: Sequence[MoneyEvent], on: date | None) -> Iterator[MoneyEvent]:
    for event in events:
        if event.kind in WITH_MONEY and event.amount <= ZERO:
            raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=event.amount)
    dropped = reversed_events(events, on)
    acting = [
        event
        for index, event in enumerate(events)
        if index not in dropped and not _is_later(event, on)
    ]
    # a day's money is paid out before any of it comes back
    yield from sorted(acting, key=lambda each: (each.on, each.kind is not Kind.DISBURSEMENT))


def _is_later(event: MoneyEvent, on: date | None) -> bool:
    return on is not None and event.on > on


def _apply(event: MoneyEvent, ledger: Ledger) -> None:
    amount = event.amount.minor
    match event.kind:
        case Kind.DISBURSEMENT:
            ledger.disburse(amount, event.on)
        case Kind.REPAYMENT:
            ledger.repay(amount, event.on, event.early)
        case Kind.RECOVERY:
            ledger.recover(amount, event.on, event.early)
        case Kind.REFUND:
            ledger.refund(amount)
        case Kind.WAIVER | Kind.LOSS:
            ledger.write_off(amount, event.on)
        case Kind.ACCELERATION:
            ledger.accelerate(event.on)
        case _:
            pass  # a letter, a signature or a claim moves no money


def _amounts(minors: Sequence[int]) -> tuple[Money, ...]:
    return tuple(map(Money, minors))


def _come_to(ledger: Ledger) -> Replayed:
    return Replayed(
        paid=_amounts(ledger.paid),
        written_off=_amounts(ledger.written_off),
        remaining=_amounts(ledger.lacking),
        unreleased=_amounts(ledger.unreleased),
        disbursed=Money(ledger.disbursed),
        received=Money(ledger.received),
        credit=Money(ledger.credit),
        refunded=Money(ledger.refunded),
        recovered=Money(ledger.recovered),
        ended_by_write_off=ledger.ended_by_write_off,
    )
