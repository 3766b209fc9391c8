"""A bug met while the window is shown."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.ui.shell.bugs import BugTeller


@pytest.fixture
def teller(qtbot, monkeypatch, tmp_path):
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda *arguments: heard.append(arguments[1]))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    teller = BugTeller(window, tmp_path / "alize.log")
    yield window, heard
    teller.stop()


def meet(error):
    sys.excepthook(type(error), error, None)


def boxes(window):
    return [each for each in window.findChildren(QMessageBox) if each.isVisible()]


def test_a_bug_is_said_with_the_log(teller, tmp_path):
    window, heard = teller
    meet(ZeroDivisionError())
    (box,) = boxes(window)
    assert "imprévue" in box.text()
    assert str(tmp_path / "alize.log") in box.informativeText()
    assert heard == []


def test_the_same_bug_again_opens_no_second_box(teller):
    window, heard = teller
    again = ZeroDivisionError()
    meet(ZeroDivisionError())
    meet(again)
    assert len(boxes(window)) == 1
    assert heard == [again]


def test_an_interruption_is_not_a_bug(teller):
    window, heard = teller
    stop = KeyboardInterrupt()
    meet(stop)
    assert boxes(window) == []
    assert heard == [stop]


def test_what_took_bugs_before_takes_them_again(qtbot, monkeypatch, tmp_path):
    def before(*_arguments):
        pass

    monkeypatch.setattr(sys, "excepthook", before)
    window = QWidget()
    qtbot.addWidget(window)
    BugTeller(window, tmp_path).stop()
    assert sys.excepthook is before
