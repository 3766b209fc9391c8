"""Lines in a card: what a version changes, and what deserves a second look."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.ui.regulation.setting import Difference
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if


class LinesCard(QWidget):
    """A title and a few lines; hidden when there is none.

    Args:
        title: Above the lines.
        role: Colour of the lines, None for plain text.
        parent: Parent widget.
    """

    def __init__(self, title: str, role: Role | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(title)
        self.lines = label("", Level.BODY, wraps=True, role=role)
        card.body.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        self.lines.setText("\n".join(f"•\u00a0{each}" for each in lines))
        show_if(self, shown=bool(lines))


def difference_text(difference: Difference) -> str:
    """Return one line: « Délai de convocation : 5 jours francs → 7 jours francs »."""
    if not difference.before:
        return f"{difference.label}\u00a0: {difference.after}"
    return f"{difference.label}\u00a0: {difference.before}\u00a0→ {difference.after}"
