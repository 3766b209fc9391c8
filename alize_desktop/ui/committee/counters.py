"""Figures counted one after the other: hands raised, papers taken out of an urn."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.values import Voices
from alize_desktop.rules.voices import tidy
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape, draw_rounded
from alize_desktop.wording.amounts import decimal_text

_SIZE: Final = 56
_LONGEST: Final = 6
_NARROWEST: Final = 104


class Counter(QFrame):
    """One figure with its word; a dash until it is counted.

    Signals:
        clicked: The figure was chosen with the mouse.
    """

    clicked = Signal()

    def __init__(
        self, name: str, text: str, role: Role, shape: Shape, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"counter_{name}")
        self._text, self._role, self._shape = text, role, shape
        self._is_current = False
        self._figure = BigWord(_SIZE)
        whole = column(self, gap=0, margin=12)
        whole.addWidget(label(text, Level.HEADING))
        whole.addStretch(1)  # the figures stand in line, whatever lines their words take
        whole.addWidget(self._figure)
        self.setMinimumWidth(scaled(_NARROWEST))
        self.show_value("", is_current=False)

    def show_value(self, typed: str, *, is_current: bool) -> None:
        """Show a figure, and whether the keys act on it."""
        self._is_current = is_current
        self._figure.show_word(typed or "—", self._role, self._shape)
        name = self._text.replace("\n", " ")
        self.setAccessibleName(f"{name}, {typed or self.tr('à compter')}")
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


class CounterBoard(QWidget):
    """Counters in the order they are filled; digits and arrows act on the one ringed.

    Signals:
        changed: A figure changed, or another one is ringed.
    """

    changed = Signal()

    def __init__(
        self,
        counters: Sequence[tuple[str, Counter]],
        parent: QWidget | None = None,
    ) -> None:
        """Lay the counters out.

        Args:
            counters: Name and counter, in the order they are filled.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._counters = dict(counters)
        self._names = tuple(self._counters)
        self._typed: dict[str, str] = dict.fromkeys(self._names, "")
        self._at = 0
        self._is_fresh = True
        line = row(self, gap=8)
        for place, counter in enumerate(self._counters.values()):
            line.addWidget(counter, 1)
            counter.clicked.connect(lambda place=place: self.choose(place))
        self._show()

    @property
    def place(self) -> int:
        """Which counter the keys act on."""
        return self._at

    @property
    def is_last(self) -> bool:
        """Whether the keys act on the last counter."""
        return self._at == len(self._names) - 1

    def values(self) -> dict[str, Voices | None]:
        """Return the figures by name; None where nothing was counted."""
        return {name: _value(typed) for name, typed in self._typed.items()}

    def set_values(self, values: Mapping[str, Voices | None]) -> None:
        """Show figures. Emits nothing."""
        for name in self._names:
            value = values.get(name)
            self._typed[name] = "" if value is None else decimal_text(value)
        self._is_fresh = True
        self._show()

    def choose(self, place: int) -> None:
        """Let the keys act on a counter."""
        if 0 <= place < len(self._names):
            self._at, self._is_fresh = place, True
            self._show()
            self.changed.emit()

    def shift(self, step: int) -> None:
        """Let the keys act on the next counter, or the one before."""
        self.choose(self._at + step)

    def type(self, text: str) -> None:
        """Add a digit or a comma; the first one after a move begins another figure."""
        name = self._names[self._at]
        typed = text if self._is_fresh else self._typed[name] + text
        if _value(typed) is None or len(typed) > _LONGEST:
            return
        self._put((typed.lstrip("0") or "0") if typed.isdecimal() else typed)
        self._is_fresh = False

    def erase(self) -> None:
        """Take the last digit away; an empty figure stays empty."""
        self._put(self._typed[self._names[self._at]][:-1])
        self._is_fresh = False

    def add(self, step: int) -> None:
        """Count one more, or one less; never below zero."""
        value = _value(self._typed[self._names[self._at]]) or 0
        self._put(decimal_text(tidy(max(value + step, 0))))
        self._is_fresh = True

    def put(self, value: Voices) -> None:
        """Write a figure in the counter ringed."""
        self._put(decimal_text(value))
        self._is_fresh = True

    def _put(self, typed: str) -> None:
        self._typed[self._names[self._at]] = typed
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for place, (name, counter) in enumerate(self._counters.items()):
            counter.show_value(self._typed[name], is_current=place == self._at)


def _value(typed: str) -> Voices | None:
    """Return the figure typed; None for nothing, or for what is no figure."""
    plain = typed.replace(",", ".").replace("\u202f", "")
    if not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    return tidy(Fraction(plain))
