"""A dialog that writes what it asks, and stays open while it is refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog

CTRL = Qt.KeyboardModifier.ControlModifier


class Naming(FormDialog):
    """Asks for a name that is not taken."""

    def __init__(self, taken):
        super().__init__("Un nom", "Enregistrer")
        self._taken = taken
        self.name = self.form.add(TextField("Nom", required=True))

    def write(self):
        if self.name.value() in self._taken:
            raise UserError(ErrorCode.FUNDER_NAME_TAKEN, name=self.name.value())
        return Changes(money=True)


@pytest.fixture
def kept():
    return []


@pytest.fixture
def dialog(qtbot, kept):
    dialog = Naming(taken={"Région"})
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.ask_author("Mme Roussel", kept.append)
    dialog.open()
    return dialog


def test_a_form_that_lacks_something_writes_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.written):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.name.error()


def test_what_is_refused_is_told_in_the_dialog_which_stays_open(qtbot, dialog, kept):
    dialog.name.edit.setText("Région")
    with qtbot.assertNotEmitted(dialog.written):
        dialog.action.click()
    assert "Région" in dialog.refusal()
    assert dialog.isVisible()
    assert kept == []


def test_what_is_written_closes_the_dialog_and_remembers_who_did_it(qtbot, dialog, kept):
    dialog.name.edit.setText("Département")
    with qtbot.waitSignal(dialog.written) as told:
        dialog.action.click()
    assert told.args == [Changes(money=True)]
    assert kept == ["Mme Roussel"]
    assert not dialog.isVisible()


def test_escape_writes_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.written):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_writes_from_any_field_and_gives_up_from_its_button(qtbot, dialog):
    dialog.name.edit.setText("Région")
    QTest.keyClick(dialog.name.edit, Qt.Key.Key_Return)
    assert dialog.refusal()
    dialog.author.edit.setFocus()
    dialog.name.edit.setText("Département")
    cancel = next(each for each in dialog.findChildren(KeyButton) if each is not dialog.action)
    cancel.setFocus()
    with qtbot.assertNotEmitted(dialog.written):
        QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_tall_form_scrolls_and_its_problem_and_buttons_stay_in_sight(qtbot, dialog):
    for number in range(40):
        dialog.form.add(TextField(f"Champ {number}"))
    qtbot.waitUntil(lambda: dialog.height() > 600)
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    dialog.resize(dialog.width(), 420)
    dialog.name.edit.setText("Région")
    dialog.action.click()
    for each in (dialog.action, dialog.findChild(QLabel, "dialog_refusal")):
        assert each.visibleRegion().boundingRect() == each.rect()
    dialog.form.fields()[-1].focus_control()
    dialog.name.edit.clear()
    dialog.action.click()
    assert dialog.name.edit.visibleRegion().boundingRect() == dialog.name.edit.rect()


def test_a_form_opens_as_tall_as_its_fields(qtbot, dialog):
    bar = dialog.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() == 0
    before = dialog.height()
    dialog.form.add(TextField("Encore"))
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
