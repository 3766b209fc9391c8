"""Asking before a decision that is typed and not recorded is lost with the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.ui.widgets.confirm import confirm


class DraftQuestion(QObject):
    """Asks once at a time.

    Args:
        window: Window that would be closed.
        holds_draft: Whether something typed would be lost.
    """

    def __init__(self, window: QWidget, holds_draft: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._holds_draft = holds_draft
        self._gives_up = False
        self._box: QMessageBox | None = None

    def ask(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose what is typed."""
        if self._gives_up or not self._holds_draft():
            on_left()
        elif self._box is None:
            self._window.activateWindow()
            self._box = confirm(
                self._window,
                self.tr("La décision que vous écrivez n’est pas encore enregistrée."),
                self.tr("Fermer sans enregistrer la décision"),
                partial(self._on_given_up, on_left),
                detail=self.tr("Les votes et les décisions déjà enregistrés sont gardés."),
                cancel=self.tr("Garder la fenêtre ouverte"),
            )
            self._box.finished.connect(self._on_answered)

    def _on_given_up(self, on_left: Callable[[], None]) -> None:
        self._gives_up = True
        on_left()

    def _on_answered(self, _result: int) -> None:
        self._box = None
