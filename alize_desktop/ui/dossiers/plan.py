"""The financing plan of a dossier: who pays what, and whether it adds up.

Sums only, reckoned at every edit from the sheet under edition.
"""

from dataclasses import dataclass

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class FinancingPlan:
    """Resources against cost.

    Attributes:
        equity: Money of the company.
        bank_loan: Money of the bank.
        other: Any other money.
        advance: Advance asked for.
        cost: Cost of the project, None when not said.
        is_told: Whether any resource besides the advance was said.
    """

    equity: Money
    bank_loan: Money
    other: Money
    advance: Money
    cost: Money | None
    is_told: bool

    @property
    def resources(self) -> Money:
        """Sum of the four resources."""
        return self.equity + self.bank_loan + self.other + self.advance

    @property
    def gap(self) -> Money | None:
        """Cost less resources: positive when money is missing; None without a cost."""
        return None if self.cost is None else self.cost - self.resources


def plan_of(sheet: DossierSheet) -> FinancingPlan:
    """Return the financing plan that a sheet describes."""
    financing = sheet.financing
    return FinancingPlan(
        equity=financing.equity or ZERO,
        bank_loan=financing.bank_loan or ZERO,
        other=financing.other_funding or ZERO,
        advance=sheet.request.amount,
        cost=financing.cost,
        is_told=any(
            each is not None
            for each in (financing.equity, financing.bank_loan, financing.other_funding)
        ),
    )
