"""What a payment file would hold, shown before it is written."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alize_desktop.errors import UserError
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One transfer to a company, or one direct debit from it.

    Attributes:
        number: Of the advance.
        reference: Goes with the money from end to end: « 2026-014-3 ».
        text: What the statement of the company shows.
        account: Of the company; its mandate is known for a debit.
    """

    dossier_id: UUID
    number: str
    company: str
    amount: Money
    reference: str
    text: str
    account: BankAccount


@dataclass(frozen=True, slots=True)
class PaymentLeftOut:
    """A payment that a file cannot hold, and why."""

    dossier_id: UUID
    number: str
    company: str
    amount: Money
    refusal: UserError


@dataclass(frozen=True, slots=True)
class PaymentPreview:
    """What a payment file would hold.

    Attributes:
        is_debit: Whether companies are debited; they are paid otherwise.
        on: Day that the bank is asked to do it.
    """

    is_debit: bool
    on: date
    lines: tuple[PaymentLine, ...]
    left_out: tuple[PaymentLeftOut, ...] = ()

    @property
    def count(self) -> int:
        """Number of payments of the file."""
        return len(self.lines)

    @property
    def total(self) -> Money:
        """Sum of the payments of the file."""
        return Money(sum(each.amount.minor for each in self.lines))


@dataclass(frozen=True, slots=True)
class PaymentFileWritten:
    """A payment file that was written before.

    Attributes:
        path: Where it was written.
        on: Day it was written, on the wall clock of the programme.
        references: Those of its payments; None when the file is not there any more, or
            is not as it was written.
    """

    path: str
    on: date
    references: frozenset[str] | None
