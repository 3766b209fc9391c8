"""The main window as a person at a desk uses it: places, tabs, fields and buttons, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

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

    def go(self, key):
        """Go to the place of a key, such as ``Key.Key_4`` for « Alt+4 »."""
        self.press((key, ALT))
        return self.main.stack.currentWidget()

    def ctrl(self, key):
        """Press a key with Ctrl."""
        self.press((key, CTRL))

    def pane(self, key):
        """Go through the tabs of the dossier shown, with Ctrl+Tab, to one of them."""
        panes = self.main.findChild(PaneSet)
        for _tab in range(20):
            if panes.tabs.current() == key:
                return
            self.ctrl(KEY.Key_Tab)
        msg = f"no tab of the dossier is {key}"
        raise AssertionError(msg)

    def write(self, name, text):
        """Write in the place of what a field holds; what has accents is pasted, as people do."""
        field = self.field(name)
        field.focus_control()
        self.ctrl(KEY.Key_A)
        QApplication.clipboard().setText(text)
        self.ctrl(KEY.Key_V)

    def choose(self, name, words):
        """Go down a list that drops down to the first line that begins with words."""
        field = self.field(name)
        assert isinstance(field, ChoiceField), name
        field.focus_control()
        self.press(KEY.Key_Home)
        for _line in range(field.box.count()):
            if plain(field.box.currentText()).startswith(words):
                return
            self.press(KEY.Key_Down)
        msg = f"{name} does not offer {words}"
        raise AssertionError(msg)

    def field(self, name):
        """Return the field of a name, in the dialog that is open if any."""
        found = (each for each in self._over().findChildren(Field) if each.isVisible())
        return next(each for each in found if plain(each.label_text()) == name)

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
