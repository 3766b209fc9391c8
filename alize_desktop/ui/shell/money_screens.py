"""Builds the screen of the fund and the views of state aid; these do not know each other.

The sheet of a dossier and the register of a year are made here for the screens that
show them.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from alize_desktop.services.bundle import Services
from alize_desktop.ui.shell.surroundings import Surroundings, zone_of

if TYPE_CHECKING:
    from alize_desktop.ui.aid.tools import AidTools
    from alize_desktop.ui.fund.screen import FundScreen
    from alize_desktop.ui.payments.dialog import PaymentFileDialog

translate = QCoreApplication.translate


class MoneyScreens:
    """Builds the screen of the fund, its dialog and the views of state aid.

    Args:
        surroundings: What it hands to each besides services.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings

    def fund(self, services: Services) -> "FundScreen":
        """Return the screen of the fund, the register of aids among its pages."""
        from alize_desktop.ui.fund.screen import FundScreen  # noqa: PLC0415  # on demand
        from alize_desktop.ui.fund.tools import FundTools, OtherPage  # noqa: PLC0415  # likewise

        tools = FundTools(
            fund=services.fund,
            rules=services.money_rules,
            papers=services.money_papers,
            preferences=self._around.preferences,
            bus=self._around.bus,
            window=self._around.window,
            zone=zone_of(services),
            today=self._around.today_in(services),
            log_file=self._around.log_file,
            pool=self._around.pool,
        )
        title = translate("places", "Registre des aides")
        return FundScreen(tools, (OtherPage("register", title, partial(self._register, services)),))

    def payments_dialog(self, services: Services, parent: QWidget) -> "PaymentFileDialog":
        """Return the dialog of payment files, about the window of ``parent``."""
        from alize_desktop.ui.payments.dialog import (  # noqa: PLC0415  # on demand
            PaymentFileDialog,
        )
        from alize_desktop.ui.payments.tools import PaymentTools  # noqa: PLC0415  # likewise

        tools = PaymentTools(
            services.payments,
            self._around.window,
            self._around.today_in(services),
            self._around.log_file,
            self._around.pool,
        )
        return PaymentFileDialog(tools, parent.window())

    def aid_view(self, services: Services) -> QWidget:
        """Return what shows the state aid of a dossier."""
        from alize_desktop.ui.aid.sheet_view import AidView  # noqa: PLC0415  # on demand

        return AidView(self._aid_tools(services))

    def _register(self, services: Services) -> QWidget:
        from alize_desktop.ui.aid.register_page import RegisterPage  # noqa: PLC0415  # on demand

        return RegisterPage(self._aid_tools(services))

    def _aid_tools(self, services: Services) -> "AidTools":
        from alize_desktop.ui.aid.tools import AidTools  # noqa: PLC0415  # on demand

        return AidTools(
            aid=services.aid,
            preferences=self._around.preferences,
            bus=self._around.bus,
            window=self._around.window,
            zone=zone_of(services),
            today=self._around.today_in(services),
            log_file=self._around.log_file,
            pool=self._around.pool,
        )
