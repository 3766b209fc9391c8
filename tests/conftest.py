"""What every test may rely on, whatever the machine, the hour and the country."""

import gc
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from alize_desktop.ui.garbage import collect_due

# before any application is made; no window ever opens on the desk of the person who tests
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# neither French nor in Paris, so that nothing relies on the machine being both
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Pacific/Auckland"
if hasattr(time, "tzset"):
    time.tzset()

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "usual",
    deadline=None,  # the machine may be busy with something else
    derandomize=False,
    database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis" / "examples"),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

NESTED_LOOPS = {
    "QDialog": ["exec"],
    "QFileDialog": [
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    ],
    "QInputDialog": ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
    "QMessageBox": ["about", "critical", "exec", "information", "question", "warning"],
}


class SteppingClock:
    """A clock that only moves when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol():
    """Look for garbage between two tests only, as the program does between two events.

    The windows of a test are garbage of the next ones. Found while Qt goes through all
    the widgets to dress them, or by a worker thread, they would take the process along.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        collect_due()


@pytest.fixture
def clock() -> SteppingClock:
    """Monday 23 November 2026, 9:00 UTC, until ``clock.advance(seconds)``."""
    return SteppingClock()


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory):
    """Keep the settings, logs and documents of the person who tests out of reach."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.fixture(autouse=True)
def no_modal(monkeypatch: pytest.MonkeyPatch):
    """Fail where a nested event loop would wait for a person for ever."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    for owner, names in NESTED_LOOPS.items() if widgets else ():
        for name in names:

            def refuse(*_args, what=f"{owner}.{name}", **_kwargs):
                pytest.fail(f"{what} starts a nested event loop: use open() and a signal")

            monkeypatch.setattr(getattr(widgets, owner), name, refuse)


@pytest.fixture
def child_environment() -> dict[str, str]:
    """Environment of a child process whose own writes or time are measured.

    Coverage is left out of it: its file would be counted among those of the program.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
