"""Composition root: the only module that builds registry, services and windows.

Qt is imported only when a window is asked for, so that a command without a window
never loads it; and nothing of SQLAlchemy before the window is painted.
"""

import builtins
import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alize_desktop import paths
from alize_desktop.cli.main import run as run_command
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.logs import start_logs
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.settings import read_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from alize_desktop.ui.main_window import MainWindow
    from alize_desktop.ui.shell.new_programme import NewProgrammeDialog

DEMONSTRATION: Final = "demonstration.alize"  # what the play leaves in its folder

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
            from alize_desktop.ui.shell.playing import play_apart

            for _step in play_apart(registry, paths.program()):
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
        from alize_desktop.ui.shell.bugs import BugTeller
        from alize_desktop.ui.shell.demonstration import DemonstrationDesk
        from alize_desktop.ui.shell.loading import Loading

        self._bugs = BugTeller(self.window, paths.log_file())
        self._loading = Loading(self.window)
        self._loading.loaded.connect(self.window.body.stack.make_ready)
        self.window.body.rehearsals.open_with(Workshop(clock).open)
        self._demonstration = DemonstrationDesk(self.window)
        self._demonstration.started.connect(self.window.body.watch)
        self._demonstration.ready.connect(self.window.ask_to_open)
        self._demonstration.failed.connect(self.window.show_error)

    def open_last(self) -> None:
        """Open the registry opened last, or show what to do first."""
        recent = self.preferences.recent()
        refusal = self._refusal(recent[0]) if recent else None
        if self._registry is None:
            self.window.show_welcome()
        if refusal is not None:
            self.window.show()
            self.window.show_error(refusal)

    def open(self, path: Path) -> None:
        """Close the registry that is open and work on another.

        Raises:
            UserError: It cannot be opened; the one that was open stays open.
        """
        if self._registry is None or path.resolve() != self._registry.path:
            self._take(Registry.open(path, self._clock))

    def close(self) -> None:
        """Close the registry, leaving a single file behind, and stop what is running."""
        self._demonstration.stop()
        self._let_go()
        self._bugs.stop()

    def _let_go(self) -> None:
        self.window.let_go()
        self._loading.stop()
        if self._registry is not None:
            self._registry.close()
            self._registry = None

    def _take(self, registry: Registry) -> None:
        self._let_go()
        self._registry = registry
        self.preferences.remember(registry.path)
        self.window.show_programme(services := Services(registry), registry.path)
        self._loading.begin(services)

    def _refusal(self, path: Path) -> UserError | None:
        try:
            self.open(path)
        except UserError as error:
            return error
        return None

    def _on_open(self, path: Path) -> None:
        if (refusal := self._refusal(path)) is not None:
            self.window.show_error(refusal)

    def _on_create(self) -> None:
        from alize_desktop.ui.shell.new_programme import NewProgrammeDialog

        dialog = NewProgrammeDialog(paths.data_folder(), paths.log_file(), self.window)
        dialog.chosen.connect(partial(self._on_chosen, dialog))
        dialog.open()

    def _on_chosen(self, dialog: "NewProgrammeDialog", path: Path, programme: Programme) -> None:
        try:
            registry = Registry.create(path, programme, self._clock)
        except UserError as error:
            dialog.show_error(error)
        else:
            dialog.accept()
            self._take(registry)

    def _on_demonstration(self) -> None:
        self._demonstration.ask(
            paths.data_folder() / "Démonstration" / DEMONSTRATION, paths.program()
        )


def make_application() -> "QApplication":
    """Return the application of this process, made if there is none."""
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    builtins.__import__ = plain_import  # Qt's own reads the source of every module after it
    from alize_desktop.ui.garbage import collect_between_events
    from alize_desktop.ui.theme.language import speak_french

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("alize-desktop")
    application.setApplicationDisplayName("Alizé")
    speak_french(application)
    collect_between_events(application)
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
    from alize_desktop.ui.shell.notices import tell_settings_unread
    from alize_desktop.ui.theme.theme import Theme

    theme = Theme(make_application(), sheet_later=True)
    loaded = read_settings(settings_file)
    preferences = Preferences(loaded.settings, settings_file)
    preferences.dress(theme)
    geometry = QSettings(str(settings_file.with_name("window.ini")), QSettings.Format.IniFormat)
    window = MainWindow(preferences, geometry, folder, paths.log_file(), clock)
    theme.put_on_with(window)
    if loaded.kept_aside is not None:
        tell_settings_unread(window.toast)
    return window


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
    from alize_desktop.demo import repeatable, story

    path = folder / DEMONSTRATION
    _remove_earlier_play(path)
    make_application()
    clock = repeatable.DemonstrationClock()
    with Registry.create(path, story.PROGRAMME, clock, repeatable.entropy()) as registry:
        services = Services(registry)
        window = make_window(folder / "reglages.toml", folder, clock.now)
        window.show_programme(services, path)
        for each in story.Demonstration(window, services, folder, clock).play():
            tell(each)
        window.close()
    return 0


def _remove_earlier_play(path: Path) -> None:
    if not path.exists():
        return
    with Registry.open(path, utc_now) as earlier:
        if not Services(earlier).programme.programme().is_demonstration:
            raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(path))
    path.unlink()
