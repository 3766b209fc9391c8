"""A widget that is not in its window yet never opens one."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from alize_desktop.ui.widgets.pill import Pill


def test_a_pill_without_a_parent_opens_no_window(qtbot):
    pill = Pill("")
    qtbot.addWidget(pill)
    pill.set_state("Déposé")
    assert not pill.isVisible()
    assert pill not in [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_a_pill_hidden_then_told_a_word_shows_with_its_parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    pill = Pill("")
    pill.set_state("Déposé")
    QVBoxLayout(parent).addWidget(pill)
    parent.show()
    assert pill.isVisible()


def test_a_pill_without_a_word_stays_hidden_with_its_parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    QVBoxLayout(parent).addWidget(Pill(""))
    parent.show()
    assert not parent.findChild(Pill).isVisible()
