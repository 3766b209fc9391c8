"""Opening an existing registry: look, check, bring up to date, in that order.

Nothing here loads SQLAlchemy: a window shows what a registry holds before it
needs more than the driver.
"""

import os
from contextlib import closing
from pathlib import Path

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.store import driver, header
from alize_desktop.models.store.failures import naming
from alize_desktop.models.store.form import SCHEMA_VERSION


def make_usable(path: Path, clock: Clock) -> None:
    """Check a registry, and bring it up to date when it is of an older version.

    Args:
        path: Resolved path of an existing file, whose lock is held.
        clock: Gives the instant of the journal line of a migration.

    Raises:
        UserError: ``NOT_A_REGISTRY``; ``REGISTRY_TOO_NEW``; ``REGISTRY_DAMAGED``;
            ``FILE_NOT_READABLE``; ``FOLDER_NOT_WRITABLE``; ``DISK_FULL``.
    """
    was_stopped = path.with_name(f"{path.name}-wal").exists()
    header.check(path, is_whole=not was_stopped)
    if not os.access(path, os.W_OK):
        raise UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(path.parent))
    version = _checked_version(path, was_stopped=was_stopped)
    if version < SCHEMA_VERSION:
        from alize_desktop.models.store.migration import bring_up_to_date  # noqa: PLC0415 - Alembic is slow to import and hardly ever needed

        bring_up_to_date(path, version, clock)


def _checked_version(path: Path, *, was_stopped: bool) -> int:
    """Return the version as the write-ahead log has it, which the header may not."""
    try:
        with naming(path), closing(driver.connect(path)) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            header.check_version(path, version)
            damage = driver.problems(connection, "quick_check") if was_stopped else ()
    except UnicodeDecodeError as error:  # a damaged schema: its very message has no decoding
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path)) from error
    if damage:
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path))
    return version
