"""Says to every screen what one of them changed."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """One for the window. Screens that show what changed read it again.

    Signals:
        changed: Args: the ``Changes``, and the widget that made them, which has
            shown them already.
    """

    changed = Signal(object, object)
