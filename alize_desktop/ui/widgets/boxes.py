"""Message boxes whose sentence is read whole."""

from typing import Final

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QMessageBox

from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import TYPE

_QUESTION: Final = "qt_msgbox_label"
_NARROWEST: Final = 420
_WIDEST: Final = 520
"""More than the 500 pixels from which Qt lets a question have several lines."""


def let_read(box: QMessageBox) -> None:
    """Give the sentences of a box their room: Qt measures them with another font.

    A box narrower than 500 pixels puts its question on one line, whatever it is told:
    its label is made as wide as the question is in its own font.
    """
    for each in box.findChildren(QLabel):
        if not each.text():
            continue
        each.setWordWrap(True)
        width = scaled(_NARROWEST)
        if each.objectName() == _QUESTION:
            face = font(TYPE.large, QFont.Weight.DemiBold)
            wanted = QFontMetrics(face).horizontalAdvance(each.text()) + scaled(8)
            width = min(max(width, wanted), max(scaled(_WIDEST), _WIDEST))
        each.setStyleSheet(f"min-width: {width}px")  # the sheet of the theme says less
