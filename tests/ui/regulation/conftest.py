"""The screen of the rules of procedure, on a registry with members."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.regulation.screen import RegulationScreen
from alize_desktop.ui.theme.theme import Scheme
from tests.ui.dressing import worn

TODAY = date(2026, 11, 2)


class Clock:
    """One second at each reading."""

    def __init__(self):
        self.now = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def theme(qapp, request):
    theme = worn(qapp, request)
    theme.set_scheme(Scheme.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.styleHints().unsetColorScheme()


@pytest.fixture(scope="session")
def stored_members(tmp_path_factory):
    path = tmp_path_factory.mktemp("members") / "members.alize"
    with Registry.create(path, Programme(basin="Côte-d’Or"), Clock()) as registry:
        importing = Services(registry).importing
        importing.accept(importing.preview(resource("samples", "bassin-dossiers.xlsx")))
    return path


@dataclass
class Desk:
    """Services, and what a person does with the screen."""

    services: Services
    bus: Bus
    open_screen: object

    def versions(self):
        return self.services.regulations.versions()


@pytest.fixture
def desk(qtbot, theme, tmp_path, stored_members):
    path = tmp_path / "members.alize"
    shutil.copy(stored_members, path)
    registry = Registry.open(path, Clock())
    services = Services(registry)
    bus = Bus()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def open_screen(width=1182, height=694):
        screen = RegulationScreen(
            services.regulations, bus, settings, tmp_path / "log", lambda: TODAY
        )
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    yield Desk(services, bus, open_screen)
    registry.close()


@pytest.fixture
def screen(desk):
    return desk.open_screen()


@pytest.fixture
def draft(screen):
    """The screen with a new version begun."""
    screen.new.click()
    return screen


@pytest.fixture
def answer():
    """Answer the question that is open; return what it said."""

    def press(screen, words):
        (box,) = [each for each in screen.findChildren(QMessageBox) if each.isVisible()]
        told = f"{box.text()}\n{box.informativeText()}"
        next(each for each in box.buttons() if each.text() == words).click()
        QTest.qWait(1)
        return told

    return press
