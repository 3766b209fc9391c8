"""Everything that can be checked of a registry from the inside."""

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from alize_desktop.models.records.journal import Verification
from alize_desktop.models.store import journal


def verify(connection: Connection) -> Verification:
    """Check pages, indexes, constraints, foreign keys and the chain of the journal.

    A file that is too damaged to be checked to the end gives what was found so
    far; the check itself never fails on it.
    """
    chain = journal.check(connection)
    return Verification(
        lines=chain.lines,
        head=chain.head,
        integrity_problems=damage(connection),
        foreign_key_problems=_problems(connection, "PRAGMA foreign_key_check"),
        first_broken_line=chain.first_broken_line,
    )


def damage(connection: Connection) -> tuple[str, ...]:
    """Return what the whole check of the database says; empty when sound."""
    return _problems(connection, "PRAGMA integrity_check")


def quick_damage(connection: Connection) -> tuple[str, ...]:
    """Return what the check without the indexes says; empty when sound."""
    return _problems(connection, "PRAGMA quick_check")


def _problems(connection: Connection, pragma: str) -> tuple[str, ...]:
    try:
        found = connection.exec_driver_sql(pragma).all()
    except DatabaseError as error:
        return (str(error.orig),)
    except UnicodeDecodeError as error:  # the message quotes damaged bytes
        return (str(error),)
    return tuple(dict.fromkeys(str(row[0]) for row in found if row[0] != "ok"))
