"""The bar that comes under a dossier with unsaved changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Ground, Level, label


class SaveBar(QFrame):
    """Says that something is not saved, and offers to save it or to give it up.

    Signals:
        save_requested: « Enregistrer », or Ctrl+S.
        abandon_requested: « Abandonner »; the screen listens to Escape itself.
    """

    save_requested = Signal()
    abandon_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.BOTTOM.value)
        self._words = label(
            self.tr("● Modifications non enregistrées"), Level.STRONG, wraps=True, role=Role.WAITING
        )
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", handles_key=False)
        self.save = KeyButton(self.tr("Enregistrer"), "Ctrl+S", Kind.PRIMARY)
        self.abandon.clicked.connect(self.abandon_requested)
        self.save.clicked.connect(self.save_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.group, 10, SPACE.group, 10)
        row.setSpacing(SPACE.related)
        row.addWidget(self._words, 1)
        row.addWidget(self.abandon)
        row.addWidget(self.save)
        self.hide()
