"""One line of the navigation column."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.painting import (
    CENTRED,
    MIDDLE_RIGHT,
    draw_ring,
    draw_rounded,
    draw_text,
)

WIDE: Final = 184
"""Width of the column, in pixels at 100 %."""

NARROW: Final = 56
"""Width of the column that shows icons only, in pixels at 100 %."""


class NavigationItem(QAbstractButton):
    """A place to go to: icon, word, count. A click only asks."""

    def __init__(self, label: str, icon: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._key = key
        self._count = ""
        self._role = Role.NEUTRAL
        self.is_narrow = False
        self.setText(label)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count("", Role.NEUTRAL)

    def set_count(self, count: str, role: Role) -> None:
        """Write a count after the word; a role other than neutral makes it a badge."""
        self._count, self._role = count, role
        self.setAccessibleName(f"{self.text()} {count}".strip())
        self.setAccessibleDescription(self._key)
        self._show_tooltip()
        self.update()

    def set_place(self, label: str, icon: str) -> None:
        """Show another word and another icon."""
        self._icon_name = icon
        self.setText(label)
        self.set_count("", Role.NEUTRAL)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, or the word too."""
        self.is_narrow = is_narrow
        self._show_tooltip()
        self.updateGeometry()
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Stay as the column says; a click only asks."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(NARROW if self.is_narrow else WIDE) - 16, scaled(36))

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
        draw_icon(painter, place, self._icon_name, soft)
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
        draw_text(painter, badge, self._count, face, colours.ink(self._role), CENTRED)
        return wide

    def _show_tooltip(self) -> None:
        name = f"{self.text()} {self._count}".strip()
        if not self.is_narrow:
            name = ""
        self.setToolTip(" · ".join(part for part in (name, self._key) if part))
