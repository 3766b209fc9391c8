"""Enter ends what is typed in a field of a step, and does nothing else."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.widgets.fields.text import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterLeaves(QObject):
    """Gives the keyboard back to the step, where letters act again.

    The key goes no further: the large button must not act by the same press. A field
    that must be filled keeps the keyboard while it is empty: what would be typed next
    is meant for it, and would act as commands. Escape leaves it.
    """

    def __init__(self, line: QLineEdit, pane: StepPane, needed: TextField | None = None) -> None:
        """Watch a line.

        Args:
            line: Where one types.
            pane: Step that takes the keyboard.
            needed: Field of the line, when it must not be left empty.
        """
        super().__init__(line)
        self._pane = pane
        self._needed = needed
        line.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _ENTER:
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.type() == QEvent.Type.KeyPress and is_plain:
                if self._needed is None or self._needed.commit():
                    self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
