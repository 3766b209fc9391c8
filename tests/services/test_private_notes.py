"""Private notes: kept for the operator alone, told to nobody."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

from alize_desktop.errors import ErrorCode
from alize_desktop.models.tables.screen import StoredNote
from alize_desktop.services.private_notes import LONGEST_NOTE

PACKAGE = Path(__file__).parents[2] / "alize_desktop"
ONE, TWO = "2026-001", "2026-002"
NOTE = "Demander\tle bail « ancien »\nà Mme D’Arçon"


@pytest.fixture
def meeting(office):
    return office.prepare(ONE, TWO)


@pytest.fixture
def notes(office):
    return office.services.notes


def test_a_note_is_read_again_as_it_was_typed(office, notes, meeting):
    item = office.item(meeting, ONE)
    assert notes.read(meeting) == {}
    notes.write(meeting, item, NOTE)
    notes.write(meeting, None, "Finir à 16 h")
    assert notes.read(meeting) == {item: NOTE, None: "Finir à 16 h"}


def test_a_note_takes_the_place_of_the_one_before(office, notes, meeting, clock):
    notes.write(meeting, None, "Avant")
    clock.advance(60)
    notes.write(meeting, None, "Après")
    assert notes.read(meeting) == {None: "Après"}
    with office.registry.read() as session:
        assert session.scalars(select(StoredNote.written_at)).all() == [clock()]


def test_the_same_note_is_not_written_twice(office, notes, meeting, clock):
    first = clock()
    notes.write(meeting, None, NOTE)
    clock.advance(60)
    notes.write(meeting, None, NOTE)
    with office.registry.read() as session:
        assert session.scalars(select(StoredNote.written_at)).all() == [first]


@pytest.mark.parametrize("blank", ["", " \n\t "])
def test_a_blank_note_is_erased(office, notes, meeting, blank):
    notes.write(meeting, None, blank)
    notes.write(meeting, None, NOTE)
    notes.write(meeting, None, blank)
    assert notes.read(meeting) == {}


def test_a_note_leaves_no_line_in_the_journal(office, notes, meeting):
    before = office.actions()
    notes.write(meeting, office.item(meeting, ONE), NOTE)
    notes.write(meeting, office.item(meeting, ONE), "")
    assert office.actions() == before


def test_each_meeting_has_its_own_notes(office, notes, meeting):
    other = office.prepare("2026-003")
    notes.write(meeting, None, NOTE)
    assert notes.read(other) == {}


def test_a_note_that_is_too_long_is_refused(office, notes, meeting, refused):
    notes.write(meeting, None, "é" * LONGEST_NOTE)
    with refused(ErrorCode.TEXT_TOO_LONG, office, longest=LONGEST_NOTE):
        notes.write(meeting, None, "é" * (LONGEST_NOTE + 1))
    assert notes.read(meeting) == {None: "é" * LONGEST_NOTE}


def test_a_note_with_characters_nobody_sees_is_refused(office, notes, meeting, refused):
    with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
        notes.write(meeting, None, "Bail\x00")


def test_an_unknown_meeting_or_point_is_refused(office, notes, meeting, refused):
    unknown, elsewhere = uuid4(), office.item(office.prepare("2026-003"), "2026-003")
    with refused(ErrorCode.MEETING_NOT_FOUND, office, number=str(unknown)):
        notes.write(unknown, None, NOTE)
    with refused(ErrorCode.MEETING_NOT_FOUND, office, number=str(unknown)):
        notes.write(meeting, unknown, NOTE)
    with refused(ErrorCode.MEETING_NOT_FOUND, office, number=str(elsewhere)):
        notes.write(meeting, elsewhere, NOTE)
    assert notes.read(unknown) == {}


def test_nothing_else_in_the_program_knows_where_notes_are_kept():
    found = {
        str(each.relative_to(PACKAGE))
        for each in PACKAGE.rglob("*.py")
        if re.search("StoredNote|private_note(?!s)", each.read_text(encoding="utf-8"))
        and not each.is_relative_to(PACKAGE / "ui")  # the name of its field
    }
    assert found == {
        "models/migrations/versions/0002_whole_committee.py",
        "models/store/schema.py",
        "models/tables/screen.py",
        "services/agenda_items.py",  # erases those of a point taken off
        "services/meeting_endings.py",  # erases those of a meeting that is deleted
        "services/private_notes.py",
    }


def test_a_note_is_in_nothing_that_the_meeting_shows(office, notes):
    meeting = office.hold(ONE)
    item = office.present(meeting, ONE)
    notes.write(meeting, item, "Confidence 7f3a")
    notes.write(meeting, None, "Confidence 7f3a")
    assert "7f3a" not in repr(office.state(meeting))
    assert "7f3a" not in repr(office.services.meetings.detail(meeting))
    assert all("7f3a" not in each.details for each in office.journal())
