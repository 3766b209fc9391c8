"""The screen of the rules of procedure, on a registry with members."""

import shutil
from dataclasses import dataclass
from datetime import date

import pytest

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.regulation.screen import RegulationScreen
from tests.clocks import TickingClock

TODAY = date(2026, 11, 2)


@pytest.fixture(scope="session")
def stored_members(tmp_path_factory):
    path = tmp_path_factory.mktemp("members") / "members.alize"
    with Registry.create(
        path, Programme(basin="Côte-d’Or"), TickingClock(2026, 11, 2, 8)
    ) as registry:
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
def desk(qtbot, theme, tmp_path, stored_members, window_settings):
    path = tmp_path / "members.alize"
    shutil.copy(stored_members, path)
    registry = Registry.open(path, TickingClock(2026, 11, 2, 8))
    services = Services(registry)
    bus = Bus()

    def open_screen(width=1182, height=694):
        screen = RegulationScreen(
            services.regulations, bus, window_settings, tmp_path / "log", lambda: TODAY
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
