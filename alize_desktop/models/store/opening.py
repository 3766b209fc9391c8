"""Opening an existing registry: look, check, bring up to date, in that order."""

import os
from pathlib import Path

from sqlalchemy import Engine

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.store import header, verification
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.failures import naming
from alize_desktop.models.store.schema import SCHEMA_VERSION


def open_engine(path: Path, clock: Clock, *, read_only: bool) -> Engine:
    """Return an engine on a registry that this program can use.

    Args:
        path: Resolved path of an existing file, whose lock is held.
        clock: Gives the instant of the journal line of a migration.
        read_only: Whether writing is refused, except that a registry of an
            older version is brought up to date.

    Raises:
        UserError: ``NOT_A_REGISTRY``; ``REGISTRY_TOO_NEW``; ``REGISTRY_DAMAGED``;
            ``FILE_NOT_READABLE``; ``FOLDER_NOT_WRITABLE``; ``DISK_FULL``.
    """
    was_stopped = path.with_name(f"{path.name}-wal").exists()
    header.check(path, is_whole=not was_stopped)
    if not os.access(path, os.W_OK):
        raise UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(path.parent))
    engine = make_engine(path, query_only=read_only)
    try:
        version = _checked_version(engine, path, was_stopped=was_stopped)
        if version < SCHEMA_VERSION:
            engine.dispose()
            from alize_desktop.models.store.migration import bring_up_to_date  # noqa: PLC0415 - Alembic is slow to import and hardly ever needed

            bring_up_to_date(path, version, clock)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _checked_version(engine: Engine, path: Path, *, was_stopped: bool) -> int:
    """Return the version as the write-ahead log has it, which the header may not."""
    try:
        with naming(path), engine.connect() as connection:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            header.check_version(path, version)
            damage = verification.quick_damage(connection) if was_stopped else ()
    except UnicodeDecodeError as error:  # a damaged schema: its very message has no decoding
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path)) from error
    if damage:
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path))
    return version
