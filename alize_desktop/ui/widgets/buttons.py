"""Buttons that show the key they answer to."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette
from alize_desktop.ui.widgets.keys import cap_size, draw_cap, key_name
from alize_desktop.ui.widgets.painting import (
    draw_ring,
    draw_rounded,
    draw_text,
)


class Kind(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"
    GHOST = "ghost"


class KeyButton(QPushButton):
    """A button that shows its key in a small cap, and answers to it.

    Args:
        text: Label; ``&`` is shown as such, the key takes its place.
        key: Portable key sequence such as ``Ctrl+N``; empty for none.
        kind: Main button, ordinary, destructive, or without a frame.
        icon: Name of an icon of ``resources/icons``, or empty.
        handles_key: False when the window listens to the key itself and the
            button only shows it.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        kind: Kind = Kind.SECONDARY,
        icon: str = "",
        parent: QWidget | None = None,
        *,
        handles_key: bool = True,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon_name = icon
        self._key = key
        self._handles_key = handles_key
        self._said: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the label. Use this one: ``setText`` would forget the key."""
        if text == self._said:
            return
        self._said = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._apply_key()
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Change how much the button asks to be pressed."""
        if kind is not self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def set_key(self, key: str) -> None:
        """Answer to another key, or to none."""
        if key == self._key:
            return
        self._key = key
        self._apply_key()
        self.updateGeometry()

    def label(self) -> str:
        """Return the label as it is shown."""
        return self.text().replace("&&", "&")

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._face()).horizontalAdvance(self.label())
        width += 2 * scaled(8 if self._kind is Kind.GHOST else 14)
        if self._icon_name:
            width += scaled(16) + (scaled(SPACE.related) if self.label() else 0)
        if self._key:
            width += cap_size(key_name(self._key))[0] + scaled(10)
        return QSize(int(width) + 2, scaled(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count a double click as one: nothing is done twice by a nervous hand."""
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        """Answer to the key at once; Qt would show the press for a tenth of a second first."""
        if event.type() == QEvent.Type.Shortcut and self.isEnabled():
            self.click()
            return True
        return super().event(event)

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
        ground, border, ink = self._dress(colours)
        draw_rounded(painter, box, SPACE.radius, ground, border)
        if self.hasFocus():
            ring, inset = self._ring(colours)
            draw_ring(painter, box.adjusted(inset, inset, -inset, -inset), ring, SPACE.radius)
        self._draw_content(painter, box, ink)

    def _apply_key(self) -> None:
        self.setShortcut(QKeySequence(self._key if self._handles_key else ""))
        self.setAccessibleDescription(key_name(self._key) if self._key else "")

    def _face(self) -> QFont:
        heavy = self._kind in (Kind.PRIMARY, Kind.DANGER)
        return font(TYPE.body, QFont.Weight.DemiBold if heavy else QFont.Weight.Medium)

    def _ring(self, colours: Palette) -> tuple[str, int]:
        filled = self.isEnabled() and self._kind in (Kind.PRIMARY, Kind.DANGER)
        return (colours.surface, 2) if filled else (colours.focus, 0)

    def _dress(self, colours: Palette) -> tuple[str | None, str | None, str]:
        """Return ground, border and ink for the state the button is in."""
        over = self.underMouse() or self.isDown()
        ghost = self._kind is Kind.GHOST
        if not self.isEnabled():
            return (
                (None, None, colours.soft) if ghost else (colours.hover, colours.line, colours.soft)
            )
        if self.isChecked():
            return colours.primary_ground, colours.primary, colours.primary
        hover = colours.hover if over else None
        return {
            Kind.PRIMARY: (
                colours.primary_hover if over else colours.primary,
                None,
                colours.on_primary,
            ),
            Kind.DANGER: (colours.bad_hover if over else colours.bad, None, colours.on_bad),
            Kind.SECONDARY: (hover or colours.surface, colours.line_strong, colours.text),
            Kind.GHOST: (hover, None, colours.primary),
        }[self._kind]

    def _draw_content(self, painter: QPainter, box: QRectF, ink: str) -> None:
        margin = scaled(8 if self._kind is Kind.GHOST else 14)
        left, right = box.left() + margin, box.right() - margin
        if self._icon_name:
            side = scaled(16)
            place = QRectF(left, box.center().y() - side / 2, side, side)
            draw_icon(painter, place, self._icon_name, ink)
            left += side + scaled(SPACE.related)
        if self._key:
            name = key_name(self._key)
            width, height = cap_size(name)
            cap = QRectF(right - width, box.center().y() - height / 2, width, height)
            draw_cap(painter, cap, name, ink)
            right = cap.left() - scaled(10)
        words = QRectF(left, box.top(), right - left + 1, box.height())
        draw_text(painter, words, self.label(), self._face(), ink)


def key_button(
    text: str, key: str, action: Callable[[], object], kind: Kind = Kind.SECONDARY
) -> KeyButton:
    """Return a button that does something when it is pressed."""
    made = KeyButton(text, key, kind)
    made.clicked.connect(action)
    return made
