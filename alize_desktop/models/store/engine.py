"""The one recipe of an engine on a registry file.

The driver is sqlcipher3, without a key, so that every system runs the same
SQLite. Transactions are begun by us: DEFERRED to read, IMMEDIATE to write,
since a transaction that reads first and writes later could not wait its turn.
"""

from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlcipher3 import dbapi2

_WAIT = 3000
"""Milliseconds to wait for another connection's transaction."""


def make_engine(
    path: Path,
    *,
    synchronous: str = "full",
    foreign_keys: bool = True,
    query_only: bool = False,
    create: bool = False,
) -> Engine:
    """Return an engine; no file is opened before its first connection.

    Args:
        path: Absolute path of the registry.
        synchronous: ``full``: a commit that returned survives a power cut.
        foreign_keys: Off in migrations only, where a parent table that is made
            again would take its children away.
        query_only: Whether writing is refused.
        create: Whether the file may be made; otherwise it must be there.
    """
    mode = "rwc" if create else "rw"
    pragmas = _pragmas(synchronous, foreign_keys=foreign_keys, query_only=query_only)

    def connect() -> DBAPIConnection:
        opened = dbapi2.connect(  # type: ignore[attr-defined]  # named by the C extension
            f"{path.as_uri()}?mode={mode}", uri=True, check_same_thread=False
        )
        return cast("DBAPIConnection", opened)

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool)

    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the same engine, whose transactions take the write lock at once."""
    return engine.execution_options(tx="IMMEDIATE")


def _pragmas(synchronous: str, *, foreign_keys: bool, query_only: bool) -> tuple[str, ...]:
    return (
        "cipher_log_level = NONE",  # errors are raised, not printed
        "trusted_schema = off",
        "temp_store = memory",
        f"busy_timeout = {_WAIT}",
        f"foreign_keys = {'on' if foreign_keys else 'off'}",
        "journal_mode = wal",
        f"synchronous = {synchronous}",
        f"query_only = {'on' if query_only else 'off'}",
    )


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("tx", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
