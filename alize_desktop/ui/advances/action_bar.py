"""The buttons of an advance: the next thing first, what is rare in a menu."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.ui.advances.actions import AdvanceAction, action_text, next_action, offered
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout

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
        self._rare: tuple[AdvanceAction, ...] = ()
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
        self._step = detail.row.step
        self._rare = tuple(each for each in actions if each not in self._buttons)
        self._buttons[AdvanceAction.LADDER].set_text(action_text(AdvanceAction.LADDER, self._step))
        for action, button in self._buttons.items():
            is_next = action is following
            button.set_kind(Kind.PRIMARY if is_next else Kind.SECONDARY)
            button.setVisible(action in actions)
        self.more.setVisible(bool(self._rare))

    def button(self, action: AdvanceAction) -> KeyButton:
        """Return the button of an action that has one."""
        return self._buttons[action]

    def rare(self) -> Sequence[AdvanceAction]:
        """Return what the menu offers."""
        return self._rare

    def menu(self) -> QMenu:
        """Return a new menu of what has no button; it goes when it is closed."""
        menu = QMenu(self)
        for action in self._rare:
            menu.addAction(action_text(action)).triggered.connect(partial(self._ask, action))
        menu.aboutToHide.connect(menu.deleteLater)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask(self, action: AdvanceAction, *_checked: bool) -> None:
        self.asked.emit(action)
