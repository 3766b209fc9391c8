"""The navigation column: it asks, the window goes, it shows where one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alize_desktop.ui.navigation import NavigationColumn, Place, Section
from alize_desktop.ui.theme.theme import Theme
from alize_desktop.ui.theme.tokens import Role


def _place(number):
    """Return a place; the seventh has a key, the others none."""
    return Place(f"p{number}", f"Lieu {number}", "members", "Alt+0" if number == 7 else "")


@pytest.fixture
def column(qtbot, qapp):
    column = NavigationColumn(
        [
            Section("", (Place("dossiers", "Dossiers", "dossiers", "Alt+1"),)),
            Section("Comité", tuple(_place(n) for n in range(9))),
            Section("", (Place("settings", "Réglages", "settings"),), at_foot=True),
        ]
    )
    qtbot.addWidget(column)
    column.resize(184, 700)
    column.show()
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    return column


@pytest.fixture
def heard(column):
    heard = []
    column.requested.connect(heard.append)
    return heard


def item(column, key):
    return column._items[key]


def test_a_click_asks_and_the_window_decides(qtbot, column, heard):
    qtbot.mouseClick(item(column, "p0"), Qt.MouseButton.LeftButton)
    assert heard == ["p0"]
    assert column.current() == ""
    column.set_current("p0")
    assert column.current() == "p0"
    column.set_current("dossiers")
    assert column.current() == "dossiers"
    assert heard == ["p0"]


def test_a_place_has_the_keys_that_it_names(qtbot, column, heard):
    qtbot.keyClick(column, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(column, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(column, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert heard == ["dossiers", "p7"]
    assert item(column, "p7").toolTip() == "Alt+0"
    assert item(column, "p8").toolTip() == ""


def test_space_goes_to_the_place_that_has_the_keyboard(qtbot, column, heard):
    item(column, "p2").setFocus()
    qtbot.keyClick(item(column, "p2"), Qt.Key.Key_Space)
    assert heard == ["p2"]


def test_counts_are_seen_and_heard(column):
    before = column.grab().toImage()
    column.set_count("dossiers", "24")
    column.set_count("p0", "2", Role.BAD)
    assert item(column, "dossiers").accessibleName() == "Dossiers 24"
    assert column.grab().toImage() != before
    column.set_count("dossiers", "")
    assert item(column, "dossiers").accessibleName() == "Dossiers"


def test_the_column_shrinks_to_its_icons_with_tooltips(qtbot, column, heard):
    said = []
    column.collapsed_changed.connect(said.append)
    column.set_count("dossiers", "24")
    wide = column.width()
    qtbot.mouseClick(column._toggle, Qt.MouseButton.LeftButton)
    assert column.is_collapsed()
    assert said == [True]
    assert column.width() < wide / 2
    assert item(column, "dossiers").toolTip() == "Dossiers 24 · Alt+1"
    assert not column.findChild(QLabel).isVisible()
    assert column._toggle.accessibleName() == "Élargir"
    column.grab()
    qtbot.mouseClick(column._toggle, Qt.MouseButton.LeftButton)
    assert said == [True, False]
    assert column.width() == wide
    assert heard == []


def test_remembering_that_it_was_shrunk_says_nothing(qtbot, column):
    with qtbot.assertNotEmitted(column.collapsed_changed):
        column.set_collapsed(collapsed=True)
    assert column.is_collapsed()


def test_the_column_grows_with_the_text_size(qtbot, column, qapp):
    theme = Theme(qapp)
    theme.set_text_scale(150)
    qtbot.waitUntil(lambda: column.width() == 276)
    theme.set_text_scale(100)
    theme.deleteLater()
    qapp.setStyleSheet("")
