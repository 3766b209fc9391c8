"""The services of the money, each built when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from alize_desktop.models.store.registry import Registry

if TYPE_CHECKING:
    from alize_desktop.services.money_rules import MoneyRulesService


class MoneyServices:
    """Advances, the fund and state aid of one registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @cached_property
    def money_rules(self) -> "MoneyRulesService":
        """Rules of the money."""
        from alize_desktop.services.money_rules import MoneyRulesService

        return MoneyRulesService(self._registry)
