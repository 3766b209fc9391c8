"""Digits typed one after the other make a number: 1 then 2 is 12."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1_200
"""Milliseconds after which the next digit begins another number."""


class NumberTyped(QObject):
    """Gathers digits, and goes where the number so far points.

    Nobody waits: 1 then 2 goes to 1, then to 12. A letter or a pause ends the
    number. A number that leads nowhere goes nowhere: what was typed for 16 must
    never reach 1 or 6.

    Args:
        go: Goes to a number; answers whether there is such a number.
        lose: Called when the number typed is nobody's.
        parent: Parent object.
    """

    def __init__(
        self,
        go: Callable[[int], bool],
        lose: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._go = go
        self._lose = lose
        self._digits = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.end)

    def type(self, digit: str) -> None:
        """Add a digit, 0 to 9."""
        self._pause.start()
        self._digits += digit
        if not self._go(int(self._digits)):
            self._lose()

    def end(self) -> None:
        """Begin another number at the next digit."""
        self._pause.stop()
        self._digits = ""
