"""One advance: whose it is, what can be done, and its three pages."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.ui.advances.action_bar import ActionBar
from alize_desktop.ui.advances.head import AdvanceHead
from alize_desktop.ui.advances.history_page import HistoryPage
from alize_desktop.ui.advances.schedule_page import SchedulePage
from alize_desktop.ui.advances.situation import SituationPage
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.tabs import TabStrip


class AdvancePane(QWidget):
    """Shows one advance, and what can be done with it now.

    Args:
        local: Gives the programme's wall clock.
        parent: Parent widget.

    Signals:
        action_asked: Arg: the ``AdvanceAction``.
    """

    action_asked = Signal(object)

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._detail: AdvanceDetail | None = None
        self.head = AdvanceHead()
        self.actions_bar = ActionBar()
        self.situation = SituationPage()
        self.schedule = SchedulePage()
        self.history = HistoryPage(local)
        self.tabs = TabStrip(
            (
                ("situation", self.tr("Situation")),
                ("schedule", self.tr("Échéancier")),
                ("history", self.tr("Historique")),
            ),
            self.tr("Contenu de l’avance"),
        )
        self._pages: dict[str, QWidget] = {
            "situation": self.situation,
            "schedule": self.schedule,
            "history": self.history,
        }
        self._lay_out()
        self.tabs.requested.connect(self._on_tab_chosen)
        self.actions_bar.asked.connect(self.action_asked)

    @property
    def detail(self) -> AdvanceDetail | None:
        """The advance shown, None before the first."""
        return self._detail

    @property
    def dossier_id(self) -> UUID | None:
        """Its identifier."""
        return self._detail.row.dossier_id if self._detail else None

    def show_detail(self, detail: AdvanceDetail) -> None:
        """Show an advance. Emits nothing."""
        self._detail = detail
        self.head.show_detail(detail)
        self.actions_bar.show_detail(detail)
        self.situation.show_detail(detail)
        self.schedule.show_detail(detail)
        self.history.show_events(detail.events)
        several = len(detail.versions) > 1
        self.tabs.set_badge("schedule", f"v{len(detail.versions)}" if several else "")
        self.tabs.set_badge("history", str(len(detail.events) or ""))

    def show_tab(self, key: str) -> None:
        """Show one of the pages."""
        self.tabs.set_current(key)
        for each, page in self._pages.items():
            page.setVisible(each == key)

    def take_keyboard(self) -> None:
        """Give the keyboard to the page shown."""
        shown = self.tabs.current()
        if shown == "schedule":
            self.schedule.take_keyboard()
        elif shown == "history":
            self.history.take_keyboard()
        else:
            self.tabs.bar.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tabs.bar.updateGeometry()  # its tabs were counted before they were dressed

    def _on_tab_chosen(self, key: str) -> None:
        self.show_tab(key)
        if not self.tabs.bar.hasFocus():
            self.take_keyboard()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
        column.setSpacing(SPACE.card)
        column.addWidget(self.head)
        column.addWidget(self.actions_bar)
        column.addWidget(self.tabs)
        for key, page in self._pages.items():
            column.addWidget(page, 1)
            page.setVisible(key == self.tabs.current())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))  # large text on a small screen
