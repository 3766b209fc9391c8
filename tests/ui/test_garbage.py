"""Garbage is collected between two events: never under Qt's feet, never by another thread."""

import gc
import subprocess
import sys
from threading import Thread

import pytest
from PySide6.QtCore import QObject, Qt, QThread

from alize_desktop.ui import garbage
from alize_desktop.ui.garbage import collect_between_events, collect_due

MANY = 5_000
"""Objects made to have the interpreter look for garbage, if it looks by itself."""

DRESSING = f"""
import gc
from PySide6.QtWidgets import QWidget
from alize_desktop.app import make_application
from alize_desktop.ui.theme.theme import Scheme, Theme


class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self
        self.show()

    def changeEvent(self, event):
        super().changeEvent(event)
        self.made = [[] for _ in range({MANY})]


application = make_application()
theme = Theme(application)
theme.set_scheme(Scheme.LIGHT)
gc.collect()
windows = [Window() for _ in range(20)]
for _ in range(200):
    Window()
there = len(application.allWidgets())
theme.set_scheme(Scheme.DARK)
print(there, len(application.allWidgets()))
"""


class Lost(QObject):
    """An object that only the collector finds; says on which thread it was destroyed."""

    def __init__(self, heard):
        super().__init__()
        self.itself = self
        at_once = Qt.ConnectionType.DirectConnection
        self.destroyed.connect(lambda *_: heard.append(QThread.currentThread()), at_once)


@pytest.fixture
def heard():
    return []


@pytest.fixture
def left_to_itself():
    """The interpreter, looking for garbage whenever it likes."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


def make_many():
    return [[] for _ in range(MANY)]


def test_windows_that_nobody_holds_outlive_the_dressing_of_the_others(child_environment):
    run = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", DRESSING],
        env=child_environment | {"MALLOC_PERTURB_": "165"},  # what is freed is overwritten
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (run.stdout, run.stderr, run.returncode) == ("220 220\n", "", 0)


def test_the_interpreter_left_to_itself_destroys_on_any_thread(left_to_itself, qapp, heard):
    """The reason for all this; were it to fail, the rest would be needless."""
    Lost(heard)
    thread = Thread(target=make_many)
    thread.start()
    thread.join()
    assert heard
    assert heard[0] is not qapp.thread()


def test_garbage_waits_for_the_event_loop(left_to_itself, qtbot, qapp, owner, heard, monkeypatch):
    monkeypatch.setattr(garbage, "_INTERVAL", 1)
    collect_between_events(owner)
    Lost(heard)
    thread = Thread(target=make_many)
    thread.start()
    thread.join()
    made = make_many()
    assert heard == []
    qtbot.waitUntil(lambda: heard != [])
    assert heard == [qapp.thread()]
    assert len(made) == MANY


def test_nothing_is_collected_before_it_is_due(heard):
    gc.collect()
    Lost(heard)
    collect_due()
    assert heard == []
    made = make_many()
    collect_due()
    assert len(heard) == 1
    assert len(made) == MANY


def test_what_was_kept_for_long_is_looked_at_when_it_is_due(heard):
    gc.collect()
    lost = [Lost(heard)]
    gc.collect()
    lost.clear()
    made = []
    for _ in range(150):  # an old generation is due when the younger one was eleven times
        made += [[] for _ in range(1_000)]
        collect_due()
    assert len(heard) == 1


LEFT = """
import sys
from PySide6.QtWidgets import QWidget
from alize_desktop.app import make_application
from alize_desktop.ui.garbage import destroy_windows

application = make_application()
first = QWidget()
others = [QWidget() for _ in range(20)]
for each, other in zip([first, *others], others):
    each.destroyed.connect(lambda *_, held=[other]: held.clear())
del others, other
each = None
if sys.argv[1] == "now":
    destroy_windows()
    sys.exit(len(application.topLevelWidgets()))
"""


@pytest.mark.parametrize("when", ["now", "at exit"])
def test_windows_that_hold_one_another_go_without_a_fault(child_environment, when):
    command = [sys.executable, "-c", LEFT, when]
    done = subprocess.run(command, env=child_environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_an_application_there_is_nothing_to_destroy(child_environment):
    program = "from alize_desktop.ui.garbage import destroy_windows; destroy_windows()"
    done = subprocess.run([sys.executable, "-c", program], env=child_environment, check=False)
    assert done.returncode == 0
