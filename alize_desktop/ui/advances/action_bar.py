"""The buttons of an advance: the next thing first, what is rare in a menu."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.ui.advances.actions import (
    MENU,
    AdvanceAction,
    action_text,
    next_action,
    offered,
    why_not,
)
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.wording.advance_words import step_to_come

_BUTTONS: Final = {
    AdvanceAction.SIGN: "Ctrl+G",
    AdvanceAction.DISBURSE: "Ctrl+D",
    AdvanceAction.LADDER: "Ctrl+R",
    AdvanceAction.REPAY: "Ctrl+E",
    AdvanceAction.RECOVER: "Ctrl+U",
    AdvanceAction.REFUND: "Ctrl+T",
    AdvanceAction.PAPERS: "Ctrl+J",
}
"""What has a button of its own, with its key."""


class ActionBar(QWidget):
    """Offers what can be done now.

    Signals:
        asked: Arg: the ``AdvanceAction``.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: AdvanceDetail | None = None
        self._step: AdvanceEventKind | None = None
        self._buttons: dict[AdvanceAction, KeyButton] = {}
        row = FlowLayout(self, spacing=SPACE.related)
        for action, key in _BUTTONS.items():
            button = KeyButton(action_text(action), key)
            button.setObjectName(f"advance_{action.value}")
            button.clicked.connect(partial(self._ask, action))
            self._buttons[action] = button
            row.addWidget(button)
        self.more = KeyButton(self.tr("Autres actions"), "Ctrl+M", Kind.GHOST, icon="chevron")
        self.more.setObjectName("advance_more")
        self.more.clicked.connect(self._on_more)
        row.addWidget(self.more)

    def show_detail(self, detail: AdvanceDetail) -> None:
        """Offer what can be done with an advance."""
        actions, following = offered(detail), next_action(detail)
        self._detail = detail
        self._step = detail.row.step or detail.next_step
        self._buttons[AdvanceAction.LADDER].set_text(action_text(AdvanceAction.LADDER, self._step))
        for action, button in self._buttons.items():
            is_next = action is following
            button.set_kind(Kind.PRIMARY if is_next else Kind.SECONDARY)
            is_to_come = action is AdvanceAction.LADDER and bool(step_to_come(detail))
            button.setVisible(action in actions or is_to_come)

    def button(self, action: AdvanceAction) -> KeyButton:
        """Return the button of an action that has one."""
        return self._buttons[action]

    def rare(self) -> Sequence[AdvanceAction]:
        """Return what the menu offers."""
        return [each for each in MENU if self._detail and not why_not(each, self._detail)]

    def menu(self) -> QMenu:
        """Return a new menu of what has no button; it goes when it is closed.

        Its order never changes; what cannot be done says why.
        """
        menu = QMenu(self)
        for action in MENU:
            reason = why_not(action, self._detail) if self._detail else ""
            text = action_text(action)
            line = menu.addAction(f"{text.rstrip('…')}\u00a0: {reason}" if reason else text)
            line.setEnabled(not reason)
            line.triggered.connect(partial(self._ask, action))
        menu.aboutToHide.connect(menu.deleteLater)
        possible = [each for each in menu.actions() if each.isEnabled()]
        if possible:
            menu.setActiveAction(possible[0])
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask(self, action: AdvanceAction, *_checked: bool) -> None:
        self.asked.emit(action)
