"""F1 opens the page of the guide about the place that is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser


def opened(window):
    """Return what the page that is open begins with."""
    (box,) = [x for x in window.findChildren(QDialog, "place_help") if x.isVisible()]
    return box, box.findChild(QTextBrowser).toPlainText().splitlines()[0]


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("partners", "Les partenaires et leurs compétences"),
        ("follow_up", "Suivre ce qui est à faire"),
        ("fund", "Tenir le fonds"),
        ("report", "Dire ce que le programme a obtenu"),
        ("meetings", "Préparer la séance et convoquer"),
        ("settings", "Tenir un comité avec Alizé"),
    ],
)
def test_each_place_has_its_page(qtbot, window, place, title):
    window.go_to(place)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    box, told = opened(window)
    assert told == title
    qtbot.waitUntil(box.isActiveWindow)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_tab_may_have_a_page_of_its_own(qtbot, window):
    window.go_to("follow_up")
    window.stack.currentWidget().show_page("missions")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert opened(window)[1] == "Suivre les missions"
