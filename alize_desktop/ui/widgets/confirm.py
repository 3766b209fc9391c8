"""Asking before something that cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.ui.widgets.boxes import let_read

translate = QCoreApplication.translate


def confirm(
    parent: QWidget,
    question: str,
    action: str,
    on_yes: Callable[[], None],
    *,
    detail: str = "",
    cancel: str = "",
) -> QMessageBox:
    """Open a question and return at once; ``on_yes`` runs if the user agrees.

    The safe answer is the default one, and what Escape gives.

    Args:
        parent: Window that the question is about.
        question: One sentence.
        action: Label of the button that does it, a verb.
        on_yes: Run once when that button is pressed.
        detail: A second sentence, smaller.
        cancel: Label of the other button; « Annuler » when empty.

    Returns:
        The box, already open.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(detail)
    yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    words = cancel or translate("confirm", "Annuler")
    no = box.addButton(words, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(lambda *_: on_yes())
    let_read(box)
    box.open()
    return box


def confirm_leaving(
    parent: QWidget,
    question: str,
    give_up: Callable[[], None],
    on_left: Callable[[], None],
    detail: str = "",
) -> None:
    """Ask before what is typed is lost, and return at once.

    Args:
        parent: Window that the question is about.
        question: One sentence.
        give_up: Forgets what is typed, if the user agrees.
        on_left: Called after it.
        detail: A second sentence, smaller.
    """

    def leave() -> None:
        give_up()
        on_left()

    action, cancel = translate("confirm", "Abandonner"), translate("confirm", "Rester")
    confirm(parent, question, action, leave, detail=detail, cancel=cancel)
