"""Message boxes whose sentence is read whole."""

from PySide6.QtWidgets import QLabel, QMessageBox

from alize_desktop.ui.theme.look import scaled

_WIDTH = 420


def let_read(box: QMessageBox) -> None:
    """Give the sentences of a box their room: Qt measures them with another font."""
    for each in box.findChildren(QLabel):
        if each.text():
            each.setWordWrap(True)
            each.setMinimumWidth(scaled(_WIDTH))
