"""What a person does before a window: keys, one after the other; and pictures of it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.window import CommitteeWindow

PICTURE: Final = QSize(1366, 960)
"""Size in pixels of the pictures of windows, however wide the window is."""

CLOSE: Final = 1024
"""Width of a window whose words stay legible in a narrow column: its side is folded."""

WIDE: Final = 1240
"""Width of a window with columns side by side."""

WHOLE: Final = 1366
"""Width of a committee window whose three zones are shown."""

_REST: Final = 150
"""Milliseconds after which nothing moves any more in a window."""


class Hands:
    """Sends the events of a person, and looks at what they did.

    Args:
        folder: Where pictures are left.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keys(self, window: QWidget, *letters: str) -> None:
        """Type where the keyboard of a window is, letter by letter."""
        for each in letters:
            QTest.keyClicks(focused(window), each)
            self.settle()

    def type(self, widget: QWidget, text: str) -> None:
        """Type in a field."""
        widget.setFocus()
        QTest.keyClicks(widget, text)
        self.settle()

    def key(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key, where the keyboard is when the widget is a whole window."""
        target = focused(widget) if widget.isWindow() else widget
        QTest.keyClick(target, key, modifier)
        self.settle()

    def next(self, window: CommitteeWindow, times: int = 1) -> None:
        """Press Space, which does what the large button says."""
        for _each in range(times):
            self.key(window, Qt.Key.Key_Space)

    def agree(self, window: QWidget) -> None:
        """Press the button of a question that does what was asked.

        Raises:
            RuntimeError: Nothing is asked.
        """
        box = window.findChild(QMessageBox)
        accepting = [
            each
            for each in (box.buttons() if box else ())
            if box and box.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole
        ]
        if not accepting:
            msg = "no question is asked"
            raise RuntimeError(msg)
        self.key(accepting[0], Qt.Key.Key_Space)

    def settle(self) -> None:
        """Let the window answer."""
        QTest.qWait(1)

    def picture(self, window: QWidget, name: str, width: int) -> str:
        """Leave a picture of a window, as it is at a width; return its path.

        Raises:
            OSError: It cannot be written.
        """
        scale = PICTURE.width() / width
        window.resize(width, round(PICTURE.height() / scale))
        QTest.qWait(_REST)
        picture = QPixmap(PICTURE)
        picture.setDevicePixelRatio(scale)
        picture.fill(window.palette().window().color())
        window.render(picture)
        return self.keep(picture, name)

    def keep(self, picture: QPixmap, name: str) -> str:
        """Write a picture; return its path.

        Raises:
            OSError: It cannot be written.
        """
        path = self._folder / f"{name}.png"
        if not picture.save(str(path)):
            msg = f"the picture cannot be written: {path}"
            raise OSError(msg)
        return str(path)


def focused(window: QWidget) -> QWidget:
    """Return where the keyboard of a window is."""
    return window.focusWidget() or window


def found(window: QWidget, name: str) -> QWidget:
    """Return a widget of a window by its name.

    Raises:
        RuntimeError: There is none: the play and the screens no longer agree.
    """
    widget = window.findChild(QWidget, name)
    if widget is None:
        msg = f"no widget is named {name}"
        raise RuntimeError(msg)
    return widget


def at(window: CommitteeWindow, step: Step) -> None:
    """Check that the screen went where the keys were meant to lead.

    Raises:
        RuntimeError: It did not: the play and the screens no longer agree.
    """
    if window.step is not step:
        msg = f"the committee is at {window.step.value}, not at {step.value}"
        raise RuntimeError(msg)
