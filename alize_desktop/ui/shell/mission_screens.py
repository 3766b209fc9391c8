"""Makes what shows missions: a tab of a dossier, a page of the follow-up."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.services.bundle import Services
from alize_desktop.ui.shell.surroundings import Surroundings

if TYPE_CHECKING:
    from alize_desktop.ui.follow_up.tools import OtherPage
    from alize_desktop.ui.missions.tools import MissionTools
    from alize_desktop.ui.missions.view import MissionsView


class MissionScreens(QObject):
    """Builds them for the registry that is open, and passes on what they ask.

    Args:
        surroundings: What it hands to each besides services.

    Signals:
        opened: A mission of the list is to be seen. Arg: a ``FollowUpItem``.
    """

    opened = Signal(object)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._around = surroundings

    def view(self, services: Services) -> "MissionsView":
        """Return what shows the missions of a dossier."""
        from alize_desktop.ui.missions.view import MissionsView  # noqa: PLC0415  # on demand

        return MissionsView(self._tools(services))

    def page(self, services: Services) -> "OtherPage":
        """Return the page of every mission."""
        from alize_desktop.ui.follow_up.tools import OtherPage  # noqa: PLC0415  # on demand

        return OtherPage("missions", self.tr("Missions"), partial(self._page, services))

    def _page(self, services: Services) -> QWidget:
        from alize_desktop.ui.missions.page import MissionsPage  # noqa: PLC0415  # on demand

        page = MissionsPage(self._tools(services))
        page.opened.connect(self._on_opened)
        return page

    def _tools(self, services: Services) -> "MissionTools":
        from alize_desktop.ui.missions.tools import MissionTools  # noqa: PLC0415  # on demand

        return MissionTools(
            services=services,
            bus=self._around.bus,
            today=self._around.today_in(services),
            author=self._around.preferences.author,
            keep_author=self._around.preferences.remember_author,
            log_file=self._around.log_file,
            pool=self._around.pool,
        )

    def _on_opened(self, row: MissionRow) -> None:
        due_on = row.account.ends_on or row.account.closed_on or row.sheet.starts_on
        item = FollowUpItem(
            FollowUpKind.MISSION,
            due_on or self._around.clock().date(),
            is_late=False,
            subject_id=row.id,
            number=row.number,
            company=row.company,
            dossier_id=row.dossier_id,
        )
        self.opened.emit(item)
