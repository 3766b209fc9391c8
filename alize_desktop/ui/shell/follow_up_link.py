"""Leads from what is to be followed up to the screen it is about, and counts what is late."""

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.rules.follow_up_money import DAYS
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.tasks import Task

if TYPE_CHECKING:
    from alize_desktop.ui.dossiers.screen import DossierScreen

_CALM: Final = 3_000
"""Milliseconds without a change before what is late is counted again."""

_PLACES: Final = {
    FollowUpKind.REPAYMENT: "advances",
    FollowUpKind.APPROVAL: "advances",
    FollowUpKind.NOTICE: "meetings",
    FollowUpKind.PARTNER_AGREEMENT: "partners",
}
"""Where an item is seen to; a dossier for every other kind."""


_PANES: Final = {
    FollowUpKind.JOBS: "jobs",
    FollowUpKind.CONDITION: "decision",
    FollowUpKind.MISSION: "missions",
    FollowUpKind.APPROVAL: "missions",
}
"""Pane of the dossier that says more."""


def place_of(item: FollowUpItem) -> str:
    """Return the place where an item is seen to."""
    if item.what == DAYS:
        return "dossiers"
    return _PLACES.get(item.kind, "dossiers")


def show_subject(screen: QWidget | None, item: FollowUpItem) -> None:
    """Show what an item is about, in the screen of its place."""
    from alize_desktop.ui.advances.screen import AdvancesScreen  # noqa: PLC0415  # on demand
    from alize_desktop.ui.dossiers.screen import DossierScreen  # noqa: PLC0415  # likewise
    from alize_desktop.ui.meetings.screen import MeetingsScreen  # noqa: PLC0415  # likewise
    from alize_desktop.ui.people.partners import PartnersScreen  # noqa: PLC0415  # likewise

    match screen:
        case AdvancesScreen():
            screen.show_advance(item.subject_id)
        case MeetingsScreen():
            screen.show_meeting(item.subject_id)
        case PartnersScreen():
            screen.show_partner(item.subject_id)
        case DossierScreen() if item.dossier_id is not None:
            show_dossier(screen, item.dossier_id, _PANES[item.kind], item.subject_id)


def show_dossier(
    screen: QWidget | None, dossier_id: UUID, pane: str, subject_id: UUID | None = None
) -> None:
    """Show a pane of a dossier, once the user agreed to leave what is typed in another.

    Args:
        screen: That of dossiers; nothing is done with another.
        dossier_id: The dossier.
        pane: Key of the pane.
        subject_id: What is to be chosen in it, where it is a mission.
    """
    from alize_desktop.ui.dossiers.screen import DossierScreen  # noqa: PLC0415  # on demand

    if isinstance(screen, DossierScreen):
        screen.try_leave(partial(_show_dossier, screen, dossier_id, pane, subject_id))


def _show_dossier(
    screen: "DossierScreen", dossier_id: UUID, pane: str, subject_id: UUID | None
) -> None:
    from alize_desktop.ui.missions.view import MissionsView  # noqa: PLC0415  # on demand

    screen.show_dossier(dossier_id)
    screen.editor.panes.show_pane(pane)
    missions = screen.editor.panes.findChild(MissionsView)
    if missions is not None and subject_id is not None:
        missions.show_mission(subject_id)


class LateCount(QObject):
    """Counts what is late away from the window, a while after each change.

    Args:
        bus: Says what changed.
        pool: Where it reads; waited for before the registry is closed.

    Signals:
        counted: Arg: how many things are late.
    """

    counted = Signal(object)

    def __init__(self, bus: Bus, pool: RegistryPool) -> None:
        super().__init__(pool)
        self._pool = pool
        self._services: Services | None = None
        self._task: Task[int] | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.count)
        bus.changed.connect(self._on_changed)
        pool.closing.connect(partial(self.watch, None))

    def watch(self, services: Services | None) -> None:
        """Count in a registry from now on, or in none."""
        self._services = services
        self._forget()
        if services is None:
            self._calm.stop()
        else:
            self._calm.start()

    def count(self) -> None:
        """Count now; what is being counted is forgotten."""
        services = self._services
        if services is None:
            return
        self._forget()
        task = self._task = Task(partial(_count, services), self)
        task.succeeded.connect(self.counted)
        task.finished.connect(partial(self._on_finished, task))
        task.start(self._pool)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.succeeded.disconnect(self.counted)
            self._task.cancel()
            self._task = None

    def _on_finished(self, task: Task[int]) -> None:
        if self._task is task:
            self._task = None
        task.deleteLater()

    def _on_changed(self, _changes: Changes, _source: object) -> None:
        """Count again once nothing moved for a while: most changes move something due."""
        if self._services is not None:
            self._calm.start()


def _count(services: Services) -> Generator[Progress, None, int]:
    yield Progress(0, 1, "")
    today = services.today()
    return sum(each.is_late for each in services.follow_up.items(today, today))
