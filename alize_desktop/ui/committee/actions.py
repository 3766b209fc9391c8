"""The one registry of actions: identifier, text, keys, when possible, why not.

Menus, buttons, the palette, the help and the tests are all made from it, so that a
key never does what no list names, and nothing is listed that no key or click does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QKeyEvent

from alize_desktop.ui.committee.key_guard import KeyGuard
from alize_desktop.ui.committee.keys import acts_while_typing, as_digits, key_of

MOVES: Final = frozenset(
    {
        *("Left", "Right", "Up", "Down", "PgUp", "PgDown"),
        *("Tab", "Shift+Tab", "Backtab", "Shift+Backtab"),
    }
)
"""Keys that may be held down when a step binds them: they move, and decide nothing."""


NEXT: Final = "meeting.next"
"""The action of the large button: first of every list, and it says itself why it cannot."""

BACK: Final = "meeting.back"
"""The action that goes one step back."""


LEAVE: Final = "window.leave"
"""The action that goes back to the main window; the meeting stays where it is."""


class Scope(StrEnum):
    """Where an action acts: at one step, or all along the meeting."""

    STEP = "step"
    WINDOW = "window"


def _always() -> bool:
    return True


def _no_reason() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class CommitteeAction:
    """Something that can be done, by a key, a click, a menu or the palette.

    Attributes:
        identifier: Stable name, such as ``vote.for``.
        text: What it does, in French; an empty text keeps it out of every list.
        run: Does it.
        shortcuts: Portable names of its keys; the first one is shown.
        scope: Whether it belongs to a step or to the window.
        group: Title it is listed under.
        is_possible: Whether it can be done at this instant.
        why_not: One French sentence when it cannot; empty for none of its own.
        is_move: It moves without deciding: its key may be held down, and where it
            cannot move further the key goes on to the window.
    """

    identifier: str
    text: str
    run: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    scope: Scope = Scope.STEP
    group: str = ""
    is_possible: Callable[[], bool] = _always
    why_not: Callable[[], str] = _no_reason
    is_move: bool = False

    @property
    def key(self) -> str:
        """The key that is shown; empty for none."""
        return self.shortcuts[0] if self.shortcuts else ""


@dataclass(frozen=True, slots=True)
class KeyAnswer:
    """What came of a key.

    Attributes:
        is_known: Whether an action took the key; otherwise it goes on.
        refused: The action that could not be done.
    """

    is_known: bool
    refused: CommitteeAction | None = None


_UNKNOWN: Final = KeyAnswer(is_known=False)
_TAKEN: Final = KeyAnswer(is_known=True)


class ActionRegistry:
    """The actions of a step, or those of the window with the step that is shown.

    A key of the step comes before the same key of the window.

    Attributes:
        guard: Knows which keys are held down; a window shares its own with its steps.
    """

    def __init__(self, actions: Iterable[CommitteeAction] = ()) -> None:
        self.guard = KeyGuard()
        self._actions: dict[str, CommitteeAction] = {}
        self._by_key: dict[str, str] = {}
        self._step: ActionRegistry | None = None
        for each in actions:
            self.add(each)

    def add(self, action: CommitteeAction) -> None:
        """Register an action, in place of the one of the same identifier."""
        self._by_key = {k: v for k, v in self._by_key.items() if v != action.identifier}
        self._actions[action.identifier] = action
        for key in action.shortcuts:
            self._by_key[key] = action.identifier

    def show_step(self, step: "ActionRegistry | None") -> None:
        """Let the actions of a step come before those of the window."""
        self._step = step
        if step is not None:
            step.guard = self.guard

    def actions(self) -> tuple[CommitteeAction, ...]:
        """Return every action, those of the step first."""
        first = self._step.actions() if self._step else ()
        return (*first, *self._actions.values())

    def action(self, identifier: str) -> CommitteeAction | None:
        """Return an action by its identifier."""
        found = self._step.action(identifier) if self._step else None
        return found or self._actions.get(identifier)

    def find(self, key: str) -> CommitteeAction | None:
        """Return what a key does now; None when nothing."""
        first = self._step.find(key) if self._step else None
        own = self._actions.get(self._by_key.get(key, ""))
        if first is not None and own is not None and first.is_move and not first.is_possible():
            return own
        return first or own

    def keys(self) -> frozenset[str]:
        """Return the keys of this registry alone."""
        return frozenset(self._by_key)

    def conflicts(self) -> tuple[tuple[str, str, str], ...]:
        """Return the keys that two actions of this registry ask for, with both."""
        asked: dict[str, str] = {}
        found = []
        for action in self._actions.values():
            for key in action.shortcuts:
                other = asked.setdefault(key, action.identifier)
                if other != action.identifier:
                    found.append((key, other, action.identifier))
        return tuple(found)

    def press(self, event: QKeyEvent, *, is_typing: bool) -> KeyAnswer:
        """Do what a key event asks; a digit also without Shift on a French keyboard.

        Args:
            event: A key pressed.
            is_typing: Whether the keyboard types a text: letters are letters then.
        """
        key = key_of(event)
        action = self.find(key) or self.find(as_digits(key))
        if action is None or (is_typing and not acts_while_typing(key)):
            return _UNKNOWN
        if action.is_move and not action.is_possible():
            return _UNKNOWN
        if not action.is_move and not self.guard.is_new_press(event):
            return _TAKEN
        return self.perform(action)

    def perform(self, action: CommitteeAction) -> KeyAnswer:
        """Do an action, or say that it cannot be done."""
        if not action.is_possible():
            return KeyAnswer(is_known=True, refused=action)
        action.run()
        return _TAKEN
