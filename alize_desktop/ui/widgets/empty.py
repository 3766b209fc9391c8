"""What a place says when there is nothing in it: one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if


class EmptyState(QWidget):
    """One sentence and, when something can be done about it, one button.

    Args:
        sentence: What is missing, and what to do.
        action: Label of the button; empty for none.
        key: Key of the button.
        second: Label of a quieter button; empty for none.
        parent: Parent widget.

    Signals:
        requested: The button was pressed.
        second_requested: The quieter button was pressed.
    """

    requested = Signal()
    second_requested = Signal()

    def __init__(
        self,
        sentence: str,
        action: str = "",
        key: str = "",
        second: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence = label(sentence, Level.SOFT, wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACE.card)
        column.addStretch(2)
        column.addWidget(self._sentence)
        self.button = KeyButton(action, key, Kind.PRIMARY)
        self.button.clicked.connect(self.requested)
        show_if(self.button, shown=bool(action))
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.second = KeyButton(second, kind=Kind.GHOST)
        self.second.clicked.connect(self.second_requested)
        show_if(self.second, shown=bool(second))
        column.addWidget(self.second, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
