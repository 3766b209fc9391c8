"""A meeting is rehearsed on a copy: marked, apart, and gone with its window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.app import Workshop
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingState
from alize_desktop.ui.committee.window import CommitteeWindow
from alize_desktop.ui.shell import rehearsal as rehearsal_module


@pytest.fixture
def rehearsals(window, clock):
    window.body.rehearsals.open_with(Workshop(clock).open)
    yield window.body.rehearsals
    window.body.rehearsals.close()


def rehearse(qtbot, window, screen_of, meeting):
    """Ask for the rehearsal where meetings are prepared; return its window."""
    if window.body.navigation.current() != "meetings":
        window.go_to("meetings")
    screen_of(window).show_meeting(meeting)
    screen_of(window).pane.findChild(object, "meeting_rehearse").click()
    held = window.body.rehearsals
    qtbot.waitUntil(lambda: held._window is not None and held._task is None)
    return held._window


def test_a_rehearsal_is_marked_and_changes_nothing(
    qtbot, window, rehearsals, services, screen_of, a_meeting
):
    meeting = a_meeting()
    said = []
    window.stack.said.connect(said.append)
    shown = rehearse(qtbot, window, screen_of, meeting)
    assert isinstance(shown, CommitteeWindow)
    assert shown.findChild(object, "rehearsal_mark") is not None
    (folder,) = [Path(each.name) for each in _folders(rehearsals)]
    (copy,) = folder.glob("*.alize")
    assert copy.name.startswith("Répétition")
    before = shown.step
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert shown.step is not before
    assert services.meetings.detail(meeting).row.state is MeetingState.PREPARATION
    shown.minutes_requested.emit(meeting)
    shown.close()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "pas de procès-verbal" in said[0]
    assert "rien n’en est gardé" in said[1]
    assert not folder.exists()


def _folders(rehearsals):
    """Return the temporary folders that the rehearsal holds."""
    callbacks = [each for _is_sync, each in rehearsals._held._exit_callbacks]
    owners = [getattr(each, "__self__", None) for each in callbacks]
    return [each for each in owners if hasattr(each, "cleanup")]


def test_a_rehearsal_under_way_is_come_back_to(qtbot, window, rehearsals, screen_of, a_meeting):
    meeting = a_meeting()
    first = rehearse(qtbot, window, screen_of, meeting)
    assert rehearse(qtbot, window, screen_of, meeting) is first


def test_another_registry_ends_the_rehearsal(
    qtbot, window, rehearsals, services, registry, screen_of, a_meeting
):
    shown = rehearse(qtbot, window, screen_of, a_meeting())
    window.body.show_registry(services, registry.path)
    assert not shown.isVisible()
    assert _folders(rehearsals) == []


def test_closing_the_window_ends_the_rehearsal(qtbot, window, rehearsals, screen_of, a_meeting):
    shown = rehearse(qtbot, window, screen_of, a_meeting())
    window.close()
    qtbot.waitUntil(lambda: not shown.isVisible())
    assert _folders(rehearsals) == []


@pytest.fixture
def errors(monkeypatch):
    shown = []
    monkeypatch.setattr(
        rehearsal_module, "show_error", lambda _parent, error, _log: shown.append(error)
    )
    return shown


def test_a_copy_that_fails_is_told(
    qtbot, window, rehearsals, services, a_meeting, errors, monkeypatch
):
    def refuse(_folder):
        raise UserError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(services.copies, "rehearsal_copy", refuse)
    rehearsals.begin(services, a_meeting())
    rehearsals.begin(services, a_meeting(dossiers=("2026-003",)))
    qtbot.waitUntil(lambda: bool(errors) and rehearsals._task is None)
    assert [each.code for each in errors] == [ErrorCode.DISK_FULL]
    assert _folders(rehearsals) == []


def test_a_copy_that_cannot_be_opened_is_told(
    qtbot, window, rehearsals, services, a_meeting, errors
):
    def refuse(_path):
        raise UserError(ErrorCode.REGISTRY_IN_USE)

    rehearsals.open_with(refuse)
    rehearsals.begin(services, a_meeting())
    qtbot.waitUntil(lambda: bool(errors) and rehearsals._task is None)
    assert [each.code for each in errors] == [ErrorCode.REGISTRY_IN_USE]


def test_nothing_is_rehearsed_before_the_window_knows_how(window, services, a_meeting):
    window.body.rehearsals.begin(services, a_meeting())
    assert window.body.rehearsals._task is None


def test_the_workshop_closes_the_copy(clock, registry, tmp_path):
    copy = tmp_path / "copy.alize"
    shutil.copy(registry.path, copy)
    with Workshop(clock).open(copy) as opened:
        assert opened.meetings.rows() == ()
