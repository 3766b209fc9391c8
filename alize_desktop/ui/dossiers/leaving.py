"""The question asked before leaving what is not saved."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.ui.widgets.boxes import let_read

translate = QCoreApplication.translate


def ask_before_leaving(
    parent: QWidget, name: str, save: Callable[[], None], abandon: Callable[[], None]
) -> QMessageBox:
    """Open the question and return at once. Escape and the default button stay.

    Args:
        parent: Window that the question is about.
        name: What is not saved, as a person names it.
        save: Run when « Enregistrer » is pressed.
        abandon: Run when « Abandonner » is pressed.

    Returns:
        The box, already open.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        translate("dossiers", "{name} a des modifications non enregistrées.").format(name=name)
    )
    box.setInformativeText(translate("dossiers", "Que voulez-vous en faire ?"))
    role = QMessageBox.ButtonRole
    saves = box.addButton(translate("dossiers", "Enregistrer"), role.AcceptRole)
    leaves = box.addButton(translate("dossiers", "Abandonner"), role.DestructiveRole)
    stays = box.addButton(translate("dossiers", "Rester"), role.RejectRole)
    box.setDefaultButton(saves)
    box.setEscapeButton(stays)
    saves.clicked.connect(lambda *_: save())
    leaves.clicked.connect(lambda *_: abandon())
    let_read(box)
    box.open()
    return box
