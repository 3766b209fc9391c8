"""Builds the screen of the fund and the views of state aid; these do not know each other.

The sheet of a dossier and the register of a year are made here for the screens that
show them.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.changes import Clock
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.registry_pool import RegistryPool

if TYPE_CHECKING:
    from alize_desktop.ui.aid.tools import AidTools
    from alize_desktop.ui.fund.screen import FundScreen
    from alize_desktop.ui.payments.dialog import PaymentFileDialog

translate = QCoreApplication.translate


class MoneyScreens:
    """Holds what they need besides services.

    Args:
        preferences: What the user prefers.
        window: Geometry kept between two runs.
        log_file: Named when a bug is shown.
        bus: Says to the screens what changed.
        clock: Gives the day it is.
        pool: Where they read and write; waited for before the registry is closed.
    """

    def __init__(
        self,
        preferences: Preferences,
        window: QSettings,
        log_file: Path,
        bus: Bus,
        clock: Clock,
        pool: RegistryPool,
    ) -> None:
        self._preferences = preferences
        self._window = window
        self._log_file = log_file
        self._bus = bus
        self._clock = clock
        self._pool = pool

    def fund(self, services: Services) -> "FundScreen":
        """Return the screen of the fund, the register of aids among its pages."""
        from alize_desktop.ui.fund.screen import FundScreen  # noqa: PLC0415  # on demand
        from alize_desktop.ui.fund.tools import FundTools, OtherPage  # noqa: PLC0415  # likewise

        tools = FundTools(
            fund=services.fund,
            rules=services.money_rules,
            papers=services.money_papers,
            preferences=self._preferences,
            bus=self._bus,
            window=self._window,
            zone=_zone_of(services),
            today=self._today_in(services),
            log_file=self._log_file,
            pool=self._pool,
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
            self._window,
            self._today_in(services),
            self._log_file,
            self._pool,
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
            preferences=self._preferences,
            bus=self._bus,
            window=self._window,
            zone=_zone_of(services),
            today=self._today_in(services),
            log_file=self._log_file,
            pool=self._pool,
        )

    def _today_in(self, services: Services) -> Callable[[], date]:
        return lambda: self._clock().astimezone(_zone_of(services)).date()


def _zone_of(services: Services) -> ZoneInfo:
    return ZoneInfo(services.current_programme().time_zone)
