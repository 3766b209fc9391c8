"""Members and partners of an office, in a registry of its own."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.people.members import MembersScreen
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.people.partners import PartnersScreen

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session")
def office_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.alize"
    instant = datetime(2026, 3, 2, tzinfo=UTC)
    with Registry.create(path, Programme("Côte-d’Or"), lambda: instant) as registry:
        importing = Services(registry).importing
        importing.accept(importing.preview(resource("samples", "bassin-dossiers.xlsx")))
    return path


@pytest.fixture
def services(office_file, tmp_path, clock):
    """Every service, on a copy of the office's registry."""
    path = tmp_path / "office.alize"
    shutil.copy(office_file, path)
    with Registry.open(path, clock) as registry:
        yield Services(registry)


@pytest.fixture
def people(services):
    return services.people


@pytest.fixture
def nobody(shelf, tmp_path, clock):
    """The service, on a registry without anybody."""
    with shelf.new(tmp_path / "vide.alize", Programme("Vide"), clock) as registry:
        yield Services(registry).people


@pytest.fixture
def tools(services, bus, window_settings, tmp_path, clock):
    """What the screen of partners is built with; no partner has a mission."""
    return PartnerTools(
        services.people,
        services.partners,
        lambda _partner_id: (),
        lambda: (("Verrerie du Val", "732829320"), ("Métallerie du Val", "552100554")),
        bus,
        window_settings,
        lambda: clock().date(),
        tmp_path / "alize.log",
    )


@pytest.fixture
def show(qtbot, bus, window_settings, tmp_path, request):
    """Show a screen on a service, with the keyboard in it."""

    def shown(kind, service):
        if kind is PartnersScreen:
            screen = kind(request.getfixturevalue("tools"))
        else:
            screen = kind(service, bus, window_settings, tmp_path / "alize.log")
        qtbot.addWidget(screen)
        screen.resize(1180, 680)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.take_keyboard()
        return screen

    return shown


@pytest.fixture
def members(show, people):
    return show(MembersScreen, people)


@pytest.fixture
def partners(show, people):
    return show(PartnersScreen, people)


@pytest.fixture
def type_in(qtbot):
    """Type a text in a field, in place of what it holds; the field keeps the keyboard."""

    def type_text(field, text):
        field.focus_control()
        field.edit.selectAll()
        QTest.keyClick(field.edit, Qt.Key.Key_Delete)
        for each in text:
            typed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NO_MODIFIER, each)
            QApplication.sendEvent(field.edit, typed)

    return type_text


@pytest.fixture
def choose_in():
    """Choose a value in a list, as a person does."""

    def choose(field, value):
        field.focus_control()
        index = field._values.index(value)
        field.box.setCurrentIndex(index)
        field.box.activated.emit(index)

    return choose


@pytest.fixture
def press(qtbot):
    """Press a key where the keyboard is, and let buttons be animated."""

    def pressed(key, modifier=NO_MODIFIER):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        qtbot.wait(130)

    return pressed


@dataclass
class Box:
    """A question that is open."""

    widget: QMessageBox

    @property
    def text(self):
        return self.widget.text()

    def answer(self, words):
        next(each for each in self.widget.buttons() if each.text() == words).click()


@pytest.fixture
def boxes():
    """Return the message boxes that are open."""

    def found(screen):
        return [Box(each) for each in screen.findChildren(QMessageBox) if each.isVisible()]

    return found


@pytest.fixture
def a_sheet():
    """A member with a seat, unknown to the office."""
    return MemberSheet(
        Civility.MADAME, "Ana", "Öztürk", "Verrerie", MemberCollege.ENTERPRISE,
        MemberOffice.MEMBER, Decimal(1),
    )  # fmt: skip
