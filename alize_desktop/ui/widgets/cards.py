"""Cards: a figure with its caption, and a titled frame around anything."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label, set_role


class FigureCard(QFrame):
    """A caption, a big figure, a note: « Avance demandée, 15 000 €, plafond 20 000 € »."""

    def __init__(
        self, caption: str, figure: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.CARD.value)
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

    def natural_width(self) -> int:
        """Return the width, in pixels, that shows caption and figure whole."""
        words = max(self._caption.sizeHint().width(), self._figure.sizeHint().width())
        return max(words + 2 * 14 + 4, scaled(132))


class FigureRow(QWidget):
    """Figure cards side by side, on two rows or more where there is little room."""

    def __init__(self, cards: Sequence[FigureCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._lay_out(len(self._cards))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(132), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Use as many columns as show every figure whole."""
        widest = max((card.natural_width() for card in self._cards), default=1)
        fitting = max(1, (self.width() + 12) // (widest + 12))
        rows = -(-len(self._cards) // fitting)
        columns = -(-len(self._cards) // max(rows, 1))
        if columns != self._columns:
            self._lay_out(columns)

    def _lay_out(self, columns: int) -> None:
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // max(columns, 1), number % max(columns, 1))
        for number in range(len(self._cards)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)


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
