"""What works on the file of an open registry: sessions, the journal, its check.

The half of ``registry`` that loads SQLAlchemy, which imports it when it is
first read or written.
"""

import logging
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.journal import Verification
from alize_desktop.models.store import copying, journal, verification
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)


class Database:
    """The engine of one registry, and what goes through it. Close it once.

    Args:
        path: Resolved path of the registry, whose lock is held.
        clock: Gives the instant of the lines of the journal.
        read_only: Whether writing is refused.
    """

    def __init__(self, path: Path, clock: Clock, *, read_only: bool) -> None:
        self._path = path
        self._clock = clock
        self.engine = make_engine(path, query_only=read_only)
        self._unit_of_work = UnitOfWork(self.engine, path)

    def read(self) -> AbstractContextManager[Session]:
        """Return a session that sees one state of the file. See ``UnitOfWork.read``."""
        return self._unit_of_work.read()

    def write(self) -> AbstractContextManager[Session]:
        """Return a session in one durable transaction. See ``UnitOfWork.write``."""
        return self._unit_of_work.write()

    def instant(self, session: Session, after: datetime | None) -> datetime:
        """Return the instant of a transaction. See ``journal.instant``."""
        return journal.instant(session, self._clock, after)

    def journal(
        self,
        session: Session,
        action: str,
        subject_kind: str,
        subject_id: UUID | None,
        details: Mapping[str, object],
    ) -> None:
        """Add a line to the journal. See ``journal.append``."""
        journal.append(session, self._clock, action, subject_kind, subject_id, details)

    def verify(self) -> Verification:
        """Check everything that the file holds."""
        with self.read() as session:
            return verification.verify(session.connection())

    def copy(self, target: Path, *, for_rehearsal: bool) -> None:
        """Make a checked copy. See ``copying``."""
        if for_rehearsal:
            copying.copy_for_rehearsal(self._path, target, self._clock)
        else:
            copying.copy_registry(self._path, target)

    def close(self) -> None:
        """Empty the write-ahead log, so that a single file is left."""
        try:
            with self.engine.connect() as connection:
                connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DBAPIError:
            log.warning("the write-ahead log stays beside %s", self._path, exc_info=True)
        finally:
            self.engine.dispose()
