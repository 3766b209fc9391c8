"""The main window as a person at a desk uses it: places, tabs, fields and buttons, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from alize_desktop.ui.dossiers.pane_set import PaneSet
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from tests.flows.conftest import Hall, plain

KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PATIENCE = 2_000
"""Looks after which what was asked of a worker will not come."""


class Desk(Hall):
    """What a person does in the main window, beside holding meetings.

    Nothing is clicked: a button that the keyboard cannot reach is not found.
    """

    is_ended = False

    def end(self):
        """Close the program, unless it is closed already; its registry is sound."""
        if not self.is_ended:
            self.is_ended = True
            super().end()

    def go(self, key):
        """Go to the place of a key, such as ``Key.Key_4`` for « Alt+4 »."""
        self.press((key, ALT))
        return self.main.stack.currentWidget()

    def ctrl(self, key):
        """Press a key with Ctrl."""
        self.press((key, CTRL))

    def pane(self, key):
        """Go to a tab of the dossier that is shown."""
        self.tab(self.main.findChild(PaneSet).tabs, key)

    def tab(self, strip, key):
        """Go through tabs with Ctrl+Tab, to one of them."""
        for _tab in range(20):
            if strip.current() == key:
                return
            self.ctrl(KEY.Key_Tab)
        msg = f"no tab is {key}"
        raise AssertionError(msg)

    def write(self, name, text, rank=0):
        """Write in the place of what a field holds; what has accents is pasted, as people do."""
        field = self.field(name, rank)
        field.focus_control()
        self.ctrl(KEY.Key_A)
        QApplication.clipboard().setText(text)
        self.ctrl(KEY.Key_V)

    def choose(self, name, words, rank=0):
        """Go down a list that drops down to the first line that begins with words."""
        field = self.field(name, rank)
        assert isinstance(field, ChoiceField), name
        field.focus_control()
        self.press(KEY.Key_Home)
        for _line in range(field.box.count()):
            if plain(field.box.currentText()).startswith(words):
                return
            self.press(KEY.Key_Down)
        msg = f"{name} does not offer {words}"
        raise AssertionError(msg)

    def field(self, name, rank=0):
        """Return the field of a name, in the dialog that is open if any."""
        seen = (each for each in self._over().findChildren(Field) if each.isVisible())
        return [each for each in seen if plain(each.label_text()) == name][rank]

    def push(self, name):
        """Press Space on a button that is seen, named by its words or its object name."""
        buttons = self._over().findChildren(QAbstractButton)
        found = (each for each in buttons if name in {plain(_words(each)), each.objectName()})
        button = next(each for each in found if each.isVisible() and each.isEnabled())
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, name
        button.setFocus()
        self.press(KEY.Key_Space)

    def agree(self):
        """Press the button of a dialog that writes; it is gone then."""
        self.ctrl(KEY.Key_Return)
        dialog = QApplication.activeModalWidget()
        assert dialog is None, plain(dialog.refusal())
        self._come_back()

    def leave_the_meeting(self):
        """Close the committee window."""
        self.window.close()
        self._come_back()

    def shown(self, name):
        """Return a widget that is seen, by its object name."""
        found = self._over().findChildren(QWidget, name)
        return next(each for each in found if each.isVisible())

    def pick(self, table, name):
        """Go down a list from its head to the line that names something."""
        table.setFocus()
        self.ctrl(KEY.Key_Home)
        for line in self.lines(table):
            if name in line:
                return
            self.press(KEY.Key_Down)
        msg = f"the list does not name {name}"
        raise AssertionError(msg)

    def told(self, name):
        """Return the words of every label in a widget that is seen."""
        labels = self.shown(name).findChildren(QLabel)
        return [plain(each.text()) for each in labels if each.isVisible() and each.text()]

    def lines(self, table):
        """Return the cells of a list, line by line, as they are read."""
        model = table.model()
        columns = range(model.columnCount())
        cells = [[model.index(row, each) for each in columns] for row in range(model.rowCount())]
        return [[plain(each.data() or "") for each in line] for line in cells]

    def wait(self, is_so):
        """Wait for what a worker does."""
        for _look in range(PATIENCE):
            if is_so():
                return
            QTest.qWait(5)
        msg = "what was asked of a worker did not come"
        raise AssertionError(msg)

    def _come_back(self):
        """Give the keyboard to the main window: without a desktop nobody else does."""
        self.main.activateWindow()
        assert QTest.qWaitForWindowActive(self.main)

    def _over(self):
        return QApplication.activeModalWidget() or self.window or self.main


def _words(button):
    label = getattr(button, "label", None)
    return label() if callable(label) else button.text()
