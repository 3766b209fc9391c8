"""Copies of a registry: whole, durable and checked, or not there at all.

A copy is made by SQLite itself, aside, while the registry is used: an open
ballot goes on. It takes its name once it was opened and compared.
"""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import sync_folder
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.store import driver, journal, verification
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.failures import naming
from alize_desktop.models.store.unit_of_work import UnitOfWork
from alize_desktop.models.tables.programme import StoredRehearsal

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OF_THE_COPY: Final = {ErrorCode.DISK_FAILURE, ErrorCode.NOT_A_REGISTRY}
"""What the database says when the place of the copy fails: the registry has nothing."""

_HASH: Final = "SELECT hash FROM journal WHERE sequence = ?"


def copy_registry(source: Path, target: Path) -> None:
    """Make a copy that holds what the registry holds, and replaces nothing.

    Args:
        source: The registry; it may be in use.
        target: File to make.

    Raises:
        UserError: ``REGISTRY_EXISTS``; ``FOLDER_NOT_WRITABLE``; ``DISK_FULL``;
            ``COPY_FAILED`` when the copy is not what it should be, or its place
            stopped answering; ``REGISTRY_DAMAGED``. Nothing is left of the copy.
    """
    with _checked_draft(source, target):
        pass


def copy_for_rehearsal(source: Path, target: Path, clock: Clock) -> None:
    """Make a copy that says for ever that it is a rehearsal.

    Args:
        source: The registry; it may be in use.
        target: File to make.
        clock: Gives the instant of the line that marks the copy.

    Raises:
        UserError: As ``copy_registry``.
    """
    with _checked_draft(source, target) as draft:
        engine = make_engine(draft, is_copy=True)
        try:
            with UnitOfWork(engine, draft).write() as session:
                _mark(session, source.name, clock)
        finally:
            engine.dispose()


@contextmanager
def draft_of(connection: driver.DriverConnection, target: Path) -> Generator[Path]:
    """Give a copy under a name of its own, that of ``target`` once the block ends well.

    Args:
        connection: Of the driver, to the file that is copied, in no transaction.
        target: Absolute path of the file to make.

    Raises:
        UserError: ``REGISTRY_EXISTS``.
        OSError: The system refused something. Nothing is left of the copy.
    """
    draft = target.with_name(f".{target.name}.new")
    try:
        _remove(draft)
        connection.execute("VACUUM INTO ?", (draft.as_uri(),))  # a name may be no text
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        if os.path.lexists(target):
            raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(target))
        draft.rename(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):  # a key that was pulled out keeps what it has
            _remove(draft)


@contextmanager
def _checked_draft(source: Path, target: Path) -> Generator[Path]:
    engine = make_engine(source)
    try:
        with (
            _naming(source, target),
            engine.connect() as connection,
            draft_of(connection.connection, target) as draft,
        ):
            _compare(connection, draft, target)
            yield draft
    finally:
        engine.dispose()


def _compare(connection: Connection, draft: Path, target: Path) -> None:
    """Refuse a copy that is damaged, or whose journal is not that of the registry.

    The registry may have gone on meanwhile; what it says of the last line of the
    copy has not changed.
    """
    engine = make_engine(draft, is_copy=True)
    try:
        with engine.connect() as copied:
            found, damage = journal.check(copied), verification.damage(copied)
    finally:
        engine.dispose()
    broken = found.first_broken_line
    if broken is not None and broken == journal.check(connection).first_broken_line:
        broken = None  # the registry's own wound: a copy keeps it, and is better than none
    held = connection.exec_driver_sql(_HASH, (found.lines,)).scalar()
    if damage or broken is not None or held != found.head:
        raise UserError(ErrorCode.COPY_FAILED, path=str(target.parent))


def _mark(session: Session, source: str, clock: Clock) -> None:
    if session.get(StoredRehearsal, 1) is not None:
        return  # a rehearsal of a rehearsal is one already
    told = source.encode(errors="replace").decode()
    session.add(StoredRehearsal(source=told, copied_at=clock()))
    journal.append(session, clock, "registry.rehearsed", "registry", None, {"source": told})


def _remove(draft: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        draft.with_name(draft.name + end).unlink(missing_ok=True)


@contextmanager
def _naming(source: Path, target: Path) -> Generator[None]:
    """Raise what a person can be told of the copy, or of the registry."""
    folder = str(target.parent)
    try:
        with naming(target):
            yield
    except OSError as error:
        code = ErrorCode.DISK_FULL if error.errno in _FULL else ErrorCode.FOLDER_NOT_WRITABLE
        raise UserError(code, path=folder) from error
    except UserError as error:
        if error.code in _OF_THE_COPY:
            raise UserError(ErrorCode.COPY_FAILED, path=folder) from error
        if error.code is ErrorCode.REGISTRY_DAMAGED:
            raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(source)) from error
        raise
