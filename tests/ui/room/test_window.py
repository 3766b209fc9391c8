"""The window of the projector: frozen, closed, unplugged, and never in the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.room import RoomLine, RoomState
from alize_desktop.ui.room.desk import RoomDesk
from alize_desktop.ui.room.window import FORWARDED, RoomWindow, key_name

DOSSIER = RoomState(RoomLayout.DOSSIER, heading="Électricité Saint-Éloi")
VOTE = RoomState(RoomLayout.VOTE, heading="Fonderie du Val", form_name="Consensus")
BLACK = RoomState(RoomLayout.BLACK)
LIST = RoomState(
    RoomLayout.AGENDA, lines=tuple(RoomLine(str(each), f"Société {each}") for each in range(40))
)


@pytest.fixture
def window(qtbot, _fonts):
    window = RoomWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def operator(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


@pytest.fixture
def desk(qtbot, _fonts, operator):
    desk = RoomDesk(operator)
    qtbot.addWidget(desk.window)
    return desk


# frozen


def test_a_frozen_room_keeps_its_picture_and_catches_up_afterwards(window):
    window.show_state(DOSSIER)
    kept = window.picture().toImage()
    window.set_frozen(True)
    window.show_state(VOTE)
    window.show_state(LIST)
    assert window.is_frozen
    assert window.picture().toImage() == kept
    window.set_frozen(False)
    assert window.view.state == LIST


def test_freezing_twice_or_without_change_shows_the_same(window):
    window.show_state(DOSSIER)
    window.set_frozen(True)
    window.set_frozen(True)
    window.set_frozen(False)
    assert window.view.state == DOSSIER


def test_a_frozen_list_does_not_turn(window):
    window.show_state(LIST)
    window.turn_page(1)
    window.set_frozen(True)
    window.turn_page(1)
    assert window.view.composition.page == 1
    assert not window.view._timer.isActive()
    window.set_frozen(False)
    assert window.view._timer.isActive()
    window.turn_page(1)
    assert window.view.composition.page == 2


@pytest.mark.parametrize(
    "hidden",
    [BLACK, replace(DOSSIER, is_private=True), replace(DOSSIER, is_guarded=True)],
    ids=["black", "closed doors", "applicant"],
)
def test_a_frozen_room_still_hides_what_must_be_hidden(window, hidden):
    window.show_state(DOSSIER)
    window.set_frozen(True)
    window.show_state(hidden)
    assert window.view.state == hidden
    window.show_state(VOTE)
    assert window.view.state == DOSSIER
    window.set_frozen(False)
    assert window.view.state == VOTE


def test_a_room_frozen_while_black_stays_black(window):
    window.show_state(BLACK)
    window.set_frozen(True)
    window.show_state(DOSSIER)
    assert window.view.state == BLACK


# keys


def a_key(key, modifiers=Qt.KeyboardModifier.NoModifier):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize("name", sorted(FORWARDED))
def test_keys_of_the_room_are_told_and_nothing_else_happens(qtbot, window, name):
    keys = {
        "PgUp": Qt.Key.Key_PageUp, "PgDown": Qt.Key.Key_PageDown, "Esc": Qt.Key.Key_Escape,
        "+": Qt.Key.Key_Plus, "-": Qt.Key.Key_Minus, "0": Qt.Key.Key_0, "F5": Qt.Key.Key_F5,
    }  # fmt: skip
    *modifiers, last = name.replace("++", "+plus").replace("plus", "&").split("+")
    last = "+" if last == "&" else last
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
        }[each]
    key = keys[last] if last in keys else Qt.Key(ord(last))
    window.show_state(DOSSIER)
    with qtbot.waitSignal(window.key_pressed) as told:
        QTest.keyClick(window, key, held)
    assert told.args == [name]
    assert window.view.state == DOSSIER


def test_the_plus_key_is_the_same_on_every_keyboard():
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    keypad = Qt.KeyboardModifier.KeypadModifier
    for key, modifiers in (
        (Qt.Key.Key_Plus, control),
        (Qt.Key.Key_Plus, control | shift),
        (Qt.Key.Key_Plus, control | keypad),
        (Qt.Key.Key_Equal, control),
    ):
        assert key_name(a_key(key, modifiers)) == "Ctrl++"
    assert key_name(a_key(Qt.Key.Key_Minus, control | keypad)) == "Ctrl+-"
    assert key_name(a_key(Qt.Key.Key_PageDown)) == "PgDown"


def test_other_keys_are_left_alone(qtbot, window):
    with qtbot.assertNotEmitted(window.key_pressed):
        QTest.keyClick(window, Qt.Key.Key_P)
        QTest.keyClick(window, Qt.Key.Key_Space)


# on its screen, without being in the way


def test_it_fills_its_screen_and_leaves_the_keyboard_to_the_operator(qtbot, qapp, window, operator):
    window.present_on(qapp.primaryScreen())
    assert window.isFullScreen()
    assert window.geometry() == qapp.primaryScreen().geometry()
    qtbot.waitUntil(operator.hasFocus)
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor


def test_closing_it_is_told_and_keeps_its_picture(qtbot, qapp, window):
    window.present_on(qapp.primaryScreen())
    window.show_state(DOSSIER)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window.view.state == DOSSIER
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def test_an_unplugged_room_hides_and_says_so(qtbot, qapp, window):
    screen = qapp.primaryScreen()
    window.present_on(screen)
    window.show_state(DOSSIER)
    with qtbot.waitSignal(window.screen_lost):
        qapp.screenRemoved.emit(screen)
    assert not window.isVisible()
    assert not window.isFullScreen()
    window.show_state(VOTE)
    with qtbot.waitSignal(window.screen_found):
        qapp.screenAdded.emit(screen)
    assert window.view.state == VOTE


def test_screens_that_come_and_go_mean_nothing_to_a_closed_room(qtbot, qapp, window):
    with qtbot.assertNotEmitted(window.screen_lost), qtbot.assertNotEmitted(window.screen_found):
        qapp.screenRemoved.emit(qapp.primaryScreen())
        qapp.screenAdded.emit(qapp.primaryScreen())


# the desk


def test_with_one_screen_it_asks_before_opening(qtbot, desk):
    with qtbot.waitSignal(desk.one_screen_only), qtbot.assertNotEmitted(desk.shown_changed):
        desk.open()
    assert not desk.is_shown
    with qtbot.waitSignal(desk.shown_changed) as told:
        desk.open_here()
    assert told.args == [True]
    assert desk.is_shown
    with qtbot.waitSignal(desk.shown_changed) as told:
        desk.close()
    assert told.args == [False]
    assert not desk.is_shown


def test_the_desk_gives_pictures_while_the_window_is_closed(qtbot, desk):
    with qtbot.waitSignal(desk.picture_changed) as told:
        desk.show_state(DOSSIER)
    assert not desk.is_shown
    assert told.args[0].toImage() == desk.picture().toImage()
    assert desk.picture(QSize(320, 180)).size() == QSize(320, 180)


def test_the_desk_passes_on_what_is_asked(qtbot, desk):
    desk.show_state(LIST)
    desk.turn_page(1)
    assert desk.window.view.composition.page == 1
    desk.zoom(1)
    assert desk.window.view.zoom == pytest.approx(1.1)
    desk.set_frozen(True)
    assert desk.is_frozen
    with qtbot.waitSignal(desk.key_pressed) as told:
        QTest.keyClick(desk.window, Qt.Key.Key_B)
    assert told.args == ["B"]


def test_the_desk_tells_that_the_screen_is_lost(qtbot, qapp, desk):
    desk.open_here()
    with qtbot.waitSignals([desk.screen_lost, desk.shown_changed]):
        qapp.screenRemoved.emit(qapp.primaryScreen())
    assert not desk.is_shown
