"""The line where one searches."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.widgets.fields.typing_keys import TypedLine
from alize_desktop.ui.widgets.keys import cap_size, draw_cap, key_name

_PAUSE = 100


class SearchField(TypedLine):
    """A line that asks for a search after a short pause in the typing.

    Enter asks at once, Escape empties the line, the key gives it the keyboard.

    Signals:
        searched: Arg: the text, stripped. Empty, or two letters at least.
        left_downwards: The Down key was pressed: the list may take the keyboard.
    """

    searched = Signal(object)
    left_downwards = Signal()

    def __init__(self, placeholder: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._asked = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._ask)
        if key:
            self.setAccessibleDescription(key_name(key))
            QShortcut(QKeySequence(key), self).activated.connect(self._on_key)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text that is already searched. Emits nothing."""
        self._asked = text.strip()
        self.setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing once nobody sees the line: its registry may be closed."""
        self._pause.stop()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = palette_of(self)
        side = scaled(16)
        place = QRectF(scaled(10), (self.height() - side) / 2, side, side)
        draw_icon(painter, place, "search", colours.soft)
        if self._key and not self.text():
            name = key_name(self._key)
            width, height = cap_size(name)
            left = self.width() - width - scaled(8)
            box = QRectF(left, (self.height() - height) / 2, width, height)
            draw_cap(painter, box, name, colours.soft)

    def _fit(self) -> None:
        cap = cap_size(key_name(self._key))[0] if self._key and not self.text() else 0
        self.setTextMargins(scaled(22), 0, cap, 0)
        self.setMinimumHeight(scaled(34))

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_changed(self) -> None:
        self._fit()
        if not self.text().strip() and self._asked:
            self._ask()

    def _on_key(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _ask(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._asked and len(text) != 1:
            self._asked = text
            self.searched.emit(text)
