"""The one recipe of a connection to a registry file.

The driver is sqlcipher3, without a key, so that every system runs the same
SQLite. It is all that opening a registry and reading its first list load;
everything else goes through the engine, which makes its connections here too.
"""

from pathlib import Path
from typing import Any, Final, TypeAlias, TypedDict, Unpack

from sqlcipher3 import dbapi2

DriverConnection: TypeAlias = Any
"""A connection of the driver, which has no types."""

_WAIT: Final = 3000
"""Milliseconds to wait for another connection's transaction."""


class Options(TypedDict, total=False):
    """How a connection is made.

    Attributes:
        synchronous: ``full``, the default: a commit that returned survives a power cut.
        foreign_keys: On by default; off in migrations only, where a parent
            table that is made again would take its children away.
        query_only: Whether writing is refused.
        create: Whether the file may be made; otherwise it must be there.
        is_copy: Whether the file is a copy that is being made, beside which no
            write-ahead log is wanted.
    """

    synchronous: str
    foreign_keys: bool
    query_only: bool
    create: bool
    is_copy: bool


def connect(path: Path, **options: Unpack[Options]) -> DriverConnection:
    """Return a connection to a registry, whose transactions are begun by us.

    Args:
        path: Absolute path.
        options: How it is made.

    Raises:
        sqlcipher3.dbapi2.Error: See ``failures``.
    """
    mode = "rwc" if options.get("create") else "rw"
    connection = dbapi2.connect(  # type: ignore[attr-defined]  # named by the C extension
        f"{path.as_uri()}?mode={mode}", uri=True, check_same_thread=False
    )
    try:
        connection.isolation_level = None
        for pragma in _pragmas(options):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def problems(connection: DriverConnection, pragma: str) -> tuple[str, ...]:
    """Return what a check of SQLite says, each thing once; empty when sound.

    A file that is too damaged to be checked has one problem, which says so.
    """
    try:
        found = connection.execute(f"PRAGMA {pragma}").fetchall()
    except (
        dbapi2.DatabaseError,  # type: ignore[attr-defined]  # named by the C extension
        UnicodeDecodeError,  # the message quotes damaged bytes
    ) as error:
        return (str(error),)
    return tuple(dict.fromkeys(str(row[0]) for row in found if row[0] != "ok"))


def _pragmas(options: Options) -> tuple[str, ...]:
    return (
        "cipher_log_level = NONE",  # errors are raised, not printed
        "trusted_schema = off",
        "temp_store = memory",
        f"busy_timeout = {_WAIT}",
        f"foreign_keys = {'on' if options.get('foreign_keys', True) else 'off'}",
        f"journal_mode = {'delete' if options.get('is_copy') else 'wal'}",
        f"synchronous = {options.get('synchronous', 'full')}",
        f"query_only = {'on' if options.get('query_only') else 'off'}",
    )
