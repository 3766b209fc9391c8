"""The registry: one file, one programme, one window at a time.

Everything else in the program reaches the file through ``read`` and ``write``,
which load SQLAlchemy when they are first called; a window that opens only
``looks``.
"""

import os
from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Condition, Lock, get_ident
from types import TracebackType
from typing import TYPE_CHECKING, Self
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.store import driver, opening
from alize_desktop.models.store.failures import naming
from alize_desktop.models.store.identity import Entropy, new_uuid
from alize_desktop.models.store.lock import FileLock

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from alize_desktop.models.records.journal import Verification
    from alize_desktop.models.records.programme import Programme
    from alize_desktop.models.store.database import Database


class Registry:
    """An open registry file. Build it with ``create`` or ``open``, then close it.

    It may be used from several threads: each ``read`` or ``write`` has its own
    connection, and writers wait for each other. Once closed it refuses them all:
    nothing is read nor written without the lock.

    Attributes:
        path: Resolved path of the file.
        clock: Gives the present instant, as the machine has it.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        lock: FileLock,
        entropy: Entropy,
        *,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.clock = clock
        self._lock = lock
        self._entropy = entropy
        self._read_only = read_only
        self._loading = Lock()
        self._loaded: Database | None = None
        self._using = Condition()
        self._users: list[int] = []
        self._is_closed = False

    @classmethod
    def create(
        cls, path: Path, programme: "Programme", clock: Clock, entropy: Entropy = os.urandom
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
            from alize_desktop.models.store.creation import make_file  # noqa: PLC0415 - opening needs none of it

            make_file(path, programme, clock)
            undo.pop_all()
        return cls(path, clock, lock, entropy)

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
            opening.make_usable(path, clock)
            undo.pop_all()
        return cls(path, clock, lock, entropy, read_only=read_only)

    @contextmanager
    def look(self) -> Generator[driver.DriverConnection]:
        """Give a connection of the driver that sees one state of the file and only reads.

        For what a window shows first, before anything else is loaded.

        Raises:
            UserError: ``REGISTRY_CLOSED``; see ``failures``.
        """
        with (
            self._in_use(),
            naming(self.path),
            closing(driver.connect(self.path, query_only=True)) as connection,
        ):
            connection.execute("BEGIN DEFERRED")
            yield connection

    def load(self) -> None:
        """Load what reading and writing need. Any thread may; the others wait for it."""
        if self._enter():
            try:
                _ = self._database
            finally:
                self._leave()

    @contextmanager
    def read(self) -> "Generator[Session]":
        """Open a session that sees one state of the file. See ``UnitOfWork.read``.

        Raises:
            UserError: ``REGISTRY_CLOSED``; see ``failures``.
        """
        with self._in_use(), self._database.read() as session:
            yield session

    @contextmanager
    def write(self) -> "Generator[Session]":
        """Open a session in one durable transaction. See ``UnitOfWork.write``.

        Raises:
            UserError: ``REGISTRY_CLOSED``; see ``failures``.
        """
        with self._in_use(), self._database.write() as session:
            yield session

    def instant(self, session: "Session", after: "datetime | None" = None) -> "datetime":
        """Return the instant of the transaction of ``session``, never before ``after``.

        What is written of a meeting takes it. See ``journal.instant``.
        """
        return self._database.instant(session, after)

    def journal(
        self,
        session: "Session",
        action: str,
        subject_kind: str,
        subject_id: UUID | None,
        details: Mapping[str, object],
    ) -> None:
        """Add a line to the journal, in the transaction of ``session``.

        See ``journal.append`` for the arguments and what is refused.
        """
        self._database.journal(session, action, subject_kind, subject_id, details)

    def new_id(self) -> UUID:
        """Return a new identifier, UUID version 7."""
        return new_uuid(self.clock, self._entropy)

    def verify(self) -> "Verification":
        """Check everything that the file holds. May be long: run it in a task.

        Raises:
            UserError: ``REGISTRY_CLOSED``.
        """
        with self._in_use():
            return self._database.verify()

    def copy(self, target: Path, *, for_rehearsal: bool = False) -> None:
        """Make a checked copy of the file, which goes on being used meanwhile.

        Args:
            target: File to make, in a folder that exists.
            for_rehearsal: Whether the copy is marked for ever as a rehearsal.

        Raises:
            UserError: ``REGISTRY_CLOSED``; ``REGISTRY_EXISTS``; ``FOLDER_NOT_WRITABLE``;
                ``DISK_FULL``; ``COPY_FAILED``; ``REGISTRY_DAMAGED``. Nothing is left
                of the copy.
        """
        with self._in_use():
            self._database.copy(target.absolute(), for_rehearsal=for_rehearsal)

    @property
    def is_closed(self) -> bool:
        """Whether the closing has begun: nothing new is read nor written."""
        return self._is_closed

    def close(self) -> None:
        """Leave a single file behind, and let others open it. May be called twice.

        What other threads are reading or writing is waited for; what they would
        begin afterwards is refused.
        """
        with self._using:
            if self._is_closed:
                return
            self._is_closed = True
            own = get_ident()
            self._using.wait_for(lambda: all(user == own for user in self._users))
        try:
            if self._loaded is not None:
                self._loaded.close()
        finally:
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

    @contextmanager
    def _in_use(self) -> Generator[None]:
        """Hold back the closing, or refuse once it has begun."""
        if not self._enter():
            raise UserError(ErrorCode.REGISTRY_CLOSED, path=str(self.path))
        try:
            yield
        finally:
            self._leave()

    def _enter(self) -> bool:
        with self._using:
            if not self._is_closed:
                self._users.append(get_ident())
            return not self._is_closed

    def _leave(self) -> None:
        with self._using:
            self._users.remove(get_ident())
            self._using.notify_all()

    @property
    def _database(self) -> "Database":
        with self._loading:
            if self._loaded is None:
                from alize_desktop.models.store.database import Database  # noqa: PLC0415 - a window is painted before

                self._loaded = Database(self.path, self.clock, read_only=self._read_only)
            return self._loaded

    @property
    def _engine(self) -> "Engine":
        return self._database.engine
