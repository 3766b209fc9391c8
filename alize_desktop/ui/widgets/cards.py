"""Cards: a figure with its caption, and a titled frame around anything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label, set_role


class FigureCard(QFrame):
    """A caption, a big figure, a note: « Avance demandée, 15 000 €, plafond 20 000 € »."""

    def __init__(
        self, caption: str, figure: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.CARD.value)
        self.setMinimumWidth(132)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._caption = ElidedLabel(caption, Level.CAPTION)
        self._figure = ElidedLabel(figure, Level.TITLE)
        self._figure.setFont(with_figures(self._figure.font()))
        self._note = label(note, Level.SMALL, wraps=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(2)
        for each in (self._caption, self._figure):
            column.addWidget(each)
        column.addWidget(self._note, 1)
        self.set_figure(figure, note)

    def set_figure(self, figure: str, note: str = "", role: Role | None = None) -> None:
        """Show another figure, in the colour of a meaning or of plain text."""
        self._figure.setText(figure)
        self._note.setText(note)
        set_role(self._figure, role)
        self.setAccessibleName(f"{self._caption.text()}, {figure}, {note}".rstrip(", "))


class Card(QFrame):
    """A titled frame. Add to ``body``, a vertical layout.

    Attributes:
        body: Layout of what the card holds.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.related)
        if title:
            whole.addWidget(label(title, Level.HEADING))
        box = frame(Ground.CARD)
        self.body = QVBoxLayout(box)
        self.body.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
        self.body.setSpacing(SPACE.related)
        whole.addWidget(box, 1)
        self.setAccessibleName(title)
