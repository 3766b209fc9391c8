"""The first page: what to do first, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from alize_desktop.ui.shell.recent import RecentButton
from alize_desktop.ui.shell.welcome import Welcome
from alize_desktop.ui.theme.look import scaled


@pytest.fixture
def page(bare_window, preferences, tmp_path):
    """Show the first page with these registries opened lately; return it."""

    def shown(*names):
        for name in reversed(names):
            path = tmp_path / name
            path.touch()
            preferences.remember(path)
        bare_window.show_welcome()
        return bare_window.stack.currentWidget()

    return shown


def focused():
    return QApplication.focusWidget()


def test_without_a_registry_the_keyboard_is_on_the_new_programme(page, press, bare_window, qtbot):
    page()
    assert focused().objectName() == "welcome_create"
    with qtbot.waitSignal(bare_window.create_requested):
        press(Qt.Key.Key_Return)


def test_enter_opens_the_registry_opened_last(page, press, bare_window, qtbot, tmp_path):
    page("Vosges.alize", "Meuse.alize")
    with qtbot.waitSignal(bare_window.open_requested) as asked:
        press(Qt.Key.Key_Enter)
    assert asked.args == [tmp_path / "Vosges.alize"]


def test_arrows_go_from_one_registry_to_the_next(page, press):
    page("Vosges.alize", "Meuse.alize")
    press(Qt.Key.Key_Down)
    assert focused().path.stem == "Meuse"


def test_enter_elsewhere_than_on_a_button_does_nothing(page, press, bare_window, qtbot):
    page()
    focused().clearFocus()
    with qtbot.assertNotEmitted(bare_window.create_requested):
        QTest.keyClick(bare_window, Qt.Key.Key_Return)


def test_the_demonstration_is_one_press_away(page, bare_window, qtbot):
    button = page().findChild(object, "welcome_demonstration")
    with qtbot.waitSignal(bare_window.demonstration_requested):
        button.click()


def test_open_asks_for_a_file(page, qtbot):
    shown = page()
    with qtbot.waitSignal(shown.open_requested) as asked:
        shown.findChild(object, "welcome_open").click()
    assert asked.args == [None]


def test_only_the_latest_registries_are_shown(page):
    shown = page(*(f"{number}.alize" for number in range(8)))
    assert [each.path.stem for each in shown.findChildren(RecentButton)] == list("01234")


def test_a_registry_that_is_gone_is_not_proposed(page, tmp_path, bare_window):
    page("Vosges.alize")
    (tmp_path / "Vosges.alize").unlink()
    bare_window.show_welcome()
    assert bare_window.stack.currentWidget().findChildren(RecentButton) == []


def test_two_registries_of_one_name_are_told_apart(qtbot):
    page = Welcome([Path("/un/Vosges.alize"), Path("/deux/Vosges.alize")])
    qtbot.addWidget(page)
    told = [each.accessibleDescription() for each in page.findChildren(RecentButton)]
    assert told == [str(Path("/un")), str(Path("/deux"))]


@pytest.mark.dressed
def test_a_name_as_long_as_one_likes_stays_in_the_card(qtbot, page, bare_window):
    shown = page(f"{'Très ' * 40}long.alize")
    qtbot.wait(1)
    (button,) = shown.findChildren(RecentButton)
    assert button.width() <= shown._card.width() - 64
    before = button.grab().toImage()
    QTest.mouseMove(button)
    button.clearFocus()
    assert button.grab().toImage() != before


@pytest.mark.dressed
def test_the_page_can_be_scrolled_where_it_is_taller_than_the_window(
    qtbot, page, bare_window, clipped
):
    shown = page(*(f"{number}.alize" for number in range(5)))
    bare_window.preferences._theme.set_text_scale(150)
    bare_window.resize(1024, 640)
    qtbot.wait(1)
    assert shown._card.width() == scaled(560)
    assert shown._card.height() >= shown._card.minimumSizeHint().height() > shown.height()
    assert clipped(shown) == []
