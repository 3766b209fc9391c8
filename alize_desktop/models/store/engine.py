"""The one recipe of an engine on a registry file.

Transactions are begun by us: DEFERRED to read, IMMEDIATE to write, since a
transaction that reads first and writes later could not wait its turn.
"""

from functools import partial
from pathlib import Path
from typing import Unpack

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from alize_desktop.models.store.driver import Options, connect


def make_engine(path: Path, **options: Unpack[Options]) -> Engine:
    """Return an engine; no file is opened before its first connection.

    Args:
        path: Absolute path of the registry.
        options: How each connection is made.
    """
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=partial(connect, path, **options), poolclass=QueuePool
    )
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the same engine, whose transactions take the write lock at once."""
    return engine.execution_options(tx="IMMEDIATE")


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("tx", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
