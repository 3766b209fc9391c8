"""The invented meeting of the screenshots, the fonts, and a view to show it in."""

import importlib.util
from pathlib import Path

import pytest

from alize_desktop.ui.room.text import Faces
from alize_desktop.ui.room.view import RoomView
from alize_desktop.ui.theme.fonts import load_fonts, load_symbols

SCRIPT = Path(__file__).parents[3] / "scripts" / "room_meeting.py"


@pytest.fixture(scope="session")
def sample():
    """The script that invents a meeting at each of its moments."""
    spec = importlib.util.spec_from_file_location("room_meeting", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def _fonts(qapp):
    load_fonts()
    load_symbols()


@pytest.fixture
def faces(_fonts):
    return Faces()


@pytest.fixture
def view(qtbot, _fonts):
    view = RoomView()
    qtbot.addWidget(view)
    return view
