"""Keys of the committee window: how an event is named, and when letters are text.

Letter keys act only when nothing that can be typed in has the keyboard.
"""

import re
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.buttons import KeyButton, Kind

_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_UNSHIFTED: Final = dict(zip("&É\"'(-È_ÇÀéèçà’", "123456789027904", strict=True))
"""What the keys of the digits print on a French keyboard without Shift, in both cases."""
_FUNCTION_KEY: Final = re.compile(r"(Shift\+)?F\d+")


def is_typing(widget: QWidget) -> bool:
    """Return whether the keyboard of the window of ``widget`` types a text."""
    return isinstance(widget.window().focusWidget(), _TYPED_IN)


def key_of(event: QKeyEvent) -> str:
    """Return the portable name of a key: ``P``, ``3``, ``'``, ``Ctrl+Z``, ``Left``.

    Shift is forgotten for what prints something, so that capitals are the same.
    """
    if event.text() == "’":
        return "'"
    printable = event.text().isprintable() and not event.text().isspace()
    if event.text() and printable and not event.modifiers() & _COMMANDS:
        return event.text().upper()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    sequence = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def as_digits(typed: str) -> str:
    """Return a text with the digits that a French keyboard prints as something else.

    Without Shift, its row of digits prints « & é " ' ( - è _ ç à ».
    """
    return "".join(_UNSHIFTED.get(each, each) for each in typed)


def acts_while_typing(key: str) -> bool:
    """Return whether a key acts even where a text is typed: it never is a letter."""
    return key == "Esc" or key.startswith(("Ctrl+", "Alt+")) or bool(_FUNCTION_KEY.fullmatch(key))


def is_offered(button: QWidget) -> bool:
    """Return whether a button could be clicked now, were its window in front."""
    if not isValid(button):
        return False
    each: QWidget | None = button
    while each is not None and not each.isWindow():
        if each.isHidden():
            return False
        each = each.parentWidget()
    return button.isEnabled()


class ActionButton(KeyButton):
    """A button that shows a key the step listens to.

    A double click asks once: what the second press would do is not what the
    label said when the hand moved. A click never takes the keyboard away from
    the step.
    """

    def __init__(
        self, text: str, key: str = "", kind: Kind = Kind.SECONDARY, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, key, kind, parent=parent, handles_key=False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class NextButton(ActionButton):
    """The one large button that does the next logical thing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "Space", Kind.PRIMARY, parent)
        self.setObjectName("next_step")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_step(self, text: str, key: str, *, is_ready: bool) -> None:
        """Say what a key will do, or why it cannot."""
        self.set_key(key)
        self.set_text(text)
        self.setEnabled(is_ready)
        self._fit()

    def show_key(self, key: str) -> None:
        """Say which key does it."""
        self.set_key(key)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumSize(self.sizeHint().width() + scaled(16), scaled(48))
