"""What the command line needs of the composition root."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from alize_desktop.models.records.programme import Programme
from alize_desktop.services.bundle import Services


class Workshop(Protocol):
    """Opens registries and windows for the commands."""

    def create(self, path: Path, programme: Programme) -> None:
        """Create an empty registry."""

    def open(self, path: Path) -> AbstractContextManager[Services]:
        """Open a registry and build its services."""

    def show_window(self, path: Path | None) -> int:
        """Open the main window and return its exit status."""

    def demonstrate(self, folder: Path, tell: Callable[[str], object], *, then_open: bool) -> int:
        """Play the demonstration into ``folder``, telling each file; return the exit status."""
