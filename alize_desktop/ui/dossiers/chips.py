"""Chips that filter the list by state, each with its count."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.enums import DossierState
from alize_desktop.ui.dossiers.columns import state_plural
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import TYPE
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.painting import CENTRED, draw_ring, draw_rounded, draw_text
from alize_desktop.wording.amounts import integer_text

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

    def set_count(self, count: int) -> None:
        """Show another count."""
        self.setText(f"{self._word} {integer_text(count)}")
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


class StateChips(QWidget):
    """« Tous », then the states that some dossier is in. A click asks for one.

    With Ctrl a click adds a state, or takes it away.

    Signals:
        states_requested: Arg: the frozenset of states; empty for all.
    """

    states_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: frozenset[DossierState] = frozenset()
        self._all = Chip(self.tr("Tous"))
        self._all.clicked.connect(self._on_all)
        self.setAccessibleName(self.tr("Filtrer par état"))
        row = FlowLayout(self)
        row.addWidget(self._all)
        self._chips: dict[DossierState, Chip] = {}
        for state in DossierState:
            chip = Chip(state_plural(state))
            chip.clicked.connect(partial(self._on_state, state))
            row.addWidget(chip)
            self._chips[state] = chip
        self.show_counts({}, frozenset())

    def chip(self, state: DossierState | None) -> Chip:
        """Return the chip of a state, or of « Tous »."""
        return self._all if state is None else self._chips[state]

    def show_counts(
        self, counts: Mapping[DossierState, int], states: frozenset[DossierState]
    ) -> None:
        """Show the counts, and which states are asked for. Emits nothing."""
        self._states = states
        self._all.set_count(sum(counts.values()))
        self._all.setChecked(not states)
        for state, chip in self._chips.items():
            chip.set_count(counts.get(state, 0))
            chip.setChecked(state in states)
            chip.setVisible(state in states or counts.get(state, 0) > 0)

    def _on_all(self, *_checked: bool) -> None:
        self.states_requested.emit(frozenset())

    def _on_state(self, state: DossierState, *_checked: bool) -> None:
        alone = frozenset({state})
        if self._chips[state].adds:
            self.states_requested.emit(self._states ^ alone)
        else:
            self.states_requested.emit(frozenset() if self._states == alone else alone)
