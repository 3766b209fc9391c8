"""The services of the money, each built when it is first asked for."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from alize_desktop.models.store.registry import Registry
from alize_desktop.services.clock import local_day
from alize_desktop.services.programme_reading import current_programme

if TYPE_CHECKING:
    from alize_desktop.services.advances import AdvanceService
    from alize_desktop.services.aid import AidService
    from alize_desktop.services.arrears import ArrearsService
    from alize_desktop.services.bank_import import BankService
    from alize_desktop.services.fund import FundService
    from alize_desktop.services.money_papers import MoneyPaperService
    from alize_desktop.services.money_rules import MoneyRulesService
    from alize_desktop.services.payment_files import PaymentFileService


class MoneyServices:
    """Advances, the fund and state aid of one registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def today(self) -> date:
        """Return the day it is where the programme is; loads nothing."""
        return local_day(self._registry.clock(), current_programme(self._registry))

    @cached_property
    def money_rules(self) -> "MoneyRulesService":
        """Rules of the money."""
        from alize_desktop.services.money_rules import MoneyRulesService

        return MoneyRulesService(self._registry)

    @cached_property
    def advances(self) -> "AdvanceService":
        """Advances from their grant to the last centime."""
        from alize_desktop.services.advances import AdvanceService

        return AdvanceService(self._registry)

    @cached_property
    def arrears(self) -> "ArrearsService":
        """Advances that are late."""
        from alize_desktop.services.arrears import ArrearsService

        return ArrearsService(self._registry)

    @cached_property
    def bank(self) -> "BankService":
        """Bank statements brought in."""
        from alize_desktop.services.bank_import import BankService

        return BankService(self._registry)

    @cached_property
    def aid(self) -> "AidService":
        """State aid: rates, declared aids, sheets, the register."""
        from alize_desktop.services.aid import AidService

        return AidService(self._registry)

    @cached_property
    def money_papers(self) -> "MoneyPaperService":
        """Letters to late companies, orders of release, decisions on advances."""
        from alize_desktop.services.money_papers import MoneyPaperService

        return MoneyPaperService(self._registry)

    @cached_property
    def fund(self) -> "FundService":
        """The fund: who feeds it, what moved, what it can lend, what comes."""
        from alize_desktop.services.fund import FundService

        return FundService(self._registry)

    @cached_property
    def payments(self) -> "PaymentFileService":
        """SEPA files, when the rules of the fund offer them."""
        from alize_desktop.services.payment_files import PaymentFileService

        return PaymentFileService(self._registry)
