"""Sessions: the only place that makes them. One user action, one transaction."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from alize_desktop.errors import UserError
from alize_desktop.models.store.engine import for_writing
from alize_desktop.models.store.failures import UNKNOWN_STATE, naming


class UnitOfWork:
    """Opens a session in a transaction, and names what goes wrong in it."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers = sessionmaker(for_writing(engine), expire_on_commit=False)

    @contextmanager
    def read(self) -> Generator[Session]:
        """Open a session that sees one state of the file and writes nothing.

        Raises:
            UserError: See ``failures``.
        """
        with self._careful(), self._readers() as session:
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """Open a session that is committed, durably, when the block ends well.

        Raises:
            UserError: See ``failures``. After ``DISK_FAILURE`` nobody knows whether
                the commit took place: read again before anything else.
            sqlalchemy.exc.IntegrityError: A constraint was broken: nothing is
                written.
        """
        with self._careful(), self._writers() as session, session.begin():
            yield session

    @contextmanager
    def _careful(self) -> Generator[None]:
        try:
            with naming(self._path):
                yield
        except UserError as error:
            if error.code in UNKNOWN_STATE:
                self._engine.dispose()
            raise
