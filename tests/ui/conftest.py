"""What the tests of every screen share: a bare application, a theme, questions to answer."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from alize_desktop.settings import Settings
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.theme.tokens import LIGHT
from tests.ui.dressing import undressed, worn


@pytest.fixture(autouse=True)
def _bare(request):
    """Take off what another test wore, unless something drawn is looked at."""
    if application := QApplication.instance():
        undressed(application, request)


@pytest.fixture
def theme(qapp, request):
    """The light theme, that of the system; its sheet is worn in the tests marked ``dressed``."""
    theme = worn(qapp, request)
    theme.apply()
    assert theme.colours == LIGHT
    yield theme
    theme.deleteLater()
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def preferences(theme, tmp_path):
    """The settings of somebody who chose nothing yet."""
    preferences = Preferences(Settings(), tmp_path / "settings.toml")
    preferences.dress(theme)
    return preferences


@pytest.fixture
def bus(qapp):
    return Bus()


@pytest.fixture
def window_settings(tmp_path):
    """Where the places and the widths of a window are kept."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def answer():
    """Answer the question that is open over a window; return what it said."""

    def press(window, words):
        (box,) = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
        told = f"{box.text()}\n{box.informativeText()}"
        next(each for each in box.buttons() if each.text() == words).click()
        QTest.qWait(1)
        return told

    return press
