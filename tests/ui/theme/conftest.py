"""A theme to dress the application with, undressed afterwards."""

import pytest
from PySide6.QtGui import QFont, QPalette

from alize_desktop.ui.theme.theme import Theme


@pytest.fixture
def theme(qapp):
    font, palette = QFont(qapp.font()), QPalette(qapp.palette())
    theme = Theme(qapp)
    theme.apply()
    yield theme
    theme.deleteLater()
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
