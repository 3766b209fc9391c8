"""Chips that filter a list, each with its count."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import TYPE
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.painting import CENTRED, draw_ring, draw_rounded, draw_text
from alize_desktop.wording.amounts import integer_text

E = TypeVar("E")

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Chip(QAbstractButton):
    """A word and a count that can be ticked.

    Attributes:
        adds: Whether Ctrl was held at the last click.
    """

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self.adds = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int, note: str = "") -> None:
        """Show another count; a few words tell it instead, when they are given."""
        counted = f"{self._word} {integer_text(count)}"
        self.setText(f"{self._word}\u00a0: {note}" if note else counted)
        self.setAccessibleName(self.text())
        self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        """Stay as the list says; a click only asks."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.adds = _CONTROL in event.modifiers()
        super().mouseReleaseEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.adds = _CONTROL in event.modifiers()
        super().keyReleaseEvent(event)

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._face(heavy=True)).horizontalAdvance(self.text())
        return QSize(int(wide) + scaled(20) + 1, scaled(28))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        box = QRectF(self.rect())
        radius = box.height() / 2
        if self.isChecked():
            draw_rounded(painter, box, radius, colours.primary_ground)
        elif self.underMouse():
            draw_rounded(painter, box, radius, colours.hover)
        if self.hasFocus():
            draw_ring(painter, box, colours.focus, radius)
        ink = colours.primary if self.isChecked() else colours.soft
        draw_text(painter, box, self.text(), self._face(heavy=self.isChecked()), ink, CENTRED)

    def _face(self, *, heavy: bool) -> QFont:
        return font(TYPE.small, QFont.Weight.DemiBold if heavy else QFont.Weight.Medium)


class ChipRow(QWidget, Generic[E]):
    """A chip for all, then one a value that something has. A click asks for one.

    With Ctrl a click adds a value, or takes it away.

    Args:
        name: What is filtered, for those who hear the screen.
        everything: Word of the chip for all.
        words: (value, word) pairs, in the order shown.
        parent: Parent widget.

    Signals:
        requested: Arg: the frozenset of values; empty for all.
    """

    requested = Signal(object)

    def __init__(
        self,
        name: str,
        everything: str,
        words: Sequence[tuple[E, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chosen: frozenset[E] = frozenset()
        self._all = Chip(everything)
        self._all.clicked.connect(self._on_all)
        self.setAccessibleName(name)
        row = FlowLayout(self)
        row.addWidget(self._all)
        self._chips: dict[E, Chip] = {}
        for value, word in words:
            chip = Chip(word)
            chip.clicked.connect(partial(self._on_chip, value))
            row.addWidget(chip)
            self._chips[value] = chip
        self.show_counts({}, frozenset())

    def chip(self, value: E | None) -> Chip:
        """Return the chip of a value, or of all."""
        return self._all if value is None else self._chips[value]

    def show_counts(
        self,
        counts: Mapping[E, int],
        chosen: frozenset[E],
        notes: Mapping[E, str] | None = None,
    ) -> None:
        """Show the counts, and which values are asked for. Emits nothing."""
        self._chosen = chosen
        self._all.set_count(sum(counts.values()))
        self._all.setChecked(not chosen)
        for value, chip in self._chips.items():
            chip.set_count(counts.get(value, 0), (notes or {}).get(value, ""))
            chip.setChecked(value in chosen)
            chip.setVisible(value in chosen or counts.get(value, 0) > 0)

    def _on_all(self, *_checked: bool) -> None:
        self.requested.emit(frozenset())

    def _on_chip(self, value: E, *_checked: bool) -> None:
        alone = frozenset({value})
        if self._chips[value].adds:
            self.requested.emit(self._chosen ^ alone)
        else:
            self.requested.emit(frozenset() if self._chosen == alone else alone)
