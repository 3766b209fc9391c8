"""Running the migrations on a connection that is already in a transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str) -> None:
    """Bring a registry to a revision. The caller begins and commits.

    Args:
        connection: In an IMMEDIATE transaction, with foreign keys off.
        revision: Name of the revision to reach: ``0001``.
    """
    config = Config()
    config.set_main_option("script_location", Path(__file__).parent.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
