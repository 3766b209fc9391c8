"""The names of keys, as printed on a French keyboard, and a label that shows one."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of
from alize_desktop.ui.widgets.painting import cap_size, draw_cap

translate = QCoreApplication.translate


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
