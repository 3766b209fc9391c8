"""Papers the program produced, remembered by their digest."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.vocabulary import one_of


class StoredPaper(Base):
    """One file that was produced.

    Attributes:
        path: Where it was written, as the user chose it.
        sha256: Hexadecimal digest of its bytes.
        journal_head: Hexadecimal hash of the journal when it was made.
    """

    __tablename__ = "paper"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[PaperKind] = one_of(PaperKind, "kind")
    meeting_id: Mapped[UUID | None] = mapped_column(reference("meeting.id"))
    dossier_id: Mapped[UUID | None] = mapped_column(reference("dossier.id"))
    path: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    made_at: Mapped[datetime]
    journal_head: Mapped[str]
