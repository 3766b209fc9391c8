"""A window whose keys, clicks, menu and palette all come from one registry of actions."""

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from alize_desktop.ui.committee.actions import (
    BACK,
    NEXT,
    ActionRegistry,
    CommitteeAction,
    KeyAnswer,
)
from alize_desktop.ui.committee.keys import is_typing
from alize_desktop.ui.committee.panels import Panels
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.toast import Toast

_HEADER = 58
"""Height of the header, under which messages come: the foot holds what is clicked."""

_HELD = 300
"""Milliseconds: a key of another window that comes again sooner is held down."""


class KeyedWindow(QMainWindow):
    """Does what a key, a click, the menu, the palette or a remote asks.

    Attributes:
        panels: What opens over the window.
    """

    def __init__(self) -> None:
        super().__init__()
        self._registry = ActionRegistry()
        self._since_remote = QElapsedTimer()
        self._remote_key = ""
        self._toast = Toast(self, below=scaled(_HEADER))
        self.panels = Panels(self, self._registry)
        self.panels.asked.connect(self._ask)

    @property
    def registry(self) -> ActionRegistry:
        """Everything that can be asked now: the actions of the step, then of the window."""
        return self._registry

    def show_message(self, text: str, role: Role = Role.GOOD) -> None:
        """Say something in passing, under the header."""
        self._toast.show_message(text, role)

    def press_key(self, key: str) -> None:
        """Do what a key does that was pressed in another window, such as the room's.

        Its releases are not told: an advancing key that comes again at once is held down.
        """
        action = self._registry.find(key)
        if action is None:
            return
        since = self._since_remote.restart() if self._since_remote.isValid() else _HELD
        self._since_remote.start()
        if action.identifier in (NEXT, BACK) and key == self._remote_key and since < _HELD:
            return
        self._remote_key = key
        self._tell(self._registry.perform(action))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self._registry.press(event, is_typing=is_typing(self))
        self._tell(answer)
        if not answer.is_known:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._registry.guard.release(event)
        super().keyReleaseEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._registry.guard.forget()  # the releases went to another window

    def _ask(self, identifier: str, *_checked: bool) -> None:
        """Do what was clicked, or chosen in a list."""
        action = self._registry.action(identifier)
        if action is not None:
            self._tell(self._registry.perform(action))

    def _tell(self, answer: KeyAnswer) -> None:
        if answer.refused is not None and answer.refused.identifier != NEXT:
            self._on_key_refused(answer.refused)

    def _on_key_refused(self, action: CommitteeAction) -> None:
        why = action.why_not() or self.tr("Ce n’est pas possible maintenant.")
        self.show_message(why, Role.WAITING)

    def _on_full_screen_asked(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
