"""A computer with two screens, of which the second is unplugged and plugged in again.

Run alone: the screens of a process are those it began with. Prints what happened.
"""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.desk import RoomDesk
from alize_desktop.ui.theme.fonts import load_fonts


def say(line: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{line}\n")


def told(desk: RoomDesk, operator: QWidget) -> None:
    """Print where the room is, and who has the keyboard."""
    window = desk.window
    place = (
        f"{window.screen().name()} {window.width()}x{window.height()}"
        if desk.is_shown
        else "hidden"
    )
    shape = "full" if window.isFullScreen() else "normal"
    say(f"{place} {shape} {operator.isActiveWindow()}")


def main() -> None:
    """Open the room, lose its screen, find it again, lose the other one."""
    application = QApplication([])
    load_fonts()
    operator = QWidget()
    field = QLineEdit(operator)
    operator.show()
    operator.activateWindow()
    field.setFocus()
    QTest.qWaitForWindowActive(operator)
    own, room = QGuiApplication.screens()
    desk = RoomDesk(operator)
    desk.screen_lost.connect(lambda: say("lost"))
    desk.one_screen_only.connect(lambda: say("one screen"))
    desk.open()
    desk.show_state(RoomState(RoomLayout.WELCOME, heading="Comité"))
    QTest.qWaitForWindowExposed(desk.window)
    told(desk, operator)
    application.screenRemoved.emit(room)
    told(desk, operator)
    application.screenAdded.emit(room)
    QTest.qWaitForWindowExposed(desk.window)
    told(desk, operator)
    application.screenRemoved.emit(own)
    told(desk, operator)
    desk.close()


if __name__ == "__main__":
    main()
