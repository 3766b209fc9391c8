"""What was sent is recorded for several members at once, and the delay is checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from alize_desktop.models.enums import PaperKind, SendingMeans
from alize_desktop.ui.papers.meeting_window import MeetingPapersWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk, opened):
    made = opened(MeetingPapersWindow(desk.meeting, desk.tools))
    made.show_tab("sendings")
    return made


@pytest.fixture
def form(window):
    return window.sendings.form


def check_of(window):
    return window.findChild(QLabel, "notice_check").text()


def recorded(desk):
    return desk.services.sendings.sendings(desk.meeting)


def test_those_whom_nothing_reached_are_ticked_and_recorded_by_one_key(window, form, desk):
    assert "Aucun envoi" in check_of(window)
    assert len(form.ticked()) == len(desk.seated())
    QTest.keyClick(form.members, KEY.Key_Return, CTRL)
    lines = recorded(desk)
    assert [each.member_id for each in lines] == [each.id for each in desk.seated()]
    assert {(each.kind, each.means) for each in lines} == {(PaperKind.NOTICE, SendingMeans.MAIL)}
    assert "respecté" in check_of(window)
    assert form.ticked() == ()
    assert window.sendings.table.model().rowCount() == len(lines)


def test_a_few_members_another_means_another_day_and_a_note(window, form, desk):
    QTest.keyClick(form.members, KEY.Key_A, CTRL)  # all were: none is
    assert form.ticked() == ()
    QTest.keyClick(form.members, KEY.Key_Space)
    QTest.keyClick(form.members, KEY.Key_Down)
    QTest.keyClick(form.members, KEY.Key_Space)
    form.means.set_value(SendingMeans.BY_HAND)
    form.day.edit.setText("31/10/2026")
    form.note.edit.setText("contre reçu")
    form.record.click()
    lines = recorded(desk)
    assert len(lines) == 2
    assert {each.note for each in lines} == {"contre reçu"}
    assert {each.sent_on.day for each in lines} == {31}


def test_somebody_who_is_no_member_is_recorded_by_name(window, form, desk):
    form.tick_all()
    form.recipient.edit.setText("Préfecture de la Côte-d’Or")
    form.record.click()
    (line,) = recorded(desk)
    assert (line.member_id, line.recipient) == (None, "Préfecture de la Côte-d’Or")


def test_nobody_ticked_and_nobody_named_is_said_beside_the_field(form, desk):
    form.tick_all()
    form.record.click()
    assert "Cochez un destinataire" in form.recipient.error()
    assert recorded(desk) == ()


def test_a_day_that_cannot_be_read_is_not_recorded(form, desk):
    form.day.edit.setText("hier peut-être")
    form.record.click()
    assert form.day.error()
    assert recorded(desk) == ()


def test_a_day_to_come_is_refused_and_what_was_ticked_stays(window, form, desk, boxes):
    form.day.edit.setText("15/11/2026")
    form.record.click()
    assert boxes(window)
    assert recorded(desk) == ()
    assert form.ticked()
