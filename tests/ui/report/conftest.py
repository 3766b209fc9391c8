"""The screen of the report, on a past of forty dossiers in two basins."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.report.screen import ReportScreen
from alize_desktop.ui.report.tools import ReportTools

BOOK = Path(__file__).parents[2] / "cases" / "programme-historique.xlsx"
TODAY = date(2026, 11, 23)


def morning():
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def past(tmp_path_factory):
    """A registry with ten years taken over."""
    path = tmp_path_factory.mktemp("report") / "past.alize"
    with Registry.create(path, Programme("Vosges"), morning) as registry:
        importing = Services(registry).importing
        importing.accept(importing.preview(BOOK))
    return path


@dataclass
class Desk:
    """Services, the screen and what it tells."""

    services: Services
    screen: ReportScreen
    said: list[str]
    places: list[str]
    qtbot: object
    bus: Bus
    window: QSettings

    @property
    def report(self):
        return self.screen.report

    def settle(self):
        """Wait for what is being reckoned or written."""
        worker = self.screen.reckoning.worker
        self.qtbot.waitUntil(lambda: not worker.is_busy, timeout=30_000)


@pytest.fixture
def open_desk(qtbot, theme, window_settings, tmp_path):
    """Return a function: registry → the screen on it, its first report there."""
    opened = []

    def open_on(registry):
        services, bus = Services(registry), Bus()
        pool = RegistryPool(at_once=60_000)
        tools = ReportTools(
            services.reports, bus, window_settings, lambda: TODAY, tmp_path / "log", pool
        )
        screen = ReportScreen(tools)
        qtbot.addWidget(screen)
        screen.resize(1182, 694)
        said, places = [], []
        screen.said.connect(said.append)
        screen.place_asked.connect(places.append)
        desk = Desk(services, screen, said, places, qtbot, bus, window_settings)
        opened.append(desk)
        screen.show()
        desk.settle()
        return desk

    yield open_on
    for each in opened:
        each.settle()


@pytest.fixture
def registry(past, tmp_path):
    path = tmp_path / "past.alize"
    shutil.copy(past, path)
    with Registry.open(path, morning) as opened:
        yield opened


@pytest.fixture
def desk(registry, open_desk):
    return open_desk(registry)
