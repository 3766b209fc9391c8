"""The buttons of a mission: what can be done now, the next thing first in colour."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.missions import MissionDetail
from alize_desktop.ui.missions.actions import (
    KEYS,
    MissionAction,
    action_text,
    next_action,
    offered,
)
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.visibility import show_if


class ActionBar(QWidget):
    """Offers what can be done with the mission that is chosen.

    Signals:
        asked: Arg: the ``MissionAction``.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[MissionAction, KeyButton] = {}
        flow = FlowLayout(self, spacing=SPACE.related)
        for action in MissionAction:
            button = KeyButton(action_text(action), KEYS.get(action, ""))
            button.setObjectName(f"mission_{action.value}")
            button.clicked.connect(partial(self._ask, action))
            self._buttons[action] = button
            flow.addWidget(button)

    def show_detail(self, detail: MissionDetail) -> None:
        """Offer what can be done with another mission."""
        actions, following = offered(detail), next_action(detail)
        for action, button in self._buttons.items():
            button.set_kind(Kind.PRIMARY if action is following else Kind.SECONDARY)
            show_if(button, shown=action in actions)
        show_if(self, shown=bool(actions))

    def button(self, action: MissionAction) -> KeyButton:
        """Return the button of an action."""
        return self._buttons[action]

    def _ask(self, action: MissionAction, *_checked: bool) -> None:
        self.asked.emit(action)
