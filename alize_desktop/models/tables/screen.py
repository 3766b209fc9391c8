"""What belongs to the operator and is no act of the committee: notes, place on screen.

Changed in place, told by no journal line, printed on no paper. It goes away with
the meeting, or with the point, that it is about.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.tables.base import STRICT, Base


def _owned_by(column: str) -> ForeignKey:
    """Return a foreign key whose row goes away with the row it names."""
    return ForeignKey(column, ondelete="CASCADE")


class StoredNote(Base):
    """A private note of the operator.

    Attributes:
        subject_id: Agenda item it is about, or the meeting itself.
    """

    __tablename__ = "private_note"
    __table_args__ = (CheckConstraint("text <> ''", name="text_said"), STRICT)

    meeting_id: Mapped[UUID] = mapped_column(_owned_by("meeting.id"), primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str]
    written_at: Mapped[datetime]


class StoredPosition(Base):
    """Where the operator was in a meeting, to come back there after a stop.

    Attributes:
        step: Name of the screen step.
        item_id: Agenda item it is about; None outside of one.
    """

    __tablename__ = "screen_position"
    __table_args__ = (STRICT,)

    meeting_id: Mapped[UUID] = mapped_column(_owned_by("meeting.id"), primary_key=True)
    step: Mapped[str]
    item_id: Mapped[UUID | None] = mapped_column(_owned_by("agenda_item.id"))
