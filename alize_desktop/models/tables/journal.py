"""The journal: one line per business act, chained by hashes, append-only.

Written by ``store.journal`` alone, in the transaction of the act itself.
"""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.tables.base import STRICT, Base


class StoredLine(Base):
    """One line of the journal. Never changed, never deleted.

    Attributes:
        sequence: From 1, with no gap.
        at: Instant as text; kept as the text that is hashed.
        details: Canonical JSON text of the act.
        previous_hash: ``hash`` of the line before; 64 zeros in the first.
        hash: Hexadecimal SHA-256.
    """

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_subject_id", "subject_id"), STRICT)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID | None]
    details: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str]
