"""What tells a registry, and its version, from any other file of SQLite."""

from typing import Final

SCHEMA_VERSION: Final = 5
"""``user_version`` of the files this program writes; the number of its last migration."""

APPLICATION_ID: Final = 0x416C697A
"""``application_id`` of a registry: the letters « Aliz »."""
