"""What every step of the meeting has: a state to show, keys, and a next thing to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.actions import (
    MOVES,
    ActionRegistry,
    CommitteeAction,
    KeyAnswer,
)
from alize_desktop.ui.committee.keys import ActionButton, is_offered, is_typing
from alize_desktop.ui.widgets.buttons import Kind


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the large button says.

    Attributes:
        label: What will happen, or why it cannot.
        is_ready: Whether it can happen now.
        key: The key that does it while nothing is typed in the pane; where a text is
            typed, Enter with Ctrl.
    """

    label: str
    is_ready: bool = True
    key: str = "Space"


class StepPane(QWidget):
    """One step, alone in the centre of the window.

    A pane asks by its signals and shows what the file holds; it writes nothing.

    Attributes:
        foot: Stands beside the large button, if the step has one.
        registry: What the step can do; ``bind`` and ``button`` add to it.

    Signals:
        next_changed: The large button has something else to say.
        refused: A key asked what cannot be done now. Arg: the ``CommitteeAction``.
    """

    next_changed = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(type(self).__name__)
        self.foot: QWidget | None = None
        self.registry = ActionRegistry()

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

    def item_shown(self) -> UUID | None:
        """Return the point of the agenda that the step speaks of before it is taken."""
        return None

    def take_keyboard(self) -> None:
        """Take the keyboard, once the step is shown: to its field, where it asks for one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Escape: give up what is being typed or chosen; False if there is nothing."""
        return False

    def bind(
        self,
        key: str,
        text: str,
        action: Callable[[], object],
        *,
        identifier: str = "",
        when: Callable[[], bool] | None = None,
        why_not: Callable[[], str] | None = None,
    ) -> None:
        """Let a key act on this step.

        Args:
            key: Portable name of the key.
            text: What it does; an empty text keeps it out of palette, menu and help.
            action: Does it.
            identifier: Stable name such as ``vote.for``; made of the step and of the
                key when empty.
            when: Whether it can be done now; always when None.
            why_not: A French sentence that says why it cannot.
        """
        step = type(self).__name__.removesuffix("Step").lower()
        made = CommitteeAction(
            identifier or f"{step}.{key.lower()}", text, action, (key,), is_move=key in MOVES
        )
        if when is not None:
            made = replace(made, is_possible=when)
        if why_not is not None:
            made = replace(made, why_not=why_not)
        self.registry.add(made)

    def button(
        self,
        key: str,
        text: str,
        action: Callable[[], object],
        kind: Kind = Kind.SECONDARY,
        *,
        identifier: str = "",
        when: Callable[[], bool] | None = None,
        why_not: Callable[[], str] | None = None,
    ) -> ActionButton:
        """Let a key act, and return the button that does the same.

        Without ``when``, the action is possible while the button can be clicked.
        """
        made = ActionButton(text, key, kind)
        can = when or partial(is_offered, made)
        self.bind(key, text, action, identifier=identifier, when=can, why_not=why_not)
        made.clicked.connect(lambda: self.press(key))
        return made

    def press(self, key: str) -> bool:
        """Do what a key does; False when this step does not know it."""
        action = self.registry.find(key)
        if action is None:
            return False
        self._tell(self.registry.perform(action))
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self.registry.press(event, is_typing=is_typing(self))
        self._tell(answer)
        if not answer.is_known:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.registry.guard.release(event)
        super().keyReleaseEvent(event)

    def _tell(self, answer: KeyAnswer) -> None:
        if answer.refused is not None:
            self.refused.emit(answer.refused)
