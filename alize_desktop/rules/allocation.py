"""Which rows of a schedule an amount goes to. Whole centimes, as plain integers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import EarlyAllocation
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class Owed:
    """One row of a schedule, as something to repay.

    Attributes:
        due: Day that counts.
        amount: What is due that day.
        since: Day at whose end an amendment brought the row; None when it was there before.
            Money of that day or before comes to it only once the rows of that time are full.
    """

    due: date
    amount: Money
    since: date | None = None


class Ledger:
    """What each row lacks while the events of an advance are replayed.

    Attributes:
        paid, written_off, lacking, unreleased: Centimes of each row, in the order given.
        disbursed, received, credit, refunded, recovered, ended_by_write_off: See ``Replayed``.
    """

    def __init__(self, rows: Sequence[Owed], *, released: bool) -> None:
        self._rows = rows
        self._due = [row.due for row in rows]
        self._oldest_first = sorted(range(len(rows)), key=self._due.__getitem__)
        self._is_amended = any(row.since is not None for row in rows)
        amounts = [row.amount.minor for row in rows]
        nothing = [0] * len(rows)
        self.paid = nothing.copy()
        self.written_off = nothing.copy()
        self.lacking = amounts if released else nothing.copy()
        self.unreleased = nothing.copy() if released else amounts
        self.disbursed = 0
        self.received = 0
        self.credit = 0
        self.refunded = 0
        self.recovered = 0
        self.ended_by_write_off = False

    def disburse(self, amount: int, on: date) -> None:
        """Pay money to the company: as much of the rows is owed, oldest first.

        What it paid in excess before is set against them: the two debts make one.
        """
        self.disbursed += amount
        kept_first = sorted(
            self._oldest_first, key=lambda index: self._rows[index].since is not None
        )
        for index in kept_first:
            part = min(amount, self.unreleased[index])
            self.unreleased[index] -= part
            self.lacking[index] += part
            amount -= part
        self.credit = self._to_rows(self.credit, on, EarlyAllocation.NEXT)

    def repay(self, amount: int, on: date, early: EarlyAllocation) -> None:
        """Receive money: what is due, then early, then what was given up, then a credit."""
        left = self._to_rows(amount, on, early)
        if self.ended_by_write_off:
            back = min(left, self._lost())
            self.recovered += back
            amount -= back
            left -= back
        self.received += amount
        self.credit += left

    def recover(self, amount: int, on: date, early: EarlyAllocation) -> None:
        """Receive money for what was given up; the rest of it is a repayment."""
        back = min(amount, self._lost())
        if not back:
            raise UserError(ErrorCode.RECOVERY_WITHOUT_LOSS)
        self.recovered += back
        if amount > back:
            self.repay(amount - back, on, early)

    def refund(self, amount: int) -> None:
        """Pay a credit back to the company."""
        if amount > self.credit:
            raise UserError(
                ErrorCode.REFUND_TOO_LARGE, amount=Money(amount), left=Money(self.credit)
            )
        self.credit -= amount
        self.refunded += amount

    def write_off(self, amount: int, on: date) -> None:
        """Give money up, oldest rows first."""
        left = sum(self.lacking)
        if amount > left:
            raise UserError(ErrorCode.WRITE_OFF_TOO_LARGE, amount=Money(amount), left=Money(left))
        self.ended_by_write_off = amount == left
        there_first = sorted(self._oldest_first, key=lambda index: self._comes_after(index, on))
        self._fill(amount, there_first, self.written_off)

    def accelerate(self, on: date) -> None:
        """Make everything due that is owed on that day."""
        for index, due in enumerate(self._due):
            if not self._comes_after(index, on):
                self._due[index] = min(due, on)

    def _lost(self) -> int:
        return sum(self.written_off) - self.recovered

    def _to_rows(self, amount: int, on: date, early: EarlyAllocation) -> int:
        rows = [index for index in self._oldest_first if self.lacking[index]]
        if not self._is_amended:
            return self._among(rows, amount, on, early)
        there = [index for index in rows if not self._comes_after(index, on)]
        to_come = [index for index in rows if self._comes_after(index, on)]
        return self._among(to_come, self._among(there, amount, on, early), on, early)

    def _among(self, rows: list[int], amount: int, on: date, early: EarlyAllocation) -> int:
        due = self._due
        amount = self._fill(amount, (index for index in rows if due[index] <= on), self.paid)
        if not amount:
            return 0
        return self._early(amount, [index for index in rows if due[index] > on], early)

    def _comes_after(self, index: int, on: date) -> bool:
        since = self._rows[index].since
        return since is not None and since >= on

    def _early(self, amount: int, rows: list[int], early: EarlyAllocation) -> int:
        if early is EarlyAllocation.SPREAD:
            return self._spread(amount, rows)
        ordered = rows if early is EarlyAllocation.NEXT else reversed(rows)
        return self._fill(amount, ordered, self.paid)

    def _spread(self, amount: int, rows: list[int]) -> int:
        """Share an amount evenly; what some rows have no room for goes round again."""
        while amount and rows:
            share, centimes = divmod(amount, len(rows))
            for index in rows:
                part = share + centimes if index == rows[-1] else share
                amount -= part - self._fill(part, (index,), self.paid)
            rows = [index for index in rows if self.lacking[index]]
        return amount

    def _fill(self, amount: int, rows: Iterable[int], column: list[int]) -> int:
        """Give each row what it lacks, in order, and return what is left."""
        for index in rows:
            if not amount:
                break
            part = min(amount, self.lacking[index])
            self.lacking[index] -= part
            column[index] += part
            amount -= part
        return amount
