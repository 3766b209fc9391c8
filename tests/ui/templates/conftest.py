"""The screen of the texts and looks of papers, on an empty registry."""

from dataclasses import dataclass
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from alize_desktop.models.records.programme import Programme
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.templates.screen import TemplatesScreen
from tests.clocks import TickingClock


@dataclass
class Desk:
    """Services, and a screen on them."""

    services: Services
    bus: Bus
    open_screen: object


@pytest.fixture
def desk(qtbot, theme, tmp_path, window_settings, shelf):
    programme = Programme(basin="Côte-d’Or", operator="Alizé Côte-d’Or")
    registry = shelf.new(tmp_path / "office.alize", programme, TickingClock(2026, 3, 3, 8))
    services = Services(registry)
    bus = Bus()

    def open_screen(width=1182, height=694):
        screen = TemplatesScreen(
            services.templates, bus, window_settings, tmp_path / "log", ZoneInfo("Europe/Paris")
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
def picture(tmp_path):
    """A file that is a picture."""
    content = BytesIO()
    Image.new("RGB", (300, 100), (120, 30, 60)).save(content, "PNG")
    path = tmp_path / "logo.png"
    path.write_bytes(content.getvalue())
    return path
