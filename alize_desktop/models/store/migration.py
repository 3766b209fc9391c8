"""Bringing a registry of an older version up to date, after a verified copy.

The only module of the store that imports Alembic; ``opening`` imports it when
a file is older, and not before.
"""

from pathlib import Path

from sqlalchemy import Connection

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.migrations.upgrade import upgrade
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.store import journal, verification
from alize_desktop.models.store.copying import draft_of
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.failures import naming
from alize_desktop.models.store.form import SCHEMA_VERSION
from alize_desktop.models.store.schema import revision_of
from alize_desktop.models.store.unit_of_work import UnitOfWork


def bring_up_to_date(path: Path, version: int, clock: Clock) -> Path:
    """Migrate a registry in one transaction, or leave it as it was.

    Args:
        path: The registry, whose lock is held and that nobody else has open.
        version: Version it is of, lower than ``SCHEMA_VERSION``.
        clock: Gives the instant of the journal line that tells it.

    Returns:
        The copy made before, of the older version.

    Raises:
        UserError: ``DISK_FULL``; ``REGISTRY_DAMAGED`` when the file or the copy is
            not sound.
    """
    engine = make_engine(path, foreign_keys=False)
    try:
        with naming(path), engine.connect() as connection:
            copy = _copied(connection, path, version)
        with UnitOfWork(engine, path).write() as session:
            connection = session.connection()
            upgrade(connection, revision_of(SCHEMA_VERSION))
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            details = {"from": version, "to": SCHEMA_VERSION, "copy": copy.name}
            journal.append(session, clock, "registry.migrated", "registry", None, details)
            _refuse_unsound(connection, path)
    finally:
        engine.dispose()
    return copy


def _copied(connection: Connection, path: Path, version: int) -> Path:
    """Return a sound copy of the registry, beside it, that replaces nothing."""
    copy = _free_name(path, version)
    with draft_of(connection.connection, copy) as draft:
        engine = make_engine(draft, is_copy=True)
        try:
            with engine.connect() as of_copy:
                _refuse_damaged(of_copy, draft)
        finally:
            engine.dispose()
    return copy


def _free_name(path: Path, version: int) -> Path:
    stem, number = f"{path.stem}.avant-migration-v{version}", 1
    copy = path.with_name(f"{stem}{path.suffix}")
    while copy.exists():
        number += 1
        copy = path.with_name(f"{stem}-{number}{path.suffix}")
    return copy


def _refuse_damaged(connection: Connection, path: Path) -> None:
    if verification.damage(connection):
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path))


def _refuse_unsound(connection: Connection, path: Path) -> None:
    if not verification.verify(connection).is_sound:
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path))
