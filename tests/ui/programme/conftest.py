"""The settings of a registry of its own, and of this computer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.ui.programme.screen import ProgrammeScreen


@pytest.fixture
def registry(shelf, tmp_path, clock):
    programme = Programme("Côte-d’Or", "CCI", fund_amount=Money(120_000_00))
    with shelf.new(tmp_path / "office.alize", programme, clock) as registry:
        yield registry


@pytest.fixture
def programme(registry):
    return Services(registry).programme


@pytest.fixture
def screen(qtbot, programme, preferences, bus, tmp_path):
    screen = ProgrammeScreen(programme, preferences, bus, tmp_path / "alize.log")
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.take_keyboard()
    return screen


@pytest.fixture
def type_in():
    """Type a text in a field, in place of what it holds; the field keeps the keyboard."""

    def type_text(field, text):
        field.focus_control()
        field.edit.selectAll()
        QTest.keyClick(field.edit, Qt.Key.Key_Delete)
        plain = Qt.KeyboardModifier.NoModifier
        for each in text:
            typed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, plain, each)
            QApplication.sendEvent(field.edit, typed)

    return type_text


@pytest.fixture
def choose_in():
    """Choose a value in a list, as a person does."""

    def choose(field, value):
        index = field._values.index(value)
        field.box.setCurrentIndex(index)
        field.box.activated.emit(index)

    return choose


@pytest.fixture
def press(qtbot):
    """Press a key where the keyboard is, and let buttons be animated."""

    def pressed(key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        qtbot.wait(130)

    return pressed


@pytest.fixture
def boxes():
    """Return the message boxes that are open."""

    def found(screen):
        return [each for each in screen.findChildren(QMessageBox) if each.isVisible()]

    return found


@pytest.fixture
def answer(boxes):
    """Press a button of the only question that is open."""

    def pressed(screen, words):
        (box,) = boxes(screen)
        next(each for each in box.buttons() if each.text() == words).click()

    return pressed
