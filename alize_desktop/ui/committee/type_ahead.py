"""Texts proposed while one types: the arrows choose, Enter takes, typing goes on."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.rules.text import search_key
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.theme.look import scaled

_MOST: Final = 4
_COMMAND: Final = Qt.KeyboardModifier.ControlModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypeAhead(QWidget):
    """The texts that hold every word typed, under the line they are typed in.

    The only text that is left is chosen by itself: what was typed to find it is half a
    word. Among several, without an arrow, Enter keeps what is typed; Up lets go of a text.

    Signals:
        taken: A text was chosen. Arg: the text.
        entered: Enter, with what is typed.
    """

    taken = Signal(object)
    entered = Signal()

    def __init__(self, line: QLineEdit, texts: Sequence[str], name: str) -> None:
        """Watch a line.

        Args:
            line: Where one types.
            texts: What is proposed.
            name: Object name of the list.
        """
        super().__init__()
        self._line = line
        self._texts = tuple(texts)
        self.list = QListWidget()
        self.list.setObjectName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Textes proposés"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        whole = column(self)
        whole.addWidget(self.list)
        line.installEventFilter(self)
        line.textEdited.connect(self._on_typed)
        self.list.itemClicked.connect(self._take)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows and Enter; where the keyboard goes next, they must not act again."""
        if watched is self._line and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if event.key() in _ENTER and not event.modifiers() & _COMMAND:
                if is_press:
                    self._on_entered()
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isHidden():
                if is_press:
                    self._shift(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        if watched is self._line and event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _on_typed(self, typed: str) -> None:
        words = search_key(typed).split()
        found = [each for each in self._texts if all(w in search_key(each) for w in words)]
        self.list.clear()
        self.list.addItems(found[:_MOST] if words else [])
        self.list.setCurrentRow(0 if self.list.count() == 1 else -1)
        self.list.setFixedHeight(scaled(30) * max(self.list.count(), 1) + 4)
        self.setVisible(self.list.count() > 0 and found != [typed])

    def _shift(self, step: int) -> None:
        row = self.list.currentRow() + step
        if -1 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _on_entered(self) -> None:
        item = self.list.currentItem() if not self.isHidden() else None
        if item is not None and self.list.currentRow() >= 0:
            self._take(item)
        else:
            self.hide()
            self.entered.emit()

    def _take(self, item: QListWidgetItem) -> None:
        text = item.text()
        self.hide()
        self.taken.emit(text)
