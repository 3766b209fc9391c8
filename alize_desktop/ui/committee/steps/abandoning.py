"""Abandoning a ballot: a key pressed twice, so that it is never done by mistake."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.widgets.buttons import Kind

translate = QCoreApplication.translate


class Abandoning:
    """The key X of an open ballot.

    Attributes:
        button: Does the same as the key.
    """

    def __init__(self, pane: StepPane, abandon: Callable[[], object]) -> None:
        """Bind the key.

        Args:
            pane: Step of the ballot.
            abandon: Called at the second press.
        """
        self._abandon = abandon
        self._is_asking = False
        text = translate("abandoning", "Abandonner ce vote")
        self.button: ActionButton = pane.button("X", text, self._press, Kind.GHOST)
        self.button.setObjectName("ballot_abandon")

    def reset(self) -> None:
        """Forget a first press."""
        self._is_asking = False
        self.button.set_text(translate("abandoning", "Abandonner ce vote"))
        self.button.set_kind(Kind.GHOST)

    def _press(self) -> None:
        if self._is_asking:
            self.reset()
            self._abandon()
            return
        self._is_asking = True
        self.button.set_text(translate("abandoning", "Abandonner ce vote : confirmer"))
        self.button.set_kind(Kind.DANGER)
