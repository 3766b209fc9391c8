"""Tabs. Those that do not fit go to a « Plus » menu, never off the edge."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of
from alize_desktop.ui.widgets.buttons import KeyButton, Kind

_SHOWN = True
_GAP = 4


class _Bar(QTabBar):
    """A tab bar that knows the width of its tabs, hidden or not."""

    def natural_widths(self) -> list[int]:
        return [self.tabSizeHint(number).width() for number in range(self.count())]


class TabStrip(QWidget):
    """A row of tabs above panes.

    Arrows move along the row; Ctrl+Tab and Ctrl+Shift+Tab from anywhere in the
    window while the strip is visible.

    Args:
        tabs: (key, label) pairs in order.
        name: What the row is, for those who hear the screen.
        parent: Parent widget.

    Signals:
        requested: The user chose a tab. Arg: its key. The strip shows it already.
    """

    requested = Signal(object)

    def __init__(
        self, tabs: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in tabs]
        self._labels = dict(tabs)
        self._badges: dict[str, str] = {}
        self._arranged: tuple[object, ...] = ()
        self.bar = _Bar()
        self.bar.setAccessibleName(name)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for _, text in tabs:
            self.bar.addTab(text.replace("&", "&&"))
        self.more = KeyButton(self.tr("Plus"), kind=Kind.GHOST, icon="chevron")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.bar)
        row.addWidget(self.more)
        row.addStretch(1)
        self.bar.currentChanged.connect(self._on_current_changed)
        self._silent = False
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move, step))

    def current(self) -> str:
        """Return the key of the tab shown."""
        return self._keys[self.bar.currentIndex()]

    def set_current(self, key: str) -> None:
        """Show a tab as the current one. Emits nothing."""
        self._silent = True
        number = self._keys.index(key)
        if number != self.bar.currentIndex():
            self._widen()
        self.bar.setTabVisible(number, _SHOWN)
        self.bar.setCurrentIndex(number)
        self._silent = False
        self._arrange()

    def set_badge(self, key: str, text: str) -> None:
        """Write a count after the label: « Pièces 7 ». Empty takes it away."""
        self._badges[key] = text
        shown = f"{self._labels[key]} {text}" if text else self._labels[key]
        self.bar.setTabText(self._keys.index(key), shown.replace("&", "&&"))
        self.bar.updateGeometry()
        self._arrange()

    def hidden_keys(self) -> tuple[str, ...]:
        """Return the keys of the tabs that are in the « Plus » menu."""
        return tuple(k for n, k in enumerate(self._keys) if not self.bar.isTabVisible(n))

    @override
    def minimumSizeHint(self) -> QSize:
        height = max(self.bar.sizeHint().height(), self.more.sizeHint().height())
        return QSize(self.more.sizeHint().width() * 2, height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(palette_of(self).line))

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Show the tabs that fit, always with the current one among them.

        Qt measures a hidden tab only once it is shown again, and does not tell the
        layout around the row that its width changed.
        """
        if self._arranged == self._layout_key():
            return  # laying the row out asks for another layout: without this, for ever
        self._silent = True
        self._widen()
        for number in range(self.bar.count()):
            if not self.bar.isTabVisible(number):
                self.bar.setTabVisible(number, True)  # noqa: FBT003  # Qt's own signature
                self.bar.tabRect(number)
        widths = self.bar.natural_widths()
        current = self.bar.currentIndex()
        fitting = self._fitting(widths, current)
        for number in range(len(widths)):
            if self.bar.isTabVisible(number) != (number in fitting):
                self.bar.setTabVisible(number, number in fitting)
        self._silent = False
        self.more.setVisible(len(fitting) < len(widths))
        self._arranged = self._layout_key()
        self.bar.updateGeometry()

    def _widen(self) -> None:
        """Give the bar room for every tab: a narrow one scrolls to the current tab and stays so."""
        widths = sum(self.bar.tabSizeHint(number).width() for number in range(self.bar.count()))
        self.bar.resize(max(widths, self.width()), self.bar.height())

    def _layout_key(self) -> tuple[object, ...]:
        """Return what the arrangement depends on."""
        texts = tuple(self.bar.tabText(number) for number in range(self.bar.count()))
        return (self.width(), self.bar.currentIndex(), self.bar.font().key(), texts)

    def _fitting(self, widths: list[int], current: int) -> set[int]:
        """Return the numbers of the tabs that fit, from the left; the current one always."""
        everything = set(range(len(widths)))
        if sum(widths) <= self.width():
            return everything
        room = self.width() - self.more.sizeHint().width() - _GAP - widths[current]
        shown = {current}
        for number in sorted(everything - shown):
            room -= widths[number]
            if room < 0:
                break
            shown.add(number)
        return shown

    def _move(self, step: int) -> None:
        number = (self.bar.currentIndex() + step) % len(self._keys)
        self._choose(self._keys[number])

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.requested.emit(key)

    def _on_current_changed(self, number: int) -> None:
        if not self._silent and number >= 0:
            self.requested.emit(self._keys[number])

    def _on_more(self) -> None:
        menu = QMenu(self)
        for key in self.hidden_keys():
            text = self.bar.tabText(self._keys.index(key))
            menu.addAction(text).triggered.connect(partial(self._on_menu, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_menu(self, key: str, *_checked: bool) -> None:
        self._choose(key)
