"""A line that proposes what it may hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.ui.widgets.fields.suggest import SuggestField


@pytest.fixture
def field(qtbot):
    made = SuggestField("Compétence", ("Qualité", "Ressources humaines"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_control()
    return made


def test_the_down_key_shows_every_suggestion(field):
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    popup = field.completer.popup()
    assert popup.isVisible()
    assert popup.model().rowCount() == 2


def test_letters_from_anywhere_in_a_name_find_it(field):
    QTest.keyClicks(field.edit, "HUM")
    assert field.completer.completionCount() == 1
    assert field.completer.currentCompletion() == "Ressources humaines"


def test_a_choice_is_told_at_once(field):
    told = []
    field.edited.connect(told.append)
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    QTest.keyClick(field.completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(field.completer.popup(), Qt.Key.Key_Return)
    assert told == [field.value()]
    assert field.value() in field.suggestions()


def test_letters_that_lead_to_a_choice_are_never_told(field):
    told = []
    field.edited.connect(told.append)
    QTest.keyClicks(field.edit, "HUM")
    QTest.keyClick(field.completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(field.completer.popup(), Qt.Key.Key_Return)
    assert told == ["Ressources humaines"]
    assert field.edit.text() == "Ressources humaines"


def test_another_text_is_accepted_too(field):
    QTest.keyClicks(field.edit, "Soudure")
    assert field.commit()
    assert field.value() == "Soudure"


def test_a_line_that_is_only_read_proposes_nothing(field):
    field.set_read_only(read_only=True)
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert not field.completer.popup().isVisible()


def test_other_suggestions_may_be_given(field):
    field.set_suggestions(("Numérique",))
    assert field.suggestions() == ("Numérique",)
    assert field.value() == ""
