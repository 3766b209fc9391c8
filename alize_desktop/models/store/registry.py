"""The registry: one file, one programme, one window at a time.

Everything else in the program reaches the file through ``read`` and ``write``.
"""

import logging
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.journal import Verification
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store import creation, journal, opening, verification
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.identity import Entropy, new_uuid
from alize_desktop.models.store.lock import FileLock
from alize_desktop.models.store.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)


class Registry:
    """An open registry file. Build it with ``create`` or ``open``, then close it.

    It may be used from several threads: each ``read`` or ``write`` has its own
    connection, and writers wait for each other.

    Attributes:
        path: Resolved path of the file.
        clock: Gives every instant that is written.
    """

    def __init__(
        self, path: Path, clock: Clock, engine: Engine, lock: FileLock, entropy: Entropy
    ) -> None:
        self.path = path
        self.clock = clock
        self._engine = engine
        self._lock = lock
        self._entropy = entropy
        self._unit_of_work = UnitOfWork(engine, path)

    @classmethod
    def create(
        cls, path: Path, programme: Programme, clock: Clock, entropy: Entropy = os.urandom
    ) -> Self:
        """Make a new registry file and open it.

        Args:
            path: File to make, in a folder that exists.
            programme: What the registry is about.
            clock: Gives every instant that is written.
            entropy: Gives the random part of identifiers.

        Raises:
            UserError: ``REGISTRY_EXISTS``, the file is untouched; ``DISK_FULL`` or
                ``FOLDER_NOT_WRITABLE``, nothing is left behind.
        """
        path = path.resolve()
        with ExitStack() as undo:
            lock = FileLock.acquire(path)
            undo.callback(lock.release)
            if path.exists():
                raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(path))
            creation.make_file(path, programme, clock)
            undo.pop_all()
        return cls(path, clock, make_engine(path), lock, entropy)

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock,
        *,
        read_only: bool = False,
        entropy: Entropy = os.urandom,
    ) -> Self:
        """Open a registry file; nobody else can until it is closed.

        Args:
            path: An existing file.
            clock: Gives every instant that is written.
            read_only: Whether the file refuses to be written. It is locked all
                the same, and brought up to date when it is of an older version.
            entropy: Gives the random part of identifiers.

        Raises:
            UserError: ``REGISTRY_NOT_FOUND``; ``NOT_A_REGISTRY``; ``REGISTRY_IN_USE``;
                ``REGISTRY_TOO_NEW``; ``REGISTRY_DAMAGED``; ``FOLDER_NOT_WRITABLE``;
                ``FILE_NOT_READABLE``; ``DISK_FULL``. The file is untouched.
        """
        path = path.resolve()
        if not path.exists():
            raise UserError(ErrorCode.REGISTRY_NOT_FOUND, path=str(path))
        if not path.is_file():
            raise UserError(ErrorCode.NOT_A_REGISTRY, path=str(path))
        with ExitStack() as undo:
            lock = FileLock.acquire(path)
            undo.callback(lock.release)
            engine = opening.open_engine(path, clock, read_only=read_only)
            undo.pop_all()
        return cls(path, clock, engine, lock, entropy)

    def read(self) -> AbstractContextManager[Session]:
        """Return a session that sees one state of the file. See ``UnitOfWork.read``."""
        return self._unit_of_work.read()

    def write(self) -> AbstractContextManager[Session]:
        """Return a session in one durable transaction. See ``UnitOfWork.write``."""
        return self._unit_of_work.write()

    def journal(
        self,
        session: Session,
        action: str,
        subject_kind: str,
        subject_id: UUID | None,
        details: Mapping[str, object],
    ) -> None:
        """Add a line to the journal, in the transaction of ``session``.

        See ``journal.append`` for the arguments and what is refused.
        """
        journal.append(session, self.clock, action, subject_kind, subject_id, details)

    def new_id(self) -> UUID:
        """Return a new identifier, UUID version 7."""
        return new_uuid(self.clock, self._entropy)

    def verify(self) -> Verification:
        """Check everything that the file holds. May be long: run it in a task."""
        with self.read() as session:
            return verification.verify(session.connection())

    def close(self) -> None:
        """Leave a single file behind, and let others open it. May be called twice."""
        if not self._lock.is_held:
            return
        try:
            with self._engine.connect() as connection:
                connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DBAPIError:
            log.warning("the write-ahead log stays beside %s", self.path, exc_info=True)
        finally:
            self._engine.dispose()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
