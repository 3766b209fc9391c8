"""The committee window linked to the file, to the room and to the main window."""

from datetime import time

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from alize_desktop.models.enums import RoomLayout
from alize_desktop.ui.shell.copy_desk import may_be_key
from alize_desktop.ui.shell.meeting_link import MeetingLink

KEY = Qt.Key


@pytest.fixture
def committee(window, services, a_meeting):
    """The committee window on an open meeting, everybody present."""
    meeting_id = a_meeting()
    services.committee.open(meeting_id)
    services.committee.all_present(meeting_id)
    services.committee.establish_quorum(meeting_id)
    made = window.open_committee(meeting_id)
    made.meeting = meeting_id
    return made


@pytest.fixture
def link(committee):
    return committee.findChild(MeetingLink)


def press(committee, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(committee.focusWidget() or committee, key, modifier)


def box(committee):
    return next(each for each in committee.findChildren(QMessageBox) if each.isVisible())


def answer(committee, text):
    next(each for each in box(committee).buttons() if each.text() == text).click()


def test_a_suspension_is_written_and_shown_and_lifted_by_space(services, committee):
    committee.suspension_asked.emit(time(23, 55), "pause")
    state = services.committee.state(committee.meeting)
    assert state.suspension.reason == "pause"
    assert committee.next_label == "Reprendre la séance"
    assert committee.room.shown.layout is RoomLayout.SUSPENSION
    press(committee, KEY.Key_Space)
    assert services.committee.state(committee.meeting).suspension is None
    assert committee.next_label != "Reprendre la séance"


def test_a_resumption_in_the_past_is_refused_in_a_sentence(services, committee):
    committee.suspension_asked.emit(time(0, 0), "")
    assert services.committee.state(committee.meeting).suspension is None
    assert box(committee).text()


def test_a_note_is_kept_in_the_file_and_shown_again(window, services, committee):
    press(committee, KEY.Key_F9)
    QTest.keyClicks(committee.focusWidget(), "penser au devis")
    press(committee, KEY.Key_Escape)
    assert services.notes.read(committee.meeting) == {None: "penser au devis"}
    committee.close()
    again = window.open_committee(committee.meeting)
    assert again.findChild(QWidget, "private_note").toPlainText() == "penser au devis"


def test_a_note_that_is_too_long_is_refused_in_a_sentence(services, committee):
    committee.note_written.emit(None, "x" * 10_001)
    assert services.notes.read(committee.meeting) == {}
    assert box(committee).text()


def test_the_room_is_shown_on_the_only_screen_once_agreed(qtbot, committee, link):
    press(committee, KEY.Key_F5)
    assert not link.room.is_shown
    answer(committee, "Montrer sur cet écran")
    assert link.room.is_shown
    assert committee.room.controls.is_only_screen
    thumbnail = committee.findChild(QWidget, "room_thumbnail")
    assert "fermée" not in thumbnail.accessibleName()
    press(committee, KEY.Key_F5)  # brings it back in front, and closes nothing
    assert link.room.is_shown
    QTest.keyClick(link.room.window, KEY.Key_F5)
    assert committee.isVisible()
    assert not link.room.is_shown
    assert not committee.room.controls.is_only_screen
    assert "fermée" in thumbnail.accessibleName()


def test_nothing_is_shown_when_one_declines(committee, link):
    press(committee, KEY.Key_F5)
    answer(committee, "Annuler")
    assert not link.room.is_shown
    assert not committee.room.controls.is_only_screen


def test_the_room_follows_freezes_and_its_keys_come_back(committee, link):
    room = link.room
    before = room.window.view.state
    press(committee, KEY.Key_F)
    assert room.is_frozen
    press(committee, KEY.Key_Space)
    assert room.window.view.state == before
    press(committee, KEY.Key_F)
    assert room.window.view.state == committee.room.shown != before
    QTest.keyClick(room.window, KEY.Key_B)
    assert committee.room.controls.is_black
    assert room.window.view.state.layout is RoomLayout.BLACK


def test_the_thumbnail_is_the_picture_of_the_room(committee, link):
    thumbnail = committee.findChild(QWidget, "room_thumbnail")
    press(committee, KEY.Key_Space)
    assert not thumbnail._picture.isNull()


def test_an_unplugged_screen_is_told(committee, link):
    link.room.screen_lost.emit()
    assert "débranché" in committee._toast.text()


def test_closing_the_committee_mode_closes_the_room(committee, link):
    room = link.room
    room.open_here()
    committee.close()
    assert not room.is_shown


def test_a_copy_is_asked_where_once_then_made_at_once(qtbot, committee, tmp_path):
    folder = tmp_path / "clé"
    folder.mkdir()
    press(committee, KEY.Key_F12)
    files = committee.findChild(QFileDialog)
    files.fileSelected.emit(str(folder))
    files.reject()
    qtbot.waitUntil(lambda: "Copie vérifiée" in committee._toast.text(), timeout=8000)
    assert len(list(folder.iterdir())) == 1
    committee._toast.show_message("")
    press(committee, KEY.Key_F12)
    press(committee, KEY.Key_F12)
    qtbot.waitUntil(lambda: "Copie vérifiée" in committee._toast.text(), timeout=8000)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(
    ("path", "may"),
    [("/media/marie/CLE", True), ("/run/media/marie/CLE", True), ("/Volumes/CLE", True),
     ("E:/", True), ("/boot", False), ("/run", False), ("/run/user/1000", False),
     ("/", False), ("/home", False)],
)  # fmt: skip
def test_only_what_a_user_mounts_may_be_a_key(path, may):
    assert may_be_key(path) is may


def test_the_copy_is_proposed_at_home_or_on_a_key(committee):
    press(committee, KEY.Key_F12)
    files = committee.findChild(QFileDialog)
    proposed = files.directory().absolutePath()
    assert proposed == QDir.homePath() or may_be_key(proposed)
    files.reject()


def test_a_key_that_is_gone_is_told_and_asked_again(qtbot, committee, tmp_path):
    press(committee, KEY.Key_F12)
    files = committee.findChild(QFileDialog)
    files.fileSelected.emit(str(tmp_path / "partie"))
    files.reject()
    qtbot.waitUntil(
        lambda: any(each.isVisible() for each in committee.findChildren(QMessageBox)), timeout=8000
    )
    press(committee, KEY.Key_F12)
    assert any(each.isVisible() for each in committee.findChildren(QFileDialog))


def test_alt_and_a_digit_come_back_to_a_place_of_the_main_window(window, committee):
    press(committee, KEY.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.body.navigation.current() == "members"
    press(committee, KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.body.navigation.current() == "dossiers"


def test_a_meeting_of_the_registry_is_no_rehearsal(committee):
    assert not committee.room.controls.is_rehearsal
