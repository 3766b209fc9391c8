"""A text of the minutes that somebody writes: as tall as its words, kept as it is typed."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MinutesBlock
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.raw_text import raw_text
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.labels import label as word

_PAUSE: Final = 600
"""Milliseconds without a key before a text is kept."""

_FEWEST, _MOST = 2, 16
_EDGES: Final = 24


class GrowingEdit(QPlainTextEdit):
    """Lines to type in, as tall as what is typed; Tab leaves them.

    Signals:
        reached: The keyboard came.
        left: The keyboard went elsewhere.
    """

    reached = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(320), self.minimumHeight())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = int(self.document().size().height())  # counted in lines, not in pixels
        shown = min(max(lines, _FEWEST), _MOST)
        height = self.fontMetrics().lineSpacing() * shown + _EDGES
        if height != self.height():
            self.setFixedHeight(height)


class WrittenField(QWidget):
    """A place of the minutes.

    Args:
        block: Where it stands.
        item_id: Point of the agenda it is about; None outside of one.
        caption: Words above it; the name of the block when empty.
        parent: Parent widget.

    Signals:
        written: A text is to be kept. Arg: the field.
        reached: The keyboard came. Arg: the field.
    """

    written = Signal(object)
    reached = Signal(object)

    def __init__(
        self,
        block: MinutesBlock,
        item_id: UUID | None,
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.block, self.item_id = block, item_id
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.edit = GrowingEdit()
        self.edit.setAccessibleName(word(block))
        self._refusal = label("", Level.SMALL, wraps=True, role=Role.BAD)
        self._refusal.hide()
        above = label(caption or word(block), Level.CAPTION)
        above.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        for each in (above, self.edit, self._refusal):
            column.addWidget(each)
        self.setFocusProxy(self.edit)
        self._pause.timeout.connect(self.keep)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.left.connect(self.keep)
        self.edit.reached.connect(lambda: self.reached.emit(self))

    @property
    def is_pending(self) -> bool:
        """Whether what is typed is not kept."""
        return not self.edit.isReadOnly() and self.text() != self._kept

    def text(self) -> str:
        """Return the text as it is typed."""
        return raw_text(self.edit)

    def refusal(self) -> str:
        """Return why the text is not kept; empty when it is."""
        return self._refusal.text()

    def show_text(self, text: str) -> None:
        """Show what is kept, unless something else is being typed."""
        if not self.is_pending:
            self._kept = text
            if self.text() != text:
                self.edit.setPlainText(text)

    def set_read_only(self, *, read_only: bool) -> None:
        """Show the text without letting it be changed."""
        self.edit.setReadOnly(read_only)

    def keep(self) -> None:
        """Ask for what is typed to be kept, if it is not."""
        self._pause.stop()
        if self.is_pending:
            self.written.emit(self)

    def confirm_kept(self, text: str) -> None:
        """Learn that a text is kept."""
        self._kept = text
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say why the text is not kept."""
        self._refusal.setText(sentence)
        show_if(self._refusal, shown=bool(sentence))

    def insert(self, sentence: str) -> None:
        """Write a sentence where the cursor is, apart from the word before it."""
        cursor = self.edit.textCursor()
        before = self.text()[: cursor.selectionStart()]
        space = " " if before and not before[-1].isspace() else ""
        cursor.insertText(f"{space}{sentence}")

    def _on_text_changed(self) -> None:
        if self.is_pending:
            self._pause.start()
