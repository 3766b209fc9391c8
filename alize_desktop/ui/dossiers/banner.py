"""A sentence across the top of a dossier, that stays until it is closed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Ground, label, set_role


class Banner(QFrame):
    """Tells something that a person must read before going on. Hidden when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.TOP.value)
        self._sentence = label("", wraps=True, role=Role.WAITING)
        self._close = KeyButton(self.tr("Fermer"), kind=Kind.GHOST)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.group, 10, SPACE.related, 10)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._close)
        self.hide()

    def show_sentence(self, sentence: str, role: Role = Role.WAITING) -> None:
        """Show a sentence; an empty one hides the banner."""
        set_role(self._sentence, role)
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return the sentence shown, empty when hidden."""
        return "" if self.isHidden() else self._sentence.text()
