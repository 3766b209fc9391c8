"""What stands under a list: how many it shows, and their totals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, rule


class ListFoot(QFrame):
    """One line of soft words, the totals at its right end.

    Attributes:
        count: Says how many are shown, or selected.
        totals: Says what they come to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.SURFACE.value)
        self.count = ElidedLabel("", Level.SOFT)
        self.totals = ElidedLabel("", Level.SOFT)
        self.totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.card, 10, SPACE.card, 10)
        row.setSpacing(SPACE.card)
        row.addWidget(self.count)
        row.addWidget(self.totals, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(row)

    def show_text(self, count: str, totals: str) -> None:
        """Show both at once."""
        self.count.setText(count)
        self.totals.setText(totals)
