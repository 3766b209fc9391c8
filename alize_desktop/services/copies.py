"""Copies of the registry: to a key during the meeting, and to rehearse on.

Both are made while the registry is used, a ballot open or not. A rehearsal is marked
in its own file: whoever opens it, and however, knows that nothing in it took place.
"""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from alize_desktop.models.store.registry import Registry
from alize_desktop.services.plain import writable_text
from alize_desktop.services.programme_reading import current_programme


class CopyService:
    """Copies the file of a registry. Neither method replaces anything."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @property
    def is_rehearsal(self) -> bool:
        """Whether this registry is a rehearsal: nothing in it took place; loads nothing."""
        with self._registry.look() as connection:
            return connection.execute("SELECT 1 FROM rehearsal").fetchone() is not None

    def copy_to(self, folder: Path) -> Path:
        """Make a checked copy, named after the registry and the hour, and return it.

        The journal keeps that a copy was made, and of which state. It may take a
        second or two: run it in a task.

        Args:
            folder: A folder that exists, on a key for instance.

        Raises:
            UserError: ``FOLDER_NOT_WRITABLE``; ``DISK_FULL``; ``COPY_FAILED``;
                ``REGISTRY_DAMAGED``. Nothing is left in the folder.
        """
        zone = ZoneInfo(current_programme(self._registry).time_zone)
        now = self._registry.clock().astimezone(zone)
        hour = f"{now:%Y-%m-%d} {now.hour} h {now.minute:02d}"  # no colon: it must suit any key
        target = self._free(folder, f"{self._registry.path.stem} {hour}")
        self._registry.copy(target)
        with self._registry.write() as session:
            details: dict[str, object] = {"copy": writable_text(target.name)}
            self._registry.journal(session, "registry.copied", "registry", None, details)
        return target

    def rehearsal_copy(self, folder: Path) -> Path:
        """Make a copy to rehearse on, marked for ever as one, and return it.

        Args:
            folder: A folder that exists, where it may be thrown away.

        Raises:
            UserError: As ``copy_to``.
        """
        target = self._free(folder, f"Répétition - {self._registry.path.stem}")
        self._registry.copy(target, for_rehearsal=True)
        return target

    def _free(self, folder: Path, stem: str) -> Path:
        """Return the first name that nothing has in the folder."""
        suffix, number = self._registry.path.suffix, 1
        target = folder / f"{stem}{suffix}"
        while os.path.lexists(target):
            number += 1
            target = folder / f"{stem} ({number}){suffix}"
        return target
