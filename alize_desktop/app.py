"""Composition root: the only module that builds registry, services and windows.

SQLAlchemy is imported (through the services) before PySide6, which slows every
later import; and Qt only when a window is asked for, so that a command without a
window never loads it.
"""

import builtins
import gc
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alize_desktop import paths
from alize_desktop.cli.main import run as run_command
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.logs import start_logs
from alize_desktop.models.records.changes import Clock, Progress
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.settings import read_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from alize_desktop.ui.main_window import MainWindow

DEMONSTRATION: Final = "demonstration.alize"
"""Name of the registry that the demonstration leaves in its folder."""

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Return the present instant: the clock of the real program."""
    return datetime.now(UTC)


def run(arguments: Sequence[str]) -> int:
    """Run the program with what was typed after its name; return its exit status."""
    try:
        start_logs(paths.log_folder())
    except OSError as error:  # a read-only home: work without a log rather than not at all
        logging.basicConfig(level=logging.CRITICAL)
        log.debug("no log file: %s", error)
    return run_command(arguments, Workshop())


class Workshop:
    """Opens registries and windows for the command line. See ``cli.workshop``."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock

    def create(self, path: Path, programme: Programme) -> None:
        """Create an empty registry and close it."""
        Registry.create(path, programme, self._clock).close()

    @contextmanager
    def open(self, path: Path) -> Iterator[Services]:
        """Open a registry, build its services, close it at the end."""
        with Registry.open(path, self._clock) as registry:
            yield Services(registry)

    def show_window(self, path: Path | None) -> int:
        """Open the main window on ``path``, or on the last registry, and wait for its end.

        Raises:
            UserError: The registry that was named cannot be opened.
        """
        if not (has_display() or os.environ.get("QT_QPA_PLATFORM")):
            raise UserError(ErrorCode.NO_DISPLAY)
        gc.disable()  # what is built now is kept: looking for garbage in it only takes time
        application = make_application()
        desk = Desk(self._clock)
        try:
            if path is not None:
                desk.open(path)
            else:
                desk.open_last()
            desk.window.show()
            gc.freeze()
            gc.enable()
            return application.exec()
        finally:
            desk.close()

    def demonstrate(self, folder: Path, tell: Callable[[str], object], *, then_open: bool) -> int:
        """Play the demonstration off-screen into ``folder``; open its registry when asked.

        Each file that is left is told. When a window follows, the play runs in a process of its own, because it is
        off-screen; a registry that was played already is opened as it was left.
        """
        registry = folder / DEMONSTRATION
        if not then_open or not has_display():
            if then_open:
                tell("Pas d’écran ici\u00a0: la démonstration est jouée hors écran.")
            return play(folder, tell)
        if not registry.exists():
            for _step in play_apart(folder):
                pass
        return self.show_window(registry)


class Desk:
    """The main window and the registry it works on, one at a time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._registry: Registry | None = None
        self.window = make_window(paths.settings_file(), paths.data_folder(), clock)
        self.preferences = self.window.preferences
        self.window.create_requested.connect(self._on_create)
        self.window.open_requested.connect(self._on_open)
        self.window.demonstration_requested.connect(self._on_demonstration)

    def open_last(self) -> None:
        """Open the registry opened last, or show what to do first."""
        recent = self.preferences.recent()
        self.window.show_welcome()
        if recent:
            self._on_open(recent[0])

    def open(self, path: Path) -> None:
        """Close the registry that is open and work on another.

        Raises:
            UserError: It cannot be opened; the one that was open stays open.
        """
        if self._registry is not None and path.resolve() == self._registry.path:
            return
        self._take(Registry.open(path, self._clock))

    def close(self) -> None:
        """Close the registry, leaving a single file behind."""
        if self._registry is not None:
            self._registry.close()
            self._registry = None

    def _take(self, registry: Registry) -> None:
        self.close()
        self._registry = registry
        self.preferences.remember(registry.path)
        self.window.show_programme(Services(registry), registry.path)

    def _on_open(self, path: Path) -> None:
        try:
            self.open(path)
        except UserError as error:
            self.window.show_error(error)

    def _on_create(self) -> None:
        from alize_desktop.ui.shell.new_programme import (
            NewProgrammeDialog,
        )

        dialog = NewProgrammeDialog(paths.data_folder(), self.window)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: Path, programme: Programme) -> None:
        try:
            self._take(Registry.create(path, programme, self._clock))
        except UserError as error:
            self.window.show_error(error)

    def _on_demonstration(self) -> None:
        folder = paths.data_folder() / "Démonstration"
        registry = folder / DEMONSTRATION
        if registry.exists():
            self._on_open(registry)
            return
        from alize_desktop.ui.tasks import Task

        task: Task[Path] = Task(lambda: play_apart(folder), self.window)
        task.succeeded.connect(self._on_open)
        task.failed.connect(self.window.show_error)
        self.window.watch(task)
        task.start()


def make_application() -> "QApplication":
    """Return the application of this process, made if there is none."""
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    builtins.__import__ = plain_import  # Qt's own reads the source of every module after it
    from alize_desktop.ui.theme.constants import keep_constants

    keep_constants()
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("alize-desktop")
    application.setApplicationDisplayName("Alizé")
    return application


def make_window(settings_file: Path, folder: Path, clock: Clock) -> "MainWindow":
    """Build the main window, dressed as the user prefers, without a registry.

    Args:
        settings_file: Where the preferences are; the geometry is beside it.
        folder: Where files are proposed to be.
        clock: Gives the hour that windows show.
    """
    from PySide6.QtCore import QSettings

    from alize_desktop.ui.main_window import MainWindow
    from alize_desktop.ui.preferences import Preferences
    from alize_desktop.ui.theme.theme import Theme

    theme = Theme(make_application())
    preferences = Preferences(read_settings(settings_file).settings, settings_file)
    preferences.dress(theme)
    geometry = QSettings(str(settings_file.with_name("window.ini")), QSettings.Format.IniFormat)
    log_file = paths.log_folder() / "alize.log"
    return MainWindow(preferences, geometry, folder, log_file, clock)


def has_display() -> bool:
    """Return whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):  # pragma: no cover - not where the tests run
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen not in ("offscreen", "minimal")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def play(folder: Path, tell: Callable[[str], object]) -> int:
    """Play the demonstration off-screen, in this process, into ``folder``.

    Raises:
        UserError: ``FOLDER_NOT_WRITABLE``; ``REGISTRY_IN_USE``; ``REGISTRY_EXISTS``
            when the folder holds a registry of that name that is not a
            demonstration.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(folder)) from error
    from alize_desktop import demo

    path = folder / DEMONSTRATION
    _remove_earlier_play(path)
    make_application()
    clock = demo.DemonstrationClock()
    with Registry.create(path, demo.PROGRAMME, clock, demo.repeatable_entropy()) as registry:
        services = Services(registry)
        window = make_window(folder / "reglages.toml", folder, clock.now)
        window.show_programme(services, path)
        for each in demo.Demonstration(window, services, folder, clock).play():
            tell(each)
        window.close()
    return 0


def play_apart(folder: Path) -> Generator[Progress, None, Path]:
    """Play the demonstration in a process of its own; return the registry it leaves.

    Raises:
        UserError: ``DEMONSTRATION_FAILED``.
    """
    yield Progress(0, 1, "La démonstration se prépare…")
    done = subprocess.run(  # noqa: S603  # our own program, no shell
        [*paths.program(), "demo", str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        log.error("the demonstration failed with status %s", done.returncode)
        raise UserError(ErrorCode.DEMONSTRATION_FAILED, detail=done.stderr.strip())
    yield Progress(1, 1, "La démonstration est prête.")
    return folder / DEMONSTRATION


def _remove_earlier_play(path: Path) -> None:
    if not path.exists():
        return
    with Registry.open(path, utc_now) as earlier:
        if not Services(earlier).programme.programme().is_demonstration:
            raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(path))
    path.unlink()
