"""Errors shown to a person: a sentence for what they can mend, an apology for a bug."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

translate = QCoreApplication.translate
log = logging.getLogger(__name__)


def show_error(parent: QWidget, error: Exception, log_file: Path) -> "QMessageBox":
    """Open a window-modal box and return at once (no nested event loop).

    A ``UserError`` shows its sentence. Anything else is a bug: the box says
    that it is, that what was recorded is safe, and where the log is.

    Args:
        parent: Window that the error is about.
        error: What was raised.
        log_file: The log, named when the error is a bug.

    Returns:
        The box, already open.
    """
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  # a window starts without errors

    from alize_desktop.ui.widgets.boxes import let_read  # noqa: PLC0415  # likewise
    from alize_desktop.wording.errors import message_of  # noqa: PLC0415  # likewise

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if isinstance(error, UserError):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(message_of(error))
    else:
        log.error("unexpected error", exc_info=error)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(translate("errors", "Une erreur imprévue s’est produite."))
        safe = translate("errors", "Ce qui était enregistré est conservé.")
        where = translate("errors", "Le détail technique est dans :")
        box.setInformativeText(f"{safe}\n{where}\n{log_file}")
    box.addButton(translate("errors", "Fermer"), QMessageBox.ButtonRole.AcceptRole)
    let_read(box)
    box.open()
    return box
