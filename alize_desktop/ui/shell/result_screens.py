"""Builds the screens of partners and of the report of the programme."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.services.bundle import Services
from alize_desktop.ui.shell.surroundings import Surroundings

if TYPE_CHECKING:
    from alize_desktop.ui.people.partners import PartnersScreen
    from alize_desktop.ui.report.screen import ReportScreen


class ResultScreens:
    """Builds them for the registry that is open.

    Args:
        surroundings: What it hands to each besides services.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self._around = surroundings

    def report(self, services: Services) -> "ReportScreen":
        """Return the screen of the report."""
        from alize_desktop.ui.report.screen import ReportScreen  # noqa: PLC0415  # on demand
        from alize_desktop.ui.report.tools import ReportTools  # noqa: PLC0415  # likewise

        tools = ReportTools(
            reports=services.reports,
            bus=self._around.bus,
            window=self._around.window,
            today=self._around.today_in(services),
            log_file=self._around.log_file,
            pool=self._around.pool,
        )
        return ReportScreen(tools)

    def partners(self, services: Services) -> "PartnersScreen":
        """Return the screen of partner companies."""
        from alize_desktop.ui.people.partner_tools import PartnerTools  # noqa: PLC0415  # on demand
        from alize_desktop.ui.people.partners import PartnersScreen  # noqa: PLC0415  # likewise

        tools = PartnerTools(
            people=services.people,
            partners=services.partners,
            missions=partial(_missions_of, services),
            companies=partial(_companies, services),
            bus=self._around.bus,
            window=self._around.window,
            today=self._around.today_in(services),
            log_file=self._around.log_file,
        )
        return PartnersScreen(tools)


def _missions_of(services: Services, partner_id: UUID) -> list[MissionRow]:
    return [each for each in services.missions.rows() if each.sheet.partner_id == partner_id]


def _companies(services: Services) -> list[tuple[str, str]]:
    """Return the companies of the dossiers, each with its number, once."""
    rows = services.finder.search(DossierQuery()).rows
    return list({each.siren: (each.company, each.siren) for each in rows if each.siren}.values())
