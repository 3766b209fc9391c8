"""Where what reads or writes the open registry works: it is waited for before a closing."""

from typing import Final

from PySide6.QtCore import QObject, QThreadPool, Signal

CLOSING: Final = 5_000
"""Milliseconds given to what is under way before its registry is closed."""

_AT_ONCE: Final = 40
"""Milliseconds that a window may stand still for a reading: nobody sees them."""


class RegistryPool(QThreadPool):
    """The threads of one window.

    Args:
        parent: Parent object.
        at_once: Milliseconds that a window waits for a reading before it goes on without.

    Signals:
        closing: The registry is about to be closed: stop, and show nothing more of it.
    """

    closing = Signal()

    def __init__(self, parent: QObject | None = None, *, at_once: int = _AT_ONCE) -> None:
        super().__init__(parent)
        self.at_once = at_once

    def close(self) -> None:
        """Stop what is under way, and wait for its end."""
        self.closing.emit()
        self.waitForDone(CLOSING)
