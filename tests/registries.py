"""Registries that tests begin with: each is made once, then copied."""

import shutil
from collections.abc import Callable, Hashable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store import driver
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

PAST = Path(__file__).parent / "cases" / "programme-historique.xlsx"
"""Ten years of a programme."""


def take_over_ten_years(path: Path) -> None:
    """Create a registry at a path, with ten years of a programme in it."""
    noon = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    with Registry.create(path, Programme("Lorraine"), lambda: noon) as registry:
        importing = Services(registry).importing
        importing.accept(importing.preview(PAST))


class Shelf:
    """Keeps files: each is made the first time it is asked for, and given as a copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[Hashable, Path] = {}

    def copy(self, key: Hashable, make: Callable[[Path], object], path: Path) -> Path:
        """Put at a path a copy of what ``make`` left the first time at the path it was given."""
        if key not in self._made:
            kept = self._folder / f"{len(self._made)}.alize"
            make(kept)
            self._made[key] = kept
        return Path(shutil.copy(self._made[key], path))

    def keep(self, key: Hashable, path: Path) -> None:
        """Keep what an open registry holds now."""
        kept = self._folder / f"{len(self._made)}.alize"
        written = driver.connect(kept, create=True, is_copy=True, synchronous="off")
        with closing(driver.connect(path)) as source, closing(written):
            source.backup(written)
        self._made[key] = kept

    def restore(self, key: Hashable, path: Path) -> None:
        """Put what was kept into an open registry, in the place of all that it holds."""
        with (
            closing(driver.connect(self._made[key])) as source,
            closing(driver.connect(path, synchronous="off")) as target,
        ):
            source.backup(target)

    def new(self, path: Path, programme: Programme, clock: Clock) -> Registry:
        """Open a registry that has just been created, at the present instant of a clock."""
        now = clock()

        def create(kept: Path) -> None:
            Registry.create(kept, programme, lambda: now).close()

        return Registry.open(self.copy((programme, now), create, path), clock)
