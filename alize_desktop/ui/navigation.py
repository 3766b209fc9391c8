"""The column of places on the left of the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level
from alize_desktop.ui.widgets.navigation_item import NARROW, WIDE, NavigationItem


@dataclass(frozen=True, slots=True)
class Place:
    """One place one can go to.

    Attributes:
        key: Stable name.
        label: Word shown.
        icon: Name of an icon of ``resources/icons``.
        shortcut: Keys that go there, « Alt+1 »; empty for none.
    """

    key: str
    label: str
    icon: str
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Places under a heading.

    Attributes:
        heading: Word above; empty for none.
        places: From top to bottom.
        at_foot: Whether the section stands at the foot of the column.
    """

    heading: str
    places: tuple[Place, ...]
    at_foot: bool = False


class NavigationColumn(QFrame):
    """Sections of places, the current one marked; can shrink to its icons.

    A click asks, and so do the keys of a place; the window shows the place, then calls
    ``set_current``.

    Args:
        sections: From top to bottom.
        parent: Parent widget.

    Signals:
        requested: A place was asked for. Arg: its key.
        collapsed_changed: The user shrank or widened the column. Arg: whether
            only icons are left.
    """

    requested = Signal(object)
    collapsed_changed = Signal(object)

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.SIDE.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Navigation"))
        self._items: dict[str, NavigationItem] = {}
        self._headings: list[QWidget] = []
        self._collapsed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(2)
        for section in (each for each in sections if not each.at_foot):
            self._add_section(section)
        self._column.addStretch(1)
        for section in (each for each in sections if each.at_foot):
            self._add_section(section)
        self._toggle = NavigationItem(self.tr("Réduire"), "collapse", "")
        self._toggle.clicked.connect(self._on_toggled)
        self._column.addWidget(self._toggle)
        self._fit()

    def set_current(self, key: str) -> None:
        """Mark the place the window shows. Emits nothing."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def current(self) -> str:
        """Return the key of the place marked, empty when none is."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def set_count(self, key: str, count: str, role: Role = Role.NEUTRAL) -> None:
        """Write a count beside a place; a role other than neutral makes it a badge."""
        self._items[key].set_count(count, role)

    def is_collapsed(self) -> bool:
        """Return whether only icons are left."""
        return self._collapsed

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Shrink to icons, or widen. Emits nothing."""
        self._collapsed = collapsed
        words = self.tr("Élargir") if collapsed else self.tr("Réduire")
        self._toggle.set_place(words, "expand" if collapsed else "collapse")
        for item in (*self._items.values(), self._toggle):
            item.set_narrow(is_narrow=collapsed)
        for heading in self._headings:
            heading.setVisible(not collapsed)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(scaled(NARROW if self._collapsed else WIDE))

    def _add_section(self, section: Section) -> None:
        if section.heading:
            heading = ElidedLabel(section.heading, Level.CAPTION)
            heading.setContentsMargins(10, 14, 8, 4)
            self._headings.append(heading)
            self._column.addWidget(heading)
        for place in section.places:
            item = NavigationItem(place.label, place.icon, place.shortcut)
            ask = partial(self._ask, place.key)
            item.clicked.connect(ask)
            if place.shortcut:
                QShortcut(QKeySequence(place.shortcut), self).activated.connect(ask)
            self._items[place.key] = item
            self._column.addWidget(item)

    def _ask(self, key: str, *_checked: bool) -> None:
        self.requested.emit(key)

    def _on_toggled(self) -> None:
        self.set_collapsed(collapsed=not self._collapsed)
        self.collapsed_changed.emit(self._collapsed)
