"""Everything that can be checked of a registry from the inside."""

from sqlalchemy import Connection

from alize_desktop.models.records.journal import Verification
from alize_desktop.models.store import comparison, driver, journal


def verify(connection: Connection) -> Verification:
    """Check pages, indexes, constraints, foreign keys and the journal.

    The journal is checked twice: its chain, and that attendance, votes, results
    and decisions are still those that it tells.

    A file that is too damaged to be checked to the end gives what was found so
    far; the check itself never fails on it.
    """
    chain = journal.check(connection)
    return Verification(
        lines=chain.lines,
        head=chain.head,
        integrity_problems=damage(connection) + comparison.differences(connection),
        foreign_key_problems=driver.problems(connection.connection, "foreign_key_check"),
        first_broken_line=chain.first_broken_line,
    )


def damage(connection: Connection) -> tuple[str, ...]:
    """Return what the whole check of the database says; empty when sound."""
    return driver.problems(connection.connection, "integrity_check")
