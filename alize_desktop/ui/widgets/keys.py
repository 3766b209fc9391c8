"""The names of keys, as printed on a French keyboard, and a label that shows one."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import TYPE
from alize_desktop.ui.widgets.painting import CENTRED, draw_rounded, draw_text

translate = QCoreApplication.translate


@cache
def key_name(key: str) -> str:
    """Return how a French keyboard names a key sequence.

    Args:
        key: Portable sequence, such as ``Ctrl+Return`` or ``F5``.
    """
    names = {
        "Return": translate("keys", "Entrée"),
        "Enter": translate("keys", "Entrée"),
        "Esc": translate("keys", "Échap"),
        "Del": translate("keys", "Suppr"),
        "Space": translate("keys", "Espace"),
        "Tab": translate("keys", "Tab"),
        "Backspace": translate("keys", "Retour arrière"),
        "Shift": translate("keys", "Maj"),
        "PgUp": translate("keys", "Page préc."),
        "PgDown": translate("keys", "Page suiv."),
        "Left": translate("keys", "←"),
        "Right": translate("keys", "→"),
        "Up": translate("keys", "↑"),
        "Down": translate("keys", "↓"),
    }
    portable = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    return "+".join(names.get(part, part) for part in portable.split("+"))


def cap_font() -> QFont:
    """Return the font of a key cap."""
    return font(TYPE.caption, QFont.Weight.Medium)


def cap_size(text: str) -> tuple[int, int]:
    """Return width and height, in pixels, of the cap of a key."""
    metrics = QFontMetricsF(cap_font())
    height = round(metrics.height()) + scaled(3)
    return max(int(metrics.horizontalAdvance(text)) + scaled(10) + 1, height), height


def draw_cap(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    """Paint the cap of a key: its name in a thin rounded frame."""
    frame = QColor(ink)
    frame.setAlphaF(0.55)
    draw_rounded(painter, box, scaled(3), None, frame.name(QColor.NameFormat.HexArgb))
    draw_text(painter, box, text, cap_font(), ink, CENTRED)


class KeyCap(QWidget):
    """Shows the name of a key in a small frame."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = key_name(key)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(*cap_size(self._text))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_cap(painter, QRectF(self.rect()), self._text, palette_of(self).soft)
