"""What opens over the window: palette, help, menu, and the panel of a suspension."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from alize_desktop.ui.committee.actions import ActionRegistry
from alize_desktop.ui.committee.help import guide_page, show_help
from alize_desktop.ui.committee.menus import fill_menu
from alize_desktop.ui.committee.palette import Palette
from alize_desktop.ui.committee.suspension import SuspensionPanel


class Panels(QObject):
    """Opens one at a time.

    Signals:
        asked: An action was chosen in the palette or the menu. Arg: its identifier.
        suspension_asked: Args: hour of resumption or None, reason.
    """

    asked = Signal(object)
    suspension_asked = Signal(object, object)

    def __init__(self, window: QWidget, registry: ActionRegistry) -> None:
        super().__init__(window)
        self._window = window
        self._registry = registry
        self._menu = QMenu(window)
        self._menu.setObjectName("committee_menu")
        self._menu.aboutToHide.connect(self._on_menu_hidden)

    def open_palette(self) -> None:
        """Search every action."""
        palette = Palette(self._registry.actions(), self._window)
        palette.chosen.connect(self.asked)
        palette.open()

    def open_help(self, title: str, step: str) -> None:
        """Show the page of the guide of a step, and its keys."""
        show_help(self._window, title, self._registry.actions(), guide_page(step))

    def open_menu(self, at: QPoint) -> None:
        """List every action by group.

        Args:
            at: Top left corner on the screen.
        """
        fill_menu(
            self._menu, self._registry.actions(), lambda each: self.asked.emit(each.identifier)
        )
        self._menu.popup(at)

    def ask_suspension(self, now: Callable[[], datetime]) -> None:
        """Ask until when the meeting is suspended."""
        panel = SuspensionPanel(now, self._window)
        panel.suspension_asked.connect(self.suspension_asked)
        panel.open()

    def _on_menu_hidden(self) -> None:
        self._registry.guard.forget()  # the releases went to the menu
