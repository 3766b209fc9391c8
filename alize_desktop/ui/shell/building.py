"""Builds each screen with the services and the surroundings it needs.

A screen is imported when it is built: a window loads what it shows.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from alize_desktop.services.bundle import Services
from alize_desktop.ui.dossiers.screen import DossierScreen
from alize_desktop.ui.dossiers.tools import DossierTools
from alize_desktop.ui.shell.dossier_views import DossierViews
from alize_desktop.ui.shell.follow_up_link import LateCount
from alize_desktop.ui.shell.minutes_desk import MinutesDesk
from alize_desktop.ui.shell.mission_screens import MissionScreens
from alize_desktop.ui.shell.money_screens import MoneyScreens
from alize_desktop.ui.shell.rehearsal import RehearsalDesk
from alize_desktop.ui.shell.result_screens import ResultScreens
from alize_desktop.ui.shell.surroundings import Surroundings, zone_of

if TYPE_CHECKING:
    from alize_desktop.ui.advances.screen import AdvancesScreen
    from alize_desktop.ui.follow_up.screen import FollowUpScreen
    from alize_desktop.ui.fund.screen import FundScreen
    from alize_desktop.ui.importing.dialog import ImportDialog
    from alize_desktop.ui.meetings.screen import MeetingsScreen
    from alize_desktop.ui.payments.dialog import PaymentFileDialog
    from alize_desktop.ui.people.members import MembersScreen
    from alize_desktop.ui.programme.screen import ProgrammeScreen
    from alize_desktop.ui.regulation.screen import RegulationScreen
    from alize_desktop.ui.templates.screen import TemplatesScreen


class ScreenBuilder:
    """Builds the screens of the registry that is open.

    Args:
        surroundings: What it hands to each besides services.

    Attributes:
        missions: Makes what shows missions.
        results: Makes the screens of partners and of the report.
        dossier_views: What it gives to a dossier.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings
        self._money = MoneyScreens(surroundings)
        self.missions = MissionScreens(surroundings)
        self.results = ResultScreens(surroundings)
        self.dossier_views = DossierViews(surroundings, self._money, self.missions)

    def dossiers(self, services: Services) -> DossierScreen:
        """Return the screen of dossiers, its list not read yet."""
        tools = DossierTools(
            services,
            self._around.bus,
            self._around.window,
            zone_of(services),
            self._around.log_file,
            self.dossier_views.of(services),
        )
        return DossierScreen(tools)

    def meetings(self, services: Services) -> "MeetingsScreen":
        """Return the screen where meetings are prepared."""
        from alize_desktop.ui.meetings.screen import MeetingsScreen  # noqa: PLC0415  # on demand
        from alize_desktop.ui.meetings.tools import MeetingTools  # noqa: PLC0415  # on demand

        tools = MeetingTools(
            meetings=services.meetings,
            agenda=services.agenda,
            life=services.life,
            people=services.people,
            bus=self._around.bus,
            window=self._around.window,
            zone=zone_of(services),
            today=self._around.today_in(services),
            log_file=self._around.log_file,
        )
        return MeetingsScreen(tools)

    def advances(self, services: Services) -> "AdvancesScreen":
        """Return the screen of advances."""
        from alize_desktop.ui.advances.screen import AdvancesScreen  # noqa: PLC0415  # on demand
        from alize_desktop.ui.advances.tools import AdvanceTools  # noqa: PLC0415  # on demand

        tools = AdvanceTools(
            services=services,
            bus=self._around.bus,
            window=self._around.window,
            zone=zone_of(services),
            today=self._around.today_in(services),
            author=self._around.preferences.author,
            keep_author=self._around.preferences.remember_author,
            log_file=self._around.log_file,
            pool=self._around.pool,
        )
        return AdvancesScreen(tools)

    def fund(self, services: Services) -> "FundScreen":
        """Return the screen of the fund."""
        return self._money.fund(services)

    def follow_up(self, services: Services) -> "FollowUpScreen":
        """Return the screen of what is to be followed up."""
        from alize_desktop.ui.follow_up.screen import FollowUpScreen  # noqa: PLC0415  # on demand
        from alize_desktop.ui.follow_up.tools import FollowUpTools  # noqa: PLC0415  # likewise

        tools = FollowUpTools(
            follow_up=services.follow_up,
            bus=self._around.bus,
            window=self._around.window,
            zone=zone_of(services),
            today=self._around.today_in(services),
            log_file=self._around.log_file,
            pool=self._around.pool,
        )
        return FollowUpScreen(tools, (self.missions.page(services),))

    def late_count(self) -> LateCount:
        """Return what counts the things that are late, for the navigation."""
        return LateCount(self._around.bus, self._around.pool)

    def payments_dialog(self, services: Services, parent: QWidget) -> "PaymentFileDialog":
        """Return the dialog of payment files."""
        return self._money.payments_dialog(services, parent)

    def regulation(self, services: Services) -> "RegulationScreen":
        """Return the screen of the rules of procedure."""
        from alize_desktop.ui.regulation.screen import (  # noqa: PLC0415  # on demand
            RegulationScreen,
        )

        return RegulationScreen(
            services.regulations,
            self._around.bus,
            self._around.window,
            self._around.log_file,
            self._around.today_in(services),
        )

    def templates(self, services: Services) -> "TemplatesScreen":
        """Return the screen of the texts and looks of papers."""
        from alize_desktop.ui.templates.screen import TemplatesScreen  # noqa: PLC0415  # on demand

        return TemplatesScreen(
            services.templates,
            self._around.bus,
            self._around.window,
            self._around.log_file,
            zone_of(services),
        )

    def members(self, services: Services) -> "MembersScreen":
        """Return the screen of members."""
        from alize_desktop.ui.people.members import MembersScreen  # noqa: PLC0415  # on demand

        return MembersScreen(
            services.people, self._around.bus, self._around.window, self._around.log_file
        )

    def settings(self, services: Services) -> "ProgrammeScreen":
        """Return the screen of settings."""
        from alize_desktop.ui.programme.screen import ProgrammeScreen  # noqa: PLC0415  # on demand

        return ProgrammeScreen(
            services.programme, self._around.preferences, self._around.bus, self._around.log_file
        )

    def rehearsals(self, parent: QWidget) -> RehearsalDesk:
        """Return what holds meetings on a copy of the registry."""
        return RehearsalDesk(parent, self._around.log_file, self._around.clock)

    def minutes(self, parent: QWidget) -> MinutesDesk:
        """Return what opens the minutes of meetings."""
        return MinutesDesk(parent, self._around.bus, self._around.window, self._around.log_file)

    def import_dialog(self, services: Services, parent: QWidget) -> "ImportDialog":
        """Return the dialog that brings a workbook in."""
        from alize_desktop.ui.importing.dialog import ImportDialog  # noqa: PLC0415  # on demand

        return ImportDialog(services.importing, self._around.bus, self._around.log_file, parent)
