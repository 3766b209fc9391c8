"""What every step of the meeting has: a state to show, keys, and a next thing to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.meetings import CommitteeState
from alize_desktop.ui.committee.keys import ActionButton, is_typing, key_of
from alize_desktop.ui.widgets.buttons import Kind

_REPEATED = frozenset({"Left", "Right", "Up", "Down", "Tab", "PgUp", "PgDown"})
"""Keys that may be held down; a letter held down asks once."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the large button says.

    Attributes:
        label: What will happen, or why it cannot.
        is_ready: Whether it can happen now.
    """

    label: str
    is_ready: bool = True


class StepPane(QWidget):
    """One step, alone in the centre of the window.

    A pane asks by its signals and shows what the file holds; it writes nothing.

    Signals:
        next_changed: The large button has something else to say.
    """

    next_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(type(self).__name__)
        self.foot: QWidget | None = None
        self._actions: dict[str, tuple[str, Callable[[], None]]] = {}

    def title(self) -> str:
        """Return the heading of the step."""
        return ""

    def show_state(self, state: CommitteeState) -> None:
        """Show what the file holds, and accept what comes next."""

    def next_step(self) -> NextStep:
        """Return what the large button says now."""
        raise NotImplementedError

    def advance(self) -> None:
        """Ask for what the large button says. Called only when it is ready."""
        raise NotImplementedError

    def note(self) -> str:
        """Return what stands beside the large button when the step has no foot."""
        return ""

    def leave(self) -> bool:
        """Escape: give up what is being typed or chosen; False if there is nothing."""
        return False

    def key_names(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the step with what each does, for the help."""
        return tuple((key, text) for key, (text, _) in self._actions.items() if text)

    def bind(self, key: str, text: str, action: Callable[[], None]) -> None:
        """Let a key act on this step; an empty text keeps it out of the help."""
        self._actions[key] = (text, action)

    def button(
        self, key: str, text: str, action: Callable[[], None], kind: Kind = Kind.SECONDARY
    ) -> ActionButton:
        """Let a key act, and return the button that does the same."""
        self.bind(key, text, action)
        made = ActionButton(text, key, kind)
        made.clicked.connect(lambda: self.press(key))
        return made

    def press(self, key: str) -> bool:
        """Do what a key does; False when this step does not know it."""
        _, action = self._actions.get(key, ("", None))
        if action is None:
            return False
        action()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_of(event)
        held = event.isAutoRepeat() and key not in _REPEATED
        if is_typing(self) or held or not self.press(key):
            super().keyPressEvent(event)
