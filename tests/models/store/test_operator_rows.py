"""Notes and the place on screen belong to the operator: they follow what they are about."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.models.tables.screen import StoredNote, StoredPosition


@pytest.fixture
def prepared(registry, room, clock):
    """A second meeting in which nothing happened, with a note and a place on screen."""
    with registry.write() as session:
        first = session.get(StoredMeeting, room.meeting)
        columns = {each: getattr(first, each) for each in ("held_on", "starts_at", "state")}
        meeting = StoredMeeting(
            id=registry.new_id(), number="CA-2026-02", created_at=clock(), rules={}, **columns
        )
        item = StoredItem(
            id=registry.new_id(),
            meeting_id=meeting.id,
            position=1,
            turn=1,
            dossier_id=room.dossier,
            step="pending",
        )
        note = {"meeting_id": meeting.id, "text": "À relire", "written_at": clock()}
        session.add_all([meeting, item])
        session.flush()
        session.add_all([StoredNote(subject_id=each.id, **note) for each in (meeting, item)])
        session.add(StoredPosition(meeting_id=meeting.id, step="ballot", item_id=item.id))
    return meeting, item


def test_a_point_taken_off_the_agenda_takes_the_place_on_screen_away(registry, prepared):
    meeting, item = prepared
    with registry.write() as session:
        session.delete(session.get(StoredItem, item.id))
    with registry.read() as session:
        assert session.get(StoredPosition, meeting.id) is None


def test_a_meeting_that_is_deleted_takes_its_notes_away(registry, prepared):
    meeting, item = prepared
    with registry.write() as session:
        session.delete(session.get(StoredItem, item.id))
        session.delete(session.get(StoredMeeting, meeting.id))
    with registry.read() as session:
        assert session.scalars(select(StoredNote)).all() == []


def test_a_note_without_text_is_no_note(registry, prepared):
    with pytest.raises(IntegrityError, match="text_said"), registry.write() as session:
        session.execute(StoredNote.__table__.update().values(text=""))
