"""Composition root: the only module that builds registry, services and windows.

SQLAlchemy is imported before PySide6 (through the services), and Qt only when a
window is asked for: a command without a window never loads it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alize_desktop import logs, paths
from alize_desktop.cli.main import run as run_command
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

DEMONSTRATION: Final = "demonstration.alize"


def utc_now() -> datetime:
    """Return the present instant: the clock of the real program."""
    return datetime.now(UTC)


def run(arguments: Sequence[str]) -> int:
    """Run the program with what was typed after its name; return its exit status."""
    logs.start(paths.log_folder())
    return run_command(arguments, Workshop())


class Workshop:
    """Opens registries and windows. See ``cli.workshop``."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock

    def create(self, path: Path, programme: Programme) -> None:
        """Create an empty registry and close it."""
        Registry.create(path, programme, self._clock).close()

    @contextmanager
    def open(self, path: Path) -> Iterator[Services]:
        """Open a registry, build its services, close it at the end."""
        with Registry.open(path, self._clock) as registry:
            yield Services.of(registry)

    def show_window(self, path: Path | None) -> int:
        """Open the main window on ``path`` (or on the last registry) and wait for its end.

        Raises:
            UserError: The registry that was named cannot be opened.
        """
        from alize_desktop.ui.desk import Desk  # noqa: PLC0415  # Qt only when a window is asked

        application = start_qt()
        desk = Desk(self._clock, Registry, Services.of)
        desk.start(path)
        return application.exec()

    def demonstrate(self, folder: Path, *, then_open: bool) -> int:
        """Play the demonstration off-screen into ``folder``; open its registry when asked.

        The play runs in a process of its own, off-screen, so that a window can
        follow in this one.
        """
        registry = folder / DEMONSTRATION
        if not (then_open and registry.exists()):
            status = _play(folder)
            if status:
                return status
        if not then_open:
            return 0
        if not has_display():
            print("Pas d’écran ici : la démonstration a été jouée hors écran.")
            return 0
        return self.show_window(registry)
