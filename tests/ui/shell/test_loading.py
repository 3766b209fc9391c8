"""What is loaded before the window is painted, and what comes right after."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.shell.loading import Loading

PROGRAM = """
import sys
from pathlib import Path
from alize_desktop import app
from PySide6.QtCore import QEvent, QObject, QTimer

LATER = "sqlalchemy alembic reportlab openpyxl asyncio holidays num2words".split()

application = app.make_application()
desk = app.Desk(app.utc_now)
desk.open(Path(sys.argv[1]))
screen = desk.window.stack.currentWidget()

class Eye(QObject):
    rows = loaded = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.rows is None:
            self.rows = screen.browser.model.rowCount()
            self.loaded = [each for each in LATER if each in sys.modules]
        return False

eye = Eye()
desk.window.installEventFilter(eye)

def look():
    if screen._side is None:
        return
    print(eye.rows, eye.loaded, "sqlalchemy" in sys.modules)
    screen.show_dossier(screen.browser.model.record(0).id)
    print(screen.editor.detail.sheet.number, screen.editor.isVisible())
    application.quit()

looking = QTimer(interval=20)
looking.timeout.connect(look)
looking.start()
QTimer.singleShot(60_000, application.quit)
desk.window.show()
application.exec()
desk.close()
"""


@pytest.fixture
def registry_file(tmp_path, clock):
    path = tmp_path / "vosges.alize"
    with Registry.create(path, Programme("Vosges"), clock) as registry:
        importing = Services(registry).importing
        importing.accept(importing.preview(resource("samples", "bassin-dossiers.xlsx")))
    return path


def test_the_list_is_painted_before_the_database_is_loaded(
    registry_file, tmp_path, child_environment
):
    environment = child_environment | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(registry_file)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.stdout.splitlines() == ["24 [] True", "2026-001 True"], done.stderr


class Books:
    """Services that take their time, or cannot be loaded."""

    def __init__(self, error=None):
        self.error = error
        self.asked = 0

    def load(self):
        self.asked += 1
        if self.error:
            raise self.error


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_nothing_is_loaded_before_the_window_is_painted(qtbot, window):
    loading, books = Loading(window), Books()
    loading.begin(books)
    qtbot.wait(50)
    assert books.asked == 0
    with qtbot.waitSignal(loading.loaded):
        window.show()
        window.repaint()
    loading.stop()
    assert books.asked == 1


def test_another_registry_is_loaded_at_once(qtbot, window):
    loading = Loading(window)
    window.show()
    window.repaint()
    qtbot.wait(50)
    for books in (Books(), Books()):
        with qtbot.waitSignal(loading.loaded):
            loading.begin(books)
        loading.stop()
        assert books.asked == 1


def test_what_cannot_be_loaded_is_told_when_it_is_asked_for(qtbot, window, caplog):
    loading, books = Loading(window), Books(ValueError())
    window.show()
    window.repaint()
    qtbot.wait(50)
    with qtbot.assertNotEmitted(loading.loaded, wait=100):
        loading.begin(books)
    loading.stop()
    assert "not loaded beforehand" in caplog.text
