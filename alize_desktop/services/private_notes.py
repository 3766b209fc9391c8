"""Private notes of the operator: theirs alone, changed in place.

They are no act of the committee: no line of the journal tells them, and no paper, no
export and no screen of the room ever reads them.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.models.tables.screen import StoredNote
from alize_desktop.rules.field_checks import check_text

LONGEST_NOTE: Final = 10_000
"""Most characters of one note."""


class NoteService:
    """Keeps one note a point of an agenda, and one for the meeting itself."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def read(self, meeting_id: UUID) -> dict[UUID | None, str]:
        """Return the notes of a meeting by point of its agenda; None is the meeting."""
        statement = select(StoredNote.subject_id, StoredNote.text).where(
            StoredNote.meeting_id == meeting_id
        )
        with self._registry.read() as session:
            found = session.execute(statement).all()
        return {None if subject == meeting_id else subject: text for subject, text in found}

    def write(self, meeting_id: UUID, item_id: UUID | None, text: str) -> None:
        """Keep a note in place of the one before; a blank text erases it.

        Args:
            meeting_id: Any meeting, before, during or after.
            item_id: Point of its agenda, None for the meeting itself.
            text: Lines and tabs are kept as they are.

        Raises:
            UserError: ``TEXT_TOO_LONG``; ``TEXT_HAS_CONTROL_CHARACTERS``;
                ``MEETING_NOT_FOUND`` for an unknown meeting, or a point that is not
                on its agenda.
        """
        check_text(text, LONGEST_NOTE, lines=True)
        with self._registry.write() as session:
            _check_known(session, meeting_id, item_id)
            key = (meeting_id, item_id or meeting_id)
            note = session.get(StoredNote, key)
            if not text.strip():
                if note is not None:
                    session.delete(note)
                return
            if note is None:
                note = StoredNote(meeting_id=meeting_id, subject_id=key[1])
                session.add(note)
            elif note.text == text:
                return
            note.text, note.written_at = text, self._registry.instant(session)


def _check_known(session: Session, meeting_id: UUID, item_id: UUID | None) -> None:
    meeting = select(StoredMeeting.id).where(StoredMeeting.id == meeting_id)
    if session.scalar(meeting) is None:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(meeting_id))
    item = select(StoredItem.id).where(
        StoredItem.id == item_id, StoredItem.meeting_id == meeting_id
    )
    if item_id is not None and session.scalar(item) is None:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(item_id))
