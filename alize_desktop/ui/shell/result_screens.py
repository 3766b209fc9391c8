"""Builds the screen of the report of the programme."""

from typing import TYPE_CHECKING

from alize_desktop.services.bundle import Services
from alize_desktop.ui.shell.surroundings import Surroundings

if TYPE_CHECKING:
    from alize_desktop.ui.report.screen import ReportScreen


def report_screen(around: Surroundings, services: Services) -> "ReportScreen":
    """Return the screen of the report.

    Args:
        around: What it is handed besides services.
        services: Of the registry that is open.
    """
    from alize_desktop.ui.report.screen import ReportScreen  # noqa: PLC0415  # on demand
    from alize_desktop.ui.report.tools import ReportTools  # noqa: PLC0415  # likewise

    tools = ReportTools(
        reports=services.reports,
        bus=around.bus,
        window=around.window,
        today=around.today_in(services),
        log_file=around.log_file,
        pool=around.pool,
    )
    return ReportScreen(tools)
