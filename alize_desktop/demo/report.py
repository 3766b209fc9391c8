"""At the end: what the programme achieved, as its funders are shown."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtTest import QTest

from alize_desktop.demo.hands import WIDE, Hands
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.report.screen import ReportScreen

_TURNS: Final = 1_500
_TURN: Final = 20
"""Milliseconds between two looks: the figures may take half a minute."""


class ShownReport:
    """Shows the report of the programme.

    Args:
        window: The main window.
        hands: Take the pictures.
    """

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        self._window = window
        self._hands = hands

    def show(self) -> Iterator[str]:
        """Show the key figures; yield the name of the picture left."""
        self._window.go_to("report")
        screen = self._window.findChild(ReportScreen)
        if screen is None or not _is_reckoned(screen):
            msg = "the report is not shown"
            raise RuntimeError(msg)
        self._window.toast.hide()  # it would stay in the picture
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
        QTest.qWait(1)
        yield self._hands.picture(self._window, "bilan", WIDE)


def _is_reckoned(screen: ReportScreen) -> bool:
    """Wait for the figures; return whether they are there."""
    for _turn in range(_TURNS):
        if screen.report is not None:
            return True
        QTest.qWait(_TURN)
    return False
