"""What gives something up: a key pressed twice, so that it is never done by mistake."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.widgets.buttons import Kind

translate = QCoreApplication.translate


class Abandoning:
    """The key X: of an open ballot, or of a meeting that has no quorum.

    Attributes:
        button: Does the same as the key.
    """

    def __init__(
        self,
        pane: StepPane,
        abandon: Callable[[], object],
        *,
        text: str = "",
        name: str = "ballot_abandon",
    ) -> None:
        """Bind the key.

        Args:
            pane: Step it belongs to.
            abandon: Called at the second press.
            text: What is given up; the ballot when empty.
            name: Object name of the button.
        """
        self._abandon = abandon
        self._is_asking = False
        self._text = text or translate("abandoning", "Abandonner ce vote")
        self.button: ActionButton = pane.button("X", self._text, self._press, Kind.GHOST)
        self.button.setObjectName(name)

    def reset(self) -> None:
        """Forget a first press."""
        self._is_asking = False
        self.button.set_text(self._text)
        self.button.set_kind(Kind.GHOST)

    def _press(self) -> None:
        if self._is_asking:
            self.reset()
            self._abandon()
            return
        self._is_asking = True
        asking = translate("abandoning", "{what} : confirmer")
        self.button.set_text(asking.format(what=self._text))
        self.button.set_kind(Kind.DANGER)
