"""A nervous hand does nothing twice."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.ui.widgets.buttons import KeyButton


def test_a_double_click_counts_once(qtbot):
    button = KeyButton("Nouvelle séance")
    qtbot.addWidget(button)
    button.show()
    clicks = []
    button.clicked.connect(lambda *_: clicks.append(1))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert len(clicks) == 1
