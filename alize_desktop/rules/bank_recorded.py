"""What a line of a bank statement may tell again, or take back: money recorded before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from alize_desktop.models.records.advances import BankLine
from alize_desktop.models.values import Money

NEAR: Final = timedelta(days=5)
"""Between the day that was typed and that of the bank: a transfer over a long week-end."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Money received that nothing took back.

    Attributes:
        event_id: Event of the advance.
        on: Its value date.
    """

    event_id: UUID
    dossier_id: UUID
    on: date
    amount: Money


def told_before(
    line: BankLine, recorded: Iterable[Recorded], dossiers: Collection[UUID] | None
) -> Recorded | None:
    """Return the money that a line seems to tell again, the nearest; None without one.

    Args:
        line: Money received.
        recorded: What no line of the same statement brought.
        dossiers: Advances that the line may repay, None for any.
    """
    found = [
        each
        for each in recorded
        if each.amount == line.amount
        and abs(each.on - line.booked_on) <= NEAR
        and (dossiers is None or each.dossier_id in dossiers)
    ]
    return min(found, key=lambda each: abs(each.on - line.booked_on), default=None)


def taken_back(
    line: BankLine, recorded: Iterable[Recorded], dossiers: Collection[UUID]
) -> Recorded | None:
    """Return the money that a rejected debit takes back, the latest; None without one.

    Args:
        line: Money that left the account.
        recorded: All that was received and stays.
        dossiers: Advances that the line names.
    """
    found = [
        each
        for each in recorded
        if each.amount.minor == -line.amount.minor
        and each.on <= line.booked_on
        and each.dossier_id in dossiers
    ]
    return max(found, key=lambda each: each.on, default=None)
