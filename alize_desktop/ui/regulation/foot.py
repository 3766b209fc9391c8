"""What can be done with a draft, at the foot of its page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Ground, Level, label
from alize_desktop.wording.names import counted


class DraftFoot(QFrame):
    """How much is changed, and two buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.BOTTOM.value)
        self._changed = label("", Level.SMALL)
        self._changed.setObjectName("draft_changed")
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", Kind.GHOST, handles_key=False)
        self.abandon.setObjectName("draft_abandon")
        self.adopt = KeyButton(self.tr("Adopter cette version…"), "Ctrl+S", Kind.PRIMARY)
        self.adopt.setObjectName("draft_adopt")
        keys = FlowLayout(spacing=SPACE.related)
        keys.addWidget(self.adopt)
        keys.addWidget(self.abandon)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        column.setSpacing(SPACE.tight)
        column.addWidget(self._changed)
        column.addLayout(keys)

    def show_changes(self, count: int) -> None:
        """Say how many settings differ from the rules in force."""
        words = counted(count, self.tr("réglage changé"), self.tr("réglages changés"))
        self._changed.setText(words if count else self.tr("Identique au règlement en vigueur"))
