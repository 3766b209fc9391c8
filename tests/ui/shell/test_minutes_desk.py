"""The minutes of a meeting open from the meetings, one window at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from alize_desktop.models.enums import MinutesBlock
from alize_desktop.services.minutes_texts import LONGEST

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def held(window, services, a_meeting):
    """A meeting under way, looked at among the meetings."""
    meeting = a_meeting()
    services.committee.open(meeting)
    window.go_to("meetings")
    return meeting


@pytest.fixture
def minutes(window, held, press):
    """The minutes of it, opened with a key."""
    press(Qt.Key.Key_P, CONTROL)
    return window.body.minutes.window


def test_the_minutes_are_opened_with_a_key_from_the_meetings(minutes, held):
    assert minutes.meeting_id == held
    assert minutes.isVisible()


def test_the_same_minutes_are_come_back_to(window, services, minutes, held):
    window.stack.minutes_asked.emit(services, held)
    assert window.body.minutes.window is minutes


def test_those_of_another_meeting_take_their_place(window, services, minutes, a_meeting):
    other = a_meeting(dossiers=("2026-006",))
    window.stack.minutes_asked.emit(services, other)
    assert window.body.minutes.window.meeting_id == other
    assert not minutes.isVisible()


def test_minutes_that_are_no_longer_there_are_told(window, services, held, boxes):
    other = services.meetings.create(services.meetings.detail(held).row.draft)[0]
    services.life.delete(other)
    window.stack.minutes_asked.emit(services, other)
    (box,) = boxes(window)
    assert box.text
    assert window.body.minutes.window is None


def test_the_pdf_is_saved_where_papers_are(window, minutes):
    QTest.keyClick(minutes, Qt.Key.Key_P, CONTROL)
    (files,) = window.findChildren(QFileDialog)
    assert files.selectedFiles()[0].endswith(".pdf")
    files.close()


def test_leaving_the_registry_keeps_what_is_typed(window, services, minutes, held):
    QTest.keyClicks(minutes.parts.fields()[0].edit, "Bienvenue.")
    left = []
    window.leave_registry(lambda: left.append(True))
    assert left == [True]
    assert services.minutes.record(held).text(MinutesBlock.OPENING) == "Bienvenue."


def test_leaving_the_registry_asks_before_a_refused_text_is_lost(window, minutes, boxes):
    minutes.parts.fields()[0].edit.setPlainText("x" * (LONGEST + 1))
    left = []
    window.leave_registry(lambda: left.append(True))
    assert left == []
    (box,) = boxes(minutes)
    box.answer("Fermer sans lui")
    window.leave_registry(lambda: left.append(True))
    assert left == [True]
