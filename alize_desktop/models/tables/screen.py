"""What belongs to the operator and is no act of the committee: notes, place on screen.

Changed in place, told by no journal line, printed on no paper.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.tables.base import STRICT, Base, reference


class StoredNote(Base):
    """A private note of the operator.

    Attributes:
        subject_id: Agenda item it is about, or the meeting itself.
    """

    __tablename__ = "private_note"
    __table_args__ = (STRICT,)

    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"), primary_key=True)
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

    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"), primary_key=True)
    step: Mapped[str]
    item_id: Mapped[UUID | None] = mapped_column(reference("agenda_item.id"))
