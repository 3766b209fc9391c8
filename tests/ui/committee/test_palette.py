"""Ctrl+K, the menu and the help: the same actions, listed three ways."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QTextBrowser

from alize_desktop.paths import guide
from alize_desktop.ui.committee.help import PAGES, guide_page
from alize_desktop.ui.committee.plan import Step

KEY = Qt.Key
CTRL_K = (KEY.Key_K, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def palette(room, press):
    """Open the palette over a meeting: ``palette(window)``."""

    def opened(window):
        press(window, CTRL_K)
        return window.findChild(QDialog, "palette")

    return opened


def texts(palette):
    return [each.text.replace("\u00a0", " ") for each in palette.entries()]


def type_in(palette, text):
    QTest.keyClicks(palette.line, text)


def test_the_palette_lists_the_step_and_the_window(room, press, palette):
    window = room.open_window()
    press(window, " ")
    shown = palette(window)
    assert shown.isVisible()
    listed = texts(shown)
    assert "Présent" in listed
    assert "Écran noir dans la salle" in listed
    assert len(listed) == len({each.identifier for each in shown.entries()})
    wanted = {each.identifier for each in window.registry.actions() if each.text}
    assert {each.identifier for each in shown.entries()} == wanted


def test_what_cannot_be_done_comes_last_with_its_reason(room, press, palette):
    window = room.open_window()
    press(window, " ")
    shown = palette(window)
    by_name = {each.identifier: each for each in shown.entries()}
    assert not by_name["meeting.attendance"].is_possible
    assert "quorum" in by_name["meeting.attendance"].why_not
    assert by_name["meeting.next"].why_not.replace("\u00a0", " ").startswith("Clore l’appel : 17")
    possible = [each.is_possible for each in shown.entries()]
    assert possible == sorted(possible, reverse=True)
    assert all(each.why_not for each in shown.entries() if not each.is_possible)


def test_the_next_step_comes_first_when_it_can_be_done(room, palette):
    window = room.open_window()
    assert texts(palette(window))[0] == "Ouvrir la séance"


def test_letters_without_accents_find_an_action_and_enter_does_it(room, press, palette):
    window = room.open_window()
    shown = palette(window)
    type_in(shown, "ecr noir")
    assert texts(shown) == ["Écran noir dans la salle"]
    QTest.keyClick(shown.line, KEY.Key_Return)
    assert not shown.isVisible()
    assert window.room.controls.is_black


def test_enter_on_what_cannot_be_done_changes_nothing(room, press, palette):
    window = room.open_window()
    shown = palette(window)
    type_in(shown, "minuteur")
    QTest.keyClick(shown.line, KEY.Key_Return)
    assert shown.isVisible()
    assert shown.entries()[0].why_not.startswith("Le minuteur suit un dossier")


def test_arrows_choose_and_escape_closes(room, press, palette):
    window = room.open_window()
    shown = palette(window)
    type_in(shown, "texte salle")
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_Up):
        QTest.keyClick(shown.line, key)
    assert shown.list.currentRow() == 1
    type_in(shown, "zzz")
    assert shown.entries() == ()
    QTest.keyClick(shown.line, KEY.Key_Return)
    QTest.keyClick(shown.line, KEY.Key_Escape)
    assert not shown.isVisible()
    assert window.step is Step.OPENING


def test_a_click_does_the_action(qtbot, room, press, palette):
    window = room.open_window()
    shown = palette(window)
    type_in(shown, "ouvrir seance")
    place = shown.list.visualItemRect(shown.list.item(0)).center()
    qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.step is Step.ROLL_CALL


def test_the_palette_opens_while_one_types(room, press):
    window = room.open_window()
    press(window, KEY.Key_F9, "demander", CTRL_K)
    assert window.findChild(QDialog, "palette").isVisible()


@pytest.mark.dressed
def test_the_palette_is_read_aloud(room, press, palette):
    window = room.open_window()
    shown = palette(window)
    item = shown.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Ouvrir la séance, Espace"
    assert shown.grab().width() > 0


# the menu


def lines_of(menu):
    return {each.objectName(): each for sub in menu.findChildren(QMenu) for each in sub.actions()}


def test_the_menu_is_made_of_the_same_actions(qtbot, room, press):
    window = room.open_window()
    press(window, " ")
    for _twice in range(2):
        press(window, KEY.Key_F10)
        menu = window.findChild(QMenu, "committee_menu")
        assert menu.isVisible()
        wanted = {each.identifier for each in window.registry.actions() if each.text}
        assert wanted <= set(lines_of(menu))
        menu.hide()


def test_a_line_of_the_menu_does_its_action_or_says_why_not(room, press):
    window = room.open_window()
    press(window, KEY.Key_F10)
    menu = window.findChild(QMenu, "committee_menu")
    lines = lines_of(menu)
    assert not lines["timer.toggle"].isEnabled()
    assert "dossier" in lines["timer.toggle"].toolTip()
    assert lines["room.black"].text() == "Écran noir dans la salle\tB"
    lines["meeting.next"].trigger()
    assert window.step is Step.ROLL_CALL


def test_the_menu_button_opens_it_and_hides_in_full_screen(qtbot, room, press):
    window = room.open_window()
    button = window.findChild(object, "header_menu")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.findChild(QMenu, "committee_menu").isVisible()
    window.findChild(QMenu, "committee_menu").hide()
    press(window, KEY.Key_F11)
    assert window.isFullScreen()
    assert button.isHidden()
    press(window, KEY.Key_F10)
    assert window.findChild(QMenu, "committee_menu").isVisible()
    window.findChild(QMenu, "committee_menu").hide()
    press(window, KEY.Key_F11)
    assert not window.isFullScreen()
    assert not button.isHidden()


# the help


@pytest.mark.parametrize("key", ["?", KEY.Key_F1])
def test_the_help_of_a_step_opens_its_page_of_the_guide(room, press, key):
    window = room.open_window()
    press(window, " ", key)
    box = window.findChild(QDialog, "keys_help")
    assert box.isVisible()
    page = box.findChild(QTextBrowser, "guide_page")
    title = guide("appel").read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
    assert title in page.toPlainText()


def test_the_help_lists_every_key_of_the_step(room, press):
    window = room.open_window()
    press(window, " ", "?")
    box = window.findChild(QDialog, "keys_help")
    said = {each.text() for each in box.findChildren(object) if hasattr(each, "text")}
    for each in window.registry.actions():
        if each.text and each.key:
            assert each.text in said
    QTest.keyClick(box, KEY.Key_Escape)
    assert not box.isVisible()


@pytest.mark.parametrize("step", list(Step))
def test_every_step_has_its_page(step):
    assert step in PAGES
    assert guide_page(step) is not None


def test_a_step_without_page_still_has_its_keys(room, press, monkeypatch):
    monkeypatch.setitem(PAGES, Step.OPENING, "no-such-page")
    window = room.open_window()
    press(window, "?")
    box = window.findChild(QDialog, "keys_help")
    assert box.isVisible()
    assert box.findChild(QTextBrowser, "guide_page") is None


def test_a_link_of_the_guide_opens_here_and_nothing_leaves_the_program(room, press):
    window = room.open_window()
    press(window, "?")
    page = window.findChild(QTextBrowser, "guide_page")
    before = page.toPlainText()
    page.anchorClicked.emit("https://example.org/vote.md")
    page.anchorClicked.emit("missing.md")
    assert page.toPlainText() == before
    page.anchorClicked.emit("vote.md")
    assert page.toPlainText() != before
