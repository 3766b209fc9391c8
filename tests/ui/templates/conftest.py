"""The screen of the texts and looks of papers, on an empty registry."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.templates.screen import TemplatesScreen
from alize_desktop.ui.theme.theme import Scheme
from tests.ui.dressing import worn


class Clock:
    """One second at each reading."""

    def __init__(self):
        self.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)

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


@dataclass
class Desk:
    """Services, and a screen on them."""

    services: Services
    bus: Bus
    open_screen: object


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    programme = Programme(basin="Côte-d’Or", operator="Alizé Côte-d’Or")
    registry = Registry.create(tmp_path / "office.alize", programme, Clock())
    services = Services(registry)
    bus = Bus()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def open_screen(width=1182, height=694):
        screen = TemplatesScreen(
            services.templates, bus, settings, tmp_path / "log", ZoneInfo("Europe/Paris")
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
def answer():
    """Answer the question that is open; return what it said."""

    def press(screen, words):
        (box,) = [each for each in screen.findChildren(QMessageBox) if each.isVisible()]
        told = f"{box.text()}\n{box.informativeText()}"
        next(each for each in box.buttons() if each.text() == words).click()
        QTest.qWait(1)
        return told

    return press


@pytest.fixture
def picture(tmp_path):
    """A file that is a picture."""
    content = BytesIO()
    Image.new("RGB", (300, 100), (120, 30, 60)).save(content, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(content.getvalue())
    return path
