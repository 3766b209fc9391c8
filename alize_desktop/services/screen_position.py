"""Where the operator was on screen: changed in place, told by no journal line."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.committee import ScreenPosition
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.models.tables.screen import StoredPosition


def write_position(session: Session, meeting_id: UUID, position: ScreenPosition) -> None:
    """Keep where the operator is in a meeting.

    Raises:
        UserError: ``MEETING_NOT_FOUND`` for a meeting or a point that is not there.
    """
    known = select(StoredMeeting.id).where(StoredMeeting.id == meeting_id)
    if position.item_id is not None:
        known = known.join(StoredItem, StoredItem.meeting_id == StoredMeeting.id).where(
            StoredItem.id == position.item_id
        )
    if session.scalar(known) is None:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(meeting_id))
    kept = {"step": position.step, "item_id": position.item_id}
    statement = insert(StoredPosition).values(meeting_id=meeting_id, **kept)
    session.execute(statement.on_conflict_do_update(index_elements=["meeting_id"], set_=kept))
