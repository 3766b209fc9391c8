"""Lines one chooses among with the arrows; a ring says which one the keys act on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.ui.committee.layouts import clear, column, row
from alize_desktop.ui.theme.look import palette_of
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Level
from alize_desktop.ui.widgets.painting import Shape, draw_rounded
from alize_desktop.ui.widgets.pill import Pill


@dataclass(frozen=True, slots=True)
class Choice:
    """One line.

    Attributes:
        title: What it is.
        detail: Said beneath, smaller.
        state: A state in a word, with its colour and its shape; empty for none.
    """

    title: str
    detail: str = ""
    state: str = ""
    role: Role = Role.NEUTRAL
    shape: Shape = Shape.NONE


class RingedLine(QFrame):
    """Paints one line.

    Signals:
        clicked: It was chosen with the mouse.
    """

    clicked = Signal()

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_current = False
        line = row(self, gap=16, margin=12)
        words = column(gap=2)
        words.addWidget(ElidedLabel(choice.title, Level.STRONG))
        if choice.detail:
            words.addWidget(ElidedLabel(choice.detail, Level.SOFT))
        line.addLayout(words, 1)
        if choice.state:
            line.addWidget(Pill(choice.state, choice.role, choice.shape, self))
        spoken = (choice.title, choice.detail, choice.state)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def set_current(self, *, is_current: bool) -> None:
        """Ring the line the keys act on."""
        self._is_current = is_current
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = palette_of(self)
        box = QRectF(self.rect())
        painter = QPainter(self)
        draw_rounded(painter, box, SPACE.card_radius, colours.surface, colours.line)
        if self._is_current:
            draw_rounded(painter, box, SPACE.card_radius, None, colours.focus, 3)


class RingedList(QWidget):
    """Lines, one of which is ringed.

    Signals:
        moved: Another line is ringed.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._lines: list[RingedLine] = []
        self._at = 0
        self._layout = column(self, gap=8)

    @property
    def place(self) -> int:
        """Which line the keys act on."""
        return self._at

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show lines, keeping the place that is ringed as far as it goes."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            clear(self._layout)
            self._lines = [RingedLine(each) for each in choices]
            for place, line in enumerate(self._lines):
                line.clicked.connect(lambda place=place: self._choose(place))
                self._layout.addWidget(line)
        self._at = min(self._at, max(len(self._lines) - 1, 0))
        self._show()

    def shift(self, step: int) -> None:
        """Ring a neighbour."""
        self._choose(self._at + step)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._lines):
            self._at = place
            self._show()
            self.moved.emit()

    def _show(self) -> None:
        for place, line in enumerate(self._lines):
            line.set_current(is_current=place == self._at)
