"""What the application wears in a test: its style sheet only where somebody looks.

Each widget given to a parent while a sheet is worn is dressed again, with all that it
holds: windows are built a third faster bare.
"""

import pytest
from PySide6.QtWidgets import QApplication

from alize_desktop.ui.theme.theme import Theme


def worn(app: QApplication, request: pytest.FixtureRequest) -> Theme:
    """Return a theme, with its style sheet in the tests marked ``dressed``."""
    return Theme(app, sheet_later=undressed(app, request))


def undressed(app: QApplication, request: pytest.FixtureRequest) -> bool:
    """Take the style sheet off, but in a test marked ``dressed``; return whether it is off."""
    if request.node.get_closest_marker("dressed") is not None:
        return False
    if app.styleSheet():
        app.setStyleSheet("")
    return True
