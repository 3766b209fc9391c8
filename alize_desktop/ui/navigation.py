"""The column of places on the left of the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level
from alize_desktop.ui.widgets.painting import (
    MIDDLE_RIGHT,
    draw_ring,
    draw_rounded,
    draw_text,
)

_WIDE = 184
_NARROW = 56
_KEYS = 7


@dataclass(frozen=True, slots=True)
class Place:
    """One place one can go to.

    Attributes:
        key: Stable name.
        label: Word shown.
        icon: Name of an icon of ``resources/icons``.
    """

    key: str
    label: str
    icon: str


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


class _Item(QAbstractButton):
    """A place: icon, word, count."""

    def __init__(self, place: Place, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._key = key
        self._count = ""
        self._role = Role.NEUTRAL
        self.is_narrow = False
        self.setText(place.label)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count("", Role.NEUTRAL)

    def set_count(self, count: str, role: Role) -> None:
        self._count, self._role = count, role
        self.setAccessibleName(f"{self.place.label} {count}".strip())
        self.setAccessibleDescription(self._key)
        self._show_tooltip()
        self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        self.is_narrow = is_narrow
        self._show_tooltip()
        self.updateGeometry()
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Stay as the column says; a click only asks."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_NARROW if self.is_narrow else _WIDE) - 16, scaled(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(32), scaled(36))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        box = QRectF(self.rect())
        ink = colours.primary if self.isChecked() else colours.text
        if self.isChecked():
            draw_rounded(painter, box, SPACE.radius, colours.primary_ground)
        elif self.underMouse():
            draw_rounded(painter, box, SPACE.radius, colours.hover)
        if self.hasFocus():
            draw_ring(painter, box, colours.focus, SPACE.radius)
        side = scaled(18)
        left = (box.width() - side) / 2 if self.is_narrow else scaled(10)
        place = QRectF(left, box.center().y() - side / 2, side, side)
        soft = colours.primary if self.isChecked() else colours.soft
        draw_icon(painter, place, self.place.icon, soft)
        if not self.is_narrow:
            words = box.adjusted(place.right() + scaled(10), 0, -scaled(10), 0)
            self._paint_words(painter, words, ink, colours)

    def _paint_words(self, painter: QPainter, box: QRectF, ink: str, colours: Palette) -> None:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium
        if self._count:
            face = font(TYPE.small, QFont.Weight.DemiBold)
            width = QFontMetricsF(face).horizontalAdvance(self._count) + 1
            if self._role is Role.NEUTRAL:
                soft = ink if self.isChecked() else colours.soft
                draw_text(painter, box, self._count, face, soft, MIDDLE_RIGHT)
            else:
                width = self._paint_badge(painter, box, face, width, colours)
            box = box.adjusted(0, 0, -width - scaled(6), 0)
        draw_text(painter, box, self.text(), font(TYPE.body, weight), ink)

    def _paint_badge(
        self, painter: QPainter, box: QRectF, face: QFont, width: float, colours: Palette
    ) -> float:
        height = scaled(20)
        wide = max(width + scaled(10), height)
        badge = QRectF(box.right() - wide, box.center().y() - height / 2, wide, height)
        draw_rounded(painter, badge, height / 2, colours.ground(self._role))
        middle = int(Qt.AlignmentFlag.AlignCenter)
        draw_text(painter, badge, self._count, face, colours.ink(self._role), middle)
        return wide

    def _show_tooltip(self) -> None:
        name = f"{self.place.label} {self._count}".strip()
        if not self.is_narrow:
            name = ""
        self.setToolTip(" · ".join(part for part in (name, self._key) if part))


class NavigationColumn(QFrame):
    """Sections of places, the current one marked; can shrink to its icons.

    Alt+1 to Alt+7 go to the first seven places. A click asks; the window shows
    the place, then calls ``set_current``.

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
        self._items: dict[str, _Item] = {}
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
        self._toggle = _Item(Place("", self.tr("Réduire"), "collapse"), "")
        self._toggle.clicked.connect(self._on_toggled)
        self._column.addWidget(self._toggle)
        self._fit()

    def set_current(self, key: str) -> None:
        """Mark the place the window shows. Emits nothing."""
        for each in self._items.values():
            each.setChecked(each.place.key == key)

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
        self._toggle.place = Place("", words, "expand" if collapsed else "collapse")
        self._toggle.setText(words)
        for item in (*self._items.values(), self._toggle):
            item.set_narrow(is_narrow=collapsed)
        self._toggle.set_count("", Role.NEUTRAL)
        for heading in self._headings:
            heading.setVisible(not collapsed)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(scaled(_NARROW if self._collapsed else _WIDE))

    def _add_section(self, section: Section) -> None:
        if section.heading:
            heading = ElidedLabel(section.heading, Level.CAPTION)
            heading.setContentsMargins(10, 14, 8, 4)
            self._headings.append(heading)
            self._column.addWidget(heading)
        for place in section.places:
            number = len(self._items) + 1
            keys = f"Alt+{number}" if number <= _KEYS else ""
            item = _Item(place, keys)
            ask = partial(self._ask, place.key)
            item.clicked.connect(ask)
            if keys:
                QShortcut(QKeySequence(keys), self).activated.connect(ask)
            self._items[place.key] = item
            self._column.addWidget(item)

    def _ask(self, key: str, *_checked: bool) -> None:
        self.requested.emit(key)

    def _on_toggled(self) -> None:
        self.set_collapsed(collapsed=not self._collapsed)
        self.collapsed_changed.emit(self._collapsed)
