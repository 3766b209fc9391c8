"""The whole window on the registry of an office, and what is asked of every place."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import combinations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.main_window import MainWindow
from tests.ui.clipping import clipped_in

PLACES = (
    "dossiers",
    "meetings",
    "members",
    "partners",
    "advances",
    "fund",
    "follow_up",
    "regulation",
    "templates",
    "settings",
)


@pytest.fixture(scope="session")
def office_file(tmp_path_factory):
    """A registry with the dossiers, members and partners of the sample workbook."""
    path = tmp_path_factory.mktemp("office") / "office.alize"
    programme = Programme(basin="Côte-d’Or", operator="CCI")
    with Registry.create(path, programme, lambda: datetime(2026, 3, 2, tzinfo=UTC)) as registry:
        importing = Services(registry).importing
        importing.accept(importing.preview(resource("samples", "bassin-dossiers.xlsx")))
    return path


@pytest.fixture
def registry(office_file, tmp_path, clock):
    path = tmp_path / "Côte-d’Or 2026.alize"
    shutil.copy(office_file, path)
    with Registry.open(path, clock) as registry:
        yield registry


@pytest.fixture
def services(registry):
    return Services(registry)


@pytest.fixture
def bare_window(qtbot, preferences, tmp_path, clock):
    """The window without a registry, on its first page."""
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(preferences, geometry, tmp_path / "papers", tmp_path / "log", clock)
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def window(bare_window, services, registry):
    """The window on the registry of the office."""
    bare_window.show_programme(services, registry.path)
    yield bare_window
    bare_window.let_go()


@pytest.fixture
def a_meeting(services):
    """Prepare a meeting that can be opened; return its identifier."""

    def prepare(day=date(2026, 11, 24), dossiers=("2026-002",)):
        ids = [services.dossiers.by_number(each) for each in dossiers]
        for each in ids:
            services.dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
            services.dossiers.change_state(each, DossierState.COMPLETE)
        draft = MeetingDraft(day, time(14, 0), "Dijon", None, "Claire Roussel")
        meeting_id, _changes = services.meetings.create(draft)
        services.meetings.set_agenda(meeting_id, ids)
        return meeting_id

    return prepare


def screen_of(window):
    return window.stack.currentWidget()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is, as a person does."""
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


@pytest.fixture(name="press")
def press_fixture():
    return press


@pytest.fixture(name="screen_of")
def screen_of_fixture():
    return screen_of


@pytest.fixture
def dirty(window, screen_of):
    """Type something in the members that is not written."""
    window.go_to("members")
    screen = screen_of(window)
    screen.editor.form.last_name.focus_control()
    QTest.keyClicks(screen.editor.form.last_name.edit, "X")
    return screen


@dataclass
class Box:
    """The question that is open, answered by the words on its buttons."""

    widget: QMessageBox

    @property
    def text(self):
        return self.widget.text()

    def answer(self, words):
        button = next(each for each in self.widget.buttons() if each.text() == words)
        button.click()


@pytest.fixture
def boxes():
    """Return the message boxes that are open over a window."""

    def found(window):
        shown = (each for each in window.findChildren(QMessageBox) if each.isVisible())
        return [Box(each) for each in shown]

    return found


@pytest.fixture
def clipped():
    """Return what is narrower than its own text, as a list of sentences."""
    return clipped_in


@pytest.fixture
def ambiguous():
    """Return the keys that two things listen to at once, as (key, one, other)."""

    def of(window):
        heard = list(_listeners(window))
        return [
            (key.toString(), _name(one), _name(other))
            for (key, one, here), (same, other, there) in combinations(heard, 2)
            if key == same and _overlap(one, here, other, there)
        ]

    return of


def _listeners(window):
    for each in window.findChildren(QShortcut):
        owner = each.parent()
        if each.isEnabled() and owner.isVisible() and owner.isEnabled():
            yield each.key(), owner, each.context()
    for each in window.findChildren(QAbstractButton):
        if each.isVisible() and each.isEnabled() and not each.shortcut().isEmpty():
            yield each.shortcut(), each, Qt.ShortcutContext.WindowShortcut


def _overlap(one, here, other, there):
    alone = Qt.ShortcutContext.WidgetWithChildrenShortcut
    if here is alone and there is alone:
        return one is other or one.isAncestorOf(other) or other.isAncestorOf(one)
    return True


def _name(widget):
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


@pytest.fixture
def unnamed():
    """Return what the keyboard reaches and nobody can name."""

    def of(window):
        reached = (
            each
            for each in window.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy().value & 1 and each.focusProxy() is None
        )
        return [
            each
            for each in reached
            if not each.accessibleName()
            and not (isinstance(each, QAbstractButton) and each.text())
            # the lists of menus and pop-ups are named by what opens them
            and not isinstance(each.parent(), QLineEdit)
        ]

    return of
